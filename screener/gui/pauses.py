"""What is done while nothing is asked of the window: making ready what may come next, and looking for garbage.

First what the next answer may bring, in the pause after that the next page. Garbage that is looked for in a pause is
not looked for under a key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from screener.gui.collector import collect

if TYPE_CHECKING:
    from screener.gui.main_window import MainWindow
    from screener.wizard import Wizard

PAUSE = 100  # ms


class Pauses(QTimer):
    """Starts over with every answer and every page; one step a pause."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._ready_for: Wizard | None = None
        self.setSingleShot(True)
        self.setInterval(PAUSE)
        self.timeout.connect(self._prepare)

    def _prepare(self) -> None:
        wizard, side = self._window.session.wizard, self._window.so_far
        if self._ready_for is not wizard and side is not None:
            self._ready_for = wizard
            self._window.body.prepare()
            side.prepare()
            self.start()
        elif wizard.next_page is not None:
            self._window.pages.prepare(wizard.next_page, wizard.page)
            self._window.frame.order_stops(self._window.pages.body(wizard.next_page))
        collect()
