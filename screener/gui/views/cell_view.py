"""What every question's view shares: edits go up, states come down, a reason for no value, what stands in the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from screener.assess.answers import Chosen, NotDone, NoValue, Reason, Whole
from screener.assess.words import REASON_WORDS
from screener.entry import Typed
from screener.gui.fields import REASON_KEYS
from screener.gui.labels import ActionButton, Words, unmarked
from screener.gui.lazy_qt import ENTER
from screener.gui.theme import SMALL
from screener.wizard import CellState

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from screener.assess.answers import Answer, Measured
    from screener.entry import Habits
    from screener.form.model import Item

NOTHING = CellState(None, None)


class CellView(QWidget):
    """Draws one cell. Holds nothing but half-typed text."""

    edited = Signal(str, object, object)  # name, Answer or None, Typed
    refused = Signal(str, object, str)  # name, Typed, reason
    confirmed = Signal(str)
    left = Signal(object)  # this view: go on to the next question
    why_asked = Signal(str)

    def __init__(self, name: str, item: Item, habits: Habits, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.name, self.item, self.habits, self.label = name, item, habits, label
        self.state = NOTHING
        self._status: Words | None = None
        self._confirm: ActionButton | None = None
        self._instead: ActionButton | None = None
        self._why_unable: QLineEdit | None = None
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.row = QHBoxLayout()
        self.row.setSpacing(6)
        column.addLayout(self.row)
        self._low = QVBoxLayout()
        self._low.setContentsMargins(3, 0, 0, 0)
        column.addLayout(self._low)
        self._looks = QHBoxLayout()
        self._looks.setContentsMargins(3, 0, 0, 0)
        self._looks.setAlignment(Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._looks)
        column.addStretch(1)

    # --- in -----------------------------------------------------------------------------------------------------

    def show_value(self, state: CellState) -> None:
        """Draw a state without reporting it back."""
        self.state = state
        self.draw(state)
        self._draw_status(state)
        self.describe(self._spoken(state))

    def draw(self, state: CellState) -> None:
        """Draw the answer, or what was typed in its place."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        raise NotImplementedError

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
        if reason is Reason.UNABLE and self._why_unable is not None:
            self._why_unable.setFocus()
        else:
            self.left.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, F2 opens the reasons, single letters give one, Delete takes the answer back."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER and plain:
            self.commit()
            self.go_on()
        elif plain and (reason := REASON_KEYS.get(event.text().upper())) is not None:
            self.give_reason(reason)
        elif event.key() == Qt.Key.Key_F2:
            self.open_reasons(self.mapToGlobal(QPoint(0, self.height())))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and plain:
            self.give(None)
        else:
            super().keyPressEvent(event)

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
        menu.setAccessibleName(f"No value: {self.label}")
        for key, reason in REASON_KEYS.items():
            action = QAction(f"{REASON_WORDS[reason].capitalize()} (&{key})", menu)
            action.triggered.connect(lambda _checked=False, chosen=reason: self.give_reason(chosen))
            menu.addAction(action)
        menu.addSeparator()
        if self.item.has_not_done:
            menu.addAction("Not done (&N)").triggered.connect(lambda: self.give(NotDone()))
        menu.addAction("&Take the answer back").triggered.connect(lambda: self.give(None))
        menu.addAction("&Why is this asked?").triggered.connect(lambda: self.why_asked.emit(self.name))
        menu.popup(where)

    # --- what stands below --------------------------------------------------------------------------------------

    def _draw_status(self, state: CellState) -> None:
        text, role = self._said(state)
        if text or self._status is not None:
            if self._status is None:
                self._status = Words("", SMALL)
                self._low.addWidget(self._status)
            self._status.say(text, role)
            self._status.setVisible(bool(text))
        self._draw_confirm(state.refusal is not None and state.refusal.confirm is not None)
        self._draw_instead(state.refusal.instead if state.refusal is not None else None)
        self._draw_why_unable(state.answer)

    def _said(self, state: CellState) -> tuple[str, str]:
        if state.refusal is not None:
            return state.refusal.reason, "pending" if state.refusal.confirm is not None else "alarm"
        if getattr(state.answer, "confirmed", False):
            said = self.remark(state)
            return f"{said} · unusual, confirmed" if said else "unusual, confirmed", "muted"
        return self.remark(state), "muted"

    def _draw_confirm(self, is_needed: bool) -> None:
        if self._confirm is None:
            if not is_needed:
                return
            self._confirm = ActionButton("Yes, it is right", self._press_confirm, f"{self.label}: yes, it is right")
            self._looks.addWidget(self._confirm)
            QWidget.setTabOrder(self.stops()[-1], self._confirm)
        had_focus = self._confirm.hasFocus()
        self._confirm.setVisible(is_needed)
        if had_focus and not is_needed:
            self.stops()[-1].setFocus()

    def _draw_instead(self, instead: Measured | None) -> None:
        if self._instead is None:
            if instead is None:
                return
            self._instead = ActionButton("", self._press_instead)
            self._looks.addWidget(self._instead)
            QWidget.setTabOrder(self._confirm or self.stops()[-1], self._instead)
        if instead is not None:
            self._instead.setText(unmarked(f"Take it as {instead.unit}"))
            self._instead.setAccessibleName(f"{self.label}: take it as {instead.unit}")
            self._instead.updateGeometry()
        if self._instead.hasFocus() and instead is None:
            self.stops()[-1].setFocus()
        self._instead.setVisible(instead is not None)

    def _press_instead(self) -> None:
        refusal = self.state.refusal
        if refusal is not None and refusal.instead is not None:
            self.give(refusal.instead, replace(refusal.typed, unit=refusal.instead.unit))
            self.left.emit(self)

    def _press_confirm(self) -> None:
        self.confirmed.emit(self.name)
        self.left.emit(self)

    def second_look(self) -> ActionButton | None:
        """Return the control that confirms an unusual value, when it is asked for."""
        is_asked = self._confirm is not None and self._confirm.isVisibleTo(self)
        return self._confirm if is_asked else None

    def _draw_why_unable(self, answer: Answer | None) -> None:
        is_unable = isinstance(answer, NoValue) and answer.reason is Reason.UNABLE
        if self._why_unable is None:
            if not is_unable:
                return
            self._why_unable = QLineEdit()
            self._why_unable.setPlaceholderText("why, such as: dressing")
            self._why_unable.setAccessibleName(f"{self.label}: why unable")
            self._why_unable.editingFinished.connect(self._commit_why)
            self._low.addWidget(self._why_unable)
            QWidget.setTabOrder(self.stops()[-1], self._why_unable)
        self._why_unable.setVisible(is_unable)
        text = answer.text if is_unable and isinstance(answer, NoValue) else ""
        if text != self._why_unable.text():
            with QSignalBlocker(self._why_unable):
                self._why_unable.setText(text)

    def _commit_why(self) -> None:
        answer = self.state.answer
        if self._why_unable is not None and isinstance(answer, NoValue) and answer.text != self._why_unable.text():
            self.give(NoValue(answer.reason, self._why_unable.text()))

    def _spoken(self, state: CellState) -> str:
        if state.refusal is not None:
            return f"not taken: {state.refusal.reason}"
        if state.answer is None:
            return "no answer yet"
        if isinstance(state.answer, Chosen):
            return next((option.text for option in self.item.options if option.id == state.answer.option), "")
        if isinstance(state.answer, Whole):
            return f"{state.answer.value} {self.item.unit}".rstrip()
        return reason_words(state.answer) or "answered"


def reason_words(answer: Answer | None) -> str:
    """Return the reason for no value in words, "" when there is none."""
    return REASON_WORDS[answer.reason] if isinstance(answer, NoValue) else ""
