"""What each point of a trial rests on, beside its state (clinical source 3.4: every criterion with its state, and why).

And what raised a red flag: without it a reader can't see why the flag is there while its own question says no.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from screener.assess.answers import Chosen, ChosenSeveral, Whole
from screener.assess.assess import assess
from screener.assess.assessment import FlagState
from screener.assess.deciding import Deciding
from screener.report import wording
from screener.report.compose import compose_report
from screener.report.compose_first import action_box
from screener.report.compose_sources import marks
from screener.report.document import Grid
from screener.report.text import render_text
from screener.report.texts import strings
from tests.report import vignettes


def assessed(name, **given):
    """A vignette with other answers; a double underscore in a name stands for the dot of a cell."""
    answers = vignettes.answers(name)
    cells = {**answers.cells, **{cell.replace("__", "."): answer for cell, answer in given.items()}}
    return assess(vignettes.form(), replace(answers, cells=cells))


def stated(name, criterion, **given):
    """What stands beside a criterion of a vignette, with other answers as in `assessed`."""
    report = compose_report(assessed(name, **given))
    (part,) = [part for part in report.parts if part.title == wording.TRIAL_POINTS]
    grids = [block for block in part.blocks if isinstance(block, Grid)]
    return next(row[1] for grid in grids for row in grid.rows if row[0].partition(" ")[0] == criterion)


@pytest.mark.parametrize(
    ("name", "criterion", "words"),
    [
        ("v01", "C07", "No concern on the information recorded. HbA1c: 8.1 % (65 mmol/mol), 31-Oct-2026 (21 days old)"),
        ("v01", "C01", "No concern on the information recorded. Age: 58 years"),
        ("v01", "C04", "No concern on the information recorded. TCSS: 10 of 19, moderate; Pain NRS: 7 of 10, severe"),
        ("v09", "C06", "To discuss with the trial team. Treatment for: 0 months; First-line failures: 0; Foot pain: no; Average pain (NRS): 0 of 10"),
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


def test_that_a_calculated_figure_stands_with_the_result_it_comes_from_whatever_the_state():
    creatinine = replace(vignettes.answers("v11").cells["creatinine"], value=Decimal(100))
    assert stated("v11", "X09", creatinine=creatinine) == (
        "To discuss with the trial team. eGFR: 49 mL/min/1.73 m²; "
        "Creatinine: 100 µmol/L (1.13 mg/dL), 19-Oct-2026 (33 days old)"
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


def test_that_a_point_that_waits_for_a_score_nobody_can_complete_says_so():
    words = stated("v01", "C04", amputation__left=Chosen("major"), nrs_average=Whole(2))
    assert words.startswith("Information needed. TCSS: 7–12 of 19, incomplete (11 of 15)")
    lacking = "Ankle reflex left, Pin-prick left, Light touch left, Position sense left"
    assert words.endswith(f"TCSS can't be completed, as these are not asked: {lacking}")


def raised_by(name, **given):
    """What stands beside each raised flag of a vignette, with other answers as in `assessed`."""
    made = assessed(name, **given)
    raised = {each.id for each in made.flags if each.state is FlagState.RAISED}
    titles = {flag.title: flag.id for flag in made.form.flags if flag.id in raised}
    return {titles[each.title]: each.by for each in action_box(made).actions if each.title in titles}


@pytest.mark.parametrize(
    ("name", "flag", "words"),
    [
        ("v11", "RF25", "By: Protective sensation left and right: Lost."),
        ("rf07", "RF07", "By: Hot swollen foot right: yes."),
        ("rf10_stepwise", "RF10", "By: Tempo: in steps."),
        ("rf13", "RF13", ""),  # the question is called what the flag is
        ("rf16_progressive", "RF16", "By: Upper motor neuron signs, Worsening of upper motor neuron signs: yes."),
        ("rf03_abi", "RF03", "By: Active foot ulcer left: yes; Circulation left: ABI below 0.5."),
        ("rf03_deep", "RF03", "By: Foot infection right: deep tissue or bone suspected."),
        ("rf08_infection", "RF08", "By: Foot infection right: skin and superficial tissue."),
        ("rf23_t1_4", "RF23", "By: Diabetes: type 1; Diabetes for: 4 years."),
        ("rf23_before", "RF23", "By: Diabetes: type 2; Neuropathy before diabetes: yes."),
    ],
)
def test_that_a_raised_flag_says_which_answers_raised_it_and_on_which_side(name, flag, words):
    assert raised_by(name)[flag] == words


def test_that_a_flag_names_what_raised_it_and_not_the_question_of_its_name_that_says_no():
    regions = ChosenSeveral(("foot", "thigh"))
    assert raised_by("v01", regions__left=regions)["RF13"] == "By: Regions with symptoms left: thigh."
    both = "By: Proximal weakness or pain: yes; Regions with symptoms left: thigh."
    assert raised_by("v01", regions__left=regions, proximal_weakness=Chosen("yes"))["RF13"] == both
    assert raised_by("v01", regions__left=regions, distribution=ChosenSeveral(("proximal",)))["RF13"] == (
        "By: Distribution: hips, thighs or shoulders; Regions with symptoms left: thigh."
    )


@pytest.mark.parametrize(
    "name", ["rf20", "rf09_rest_pain", "rf09_toe_pressure_below", "rf03_gangrene", "rf24", *vignettes.NAMES]
)
def test_that_some_answer_is_found_behind_every_raised_flag(name):
    made = vignettes.assessment(name)
    for flag, result in zip(made.form.flags, made.flags, strict=True):
        if result.state is FlagState.RAISED:
            assert [*Deciding(made).parts(flag.cases, result.tier)], flag.id


def test_that_what_raised_a_flag_stands_in_the_text_too():
    assert " By: Protective sensation left and right: Lost." in " ".join(render_text(vignettes.report("v01")).split())


def test_that_paper_names_the_sources_of_raised_flags_and_of_no_other():
    (grid,) = [block for block in marks(vignettes.assessment("rf03_gangrene")) if isinstance(block, Grid)]
    assert grid.rows[-1][0] == "Red flags"
    assert grid.rows[-1][1].startswith(
        "Limb- or life-threatening foot problem: NICE NG19, as reported; Suspected limb-threatening ischaemia: IWGDF"
    )
    assert "Red flags" not in [*strings(marks(vignettes.assessment("v05")))]


@pytest.mark.parametrize(("progressive", "depends"), [(None, True), ("yes", False), ("no", False)])
def test_that_a_raised_flag_says_what_decides_how_urgent_it_is_while_that_is_open(progressive, depends):
    answer = Chosen(progressive) if progressive else None
    said = raised_by("v01", umn_signs=Chosen("yes"), umn_progressive=answer)["RF16"]
    assert ("How urgent it is depends on: Worsening of upper motor neuron signs." in said) is depends
