"""A table asks in each row only what that row needs; what is not asked says so and keeps its place."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from screener.assess.answers import Chosen, Rows, Whole
from screener.assess.assess import assess
from screener.entry import Typed
from screener.gui.labels import Words, widest_word
from screener.gui.views.pick import Pick
from screener.wizard import Wizard
from tests.report.vignettes import answers


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
    table.take({"drug": Chosen("duloxetine"), "mg_day": Whole(60)})
    table.take({"drug": Chosen("capsaicin_patch"), "mg_day": Whole(60)})
    assert not part(table, 0, "mg_day").isVisible()
    table.take({"drug": Chosen("duloxetine"), "mg_day": Whole(60)})
    assert part(table, 0, "mg_day").isVisible()
    assert part(table, 0, "mg_day").state.answer == Whole(60)


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


def test_that_a_medicines_name_wider_than_its_column_goes_on_below_and_is_not_cut(qtbot):
    """At 150 % "Gabapen" was all that was to be read."""
    pick = Pick()
    qtbot.addWidget(pick)
    pick.addItem("Gabapentin")
    whole = widest_word(pick.fontMetrics(), "Gabapentin") + pick._beside()
    assert pick.heightForWidth(whole - 10) > pick.heightForWidth(whole)
