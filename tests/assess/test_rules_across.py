"""A rule across answers is broken by what is recorded, never by what was not asked or not done.

1. Where one of the two that it compares has no value, the rule holds: there would be nothing to mend.
2. Two values that contradict it break it; a rule is undecided, so not broken, while one is open.
3. What the author asks of a missing value (`known`), he asks.
"""

from __future__ import annotations

import pytest

from screener.assess.answers_file import read_answers
from screener.assess.assess import assess
from tests.form.minimal import FILES, form_with

SECTION = """
  - item: upper
    text: Upper
    type: quantity
    not_done: allowed
    units: {mmHg: {limits: [0, 300]}}
    cutoffs: {least: 90}
  - item: lower
    text: Lower
    type: whole
    limits: [0, 300]
    ask_if: pain
  - item: since
    text: Since
    type: date
    ask_if: pain
  - item: kind
    text: Kind
    type: choice
    ask_if: pain
    options: {dull: Dull, sharp: Sharp}
  - item: where
    text: Where
    type: several
    ask_if: pain
    options: {foot: Foot, leg: Leg}
"""
NO_PAIN = {"pain": "no", "upper": "{value: 80, unit: mmHg}", "onset": "2020-01-01", "diabetes": "t1"}
PAIN = NO_PAIN | {"pain": "yes"}
NOT_DONE = PAIN | {"upper": "not_done", "pain_score": "5"}

# what is demanded, answers without a value, answers that break it
RULES = {
    "one above the other": ("pain_score > lower", NO_PAIN, PAIN | {"pain_score": "5", "lower": "6"}),
    "one not below the other": ("upper >= upper.least", NOT_DONE, PAIN),
    "an upper end": ("lower < 5", NO_PAIN, PAIN | {"lower": "5"}),
    "the same": ("lower == 5", NO_PAIN, PAIN | {"lower": "4"}),
    "between two": ("2 < lower < 5", NO_PAIN, PAIN | {"lower": "5"}),
    "one after the other": ("since >= onset", NO_PAIN, PAIN | {"since": "2019-01-01"}),
    "lately": ("within(since, 3, months)", NO_PAIN, PAIN | {"since": "2019-01-01"}),
    "a difference": ("pain_score - lower > 0", NO_PAIN, PAIN | {"pain_score": "5", "lower": "6"}),
    "an option": ("kind == dull", NO_PAIN, PAIN | {"kind": "sharp"}),
    "another option": ("kind != dull", NO_PAIN, PAIN | {"kind": "dull"}),
    "one of several": ("foot in where", NO_PAIN, PAIN | {"where": "[leg]"}),
    "not, under not": ("not (not lower > 5)", NO_PAIN, PAIN | {"lower": "5"}),
    "written the other way": ("not (lower <= 5)", NO_PAIN, PAIN | {"lower": "5"}),
    "if, then": ("diabetes == none or lower > 5", NO_PAIN, PAIN | {"lower": "5"}),
    "a value": ("pain_half > 3", NO_PAIN, PAIN | {"pain_score": "2"}),
    "two of three": (
        "at_least(2, lower > 5, kind == dull, diabetes == none)", NO_PAIN, PAIN | {"lower": "5", "kind": "dull"},
    ),
}  # fmt: skip


def assessed(must, answers):
    history = FILES["sections/history.yaml"].rstrip("\n") + SECTION
    rule = f"rule: demanded\nmust: {must}\nmessage: A.\n"
    form = form_with({"sections/history.yaml": history, "rules/all.yaml": rule})
    text = "form: small\ndate: 2026-11-21\nanswers:\n" + "".join(f"  {id_}: {said}\n" for id_, said in answers.items())
    return assess(form, read_answers(text.encode(), "a.yaml", form)).violated


@pytest.mark.parametrize("what", RULES)
def test_that_what_has_no_value_breaks_no_rule(what):
    must, without, _ = RULES[what]
    assert assessed(must, without) == ()


@pytest.mark.parametrize("what", RULES)
def test_that_values_that_contradict_each_other_break_it(what):
    must, _, broken = RULES[what]
    assert assessed(must, broken) == ("demanded",)


@pytest.mark.parametrize("what", RULES)
def test_that_nothing_is_broken_while_nothing_is_answered(what):
    assert assessed(RULES[what][0], {"diabetes": "t1"}) == ()


def test_that_a_value_demanded_by_name_is_demanded():
    assert assessed("known(lower) and lower > 5", NO_PAIN) == ("demanded",)
