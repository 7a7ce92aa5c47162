"""The summary on its way to paper: preview, print, save. Loaded when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt, QTimer
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressDialog, QVBoxLayout, QWidget

from screener.gui.keeping import tell
from screener.gui.labels import ActionButton
from screener.gui.pdf_view import Pages
from screener.gui.theme import give_size
from screener.gui.views.option_button import Segment
from screener.gui.views.options import OptionBar
from screener.language import tr
from screener.report.compose import compose_report
from screener.report.document import Length
from screener.report.fonts import is_plain
from screener.report.pdf import render_pdf
from screener.report.texts import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from screener.assess.assessment import Assessment
    from screener.form.model import Form
    from screener.report.document import Report

LETTER = "Letter"
LENGTHS = {"page": tr("One page"), "full": tr("Full"), "answers": tr("Full with every answer")}
PAPERS = {"A4": "A4", LETTER: tr("Letter")}
Named = tuple["Report", str]  # a document before it is drawn
Made = tuple[bytes, str]  # a PDF, and the name it has: all that a file or a printer's list shows of it
DOTS_PER_INCH = 300  # on paper; more is not to be seen
HALF_A_SECOND = 500  # ms, after which progress is shown


def summary(assessment: Assessment, length: str) -> Named:
    """Return the summary and the id of the document."""
    report = compose_report(assessment, Length(length))
    return report, report.meta.document_id


def paper_of_form(form: Form, leaflet: str) -> Named:
    """Return a form to fill in by hand, or one of its leaflets."""
    from screener.report.compose_blank import compose_blank  # noqa: PLC0415  # not for a summary
    from screener.report.compose_leaflet import compose_leaflet  # noqa: PLC0415  # not for a summary

    if not leaflet:
        return compose_blank(form), f"{form.id}-blank"
    chosen = next(each for each in form.leaflets if each.id == leaflet)
    return compose_leaflet(chosen, form), leaflet


def drawn(document: Named, paper: str) -> Made:
    """Return the pages of a document."""
    report, name = document
    return render_pdf(report, paper), name


def needs_qt(document: Named) -> bool:
    """Whether a text is in a script that Qt lays out."""
    return not all(is_plain(text) for _, text in texts(document[0]))


class Loaded:
    """A PDF in memory, never in a file of its own."""

    def __init__(self, pdf: bytes, owner: QWidget) -> None:
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes, owner)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(owner)
        self.document.load(self._buffer)

    def forget(self) -> None:
        """Let go of the pages before their owner goes."""
        self.document.deleteLater()
        self._buffer.deleteLater()


class Preview(QDialog):
    """The pages as they will be printed, in the length and on the paper chosen."""

    def __init__(
        self,
        parent: QWidget,
        made: Made,
        make: Callable[[str, str], Made | None],
        keep: Callable[[QWidget, bytes, str], object],
        paper: str,
        lengths: Iterable[str] = tuple(LENGTHS),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make, self._keep, self._length, self._paper = make, keep, "full", paper
        self.view = Pages(self)
        self.lengths = _bar(tr("Length"), {each: LENGTHS[each] for each in lengths})
        self.lengths.pressed.connect(lambda length: self._choose(length, self._paper))
        self.lengths.setVisible(bool(lengths))
        self.papers = _bar(tr("Paper"), PAPERS)
        self.papers.pressed.connect(lambda paper: self._choose(self._length, paper))
        self._lay_out()
        self._show(made)
        give_size(self, 56, 46)
        self.view.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        choices = QHBoxLayout()
        choices.addWidget(self.lengths, 1)
        choices.addWidget(self.papers)
        column.addLayout(choices)
        column.addWidget(self.view)
        row = QHBoxLayout()
        row.addStretch(1)
        send = ActionButton(tr("Print"), lambda: print_pdf(self, *self._made, self._paper))
        send.tone = "primary"
        row.addWidget(ActionButton(tr("Close"), self.accept))
        row.addWidget(ActionButton(tr("Save PDF"), lambda: self._keep(self, *self._made)))
        row.addWidget(send)
        column.addLayout(row)

    def _choose(self, length: str, paper: str) -> None:
        """Make the document anew; one that can't be made leaves the pages as they are."""
        if made := self._make(length, paper):
            self._length, self._paper = length, paper
            before = self._loaded
            self._show(made)
            before.forget()

    def _show(self, made: Made) -> None:
        self._made = made
        self.setWindowTitle(tr("Preview {document}", document=made[1]))
        self._loaded = Loaded(made[0], self)
        self.view.setDocument(self._loaded.document)
        self.lengths.tell_chosen([self._length])
        self.papers.tell_chosen([self._paper])

    @property
    def document(self) -> QPdfDocument:
        """The document shown."""
        return self._loaded.document


def _bar(name: str, texts: Mapping[str, str]) -> OptionBar:
    bar = OptionBar([Segment(id_, text, str(n)) for n, (id_, text) in enumerate(texts.items(), 1)], reasons=False)
    bar.setAccessibleName(name)
    return bar


def print_pdf(parent: QWidget, pdf: bytes, document_id: str, paper: str) -> QPrintDialog:
    """Open the system's print dialog; the pages go out when it is accepted."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document_id)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if paper == LETTER else QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    loaded = Loaded(pdf, parent)
    dialog.setMinMax(1, loaded.document.pageCount())

    def sent() -> None:
        send(loaded.document, printer, parent)
        loaded.forget()

    dialog.rejected.connect(loaded.forget)
    dialog.accepted.connect(lambda: QTimer.singleShot(0, sent))  # the dialog is gone by then
    QDialog.open(dialog)
    return dialog


def send(document: QPdfDocument, printer: QPrinter, parent: QWidget | None = None) -> None:
    """Draw the pages asked for, whole on the sheet that the printer has.

    At a printer's own resolution a page would take half a gigabyte and many seconds.
    """
    printer.setResolution(DOTS_PER_INCH)
    pages = range(document.pageCount())
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        pages = pages[max(printer.fromPage() - 1, 0) : printer.toPage() or None]
    progress = QProgressDialog(tr("Sending the pages to the printer"), tr("Stop"), 0, len(pages), parent)
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(HALF_A_SECOND)
    painter = QPainter()
    if not painter.begin(printer):
        tell(parent, tr("Nothing was printed"), tr("The printer took nothing. Choose another one, or save the PDF."))
        return
    for done, number in enumerate(pages):
        progress.setValue(done)
        if progress.wasCanceled():
            printer.abort()
            break
        if done:
            printer.newPage()
        sheet = printer.paperRect(QPrinter.Unit.DevicePixel).size()
        size = document.pagePointSize(number).scaled(sheet, Qt.AspectRatioMode.KeepAspectRatio).toSize()
        painter.drawImage(QPoint(round(sheet.width() - size.width()) // 2, 0), document.render(number, size))
    painter.end()
    progress.setValue(len(pages))
