"""What is said of trials as a whole, on paper and beside the pages: what comes before any talk of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.assessment import FlagState, Overall
from screener.report import wording

if TYPE_CHECKING:
    from screener.assess.assessment import Assessment

MOST_NAMED = 4  # raised flags that are named again before trials


def to_address(assessment: Assessment) -> str:
    """Return the raised flags that come before any talk of trials ("" without one, or without points of a trial)."""
    urgent = assessment.form.address_first
    raised = {result.id for result in assessment.flags if result.state is FlagState.RAISED and result.tier in urgent}
    if not raised or all(result.overall is Overall.NA for result in assessment.trials):
        return ""
    titles = [flag.title for flag in assessment.form.flags if flag.id in raised]
    flags = "; ".join(titles) if len(titles) <= MOST_NAMED else wording.MANY_FLAGS.format(count=len(titles))
    return wording.ADDRESS_FIRST.format(flags=flags)
