"""Lines of at most 78 columns as they are seen: letters of Chinese, Japanese and Korean take two each."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from screener.report.amounts import INSIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 78
_CHUNK = re.compile(rf" +|(?:[^ ]|{INSIDE})+")
_MARKS = ("Mn", "Me", "Cf")  # they stand on the letter before them, or are not seen
_NOT_FIRST = frozenset("、。，．：；？！）」』】〉》〕ー々…")


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def padded(text: str, width: int) -> str:
    """Return a text with spaces up to a number of columns."""
    return text + " " * (width - columns(text))


def wrapped(text: str, first: str = "", then: str = "", width: int = WIDTH) -> Iterator[str]:
    """Yield lines of at most `width` columns; line ends that were typed stay."""
    for typed in text.split("\n"):
        yield from _wrapped(typed.expandtabs(), first, then, width)
        first = then


def _wrapped(typed: str, first: str, then: str, width: int) -> Iterator[str]:
    line, gap, has_words = first if typed else "", "", False
    for chunk in _chunks(typed):
        if chunk.isspace():
            gap = chunk
            continue
        if has_words and columns(line + gap + chunk) > width:
            yield line
            line, gap = then, ""
        while columns(line + gap + chunk) > width:  # a word longer than a line
            fitting = _fitting(chunk, width - columns(line + gap))
            yield line + gap + chunk[:fitting]
            line, gap, chunk = then, "", chunk[fitting:]  # noqa: PLW2901 - what is left of it
        line, gap, has_words = line + gap + chunk, "", True
    yield line.rstrip(" ")


def _chunks(text: str) -> Iterator[str]:
    """Yield what stays together in a line: spaces, words, and wide characters one by one."""
    for chunk in _CHUNK.findall(text):
        if columns(chunk) <= len(chunk):
            yield chunk
            continue
        start = 0
        for place in range(1, len(chunk)):
            if _breaks(chunk[place - 1], chunk[place]):
                yield chunk[start:place]
                start = place
        yield chunk[start:]


def _breaks(before: str, after: str) -> bool:
    """Whether a line may end between two characters of a word."""
    is_wide = max(_columns_of(before), _columns_of(after)) > 1
    return is_wide and _columns_of(after) > 0 and after not in _NOT_FIRST


def _fitting(text: str, room: int) -> int:
    """Return how many characters fit, at least one."""
    return next((place for place in range(2, len(text) + 1) if columns(text[:place]) > room), len(text) + 1) - 1


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in _MARKS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
