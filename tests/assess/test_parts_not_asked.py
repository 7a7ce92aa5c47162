"""Columns that are not asked in a row: the same whether assessed whole or after an edit."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType

import pytest

from screener.assess.answers import Answers, Chosen, Measured, Rows
from screener.assess.assess import assess
from screener.form.load import load_form
from screener.report.compose import compose_report
from screener.report.document import Grid
from screener.shelf import shelf

SIXTY = Measured(Decimal(60), "mg/day")


@pytest.fixture(scope="module")
def form():
    return load_form(shelf()["neuropathy"])


def tried(*rows, complete=False) -> Answers:
    return Answers(cells={"medicines": Rows(tuple(map(MappingProxyType, rows)), complete=complete)})


def not_asked(assessment) -> set[str]:
    return {name.removeprefix("medicines.") for name in assessment.parts_not_asked}


def test_that_a_condition_is_decided_in_each_row_on_its_own(form):
    found = not_asked(assess(form, tried({"drug": Chosen("capsaicin_patch")}, {"drug": Chosen("opioid")})))
    assert found == {"0.name", "0.mg_day", "0.max_tolerated", "0.dose_reached", "1.max_tolerated"}


def test_that_nothing_is_left_out_while_the_answer_it_hangs_on_is_missing(form):
    assert not_asked(assess(form, tried({"mg_day": SIXTY}))) == set()
    assert not_asked(assess(form, Answers())) == set()


def test_that_an_edit_says_the_same_as_a_new_assessment(form):
    before = assess(form, tried({"drug": Chosen("capsaicin_patch")}))
    now = tried({"drug": Chosen("amitriptyline")}, {"drug": Chosen("lidocaine")})
    assert assess(form, now, before).same_as(assess(form, now))


def test_that_paper_says_not_asked_of_an_answer_that_no_rule_heeds(form):
    answers = tried(
        {"drug": Chosen("capsaicin_patch"), "mg_day": SIXTY}, {"drug": Chosen("duloxetine"), "mg_day": SIXTY}
    )
    parts = compose_report(assess(form, answers)).parts
    grid = next(
        block
        for part in parts
        for block in part.blocks
        if isinstance(block, Grid) and block.columns[0].title == "Medicine"
    )
    assert [row[1] for row in grid.rows] == ["not asked", "60 mg/day"]
