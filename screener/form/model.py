"""A form as the program uses it: frozen, checked, free of files and of YAML.

A `Form` holds everything that the people who edit forms wrote, in their order, with the place (`at`) of each
definition. Expressions are typed trees (`screener.form.expression`); nothing here is evaluated.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from screener.form.cards import Card, Leaflet
    from screener.form.expression import Expression
    from screener.form.problem import Span
    from screener.form.rules import Finding, Flag, Lookup, Must, Note, Score, Tier, Trial, Value

LEFT, RIGHT = "left", "right"
SIDES = (LEFT, RIGHT)
YES, NO = "yes", "no"
FOOT_PLACES = (
    "toe1", "toe3", "toe5", "ball1", "ball3", "ball5", "midfoot_inner", "midfoot_outer", "heel", "dorsum",
)  # fmt: skip
BODY = "body"  # drawn as regions of the body
BODY_REGIONS = (
    "face", "trunk", "hip", "thigh", "calf", "ankle", "foot", "toes", "forearm", "hand", "fingers",
)  # fmt: skip


class ItemType(StrEnum):
    """What kind of answer an item takes."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    SEVERAL = "several"
    WHOLE = "whole"
    QUANTITY = "quantity"
    DATE = "date"
    TEXT = "text"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice; `exclusive` (several choices only) closes the others."""

    id: str
    text: str
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from `lowest` to `highest`, both included."""

    lowest: Decimal
    highest: Decimal

    def __contains__(self, value: Decimal) -> bool:
        return self.lowest <= value <= self.highest


@dataclass(frozen=True, slots=True)
class Normal:
    """What is normal of a number: from `lowest` to `highest`, None where it has no such end."""

    lowest: Decimal | None
    highest: Decimal | None
    at: Span
    is_open: bool = False  # the end itself is not normal: "below 5.6"
    of_site: bool = False  # as the clinic's laboratory has it


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that a quantity may be entered in: outside `limits` refused, outside `usual` a second look."""

    id: str
    limits: Range
    usual: Range | None = None
    normal: Normal | None = None
    text: str = ""  # in another language, where the id is words

    @property
    def label(self) -> str:
        """The unit for people."""
        return self.text or self.id


@dataclass(frozen=True, slots=True)
class CutOff:
    """A named number for a quantity, one per unit (key "" for a plain number); never converted."""

    id: str
    numbers: Mapping[str, Decimal]
    at: Span
    is_unset: bool = False  # left to the site, which has not set it; only while a form is loaded


@dataclass(frozen=True, slots=True)
class Item:
    """Anything asked. Which of the later fields are used depends on `type`.

    `name` of a column of a table is its id; items with `sides` have the cells `id.left` and `id.right`.
    """

    id: str
    type: ItemType
    text: str
    at: Span
    short: str = ""  # the label on paper and in lists; `text` when empty
    help: str = ""
    source: str = ""
    has_sides: bool = False
    ask_if: Expression | None = None  # evaluated per side when the item has sides
    normal: str | None = None  # the option that "mark the rest normal" gives
    unremarkable: str | None = None  # the option that leaves nothing to act on: `normal`, or one given singly only
    options: tuple[Option, ...] = ()  # yes_no, choice, several
    limits: Range | None = None  # whole
    usual: Range | None = None  # whole
    normal_range: Normal | None = None  # whole
    unit: str = ""  # whole: a word after the number, for people only
    unit_of_one: str = ""  # whole: the same after 1, `unit` when empty
    units: tuple[Unit, ...] = ()  # quantity
    usual_by: Mapping[str, Mapping[str, Range]] = field(default_factory=dict)  # column: usual by the option beside it
    cutoffs: Mapping[str, CutOff] = field(default_factory=dict)  # quantity, whole
    is_dated: bool = False  # quantity: asks for the date of the measurement
    fresh_for: int | None = None  # quantity that is dated: days; an older result is unknown to rules
    has_not_done: bool = False  # quantity: "not done" is an answer
    not_done: str | None = None  # choice: the option that says so
    converts: str = ""  # quantity: the analyte whose reviewed conversion shows the other unit
    future: bool = False  # date: days after the assessment are accepted
    lines: int = 1  # text
    columns: tuple[Item, ...] = ()  # table
    request: str = ""  # the test to ask for when a result waits for the answer
    is_on_page_1: bool = False  # of the summary, too
    draw: str = ""  # with sides: its place on the feet (`FOOT_PLACES`), or `BODY`: its options are regions
    valid_until: date | None = None  # of its cut-offs
    is_off: bool = False  # not used at this clinic: never asked

    @property
    def label(self) -> str:
        """The short wording for lists and paper."""
        return self.short or self.text

    @property
    def cells(self) -> tuple[str, ...]:
        """The names its answers are kept under: one, or one per side."""
        return tuple(f"{self.id}.{side}" for side in SIDES) if self.has_sides else (self.id,)

    def option(self, option_id: str) -> Option:
        """Return the option of that id; KeyError when there is none."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)

    def counted(self, number: int) -> str:
        """Return a whole number with its unit: "1 year", "5 years"."""
        unit = self.unit_of_one if number == 1 and self.unit_of_one else self.unit
        return f"{number} {unit}".rstrip()

    def unit_of(self, unit_id: str) -> Unit:
        """Return the unit of that id; KeyError when there is none."""
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        raise KeyError(unit_id)


@dataclass(frozen=True, slots=True)
class Block:
    """Items under one heading, shown together."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the wizard."""

    id: str
    title: str
    at: Span
    blocks: tuple[Block, ...]
    intro: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """All items of the page, in order."""
        return tuple(item for block in self.blocks for item in block.items)


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved which hash of the form."""

    by: str
    role: str
    on: date
    sha256: str


@dataclass(frozen=True, slots=True)
class Translation:
    """The language that the texts of a form are said in, where it isn't the one that they were written in.

    `review` says who compared which texts (`sha256`, of both languages) with the original.
    """

    language: str
    said: int  # texts that are translated
    missing: int  # texts that are not: said as they were written, behind a mark
    sha256: str
    review: Approval | None = None

    @property
    def is_reviewed(self) -> bool:
        """Whether a clinician reviewed exactly these texts."""
        return self.review is not None and self.review.sha256 == self.sha256


@dataclass(frozen=True, eq=False)
class Form:
    """A whole form, checked. `sha256` covers every file that can change a result or a wording."""

    id: str
    version: str
    title: str
    sha256: str
    tiers: tuple[Tier, ...]
    sections: tuple[Section, ...]
    values: tuple[Value, ...] = field(default_factory=tuple)
    scores: tuple[Score, ...] = field(default_factory=tuple)
    findings: tuple[Finding, ...] = field(default_factory=tuple)
    flags: tuple[Flag, ...] = field(default_factory=tuple)
    notes: tuple[Note, ...] = field(default_factory=tuple)
    musts: tuple[Must, ...] = field(default_factory=tuple)
    lookups: tuple[Lookup, ...] = field(default_factory=tuple)
    trials: tuple[Trial, ...] = field(default_factory=tuple)
    cards: tuple[Card, ...] = field(default_factory=tuple)
    leaflets: tuple[Leaflet, ...] = field(default_factory=tuple)
    address_first: frozenset[str] = frozenset()  # tiers whose flags come before any talk of trials
    glossary: Mapping[str, str] = field(default_factory=dict)  # abbreviation: what it means
    intended_use: str = ""
    valid_until: date | None = None
    usual_age: Range | None = None  # of its patients, in years
    clinic: str = ""
    identifier: str = ""  # what the clinic calls a patient's number
    off: frozenset[str] = frozenset()  # ids of all that the clinic doesn't use; its questions stay, never asked
    approval: Approval | None = None
    translation: Translation | None = None

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every item by id, in form order."""
        return {item.id: item for section in self.sections for item in section.items}

    @cached_property
    def cells(self) -> Mapping[str, Item]:
        """Every name an answer is kept under, in form order, with its item."""
        return {cell: item for item in self.items.values() for cell in item.cells}

    @cached_property
    def section_of(self) -> Mapping[str, Section]:
        """The section of every item id."""
        return {item.id: section for section in self.sections for item in section.items}

    @property
    def instruments(self) -> frozenset[str]:
        """The ids of the sections that ask for what a published scale scores."""
        scored = {line.item for score in self.scores for line in score.points}
        return frozenset(section.id for item, section in self.section_of.items() if item in scored)

    @cached_property
    def pages(self) -> tuple[Section, ...]:
        """The sections that the clinic uses, in order."""
        return tuple(section for section in self.sections if not all(item.is_off for item in section.items))

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The titles of these, by id, in order."""
        return {section.id: section.title for section in self.pages}

    @property
    def is_approved(self) -> bool:
        """Whether somebody approved exactly this content."""
        return self.approval is not None and self.approval.sha256 == self.sha256
