"""A short scale of whole numbers, such as 0 to 10, each to press; typed digits mean the number they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from screener.assess.answers import Whole
from screener.entry import Typed
from screener.form.model import ItemType
from screener.gui.flow import Flow
from screener.gui.labels import short_words
from screener.gui.lazy_qt import ENTER
from screener.gui.views.cell_view import CellView, reason_words
from screener.gui.views.option_button import REASON, Segment
from screener.gui.views.options import OptionBar

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from screener.entry import Habits
    from screener.form.model import Item
    from screener.wizard import CellState

MOST_STEPS = 11
LONGEST = 2  # digits of a number on a scale


def is_scale(item: Item) -> bool:
    """Whether a whole number has so few possible answers that all of them can be shown."""
    if item.type is not ItemType.WHOLE or item.limits is None or item.limits.lowest < 0:
        return False
    return item.limits.highest - item.limits.lowest < MOST_STEPS


class ScaleBar(OptionBar):
    """Numbers side by side. A digit that may begin a longer number waits for the next key."""

    typed = Signal(str)  # a whole number, as typed
    most_segments = MOST_STEPS

    def __init__(self, numbers: list[str]) -> None:
        super().__init__([Segment(number, number) for number in numbers])
        self._numbers = numbers
        self.waiting = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Collect digits until they can only be one number."""
        text = event.text()
        if self.is_decimal(event):
            return
        if text.isdigit() and text.isascii():
            self.type_(self.waiting + text)
        elif event.key() in ENTER and self.waiting:
            self.finish()
        else:
            self.waiting = ""
            super().keyPressEvent(event)

    def type_(self, digits: str) -> None:
        """Take what is typed so far."""
        may_go_on = any(number != digits and number.startswith(digits) for number in self._numbers)
        if may_go_on:
            self.waiting = digits
            self._move_cursor(self._numbers.index(digits) if digits in self._numbers else -1)
        else:
            self.waiting = ""
            self.typed.emit(digits[:LONGEST])

    def finish(self) -> None:
        """Report the number that waits."""
        digits, self.waiting = self.waiting, ""
        if digits:
            self.typed.emit(digits)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report the number that waits when the keyboard leaves."""
        self.finish()
        super().focusOutEvent(event)


class ScaleView(CellView):
    """One number of a few."""

    def __init__(self, name: str, item: Item, habits: Habits, label: str) -> None:
        super().__init__(name, item, habits, label)
        lowest, highest = (int(item.limits.lowest), int(item.limits.highest)) if item.limits is not None else (0, 0)
        self.bar = ScaleBar([str(number) for number in range(lowest, highest + 1)])
        self.bar.setAccessibleName(label)
        self.bar.pressed.connect(self._press)
        self.bar.typed.connect(self._take)
        self.setFocusProxy(self.bar)
        inside = Flow(edge=0)
        inside.add(self.bar)
        if item.unit:
            inside.add(short_words(item.unit, role="muted"))
        self.row.addWidget(inside, 1)

    def stops(self) -> list[QWidget]:
        """Return the numbers: one stop."""
        return [self.bar]

    def draw(self, state: CellState) -> None:
        """Draw the number that is given."""
        chosen = [str(state.answer.value)] if isinstance(state.answer, Whole) else []
        self.bar.show_chosen(chosen, reason_words(state.answer))

    def commit(self) -> None:
        """Report the number that waits for its second digit."""
        self.bar.finish()

    def _press(self, number: str) -> None:
        if number == REASON:
            self.open_reasons(self.bar.where_dots_are())
        else:
            self._take(number)

    def _take(self, digits: str) -> None:
        self.give(Whole(int(digits)), Typed(digits))
        refusal = self.state.refusal
        if self.bar.hasFocus() and (refusal is None or refusal.confirm is not None):
            self.left.emit(self)
