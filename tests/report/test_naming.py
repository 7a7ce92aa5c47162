"""What results are called: a number that can't be calculated says why, and never a range that only echoes the limits."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from screener.assess.answers import Measured, NotDone, NoValue, PartialDate, Reason, Rows
from screener.assess.assess import assess
from screener.report.naming import value_text
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


def test_that_a_number_that_does_not_apply_is_not_called_missing():
    assert said("hba1c_fall", hba1c_previous=NotDone()) == "no figure"


def test_that_a_table_that_is_still_open_gives_the_least_and_no_upper_end():
    rows = vignettes.answers("v01").cells["medicines"]
    assert said("failures_by_definition", medicines=replace(rows, complete=False)) == "possible 2 or more"
    assert said("failures_by_definition", medicines=Rows((), complete=True)) == "0"
