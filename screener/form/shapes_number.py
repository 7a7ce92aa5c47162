"""The numbers, dates and lengths of time of a form file."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from screener.form.model import Normal, Range
from screener.form.nodes import Node, Sequence
from screener.form.problem import Problem
from screener.form.shapes import Shape, wrong_kind
from screener.form.shapes_text import read_word

if TYPE_CHECKING:
    from screener.form.shapes import Problems, Schema

MOST = 1000  # of decimals, lines
PAIR = 2
NUMBER_PATTERN = r"-?[0-9]{1,15}(\.[0-9]{1,10})?"
_is_number = re.compile(NUMBER_PATTERN).fullmatch
_has_comma = re.compile("-?[0-9]+,[0-9]+").fullmatch
_is_pair = re.compile(f"(?P<low>{NUMBER_PATTERN}) to (?P<high>{NUMBER_PATTERN})").fullmatch
_is_single = re.compile(f"(?P<word>at least|at most|above|below) (?P<end>{NUMBER_PATTERN})").fullmatch
_is_date = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_is_version = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){1,3}").fullmatch
_is_duration = re.compile("([1-9][0-9]{0,4}) (day|days|week|weeks)").fullmatch


def _number(node: Node, problems: Problems) -> Decimal | None:
    text = read_word(node, problems)
    if text is None:
        return None
    if not _is_number(text):
        hint = "digits alone, with a point before the decimals"
        if text[0] in "–−":
            hint = "a number below zero begins with the sign '-'"
        elif _has_comma(text):
            hint = f"write a point before the decimals: {text.replace(',', '.')}"
        problems.append(Problem(node.at, "F207", f"'{text}' is not a number", hint))
        return None
    return Decimal(text)


def _whole(node: Node, problems: Problems) -> int | None:
    number = _number(node, problems)
    if number is not None and (number != int(number) or not 0 <= number <= MOST):
        problems.append(Problem(node.at, "F207", f"{number} is not possible here", "a whole number from 0 on"))
        return None
    return None if number is None else int(number)


def _range(node: Node, problems: Problems) -> Range | None:
    if not isinstance(node, Sequence):
        problems.append(wrong_kind(node, "a pair like [0, 10]"))
        return None
    if len(node.nodes) != PAIR:
        point = ", with a point before the decimals" if len(node.nodes) > PAIR else ""
        problems.append(Problem(node.at, "F213", "two numbers belong here", f"write [lowest, highest]{point}"))
        return None
    lowest, highest = [_number(end, problems) for end in node.nodes]
    if lowest is None or highest is None:
        return None
    if lowest > highest:
        message = f"{lowest} is above {highest}"
        problems.append(Problem(node.at, "F213", message, f"write [{highest}, {lowest}]"))
        return None
    return Range(lowest, highest)


def _normal(node: Node, problems: Problems) -> Normal | None:
    text = read_word(node, problems)
    if text is None:
        return None
    pair, single = _is_pair(text), _is_single(text)
    if pair is not None and Decimal(pair["low"]) <= Decimal(pair["high"]):
        return Normal(Decimal(pair["low"]), Decimal(pair["high"]), node.at)
    if single is not None:
        word, end = single["word"], Decimal(single["end"])
        is_lowest = word in ("at least", "above")
        is_open = word in ("above", "below")
        return Normal(end if is_lowest else None, None if is_lowest else end, node.at, is_open)
    hint = "write it like '0.9 to 1.3', 'at least 0.7' or 'below 5.6'"
    problems.append(Problem(node.at, "F220", f"'{text}' is not a normal range", hint))
    return None


def _day(node: Node, problems: Problems) -> date | None:
    text = read_word(node, problems)
    if text is None:
        return None
    try:
        if _is_date(text):
            return date.fromisoformat(text)
    except ValueError:
        pass  # such as 2026-02-30: no date, as what is written otherwise
    problems.append(Problem(node.at, "F208", f"'{text}' is not a date", "write it like 2026-11-30"))
    return None


def _version(node: Node, problems: Problems) -> str | None:
    text = read_word(node, problems)
    if text is None or _is_version(text):
        return text
    problems.append(Problem(node.at, "F209", f"'{text}' is not a version", "write it like 1.0.0"))
    return None


def _duration(node: Node, problems: Problems) -> int | None:
    text = read_word(node, problems)
    if text is None:
        return None
    found = _is_duration(text)
    if found is None:
        problems.append(Problem(node.at, "F214", f"'{text}' is not a length of time", "write it like 90 days"))
        return None
    return int(found[1]) * (7 if found[2].startswith("week") else 1)


NUMBERS: Schema = {"type": ["number", "string"], "pattern": f"^{NUMBER_PATTERN}$"}
NUMBER = Shape(_number, NUMBERS)
WHOLE = Shape(_whole, {"type": ["integer", "string"], "pattern": "^[0-9]+$"})
RANGE = Shape(_range, {"type": "array", "items": NUMBERS, "minItems": 2, "maxItems": 2})
NORMAL_PATTERN = f"^({NUMBER_PATTERN} to {NUMBER_PATTERN}|(at least|at most|above|below) {NUMBER_PATTERN})$"
NORMAL = Shape(_normal, {"type": "string", "pattern": NORMAL_PATTERN})
DATE = Shape(_day, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
VERSION = Shape(_version, {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+){1,3}$"})
DURATION = Shape(_duration, {"type": "string", "pattern": "^[1-9][0-9]* (day|days|week|weeks)$"})
