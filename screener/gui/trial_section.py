"""The part of the panel about trials: what comes before them, the state of each, the points to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.assessment import Overall
from screener.form.rules import State
from screener.gui.entries import Entry, Pool, Said, Section
from screener.gui.labels import Words
from screener.language import tr
from screener.report.wording import COME_AFTER, SHORT_STATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.assess.assessment import Assessment, TrialResult
    from screener.form.model import Form

    Ask = Callable[[str], object]

TRIAL_WORDS = {
    Overall.BARRIER_RECORDED: tr("A point recorded is commonly a reason not to enter trials of this kind."),
    Overall.INFORMATION_NEEDED: tr("Information needed."),
    Overall.POINTS_TO_DISCUSS: tr("No commonly used exclusion is recorded; there are points to discuss."),
    Overall.NO_BARRIER_RECORDED: tr("No commonly used exclusion is recorded on the information given."),
    Overall.NA: tr("No trial enquiry was made."),
}
POINTS_NAMED = (State.BARRIER, State.DISCUSS)


class TrialSection(Section):
    """Each trial with its points; one line for each while something else is to be addressed first."""

    def __init__(self, form: Form, ask_points: Ask, ask_why: Ask) -> None:
        first = Words("", bold=True, role="alarm")
        trials = [Entry(tr("Why"), ask_points) for _ in form.trials]
        points = Pool(lambda: Entry(tr("Why"), ask_why), spare=8)
        super().__init__(tr("Trial enquiry (considerations)"), first, *trials, points)
        self._form, self._first, self._trials, self.points = form, first, trials, points

    def show_trials(self, assessment: Assessment, first: str) -> None:
        """Draw what is known of the trials; `first` is what is to be addressed before them."""
        for entry, trial, result in zip(self._trials, self._form.trials, assessment.trials, strict=True):
            is_folded = first and result.overall is not Overall.NA
            entry.say(Said(trial.id, trial.title, COME_AFTER) if is_folded else Said(trial.id, _trial_said(result)))
        if first:
            self._first.say(first)
            self.show_lines([self._first, *self._trials])
        else:
            self.points.say(_points(self._form, assessment.trials))
            self.show_lines([*self._trials, self.points] if self._trials else [])


def _trial_said(trial: TrialResult) -> str:
    waiting = [criterion.state for criterion in trial.criteria].count(State.NEED_INFO)
    said = TRIAL_WORDS[trial.overall]
    if waiting:
        points = tr("{waiting} of {all} points are open.", waiting=waiting, all=len(trial.criteria))
        return f"{said} {points}"
    return said


def _points(form: Form, trials: tuple[TrialResult, ...]) -> list[Said]:
    found: dict[str, list[Said]] = {wanted: [] for wanted in POINTS_NAMED}
    for trial, result in zip(form.trials, trials, strict=True):
        for criterion, point in zip(trial.criteria, result.criteria, strict=True):
            if point.state in found:
                found[point.state].append(Said(criterion.id, criterion.title, SHORT_STATES[State(point.state)]))
    return [said for lines in found.values() for said in lines]
