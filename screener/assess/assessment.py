"""What the answers mean: computed, never edited.

Every undecided result names in `missing` the answers that can still change it; what is decided is the same in
every way in which the missing answers could still come in.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from screener.assess.answers import NOTHING
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from screener.assess.answers import Answer, Answers
    from screener.form.model import Form


@dataclass(frozen=True, slots=True)
class Missing:
    """An answer that can still change a result.

    `item` is a cell (`ankle_reflex.left`), a column in a row, from 1 (`medicines.2.weeks`), a part of either
    (`hba1c.date`, `b12.unit`), `table.more` for rows that may still come, `patient.born` or `date`. `reason` is
    NOTHING, why there is no value (a `Reason`), STALE, or INEXACT (a number after < or >, a date without its day).
    `answer`: what is there all the same, None for NOTHING; `days`: the age of what is stale.
    """

    item: str
    reason: str
    answer: Answer | None = None
    days: int = 0


class ScoreState(StrEnum):
    """Whether a score has a total."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    NA = "na"


class CutOffState(StrEnum):
    """Where a score lies against one of its cut-offs."""

    MET = "met"
    NOT_MET = "not_met"
    UNDECIDED = "undecided"


class FindingState(StrEnum):
    """Whether a finding has one outcome."""

    DECIDED = "decided"
    UNDECIDED = "undecided"
    NA = "na"


class FlagState(StrEnum):
    """Whether a red flag is raised."""

    RAISED = "raised"
    CLEAR = "clear"
    NOT_ESTABLISHED = "not_established"


class Overall(StrEnum):
    """What a trial's criteria come to."""

    BARRIER_RECORDED = "barrier_recorded"
    INFORMATION_NEEDED = "information_needed"
    POINTS_TO_DISCUSS = "points_to_discuss"
    NO_BARRIER_RECORDED = "no_barrier_recorded"
    NA = "na"


@dataclass(frozen=True, slots=True)
class ValueResult:
    """A derived number, unrounded. `value` when decided; else the ends (None: no end). `is_none`: has no value."""

    id: str
    value: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    unit: str
    is_none: bool = False
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class CutOffResult:
    """One cut-off of a score."""

    id: str
    state: CutOffState


@dataclass(frozen=True, slots=True)
class ScoreResult:
    """`total` and `band` are None unless decided. `answered` of `items` lines are certain."""

    id: str
    state: ScoreState
    total: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    maximum: Decimal
    band: str | None
    bands: tuple[str, ...]  # those still possible
    answered: int
    items: int
    cutoffs: tuple[CutOffResult, ...]
    missing: tuple[Missing, ...] = ()
    not_asked: tuple[str, ...] = ()  # cells that count as missing because they are not asked


@dataclass(frozen=True, slots=True)
class FindingResult:
    """`side` is "", "left", "right" or the row's number from 1; `outcome` None unless decided."""

    id: str
    side: str
    state: FindingState
    outcome: str | None
    possible: tuple[str, ...]
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class FlagResult:
    """`tier`: that of a raised flag, else the most urgent still possible ("" when clear)."""

    id: str
    tier: str
    state: FlagState
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """`state` is a `screener.form.rules.State`; several `possible` states make it need_info."""

    id: str
    state: str
    possible: tuple[str, ...]
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class TrialResult:
    """A trial: its overall state, its criteria in order; `missing` keeps open whether it applies at all."""

    id: str
    overall: Overall
    criteria: tuple[CriterionResult, ...]
    notes: tuple[str, ...] = ()  # ids of the notes that hold
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class Needed:
    """An open item on screen and the ids of the undecided results that wait for it, most urgent first."""

    item: str
    settles: tuple[str, ...]
    reason: str = NOTHING


class Asked(StrEnum):
    """Whether an item is asked of this patient."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True, slots=True, eq=False)
class Assessment:
    """Everything concluded from one set of answers to one form. Compare with `same_as`."""

    form: Form
    answers: Answers
    values: tuple[ValueResult, ...]
    scores: tuple[ScoreResult, ...]
    findings: tuple[FindingResult, ...]
    flags: tuple[FlagResult, ...]
    trials: tuple[TrialResult, ...]
    notes: tuple[str, ...]  # ids of the notes that hold
    violated: tuple[str, ...]  # ids of the `must` rules that are broken
    asked: Mapping[str, Asked]  # every cell
    on_screen: frozenset[str]  # cells shown: asked, or open although everything its condition reads is dealt with
    needed: tuple[Needed, ...]
    parts_not_asked: frozenset[str] = frozenset()  # `table.row.column`, rows from 0: what is not asked in its row
    memory: object = None  # the evaluator's own, to make the next assessment fast; nothing that is concluded

    @property
    def not_asked(self) -> tuple[str, ...]:
        """Cells not asked of this patient, in form order."""
        return tuple(cell for cell, asked in self.asked.items() if asked is Asked.NO)

    @property
    def rows(self) -> int:
        """How many rows are asked of this patient: a question is one, with its two sides too, and a table is one."""
        return sum(any(cell in self.on_screen for cell in item.cells) for item in self.form.items.values())

    def results(self) -> tuple[object, ...]:
        """Return all that was concluded, for comparison."""
        return (
            self.values, self.scores, self.findings, self.flags, self.trials, self.notes, self.violated,
            dict(self.asked), self.on_screen, self.needed, self.parts_not_asked,
        )  # fmt: skip

    def same_as(self, other: Assessment) -> bool:
        """Whether both conclude the same."""
        return self.results() == other.results()
