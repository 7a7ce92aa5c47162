"""How much is printed, what only some papers say, and what goes across a draft (clinical source 3.4, 4.2, 4.3)."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from screener.assess.answers import Chosen, Patient, Summary, Written
from screener.assess.assess import assess
from screener.assess.assessment import FlagState
from screener.form.cards import Card, Confidence
from screener.form.model import FOOT_PLACES
from screener.report import wording
from screener.report.compose import compose_report
from screener.report.compose_blank import compose_blank
from screener.report.compose_leaflet import compose_leaflet
from screener.report.document import Grid, Length, Pairs, ScoreBars, Sentences, Words
from screener.report.notes import words_of
from screener.report.pdf import render_pdf
from screener.report.text import WIDTH, render_text
from screener.report.texts import strings
from tests.report import vignettes
from tests.report.hand_made import AT, FORM, assessment
from tests.report.operations import operations, written


def pages(report, paper="A4"):
    return PdfReader(BytesIO(render_pdf(report, paper))).pages


def folded(text):
    return "".join(text.split())


def said(report):
    return "\n".join(strings(report.parts))


def titles(report):
    return [part.title for part in report.parts]


# --- lengths --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", vignettes.NAMES)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_that_the_one_page_is_one_page_to_sign_with_every_standing_statement(name, paper):
    (page,) = pages(compose_report(vignettes.assessment(name), Length.PAGE), paper)
    words = folded(page.extract_text())
    for expected in (wording.ACT_FIRST, wording.INVESTIGATIONAL, wording.NO_DECISION, wording.UNPROVEN_CLINICS,
                     "Criteria source:", "signature, date and time", "Page 1 of 1"):  # fmt: skip
        assert folded(expected) in words


@pytest.mark.parametrize("name", vignettes.NAMES)
@pytest.mark.parametrize("length", Length)
def test_that_page_1_names_the_medicines_and_the_allergies_or_says_that_they_are_not_recorded(name, length):
    page = folded(pages(compose_report(vignettes.assessment(name), length))[0].extract_text())
    for item in (each for each in vignettes.form().items.values() if each.is_on_page_1 and each.ask_if is None):
        assert folded(f"{item.label}: {words_of(vignettes.assessment(name), item.id)}") in page


def test_that_page_1_says_which_allergies_once_they_are_known():
    given = vignettes.answers("v01").with_answer("allergies", Chosen("known"))
    given = given.with_answer("allergy_details", Written("Penicillin\nrash."))
    (row,) = [
        row for part in compose_report(assess(vignettes.form(), given), Length.PAGE).parts for block in part.blocks
        if isinstance(block, Sentences) for row in block.rows if row.label == "Allergy details"
    ]  # fmt: skip
    assert row.text == "Penicillin; rash"


@pytest.mark.parametrize("length", Length)
def test_that_hatched_bars_never_stand_without_their_key(length):
    report = compose_report(vignettes.assessment("v07"), length)
    (scores,) = [block for part in report.parts for block in part.blocks if isinstance(block, ScoreBars)]
    assert any(bar.lowest != bar.highest for bar in scores.bars)
    assert "hatched still possible" in scores.key


def with_every_test(length):
    """All tests of the form recorded: more scores and findings than a page holds as bars and lines."""
    return compose_report(vignettes.assessment("every_test"), length)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_that_the_one_page_holds_every_score_and_finding_in_running_text_where_lines_are_too_long(paper):
    report = with_every_test(Length.PAGE)
    (page,) = pages(report, paper)
    words = folded(page.extract_text())
    (bars,) = [block for part in report.parts for block in part.blocks if isinstance(block, ScoreBars)]
    for bar in bars.bars:
        running = f"{bar.title}: {'; '.join(filter(None, [bar.number, bar.words]))}."
        assert folded(running if paper == "Letter" else f"{bar.title}{bar.number}{bar.words}") in words
    (lines,) = [block for part in report.parts for block in part.blocks if isinstance(block, Pairs)]
    assert [row for row in lines.rows if folded(f"{row.label}: {row.text}.") not in words] == []
    for expected in (wording.ACT_FIRST, wording.INVESTIGATIONAL, wording.NO_DECISION, wording.UNPROVEN_CLINICS):
        assert folded(expected) in words


def test_that_the_one_page_says_where_the_abbreviations_are_that_it_has_no_room_for():
    words = folded(pages(with_every_test(Length.PAGE), "Letter")[0].extract_text())
    assert folded("Abbreviations: in the full summary.") in words
    assert folded("ABI ankle-brachial index") in folded(render_text(with_every_test(Length.PAGE)))


@pytest.mark.parametrize("length", Length)
def test_that_what_differs_and_what_is_unknown_never_gives_way(length):
    report = compose_report(vignettes.assessment("v07"), length)
    gone = {type(block) for step in report.shorter for block in step.blocks}
    assert gone <= {Pairs, Words, ScoreBars, Sentences}
    (instead,) = report.shorter[-1].instead
    place = "in the full summary" if length is Length.PAGE else "on the next pages"
    assert [(row.label, row.text) for row in instead.rows] == [
        ("Unremarkable on both sides", f"named {place} (16)"),
        ("Not assessed, both sides", "Vibration; Temperature; Foot pulses; MNSI timed vibration"),
    ]


def test_that_scores_in_running_text_keep_their_date_and_lose_the_key_to_bars():
    step = next(each for each in with_every_test(Length.FULL).shorter if isinstance(each.blocks[0], ScoreBars))
    scores, key = step.instead
    assert isinstance(scores, Sentences)
    assert key.text == "Clinician-administered, 21-Nov-2026."


def test_that_nothing_gives_way_where_smaller_print_is_enough():
    words = folded(pages(compose_report(vignettes.assessment("v11"), Length.PAGE))[0].extract_text())
    assert folded("Foot infection. Normal on both sides:") in words
    assert folded("Abbreviations: ABI") in words


SPANISH = """
from dataclasses import replace
from io import BytesIO
from pypdf import PdfReader
from screener.language import speak
speak("es")
from screener.assess.answers import Chosen, NoValue, Reason, Sharing, Summary
from screener.assess.assess import assess
from screener.report import wording
from screener.report.compose import compose_report
from screener.report.compose_blank import compose_blank
from screener.report.compose_leaflet import compose_leaflet
from screener.report.document import Length
from screener.report.pdf import render_pdf
from tests.report import vignettes

for name in vignettes.NAMES:
    for paper in ("A4", "Letter"):
        page = render_pdf(compose_report(vignettes.assessment(name), Length.PAGE), paper)
        full = PdfReader(BytesIO(render_pdf(vignettes.report(name), paper)))
        first = "".join(full.pages[0].extract_text().split())
        if len(PdfReader(BytesIO(page)).pages) > 1 or "".join(wording.NO_DECISION.split()) not in first:
            print(name, paper)

start = vignettes.answers("v07")
unknown = {cell: NoValue(Reason.UNKNOWN) for item in vignettes.form().items.values() for cell in item.cells}
for name, given in (
    ("refused", replace(vignettes.answers("v11"), summary=Summary(sharing=Sharing.REFUSED))),
    ("urgency open", start.with_answer("umn_signs", Chosen("yes"))),
    ("all unknown", replace(start, cells=unknown)),
    ("every test", vignettes.answers("every_test")),
):
    for paper in ("A4", "Letter"):
        page = render_pdf(compose_report(assess(vignettes.form(), given), Length.PAGE), paper)
        if len(PdfReader(BytesIO(page)).pages) > 1:
            print(name, paper)
"""


def test_that_page_1_is_one_page_in_spanish_whose_words_are_longer():
    command = [sys.executable, "-c", SPANISH]
    done = subprocess.run(command, cwd=vignettes.FOLDER.parents[1], capture_output=True, text=True, check=True)
    assert done.stdout == ""


@pytest.mark.parametrize("name", vignettes.NAMES)
def test_that_the_longest_has_every_question_in_full_wording_with_its_answer(name):
    report = compose_report(vignettes.assessment(name), Length.ANSWERS)
    (part,) = [part for part in report.parts if part.title == wording.EVERY_ANSWER]
    rows = [row for block in part.blocks if isinstance(block, Grid) for row in block.rows]
    form = vignettes.form()
    assert len(rows) == len(form.cells)
    asked = {re.sub(r" \((left|right)\)$", "", row[0]) for row in rows}
    sites = ("Great toe", "First metatarsal head", "Fifth metatarsal head")
    on_feet = {f"Monofilament, 10 g, sole of the foot, wrong answers of 3: {site}" for site in sites}
    on_feet |= {f"Ipswich Touch Test: Tip of the {toe} toe" for toe in ("first", "third", "fifth")}
    assert asked == {item.text for item in form.items.values() if item.draw not in FOOT_PLACES} | on_feet
    assert all(row[1] for row in rows), "no answer is blank"


@pytest.mark.parametrize("length", Length)
def test_that_every_length_says_the_same_as_text_within_its_columns(length):
    report = compose_report(vignettes.assessment("v07"), length)
    text = render_text(report)
    assert max(map(len, text.splitlines())) <= WIDTH
    shown = folded(text).replace("-", "")
    sentences = [each for each in strings(report.parts) if len(each) > 40]
    lost = [each for each in sentences if folded(each).replace("-", "") not in shown]
    cites = {score.cite for score in vignettes.form().scores}
    assert [each for each in lost if each not in cites and each[0].islower()] == []


def test_that_all_lengths_are_of_one_document():
    made = [compose_report(vignettes.assessment("v01"), length).meta for length in Length]
    assert len({each.document_id for each in made}) == 1
    assert len({each.title for each in made}) == 3


# --- draft ----------------------------------------------------------------------------------------------------------


LARGE = 60.0  # points: nothing else on paper is as large


def across(report, paper="A4"):
    """What is written across each page, from the lower left to the upper right."""
    return [[each for each in written(page) if each.size > LARGE] for page in pages(report, paper)]


@pytest.mark.parametrize(
    ("patient", "signed", "is_draft"),
    [
        (Patient(), True, True),
        (Patient(family="Morgan"), True, True),
        (Patient(given="Alex", identifier="1"), True, True),
        (Patient(family="Morgan", identifier="1"), True, False),
        (Patient(family="Morgan", identifier="1"), False, True),
    ],
)
@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_that_draft_goes_across_every_page_of_a_summary_until_it_is_final(patient, signed, is_draft, length, paper):
    given = assessment(patient)
    summary = given.answers.summary if signed else Summary()
    report = compose_report(replace(given, answers=replace(given.answers, summary=summary)), length)
    marks = across(report, paper)
    assert [len(each) for each in marks] == [is_draft] * len(marks)


def test_that_draft_goes_across_what_was_finished_with_another_form():
    given = assessment()
    other = replace(given.answers.summary, signer=replace(given.answers.summary.signer, form_sha256="0" * 64))
    report = compose_report(replace(given, answers=replace(given.answers, summary=other)))
    assert all(len(each) == 1 for each in across(report))


@pytest.mark.parametrize(
    "report",
    [compose_blank(FORM), *(compose_leaflet(leaflet, vignettes.form()) for leaflet in vignettes.form().leaflets)],
    ids=lambda report: report.meta.title,
)
def test_that_nothing_goes_across_a_document_that_is_never_signed(report):
    assert not any(across(report))


def lightness(grey):
    """How light a grey is (WCAG 2: relative luminance)."""
    return grey / 12.92 if grey <= 0.03928 else ((grey + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("length", Length)
def test_that_every_word_is_read_over_draft_which_is_seen_in_black_and_white(length):
    for page in pages(compose_report(vignettes.assessment("v07"), length)):
        words = list(written(page))
        (mark,) = [each for each in words if each.size > LARGE]
        darkest = max(each.grey for each in words if each.size <= LARGE)
        assert (lightness(mark.grey) + 0.05) / (lightness(darkest) + 0.05) >= 7
        assert mark.grey <= 0.95


def test_that_draft_never_stands_between_words_that_are_copied():
    """What is written within /ActualText is read as that: here as nothing."""
    drawn = list(operations(pages(vignettes.report("v07"))[0]))
    begin, end = (next(at for at, (_, name) in enumerate(drawn) if name == each) for each in ("BDC", "EMC"))
    assert drawn[begin][0] == ["/Span", {"/ActualText": ""}]
    assert [name for _, name in drawn[begin:end]].count("Tj") == 1


def test_that_draft_goes_across_in_letters_of_any_language(monkeypatch):
    monkeypatch.setattr(wording, "DRAFT", "مسودة")
    report = vignettes.report("v07")
    marks = across(report)
    assert all(marks)
    assert render_pdf(report) == render_pdf(report)


# --- what comes before trials ---------------------------------------------------------------------------------------


def test_that_an_urgent_red_flag_comes_before_the_points_of_a_trial_which_are_printed_all_the_same():
    form = vignettes.form()
    flag = next(each for each in form.flags if {case.outcome for case in each.cases} & form.address_first)
    given = vignettes.assessment("v01")
    flags = tuple(
        replace(each, state=FlagState.RAISED, tier=next(iter(form.address_first))) if each.id == flag.id else each
        for each in given.flags
    )
    report = compose_report(replace(given, flags=flags))
    first = next(part for part in report.parts if part.title == wording.TRIAL)
    assert first.blocks[0].lead == wording.ADDRESS_FIRST.format(flags=flag.title)
    assert wording.OVERALL["no_barrier_recorded"] not in "".join(strings(first))
    later = next(part for part in report.parts if part.title == wording.TRIAL_POINTS)
    for trial in form.trials:
        assert all(f"{each.id} {each.title}" in set(strings(later)) for each in trial.criteria)


def test_that_a_flag_for_safety_alone_does_not_put_the_points_off():
    report = vignettes.report("v11")
    first = next(part for part in report.parts if part.title == wording.TRIAL)
    assert "Address first" not in "".join(strings(first))


# --- what only some papers say --------------------------------------------------------------------------------------

CARD = Card(
    "nct1", "A trial", "NCT1", date(2025, 9, 30), Confidence.PART, "Registry", AT, product="Cells",
    include=("Age 18 to 80.", "Type 2."), not_seen=("Dose.",), valid_until=date(2026, 1, 1),
)  # fmt: skip


def test_that_a_card_says_when_and_how_much_of_it_was_read_and_that_it_is_past_its_day():
    given = assessment()
    report = compose_report(replace(given, form=replace(FORM, cards=(CARD,))))
    (part,) = [part for part in report.parts if part.title == wording.CARDS]
    _, name, read = part.blocks
    assert (name.lead, name.text) == ("A trial (NCT1)", "read in part on 30-Sep-2025; to be read again by 01-Jan-2026")
    assert {("Entry points seen", "Age 18 to 80; Type 2"), ("Not seen", "Dose")} <= {
        (row.label, row.text) for row in read.rows
    }


@pytest.mark.parametrize("enquiry", ["yes", "no", None])
def test_that_cards_and_education_are_printed_where_trials_are_asked_about_and_only_there(enquiry):
    given = vignettes.answers("v01").with_answer("trial_enquiry", Chosen(enquiry) if enquiry else None)
    concluded = assess(vignettes.form(), given)
    words = titles(compose_report(replace(concluded, form=replace(vignettes.form(), cards=(CARD,)))))
    assert (wording.CARDS in words) == (enquiry == "yes")


@pytest.mark.parametrize(("enquiry", "words"), [("no", "not asked"), (None, "not recorded")])
def test_that_a_page_of_which_nothing_was_asked_says_so_and_not_that_nothing_was_recorded(enquiry, words):
    given = replace(vignettes.answers("v01"), cells={"trial_enquiry": Chosen(enquiry)} if enquiry else {})
    parts = compose_report(assess(vignettes.form(), given)).parts
    assert next(part.blocks for part in parts if part.title == "Trial enquiry") == (Words(words),)


def test_that_what_is_past_its_day_is_named_on_every_length_and_nothing_is_before_it():
    form = replace(FORM, valid_until=date(2026, 11, 20))
    for length in Length:
        words = said(compose_report(replace(assessment(), form=form), length))
        assert wording.OUT_OF_DATE_LEAD in words
        assert "Small screening, 20-Nov-2026" in words
        on_the_day = replace(FORM, valid_until=date(2026, 11, 21))
        assert wording.OUT_OF_DATE_LEAD not in said(compose_report(replace(assessment(), form=on_the_day), length))


def test_that_who_compared_a_rule_and_what_is_not_sure_stand_with_its_source():
    scores = tuple(replace(each, reviewed="Dr A", uncertain="Points from knowledge.") for each in FORM.scores)
    trials = tuple(replace(each, uncertain="Limits are a judgement.") for each in FORM.trials)
    words = said(compose_report(replace(assessment(), form=replace(FORM, scores=scores, trials=trials))))
    assert "Young 1993. Compared with the publication: Dr A. Not sure: Points from knowledge." in words
    assert "Generic pre-screen\nLimits are a judgement" in words


def test_that_abbreviations_are_explained_where_they_are_used_and_only_there():
    form = replace(FORM, glossary={"NDS": "Neuropathy Disability Score", "VEP": "visual evoked potentials"})
    words = said(compose_report(replace(assessment(text="NDS is high."), form=form)))
    assert "NDS Neuropathy Disability Score" in words
    assert "VEP" not in words


def test_that_what_is_alike_on_both_sides_is_said_in_its_own_words_once():
    report = compose_report(assessment(vibration__left=Chosen("normal"), ankle_reflex__right=Chosen("abnormal")))
    (block,) = [
        block
        for part in report.parts
        if part.title == wording.EXAMINATION
        for block in part.blocks
        if isinstance(block, Sentences)
    ]
    assert [(row.label, row.text) for row in block.rows] == [("Normal on both sides", "Vibration, great toe")]
