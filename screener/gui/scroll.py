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

Reach = tuple[int, int]  # upper and lower edge
SLIM = 11
MARGIN = 24  # above and below what is revealed
ABOVE_HEAD, BELOW_HEAD = 8, 4  # less than the room between two blocks, and than that below a heading
HEAD_EMS = 5  # a row that begins no lower in its block is the first one

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


class SeenWhole:
    """What is read before it is answered: all of it is brought in sight where the keyboard is in it."""

    head: QWidget | None = None  # the words for the sides, where those begin with this row


class Headed:
    """What may begin with a heading, to be seen with what stands close below."""

    is_headed: bool


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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a page of what it stands beside; the bar that it follows tells its range before its page."""
        super().resizeEvent(event)
        self.setPageStep(self.height())

    def _span(self, scrolled: QScrollBar, lowest: int, highest: int) -> None:
        self.setRange(lowest, highest)
        self.setSingleStep(scrolled.singleStep())
        self.setValue(scrolled.value())
        self.setVisible(highest > lowest)


class Scroll(QScrollArea):
    """Never scrolls sideways; its bar keeps its place, so that nothing moves under the hand when a page grows.

    Qt's own bar stays off: Qt 6.11 ends the program when a screen reader asks for a bar that went out of sight, with
    its page, since the reader counted.
    """

    follows = True  # the keyboard, where there is less room; not while what is beside it takes its room for a moment

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
        is_lower = event.size().height() < event.oldSize().height()
        if is_lower and self.follows and (focused := QApplication.focusWidget()) is not None:
            self.reveal(focused)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a widget inside can be seen, with its row and the heading close above where they fit.

        What is higher than the page is shown from its heading on; near the beginning of the page, from there.
        """
        inside = self.widget()
        if inside is None or not inside.isAncestorOf(widget):
            return
        row, head = self._row_and_head(widget, inside)
        from_head = self._reach(head, inside)[0] - ABOVE_HEAD if head is not None else None
        reaches = [self._reach(each, inside) for each in (row or widget, widget)]
        names_sides = isinstance(row, SeenWhole) and row.head is not None and not row.head.isHidden()
        shown = self._shown(reaches, from_head, names_sides=names_sides)
        bar = self.verticalScrollBar()
        wanted = self._wanted(bar.value(), shown, from_head)
        wanted = max(0, min(wanted, bar.maximum()))
        if wanted != bar.value():
            self._draw_now()
            bar.setValue(wanted)

    def _shown(self, reaches: list[Reach], from_head: int | None, *, names_sides: bool) -> Reach:
        """Return what of a row, a control in it and their heading is to be seen: as much as there is room for.

        A row is seen without its heading before that is seen with the control alone, unless it names the sides.
        """
        (row, control), height = reaches, self.height()
        found = [row, control]
        if from_head is not None:
            is_small = control[1] - control[0] <= height // 2  # as an option of a list that is seen in part
            found = [(from_head, row[1]), row, (from_head, control[1]), control]
            found = [each for each in found if each is not row or not names_sides][: None if is_small else -1]
        return next((each for each in found if each[1] - each[0] <= height), found[-1])

    def _wanted(self, now: int, shown: Reach, from_head: int | None) -> int:
        """Return where to scroll to: no farther than is needed, and to no half of a heading."""
        height = self.height()  # asked for its viewport, Qt would make all kinds of widgets
        top, spare = shown[0], height - (shown[1] - shown[0])
        edge = min(MARGIN, spare // 2) if spare >= 0 else MARGIN
        upper, lower = top if top == from_head else top - edge, shown[1] + edge
        wanted = upper if spare < 0 else min(max(now, lower - height), upper)
        if (wanted < now and lower <= height) or (spare < 0 and upper <= height // 2):
            return 0
        is_cut = from_head is not None and from_head < wanted
        return max(wanted, top - BELOW_HEAD) if is_cut else wanted

    @staticmethod
    def _reach(widget: QWidget, inside: QWidget) -> Reach:
        upper = widget.mapTo(inside, QPoint(0, 0)).y()
        return upper, upper + widget.height()

    @staticmethod
    def _row_and_head(widget: QWidget, inside: QWidget) -> tuple[QWidget | None, QWidget | None]:
        """Return the row that a control stands in, and what heads it close above: the block, or the words for sides."""
        row, sides, around = None, None, widget.parentWidget()
        while around is not None and around is not inside:
            if isinstance(around, SeenWhole):
                row, sides = around, around.head
            elif isinstance(around, Headed) and around.is_headed:
                is_close = (row or widget).mapTo(around, QPoint(0, 0)).y() <= HEAD_EMS * em(around)
                if is_close:
                    return row, around
                break
            around = around.parentWidget()
        return row, sides if sides is None or not sides.isHidden() else None

    def _draw_now(self) -> None:
        """Draw what waits: Qt moves a picture only when it is finished, and draws all of it again otherwise."""
        QApplication.sendEvent(self.window(), QEvent(QEvent.Type.UpdateRequest))

    def shows(self, widget: QWidget) -> bool:
        """Whether all of a widget inside can be seen."""
        place = widget.mapTo(self.viewport(), QPoint(0, 0))
        return place.y() >= 0 and place.y() + widget.height() <= self.viewport().height()


class Links(Scroll):
    """Links below each other: Home and End lead to the first and the last one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the keyboard on the first or the last link."""
        found = [each for each in self.findChildren(QWidget) if each.isVisible()]
        links = [each for each in found if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        end = {Qt.Key.Key_Home: min, Qt.Key.Key_End: max}.get(Qt.Key(event.key()))
        if end is None or not links:
            super().keyPressEvent(event)
        else:
            end(links, key=lambda each: each.mapTo(self, QPoint(0, 0)).y()).setFocus(Qt.FocusReason.TabFocusReason)


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
