"""What a form works out of the answers: values, scores, findings, red flags, notes, trials; frozen, as it was written.

Expressions are typed trees (`screener.form.expression`); nothing here is evaluated.
"""

from __future__ import annotations

import re
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from screener.form.model import SIDES
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from screener.form.expression import Expression
    from screener.form.model import CutOff, Form, Option, Range
    from screener.form.problem import Span

IN_BRACES = re.compile(r"\{([^{}]*)\}")  # in the sentences of a form: a name that paper replaces by words


def names_in_braces(text: str) -> Iterator[str]:
    """Yield the names that paper replaces by words."""
    return (found[1] for found in IN_BRACES.finditer(text))


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
    applies_if: Expression | None = None
    bands: tuple[Band, ...] = ()
    cutoffs: tuple[ScoreCutOff, ...] = ()
    reviewed: str = ""  # who compared it with the publication
    uncertain: str = ""  # what isn't sure about it
    valid_until: date | None = None

    @property
    def conditions(self) -> tuple[Expression, ...]:
        """Every condition it has."""
        return _given(self.applies_if, *(line.when for line in self.points))


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

    @property
    def conditions(self) -> tuple[Expression, ...]:
        """Every condition it has."""
        return _given(self.applies_if, *(case.when for case in self.cases))


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

    @property
    def conditions(self) -> tuple[Expression, ...]:
        """Every condition it has."""
        return _given(*(case.when for case in self.cases))


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
    """A table of numbers by the option of one choice, such as doses by drug.

    Its numbers may be the ends of what is usual in a column beside that choice: a second look outside.
    """

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
    lowest_usual: str = ""  # the column
    highest_usual: str = ""


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

    @property
    def conditions(self) -> tuple[Expression, ...]:
        """Every condition it has."""
        return _given(*(case.when for case in self.cases))


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


def _given(*optional: Expression | None) -> tuple[Expression, ...]:
    return tuple(expression for expression in optional if expression is not None)


def expressions(form: Form) -> Iterator[Expression]:
    """Yield every expression of a form, in no promised order."""
    rules: list[Score | Finding | Flag | Criterion] = [*form.scores, *form.findings, *form.flags]
    rules += [criterion for trial in form.trials for criterion in trial.criteria]
    asked = (asked for item in form.items.values() for asked in (item, *item.columns))
    yield from _given(*(item.ask_if for item in asked), *(trial.applies_if for trial in form.trials))
    for rule in rules:
        yield from rule.conditions
    yield from (value.is_ for value in form.values)
    yield from (note.when for note in (*form.notes, *(note for trial in form.trials for note in trial.notes)))
    yield from (must.must for must in form.musts)
