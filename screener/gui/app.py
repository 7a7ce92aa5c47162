"""Starts the desktop program. The only place that reads the clock."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from screener.gui.program import Program
from screener.language import ENGLISH, LANGUAGES, OPTION, is_right_to_left, spoken
from screener.paths import running_place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from PySide6.QtWidgets import QMessageBox

USAGE = f"usage: screener [COMMAND ... | FORM --new | ANSWERS_FILE] [--forms DIR] [--language {'|'.join(LANGUAGES)}]"
BAD_USAGE, BAD_FILE = 2, 3  # exit codes
BEGUN = 1000  # ms after which the start is over


def main(argv: Sequence[str]) -> int:
    """Run the program until its last window is closed: no arguments, `FORM --new`, or an answers file."""
    wanted = _understood(list(argv))
    if wanted is None:
        sys.stderr.write(f"{USAGE}\n")
        return BAD_USAGE
    name, is_new, own_forms = wanted
    path = Path(name) if name else None
    if is_new:
        from screener.shelf import NoSuchFormError, form_folder  # noqa: PLC0415  # the start window reads it itself

        try:
            path = form_folder(name, own_forms)
        except NoSuchFormError as error:
            sys.stderr.write(f"screener: {error}\n")
            return BAD_FILE if error.is_path else BAD_USAGE
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])  # setStyle would make all names of styles first
    return 0 if _runs_already(path, is_new, own_forms) else _run(app, path, is_new, own_forms)


def _runs_already(path: Path | None, is_new: bool, own_forms: Path | None) -> bool:
    if not running_place().exists():
        return False
    from screener.gui.one_program import Wish, handed_over  # noqa: PLC0415  # seldom

    return handed_over(Wish(path, is_new, own_forms))


def _run(app: QApplication, path: Path | None, is_new: bool, own_forms: Path | None) -> int:
    QTimer.singleShot(BEGUN, app, lambda: collect_garbage(app))
    if spoken() != ENGLISH:
        speak_as_the_program(app)
    program = Program(app, now, own_forms)
    sys.excepthook = Crash(program)
    QTimer.singleShot(BEGUN, program, lambda: answer_later_starts(program, own_forms))
    if path is None:
        program.show_start()
    elif is_new:
        program.new_screening(path)
    else:
        program.open_answers(path)
    return app.exec()


def answer_later_starts(program: Program, own_forms: Path | None) -> None:
    """Come to the front when the program is started once more."""
    from screener.gui.one_program import Listener  # noqa: PLC0415  # after the first page

    with suppress(OSError):  # it runs without, too
        Listener(program, own_forms).listen()


def speak_as_the_program(app: QApplication) -> None:
    """Let Qt say its own texts, of standard buttons and of file and print dialogs, in the language of the program."""
    from PySide6.QtCore import QLibraryInfo, Qt, QTranslator  # noqa: PLC0415  # not in English

    if is_right_to_left():
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    texts = QTranslator(app)
    if texts.load(f"qtbase_{spoken()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(texts)


def collect_garbage(app: QApplication) -> None:
    """Collect garbage from now on, among what is made from now on: what the start made stays to the end."""
    from screener.gui.collector import Collector  # noqa: PLC0415  # after the first page

    Collector(app)


def now() -> datetime:
    """Return the time of day and the day here."""
    return datetime.now().astimezone()  # noqa: TID251  # the one clock of the window


def _understood(given: list[str]) -> tuple[str, bool, Path | None] | None:
    """Return what to open, whether anew, and where a clinic's own forms are; None when it makes no sense."""
    language = _taken(given, OPTION) if OPTION in given else ENGLISH
    own = _taken(given, "--forms") if "--forms" in given else ""
    if language not in LANGUAGES or own is None:
        return None
    is_new = "--new" in given
    names = [each for each in given if each != "--new"]
    if len(names) > 1 or any(each.startswith("-") for each in names) or is_new != (is_new and len(names) == 1):
        return None
    return (names[0] if names else ""), is_new, Path(own) if own else None


def _taken(given: list[str], option: str) -> str | None:
    """Take an option with the word after it out of the words and return that word; None when there is none."""
    place = given.index(option)
    taken = given[place : place + 2]
    del given[place : place + 2]
    return taken[1] if len(taken) > 1 else None


class Crash:
    """Saves the screening and says calmly that the program made a mistake; shows where in it, and no answers."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._box: QMessageBox | None = None  # what is said now
        self._is_at_work = False

    def __call__(self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        """Take an exception that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        sys.stderr.write(f"{kind.__name__} {place_of(trace)}\n")
        if self._is_at_work:
            return
        self._is_at_work = True
        try:
            self._deal_with(kind.__name__, place_of(trace))
        except Exception as second:  # noqa: BLE001  # it ends here, or it would begin again
            sys.stderr.write(f"{type(second).__name__} {place_of(second.__traceback__)}\n")
        finally:
            self._is_at_work = False

    def _deal_with(self, kind: str, place: str) -> None:
        from screener.gui.crash import save_screening, tell_crash  # noqa: PLC0415  # hopefully never

        saved = save_screening(self._program)
        if self._box is None:
            self._box = tell_crash(self._program, saved, kind, place)
            self._box.finished.connect(self._forget)

    def _forget(self) -> None:
        self._box = None


def place_of(trace: TracebackType | None) -> str:
    """Return the places in the program an exception went through, innermost last; no values."""
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return " > ".join(places[-6:])
