"""Made ready beside the work: paper's modules and fonts while the review is read, the rules of a form at its start."""

from __future__ import annotations

from functools import cache
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer

from screener.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.form.model import Form
    from screener.gui.main_window import MainWindow

HALF_A_SECOND = 500  # ms, after which progress is shown
LOOK = 20  # ms between two looks whether the rules are ready


@cache
def load_paper() -> Thread:
    """Return the thread that loads them, started at the first call; whoever needs them sooner waits for it."""
    thread = Thread(target=_load, name="paper", daemon=True)
    thread.start()
    return thread


def make_rules_ready(window: MainWindow, then: Callable[[], None]) -> Thread:
    """Return the thread that makes the rules ready beside the first page, which can be filled in meanwhile."""
    rules = compile_rules(window.session.wizard.form)
    looks = QTimer(window)
    begun = QElapsedTimer()
    begun.start()

    def look() -> None:
        if rules.is_alive():
            if begun.elapsed() > HALF_A_SECOND:
                window.footer.say(tr("Preparing the rules of the form"))
        else:
            looks.stop()
            then()

    looks.timeout.connect(look)
    looks.start(LOOK)
    return rules


def compile_rules(form: Form) -> Thread:
    """Return the thread that makes the rules of a form ready to be worked out."""
    thread = Thread(target=_compile, args=(form,), name="rules", daemon=True)
    thread.start()
    return thread


def _compile(form: Form) -> None:
    from screener.assess.answers import Answers  # noqa: PLC0415  # in this thread
    from screener.assess.assess import assess  # noqa: PLC0415  # in this thread

    assess(form, Answers())


def _load() -> None:
    from screener.report import compose, fonts, pdf  # noqa: F401, PLC0415  # in this thread

    fonts.register()
