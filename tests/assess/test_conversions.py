"""Conversions and the eGFR against the vectors of the clinical source, 2.4.

C1  Converted figures, rounded as they are shown.
C2  A cut-off is met in the unit entered: what rounds to the cut-off of the other unit does not meet it.
C3  eGFR, CKD-EPI 2021: exact to three decimals.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from screener.assess.conversions import convert, egfr, exact, fall, rounded


@pytest.mark.parametrize(
    ("analyte", "value", "unit", "shown"),
    [
        ("hba1c", "6.5", "%", "48"),
        ("hba1c", "7.0", "%", "53"),
        ("hba1c", "8.0", "%", "64"),
        ("hba1c", "8.1", "%", "65"),
        ("hba1c", "10.0", "%", "86"),
        ("hba1c", "12.0", "%", "108"),
        ("hba1c", "48", "mmol/mol", "6.5"),
        ("hba1c", "53", "mmol/mol", "7.0"),
        ("hba1c", "64", "mmol/mol", "8.0"),
        ("hba1c", "75", "mmol/mol", "9.0"),
        ("hba1c", "86", "mmol/mol", "10.0"),
        ("hba1c", "108", "mmol/mol", "12.0"),
        ("hba1c", "47", "mmol/mol", "6.5"),
        ("creatinine", "0.7", "mg/dL", "62"),
        ("creatinine", "0.9", "mg/dL", "80"),
        ("creatinine", "1.0", "mg/dL", "88"),
        ("creatinine", "1.2", "mg/dL", "106"),
        ("creatinine", "2.0", "mg/dL", "177"),
        ("b12", "180", "pg/mL", "133"),
        ("b12", "350", "pg/mL", "258"),
        ("b12", "121", "pg/mL", "89"),
        ("b12", "133", "pmol/L", "180"),
        ("b12", "258", "pmol/L", "350"),
        ("glucose", "200", "mg/dL", "11.1"),
        ("glucose", "7.0", "mmol/L", "126"),
    ],
)
def test_that_a_converted_result_is_shown_as_the_source_says(analyte, value, unit, shown):
    converted = convert(analyte, Decimal(value), unit)
    assert converted is not None
    assert str(converted[0]) == shown


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [("6.5", "%", "47.545"), ("86", "mmol/mol", "10.01928"), ("47", "mmol/mol", "6.45156")],
)
def test_that_a_conversion_is_unrounded_until_it_is_shown(value, unit, expected):
    assert exact("hba1c", Decimal(value), unit)[0] == Decimal(expected)


def test_that_converting_there_and_back_is_not_taken_for_the_value_entered():
    """The source lists the values whose round trip fails: why the value and unit are kept as entered."""
    changed = []
    for value in range(9, 196):
        there, unit = convert("hba1c", Decimal(value), "mmol/mol")
        back, _ = convert("hba1c", there, unit)
        if back != value:
            changed.append(value)
    assert changed == [12, 24, 35, 47, 59, 71, 82, 94, 106, 118, 129, 141, 153, 165, 176, 188]


def test_that_an_analyte_without_a_reviewed_conversion_is_not_converted():
    assert convert("tsh", Decimal(1), "mIU/L") is None
    assert convert("hba1c", Decimal(1), "mg/dL") is None


@pytest.mark.parametrize(
    ("creatinine", "unit", "age", "sex", "expected"),
    [
        ("0.9", "mg/dL", 55, "female", "75.499"),
        ("0.7", "mg/dL", 50, "female", "105.298"),
        ("0.9", "mg/dL", 50, "male", "104.049"),
        ("0.5", "mg/dL", 30, "female", "129.317"),
        ("1.0", "mg/dL", 60, "male", "86.163"),
        ("1.0", "mg/dL", 60, "female", "64.495"),
        ("1.2", "mg/dL", 58, "male", "70.098"),
        ("2.5", "mg/dL", 70, "male", "26.964"),
        ("165", "µmol/L", 82, "female", "26.606"),
        ("4.0", "mg/dL", 65, "female", "11.845"),
    ],
)
def test_that_the_egfr_equals_the_source(creatinine, unit, age, sex, expected):
    assert rounded(egfr(Decimal(creatinine), unit, Decimal(age), sex), 3) == Decimal(expected)


@pytest.mark.parametrize(
    ("previous", "current", "expected"),
    [
        (("9.0", "%"), ("7.0", "%"), ("2.0", "%")),
        (("9.0", "%"), ("7.1", "%"), ("1.9", "%")),
        (("75", "mmol/mol"), ("53", "mmol/mol"), ("22", "mmol/mol")),
        (("75", "mmol/mol"), ("7.0", "%"), ("2.0", "%")),
        (("9.0", "%"), ("53", "mmol/mol"), ("2.0", "%")),
        (("9.1", "%"), ("53", "mmol/mol"), ("2.1", "%")),
    ],
)
def test_that_a_fall_of_hba1c_is_worked_out_as_the_source_says(previous, current, expected):
    found = fall("hba1c", (Decimal(previous[0]), previous[1]), (Decimal(current[0]), current[1]))
    assert found == (Decimal(expected[0]), expected[1])
