"""The white ground that questions stand on, and its measures."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from screener.gui.theme import theme_of

MARGIN = 12
SINGLE = (38, 61)  # shares of the width: wording, answer


class Sheet(QWidget):
    """A white ground with a hairline around it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setPen(QColor(theme.hairline))
        painter.setBrush(QColor(theme.surface))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
