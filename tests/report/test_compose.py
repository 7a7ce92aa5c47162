"""What the summary says (clinical source 3.4, 3.5, 4.2, 4.4, checks across vignettes)."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from screener.assess.answers import Chosen, NoValue, PartialDate, Reason, Rows, Sharing, Whole, Written
from screener.assess.assess import assess
from screener.report import wording
from screener.report.compose import compose_report
from screener.report.document import (
    ActionBox,
    Grid,
    Labelled,
    Length,
    Pairs,
    ScoreBars,
    Sentences,
    SidesTable,
    Signature,
    Words,
)
from screener.report.marks import Mark
from screener.report.texts import texts
from tests.form.minimal import changed, form_with
from tests.report import vignettes
from tests.report.hand_made import assessment

EXAMINATION = "sections/examination.yaml"
SMALL = compose_report(assessment(question="Foot service: same-week assessment."))


def blocks(report, kind):
    return [block for part in report.parts for block in part.blocks if isinstance(block, kind)]


def part(report, title):
    return next(part for part in report.parts if part.title == title)


def said(report):
    return "\n".join(text for _, text in texts(report))


def actions(report):
    boxes = blocks(report, ActionBox)
    return {action.lead: f"{action.title} {action.text}".strip() for box in boxes for action in box.actions}


def test_that_what_to_act_on_comes_before_everything_else():
    assert isinstance(SMALL.parts[0].blocks[0], ActionBox)
    assert actions(SMALL)["Within 1 working day"].startswith("Hot, swollen foot Suspected acute Charcot foot")
    assert actions(SMALL)["Other red flags"] == "None of 1 could be established."


def test_that_a_flag_that_could_not_be_established_is_said_with_its_question_and_reason():
    assert actions(SMALL)["Not established"] == "Unexplained weight loss: Weight loss (not known)."


def test_that_an_unknown_answer_is_never_printed_as_no():
    history = part(SMALL, "History").blocks[0]
    assert isinstance(history, Pairs)
    lines = {row.label: row.text for row in history.rows}
    assert lines["Weight loss"] == "not known"
    assert lines["Answered no"] == "Fever"


def test_that_an_incomplete_score_is_a_range_with_what_is_missing_and_never_a_total():
    (bar,) = blocks(SMALL, ScoreBars)[0].bars
    assert bar.number == "4–8 of 10"
    assert bar.words == (
        "incomplete (6 of 8): possible 4–8 of 10; mild or moderate; ≥6 undecided; "
        "missing: Vibration, great toe left and right; Ankle reflex right (unable: amputated)"
    )
    assert (bar.lowest, bar.highest) == (4, 8)


def test_that_the_parts_up_to_the_first_page_break_hold_what_a_reader_needs():
    titles = []
    for each in SMALL.parts:
        if each.starts_page:
            break
        titles.append(each.title)
    assert titles == [
        wording.ACT_FIRST, "", wording.PARAGRAPH_DRAFT, "", wording.EXAMINATION, wording.SCORES, wording.TRIAL,
    ]  # fmt: skip


def test_that_findings_stand_under_their_side_and_a_reason_is_printed_in_place():
    rows = {row.label: (row.left, row.right, row.strong) for row in blocks(SMALL, SidesTable)[0].rows}
    assert rows["Ankle reflex"] == ("Abnormal", "unable: amputated", ("left",))
    assert rows["Monofilament, ball of the foot"] == ("Felt", "not recorded", ())


STRENGTH = """  - item: strength
    text: Strength
    type: choice
    sides: both
    options: {full: Full, weak: Weak, none: None}
"""


def of_strength(said, left, right):
    """Return the findings of a clinic's own question in whose options "none" is the worst one."""
    form = form_with(changed(EXAMINATION, "  - heading: Results\n", f"{STRENGTH}{said}  - heading: Results\n"))
    given = {"strength.left": Chosen(left), "strength.right": Chosen(right)}
    return compose_report(assess(form, replace(assessment().answers, cells=given, notes={})))


def test_that_an_option_is_judged_by_what_the_form_says_of_it_and_never_by_its_name():
    said = "    unremarkable: full\n"
    (table,) = blocks(of_strength(said, "none", "none"), SidesTable)[:1]
    assert [row.strong for row in table.rows if row.label == "Strength"] == [("left", "right")]
    calm = next(
        block
        for block in part(of_strength(said, "full", "full"), wording.EXAMINATION).blocks
        if isinstance(block, Sentences)
    )
    assert Labelled("Full on both sides", "Strength") in calm.rows


def test_that_a_label_with_a_semicolon_in_it_is_counted_as_one():
    said = "    unremarkable: full\n    short: Strength; tone\n"
    row, *_ = of_strength(said, "full", "full").shorter[-1].instead[0].rows
    assert row.text.endswith("(1)")


def test_that_paper_says_that_what_has_no_unremarkable_option_is_not_judged():
    (table,) = blocks(of_strength("", "none", "none"), SidesTable)[:1]
    assert [row.strong for row in table.rows if row.label == "Strength"] == [()]
    assert table.strong_means == wording.STARRED_BUT_ANSWERS


def test_that_left_and_right_swapped_in_the_answers_swap_on_paper():
    swapped = assessment()
    other = {"left": "right", "right": "left"}
    cells = {
        re.sub(r"\.(left|right)$", lambda side: f".{other[side.group(1)]}", cell): answer
        for cell, answer in swapped.answers.cells.items()
    }
    swapped = compose_report(replace(swapped, answers=replace(swapped.answers, cells=cells)))
    before, after = blocks(SMALL, SidesTable)[0], blocks(swapped, SidesTable)[0]
    assert [(row.label, row.right, row.left) for row in after.rows] == [(r.label, r.left, r.right) for r in before.rows]
    marks = {(point.place, point.side): point.mark for point in before.feet.points}
    assert {(point.place, other[point.side]): point.mark for point in after.feet.points} == marks


def test_that_the_feet_show_what_was_felt_what_was_not_and_what_is_not_recorded():
    marks = {(point.place, point.side): point.mark for point in blocks(SMALL, SidesTable)[0].feet.points}
    assert marks == {
        ("toe1", "left"): Mark.FILLED,
        ("toe1", "right"): Mark.OPEN,
        ("ball1", "left"): Mark.OPEN,
        ("ball1", "right"): Mark.BROKEN,
    }
    legend = blocks(SMALL, SidesTable)[0].feet.legend
    assert legend == ((Mark.FILLED, "Not felt"), (Mark.OPEN, "Felt"), (Mark.BROKEN, "no result"))


def test_that_a_long_reason_leaves_the_narrow_column_and_stands_whole_below_the_table():
    reason = "bandaged " * 400
    report = compose_report(assessment(vibration__left=NoValue(Reason.UNABLE, reason)))
    row = blocks(report, SidesTable)[0].rows[0]
    assert row.left == "unable (see below)"
    assert f"Vibration, great toe, left: unable: {reason}" in said(report)


def test_that_findings_marked_normal_as_a_block_are_said_to_be():
    report = compose_report(assessment(vibration__left=Chosen("normal", by_block=True)))
    assert "Marked normal together, as a block: Vibration, great toe" in said(report)


def test_that_the_clinicians_paragraph_replaces_the_draft():
    report = compose_report(assessment(text="My own words."))
    assert Words("My own words.") in part(report, wording.PARAGRAPH).blocks
    assert wording.PARAGRAPH_DRAFT not in said(report)


def test_that_a_note_for_the_summary_says_answers_in_words():
    paragraph = part(SMALL, wording.PARAGRAPH_DRAFT).blocks[0].text
    assert paragraph.startswith(
        "Male, aged 58. Neuropathy for 6; ankle reflexes left abnormal, right unable: amputated. Found other than normal: left:"
    )


def test_that_everything_without_a_value_is_named_once_with_its_reason():
    grid, reasons = part(SMALL, wording.STILL_NEEDED).blocks
    assert ("Weight loss", "not known", "Unexplained weight loss (red flag)") in grid.rows
    assert reasons == Pairs((Labelled("Unable", "Ankle reflex right"),))


@pytest.mark.parametrize(
    ("gender", "start"), [("male", "Male, aged 58. "), ("unknown", "Aged 58. "), ("", "Aged 58. ")]
)
def test_that_the_draft_begins_with_who_it_is_and_never_with_a_gender_not_known(gender, start):
    made = assessment()
    patient = replace(made.answers.patient, gender=gender)
    known = replace(made, answers=replace(made.answers, patient=patient))
    assert part(compose_report(known), wording.PARAGRAPH_DRAFT).blocks[0].text.startswith(start)


def test_that_the_draft_says_that_an_age_is_not_known():
    made = assessment()
    patient = replace(made.answers.patient, gender="female", born=None)
    unborn = replace(made, answers=replace(made.answers, patient=patient))
    text = part(compose_report(unborn), wording.PARAGRAPH_DRAFT).blocks[0].text
    assert text.startswith("Female, age not recorded. ")


def test_that_a_question_not_asked_stands_with_the_answer_that_made_it_so():
    count, reasons = part(SMALL, wording.NOT_ASKED_TITLE).blocks
    assert count.text.startswith("One question was not asked")
    assert reasons.rows == (Labelled("Sex: Male", "Pregnant"),)
    (grid,) = part(compose_report(assessment(), Length.ANSWERS), wording.NOT_ASKED_TITLE).blocks
    assert grid.rows == (("Pregnant", "Sex: Male"),)


def test_that_the_trial_section_comes_before_advice_and_signature_and_what_is_looked_up_behind_them():
    order = [each.title for each in vignettes.report("v01").parts]
    wanted = [
        wording.TRIAL_POINTS,
        wording.ADVICE,
        wording.COMPLETED_BY,
        wording.MARKS,
        wording.CARDS,
        wording.PROVENANCE,
    ]
    assert [title for title in order if title in wanted] == wanted


def of_sharing(length=Length.FULL, **added):
    made = assessment()
    summary = replace(made.answers.summary, **added)
    return compose_report(replace(made, answers=replace(made.answers, summary=summary)), length)


def signed_with(report):
    (signature,) = blocks(report, Signature)
    return {row.label: row.text for row in signature.rows}


def test_that_what_the_patient_agrees_to_and_who_receives_it_stand_with_the_signature():
    rows = signed_with(of_sharing(sharing=Sharing.AGREED, copies_to="GP; the patient"))
    assert (rows["The patient agrees to sharing"], rows["Copies to"]) == ("yes", "GP; the patient")
    unsaid = signed_with(of_sharing())
    assert (unsaid["The patient agrees to sharing"], unsaid["Copies to"]) == ("", ""), "lines to be filled in by hand"


def test_that_the_one_page_too_says_above_its_signature_what_the_patient_agrees_to_and_who_receives_it():
    page = of_sharing(Length.PAGE, sharing=Sharing.AGREED, copies_to="GP; the patient.")
    (shared,) = [each for each in part(page, wording.SIGNED).blocks if isinstance(each, Sentences)]
    assert [(row.label, row.text) for row in shared.rows] == [
        ("The patient agrees to sharing", "yes"),
        ("Copies to", "GP; the patient"),
    ]
    assert not [each for each in part(of_sharing(Length.PAGE), wording.SIGNED).blocks if isinstance(each, Sentences)]


@pytest.mark.parametrize("length", Length)
def test_that_it_stands_in_the_first_box_that_a_patient_does_not_agree(length):
    words = "The patient does not agree to this summary being shared."
    assert actions(of_sharing(length, sharing=Sharing.REFUSED))["Sharing"] == words
    for sharing in (None, Sharing.AGREED):
        assert words not in said(of_sharing(length, sharing=sharing))


def test_that_every_criterion_is_printed_with_its_state_what_it_needs_and_why():
    attend, calm = [block for block in part(SMALL, wording.TRIAL_POINTS).blocks if isinstance(block, Grid)]
    assert (*attend.rows, *calm.rows) == (
        (
            "X09 Kidney",
            "Information needed. Needed: Creatinine (not recorded)",
            "Clearance.",
        ),
        ("C07 HbA1c", "No concern on the information recorded", "Very high glucose blunts the response."),
    )


def test_that_a_result_has_both_units_its_date_and_its_age_and_one_too_old_says_so():
    (row,) = [row for grid in part(SMALL, "Results").blocks[:1] for row in grid.rows if row[0] == "HbA1c"]
    assert row == ("HbA1c", "8.1 % (65 mmol/mol)", "31-Oct-2026", "21 days old")
    old = assessment().answers.cells["hba1c"]
    report = compose_report(assessment(hba1c=replace(old, date=replace(old.date, month=8, day=1))))
    (row,) = [row for grid in part(report, "Results").blocks[:1] for row in grid.rows if row[0] == "HbA1c"]
    assert row[2:] == ("01-Aug-2026", "112 days old, older than 90 days: not used")


def test_that_nothing_answered_still_prints_every_section_as_not_recorded():
    empty = assess(vignettes.form(), replace(vignettes.answers("v01"), cells={}))
    report = compose_report(empty)
    titles = {each.title for each in report.parts}
    for section in vignettes.form().sections:
        if not all(item.has_sides for item in section.items):
            assert section.title in titles
    assert actions(report)["Red flags"] == "None of 25 could be established."
    assert all(flag.title in actions(report)["Not established"] for flag in vignettes.form().flags)


@pytest.mark.parametrize("name", vignettes.NAMES)
def test_that_every_label_of_every_answered_question_is_printed(name):
    words = said(vignettes.report(name))
    given = vignettes.assessment(name)
    lost = [
        cell for cell, item in vignettes.form().cells.items() if cell in given.answers.cells and item.label not in words
    ]
    assert lost == []


@pytest.mark.parametrize("name", vignettes.NAMES)
def test_that_every_criterion_and_every_standing_statement_is_printed(name):
    words = said(vignettes.report(name))
    for trial in vignettes.form().trials:
        for criterion in trial.criteria:
            assert f"{criterion.id} {criterion.title}" in words
    for statement in (wording.INVESTIGATIONAL, wording.NO_DECISION, wording.UNPROVEN_CLINICS, "Criteria source:"):
        assert statement in words


def test_that_v01_states_lost_sensation_foot_risk_and_both_medicines_although_pain_is_the_headline():
    words = said(vignettes.report("v01"))
    assert "Loss of protective sensation" in actions(vignettes.report("v01"))["Safety or other action"]
    assert wording.OVERALL["no_barrier_recorded"] in words
    for expected in ("60 mg/day", "300 mg/day", "12 weeks", "8 weeks", "7 of 10"):
        assert expected in words


def test_that_v07_says_what_is_certain_what_is_not_and_what_to_request():
    report = vignettes.report("v07")
    assert "weight loss" in actions(report)["Not established"].lower()
    assert actions(report)["Results to request"].rstrip(".").split("; ") == [
        "Retinal examination", "Nerve conduction study", "HbA1c", "Creatinine", "Vitamin B12", "TSH", "Platelets", "ALT and AST",
        "Hepatitis B, hepatitis C and HIV tests",
    ]  # fmt: skip
    bars = {bar.title: bar for bar in blocks(report, ScoreBars)[0].bars}
    assert bars["Neuropathy Symptom Score"].number == "6–7 of 9"
    assert "≥5 reached in any case" in bars["Neuropathy Symptom Score"].words
    assert bars["Neuropathy Disability Score"].number == "4–8 of 10"
    assert "mild in any case" in bars["Toronto Clinical Scoring System"].words


def test_that_what_was_not_done_is_requested_where_a_criterion_asks_for_it_and_only_there():
    wanted = actions(vignettes.report("v11"))["Results to request"]
    assert wanted == "Nerve conduction study; Hepatitis B, hepatitis C and HIV tests."
    assert "INR" not in wanted, "not done, and no criterion waits for it"


@pytest.mark.parametrize(
    ("answer", "lead"),
    [
        (None, "Not recorded"),
        (NoValue(Reason.DECLINED), "Declined"),
        (NoValue(Reason.UNABLE, "feet bandaged"), "Unable: feet bandaged"),
    ],
)
def test_that_what_is_lacking_on_both_sides_is_said_of_both(answer, lead):
    start = vignettes.answers("v07")
    cells = {cell: each for cell, each in start.cells.items() if not cell.startswith("light_touch")}
    cells |= {f"light_touch.{side}": answer for side in ("left", "right") if answer is not None}
    sentences = blocks(compose_report(assess(vignettes.form(), replace(start, cells=cells))), Sentences)
    said = {row.label: row.text for each in sentences for row in each.rows}
    assert "Light touch" in said[f"{lead}, both sides"]


def test_that_a_long_reason_stands_with_the_answer_and_not_beside_every_result_that_waits_for_it():
    reason = "both feet are in bandages after surgery, to be taken off on Monday by the surgical team alone"
    given = vignettes.answers("v01").with_answer("vibration.left", NoValue(Reason.UNABLE, reason))
    report = compose_report(assess(vignettes.form(), given), Length.PAGE)
    bars = {bar.title: bar.words for bar in blocks(report, ScoreBars)[0].bars}
    assert bars["Neuropathy Disability Score"].endswith("missing: Vibration left (unable)")
    assert said(report).count(reason) == 1


@pytest.mark.parametrize("length", [Length.PAGE, Length.ANSWERS])
def test_that_what_is_not_asked_of_a_row_is_not_printed_as_its_answer(length):
    """The name of a medicine that has one on the list, kept from before another was chosen."""
    rows = ({"drug": Chosen("duloxetine"), "name": Written("Tramadol"), "weeks": Whole(12)},)
    given = vignettes.answers("v01").with_answer("medicines", Rows(rows, complete=True))
    report = compose_report(assess(vignettes.form(), given), length)
    assert "Duloxetine, 12 weeks" in said(report)
    assert "Tramadol" not in said(report)


def test_that_a_test_that_the_patient_declined_is_not_requested_as_if_nobody_had_asked():
    start = vignettes.answers("v07")
    declined = replace(start, cells={**start.cells, "hba1c": NoValue(Reason.DECLINED)})
    wanted = actions(compose_report(assess(vignettes.form(), declined)))["Results to request"].split("; ")
    assert "HbA1c (declined)" in wanted
    assert "Creatinine" in wanted, "nobody asked for it yet"


def test_that_where_symptoms_are_is_bold_like_any_other_yes_but_no_finding():
    report = vignettes.report("v11")
    (row,) = [row for row in blocks(report, SidesTable)[0].rows if row.label == "Regions with symptoms"]
    assert row.strong == ("left", "right")
    assert "Found other than normal: left and right: Knee reflex" in said(report)


@pytest.mark.parametrize("name", vignettes.NAMES)
def test_that_a_rating_from_0_to_10_never_stands_without_its_scale(name):
    given, form = vignettes.answers(name), vignettes.form()
    report = compose_report(vignettes.assessment(name), Length.ANSWERS)
    pairs = {row.label: row.text for each in blocks(report, Pairs) for row in each.rows}
    shown = vignettes.assessment(name).on_screen
    rated = [
        form.items[item] for item in ("nrs_average", "sleep_interference") if item in given.cells and item in shown
    ]
    assert rated or name == "v07"
    for item in rated:
        assert pairs[item.label] == f"{given.cells[item.id].value} of 10"
        assert not re.search(rf"{re.escape(item.label)}: \d+(?! of 10)\b", said(report))


def test_that_two_sides_of_a_finding_are_told_apart_by_a_colon():
    lines = {row.label: row.text for each in blocks(vignettes.report("v11"), Pairs) for row in each.rows}
    assert lines["Circulation"].startswith("left: ABI below 0.9")
    assert "; right: TBI below 0.70" in lines["Circulation"]


def test_that_v11_never_calls_a_stiff_artery_normal():
    report = vignettes.report("v11")
    abi = next(row for row in blocks(report, SidesTable)[0].rows if row.label.startswith("ABI"))
    assert (abi.left, abi.right) == ("0.62", "1.42 (unusual, confirmed)")
    assert "An ABI above 1.3 is not a normal result" in said(report)


def test_that_a_result_to_request_stands_with_the_one_that_is_too_old_to_count():
    given = vignettes.answers("v11")
    old = replace(given.cells["creatinine"], date=PartialDate(2026, 8, 22))
    made = compose_report(assess(vignettes.form(), given.with_answer("creatinine", old)))
    assert "Creatinine (last: 165 µmol/L, 22-Aug-2026, 91 days old)" in actions(made)["Results to request"]
    without = compose_report(assess(vignettes.form(), given.with_answer("creatinine", None)))
    assert "Creatinine;" in actions(without)["Results to request"]
