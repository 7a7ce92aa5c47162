"""Every text that a window draws, and where: recorded from the drawing itself, so that it holds for every kind of widget."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPainter, QRegion, QTransform
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

SLACK = 1.5  # pixels: accents and italics reach a little beyond their measure
ELLIPSIS = "…"


@dataclass(frozen=True)
class Text:
    """A piece of text as drawn: by what, and where on the widget and in what scrolls with it."""

    text: str
    widget: QWidget
    on_widget: QRectF
    in_room: QRectF
    room: QWidget


class _Recorder(QPaintEngine):
    """Takes note of texts and draws nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: list[tuple[str, QRectF]] = []
        self._place = QTransform()

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state) -> None:
        if state.state() & QPaintEngine.DirtyFlag.DirtyTransform:
            self._place = state.transform()

    def drawTextItem(self, point: QPointF, item) -> None:
        box = QRectF(point.x(), point.y() - item.ascent(), item.width(), item.ascent() + item.descent())
        if item.text().strip():
            self.found.append((item.text(), self._place.mapRect(box)))

    def drawPixmap(self, *_args) -> None: ...
    def drawImage(self, *_args) -> None: ...
    def drawPath(self, *_args) -> None: ...
    def drawPolygon(self, *_args) -> None: ...
    def drawRects(self, *_args) -> None: ...
    def drawLines(self, *_args) -> None: ...
    def drawEllipse(self, *_args) -> None: ...
    def drawPoints(self, *_args) -> None: ...


class _Paper(QPaintDevice):
    """As large as a widget, and as fine as the screen."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.engine = _Recorder()
        self._widget = widget

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, asked: QPaintDevice.PaintDeviceMetric) -> int:
        return self._widget.metric(asked)


def texts_of(widget: QWidget) -> list[tuple[str, QRectF]]:
    """Return what one widget draws itself, without its children."""
    paper = _Paper(widget)
    painter = QPainter(paper)
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    return paper.engine.found


def room_of(widget: QWidget) -> QWidget:
    """Return what scrolls with a widget, else its window: texts of one room must not meet."""
    above = widget
    while not above.isWindow():
        parent = above.parentWidget()
        area = parent.parentWidget() if parent is not None else None
        if isinstance(area, QAbstractScrollArea) and parent is area.viewport():
            return above
        above = parent
    return above


def drawn_texts(window: QWidget) -> list[Text]:
    """Return every text of a window, also what is scrolled out of sight. What people typed scrolls in its field: not that."""
    found = []
    for widget in [window, *window.findChildren(QWidget)]:
        is_typed = isinstance(widget, QLineEdit | QPlainTextEdit) or isinstance(widget.parentWidget(), QPlainTextEdit)
        if is_typed or not widget.isVisible() or widget.window() is not window:
            continue
        room = room_of(widget)
        offset = QPointF(widget.mapTo(room, QPoint()))
        found += [Text(text, widget, box, box.translated(offset), room) for text, box in texts_of(widget)]
    return found


def faults(window: QWidget) -> list[str]:
    """Return what is wrong with the texts of a window: cut off, shortened, one on the other, or only found by scrolling aside."""
    texts = drawn_texts(window)
    found = [f"cut off: {_named(each)}" for each in texts if not _is_whole(each)]
    found += [f"shortened: {_named(each)}" for each in texts if ELLIPSIS in each.text and each.text.strip() != ELLIPSIS]
    found += [f"one on the other: {_named(one)} and {_named(two)}" for one, two in _meeting(texts)]
    found += [
        f"wider than its place: {type(area.widget()).__name__}"
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]
    return sorted(set(found))


def _is_whole(text: Text) -> bool:
    """Whether all of a text lies on its widget, and on everything that holds the widget."""
    box = text.in_room.adjusted(SLACK, SLACK, -SLACK, -SLACK)
    widget = text.widget
    while True:
        place = QRectF(widget.rect()).translated(QPointF(widget.mapTo(text.room, QPoint())))
        if not place.contains(box):
            return False
        if widget is text.room:
            return True
        widget = widget.parentWidget()


def _meeting(texts: list[Text]) -> list[tuple[Text, Text]]:
    """Return the pairs of texts that lie on each other."""
    by_room: dict[QWidget, list[Text]] = {}
    for text in texts:
        by_room.setdefault(text.room, []).append(text)
    return [
        (one, two) for room in by_room.values() for one, two in combinations(room, 2)
        if (common := one.in_room.intersected(two.in_room)).width() > 2 * SLACK and common.height() > 3 * SLACK
    ]  # fmt: skip


def _named(text: Text) -> str:
    return f"{text.text!r} ({type(text.widget).__name__})"
