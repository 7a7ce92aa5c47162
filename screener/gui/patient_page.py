"""Who the answers are about: name, birth, gender, identifier."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from screener.assess.accept import unusual_age
from screener.assess.answers import LONGEST_IDENTITY, written_date
from screener.entry import Refusal, Typed, born_judged, no_date, parse_date
from screener.gui.fields import Line
from screener.gui.labels import RING, ActionButton, Hairline, Words
from screener.gui.lazy_qt import ENTER, Qt
from screener.gui.pages import PageBody
from screener.gui.sheet import MARGIN, SINGLE, Sheet
from screener.gui.theme import SMALL, em
from screener.gui.views.option_button import Segment
from screener.gui.views.options import OptionBar
from screener.language import tr
from screener.wizard import BORN

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from screener.assess.answers import Patient
    from screener.gui.session import Session
    from screener.wizard import Wizard

GENDERS = (
    Segment("female", tr("Female"), "1"), Segment("male", tr("Male"), "2"), Segment("other", tr("Other"), "3"),
    Segment("unknown", tr("Not known"), "U"),
)  # fmt: skip
LINES = (
    ("family", tr("Family name"), ""),
    ("given", tr("Given name"), ""),
    ("born", tr("Date of birth"), tr("such as 14 Mar 1968; a year is better than nothing")),
    ("gender", tr("Gender"), tr("as in the clinic's records; a formula that needs sex asks for it by itself")),
    ("identifier", tr("Identifier"), tr("the number your clinic goes by")),
)
EMS, MOST_EMS = 16, 28  # of a line


class PatientBody(PageBody):
    """The first page."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            tr("Patient"), tr("Two of name, date of birth and identifier are needed before a summary is final.")
        )
        self._session = session
        self._lines: dict[str, Line] = {}
        self._reason = Words("", SMALL, role="alarm")
        self._reason.hide()
        self._confirm: ActionButton | None = None  # made when it is first needed
        sheet = Sheet()
        rows = QVBoxLayout(sheet.inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for name, words, hint in LINES:
            rows.addWidget(Hairline())
            own = session.wizard.form.identifier if name == "identifier" else ""  # as the clinic calls it
            rows.addWidget(self._row(name, own or words, "" if own else hint))
        self.column.addWidget(sheet)
        self.column.addStretch(1)
        self._shown: dict[str, str] = dict.fromkeys(self._lines, "")
        self._told: Refusal | None = None  # the birth date refused when Enter was last pressed

    def _row(self, name: str, words: str, hint: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(MARGIN, 8, MARGIN, 8)
        row.setSpacing(MARGIN)
        wording = QVBoxLayout()
        wording.setSpacing(1)
        wording.addWidget(Words(words))
        if hint:
            wording.addWidget(Words(hint, SMALL, role="muted"))
            wording.addStretch(1)
        row.addLayout(wording, SINGLE[0])
        answer = QWidget()
        answer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        inside = QVBoxLayout(answer)
        inside.setContentsMargins(0, 0, 0, 0)
        row.addWidget(answer, SINGLE[1])
        if name == "gender":
            self._gender = self._make_gender()
            inside.addWidget(self._gender)
            return made
        inside.setContentsMargins(RING, 0, RING, 0)
        line = Line(words, 0, takes_letters=True)
        line.setMaxLength(LONGEST_IDENTITY)
        line.setObjectName(f"patient.{name}")
        line.setMinimumWidth(EMS * em(line))
        line.setMaximumWidth(MOST_EMS * em(line))
        line.editingFinished.connect(lambda: self._commit_line(name))
        self._lines[name] = line
        inside.addWidget(line)
        if name == "born":
            inside.addWidget(self._reason)
            self._below_born = inside
        return made

    def _make_gender(self) -> OptionBar:
        bar = OptionBar(GENDERS, reasons=False)
        bar.setObjectName("patient.gender")
        bar.setAccessibleName(tr("Gender"))
        bar.pressed.connect(self._press_gender)
        return bar

    # --- in -----------------------------------------------------------------------------------------------------

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw who it is."""
        patient = wizard.answers.patient
        refusal = wizard.refusals.get(BORN)
        born = written_date(patient.born) if patient.born else ""
        texts = {"family": patient.family, "given": patient.given, "identifier": patient.identifier}
        texts["born"] = refusal.typed.date if refusal else born
        for name, text in texts.items():
            if text != self._shown[name]:
                self._shown[name] = text
                self._lines[name].show_text(text)
        self._gender.tell_chosen([patient.gender])
        self._show_below_born(refusal, wizard)

    def _show_below_born(self, refusal: Refusal | None, wizard: Wizard) -> None:
        """Say why what was typed isn't taken, or that the age is unusual; ask for a second look."""
        asks = refusal is not None and refusal.confirm is not None
        if refusal is not None:
            self._reason.say(refusal.reason, "pending" if asks else "alarm")
        else:
            born = wizard.answers.patient.born
            age = unusual_age(born, wizard.answers, wizard.form.usual_age) if born is not None else None
            self._reason.say(tr("Aged {age}: unusual", age=age) if age is not None else "", "muted")
        if self._reason.isHidden() == bool(self._reason.text()):
            self._reason.setVisible(bool(self._reason.text()))
        self._lines["born"].setAccessibleDescription(
            tr("not taken: {reason}", reason=refusal.reason) if refusal else self._reason.text()
        )
        if asks and self._confirm is None:
            self._confirm = self._make_confirm()
        if self._confirm is not None:
            self._confirm.setVisible(asks)

    def _make_confirm(self) -> ActionButton:
        line = self._lines["born"]
        name = tr("{question}: yes, it is right", question=line.accessibleName())
        made = ActionButton(tr("Yes, it is right"), self._press_confirm, name)
        self._below_born.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        QWidget.setTabOrder(line, made)
        return made

    # --- out ----------------------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Report half-typed texts."""
        for name in self._lines:
            self._commit_line(name)

    def _commit_line(self, name: str) -> None:
        text = self._lines[name].text().strip()
        if text == self._shown[name]:
            return
        self._shown[name] = text
        patient = self._session.wizard.answers.patient
        if name != "born":
            self._session.set_patient(_with(patient, name, text))
        elif not text:
            self._session.refuse_born(None)
        else:
            self._commit_born(text)
            self.show_wizard(self._session.wizard)  # the same day in other words changes nothing there

    def _commit_born(self, text: str) -> None:
        session = self._session
        answers, usual = session.wizard.answers, session.wizard.form.usual_age
        typed, when = Typed(date=text), parse_date(text, session.habits.day_first)
        refusal = Refusal(typed, no_date(text)) if when is None else born_judged(when, answers, usual, typed)
        if refusal is not None:
            session.refuse_born(refusal)
        else:
            session.set_patient(replace(answers.patient, born=when))

    def _press_confirm(self) -> None:
        self._go_on()
        self._session.confirm(BORN)

    def _press_gender(self, gender: str) -> None:
        patient = self._session.wizard.answers.patient
        self._session.set_patient(replace(patient, gender=gender))
        self._go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next line, from a birth date that has just been refused when pressed again."""
        if event.key() in ENTER:
            if not (self._lines["born"].hasFocus() and self._stays()):
                self._go_on()
        else:
            super().keyPressEvent(event)

    def _stays(self) -> bool:
        refusal, told = self._session.wizard.refusals.get(BORN), self._told
        self._told = refusal
        if refusal is None or refusal == told or refusal.confirm is not None:
            return False
        from screener.gui.spoken_words import announce  # noqa: PLC0415  # not before the first page

        announce(self._lines["born"], self._lines["born"].accessibleDescription())
        return True

    def _go_on(self) -> None:
        stops = self._stops()
        here = next((index for index, stop in enumerate(stops) if stop.hasFocus()), len(stops))
        if here + 1 < len(stops):
            stops[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()

    def _stops(self) -> list[QWidget]:
        stops = [self._stop(name) for name, _, _ in LINES]
        if self._confirm is not None and self._confirm.isVisibleTo(self):
            stops.insert(stops.index(self._lines["born"]) + 1, self._confirm)
        return stops

    def _stop(self, name: str) -> QWidget:
        return self._gender if name == "gender" else self._lines[name]

    def focus_first(self) -> None:
        """Start with what is not known yet; where all is, a stray letter is not to change who it is."""
        patient = self._session.wizard.answers.patient
        empty = next((name for name, _, _ in LINES if not getattr(patient, name)), None)
        if empty is None:
            self.finished.emit()
        else:
            self._stop(empty).setFocus()

    def view_of(self, cell: str) -> QWidget | None:
        """Return the line of the birth date."""
        return self._lines["born"] if cell == BORN else None


def _with(patient: Patient, name: str, text: str) -> Patient:
    if name == "family":
        return replace(patient, family=text)
    return replace(patient, given=text) if name == "given" else replace(patient, identifier=text)
