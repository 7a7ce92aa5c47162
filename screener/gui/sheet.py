"""The white ground that questions stand on, with a hairline around it, and its measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from screener.gui.labels import ground
from screener.language import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Sequence

Part = TypeVar("Part")
MARGIN = 12
SINGLE = (33, 66)  # shares of the width: wording, answer


def left_to_right(parts: Sequence[Part]) -> Sequence[Part]:
    """Return what belongs to the left and the right of the body in the order that a layout takes.

    Left stays left, as on paper and on the drawings, also where one reads from the right.
    """
    return parts[::-1] if is_right_to_left() else parts


class Sheet(QWidget):
    """What is laid into `inside` stands on white."""

    def __init__(self) -> None:
        super().__init__()
        ground(self, QPalette.ColorRole.Mid)
        self.inside = QWidget()
        ground(self.inside)
        edge = QVBoxLayout(self)
        edge.setContentsMargins(1, 0, 1, 1)  # each row brings the line above it
        edge.addWidget(self.inside)
