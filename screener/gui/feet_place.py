"""One place on the drawing of a foot: its answer as on paper, and the answer that a press gives next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter, QPen

from screener.assess.answers import Chosen, NoValue, Whole
from screener.form.model import NO, YES, ItemType
from screener.gui.drawing_view import Spot
from screener.gui.fields import NO_KEY, REASON_KEYS, YES_KEYS
from screener.gui.lazy_qt import CENTRE, Qt
from screener.gui.theme import theme_of
from screener.report.answer_text import answer_text
from screener.report.compose_drawings import mark_of
from screener.report.marks import Mark

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from screener.assess.answers import Answer
    from screener.form.model import Item
    from screener.wizard import Wizard

LETTERS = {**dict.fromkeys(YES_KEYS, YES), NO_KEY: NO}
LARGEST = 9  # a number that one digit says


def answers_on_a_place(item: Item) -> tuple[Answer, ...]:
    """Return the answers that presses go through; none when there are too many for that."""
    if item.type in (ItemType.YES_NO, ItemType.CHOICE):
        return tuple(Chosen(option.id) for option in item.options)
    if item.type is ItemType.WHOLE and item.limits is not None and item.limits.highest <= LARGEST:
        return tuple(Whole(number) for number in range(int(item.limits.lowest), int(item.limits.highest) + 1))
    return ()


class Place(Spot):
    """One place on one foot."""

    def __init__(self, feet: QWidget, cell: str, item: Item, name: str) -> None:
        super().__init__(feet, cell, name)
        self.item = item
        self.mark, self.answer = Mark.BROKEN, None  # type: Mark, Answer | None
        self.say()

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw an answer."""
        answer = wizard.answers.cells.get(self.cell)
        mark = mark_of(wizard.assessment, self.item, self.cell.rpartition(".")[2])
        if (answer, mark) != (self.answer, self.mark):
            self.answer, self.mark = answer, mark
            self.say()
            self.update()

    def words(self) -> str:
        """Return the answer in words."""
        return answer_text(self.item, self.answer)

    def after(self) -> Answer | None:
        """Return the answer that comes after the present one."""
        known = answers_on_a_place(self.item)
        if self.answer is None:
            return known[0]
        following = known.index(self.answer) + 1 if self.answer in known else 0
        return known[following] if 0 < following < len(known) else None

    def meant(self, text: str) -> Answer | None:
        """Return the answer that a key stands for."""
        if text in REASON_KEYS:
            return NoValue(REASON_KEYS[text])
        if self.item.type is ItemType.YES_NO:
            return Chosen(LETTERS[text]) if text in LETTERS else None
        for number, answer in enumerate(answers_on_a_place(self.item), 1):
            if text == str(answer.value if isinstance(answer, Whole) else number):
                return answer
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw an open circle for what is normal, a filled one for what is not, a broken one for what is open."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_filled = self.mark is Mark.FILLED
        pen = QPen(QColor(theme.muted if self.mark is Mark.BROKEN else theme.text), 1.6)
        if self.mark is Mark.BROKEN:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.text if is_filled else theme.surface))
        painter.drawEllipse(self.rect().toRectF().adjusted(4, 4, -4, -4))
        painter.setPen(QColor(theme.surface if is_filled else theme.text))
        painter.drawText(self.rect(), CENTRE, self._sign())
        if self.has_cursor:
            painter.setPen(QPen(QColor(theme.focus), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5))

    def _sign(self) -> str:
        if isinstance(self.answer, Whole):
            return str(self.answer.value)
        return "–" if isinstance(self.answer, NoValue) else ""
