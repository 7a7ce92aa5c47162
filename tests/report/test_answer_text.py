"""Answers in words (clinical source 4.3 dates, 4.4 missing data)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from screener.assess.answers import (
    Chosen,
    ChosenSeveral,
    Measured,
    NotDone,
    NoValue,
    PartialDate,
    Reason,
    Rows,
    Whole,
    Written,
)
from screener.form.load import load_form
from screener.paths import FORMS
from screener.report.answer_text import answer_text, moment_text, visible
from tests.report.hand_made import FORM

ITEMS = FORM.items
ON = date(2026, 11, 21)


def measured(value, unit="%", comparator="", when=None, confirmed=False):
    return Measured(Decimal(value), unit, comparator, when, confirmed)


@pytest.mark.parametrize(
    ("item", "answer", "words"),
    [
        ("sex", None, "not recorded"),
        ("sex", NoValue(Reason.NOT_ASSESSED), "not assessed"),
        ("sex", NoValue(Reason.UNABLE, "bandaged"), "unable: bandaged"),
        ("sex", NoValue(Reason.DECLINED), "declined"),
        ("weight_loss", NoValue(Reason.UNKNOWN), "not known"),
        ("sex", Chosen("female"), "Female"),
        ("weight_loss", Chosen("yes"), "Yes"),
        ("complications", ChosenSeveral(("eye", "kidney")), "Eye, Kidney"),
        ("complications", ChosenSeveral(()), "none chosen"),
        ("woken", Whole(6), "6 nights a week"),
        ("woken", Whole(1), "1 night a week"),
        ("woken", Whole(9, confirmed=True), "9 nights a week (unusual, confirmed)"),
        ("hba1c", NotDone(), "not done"),
        ("hba1c", measured("8.10", when=PartialDate(2026, 10, 31)), "8.10 % (65 mmol/mol), 31-Oct-2026 (21 days old)"),
        ("hba1c", measured("8.1", when=PartialDate(2026, 11, 21)), "8.1 % (65 mmol/mol), 21-Nov-2026 (today)"),
        ("hba1c", measured("8.1", when=PartialDate(2026, 10)), "8.1 % (65 mmol/mol), Oct-2026 (21-51 days old)"),
        ("hba1c", measured("3.1", comparator="<"), "<3.1 % (<10 mmol/mol) (date not recorded)"),
        ("hba1c", measured("8.1", ""), "8.1 (unit not recorded, date not recorded)"),
        ("creatinine", measured("80", "µmol/L"), "80 µmol/L"),
        ("onset", PartialDate(2023), "2023"),
        ("onset", PartialDate(2023, 9), "Sep-2023"),
        ("onset", PartialDate(2023, 9, 3), "03-Sep-2023"),
        ("course", Written("two\r\nlines"), "two\nlines"),
        (
            "medicines",
            Rows(({"drug": Written("duloxetine"), "mg_day": Whole(60)},), complete=True),
            "duloxetine, 60 mg/day",
        ),
        ("medicines", Rows(({"drug": Written("a")},)), "a (more may be added)"),
        ("medicines", Rows((), complete=True), "none"),
        ("medicines", Rows(()), "not recorded"),
    ],
)
def test_that_an_answer_is_said_in_these_words(item, answer, words):
    assert answer_text(ITEMS[item], answer, ON) == words


@pytest.mark.parametrize(("language", "said"), [("en", ["1 year", "0 years"]), ("es", ["1 año", "0 años"])])
def test_that_one_year_is_one_year_in_each_language(language, said):
    duration = load_form(FORMS / "neuropathy", language).items["diabetes_years"]
    assert [answer_text(duration, Whole(number)) for number in (1, 0)] == said


@pytest.mark.parametrize("reason", Reason)
def test_that_no_reason_reads_like_an_answer(reason):
    assert answer_text(ITEMS["weight_loss"], NoValue(reason)).lower() not in ("no", "none", "0", "", "-", "normal")


def test_that_invisible_characters_are_shown_by_their_code_and_letters_are_composed():
    assert visible("a\u202eb\u200bc\x00") == "a<U+202E>b<U+200B>c<U+0000>"
    assert visible("Jose\u0301") == "José"


def test_that_a_day_without_a_time_is_printed_without_one():
    assert moment_text(datetime(2026, 11, 21)) == "21-Nov-2026"
    assert moment_text(datetime(2026, 11, 21, 0, 0, tzinfo=UTC)) == "21-Nov-2026 00:00"
    assert moment_text(None) == "date not recorded"
