"""What two assessments conclude differently: named once each, the most urgent first."""

from __future__ import annotations

from decimal import Decimal

import pytest

from screener.assess.answers import Answers, Chosen, Measured, Rows, Whole
from screener.assess.assess import assess
from screener.assess.compare import different
from tests.form.minimal import changed, form_with

REFLEXES = {f"ankle_reflex.{side}": Chosen("absent") for side in ("left", "right")}


@pytest.fixture(scope="module")
def form():
    shown = changed("findings/dose.yaml", "hidden: yes\n", "cite: A\n") | changed(
        "findings/loss.yaml", "hidden: yes\n", "cite: A\n"
    )
    return form_with(shown)


@pytest.mark.parametrize(
    ("before", "now", "ids"),
    [
        ({}, {}, ()),
        ({}, {"words": "x"}, ()),
        ({}, {"pain": Chosen("yes")}, ("RF02", "C02")),
        ({"pain": Chosen("yes")}, {"pain_score": Whole(3)}, ("RF02", "signs", "pain_half")),
        ({}, {"monofilament.left": Chosen("not_felt")}, ("RF01", "signs", "loss.left")),
        ({}, {"weight": Measured(Decimal(49), "kg")}, ("C01",)),
        ({}, {"medicines": Rows(({"drug": Chosen("duloxetine"), "mg_day": Whole(60)},))}, ("tried.1",)),
        ({"pain": Chosen("no")}, REFLEXES, ("signs", "level")),
    ],
)  # fmt: skip
def test_that_what_differs_is_named_and_what_is_only_missing_otherwise_is_not(form, before, now, ids):
    cells = {cell: answer for cell, answer in now.items() if cell != "words"}
    one, other = assess(form, Answers(before)), assess(form, Answers({**before, **cells}))
    assert different(one, other) == ids
    assert sorted(different(other, one)) == sorted(ids)


def test_that_a_step_of_other_rules_is_not_named():
    form = form_with()
    one, other = assess(form, Answers()), assess(form, Answers({"monofilament.left": Chosen("not_felt")}))
    assert different(one, other) == ("RF01", "signs")
