"""Doses in the table of medicines: what is usual hangs on the medicine (clinical source 2.5: above 0; soft, by the drug table).

1. A dose outside what is usual for its medicine asks for a second look, and is no answer until then.
2. Doses have decimals; none of zero.
3. Another medicine asks anew; one act is one step to undo.
4. "None" is only ever said by the clinician.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from screener.assess.answers import Answers, Chosen, Measured, Rows
from screener.assess.assess import assess
from screener.entry import Typed
from screener.form.load import load_form
from screener.report.answer_text import answer_text
from screener.shelf import shelf
from screener.wizard import Wizard

FORM = load_form(shelf()["neuropathy"])
START = Wizard(FORM, Answers(), assess)


def with_drug(wizard: Wizard, drug: str, row: int = 0) -> Wizard:
    return wizard.part_offered("medicines", row, "drug", Chosen(drug))


def with_dose(wizard: Wizard, dose: str, row: int = 0) -> Wizard:
    return wizard.part_offered("medicines", row, "mg_day", Measured(Decimal(dose), "mg/day"), Typed(dose, "mg/day"))


def taken(wizard: Wizard, row: int = 0) -> Measured | None:
    rows = wizard.answers.cells["medicines"].rows
    return rows[row].get("mg_day")


def asked_back(wizard: Wizard, row: int = 0) -> str:
    refusal = wizard.refusals.get(f"medicines.{row}.mg_day")
    return refusal.reason if refusal is not None else ""


@pytest.mark.parametrize(
    ("drug", "lowest", "below", "highest", "above"),
    [
        ("duloxetine", "20", "19.9", "120", "120.1"), ("venlafaxine", "25", "24", "375", "1200"),
        ("pregabalin", "25", "2.5", "600", "601"), ("gabapentin", "100", "9", "3600", "3601"),
        ("amitriptyline", "10", "9", "150", "151"), ("nortriptyline", "10", "1", "150", "500"),
        ("opioid", "0.1", "0.09", "3600", "3601"), ("other", "0.1", "0.05", "3600", "4000"),
    ],
)  # fmt: skip
def test_that_a_dose_outside_what_is_usual_for_its_medicine_is_looked_at_twice(drug, lowest, below, highest, above):
    wizard = with_drug(START, drug)
    for dose in (lowest, highest):
        assert taken(with_dose(wizard, dose)) == Measured(Decimal(dose), "mg/day")
    for dose in (below, above):
        asked = with_dose(wizard, dose)
        expected = f"{dose} mg/day is unusual: most are between {lowest} and {highest} mg/day. Is it right?"
        assert (taken(asked), asked_back(asked)) == (None, expected)
        confirmed = asked.confirmed("medicines.0.mg_day")
        assert (taken(confirmed), asked_back(confirmed)) == (Measured(Decimal(dose), "mg/day", confirmed=True), "")


@pytest.mark.parametrize(("drug", "dose"), [("venlafaxine", "37.5"), ("opioid", "0.6"), ("amitriptyline", "12.5")])
def test_that_real_doses_with_decimals_are_taken_at_once(drug, dose):
    assert taken(with_dose(with_drug(START, drug), dose)) == Measured(Decimal(dose), "mg/day")


def test_that_a_dose_of_zero_is_refused():
    wizard = with_dose(with_drug(START, "duloxetine"), "0")
    assert taken(wizard) is None
    assert wizard.refusals["medicines.0.mg_day"].confirm is None


def test_that_a_dose_typed_before_its_medicine_is_judged_when_that_is_known():
    wizard = with_dose(START, "1200")
    assert taken(wizard) == Measured(Decimal(1200), "mg/day")
    after = with_drug(wizard, "duloxetine")
    assert taken(after) is None
    assert "between 20 and 120" in asked_back(after)
    assert after.refusals["medicines.0.mg_day"].typed == Typed("1200", "mg/day")
    assert after.undo().answers == wizard.answers
    assert after.undo().refusals == {}


def test_that_another_medicine_takes_what_was_unusual_for_the_first_and_forgets_what_was_confirmed():
    waiting = with_dose(with_drug(START, "duloxetine"), "1200")
    right = with_drug(waiting, "gabapentin")
    assert (taken(right), asked_back(right)) == (Measured(Decimal(1200), "mg/day"), "")
    confirmed = waiting.confirmed("medicines.0.mg_day")
    assert asked_back(with_drug(confirmed, "nortriptyline"))
    assert taken(with_drug(confirmed, "duloxetine")) == taken(confirmed)  # the same medicine changes nothing


def test_that_a_row_is_judged_by_its_own_medicine():
    wizard = with_drug(with_drug(START, "gabapentin"), "duloxetine", row=1)
    assert taken(with_dose(wizard, "1200")) is not None
    assert taken(with_dose(wizard, "1200", row=1), row=1) is None


def test_that_a_refused_text_stays_refused_whatever_the_medicine():
    wizard = with_drug(START, "gabapentin").part_refused("medicines", 0, "mg_day", Typed("9 mcg"), "no number")
    assert asked_back(with_drug(wizard, "duloxetine")) == "no number"


@pytest.mark.parametrize(
    ("drug", "said"),
    [("duloxetine", "Duloxetine, 1200 mg/day (unusual, not confirmed)"), ("gabapentin", "Gabapentin, 1200 mg/day")],
)
def test_that_paper_says_of_a_dose_from_a_file_that_it_is_unusual_for_its_medicine(drug, said):
    rows = Rows(({"drug": Chosen(drug), "mg_day": Measured(Decimal(1200), "mg/day")},), complete=True)
    assert answer_text(FORM.items["medicines"], rows) == said


NONE = Rows((), complete=True)


def test_that_none_is_no_longer_said_once_a_row_is_begun_or_something_is_typed_in_it():
    none = START.offered("medicines", NONE)
    begun = with_drug(none, "duloxetine")
    assert not begun.answers.cells["medicines"].complete
    assert "medicines" not in none.part_refused("medicines", 0, "weeks", Typed("x"), "no number").answers.cells
    assert begun.undo().answers.cells["medicines"] == NONE
    assert none.part_offered("medicines", 0, "drug", None).answers.cells["medicines"] == NONE


def test_that_taking_out_the_last_row_never_says_none():
    """Whoever took out the only medicine was recorded to have tried none."""
    all_ = START.offered("medicines", Rows(({"drug": Chosen("duloxetine")}, {"drug": Chosen("opioid")}), complete=True))
    one = all_.row_removed("medicines", 0)
    assert one.answers.cells["medicines"] == Rows(({"drug": Chosen("opioid")},), complete=True)
    assert "medicines" not in one.row_removed("medicines", 0).answers.cells
    assert "medicines" not in one.part_offered("medicines", 0, "drug", None).answers.cells
