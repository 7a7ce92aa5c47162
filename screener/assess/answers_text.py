"""Answers -> the text of an answers file, which reads back as the same answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from screener.assess.answers import (
    Chosen,
    ChosenSeveral,
    Measured,
    NotDone,
    NoValue,
    PartialDate,
    Rows,
    Whole,
    Written,
)

if TYPE_CHECKING:
    from datetime import datetime

    from screener.assess.answers import Answer, Answers, Patient, Summary
    from screener.form.model import Form, Item

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_/-]*", re.ASCII)
ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
WORDS_OF_YAML = frozenset({"yes", "no", "true", "false", "on", "off", "null", "y", "n"})
PRINTABLE = re.compile(  # what may stand as it is: no controls, direction marks, separators or half characters
    r"[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u05ff\u0620-\u180d\u180f-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\ud7ff]"
)


def write_answers(answers: Answers, form: Form) -> str:
    """Return the text of the answers file, questions in the order of the form."""
    lines = [f"form: {form.id}", f"form_version: {_plain(form.version)}"]
    if answers.assessed is not None:
        lines.append(f"date: {moment(answers.assessed)}")
    lines.append(f"patient: {_patient(answers.patient)}")
    lines.append(f"summary: {_summary(answers.summary)}")
    given = [line for item in form.items.values() if (line := _item_line(item, answers))]
    lines.append("answers:" if given else "answers: {}")
    notes = [line for item in form.items.values() if (line := _note_line(item, answers))]
    if notes:
        notes.insert(0, "notes:")
    return "\n".join([*lines, *given, *notes]) + "\n"


def _item_line(item: Item, answers: Answers) -> str:
    """Return the line of one question, "" when nothing is answered."""
    given = {cell: answers.cells[cell] for cell in item.cells if cell in answers.cells}
    if not given:
        return ""
    if not item.has_sides:
        return f"  {item.id}: {_answer(given[item.id])}"
    sides = ", ".join(f"{cell.rpartition('.')[2]}: {_answer(answer)}" for cell, answer in given.items())
    return f"  {item.id}: {{{sides}}}"


def _note_line(item: Item, answers: Answers) -> str:
    """Return the line of the notes on one question, "" when there is none."""
    notes = {cell: quoted(answers.notes[cell]) for cell in item.cells if cell in answers.notes}
    if not notes:
        return ""
    if not item.has_sides:
        return f"  {item.id}: {notes[item.id]}"
    sides = ", ".join(f"{cell.rpartition('.')[2]}: {note}" for cell, note in notes.items())
    return f"  {item.id}: {{{sides}}}"


def _answer(answer: Answer) -> str:  # noqa: C901  # one line for each kind of answer
    match answer:
        case NoValue(reason, text):
            return f"{{no_value: {reason}, text: {quoted(text)}}}" if text else f"{{no_value: {reason}}}"
        case Chosen(option, by_block):
            return f"{{chosen: {option}, by_block: true}}" if by_block else option
        case ChosenSeveral(options):
            return f"[{', '.join(options)}]"
        case Whole(value, confirmed):
            return f"{{value: {value}, confirmed: true}}" if confirmed else str(value)
        case Measured():
            return _measured(answer)
        case NotDone():
            return "not_done"
        case PartialDate():
            return str(answer)
        case Written(text):
            return quoted(text)
        case Rows(rows, complete):
            inner = ", ".join(
                "{" + ", ".join(f"{name}: {_answer(part)}" for name, part in row.items()) + "}" for row in rows
            )
            return f"{{rows: [{inner}], complete: {'true' if complete else 'false'}}}"
        case _:
            assert_never(answer)


def _measured(answer: Measured) -> str:
    number = f'"{answer.comparator}{answer.value:f}"' if answer.comparator else f"{answer.value:f}"
    parts = [f"value: {number}"]
    if answer.unit:
        parts.append(f"unit: {quoted(answer.unit)}")
    if answer.date is not None:
        parts.append(f"date: {answer.date}")
    if answer.confirmed:
        parts.append("confirmed: true")
    return "{" + ", ".join(parts) + "}"


def _patient(patient: Patient) -> str:
    parts = [
        f"{name}: {quoted(text)}"
        for name, text in (("family", patient.family), ("given", patient.given))
        if text
    ]  # fmt: skip
    if patient.born is not None:
        parts.append(f"born: {patient.born}")
    rest = (("gender", patient.gender), ("identifier", patient.identifier))
    parts += [f"{name}: {quoted(text)}" for name, text in rest if text]
    return "{" + ", ".join(parts) + "}"


def _summary(summary: Summary) -> str:
    signer = ", ".join(f"{key}: {quoted(text)}" for key, text in summary.signer.written.items())
    return f"{{question: {quoted(summary.question)}, text: {quoted(summary.text)}, signer: {{{signer}}}}}"


def moment(when: datetime) -> str:
    """Return date and time as an answers file has them."""
    exact = when.second or when.microsecond
    return when.isoformat() if exact else when.isoformat(timespec="minutes")


def _plain(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._+-]*", text, re.ASCII) else quoted(text)


def quoted(text: str) -> str:
    """Return the text as a YAML scalar on one line: as it is where that is safe, else between double quotes.

    What a careful reader may refuse in the open (controls, direction marks, line separators) stands as an escape.
    """
    if PLAIN.fullmatch(text) and text.lower() not in WORDS_OF_YAML:
        return text
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if PRINTABLE.fullmatch(character) and character not in '"\\':
        return character
    if "\ud800" <= character <= "\udfff":  # half a character: nothing can be written for it
        return "\ufffd"
    return ESCAPES.get(character, f"\\U{ord(character):08X}")
