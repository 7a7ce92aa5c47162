"""What the clinician adds to the summary: the question, the paragraph (drafted until edited), and who signs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from screener.assess.answers import Sharing, Signer
from screener.gui.entries import show
from screener.gui.fields import Line, Page
from screener.gui.flow import RING
from screener.gui.labels import Hairline, LinkButton, Words
from screener.gui.sheet import MARGIN, Sheet
from screener.gui.theme import HEADING, SMALL
from screener.gui.views.option_button import Segment
from screener.gui.views.options import OptionBar
from screener.language import tr
from screener.report.compose_first import draft
from screener.report.identity import signature_text

if TYPE_CHECKING:
    from screener.gui.session import Session
    from screener.wizard import Wizard

DRAFTED = tr("drafted from the answers; change it to say it in your own words")
NOT_FINISHED = tr("Not finished: the summary is printed as a draft.")
FINISH, TAKE_BACK = tr("Finish"), tr("Take back")
NOT_SAID = "not_said"
SHARED = (
    Segment(Sharing.AGREED, tr("Agrees"), "1"), Segment(Sharing.REFUSED, tr("Does not agree"), "2"),
    Segment(NOT_SAID, tr("Not recorded"), "3"),
)  # fmt: skip
NOT_NOW = tr("The summary is of what is recorded: it can be changed and finished once trying answers is ended (F9).")
OWN = tr("in your own words; the answers no longer change it")


class SummaryForm(QWidget):
    """The paragraph shows the draft from the answers. Edited, it is the clinician's own; emptied, the draft again."""

    finish_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._draft = session, ""
        self._question = Page(tr("Question to the reader of the summary"), 2)
        self._text = Page(tr("The summary's paragraph"), 5)
        self._whose = Words(DRAFTED, SMALL, role="muted")
        self._sharing = OptionBar(SHARED, reasons=False)
        self._sharing.setAccessibleName(tr("Sharing of the summary"))
        self._copies_to = Line(tr("Copies to"), 0, takes_letters=True)
        self._signed = Words("")
        self.finish = LinkButton(FINISH, self._press_finish)
        self.back = LinkButton(tr("Back to the draft"), self._go_back)
        fields = {
            "question": self._question,
            "text": self._text,
            "sharing": self._sharing,
            "copies_to": self._copies_to,
        }
        for name, field in fields.items():
            field.setObjectName(f"summary.{name}")
        self._sheet = Sheet()
        self._not_now = Words(NOT_NOW)
        self._not_now.hide()
        self._lay_out()
        for page in (self._question, self._text):
            page.finished.connect(self.commit)
            page.going_on.connect(self.commit)
        self._sharing.pressed.connect(self._press_sharing)
        self._copies_to.editingFinished.connect(self.commit)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Words(tr("For the summary"), HEADING, bold=True))
        column.addWidget(self._sheet)
        column.addWidget(self._not_now)
        whole = QVBoxLayout(self._sheet.inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Hairline())
        grid = QGridLayout()
        grid.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)
        whole.addLayout(grid)
        asked = _below(tr("who is asked to do what, by when"))
        signed = QWidget()
        line = QHBoxLayout(signed)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._signed, 1)
        line.addWidget(self.finish)
        rows: tuple[tuple[str, tuple[QWidget, ...], QWidget], ...] = (
            (tr("Question"), (asked,), self._question),
            (tr("In one paragraph"), (self._whose, self.back), self._text),
            (tr("Sharing"), (_below(tr("whether the patient agrees to it")),), self._sharing),
            (tr("Copies to"), (_below(tr("who receives it, the patient too")),), self._copies_to),
            (tr("Finished"), (), signed),
        )
        for number, (title, below, field) in enumerate(rows):
            words = QVBoxLayout()
            words.setSpacing(0)
            for each in (Words(title), *below):
                words.addWidget(each)
            words.addStretch(1)
            grid.addLayout(words, number, 0)
            beside = QHBoxLayout()
            inset = 0 if field is self._sharing else RING  # as options leave for their ring: all begin at one line
            beside.setContentsMargins(inset, 0, inset, 0)
            beside.addWidget(field)
            grid.addLayout(beside, number, 1)

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw what the clinician added, or the draft where there are no own words; nothing while answers are tried."""
        show(self._sheet, is_shown=not self._session.is_trying)
        show(self._not_now, is_shown=self._session.is_trying)
        summary = wizard.answers.summary
        self._draft = draft(wizard.assessment)
        for page, text in ((self._question, summary.question), (self._text, summary.text or self._draft)):
            if not page.hasFocus():
                page.show_text(text)
        self._sharing.tell_chosen([summary.sharing or NOT_SAID])
        if not self._copies_to.hasFocus():
            self._copies_to.show_text(summary.copies_to)
        signer, is_finished = summary.signer, summary.is_finished_with(wizard.form)
        by = tr("by {name}, {role}", name=signer.name, role=signer.role)
        self._signed.say(by if is_finished else signature_text(wizard.answers, wizard.form) or self._unsigned())
        self.finish.setText(TAKE_BACK if is_finished else FINISH)
        self.finish.updateGeometry()
        self._whose.say(OWN if summary.text else DRAFTED)
        show(self.back, is_shown=bool(summary.text))

    def _unsigned(self) -> str:
        """Say that it is not finished, or no longer."""
        name = self._session.lapsed.name
        if not name:
            return NOT_FINISHED
        return tr("Finished by {name}, then changed: it is printed as a draft until it is finished again.", name=name)

    def commit(self) -> None:
        """Report what was typed; a paragraph that says what the draft says stays the draft."""
        if self._session.is_trying:
            return  # what would be typed would be lost
        text = self._text.toPlainText().strip()
        self._session.set_summary(
            replace(
                self._session.wizard.answers.summary,
                question=self._question.toPlainText().strip(),
                text="" if text == self._draft else text,
                copies_to=self._copies_to.text().strip(),
            )
        )

    def _press_sharing(self, chosen: str) -> None:
        summary = self._session.wizard.answers.summary
        self._session.set_summary(replace(summary, sharing=None if chosen == NOT_SAID else Sharing(chosen)))

    def _press_finish(self) -> None:
        """Ask who finishes it, or take that back."""
        self.commit()
        wizard = self._session.wizard
        if wizard.answers.summary.is_finished_with(wizard.form):
            self._session.set_summary(replace(wizard.answers.summary, signer=Signer()))
        else:
            self.finish_asked.emit()

    def _go_back(self) -> None:
        self._text.show_text(self._draft)
        self.commit()
        self._text.setFocus()


def _below(words: str) -> Words:
    """Return what stands in small letters below the name of a row."""
    return Words(words, SMALL, role="muted")
