"""Lines and grounds drawn without Qt's names (`lazy_qt`).

`setPen` and `setBrush` take one of them too, so the first call makes them all: a tenth of the time to the first page. A
painter begins with the colour of its widget's foreground role; what is on the first page is written in that.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainterPath, QPen

from screener.language import is_right_to_left

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRect, QRectF
    from PySide6.QtGui import QBrush, QPainter


def mirrored(box: QRect, whole: QRect) -> QRect:
    """Return a box where it lies when one reads from the right; as it is when one reads from the left."""
    if not is_right_to_left():
        return box
    return box.translated(whole.left() + whole.right() - box.right() - box.left(), 0)


def stroke(painter: QPainter, path: QPainterPath, colour: str, width: float = 1) -> None:
    """Draw a path as a line."""
    painter.strokePath(path, _pen(colour, width))


def fill(painter: QPainter, path: QPainterPath, colour: str) -> None:
    """Fill what a path surrounds."""
    painter.fillPath(path, _brush(colour))


def rounded(box: QRectF, radius: float) -> QPainterPath:
    """Return a rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path


def rectangle(box: QRectF) -> QPainterPath:
    """Return a rectangle."""
    path = QPainterPath()
    path.addRect(box)
    return path


def ellipse(box: QRectF) -> QPainterPath:
    """Return the ellipse inside a rectangle."""
    path = QPainterPath()
    path.addEllipse(box)
    return path


def line(*points: QPointF) -> QPainterPath:
    """Return the line from point to point."""
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path


@lru_cache(maxsize=64)
def _pen(colour: str, width: float) -> QPen:
    pen = QPen()
    pen.setColor(QColor(colour))
    pen.setWidthF(width)
    return pen


@lru_cache(maxsize=64)
def _brush(colour: str) -> QBrush:
    return _pen(colour, 1).brush()
