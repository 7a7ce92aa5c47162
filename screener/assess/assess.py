"""Form and Answers become an Assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screener.assess.answers import Answers
    from screener.assess.assessment import Assessment
    from screener.form.model import Form


def assess(form: Form, answers: Answers, before: Assessment | None = None) -> Assessment:
    """Return what the answers mean; `before`, an assessment of the same form, only makes it faster."""
    raise NotImplementedError
