"""Rules over the rows of a table.

R1  A finding per row says something of each row, from that row's own answers.
R2  While more rows may come, nothing is said that another row could change.
R3  A row with an open cell names that cell.
R4  What is asked if a row says so is not asked yet while more rows may come.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from screener.assess.answers import Answers, Chosen, NoValue, Reason, Rows, Whole
from screener.assess.assess import assess
from screener.assess.assessment import Asked
from screener.form.load import load_form
from tests.form.minimal import FILES, form_with

FORM = {
    "form.yaml": "form: drugs\nversion: 1.0.0\ntitle: Drugs\ntiers:\n  S: Safety\nsections: [treatment]\n",
    "treatment.yaml": """\
section: treatment
title: Treatment
items:
  - item: treated
    text: Any medicine tried
    type: yes_no
  - item: medicines
    text: Medicines tried
    type: table
    ask_if: treated
    columns:
      - column: drug
        text: Medicine
        type: choice
        options:
          duloxetine: Duloxetine
          pregabalin: Pregabalin
          other: Other
      - column: mg_day
        text: Daily dose
        type: whole
        limits: [1, 4000]
      - column: weeks
        text: Weeks
        type: whole
        limits: [0, 500]
""",
    "doses.yaml": """\
lookup: adequate_dose
title: Dose of an adequate trial
unit: mg/day
of: medicines.drug
numbers: {duloxetine: 60, pregabalin: 300}
source: invented for this test
""",
    "adequate.yaml": """\
finding: adequate
title: Adequate trial
cite: invented for this test
per: row
table: medicines
outcomes:
  adequate: Adequate
  too_short: Too short
  too_little: Dose too low
  unlisted: No dose listed
cases:
  - unlisted: drug == other
  - too_little: mg_day < lookup(adequate_dose, drug)
  - too_short: weeks < 4
  - otherwise: adequate
""",
    "flags.yaml": """\
- flag: R1
  title: Two adequate trials
  tier: S
  cite: invented for this test
  raised_if: known(treated) and count(medicines, adequate == adequate) >= 2
  action: Refer.
- flag: R2
  title: Some long trial
  tier: S
  cite: invented for this test
  raised_if: treated and any(medicines, weeks >= 12)
  action: Refer.
- flag: R3
  title: Every trial long
  tier: S
  cite: invented for this test
  raised_if: treated and all(medicines, weeks >= 12)
  action: Refer.
""",
}


BESIDE_THE_TABLE = """\
section: person
title: Person
items:
  - item: weight
    text: Weight, kg
    type: whole
    limits: [20, 350]
"""
READS_BOTH = """\
flag: R1
title: Much for a light person
tier: S
cite: invented for this test
raised_if: treated and any(medicines, mg_day > 150 and weight < 50)
action: Refer.
"""


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    return loaded(tmp_path_factory.mktemp("forms"), FORM)


def loaded(below, files):
    folder = below / "drugs"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text)
    return load_form(folder)


def row(drug, mg_day=None, weeks=None):
    cells = {"drug": Chosen(drug)}
    if mg_day is not None:
        cells["mg_day"] = Whole(mg_day)
    if weeks is not None:
        cells["weeks"] = Whole(weeks)
    return cells


def assessed(form, *rows, complete=True, treated="yes"):
    cells = {"medicines": Rows(tuple(rows), complete)}
    if treated:
        cells["treated"] = Chosen(treated)
    return assess(form, Answers(cells, assessed=datetime(2026, 11, 21, tzinfo=UTC)))


def outcomes(assessment):
    return [(one.side, one.outcome, one.possible) for one in assessment.findings]


def flags(assessment):
    return {flag.id: flag.state.value for flag in assessment.flags}


def test_that_each_row_has_its_own_outcome(form):
    found = outcomes(
        assessed(
            form, row("duloxetine", 60, 4), row("pregabalin", 150, 20), row("duloxetine", 90, 3), row("other", 5, 1)
        )
    )
    assert [(side, outcome) for side, outcome, _ in found] == [
        ("1", "adequate"),
        ("2", "too_little"),
        ("3", "too_short"),
        ("4", "unlisted"),
    ]


def test_that_an_open_cell_of_a_row_leaves_its_outcomes_open_and_is_named(form):
    assessment = assessed(form, row("duloxetine", 60), row("pregabalin", 300, 8))
    assert outcomes(assessment)[0] == ("1", None, ("adequate", "too_short"))
    assert [one.item for one in assessment.findings[0].missing] == ["medicines.1.weeks"]
    assert flags(assessment)["R1"] == "not_established"


def test_that_a_reason_in_a_row_is_as_open_as_nothing(form):
    cells = {**row("duloxetine", 60), "weeks": NoValue(Reason.UNKNOWN)}
    assert outcomes(assessed(form, cells))[0] == ("1", None, ("adequate", "too_short"))


def test_that_a_count_over_an_open_table_has_no_upper_end(form):
    one = row("duloxetine", 60, 8)
    assert flags(assessed(form, one, complete=False))["R1"] == "not_established"
    assert flags(assessed(form, one))["R1"] == "clear"
    assert flags(assessed(form, one, one, complete=False))["R1"] == "raised"


def test_that_any_and_all_wait_for_rows_that_may_still_come(form):
    short, long = row("duloxetine", 60, 3), row("duloxetine", 60, 12)
    assert flags(assessed(form, long, complete=False)) == {
        "R1": "not_established",
        "R2": "raised",
        "R3": "not_established",
    }
    assert flags(assessed(form, short, complete=False))["R3"] == "clear"
    assert flags(assessed(form, short))["R2"] == "clear"
    assert flags(assessed(form, long))["R3"] == "raised"


def test_that_the_rows_to_come_are_named(form):
    assessment = assessed(form, row("duloxetine", 60, 3), complete=False)
    r2 = next(flag for flag in assessment.flags if flag.id == "R2")
    assert [one.item for one in r2.missing] == ["medicines.more"]


def test_that_a_table_that_is_not_asked_counts_no_rows(form):
    assert flags(assessed(form, row("duloxetine", 60, 40), treated="no")) == {
        "R1": "clear",
        "R2": "clear",
        "R3": "clear",
    }


def test_that_rows_kept_while_the_question_before_is_open_decide_nothing(form):
    one = row("duloxetine", 60, 40)
    assessment = assessed(form, one, one, treated="")
    assert flags(assessment) == {"R1": "not_established", "R2": "not_established", "R3": "not_established"}
    assert {one.item for flag in assessment.flags for one in flag.missing} == {"treated"}


def test_that_a_changed_row_changes_only_what_reads_it(form):
    before = assessed(form, row("duloxetine", 60, 3), row("pregabalin", 300, 8))
    answers = before.answers.with_answer(
        "medicines", Rows((row("duloxetine", 60, 4), row("pregabalin", 300, 8)), complete=True)
    )
    after = assess(form, answers, before)
    assert [one.outcome for one in after.findings] == ["adequate", "adequate"]
    assert flags(after)["R1"] == "raised"
    assert after.same_as(assess(form, answers))
    assert Decimal(60) == form.lookups[0].numbers["duloxetine"]


def test_that_an_answer_beside_the_table_reaches_the_rows_whichever_comes_first(tmp_path):
    pages = FORM["form.yaml"].replace("[treatment]", "[person, treatment]")
    files = FORM | {"form.yaml": pages, "person.yaml": BESIDE_THE_TABLE, "flags.yaml": READS_BOTH}
    form = loaded(tmp_path, files)
    answers = Answers({"treated": Chosen("yes")}, assessed=datetime(2026, 11, 21, tzinfo=UTC))
    assessment = assess(form, answers)
    for kilos in (60, 45):
        answers = answers.with_answer("weight", Whole(kilos))
        assessment = assess(form, answers, assessment)
        assert flags(assessment) == {"R1": "not_established"}
    assessment = assess(form, answers.with_answer("medicines", Rows((row("pregabalin", 300, 8),), True)), assessment)
    assert flags(assessment) == {"R1": "raised"}
    assert flags(assess(form, assessment.answers.with_answer("weight", Whole(60)), assessment)) == {"R1": "clear"}


@pytest.mark.parametrize(
    ("doses", "complete", "asked"),
    [
        ([60], False, Asked.YES), ([60], True, Asked.YES), ([5], False, Asked.OPEN), ([5], True, Asked.NO),
        ([5, 60], True, Asked.YES), ([], True, Asked.NO), ([], False, Asked.OPEN),
    ],
)  # fmt: skip
def test_that_a_question_after_a_row_is_on_screen_once_a_row_asks_for_it(doses, complete, asked):
    question = "  - item: helped\n    text: Helped\n    type: yes_no\n    ask_if: any(medicines, mg_day > 50)\n"
    history = "sections/history.yaml"
    form = form_with({history: FILES[history] + question})
    rows = tuple({"drug": Chosen("duloxetine"), "mg_day": Whole(dose)} for dose in doses)
    assessment = assess(form, Answers({"medicines": Rows(rows, complete=complete)}))
    assert assessment.asked["helped"] is asked
    assert ("helped" in assessment.on_screen) is (asked is Asked.YES)
