"""What was just refused keeps the keyboard once: what is typed to put it right goes into no other question."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QApplication

from screener.assess.answers import Measured, PartialDate, Whole
from tests.gui.test_hurry import cells, typed


def test_that_a_number_refused_is_put_right_where_it_stands(begun, shown, qtbot):
    """Typed once more, 121 chose the first unit and went on into the date."""
    window = shown(begun)
    window.jump("b12")
    typed(qtbot, "12l\r")
    view = window.body.view_of("b12")
    assert QApplication.focusWidget() is view.line
    typed(qtbot, "\b1\r2")
    assert cells(window)["b12"] == Measured(Decimal(121), "pg/mL")
    assert QApplication.focusWidget() is view.date


def test_that_enter_pressed_once_more_leaves_what_was_refused(begun, shown, qtbot):
    window = shown(begun)
    window.jump("diabetes_years")
    typed(qtbot, "9o\r")
    assert QApplication.focusWidget() is window.body.view_of("diabetes_years").line
    typed(qtbot, "\r")
    assert QApplication.focusWidget() is window.body.view_of("neuropathy_before_diabetes").bar
    assert set(window.session.wizard.refusals) == {"diabetes_years"}


def test_that_a_unit_in_which_the_number_is_impossible_is_put_right_by_the_key_of_the_other(begun, shown, qtbot):
    window = shown(begun)
    window.jump("hba1c")
    typed(qtbot, "53\r1")
    view = window.body.view_of("hba1c")
    assert QApplication.focusWidget() is view.unit_bar
    typed(qtbot, "2")
    assert cells(window)["hba1c"] == Measured(Decimal(53), "mmol/mol")
    assert QApplication.focusWidget() is view.date


def test_that_a_date_refused_is_put_right_where_it_stands(begun, shown, qtbot):
    window = shown(begun)
    window.jump("hba1c")
    typed(qtbot, "8.1\r18/10/26\r")
    assert QApplication.focusWidget() is window.body.view_of("hba1c").date
    typed(qtbot, "\b\b2026\r")
    assert cells(window)["hba1c"].date == PartialDate(2026, 10, 8)


def test_that_an_unusual_number_is_confirmed_by_enter_as_before(begun, shown, qtbot):
    window = shown(begun)
    window.jump("diabetes_years")
    typed(qtbot, "61\r\r")
    assert cells(window)["diabetes_years"] == Whole(61, confirmed=True)


def test_that_a_birth_date_refused_is_put_right_where_it_stands(empty, shown, qtbot):
    window = shown(empty)
    born = window.body._lines["born"]
    born.setFocus()
    typed(qtbot, "14 mar 62\r")
    assert QApplication.focusWidget() is born
    typed(qtbot, "\r")
    assert QApplication.focusWidget() is window.body._gender
    born.setFocus()
    born.selectAll()
    typed(qtbot, "14 mar 1962\r")
    assert window.session.wizard.answers.patient.born == PartialDate(1962, 3, 14)
    assert QApplication.focusWidget() is window.body._gender


def test_that_another_mistake_in_the_same_date_keeps_the_keyboard_too(begun, shown, qtbot):
    window = shown(begun)
    window.jump("hba1c")
    typed(qtbot, "8.1\r131/02/2026\r")
    date = window.body.view_of("hba1c").date
    assert QApplication.focusWidget() is date
    date.selectAll()
    typed(qtbot, "30/02/2026\r")
    assert QApplication.focusWidget() is date
    typed(qtbot, "\r")
    assert QApplication.focusWidget() is not date
