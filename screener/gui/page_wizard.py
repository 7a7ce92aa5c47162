"""Qt's wizard as we use it: it shows a page and decides nothing; what it draws around the page is not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget, QWizard

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent


class PageWizard(QWizard):
    """Qt's wizard without its own buttons: it shows pages, and others say which."""

    def __init__(self) -> None:
        super().__init__()
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        options = QWizard.WizardOption
        self.setOptions(options.NoDefaultButton | options.NoCancelButton | options.IndependentPages)
        self.setButtonLayout([])

    def turn_to(self, page: int) -> None:
        """Show a page.

        Qt keeps a history of its own and takes a jump back for one step back: in the end it removes from an empty
        list and crashes. Starting over at the page keeps that history at one entry.
        """
        self.setStartId(page)
        self.restart()

    def reject(self) -> None:
        """Esc never closes the wizard."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the window: a dialog would take Enter and Esc."""
        event.ignore()


class Frameless(QWidget):
    """Holds the wizard so that only its page is seen, not the margins and the line Qt draws around it."""

    def __init__(self, wizard: PageWizard) -> None:
        super().__init__()
        self._wizard = wizard
        self._around = (0, 0, 0, 0)  # what Qt draws around the page: left, top, right, bottom
        wizard.setParent(self)

    def fit(self) -> None:
        """Give the page all the room there is."""
        self._spread()
        page = self._wizard.currentPage()
        if self._wizard.currentId() < 0 or not self.isVisible():
            return
        inside = QRect(page.mapTo(self._wizard, QPoint(0, 0)), page.size())
        whole = self._wizard.rect()
        right, bottom = whole.right() - inside.right(), whole.bottom() - inside.bottom()
        around = (inside.left(), inside.top(), right, bottom)
        if inside.isValid() and around != self._around:
            self._around = around
            self._spread()

    def _spread(self) -> None:
        left, top, right, bottom = self._around
        self._wizard.setGeometry(self.rect().adjusted(-left, -top, right, bottom))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit once the wizard has laid itself out."""
        super().showEvent(event)
        self.fit()
