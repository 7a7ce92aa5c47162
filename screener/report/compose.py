"""Assessment -> Report: the order of the summary. Pure, and for any form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.report import compose_details, compose_first, compose_scores, compose_sides, compose_trial, wording
from screener.report.answer_text import visible
from screener.report.document import Block, Labelled, Listing, Part, Report, Signature, Words
from screener.report.identity import banner, meta
from screener.report.naming import assessed_on, notes_at

if TYPE_CHECKING:
    from screener.assess.assessment import Assessment
    from screener.report.document import Meta


def compose_report(assessment: Assessment) -> Report:
    """Return the referral summary; page 1 stands alone (clinical source 4.2)."""
    answers = assessment.answers
    about = meta(answers, assessment.form)
    return Report(
        banner(answers.patient, assessed_on(answers)),
        about,
        (*_first_page(assessment), *_further_pages(assessment, about)),
    )


def _first_page(assessment: Assessment) -> tuple[Part, ...]:
    heading, paragraph = compose_first.paragraph(assessment)
    return _filled_parts(
        Part(wording.ACT_FIRST, (compose_first.action_box(assessment),)),
        Part("", (compose_first.question(assessment),)),
        Part(heading, (paragraph,)),
        Part(wording.EXAMINATION, compose_sides.left_and_right(assessment)),
        Part(wording.SCORES, compose_scores.scores(assessment)),
        Part(wording.TRIAL, compose_trial.overall(assessment)),
    )


def _further_pages(assessment: Assessment, about: Meta) -> tuple[Part, ...]:
    first, *others = compose_details.sections(assessment)
    advice = notes_at(assessment, "advice")
    return _filled_parts(
        Part(first.title, first.blocks, starts_page=True),
        *others,
        Part(wording.STILL_NEEDED, compose_details.still_needed(assessment)),
        Part(wording.NOT_ASKED_TITLE, compose_details.not_asked(assessment)),
        Part(wording.TRIAL_POINTS, compose_trial.criteria(assessment)),
        Part(wording.ADVICE, (Listing(advice),) if advice else ()),
        Part(wording.COMPLETED_BY, (_signature(assessment),)),
        Part(wording.MARKS, compose_scores.marks(assessment)),
        Part(wording.PROVENANCE, _provenance(assessment, about)),
    )


def _filled_parts(*parts: Part) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.blocks)


def _signature(assessment: Assessment) -> Signature:
    signer = assessment.answers.summary.signer
    return Signature((
        Labelled("Name", visible(signer.name) or wording.NOT_RECORDED),
        Labelled("Role", visible(signer.role) or wording.NOT_RECORDED),
        Labelled("Organisation", assessment.form.clinic or wording.NOT_RECORDED),
        Labelled("Registration number and contact", ""),
        Labelled("Signature, date and time", ""),
    ))  # fmt: skip


def _provenance(assessment: Assessment, about: Meta) -> tuple[Block, ...]:
    lines = (
        f"Form {about.form_id} {about.form_version}, sha256 {about.form_sha256}: {about.review}.",
        f"Document {about.document_id}, {about.software}. {wording.COMPUTED_FROM}",
        assessment.form.intended_use,
    )
    return tuple(Words(line, is_small=True) for line in lines if line)
