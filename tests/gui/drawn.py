"""Every text that a window draws, and where: recorded from the drawing itself, so that it holds for every kind of widget."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from unittest.mock import patch

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPaintDevice, QPaintEngine, QPainter, QRegion, QTransform
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

CONTRAST = 4.5
SLACK = 1.5  # pixels: accents and italics reach a little beyond their measure
PART = 0.4  # of the height: letters don't fill their lines
ELLIPSIS = "…"


@dataclass(frozen=True)
class Text:
    """A piece of text as drawn: by what, and where on the widget and in what scrolls with it."""

    text: str
    widget: QWidget
    on_widget: QRectF
    in_room: QRectF
    room: QWidget
    ink: QColor  # with the opacity it is drawn with


class _Recorder(QPaintEngine):
    """Takes note of texts and draws nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: list[tuple[str, QRectF, QColor]] = []
        self._place = QTransform()
        self._ink = QColor()
        self._opacity = 1.0

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state) -> None:
        if state.state() & QPaintEngine.DirtyFlag.DirtyTransform:
            self._place = state.transform()
        if state.state() & QPaintEngine.DirtyFlag.DirtyPen:
            self._ink = QColor(state.pen().color())
        if state.state() & QPaintEngine.DirtyFlag.DirtyOpacity:
            self._opacity = state.opacity()

    def drawTextItem(self, point: QPointF, item) -> None:
        box = QRectF(point.x(), point.y() - item.ascent(), item.width(), item.ascent() + item.descent())
        if item.text().strip() and item.width():  # marks of direction have none
            ink = QColor(self._ink)
            ink.setAlphaF(ink.alphaF() * self._opacity)
            self.found.append((item.text(), self._place.mapRect(box), ink))

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


def texts_of(widget: QWidget) -> list[tuple[str, QRectF, QColor]]:
    """Return what one widget draws itself, without its children."""
    paper = _Paper(widget)
    painter = QPainter(paper)
    with patch("screener.gui.pictures.picture", return_value=None):  # a picture doesn't tell its texts
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
        found += [Text(text, widget, box, box.translated(offset), room, ink) for text, box, ink in texts_of(widget)]
    return found


def faults(window: QWidget) -> list[str]:
    """Return what is wrong with the texts of a window: cut off, shortened, on each other, faint, or too wide to be in sight."""
    texts = drawn_texts(window)
    picture = window.grab().toImage()
    found = [f"cut off: {_named(each)}" for each in texts if not _is_whole(each)]
    found += [
        f"shortened: {_named(each)}" for each in texts if each.text.endswith(ELLIPSIS) and each.text.strip() != ELLIPSIS
    ]
    found += [f"one on the other: {_named(one)} and {_named(two)}" for one, two in _meeting(texts)]
    found += [
        f"wider than its place: {type(area.widget()).__name__}"
        for area in window.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]
    found += [f"faint: {_named(each)}" for each in texts if _contrast(each, picture) < CONTRAST]
    return sorted(set(found))


def _is_whole(text: Text) -> bool:
    """Whether all of a text lies on its widget and on what holds the widget; a list that scrolls may cut lines at its edge."""
    box = text.in_room.adjusted(SLACK, SLACK, -SLACK, -SLACK)
    widget = text.widget
    if isinstance(widget.parentWidget(), QAbstractItemView):
        return (
            widget.rect().left() <= text.on_widget.left() + SLACK
            and text.on_widget.right() - SLACK <= widget.rect().right() + 1
        )
    while True:
        place = QRectF(widget.rect()).translated(QPointF(widget.mapTo(text.room, QPoint())))
        if not place.contains(box):
            return False
        if widget is text.room:
            return True
        widget = widget.parentWidget()


def _contrast(text: Text, picture: QImage) -> float:
    """Return how far a text stands out from its ground (WCAG 2.2), the most what can't be seen now or isn't to be used."""
    window = text.widget.window()
    place = text.on_widget.toAlignedRect().translated(text.widget.mapTo(window, QPoint()))
    seen = text.widget.visibleRegion().boundingRect().translated(text.widget.mapTo(window, QPoint()))
    if not text.widget.isEnabled() or place.isEmpty() or not seen.contains(place):
        return math.inf
    across = range(place.left(), place.right() + 1, 2)
    grounds = Counter(picture.pixel(x, y) for y in range(place.top(), place.bottom() + 1, 3) for x in across)
    ground, ink = QColor(grounds.most_common(1)[0][0]), text.ink
    parts = zip(ink.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    mixed = QColor.fromRgbF(*(one * ink.alphaF() + two * (1 - ink.alphaF()) for one, two in parts))
    bright, dim = sorted((luminance(mixed), luminance(ground)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def luminance(colour: QColor | str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _meeting(texts: list[Text]) -> list[tuple[Text, Text]]:
    """Return the pairs of texts that lie on each other."""
    by_room: dict[QWidget, list[Text]] = {}
    for text in texts:
        by_room.setdefault(text.room, []).append(text)
    return [
        (one, two) for room in by_room.values() for one, two in combinations(room, 2)
        if (common := one.in_room.intersected(two.in_room)).width() > 2 * SLACK and common.height() > PART * min(one.in_room.height(), two.in_room.height())
    ]  # fmt: skip


def _named(text: Text) -> str:
    return f"{text.text!r} ({type(text.widget).__name__})"
