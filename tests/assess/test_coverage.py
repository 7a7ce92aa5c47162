"""What the examples of a form try is counted, and each gap is named at its rule (docs/forms.md, Examples).

1. Examples that try everything leave no gap; without one of them, its points are the gaps.
2. A limit is tried by an answer exactly there and by one just on the other side: not by others, not by an open one.
3. An example tries only what it states the outcome of.
4. A form whose limit is moved fails its own examples when its coverage is complete: that is what coverage is for.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from screener.assess.assess import assess
from screener.assess.coverage import Coverage
from screener.assess.examples import read_examples, run_examples
from screener.form.load import SourceFile, form_of
from screener.form.source import read_yaml
from tests.assess.begun_form import BEGUN
from tests.assess.generated import form_of as generated_form
from tests.assess.generated import partial_answers

QUESTIONS = """\
section: two
title: Two
items:
  - item: sugar
    text: Sugar
    type: quantity
    units:
      "%": {limits: [3.0, 20.0]}
      mmol/mol: {limits: [9, 195]}
    cutoffs:
      high: {"%": 10.0, mmol/mol: 86}
  - item: medicines
    text: Medicines
    type: table
    columns:
      - column: weeks
        text: Weeks
        type: whole
        limits: [0, 99]
"""
RULES = """\
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
- finding: level
  title: Level
  cite: Invented
  outcomes:
    high: High
    low: Low
  cases:
    - low: not numbness
    - high: sugar > sugar.high
    - otherwise: low
- finding: tried
  title: Tried
  cite: Invented
  outcomes:
    long: Long
    short: Short
  cases:
    - long: any(medicines, weeks >= 8)
    - otherwise: short
- flag: RF01
  title: New numbness
  cases:
    - E: numbness and within(since, 3, months)
    - U1: numbness
    - otherwise: clear
  action: Call.
  cite: Invented
- note: loud
  place: scores
  when: signs >= 4
  text: Many signs.
- rule: numb_or_not
  must: not (numbness and reflex.left == present)
  message: Numb, but the reflex is there.
- trial: trial
  title: Trial
  kind: composite
  snapshot: 2026-11-21
  source: Invented
  criteria:
    - criterion: C01
      title: Signs
      cases:
        - barrier: signs >= 5
        - otherwise: ok
      why: Invented.
"""
EXAMPLES = """\
- example: nothing_found
  date: 2026-11-21T10:40+01:00
  answers:
    numbness: no
    reflex: {left: present, right: present}
    sugar: {value: 12, unit: "%"}
    medicines: {rows: [{weeks: 7}], complete: true}
  expect:
    scores:
      signs: 0
    findings: {level: low, tried: short}
    asked: {since: no}
    refused: {numb_or_not: no}
    only_flags: yes
    notes: {loud: not}
    trials:
      trial: {overall: no_barrier_recorded, C01: ok}
- example: everything_found
  date: 2026-11-21T10:40+01:00
  answers:
    numbness: yes
    since: 2026-08-21
    reflex: {left: absent, right: absent}
    sugar: {value: 10.1, unit: "%"}
    medicines: {rows: [{weeks: 8}], complete: true}
  expect:
    scores:
      signs: {total: 5, band: many}
    findings: {level: high, tried: long}
    asked: {since: yes}
    flags: {RF01: {state: raised, tier: E}}
    trials:
      trial: {overall: barrier_recorded, C01: barrier}
- example: sugar_10
  like: everything_found
  answers:
    sugar: {value: 10.0, unit: "%"}
  expect:
    findings: {level: low}
- example: sugar_86
  like: everything_found
  answers:
    since: 2026-08-20
    sugar: {value: 86, unit: mmol/mol}
  expect:
    findings: {level: low}
    flags: {RF01: {state: raised, tier: U1}}
- example: sugar_87
  like: everything_found
  answers:
    sugar: {value: 87, unit: mmol/mol}
  expect:
    findings: {level: high}
- example: total_2
  like: nothing_found
  answers:
    reflex: {left: present, right: absent}
  expect:
    scores:
      signs: {total: 2, band: few}
- example: total_3
  like: everything_found
  answers:
    reflex: {left: absent, right: present}
  expect:
    scores:
      signs: {total: 3, band: many}
    notes: {loud: not}
- example: total_4
  like: nothing_found
  answers:
    reflex: {left: absent, right: absent}
  expect:
    scores:
      signs: 4
    notes: {loud: shown}
    trials:
      trial: {C01: ok}
- example: broken
  like: everything_found
  answers:
    reflex: {left: present, right: absent}
  expect:
    refused: {numb_or_not: yes}
- example: all_open
  date: 2026-11-21T10:40+01:00
  answers: {}
  expect:
    scores:
      signs: {total: 0-5, missing: [numbness, reflex.left, reflex.right]}
    findings: {level: [high, low], tried: [long, short]}
    flags: {RF01: not_established}
    trials:
      trial: {overall: information_needed, C01: need_info}
"""


def form_with(rules=RULES):
    files = BEGUN | {"two.yaml": QUESTIONS, "rules.yaml": rules}
    return form_of([SourceFile(f"small/{name}", text.encode()) for name, text in files.items()], "small")


FORM = form_with()


def ran(text, form=FORM):
    """The problems of these examples, and the coverage they reach."""
    problems, coverage = [], Coverage(form)
    problems += run_examples(form, read_examples([read_yaml(text.encode(), "examples.yaml")], problems), coverage)
    return [str(problem) for problem in problems], coverage


def gaps(text):
    problems, coverage = ran(text)
    assert problems == []
    return [re.sub(r"^small/(.+?):\d+: F620 no example of (.+) \(.+\)$", r"\1 \2", str(gap)) for gap in coverage.gaps()]


def without(name):
    """The examples without one of them; those that are like it are written out by their own answers."""
    before, after = re.split(rf"^- example: {name}\n", EXAMPLES, maxsplit=1, flags=re.MULTILINE)
    rest = re.search(r"^- example:", after, re.MULTILINE)
    return before + (after[rest.start() :] if rest else "")


def test_that_examples_that_try_everything_leave_no_gap():
    assert gaps(EXAMPLES) == []
    _, coverage = ran(EXAMPLES)
    assert coverage.tried == coverage.points > 40


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("sugar_86", ["rules.yaml:19 level: Sugar at 86 mmol/mol",
                      "rules.yaml:33 RF01: Since on the day before the 3 months", "rules.yaml:34 RF01: decided by its case 'U1'"]),
        ("sugar_87", ["rules.yaml:19 level: Sugar above 86 mmol/mol, by 1 at most"]),
        ("total_2", ["rules.yaml:1 signs: Signs of 2 (many from 3)"]),
        ("total_3", ["rules.yaml:1 signs: Signs of 3 (many from 3)", "rules.yaml:40 note loud: Signs of 3"]),
        ("total_4", ["rules.yaml:40 note loud: Signs of 4", "rules.yaml:40 note loud: shown", "rules.yaml:54 C01: Signs of 4"]),
        ("broken", ["rules.yaml:43 rule numb_or_not: broken"]),
        ("all_open", ["rules.yaml:1 signs: open", "rules.yaml:6 signs: reflex.left missing", "rules.yaml:6 signs: reflex.right missing",
                      "rules.yaml:7 signs: numbness missing", "rules.yaml:11 level: open", "rules.yaml:21 tried: open",
                      "rules.yaml:30 RF01: open", "rules.yaml:45 trial trial: information_needed", "rules.yaml:51 C01: open"]),
    ],
)  # fmt: skip
def test_that_without_an_example_what_it_alone_tried_is_named_at_its_rule(name, left):
    assert sorted(gaps(without(name))) == sorted(left)


@pytest.mark.parametrize(
    ("answer", "is_there", "is_beside"),
    [
        ("{value: 10.0, unit: '%'}", True, False),
        ("{value: 10.00, unit: '%'}", True, False),
        ("{value: 10.05, unit: '%'}", False, True),
        ("{value: 10.1, unit: '%'}", False, True),
        ("{value: 10.2, unit: '%'}", False, False),
        ("{value: 9.9, unit: '%'}", False, False),
        ("{value: '<10.0', unit: '%'}", False, False),
        ("{value: 10.0}", False, False),
        ("{value: 86, unit: mmol/mol}", False, False),
        ("{no_value: unknown}", False, False),
    ],
)
def test_that_a_limit_is_tried_exactly_there_and_one_step_beyond_in_the_unit_entered(answer, is_there, is_beside):
    only = f"example: a\nanswers:\n  numbness: yes\n  sugar: {answer}\nexpect:\n  findings: {{level: undecided}}\n"
    _, coverage = ran(only)
    told = "\n".join(str(gap) for gap in coverage.gaps())
    assert ("level: Sugar at 10.0 %" not in told) == is_there
    assert ("level: Sugar above 10.0 %, by 0.1 at most" not in told) == is_beside


def test_that_an_example_tries_nothing_whose_outcome_it_does_not_state():
    silent = EXAMPLES.replace("    findings: {level: high, tried: long}\n", "").replace("    asked: {since: no}\n", "")
    assert "one.yaml:10 asked since: no" in gaps(silent)
    assert "rules.yaml:43 rule numb_or_not: kept" in gaps(silent.replace("    refused: {numb_or_not: no}\n", ""))
    assert "rules.yaml:28 tried: decided by its case 'long'" in gaps(silent)
    assert "rules.yaml:28 tried: Weeks at 8" in gaps(silent)


def test_that_an_open_answer_tries_no_case_although_one_of_them_will_decide():
    assert [gap for gap in gaps(EXAMPLES[: EXAMPLES.index("- example: everything")]) if "level: decided" in gap] == [
        "rules.yaml:19 level: decided by its case 'high'",
        "rules.yaml:20 level: decided by 'otherwise: low'",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("signs >= 4", "signs >= 5"), ("signs >= 4", "signs >= 3"), ("signs >= 4", "signs > 4"),
        ("signs >= 5", "signs >= 4"), ("weeks >= 8", "weeks > 8"), ("weeks >= 8", "weeks >= 7"),
        ("sugar > sugar.high", "sugar >= sugar.high"), ("3, months", "2, months"), ("3, months", "4, months"),
        ("absent: 2", "absent: 3"), ("{from: 3", "{from: 4"), ("{from: 3", "{from: 2"), ("    - low: not numbness\n", ""),
    ],
)  # fmt: skip
def test_that_complete_coverage_notices_a_rule_that_is_changed(old, new):
    assert RULES.count(old) == 1
    rules = RULES.replace(old, new).replace("range: [0, 5]", "range: [0, 7]" if "absent: 3" in new else "range: [0, 5]")
    problems, _ = ran(EXAMPLES, form_with(rules))
    assert problems


def test_that_a_case_is_tried_where_it_would_be_missed_and_not_where_the_later_ones_say_the_same():
    same = EXAMPLES.replace('sugar: {value: 12, unit: "%"}', 'sugar: {value: 9, unit: "%"}')
    assert gaps(same) == ["rules.yaml:18 level: decided by its case 'low'"]


@pytest.mark.parametrize("seed", range(20))
def test_that_the_points_of_any_form_can_be_counted_and_what_was_tried_once_stays_tried(seed):
    form = generated_form(seed, has_rows=seed % 2 == 0)
    coverage = Coverage(form)
    stated = {"", *(point.of for point in coverage._points)}
    counts = [coverage.tried]
    for number in range(30):
        coverage.take(assess(form, partial_answers(form, number, keep=number / 30)), stated)
        counts.append(coverage.tried)
    assert 0 == counts[0] < counts[-1] <= coverage.points
    assert counts == sorted(counts)
    assert len(coverage.gaps()) == coverage.points - coverage.tried


def test_that_gaps_stand_in_the_order_of_their_places():
    _, coverage = ran(EXAMPLES[: EXAMPLES.index("- example: everything")])
    assert len(coverage.gaps()) > 5
    assert all(one.at <= other.at for one, other in pairwise(coverage.gaps()))
