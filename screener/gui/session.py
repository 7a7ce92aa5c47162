"""The one screening that is open: takes edits from the widgets and tells them what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from screener.language import tr
from screener.wizard import NOBODY

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from screener.assess.answers import Answer, Answers, Patient, Signer, Summary
    from screener.entry import Habits, Refusal, Typed
    from screener.form.model import Block
    from screener.wizard import Wizard


class Session(QObject):
    """Holds the current Wizard; widgets send edits in and draw what comes out."""

    changed = Signal(object)  # Wizard
    saved = Signal()

    def __init__(
        self, wizard: Wizard, habits: Habits, signer: Signer = NOBODY, today: Callable[[], date] | None = None
    ) -> None:
        super().__init__()
        self._today = today
        self.signer = signer  # offered when the summary is finished
        self.wizard = wizard
        self.habits = habits
        self._kept: object = (wizard.answers, wizard.refusals)
        self._saved_at = ""
        self._set_aside: Wizard | None = None  # what is recorded, while answers are only tried
        self.lapsed = NOBODY  # who finished the summary that was changed since

    @property
    def recorded(self) -> Wizard:
        """What is saved and printed: never answers that are only tried."""
        return self._set_aside or self.wizard

    @property
    def is_trying(self) -> bool:
        """Whether answers are tried without being recorded."""
        return self._set_aside is not None

    def begin_trying(self) -> None:
        """From here on answers are only tried."""
        if self._set_aside is None:
            self._set_aside = self.wizard
            self.changed.emit(self.wizard)

    def end_trying(self) -> None:
        """Put back what is recorded, on the page that is shown."""
        if self._set_aside is not None:
            page, recorded = self.wizard.page, self._set_aside
            self._set_aside = None
            self.wizard = recorded.go(page)
            self.changed.emit(self.wizard)

    @property
    def age(self) -> int:
        """How many days ago the screening was begun; 0 where its day, or today's, is not known."""
        begun = self.recorded.answers.assessed_on
        return 0 if begun is None or self._today is None else (self._today() - begun).days

    @property
    def is_unsaved(self) -> bool:
        """Whether there is something that no file holds."""
        return (self.recorded.answers, self.recorded.refusals) != self._kept

    @property
    def standing(self) -> str:
        """Whether the screening is saved, in words; and that a change took back that it was finished."""
        if not self.is_unsaved:
            said = tr("Saved at {time}", time=self._saved_at) if self._saved_at else tr("No changes")
        else:
            said = tr("Changed since {time}", time=self._saved_at) if self._saved_at else tr("Not saved")
        return said if self.lapsed is NOBODY else tr("No longer finished · {standing}", standing=said)

    def mark_unsaved(self) -> None:
        """Know that no file holds the screening, although it was read from one."""
        self._kept = None
        self.saved.emit()

    def mark_saved(self, answers: Answers, at: str) -> None:
        """Remember what the file holds now, and the time of day in words."""
        self._kept = (answers, self.recorded.refusals)
        self._saved_at = at
        self.saved.emit()

    def answer(self, name: str, answer: Answer | None, typed: Typed) -> None:
        """Take an answer from a widget; `name` is a cell, or `table.row.column`."""
        if name in self.wizard.form.cells:
            self._replace(self.wizard.offered(name, answer, typed))
        else:
            table, row, column = name.split(".")
            self._replace(self.wizard.part_offered(table, int(row), column, answer, typed))

    def refuse(self, name: str, typed: Typed, reason: str) -> None:
        """Keep a text that is no answer."""
        if name in self.wizard.form.cells:
            self._replace(self.wizard.refused(name, typed, reason))
        else:
            table, row, column = name.split(".")
            self._replace(self.wizard.part_refused(table, int(row), column, typed, reason))

    def confirm(self, name: str) -> None:
        """Take an unusual value after the second look."""
        self._replace(self.wizard.confirmed(name))

    def note(self, cell: str, text: str) -> None:
        """Keep a note on an answer; an empty one goes."""
        self._replace(self.wizard.noted(cell, text))

    def remove_row(self, table: str, row: int) -> None:
        """Take a row out of a table."""
        self._replace(self.wizard.row_removed(table, row))

    def set_patient(self, patient: Patient) -> None:
        """Take who the answers are about."""
        self._replace(self.wizard.with_patient(patient))

    def refuse_born(self, refusal: Refusal | None) -> None:
        """Keep what was typed as the birth date; None takes it back."""
        self._replace(self.wizard.born_refused(refusal))

    def set_summary(self, summary: Summary) -> None:
        """Take what the clinician adds."""
        self._replace(self.wizard.with_summary(summary))

    def finish(self, signer: Signer) -> None:
        """Take who finishes the summary."""
        self._replace(self.wizard.finished(signer))

    def mark_normal(self, block: Block) -> None:
        """Answer the rest of a block as normal."""
        self._replace(self.wizard.marked_normal(block))

    def go(self, page: str) -> None:
        """Show a page."""
        self._replace(self.wizard.go(page))

    def go_next(self) -> None:
        """Show the next page."""
        if self.wizard.next_page is not None:
            self.go(self.wizard.next_page)

    def go_back(self) -> None:
        """Show the page before."""
        if self.wizard.previous_page is not None:
            self.go(self.wizard.previous_page)

    def undo(self) -> None:
        """Take the last change back."""
        self._replace(self.wizard.undo())

    def redo(self) -> None:
        """Do again what was undone."""
        self._replace(self.wizard.redo())

    def _replace(self, wizard: Wizard) -> None:
        """Take another wizard; one that is finished no longer, though more was changed than that, has lapsed."""
        if wizard is not self.wizard:
            was, now = self.wizard.answers, wizard.answers
            if now.summary.signer is not was.summary.signer and not self.is_trying:
                unsigned = replace(was, summary=replace(was.summary, signer=NOBODY))
                has_lapsed = now.summary.signer == NOBODY and now != unsigned
                self.lapsed = was.summary.signer if has_lapsed else NOBODY
            self.wizard = wizard
            self.changed.emit(wizard)
