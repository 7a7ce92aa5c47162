"""Pictures of every page of an example, to be looked at: `python tests/gui/pictures.py v01 FOLDER [WIDTH HEIGHT] [THEME] [PERCENT]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from screener.assess.answers import Answers  # noqa: E402
from screener.assess.assess import assess  # noqa: E402
from screener.assess.examples import _answers, read_examples  # noqa: E402
from screener.entry import Habits  # noqa: E402
from screener.form.load import example_files, load_form  # noqa: E402
from screener.gui.main_window import MainWindow  # noqa: E402
from screener.gui.session import Session  # noqa: E402
from screener.gui.theme import dress  # noqa: E402
from screener.wizard import Wizard  # noqa: E402

if TYPE_CHECKING:
    from screener.form.model import Form

FORM = ROOT / "forms" / "neuropathy"
ROUNDS = 20


def settle() -> None:
    """Let everything that waits be drawn."""
    for _ in range(ROUNDS):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def answers_of(form: Form, name: str) -> Answers:
    """Return the answers of an example; `empty` has none."""
    if name == "empty":
        return Answers()
    by_id = {each.id.text: each for each in read_examples((node for _, node in example_files(FORM)), [])}
    return _answers(form, by_id[name], by_id, [])[0]


def main(
    name: str, folder: Path, width: int = 1280, height: int = 800, look: str = "light", percent: str = "100"
) -> None:
    """Write one picture for each page."""
    app = QApplication(["x", "-style", "Fusion"])
    for font in (ROOT / "resources" / "fonts").glob("*.ttf"):
        QFontDatabase.addApplicationFont(str(font))
    app.setFont("Noto Sans")
    dress(app, look, int(percent))
    form = load_form(FORM)
    window = MainWindow(Session(Wizard(form, answers_of(form, name), assess), Habits()))
    window.resize(width, height)
    window.show()
    settle()
    folder.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(window.session.wizard.pages):
        window.go(page)
        settle()
        window.grab().save(str(folder / f"{name}_{number}_{page.strip('*')}.png"))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(arguments[0], Path(arguments[1]), *(int(size) for size in arguments[2:4]), *arguments[4:])
