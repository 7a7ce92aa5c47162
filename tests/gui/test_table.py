"""A table asks in each row only what that row needs; what is not asked says so and keeps its place."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton

from screener.assess.answers import Chosen, Measured, NoValue, Reason, Rows
from screener.assess.assess import assess
from screener.entry import Habits, Typed
from screener.gui.labels import Words, widest_word
from screener.gui.theme import BY_NAME, dress, em
from screener.gui.views.pick import KEY, Pick
from screener.wizard import Wizard
from tests.gui.conftest import settle
from tests.report.vignettes import answers

SIXTY = Measured(Decimal(60), "mg/day")


@pytest.fixture
def table(begun, shown):
    window = shown(begun)
    window.go("treatment")
    found = window.body.view_of("medicines")
    found.take = lambda *rows: window.session.answer("medicines", Rows(tuple(map(MappingProxyType, rows))), Typed())
    found.session = window.session
    return found


def part(table, row, column):
    return table.findChild(type(table).__mro__[1], f"medicines.{row}.{column}")


def said(table) -> int:
    return sum(words.isVisible() and words.accessibleName() == "not asked" for words in table.findChildren(Words))


def test_that_a_row_hides_what_is_not_asked_of_its_medicine_and_says_so(table):
    table.take({"drug": Chosen("capsaicin_patch")}, {"drug": Chosen("duloxetine")})
    assert [part(table, row, "mg_day").isVisible() for row in (0, 1)] == [False, True]
    assert [part(table, row, "weeks").isVisible() for row in (0, 1)] == [True, True]
    assert [part(table, row, "max_tolerated").isVisible() for row in (0, 1)] == [False, False]
    assert said(table) == 4 + 2  # name, dose, tolerated, reached; name, tolerated


def test_that_what_hangs_on_an_answer_to_come_can_be_answered(table):
    """In the empty row at the end nothing is known yet, so nothing is left out."""
    table.take({"drug": Chosen("capsaicin_patch")})
    assert all(part(table, 1, column.id).isVisible() for column in table.item.columns)


def test_that_another_medicine_asks_again_and_what_was_answered_is_still_there(table):
    table.take({"drug": Chosen("duloxetine"), "mg_day": SIXTY})
    table.take({"drug": Chosen("capsaicin_patch"), "mg_day": SIXTY})
    assert not part(table, 0, "mg_day").isVisible()
    table.take({"drug": Chosen("duloxetine"), "mg_day": SIXTY})
    assert part(table, 0, "mg_day").isVisible()
    assert part(table, 0, "mg_day").state.answer == SIXTY


def test_that_enter_passes_over_what_is_not_asked(table, qtbot):
    table.take({"drug": Chosen("capsaicin_patch")})
    pick = part(table, 0, "drug")
    pick.pick.setFocus()
    pick.left.emit(pick)
    assert part(table, 0, "weeks").hasFocus() or part(table, 0, "weeks").focusProxy().hasFocus()


def test_that_a_row_taken_out_leaves_no_remark_behind(table):
    table.take({"drug": Chosen("capsaicin_patch")}, {"drug": Chosen("capsaicin_patch")})
    table.take()
    assert said(table) == 0


def test_that_a_result_of_a_row_is_named_by_what_the_row_is_about(form, shown):
    window = shown(Wizard(form, answers("v01"), assess))
    said = [entry.words.text() for entry in window.so_far._of_rows._entries]
    assert [words.partition(":")[0] for words in said] == [
        "By the local definition, duloxetine", "By the local definition, pregabalin",
    ]  # fmt: skip


def test_that_a_medicines_name_wider_than_its_column_goes_on_below_and_is_not_cut(form, qtbot):
    """At 150 % "Gabapen" was all that was to be read."""
    pick = Pick(form.items["medicines"].columns[0])
    qtbot.addWidget(pick)
    pick.setCurrentText("Gabapentin")
    whole = widest_word(pick.fontMetrics(), "Gabapentin") + pick._beside()
    assert pick.heightForWidth(whole - 10) > pick.heightForWidth(whole)


def press(qtbot, *keys):
    for key in keys:
        if isinstance(key, str):
            qtbot.keyClicks(QApplication.focusWidget(), key)
        else:
            qtbot.keyClick(QApplication.focusWidget(), key)


def in_list(qtbot, key):
    qtbot.keyClicks(QApplication.activePopupWidget().focusWidget(), key)


def test_that_an_open_list_shows_the_key_of_each_option_and_takes_it(table, qtbot):
    drug = part(table, 0, "drug").pick
    keys = [drug.itemData(row, KEY) for row in range(drug.count())]
    assert keys[1:12] == [*"1234567890", ""]
    assert not any(keys[12:])
    drug.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    in_list(qtbot, "0")
    assert QApplication.activePopupWidget() is None
    assert table.state.answer.rows[0]["drug"] == Chosen("opioid")
    assert QApplication.focusWidget() is part(table, 0, "name").line


def test_that_a_closed_list_takes_the_tenth_key_and_the_letters_of_yes_and_no(table, qtbot):
    part(table, 0, "drug").pick.setFocus()
    press(qtbot, "0")
    assert table.state.answer.rows[0]["drug"] == Chosen("opioid")
    table.take({"drug": Chosen("amitriptyline")})
    more = part(table, 0, "max_tolerated").pick
    assert [more.itemData(row, KEY) for row in (1, 2)] == ["Y", "N"]
    for key, option in (("n", "no"), ("n", "no"), ("y", "yes"), ("2", "no")):
        more.setFocus()
        press(qtbot, key)
        assert table.state.answer.rows[0]["max_tolerated"] == Chosen(option), key


@pytest.mark.parametrize("column", ["drug", "outcome"])  # longer than a list that is open, and shorter
@pytest.mark.parametrize("percent", [100, 200])
def test_that_an_open_list_is_as_wide_as_its_longest_option(begun, shown, qapp, qtbot, percent, column):
    window = shown(begun)
    dress(qapp, "light", percent)
    window.build_anew()
    window.go("treatment")
    pick = part(window.body.view_of("medicines"), 0, column).pick
    pick.showPopup()
    view = pick.view()
    words = max(view.fontMetrics().horizontalAdvance(pick.itemText(row)) for row in range(pick.count()))
    assert view.viewport().width() >= view.sizeHintForColumn(0) > words + em(view)
    pick.hidePopup()
    dress(qapp)


def dose_of(table, row=0):
    return table.session.wizard.answers.cells["medicines"].rows[row].get("mg_day")


@pytest.mark.parametrize(("typed", "mark"), [("37.5", "."), ("37,5", ","), ("37.5 mg", "."), ("37.50", ".")])
def test_that_a_dose_is_typed_with_its_decimals_and_the_mark_of_the_place(begun, shown, qtbot, typed, mark):
    window = shown(begun, Habits(mark))
    window.jump("medicines")
    press(qtbot, "2", typed, Qt.Key.Key_Return)
    given = window.session.wizard.answers.cells["medicines"].rows[0]["mg_day"]
    assert given == Measured(Decimal("37.5"), "mg/day")
    shown_again = window.body.view_of("medicines").findChild(object, "medicines.0.mg_day").line.text()
    assert shown_again == typed.removesuffix(" mg")


def test_that_an_unusual_dose_is_said_below_its_row_and_confirmed_with_enter(table, qtbot):
    part(table, 0, "drug").setFocus()
    press(qtbot, "1", "1200", Qt.Key.Key_Return)
    view = part(table, 0, "mg_day")
    below = view.below
    assert below.status.text().startswith("Highest dose: 1200 mg/day is unusual: most are between 20 and 120 mg/day.")
    assert below.confirm.hasFocus()
    row = view.mapTo(table, view.rect().bottomLeft()).y()
    assert below.status.geometry().top() >= row
    assert below.status.height() >= below.status.heightForWidth(below.status.width())
    assert below.confirm.width() >= below.confirm.sizeHint().width()
    press(qtbot, Qt.Key.Key_Return)
    assert dose_of(table) == Measured(Decimal(1200), "mg/day", confirmed=True)
    assert part(table, 0, "dose_reached").line.hasFocus()
    assert below.status.text() == "Highest dose: unusual, confirmed"


def test_that_keys_on_the_second_look_answer_the_dose_and_not_the_whole_table(table, qtbot):
    part(table, 0, "drug").setFocus()
    press(qtbot, "1", "1200", Qt.Key.Key_Return, Qt.Key.Key_Delete)
    (row,) = table.session.wizard.answers.cells["medicines"].rows
    assert dict(row) == {"drug": Chosen("duloxetine")}
    assert part(table, 0, "mg_day").below.confirm.isHidden()
    assert part(table, 0, "mg_day").line.hasFocus()


def test_that_nothing_is_said_of_a_dose_that_its_medicine_is_not_asked(table, qtbot):
    part(table, 0, "drug").setFocus()
    press(qtbot, "1", "1200", Qt.Key.Key_Return)
    table.session.answer("medicines.0.drug", Chosen("capsaicin_patch"), Typed())
    below = part(table, 0, "mg_day").below
    assert not below.status.isVisible()
    assert not below.confirm.isVisible()


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_that_lists_and_what_takes_a_row_out_can_be_seen_for_what_they_are(begun, shown, qapp, look):
    window, theme = shown(begun), BY_NAME[look]
    dress(qapp, look, 200)
    window.build_anew()
    window.go("treatment")
    settle()
    table = window.body.view_of("medicines")
    pick = table.findChildren(Pick)[0]
    drawn, ink = pick.grab().toImage(), QColor(theme.text)
    places = [(x, y) for x in range(pick.width() - em(pick), pick.width() - 4) for y in range(4, pick.height() - 4)]
    arrow = [x for x, y in places if drawn.pixelColor(x, y) == ink]
    taker = next(each for each in table.findChildren(QPushButton) if each.text() == "×")
    edge = taker.grab().toImage().pixelColor(taker.width() // 2, 0)
    dress(qapp)
    assert max(arrow) - min(arrow) >= em(pick) / 4
    assert edge == QColor(theme.edge)


def test_that_undo_and_redo_lead_to_the_very_column_of_the_row_that_they_change(table, qtbot):
    window = table.window()
    table.take({"drug": Chosen("duloxetine")}, {"drug": Chosen("pregabalin")})
    table.session.answer("medicines.1.mg_day", SIXTY, Typed("60"))
    table.session.refuse("medicines.1.weeks", Typed("x"), "no number")
    for act, column in (
        (window.navigation.undo, "weeks"), (window.navigation.undo, "mg_day"),
        (window.navigation.redo, "mg_day"), (window.navigation.redo, "weeks"),
    ):  # fmt: skip
        table.end.setFocus()
        act()
        assert QApplication.focusWidget() is part(table, 1, column).line


def test_that_undo_leads_to_the_end_of_a_table_where_that_is_what_it_changes(table):
    table.take({"drug": Chosen("duloxetine")})
    table.session.answer("medicines", Rows(table.state.answer.rows, complete=True), Typed())
    part(table, 0, "drug").setFocus()
    table.window().navigation.undo()
    assert QApplication.focusWidget() is table.end


def test_that_no_single_key_takes_all_rows_of_a_table(table, qtbot):
    """Backspace or U at "is that all?" took every medicine with it."""
    rows = ({"drug": Chosen("duloxetine")}, {"drug": Chosen("pregabalin")})
    table.take(*rows)
    table.session.answer("medicines", Rows(table.state.answer.rows, complete=True), Typed())
    table.end.setFocus()
    press(qtbot, Qt.Key.Key_Backspace)
    assert table.state.answer == Rows(rows)
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, "u", "r"):
        table.end.setFocus()
        press(qtbot, key)
        assert table.state.answer == Rows(rows)
        assert "× takes one out" in table.below.status.text()
    table.session.answer("medicines", None, Typed())
    table.end.setFocus()
    press(qtbot, "u")
    assert table.state.answer == NoValue(Reason.UNKNOWN)
    table.end.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert table.state.answer is None
