"""Lines in columns, as they are seen: wide characters take two, marks none (Unicode Standard Annex 11)."""

from __future__ import annotations

import pytest

from screener.assess.answers import Patient, Written
from screener.report.compose import compose_report
from screener.report.text import render_text
from screener.report.text_lines import WIDTH, columns, padded, wrapped
from tests.report.hand_made import assessment

CHINESE = "麻木感从足底开始，逐渐向上。" * 12


@pytest.mark.parametrize(
    ("text", "count"),
    [("foot", 4), ("足", 2), ("ｱｲ", 2), ("Ａ", 2), ("e\u0301", 1), ("\u2068א\u2069", 1), ("발", 2), ("", 0)],
)
def test_that_a_text_takes_the_columns_in_which_it_is_seen(text, count):
    assert columns(text) == count
    assert columns(padded(text, 9)) == 9


@pytest.mark.parametrize(
    "text", [CHINESE, "numb since " + CHINESE, "しびれ、" * 40, "저림 감각 " * 40, "Jose\u0301 " * 60, "x" * 300]
)
def test_that_lines_are_full_and_none_is_wider_than_asked(text):
    lines = [*wrapped(text, first="- ", then="  ", width=40)]
    assert max(map(columns, lines)) <= 40
    assert min(map(columns, lines[:-1])) >= 34
    assert "".join("".join(lines)[2:].split()) == "".join(text.split())


def test_that_no_line_begins_with_a_mark_that_ends_a_sentence():
    for width in range(20, 50):
        assert [line for line in wrapped(CHINESE, width=width) if line[0] in "，。"] == []


def test_that_line_ends_and_spaces_stay_as_typed():
    assert [*wrapped("a  b\n\n  c", first="- ", then="  ")] == ["- a  b", "", "    c"]


def test_that_a_summary_of_chinese_answers_keeps_to_its_columns():
    given = assessment(patient=Patient("王", "小明"), question=CHINESE, text=CHINESE, course=Written(CHINESE))
    text = render_text(compose_report(given))
    assert max(map(columns, text.splitlines())) <= WIDTH
    assert "".join(text.split()).count(CHINESE) == 3
