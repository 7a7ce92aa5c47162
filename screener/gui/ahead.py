"""Paper's modules and fonts, loaded beside the work while the review is read: the first summary then comes at once."""

from __future__ import annotations

from functools import cache
from threading import Thread


@cache
def load_paper() -> Thread:
    """Return the thread that loads them, started at the first call; whoever needs them sooner waits for it."""
    thread = Thread(target=_load, name="paper", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    from screener.report import compose, fonts, pdf  # noqa: F401, PLC0415

    fonts.register()
