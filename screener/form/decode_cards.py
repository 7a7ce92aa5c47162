"""Reference cards and leaflets: nodes -> model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.form import keys as k
from screener.form import keys_cards as c
from screener.form.cards import Card, Confidence, Leaflet, LeafletPart
from screener.form.problem import Problem
from screener.form.shapes import listed

if TYPE_CHECKING:
    from datetime import date

    from screener.form.nodes import Mapping
    from screener.form.shapes import Entry, Problems


def valid_until(entry: Entry, snapshot: date | None, problems: Problems) -> date | None:
    """Return the last day for which something holds that was read on the day `snapshot`."""
    until = entry.get(k.VALID_UNTIL)
    if until is not None and snapshot is not None and until < snapshot:
        message = f"it was read on {snapshot}, after the last day for which it holds"
        problems.append(Problem(entry.mapping.fields["valid_until"].at, "F217", message, "correct one of the two days"))
    return until


def read_card(mapping: Mapping, problems: Problems) -> Card | None:
    """Return a reference card, or None when its id, day or confidence can't be read."""
    entry = c.CARD.open(mapping, problems)
    id_, snapshot, confidence = entry.get(c.CARD_ID), entry.get(k.SNAPSHOT), entry.get(c.CONFIDENCE)
    if id_ is None or snapshot is None or confidence is None:
        return None
    return Card(
        id=id_, title=entry.text(k.TITLE), registry=entry.text(c.REGISTRY), snapshot=snapshot,
        confidence=Confidence(confidence), source=entry.text(k.TRIAL_SOURCE), at=mapping.at,
        product=entry.text(c.PRODUCT), route=entry.text(c.ROUTE), design=entry.text(c.DESIGN),
        status=entry.text(c.STATUS), include=entry.get(c.INCLUDE) or (), exclude=entry.get(c.EXCLUDE) or (),
        not_seen=entry.get(c.NOT_SEEN) or (), outcome=entry.text(c.OUTCOME),
        valid_until=valid_until(entry, snapshot, problems),
        reviewed=entry.text(k.REVIEWED), uncertain=entry.text(k.UNCERTAIN),
    )  # fmt: skip


def read_leaflet(mapping: Mapping, problems: Problems) -> Leaflet | None:
    """Return a leaflet for patients, or None when its id or day can't be read."""
    entry = c.LEAFLET.open(mapping, problems)
    id_, snapshot = entry.get(c.LEAFLET_ID), entry.get(k.SNAPSHOT)
    parts = []
    for node in listed(entry.get(c.PARTS), problems, "parts"):
        part = c.PART.open(node, problems)
        parts.append(LeafletPart(part.text(c.PART_HEADING), part.text(c.PART_TEXT), part.get(c.PART_POINTS) or ()))
    if id_ is None or snapshot is None:
        return None
    return Leaflet(
        id=id_, title=entry.text(k.TITLE), parts=tuple(parts), snapshot=snapshot, source=entry.text(k.TRIAL_SOURCE),
        at=mapping.at, valid_until=valid_until(entry, snapshot, problems), reviewed=entry.text(k.REVIEWED),
        uncertain=entry.text(k.UNCERTAIN),
    )  # fmt: skip
