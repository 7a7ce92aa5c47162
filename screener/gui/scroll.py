"""A page that scrolls up and down, with a slim bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QWidget

from screener.gui.lazy_qt import NO_FOCUS, SCROLL_BAR_OFF, Qt
from screener.gui.strokes import mirrored
from screener.gui.theme import em, theme_of
from screener.language import is_right_to_left

SLIM = 11
MARGIN = 24  # above and below what is revealed
ABOVE_HEAD = 8  # less than the room between two blocks: of the one before nothing is seen
HEAD_EMS = 5  # a row that begins no lower in its block is the first one

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


class DrawnBar(QScrollBar):
    """A scroll bar without arrows to see: a handle only."""

    def sizeHint(self) -> QSize:
        """Return its width."""
        return QSize(SLIM, 3 * SLIM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the handle only."""
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider  # noqa: PLC0415  # their names are slow to make

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme_of(self).edge))
        painter.drawRoundedRect(handle.toRectF().adjusted(3, 2, -2, -2), 3, 3)


class SlimBar(DrawnBar):
    """The bar of a page; nothing to see where there is nothing to scroll."""

    def __init__(self, scrolled: QScrollBar, parent: QWidget) -> None:
        super().__init__()
        self.setParent(parent)  # given above, it would make Qt's names for orientations
        self.setProperty("focusPolicy", NO_FOCUS)
        self.hide()
        scrolled.rangeChanged.connect(lambda lowest, highest: self._span(scrolled, lowest, highest))
        scrolled.valueChanged.connect(self.setValue)
        self.valueChanged.connect(scrolled.setValue)

    def _span(self, scrolled: QScrollBar, lowest: int, highest: int) -> None:
        self.setRange(lowest, highest)
        self.setPageStep(scrolled.pageStep())
        self.setSingleStep(scrolled.singleStep())
        self.setValue(scrolled.value())
        self.setVisible(highest > lowest)


class Scroll(QScrollArea):
    """Never scrolls sideways; its bar keeps its place, so that nothing moves under the hand when a page grows.

    Qt's own bar stays off: Qt 6.11 ends the program when a screen reader asks for a bar that went out of sight, with
    its page, since the reader counted.
    """

    def __init__(self, inside: QWidget | None = None) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("horizontalScrollBarPolicy", SCROLL_BAR_OFF)
        self.setProperty("verticalScrollBarPolicy", SCROLL_BAR_OFF)
        self.setViewportMargins(*((SLIM, 0, 0, 0) if is_right_to_left() else (0, 0, SLIM, 0)))
        self._bar = SlimBar(self.verticalScrollBar(), self)
        self.setProperty("focusPolicy", NO_FOCUS)
        if inside is not None:
            self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar at the edge where lines end."""
        super().resizeEvent(event)
        self._bar.setGeometry(mirrored(QRect(self.width() - SLIM, 0, SLIM, self.height()), self.rect()))
        if event.size().height() < event.oldSize().height() and (focused := QApplication.focusWidget()) is not None:
            self.reveal(focused)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a widget inside can be seen, with its row and the heading close above where they fit.

        What is higher than the page is shown from its heading on; near the beginning of the page, from there.
        """
        inside = self.widget()
        if inside is None or not inside.isAncestorOf(widget):
            return
        widget, head = self._with_what_it_asks(widget, inside)
        upper, lower = self._reach(widget, inside, MARGIN)
        from_head = upper if head is None or head.isHidden() else self._reach(head, inside, ABOVE_HEAD)[0]
        is_higher = lower - upper > self.height()
        if is_higher or lower - from_head <= self.height():
            upper = min(upper, from_head)
        bar = self.verticalScrollBar()
        now, last = bar.value(), lower - self.height()  # asked for its viewport, Qt would make all kinds of widgets
        wanted = upper if is_higher else min(max(now, last), upper)
        if (wanted < now and last <= 0) or (is_higher and upper <= self.height() // 2):
            wanted = 0
        wanted = max(0, min(wanted, bar.maximum()))
        if wanted != now:
            self._draw_now()
            bar.setValue(wanted)

    @staticmethod
    def _reach(widget: QWidget, inside: QWidget, margin: int) -> tuple[int, int]:
        upper = widget.mapTo(inside, QPoint(0, 0)).y()
        return upper - margin, upper + widget.height() + margin

    def _with_what_it_asks(self, widget: QWidget, inside: QWidget) -> tuple[QWidget, QWidget | None]:
        """Return the row that a control stands in, where all of it fits, and what heads it close above."""
        shown, head = widget, None
        around: QWidget | None = widget
        while around is not None and around is not inside:
            if getattr(around, "is_seen_whole", False):
                shown = around if around.height() + 2 * MARGIN <= self.height() else widget
                head = getattr(around, "head", None)
            if getattr(around, "is_headed", False):
                is_close = shown.mapTo(around, QPoint(0, 0)).y() <= HEAD_EMS * em(around)
                return shown, around if is_close else head
            around = around.parentWidget()
        return shown, head

    def _draw_now(self) -> None:
        """Draw what waits: Qt moves a picture only when it is finished, and draws all of it again otherwise."""
        QApplication.sendEvent(self.window(), QEvent(QEvent.Type.UpdateRequest))

    def shows(self, widget: QWidget) -> bool:
        """Whether all of a widget inside can be seen."""
        place = widget.mapTo(self.viewport(), QPoint(0, 0))
        return place.y() >= 0 and place.y() + widget.height() <= self.viewport().height()


class Scroller(QObject):
    """Lets arrows and page keys on a button scroll the text that it closes."""

    def __init__(self, button: QWidget, area: Scroll) -> None:
        super().__init__(button)
        self._area = area
        button.installEventFilter(self)

    def eventFilter(self, _button: QObject, event: QEvent) -> bool:
        """Take the keys that scroll."""
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in keys:
            return False
        self._area.keyPressEvent(event)
        return True


def keep_in_sight(widget: QWidget | None) -> None:
    """Scroll so that a widget can be seen, wherever it stands."""
    around = _around(widget)
    if widget is not None and around is not None:
        around.reveal(widget)


def is_in_sight(widget: QWidget | None) -> bool:
    """Whether all of a widget can be seen, wherever it stands."""
    around = _around(widget)
    return widget is not None and (around is None or around.shows(widget))


def _around(widget: QWidget | None) -> Scroll | None:
    while widget is not None and not isinstance(widget, Scroll):
        widget = widget.parentWidget()
    return widget
