"""Skin conductance in the shipped form is judged by the clinic's own limit only."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from functools import cache

import pytest

from screener.assess.answers import Answers, Chosen, ChosenSeveral, Measured
from screener.assess.assess import assess
from screener.assess.assessment import FindingState
from screener.form.folder import SourceFile, form_files
from screener.form.load import form_of
from screener.paths import FORMS
from screener.report.compose import compose_report
from screener.report.text import render_text

DAY = datetime(2026, 11, 21, 10, 40, tzinfo=UTC)
SITE = b"site: Riverside Clinic\ncutoffs:\n  esc_feet.low: 60\n"


@cache
def form(*, has_limit: bool):
    files = form_files(FORMS / "neuropathy")
    return form_of([*files, SourceFile("neuropathy/site.yaml", SITE)] if has_limit else files, "neuropathy")


def assessed(*, has_limit: bool, test: str = "esc", **feet: str):
    cells = {
        "tests_done": ChosenSeveral((test,)),
        "amputation.left": Chosen("none"),
        "amputation.right": Chosen("none"),
    }
    cells |= {f"esc_feet.{side}": Measured(Decimal(value), "µS") for side, value in feet.items()}
    return assess(form(has_limit=has_limit), Answers(cells=cells, assessed=DAY))


def found(*, has_limit: bool, **feet: str):
    findings = assessed(has_limit=has_limit, **feet).findings
    return {each.side: each for each in findings if each.id == "skin_conductance"}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("59", "72", ["below", "not_below"]),
        ("60", "60", ["not_below", "not_below"]),
        ("0", "120", ["below", "not_below"]),
    ],
)
def test_that_below_the_limit_is_said_of_the_side_where_it_is(left, right, expected):
    sides = found(has_limit=True, left=left, right=right)
    assert [sides["left"].outcome, sides["right"].outcome] == expected


def test_that_a_side_not_measured_stays_open():
    sides = found(has_limit=True, right="45")
    assert sides["right"].outcome == "below"
    assert (sides["left"].state, [each.item for each in sides["left"].missing]) == (
        FindingState.UNDECIDED,
        ["esc_feet.left"],
    )


def test_that_without_a_limit_the_figure_stands_alone():
    assert {each.state for each in found(has_limit=False, left="59", right="72").values()} == {FindingState.NA}


def test_that_the_missing_limit_is_said_on_paper_only_where_something_was_measured():
    measured, dropped = (
        " ".join(render_text(compose_report(assessed(has_limit=False, test=test, left="59", right="72"))).split())
        for test in ("esc", "none")
    )
    assert "no limit configured at this clinic; value only" in measured
    assert "no limit configured" not in dropped
