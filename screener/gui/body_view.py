"""The body of a question about regions: the drawing of the paper, to see and to answer on.

A press puts a region in or takes it out, as in the list of the question; what is in is hatched. Left lies at the left,
as in the list and on the feet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSignalBlocker, QSize
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QTransform

from screener.assess.answers import SIDE_WORDS, NoValue
from screener.form.model import LEFT, SIDES
from screener.gui.drawing_view import DrawingView, Spot
from screener.gui.fields import REASON_KEYS
from screener.gui.lazy_qt import CENTRE, WRAP, Qt
from screener.gui.theme import em, theme_of
from screener.gui.views.choice import with_option
from screener.language import tr
from screener.report.answer_text import answer_text
from screener.report.body import figure
from screener.report.compose_drawings import region_mark
from screener.report.marks import Mark
from screener.report.wording import SIDES_ARE

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from screener.assess.answers import Answer
    from screener.form.model import Form, Item
    from screener.report.body import Path
    from screener.wizard import Wizard

HEIGHT, HEAD, FOOT = 28, 1.6, 3.0  # in letters: of the drawing, of the words above it, of those below it
NEAR = 6  # pixels beside a region that still press it: toes are small
OUTLINE, RING = 1.3, 3.5  # widths of lines


class Region(Spot):
    """One region on one side; the drawing draws it."""

    def __init__(self, body: BodyView, item: Item, side: str, option: str) -> None:
        words = tr("{region}, {side}", region=item.option(option).text, side=SIDE_WORDS[side])
        super().__init__(body, f"{item.id}.{side}", words)
        self._body, self.item, self.side, self.option = body, item, side, option
        self.mark, self.answer = Mark.BROKEN, None  # type: Mark, Answer | None
        self.path = QPainterPath()  # where it lies on the drawing
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(lambda _checked: body.press(self))  # what a screen reader does
        self.say()

    def show_wizard(self, wizard: Wizard) -> None:
        """Take an answer."""
        self.answer = wizard.answers.cells.get(self.cell)
        mark = region_mark(wizard.assessment, self.item, self.side, self.option)
        if mark is not self.mark:
            self.mark = mark
            with QSignalBlocker(self):
                self.setChecked(mark is Mark.FILLED)
            self._body.update()
        self.say()

    def words(self) -> str:
        """Return whether it is marked, or why nothing is known."""
        if self.mark is Mark.BROKEN:
            return answer_text(self.item, self.answer)
        return tr("marked") if self.mark is Mark.FILLED else tr("not marked")

    def after(self) -> Answer | None:
        """Return the answer of the side with this region put in or taken out."""
        return with_option(self.item, self.answer, self.option)

    def meant(self, text: str) -> Answer | None:
        """Return the reason that a key stands for."""
        return NoValue(REASON_KEYS[text]) if text in REASON_KEYS else None

    def nextCheckState(self) -> None:
        """Do nothing: a press is only reported, the state comes from outside."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Leave it to the drawing, which has the lines that regions share."""


class BodyView(DrawingView):
    """The body from the front as seen on paper."""

    places: dict[str, Region]

    def __init__(self, _form: Form, item: Item) -> None:
        super().__init__()
        drawn = [option.id for option in item.options if option.id in figure().regions]
        self.places = {f"{side}.{option}": Region(self, item, side, option) for side in SIDES for option in drawn}
        self.begin(tr("Drawing of the body: {question}", question=item.label))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press the region that was hit, or nearly."""
        hit = self._region_at(event.position())
        if hit is not None:
            self.press(hit)

    def _region_at(self, point: QPointF) -> Region | None:
        near = QPainterPath()
        near.addEllipse(point, NEAR, NEAR)
        shown = [place for place in self.places.values() if place.isVisibleTo(self)]
        inside = [place for place in shown if place.path.contains(point)]
        return next(iter((*inside, *(place for place in shown if place.path.intersects(near)))), None)

    # --- drawing ------------------------------------------------------------------------------------------------

    def _scale(self) -> float:
        return HEIGHT * em(self) / figure().size[1]

    def sizeHint(self) -> QSize:
        """Return the size of the body with the words above it."""
        wide, high = figure().size
        scale, unit = self._scale(), em(self)
        return QSize(int(2 * wide * scale) + unit, int(high * scale + (HEAD + FOOT) * unit))

    def _transform(self, side: str) -> QTransform:
        scale, unit = self._scale(), em(self)
        return QTransform(-scale if side == LEFT else scale, 0, 0, scale, self.width() / 2, HEAD * unit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put each region where it is on the body."""
        super().resizeEvent(event)
        for place in self.places.values():
            place.path = self._transform(place.side).map(_traced(figure().regions[place.option]))
            place.setGeometry(place.path.boundingRect().toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outline, the regions and the names of the sides."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        asked = {place.option for place in self.places.values()}
        rest = [path for name, path in figure().regions.items() if name not in asked]
        for side in SIDES:
            where = self._transform(side)
            for path in (*figure().outline, *rest):
                painter.strokePath(where.map(_traced(path)), QPen(QColor(theme.edge), 1))
            self.draw_side(painter, where, figure().size[0], SIDE_WORDS[side].capitalize())
        below = self.rect().adjusted(4, self.height() - int(FOOT * em(self)), -4, -4)
        painter.drawText(below, CENTRE | WRAP, SIDES_ARE)
        for place in self.places.values():
            self._draw_region(painter, place)
        for place in self.places.values():
            if place.has_cursor:
                painter.strokePath(place.path, QPen(QColor(theme.focus), RING))
        painter.end()
        super().paintEvent(event)

    def _draw_region(self, painter: QPainter, place: Region) -> None:
        theme = theme_of(self)
        if not place.isVisibleTo(self):
            return
        if place.mark is Mark.FILLED:
            painter.fillPath(place.path, QColor(theme.accent_ground))
            painter.fillPath(place.path, QBrush(QColor(theme.text), Qt.BrushStyle.BDiagPattern))
        pen = QPen(QColor(theme.muted if place.mark is Mark.BROKEN else theme.text), OUTLINE)
        if place.mark is Mark.BROKEN:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.strokePath(place.path, pen)


def _traced(path: Path) -> QPainterPath:
    traced = QPainterPath(QPointF(*path.start))
    for piece in path.pieces:
        points = [QPointF(*point) for point in piece]
        if len(points) == 1:
            traced.lineTo(points[0])
        else:
            traced.cubicTo(*points)
    if path.is_closed:
        traced.closeSubpath()
    return traced
