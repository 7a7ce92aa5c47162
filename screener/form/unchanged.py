"""What a translation must have as its original has it: numbers, and names in braces."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from screener.form.nodes import Scalar
from screener.form.problem import Problem
from screener.form.rules import names_in_braces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screener.form.nodes import Node
    from screener.form.problem import Span
    from screener.form.shapes import Problems

_numbers = re.compile(r"\d+(?:[.,]\d+)*").findall


def compare(node: Node, text: str, original: str, problems: Problems) -> None:
    """Report numbers and names in braces that only one of the two has, at the first that is only here."""
    numbers, wanted = numbers_in(text), numbers_in(original)
    if numbers != wanted:
        message = f"other numbers than in the original: {_listed(numbers)}, there {_listed(wanted)}"
        hint = "a number is never translated; write it as a figure"
        at = _place(node, [*_numbers(text)], wanted)
        problems.append(Problem(at, "F704", message, hint))
    names, asked = sorted(names_in_braces(text)), sorted(names_in_braces(original))
    if names != asked:
        message = f"other names in braces than in the original: {_listed(names)}, there {_listed(asked)}"
        at = _place(node, [f"{{{name}}}" for name in names], [f"{{{name}}}" for name in asked])
        problems.append(Problem(at, "F705", message, "the name inside is never translated"))


def _place(node: Node, written: Iterable[str], wanted: list[str]) -> Span:
    """Return where the first of the words stands that is not wanted; where the text begins when none is too many."""
    left = Counter(wanted)
    for word in written:
        left[word.replace(",", ".")] -= 1
        if left[word.replace(",", ".")] < 0 and isinstance(node, Scalar):
            return node.place(node.text.index(word))
    return node.at


def numbers_in(text: str) -> list[str]:
    """Return the numbers of a text in rising order, decimal commas as points."""
    return sorted(number.replace(",", ".") for number in _numbers(text))


def _listed(words: list[str]) -> str:
    return ", ".join(words) or "none"
