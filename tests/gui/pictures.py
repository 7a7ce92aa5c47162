"""Pictures of every page of an example, to be looked at.

`python tests/gui/pictures.py v01 FOLDER [WIDTH HEIGHT] [THEME] [PERCENT] [LANGUAGE]`; the language `ar` is English in
Arabic letters, from right to left.
"""

from __future__ import annotations

import gc
import json
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from screener.language import speak  # noqa: E402  # also run as a script, from this checkout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from screener.form.model import Form
    from screener.gui.main_window import MainWindow

FORM = ROOT / "forms" / "neuropathy"
ROUNDS = 20
PSEUDO = "ar"
USUAL = ("1280", "800", "light", "100", "en")


def speak_language(language: str) -> None:
    """Speak a language, before anything is said."""
    from tests.pseudo import PseudoArabic

    speak(language, PseudoArabic() if language == PSEUDO else None)


def application(size: tuple[int, int]) -> QApplication:
    """Return the application, on a screen of this size, with letters that are the same on every machine.

    As in the program, garbage is not collected in other threads: one of them would take widgets apart beside Qt, and
    wait for ever when this ends.
    """
    gc.disable()
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QFontDatabase
    from PySide6.QtWidgets import QApplication

    from screener.language import is_right_to_left

    about = {
        "name": "one",
        "x": 0,
        "y": 0,
        "width": size[0],
        "height": size[1],
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    with TemporaryDirectory() as folder, chdir(folder):  # Qt takes no ':' in the path of the file, as C: has it
        Path("screens.json").write_text(json.dumps({"screens": [about]}), encoding="utf-8")
        app = QApplication(["x", "-style", "Fusion", "-platform", "offscreen:configfile=screens.json"])
    for font in (ROOT / "resources" / "fonts").glob("*.ttf"):
        QFontDatabase.addApplicationFont(str(font))
    app.setFont("Noto Sans")
    if is_right_to_left():
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return app


def settle() -> None:
    """Let everything that waits be drawn."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    for _ in range(ROUNDS):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def spoken_form() -> Form:
    """Return the shipped form in the language that is spoken."""
    from screener.form.load import load_form
    from screener.language import spoken
    from tests.pseudo import pseudo_form

    return pseudo_form(load_form(FORM)) if spoken() == PSEUDO else load_form(FORM, spoken())


def window_of(form: Form, name: str) -> MainWindow:
    """Return a window with the answers of an example; `empty` has none."""
    from screener.assess.answers import Answers
    from screener.assess.assess import assess
    from screener.entry import Habits
    from screener.gui.main_window import MainWindow
    from screener.gui.session import Session
    from screener.wizard import Wizard
    from tests.report import vignettes

    answers = vignettes.answers(name) if name != "empty" else Answers()
    return MainWindow(Session(Wizard(form, answers, assess), Habits()))


def opened_from(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Open what can be opened beside a screening, one after the other."""
    from PySide6.QtWidgets import QApplication

    from screener.gui.looks import Looks
    from screener.gui.start_window import StartWindow
    from screener.shelf import shelf

    asides, form = window.asides, window.session.wizard.form
    window.go("results")  # a page with questions that are not asked
    with TemporaryDirectory() as folder:
        looks = Looks(QApplication.instance(), Path(folder))
        for name, act in {
            "why": lambda: asides.explain("nds"), "why_flag": lambda: asides.explain("RF05"), "flags": asides.show_flags,
            "points": lambda: asides.show_points(form.trials[0].id), "not_asked": asides.show_not_asked,
            "asked": lambda: asides.explain_asked("hba1c"), "jump": asides.open_jump_box, "keys": asides.open_keys,
            "finish": asides.open_finish, "settings": lambda: looks.open_settings(window),
        }.items():  # fmt: skip
            act()
            settle()
            opened = QApplication.activeModalWidget()
            yield name, opened
            opened.close()
    start = StartWindow(shelf(None), lambda _: form, [FORM / "form.yaml"])
    start.show()
    settle()
    yield "start", start
    start.close()


def main(name: str, folder: Path, *options: str) -> None:
    """Write one picture for each page."""
    width, height, look, percent, language = (*options, *USUAL[len(options) :])
    speak_language(language)
    app = application((int(width), int(height)))
    from screener.gui.theme import dress

    dress(app, look, int(percent))
    window = window_of(spoken_form(), name)
    window.resize(int(width), int(height))
    window.show()
    settle()
    folder.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(window.session.wizard.pages):
        window.go(page)
        settle()
        window.grab().save(str(folder / f"{name}_{number}_{page.strip('*')}.png"))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
