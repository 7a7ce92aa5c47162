"""Steps become results: each rule's outcome in the words of the Assessment."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from screener.assess.assessment import (
    CriterionResult,
    CutOffResult,
    CutOffState,
    FindingResult,
    FindingState,
    FlagResult,
    FlagState,
    Missing,
    Overall,
    ScoreResult,
    ScoreState,
    ValueResult,
)
from screener.assess.diagram import bits_of
from screener.assess.intervals import FALSE_ONLY, TRUE_ONLY
from screener.form.rules import State as CriterionState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from screener.assess.possible import Possible
    from screener.assess.program import State
    from screener.assess.scores import Figures
    from screener.form.model import Form, Item
    from screener.form.rules import Criterion, Finding, Flag, Score, Value

CRITERION_STATES = tuple(state.value for state in CriterionState)
CLEAR = "clear"


def missing_in(state: State, names: int) -> tuple[Missing, ...]:
    """Return the missing answers of a mask of names, in form order."""
    return tuple(chain.from_iterable(map(state.missing.__getitem__, bits_of(names))))


def value_result(state: State, step: int, value: Value, like: Item | None) -> ValueResult:
    """Return a derived number as far as it is known."""
    possible: Possible = state.values[step]
    unit = value.unit
    if not possible.parts:
        return ValueResult(value.id, None, None, None, unit, is_none=True)
    missing = missing_in(state, state.open[step])
    if len(possible.parts) > 1:
        return ValueResult(value.id, None, None, None, unit, missing=missing)
    ((in_unit, interval),) = possible.parts.items()
    if like is not None:
        unit = in_unit or like.units[0].id
    low, high = _finite(interval.low), _finite(interval.high)
    number = low if possible.is_decided else None
    return ValueResult(value.id, number, low, high, unit, missing=missing)


def _finite(number: Decimal) -> Decimal | None:
    return number if number.is_finite() else None


def score_result(state: State, step: int, score: Score, lines: int) -> ScoreResult:
    """Return a score: a total only when nothing that is missing can change it."""
    figures: Figures = state.values[step]
    maximum = score.range.highest
    if not figures.possible.parts:
        return ScoreResult(score.id, ScoreState.NA, None, None, None, maximum, None, (), 0, lines, ())
    lowest, highest = figures.totals[0], figures.totals[-1]
    applies = not figures.possible.may_be_none
    is_complete = applies and lowest == highest
    bands = _bands(score, figures.totals)
    cutoffs = tuple(
        CutOffResult(cutoff.id, _cutoff(cutoff.start, lowest, highest) if applies else CutOffState.UNDECIDED)
        for cutoff in score.cutoffs
    )
    return ScoreResult(
        score.id,
        ScoreState.COMPLETE if is_complete else ScoreState.INCOMPLETE,
        lowest if is_complete else None,
        lowest,
        highest,
        maximum,
        bands[0] if applies and len(bands) == 1 else None,
        bands,
        figures.answered,
        lines,
        cutoffs,
        missing_in(state, state.open[step]),
        figures.not_asked,
    )


def _bands(score: Score, totals: Sequence[Decimal]) -> tuple[str, ...]:
    found: list[str] = []
    for place, band in enumerate(score.bands):
        end = score.bands[place + 1].start if place + 1 < len(score.bands) else None
        if any(band.start <= total and (end is None or total < end) for total in totals):
            found.append(band.id)
    return tuple(found)


def _cutoff(start: Decimal, lowest: Decimal, highest: Decimal) -> CutOffState:
    if lowest >= start:
        return CutOffState.MET
    return CutOffState.NOT_MET if highest < start else CutOffState.UNDECIDED


def finding_result(finding: Finding, side: str, outcomes: int, missing: tuple[Missing, ...]) -> FindingResult:
    """Return a finding from the mask of its outcomes; the bit after them is "does not apply"."""
    possible = tuple(option.id for place, option in enumerate(finding.outcomes) if outcomes >> place & 1)
    if not possible:
        return FindingResult(finding.id, side, FindingState.NA, None, ())
    may_be_na = bool(outcomes >> len(finding.outcomes) & 1)
    if len(possible) == 1 and not may_be_na:
        return FindingResult(finding.id, side, FindingState.DECIDED, possible[0], possible)
    if may_be_na:
        possible = (*possible, FindingState.NA.value)
    return FindingResult(finding.id, side, FindingState.UNDECIDED, None, possible, missing)


def flag_result(state: State, step: int, flag: Flag, form: Form) -> FlagResult:
    """Return a red flag; outcomes are the tiers of the form, then clear."""
    outcomes: int = state.values[step]
    tiers = [tier.id for place, tier in enumerate(form.tiers) if outcomes >> place & 1]
    is_clear_possible = bool(outcomes >> len(form.tiers) & 1)
    if not tiers:
        return FlagResult(flag.id, "", FlagState.CLEAR)
    missing = missing_in(state, state.open[step])
    if is_clear_possible:
        return FlagResult(flag.id, tiers[0], FlagState.NOT_ESTABLISHED, missing)
    return FlagResult(flag.id, tiers[0], FlagState.RAISED, missing if len(tiers) > 1 else ())


def criterion_result(state: State, step: int, criterion: Criterion) -> CriterionResult:
    """Return a criterion; several possible states make it one on which information is needed."""
    outcomes: int = state.values[step]
    possible = tuple(name for place, name in enumerate(CRITERION_STATES) if outcomes >> place & 1)
    if len(possible) == 1:
        return CriterionResult(criterion.id, possible[0], possible)
    missing = missing_in(state, state.open[step])
    return CriterionResult(criterion.id, CriterionState.NEED_INFO.value, possible, missing)


def overall(criteria: Iterable[tuple[Criterion, CriterionResult]], applies: int) -> Overall:
    """Return the overall state of a trial (clinical source 3.4); `applies`: whether it does, as far as decided."""
    if applies != TRUE_ONLY:
        return Overall.NA if applies == FALSE_ONLY else Overall.INFORMATION_NEEDED
    states = {(result.state, criterion.is_blocking) for criterion, result in criteria}
    names = {state for state, _ in states}
    if CriterionState.BARRIER in names:
        return Overall.BARRIER_RECORDED
    if (CriterionState.NEED_INFO, True) in states:
        return Overall.INFORMATION_NEEDED
    if CriterionState.DISCUSS in names or CriterionState.NEED_INFO in names:
        return Overall.POINTS_TO_DISCUSS
    return Overall.NO_BARRIER_RECORDED
