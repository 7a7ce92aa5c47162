"""Answers -> all that an answers file says, as texts, numbers, lists and tables: one walk for every way to write it."""

from __future__ import annotations

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
    from collections.abc import Mapping
    from datetime import datetime

    from screener.assess.answers import Answer, Answers, Patient
    from screener.assess.json_text import Json
    from screener.form.model import Form


class Word(str):
    """An id, a date, a word of the file itself: it never needs quotes, as what somebody typed may."""

    __slots__ = ()


def answers_tree(answers: Answers, form: Form) -> dict[str, Json]:
    """Return what the file says, questions in the order of the form."""
    whole: dict[str, Json] = {"form": Word(form.id), "form_version": Word(form.version)}
    if answers.assessed is not None:
        whole["date"] = Word(_moment(answers.assessed))
    summary = answers.summary
    signer: dict[str, Json] = {**summary.signer.written}
    whole["patient"] = _patient(answers.patient)
    more = {"sharing": Word(summary.sharing or ""), "copies_to": summary.copies_to}
    added = {key: text for key, text in more.items() if text}
    whole["summary"] = {"question": summary.question, "text": summary.text, **added, "signer": signer}
    whole["answers"] = _by_item({cell: _answer(answer) for cell, answer in answers.cells.items()}, form)
    if notes := _by_item(answers.notes, form):
        whole["notes"] = notes
    return whole


def _moment(when: datetime) -> str:
    exact = when.second or when.microsecond
    return when.isoformat() if exact else when.isoformat(timespec="minutes")


def _patient(patient: Patient) -> dict[str, Json]:
    known = {"family": patient.family, "given": patient.given, "born": Word(patient.born or "")}
    known |= {"gender": patient.gender, "identifier": patient.identifier}
    return {name: text for name, text in known.items() if text}


def _by_item(cells: Mapping[str, Json], form: Form) -> dict[str, Json]:
    """Return what was given for cells by question, that of a question with sides by side."""
    given: dict[str, Json] = {}
    for item in form.items.values():
        found = {cell.rpartition(".")[2]: cells[cell] for cell in item.cells if cell in cells}
        if found:
            given[item.id] = found if item.has_sides else found[item.id]
    return given


def _answer(answer: Answer) -> Json:  # noqa: C901  # one line for each kind of answer
    match answer:
        case NoValue(reason, text):
            return {"no_value": Word(reason)} | ({"text": text} if text else {})
        case Chosen(option, by_block):
            return {"chosen": Word(option), "by_block": True} if by_block else Word(option)
        case ChosenSeveral(options):
            return [Word(option) for option in options]
        case Whole(value, confirmed):
            return {"value": value, "confirmed": True} if confirmed else value
        case Measured():
            return _measured(answer)
        case NotDone():
            return Word("not_done")
        case PartialDate():
            return Word(answer)
        case Written(text):
            return text
        case Rows(rows, complete):
            inner = [{name: _answer(part) for name, part in row.items()} for row in rows]
            return {"rows": inner, "complete": complete}
        case _:
            assert_never(answer)


def _measured(answer: Measured) -> Json:
    parts: dict[str, Json] = {"value": answer.value}
    if answer.comparator:
        parts["value"] = f"{answer.comparator}{answer.value:f}"
    if answer.unit:
        parts["unit"] = answer.unit
    if answer.date is not None:
        parts["date"] = Word(answer.date)
    if answer.confirmed:
        parts["confirmed"] = True
    return parts
