"""Typed expressions: what a rule reads, as a small tree that is never executed as Python.

Truth nodes and number nodes are separate families; `screener.form.parse` builds them and refuses anything else.
A *cell* is a name that an answer or an outcome is kept under: `age_entered`, `ankle_reflex.left`, `lops.right`;
inside a rule over table rows, a column is the cell `table.column`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from screener.form.problem import Span

# --- truth -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Always:
    """True, or false, whatever is answered."""

    value: bool


@dataclass(frozen=True, slots=True)
class And:
    """Every part is true."""

    parts: tuple[Truth, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Some part is true."""

    parts: tuple[Truth, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part is not true."""

    part: Truth


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `n` of the parts are true."""

    n: int
    parts: tuple[Truth, ...]


@dataclass(frozen=True, slots=True)
class Is:
    """The choice (or yes/no) kept under `cell` is one of `options`; false when it has no value."""

    cell: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class Has:
    """The several-choice under `cell` includes `option`."""

    cell: str
    option: str


@dataclass(frozen=True, slots=True)
class Finds:
    """The finding under `cell` has one of `outcomes`; false when it does not apply."""

    cell: str
    outcomes: frozenset[str]


@dataclass(frozen=True, slots=True)
class UnitIs:
    """The quantity under `cell` was entered in one of `units`."""

    cell: str
    units: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """The item under `cell` has a value: false when not asked or not done, open while nothing is recorded."""

    cell: str


@dataclass(frozen=True, slots=True)
class KnownResult:
    """The value or score `id` has a number; the finding cell applies."""

    id: str


TURNED = {"==": "==", "<": ">", "<=": ">=", ">": "<", ">=": "<="}  # what is said of the one, said of the other


@dataclass(frozen=True, slots=True)
class Compare:
    """Two numbers, quantities or dates compared; false when either has no value. `op`: == < <= > >=."""

    op: str
    left: Number
    right: Number


@dataclass(frozen=True, slots=True)
class Within:
    """The date lies in the `count` calendar units up to the assessment, that first day included."""

    date: Number
    count: int
    unit: str  # days, weeks, months, years


@dataclass(frozen=True, slots=True)
class AnyRow:
    """Some row of the table fulfils the part."""

    table: str
    part: Truth


@dataclass(frozen=True, slots=True)
class AllRows:
    """Every row of the table fulfils the part."""

    table: str
    part: Truth


# --- numbers, quantities and dates -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Literal:
    """A number as written."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class CutOffNumber:
    """A cut-off: one number per unit, or one under "" for a plain number; none where the site has to set it."""

    name: str
    numbers: Mapping[str, Decimal]

    def __hash__(self) -> int:
        return hash((self.name, tuple(self.numbers.items())))


@dataclass(frozen=True, slots=True)
class Reading:
    """The number, quantity or date kept under `cell`."""

    cell: str


@dataclass(frozen=True, slots=True)
class AgeDays:
    """Days from the measurement of the quantity under `cell` to the assessment."""

    cell: str


@dataclass(frozen=True, slots=True)
class MeasuredOn:
    """The date of the measurement of the quantity under `cell`."""

    cell: str


@dataclass(frozen=True, slots=True)
class ValueOf:
    """A derived value."""

    id: str


@dataclass(frozen=True, slots=True)
class ScoreOf:
    """The total of a score."""

    id: str


@dataclass(frozen=True, slots=True)
class Assessed:
    """The date of the assessment."""


@dataclass(frozen=True, slots=True)
class Born:
    """The patient's date of birth."""


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`op`: + - * /."""

    op: str
    left: Number
    right: Number


@dataclass(frozen=True, slots=True)
class Function:
    """A reviewed function of numbers (`screener.assess.conversions`), by name."""

    name: str
    args: tuple[Number | Choice, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The option chosen under `cell`, as an argument of a function (`egfr`, `lookup`)."""

    cell: str


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The number of the look-up table `id` for the option under `cell`."""

    id: str
    cell: str


@dataclass(frozen=True, slots=True)
class CountRows:
    """How many rows of the table fulfil the part."""

    table: str
    part: Truth


@dataclass(frozen=True, slots=True)
class CountChosen:
    """How many options of the several-choice under `cell` are chosen, the exclusive one not counted."""

    cell: str


Truth = (
    Always
    | And
    | Or
    | Not
    | AtLeast
    | Is
    | Has
    | Finds
    | UnitIs
    | Known
    | KnownResult
    | Compare
    | Within
    | AnyRow
    | AllRows
)
Number = (
    Literal
    | CutOffNumber
    | Reading
    | AgeDays
    | MeasuredOn
    | ValueOf
    | ScoreOf
    | Assessed
    | Born
    | Arithmetic
    | Function
    | LookedUp
    | CountRows
    | CountChosen
)
Node = Truth | Number | Choice


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression as written and as understood: one root, or one per side (left, right)."""

    text: str
    at: Span
    roots: tuple[Node, ...]

    def on(self, side: str = "") -> Node:
        """Return the root, or that of a side."""
        return self.roots[-1] if side == "right" else self.roots[0]

    def truth(self, side: str = "") -> Truth:
        """Return the root of an expression that the form's check read as a condition."""
        return cast("Truth", self.on(side))

    def number(self) -> Number:
        """Return the root of an expression that the form's check read as a number."""
        return cast("Number", self.roots[0])
