"""The white ground that questions stand on, with a hairline around it, and its measures."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from screener.gui.labels import ground

MARGIN = 12
SINGLE = (33, 66)  # shares of the width: wording, answer


class Sheet(QWidget):
    """What is laid into `inside` stands on white."""

    def __init__(self) -> None:
        super().__init__()
        ground(self, QPalette.ColorRole.Mid)
        white = QWidget()
        ground(white)
        self.inside = white
        edge = QVBoxLayout(self)
        edge.setContentsMargins(1, 0, 1, 1)  # each row brings the line above it
        edge.addWidget(white)
