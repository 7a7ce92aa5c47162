"""What stands below an answer: what is said of it, what it asks back, why it was not possible, and a note."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from screener.assess.answers import NoValue, Reason
from screener.gui.fields import Line
from screener.gui.labels import ActionButton, Words, short_words, unmarked
from screener.gui.scroll import keep_in_sight
from screener.gui.theme import SMALL
from screener.language import tr

if TYPE_CHECKING:
    from screener.assess.answers import Answer, Measured
    from screener.gui.views.cell_view import CellView
    from screener.wizard import CellState

EDGE = 3  # so that it begins where the answers begin


class Below:
    """Each part is made when it is first needed: most answers need none.

    `about` says what it is about, where that doesn't stand right above.
    """

    def __init__(self, view: CellView, column: QVBoxLayout, about: str = "") -> None:
        self._view, self._about = view, about
        self._column = QVBoxLayout()
        self._column.setContentsMargins(EDGE, 0, EDGE, 0)
        column.addLayout(self._column)
        self._buttons: QHBoxLayout | None = None
        self.status: Words | None = None
        self.confirm: ActionButton | None = None
        self.instead: ActionButton | None = None
        self.why_unable: Line | None = None
        self.note: Line | None = None

    def show(self, state: CellState, said: str, role: str) -> None:
        """Draw a state; `said` are the words of it."""
        if said or self.status is not None:
            if self.status is None:
                self.status = Words("", SMALL)
                self._column.addWidget(self.status)
            is_named = bool(self._about and said)
            self.status.say(tr("{name}: {result}", name=self._about, result=said) if is_named else said, role)
            self.status.setVisible(bool(said))
        refusal = state.refusal
        self._show_confirm(is_needed=refusal is not None and refusal.confirm is not None)
        self._show_instead(refusal.instead if refusal is not None else None)
        self._show_why_unable(state.answer)
        self._show_note(state.note)

    def look(self) -> ActionButton | None:
        """Return the control that confirms an unusual value, when it is asked for."""
        return self.confirm if self.confirm is not None and not self.confirm.isHidden() else None

    def has_focus(self) -> bool:
        """Whether the keyboard is on one of its parts."""
        parts = (self.confirm, self.instead, self.why_unable, self.note)
        return any(part is not None and part.hasFocus() for part in parts)

    def commit(self) -> None:
        """Report half-typed texts."""
        self._commit_why()
        self._commit_note()

    def open_note(self) -> None:
        """Let the user write a note."""
        line = self._note_line()
        _show(line, is_shown=True)
        line.setFocus()
        QTimer.singleShot(0, line, partial(keep_in_sight, line))  # once it has its place

    # --- buttons ------------------------------------------------------------------------------------------------

    def _add_button(self, button: ActionButton, after: QWidget) -> ActionButton:
        if self._buttons is None:
            self._buttons = QHBoxLayout()
            self._buttons.setAlignment(Qt.AlignmentFlag.AlignLeft)
            self._column.addLayout(self._buttons)
        self._buttons.addWidget(button)
        QWidget.setTabOrder(after, button)
        return button

    def _show_confirm(self, *, is_needed: bool) -> None:
        if self.confirm is None:
            if not is_needed:
                return
            name = tr("{question}: yes, it is right", question=self._view.label)
            made = ActionButton(tr("Yes, it is right"), self._press_confirm, name)
            self.confirm = self._add_button(made, self._view.stops()[-1])
        self._show_or_leave(self.confirm, is_shown=is_needed)

    def _show_instead(self, instead: Measured | None) -> None:
        if self.instead is None:
            if instead is None:
                return
            made = ActionButton("", self._press_instead)
            self.instead = self._add_button(made, self.confirm or self._view.stops()[-1])
        if instead is not None:
            self.instead.setText(unmarked(tr("Take it as {unit}", unit=instead.unit)))
            name = tr("{question}: take it as {unit}", question=self._view.label, unit=instead.unit)
            self.instead.setAccessibleName(name)
            self.instead.updateGeometry()
        self._show_or_leave(self.instead, is_shown=instead is not None)

    def _show_or_leave(self, button: ActionButton, *, is_shown: bool) -> None:
        """Hide a button without losing the place of the keyboard."""
        had_focus = button.hasFocus()
        button.setVisible(is_shown)
        if had_focus and not is_shown:
            self._view.stops()[-1].setFocus()

    def _press_confirm(self) -> None:
        self._view.confirmed.emit(self._view.name)
        self._view.left.emit(self._view)

    def _press_instead(self) -> None:
        refusal = self._view.state.refusal
        if refusal is not None and refusal.instead is not None:
            self._view.give(refusal.instead, replace(refusal.typed, unit=refusal.instead.unit))
            self._view.left.emit(self._view)

    # --- lines --------------------------------------------------------------------------------------------------

    def _make_line(self, what: str, name: str, hint: str) -> Line:
        """Return a line that says beside it what it is."""
        line, around = Line(name, 0, takes_letters=True), QWidget()
        line.setPlaceholderText(hint)
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(short_words(what, SMALL, role="muted"))
        row.addWidget(line, 1)
        self._column.addWidget(around)
        QWidget.setTabOrder(self._view.stops()[-1], line)
        return line

    def _show_why_unable(self, answer: Answer | None) -> None:
        is_unable = isinstance(answer, NoValue) and answer.reason is Reason.UNABLE
        if self.why_unable is None:
            if not is_unable:
                return
            name = tr("{question}: why unable", question=self._view.label)
            self.why_unable = self._make_line(tr("Why unable"), name, tr("such as: dressing"))
            self.why_unable.editingFinished.connect(self._commit_why)
        _show(self.why_unable, is_shown=is_unable)
        self.why_unable.show_text(answer.text if is_unable and isinstance(answer, NoValue) else "")

    def _commit_why(self) -> None:
        answer = self._view.state.answer
        if self.why_unable is not None and isinstance(answer, NoValue) and answer.text != self.why_unable.text():
            self._view.give(NoValue(answer.reason, self.why_unable.text()))

    def _note_line(self) -> Line:
        if self.note is None:
            name = tr("{question}: note", question=self._view.label)
            self.note = self._make_line(tr("Note"), name, tr("on this answer"))
            self.note.editingFinished.connect(self._commit_note)
        return self.note

    def _show_note(self, text: str) -> None:
        if self.note is None and not text:
            return
        line = self._note_line()
        line.show_text(text)
        _show(line, is_shown=bool(text) or line.hasFocus())

    def _commit_note(self) -> None:
        if self.note is not None and self.note.text().strip() != self._view.state.note:
            self._view.noted.emit(self._view.name, self.note.text().strip())
        elif self.note is not None and not self.note.text():
            _show(self.note, is_shown=self.note.hasFocus())


def _show(line: Line, *, is_shown: bool) -> None:
    """Show or hide a line with what stands beside it."""
    if (around := line.parentWidget()) is not None:
        around.setVisible(is_shown)
