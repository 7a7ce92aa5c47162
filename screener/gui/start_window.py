"""Where the program begins: the forms there are, and a way to open a screening. Problems of a form, by place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from screener.form.problem import FormError
from screener.gui.labels import ActionButton, Hairline, LinkButton, Words
from screener.gui.sheet import MARGIN, Sheet
from screener.gui.theme import HEADING, SMALL, TITLE, em

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from screener.form.model import Form


class StartWindow(QWidget):
    """Every form with what can be done with it."""

    new_asked = Signal(object)  # folder
    open_asked = Signal()
    paper_asked = Signal(object, str)  # folder, the id of a leaflet; "" for the form to fill in by hand
    recent_asked = Signal(object)  # file
    settings_asked = Signal()
    about_asked = Signal()

    def __init__(self, forms: Mapping[str, Path], form_in: Callable[[Path], Form], recent: Sequence[Path] = ()) -> None:
        super().__init__()
        self._form_in = form_in
        self.setWindowTitle("Screener")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(10)
        column.addWidget(Words("New screening", TITLE, bold=True))
        if not forms:
            column.addWidget(Words("There are no forms here.", role="muted"))
        sheet = Sheet()
        rows = QVBoxLayout(sheet.inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.buttons: dict[str, ActionButton] = {}
        for name, folder in forms.items():
            rows.addWidget(Hairline())
            rows.addWidget(self._row(name, folder))
        column.addWidget(sheet)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.addWidget(ActionButton("Open a screening from a file", self.open_asked.emit))
        row.addStretch(1)
        row.addWidget(ActionButton("Settings", self.settings_asked.emit))
        row.addWidget(ActionButton("About", self.about_asked.emit))
        column.addLayout(row)
        there = [file for file in recent if file.is_file()]
        if there:
            column.addSpacing(12)
            column.addWidget(Words("Opened last", HEADING, bold=True))
        for file in there:
            column.addWidget(LinkButton(f"{file.name} · {file.parent}", partial(self.recent_asked.emit, file)))
        column.addStretch(1)
        self.resize(46 * em(self), 30 * em(self))
        if self.buttons:
            next(iter(self.buttons.values())).setFocus()

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
            words.addWidget(Words(f"{len(error.problems)} problems: this form can't be used yet.", SMALL, role="alarm"))
            lines = [str(problem) for problem in error.problems]
            button = ActionButton(
                "Show problems", lambda: ProblemWindow(self, name, lines).open(), f"Show problems of {name}"
            )
        except OSError as error:
            words.addWidget(Words(name, HEADING, bold=True))
            words.addWidget(Words(str(error), SMALL, role="alarm"))
            return row
        else:
            words.addWidget(Words(form.title, HEADING, bold=True))
            state = "approved" if form.is_approved else "awaiting clinical review"
            words.addWidget(Words(f"Version {form.version} · {state}", SMALL, role="muted"))
            words.addLayout(self._papers(form, folder))
            button = ActionButton("Start", lambda: self.new_asked.emit(folder), f"Start {form.title}")
            button.primary = True
        self.buttons[name] = button
        line.addWidget(button)
        return row

    def _papers(self, form: Form, folder: Path) -> QHBoxLayout:
        """Return what can be printed of a form without a patient."""
        line = QHBoxLayout()
        line.setSpacing(16)
        papers = {"": "Blank form", **{leaflet.id: f"Leaflet: {leaflet.title}" for leaflet in form.leaflets}}
        for id_, text in papers.items():
            show = partial(self.paper_asked.emit, folder, id_)
            line.addWidget(LinkButton(text, show, f"{text} of {form.title}"))
        line.addStretch(1)
        return line


class ProblemWindow(QDialog):
    """Everything that has to change, by place, ready to copy."""

    def __init__(self, parent: QWidget | None, name: str, problems: list[str]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Problems")
        column = QVBoxLayout(self)
        column.addWidget(Words(f"{name}: {len(problems)} to change", HEADING, bold=True))
        self.text = QPlainTextEdit("\n".join(problems))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Problems by file, line and column")
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(ActionButton("Close", self.accept))
        column.addLayout(row)
        self.resize(50 * em(self), 26 * em(self))
