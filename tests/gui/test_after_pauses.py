"""What appears beside the page is made ready in a pause, empty; with its words it can be read whole.

A red flag: what it is, how urgent, and what to do.
"""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from screener.gui.entries import FlagCard
from tests.gui.conftest import settle
from tests.gui.drawn import faults


@pytest.fixture
def pausing(begun, shown, qtbot):
    """Return a window, and a hand that pauses before it presses a key on a question."""
    window = shown(begun)

    def press(cell: str, key: str) -> None:
        window.jump(cell)
        session, pauses = window.session, window._pauses
        qtbot.waitUntil(lambda: pauses._ready_for is session.wizard and not pauses.isActive())
        QTest.keyClicks(QApplication.focusWidget(), key)
        settle()

    return window, press


@pytest.mark.parametrize(
    ("cell", "key", "said"),
    [
        ("cord_compression", "y", "Emergency, same day"), ("tempo", "2", "Urgent specialist opinion, about 2 weeks"),
        ("weight_loss", "y", "Urgent specialist opinion, about 2 weeks"),
    ],
)  # fmt: skip
def test_that_a_red_flag_raised_after_a_pause_is_read_whole(pausing, cell, key, said):
    window, press = pausing
    press(cell, key)
    (card,) = [each for each in window.so_far.findChildren(FlagCard) if each.isVisible()]
    assert said in card.words.text()
    assert card.more.text()
    assert faults(window) == []
