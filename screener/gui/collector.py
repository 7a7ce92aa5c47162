"""Python's garbage collector, kept to the window's own thread.

Left to itself it works in whichever thread is making things just then, and takes widgets apart there: Qt waits for
ever, or ends the program. So it never works by itself in a program with a window: it is asked to, in pauses and from
time to time.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

EVERY = 2000  # ms
MANY_NEW = 5000  # things made and still there since it was asked last
MANY = 5  # collections of young garbage, after which everything is looked through


def collect() -> None:
    """Collect young garbage, and now and then all."""
    gc.collect(2 if gc.get_count()[2] > MANY else 1)


class Collector(QTimer):
    """Asks from time to time; what was made before it began stays to the end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self.timeout.connect(self._look)
        self.start(EVERY)

    @staticmethod
    def _look() -> None:
        if gc.get_count()[0] > MANY_NEW:
            collect()
