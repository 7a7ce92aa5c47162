"""The drawing of the body: regions and outline from `resources/body.svg`, the same for paper and screen."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from screener.frozen import dataclass
from screener.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Mapping

_PATH = "{http://www.w3.org/2000/svg}path"
_PIECE = re.compile(r"([MLCZ])([^MLCZ]*)")
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Path:
    """Where a line begins and its pieces: straight to one point, or curved over two points to a third."""

    start: Point
    pieces: tuple[tuple[Point, ...], ...]
    is_closed: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """The right half of the body, y downwards, the midline at x = 0; the left half is its mirror image."""

    size: Point
    regions: Mapping[str, Path]
    outline: tuple[Path, ...]  # what is no region


@cache
def figure() -> Figure:
    """Return the drawing."""
    root = ET.parse(RESOURCES / "body.svg").getroot()  # noqa: S314 - the program's own file
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    paths = [(path.get("id"), _path(path.attrib["d"])) for path in root.iter(_PATH)]
    return Figure(
        size=(width, height),
        regions={name: path for name, path in paths if name is not None},
        outline=tuple(path for name, path in paths if name is None),
    )


def _path(text: str) -> Path:
    (_, start), *rest = _PIECE.findall(text)
    pieces = tuple(_points(numbers) for _, numbers in rest if numbers.strip())
    return Path(_points(start)[0], pieces, is_closed=text.endswith("Z"))


def _points(text: str) -> tuple[Point, ...]:
    numbers = [float(number) for number in text.split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
