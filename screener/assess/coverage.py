"""How much of a form's logic its examples try; fed with the assessments that running them makes.

What has to be tried are conditions on answers (`screener.assess.points`). They are evaluated as any rule is, as the
notes of a form that is watched beside the real one. An example tries a rule only where it says what comes out of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from screener.assess.assess import Assessor
from screener.assess.assessment import FindingState, FlagState, ScoreState
from screener.assess.points import NEEDS_INFORMATION, NOT_SHOWN, OPEN, OVERALL, PointsToTry, note_key, trial_key
from screener.form.expression import Expression
from screener.form.problem import Problem
from screener.form.rules import Note, State

if TYPE_CHECKING:
    from collections.abc import Collection

    from screener.assess.assessment import Assessment
    from screener.assess.points import Point, Seen
    from screener.form.model import Form


class Coverage:
    """The points of one form, and those that examples have tried so far."""

    def __init__(self, form: Form) -> None:
        self._points = tuple(PointsToTry(form).all())
        self._left: dict[str, set[int]] = {}  # by result: the numbers of the points that nothing tried yet
        for number, point in enumerate(self._points):
            self._left.setdefault(point.of, set()).add(number)
        watched = tuple(_watched(number, point) for number, point in enumerate(self._points) if point.when is not None)
        self._watcher = Assessor(replace(form, flags=(), trials=(), musts=(), notes=watched))
        self._before: dict[object, Assessment] = {}  # by its dates, to make the next one fast

    @property
    def points(self) -> int:
        """How many things there are to try."""
        return len(self._points)

    @property
    def tried(self) -> int:
        """How many of them the examples try."""
        return len(self._points) - sum(map(len, self._left.values()))

    def take(self, assessment: Assessment, stated: Collection[str]) -> None:
        """Count what an example tries; `stated` are the results whose outcome it states."""
        left = [numbers for result in ("", *stated) if (numbers := self._left.get(result))]
        if not left:
            return
        answers = assessment.answers
        dates = (answers.patient.born, answers.assessed)
        watched = self._before[dates] = self._watcher.assess(answers, self._before.get(dates))
        tried, seen = {int(note) for note in watched.notes}, _seen_in(assessment)
        for numbers in left:
            numbers.difference_update(tried, [number for number in numbers if self._points[number].seen in seen])

    def gaps(self) -> list[Problem]:
        """Return what no example tries, in order of place: a change of the rule there would go unnoticed."""
        hint = "add one that expects what comes out"
        left = [self._points[number] for numbers in self._left.values() for number in numbers]
        return sorted(
            Problem(point.at, "F620", f"no example of {f'{point.of}: ' if point.of else ''}{point.what}", hint)
            for point in left
        )


def _watched(number: int, point: Point) -> Note:
    assert point.when is not None  # noqa: S101 - for the type checker
    return Note(str(number), "", "", Expression("", point.at, (point.when,)), point.at)


def _seen_in(assessment: Assessment) -> set[Seen]:
    """Return what an assessment shows that is no condition on answers: what is open, what needs information."""
    form = assessment.form
    seen = {(OPEN, score.id, one.item) for score in assessment.scores for one in score.missing}
    seen |= {(OPEN, result, "") for result in _open_results(assessment)}
    shown = {*assessment.notes, *(note for trial in assessment.trials for note in trial.notes)}
    notes = (*form.notes, *(note for trial in form.trials for note in trial.notes))
    seen |= {(NOT_SHOWN, note_key(note.id), "") for note in notes if note.id not in shown}
    for trial in assessment.trials:
        seen.add((OVERALL, trial_key(trial.id), trial.overall))
        states = {criterion.id: criterion.possible for criterion in trial.criteria}
        seen |= {(NEEDS_INFORMATION, id_, "") for id_, possible in states.items() if State.NEED_INFO in possible}
    return seen


def _open_results(assessment: Assessment) -> list[str]:
    """Return the ids of the results that missing answers can still change."""
    criteria = [criterion for trial in assessment.trials for criterion in trial.criteria]
    return [
        *(value.id for value in assessment.values if value.value is None and not value.is_none),
        *(score.id for score in assessment.scores if score.state is ScoreState.INCOMPLETE),
        *(finding.id for finding in assessment.findings if finding.state is FindingState.UNDECIDED),
        *(flag.id for flag in assessment.flags if flag.state is FlagState.NOT_ESTABLISHED),
        *(criterion.id for criterion in criteria if len(criterion.possible) > 1),
    ]
