"""Everything by keyboard: pages, undo and redo from every field, the sheet of all keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from screener.assess.answers import Answers, Chosen, Patient, Whole
from screener.gaps import gaps
from screener.gui.keys import OF_THE_WINDOW, key_words
from screener.gui.scroll import is_in_sight
from screener.wizard import PATIENT, REVIEW

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def typed(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)


def turn_wheel(widget):
    middle, turn = widget.rect().center(), QPoint(0, -120)
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    where = (middle, widget.mapToGlobal(middle), QPoint(), turn)
    QApplication.sendEvent(widget, QWheelEvent(*where, Qt.MouseButton.NoButton, keys, phase, False))


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, CONTROL])
def test_that_page_keys_turn_pages_from_inside_a_line_and_from_inside_several_lines(empty, shown, qtbot, modifiers):
    window = shown(empty)
    window.jump("patient_concerns")
    pages = empty.pages
    press(qtbot, Qt.Key.Key_PageDown, modifiers)
    assert window.session.wizard.page == pages[pages.index("symptoms") + 1]
    window.go(PATIENT)
    press(qtbot, Qt.Key.Key_PageDown, modifiers)
    assert window.session.wizard.page == empty.form.sections[0].id
    press(qtbot, Qt.Key.Key_PageUp, modifiers)
    assert window.session.wizard.page == PATIENT


def test_that_undo_leads_from_every_kind_of_field_back_to_the_empty_screening_and_redo_to_the_end(empty, shown, qtbot):
    window = shown(empty)
    typed(qtbot, "EXAMPLE\r")
    typed(qtbot, "One\r")
    window.jump("diabetes_type")
    typed(qtbot, "1")
    typed(qtbot, "12\r")
    window.jump("hba1c")
    typed(qtbot, "8.1\r")
    window.jump("patient_concerns")
    typed(qtbot, "worried")
    window.go(REVIEW)
    end = window.session.wizard
    assert end.answers.cells["diabetes_years"] == Whole(12)
    assert len(end.past) == 6
    for _ in range(6):
        press(qtbot, Qt.Key.Key_Z, CONTROL)
    back = window.session.wizard
    assert (dict(back.answers.cells), back.answers.patient, back.past) == ({}, Patient(), ())
    assert back.answers.summary == Answers().summary
    for _ in range(6):
        press(qtbot, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert window.session.wizard.answers == end.answers


def test_that_undo_inside_a_half_typed_text_takes_back_the_typing_and_no_answer(begun, shown, qtbot):
    window = shown(begun)
    window.jump("hba1c")
    typed(qtbot, "8")
    assert not window.session.wizard.past
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert QApplication.focusWidget().text() == ""
    assert dict(window.session.wizard.answers.cells) == dict(begun.answers.cells)


def test_that_undo_shows_the_question_it_took_back(begun, shown, qtbot):
    window = shown(begun)
    window.jump("ankle_reflex.right")
    typed(qtbot, "4")
    window.go("results")
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert window.session.wizard.page == "examination"
    assert QApplication.focusWidget() is window.body.view_of("ankle_reflex.right").bar


def test_that_one_key_leads_from_the_review_to_a_question_and_one_back(empty, shown, qtbot):
    window = shown(empty)
    window.go(REVIEW)
    wanted = gaps(empty)[2]
    typed(qtbot, "3")
    assert window.session.wizard.page == wanted.page
    assert window.body.view_of(wanted.cell).isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_F4)
    assert window.session.wizard.page == REVIEW


def test_that_the_tenth_option_has_a_key(empty, shown, qtbot):
    window = shown(empty)
    window.jump("other_causes")
    typed(qtbot, "0")
    options = empty.form.items["other_causes"].options
    assert window.session.wizard.answers.cells["other_causes"].options == (options[9].id,)


def test_that_none_has_a_key_also_past_the_tenth_option_where_marks_stay_below_each_other(begun, shown, qtbot):
    window = shown(begun)
    window.jump("other_causes")
    bar = window.body.view_of("other_causes").bar
    typed(qtbot, "n")
    assert window.session.wizard.answers.cells["other_causes"].options == ("none",)
    assert [button.segment.key for button in bar.buttons[9:]] == ["0", "", "N", ""]
    assert len({button._lead(is_list=True) for button in bar.buttons[:-1]}) == 1
    window.jump("b12_risks")
    typed(qtbot, "n")  # its "none" has a digit
    assert "b12_risks" not in window.session.wizard.answers.cells


def test_that_home_and_end_lead_to_the_ends_of_the_list_of_pages_and_of_the_panel(begun, shown, qtbot):
    shown(begun)
    for part, words in ((Qt.Key.Key_F6, ("Patient", "Review and print")), (Qt.Key.Key_F7, ("All", "What if"))):
        press(qtbot, part)
        for key, end in zip((Qt.Key.Key_End, Qt.Key.Key_Home), reversed(words), strict=True):
            press(qtbot, key)
            assert QApplication.focusWidget().text().startswith(end)
            assert is_in_sight(QApplication.focusWidget())
        press(qtbot, part)


def test_that_every_shortcut_of_the_window_stands_on_the_sheet_and_does_one_thing(empty, shown, qtbot):
    window = shown(empty)
    there = [shortcut.key().toString() for shortcut in window.findChildren(QShortcut)]
    assert sorted(there) == sorted(sequence for key in OF_THE_WINDOW for sequence in key.keys)
    assert len(there) == len(set(there))
    press(qtbot, Qt.Key.Key_F1)
    sheet = QApplication.activeModalWidget()
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {key.words for key in OF_THE_WINDOW} | {key_words(key) for key in OF_THE_WINDOW} <= words
    sheet.close()


def test_that_arrows_and_the_wheel_answer_nothing_on_any_page(begun, shown, qtbot):
    window = shown(begun)
    for page in window.session.wizard.pages:
        window.go(page)
        for stop in window.body.stops():
            if stop.isVisible() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
                stop.setFocus()
                turn_wheel(stop)
                for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
                    qtbot.keyClick(QApplication.activePopupWidget() or stop, key)
                while (popup := QApplication.activePopupWidget()) is not None:
                    popup.close()
    assert dict(window.session.wizard.answers.cells) == dict(begun.answers.cells)
    assert begun.answers.cells["diabetes_type"] == Chosen("t2")
