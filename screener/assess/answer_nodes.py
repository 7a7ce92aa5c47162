"""A node of an answers file -> the answer it says, before anybody asks whether it is acceptable.

question      written                                            also
yes_no        yes                                                {no_value: declined, text: ...} everywhere
choice        absent                                             {chosen: present, by_block: true}
several       [retinopathy, nephropathy]
whole         7                                                  {value: 12, confirmed: true}
quantity      {value: 8.1, unit: "%", date: 2026-10-31}          {..., confirmed: true}, "<0.01", not_done
              {value: 37.5}, 37.5                                where there is one unit only
date          2026-09-03                                         2026-09, 2026
text          some words
table         {rows: [{drug: duloxetine, mg_day: 60}], complete: true}
"""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from screener.assess.accept import option_refusal, refusal, wanted
from screener.assess.answers import (
    Chosen,
    ChosenSeveral,
    Measured,
    NotDone,
    NoValue,
    PartialDate,
    Reason,
    Rows,
    Whole,
    Written,
)
from screener.form.model import ItemType
from screener.form.problem import nearest
from screener.form.source import Mapping, Scalar, Sequence
from screener.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screener.assess.answers import Answer, Answers
    from screener.form.model import Item
    from screener.form.problem import Span
    from screener.form.source import Node

NUMBER = re.compile(r"(?P<comparator>[<>]?) ?(?P<digits>-?\d{1,20}(\.\d{1,20})?)", re.ASCII)
WHOLE = re.compile(r"-?\d{1,9}", re.ASCII)
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
NOT_DONE = "not_done"
WRITE_A_DATE = tr("write 2026-09-03, 2026-09 or 2026")
TRUE_WORDS, FALSE_WORDS = ("true", "yes"), ("false", "no")


class NotUnderstoodError(Exception):
    """What is written at `at` is no answer to this question; `hint` says what would be."""

    def __init__(self, at: Span, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.at = at
        self.reason = reason
        self.hint = hint


def answer_in(item: Item, node: Node, answers: Answers) -> Answer:
    """Return the acceptable answer that a node gives to an item; NotUnderstoodError says where and why not."""
    is_reason = isinstance(node, Mapping) and "no_value" in node.fields
    answer = _no_value(node) if is_reason else _answer(item, node, answers)
    if reason := refusal(item, answers, answer):
        raise NotUnderstoodError(node.at, reason)
    return answer


def _answer(item: Item, node: Node, answers: Answers) -> Answer:
    match item.type:
        case ItemType.YES_NO | ItemType.CHOICE:
            return _chosen(item, node)
        case ItemType.SEVERAL:
            return ChosenSeveral(tuple(_option(item, part) for part in _sequence(item, node)))
        case ItemType.WHOLE:
            return _whole(item, node)
        case ItemType.QUANTITY:
            return _measured(item, node)
        case ItemType.DATE:
            return partial_date(scalar(node, wanted(item)))
        case ItemType.TEXT:
            return Written(scalar(node, wanted(item)).text)
        case ItemType.TABLE:
            return _rows(item, node, answers)


def fields(node: Node, known: Iterable[str], whole: str) -> dict[str, Node]:
    """Return the parts of a mapping by key; an unknown key is not understood."""
    parts, errors = parts_of(node, known, whole)
    if errors:
        raise errors[0]
    return parts


def parts_of(node: Node, known: Iterable[str], whole: str) -> tuple[dict[str, Node], list[NotUnderstoodError]]:
    """Return the known parts of a mapping by key, and everything that is not understood."""
    names = tuple(known)
    if not isinstance(node, Mapping):
        hint = tr("write {parts}", parts=f"{{{', '.join(f'{name}: ...' for name in names)}}}")
        return {}, [NotUnderstoodError(node.at, tr("This is not {whole}.", whole=whole), hint)]
    errors = [
        NotUnderstoodError(key.at, tr("There is no '{name}' here.", name=key.text), nearest(key.text, names))
        for key, _ in node.entries
        if key.text not in names
    ]
    return {name: part for name, part in node.fields.items() if name in names}, errors


def scalar(node: Node, expected: str) -> Scalar:
    """Return the node as a text."""
    if not isinstance(node, Scalar):
        raise NotUnderstoodError(node.at, tr("This question takes {wanted}.", wanted=expected))
    return node


def partial_date(node: Scalar) -> PartialDate:
    """Return a year, month or day of the calendar."""
    found = DATE.fullmatch(node.text)
    if not found:
        raise NotUnderstoodError(node.at, tr("'{text}' is no date.", text=node.text), WRITE_A_DATE)
    year, month, day = (int(part) if part is not None else None for part in found.groups())
    date = PartialDate(year or 0, month, day)
    try:
        _ = date.first, date.last
    except ValueError as error:
        reason = tr("There is no such date as {text}.", text=node.text)
        raise NotUnderstoodError(node.at, reason, WRITE_A_DATE) from error
    return date


def _no_value(node: Node) -> NoValue:
    parts = fields(node, ("no_value", "text"), tr("a reason for no value"))
    reason = scalar(parts["no_value"], tr("a reason"))
    names = [each.value for each in Reason]
    if reason.text not in names:
        said = tr("'{text}' is no reason for no value.", text=reason.text)
        raise NotUnderstoodError(reason.at, said, nearest(reason.text, names))
    return NoValue(Reason(reason.text), scalar(parts["text"], tr("words")).text if "text" in parts else "")


def _chosen(item: Item, node: Node) -> Chosen:
    if not isinstance(node, Mapping):
        return Chosen(scalar(node, wanted(item)).text)
    parts = fields(node, ("chosen", "by_block"), tr("an option"))
    if "chosen" not in parts:
        raise NotUnderstoodError(
            node.at, tr("The option is missing."), tr("write chosen: and {wanted}", wanted=wanted(item))
        )
    return Chosen(scalar(parts["chosen"], wanted(item)).text, by_block=_flag(parts, "by_block"))


def _option(item: Item, node: Node) -> str:
    option = scalar(node, wanted(item)).text
    if reason := option_refusal(item, option):
        raise NotUnderstoodError(node.at, reason)
    return option


def _whole(item: Item, node: Node) -> Whole:
    parts: dict[str, Node] = {"value": node}
    if isinstance(node, Mapping):
        parts = fields(node, ("value", "confirmed"), tr("a number"))
    text = scalar(_value(parts, node), wanted(item))
    if not WHOLE.fullmatch(text.text):
        said = tr("'{text}' is no whole number.", text=text.text)
        raise NotUnderstoodError(text.at, said, tr("give {wanted}", wanted=wanted(item)))
    return Whole(int(text.text), confirmed=_flag(parts, "confirmed"))


def _measured(item: Item, node: Node) -> Measured | NotDone:
    if isinstance(node, Scalar) and node.text == NOT_DONE:
        return NotDone()
    parts: dict[str, Node] = {"value": node}
    if isinstance(node, Mapping):
        parts = fields(node, ("value", "unit", "date", "confirmed"), tr("a quantity"))
    text = scalar(_value(parts, node), wanted(item))
    found = NUMBER.fullmatch(text.text)
    if not found:
        said = tr("'{text}' is no number.", text=text.text)
        raise NotUnderstoodError(text.at, said, tr("give {wanted}, such as 8.1 or <0.01", wanted=wanted(item)))
    only = item.units[0].id if len(item.units) == 1 else ""
    return Measured(
        Decimal(found["digits"]),
        unit=scalar(parts["unit"], tr("a unit")).text if "unit" in parts else only,
        comparator=found["comparator"],
        date=partial_date(scalar(parts["date"], tr("a date"))) if "date" in parts else None,
        confirmed=_flag(parts, "confirmed"),
    )


def _rows(item: Item, node: Node, answers: Answers) -> Rows:
    parts = fields(node, ("rows", "complete"), tr("a table"))
    columns = {column.id: column for column in item.columns}
    rows: list[MappingProxyType[str, Answer]] = []
    for row in _sequence(item, parts["rows"]) if "rows" in parts else ():
        cells = fields(row, columns, tr("a row"))
        rows.append(MappingProxyType({name: answer_in(columns[name], part, answers) for name, part in cells.items()}))
    return Rows(tuple(rows), complete=_flag(parts, "complete"))


def _sequence(item: Item, node: Node) -> tuple[Node, ...]:
    if not isinstance(node, Sequence):
        raise NotUnderstoodError(node.at, tr("This question takes {wanted}.", wanted=wanted(item)), tr("write [a, b]"))
    return node.nodes


def _value(parts: dict[str, Node], node: Node) -> Node:
    if "value" not in parts:
        raise NotUnderstoodError(node.at, tr("The number is missing."), tr("write value: and the number"))
    return parts["value"]


def _flag(parts: dict[str, Node], name: str) -> bool:
    if name not in parts:
        return False
    word = scalar(parts[name], tr("true or false"))
    if word.text not in TRUE_WORDS + FALSE_WORDS:
        raise NotUnderstoodError(
            word.at, tr("'{text}' is neither true nor false.", text=word.text), tr("write true or false")
        )
    return word.text in TRUE_WORDS
