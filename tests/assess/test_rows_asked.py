"""How long the way through a form is: rows asked of a patient.

1. A question is a row, with its two sides too; a table is a row; what is not asked, or not yet, is none.
2. Every example that stands alone is counted, no case of a group.
"""

from __future__ import annotations

from screener.assess.answers import Answers, Chosen
from screener.assess.assess import assess
from screener.assess.examples import read_examples, vignettes
from screener.form.source import read_yaml
from tests.form.minimal import form_with

EXAMPLES = """\
- example: alone
  date: 2026-11-21
  answers: {pain: yes}
  expect: {flags: {RF02: raised}}
- examples: group
  date: 2026-11-21
  cases:
    - example: one_case
      answers: {pain: no}
      expect: {flags: {RF02: clear}}
"""


def rows(**given: str) -> int:
    return assess(form_with(), Answers(cells={cell: Chosen(option) for cell, option in given.items()})).rows


def test_that_a_question_counts_once_with_both_its_sides_and_a_table_once():
    form = form_with()
    assert rows(pain="yes") == len(form.items) == len(form.cells) - 2


def test_that_a_question_not_asked_or_not_yet_asked_is_no_row():
    assert rows(pain="no") == rows() == rows(pain="yes") - 1


def test_that_examples_which_stand_alone_are_counted_and_no_case_of_a_group():
    form = form_with()
    tree = read_yaml(EXAMPLES.encode(), "examples.yaml")
    found = dict(vignettes(form, read_examples([tree], [])))
    assert {name: assessment.rows for name, assessment in found.items()} == {"alone": rows(pain="yes")}
