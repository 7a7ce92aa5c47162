"""The faces for all scripts: files of our own and of packages that need not be installed, each under a name of ours.

So the result is the same whatever fonts a machine has.
"""

from __future__ import annotations

import importlib.metadata
import re
import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

from screener.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainterPath

UNITS = 1000  # of an em, in outlines
CARRIED = ("NotoSans", "NotoSansArabic", "NotoSansHebrew", "NotoSansDevanagari", "NotoSansThai")
OPTIONAL = {
    "pylopdf-fonts-zh-cn": "SC",
    "pylopdf-fonts-zh-tw": "TC",
    "pylopdf-fonts-jp": "JP",
    "pylopdf-fonts-ko": "KR",
}
_CARRIED_ALONG = re.compile("[\n\u200c\u200d\u2066-\u2069\ufe00-\ufe0f]")


class Face:
    """A font file under a family name of our own. `stroke`: what makes it bold where it has no bold of its own."""

    def __init__(self, file: Path, stroke: int = 0) -> None:
        self.name, self.stroke = file.stem, stroke
        self.is_tall = not self.name.startswith(f"{CARRIED[0]}-")
        self.family = f"screener {file.stem}"
        data = QByteArray(renamed(file.read_bytes(), self.family))
        _application()
        self._advances: dict[int, int] = {}
        self._raw = QRawFont(data, UNITS, QFont.HintingPreference.PreferNoHinting)
        QFontDatabase.addApplicationFontFromData(data)

    def has(self, character: str) -> bool:
        """Return whether there is a glyph for a character."""
        return self._raw.supportsCharacter(ord(character))

    def font(self, size: int) -> QFont:
        """Return the font that lays out text of so many pixels; it borrows no glyph from any other."""
        font = QFont(self.family)
        font.setPixelSize(size)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        return font

    def advance(self, number: int) -> int:
        """Return how far a glyph reaches, in units of the em."""
        if number not in self._advances:
            self._advances[number] = round(self._raw.advancesForGlyphIndexes([number])[0].x())
        return self._advances[number]

    def outline(self, number: int) -> QPainterPath:
        """Return how a glyph is drawn, in units of the em, downwards from the baseline."""
        return self._raw.pathForGlyph(number)


def lacking(characters: Iterable[str]) -> set[str]:
    """Return the characters that no face has."""
    text = "".join(characters)
    faces = faces_for(text, is_bold=False)
    return {each for each in text if not _CARRIED_ALONG.match(each) and not any(face.has(each) for face in faces)}


def faces_for(text: str, *, is_bold: bool) -> list[Face]:
    """Return the faces to look in, in order; kana and hangul say whose ideographs are meant."""
    faces = [_carried(name, is_bold=is_bold) for name in CARRIED]
    if all(_CARRIED_ALONG.match(each) or any(face.has(each) for face in faces) for each in set(text)):
        return faces
    meant = {"pylopdf-fonts-jp": "[\u3040-\u30ff]", "pylopdf-fonts-ko": "[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]"}
    order = sorted(OPTIONAL, key=lambda package: not re.search(meant.get(package, "(?!)"), text))
    found = (_optional(package, is_bold=is_bold) for package in order)
    return [*faces, *(face for face in found if face is not None)]


def face_of(character: str, before: Face, faces: list[Face]) -> Face:
    """Return the face of a character: of marks and spaces the one that the letter before them has."""
    if _CARRIED_ALONG.match(character):
        return before
    if unicodedata.category(character) in ("Mn", "Mc", "Me", "Zs") and before.has(character):
        return before
    return next((face for face in faces if face.has(character)), before)


def renamed(font: bytes, family: str) -> bytes:
    """Return a font file with one name only, so that no installed font of its old name is taken for it."""
    whole = font + bytes(-len(font) % 4)
    text = family.encode("utf-16-be")
    records = b"".join(struct.pack(">6H", 3, 1, 0x409, name, len(text), 0) for name in (1, 4, 6))
    table = struct.pack(">3H", 0, 3, 6 + len(records)) + records + text
    for at in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16):
        if font[at : at + 4] == b"name":
            return whole[: at + 8] + struct.pack(">2I", len(whole), len(table)) + whole[at + 16 :] + table
    raise ValueError("a font without names")


@cache
def _application() -> object:
    """Return what Qt needs before it finds fonts: the running program, or one without any window."""
    return QGuiApplication.instance() or QGuiApplication(["screener", "-platform", "offscreen"])


@cache
def _carried(name: str, *, is_bold: bool) -> Face:
    return Face(RESOURCES / "fonts" / f"{name}-{'Bold' if is_bold else 'Regular'}.ttf")


@cache
def _optional(package: str, *, is_bold: bool) -> Face | None:
    """Return the face of a package that need not be installed; these have no bold."""
    try:
        files = importlib.metadata.files(package) or ()
    except importlib.metadata.PackageNotFoundError:
        return None
    name = f"NotoSans{OPTIONAL[package]}-Regular"
    paths = [Path(str(file.locate())) for file in files if file.stem == name]
    return Face(paths[0], stroke=30 if is_bold else 0) if paths else None
