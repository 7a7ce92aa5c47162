"""A measured number with its unit and, where asked, its date. The unit is never chosen for the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from screener.assess.answers import Measured, NotDone, Reason, written_date
from screener.assess.conversions import convert
from screener.entry import (
    Typed,
    no_date,
    no_number,
    parse_date,
    parse_quantity,
    split_unit,
    written_number,
)
from screener.gui.fields import Line
from screener.gui.flow import Flow
from screener.gui.labels import short_words
from screener.gui.views.cell_view import CellView, reason_words
from screener.gui.views.lines import fill_row
from screener.gui.views.option_button import REASON, Segment
from screener.gui.views.options import OptionBar
from screener.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from screener.entry import Habits
    from screener.form.model import Item
    from screener.wizard import CellState

NOT_DONE = "*not_done"
NO_VALUE = tr("The number is missing.")


class QuantityView(CellView):
    """Value, unit, date, in this order of the keyboard."""

    def __init__(self, name: str, item: Item, habits: Habits, label: str) -> None:
        super().__init__(name, item, habits, label)
        self._units = tuple(unit.id for unit in item.units)
        self._unit = ""
        self.line = Line(label, 4.3)
        self.line.editingFinished.connect(self.commit)
        self.line.letter.connect(self._take_letter)
        self.line.emptied.connect(self._empty_line)
        self.flow = Flow()
        self.row.addWidget(self.flow, 1)
        self.flow.add(self.line)
        self.unit_bar = self._make_units()
        self.date = self._make_date() if item.is_dated else None
        ends = [Segment(NOT_DONE, tr("Not done"), "N")] if item.has_not_done else []
        self.dots = OptionBar(ends, reasons=True)
        self.dots.setAccessibleName(tr("{question}: not done, or no value", question=label))
        if ends:
            self.line.letters["N"] = NotDone()
        self.dots.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its keys work in the line
        self.dots.pressed.connect(self._press_end)
        self.flow.add(self.dots)
        self.setFocusProxy(self.line)
        self._shown = Typed()

    def _make_units(self) -> OptionBar | None:
        if len(self._units) > 1:
            units = enumerate(self.item.units, start=1)
            bar = OptionBar([Segment(unit.id, unit.label, str(n)) for n, unit in units], reasons=False)
            bar.setAccessibleName(tr("{question}: unit", question=self.label))
            bar.pressed.connect(self._press_unit)
            self.flow.add(bar)
            return bar
        if self._units and self._units[0]:
            self.flow.add(short_words(self.item.units[0].label, role="muted"))
        return None

    def _make_date(self) -> Line:
        line = Line(tr("{question}: date", question=self.label), 7.2, takes_letters=True)
        line.setPlaceholderText(tr("date"))
        line.editingFinished.connect(self.commit)
        self.flow.add(line)
        return line

    def make_small(self) -> None:
        """Take little room, as in a row of a table: its head has the unit, the reasons open with their keys."""
        if self.unit_bar is None and self.date is None:
            self.flow.hide()
            self.flow.give_away(self.line)
            fill_row(self.row, self.line)

    def stops(self) -> list[QWidget]:
        """Return the value, the unit where there is a choice, and the date."""
        return [stop for stop in (self.line, self.unit_bar, self.date) if stop is not None]

    def parts(self) -> Iterable[str]:
        """Return the unit and the date too."""
        return "unit", "date", *super().parts()

    def place_of(self, part: str) -> QWidget:
        """Return the unit or the date: what is typed there must not take the place of the number."""
        return {"unit": self.unit_bar, "date": self.date}.get(part) or super().place_of(part)

    def go_on(self) -> None:
        """Go to the next part; past all of them where there is no number to give a unit or a date."""
        has_date = self.date is not None and bool(self.date.text().strip())
        if self.line.hasFocus() and not self.line.text().strip() and not has_date:
            self.left.emit(self)
        else:
            super().go_on()

    # --- in -----------------------------------------------------------------------------------------------------

    def draw(self, state: CellState) -> None:
        """Draw the parts as they are understood, or as they were typed."""
        answer = state.answer
        if state.refusal is not None:
            self._shown = state.refusal.typed
        elif isinstance(answer, Measured):
            digits = answer.comparator + written_number(answer.value, self.habits)
            self._shown = Typed(digits, answer.unit, written_date(answer.date) if answer.date else "")
        else:
            self._shown = Typed()
        self._unit = self._shown.unit
        self.line.show_text(self._shown.value)
        if self.date is not None:
            self.date.show_text(self._shown.date)
        self._draw_unit()
        self.dots.show_chosen([NOT_DONE] if isinstance(answer, NotDone) else [], reason_words(answer))

    def _draw_unit(self) -> None:
        if self.unit_bar is not None:
            self.unit_bar.show_chosen([self._unit] if self._unit else [])

    def remark(self, state: CellState) -> str:
        """Name the part that is missing, or show the value in its other unit."""
        answer = state.answer
        if not isinstance(answer, Measured):
            return ""
        if self.unit_bar is not None and not answer.unit:
            return tr("Choose the unit: without it the number does not count.")
        open_date = tr("Without its date its age is open.") if self.item.is_dated and answer.date is None else ""
        other = convert(self.item.converts, answer.value, answer.unit) if self.item.converts and answer.unit else None
        shown = f"= {answer.comparator}{written_number(other[0], self.habits)} {other[1]}" if other else ""
        return " · ".join(part for part in (shown, open_date) if part)

    def _answer_spoken(self, state: CellState) -> str:
        if state.refusal is None and isinstance(state.answer, Measured):
            return " ".join(part for part in (self._shown.value, self._shown.unit, self._shown.date) if part)
        if state.refusal is None and isinstance(state.answer, NotDone):
            return tr("Not done")
        return super()._answer_spoken(state)

    # --- out ----------------------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Report the parts, if one changed."""
        typed = self._typed()
        if typed == self._shown or (not typed.value and not typed.date and self._is_empty()):
            return  # a unit alone waits for its number
        had = self._shown
        self._shown = typed
        if not typed.value and (not typed.date or not had.value):
            self._report_without_number(typed)
        else:
            self._report(typed)
        if self._shown is typed:  # the same answer in other words changes nothing, and is drawn by nobody else
            self.draw(self.state)

    def _report_without_number(self, typed: Typed) -> None:
        if typed.date:
            self.refused.emit(self.name, typed, NO_VALUE)
        else:
            self.give(None)

    def _is_empty(self) -> bool:
        return self.state.answer is None and self.state.refusal is None

    def _typed(self) -> Typed:
        number, unit = split_unit(self.line.text(), self.item.units)
        unit = unit or self._unit or (self._units[0] if len(self._units) == 1 else "")
        date = self.date.text().strip() if self.date is not None else ""
        if not number and len(self._units) == 1:
            unit = ""
        return Typed(number, unit, date)

    def _report(self, typed: Typed) -> None:
        answer = parse_quantity(typed.value, typed.unit, self.habits)
        when = parse_date(typed.date, self.habits.day_first) if typed.date else None
        if answer is None:
            self.refused.emit(self.name, typed, self._no_number(typed.value))
        elif typed.date and when is None:
            self.refused.emit(self.name, typed, no_date(typed.date))
        else:
            self.give(Measured(answer.value, answer.unit, answer.comparator, when), typed)

    def _no_number(self, text: str) -> str:
        return no_number(text, self.item.units, self.habits) if text else NO_VALUE

    def _press_unit(self, unit: str) -> None:
        had_focus = self.unit_bar is not None and self.unit_bar.hasFocus()
        self._unit = unit
        self._draw_unit()
        self.commit()
        if had_focus and self.line.text() and not self.stays():
            self.go_on()

    def _press_end(self, option: str) -> None:
        if option == REASON:
            self.open_reasons(self.dots.where_dots_are())
        else:
            self._give_not_done()

    def _give_not_done(self) -> None:
        self.give(NotDone())
        self.left.emit(self)

    def _take_letter(self, meant: object) -> None:
        if isinstance(meant, Reason):
            self.give_reason(meant)
        else:
            self._give_not_done()

    def _empty_line(self) -> None:
        if not self._is_empty():
            self.give(None)
