"""Numbers without accidents: the likelier unit, both units, the habits of the place, dates in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from screener.assess.answers import Measured, PartialDate
from screener.entry import Habits


def typed(qtbot, text):
    for letter in text:
        qtbot.keyClicks(QApplication.focusWidget(), letter)


def test_that_the_unit_in_which_the_number_is_usual_is_offered_and_taken_only_when_pressed(begun, shown, qtbot):
    window = shown(begun)
    window.jump("hba1c")
    typed(qtbot, "53\r1\r")
    view = window.body.view_of("hba1c")
    assert "hba1c" not in window.session.wizard.answers.cells
    assert "53 looks like mmol/mol" in view.below.status.text()
    assert view.below.instead.isVisible()
    view.below.instead.setFocus()
    qtbot.keyClick(view.below.instead, Qt.Key.Key_Return)
    assert window.session.wizard.answers.cells["hba1c"] == Measured(Decimal(53), "mmol/mol")
    assert not view.below.instead.isVisible()
    assert "7.0 %" in view.below.status.text()


def test_that_both_units_are_shown(begun, shown, qtbot):
    window = shown(begun)
    window.jump("hba1c")
    typed(qtbot, "8.1\r12026-10-31\r")
    assert window.body.view_of("hba1c").below.status.text() == "= 65 mmol/mol"


@pytest.mark.parametrize(
    ("habits", "text", "echo"),
    [
        (Habits("."), "8,1", "8.1"),
        (Habits(","), "8.1", "8,1"),
        (Habits(","), "8,1", "8,1"),
        (Habits("."), "<8.10", "<8.10"),
    ],
)
def test_that_a_number_is_echoed_as_it_is_written_here(begun, shown, qtbot, habits, text, echo):
    window = shown(begun, habits)
    window.jump("hba1c")
    typed(qtbot, f"{text}\r")
    assert window.body.view_of("hba1c").line.text() == echo


@pytest.mark.parametrize(
    ("day_first", "text", "echo", "meant"),
    [
        (True, "03/04/2026", "03-Apr-2026", PartialDate(2026, 4, 3)), (False, "03/04/2026", "04-Mar-2026", PartialDate(2026, 3, 4)),
        (True, "4.2026", "Apr-2026", PartialDate(2026, 4)), (True, "2026", "2026", PartialDate(2026)),
        (True, "3 april 2026", "03-Apr-2026", PartialDate(2026, 4, 3)),
    ],
)  # fmt: skip
def test_that_a_date_is_read_by_the_habit_of_the_place_and_echoed_in_words(
    shown, qtbot, begun, *, day_first, text, echo, meant
):
    window = shown(begun, Habits(".", day_first=day_first))
    window.jump("hba1c")
    typed(qtbot, f"8.1\r1{text}\r")
    view = window.body.view_of("hba1c")
    assert view.date.text() == echo
    assert window.session.wizard.answers.cells["hba1c"].date == meant
