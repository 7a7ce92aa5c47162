"""What if: answers are tried, plainly marked, and nothing of it is recorded, saved or printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from screener.assess.answers import Chosen
from screener.entry import Typed
from screener.wizard import REVIEW


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


def test_that_the_summary_is_neither_written_nor_finished_while_answers_are_tried(begun, shown, qtbot):
    """What was written or signed then was gone without a word when trying ended."""
    window = shown(begun)
    window.go(REVIEW)
    summary = window.body._summary
    summary._question.setFocus()
    qtbot.keyClicks(summary._question, "Please see")
    press(qtbot, Qt.Key.Key_F9)
    assert window.session.recorded.answers.summary.question == "Please see"
    assert [part.isVisible() for part in (summary._question, summary._copies_to, summary.finish)] == [False] * 3
    assert "F9" in summary._not_now.text()
    assert window.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_F9)
    assert summary._question.isVisible()
    assert summary._question.toPlainText() == "Please see"
    assert summary._not_now.isHidden()
    assert window.session.wizard.answers.summary.question == "Please see"


def test_that_the_draft_of_tried_answers_never_becomes_the_clinicians_own_words(begun, shown):
    window = shown(begun)
    window.go(REVIEW)
    window.try_out()
    window.session.answer("diabetes_type", Chosen("t1"), Typed())
    window.try_out()
    window.commit()
    assert window.session.wizard.answers.summary.text == ""
    assert "type 2" in window.body._summary._text.toPlainText()
