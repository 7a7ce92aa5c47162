"""Widgets below each other, each put in its place once: before it is shown, and again only when it has to move."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from screener.gui.labels import ground
from screener.gui.lazy_qt import LAYOUT_REQUEST, UPDATE_LATER
from screener.gui.rehearsal import polish, rehearse
from screener.gui.strokes import mirrored

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QResizeEvent, QShowEvent


def keep_picture(widget: QWidget) -> None:
    """Let what is drawn of a widget be kept when it moves or grows: it has its own ground, and all in it stays put."""
    ground(widget, widget.backgroundRole())
    widget.setAttribute(Qt.WidgetAttribute.WA_StaticContents)


SEEN = Qt.WidgetAttribute.WA_WState_Visible
Box = tuple[int, int, int, int]  # left, top, width, height


class Column(QWidget):
    """Holds parts below each other, as wide as there is room and as high as they have to be then.

    Qt's own column lays everything out again, up to the window, for each part that appears, and puts it into wrong
    places before the right one.
    """

    _picture = 0  # counts those that answers change

    def __init__(self, gap: int = 0) -> None:
        super().__init__()
        self._shifted = -1  # in which picture parts were last moved
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self._gap = gap
        self._parts: dict[QWidget, bool] = {}  # whether it is shown
        self._prepared: dict[QWidget, int] = {}  # for which width
        self._narrow: set[QWidget] = set()  # those that take no more width than they need
        self._placed: dict[QWidget, Box] = {}
        self._coming: set[QWidget] = set()  # to be shown once they are in their place
        self._heights: dict[int, int] = {}  # by width, until a part says that it changed
        self._narrowest = -1  # until others are shown
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget, *, is_shown: bool = True) -> None:
        """Take a part, below those that are there."""
        part.setParent(self)
        self._parts[part] = is_shown
        if part.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed:
            self._narrow.add(part)
        if not is_shown:
            part.hide()

    def show_only(self, shown: Collection[QWidget]) -> None:
        """Show these parts and no others."""
        among = frozenset(shown)
        wanted = {part: part in among for part in self._parts}
        if wanted == self._parts:
            return
        self._parts = wanted
        self._forget_width()
        is_visible = self.isVisible()
        for part, is_shown in wanted.items():
            if part.isHidden() == is_shown:
                if is_shown and is_visible:
                    self._coming.add(part)
                    self._know_again(part)
                else:
                    part.setVisible(is_shown)
        if is_visible:
            self.refit()
        else:
            self.updateGeometry()

    def _know_again(self, part: QWidget) -> None:
        """Let a part see what it holds now, in the width it is going to have: Qt would measure what it held before."""
        if (layout := part.layout()) is not None:
            if part not in self._narrow:
                part.resize(self.contentsRect().width(), part.height())
            layout.activate()

    def _forget_width(self) -> None:
        around: QWidget | None = self
        while isinstance(around, Column):
            around._narrowest = -1  # noqa: SLF001  # of the same class
            around = around.parentWidget()

    def prepare(self) -> None:
        """Lay out what may be shown later, so that it only has to be put in its place then."""
        inside = self.contentsRect().width()
        for part, is_shown in self._parts.items():
            if not is_shown and self._prepared.get(part) != inside:
                self._prepared[part] = inside
                polish(part)
                part.resize(inside, _height(part, inside))
                self._placed.pop(part, None)
                if isinstance(part, Column):
                    part._arrange()  # noqa: SLF001  # nobody tells what is out of sight that its size changed
                elif (layout := part.layout()) is not None:
                    layout.activate()
                rehearse(part)

    def refit(self) -> None:
        """Put everything in its place, and tell those around when that takes another height."""
        self._answer()
        before = self._heights.get(self.width())
        self._heights = {}
        self._arrange()
        around = self.parentWidget()
        if self._heights[self.width()] == before:
            return
        if isinstance(around, Column):
            around.refit()
        else:
            self.updateGeometry()

    def _answer(self) -> None:
        """Take it that those who asked to be measured are."""
        QApplication.removePostedEvents(self, LAYOUT_REQUEST)

    def _arrange(self) -> None:
        """Show those that come, in their place; move the others, so that Qt draws little of them again."""
        placed, places = self._placed, self._places(self.width())
        moved = [(part, box) for part, box in places if placed.get(part) != box]
        tail, way = self._tail(places) if moved else ({}, 0)
        if self._coming:
            self._show_coming(places)
        if way > 0:
            self._shift(tail, way)
        rest = moved[: len(moved) - len(tail)]
        goes_down = any(part in placed and box[1] > placed[part][1] for part, box in rest)
        for part, box in reversed(rest) if goes_down else rest:
            part.setGeometry(*box)
            placed[part] = box
        if way < 0:
            self._shift(tail, way)

    def _show_coming(self, places: list[tuple[QWidget, Box]]) -> None:
        """Show parts before others move; Qt would draw them twice, for themselves and where others stood."""
        for part, box in places:
            if part in self._coming:
                part.setGeometry(*box)
                part.show()
        self._coming.clear()
        self._answer()
        QApplication.sendPostedEvents(None, UPDATE_LATER)

    def _tail(self, places: list[tuple[QWidget, Box]]) -> tuple[dict[QWidget, Box], int]:
        """Return the last of the parts as far as all of them only move the same way down, and that way."""
        tail: dict[QWidget, Box] = {}
        way = 0
        for part, box in reversed(places if self.autoFillBackground() and self.isVisible() else []):
            left, top, *size = self._placed.get(part, box)
            moves = box[1] - top
            if not moves or way not in {0, moves} or [left, *size] != [box[0], *box[2:]] or not part.isVisible():
                break
            tail[part], way = box, moves
        return tail, way

    def _shift(self, tail: dict[QWidget, Box], way: int) -> None:
        """Move parts as one picture; Qt would draw again each that comes where another stood."""
        pressed = QApplication.focusWidget()
        if pressed is not None and any(part.isAncestorOf(pressed) for part in tail):
            QApplication.sendEvent(self.window(), QEvent(QEvent.Type.UpdateRequest))  # or all of it is drawn again
        bottom, top = next(iter(tail)).geometry().bottom(), list(tail)[-1].y()
        swept = QRect(0, top + min(way, 0), self.width(), bottom + 1 - top + abs(way))
        self.scroll(0, way if self._is_drawn() else swept.height(), swept)
        self._shifted = Column._picture
        for part, box in tail.items():
            part.setAttribute(SEEN, False)  # or Qt would move its picture once more
            part.setGeometry(*box)
            part.setAttribute(SEEN)
        self._placed |= tail

    def _is_drawn(self) -> bool:
        """Whether all that stands here is drawn: what is around was not shifted since the last picture."""
        return all(around._shifted != Column._picture for around in self._above)  # noqa: SLF001  # of the same class

    @cached_property
    def _above(self) -> list[Column]:
        """The columns that this one stands in."""
        found, around = [], self.parentWidget()
        while around is not None:
            if isinstance(around, Column):
                found.append(around)
            around = around.parentWidget()
        return found

    @classmethod
    def begin_picture(cls, window: QWidget) -> None:
        """Draw what waits, so that there is a picture to move parts of."""
        QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
        cls._picture += 1

    def _places(self, width: int) -> list[tuple[QWidget, Box]]:
        """Return the place of each part that is shown; remember the height of all."""
        margins = self.contentsMargins()
        left, y = margins.left(), margins.top()
        inside = width - left - margins.right()
        places = []
        for part, is_shown in self._parts.items():
            if is_shown:
                height = _height(part, inside)
                box = (left, y, inside, height)
                places.append((part, self._narrowed(part, box) if part in self._narrow else box))
                y += height + self._gap if height else 0
        self._heights[width] = max(y - self._gap, margins.top()) + margins.bottom()
        return places

    @staticmethod
    def _narrowed(part: QWidget, line: Box) -> Box:
        left, top, width, height = line
        found = mirrored(QRect(left, top, min(part.sizeHint().width(), width), height), QRect(*line))
        return found.x(), top, found.width(), height

    # --- what Qt asks -------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Measure again when a part says that it changed."""
        if event.type() != QEvent.Type.LayoutRequest:
            return super().event(event)
        self.refit()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the new width; what is as wide as before stays in its place."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Take what changed out of sight: nobody told."""
        super().showEvent(event)
        self._heights, self._narrowest = {}, -1
        self._arrange()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Return the height that all parts take in a width."""
        if width not in self._heights or not self.isVisible():
            self._places(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return the size in the width there is."""
        return QSize(self.minimumSizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return the width that the widest part can't do without."""
        if self._narrowest < 0 or not self.isVisible():
            margins = self.contentsMargins()
            widths = (part.minimumSizeHint().width() for part, is_shown in self._parts.items() if is_shown)
            self._narrowest = max(widths, default=0) + margins.left() + margins.right()
        return QSize(self._narrowest, 0)


def _height(part: QWidget, width: int) -> int:
    height = part.heightForWidth(width)
    return height if height >= 0 else max(part.sizeHint().height(), part.minimumHeight())
