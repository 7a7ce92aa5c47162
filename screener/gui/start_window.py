"""Where the program begins: the forms there are, and a way to open a screening. Problems of a form, by place."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from os.path import isfile  # unlike that of Path it never raises, as of a drive out of reach
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from screener.assess.answers import written_date
from screener.form.problem import FormError
from screener.gui.fields import Text
from screener.gui.flow import Flow
from screener.gui.labels import ActionButton, Hairline, LongLink, Words
from screener.gui.scroll import Scroll
from screener.gui.sheet import MARGIN, Sheet
from screener.gui.theme import HEADING, SMALL, TITLE, give_size
from screener.language import tr
from screener.report.naming import translation_text
from screener.shelf import NoSuchFormError, astray, own_folder, shelf, twice
from screener.store.rescued import STAMP_LENGTH

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from screener.form.model import Form
    from screener.form.problem import Problem


MOST_NAMED = 5  # files of a clinic's own that belong to no form


def shelved(own: Path | None) -> tuple[Mapping[str, Path], str]:
    """Return the forms there are, and what is wrong with a clinic's own; none when those can't be read."""
    try:
        forms, remarks = shelf(own), list(twice(own).values())
    except NoSuchFormError as error:
        return {}, str(error)
    folder = own_folder(own)
    lost = [str(file.relative_to(folder)) for file in astray(folder)] if folder is not None else []
    if lost:
        files = ", ".join(lost[:MOST_NAMED]) + (" ..." if len(lost) > MOST_NAMED else "")
        remarks.append(tr("Files of your own that belong to no form, and are not used: {files}", files=files))
    return forms, "\n".join(remarks)


class StartWindow(QWidget):
    """Every form with what can be done with it."""

    new_asked = Signal(object)  # folder
    open_asked = Signal()
    paper_asked = Signal(object, str)  # folder, the id of a leaflet; "" for the form to fill in by hand
    recent_asked = Signal(object)  # file
    settings_asked = Signal()
    about_asked = Signal()

    copy_asked = Signal(object)  # the copy of a screening that was not saved when the program ended

    def __init__(
        self,
        forms: Mapping[str, Path],
        form_in: Callable[[Path], Form],
        recent: Sequence[Path] = (),
        copies: Sequence[Path] = (),
        *,
        remark: str = "",
    ) -> None:
        super().__init__()
        self._forms, self._form_in, self._recent, self._copies, self._remark = forms, form_in, recent, copies, remark
        self.setWindowTitle(tr("Screener"))
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._build()
        give_size(self, 46, 30)
        for keys, asked in (("Ctrl+O", self.open_asked), ("Ctrl+,", self.settings_asked)):
            QShortcut(QKeySequence(keys), self).activated.connect(asked)

    def build_anew(self) -> None:
        """Make everything in the window again, as for letters of another size; what is open before it stays."""
        before = self._scroll
        self._build()
        before.hide()
        before.deleteLater()

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(10)
        if self._copies:
            column.addWidget(_offer(self._copies, self.copy_asked.emit))
            column.addSpacing(12)
        column.addWidget(Words(tr("New screening"), TITLE, bold=True))
        if self._remark or not self._forms:
            column.addWidget(Words(self._remark or tr("There are no forms here."), role="alarm"))
        self.buttons: dict[str, ActionButton] = {}
        column.addWidget(self._sheet(self._forms))
        column.addSpacing(12)
        row = Flow(edge=0)
        row.add(ActionButton(tr("Open a screening from a file"), self.open_asked.emit))
        row.add(ActionButton(tr("Settings"), self.settings_asked.emit))
        row.add(ActionButton(tr("About"), self.about_asked.emit))
        column.addWidget(row)
        self._add_recent(column, [file for file in self._recent if isfile(file)])  # noqa: PTH113  # see above
        column.addStretch(1)
        self._scroll = Scroll(body)
        self._whole.addWidget(self._scroll)
        if first := body.findChild(ActionButton):  # what was not saved goes before what is new
            first.setFocus()

    def _sheet(self, forms: Mapping[str, Path]) -> Sheet:
        sheet = Sheet()
        rows = QVBoxLayout(sheet.inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for name, folder in forms.items():
            rows.addWidget(Hairline())
            rows.addWidget(self._row(name, folder))
        return sheet

    def _add_recent(self, column: QVBoxLayout, files: Sequence[Path]) -> None:
        if files:
            column.addSpacing(12)
            column.addWidget(Words(tr("Opened last"), HEADING, bold=True))
        for file in files:
            column.addWidget(LongLink(file.name, partial(self.recent_asked.emit, file)))
            column.addWidget(Words(str(file.parent), SMALL, role="muted"))

    def _row(self, name: str, folder: Path) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(MARGIN, 8, MARGIN, 8)
        words = QVBoxLayout()
        words.setSpacing(1)
        line.addLayout(words, 1)
        try:
            form = self._form_in(folder)
        except FormError as error:
            words.addWidget(Words(name, HEADING, bold=True))
            words.addWidget(Words(_unusable(len(error.problems)), SMALL, role="alarm"))
            problems = error.problems
            button = ActionButton(
                tr("Show problems"),
                lambda: ProblemWindow(self, name, problems, _unusable(len(problems))).open(),
                tr("Show problems of {form}", form=name),
            )
        except OSError as error:
            words.addWidget(Words(name, HEADING, bold=True))
            words.addWidget(Words(str(error), SMALL, role="alarm"))
            return row
        else:
            words.addWidget(Words(form.title, HEADING, bold=True))
            state = tr("approved") if form.is_approved else tr("awaiting clinical review")
            state = "; ".join(filter(None, [state, translation_text(form)]))
            words.addWidget(
                Words(tr("Version {version} · {state}", version=form.version, state=state), SMALL, role="muted")
            )
            words.addWidget(self._papers(form, folder))
            button = ActionButton(tr("Start"), lambda: self.new_asked.emit(folder), tr("Start {form}", form=form.title))
            button.tone = "primary"
        self.buttons[name] = button
        line.addWidget(button)
        return row

    def _papers(self, form: Form, folder: Path) -> Flow:
        """Return what can be printed of a form without a patient."""
        line = Flow(edge=0)
        papers = {
            "": tr("Blank form"),
            **{leaflet.id: tr("Leaflet: {title}", title=leaflet.title) for leaflet in form.leaflets},
        }
        for id_, text in papers.items():
            show = partial(self.paper_asked.emit, folder, id_)
            line.add(LongLink(text, show, tr("{paper} of {form}", paper=text, form=form.title)))
        return line


def _unusable(count: int) -> str:
    if count == 1:
        return tr("1 problem: this form can't be used yet.")
    return tr("{count} problems: this form can't be used yet.", count=count)


def _offer(copies: Sequence[Path], act: Callable[[Path], object]) -> QWidget:
    """Return the screenings that were not saved when the program ended, each with a button to open it."""
    sheet = Sheet()
    whole = QVBoxLayout(sheet.inside)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(Hairline())
    rows = QVBoxLayout()
    rows.setContentsMargins(MARGIN, 8, MARGIN, 8)
    whole.addLayout(rows)
    rows.addWidget(Words(tr("Not saved when the program ended"), HEADING, bold=True))
    rows.addWidget(Words(tr("Kept here until it is opened, and saved or given up."), SMALL, role="muted"))
    for copy in copies:
        line = QHBoxLayout()
        line.addWidget(Words(_named(copy)), 1)
        line.addWidget(ActionButton(tr("Open it"), partial(act, copy), tr("Open {name}", name=_named(copy))))
        rows.addLayout(line)
    return sheet


def _named(copy: Path) -> str:
    """Return what a copy is of, and when it was made."""
    try:
        at = datetime.fromtimestamp(copy.stat().st_mtime, UTC).astimezone()
    except OSError:  # opening it says why it can't be read
        return copy.stem
    return f"{copy.stem[: -STAMP_LENGTH - 1]} · {written_date(at)} {at:%H:%M}"


class ProblemWindow(QDialog):
    """Everything that has to change, by place, ready to copy."""

    def __init__(self, parent: QWidget | None, name: str, problems: Sequence[Problem], meaning: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Problems"))
        column = QVBoxLayout(self)
        column.addWidget(Words(name, HEADING, bold=True))
        column.addWidget(Words(meaning))
        self.text = Text(tr("Problems by file, line and column"), "\n".join(map(str, problems)))
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addStretch(1)
        close = ActionButton(tr("Close"), self.accept)
        close.setDefault(True)  # of Enter in the text
        row.addWidget(close)
        column.addLayout(row)
        give_size(self, 50, 26)
