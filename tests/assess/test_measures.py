"""Numbers that rules work out, over the small form.

M1  What is worked out from an answer to a question that may not be asked is open, and names what decides that.
M2  An answer and what is calculated from it can stand in one sum.
M3  A result is as many days old as lie between it and the assessment, and one dated later than that none.
M4  A count of chosen options names its question while it is open.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from screener.assess.answers import Answers, Chosen, ChosenSeveral, Measured, NoValue, PartialDate, Reason, Whole
from screener.assess.assess import assess
from tests.form.minimal import form_with

DAY = datetime(2026, 11, 21, 10, 40, tzinfo=UTC)
FLAG = "- flag: {id}\n  title: A\n  tier: U1\n  raised_if: {rule}\n  action: A\n  cite: A\n"
RULES = {
    "SUM": "known(pain_score) and pain_score + pain_half > 10",
    "OLD": "known(hba1c) and hba1c.age_days > 30",
    "MANY": "count(complications) >= 2",
}
COUNTED = {
    ("retinopathy",): ("clear", []),
    ("retinopathy", "nephropathy"): ("raised", []),
    ("nothing",): ("clear", []),
    (): ("not_established", ["complications"]),
}


@pytest.fixture(scope="module")
def form():
    return form_with({"flags/more.yaml": "".join(FLAG.format(id=id_, rule=rule) for id_, rule in RULES.items())})


def flag(form, name, **cells):
    found = next(one for one in assess(form, Answers(cells, assessed=DAY)).flags if one.id == name)
    return found.state.value, [one.item for one in found.missing]


def value(form, **cells):
    (found,) = assess(form, Answers(cells)).values
    return found.value, found.is_none, [one.item for one in found.missing]


def test_that_a_value_of_a_question_that_may_not_be_asked_is_open_until_that_is_known(form):
    assert value(form, pain_score=Whole(6)) == (None, False, ["pain"])
    assert value(form, pain_score=Whole(6), pain=NoValue(Reason.DECLINED)) == (None, False, ["pain"])
    assert value(form, pain_score=Whole(6), pain=Chosen("yes")) == (Decimal(3), False, [])
    assert value(form, pain_score=Whole(6), pain=Chosen("no")) == (None, True, [])


@pytest.mark.parametrize(("score", "state"), [(6, "clear"), (7, "raised")])
def test_that_an_answer_and_what_is_calculated_from_it_stand_in_one_sum(form, score, state):
    assert flag(form, "SUM", pain=Chosen("yes"), pain_score=Whole(score)) == (state, [])
    assert flag(form, "SUM", pain_score=Whole(score)) == (
        ("clear", []) if score == 6 else ("not_established", ["pain"])
    )


@pytest.mark.parametrize(
    ("measured", "found"),
    [
        (PartialDate(2026, 10, 22), ("clear", [])), (PartialDate(2026, 10, 21), ("raised", [])),
        (PartialDate(2026, 10), ("not_established", ["hba1c.date"])), (PartialDate(2026, 9), ("raised", [])),
        (PartialDate(2026, 11), ("clear", [])), (PartialDate(2026, 12, 1), ("clear", [])),
        (None, ("not_established", ["hba1c.date"])),
    ],
)  # fmt: skip
def test_that_the_age_of_a_result_is_counted_in_days_up_to_the_assessment(form, measured, found):
    assert flag(form, "OLD", hba1c=Measured(Decimal(8), "%", date=measured)) == found


@pytest.mark.parametrize("chosen", COUNTED)
def test_that_chosen_options_are_counted_and_an_open_question_is_named(form, chosen):
    answers = {"complications": ChosenSeveral(chosen)} if chosen else {}
    assert flag(form, "MANY", **answers) == COUNTED[chosen]
