"""An answers file: text -> Answers. Reading the file itself is the caller's; `answers_text` writes it.

An answer that the form does not know, or does not accept, is a problem with its place, never ignored. Answers to
items that are not asked are kept. What each kind of answer looks like stands in `screener.assess.answer_nodes`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from screener.assess.accept import born_refusal
from screener.assess.answer_nodes import NotUnderstoodError, answer_in, partial_date, parts_of, scalar
from screener.assess.answers import LONGEST_IDENTITY, Answers, Patient, Sharing, Signer, Summary
from screener.assess.words import Words
from screener.form.model import SIDES
from screener.form.problem import FormError, Problem, Span, nearest
from screener.form.source import Mapping, read_yaml
from screener.language import any_of, tr

if TYPE_CHECKING:
    from collections import abc as collections
    from collections.abc import Iterator

    from screener.form.model import Form, Item
    from screener.form.source import Node

NEEDED = tr("an answers file needs 'form:' and 'answers:'")
_HALVES = re.compile(rb"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
KEYS = ("form", "form_version", "date", "patient", "summary", "answers", "notes")
SUMMARY = ("question", "text", "sharing", "copies_to", "signer")
SIGNER = ("name", "role", "organisation", "contact", "form_sha256")


def form_named(text: bytes, file: str) -> tuple[str, str]:
    """Return the id of the form an answers file is for, and its version ("" when not given)."""
    parts = _top(text, file)
    version = parts.get("form_version")
    try:
        form_id = scalar(parts["form"], tr("the id of a form")).text
        return form_id, scalar(version, tr("a version")).text if version else ""
    except NotUnderstoodError as error:
        raise FormError([_problem(error, "A002")]) from error


def read_answers(text: bytes, file: str, form: Form) -> Answers:
    """Return the answers of a file; FormError carries every problem with its place."""
    answers, problems = read_answers_leniently(text, file, form)
    if problems:
        raise FormError(problems)
    return answers


def read_answers_leniently(text: bytes, file: str, form: Form) -> tuple[Answers, list[Problem]]:
    """Return what still fits the form, and a problem for each answer that doesn't.

    A file that is no answers file at all, or one for another form, is a FormError all the same.
    """
    parts = _top(text, file)
    problems: list[Problem] = []
    named = parts["form"]
    form_id, _ = form_named(text, file)
    if form_id != form.id:
        reason = tr("These answers are for the form '{theirs}', not '{this}'.", theirs=form_id, this=form.id)
        raise FormError([Problem(named.at, "A003", reason)])
    answers, refused = answers_from(parts, form, problems)
    problems += refused.values()
    if problems:  # it was finished with what is left out now
        signer = replace(answers.summary.signer, form_sha256="")
        answers = replace(answers, summary=replace(answers.summary, signer=signer))
    return answers, problems


def places(text: bytes, file: str) -> dict[str, Span]:
    """Return where each question of an answers file is answered, by item id; under "", where the form is named."""
    parts = _top(text, file)
    node = parts["answers"]
    answered = {key.text: key.at for key, _ in node.entries} if isinstance(node, Mapping) else {}
    return {"": parts["form"].at} | answered


def answers_from(
    parts: collections.Mapping[str, Node], form: Form, problems: list[Problem], before: Answers | None = None
) -> tuple[Answers, dict[str, Problem]]:
    """Return the answers under `date`, `patient`, `summary` and `answers`, added to those `before`.

    Answers that are not acceptable are returned apart, by cell, with what is wrong; `problems` gets all else.
    """
    start = before if before is not None else Answers()
    about = Answers(
        patient=_patient(parts["patient"], problems) if "patient" in parts else start.patient,
        assessed=_assessed(parts["date"], problems) if "date" in parts else start.assessed,
        summary=_summary(parts.get("summary"), problems),
    )
    born = about.patient.born
    if born is not None and (reason := born_refusal(born, Answers(assessed=about.assessed))):
        place = parts["patient"] if "patient" in parts else parts["date"]
        problems.append(Problem(_value(place, "born").at, "A005", reason))
        about = replace(about, patient=replace(about.patient, born=None))
    cells = dict(start.cells)
    refused: dict[str, Problem] = {}
    for cell, item, part in _cells(parts["answers"], form, problems) if "answers" in parts else ():
        try:
            cells[cell] = answer_in(item, part, about)
        except NotUnderstoodError as error:
            label = Words(form).label(cell)
            refused[cell] = Problem(error.at, "A102", f"{label}: {error.reason}", error.hint)
    notes = dict(start.notes) | _notes(parts.get("notes"), form, problems)
    return replace(about, cells=MappingProxyType(cells), notes=MappingProxyType(notes)), refused


def _notes(node: Node | None, form: Form, problems: list[Problem]) -> dict[str, str]:
    """Return the notes on answers, by cell."""
    notes = {}
    for cell, _, part in _cells(node, form, problems) if node is not None else ():
        try:
            notes[cell] = scalar(part, tr("a note in words")).text
        except NotUnderstoodError as error:
            problems.append(_problem(error, "A103"))
    return notes


def _top(text: bytes, file: str) -> dict[str, Node]:
    """Return the parts of an answers file, which has at least `form` and `answers`."""
    node = read_yaml(_as_yaml(text), file)
    parts, errors = parts_of(node, KEYS, tr("an answers file"))
    if errors:
        raise FormError([_problem(error, "A001") for error in errors])
    lacking = [name for name in ("form", "answers") if name not in parts]
    if lacking:
        reason = tr("There is no '{name}' in this file.", name=lacking[0])
        raise FormError([Problem(Span(file, 1, 1), "A001", reason, NEEDED)])
    return parts


def _as_yaml(text: bytes) -> bytes:
    """Return JSON as the YAML that it nearly is: tabs between its parts and halved characters aside."""
    if not text.lstrip().startswith(b"{"):
        return text
    return _HALVES.sub(_whole_character, text.replace(b"\t", b" "))


def _whole_character(halves: re.Match[bytes]) -> bytes:
    high, low = int(halves[2], 16), int(halves[3], 16)
    return halves[1] + b"\\U%08X" % (0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _cells(node: Node, form: Form, problems: list[Problem]) -> Iterator[tuple[str, Item, Node]]:
    """Yield each cell that is answered, with its item and node."""
    if not isinstance(node, Mapping):
        if getattr(node, "text", None) != "":  # `answers:` with nothing below it is an empty file
            reason = tr("This is not {whole}.", whole=tr("a list of questions, each with what is said to it"))
            hint = tr("write {parts}", parts=f"{next(iter(form.items), '')}: ...")
            problems.append(Problem(node.at, "A001", reason, hint))
        return
    for key, part in node.entries:
        item = form.items.get(key.text)
        if item is None:
            problems.append(_unknown_item(form, key.text, key.at))
        elif not item.has_sides:
            yield key.text, item, part
        else:
            sides = _parts(part, SIDES, tr("an answer for each side"), "A102", problems)
            for side, answer in sides.items():
                yield f"{item.id}.{side}", item, answer


def _unknown_item(form: Form, name: str, at: Span) -> Problem:
    start, _, side = name.partition(".")
    hint = nearest(name, form.items)
    if start in form.items and side in SIDES and form.items[start].has_sides:
        hint = tr("write {parts}", parts=f"{start}: {{{side}: ...}}")
    return Problem(at, "A101", tr("The form has no question '{name}'.", name=name), hint)


def _patient(node: Node | None, problems: list[Problem]) -> Patient:
    texts = _texts(node, ("family", "given", "born", "gender", "identifier"), tr("the patient"), problems)
    born = None
    if node is not None and texts.get("born"):
        try:
            born = partial_date(scalar(_value(node, "born"), tr("a date")))
        except NotUnderstoodError as error:
            problems.append(_problem(error, "A005"))
    for name, text in texts.items():
        if len(text) > LONGEST_IDENTITY and node is not None:
            reason = tr("'{name}' has {count} letters; it stands on every page.", name=name, count=len(text))
            problems.append(
                Problem(_value(node, name).at, "A004", reason, tr("shorten it to {most}", most=LONGEST_IDENTITY))
            )
    return Patient(
        family=texts.get("family", ""),
        given=texts.get("given", ""),
        born=born,
        gender=texts.get("gender", ""),
        identifier=texts.get("identifier", ""),
    )


def _summary(node: Node | None, problems: list[Problem]) -> Summary:
    if node is None:
        return Summary()
    parts = _parts(node, SUMMARY, tr("the summary"), "A004", problems)
    signer = _texts(parts.pop("signer", None), SIGNER, tr("the signer"), problems)
    texts = _words(parts, problems)
    said = texts.pop("sharing", "")
    sharing = next((each for each in Sharing if each == said), None)
    if said and sharing is None:
        message = tr("'{name}' says nothing of what the patient agrees to", name=said)
        remedy = tr("write {options}, or leave 'sharing' out", options=any_of(Sharing))
        problems.append(Problem(parts["sharing"].at, "A004", message, remedy))
    return Summary(**texts, sharing=sharing, signer=Signer(*(signer.get(name, "") for name in SIGNER)))


def _texts(node: Node | None, known: tuple[str, ...], whole: str, problems: list[Problem]) -> dict[str, str]:
    """Return the texts below a key, after reporting what else stands there."""
    return {} if node is None else _words(_parts(node, known, whole, "A004", problems), problems)


def _parts(node: Node, known: tuple[str, ...], whole: str, code: str, problems: list[Problem]) -> dict[str, Node]:
    """Return the known parts of a mapping, after reporting all others."""
    parts, errors = parts_of(node, known, whole)
    problems += [_problem(error, code) for error in errors]
    return parts


def _words(parts: dict[str, Node], problems: list[Problem]) -> dict[str, str]:
    texts = {}
    for name, part in parts.items():
        try:
            texts[name] = scalar(part, tr("words")).text
        except NotUnderstoodError as error:
            problems.append(_problem(error, "A004"))
    return texts


def _assessed(node: Node | None, problems: list[Problem]) -> datetime | None:
    if node is None:
        return None
    hint = tr("write {parts}", parts="2026-11-21T10:40+01:00")
    try:
        return datetime.fromisoformat(scalar(node, tr("date and time")).text)
    except (ValueError, NotUnderstoodError):
        problems.append(Problem(node.at, "A005", tr("The date of the assessment is no date and time."), hint))
        return None


def _value(node: Node, name: str) -> Node:
    return node.fields.get(name, node) if isinstance(node, Mapping) else node


def _problem(error: NotUnderstoodError, code: str) -> Problem:
    return Problem(error.at, code, error.reason, error.hint)
