"""A screening, a blank form or a leaflet on its way to paper; what can't be printed is told calmly."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from screener.gui.keeping import PDF, ask_where_to_save, write
from screener.gui.paper import LENGTHS, Preview, drawn, needs_qt, paper_of_form, print_pdf, summary
from screener.gui.waiting import wait_for
from screener.language import tr
from screener.report.compose import compose_report
from screener.report.fonts import UnprintableText
from screener.report.text import render_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from screener.gui.paper import Made, Named
    from screener.gui.program import Program


class Paperwork:
    """What can be done with paper; a document is made anew each time it is asked for."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def preview(self) -> None:
        """Show the pages of the summary."""
        self._show(self._program.screening(), self.summary, LENGTHS)

    def preview_of_form(self, folder: Path, leaflet: str) -> None:
        """Show a form to fill in by hand, or one of its leaflets."""
        if form := self._program.form(folder):
            self._show(
                self._program.in_front(), lambda _, paper: self._made(partial(paper_of_form, form, leaflet), paper)
            )

    def _show(self, parent: QWidget, make: Callable[[str, str], Made | None], lengths: Iterable[str] = ()) -> None:
        if made := make("full", self.size()):
            Preview(parent, made, make, self._keep, self.size(), lengths=tuple(lengths)).open()

    def print(self) -> None:
        """Open the print dialog."""
        if made := self.summary():
            print_pdf(self._program.screening(), *made, self.size())

    def ask_where_to_save(self) -> None:
        """Save the summary; the name of the file is the document's id, never the patient's."""
        if made := self.summary():
            self._keep(self._program.screening(), *made)

    def _keep(self, parent: QWidget, pdf: bytes, name: str) -> None:
        def keep(path: Path) -> None:
            if write(parent, path, pdf) and self._program.window is not None:
                self._program.window.footer.say(tr("Saved: {file}", file=path.name))

        ask_where_to_save(parent, PDF, self._program.folder / f"{name}.pdf", keep)

    def copy_text(self) -> None:
        """Put the summary as text on the clipboard, for the clinic's own record system."""
        window = self._program.screening()
        window.commit()
        QGuiApplication.clipboard().setText(render_text(compose_report(window.session.recorded.assessment)))
        window.footer.say(tr("The summary is on the clipboard, as text."))

    def summary(self, length: str = "full", paper: str = "") -> Made | None:
        """Return the summary and its id; None when it has been said why it can't be printed."""
        window = self._program.screening()
        window.commit()
        assessment = window.session.recorded.assessment
        return self._made(partial(summary, assessment, length), paper or self.size())

    def _made(self, compose: Callable[[], Named], paper: str) -> Made | None:
        """Return the pages of a document; None when it was given up, or it has been said why it can't be printed."""
        try:
            document = wait_for(tr("Writing the document"), compose)
            if document is None or not needs_qt(document):
                return document and wait_for(tr("Drawing the pages"), partial(drawn, document, paper))
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # Qt draws in this thread only
            try:
                return drawn(document, paper)
            finally:
                QApplication.restoreOverrideCursor()
        except UnprintableText as error:
            self._program.tell(
                tr("This can't be printed"), tr("{problem}. You can {remedy}.", problem=error, remedy=error.remedy)
            )
            return None

    def size(self) -> str:
        """Return the paper that is set, or that is usual here."""
        setting = self._program.looks.settings.paper
        if setting != "system":
            return setting
        is_metric = QLocale.system().measurementSystem() != QLocale.MeasurementSystem.ImperialUSSystem
        return "A4" if is_metric else "Letter"
