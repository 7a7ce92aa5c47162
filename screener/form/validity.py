"""What a form's authors vouch for only up to a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from screener.form.cards import Card, Leaflet
    from screener.form.model import Form
    from screener.form.rules import Finding, Lookup, Score, Trial, Value


class Expired(NamedTuple):
    """Something whose `valid_until` has passed."""

    id: str
    title: str
    valid_until: date


def expired(form: Form, on: date | None) -> tuple[Expired, ...]:
    """Return what is past its day at an assessment `on` that day, the form itself first; nothing without a date."""
    return () if on is None else tuple(each for each in _limited(form) if on > each.valid_until)


def _limited(form: Form) -> Iterator[Expired]:
    """Yield everything with a `valid_until`, in form order."""
    if form.valid_until is not None:
        yield Expired(form.id, form.title, form.valid_until)
    for item in (asked for each in form.items.values() for asked in (each, *each.columns)):
        if item.valid_until is not None and not item.is_off:
            yield Expired(item.id, item.label, item.valid_until)
    others: list[Value | Lookup | Score | Finding | Trial | Card | Leaflet] = [
        *form.values,
        *form.lookups,
        *form.scores,
    ]
    others += [*form.findings, *form.trials, *form.cards, *form.leaflets]
    for each in others:
        if each.valid_until is not None:
            yield Expired(each.id, each.title, each.valid_until)
