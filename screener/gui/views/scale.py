"""A short scale of whole numbers, such as 0 to 10, each to press; typed digits mean the number they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from screener.assess.answers import Whole
from screener.entry import Typed
from screener.form.model import ItemType
from screener.gui.flow import Flow
from screener.gui.labels import short_words
from screener.gui.lazy_qt import ENTER
from screener.gui.scroll import keep_in_sight
from screener.gui.views.cell_view import CellView, reason_words
from screener.gui.views.option_button import REASON, Segment
from screener.gui.views.options import OptionBar
from screener.language import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

    from screener.entry import Habits
    from screener.form.model import Item
    from screener.wizard import CellState

MOST_STEPS = 11
LONGEST = 2  # digits of a number on a scale
DECIMAL_MARKS = (".", ",")
AT_ONCE = 150  # ms between two keys that were pressed as one number; who answers two questions takes longer
REST = 1000  # ms without a digit, after one that was not taken, until digits answer again


def is_scale(item: Item) -> bool:
    """Whether a whole number has so few possible answers that all of them can be shown."""
    if item.type is not ItemType.WHOLE or item.limits is None or item.limits.lowest < 0:
        return False
    return item.limits.highest - item.limits.lowest < MOST_STEPS


class Remainder(QObject):
    """Keeps what still belongs to a number on a scale (".5", or a 5 at once after 7) from answering the next question.

    It takes the keys of what the keyboard went on to, until one comes that is no part of the number.
    """

    typed = Signal(str)  # all of it so far

    def __init__(self, next_: QWidget, last: QKeyEvent, text: str = "") -> None:
        super().__init__(next_)
        self._last, self.text = last.timestamp(), text
        next_.installEventFilter(self)

    def eventFilter(self, next_: QObject, event: QEvent) -> bool:
        """Take what belongs to the number."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._belongs(event):
                self._last, self.text = event.timestamp(), self.text + event.text()
                self.typed.emit(self.text)
                return True
            self._end(next_)
        elif event.type() == QEvent.Type.FocusOut:
            self._end(next_)
        return False

    def _belongs(self, event: QKeyEvent) -> bool:
        """Whether a key goes on with the number; events that were not typed by anyone have no time."""
        passed = event.timestamp() - self._last
        if not self.text and event.text() in DECIMAL_MARKS:
            return passed < REST or not isinstance(self.parent(), QLineEdit)  # where a number may begin with one
        is_decimal = self.text.startswith(DECIMAL_MARKS)
        return _is_digit(event.text()) and (is_decimal or 0 < passed < (REST if self.text else AT_ONCE))

    def _end(self, next_: QObject) -> None:
        next_.removeEventFilter(self)
        self.deleteLater()


class ScaleBar(OptionBar):
    """Numbers side by side. A digit that may begin a longer number waits for the next key."""

    typed = Signal(str)  # a whole number, as typed
    went_on = Signal(str)  # what was typed right after it, and is not taken
    most_segments = MOST_STEPS

    def __init__(self, numbers: list[str]) -> None:
        super().__init__([Segment(number, number) for number in numbers])
        self.numbers = numbers
        self.waiting = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Collect digits until they can only be one number."""
        if _is_digit(event.text()):
            self._type(event)
        elif event.text() in DECIMAL_MARKS:
            self.finish()
            self._watch(event, event.text())
            self.went_on.emit(event.text())
        elif event.key() in ENTER and self.waiting:
            self.finish()
        else:
            self.waiting = ""
            super().keyPressEvent(event)

    def _type(self, event: QKeyEvent) -> None:
        digits = self.waiting + event.text()
        if any(number != digits and number.startswith(digits) for number in self.numbers):
            self.waiting = digits
            self._move_cursor(self.numbers.index(digits) if digits in self.numbers else -1)
        elif not event.isAutoRepeat():
            self.waiting = ""
            self.typed.emit(digits[:LONGEST])
            self._watch(event)

    def _watch(self, last: QKeyEvent, text: str = "") -> None:
        """Look after what is typed next, wherever the keyboard went."""
        Remainder(QApplication.focusWidget() or self, last, text).typed.connect(self.went_on)

    def finish(self) -> None:
        """Report the number that waits."""
        digits, self.waiting = self.waiting, ""
        if digits:
            self.typed.emit(digits)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report the number that waits when the keyboard leaves."""
        self.finish()
        super().focusOutEvent(event)


def _is_digit(text: str) -> bool:
    return text.isdigit() and text.isascii()


class ScaleView(CellView):
    """One number of a few."""

    def __init__(self, name: str, item: Item, habits: Habits, label: str) -> None:
        super().__init__(name, item, habits, label)
        lowest, highest = (int(item.limits.lowest), int(item.limits.highest)) if item.limits is not None else (0, 0)
        self.bar = ScaleBar([str(number) for number in range(lowest, highest + 1)])
        self.bar.setAccessibleName(label)
        self.bar.pressed.connect(self._press)
        self.bar.typed.connect(self._take)
        self.bar.went_on.connect(self._say_not_taken)
        self._not_taken: tuple[CellState, str] | None = None  # what was typed after the number, and where that stood
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

    def remark(self, state: CellState) -> str:
        """Say what was typed and not taken, until something else stands here."""
        if self._not_taken is None or self._not_taken[0] is not state:
            return ""
        numbers = self.bar.numbers
        only = tr("Whole numbers from {lowest} to {highest} only.", lowest=numbers[0], highest=numbers[-1])
        if not isinstance(state.answer, Whole):
            return only
        said = tr(
            "{number} is recorded; “{rest}” right after it is not.", number=state.answer.value, rest=self._not_taken[1]
        )
        return f"{said} {only}"

    def _say_not_taken(self, rest: str) -> None:
        from screener.gui.spoken_words import announce  # noqa: PLC0415  # not before the first page

        self._not_taken = self.state, rest
        self.show_value(self.state)
        announce(self.bar, self.remark(self.state))
        # Once what was said has its place.
        QTimer.singleShot(0, self, lambda: keep_in_sight(QApplication.focusWidget()))

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
