"""What rows of a table leave open, and how it is named.

O1  An answer entered in half in a row is named with what it lacks, as it is beside a table, and leads somewhere.
O2  A row names what its own rule can still read in it, and what it reads beside the table; nothing of other rows.
O3  A column not asked in a row is never named; while the table is not on screen, what decides that is named.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from screener.assess.answers import (
    Answers,
    Chosen,
    ChosenSeveral,
    Measured,
    NoValue,
    PartialDate,
    Reason,
    Rows,
    Whole,
)
from screener.assess.assess import assess
from screener.assess.assessment import Missing
from screener.assess.split import MOST_OPEN
from screener.form.load import load_form
from screener.progress import label_of
from screener.report.compose import compose_report
from screener.report.document import Grid
from screener.report.naming import missing_text
from screener.shelf import shelf

DAY = datetime(2026, 11, 21, 10, 40, tzinfo=UTC)
FORM = {
    "form.yaml": "form: levels\nversion: 1.0.0\ntitle: Levels\ntiers:\n  S: Safety\nsections: [results]\n",
    "results.yaml": """\
section: results
title: Results
items:
  - item: tested
    text: Any level measured
    type: yes_no
  - item: labs
    text: Levels
    type: table
    ask_if: tested
    columns:
      - column: level
        text: Level
        type: quantity
        fresh_for: 90 days
        units:
          "%": {limits: [3, 20]}
          mmol/mol: {limits: [9, 195]}
        cutoffs:
          high: {"%": 10, mmol/mol: 86}
      - column: since
        text: Since
        type: date
      - column: kinds
        text: Kinds
        type: several
        options:
          a: A
          b: B
          neither: {text: Neither, exclusive: yes}
      - column: strong
        text: Strong
        type: yes_no
        ask_if: a in kinds
""",
    "high.yaml": """\
finding: high
title: A high level
cite: invented for this test
per: row
table: labs
outcomes: {high: High, strong: Strong, fine: Fine}
cases:
  - high: level > level.high
  - strong: strong
  - otherwise: fine
""",
    "flags.yaml": """\
- flag: R1
  title: Some level high
  tier: S
  cite: invented for this test
  raised_if: tested and any(labs, level > level.high)
  action: Act.
- flag: R2
  title: Some old level
  tier: S
  cite: invented for this test
  raised_if: tested and any(labs, level.age_days > 30)
  action: Act.
- flag: R3
  title: Long known
  tier: S
  cite: invented for this test
  raised_if: tested and any(labs, not within(since, 1, years))
  action: Act.
""",
}
SHARED = {
    "score.yaml": """\
score: tests
title: Tests
cite: invented for this test
licence: A
range: [1, 2]
points:
  tested: {yes: 2, no: 1}
""",
    "shared.yaml": """\
finding: shared
title: What the score and its answer say together
cite: invented for this test
outcomes: {never: Never, high: High, low: Low}
cases:
  - never: tests >= 2 and not tested
  - high: any(labs, level > level.high)
  - otherwise: low
""",
}
FRESH = Measured(Decimal("8.0"), "%", date=PartialDate(2026, 11, 1))
WHOLE = {
    "level": FRESH, "since": PartialDate(2026, 10, 3), "kinds": ChosenSeveral(("a",)), "strong": Chosen("no"),
}  # fmt: skip


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    return loaded(tmp_path_factory.mktemp("levels"), FORM)


def loaded(folder, files):
    for name, text in files.items():
        (folder / name).write_text(text)
    return load_form(folder)


@pytest.fixture(scope="module")
def shipped():
    return load_form(shelf()["neuropathy"])


def assessed(form, *rows, tested="yes", complete=True):
    cells = {"labs": Rows(rows, complete=complete)} | ({"tested": Chosen(tested)} if tested else {})
    return assess(form, Answers(cells, assessed=DAY))


BARE, UNDATED = Measured(Decimal(11)), Measured(Decimal(8), "%")
OLD = Measured(Decimal(11), "%", date=PartialDate(2026, 1, 1))
BELOW = Measured(Decimal("10.5"), "%", "<", PartialDate(2026, 11, 1))
MONTH, YEAR, DECLINED = PartialDate(2026, 10), PartialDate(2025), NoValue(Reason.DECLINED)
HALVES = {
    "no unit": ("R1", "level", BARE, Missing("labs.2.level.unit", "nothing"), "Levels: row 2, Level: unit"),
    "too old": ("R1", "level", OLD, Missing("labs.2.level", "stale", OLD, 324), "Levels: row 2, Level"),
    "after <": ("R1", "level", BELOW, Missing("labs.2.level", "inexact", BELOW), "Levels: row 2, Level"),
    "no date": ("R2", "level", UNDATED, Missing("labs.2.level.date", "nothing"), "Levels: row 2, Level: date"),
    "only a month": (
        "R2", "level", replace(UNDATED, date=MONTH), Missing("labs.2.level.date", "inexact", MONTH), "Levels: row 2, Level: date",
    ),
    "only a year": ("R3", "since", YEAR, Missing("labs.2.since", "inexact", YEAR), "Levels: row 2, Since"),
    "declined": ("R1", "level", DECLINED, Missing("labs.2.level", "declined", DECLINED), "Levels: row 2, Level"),
}  # fmt: skip


@pytest.mark.parametrize("half", HALVES)
def test_that_an_answer_entered_in_half_in_a_row_is_named_and_leads_to_it(form, half):
    rule, column, answer, missing, label = HALVES[half]
    assessment = assessed(form, WHOLE, {**WHOLE, column: answer})
    flag = next(one for one in assessment.flags if one.id == rule)
    assert (flag.state.value, flag.missing) == ("not_established", (missing,))
    assert rule in next(one.settles for one in assessment.needed if one.item == missing.item)
    assert label_of(form, missing.item) == label


def test_that_paper_says_which_part_of_an_answer_in_a_row_is_missing(form):
    assessment = assessed(
        form, {**WHOLE, "level": Measured(Decimal(11))}, {**WHOLE, "level": Measured(Decimal(8), "%")}
    )
    said = [missing_text(form, flag.missing) for flag in assessment.flags]
    assert said[:2] == [
        "Levels, row 1, Level, unit",
        "Levels, row 1, Level, unit, Levels, row 2, Level, date of measurement",
    ]


def test_that_paper_says_in_the_row_what_is_missing_and_why_it_is(form):
    old, below = PartialDate(2026, 1, 1), replace(FRESH, value=Decimal("10.5"), comparator="<")
    rows = ({**WHOLE, "level": replace(FRESH, date=old)}, {**WHOLE, "level": below}, {"level": FRESH})
    parts = compose_report(assessed(form, *rows)).parts
    grid = next(
        one for part in parts for one in part.blocks if isinstance(one, Grid) and one.columns[0].title == "Level"
    )
    assert [row[-1] for row in grid.rows] == [
        "undecided; missing: Level (too old: 8.0 %, 324 days old)",
        "undecided; missing: Level (only known as <10.5 %)",
        "undecided; missing: Kinds, Strong",
    ]


def test_that_a_row_names_what_can_still_change_it_and_nothing_of_other_rows(form):
    unanswered = {"kinds": ChosenSeveral(("b",))}
    assessment = assessed(form, {**WHOLE, "level": Measured(Decimal(11))}, unanswered, {"level": FRESH}, {})
    assert [[each.item for each in one.missing] for one in assessment.findings] == [
        ["labs.1.level.unit"], ["labs.2.level"], ["labs.3.kinds", "labs.3.strong"],
        ["labs.4.level", "labs.4.kinds", "labs.4.strong"],
    ]  # fmt: skip


def test_that_rows_kept_of_a_table_not_on_screen_are_not_named(form):
    assessment = assessed(form, {}, tested="")
    assert {one.item for flag in assessment.flags for one in flag.missing} == {"tested"}
    assert {one.item for finding in assessment.findings for one in finding.missing} == {"tested"}
    assert [one.item for one in assessment.needed] == ["tested"]


def test_that_a_finding_per_row_applies_where_its_table_is_asked(form):
    def states(tested):
        return [(one.state.value, one.possible) for one in assessed(form, WHOLE, tested=tested).findings]

    assert states("yes") == [("decided", ("fine",))]
    assert states("no") == [("na", ())]
    assert states("") == [("undecided", ("fine", "na"))]


def test_that_an_edit_in_a_row_names_what_a_new_assessment_names(form):
    before = assessed(form, WHOLE)
    for row in ({**WHOLE, "level": Measured(Decimal(11))}, {**WHOLE, "level": Measured(Decimal(11), "%")}, {}):
        answers = before.answers.with_answer("labs", Rows((WHOLE, row), complete=True))
        before = assess(form, answers, before)
        assert before.same_as(assess(form, answers))
    answers = before.answers.with_answer("labs", Rows((WHOLE,), complete=True))
    assert assess(form, answers, before).same_as(assess(form, answers))


def test_that_an_edit_of_what_asks_for_the_table_concludes_what_a_new_assessment_concludes(form):
    before = assessed(form, {**WHOLE, "level": Measured(Decimal(11), "%")}, {})
    for tested in (Chosen("no"), NoValue(Reason.UNKNOWN), Chosen("yes"), None, Chosen("yes")):
        answers = before.answers.with_answer("tested", tested)
        before = assess(form, answers, before)
        assert before.same_as(assess(form, answers))


def test_that_however_many_rows_are_open_an_answer_read_twice_is_still_tried_out(tmp_path):
    files = FORM | SHARED | {"results.yaml": FORM["results.yaml"].replace("    ask_if: tested\n", "")}
    rows = ({},) * (MOST_OPEN + 1)
    found = assessed(loaded(tmp_path, files), *rows, tested="").findings[-1]
    assert (found.id, found.possible) == ("shared", ("high", "low"))


# --- the shipped form ---------------------------------------------------------------------------------------------


def tried(form, *rows, **cells):
    answers = Answers({"medicines": Rows(rows, complete=True), **cells}, assessed=DAY)
    return [one for one in assess(form, answers).findings if one.id == "adequate_trial"]


def test_that_a_row_names_a_part_of_an_answer_beside_the_table(shipped):
    row = {"drug": Chosen("gabapentin"), "mg_day": Whole(900), "weeks": Whole(12), "outcome": Chosen("none")}
    (found,) = tried(shipped, row, sex_for_egfr=Chosen("female"), creatinine=Measured(Decimal(100)))
    assert found.possible == ("renal", "dose_too_low")
    assert {one.item for one in found.missing} == {"creatinine.unit", "patient.born"}


def test_that_a_row_names_only_what_is_asked_in_it_and_read_of_it(shipped):
    rows = (
        {"drug": Chosen("duloxetine"), "weeks": Whole(12), "outcome": Chosen("none")},
        {"drug": Chosen("capsaicin_patch"), "weeks": Whole(3)},
        {"drug": Chosen("amitriptyline"), "mg_day": Whole(10), "weeks": Whole(12), "outcome": Chosen("none")},
        {"drug": Chosen("opioid")},
    )
    assert [[one.item for one in found.missing] for found in tried(shipped, *rows)] == [
        ["medicines.1.mg_day"], ["medicines.2.outcome"], ["medicines.3.max_tolerated"], [],
    ]  # fmt: skip
