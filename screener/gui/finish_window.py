"""Finishing a summary: whose it is, typed once more, and who finishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from screener.assess.answers import Signer
from screener.entry import no_date, parse_date, unaccented
from screener.gaps import refused_entries
from screener.gui.fields import Line
from screener.gui.labels import ActionButton, Words
from screener.gui.notice import age_text
from screener.gui.scroll import Scroll
from screener.gui.theme import HEADING, SMALL, give_size
from screener.gui.views.option_button import Segment
from screener.gui.views.options import OptionBar
from screener.language import tr

if TYPE_CHECKING:
    from screener.gui.session import Session

NOT_RECORDED = tr("Surname and date of birth are not both recorded: enter them on the first page.")
OTHER_NAME = tr("This is not the surname recorded for this screening.")
OTHER_BIRTH = tr("This is not the date of birth recorded for this screening.")
CHECKED = "checked"
NOT_CHECKED = tr("Check the findings first, and say that they still hold.")
NOBODY = tr("Your name and your role are both needed.")


class FinishWindow(QDialog):
    """Signs the summary when what is typed agrees with what is recorded."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Finish the summary"))
        self._session, self._is_checked = session, False
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setSpacing(6)
        self._column.addWidget(Words(tr("Finish the summary"), HEADING, bold=True))
        self._say_not_taken()
        self.still = self._question(age_text(session))
        self._column.addWidget(Words(tr("Type whose summary this is, as a check."), SMALL, role="muted"))
        self.family = self._line(tr("The patient's surname"), "")
        self.born = self._line(tr("The patient's date of birth"), "")
        self.name = self._line(tr("Your name"), session.signer.name)
        self.role = self._line(tr("Your role"), session.signer.role)
        self.organisation = self._line(tr("Your clinic, if it is to be printed"), session.signer.organisation)
        self.contact = self._line(
            tr("Your registration number and contact, if they are to be printed"), session.signer.contact
        )
        self._column.addStretch(1)
        self.said = Words("", SMALL, role="alarm")  # outside what scrolls, or large letters would hide it
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(ActionButton(tr("Cancel"), self.reject))
        self.finish = ActionButton(tr("Finish"), self._finish)
        self.finish.tone = "primary"
        row.addWidget(self.finish)
        whole = QVBoxLayout(self)
        whole.addWidget(Scroll(body), 1)
        whole.addWidget(self.said)
        whole.addLayout(row)
        give_size(self, 38, 42)
        (self.still or self.family).setFocus()

    def _say_not_taken(self) -> None:
        """Name what was typed and not taken: who signs may think that it is in the summary."""
        names = ", ".join(entry.label for entry in refused_entries(self._session.recorded))
        if names:
            text = tr("Typed and not taken, so not in the summary: {questions}.", questions=names)
            self._column.addWidget(Words(text, role="alarm"))

    def _question(self, age: str) -> OptionBar | None:
        """Ask whether what was found long ago still holds; nothing where it was found lately."""
        if not age:
            return None
        bar = OptionBar([Segment(CHECKED, tr("Checked again: they still hold"), "1")], reasons=False)
        bar.setAccessibleName(age)
        bar.tell_chosen([])
        bar.pressed.connect(lambda checked: self._take_check(bar, checked))
        self._column.addWidget(Words(age, role="pending"))
        self._column.addWidget(bar)
        return bar

    def _take_check(self, bar: OptionBar, checked: str) -> None:
        self._is_checked = True
        bar.tell_chosen([checked])
        self.family.setFocus()

    def _line(self, words: str, text: str) -> Line:
        line = Line(words, 0, takes_letters=True)
        line.show_text(text)
        line.returnPressed.connect(lambda: self._go_on(line))
        self._column.addWidget(Words(words))
        self._column.addWidget(line)
        return line

    def _go_on(self, line: Line) -> None:
        stops: list[QWidget] = [self.family, self.born, *self._signature(), self.finish]
        stops[stops.index(line) + 1].setFocus()

    def _signature(self) -> tuple[Line, ...]:
        return self.name, self.role, self.organisation, self.contact

    def _refusal(self) -> tuple[str, QWidget]:
        """Return what stands in the way, "" when nothing does, and what to correct."""
        if self.still is not None and not self._is_checked:
            return NOT_CHECKED, self.still
        patient = self._session.recorded.answers.patient
        if not patient.family or patient.born is None:
            return NOT_RECORDED, self.family
        if unaccented(self.family.text()) != unaccented(patient.family):
            return OTHER_NAME, self.family
        born = parse_date(self.born.text(), self._session.habits.day_first)
        if born != patient.born:
            return OTHER_BIRTH if born is not None else no_date(self.born.text()), self.born
        unsigned = next((line for line in (self.name, self.role) if not line.text().strip()), None)
        return (NOBODY, unsigned) if unsigned is not None else ("", self.name)

    def _finish(self) -> None:
        refusal, line = self._refusal()
        self.said.say(refusal)
        for each in (self.family, self.born, self.name, self.role):
            each.setAccessibleDescription(refusal if each is line else "")
        if refusal:
            line.setFocus(Qt.FocusReason.TabFocusReason)  # so that what is typed takes its place
        else:
            self._session.finish(Signer(*(line.text().strip() for line in self._signature())))
            self.accept()
