"""Limits that a form leaves to the site, because laboratories differ too much.

1. Where the site sets the limit, it is like any other.
2. Where it doesn't, the finding doesn't apply and says why; the value is asked and printed as it is.
3. Only findings read such a limit, and no red flag or criterion hangs on one: that would say "no" without it.
4. What the site writes is checked as everywhere: one number per unit, and a name that exists.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from screener.assess.answers import Answers, Measured
from screener.assess.assess import assess
from screener.assess.assessment import Asked, FindingState
from screener.assess.coverage import Coverage
from screener.assess.explain import explain
from screener.assess.nearness import distances
from screener.form.problem import FormError
from screener.report.compose import compose_report
from screener.report.text import render_text
from tests.form.minimal import FILES, form_with, problems_with

DAY = datetime(2026, 11, 21, 10, 40, tzinfo=UTC)
EXAMINATION, SITE, FINDING, FLAGS, TRIAL = (
    "sections/examination.yaml", "site.yaml", "findings/sweat.yaml", "flags/all.yaml", "trials/one.yaml",
)  # fmt: skip
ITEM = """\
  - item: esc
    text: Skin conductance of the feet
    short: Skin conductance
    type: quantity
    units:
      µS: {limits: [0, 150]}
    cutoffs:
      low: site
"""
SWEAT = """\
finding: sweat
title: Sweat function
cite: Invented for the tests.
outcomes:
  reduced: Reduced
  kept: Not reduced
cases:
  - reduced: esc < esc.low
  - otherwise: kept
"""


def files(limit: str = "", **more: str) -> dict[str, str]:
    site = FILES[SITE].replace("actions:", f"  esc.low: {limit}\nactions:") if limit else FILES[SITE]
    return {EXAMINATION: FILES[EXAMINATION] + ITEM, FINDING: SWEAT, SITE: site, **more}


def assessed(form, value: str = "55"):
    answers = Answers(cells={"esc": Measured(Decimal(value), "µS")}, assessed=DAY)
    assessment = assess(form, answers)
    return assessment, next(one for one in assessment.findings if one.id == "sweat")


@pytest.mark.parametrize(("value", "outcome"), [("59", "reduced"), ("60", "kept")])
def test_that_a_limit_set_by_the_site_decides(value, outcome):
    form = form_with(files("60"))
    assert assessed(form, value)[1].outcome == outcome
    assert form.items["esc"].cutoffs["low"].numbers == {"µS": Decimal(60)}


def test_that_without_the_limit_the_finding_does_not_apply_and_says_why():
    form = form_with(files())
    assessment, found = assessed(form)
    assert (found.state, found.outcome, found.possible) == (FindingState.NA, None, ())
    explained = explain(assessment, "sweat")
    assert explained.outcome == "no limit configured at this clinic; value only"
    assert explained.rule[0] == "Reduced: if Skin conductance is below the clinic's own limit"
    assert distances(assessment, "sweat") == ()


def test_that_without_the_limit_the_value_is_asked_and_printed_and_nothing_waits_for_it():
    assessment, _ = assessed(form_with(files()))
    text = " ".join(render_text(compose_report(assessment)).split())
    assert "no limit configured at this clinic; value only" in text
    assert "55 µS" in text
    nothing = assess(form_with(files()), Answers(assessed=DAY))
    assert nothing.asked["esc"] is Asked.YES
    assert "esc" not in {needed.item for needed in nothing.needed}


def test_that_no_example_has_to_try_what_only_a_limit_of_the_site_decides():
    def gaps(limit: str) -> list[str]:
        return [gap.message for gap in Coverage(form_with(files(limit))).gaps() if "sweat" in gap.message]

    assert gaps("") == []
    assert any("reduced" in gap for gap in gaps("60"))


READERS = {
    "a note": ({"notes/more.yaml": "note: dry\nplace: scores\nwhen: esc < esc.low\ntext: Dry feet.\n"}, "notes/more.yaml:3:7"),
    "a rule": ({"rules/more.yaml": "rule: dry\nmust: esc < esc.low\nmessage: Dry feet.\n"}, "rules/more.yaml:2:7"),
    "a question": ({EXAMINATION: FILES[EXAMINATION] + ITEM + "  - item: dry\n    text: Dry\n    type: yes_no\n    ask_if: esc < esc.low\n"},
        "sections/examination.yaml:52:13"),
    "a value": ({"values/more.yaml": "value: under\ntitle: Under\nis: esc.low - esc\nsource: A\n"}, "values/more.yaml:3:5"),
    "a red flag": ({FLAGS: FILES[FLAGS].replace("either(loss == lost)", "esc < esc.low")}, "flags/all.yaml:4:14"),
    "a red flag by way of a finding": ({FLAGS: FILES[FLAGS].replace("either(loss == lost)", "sweat == reduced")}, "flags/all.yaml:4:14"),
    "a criterion by way of two findings": ({
        "findings/more.yaml": "finding: dry\ntitle: Dry\nhidden: yes\noutcomes: {is_dry: Dry, not_dry: Not}\ncases:\n  - is_dry: sweat == reduced\n"
        "  - otherwise: not_dry\n",
        TRIAL: FILES[TRIAL].replace("na: diabetes == none", "na: dry == is_dry"),
    }, "trials/one.yaml:21:13"),
}  # fmt: skip


@pytest.mark.parametrize("limit", ["", "60"])
@pytest.mark.parametrize("reader", READERS)
def test_that_only_findings_read_a_limit_left_to_the_site_and_nothing_vital_hangs_on_it(reader, limit):
    changes, place = READERS[reader]
    assert problems_with(files(limit, **changes)) == [f"{place} F315"]


def test_that_a_limit_of_the_site_lies_inside_the_limits_of_the_question():
    with pytest.raises(FormError) as caught:
        form_with(files("600"))
    assert [(problem.at.file, problem.code) for problem in caught.value.problems] == [("small/site.yaml", "F516")]


def test_that_one_number_per_unit_is_asked_of_the_site():
    in_two_units = ITEM.replace(
        "      µS: {limits: [0, 150]}", "      µS: {limits: [0, 150]}\n      mS: {limits: [0, 1]}"
    )
    with pytest.raises(FormError) as caught:
        form_with(files("60") | {EXAMINATION: FILES[EXAMINATION] + in_two_units})
    assert [(problem.at.file, problem.code) for problem in caught.value.problems] == [("small/site.yaml", "F312")]
