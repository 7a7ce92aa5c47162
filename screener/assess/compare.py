"""What two assessments of one form conclude differently."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screener.assess.assessment import (
        Assessment,
        CriterionResult,
        FindingResult,
        FlagResult,
        ScoreResult,
        ValueResult,
    )

    Result = ValueResult | ScoreResult | FindingResult | FlagResult | CriterionResult


def different(one: Assessment, other: Assessment) -> tuple[str, ...]:
    """Return the ids (`id`, `id.left`, `id.1` of a row) of the results that differ, what is missing for them aside.

    Red flags come first, then scores, findings, values and criteria; hidden findings are left out.
    """
    hidden = {finding.id for finding in one.form.findings if finding.is_hidden}
    before, now = _concluded(one), _concluded(other)
    return tuple(key for key in before | now if before.get(key) != now.get(key) and key.partition(".")[0] not in hidden)


def _concluded(assessment: Assessment) -> dict[str, Result]:
    results: list[Result] = [*assessment.flags, *assessment.scores, *assessment.findings, *assessment.values]
    results += [criterion for trial in assessment.trials for criterion in trial.criteria]
    return {".".join(filter(None, (each.id, getattr(each, "side", "")))): replace(each, missing=()) for each in results}
