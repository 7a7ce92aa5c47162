"""An answers file opened: its form, its answers and what they mean, or every problem with its place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from screener.assess.answers_file import form_named, places, read_answers
from screener.assess.assess import assess
from screener.cli.loaded import loaded
from screener.form.problem import FormError, Problem, Span, nearest
from screener.form.walk import names_read
from screener.frozen import dataclass
from screener.language import tr
from screener.report.identity import signature_text
from screener.shelf import NoSuchFormError, shelf, twice
from screener.store.answers_in_pdf import answers_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from screener.assess.assessment import Assessment
    from screener.form.rules import Must


@dataclass(frozen=True, slots=True)
class Opened:
    """What an answers file means, and the bytes it was read from."""

    assessment: Assessment
    content: bytes


def opened(path: Path, own: Path | None, language: str = "") -> Opened:
    """Read and assess an answers file; FormError with the problems of the form or of the answers."""
    content, name = answers_file(path.read_bytes(), str(path))
    form_id, version = form_named(content, name)
    known = shelf(own)
    if told := twice(own).get(form_id):
        raise NoSuchFormError(told, is_path=True)
    if form_id not in known:
        at = places(content, name)[""]
        raise FormError([Problem(at, "A003", tr("There is no form '{name}'.", name=form_id), nearest(form_id, known))])
    form = loaded(known[form_id], language)
    answers = read_answers(content, name, form)
    if version and version != form.version:
        told = tr("written with version {old} of the form, read with {new}", old=version, new=form.version)
        print(f"{name}: {told}", file=sys.stderr)
    if told := signature_text(answers, form):
        print(f"{name}: {told}", file=sys.stderr)
    assessment = assess(form, answers)
    if assessment.violated:
        found = places(content, name)
        broken = [must for must in form.musts if must.id in assessment.violated]
        raise FormError([Problem(_place(must, found, name), "A201", must.message) for must in broken])
    return Opened(assessment, content)


def _place(must: Must, found: Mapping[str, Span], file: str) -> Span:
    """Return where the first of the answers that a rule reads is given."""
    read = {name.partition(".")[0] for name in names_read(*must.must.roots)}
    return min((at for item, at in found.items() if item in read), default=Span(file, 1, 1))
