"""Starts the program as `main.py` does, tells when the first wizard page is painted, and ends.

    python benchmarks/first_paint.py FORM --new            prints the time of that moment, monotonic, in seconds
    python benchmarks/first_paint.py --modules FORM --new  prints what was imported until then
    python benchmarks/first_paint.py --bare                does so for a bare lazy QWizard of 12 pages with 8 fields

The moment is that of a zero-timer posted from the first paint of a page.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

MODULES = "--modules" in sys.argv
PAGES, FIELDS = 12, 8


def finish() -> None:
    """Say when it is, or what is loaded, and end at once."""
    moment = time.monotonic()
    print("\n".join(sorted(sys.modules)) if MODULES else f"{moment:.6f}", flush=True)
    os._exit(0)


def watch(application: object) -> object:
    """Return a filter of the application's events that waits for the first paint of a wizard page."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget, QWizardPage

    def is_on_page(widget: QWidget | None) -> bool:
        return widget is not None and (isinstance(widget, QWizardPage) or is_on_page(widget.parentWidget()))

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and is_on_page(watched):
                QTimer.singleShot(0, finish)
                QApplication.instance().removeEventFilter(self)
            return False

    watching = Watch(application)
    application.installEventFilter(watching)
    return watching


def program(words: list[str]) -> int:
    """Run the program with the watch on its application."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from screener.gui import app

    dress = app.dress

    def watched(application: object) -> None:
        dress(application)
        watch(application)

    app.dress = watched
    from screener.__main__ import main

    return main(words)


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

    application = QApplication(sys.argv[:1])
    watch(application)
    wizard = QWizard()
    for number in range(PAGES):
        wizard.addPage(Page(number))
    wizard.show()
    return application.exec()


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if word != "--modules"]
    sys.exit(bare() if given == ["--bare"] else program(given))
