"""The command `assess`: what answers mean, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.answers import NOTHING, Measured, NoValue, PartialDate
from screener.assess.json_text import json_text
from screener.cli.opened import opened
from screener.entry import answer_number
from screener.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from screener.assess.assessment import Assessment, FindingResult, Missing, Needed, ScoreResult, TrialResult
    from screener.assess.json_text import Json


def assess_file(path: Path, own: Path | None) -> str:
    """Return the JSON of what the answers of a file mean: for programs, so the same in every language."""
    return json_text(concluded(opened(path, own, ENGLISH).assessment))


def concluded(assessment: Assessment) -> Json:
    """Return everything concluded, numbers with their digits."""
    form = assessment.form
    return {
        "form": {"id": form.id, "version": form.version, "sha256": form.sha256},
        "values": [
            {"id": each.id, "value": each.value, "lowest": each.lowest, "highest": each.highest, "unit": each.unit}
            for each in assessment.values
        ],
        "scores": [_score(score) for score in assessment.scores],
        "findings": [_finding(finding) for finding in assessment.findings],
        "flags": [
            {"id": flag.id, "tier": flag.tier, "state": flag.state.value, "missing": _missing(flag.missing)}
            for flag in assessment.flags
        ],
        "trials": [_trial(trial) for trial in assessment.trials],
        "notes": list(assessment.notes),
        "not_asked": list(assessment.not_asked),
        "needed": [_needed(needed) for needed in assessment.needed],
    }


def _score(score: ScoreResult) -> Json:
    return {
        "id": score.id,
        "state": score.state.value,
        "total": score.total,
        "lowest": score.lowest,
        "highest": score.highest,
        "maximum": score.maximum,
        "band": score.band,
        "answered": score.answered,
        "items": score.items,
        "cutoffs": [{"id": cutoff.id, "state": cutoff.state.value} for cutoff in score.cutoffs],
        "missing": _missing(score.missing),
    }


def _finding(finding: FindingResult) -> Json:
    return {
        "id": finding.id,
        "side": finding.side,
        "state": finding.state.value,
        "outcome": finding.outcome,
        "possible": list(finding.possible),
        "missing": _missing(finding.missing),
    }


def _trial(trial: TrialResult) -> Json:
    criteria: list[Json] = [
        {"id": each.id, "state": str(each.state), "possible": list(each.possible), "missing": _missing(each.missing)}
        for each in trial.criteria
    ]
    overall = {"overall": trial.overall.value, "missing": _missing(trial.missing)}
    return {"id": trial.id} | overall | {"criteria": criteria}


def _missing(missing: Sequence[Missing]) -> list[Json]:
    """Name each missing answer and why it is missing, with what is there all the same."""
    return [
        {"item": each.item, "reason": each.reason} | ({"detail": detail} if (detail := _detail(each)) else {})
        for each in missing
    ]


def _detail(missing: Missing) -> str:
    """Return what is there, as entered: a number with its age where it is too old, a date, the text of a reason."""
    match missing.answer:
        case Measured(unit=unit) as given:
            figure = f"{answer_number(given)} {unit}".rstrip()
            return f"{figure}, {missing.days} days old" if missing.days else figure
        case PartialDate() as date:
            return str(date)
        case NoValue(text=text):
            return text
        case _:
            return ""


def _needed(needed: Needed) -> Json:
    """Name an open item and what it settles; one with a reason for no value is marked with it."""
    mark = {} if needed.reason == NOTHING else {"reason": needed.reason}
    return {"item": needed.item, "settles": list(needed.settles)} | mark
