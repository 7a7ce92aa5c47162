"""A form's examples are its tests: each broken expectation is a problem at its line (docs/forms.md, Examples)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from screener.assess.assess import assess
from screener.assess.assessment import FlagState, Overall, ScoreState
from screener.assess.examples import read_examples, run_examples
from screener.form.load import SourceFile, form_of
from screener.form.source import read_yaml
from tests.assess.begun_form import BEGUN
from tests.form.minimal import form_with

FORM = form_of(
    [
        SourceFile(f"small/{name}", text.encode())
        for name, text in {
            **BEGUN,
            "two.yaml": """\
section: two
title: Two
items:
  - item: pain
    text: Pain
    type: whole
    limits: [0, 10]
  - item: weight
    text: Weight
    type: quantity
    units:
      kg: {limits: [1, 400], usual: [40, 200]}
""",
            "rest.yaml": """\
- value: half
  title: Half the pain
  is: pain / 2
  round: 0
  source: Invented
- score: signs
  title: Signs
  cite: Invented
  range: [0, 5]
  points:
    reflex: {present: 0, absent: 2}
    numbness: {yes: 1, no: 0}
  bands:
    - {from: 0, is: few}
    - {from: 3, is: many}
  cutoffs:
    - {from: 3, is: marked}
- finding: kind
  title: Kind
  cite: Invented
  outcomes:
    mixed: Mixed
    other: Other
  cases:
    - mixed: numbness and pain > 3
    - otherwise: other
- flag: RF01
  title: Severe pain
  tier: E
  raised_if: pain >= 9
  action: Call.
  cite: Invented
- flag: RF02
  title: Numb
  tier: U1
  raised_if: numbness
  action: Call.
  cite: Invented
- note: loud
  place: scores
  when: pain > 5
  text: The pain is loud.
- rule: numb_without_pain
  must: not (numbness and pain == 10)
  message: Numb and in the worst pain.
- trial: trial
  title: Trial
  kind: composite
  snapshot: 2026-11-21
  source: Invented
  criteria:
    - criterion: C01
      title: Pain
      cases:
        - barrier: pain > 8
        - discuss: pain > 6
        - otherwise: ok
      why: Invented.
    - criterion: C02
      title: Numbness
      cases:
        - discuss: numbness
        - otherwise: ok
      why: Invented.
""",
        }.items()
    ],
    "small",
)

WHOLE = """\
example: base
title: Everything recorded
date: 2026-11-21T10:40+01:00
patient: {family: EXAMPLE, born: 1968-03-14, identifier: "1"}
answers:
  numbness: yes
  reflex: {left: absent, right: present}
  pain: 7
expect:
  values: {half: 4}
  scores:
    signs: {total: 3, band: many, state: complete, lowest: 3, highest: 3}
  cutoffs: {signs.marked: met}
  findings: {kind: mixed}
  flags: {RF02: raised}
  only_flags: yes
  trials:
    trial: {overall: points_to_discuss, C01: discuss, others: discuss}
  notes: {loud: shown}
  asked: {since: yes}
"""
GAPS = """\
example: gaps
like: base
without: [numbness, reflex.left]
expect:
  values: {half: 4}
  scores:
    signs: {total: 0-3, lowest: 0, highest: 3, band: undecided, missing: [numbness, reflex.left]}
  cutoffs: {signs.marked: undecided}
  findings: {kind: [mixed, other]}
  flags: {RF02: {state: not_established, tier: U1, missing: [numbness]}}
  only_flags: yes
  trials:
    trial: {overall: information_needed, C01: discuss, C02: [discuss, ok]}
"""
REFUSED = """\
examples: refused
like: base
cases:
  - example: too_much
    answers:
      pain: 11
    expect:
      refused: {pain: yes}
  - example: contradiction
    answers:
      pain: 10
    expect:
      refused: {numb_without_pain: yes, pain: no}
      flags: {RF01: raised}
  - example: nothing_yet
    without: [pain]
    expect:
      values: {half: open}
      flags: {RF01: not_established}
"""


def problems_of(*texts: str, form=FORM) -> list[str]:
    problems = []
    nodes = [read_yaml(text.encode(), f"{number}.yaml") for number, text in enumerate(texts)]
    examples = read_examples(nodes, problems)
    return [str(problem) for problem in (*problems, *run_examples(form, examples))]


def test_that_examples_that_say_what_comes_out_have_no_problem():
    assert problems_of(WHOLE, GAPS, REFUSED) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("half: 4", "half: 3", "0.yaml:10:18: F610 expected half value 3, is 4"),
        ("total: 3", "total: 2", "0.yaml:12:20: F610 expected signs total 2, is 3"),
        ("band: many", "band: few", "0.yaml:12:29: F610 expected signs band few, is many"),
        ("marked: met", "marked: not_met", "0.yaml:13:27: F610 expected signs.marked not_met, is met"),
        ("kind: mixed", "kind: other", "0.yaml:14:20: F610 expected kind other, is mixed"),
        ("RF02: raised", "RF02: clear", "0.yaml:15:17: F610 expected RF02 clear, is raised"),
        ("flags: {RF02: raised}", "flags: {RF01: clear}", "0.yaml:16:15: F610 expected RF02 clear, is raised"),
        ("overall: points_to_discuss", "overall: barrier_recorded", "0.yaml:18:22: F610 expected overall barrier_recorded, is points_to_discuss"),
        ("C01: discuss", "C01: ok", "0.yaml:18:46: F610 expected C01 ok, is discuss"),
        ("others: discuss", "others: ok", "0.yaml:18:63: F610 expected C02 ok, is discuss"),
        ("since: yes", "since: no", "0.yaml:20:18: F610 expected since no, is yes"),
        ("loud: shown", "loud: not", "0.yaml:19:17: F610 expected loud not, is shown"),
        ("signs: {", "sings: {", "0.yaml:12:5: F601 there is no 'sings' in this form (did you mean 'signs'?)"),
        ("RF02: raised", "RF20: raised", "0.yaml:15:11: F601 there is no 'RF20' in this form (did you mean 'RF02'?)"),
        ("findings:", "finding:", "0.yaml:14:3: F601 There is no 'finding' here. (did you mean 'findings'?)"),
        ("numbness: yes", "numbness: maybe", "0.yaml:6:13: A102 Numbness: 'maybe' is no option here: known here: no, yes"),
        ("numbness: yes", "numbnes: yes", "0.yaml:6:3: A101 The form has no question 'numbnes'. (did you mean 'numbness'?)"),
        ("pain: 7", "pain: 11", "0.yaml:8:9: A102 Pain: 11 is not possible: give a number from 0 to 10."),
        ("title:", "titel:", "0.yaml:2:1: F601 There is no 'titel' here. (did you mean 'title'?)"),
    ],
)  # fmt: skip
def test_that_each_broken_expectation_is_a_problem_at_its_line(old, new, problem):
    assert WHOLE.count(old) == 1
    told = problems_of(WHOLE.replace(old, new))
    assert any(each.removesuffix(" (correct the rule, or what is expected)") == problem for each in told), told


def test_that_what_is_expected_of_rows_says_of_which():
    told = problems_of("example: a\nexpect:\n  findings: {tried: enough}\n", form=form_with())
    assert told == [
        "0.yaml:3:14: F601 'tried' has an outcome for each row of 'medicines' (write tried.1 for that of the first row)"
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("RF02: raised", "RF02: Raised", "0.yaml:15:17: F610 expected RF02 Raised, is raised (did you mean 'raised'?)"),
        ("RF02: raised", "RF02: U1", "0.yaml:15:17: F601 'U1' is a tier (write {state: raised, tier: U1})"),
        ("RF02: raised", "RF02: yes", "0.yaml:15:17: F610 expected RF02 yes, is raised (known here: clear, not_established, raised)"),
        ("C01: discuss", "C01: maybe", "0.yaml:18:46: F610 expected C01 maybe, is discuss (known here: barrier, discuss, na, need_info, ok)"),
        ("since: yes", "since: asked", "0.yaml:20:18: F610 expected since asked, is yes (known here: no, open, yes)"),
        ("loud: shown", "loud: yes", "0.yaml:19:17: F610 expected loud yes, is shown (known here: not, shown)"),
        ("flags: {RF02: raised}", "flags: [RF02]", "0.yaml:15:10: F601 names belong here, each with what is expected of it (write them as {RF01: ...}, in brackets or below each other)"),
    ],
)  # fmt: skip
def test_that_the_remedy_for_an_expectation_that_is_no_state_names_the_states(old, new, told):
    assert told in problems_of(WHOLE.replace(old, new))


def test_that_an_answer_that_is_not_taken_is_reported_and_not_what_follows_from_it():
    told = problems_of(WHOLE.replace("numbness: yes", "numbness: Yes"))
    assert told == ["0.yaml:6:13: A102 Numbness: 'Yes' is no option here: did you mean 'yes'?"]


def test_that_an_undecided_result_names_what_is_missing():
    told = problems_of(WHOLE, GAPS.replace("total: 0-3", "total: 2"))
    assert told == [
        "1.yaml:7:20: F610 expected signs total 2, is 0-3; missing numbness, reflex.left (correct the rule, or what is expected)"
    ]


def test_that_a_rule_that_the_answers_break_has_to_be_expected():
    told = problems_of(WHOLE, REFUSED.replace("refused: {numb_without_pain: yes, pain: no}", "values: {half: 5}"))
    broken = "1.yaml:13:7: F610 the answers break the rule 'numb_without_pain': Numb and in the worst pain."
    assert told == [f"{broken} (correct the answers, or expect it: refused: {{numb_without_pain: yes}})"]


def test_that_an_answer_that_is_taken_after_all_breaks_its_refusal():
    told = problems_of(WHOLE, REFUSED.replace("pain: 11", "pain: 8"))
    assert [each for each in told if "expected pain refused yes, is no" in each]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("example: a\nanswers:\n  pain: 1\n", "F603 the example 'a' expects nothing"),
        ("example: a\nlike: b\nexpect: {flags: {RF01: clear}}\n", "F601 there is no example 'b'"),
        ("- example: a\n  like: b\n  expect: {only_flags: yes}\n- example: b\n  like: a\n  expect: {only_flags: yes}\n", "F601 examples like each other: a -> b -> a"),
        ("- example: a\n  expect: {flags: {RF01: not_established}}\n- example: a\n  expect: {flags: {RF01: not_established}}\n", "F602 there are two examples 'a'"),
        ("exmaple: a\nexpect: {flags: {RF01: clear}}\n", "0.yaml:1:1: F601 this is no example (begin with 'example:'"),
        ("numbness: yes\n", "0.yaml:1:1: F601 this is no example"),
        ("- pain\n", "0.yaml:1:3: F601 this is no example"),
        ("examples: a\nexpect: {}\n", "F601 There is no 'expect' here."),
        ("examples: a\ncases:\n  - title: b\n", "F601 this case has no name"),
        ("example: a\nwithout: [pain]\nexpect: {only_flags: yes}\n", "F601 'without' is a list of questions, beside 'like'"),
    ],
)  # fmt: skip
def test_that_an_example_that_can_test_nothing_is_a_problem(text, problem):
    assert any(problem in each for each in problems_of(text))


def test_that_all_that_is_no_example_is_told_at_once():
    told = problems_of(
        "examples: a\ntilte: b\ncases:\n  - exmaple: one\n  - example: two\n    expcet: {}\n    anwers: {}\n"
        "  - example: three\n    expect: {flags: {RF99: clear}, scores: {nothing: 1}, falgs: {}}\n"
    )
    places = [":".join(each.split(" ")[0].split(":")[1:3]) for each in told]
    assert places == ["2:1", "4:5", "6:5", "7:5", "9:58", "9:22", "9:45"]


def stub(form, answers, before=None):
    """An assessment that concludes the opposite of everything."""
    real = assess(form, answers)
    return replace(
        real,
        values=tuple(replace(each, value=Decimal(99), lowest=None, highest=None) for each in real.values),
        scores=tuple(
            replace(
                each, state=ScoreState.COMPLETE, total=Decimal(99), band=None, cutoffs=(), lowest=None, highest=None
            )
            for each in real.scores
        ),
        findings=(),
        flags=tuple(
            replace(each, state=FlagState.CLEAR if each.state is not FlagState.CLEAR else FlagState.RAISED)
            for each in real.flags
        ),
        trials=tuple(replace(each, overall=Overall.NO_BARRIER_RECORDED, criteria=()) for each in real.trials),
        notes=(),
    )


def test_that_every_example_fails_against_a_stub(monkeypatch):
    monkeypatch.setattr("screener.assess.examples.assess", stub)
    told = problems_of(WHOLE, GAPS)
    assert {each.split(":")[0] for each in told} == {"0.yaml", "1.yaml"}
