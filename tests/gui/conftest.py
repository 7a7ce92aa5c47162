"""The window in tests: drawn off screen, in the fonts that the program carries."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from screener.assess.answers import Answers, Chosen
from screener.assess.assess import assess
from screener.entry import Habits
from screener.form.load import load_form
from screener.wizard import REVIEW, Wizard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from screener.form.model import Form
    from screener.gui.drawing_view import DrawingView
    from screener.gui.finish_window import FinishWindow
    from screener.gui.main_window import MainWindow
    from screener.gui.program import Program

FORM = Path(__file__).resolve().parents[2] / "forms" / "neuropathy"
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def form() -> Form:
    return load_form(FORM)


@pytest.fixture
def empty(form: Form) -> Wizard:
    return Wizard(form, Answers(assessed=NOON), assess)


@pytest.fixture
def begun(empty: Wizard) -> Wizard:
    """Return a screening in which the questions that open others are answered."""
    begun = empty.offered("diabetes_type", Chosen("t2"))
    for side in ("left", "right"):
        begun = begun.offered(f"amputation.{side}", Chosen("none"))
    return replace(begun, past=())


@pytest.fixture
def shown(qtbot, qapp) -> Callable[[Wizard], MainWindow]:
    """Return a window of a wizard, drawn whole."""
    from screener.gui.main_window import MainWindow
    from screener.gui.session import Session
    from screener.gui.theme import dress

    dress(qapp)

    def show(wizard: Wizard, habits: Habits | None = None) -> MainWindow:
        window = MainWindow(Session(wizard, habits or Habits()))
        qtbot.addWidget(window, before_close_func=lambda closing: closing.leave())
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.so_far is not None)
        return window

    return show


@pytest.fixture
def program(qapp, qtbot) -> Iterator[Program]:
    """Return the program with no window yet, for which it is noon."""
    from screener.gui.program import Program

    made = Program(qapp, lambda: NOON)
    yield made
    if made.window is not None:
        made.window.leave()
    made._forget_start()


def finishing(window: MainWindow) -> FinishWindow:
    """Return the window that finishes a summary, opened from the review."""
    from screener.gui.finish_window import FinishWindow

    window.go(REVIEW)
    window.body._summary.finish.click()
    found = QApplication.activeModalWidget()
    assert isinstance(found, FinishWindow)
    return found


def settle() -> None:
    """Let everything that waits be done and drawn."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def reached_by_arrows(drawing: DrawingView, qtbot) -> set[str]:
    """Return the places of a drawing that the arrows lead to, from wherever they lead."""
    reached, waiting = set(), [drawing._here]
    while waiting:
        place = waiting.pop()
        if place in reached:
            continue
        reached.add(place)
        for arrow in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
            drawing._go(place)
            qtbot.keyClick(drawing, arrow)
            waiting.append(drawing._here)
    return reached


def pytest_collection_modifyitems(items):
    """The platform without a screen says what it can't do; that is no fault of ours."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
