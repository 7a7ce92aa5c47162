"""The last page: what was not taken, what contradicts itself, what is missing; then the summary, and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from screener.gaps import contradictions, gaps, refused_entries
from screener.gui.ahead import load_paper
from screener.gui.flow import Flow
from screener.gui.gap_list import GapList
from screener.gui.labels import ActionButton, PushButton, Words
from screener.gui.lazy_qt import Qt
from screener.gui.pages import PageBody
from screener.gui.summary_form import SummaryForm
from screener.gui.theme import SMALL
from screener.language import tr
from screener.progress import REVIEW_TITLE
from screener.report.identity import review_text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from screener.gui.session import Session
    from screener.wizard import Wizard


class ReviewBody(PageBody):
    """Nothing here stands in the way of paper; it says what paper will say is missing."""

    jump_asked = Signal(str)
    preview_asked = Signal()
    print_asked = Signal()
    pdf_asked = Signal()
    copy_asked = Signal()
    save_asked = Signal()
    finish_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(REVIEW_TITLE)
        self._said = Words("", role="muted")
        self._form = Words("", SMALL, role="muted")
        self.column.addWidget(self._said)
        self.column.addWidget(self._form)
        self._add_actions()
        self._summary = SummaryForm(session)
        self._summary.finish_asked.connect(self.finish_asked)
        self._refused, self._broken, self._open = GapList("alarm"), GapList("alarm"), GapList("text")
        self._unasked = GapList("muted")  # typed and not taken, where nothing is asked any more
        self._lists = (self._refused, self._broken, self._open, self._unasked)
        for part in (self._refused, self._broken, self._summary, self._open, self._unasked):  # problems come first
            self.column.addWidget(part)
        for part in self._lists:
            part.jump_asked.connect(self.jump_asked)
        self.column.addStretch(1)

    def _add_actions(self) -> None:
        row = Flow(edge=0)
        self.preview = ActionButton(tr("Preview the summary"), self.preview_asked.emit)
        self.preview.tone = "primary"
        others: list[PushButton] = [
            ActionButton(tr("Print"), self.print_asked.emit), ActionButton(tr("Save PDF"), self.pdf_asked.emit),
            ActionButton(tr("Copy as text"), self.copy_asked.emit),
            ActionButton(tr("Save answers"), self.save_asked.emit),
        ]  # fmt: skip
        for button in (self.preview, *others):
            row.add(button)
        self.column.addWidget(row)

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw what stands in the way, and what the clinician added."""
        missing, refused = gaps(wizard), refused_entries(wizard)
        self._refused.show_gaps(tr("Typed, and not taken"), tuple(each for each in refused if each.is_asked))
        self._broken.show_gaps(tr("Answers that contradict each other"), contradictions(wizard))
        self._open.show_gaps(tr("Still open, first what would settle most"), missing)
        unasked = tuple(each for each in refused if not each.is_asked)
        self._unasked.show_gaps(tr("Typed, and not taken, where nothing is asked any more"), unasked)
        nothing = tr("Nothing that is asked of this patient is missing.")
        still = tr("Open, listed below: {count}. You can print at any time: the summary says what is missing.",
                   count=len(missing))  # fmt: skip
        self._said.say(still if missing else nothing)
        self._form.say(tr("Form {review}.", review=review_text(wizard.form, wizard.answers.assessed)))
        self._summary.show_wizard(wizard)
        first = 1
        for part in self._lists:
            first = part.number_from(first)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what paper needs, beside the reading of the review."""
        super().showEvent(event)
        QTimer.singleShot(0, load_paper)  # once this is drawn

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to an entry by its number."""
        cells = {key: cell for part in self._lists for key, cell in part.by_key.items()}
        if event.text() in cells and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.jump_asked.emit(cells[event.text()])
        else:
            super().keyPressEvent(event)

    def commit(self) -> None:
        """Report what was typed."""
        self._summary.commit()

    def focus_first(self) -> None:
        """Start with the preview."""
        self.preview.setFocus()
