"""How far numbers are from the limits of a rule: in the unit they were entered in, and only of what is recorded."""

from __future__ import annotations

from decimal import Decimal

import pytest

from screener.assess.answers import Answers, Chosen, Measured, Whole
from screener.assess.assess import assess
from screener.assess.nearness import distances
from tests.form.minimal import form_with

SCORE_9 = {"pain": Chosen("yes"), "pain_score": Whole(9)}
SIGNS_3 = {
    "pain": Chosen("no"), "hba1c": Measured(Decimal(8), "%"),
    "ankle_reflex.left": Chosen("absent"), "ankle_reflex.right": Chosen("reduced"),
    "monofilament.left": Chosen("felt"), "monofilament.right": Chosen("felt"),
}  # fmt: skip


def hba1c(text, unit):
    return {"hba1c": Measured(Decimal(text.lstrip("<>")), unit, text[0] if text[0] in "<>" else "")}


@pytest.fixture(scope="module")
def form():
    return form_with()


@pytest.mark.parametrize(
    ("cells", "result", "said"),
    [
        (hba1c("9.4", "%"), "C01", ["HbA1c: 9.4 %, 0.4 above 9 %", "HbA1c: 9.4 %, 0.1 below 9.5 %"]),
        (hba1c("9.0", "%"), "C01", ["HbA1c: 9 %, exactly at 9 %", "HbA1c: 9 %, 0.5 below 9.5 %"]),
        (hba1c("74", "mmol/mol"), "C01", ["HbA1c: 74 mmol/mol, 1 below 75 mmol/mol", "HbA1c: 74 mmol/mol, 6 below 80 mmol/mol"]),
        (hba1c("<9.4", "%"), "C01", []),
        (hba1c("9.4", ""), "C01", []),
        ({"weight": Measured(Decimal("50.5"), "kg")}, "C01", ["Weight: 50.5 kg, 0.5 above 50 kg"]),
        (SCORE_9, "RF02", ["Pain from 0 to 10: 9, 2 above 7"]),
        (SCORE_9, "pain_half", ["Half of the pain: 4.5, 2.5 above 2"]),
        (SCORE_9 | {"pain": Chosen("no")}, "RF02", []),  # kept, but not asked
        ({"pain_score": Whole(9)}, "RF02", []),
        (SCORE_9, "signs", []),  # no total yet
        (SIGNS_3, "signs", ["Signs: 3, 1 below 4"]),
        (SIGNS_3, "level", ["Signs: 3, 1 below 4"]),
        (SIGNS_3, "RF01", []),
    ],
)  # fmt: skip
def test_that_each_recorded_number_is_said_with_its_distance_from_each_limit(form, cells, result, said):
    assert list(distances(assess(form, Answers(cells)), result)) == said


def test_that_limits_are_found_through_the_findings_that_a_rule_rests_on():
    flag = "- flag: it\n  title: A\n  tier: U1\n  raised_if: level == high or level == low and pain\n  action: A\n  cite: A\n"
    assessment = assess(form_with({"flags/more.yaml": flag}), Answers(SIGNS_3))
    assert distances(assessment, "it") == ("Signs: 3, 1 below 4",)
