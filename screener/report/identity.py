"""Whose summary it is and which one: the banner, the dates, the document id."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from screener import __version__
from screener.assess.answers import whole_years, written_date
from screener.report import wording
from screener.report.answer_text import moment_text, visible
from screener.report.document import Banner, Labelled, Meta
from screener.report.naming import translation_text

if TYPE_CHECKING:
    from datetime import date, datetime

    from screener.assess.answers import Answers, PartialDate, Patient
    from screener.form.model import Form

_NOT_RECORDED = wording.NOT_RECORDED.capitalize()  # "not known" would be an answer


def document_id(written: str, form: Form) -> str:
    """Return the short id of a summary, from its answers file: the same for the same answers to the same content."""
    digits = hashlib.sha256(f"{form.sha256}\n{written}".encode()).hexdigest()[:8].upper()
    return f"{digits[:4]}-{digits[4:]}"


def banner(patient: Patient, assessed: date | None, identifier: str = "") -> Banner:
    """Return the identification of every page: name, birth, gender, identifier, in this order (4.3).

    `identifier`: what the clinic calls it.
    """
    name = ", ".join(filter(None, [visible(patient.family).upper(), visible(patient.given)]))
    facts = (
        Labelled(wording.BORN, _born_text(patient.born, assessed)),
        Labelled(wording.GENDER, wording.GENDERS.get(patient.gender, visible(patient.gender)) or _NOT_RECORDED),
        Labelled(identifier or wording.IDENTIFIER, visible(patient.identifier) or _NOT_RECORDED),
    )
    return Banner(name or wording.NAME_MISSING, facts)


def meta(answers: Answers, form: Form, written: str) -> Meta:
    """Return what document it is and what made it; `written` is the answers file that it carries."""
    standing = _standing(answers, form)
    return replace(
        form_meta(form, wording.SUMMARY_TITLE, answers.assessed),
        assessed=moment_text(answers.assessed),
        document_id=document_id(written, form),
        standing=standing,
        is_draft=standing != wording.FINAL,
    )


def form_meta(form: Form, title: str, assessed: datetime | None = None) -> Meta:
    """Return what a document made from the form is, under a title with a place for the form's."""
    return Meta(
        title=title.format(form=form.title),
        clinic=form.clinic,
        form_id=form.id,
        form_version=form.version,
        form_sha256=form.sha256,
        review=review_text(form, assessed),
        software=wording.SOFTWARE.format(version=__version__),
    )


def review_text(form: Form, assessed: datetime | None) -> str:
    """Return whether exactly this content was approved, and whether its time has run out."""
    approval = form.approval
    if approval is None or not form.is_approved:
        text = wording.UNREVIEWED
    else:
        text = wording.REVIEWED.format(by=approval.by, date=written_date(approval.on))
    if form.valid_until is not None and assessed is not None and assessed.date() > form.valid_until:
        text += "; " + wording.FORM_PAST.format(date=written_date(form.valid_until))
    return "; ".join(filter(None, [text, translation_text(form)]))


def signature_text(answers: Answers, form: Form) -> str:
    """Return why the signature that is there no longer holds; "" where it does, and where there is none."""
    signer = answers.summary.signer
    if not signer.name or answers.summary.is_finished_with(form):
        return ""
    text = wording.FINISHED_OTHER if signer.form_sha256 else wording.FINISHED_UNKNOWN
    return text.format(name=visible(signer.name))


def standing_words(about: Meta) -> list[str]:
    """Return what is said of a document at its head: draft or final, of which day, where."""
    assessed = wording.ASSESSED.format(date=about.assessed) if about.assessed else ""
    return list(filter(None, [about.standing, about.title, assessed, about.clinic]))


def form_words(about: Meta) -> list[str]:
    """Return which form and program a document comes from."""
    form = wording.FORM.format(id=about.form_id, version=about.form_version, sha256=about.form_sha256[:12])
    return list(filter(None, [form, about.review, about.software]))


def ages(born: PartialDate | None, on: date | None) -> str:
    """Return the age in whole years on a day, or its two ends where the birth date leaves it open."""
    if born is None or on is None or born.first > on:
        return ""
    lowest, highest = (max(whole_years(day, on), 0) for day in (born.last, born.first))
    return str(lowest) if lowest == highest else f"{lowest}-{highest}"


def _born_text(born: PartialDate | None, on: date | None) -> str:
    if born is None:
        return _NOT_RECORDED
    age = ages(born, on)
    return wording.BORN_AGED.format(date=written_date(born), age=age) if age else written_date(born)


def _standing(answers: Answers, form: Form) -> str:
    if not answers.patient.has_identity:
        return wording.DRAFT_IDENTITY
    if answers.summary.is_finished_with(form):
        return wording.FINAL
    return wording.DRAFT_OTHER if answers.summary.signer.name else wording.DRAFT_UNSIGNED
