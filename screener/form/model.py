"""A form as the program uses it: frozen, checked, free of files and of YAML.

A `Form` holds everything that the people who edit forms wrote, in their order, with the place (`at`) of each
definition. Expressions are typed trees (`screener.form.expression`); nothing here is evaluated.
"""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from screener.form.cards import Card, Leaflet
    from screener.form.expression import Expression
    from screener.form.problem import Span

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
    options: tuple[Option, ...] = ()  # yes_no, choice, several
    limits: Range | None = None  # whole
    usual: Range | None = None  # whole
    normal_range: Normal | None = None  # whole
    unit: str = ""  # whole: a word after the number, for people only
    units: tuple[Unit, ...] = ()  # quantity
    cutoffs: Mapping[str, CutOff] = field(default_factory=dict)  # quantity, whole
    is_dated: bool = False  # quantity: asks for the date of the measurement
    fresh_for: int | None = None  # quantity: days; an older result is unknown to rules
    has_not_done: bool = False  # quantity: "not done" is an answer
    not_done: str | None = None  # choice: the option that says so
    converts: str = ""  # quantity: the analyte whose reviewed conversion shows the other unit
    future: bool = False  # date: days after the assessment are accepted
    lines: int = 1  # text
    columns: tuple[Item, ...] = ()  # table
    request: str = ""  # the test to ask for when a result waits for the answer
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
class Value:
    """A derived, named number (or quantity): shown rounded to `decimals`, compared unrounded."""

    id: str
    title: str
    is_: Expression
    at: Span
    unit: str = ""
    decimals: int | None = None
    like: str = ""  # a quantity with the units of this item
    cutoffs: Mapping[str, CutOff] = field(default_factory=dict)
    source: str = ""
    validity: str = ""  # when the figure can't be trusted, in a sentence
    reviewed: str = ""  # who compared it with the publication
    uncertain: str = ""  # what isn't sure about it
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Points:
    """One scored line: the points of an item by option or number, or of a condition.

    Exactly one of `options`, `steps` and `when` is used. `steps` are (lower end, points) in rising order.
    """

    item: str  # the item's id, or the line's own id when it has a condition
    at: Span
    options: Mapping[str, Decimal] = field(default_factory=dict)
    steps: tuple[tuple[Decimal, Decimal], ...] = ()
    when: Expression | None = None
    points: Decimal = Decimal(1)  # of a condition that is met
    otherwise: Decimal = Decimal(0)  # of a condition that is not met
    worst_side: bool = False  # one line for both sides: the side with more points
    not_asked: Decimal | None = None  # points when not asked; None: counts as missing
    title: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of a score from its lower end up to the next band."""

    start: Decimal
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class ScoreCutOff:
    """A mark of a score, met at `start` or above."""

    id: str
    start: Decimal
    text: str
    at: Span


@dataclass(frozen=True, slots=True)
class Score:
    """A validated scale: points added up, never with a missing answer as zero."""

    id: str
    title: str
    points: tuple[Points, ...]
    range: Range
    cite: str
    at: Span
    short: str = ""
    licence: str = ""  # A, B, C or D of the clinical source
    measures: str = ""  # symptoms, signs ...: what the number is about
    applies_if: Expression | None = None
    bands: tuple[Band, ...] = ()
    cutoffs: tuple[ScoreCutOff, ...] = ()
    reviewed: str = ""  # who compared it with the publication
    uncertain: str = ""  # what isn't sure about it
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """`outcome` when `when` is true and no case before it is; `when` is None for `otherwise`."""

    outcome: str
    when: Expression | None
    at: Span


class Per(StrEnum):
    """What a finding is about."""

    PERSON = "person"
    SIDE = "side"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule with named outcomes; the first matching case decides."""

    id: str
    title: str
    outcomes: tuple[Option, ...]
    cases: tuple[Case, ...]
    cite: str
    at: Span
    per: Per = Per.PERSON
    table: str = ""  # the table, for `per: row`
    is_ordered: bool = False
    applies_if: Expression | None = None
    short: str = ""
    help: str = ""  # what the outcome means, in a sentence
    is_hidden: bool = False  # a step of other rules, not printed as a result of its own
    lacks_limit: bool = False  # the site has not set the limit that it reads: it doesn't apply
    reviewed: str = ""  # who compared it with the publication
    uncertain: str = ""  # what isn't sure about it
    valid_until: date | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The names its outcome is read under: one, or one per side."""
        return tuple(f"{self.id}.{side}" for side in SIDES) if self.per is Per.SIDE else (self.id,)


@dataclass(frozen=True, slots=True)
class Tier:
    """How soon a red flag must be acted on; the form lists them from the most urgent."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A red flag. Outcomes of its cases are tier ids, `otherwise` is clear (None)."""

    id: str
    title: str
    cases: tuple[Case, ...]  # outcome: tier id, or "clear"
    action: str
    at: Span
    cite: str = ""
    reviewed: str = ""
    uncertain: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence with a condition and its place on paper."""

    id: str
    text: str
    place: str
    when: Expression
    at: Span
    about: str = ""  # the value or result in whose row it stands, where that has one
    source: str = ""


@dataclass(frozen=True, slots=True)
class Must:
    """A rule across answers: false is a violation with this message."""

    id: str
    must: Expression
    message: str
    at: Span


@dataclass(frozen=True, slots=True)
class Lookup:
    """A table of numbers by the option of one choice, such as doses by drug."""

    id: str
    title: str
    key: str  # the item or `table.column` whose options are the keys
    numbers: Mapping[str, Decimal]
    source: str
    at: Span
    unit: str = ""
    reviewed: str = ""  # who compared it with the publication
    uncertain: str = ""  # what isn't sure about it
    valid_until: date | None = None


class State(StrEnum):
    """The states of a criterion, in the order in which its cases must stand."""

    NA = "na"
    BARRIER = "barrier"
    NEED_INFO = "need_info"
    DISCUSS = "discuss"
    OK = "ok"


@dataclass(frozen=True, slots=True)
class Criterion:
    """A point that trial teams commonly ask about; cases have `State` ids as outcomes.

    Where its trial has an `applies_if`, its first case is `na` when that is false.
    """

    id: str
    title: str
    cases: tuple[Case, ...]
    why: str
    at: Span
    is_blocking: bool = True
    seen_in: str = ""
    reviewed: str = ""
    uncertain: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """A set of criteria as read on one day; none of them applies where `applies_if` is false."""

    id: str
    title: str
    kind: str  # composite, reference ...
    snapshot: date
    source: str
    criteria: tuple[Criterion, ...]
    at: Span
    applies_if: Expression | None = None
    valid_until: date | None = None
    notes: tuple[Note, ...] = ()
    cutoffs: Mapping[str, CutOff] = field(default_factory=dict)
    reviewed: str = ""
    uncertain: str = ""


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
    clinic: str = ""
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

    @property
    def is_approved(self) -> bool:
        """Whether somebody approved exactly this content."""
        return self.approval is not None and self.approval.sha256 == self.sha256

    def expressions(self) -> Iterator[Expression]:
        """Every expression of the form, in no promised order."""
        asked = (asked for item in self.items.values() for asked in (item, *item.columns))
        rules: list[Finding | Flag | Criterion] = [*self.findings, *self.flags]
        rules += [criterion for trial in self.trials for criterion in trial.criteria]
        notes = (*self.notes, *(note for trial in self.trials for note in trial.notes))
        optional = (
            *(item.ask_if for item in asked),
            *(score.applies_if for score in self.scores),
            *(line.when for score in self.scores for line in score.points),
            *(finding.applies_if for finding in self.findings),
            *(trial.applies_if for trial in self.trials),
            *(case.when for rule in rules for case in rule.cases),
        )
        yield from (expression for expression in optional if expression is not None)
        yield from (value.is_ for value in self.values)
        yield from (note.when for note in notes)
        yield from (must.must for must in self.musts)
