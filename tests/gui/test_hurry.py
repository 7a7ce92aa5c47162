"""What a hurried user presses: no key answers a question it was not meant for, and the keyboard is never lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from screener.assess.answers import Chosen, ChosenSeveral, Measured, NoValue, Reason, Whole
from screener.entry import parse_whole
from screener.gui.blocks import Row
from screener.gui.scroll import is_in_sight
from screener.gui.settings_window import SettingsWindow
from screener.gui.theme import theme_of
from tests.gui.conftest import settle


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def typed(qtbot, text):
    for letter in text:
        qtbot.keyClicks(QApplication.focusWidget(), letter)


def cells(window):
    return window.session.wizard.answers.cells


@pytest.fixture
def table(begun, shown):
    window = shown(begun)
    window.jump("medicines")
    return window


# --- names and numbers ------------------------------------------------------------------------------------------


def test_that_the_name_of_a_medicine_typed_out_answers_nothing_else_in_its_row(table, qtbot):
    """Its second letter once gave the dose as not known."""
    typed(qtbot, "duloxetine")
    (row,) = cells(table)["medicines"].rows
    assert dict(row) == {"drug": Chosen("duloxetine")}
    press(qtbot, Qt.Key.Key_Return)
    typed(qtbot, "60\r")
    assert cells(table)["medicines"].rows[0]["mg_day"] == Measured(Decimal(60), "mg/day")


def test_that_yes_and_no_in_a_list_go_on_at_once(table, qtbot):
    """They are one letter: nothing of a name follows."""
    typed(qtbot, "a\r50\rn")
    assert cells(table)["medicines"].rows[0]["max_tolerated"] == Chosen("no")
    typed(qtbot, "May 2025")
    press(qtbot, Qt.Key.Key_Return)
    assert "dose_reached" in cells(table)["medicines"].rows[0]


@pytest.mark.parametrize(("letter", "reason"), [("u", Reason.UNKNOWN), ("x", Reason.NOT_ASSESSED)])
def test_that_the_letters_of_reasons_mean_the_same_in_a_list(table, qtbot, letter, reason):
    typed(qtbot, letter)
    assert cells(table)["medicines"].rows[0]["drug"] == NoValue(reason)


def test_that_enter_in_a_row_not_begun_leads_to_the_end_of_the_table(table, qtbot):
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is table.body.view_of("medicines").end


@pytest.mark.parametrize("text", ["7.5", "7,5", "1.5"])
def test_that_the_decimals_of_a_number_answer_neither_their_scale_nor_the_next(begun, shown, qtbot, text):
    window = shown(begun.offered("foot_pain", Chosen("yes")))
    window.jump("nrs_average")
    typed(qtbot, text)
    assert cells(window)["nrs_average"] == Whole(int(text[0]))
    assert "sleep_interference" not in cells(window)
    typed(qtbot, "\t")
    window.jump("sleep_interference")
    typed(qtbot, "5")
    assert cells(window)["sleep_interference"] == Whole(5)


def test_that_no_option_is_pressed_by_another_number_than_it_says(form):
    """Type 1 was once the second."""
    names = [option.text for option in form.items["diabetes_type"].options]
    assert names[:2] == ["Type 1", "Type 2"]


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("50 mg", "mg/day", 50), ("50mg/day", "mg/day", 50), ("18 years", "years", 18), ("1 year", "years", 1),
        ("18 months", "years", None), ("1 g", "mg/day", None), ("3 or 4", "years", None), ("7.5", "", None),
    ],
)  # fmt: skip
def test_that_a_whole_number_may_be_written_with_its_own_unit_only(text, unit, number):
    assert parse_whole(text, unit) == number


def test_that_a_text_longer_than_its_field_is_read_from_its_beginning(begun, shown, qtbot):
    window = shown(begun)
    window.jump("diabetes_years")
    line = window.body.view_of("diabetes_years").line
    typed(qtbot, "12 or perhaps 13")
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert line.cursorPosition() == 0


# --- what can't be -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "is_taken"), [("1868", False), ("21 Nov 1905", False), ("22 Nov 1905", True), ("2095", False)]
)  # the age of 120 after a second look
def test_that_nobody_is_older_than_people_get(empty, shown, qtbot, born, is_taken):
    """1868 for 1968 once made an age of 158, and a kidney function of it."""
    window = shown(empty)
    window.body._lines["born"].setFocus()
    typed(qtbot, f"{born}\r")
    press(qtbot, Qt.Key.Key_Return)
    assert (window.session.wizard.answers.patient.born is not None) is is_taken
    assert ("not taken" in window.body._lines["born"].accessibleDescription()) is not is_taken


def test_that_answers_that_contradict_each_other_say_so_where_they_stand(begun, shown, qtbot):
    """The list of pages counted them as "to check", and nothing on the page said what."""
    window = shown(begun.offered("nrs_average", Whole(7)).offered("scales_recorded", ChosenSeveral(("worst_pain",))))
    window.jump("nrs_worst")
    typed(qtbot, "3")
    for cell in ("nrs_worst", "nrs_average"):
        window.jump(cell)
        said = window.body.view_of(cell).below.status
        assert said.isVisible()
        assert said.text() == "The worst pain is recorded below the average pain."
    window.session.undo()
    window.jump("nrs_average")
    assert not said.isVisible()


def test_that_nothing_recorded_of_a_patient_reads_as_an_answer(empty, shown, qtbot):
    window = shown(empty)
    typed(qtbot, "EXAMPLE\r")
    facts = [value.text() for _, value in window.banner._facts]
    assert facts == ["Not recorded"] * 3


# --- where the keyboard is --------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 900])
@pytest.mark.parametrize("part", [Qt.Key.Key_F6, Qt.Key.Key_F7])
@pytest.mark.parametrize("back", [None, Qt.Key.Key_Escape])
def test_that_the_keyboard_comes_back_from_the_panel_and_the_list(begun, shown, qtbot, width, part, back):
    window = shown(begun)
    window.resize(width, 720)
    window.jump("sex_for_egfr")
    before = QApplication.focusWidget()
    press(qtbot, part)
    assert not window.pages.isAncestorOf(QApplication.focusWidget())
    press(qtbot, back or part)
    assert QApplication.focusWidget() is before


def test_that_a_question_is_read_whole_where_the_keyboard_is(begun, shown, qtbot):
    """Of a red flag's question the end was below the window."""
    window = shown(begun)
    for page in ("safety", "feet", "history"):
        window.go(page)
        for _ in range(30):
            row = QApplication.focusWidget()
            while row is not None and not isinstance(row, Row):
                row = row.parentWidget()
            if row is not None and row.height() < window.pages.height() - 60:
                assert is_in_sight(row), row.words.text()
            press(qtbot, Qt.Key.Key_Return if row is not None else Qt.Key.Key_Tab)
            if window.session.wizard.page != page:
                break


def test_that_arrows_keep_the_option_they_are_on_in_sight(begun, shown, qtbot):
    window = shown(begun)
    window.resize(1280, 400)
    window.jump("other_causes")
    bar = window.body.view_of("other_causes").bar
    for button in bar.buttons:
        press(qtbot, Qt.Key.Key_Down)
        assert is_in_sight(button)


def test_that_the_first_arrow_back_goes_to_the_last_option_and_answers_nothing(begun, shown, qtbot):
    window = shown(begun)
    window.jump("other_causes")
    press(qtbot, Qt.Key.Key_Up)
    assert "other_causes" not in cells(window)
    press(qtbot, Qt.Key.Key_Space)
    assert cells(window)["other_causes"].options == ("none",)


def test_that_what_takes_a_row_out_shows_that_the_keyboard_is_on_it(table):
    taker = table.body.view_of("medicines")._takers[0]
    settle()
    without = taker.grab().toImage()
    taker.setFocus()
    settle()
    with_focus = taker.grab().toImage()
    edge = [with_focus.pixelColor(x, 1) for x in range(8, taker.width() - 8)]
    assert edge.count(edge[0]) == len(edge)
    assert with_focus.pixelColor(10, 1) != without.pixelColor(10, 1)


# --- what it looks like -----------------------------------------------------------------------------------------


def test_that_an_option_below_the_mouse_does_not_look_like_an_answer_given_with_its_block(begun, shown):
    window = shown(begun)
    window.jump("knee_reflex.left")
    button = window.body.view_of("knee_reflex.left").bar.buttons[0]
    theme = theme_of(button)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    below_mouse = button._ground(theme)
    button.check(is_checked=True, is_light=True)
    assert below_mouse not in (button._ground(theme), theme.accent)


def test_that_settings_stay_open_over_the_start_window_while_colours_letters_and_names_change(program, qtbot):
    program.show_start()
    program.open_settings()
    settings = program.start.findChild(SettingsWindow)
    settings.size_.pressed.emit("150")
    settings.theme.pressed.emit("dark")
    settings.clinician.setText("Dr Example")
    settings.clinician.editingFinished.emit()
    settle()
    assert settings.isVisible()
    assert program.looks.settings.clinician == "Dr Example"
    assert [b.font().pointSizeF() for b in program.start.buttons.values()] == [15.0] * len(program.start.buttons)
    settings.size_.pressed.emit("100")
    settings.theme.pressed.emit("system")
    settings.reject()
