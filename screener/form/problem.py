"""What the author of a form, or of an answers file, has to change, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from screener.frozen import dataclass
from screener.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable


MOST_NAMES = 12  # listed where none is near
LEAST_LIKENESS = 0.63  # 'absent' and 'present' are less alike, slips of two letters more
CURLY = "“”„‟‘’‚«»"  # quotes that a word processor types in the place of straight ones
OPPOSITES = frozenset(("a", "ab", "dis", "im", "in", "no", "non", "not", "un"))  # what turns a word into its opposite


class Span(NamedTuple):
    """A place in a text file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing the author has to change: where, a stable code, what is wrong, and the remedy.

    `missing`: the name that nobody knows, where that is what is wrong.
    """

    at: Span
    code: str
    message: str
    hint: str = ""
    missing: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.at}: {self.code} {self.message}{hint}"


class FormError(Exception):
    """A form can't be used; carries every problem of every file, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def closest(name: str, names: Iterable[str]) -> str:
    """Return the known name that was most likely meant, whatever its capitals; empty where none is near.

    'abnormal' is no slip for 'normal'.
    """
    from difflib import get_close_matches  # noqa: PLC0415  # only after a slip

    known = {each.lower(): each for each in names}
    found = get_close_matches(name.lower(), known, n=3, cutoff=LEAST_LIKENESS)
    return next((known[each] for each in found if not _are_opposites(each, name.lower())), "")


def _are_opposites(name: str, other: str) -> bool:
    short, long = sorted((name, other), key=len)
    return long.endswith(short) and long.removesuffix(short).strip("_") in OPPOSITES


def nearest(name: str, names: Iterable[str]) -> str:
    """Return a remedy that names the nearest of the known names, or lists a few of them."""
    known = sorted(set(names))
    if close := closest(name, known):
        return tr("did you mean '{name}'?", name=close)
    if not known:
        return tr("there is none yet: add it, or take the name out")
    names = ", ".join(known[:MOST_NAMES]) + (" ..." if len(known) > MOST_NAMES else "")
    return tr("known here: {names}", names=names)
