"""What is marked where on the drawings of the feet and of the body."""

from __future__ import annotations

from enum import StrEnum

from screener.frozen import dataclass


class Mark(StrEnum):
    """How a place on the foot is drawn; also the word for it where nothing can be drawn."""

    OPEN = "open circle"
    FILLED = "filled circle"
    BROKEN = "broken circle"


@dataclass(frozen=True, slots=True)
class FootPoint:
    """One place on one foot; `place` is one of `screener.form.model.FOOT_PLACES`. `number`: to be marked by hand."""

    place: str
    side: str
    mark: Mark
    number: str = ""


@dataclass(frozen=True, slots=True)
class Feet:
    """The drawing of the feet, with what each mark means."""

    points: tuple[FootPoint, ...]
    legend: tuple[tuple[Mark, str], ...]


@dataclass(frozen=True, slots=True)
class BodyRegion:
    """One region on one side; `region` is one of `screener.form.model.BODY_REGIONS`."""

    region: str
    side: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Body:
    """The drawing of the body, with what each mark means."""

    regions: tuple[BodyRegion, ...]
    legend: tuple[tuple[Mark, str], ...]
