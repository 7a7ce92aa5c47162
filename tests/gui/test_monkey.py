"""A monkey at keyboard and mouse: no exception, no Qt warning; what it typed is kept and printed, and undone in full."""

from __future__ import annotations

import os
import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from screener.assess.answers import Answers, Patient
from screener.assess.answers_file import read_answers
from screener.assess.answers_text import write_answers
from screener.assess.assess import assess
from screener.gui.theme import dress
from screener.report.compose import compose_report
from screener.report.pdf import render_pdf

ACTS = int(os.environ.get("MONKEY_ACTS", "5000"))
KEYS = [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace,
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_F1,
        Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F9,
        Qt.Key.Key_PageDown, Qt.Key.Key_PageUp]  # fmt: skip
CONTROLLED = [Qt.Key.Key_Z, Qt.Key.Key_M, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_J, Qt.Key.Key_Y]
TEXT = "0123456789.,<>-/ynuxrcabe %&"
WAY_OUT = 0.15  # how often it wants to leave a window above the wizard
NOT_PRESSED = ("Preview", "Print", "Save", "Copy", "Start")


def give_keyboard(window) -> None:
    """Do what a window manager does: the window on top gets the keyboard when the one above it closes."""
    if QApplication.activePopupWidget() is None and QApplication.focusWidget() is None:
        (QApplication.activeModalWidget() or window).activateWindow()
        QApplication.processEvents()


def press(rng: random.Random, window) -> None:
    give_keyboard(window)
    target = (
        QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeModalWidget() or window
    )
    what = rng.random()
    if QApplication.activeModalWidget() is not None and what < WAY_OUT:
        QTest.keyClick(target, Qt.Key.Key_Escape)  # or it would spend half of its life in the jump box
    elif what < 0.5:
        QTest.keyClicks(target, rng.choice(TEXT))
    elif what < 0.8:
        QTest.keyClick(target, rng.choice(KEYS))
    elif what < 0.9:
        QTest.keyClick(target, rng.choice(CONTROLLED), Qt.KeyboardModifier.ControlModifier)
    else:
        click(rng, QApplication.activePopupWidget() or QApplication.activeModalWidget() or window)


def click(rng: random.Random, where) -> None:
    buttons = [
        button for button in where.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and not button.text().startswith(NOT_PRESSED)
    ]  # fmt: skip
    if buttons:
        button = rng.choice(buttons)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())


@pytest.mark.parametrize(("seed", "percent"), [(1, 100), (2, 200)])
def test_that_a_monkey_neither_breaks_the_window_nor_loses_the_way_back(empty, shown, qapp, seed, percent):
    dress(qapp, "light", percent)
    window = shown(empty)
    window.resize(1280, 720)
    rng = random.Random(seed)
    for _ in range(ACTS // 2):
        press(rng, window)
        if rng.random() < 0.05:
            QApplication.processEvents()
    while (open_ := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
        open_.close()
    assert window.isVisible()
    assert window.width() == 1280
    window.commit()
    window.session.end_trying()
    typed = window.session.wizard.answers
    assert read_answers(write_answers(typed, empty.form).encode(), "typed", empty.form) == typed
    assert render_pdf(compose_report(assess(empty.form, typed))).startswith(b"%PDF")
    while window.session.wizard.past:
        window.session.undo()
    back = window.session.wizard
    assert dict(back.answers.cells) == {}
    assert (back.answers.patient, dict(back.refusals), dict(back.answers.notes)) == (Patient(), {}, {})
    assert back.answers.summary == Answers().summary
    dress(qapp)
