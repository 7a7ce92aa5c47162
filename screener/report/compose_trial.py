"""The points that trial teams commonly ask about: one sentence on page 1, every criterion later. Never a verdict."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from screener.assess.assessment import Overall
from screener.entry import written_date
from screener.form.model import State
from screener.report import wording
from screener.report.document import Block, Column, Grid, Listing, Words
from screener.report.naming import assessed_on, filled, missing_text, notes_at

if TYPE_CHECKING:
    from screener.assess.assessment import Assessment, CriterionResult, TrialResult
    from screener.form.model import Criterion, Form, Trial

COLUMNS = (Column("Point", 21), Column("On the information recorded", 33), Column("Why it is asked", 46))
_LISTED = {
    Overall.BARRIER_RECORDED: (State.BARRIER,),
    Overall.INFORMATION_NEEDED: (State.NEED_INFO,),
    Overall.POINTS_TO_DISCUSS: (State.DISCUSS, State.NEED_INFO),
    Overall.NO_BARRIER_RECORDED: (),
    Overall.NA: (),
}


def overall(assessment: Assessment) -> tuple[Block, ...]:
    """Return the overall sentence of every trial, and the standing statements."""
    blocks: list[Block] = [
        Words(_overall_words(assessment.form, trial, result), lead=f"{trial.title}:")
        for trial, result in _with_results(assessment)
    ]
    if blocks:
        blocks.append(Words(f"{wording.INVESTIGATIONAL} {wording.NO_DECISION}", is_small=True))
    return tuple(blocks)


def criteria(assessment: Assessment) -> tuple[Block, ...]:
    """Return every criterion with its state, what it needs and why, then sources and warning."""
    blocks: list[Block] = []
    for trial, result in _with_results(assessment):
        states = {each.id: each for each in result.criteria}
        order = list(wording.COUNT_PARTS)
        listed = sorted(trial.criteria, key=lambda each: order.index(State(states[each.id].state)))
        rows = tuple(_row(assessment, criterion, states[criterion.id]) for criterion in listed)
        strong = frozenset(
            place for place, criterion in enumerate(listed) if states[criterion.id].state == State.BARRIER
        )
        blocks.append(Words(_overall_words(assessment.form, trial, result), lead=f"{trial.title}:"))
        if result.overall is Overall.NA:
            continue
        blocks.append(Grid(COLUMNS, rows, strong))
        held = [filled(assessment, note.text) for note in trial.notes if note.id in result.notes]
        if held:
            blocks.append(Listing(tuple(held)))
        blocks.append(Words(_source(assessment, trial), is_small=True))
    notes = notes_at(assessment, "trial")
    if notes:
        blocks.append(Listing(notes))
    if assessment.trials:
        blocks.append(Words(wording.UNPROVEN_CLINICS, is_boxed=True))
    return tuple(blocks)


def _with_results(assessment: Assessment) -> list[tuple[Trial, TrialResult]]:
    results = {result.id: result for result in assessment.trials}
    return [(trial, results[trial.id]) for trial in assessment.form.trials if trial.id in results]


def _overall_words(form: Form, trial: Trial, result: TrialResult) -> str:
    """Return the fixed sentence with its list, and how many points stand where."""
    if result.overall is Overall.NA:
        return wording.OVERALL[Overall.NA]
    if result.missing:
        items = missing_text(form, result.missing, with_nothing=True)
        return f"{wording.TRIAL_OPEN} {wording.NEEDED.format(items=items)}."
    states = {each.id: State(each.state) for each in result.criteria}
    listed = [
        f"{criterion.title} ({criterion.id})"
        for criterion in trial.criteria
        if states.get(criterion.id) in _LISTED[result.overall]
    ]
    sentence = wording.OVERALL[result.overall].format(list=", ".join(listed))
    counts = Counter(states.values())
    parts = [text.format(count=counts[state]) for state, text in wording.COUNT_PARTS.items() if counts[state]]
    return f"{sentence} {wording.COUNTS.format(count=len(states), parts=', '.join(parts))}"


def _row(assessment: Assessment, criterion: Criterion, result: CriterionResult) -> tuple[str, ...]:
    state = wording.STATES[State(result.state)]
    if len(result.possible) > 1:
        possible = ", ".join(wording.SHORT_STATES[State(each)] for each in result.possible)
        state = f"{state}. {wording.COULD_BE.format(states=possible)}"
    needed = missing_text(assessment.form, result.missing, with_nothing=True)
    said = f"{state}. {wording.NEEDED.format(items=needed)}" if needed else state
    why = filled(assessment, criterion.why)
    if criterion.seen_in:
        why = f"{why} {wording.SEEN_IN.format(trials=criterion.seen_in.rstrip('.'))}"
    return (f"{criterion.id} {criterion.title}", said, why)


def _source(assessment: Assessment, trial: Trial) -> str:
    source = f"generic {trial.kind}" if trial.kind == "composite" else trial.source
    words = wording.CRITERIA_SOURCE.format(source=source, date=written_date(trial.snapshot))
    on = assessed_on(assessment.answers)
    if trial.valid_until is not None and on is not None and on > trial.valid_until:
        words += " " + wording.CRITERIA_PAST.format(date=written_date(trial.valid_until))
    return words
