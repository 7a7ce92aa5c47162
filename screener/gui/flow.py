"""Widgets side by side, going on below where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

from screener.gui.strokes import mirrored

GAP = 6
RING = 3  # the room that options leave for their focus ring: all kinds of answers begin at one line


class Flow(QLayout):
    """Lays out each widget at the size it asks for, in reading order."""

    def __init__(self, edge: int = RING) -> None:
        super().__init__()
        self._edge = edge
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width, until something changed; Qt asks a dozen times

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # Qt's name
        """Return one of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # Qt's name
        """Give one of them away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Less width takes more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return height

    def invalidate(self) -> None:
        """Measure again."""
        self._heights = {}
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put each in its place."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        return QSize(sum(s.width() + GAP for s in sizes), max((s.height() for s in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the width of the widest."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        rect = rect.adjusted(self._edge, 0, -self._edge, 0)
        x, y = rect.x(), rect.y()
        line: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._shown():
            size = item.sizeHint()
            wide = min(size.width(), max(rect.width(), 1))
            tall = item.heightForWidth(wide) if item.hasHeightForWidth() else size.height()
            if line and x + wide > rect.right() + 1:
                y += self._place(line, y, rect if place else None) + GAP // 2
                x, line = rect.x(), []
            line.append((item, x, QSize(wide, tall)))
            x += wide + GAP
        return y + self._place(line, y, rect if place else None) - rect.y()

    @staticmethod
    def _place(line: list[tuple[QLayoutItem, int, QSize]], y: int, whole: QRect | None) -> int:
        """Return the height of a line; put its widgets into the whole, if there is one."""
        tallest = max((size.height() for _, _, size in line), default=0)
        if whole is not None:
            for item, x, size in line:
                place = QRect(QPoint(x, y + (tallest - size.height()) // 2), size)
                item.setGeometry(mirrored(place, whole))
        return tallest
