"""Assessment -> Report: the order of the summary. Pure, and for any form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from screener.assess.answers import Signer
from screener.assess.answers_json import write_json
from screener.report import (
    compose_answers,
    compose_details,
    compose_first,
    compose_open,
    compose_scores,
    compose_sides,
    compose_sources,
    compose_trial,
    wording,
)
from screener.report.answer_text import visible
from screener.report.compose_shorter import shorter
from screener.report.document import Labelled, Length, Listing, Part, Report, Sentences, Signature, Words
from screener.report.identity import banner, meta, signature_text
from screener.report.notes import notes_at

if TYPE_CHECKING:
    from screener.assess.assessment import Assessment
    from screener.report.document import Meta


def compose_report(assessment: Assessment, length: Length = Length.FULL) -> Report:
    """Return the referral summary; page 1 stands alone (clinical source 4.2)."""
    answers, form = assessment.answers, assessment.form
    written = write_json(answers, form)
    about = meta(answers, form, written)
    about = replace(about, title=wording.LENGTHS[length].format(title=about.title))
    is_whole = length is Length.PAGE
    parts = _first_page(assessment, is_whole=is_whole)
    if is_whole:
        parts += _end_of_page(assessment)
    else:
        parts += _further_pages(assessment, is_listed=length is Length.ANSWERS)
        parts += _behind_the_signature(assessment, about)
    if length is Length.ANSWERS:
        parts += (Part(wording.EVERY_ANSWER, compose_answers.every_answer(assessment), starts_page=True),)
    parts += (Part("", compose_sources.abbreviations(form, parts)),)
    parts = tuple(part for part in parts if part.blocks)
    starts = [place for place, part in enumerate(parts) if part.starts_page]
    on_page_1 = (*starts, len(parts))[0]
    who = banner(answers.patient, answers.assessed_on, form.identifier)
    gives_way = shorter(assessment, parts[:on_page_1], is_whole=is_whole)
    return Report(who, about, parts, on_page_1, shorter=gives_way, answers=written)


def _first_page(assessment: Assessment, *, is_whole: bool) -> tuple[Part, ...]:
    heading, paragraph = compose_first.paragraph(assessment)
    return (
        Part(wording.ACT_FIRST, (compose_first.action_box(assessment),)),
        Part("", (compose_first.question(assessment),)),
        Part(heading, (paragraph, *compose_first.marked(assessment))),
        Part("", compose_first.next_steps(assessment)),
        Part(wording.EXAMINATION, compose_sides.standing_out(assessment, is_whole=is_whole)),
        Part(
            compose_scores.heading(assessment, is_whole=is_whole), compose_scores.scores(assessment, is_whole=is_whole)
        ),
        Part(wording.TRIAL, compose_trial.overall(assessment, is_whole=is_whole)),
    )


def _end_of_page(assessment: Assessment) -> tuple[Part, ...]:
    """Return what the one page ends with."""
    return (
        Part("", compose_sources.out_of_date(assessment)),
        Part(wording.SIGNED, (*_no_longer_signed(assessment), *_shared(assessment), _short_signature(assessment))),
    )


def _further_pages(assessment: Assessment, *, is_listed: bool) -> tuple[Part, ...]:
    """Return the summary after page 1, up to the signature; `is_listed`: with a list of what was not asked."""
    first, *others = compose_details.sections(assessment)
    advice = notes_at(assessment, "advice")
    return (
        replace(first, starts_page=True),
        *others,
        Part(wording.STILL_NEEDED, compose_open.still_needed(assessment)),
        Part(wording.NOT_ASKED_TITLE, compose_open.not_asked(assessment, is_listed=is_listed)),
        Part(wording.TRIAL_POINTS, compose_trial.criteria(assessment)),
        Part(wording.OUT_OF_DATE, compose_sources.out_of_date(assessment)),
        Part(wording.ADVICE, (Listing(advice),) if advice else ()),
        Part(wording.COMPLETED_BY, (*_no_longer_signed(assessment), _signature(assessment))),
    )


def _behind_the_signature(assessment: Assessment, about: Meta) -> tuple[Part, ...]:
    """Return what is there to look things up in."""
    return (
        Part(wording.MARKS, compose_sources.marks(assessment)),
        Part(wording.CARDS, compose_trial.cards(assessment)),
        Part(wording.PROVENANCE, compose_sources.provenance(assessment, about)),
    )


def _no_longer_signed(assessment: Assessment) -> tuple[Words, ...]:
    """Return why who finished it is not named as its signer."""
    text = signature_text(assessment.answers, assessment.form)
    return (Words(text, is_boxed=True),) if text else ()


def _signature(assessment: Assessment) -> Signature:
    return Signature(
        (
            *_signer(assessment),
            Labelled(wording.REGISTRATION, visible(_signed_by(assessment).contact)),
            *_sharing(assessment),
            Labelled(wording.SIGNATURE, ""),
        )
    )


def _shared(assessment: Assessment) -> tuple[Sentences, ...]:
    """Return what the patient agrees to and who receives the page, where it is recorded."""
    rows = tuple(Labelled(row.label, row.text.rstrip(".")) for row in _sharing(assessment) if row.text)
    return (Sentences(rows),) if rows else ()


def _sharing(assessment: Assessment) -> tuple[Labelled, Labelled]:
    summary = assessment.answers.summary
    shared, copies = wording.SHARED[summary.sharing], visible(summary.copies_to).strip()
    return Labelled(wording.SHARING, shared), Labelled(wording.COPIES_TO, copies)


def _short_signature(assessment: Assessment) -> Signature:
    said = [row.text for row in _signer(assessment) if row.text]
    return Signature((Labelled(", ".join(said), ""),))


def _signer(assessment: Assessment) -> tuple[Labelled, ...]:
    """Return who completed it; what is not known yet is left to be written where one signs."""
    signer = _signed_by(assessment)
    return (
        Labelled(wording.NAME, visible(signer.name)),
        Labelled(wording.ROLE, visible(signer.role)),
        Labelled(wording.ORGANISATION, visible(signer.organisation) or assessment.form.clinic),
    )


def _signed_by(assessment: Assessment) -> Signer:
    """Return who finished it as it is; nobody is named for what was finished otherwise."""
    summary = assessment.answers.summary
    return summary.signer if summary.is_finished_with(assessment.form) else Signer()
