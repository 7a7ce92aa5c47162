"""Answers that are typed: whole numbers, dates, words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from screener.assess.answers import PartialDate, Whole, Written, written_date
from screener.entry import Typed, no_date, parse_date, parse_whole
from screener.gui.fields import Line, Page
from screener.gui.flow import RING, Flow
from screener.gui.labels import short_words
from screener.gui.lazy_qt import NO_LIMIT
from screener.gui.views.cell_view import CellView, reason_words
from screener.gui.views.options import OptionBar
from screener.language import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from screener.entry import Habits
    from screener.form.model import Item
    from screener.wizard import CellState

DATE_HINT = tr("day, month or year")


def fill_row(row: QHBoxLayout, line: Line) -> None:
    """Give a line the whole width of its row."""
    line.setMinimumWidth(0)
    line.setMaximumWidth(NO_LIMIT)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(line)


class LineView(CellView):
    """One typed line."""

    ems = 5.0
    takes_letters = False

    def __init__(self, name: str, item: Item, habits: Habits, label: str) -> None:
        super().__init__(name, item, habits, label)
        self.line = Line(label, self.ems, takes_letters=self.takes_letters)
        self.line.editingFinished.connect(self.commit)
        self.line.letter.connect(self.give_reason)
        self.line.emptied.connect(self._take_back)
        self.dots = OptionBar([], reasons=True)
        self.dots.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.dots.pressed.connect(lambda _option: self.open_reasons(self.dots.where_dots_are()))
        self.setFocusProxy(self.line)
        self.unit = short_words(item.unit, role="muted")
        if not item.unit:
            self.unit.hide()
        self._flow = Flow() if self.ems else None
        for part in (self.line, self.unit, self.dots):
            if self._flow is None:
                self.row.addWidget(part)
            else:
                self._flow.add(part)
        if self._flow is None:
            self.row.setContentsMargins(RING, 0, RING, 0)
        else:
            self.row.addWidget(self._flow, 1)
        self._shown = ""

    def make_small(self) -> None:
        """Take little room, as in a row of a table: the reasons open with their keys."""
        self.unit.hide()
        self.dots.hide()
        if self._flow is not None:
            self._flow.hide()
            self._flow.give_away(self.line)
        fill_row(self.row, self.line)

    def stops(self) -> list[QWidget]:
        """Return the line."""
        return [self.line]

    def draw(self, state: CellState) -> None:
        """Draw the answer as it is understood, or what was typed."""
        self._shown = state.refusal.typed.value if state.refusal else self.written(state)
        self.line.show_text(self._shown)
        self.dots.show_chosen([], reason_words(state.answer))

    def written(self, _state: CellState) -> str:
        """Return the answer as text."""
        raise NotImplementedError

    def commit(self) -> None:
        """Report what was typed, if it changed."""
        if self.line.text() != self._shown:
            typed = self._shown = self.line.text()
            self.report(typed)
            if self._shown == typed:  # the same answer in other words changes nothing, and is drawn by nobody else
                self.draw(self.state)

    def report(self, text: str) -> None:
        """Report the text as an answer, or as no answer."""
        raise NotImplementedError

    def _take_back(self) -> None:
        if self.state.answer is not None or self.state.refusal is not None:
            self.give(None)


class WholeView(LineView):
    """A whole number."""

    ems = 4.0

    def written(self, state: CellState) -> str:
        """Return the number."""
        return str(state.answer.value) if isinstance(state.answer, Whole) else ""

    def report(self, text: str) -> None:
        """Report the number."""
        number = parse_whole(text, self.item.unit)
        if not text.strip():
            self.give(None)
        elif number is None:
            self.refused.emit(self.name, Typed(text), tr("This is no whole number: write digits only, such as 12."))
        else:
            self.give(Whole(number), Typed(text))


class DateView(LineView):
    """A date, a month or a year."""

    ems = 12.5

    def __init__(self, name: str, item: Item, habits: Habits, label: str) -> None:
        super().__init__(name, item, habits, label)
        self.line.setPlaceholderText(DATE_HINT)

    def written(self, state: CellState) -> str:
        """Return the date as it is understood."""
        return written_date(state.answer) if isinstance(state.answer, PartialDate) else ""

    def report(self, text: str) -> None:
        """Report the date."""
        when = parse_date(text, self.habits.day_first)
        if not text.strip():
            self.give(None)
        elif when is None:
            self.refused.emit(self.name, Typed(text), no_date(text))
        else:
            self.give(when, Typed(text))


class TextView(LineView):
    """Words on one line."""

    ems = 0.0
    takes_letters = True

    def written(self, state: CellState) -> str:
        """Return the words."""
        return state.answer.text if isinstance(state.answer, Written) else ""

    def report(self, text: str) -> None:
        """Report the words."""
        self.give(Written(text) if text.strip() else None, Typed(text))


class LinesView(CellView):
    """Words on several lines."""

    def __init__(self, name: str, item: Item, habits: Habits, label: str) -> None:
        super().__init__(name, item, habits, label)
        self.page = Page(label, item.lines)
        self.page.finished.connect(self.commit)
        self.page.going_on.connect(self._go)
        self.page.setPlaceholderText(tr("Ctrl+Enter goes on"))
        self.dots = OptionBar([], reasons=True)
        self.dots.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.dots.pressed.connect(lambda _option: self.open_reasons(self.dots.where_dots_are()))
        self.setFocusProxy(self.page)
        self.row.addWidget(self.page, 1)
        self.row.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignTop)

    def stops(self) -> list[QWidget]:
        """Return the text."""
        return [self.page]

    def draw(self, state: CellState) -> None:
        """Draw the words."""
        self.page.show_text(self._words(state))
        self.dots.show_chosen([], reason_words(state.answer))

    @staticmethod
    def _words(state: CellState) -> str:
        if state.refusal is not None:
            return state.refusal.typed.value
        return state.answer.text if isinstance(state.answer, Written) else ""

    def commit(self) -> None:
        """Report the words, if they changed."""
        text = self.page.toPlainText()
        if text != self._words(self.state):
            self.give(Written(text) if text.strip() else None, Typed(text))

    def _go(self) -> None:
        self.commit()
        self.left.emit(self)
