"""Short scales: every number can be pressed, and typed digits mean the number they say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from screener.assess.answers import Chosen, NoValue, Reason, Whole
from screener.gui.fields import Line
from screener.gui.views.scale import ScaleBar, is_scale
from screener.wizard import REVIEW


def typed(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)


def typed_at(*keys):
    """Press keys as people do, each at its time in milliseconds."""
    for key, at in keys:
        event = QKeyEvent(QEvent.Type.KeyPress, ord(key), Qt.KeyboardModifier.NoModifier, key)
        event.setTimestamp(at)
        QApplication.sendEvent(QApplication.focusWidget(), event)


def held(key, times):
    """Hold a key down."""
    for again in range(times):
        event = QKeyEvent(QEvent.Type.KeyPress, ord(key), Qt.KeyboardModifier.NoModifier, key, again > 0)
        QApplication.sendEvent(QApplication.focusWidget(), event)


@pytest.fixture
def pains(begun, shown):
    """Return a window on the first of two scales that follow each other."""
    window = shown(begun.offered("foot_pain", Chosen("yes")))
    window.jump("nrs_average")
    return window


def answers_of(window):
    cells = window.session.wizard.answers.cells
    names = [view.name for view in window.body._views if is_scale(view.item) and view.isVisible()]
    return [cells.get(name, Whole(-1)).value for name in names[names.index("nrs_average") :]]


def said(window):
    status = window.body.view_of("nrs_average").below.status
    return status.text() if status is not None and status.isVisible() else ""


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


# --- one slip, one answer ---------------------------------------------------------------------------------------


def test_that_two_digits_typed_as_one_number_answer_one_question_and_it_is_said(pains):
    typed_at(("7", 1000), ("5", 1090))
    assert answers_of(pains)[:2] == [7, -1]
    assert said(pains) == "7 is recorded; “5” right after it is not. Whole numbers from 0 to 10 only."


def test_that_digits_typed_in_a_row_with_the_slip_answer_nothing_until_the_keyboard_rested(pains):
    typed_at(("7", 1000), ("5", 1090), ("3", 1400))
    assert answers_of(pains)[:2] == [7, -1]
    assert "“53”" in said(pains)
    typed_at(("4", 3000))
    assert answers_of(pains)[:2] == [7, 4]


def test_that_who_answers_one_scale_after_the_other_presses_one_key_each(pains):
    typed_at(("7", 1000), ("5", 1200))
    assert answers_of(pains)[:2] == [7, 5]
    assert said(pains) == ""


@pytest.mark.parametrize(("text", "number"), [("7.5", 7), ("7,5", 7), ("1.5", 1), ("10.25", 10)])
def test_that_it_is_said_of_decimals_that_they_are_not_taken(pains, qtbot, text, number):
    for key in text:
        typed(qtbot, key)
    rest = text.removeprefix(str(number))
    assert answers_of(pains)[:2] == [number, -1]
    assert said(pains) == f"{number} is recorded; “{rest}” right after it is not. Whole numbers from 0 to 10 only."
    pains.navigation.undo()
    assert said(pains) == ""


@pytest.mark.parametrize(("at", "text"), [(1300, ""), (4000, ".5")])
def test_that_a_number_may_begin_with_its_mark_in_a_line_that_is_reached_later(qtbot, at, text):
    both, bar, line = QWidget(), ScaleBar([str(number) for number in range(11)]), Line("Next", 5)
    column = QVBoxLayout(both)
    column.addWidget(bar)
    column.addWidget(line)
    qtbot.addWidget(both)
    with qtbot.waitExposed(both):
        both.show()
    bar.setFocus()
    bar.typed.connect(lambda _number: line.setFocus())
    typed_at(("7", 1000), (".", at), ("5", at + 200))
    assert line.text() == text


@pytest.mark.parametrize("key", ["7", "1", "U"])
def test_that_a_key_held_down_answers_one_question(pains, key):
    before = len(pains.session.wizard.past)
    held(key, 5)
    assert len(pains.session.wizard.past) - before <= 1
