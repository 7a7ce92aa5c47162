"""The command `describe`: what a form holds, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.json_text import json_text
from screener.assess.normal import range_words
from screener.cli.loaded import loaded
from screener.form.model import SIDES, ItemType
from screener.shelf import form_folder

if TYPE_CHECKING:
    from pathlib import Path

    from screener.assess.json_text import Json
    from screener.form.model import Form, Item, Range


def describe(reference: str, own: Path | None) -> str:
    """Return the JSON of a form named by id or folder."""
    return json_text(described(loaded(form_folder(reference, own))))


def described(form: Form) -> Json:
    """Return what a form asks and concludes."""
    return {
        "id": form.id,
        "version": form.version,
        "sha256": form.sha256,
        "items": [_item(item) for item in form.items.values()],
        "values": [{"id": value.id, "title": value.title, "unit": value.unit} for value in form.values],
        "scores": [
            {
                "id": score.id,
                "title": score.title,
                "licence": score.licence or None,
                "range": _range(score.range),
                "bands": [band.id for band in score.bands],
                "cutoffs": [cutoff.id for cutoff in score.cutoffs],
            }
            for score in form.scores
        ],
        "findings": [
            {
                "id": finding.id,
                "title": finding.title,
                "per": finding.per.value,
                "outcomes": [outcome.id for outcome in finding.outcomes],
            }
            for finding in form.findings
        ],
        "flags": [{"id": flag.id, "title": flag.title} for flag in form.flags],
        "trials": [
            {"id": trial.id, "title": trial.title, "criteria": [criterion.id for criterion in trial.criteria]}
            for trial in form.trials
        ],
        "cards": [
            {"id": card.id, "title": card.title, "registry": card.registry, "snapshot": card.snapshot.isoformat()}
            for card in form.cards
        ],
        "leaflets": [{"id": leaflet.id, "title": leaflet.title} for leaflet in form.leaflets],
    }


def _item(item: Item) -> Json:
    """Return one question; a table's columns are questions too."""
    told: dict[str, Json] = {
        "id": item.id,
        "type": item.type.value,
        "options": [option.id for option in item.options],
        "sides": list(SIDES) if item.has_sides else [],
        "units": [unit.id for unit in item.units],
        "limits": _limits(item),
        "ask_if": item.ask_if.text if item.ask_if is not None else None,
        "normal": _normal(item),
    }
    if item.type is ItemType.TABLE:
        told["columns"] = [_item(column) for column in item.columns]
    return told


def _limits(item: Item) -> Json:
    """Return the limits of a whole number, or of each unit of a quantity."""
    if item.units:
        return {unit.id: _range(unit.limits) for unit in item.units}
    return _range(item.limits) if item.limits is not None else None


def _normal(item: Item) -> Json:
    """Return what is normal of a whole number, or in each unit of a quantity."""
    if item.normal_range is not None:
        return range_words(item.normal_range)
    return {unit.id: range_words(unit.normal) for unit in item.units if unit.normal is not None} or None


def _range(limits: Range) -> Json:
    return [limits.lowest, limits.highest]
