"""The sheet of a block: its rows, and the drawings of what they ask about beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from screener.gui.column import Column, keep_picture
from screener.gui.labels import ground
from screener.gui.lazy_qt import Qt
from screener.gui.sheet import MARGIN
from screener.gui.theme import em

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

BOTH_EMS = 54  # the width, in letters, of rows with a drawing beside them


class Lines(Column):
    """Rows on a sheet: what shows between and around them is a hairline."""

    def __init__(self) -> None:
        super().__init__(gap=1)
        self.setContentsMargins(1, 1, 1, 1)
        ground(self, QPalette.ColorRole.Mid)


class Drawn(QWidget):
    """Rows with the drawings of what they ask about."""

    def __init__(self, lines: Lines, drawings: Sequence[QWidget]) -> None:
        super().__init__()
        keep_picture(self)
        self._beside = beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(MARGIN)
        beside.addWidget(lines, 1, Qt.AlignmentFlag.AlignTop)
        for drawing in drawings:
            beside.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the drawing beside the rows where both have room, else below them: Tab comes to it after them."""
        super().resizeEvent(event)
        is_narrow = self.width() < BOTH_EMS * em(self)
        ways = QHBoxLayout.Direction
        wanted = ways.TopToBottom if is_narrow else ways.LeftToRight
        if self._beside.direction() != wanted:
            self._beside.setDirection(wanted)
