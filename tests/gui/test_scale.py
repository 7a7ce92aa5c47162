"""Short scales: every number can be pressed, and typed digits mean the number they say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from screener.assess.answers import NoValue, Reason, Whole
from screener.wizard import REVIEW


def typed(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)


@pytest.mark.parametrize(("keys", "number"), [("0", 0), ("7", 7), ("1\r", 1), ("10", 10)])
def test_that_typed_digits_give_the_number_and_lead_to_the_next_question(empty, shown, qtbot, keys, number):
    window = shown(empty)
    window.jump("nrs_average")
    typed(qtbot, keys)
    assert window.session.wizard.answers.cells["nrs_average"] == Whole(number)
    assert len(window.session.wizard.past) == 1
    asked_next = next(view for view in window.body._views[window.body._views.index(window.body.view_of("nrs_average")) + 1 :]
                      if view.isVisible())  # fmt: skip
    assert asked_next.isAncestorOf(QApplication.focusWidget())


def test_that_a_digit_waiting_for_a_second_one_is_taken_when_the_page_is_left(empty, shown, qtbot):
    window = shown(empty)
    window.jump("nrs_average")
    typed(qtbot, "1")
    assert "nrs_average" not in window.session.wizard.answers.cells
    window.go(REVIEW)
    assert window.session.wizard.answers.cells["nrs_average"] == Whole(1)


def test_that_a_number_beyond_the_scale_is_refused_and_said(empty, shown, qtbot):
    window = shown(empty)
    window.jump("nrs_average")
    typed(qtbot, "12")
    assert "nrs_average" not in window.session.wizard.answers.cells
    assert "12 is not possible" in window.session.wizard.refusals["nrs_average"].reason
    assert "12 is not possible" in window.body.view_of("nrs_average").bar.accessibleDescription()


def test_that_arrows_and_space_choose_on_a_scale_and_reasons_have_their_keys(empty, shown, qtbot):
    window = shown(empty)
    window.jump("nrs_average")
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert dict(window.session.wizard.answers.cells) == {}
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert window.session.wizard.answers.cells["nrs_average"] == Whole(2)
    window.jump("nrs_average")
    typed(qtbot, "r")
    assert window.session.wizard.answers.cells["nrs_average"] == NoValue(Reason.DECLINED)


def test_that_a_screen_reader_hears_the_number(begun, shown):
    window = shown(begun.offered("monofilament_hallux.left", Whole(2)))
    window.jump("monofilament_hallux.left")
    assert window.body.view_of("monofilament_hallux.left").bar.accessibleDescription() == "2 of 3 wrong"
