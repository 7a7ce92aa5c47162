"""Which parts of a rule decided, as printed beside what it says: all that hold it up, and nothing that does not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from screener.assess.answers import Answers, Chosen, ChosenSeveral, Measured, Whole
from screener.assess.assess import assess
from screener.assess.deciding import Deciding
from screener.assess.words import Words
from tests.form.minimal import form_with

PAIN, T1 = {"pain": Chosen("yes")}, {"diabetes": Chosen("t1")}
SCORE_4 = PAIN | {"pain_score": Whole(4)}
ABSENT = {f"ankle_reflex.{side}": Chosen("absent") for side in ("left", "right")}
DECIDED = [
    ("pain or diabetes == t1", PAIN, "Pain: yes"),
    ("pain or diabetes == t1", PAIN | T1, "Pain: yes; Diabetes is Type 1"),
    ("pain and diabetes == t1", PAIN | T1, "Pain: yes; Diabetes is Type 1"),
    ("not (pain and diabetes == t1)", {"pain": Chosen("no")} | T1, "Pain: yes"),
    ("at_least(1, pain, diabetes == t1, signs >= 4)", PAIN | T1, "Pain: yes; Diabetes is Type 1"),
    ("hba1c > hba1c.high or pain", PAIN | {"hba1c": Measured(Decimal(8), "%")}, "Pain: yes"),
    ("hba1c > hba1c.high or pain", PAIN | {"hba1c": Measured(Decimal("9.1"), "%")}, "HbA1c is above 9.0 % or 75 mmol/mol; Pain: yes"),
    ("hba1c > hba1c.high or pain", PAIN | {"hba1c": Measured(Decimal(76), "mmol/mol")}, "HbA1c is above 9.0 % or 75 mmol/mol; Pain: yes"),
    ("hba1c > hba1c.high or pain", PAIN | {"hba1c": Measured(Decimal(75), "mmol/mol")}, "Pain: yes"),
    ("retinopathy in complications or pain", PAIN | {"complications": ChosenSeveral(("retinopathy",))}, "Complications includes Retinopathy; Pain: yes"),
    ("retinopathy in complications or pain", PAIN | {"complications": ChosenSeveral(("nephropathy",))}, "Pain: yes"),
    ("pain_half < pain_score or pain", SCORE_4, "Half of the pain is below Pain from 0 to 10; Pain: yes"),
    ("pain_half >= pain_score or pain", SCORE_4, "Pain: yes"),
    ("pain_score > 3 or pain", SCORE_4, "Pain from 0 to 10 is above 3; Pain: yes"),
    ("pain_score >= 5 or pain", SCORE_4, "Pain: yes"),
    ("signs >= 4 or pain", PAIN | ABSENT, "Pain: yes"),
    ("level == low or pain", PAIN | ABSENT, "Pain: yes"),
    ("level == high or level == low", {}, "Level is High; Level is Low"),
    ("level == high or either(loss == lost)", {"monofilament.left": Chosen("not_felt")}, "Monofilament at the great toe (left) is Not felt"),
    ("known(pain_score) and pain_score > 5 or diabetes == t1", T1 | {"pain": Chosen("no"), "pain_score": Whole(9)}, "Diabetes is Type 1"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "cells", "said"), DECIDED)
def test_that_what_decided_is_what_holds_and_nothing_else(rule, cells, said):
    flag = f"- flag: it\n  title: A\n  tier: U1\n  raised_if: {rule}\n  action: A\n  cite: A\n"
    form = form_with({"flags/more.yaml": flag})
    assessment = assess(form, Answers(cells))
    (found,) = (one for one in form.flags if one.id == "it")
    (result,) = (one for one in assessment.flags if one.id == "it")
    assert result.state == "raised"
    parts = Deciding(assessment).parts(found.cases, result.tier)
    assert "; ".join(Words(form).truth(part) for part in parts) == said
