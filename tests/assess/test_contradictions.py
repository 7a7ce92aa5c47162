"""What is written for two units of a quantity is one amount, by the reviewed conversions."""

from __future__ import annotations

import pytest

from screener.assess.contradictions import contradictions
from screener.form.load import load_form
from screener.paths import FORMS
from tests.form.minimal import FILES, changed, form_with

EXAMINATION, SITE, TRIAL = "sections/examination.yaml", "site.yaml", "trials/one.yaml"
TWICE = ("- need_info: pain", "- need_info: hba1c >= cutoffs.most")

# where the numbers are written: what stands there, what is written instead, where it is reported
CONTRADICTIONS = {
    "a cut-off": (changed(EXAMINATION, "mmol/mol: 86", "mmol/mol: 68") | {SITE: "site: A\n"}, "sections/examination.yaml:34"),
    "a cut-off of the clinic": (changed(SITE, "mmol/mol: 75", "mmol/mol: 57"), "site.yaml:3"),
    "a normal range of the clinic": (
        {SITE: FILES[SITE] + 'normal:\n  hba1c: {"%": below 6.0, mmol/mol: below 24}\n'}, "site.yaml:7",
    ),
    "a cut-off of a trial that is read from the other side": (
        {TRIAL: FILES[TRIAL].replace("mmol/mol: 80", "mmol/mol: 60").replace("hba1c > cutoffs.most", "cutoffs.most < hba1c")},
        "trials/one.yaml:14",
    ),
    "a cut-off of a trial, which is read twice": (
        {TRIAL: FILES[TRIAL].replace("mmol/mol: 80", "mmol/mol: 60").replace(*TWICE)}, "trials/one.yaml:14",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CONTRADICTIONS)
def test_that_two_numbers_that_are_not_one_amount_are_reported_where_they_stand(what):
    files, place = CONTRADICTIONS[what]
    (problem,) = contradictions(form_with(files))
    assert (f"{problem.at.file.removeprefix('small/')}:{problem.at.line}", problem.code) == (place, "F518")


@pytest.mark.parametrize("number", [57, 70])  # 70: as of 8.6 %
def test_that_a_contradiction_says_what_the_number_is_in_the_other_unit(number):
    (problem,) = contradictions(form_with(changed(SITE, "mmol/mol: 75", f"mmol/mol: {number}")))
    assert problem.message == f"'hba1c.high': 9.0 % is 75 mmol/mol, not {number}"


@pytest.mark.parametrize("number", [72, 78])
def test_that_what_laboratories_round_is_no_contradiction(number):
    assert list(contradictions(form_with(changed(SITE, "mmol/mol: 75", f"mmol/mol: {number}")))) == []


@pytest.mark.parametrize("name", ["neuropathy", "foot-check"])
def test_that_the_shipped_forms_hold_no_contradiction(name):
    assert list(contradictions(load_form(FORMS / name))) == []
