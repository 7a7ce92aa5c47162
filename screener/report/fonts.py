"""The faces that paper is printed with, carried by the program: registered once, checked for every character."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from screener.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable

REGULAR, BOLD = "NotoSans-Regular", "NotoSans-Bold"
_FILES = {REGULAR: "NotoSans-Regular.ttf", BOLD: "NotoSans-Bold.ttf"}


class UnprintableText(Exception):  # noqa: N818 - named for what it says
    """Characters that no carried face has; `places` names the fields they stand in."""

    def __init__(self, characters: Iterable[str], places: Iterable[str]) -> None:
        self.characters = tuple(sorted(set(characters)))
        self.places = tuple(dict.fromkeys(places))
        codes = ", ".join(f"U+{ord(character):04X}" for character in self.characters)
        super().__init__(f"can't print {codes} in: {', '.join(self.places)}")


class Face(TTFont):
    """A face that adds up the widths of letters quickly: reportlab asks for some six thousand words a summary."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self._widths = {chr(code): width for code, width in self.face.charWidths.items()}

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802 - reportlab's name
        """Return how wide a text is, in points."""
        try:
            total: float = sum(map(self._widths.__getitem__, text))
        except (KeyError, TypeError):  # a character that no face has, or bytes
            total = super().stringWidth(text, 1000, encoding)
        return 0.001 * size * total


@cache
def register() -> frozenset[int]:
    """Register both faces; return the characters that both have."""
    rl_config.toColorCanUse = ""  # a colour is never worked out from text
    rl_config.useA85 = 0  # binary streams: a fifth smaller, and quicker
    covered: list[frozenset[int]] = []
    for name, file in _FILES.items():
        font = Face(name, str(RESOURCES / "fonts" / file))
        pdfmetrics.registerFont(font)
        covered.append(frozenset(font.face.charToGlyph))
    addMapping(REGULAR, 0, 0, REGULAR)
    addMapping(REGULAR, 1, 0, BOLD)
    return covered[0] & covered[1] | {ord("\n")}


def check_printable(texts: Iterable[tuple[str, str]]) -> None:
    """Raise UnprintableText where a (field, text) has a character that would come out as a box or not at all."""
    covered = register()
    given = tuple(texts)
    lacking = {character for character in set().union(*(text for _, text in given)) if ord(character) not in covered}
    if lacking:
        raise UnprintableText(lacking, (place for place, text in given if lacking.intersection(text)))


def width_of(text: str, font: str, size: float) -> float:
    """Return how wide a line of text is, in points."""
    return pdfmetrics.stringWidth(text, font, size)
