"""Made ready beside the work: paper's modules and fonts while the review is read, the rules of a form at its start."""

from __future__ import annotations

from functools import cache
from threading import Thread
from typing import TYPE_CHECKING

from screener.gui.collector import at_rest

if TYPE_CHECKING:
    from screener.form.model import Form


@cache
def load_paper() -> Thread:
    """Return the thread that loads them, started at the first call; whoever needs them sooner waits for it."""
    thread = Thread(target=_load, name="paper", daemon=True)
    thread.start()
    return thread


def compile_rules(form: Form) -> Thread:
    """Return the thread that makes the rules of a form ready to be worked out, beside the first page."""
    thread = Thread(target=_compile, args=(form,), name="rules", daemon=True)
    thread.start()
    return thread


def _compile(form: Form) -> None:
    with at_rest():
        from screener.assess.answers import Answers  # noqa: PLC0415
        from screener.assess.assess import assess  # noqa: PLC0415

        assess(form, Answers())


def _load() -> None:
    with at_rest():
        from screener.report import compose, fonts, pdf  # noqa: F401, PLC0415

        fonts.register()
