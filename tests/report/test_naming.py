"""What results are called: a number that can't be calculated says why, and never a range that only echoes the limits."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from screener.assess.answers import Answers, Chosen, Measured, NotDone, NoValue, PartialDate, Reason, Rows
from screener.assess.assess import assess
from screener.assess.assessment import Missing
from screener.assess.nearness import distances
from screener.report.naming import missing_text, value_text
from screener.report.notes import filled
from tests.report import vignettes

OCTOBER = PartialDate(2026, 10, 31)
CREATININE = Measured(Decimal(80), "µmol/L", "", OCTOBER)


def said(value_id, **answers):
    """The words for a value of V01, some answers changed."""
    start = vignettes.answers("v01")
    cells = {**start.cells, **answers}
    changed = replace(start, cells={cell: answer for cell, answer in cells.items() if answer is not None})
    assessment = assess(vignettes.form(), changed)
    pairs = zip(assessment.form.values, assessment.values, strict=True)
    return next(value_text(assessment.form, value, found) for value, found in pairs if value.id == value_id)


@pytest.mark.parametrize(
    ("creatinine", "words"),
    [
        (None, "not calculable (creatinine not recorded)"),
        (NoValue(Reason.DECLINED), "not calculable (creatinine declined)"),
        (NoValue(Reason.UNABLE, "no vein"), "not calculable (creatinine unable: no vein)"),
        (replace(CREATININE, unit=""), "not calculable (creatinine, unit not recorded)"),
        (replace(CREATININE, date=PartialDate(2025, 1, 1)), "not calculable (creatinine too old: 80 µmol/L, 689 days old)"),
        (replace(CREATININE, comparator="<"), "possible 98 to 185 mL/min/1.73 m²"),
        (CREATININE, "98 mL/min/1.73 m²"),
    ],
)  # fmt: skip
def test_that_a_range_is_said_only_where_something_is_known_of_every_answer(creatinine, words):
    assert said("egfr", creatinine=creatinine) == words


def test_that_all_that_is_missing_is_named_by_its_reason_and_a_name_keeps_its_capitals():
    words = said("hba1c_fall", hba1c=None, hba1c_previous=NoValue(Reason.UNKNOWN))
    assert words == "not calculable (HbA1c not recorded; previous HbA1c not known)"


@pytest.mark.parametrize(
    ("item", "answer", "words"),
    [
        ("symptoms_since", PartialDate(2026, 9), "Sep-2026"),
        ("symptoms_since", PartialDate(2026), "2026"),
        ("abi.left", Measured(Decimal("0.9"), "ratio", "<"), "<0.9"),
        ("platelets", Measured(Decimal(400), "10^9/L", ">"), ">400 ×10⁹/L"),
        ("medicines.1.mg_day", Measured(Decimal(50), "mg/day", ">"), ">50 mg/day"),
    ],
)
def test_that_what_is_known_in_part_is_written_as_everywhere_else(item, answer, words):
    said = missing_text(vignettes.form(), [Missing(item, "inexact", answer)])
    assert said.endswith(f" (only known as {words})")


def test_that_a_number_that_does_not_apply_is_not_called_missing():
    assert said("hba1c_fall", hba1c_previous=NotDone()) == "no figure"


def test_that_a_table_that_is_still_open_gives_the_least_and_no_upper_end():
    rows = vignettes.answers("v01").cells["medicines"]
    assert said("failures_by_definition", medicines=replace(rows, complete=False)) == "possible 2 or more"
    assert said("failures_by_definition", medicines=Rows((), complete=True)) == "0"


@pytest.mark.parametrize(
    ("previous", "unit", "words"),
    [
        ("10.1", "%", "2 percentage points"),
        ("9.1", "%", "1 percentage point"),
        ("7.9", "%", "-0.2 percentage points"),
        ("87", "mmol/mol", "2 percentage points"),
    ],
)
def test_that_a_fall_in_percentage_points_is_not_said_as_a_share_of_what_it_was(previous, unit, words):
    was = Measured(Decimal(previous), unit, "", PartialDate(2026, 8, 20))
    assert said("hba1c_fall", hba1c_previous=was) == words


def test_that_a_fall_keeps_the_unit_of_both_results():
    now, was = (Measured(Decimal(number), "mmol/mol", "", OCTOBER) for number in (53, 75))
    assert said("hba1c_fall", hba1c=now, hba1c_previous=was) == "22 mmol/mol"


def test_that_a_fall_is_as_far_from_its_limit_in_the_same_words():
    start = vignettes.answers("v01")
    was = Measured(Decimal("10.4"), "%", "", PartialDate(2026, 8, 20))
    assessment = assess(vignettes.form(), replace(start, cells={**start.cells, "hba1c_previous": was}))
    (line,) = distances(assessment, "hba1c_fall")
    assert line.endswith(": 2.3 percentage points, 0.3 above 2 percentage points")


def test_that_a_sentence_names_the_outcomes_still_possible_only_where_one_is_ruled_out():
    nothing = assess(vignettes.form(), Answers(cells={"diabetes_type": Chosen("t2")}))
    assert filled(nothing, "Foot risk: {iwgdf}; LOPS left: {lops.left}.") == (
        "Foot risk: not established; LOPS left: not established."
    )
    assert filled(vignettes.assessment("v07"), "{iwgdf}").startswith(
        "undecided: 0 (very low risk, screen once a year) or 1 ("
    )
