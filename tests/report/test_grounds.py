"""What each point of a trial rests on, beside its state (clinical source 3.4: every criterion with its state, and why)."""

from __future__ import annotations

import pytest

from screener.report import wording
from screener.report.document import Grid
from tests.report import vignettes


def stated(name, criterion):
    """What stands beside a criterion of a vignette."""
    (part,) = [part for part in vignettes.report(name).parts if part.title == wording.TRIAL_POINTS]
    grids = [block for block in part.blocks if isinstance(block, Grid)]
    return next(row[1] for grid in grids for row in grid.rows if row[0].partition(" ")[0] == criterion)


@pytest.mark.parametrize(
    ("name", "criterion", "words"),
    [
        ("v01", "C07", "No concern on the information recorded. HbA1c: 8.1 % (65 mmol/mol), 31-Oct-2026 (21 days old)"),
        ("v01", "C01", "No concern on the information recorded. Age: 58 years"),
        ("v01", "C04", "No concern on the information recorded. TCSS: 10 of 19, moderate; Pain NRS: 7 of 10, severe"),
        ("v09", "C06", "To discuss with the trial team. Treatment for: 0 months; First-line failures: 0; Foot pain: no; Average pain (NRS): 0"),
        ("v01", "X04", "No concern on the information recorded. Active foot ulcer, Gangrene, Hot swollen foot: no on both sides"),
        ("v11", "X13", "Information needed. Blood-borne viruses: not tested"),
    ],
)  # fmt: skip
def test_that_a_point_stands_with_the_answers_and_results_it_rests_on(name, criterion, words):
    assert stated(name, criterion) == words


def test_that_a_point_that_one_case_decides_stands_with_what_that_case_reads():
    assert stated("v11", "X09") == (
        "Commonly an exclusion in trials of this kind. eGFR: 27 mL/min/1.73 m²; "
        "Creatinine: 165 µmol/L (1.87 mg/dL), 19-Oct-2026 (33 days old); End-stage kidney disease: no"
    )


def test_that_a_judged_result_stands_with_its_figure_first():
    assert "Vitamin B12: 201 pmol/L (272 pg/mL), 19-Oct-2026 (33 days old), Indeterminate range" in stated("v11", "X07")


def test_that_an_open_point_says_what_is_there_and_then_what_is_needed():
    assert stated("v07", "C04") == (
        "Information needed. TCSS: 6–8 of 19, incomplete (13 of 15): possible 6–8 of 19; mild in any case. "
        "Needed: Average pain (NRS) (not recorded)"
    )
    assert stated("v07", "C07") == "Information needed. Needed: HbA1c (not recorded)"


def test_that_a_point_that_does_not_apply_says_by_which_answer_and_not_that_trials_were_asked_about():
    assert stated("v11", "X02") == "Not applicable. Pregnancy: after menopause"
