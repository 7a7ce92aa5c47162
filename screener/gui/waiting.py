"""Work that may take long, done beside the window: progress after half a second, and a way to give it up.

The work is plain Python and must not touch Qt. While it is waited for nothing else can be begun, so that who asks for
its result can go on as if it had been there at once. Work that was given up ends by itself; nobody reads its result.
"""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog

from screener.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
HALF_A_SECOND = 0.5
LOOK = 30  # ms between two looks whether it is done


class _Work(Thread, Generic[Result]):
    """One piece of work; it begins when the one before it has ended, given up or not."""

    before: Thread | None = None

    def __init__(self, work: Callable[[], Result]) -> None:
        super().__init__(name="work", daemon=True)
        self._work, self._earlier = work, _Work.before
        self.results: list[Result] = []
        self.error: BaseException | None = None
        _Work.before = self

    def run(self) -> None:
        """Do it, and keep what comes of it."""
        if self._earlier is not None:
            self._earlier.join()
            self._earlier = None
        try:
            self.results.append(self._work())
        except BaseException as error:  # noqa: BLE001  # raised again where it is waited for
            self.error = error


def wait_for(text: str, work: Callable[[], Result]) -> Result | None:
    """Return what the work makes, or raise what it raises; None when the user gives it up."""
    doing = _Work(work)
    doing.start()
    doing.join(HALF_A_SECOND)
    if doing.is_alive() and not _is_waited_for(text, doing):
        return None
    if doing.error is not None:
        raise doing.error
    return doing.results[0]


def _is_waited_for(text: str, work: Thread) -> bool:
    """Show that something is done until it is; whether it was not given up."""
    parent = QApplication.activeModalWidget() or QApplication.activeWindow()
    while isinstance(parent, QProgressDialog):  # of work before this, on its way out
        parent = parent.parentWidget()
    loop, looks = QEventLoop(), QTimer()
    shown = QProgressDialog(text, tr("Stop"), 0, 0, parent)
    shown.setWindowTitle(tr("One moment"))
    shown.setWindowModality(Qt.WindowModality.ApplicationModal)
    shown.canceled.connect(loop.quit)
    looks.timeout.connect(lambda: None if work.is_alive() else loop.quit())
    looks.start(LOOK)
    shown.show()
    loop.exec()
    looks.stop()
    shown.hide()
    shown.deleteLater()
    return not work.is_alive()
