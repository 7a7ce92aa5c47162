"""What is said of trials as a whole, on paper and beside the pages: what comes before them, their fixed sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.assessment import FlagState, Overall
from screener.form.rules import State
from screener.report import wording
from screener.report.naming import missing_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.assess.assessment import Assessment, TrialResult
    from screener.form.model import Form
    from screener.form.rules import Trial

MOST_NAMED = 4  # raised flags that are named again before trials
_LISTED = {
    Overall.BARRIER_RECORDED: (State.BARRIER,),
    Overall.INFORMATION_NEEDED: (State.NEED_INFO,),
    Overall.POINTS_TO_DISCUSS: (State.DISCUSS, State.NEED_INFO),
    Overall.NO_BARRIER_RECORDED: (),
    Overall.NA: (),
}


def to_address(assessment: Assessment) -> str:
    """Return the raised flags that come before any talk of trials ("" without one, or without points of a trial)."""
    urgent, is_raised = assessment.form.address_first, FlagState.RAISED
    raised = {result.id for result in assessment.flags if result.state is is_raised and result.tier in urgent}
    if not raised or all(result.overall is Overall.NA for result in assessment.trials):
        return ""
    titles = [flag.title for flag in assessment.form.flags if flag.id in raised]
    flags = "; ".join(titles) if len(titles) <= MOST_NAMED else wording.MANY_FLAGS.format(count=len(titles))
    return wording.ADDRESS_FIRST.format(flags=flags)


def overall_words(form: Form, trial: Trial, result: TrialResult, named: Callable[[list[str]], str]) -> str:
    """Return the fixed sentence of the overall state, with the points it is about as `named` lists them."""
    if result.missing and result.overall is not Overall.NA:
        items = missing_text(form, result.missing, with_nothing=True)
        return f"{wording.TRIAL_OPEN} {wording.NEEDED.format(items=items)}."
    listed, points = _LISTED[result.overall], zip(trial.criteria, result.criteria, strict=True)
    about = [f"{each.title} ({each.id})" for each, point in points if point.state in listed]
    return wording.OVERALL[result.overall].format(list=named(about))
