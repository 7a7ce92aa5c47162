"""What the window does in another language, as facts: a language is spoken by a whole process.

`python tests/gui/spoken.py LANGUAGE` prints them as JSON; `test_spoken.py` says what is correct.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.gui import pictures  # noqa: E402  # also run as a script, from this checkout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from screener.gui.main_window import MainWindow

YES_NO = "neuropathy_before_diabetes"


def place(widget: QWidget, window: MainWindow) -> int:
    """Return where a widget begins, from the left edge of the window."""
    from PySide6.QtCore import QPoint

    return widget.mapTo(window, QPoint()).x()


def sides_of(window: MainWindow) -> dict[str, list[int]]:
    """Return where the left and the right of every question with sides are."""
    found: dict[str, list[int]] = {}
    for page in window.session.wizard.pages:
        window.go(page)
        pictures.settle()
        for block in getattr(window.body, "blocks", []):
            views = {view.name: view for view in block.views if view.isVisibleTo(window)}
            for name in [name.removesuffix(".left") for name in views if name.endswith(".left")]:
                if f"{name}.right" in views:
                    found[name] = [place(views[f"{name}.{side}"], window) for side in ("left", "right")]
            for drawing in getattr(block, "drawings", []):
                for spot in drawing.places.values():
                    name, _, side = spot.cell.rpartition(".")
                    if spot.isVisibleTo(window):
                        found.setdefault(f"{name} on the drawing", [0, 0])[side == "right"] = place(spot, window)
    return found


def headings_of(window: MainWindow) -> dict[str, list[int]]:
    """Return where the words for the sides stand on the page of the examination."""
    from screener.assess.answers import SIDE_WORDS
    from screener.gui.labels import Words

    window.go("examination")
    pictures.settle()
    found = {}
    for side, words in SIDE_WORDS.items():
        heads = [each for each in window.body.findChildren(Words) if each.text() == words.capitalize()]
        found[side] = sorted({place(each, window) for each in heads if each.isVisible()})
    return found


def arrows(window: MainWindow) -> list[int]:
    """Return where the mark of the arrows is after each of: Right, Right, Left, Left."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    window.go("history")
    pictures.settle()
    bar = window.body.view_of("diabetes_type").stops()[0]
    bar.setFocus()
    found = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(bar, key)
        marked = [button for button in bar.buttons if button.has_cursor]
        found.append(place(marked[0], window) if marked else -1)
    return found


def answers_to(window: MainWindow, keys: str) -> list[str]:
    """Return what a yes/no question is answered by each of the keys."""
    from PySide6.QtTest import QTest

    from screener.assess.answers import Chosen
    from screener.entry import Typed

    window.session.answer("diabetes_type", Chosen("t2"), Typed())
    window.go("history")
    pictures.settle()
    found = []
    for key in keys:
        bar = window.body.view_of(YES_NO).stops()[0]
        bar.setFocus()
        QTest.keyClicks(bar, key)
        answer = window.session.wizard.answers.cells.get(YES_NO)
        found.append(getattr(answer, "option", ""))
        window.session.undo()
    return found


def facts() -> dict[str, object]:
    """Return everything there is to say."""
    from PySide6.QtWidgets import QMessageBox

    from screener.gui.app import speak_as_the_program

    app = pictures.application((1280, 800))
    speak_as_the_program(app)
    window = pictures.window_of(pictures.spoken_form(), "empty")
    window.resize(1280, 800)
    window.show()
    pictures.settle()
    box = QMessageBox(QMessageBox.Icon.NoIcon, "", "", QMessageBox.StandardButton.Save)
    said: dict[str, object] = {
        "standard button": box.buttons()[0].text(),
        "list": place(window.list, window),
        "page": place(window.pages, window),
        "next": window.footer.next.text(),
        "arrows": arrows(window),
        "answers": answers_to(window, "SYN"),
    }
    filled = pictures.window_of(pictures.spoken_form(), "v01")
    filled.resize(1280, 800)
    filled.show()
    pictures.settle()
    return said | {
        "sides": sides_of(filled),
        "headings": headings_of(filled),
        "scores": {score.id: str(score.total) for score in filled.session.wizard.assessment.scores},
        "flags": {flag.id: flag.state for flag in filled.session.wizard.assessment.flags},
    }


if __name__ == "__main__":
    pictures.speak_language(sys.argv[1])
    sys.stdout.write(json.dumps(facts()))
