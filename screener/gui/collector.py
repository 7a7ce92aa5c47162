"""Python's garbage collector, kept to the window's own thread.

It works in whichever thread is making things, and takes widgets apart there: Qt waits for ever, or ends the program.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Rest:
    """Who needs the collector to rest, and whether it works again after that."""

    lock = Lock()
    needed_by = 0
    works_after = False


@contextmanager
def at_rest() -> Iterator[None]:
    """Let it rest while a thread beside the window's works."""
    with _Rest.lock:
        if not _Rest.needed_by:
            _Rest.works_after = gc.isenabled()
            gc.disable()
        _Rest.needed_by += 1
    try:
        yield
    finally:
        with _Rest.lock:
            _Rest.needed_by -= 1
            if _Rest.works_after and not _Rest.needed_by:
                gc.enable()


def let_work() -> None:
    """Collect from now on, or once no thread needs it at rest, among what is made from now on."""
    gc.freeze()
    with _Rest.lock:
        if _Rest.needed_by:
            _Rest.works_after = True
        else:
            gc.enable()
