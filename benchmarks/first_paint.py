"""Starts the program as `main.py` does, tells when the first wizard page is painted, and ends.

    python benchmarks/first_paint.py FORM --new            prints the time of that moment, monotonic, in seconds,
                                                           and the MiB resident at most until then; nan where
                                                           the system doesn't tell, as Windows
    python benchmarks/first_paint.py --modules FORM --new  prints the modules and the names of `Qt` made until then
    python benchmarks/first_paint.py --bare                does so for a bare lazy QWizard of 12 pages with 8 fields

The moment is that of a zero-timer posted from the first paint of a label on the page. Only that label is watched: a
filter on all events of the application would cost more than what it measures.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MODULES = "--modules" in sys.argv
PAGES, FIELDS = 12, 8


def finish() -> None:
    """Say when it is, or what is loaded, and end at once."""
    moment = time.monotonic()
    print("\n".join(sorted([*sys.modules, *names_of_qt()])) if MODULES else f"{moment:.6f} {memory()}", flush=True)
    os._exit(0)


def memory() -> float:
    """Return the MiB resident at most so far; nan where the system doesn't tell."""
    try:
        import resource
    except ImportError:
        return float("nan")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def names_of_qt() -> list[str]:
    """Return which enumerations were made of Qt's own name space, and of a widget that nobody uses: all, or none."""
    from enum import Enum

    return [each.__qualname__ for each in Enum.__subclasses__() if each.__qualname__.startswith(("Qt.", "QCalendar"))]


def watch(page: QWidget) -> None:
    """Wait for the first paint of a label on the page."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QLabel

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, finish)
            return False

    label = next(each for each in page.findChildren(QLabel) if each.isVisibleTo(page) and each.text())
    label.installEventFilter(Watch(label))


def program(words: list[str]) -> int:
    """Run the program with the watch on the page of its window."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from screener import __main__ as start

    start._import_core()
    from screener.gui import program as opened

    made = opened.MainWindow

    def watched(session: object) -> object:
        window = made(session)
        watch(window.pages.wizard.currentPage())
        return window

    opened.MainWindow = watched
    return start.main(words)


def bare() -> int:
    """Show a wizard whose pages are filled when first shown."""
    from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QWizard, QWizardPage

    class Page(QWizardPage):
        def __init__(self, number: int) -> None:
            super().__init__()
            self.setTitle(f"Page {number}")
            self.number = number

        def initializePage(self) -> None:
            layout = QFormLayout(self)
            for field in range(FIELDS):
                layout.addRow(f"Question {self.number}.{field}", QLineEdit())
            if self.number == 0:
                watch(self)

    application = QApplication(sys.argv[:1])
    wizard = QWizard()
    for number in range(PAGES):
        wizard.addPage(Page(number))
    wizard.show()
    return application.exec()


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if word != "--modules"]
    sys.exit(bare() if given == ["--bare"] else program(given))
