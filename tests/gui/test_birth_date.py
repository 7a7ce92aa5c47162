"""A date of birth that makes an unusual age (clinical.md 2.5: 18 to 100 years) at the patient's page.

1. It asks for a second look, as every unusual value does, and Enter confirms it.
2. Once taken, also from an answers file, the age is said to be unusual beside the field.
3. A usual date says nothing.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from screener.assess.answers import PartialDate, Patient
from screener.assess.answers_file import read_answers
from screener.wizard import BORN
from tests.gui.conftest import settle


def type_born(window, qtbot, text: str) -> None:
    """Type a date of birth, and Enter."""
    line = window.body._lines["born"]
    line.setFocus()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()


def below(window) -> str:
    """Return what stands below the field."""
    return window.body._reason.text() if window.body._reason.isVisible() else ""


@pytest.mark.parametrize(("text", "age"), [("14 Mar 1924", 102), ("14 Mar 2020", 6)])
def test_that_an_unusual_birth_date_asks_for_a_second_look_that_enter_confirms(empty, shown, qtbot, text, age):
    window = shown(empty)
    type_born(window, qtbot, text)
    assert below(window).startswith(f"That would be an age of {age}, which is unusual")
    assert window.session.wizard.answers.patient.born is None
    assert window.body._lines["born"].text() == text
    button = QApplication.focusWidget()
    assert button.accessibleName() == "Date of birth: yes, it is right"
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert window.session.wizard.answers.patient.born is not None
    assert BORN not in window.session.wizard.refusals
    assert below(window) == f"Aged {age}: unusual"
    assert not button.isVisible()
    assert QApplication.focusWidget().objectName() == "patient.gender"


def test_that_another_date_takes_the_place_of_the_one_that_was_asked_about(empty, shown, qtbot):
    window = shown(empty)
    type_born(window, qtbot, "14 Mar 1924")
    window.body._lines["born"].selectAll()
    type_born(window, qtbot, "14 Mar 1954")
    assert window.session.wizard.answers.patient.born == PartialDate(1954, 3, 14)
    assert below(window) == ""
    assert not window.body._confirm.isVisible()


def test_that_tab_goes_from_the_date_to_its_second_look_and_on_to_the_gender(empty, shown, qtbot):
    window = shown(empty)
    type_born(window, qtbot, "14 Mar 1924")
    line = window.body._lines["born"]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.body._confirm
    qtbot.keyClick(window.body._confirm, Qt.Key.Key_Tab)
    assert window.body._gender.isAncestorOf(QApplication.focusWidget()) or window.body._gender.hasFocus()


def test_that_an_unusual_birth_date_in_an_answers_file_is_taken_and_said_to_be_unusual(form, empty, shown):
    written = b"form: neuropathy\ndate: 2026-11-21T12:00Z\npatient: {born: 1924-03-14}\nanswers: {}\n"
    read = read_answers(written, "old.yaml", form)
    assert read.patient.born == PartialDate(1924, 3, 14)
    assert below(shown(replace(empty, answers=read))) == "Aged 102: unusual"


def test_that_nothing_is_said_of_a_usual_birth_date(empty, shown):
    patient = Patient(born=PartialDate(1968, 3, 14))
    window = shown(replace(empty, answers=replace(empty.answers, patient=patient)))
    assert below(window) == ""
    assert window.body._confirm is None
