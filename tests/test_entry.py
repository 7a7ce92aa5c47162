"""What is typed becomes an answer in one way only, or none."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.assess.answers import Answers, Measured, PartialDate, written_date
from screener.entry import (
    Habits,
    Typed,
    judged,
    no_date,
    no_number,
    parse_date,
    parse_number,
    parse_quantity,
    parse_whole,
    split_unit,
    written_number,
)  # fmt: skip
from screener.form.load import load_form
from screener.form.model import Item, ItemType, Range, Unit
from screener.form.problem import Span

AT = Span("a.yaml", 1, 1)
NEUROPATHY = Path(__file__).resolve().parents[1] / "forms" / "neuropathy"
ANY = Range(Decimal(0), Decimal(1000))
POINT, COMMA = Habits("."), Habits(",")


@pytest.fixture(scope="module")
def neuropathy():
    return load_form(NEUROPATHY)


@pytest.mark.parametrize(
    ("text", "habits", "digits"),
    [
        ("8.1", POINT, "8.1"), ("8,1", POINT, "8.1"), ("8,1", COMMA, "8.1"), ("8.1", COMMA, "8.1"),
        ("0.010", POINT, "0.010"), ("1.234", POINT, "1.234"), ("1,234", COMMA, "1.234"), ("1,2345", POINT, "1.2345"),
        ("  7 ", POINT, "7"), ("-3", POINT, "-3"),
    ],
)  # fmt: skip
def test_that_point_and_comma_are_decimal_marks_and_digits_are_kept(text, habits, digits):
    assert parse_number(text, habits) == ("", Decimal(digits))
    assert str(parse_number(text, habits)[1]) == digits


@pytest.mark.parametrize(
    ("text", "habits"),
    [("1,234", POINT), ("1.234", COMMA), ("1.234,5", POINT), ("8..1", POINT), ("", POINT), ("8.", POINT), (".5", POINT),
     ("1e5", POINT), ("NaN", POINT), ("eight", POINT), ("<", POINT), ("< > 3", POINT), ("1 234", POINT)],
)  # fmt: skip
def test_that_a_number_that_could_mean_two_things_means_nothing(text, habits):
    assert parse_number(text, habits) is None


@pytest.mark.parametrize(("text", "comparator"), [("<0.01", "<"), ("> 300", ">"), ("5", "")])
def test_that_a_laboratory_comparator_is_kept(text, comparator):
    assert parse_quantity(text, "mIU/L", POINT).comparator == comparator


def test_that_a_quantity_has_the_unit_that_was_chosen_and_no_other():
    assert parse_quantity("8.1", "", POINT) == Measured(Decimal("8.1"))
    assert parse_quantity("8.1", "%", POINT) == Measured(Decimal("8.1"), "%")


@pytest.mark.parametrize(
    ("text", "parted"),
    [("53 mmol/mol", ("53", "mmol/mol")), ("8.1%", ("8.1", "%")), ("8.1", ("8.1", "")), ("%", ("%", ""))],
)
def test_that_a_typed_unit_of_the_question_is_understood(text, parted):
    assert split_unit(text, (Unit("%", ANY), Unit("mmol/mol", ANY))) == parted


@pytest.mark.parametrize("text", ["37.5", "37.5 mg", "37.5 mg/day", "37.5mg", "37.5 mg/día"])
def test_that_an_only_unit_may_be_shortened_or_said_in_the_language_spoken(text):
    number, unit = split_unit(text, (Unit("mg/day", ANY, text="mg/día"),))
    assert (number, unit or "mg/day") == ("37.5", "mg/day")
    assert split_unit("37.5 mcg", (Unit("mg/day", ANY),)) == ("37.5 mcg", "")


@pytest.mark.parametrize(("text", "number"), [("7", 7), (" 12 ", 12), ("7.0", None), ("", None), ("seven", None)])
def test_that_a_whole_number_has_no_fraction(text, number):
    assert parse_whole(text) == number


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026", PartialDate(2026)), ("2026-09", PartialDate(2026, 9)), ("09/2026", PartialDate(2026, 9)),
        ("Sep 2026", PartialDate(2026, 9)), ("2026-09-03", PartialDate(2026, 9, 3)),
        ("3 Apr 2026", PartialDate(2026, 4, 3)), ("03-Apr-2026", PartialDate(2026, 4, 3)),
        ("April 3, 2026", PartialDate(2026, 4, 3)), ("3.4.2026", PartialDate(2026, 4, 3)),
        ("03042026", PartialDate(2026, 4, 3)), ("20260403", PartialDate(2026, 4, 3)),
        ("29/02/2024", PartialDate(2024, 2, 29)),
    ],
)  # fmt: skip
def test_that_a_date_is_understood_in_any_sensible_form(text, when):
    assert parse_date(text, day_first=True) == when


def test_that_the_order_of_day_and_month_follows_the_place():
    assert parse_date("03/04/2026", day_first=True) == PartialDate(2026, 4, 3)
    assert parse_date("03/04/2026", day_first=False) == PartialDate(2026, 3, 4)
    assert parse_date("04032026", day_first=False) == PartialDate(2026, 4, 3)


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2026",
        "29/02/2026",
        "3/4/26",
        "09",
        "2026-13",
        "soon",
        "",
        "1/2/3/2026",
        "3 Abc 2026",
        "3/004/2026",
        "003/4/2026",
    ],
)
def test_that_no_day_is_made_up(text):
    assert parse_date(text, day_first=True) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3.4.26", "The year needs its four digits"), ("9/4", "The year needs its four digits"),
        ("3 Apr 26", "The year needs its four digits"), ("31/02/2026", "There is no such day or month"),
        ("2026-13", "There is no such day or month"), ("12:30", "This is no date"), ("soon", "This is no date"),
        ("3 Abc 2026", "This is no date"), ("1/2/3/2026", "This is no date"),
    ],
)  # fmt: skip
def test_that_what_is_wrong_with_a_date_is_said_with_ways_to_write_it(text, said):
    assert no_date(text).startswith(said)
    assert no_date(text).endswith("write 3 Apr 2026, 2026-04-03, Apr 2026 or 2026.")


@pytest.mark.parametrize(
    ("text", "habits", "said"),
    [
        ("1,234", POINT, "1,234 could be 1.234 or 1234: write it in one of these ways."),
        ("1.234", COMMA, "1.234 could be 1,234 or 1234: write it in one of these ways."),
        ("140 ng/l", POINT, "'ng/l' is no unit here: give the number in pg/mL or µmol/L."),
        ("5 %", POINT, "'%' is no unit here: give the number in pg/mL or µmol/L."),
        ("8..1", POINT, "This is no number: write digits with one decimal mark, such as 8.1"),
        ("abc", COMMA, "This is no number: write digits with one decimal mark, such as 8,1"),
    ],
)
def test_that_what_is_wrong_with_a_number_is_said_with_ways_to_write_it(text, habits, said):
    assert no_number(text, (Unit("pg/mL", ANY), Unit("µmol/L", ANY)), habits).startswith(said)


@pytest.mark.parametrize("text", ["97 µmol/l", "97 μmol/L", "97 umol/L", "97UMOL/L"])
def test_that_micro_may_be_written_in_every_way_there_is(text):
    assert split_unit(text, (Unit("µmol/L", ANY), Unit("mg/dL", ANY))) == ("97", "µmol/L")


@given(st.dates(), st.booleans())
def test_that_a_date_written_back_is_read_as_the_same_day_everywhere(day, day_first):
    when = PartialDate(day.year, day.month, day.day)
    if 1850 <= day.year <= 2150:
        assert parse_date(written_date(when), day_first) == when
        assert parse_date(str(when), day_first) == when


@given(st.decimals(min_value=-(10**6), max_value=10**6, allow_nan=False, places=4), st.sampled_from([POINT, COMMA]))
def test_that_a_number_written_back_is_read_with_the_same_digits(number, habits):
    assert str(parse_number(written_number(number, habits), habits)[1]) == format(number, "f")


@given(st.text(max_size=20), st.booleans())
def test_that_any_text_is_an_answer_or_none_and_never_an_error(text, day_first):
    parse_date(text, day_first)
    parse_number(text, POINT)
    parse_whole(text)


@pytest.mark.parametrize(
    ("number", "unit", "likelier"),
    [("53", "%", "mmol/mol"), ("7.5", "mmol/mol", "%"), ("8.1", "%", ""), ("53", "mmol/mol", ""), ("53", "", ""),
     ("500", "%", ""), ("17", "%", "")],
)  # fmt: skip
def test_that_another_unit_is_offered_only_where_the_number_fits_it_better(number, unit, likelier):
    item = Item(
        "hba1c", ItemType.QUANTITY, "HbA1c", AT,
        units=(Unit("%", Range(Decimal(3), Decimal(20)), Range(Decimal("4.5"), Decimal(14))),
               Unit("mmol/mol", Range(Decimal(9), Decimal(195)), Range(Decimal(25), Decimal(130)))),
    )  # fmt: skip
    if number == "7.5":
        item = replace(item, units=(item.units[0], replace(item.units[1], limits=Range(Decimal(5), Decimal(195)))))
    answer = Measured(Decimal(number), unit)
    taken, refused = judged(item, Answers(), answer, Typed(number, unit))
    offered = refused.instead if refused is not None else None
    assert (offered.unit if offered is not None else "") == likelier
    if likelier:
        assert taken is None
        assert f"{number} looks like {likelier}" in refused.reason


@pytest.mark.parametrize(
    ("item", "number", "unit", "asked"),
    [
        ("hba1c", "15", "mmol/mol", "%"), ("hba1c", "19", "mmol/mol", "%"), ("hba1c", "20", "mmol/mol", "%"),
        ("hba1c", "21", "mmol/mol", ""), ("hba1c", "20", "%", ""), ("hba1c", "21", "%", "mmol/mol"),
        ("hba1c", "4", "mmol/mol", "%"), ("glucose_fasting", "45", "mg/dL", "mmol/L"), ("glucose_fasting", "45", "mmol/L", ""),
        ("creatinine", "30", "mg/dL", "µmol/L"), ("creatinine", "12", "mg/dL", ""), ("b12", "50", "pmol/L", ""),
    ],
)  # fmt: skip
def test_that_another_unit_is_asked_about_where_the_number_is_unusual_in_both(neuropathy, item, number, unit, asked):
    """clinical.md 2.5: above 20 % "mmol/mol?", below 20 mmol/mol "per cent?"."""
    taken, refused = judged(neuropathy.items[item], Answers(), Measured(Decimal(number), unit), Typed(number, unit))
    assert taken is None
    assert (refused.instead.unit if refused.instead is not None else "") == asked
    assert refused.reason.endswith(f" Or is it in {asked}?") is bool(asked)
