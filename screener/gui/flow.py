"""Widgets side by side, going on below where the width ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from screener.gui.strokes import mirrored

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

GAP = 6
RING = 3  # the room that options leave for their focus ring: all kinds of answers begin at one line


class Flow(QWidget):
    """Places each widget at the size it asks for, in reading order.

    A layout of Qt's would do, if its items did not pass through Python: the binding may keep the wrapper of an item
    that Qt has deleted, and later take it for whatever stands at the same address.
    """

    def __init__(self, edge: int = RING) -> None:
        super().__init__()
        self._edge = edge
        self._parts: list[QWidget] = []
        self._heights: dict[int, int] = {}  # by width, until a part says that it changed; Qt asks a dozen times
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        """Take one more, behind those that are there."""
        part.setParent(self)
        self._parts.append(part)

    def give_away(self, part: QWidget) -> None:
        """Leave a widget to another parent."""
        self._parts.remove(part)

    # --- what Qt asks -------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Measure and place again when a part says that it changed."""
        if event.type() != QEvent.Type.LayoutRequest:
            return super().event(event)
        self._heights = {}
        self._arrange(self.width(), place=True)
        self.updateGeometry()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the new width."""
        super().resizeEvent(event)
        self._arrange(self.width(), place=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Take what changed out of sight: nobody told."""
        super().showEvent(event)
        self._heights = {}
        self._arrange(self.width(), place=True)

    def hasHeightForWidth(self) -> bool:
        """Less width takes more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        if width not in self._heights or not self.isVisible():
            self._heights[width] = self._arrange(width, place=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        sizes = [_wanted(part) for part in self._shown()]
        return QSize(sum(s.width() + GAP for s in sizes), max((s.height() for s in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest."""
        sizes = [_least(part) for part in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    # --- places -------------------------------------------------------------------------------------------------

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _arrange(self, width: int, *, place: bool) -> int:
        """Return the height of all lines in a width; put the widgets into their places, or only measure."""
        inside = max(width - 2 * self._edge, 1)
        x = y = 0
        line: list[tuple[QWidget, int, QSize]] = []
        for part in self._shown():
            size = _wanted(part)
            wide = min(size.width(), inside)
            tall = part.heightForWidth(wide) if part.hasHeightForWidth() else size.height()
            if line and x + wide > inside:
                y += self._finish(line, y, place=place) + GAP // 2
                x, line = 0, []
            line.append((part, x, QSize(wide, tall)))
            x += wide + GAP
        return y + self._finish(line, y, place=place)

    def _finish(self, line: list[tuple[QWidget, int, QSize]], y: int, *, place: bool) -> int:
        """Return the height of a line, its widgets level with each other."""
        tallest = max((size.height() for _, _, size in line), default=0)
        if place:
            for part, x, size in line:
                box = QRect(self._edge + x, y + (tallest - size.height()) // 2, size.width(), size.height())
                part.setGeometry(mirrored(box, self.rect()))
        return tallest


def _wanted(part: QWidget) -> QSize:
    """Return the size a widget asks for, within the limits it was given."""
    wanted = part.sizeHint().expandedTo(part.minimumSizeHint())
    return wanted.boundedTo(part.maximumSize()).expandedTo(part.minimumSize())


def _least(part: QWidget) -> QSize:
    """Return the size a widget can't do without."""
    can_shrink = part.sizePolicy().horizontalPolicy() != QSizePolicy.Policy.Fixed
    least = part.minimumSizeHint() if can_shrink else part.sizeHint()
    return least.boundedTo(part.maximumSize()).expandedTo(part.minimumSize())
