"""Leaflet -> Report: a page for the patient, in letters as large as the page allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.language import tr
from screener.report import wording
from screener.report.document import Banner, Block, Listing, Part, Report, Words
from screener.report.identity import form_meta

if TYPE_CHECKING:
    from datetime import date

    from screener.form.cards import Leaflet, LeafletPart
    from screener.form.model import Form


def compose_leaflet(leaflet: Leaflet, form: Form) -> Report:
    """Return the leaflet; it says when it was written and until when it holds, and nobody's name."""
    parts = tuple(Part(part.heading, _blocks(part)) for part in leaflet.parts)
    about = [wording.LEAFLET_WRITTEN.format(date=_long_date(leaflet.snapshot))]
    if leaflet.valid_until is not None:
        about.append(wording.LEAFLET_UNTIL.format(date=_long_date(leaflet.valid_until)))
    about += [wording.LEAFLET_SOURCE.format(source=leaflet.source), leaflet.uncertain]
    end = Part("", (Words(" ".join(filter(None, about)), is_small=True),))
    meta = form_meta(form, wording.LEAFLET_TITLE)
    return Report(Banner(leaflet.title, ()), meta, (*parts, end), len(parts) + 1, is_large=True)


def _blocks(part: LeafletPart) -> tuple[Block, ...]:
    words: tuple[Block, ...] = (Words(part.text),) if part.text else ()
    return (*words, Listing(part.points)) if part.points else words


def _long_date(day: date) -> str:
    """Return a date as it is written to patients (clinical source 4.3)."""
    return tr("{day} {month} {year}", day=day.day, month=wording.MONTHS[day.month - 1], year=day.year)
