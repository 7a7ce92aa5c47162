"""Rules in plain words, as a clinician reads them in an explanation: each says just what the rule does."""

from __future__ import annotations

import pytest

from screener.assess.words import Words, result_titles
from tests.form.minimal import changed, form_with

SAID = {
    "pain": "Pain: yes",
    "not pain": "Pain: not yes",
    "diabetes == t1": "Diabetes is Type 1",
    "diabetes in {t1, t2}": "Diabetes is Type 1 or Type 2",
    "diabetes != t1": "Diabetes is not Type 1",
    "nephropathy in complications": "Complications includes Nephropathy",
    "nephropathy not in complications": "not (Complications includes Nephropathy)",
    "weight < 50": "Weight is below 50",
    "weight <= 50": "Weight is at most 50",
    "weight > 50": "Weight is above 50",
    "weight >= 50": "Weight is at least 50",
    "weight == 50": "Weight is 50",
    "not weight < 50": "Weight is not below 50",
    "not weight <= 50": "Weight is not at most 50",
    "not weight > 50": "Weight is not above 50",
    "not weight >= 50": "Weight is not at least 50",
    "weight != 50": "Weight is not 50",
    "hba1c > hba1c.high": "HbA1c is above 9.0 % or 75 mmol/mol",
    "hba1c.unit == '%'": "HbA1c is in %",
    "known(hba1c)": "HbA1c has a value",
    "not known(hba1c)": "HbA1c has no value",
    "hba1c.age_days > 30": "the age in days of HbA1c is above 30",
    "level == high": "Level is High",
    "level != high": "Level is not High",
    "signs >= signs.at_risk": "Signs is at least 4",
    "pain_half > 1": "Half of the pain is above 1",
    "pain and diabetes == t1 and weight > 50": "Pain: yes and Diabetes is Type 1 and Weight is above 50",
    "pain or diabetes == t1": "Pain: yes or Diabetes is Type 1",
    "pain and (diabetes == t1 or weight > 50)": "Pain: yes and (Diabetes is Type 1 or Weight is above 50)",
    "pain or diabetes == t1 and weight > 50": "Pain: yes or (Diabetes is Type 1 and Weight is above 50)",
    "either(ankle_reflex == absent)": "on either side, Ankle reflex is Absent",
    "both(ankle_reflex == absent)": "on both sides, Ankle reflex is Absent",
    "ankle_reflex.left == absent": "Ankle reflex (left) is Absent",
    "within(onset, 3, months)": "Since when is within the 3 months before the assessment",
    "within(onset, 2, weeks)": "Since when is within the 2 weeks before the assessment",
    "any(medicines, mg_day > 5)": "a row of Medicines tried has: Dose a day is above 5",
    "all(medicines, mg_day > 5)": "every row of Medicines tried has: Dose a day is above 5",
    "any(medicines, known(drug))": "Medicines tried has a row",
    "count(medicines, mg_day > 5) > 1": "the number of rows of Medicines tried with: Dose a day is above 5 is above 1",
    "count(complications) >= 2": "how many are chosen in Complications is at least 2",
    "count(complications) >= 1": "Complications names at least one",
    "weight - 2 * 3 > 50": "(Weight − (2 × 3)) is above 50",
    "weight / 2 + 1 > 50": "((Weight ÷ 2) + 1) is above 50",
    "min(weight, 60) > max(weight, 50)": "the smaller of Weight, 60 is above the larger of Weight, 50",
    "years(onset) >= 2": "whole years since Since when is at least 2",
    "days(onset, assessed) > 9": "days between Since when, the day of the assessment is above 9",
}  # fmt: skip


@pytest.mark.parametrize("rule", SAID)
def test_that_a_rule_is_said_as_it_is_meant(rule):
    notes = f"- note: it\n  place: scores\n  when: |-\n    {rule}\n  text: A\n"
    form = form_with({"notes/more.yaml": notes})
    (note,) = (one for one in form.notes if one.id == "it")
    assert Words(form).truth(note.when.truth()) == SAID[rule]


def test_that_on_the_blank_form_questions_and_findings_are_said_by_all_of_their_words():
    form = form_with(changed("findings/level.yaml", "title: Level\n", "title: The level\nshort: Level\n"))
    (cases,) = (finding.cases for finding in form.findings if finding.id == "loss")
    said = [Words(form, in_full=in_full).truth(cases[0].when.truth("left")) for in_full in (False, True)]
    assert said == [
        "Monofilament at the great toe (left) is Not felt",
        "“Monofilament at the great toe” (left) is Not felt",
    ]
    assert [Words(form, in_full=in_full).label("level") for in_full in (False, True)] == ["Level", "The level"]


def test_that_a_result_is_named_by_its_short_name_where_it_has_one():
    short = changed("findings/level.yaml", "title: Level\n", "title: The level\nshort: Level\n")
    short |= changed("scores/signs.yaml", "title: Signs\n", "title: All the signs\nshort: Signs\n")
    titles = result_titles(form_with(short))
    assert titles == {
        "pain_half": "Half of the pain", "signs": "Signs", "level": "Level", "loss": "Loss of sensation",
        "tried": "Tried long enough", "RF01": "Lost feeling", "RF02": "Strong pain", "C01": "HbA1c", "C02": "Diabetes",
    }  # fmt: skip
