"""A score as a bar: solid for what is certain, hatched for what is still possible, a mark at each cut-off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QWidget

from screener.gui.theme import theme_of
from screener.language import is_right_to_left

if TYPE_CHECKING:
    from decimal import Decimal

    from PySide6.QtGui import QPaintEvent

    from screener.assess.assessment import ScoreResult
    from screener.form.rules import Score

HEIGHT, THICK, MARK = 16, 8, 2


class ScoreBar(QWidget):
    """Draws one score; says nothing that the words beside it do not say."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self._score: Score | None = None
        self._ends: tuple[Decimal, Decimal] | None = None

    def sizeHint(self) -> QSize:
        """Return a size to start from."""
        return QSize(120, HEIGHT)

    def show_result(self, score: Score, result: ScoreResult) -> None:
        """Draw a result."""
        lowest = result.total if result.total is not None else result.lowest
        highest = result.total if result.total is not None else result.highest
        ends = (lowest, highest) if lowest is not None and highest is not None else None
        if (score, ends) != (self._score, self._ends):
            self._score, self._ends = score, ends
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, certain part, possible part, marks."""
        if self._score is None:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        if is_right_to_left():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (HEIGHT - THICK) / 2
        painter.setBrush(QColor(theme.track))
        painter.drawRoundedRect(QRectF(0, top, self.width(), THICK), 3, 3)
        if self._ends is not None:
            low, high = (self._x(end) for end in self._ends)
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(QRectF(0, top, low, THICK), 3, 3)
            painter.setBrush(QBrush(QColor(theme.accent), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(QRectF(low, top, high - low, THICK))
        for cutoff in self._score.cutoffs:
            painter.fillRect(QRectF(self._x(cutoff.start) - MARK / 2, 1, MARK, HEIGHT - 2), QColor(theme.text))

    def _x(self, points: Decimal) -> float:
        whole = self._score.range if self._score is not None else None
        if whole is None or whole.highest == whole.lowest:
            return 0.0
        return float((points - whole.lowest) / (whole.highest - whole.lowest)) * self.width()
