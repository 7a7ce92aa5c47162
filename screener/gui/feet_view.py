"""The feet of a block whose questions have places on them: the drawing of the paper, to see and to answer on.

A press gives each answer of a place in turn, then none; digits and letters answer as in the row of the question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from screener.assess.answers import SIDE_WORDS
from screener.form.model import LEFT, SIDES
from screener.gui.drawing_view import DrawingView
from screener.gui.feet_place import Place
from screener.gui.lazy_qt import CENTRE, WRAP
from screener.gui.theme import em, theme_of
from screener.language import tr
from screener.progress import label_of
from screener.report.feet import foot
from screener.report.wording import SIDES_ARE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from screener.form.model import Form, Item

WIDTH, GAP = 21, 1.6  # in letters: of the drawing, between the feet
HEAD, TAIL = 1.6, 1.9  # in letters: of the words above the feet, of those below


class FeetView(DrawingView):
    """Both feet as seen on paper."""

    places: dict[str, Place]

    def __init__(self, form: Form, items: Sequence[Item]) -> None:
        super().__init__()
        cells = [(f"{item.id}.{side}", item) for item in items for side in SIDES]
        self.places = {cell: Place(self, cell, item, label_of(form, cell)) for cell, item in cells}
        self.begin(tr("Drawing of the feet: {places}", places=", ".join(item.label for item in items)))

    def _scale(self) -> float:
        return em(self) * (WIDTH - GAP - 1) / 2 / foot().size[0]

    def sizeHint(self) -> QSize:
        """Return the size of both feet with the words above them."""
        unit = em(self)
        return QSize(WIDTH * unit, int(foot().size[1] * self._scale() + (HEAD + TAIL) * unit))

    def _transform(self, side: str) -> QTransform:
        """Return where a point of the drawing lies; the left foot is the mirror image."""
        scale, unit = self._scale(), em(self)
        wide = foot().size[0] * scale
        if side == LEFT:
            return QTransform(-scale, 0, 0, scale, unit / 2 + wide, HEAD * unit)
        return QTransform(scale, 0, 0, scale, unit / 2 + wide + GAP * unit, HEAD * unit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put each place where it is on the foot."""
        super().resizeEvent(event)
        size = int(2 * foot().radius * self._scale()) + 8
        for cell, place in self.places.items():
            middle = self._transform(cell.rpartition(".")[2]).map(QPointF(*foot().places[place.item.draw]))
            place.setGeometry(QRect(int(middle.x()) - size // 2, int(middle.y()) - size // 2, size, size))
            font = place.font()
            font.setPixelSize(max(size // 2, 6))
            place.setFont(font)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outlines and name the sides."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, drawing = theme_of(self), foot()
        outline = QPainterPath(QPointF(*drawing.start))
        for first, second, end in drawing.curves:
            outline.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
        outline.closeSubpath()
        for toe in drawing.toes:
            outline.addEllipse(QPointF(*toe.centre), *toe.radii)
        for side in SIDES:
            where = self._transform(side)
            painter.setPen(QPen(QColor(theme.edge), 1.4))
            painter.drawPath(where.map(outline))
            self.draw_side(painter, where, drawing.size[0], SIDE_WORDS[side].capitalize())
        below = self.rect().adjusted(0, self.height() - int(TAIL * em(self)), 0, 0)
        painter.drawText(below, CENTRE | WRAP, SIDES_ARE)
        painter.end()
        super().paintEvent(event)
