"""How what is missing is named, over the shipped form.

N1  An undecided result always names something that can still change it.
N2  A quantity without its unit names the unit, without its date (where age matters) the date, too old its value and age.
N3  An answer that is only a stretch (`<10.5`, a year) is named as it stands.
N4  What is not on screen yet is named by what decides whether it is asked.
N5  What somebody was unable to give is not asked for again; a reason that may pass is, after all that is open.
N6  What settles most comes first; a red flag counts by the highest tier that it can still have.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from screener.assess.answers import (
    Answers,
    Chosen,
    Measured,
    NotDone,
    NoValue,
    PartialDate,
    Patient,
    Reason,
    Rows,
    Whole,
)
from screener.assess.assess import assess
from screener.assess.assessment import FlagState, Missing
from screener.assess.reads import reads_of
from screener.form.load import load_form
from screener.shelf import shelf
from tests.assess.generated import partial_answers
from tests.form.minimal import FILES, form_with

DAY = datetime(2026, 11, 21, 10, 40, tzinfo=UTC)


@pytest.fixture(scope="module")
def form():
    return load_form(shelf()["neuropathy"])


BORN = PartialDate(1968, 3, 14)


def criterion(form, name, *, born=BORN, assessed=DAY, **cells):
    enquiry = {"trial_enquiry": Chosen("yes")}
    answers = Answers(enquiry | cells, Patient(born=born), assessed)
    found = next(one for trial in assess(form, answers).trials for one in trial.criteria if one.id == name)
    return found.possible, set(found.missing)


TYPE_2 = {"diabetes_type": Chosen("t2")}


def test_that_an_answer_that_the_form_would_have_refused_decides_nothing(form):
    possible, _ = criterion(form, "C07", **TYPE_2, hba1c=NotDone())
    assert len(possible) > 1


def test_that_a_quantity_without_its_unit_names_the_unit(form):
    possible, missing = criterion(form, "C07", **TYPE_2, hba1c=Measured(Decimal(9)))
    assert len(possible) > 1
    assert Missing("hba1c.unit", "nothing") in missing


def test_that_a_quantity_without_its_date_names_the_date_where_its_age_matters(form):
    possible, missing = criterion(form, "C07", **TYPE_2, hba1c=Measured(Decimal("9.0"), "%"))
    assert possible == ("need_info", "ok")
    assert missing == {Missing("hba1c.date", "nothing")}


def test_that_a_result_too_old_is_named_with_value_and_age(form):
    hba1c = Measured(Decimal("9.0"), "%", date=PartialDate(2026, 8, 22))
    possible, missing = criterion(form, "C07", **TYPE_2, hba1c=hba1c)
    assert "ok" in possible
    assert missing == {Missing("hba1c", "stale", hba1c, days=91)}


def test_that_a_result_of_ninety_days_is_not_too_old(form):
    possible, _ = criterion(form, "C07", **TYPE_2, hba1c=Measured(Decimal("9.0"), "%", date=PartialDate(2026, 8, 23)))
    assert possible == ("ok",)


def test_that_a_number_known_as_a_stretch_is_named_as_it_stands(form):
    hba1c = Measured(Decimal("10.5"), "%", "<", PartialDate(2026, 11, 1))
    possible, missing = criterion(form, "C07", **TYPE_2, hba1c=hba1c)
    assert possible == ("discuss", "ok")
    assert missing == {Missing("hba1c", "inexact", hba1c)}


def test_that_a_number_known_as_a_stretch_in_a_row_is_named_with_its_row(form):
    row = {
        "drug": Chosen("duloxetine"),
        "mg_day": Measured(Decimal(50), "mg/day", ">"),
        "weeks": Whole(8),
        "outcome": Chosen("none"),
    }
    found = assess(form, Answers({"medicines": Rows((row,), complete=True)}, assessed=DAY)).findings
    trial = next(one for one in found if one.id == "adequate_trial")
    assert trial.possible == ("dose_too_low", "adequate_failed")
    assert Missing("medicines.1.mg_day", "inexact", row["mg_day"]) in trial.missing


def test_that_a_date_without_its_day_is_named_as_it_stands(form):
    cells = {
        "cardiovascular_event": Chosen("yes"),
        "cardiovascular_event_date": PartialDate(2026),
        "nyha": Chosen("class_1"),
    }
    possible, missing = criterion(form, "X11", **cells)
    assert possible == ("barrier", "discuss")
    assert missing == {Missing("cardiovascular_event_date", "inexact", PartialDate(2026))}


@pytest.mark.parametrize(
    ("day", "possible"), [(PartialDate(2026), ("need_info", "ok")), (PartialDate(2026, 10), ("ok",))]
)
def test_that_a_measurement_known_by_its_year_or_month_names_what_is_known_of_its_date(form, day, possible):
    hba1c = Measured(Decimal("9.0"), "%", date=day)
    missing = set() if len(possible) == 1 else {Missing("hba1c.date", "inexact", day)}
    assert criterion(form, "C07", **TYPE_2, hba1c=hba1c) == (possible, missing)


def test_that_an_age_names_both_dates_where_both_are_missing(form):
    _, missing = criterion(form, "C07", assessed=None, **TYPE_2, hba1c=Measured(Decimal("9.0"), "%"))
    assert missing == {Missing("hba1c.date", "nothing"), Missing("date", "nothing")}


@pytest.mark.parametrize(("year", "possible"), [(2008, ("barrier", "ok")), (2007, ("ok",))])
def test_that_a_birth_date_known_by_its_year_is_named_as_it_stands_where_the_day_matters(form, year, possible):
    found = criterion(form, "C01", born=PartialDate(year))
    assert found == (possible, set() if len(possible) == 1 else {Missing("patient.born", "inexact", PartialDate(year))})


def test_that_a_date_is_named_as_it_stands_after_each_edit_and_not_once_it_is_exact(form):
    number = Measured(Decimal("9.0"), "%")
    cells = {"trial_enquiry": Chosen("yes"), "diabetes_type": Chosen("t2")}
    before = assess(form, Answers(cells, assessed=DAY))
    for day, reasons in (
        (None, ["nothing"]), (PartialDate(2026), ["inexact"]), (None, ["nothing"]), (PartialDate(2026, 11, 1), []),
    ):  # fmt: skip
        answers = before.answers.with_answer("hba1c", replace(number, date=day))
        before = assess(form, answers, before)
        assert before.same_as(assess(form, answers))
        assert [one.reason for one in before.needed if one.item == "hba1c.date"] == reasons


def test_that_what_is_not_on_screen_is_named_by_what_decides_it(form):
    _, missing = criterion(form, "X11", nyha=Chosen("class_1"))
    assert missing == {Missing("cardiovascular_event", "nothing")}


def test_that_a_date_kept_of_a_question_not_on_screen_is_named_by_what_decides_it_too(form):
    _, missing = criterion(form, "X11", nyha=Chosen("class_1"), cardiovascular_event_date=PartialDate(2026))
    assert missing == {Missing("cardiovascular_event", "nothing")}


@pytest.mark.parametrize("seed", range(40))
def test_that_every_undecided_result_names_something(form, seed):
    """Except what reads a score with a part that is not asked: nothing can settle that, it stays a range."""
    assessment, reads = assess(form, partial_answers(form, seed, keep=(seed % 5) / 4)), reads_of(form)
    stuck = [reads.named(score.id) for score in assessment.scores if score.not_asked]
    rules = {one.id: reads.cases(one.cases) for trial in form.trials for one in trial.criteria}
    open_ = {
        flag.id: frozenset()
        for flag in assessment.flags
        if flag.state is FlagState.NOT_ESTABLISHED and not flag.missing
    }
    for one in (one for trial in assessment.trials for one in trial.criteria):
        if len(one.possible) > 1 and not one.missing:
            open_[one.id] = rules[one.id]
    for one in assessment.findings:
        if one.state.value == "undecided" and not one.missing:
            open_[one.id] = reads.named(f"{one.id}.{one.side}" if one.side in ("left", "right") else one.id)
    assert [id_ for id_, cells in open_.items() if not any(score <= cells for score in stuck)] == []


@pytest.mark.parametrize("reason", Reason)
def test_that_what_nobody_can_give_is_asked_for_no_more_and_what_has_a_reason_comes_last(reason):
    given = Answers({"monofilament.left": NoValue(reason), "monofilament.right": Chosen("felt")})
    assessment = assess(form_with(), given)
    assert "monofilament.left" in {one.item for flag in assessment.flags for one in flag.missing}
    asked = [(one.item, one.reason) for one in assessment.needed]
    if reason is Reason.UNABLE:
        assert "monofilament.left" not in dict(asked)
    else:
        assert asked[-1] == ("monofilament.left", reason)
        assert {why for _, why in asked[:-1]} == {"nothing"}


def test_that_a_flag_counts_by_the_highest_tier_that_it_can_still_have():
    cases = "  cases:\n    - E: pain and smoker\n    - U1: pain\n    - otherwise: clear\n  action: A\n  cite: A\n"
    files = {
        "sections/more.yaml": "section: more\ntitle: A\nitems:\n"
        + "".join(f"  - item: {id_}\n    text: A\n    type: yes_no\n" for id_ in ("fever", "smoker")),
        "form.yaml": FILES["form.yaml"].replace("[history,", "[history, more,"),
        "flags/all.yaml": f"- flag: RF01\n  title: A\n{cases}- flag: RF02\n  title: A\n  tier: E\n  raised_if: fever\n"
        "  action: A\n  cite: A\n",
        "trials/one.yaml": "trial: one\ntitle: A\nkind: composite\nsnapshot: 2026-11-21\nsource: A\n"
        "criteria:\n  - criterion: C01\n    title: A\n    why: A\n    cases:\n      - otherwise: ok\n",
    }
    form = form_with(files)
    open_ = assess(form, Answers())
    assert [one.item for one in open_.needed[:3]] == ["pain", "fever", "smoker"]
    smoker = Answers(cells={"smoker": Chosen("no")})
    for after in (assess(form, smoker), assess(form, smoker, open_)):
        assert [one.item for one in after.needed[:2]] == ["fever", "pain"]
        assert "RF01" in after.needed[1].settles
    assert assess(form, Answers(), assess(form, smoker)).needed == open_.needed
    for before in (None, open_):  # raised: what is left says whether on the same day
        raised = assess(form, Answers(cells={"pain": Chosen("yes")}), before)
        assert (raised.flags[0].state, raised.flags[0].tier) == (FlagState.RAISED, "E")
        assert [(one.item, one.settles[0]) for one in raised.needed[:2]] == [("fever", "RF02"), ("smoker", "RF01")]
    settled = Answers(cells={"pain": Chosen("yes"), "smoker": Chosen("no")})
    assert "RF01" not in {id_ for one in assess(form, settled).needed for id_ in one.settles}
