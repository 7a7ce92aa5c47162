"""Keeps a copy of what no file holds, in each pause: a power cut takes what was typed since, no more."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from screener.gui.main_window import MainWindow
    from screener.gui.program import Program

PAUSE = 2000  # ms without a new answer


class Copying(QTimer):
    """Starts over with every answer; nothing is waited for, and what can't be written is tried again after the next."""

    def __init__(self, program: Program, window: MainWindow) -> None:
        super().__init__(window)
        self._program, self._window = program, window
        self.setSingleShot(True)
        self.setInterval(PAUSE)
        self.timeout.connect(self._keep)
        window.session.changed.connect(lambda _wizard: self.start())

    def _keep(self) -> None:
        if self._program.window is self._window:
            with suppress(OSError):
                self._program.files().keep_copy(self._program.clock())
