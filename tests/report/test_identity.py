"""Whose summary it is (clinical source 4.3): order, labels, dates, age, draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from screener.assess.answers import PartialDate, Patient
from screener.assess.answers_json import write_json
from screener.report.compose import compose_report
from screener.report.compose_blank import compose_blank
from screener.report.document import Length
from screener.report.identity import ages, banner, document_id
from screener.report.texts import strings
from tests.report.hand_made import FORM, PATIENT, assessment

ON = date(2026, 11, 21)


def test_that_the_banner_has_name_birth_gender_and_identifier_in_this_order():
    drawn = banner(PATIENT, ON)
    assert drawn.name == "MORGAN, Alex"
    assert [(fact.label, fact.text) for fact in drawn.facts] == [
        ("Born", "14-Mar-1968 (58 y)"), ("Gender", "Male"), ("Identifier", "943 476 5919"),
    ]  # fmt: skip


def test_that_the_identifier_has_the_name_that_the_clinic_gives_it_in_the_summary_and_on_the_blank_form():
    made = assessment()
    form = replace(made.form, identifier="NHS No.")
    for report in (compose_report(replace(made, form=form)), compose_blank(form)):
        labels = [fact.label for fact in report.banner.facts]
        assert labels == ["Born", "Gender", "NHS No."]


def test_that_what_is_not_recorded_of_a_person_is_said_and_never_a_question_mark():
    drawn = banner(Patient(), None)
    words = [drawn.name, *(fact.text for fact in drawn.facts)]
    assert words == ["Name not recorded", *["Not recorded"] * 3]


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (PartialDate(1968, 11, 21), "58"),
        (PartialDate(1968, 11, 22), "57"),
        (PartialDate(1968), "57-58"),
        (PartialDate(1968, 3), "58"),
        (PartialDate(2027), ""),
        (None, ""),
    ],
)
def test_that_an_age_is_whole_years_on_the_day_or_its_two_ends(born, age):
    assert ages(born, ON) == age


@pytest.mark.parametrize(
    ("patient", "standing"),
    [
        (PATIENT, "Final"),
        (Patient(family="Morgan", born=PartialDate(1968)), "Final"),
        (Patient(family="Morgan"), "Draft: identity incomplete"),
        (Patient(given="Alex", gender="male", identifier="1"), "Draft: identity incomplete"),
        (Patient(), "Draft: identity incomplete"),
    ],
)
def test_that_a_summary_stays_a_draft_until_two_identifiers_are_there(patient, standing):
    assert compose_report(assessment(patient)).meta.standing == standing


def test_that_the_document_id_follows_the_answers_and_the_form_and_nothing_else():
    def id_of(answers, form=FORM):
        return document_id(write_json(answers, form), form)

    answers = assessment().answers
    shown = id_of(answers)
    assert len(shown) == 9
    assert shown[4] == "-"
    assert id_of(assessment().answers) == shown
    assert id_of(answers.with_answer("woken", None)) != shown
    assert id_of(answers, replace(FORM, sha256="0" * 64)) != shown
    turned = replace(answers, cells=dict(reversed(answers.cells.items())))
    assert id_of(turned) == shown, "the order in which questions were answered"
    assert compose_report(assessment()).meta.document_id == shown


OTHER = "Finished by Dr B. Example with other content of the form: read it again and finish it anew."
UNKNOWN = (
    "Finished by Dr B. Example; that it was with exactly what stands here is not recorded: read it again and finish it "
    "anew."
)


@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize(("sha256", "said"), [("0" * 64, OTHER), ("", UNKNOWN)])
def test_that_what_was_finished_with_another_form_is_a_draft_that_says_why_and_nobody_signs_it(length, sha256, said):
    """Hazard H08: a form that was edited printed its own verdicts as final, under the name of who had signed others."""
    made = assessment()
    signer = replace(made.answers.summary.signer, form_sha256=sha256)
    answers = replace(made.answers, summary=replace(made.answers.summary, signer=signer))
    report = compose_report(replace(made, answers=answers), length)
    assert report.meta.standing == "Draft: to be finished anew"
    words = list(strings(report.parts))
    assert words.count(said) == 1
    assert [text for text in words if "Dr B. Example" in text] == [said]
    assert said not in strings(compose_report(made, length).parts)
