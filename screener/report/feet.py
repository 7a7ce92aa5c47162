"""The drawing of the feet: outline and places from `resources/foot.svg`, the same for paper and screen."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from screener.frozen import dataclass
from screener.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Mapping

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ellipse:
    """A toe."""

    centre: Point
    radii: Point


@dataclass(frozen=True, slots=True)
class Foot:
    """The right foot as a footprint, y downwards: the sole begins at `start` and goes on in curves; toes; places."""

    size: Point
    start: Point
    curves: tuple[tuple[Point, Point, Point], ...]
    toes: tuple[Ellipse, ...]
    places: Mapping[str, Point]
    radius: float


@cache
def foot() -> Foot:
    """Return the drawing of one foot; the left one is its mirror image."""
    root = ET.parse(RESOURCES / "foot.svg").getroot()  # noqa: S314 - the program's own file
    path = _numbers(next(root.iter(f"{_SVG}path")).attrib["d"])
    circles = list(root.iter(f"{_SVG}circle"))
    _, _, width, height = _numbers(root.attrib["viewBox"])
    points = list(zip(path[::2], path[1::2], strict=True))
    return Foot(
        size=(width, height),
        start=points[0],
        curves=tuple(zip(points[1::3], points[2::3], points[3::3], strict=True)),
        toes=tuple(
            Ellipse((_of(toe, "cx"), _of(toe, "cy")), (_of(toe, "rx"), _of(toe, "ry")))
            for toe in root.iter(f"{_SVG}ellipse")
        ),
        places={circle.attrib["id"]: (_of(circle, "cx"), _of(circle, "cy")) for circle in circles},
        radius=_of(circles[0], "r"),
    )


def _numbers(text: str) -> list[float]:
    return [float(part) for part in _NUMBER.findall(text)]


def _of(element: ET.Element, name: str) -> float:
    return float(element.attrib[name])
