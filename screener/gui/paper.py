"""The summary on its way to paper: preview, print, save. Loaded when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt, QTimer
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressDialog, QVBoxLayout, QWidget

from screener.gui.labels import ActionButton
from screener.gui.theme import em
from screener.report.compose import compose_report
from screener.report.pdf import render_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.assess.assessment import Assessment

A4, LETTER = "A4", "Letter"
DOTS_PER_INCH = 300  # on paper; more is not to be seen
HALF_A_SECOND = 500  # ms, after which progress is shown


def summary_pdf(assessment: Assessment, paper: str) -> tuple[bytes, str]:
    """Return the PDF and the id of the document, which is all that a printer's list shows of it."""
    report = compose_report(assessment)
    return render_pdf(report, paper), report.meta.document_id


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
    """The pages as they will be printed."""

    def __init__(self, parent: QWidget, pdf: bytes, document_id: str, print_: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Summary {document_id}")
        self._loaded = Loaded(pdf, self)
        self.view = QPdfView(self)
        self.view.setAccessibleName("The summary's pages")
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocument(self._loaded.document)
        column = QVBoxLayout(self)
        column.addWidget(self.view)
        row = QHBoxLayout()
        row.addStretch(1)
        send = ActionButton("Print", print_)
        send.primary = True
        row.addWidget(ActionButton("Close", self.accept))
        row.addWidget(send)
        column.addLayout(row)
        self.resize(56 * em(self), 46 * em(self))
        self.view.setFocus()

    @property
    def document(self) -> QPdfDocument:
        """The document shown."""
        return self._loaded.document


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
    progress = QProgressDialog("Sending the pages to the printer", "Stop", 0, len(pages), parent)
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(HALF_A_SECOND)
    painter = QPainter(printer)
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
