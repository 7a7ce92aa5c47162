"""A slip is put right without a struggle, and none is made by coming back.

1. What is typed where one was led to takes the place of what stands there; so does a reason by its letter.
2. Line breaks and tabs that were pasted don't go on into names and onto paper.
3. F4 leads back to the very question.
4. A screening opened again doesn't begin where a stray letter would change the patient's name.
5. A long name can be read where it is typed.
6. What was typed where nothing is asked any more is listed, and is no problem.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from screener.assess.answers import Answers, Chosen, Measured, NotDone, NoValue, PartialDate, Patient, Reason, Whole
from screener.entry import Typed
from screener.gaps import gaps, refused_entries
from screener.progress import page_states
from screener.wizard import PATIENT, REVIEW
from tests.gui.conftest import NOON

KNOWN = Patient("Exampler", "Zoë", PartialDate(1968, 3, 14), "female", "1")


def press(qtbot, text):
    for key in text:
        qtbot.keyClicks(QApplication.focusWidget(), key)


def paste(qtbot, text):
    QApplication.clipboard().setText(text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_that_what_is_typed_after_a_jump_takes_the_place_of_what_was_not_taken(begun, shown, qtbot):
    window = shown(begun.refused("diabetes_years", Typed("thirty"), "no number"))
    window.jump("diabetes_years")
    press(qtbot, "32\r")
    assert window.session.wizard.answers.cells["diabetes_years"] == Whole(32)


@pytest.mark.parametrize(("letter", "reason"), [("u", Reason.UNKNOWN), ("r", Reason.DECLINED)])
def test_that_a_letter_gives_its_reason_in_the_place_of_a_whole_number_or_quantity(begun, shown, qtbot, letter, reason):
    given = begun.offered("diabetes_years", Whole(12)).offered("hba1c", Measured(Decimal("8.1"), "%"))
    window = shown(given)
    for cell in ("diabetes_years", "hba1c"):
        window.jump(cell)
        press(qtbot, letter)
        assert window.session.wizard.answers.cells[cell] == NoValue(reason)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.wizard.answers.cells["hba1c"] == given.answers.cells["hba1c"]


def test_that_a_letter_typed_into_a_number_is_no_reason(begun, shown, qtbot):
    window = shown(begun)
    window.jump("diabetes_years")
    press(qtbot, "12u\r")
    assert "diabetes_years" not in window.session.wizard.answers.cells
    assert window.session.wizard.refusals["diabetes_years"].typed.value == "12u"


def test_that_pasted_line_breaks_and_tabs_are_spaces_in_names_and_numbers(empty, shown, qtbot):
    window = shown(empty)
    paste(qtbot, "Exampler\r\n\tof Test \n")
    press(qtbot, "\r")
    window.findChild(type(QApplication.focusWidget()), "patient.identifier").setFocus()
    paste(qtbot, "943 476\n5919\n")
    window.navigation.go_next()  # as with Page Down, which leaves no field
    patient = window.session.wizard.answers.patient
    assert (patient.family, patient.identifier) == ("Exampler of Test", "943 476 5919")


def test_that_f4_leads_back_to_the_very_question(begun, shown, qtbot):
    window = shown(begun)
    window.jump("smoking")
    window.jump("allergies")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4)
    assert window.navigation.cell_in_focus() == "smoking"


def test_that_a_stray_letter_does_not_change_who_a_known_patient_is(form, empty, shown, qtbot):
    window = shown(replace(empty, answers=Answers(assessed=NOON, patient=KNOWN)))
    press(qtbot, "n")
    window.commit()
    assert window.session.wizard.answers.patient == KNOWN
    assert QApplication.focusWidget() is window.footer.next


def test_that_the_patients_page_begins_with_what_is_not_known(form, empty, shown):
    window = shown(replace(empty, answers=Answers(assessed=NOON, patient=replace(KNOWN, identifier=""))))
    assert window.session.wizard.page == PATIENT
    assert QApplication.focusWidget().objectName() == "patient.identifier"


def test_that_a_long_name_is_read_whole_where_it_is_typed(empty, shown, qtbot):
    window = shown(empty)
    line = QApplication.focusWidget()
    name = "Fernandez-O'Brien de la Santisima"
    press(qtbot, name)
    assert line.fontMetrics().horizontalAdvance(name) < line.width()
    assert window.isVisible()


def test_that_what_was_typed_where_nothing_is_asked_any_more_is_no_problem_of_its_page_and_still_listed(
    begun, shown, qtbot
):
    window = shown(begun.refused("diabetes_years", Typed("300"), "not possible"))
    window.session.answer("diabetes_type", Chosen("none"), Typed())
    window.go(REVIEW)
    states = {state.page: state for state in page_states(window.session.wizard)}
    assert states["history"].problems == 0
    review = window.body
    assert not review._refused.isVisible()
    assert [(gap.cell, gap.detail) for gap in review._unasked._gaps] == [("diabetes_years", "typed: 300. not possible")]
    assert review._unasked.isVisible()
    review.jump_asked.emit("diabetes_years")
    assert "not asked" in QApplication.focusWidget().text()
    window.session.answer("diabetes_type", Chosen("t2"), Typed())
    states = {state.page: state for state in page_states(window.session.wizard)}
    assert states["history"].problems == 1
    window.go(REVIEW)
    assert [gap.cell for gap in review._refused._gaps] == ["diabetes_years"]
    assert not review._unasked.isVisible()


def test_that_a_dose_typed_and_not_taken_is_no_problem_once_its_medicine_is_not_asked_one(begun):
    refused = begun.part_offered("medicines", 0, "drug", Chosen("duloxetine"))
    refused = refused.part_refused("medicines", 0, "mg_day", Typed("x"), "no number")
    assert [entry.is_asked for entry in refused_entries(refused)] == [True]
    changed = refused.part_offered("medicines", 0, "drug", Chosen("lidocaine"))
    assert [entry.is_asked for entry in refused_entries(changed)] == [False]
    problems = {state.page: state.problems for state in (*page_states(refused), *page_states(changed))}
    assert problems["treatment"] == 0
    assert "medicines" in {gap.cell for gap in gaps(changed)}


def test_that_enter_passes_a_number_that_is_not_there_at_once_and_goes_through_the_parts_of_one_that_is(
    begun, shown, qtbot
):
    window = shown(begun)
    for given in (None, NotDone(), NoValue(Reason.UNKNOWN)):
        window.session.answer("hba1c_previous", given, Typed())
        window.jump("hba1c_previous")
        press(qtbot, "\r")
        assert window.navigation.cell_in_focus() not in ("", "hba1c_previous"), given
    window.session.answer("hba1c_previous", Measured(Decimal("8.1"), "%"), Typed())
    window.jump("hba1c_previous")
    press(qtbot, "\r")
    assert QApplication.focusWidget() is window.body.view_of("hba1c_previous").unit_bar


@pytest.mark.parametrize(("part", "typed"), [("date", "7 Oct 2026"), ("unit", "2")])
def test_that_what_is_missing_of_a_number_is_given_where_one_is_led_to_and_the_number_stays(
    begun, shown, qtbot, part, typed
):
    """What was typed as the missing date took the place of the number."""
    number = Measured(Decimal(53), "" if part == "unit" else "mmol/mol")
    window = shown(begun.offered("hba1c", number))
    window.go(REVIEW)
    window.body.jump_asked.emit(f"hba1c.{part}")
    press(qtbot, typed + "\r")
    given = window.session.wizard.answers.cells["hba1c"]
    assert (given.value, given.unit) == (Decimal(53), "mmol/mol")
    assert given.date == (PartialDate(2026, 10, 7) if part == "date" else None)


def test_that_one_is_led_to_the_very_part_of_a_row_and_to_the_end_of_a_table(begun, shown, qtbot):
    rows = begun.part_offered("medicines", 0, "drug", Chosen("duloxetine"))
    rows = rows.part_offered("medicines", 1, "drug", Chosen("pregabalin"))
    window = shown(rows.part_refused("medicines", 1, "weeks", Typed("x"), "no number"))
    window.go(REVIEW)
    (entry,) = window.body._refused._gaps
    window.body.jump_asked.emit(entry.cell)
    press(qtbot, "8\r")
    assert window.session.wizard.answers.cells["medicines"].rows[1]["weeks"] == Whole(8)
    window.jump("medicines.more")
    assert QApplication.focusWidget() is window.body.view_of("medicines").end


def test_that_the_same_answer_typed_once_more_in_other_words_is_shown_as_it_is_understood(begun, shown, qtbot):
    """The same date typed again stayed as it was typed, 8/10/2026, which others read as another day."""
    window = shown(begun.offered("nss_symptom", Chosen("burn_numb_ting")))
    for cell, texts, shows in (
        ("hba1c", ("8.1\r1", "8/10/2026\r"), "date"), ("symptoms_since", ("8/10/2026\r",), "line"),
        ("diabetes_years", ("012\r",), "line"),
    ):  # fmt: skip
        written = []
        for _ in range(2):
            window.jump(cell)
            for text in texts:
                press(qtbot, text)
            written.append(getattr(window.body.view_of(cell), shows).text())
        assert written[0] == written[1]
        assert "/" not in written[0]
    window.go(PATIENT)
    line = window.body._lines["born"]
    for _ in range(2):
        line.setFocus(Qt.FocusReason.TabFocusReason)
        press(qtbot, "14/3/1962\r")
        assert line.text() == "14-Mar-1962"
