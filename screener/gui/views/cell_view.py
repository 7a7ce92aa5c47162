"""What every question's view shares: edits go up, states come down, a reason for no value, what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from screener.assess.answers import REASON_WORDS, Chosen, NotDone, NoValue, Reason, Whole
from screener.entry import Typed
from screener.gui.fields import REASON_KEYS
from screener.gui.lazy_qt import ENTER
from screener.gui.views.below import Below
from screener.language import tr
from screener.wizard import CellState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from screener.assess.answers import Answer
    from screener.entry import Habits, Refusal
    from screener.form.model import Item

NOTHING = CellState(None, None)
NOTE, WHY = "*note", "*why"  # below an answer: a note, and why it was not possible


class CellView(QWidget):
    """Draws one cell. Holds nothing but half-typed text."""

    edited = Signal(str, object, object)  # name, Answer or None, Typed
    refused = Signal(str, object, str)  # name, Typed, reason
    confirmed = Signal(str)
    left = Signal(object)  # this view: go on to the next question
    why_asked = Signal(str)
    noted = Signal(str, str)  # name, note

    def __init__(self, name: str, item: Item, habits: Habits, label: str) -> None:
        super().__init__()
        self.takes_notes = True
        self.setObjectName(name)
        self.name, self.item, self.habits, self.label = name, item, habits, label
        self.state = NOTHING
        self._told: Refusal | None = None  # what was refused when Enter was last pressed
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.row = QHBoxLayout()
        self.row.setSpacing(6)
        column.addLayout(self.row)
        self.below = Below(self, column)
        column.addStretch(1)

    # --- in -----------------------------------------------------------------------------------------------------

    def show_value(self, state: CellState) -> None:
        """Draw a state without reporting it back."""
        self.state = state
        self.draw(state)
        self.below.show(state, *self._said(state))
        self.describe(self._spoken(state))

    def begin(self) -> None:
        """Tell a screen reader that there is no answer: what nobody touched is not drawn again."""
        self.describe(self._spoken(self.state))

    def draw(self, state: CellState) -> None:
        """Draw the answer, or what was typed in its place."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        raise NotImplementedError

    def parts(self) -> Iterable[str]:
        """Return the names of the parts of an answer that have a place of their own."""
        return NOTE, WHY

    def place_of(self, part: str) -> QWidget:
        """Return where a part of the answer is given; the whole view where it has none of that name."""
        return {NOTE: self.below.note, WHY: self.below.why_unable}.get(part) or self

    def part_in_focus(self) -> str:
        """Return the part that the keyboard is on, "" on none of them."""
        found = ((part, self.place_of(part)) for part in self.parts())
        return next((part for part, place in found if place is not self and place.hasFocus()), "")

    def remark(self, _state: CellState) -> str:
        """Return what is said below an accepted answer."""
        return ""

    def describe(self, text: str) -> None:
        """Tell a screen reader the state."""
        for stop in self.stops():
            if stop.accessibleDescription() != text:
                stop.setAccessibleDescription(text)

    # --- out ----------------------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Report half-typed text."""

    def give(self, answer: Answer | None, typed: Typed | None = None) -> None:
        """Report an answer."""
        self.edited.emit(self.name, answer, typed or Typed())

    def give_reason(self, reason: Reason) -> None:
        """Report that there is no value, and why."""
        if self.state.answer != NoValue(reason):
            self.give(NoValue(reason))
        if reason is Reason.UNABLE and self.below.why_unable is not None:
            self.below.why_unable.setFocus()
        else:
            self.left.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, F2 opens the reasons, single letters give one, Delete takes the answer back."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER and plain:
            self.commit()
            if not self.stays():
                self.go_on()
        elif plain and (reason := REASON_KEYS.get(event.text().upper())) is not None:
            if not event.isAutoRepeat():
                self.give_reason(reason)
        elif event.key() == Qt.Key.Key_F3 and self.takes_notes:
            self.below.open_note()
        elif event.key() == Qt.Key.Key_F2:
            self.open_reasons(self.mapToGlobal(QPoint(0, self.height())))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and plain:
            self.give(None)
        else:
            super().keyPressEvent(event)

    def stays(self) -> bool:
        """Whether the keyboard stays, this once: what was typed is refused, and is corrected before more is typed."""
        refusal, told = self.state.refusal, self._told
        self._told = refusal
        if refusal is None or refusal == told or refusal.confirm is not None:
            return False
        from screener.gui.spoken_words import announce  # noqa: PLC0415  # not before the first page

        announce(self, self._spoken(self.state))
        return True

    def go_on(self) -> None:
        """Go to the next stop of this question, or to the next question."""
        stops = self.stops()
        here = next((index for index, stop in enumerate(stops) if stop.hasFocus()), len(stops))
        if here + 1 < len(stops):
            stops[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit(self)

    def open_reasons(self, where: QPoint) -> None:
        """Open the menu of reasons for no value."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(tr("No value: {question}", question=self.label))
        for key, reason in REASON_KEYS.items():
            action = QAction(f"{REASON_WORDS[reason].capitalize()} (&{key})", menu)
            action.triggered.connect(lambda _checked=False, chosen=reason: self.give_reason(chosen))
            menu.addAction(action)
        menu.addSeparator()
        if self.item.has_not_done:
            menu.addAction(tr("Not done (&N)")).triggered.connect(lambda: self.give(NotDone()))
        menu.addAction(tr("&Take the answer back")).triggered.connect(lambda: self.give(None))
        if self.takes_notes:
            menu.addAction(tr("N&ote (F3)")).triggered.connect(self.below.open_note)
        menu.addAction(tr("&Why is this asked?")).triggered.connect(lambda: self.why_asked.emit(self.name))
        menu.popup(where)

    def _said(self, state: CellState) -> tuple[str, str]:
        if state.refusal is not None:
            return state.refusal.reason, "pending" if state.refusal.confirm is not None else "alarm"
        if state.contradiction:
            return state.contradiction, "alarm"
        if getattr(state.answer, "confirmed", False):
            said = self.remark(state)
            return tr("{said} · unusual, confirmed", said=said) if said else tr("unusual, confirmed"), "muted"
        return self.remark(state), "muted"

    def _spoken(self, state: CellState) -> str:
        spoken = "; ".join(filter(None, [self._answer_spoken(state), state.contradiction]))
        return tr("{spoken}; note: {note}", spoken=spoken, note=state.note) if state.note else spoken

    def _answer_spoken(self, state: CellState) -> str:
        if state.refusal is not None:
            return tr("not taken: {reason}", reason=state.refusal.reason)
        if state.answer is None:
            return tr("no answer yet")
        if isinstance(state.answer, Chosen):
            return next((option.text for option in self.item.options if option.id == state.answer.option), "")
        if isinstance(state.answer, Whole):
            return self.item.counted(state.answer.value)
        return reason_words(state.answer) or tr("answered")


def reason_words(answer: Answer | None) -> str:
    """Return the reason for no value in words, "" when there is none."""
    return REASON_WORDS[answer.reason] if isinstance(answer, NoValue) else ""
