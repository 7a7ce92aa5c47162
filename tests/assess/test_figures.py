"""Computed numbers as they are shown (clinical source, vectors of X09; hazard H18)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from screener.assess.assessment import ScoreResult, ScoreState
from screener.assess.figures import shown_number, total_words
from screener.form.load import load_form
from screener.paths import FORMS


@pytest.mark.parametrize(
    ("value", "number", "shown"),
    [
        ("egfr", "29.6", "29.6"),  # not 30: the state is that of a number below 30
        ("egfr", "29.4", "29.4"),
        ("egfr", "30.31", "30.3"),
        ("egfr", "31.0", "31"),
        ("egfr", "30.96", "31.0"),
        ("egfr", "31.01", "31"),
        ("egfr", "28.99", "29"),
        ("egfr", "29.96", "29.96"),  # 30.0 would be across
        ("egfr", "59.97", "59.97"),
        ("egfr", "60.2", "60.2"),
        ("egfr", "26.606", "27"),
        ("bmi", "39.96", "39.96"),
        ("bmi", "40.04", "40.0"),
        ("age", "76", "76"),
    ],
)
def test_that_a_number_close_to_a_cut_off_is_shown_so_that_one_sees_on_which_side_it_is(value, number, shown):
    values = {each.id: each for each in load_form(FORMS / "neuropathy").values}
    assert shown_number(values[value], Decimal(number)) == shown


@pytest.mark.parametrize(
    ("total", "ends", "said"),
    [("5", "55", "5 of 7"), (None, "35", "3 to 5 of 7"), (None, "55", "5 of 7, if it applies")],
    ids=str,
)
def test_that_a_total_is_final_only_where_it_is_known_that_the_score_applies(total, ends, said):
    state = ScoreState.INCOMPLETE if total is None else ScoreState.COMPLETE
    lowest, highest = map(Decimal, ends)
    reached = ScoreResult("signs", state, total and Decimal(total), lowest, highest, Decimal(7), None, (), 2, 2, ())
    assert total_words(reached) == said
