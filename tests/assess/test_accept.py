"""Which answers are taken (DESIGN 3.1, 5): refused outside the limits, looked at twice outside the usual range."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType

import pytest

from screener.assess.accept import born_refusal, born_second_look, needs_second_look, refusal, unusual_age
from screener.assess.answers import (
    Answers,
    Chosen,
    ChosenSeveral,
    Measured,
    NotDone,
    NoValue,
    PartialDate,
    Patient,
    Reason,
    Rows,
    Whole,
    Written,
)
from screener.form.model import Range
from tests.assess.small_form import FORM

ANSWERS = Answers(patient=Patient(born=PartialDate(1968, 3, 14)), assessed=datetime(2026, 11, 21, 10, 40))
ADULTS = Range(Decimal(18), Decimal(100))
PERCENT = Measured(Decimal("8.1"), "%")

TAKEN = {
    "numbness": [Chosen("yes"), Chosen("no"), NoValue(Reason.DECLINED)],
    "reflex.left": [Chosen("absent"), Chosen("present", by_block=True), NoValue(Reason.UNABLE, "amputated")],
    "complications": [ChosenSeveral(("retinopathy", "nephropathy")), ChosenSeveral(("none",))],
    "pain": [Whole(0), Whole(10), NoValue(Reason.UNKNOWN)],
    "hba1c": [
        Measured(Decimal("3.0"), "%"),
        Measured(Decimal("20.0"), "%"),
        Measured(Decimal("20.0"), "mmol/mol"),
        Measured(Decimal("8.1")),  # no unit yet
        Measured(Decimal(100)),  # fits one of the units
        Measured(Decimal(14), "%", ">"),
        replace(PERCENT, date=PartialDate(2026, 11, 21)),
        replace(PERCENT, date=PartialDate(2026, 11)),  # the month of the assessment
        replace(PERCENT, date=PartialDate(1968)),  # the year of birth
    ],
    "abi.right": [NotDone(), Measured(Decimal("0.85"), "ratio")],
    "onset": [PartialDate(2026), PartialDate(2026, 9), PartialDate(1968, 3, 14)],
    "review": [PartialDate(2027, 5, 1)],
    "remarks": [Written("two\nlines"), NoValue(Reason.NOT_ASSESSED)],
    "medicines": [
        Rows(()),
        Rows((), complete=True),
        Rows((MappingProxyType({"drug": Chosen("duloxetine"), "mg_day": Whole(60)}),)),
        Rows((MappingProxyType({"mg_day": NoValue(Reason.UNKNOWN)}),), complete=True),
    ],
}

REFUSED = [
    ("numbness", Chosen("maybe"), "'maybe' is no option here: known here: no, yes"),
    ("numbness", Whole(1), "This question takes one of: yes, no."),
    ("reflex.left", Chosen("abesnt"), "'abesnt' is no option here: did you mean 'absent'?"),
    (
        "complications",
        ChosenSeveral(("none", "retinopathy")),
        "'none' excludes the others: choose it alone, or leave it out.",
    ),
    ("complications", ChosenSeveral(("retinopathy", "retinopathy")), "An option is named twice: name each one once."),
    ("complications", Chosen("retinopathy"), "This question takes a list of: retinopathy, nephropathy, none."),
    ("pain", Whole(11), "11 is not possible: give a number from 0 to 10 of 10."),
    ("pain", Whole(-1), "-1 is not possible: give a number from 0 to 10 of 10."),
    ("pain", Rows(()), "This question takes a whole number from 0 to 10 of 10."),
    ("numbness", Written("yes"), "This question takes one of: yes, no."),
    ("onset", Whole(2026), "This question takes a date: year, month or day."),
    ("remarks", Chosen("yes"), "This question takes words."),
    ("medicines", Whole(1), "This question takes rows of drug, mg_day, remark."),
    ("hba1c", Whole(8), "This question takes a number with its unit (% or mmol/mol)."),
    ("pain", NotDone(), "'Not done' is no answer here: give a whole number from 0 to 10 of 10."),
    ("hba1c", Measured(Decimal("20.1"), "%"), "20.1 is not possible: give a number from 3.0 to 20.0 %."),
    ("hba1c", Measured(Decimal("8.1"), "percent"), "'percent' is no unit of this quantity: known here: %, mmol/mol"),
    ("hba1c", Measured(Decimal(2)), "2 is not possible: give a number from 3.0 to 20.0 % or from 9 to 195 mmol/mol."),
    (
        "hba1c",
        Measured(Decimal("3.0"), "%", "<"),
        "Nothing below 3.0 is possible here: give a number from 3.0 to 20.0 %.",
    ),
    (
        "hba1c",
        Measured(Decimal(195), "mmol/mol", ">"),
        "Nothing above 195 is possible here: give a number from 9 to 195 mmol/mol.",
    ),
    ("hba1c", Measured(Decimal("8.1"), "%", "~"), "'~' is not understood: only < or > may stand before the number."),
    ("hba1c", Measured(Decimal("NaN"), "%"), "This is no number: give digits with a point, such as 8.1."),
    (
        "hba1c",
        replace(PERCENT, date=PartialDate(2026, 11, 22)),
        "22-Nov-2026 is after the assessment: give a date up to 21-Nov-2026.",
    ),
    (
        "hba1c",
        replace(PERCENT, date=PartialDate(1968, 3, 13)),
        "13-Mar-1968 is before the patient's birth: give a date from 14-Mar-1968 on.",
    ),
    ("hba1c", NotDone(), "'Not done' is no answer here: give a number with its unit (% or mmol/mol)."),
    ("onset", PartialDate(2027), "2027 is after the assessment: give a date up to 21-Nov-2026."),
    (
        "onset",
        PartialDate(2026, 2, 30),
        "There is no such day as 2026-02-30: give year, month and day, such as 2026-09-03.",
    ),
    ("onset", PartialDate(2026, None, 3), "A day needs its month: give year, month and day, such as 2026-09-03."),
    ("review", PartialDate(1967), "1967 is before the patient's birth: give a date from 14-Mar-1968 on."),
    ("remarks", Written(" \n"), "Nothing is written: write something, or take the answer back."),
    ("medicines", Rows(({"dose": Whole(60)},)), "Row 1: there is no column 'dose' (known here: drug, mg_day, remark)."),
    (
        "medicines",
        Rows(({"mg_day": Whole(60)}, {"mg_day": Whole(0)})),
        "Row 2, Dose: 0 is not possible: give a number from 1 to 5000.",
    ),
    ("medicines", Rows(({},)), "Row 1 is empty: fill it in, or take it out."),
]


def test_that_every_question_of_the_small_form_has_an_answer_that_is_taken():
    assert {cell.partition(".")[0] for cell in TAKEN} == set(FORM.items)


@pytest.mark.parametrize(("cell", "answer"), [(cell, answer) for cell, taken in TAKEN.items() for answer in taken])
def test_that_an_answer_inside_what_the_item_takes_is_taken(cell, answer):
    assert refusal(FORM.cells[cell], ANSWERS, answer) == ""


@pytest.mark.parametrize(
    ("cell", "answer", "reason"), REFUSED, ids=[f"{cell}: {reason[:30]}" for cell, _, reason in REFUSED]
)
def test_that_a_refusal_says_what_would_be_accepted(cell, answer, reason):
    assert refusal(FORM.cells[cell], ANSWERS, answer) == reason


def test_that_an_empty_list_is_refused_because_nothing_chosen_is_not_none():
    assert refusal(FORM.cells["complications"], ANSWERS, ChosenSeveral(())).startswith("Nothing is chosen")


def test_that_no_date_is_refused_for_its_place_in_time_while_the_assessment_has_no_date():
    late = Measured(Decimal("8.1"), "%", date=PartialDate(2030))
    assert refusal(FORM.cells["hba1c"], Answers(), late) == ""
    assert refusal(FORM.cells["hba1c"], ANSWERS, late)


@pytest.mark.parametrize(
    ("item", "answer", "look"),
    [
        ("pain", Whole(8), ""),
        ("pain", Whole(9), "9 of 10 is unusual: most are between 0 and 8 of 10. Is it right?"),
        ("hba1c", Measured(Decimal("14.0"), "%"), ""),
        ("hba1c", Measured(Decimal("4.4"), "%", "<"), "<4.4 % is unusual: most are between 4.5 and 14.0 %. Is it right?"),
        ("hba1c", Measured(Decimal("14.1"), "%"), "14.1 % is unusual: most are between 4.5 and 14.0 %. Is it right?"),
        ("hba1c", Measured(Decimal("14.1")), ""),
        ("hba1c", Measured(Decimal(190), "mmol/mol"), ""),
        ("medicines", Rows(({"mg_day": Whole(60)}, {"mg_day": Whole(1200)})), "1200 is unusual: most are between 10 and 600. Is it right?"),
    ],
)  # fmt: skip
def test_that_an_unusual_answer_deserves_a_second_look_at_the_edge_of_the_usual_range(item, answer, look):
    assert needs_second_look(FORM.items[item], answer) == look


# --- birth -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (PartialDate(2008, 11, 21), None),  # 18 on the day of the assessment
        (PartialDate(2008, 11, 22), 17), (PartialDate(2026, 11, 21), 0),
        (PartialDate(1925, 11, 22), None),  # 100 until tomorrow
        (PartialDate(1925, 11, 21), 101), (PartialDate(1906, 11, 22), 119),
        (PartialDate(2008), None), (PartialDate(2009), 17), (PartialDate(1925), None), (PartialDate(1924), 101),
        (PartialDate(2008, 12), 17), (PartialDate(1968, 3, 14), None),
    ],
)  # fmt: skip
def test_that_an_age_below_18_or_above_100_is_unusual_and_is_not_refused(born, age):
    """Soft range of clinical.md 2.5; of a year or a month only what holds on each of its days."""
    assert unusual_age(born, ANSWERS, ADULTS) == age
    assert born_refusal(born, ANSWERS) == ""
    assert (f"an age of {age}," in born_second_look(born, ANSWERS, ADULTS)) is (age is not None)


def test_that_a_form_for_children_says_itself_what_age_is_usual_and_without_a_word_none_is_unusual():
    child = PartialDate(2018, 3, 14)
    assert born_second_look(child, ANSWERS, Range(Decimal(2), Decimal(17))) == ""
    assert "most are between 2 and 7" in born_second_look(child, ANSWERS, Range(Decimal(2), Decimal(7)))
    assert born_second_look(child, ANSWERS, None) == ""


@pytest.mark.parametrize(
    ("born", "reason"),
    [
        (PartialDate(1905, 11, 22), ""),  # 120, 121 tomorrow
        (PartialDate(1905, 11, 21), "an age of 121 years"),
        (PartialDate(1905), ""),  # 120 for some days of that year
        (PartialDate(1904), "an age of 121 years"),
        (PartialDate(2026, 11, 22), "22-Nov-2026 is after the assessment"),
        (PartialDate(1990, 2, 30), "no such day as 1990-02-30"),
    ],
)
def test_that_nobody_over_120_or_born_after_the_assessment_is_taken(born, reason):
    """clinical.md 2.5; another date of birth given before does not count."""
    said = born_refusal(born, ANSWERS)
    assert reason in said
    assert bool(said) is bool(reason)
    assert born_refusal(PartialDate(1900), Answers()) == ""


def test_that_no_age_is_unusual_while_the_day_of_the_assessment_is_not_known():
    assert born_second_look(PartialDate(1900), Answers(), ADULTS) == ""
