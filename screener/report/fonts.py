"""The faces that paper is printed with, carried by the program: registered once, checked for every character.

Latin, Greek and Cyrillic letters stand side by side and are drawn as they come. Everything else goes through `script`.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from screener.language import tr
from screener.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportlab.pdfbase.pdfdoc import PDFDocument

REGULAR, BOLD = "NotoSans-Regular", "NotoSans-Bold"
_FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf"}
NOT_EMBEDDED = ("name", "OS/2")  # tables of a face that a PDF has no use for: 1 kB in every paper

MOST_NAMED = 5
EAST_ASIAN = tr(
    "install the font package pylopdf-fonts-zh-cn or -zh-tw (Chinese), -jp (Japanese) or -ko (Korean), take these "
    "characters out, or use the summary as text"
)
OTHER_LETTERS = tr("write them in other letters, take them out, or use the summary as text")


class UnprintableText(Exception):  # noqa: N818 - named for what it says
    """Characters that no face has; `places` names the fields they stand in, `remedy` says what to do."""

    def __init__(self, characters: Iterable[str], places: Iterable[str]) -> None:
        self.characters = tuple(sorted(set(characters)))
        self.places = tuple(dict.fromkeys(places))
        named = [_named(character) for character in self.characters[:MOST_NAMED]]
        if len(self.characters) > MOST_NAMED:
            named.append(tr("{count} more", count=len(self.characters) - MOST_NAMED))
        said = tr("can't print {characters} in: {places}", characters=", ".join(named), places=", ".join(self.places))
        super().__init__(said)
        is_east_asian = any(unicodedata.east_asian_width(character) == "W" for character in self.characters)
        self.remedy = EAST_ASIAN if is_east_asian else OTHER_LETTERS


class Face(TTFont):
    """A face of which a document gets the letters it shows; reportlab puts all of ASCII into each."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self._shown: WeakKeyDictionary[PDFDocument, set[str]] = WeakKeyDictionary()

    def splitString(self, text: str, doc: PDFDocument, encoding: str = "utf-8") -> list[tuple[int, bytes]]:  # noqa: N802 - reportlab's name
        """Return the codes of a text, and remember its letters."""
        self._shown.setdefault(doc, {" "}).update(text)
        return super().splitString(text, doc, encoding)

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - reportlab's name
        """Put the letters into a document; reportlab asks at the end."""
        first, shown = self.state[doc].subsets[0], set(map(ord, self._shown[doc]))
        first[:] = [letter if letter in shown else 0 for letter in first]
        super().addObjects(doc)


@cache
def register() -> frozenset[int]:
    """Register both faces; return the characters that both have."""
    rl_config.toColorCanUse = ""  # a colour is never worked out from text
    rl_config.useA85 = 0  # binary streams: a fifth smaller, and quicker
    covered: list[frozenset[int]] = []
    for name, file in _FILES.items():
        font = Face(name, str(RESOURCES / "fonts" / file))
        for table in NOT_EMBEDDED:
            font.face.table.pop(table, None)
        pdfmetrics.registerFont(font)
        covered.append(frozenset(font.face.charToGlyph))
    addMapping(REGULAR, 0, 0, REGULAR)
    addMapping(REGULAR, 1, 0, BOLD)
    return covered[0] & covered[1] | {ord("\n")}


@cache
def _plain() -> frozenset[str]:
    """Return the characters that need nothing but their place in the line: marks need the letter before them."""
    return frozenset(letter for letter in map(chr, register()) if not unicodedata.combining(letter))


def is_plain(text: str) -> bool:
    """Return whether the two faces print a text as it comes; other texts are laid out by `script`."""
    return text.isascii() or _plain().issuperset(text)


def check_printable(texts: Iterable[tuple[str, str]]) -> None:
    """Raise UnprintableText where a (field, text) has a character that would come out as a box or not at all."""
    given = tuple(texts)
    others = set().union(*(text for _, text in given)) - _plain()
    if not others:
        return
    from screener.report.script.faces import lacking  # noqa: PLC0415  # Qt, for such texts only

    if missing := lacking(others):
        raise UnprintableText(missing, (place for place, text in given if missing.intersection(text)))


def _named(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower()
    return f"{character} ({code} {name})" if name else code


@cache
def letter_widths(font: str, size: float) -> Mapping[str, float]:
    """Return how wide each character of a face is, in points; 0 where it has none."""
    widths = pdfmetrics.getFont(font).face.charWidths.items()  # type: ignore[attr-defined]  # not in its stubs
    return defaultdict(float, {chr(code): width * size / 1000 for code, width in widths})


def width_of(text: str, font: str, size: float) -> float:
    """Return how wide a line of text is, in points."""
    return sum(map(letter_widths(font, size).__getitem__, text))
