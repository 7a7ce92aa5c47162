"""Starts the desktop program, or runs a command without loading any of Qt."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from screener.language import speak, tr, wanted_language
from screener.paths import settings_folder
from screener.store.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = frozenset({"check", "confirm", "describe", "assess", "report", "schema"})
QUESTIONS = frozenset({"-h", "--help", "--version"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # an interrupt ends the program without a word
        _speak(given)
    if given and given[0] in COMMANDS | QUESTIONS:
        from screener.cli.commands import main as command  # noqa: PLC0415  # the window needs none of it

        return command(given)
    if not _opens_a_window(given):
        return _unknown(given[0])
    try:
        return _window(given)
    except ImportError as error:  # started without run.py, where something isn't installed
        from screener.cli.commands import told  # noqa: PLC0415  # the window needs none of it

        return told(error)


def _window(given: Sequence[str]) -> int:
    gc.disable()  # it would look in vain a dozen times before the first page; `gui.collector` asks for it later
    _import_core()
    from screener.gui.app import main as window  # noqa: PLC0415  # commands start without Qt

    return window(given)


def _speak(given: Sequence[str]) -> None:
    """Speak the language asked for, else, in the window, the one that is set."""
    code = wanted_language(given)
    if code is None and not (given and given[0] in COMMANDS):
        code = read_settings(settings_folder()).language
    if code is not None:
        speak(code)


def _import_core() -> None:
    """Import what the window needs of the core before Qt, whose import hook reads the source of all after it."""
    import screener.progress  # noqa: PLC0415  # only where a window follows
    import screener.shelf  # noqa: PLC0415  # the same
    import screener.store.kept_forms  # noqa: F401, PLC0415  # the same


def _opens_a_window(given: Sequence[str]) -> bool:
    """Whether these words can be meant for the window: nothing, options, `FORM --new` or a file."""
    return not given or given[0].startswith("-") or "--new" in given or os.path.exists(given[0])  # noqa: PTH110  # cheap


def _unknown(word: str) -> int:
    """Say that there is no such command, and what was meant: the nearest one, or a form to begin with."""
    from screener.form.problem import nearest  # noqa: PLC0415  # only after a slip
    from screener.shelf import NoSuchFormError, shelf  # noqa: PLC0415  # only after a slip

    known = set(COMMANDS)
    with suppress(NoSuchFormError):
        known |= {f"{form} --new" for form in shelf()}
    told = tr("there is no command and no file '{word}' ({remedy})", word=word, remedy=nearest(word, known))
    print(f"screener: {told}", file=sys.stderr)  # noqa: T201  # as commands do
    return 2


if __name__ == "__main__":
    sys.exit(main())
