"""The part of the panel about trials: what comes before them, the state of each, the points to look at."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from screener.assess.assessment import Overall
from screener.form.rules import State
from screener.gui.entries import Entry, Pool, Said, Section
from screener.gui.labels import Words
from screener.gui.theme import SMALL
from screener.language import tr
from screener.report.naming import first_of
from screener.report.overall import overall_words
from screener.report.wording import COME_AFTER, NO_DECISION, SHORT_STATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.assess.assessment import Assessment, TrialResult
    from screener.form.model import Form
    from screener.form.rules import Trial

    Ask = Callable[[str], object]

POINTS_NAMED = tuple((state, SHORT_STATES[state]) for state in (State.BARRIER, State.DISCUSS))


class TrialSection(Section):
    """Each trial with its points; one line for each while something else is to be addressed first."""

    def __init__(self, form: Form, ask_points: Ask, ask_why: Ask) -> None:
        first, small_print = Words("", bold=True, role="alarm"), Words(NO_DECISION, SMALL, role="muted")
        trials = [Entry(tr("Why"), ask_points) for _ in form.trials]
        points = Pool(lambda: Entry(tr("Why"), ask_why), spare=8)
        super().__init__(tr("Trial enquiry (considerations)"), first, *trials, points, small_print)
        self._form, self._first, self._trials, self.points = form, first, trials, points
        self._small_print = small_print

    def show_trials(self, assessment: Assessment, first: str) -> None:
        """Draw what is known of the trials; `first` is what is to be addressed before them."""
        for entry, trial, result in zip(self._trials, self._form.trials, assessment.trials, strict=True):
            is_folded = first and result.overall is not Overall.NA
            entry.say(
                Said(trial.id, trial.title, COME_AFTER) if is_folded
                else Said(trial.id, trial_words(self._form, trial, result), _open_points(result))
            )  # fmt: skip
        if first:
            self._first.say(first)
            self.show_lines([self._first, *self._trials])
        else:
            self.points.say(_points(self._form, assessment.trials))
            has_points = any(result.overall is not Overall.NA for result in assessment.trials)
            self.show_lines([*self._trials, *((self.points, self._small_print) if has_points else ())])


def trial_words(form: Form, trial: Trial, result: TrialResult) -> str:
    """Return the fixed sentence of a trial, with the first of the points it is about."""
    return overall_words(form, trial, result, first_of)


def _open_points(trial: TrialResult) -> str:
    waiting = _states(trial).count(State.NEED_INFO)
    if not waiting or trial.missing:
        return ""
    return tr("{waiting} of {all} points are open.", waiting=waiting, all=len(trial.criteria))


def _points(form: Form, trials: tuple[TrialResult, ...]) -> list[Said]:
    states = [*chain.from_iterable(map(_states, trials))]
    criteria = [*chain.from_iterable(trial.criteria for trial in form.trials)]
    return [
        _point(criterion.id, criterion.title, words)
        for wanted, words in POINTS_NAMED
        if wanted in states
        for criterion, state in zip(criteria, states, strict=True)
        if state == wanted
    ]


def _states(trial: TrialResult) -> list[str]:
    return [criterion.state for criterion in trial.criteria]


_point = lru_cache(maxsize=256)(Said)  # most points stand as they did
