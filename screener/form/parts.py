"""What an expression is made of, as written; what its names mean is left to others.

`at` and `end` of every part count the words and signs of the expression.
"""

from __future__ import annotations


class Part:
    """Words and signs that belong together."""

    __slots__ = ("at", "end")

    def __init__(self, at: int, end: int) -> None:
        self.at = at
        self.end = end


class Word(Part):
    """A single word."""

    __slots__ = ("text",)

    def __init__(self, at: int, text: str) -> None:
        self.at = at
        self.end = at + 1
        self.text = text


class Name(Word):
    """A name, with its dots: `pain`, `ankle_reflex.left`."""

    __slots__ = ()


class Number(Word):
    """A number as written."""

    __slots__ = ()


class Quoted(Word):
    """A text in quotes, without them."""

    __slots__ = ()


class Listed(Part):
    """Parts in brackets, with commas between them."""

    __slots__ = ("parts",)

    def __init__(self, at: int, end: int, parts: list[Part]) -> None:
        super().__init__(at, end)
        self.parts = parts


class Call(Part):
    """A function and its arguments."""

    __slots__ = ("name", "parts")

    def __init__(self, at: int, name: str, args: Listed) -> None:
        super().__init__(at, args.end)
        self.name = name
        self.parts = args.parts


class _Before(Part):
    """A word or sign before a part."""

    __slots__ = ("part",)

    def __init__(self, at: int, part: Part) -> None:
        self.at = at
        self.end = part.end
        self.part = part


class Not(_Before):
    """`not` and what follows."""

    __slots__ = ()


class Negative(_Before):
    """A minus sign and what follows."""

    __slots__ = ()


class Joined(Part):
    """Parts with `and`, or with `or`, between them."""

    __slots__ = ("parts", "word")

    def __init__(self, word: str, parts: list[Part]) -> None:
        super().__init__(parts[0].at, parts[-1].end)
        self.word = word
        self.parts = parts


class Calculation(Part):
    """Two parts with one of + - * / between them."""

    __slots__ = ("left", "right", "sign")

    def __init__(self, left: Part, sign: str, right: Part) -> None:
        super().__init__(left.at, right.end)
        self.left = left
        self.sign = sign
        self.right = right


class Comparison(Part):
    """A part and those that it is compared with, each with the sign before it; chained as in `0 < a < 5`."""

    __slots__ = ("left", "others")

    def __init__(self, left: Part, others: list[tuple[str, Part]]) -> None:
        self.at = left.at
        self.end = others[-1][1].end
        self.left = left
        self.others = others


class Refused(Exception):  # noqa: N818 - not an error of the program
    """The expression is wrong at `part`; `missing` as in a Problem."""

    def __init__(self, part: Part, code: str, message: str, hint: str = "", missing: str = "") -> None:
        super().__init__(message)
        self.part, self.code, self.message, self.hint, self.missing = part, code, message, hint, missing
