"""The summary on its way to paper: preview, print, save. Loaded when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from screener.gui.labels import ActionButton
from screener.gui.theme import em
from screener.report.compose import compose_report
from screener.report.pdf import render_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.assess.assessment import Assessment

A4, LETTER = "A4", "Letter"


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
    loaded = Loaded(pdf, dialog)
    dialog.accepted.connect(lambda: send(loaded.document, printer))
    QDialog.open(dialog)
    return dialog


def send(document: QPdfDocument, printer: QPrinter) -> None:
    """Draw every page at the printer's resolution."""
    painter = QPainter(printer)
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        page = document.pagePointSize(number)
        scale = printer.resolution() / 72
        size = QSize(round(page.width() * scale), round(page.height() * scale))
        painter.drawImage(0, 0, document.render(number, size))
    painter.end()
