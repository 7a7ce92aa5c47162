"""What a form holds for reading only: reference cards of trials, and leaflets for patients. No rule ever reads them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from screener.frozen import dataclass

if TYPE_CHECKING:
    from datetime import date

    from screener.form.problem import Span


class Confidence(StrEnum):
    """How much of a record was seen when it was copied."""

    WHOLE = "whole"
    PART = "part"
    KNOWLEDGE = "knowledge"  # nothing of it; written from what is generally known


@dataclass(frozen=True, slots=True)
class Card:
    """A registered trial as its record was read on one day."""

    id: str
    title: str
    registry: str  # its number in the registry
    snapshot: date
    confidence: Confidence
    source: str
    at: Span
    product: str = ""
    route: str = ""
    design: str = ""
    status: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    not_seen: tuple[str, ...] = ()
    outcome: str = ""
    valid_until: date | None = None
    reviewed: str = ""
    uncertain: str = ""


@dataclass(frozen=True, slots=True)
class LeafletPart:
    """A heading of a leaflet, its paragraph and the list below it."""

    heading: str
    text: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A page for the patient."""

    id: str
    title: str
    parts: tuple[LeafletPart, ...]
    snapshot: date
    source: str
    at: Span
    valid_until: date | None = None
    reviewed: str = ""
    uncertain: str = ""
