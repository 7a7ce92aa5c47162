"""What is said of where the points of a trial come from (clinical source 3.5, statement 3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from screener.form.model import Approval
from screener.report.compose import compose_report
from screener.report.document import Length
from screener.report.texts import strings
from tests.report import hand_made

FORM = hand_made.FORM
APPROVED = Approval("Dr C. Example", "Neurologist", date(2026, 12, 3), FORM.sha256)
OTHER = replace(APPROVED, sha256="0" * 64)
CHECK = "Trial details change: check the registry."


def said(approval=None, **trial):
    """What a paper says of its criteria, in full and on one page."""
    made = hand_made.assessment()
    form = replace(FORM, approval=approval, trials=(replace(FORM.trials[0], **trial),))
    for length in (Length.FULL, Length.PAGE):
        texts = strings(compose_report(replace(made, form=form), length).parts)
        yield next(text[text.index("Criteria source") :] for text in texts if "Criteria source" in text)


@pytest.mark.parametrize(
    ("approval", "trial", "words"),
    [
        (None, {}, "generic composite, put together on 21-Nov-2026, not yet reviewed"),
        (OTHER, {}, "generic composite, put together on 21-Nov-2026, not yet reviewed"),
        (APPROVED, {}, "generic composite, put together on 21-Nov-2026, reviewed on 03-Dec-2026"),
        (None, {"reviewed": "Dr D, 1-Dec-2026."}, "generic composite, put together on 21-Nov-2026, reviewed: Dr D, 1-Dec-2026"),
        (None, {"kind": "reference", "source": "NCT02387749.\n"}, "NCT02387749, as read on 21-Nov-2026, not yet reviewed"),
    ],
)  # fmt: skip
def test_that_criteria_are_called_reviewed_only_where_someone_reviewed_them(approval, trial, words):
    for text in said(approval, **trial):
        assert text.startswith(f"Criteria source: {words}. {CHECK}")
