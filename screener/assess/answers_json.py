"""Answers -> an answers file in JSON, which reads back as the same answers: what a summary carries inside."""

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
from screener.assess.answers_text import PRINTABLE, moment
from screener.assess.json_text import json_text

if TYPE_CHECKING:
    from screener.assess.answers import Answer, Answers
    from screener.assess.json_text import Json
    from screener.form.model import Form, Item

FILE_NAME = "answers.json"  # inside a summary
_UNSAFE = re.compile(rf"(?!\n){PRINTABLE.pattern.replace('[', '[^', 1)}")


def write_json(answers: Answers, form: Form) -> str:
    """Return the answers file, questions in the order of the form; the same answers give the same text."""
    patient, summary = answers.patient, answers.summary
    known = {
        "family": patient.family,
        "given": patient.given,
        "born": str(patient.born or ""),
        "gender": patient.gender,
        "identifier": patient.identifier,
    }
    whole: dict[str, Json] = {"form": form.id, "form_version": form.version}
    if answers.assessed is not None:
        whole["date"] = moment(answers.assessed)
    whole["patient"] = {name: text for name, text in known.items() if text}
    signer: dict[str, Json] = {**summary.signer.written}
    whole["summary"] = {"question": summary.question, "text": summary.text, "signer": signer}
    given = ((item, _item(item, answers)) for item in form.items.values())
    whole["answers"] = {item.id: value for item, value in given if value is not None}
    return _UNSAFE.sub(lambda found: _escaped(found.group()), json_text(whole)) + "\n"


def _item(item: Item, answers: Answers) -> Json:
    """Return what is answered to a question, None when nothing is."""
    given = {cell: _answer(answers.cells[cell]) for cell in item.cells if cell in answers.cells}
    if item.has_sides and given:
        return {cell.rpartition(".")[2]: answer for cell, answer in given.items()}
    return given.get(item.id)


def _answer(answer: Answer) -> Json:  # noqa: C901  # one line for each kind of answer
    match answer:
        case NoValue(reason, text):
            return {"no_value": str(reason)} | ({"text": text} if text else {})
        case Chosen(option, by_block):
            return {"chosen": option, "by_block": True} if by_block else option
        case ChosenSeveral(options):
            return list(options)
        case Whole(value, confirmed):
            return {"value": value, "confirmed": True} if confirmed else value
        case Measured():
            return _measured(answer)
        case NotDone():
            return "not_done"
        case PartialDate():
            return str(answer)
        case Written(text):
            return text
        case Rows(rows, complete):
            inner = [{name: _answer(part) for name, part in row.items()} for row in rows]
            return {"rows": inner, "complete": complete}
        case _:
            assert_never(answer)


def _measured(answer: Measured) -> Json:
    number: Json = f"{answer.comparator}{answer.value:f}" if answer.comparator else answer.value
    parts: dict[str, Json] = {"value": number}
    if answer.unit:
        parts["unit"] = answer.unit
    if answer.date is not None:
        parts["date"] = str(answer.date)
    if answer.confirmed:
        parts["confirmed"] = True
    return parts


def _escaped(character: str) -> str:
    """Return what stands for a character that a careful reader refuses in the open; half a character is none."""
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
