"""Expression text -> its parts: a small part of Python's syntax, read by how strongly the signs bind."""

from __future__ import annotations

import re

from screener.form.parts import (
    Calculation,
    Call,
    Comparison,
    Joined,
    Listed,
    Name,
    Negative,
    Not,
    Number,
    Part,
    Quoted,
    Refused,
)
from screener.form.problem import CURLY

MOST_PARTS = 200
MOST_LEVELS = 30
MOST_DIGITS = "at most nine digits, and six after the point"
LONGEST_SHOWN = 40  # characters of an expression in a message

OR, AND, NOT, COMPARED, SUM, PRODUCT, NEGATIVE = range(1, 8)
STRENGTH = {
    "or": OR, "and": AND, "==": COMPARED, "!=": COMPARED, "<": COMPARED, "<=": COMPARED, ">": COMPARED, ">=": COMPARED,
    "in": COMPARED, "not": COMPARED, "+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT,
}  # fmt: skip
CLOSING = {"(": ")", "[": "]", "{": "}"}
QUOTES = ("'", '"')
BETWEEN = frozenset("()[]{},")
INSTEAD = {
    "=": "write '==' to compare", "&": "write 'and'", "|": "write 'or'", "!": "write 'not'", "≥": "write '>='",
    "≤": "write '<='", "≠": "write '!='", "×": "write '*'", "x": "write '*'", "÷": "write '/'", "^": "write 'a * a'",
    "%": "write the number without its unit", "between": "write '3 <= a <= 5'",
    **dict.fromkeys(("contains", "includes", "has"), "write 'option in item'"), **dict.fromkeys("–−", "write '-'"),
    **dict.fromkeys(CURLY, "an option stands without quotes, or in plain ones as here: 'absent'"),
}  # fmt: skip
INSTEAD_OF_TWO = {
    "<>": "write '!='", "&&": "write 'and'", "||": "write 'or'",
    **dict.fromkeys((">>", "=>", "=<"), "write '>=' or '<='"),
}  # fmt: skip
WINDOW = "a length of time is written like within(date, 3, months), with a comma after the number"
LENGTHS = frozenset("day days week weeks month months year years".split())  # noqa: SIM905  # a list to read
_words = re.compile(r"""[^\W\d]\w*(?:\.[^\W\d]\w*)*|\d[\w.]*|\*\*|//|[<>=!]=|"[^"\n]*"|'[^'\n]*'|\S""")
_has_decimal_comma = re.compile(r"\d,\d").search
_is_plain_number = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?").fullmatch


def read(text: str) -> Part:
    """Return the tree of an expression; raises Refused at the first word or sign that can't stand where it does."""
    return _Reader(text).whole()


def place_of(part: Part, text: str) -> int:
    """Return at which character of its expression a part begins; that after the last where it is missing."""
    return next((word.start() for at, word in enumerate(_words.finditer(text)) if at == part.at), len(text.rstrip()))


def written(part: Part, text: str) -> str:
    """Return a part of an expression as it was written, cut when long."""
    words = list(_words.finditer(text))[part.at : part.end]
    found = " ".join(text[words[0].start() : words[-1].end()].split())
    return found if len(found) <= LONGEST_SHOWN else found[: LONGEST_SHOWN - 3] + "..."


class _Reader:
    """Reads one expression; `at` is the word or sign that comes next."""

    __slots__ = ("_levels", "at", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [*_words.findall(text), ""]
        self.at = 0
        self._levels = 0

    def whole(self) -> Part:
        """Return the tree of all of it."""
        if len(self.words) > MOST_PARTS and (count := sum(word not in BETWEEN for word in self.words) - 1) > MOST_PARTS:
            hint = f"at most {MOST_PARTS}; give a part a name as a finding"
            raise Refused(Part(0, 0), "F402", f"the expression has {count} parts", hint)
        part = self.part()
        if self.words[self.at]:
            raise self._misplaced()
        return part

    def part(self, weakest: int = 0) -> Part:
        """Return what stands here, up to a sign that binds no more strongly than `weakest`."""
        left = self._operand()
        while (strength := STRENGTH.get(self.words[self.at], 0)) > weakest:
            if strength == COMPARED:
                left = self._comparison(left)
            elif strength > COMPARED:
                self.at += 1
                left = Calculation(left, self.words[self.at - 1], self.part(strength))
            else:
                left = self._joined(left, strength)
        return left

    def _joined(self, left: Part, strength: int) -> Part:
        word, parts = self.words[self.at], [left]
        while self.words[self.at] == word:
            self.at += 1
            parts.append(self.part(strength))
        return Joined(word, parts)

    def _comparison(self, left: Part) -> Part:
        others = []
        while STRENGTH.get(sign := self.words[self.at]) == COMPARED:
            self.at += 1
            if sign == "not":
                self._take("in")
                sign = "not in"
            is_list = sign[-2:] == "in" and self.words[self.at] in CLOSING
            others.append((sign, self._listed() if is_list else self.part(COMPARED)))
        return Comparison(left, others)

    def _operand(self) -> Part:
        at = self.at
        word = self.words[at]
        self.at = at + 1
        if word[:1].isidentifier() and word not in STRENGTH:
            return Call(at, word, self._listed()) if self.words[at + 1] == "(" else Name(at, word)
        if _is_plain_number(word):
            return Number(at, word)
        if word == "not":
            return Not(at, self.part(NOT))
        if word == "-":
            return Negative(at, self.part(NEGATIVE))
        if word[:1] in QUOTES and len(word) > 1:
            return Quoted(at, word[1:-1])
        self.at = at
        if word != "(":
            raise self._misplaced()
        inside = self._listed()
        if len(inside.parts) != 1:
            raise Refused(inside, "F401", "a list can't stand here", "a list in brackets stands after 'in'")
        return inside.parts[0]

    def _listed(self) -> Listed:
        """Return the parts in the brackets that open here, with commas between them."""
        at, closing = self.at, CLOSING[self.words[self.at]]
        self._levels += 1
        if self._levels > MOST_LEVELS:
            raise Refused(Part(at, at), "F402", "too many brackets inside each other", "take needless ones out")
        parts: list[Part] = []
        self.at += 1
        while self.words[self.at] != closing:
            parts.append(self.part())
            if self.words[self.at] != ",":
                break
            self.at += 1
        if not self.words[self.at]:
            raise Refused(Part(at, at), "F401", "the bracket that opens here is not closed", "close it")
        self._take(closing)
        self._levels -= 1
        return Listed(at, self.at, parts)

    def _take(self, word: str) -> None:
        if self.words[self.at] != word:
            raise self._misplaced()
        self.at += 1

    def _misplaced(self) -> Refused:
        """Return what is wrong with the next word or sign."""
        word = self.words[self.at]
        part = Part(self.at, self.at)
        if word in ("**", "//"):
            return Refused(part, "F403", "this calculation is not understood", "use + - * /")
        if word == "is":
            hint = "write '!='" if self.words[self.at + 1] == "not" else "write '=='"
            return Refused(part, "F403", "'is' is not understood here", hint)
        if not word:
            return Refused(part, "F401", "something is missing at the end of the expression", "add it")
        if word in QUOTES:
            return Refused(part, "F401", "the quote that opens here is not closed", "close it")
        if word in CLOSING.values():
            return Refused(part, "F401", f"no bracket that '{word}' closes is open", "take it out, or open one")
        if word[0].isdigit() and not _is_plain_number(word):
            hint = WINDOW if word.lstrip("0123456789") in LENGTHS else MOST_DIGITS
            return Refused(part, "F401", f"'{word}' is not understood here", hint)
        before = self.words[self.at - 1] if self.at else ""
        return Refused(part, "F401", f"'{word}' can't stand here", _remedy(self.text, word, before))


def _remedy(text: str, word: str, before: str) -> str:
    if "#" in text or "\\" in text:
        return "take it out"
    for sign, instead in INSTEAD_OF_TWO.items():
        if sign in text:
            return instead
    if word in INSTEAD:
        return INSTEAD[word]
    if word in LENGTHS:
        return WINDOW
    if word == ",":
        return (
            "write a point before the decimals"
            if _has_decimal_comma(text)
            else "between two conditions stands 'and' or 'or'"
        )
    return _remedy_of_word(word, before) if word.isidentifier() else "see 'Expressions' in docs/forms.md"


def _remedy_of_word(word: str, before: str) -> str:
    """Return the remedy for a word behind another one."""
    for each in (word, before):
        if each != each.lower() and each.lower() in STRENGTH:
            return f"write '{each.lower()}' in small letters"
    if before in ("if", "when"):
        return f"write the condition alone, without '{before}'"
    if _is_plain_number(before):
        return INSTEAD["%"]
    name = f"; words of one name are joined: {before}_{word}" if before.isidentifier() else ""
    return f"between two conditions stands 'and' or 'or'{name}"
