"""What if: answers are tried, plainly marked, and nothing of it is recorded, saved or printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from screener.assess.answers import Chosen


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_that_tried_answers_change_the_panel_are_marked_and_leave_no_trace(begun, shown, qtbot):
    window = shown(begun)
    window.jump("ankle_reflex.left")
    recorded = window.session.wizard
    press(qtbot, Qt.Key.Key_F9)
    assert window.what_if.isVisible()
    qtbot.keyClicks(QApplication.focusWidget(), "4")
    tried = window.session.wizard
    assert tried.answers.cells["ankle_reflex.left"] == Chosen("absent")
    assert window.session.recorded is recorded
    assert "NDS" in window.what_if._different.text()
    press(qtbot, Qt.Key.Key_F9)
    assert window.what_if.isHidden()
    assert window.session.wizard.answers == recorded.answers
    assert window.session.wizard.past == recorded.past
    assert window.body.view_of("ankle_reflex.left").state.answer is None


def test_that_half_typed_text_is_not_recorded_when_trying_ends(begun, shown, qtbot):
    window = shown(begun)
    window.jump("diabetes_years")
    press(qtbot, Qt.Key.Key_F9)
    qtbot.keyClicks(QApplication.focusWidget(), "12")
    press(qtbot, Qt.Key.Key_F9)
    window.go("results")
    assert "diabetes_years" not in window.session.wizard.answers.cells
    assert window.pages.body("history").view_of("diabetes_years").line.text() == ""


def test_that_what_was_half_typed_before_is_recorded_and_not_tried(begun, shown, qtbot):
    window = shown(begun)
    window.jump("diabetes_years")
    qtbot.keyClicks(QApplication.focusWidget(), "12")
    press(qtbot, Qt.Key.Key_F9)
    assert "diabetes_years" in window.session.recorded.answers.cells


def test_that_no_result_is_called_different_when_only_what_is_missing_differs(begun, shown, qtbot):
    window = shown(begun)
    window.jump("patient_concerns")
    press(qtbot, Qt.Key.Key_F9)
    qtbot.keyClicks(QApplication.focusWidget(), "worried")
    window.commit()
    assert window.what_if._different.text() == "No result differs from what is recorded."


def test_that_closing_while_trying_counts_what_is_recorded(begun, shown, qtbot):
    window = shown(begun)
    window.jump("ankle_reflex.left")
    press(qtbot, Qt.Key.Key_F9)
    qtbot.keyClicks(QApplication.focusWidget(), "4")
    assert not window.session.is_unsaved
    assert window.close()
