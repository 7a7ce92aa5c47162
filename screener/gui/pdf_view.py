"""The pages of a document, to be read before they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdfWidgets import QPdfView

from screener.gui.labels import draw_ring
from screener.gui.scroll import DrawnBar
from screener.language import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

POINTS_PER_INCH = 72
ZOOM, SMALLEST, LARGEST = 1.25, 0.25, 6.0


class Pages(QPdfView):
    """The pages below each other, as wide as the window; Ctrl with + and - zooms, Ctrl+0 takes it back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("The pages"))
        self.setVerticalScrollBar(DrawnBar())
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.fit()
        for keys, act in {("Ctrl++", "Ctrl+="): self.enlarge, ("Ctrl+-",): self.reduce, ("Ctrl+0",): self.fit}.items():
            for key in keys:
                QShortcut(QKeySequence(key), parent).activated.connect(act)

    def fit(self) -> None:
        """Show them as wide as the window."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setZoomFactor(1.0)

    def enlarge(self) -> None:
        """Show them larger."""
        self._zoom(ZOOM)

    def reduce(self) -> None:
        """Show them smaller."""
        self._zoom(1 / ZOOM)

    def _zoom(self, by: float) -> None:
        if self.zoomMode() != QPdfView.ZoomMode.Custom:
            page = self.document().pagePointSize(0).width() * self.logicalDpiX() / POINTS_PER_INCH
            self.setZoomFactor(self.viewport().width() / max(page, 1))  # as it is now
            self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(max(SMALLEST, min(LARGEST, self.zoomFactor() * by)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring nobody can miss."""
        super().paintEvent(event)
        if self.hasFocus():
            draw_ring(self.viewport())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()
