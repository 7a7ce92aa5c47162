"""A trial that is asked about only on enquiry.

T1  Without an enquiry nothing of it applies: each criterion is `na`, the trial is `na` and never "no barrier recorded".
T2  While nobody has said whether there is an enquiry, the trial is open and names that question; what it reads is too.
T3  With an enquiry the trial is what it would be without the condition.
T4  A question that only a trial reads may be asked on enquiry only; reading it in a criterion reads its condition.
T5  An edit that decides nothing but whether it applies concludes what a new assessment concludes.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from screener.assess.answers import Answers, Chosen, NoValue, Reason
from screener.assess.assess import assess
from screener.assess.assessment import Asked, Overall
from screener.assess.explain import explain
from screener.cli.concluded import concluded
from screener.report.compose import compose_report
from screener.report.text import render_text
from tests.form.minimal import FILES, form_with, problems_with

DAY = datetime(2026, 11, 21, 10, 40, tzinfo=UTC)
TRIAL, HISTORY = "trials/one.yaml", "sections/history.yaml"
GATED_QUESTION = """\
  - item: enquiry
    text: Asked for a trial
    type: yes_no
  - item: can_attend
    text: Can attend for two years
    type: yes_no
    ask_if: enquiry
"""
GATED_POINT = """\
  - criterion: C03
    title: Attendance
    cases:
      - barrier: not can_attend
      - otherwise: ok
    why: Because.
notes:
"""


def files() -> dict[str, str]:
    trial = FILES[TRIAL].replace("criteria:", "applies_if: enquiry\ncriteria:", 1)
    return {
        TRIAL: trial.replace("notes:\n", GATED_POINT, 1),
        HISTORY: FILES[HISTORY].replace("items:\n", f"items:\n{GATED_QUESTION}", 1),
    }


@pytest.fixture(scope="module")
def form():
    return form_with(files())


def trial_of(form, **given: str):
    cells = {cell: Chosen(option) for cell, option in given.items()}
    assessment = assess(form, Answers(cells=cells, assessed=DAY))
    return assessment, assessment.trials[0]


def test_that_without_an_enquiry_nothing_of_a_trial_applies(form):
    assessment, trial = trial_of(form, enquiry="no", diabetes="t1", pain="no")
    assert trial.overall is Overall.NA
    assert {criterion.state for criterion in trial.criteria} == {"na"}
    assert trial.notes == ()
    assert assessment.asked["can_attend"] is Asked.NO
    assert not any("C0" in result for needed in assessment.needed for result in needed.settles)


def test_that_the_summary_says_that_there_was_no_enquiry_and_lists_no_point(form):
    text = render_text(compose_report(trial_of(form, enquiry="no")[0]))
    assert "No trial enquiry was made." in text
    assert "C01" not in text
    assert "No commonly used exclusion" not in text


@pytest.mark.parametrize("answer", [None, NoValue(Reason.UNKNOWN)])
def test_that_a_trial_is_open_while_nobody_has_said_whether_there_is_an_enquiry(form, answer):
    cells = {"enquiry": answer} if answer else {}
    assessment = assess(form, Answers(cells=cells | {"diabetes": Chosen("none")}, assessed=DAY))
    (trial,) = assessment.trials
    assert trial.overall is Overall.INFORMATION_NEEDED
    assert [missing.item for missing in trial.missing] == ["enquiry"]
    states = {criterion.id: criterion for criterion in trial.criteria}
    assert states["C02"].possible == ("na",)  # for another reason
    assert states["C03"].possible == ("na", "barrier", "ok")
    assert "enquiry" in [missing.item for missing in states["C03"].missing]
    assert concluded(assessment)["trials"][0]["missing"][0]["item"] == "enquiry"
    assert "Whether there is a trial enquiry is not recorded." in render_text(compose_report(assessment)).replace(
        "\n", " "
    )


def test_that_with_an_enquiry_a_trial_is_what_its_criteria_come_to(form):
    _, trial = trial_of(form, enquiry="yes", diabetes="t1", pain="no", can_attend="no")
    assert trial.overall is Overall.BARRIER_RECORDED
    assert trial.notes == ("about",)
    assert trial.missing == ()


def test_that_an_edit_gives_the_same_trial_as_assessing_anew(form):
    before, _ = trial_of(form, enquiry="no", diabetes="t1")
    for given in ({"enquiry": "yes"}, {}, {"enquiry": "no"}):
        answers = Answers(cells={cell: Chosen(option) for cell, option in given.items()}, assessed=DAY)
        before = assess(form, answers, before)
        assert before.same_as(assess(form, answers))


def test_that_why_says_what_the_trial_is_asked_for(form):
    assessment, _ = trial_of(form, enquiry="no")
    explained = explain(assessment, "C01")
    assert explained.outcome == "Not applicable"
    assert explained.rule[0] == "Not applicable: if Asked for a trial: not yes"
    assert "enquiry" in explained.cells


def test_that_a_criterion_may_read_what_is_asked_on_enquiry_only_because_of_its_trial():
    without = files()
    without[TRIAL] = without[TRIAL].replace("applies_if: enquiry\n", "")
    assert problems_with(files()) == []
    assert [problem.partition(" ")[2] for problem in problems_with(without)] == ["F309"]


def test_that_an_applies_if_of_a_trial_that_is_no_condition_is_reported_at_its_place():
    spoiled = files()
    spoiled[TRIAL] = spoiled[TRIAL].replace("applies_if: enquiry", "applies_if: enquiri")
    assert "trials/one.yaml:9:13 F404" in problems_with(spoiled)


def test_that_an_edit_of_the_enquiry_alone_changes_the_trial_where_no_point_of_it_changes():
    head = FILES[TRIAL][: FILES[TRIAL].index("cutoffs:")]
    point = "criteria:\n  - criterion: C02\n    title: A\n    cases:\n      - na: diabetes == none\n      - otherwise: ok\n    why: A\n"
    form = form_with({**files(), TRIAL: f"{head}applies_if: enquiry\n{point}"})
    before = assess(form, Answers({"diabetes": Chosen("none")}))
    overall = [before.trials[0].overall]
    for enquiry in (Chosen("yes"), Chosen("no"), NoValue(Reason.DECLINED), Chosen("yes")):
        answers = before.answers.with_answer("enquiry", enquiry)
        before = assess(form, answers, before)
        assert before.same_as(assess(form, answers))
        overall.append(before.trials[0].overall)
    open_, clear = Overall.INFORMATION_NEEDED, Overall.NO_BARRIER_RECORDED
    assert overall == [open_, clear, Overall.NA, open_, clear]
