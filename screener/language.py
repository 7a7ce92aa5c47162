"""The language the program speaks: one for a process, chosen before anything is said.

The texts in the source are English. `resources/languages/CODE/*.ts` are catalogues of Qt Linguist with the same texts
in another language; a text they lack, or whose translation is not finished, is said in English.
"""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from screener.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

ENGLISH = "en"
LANGUAGES = MappingProxyType({ENGLISH: "English", "es": "Español"})
OPTION = "--language"
_FROM_RIGHT, _ISOLATE, _END = "\u200f", "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

_SPANISH_SOUNDS = (
    (" o ", " u ", ("o", "ó", "ho", "hó", "8"), ()),
    (" y ", " e ", ("i", "í", "hi", "hí"), ("hia", "hie", "hio", "ia", "ie", "io")),
)


class _Spoken:
    """What is spoken now."""

    code = ENGLISH
    texts: Mapping[str, str] = MappingProxyType({})
    is_begun = False


def speak(code: str, texts: Mapping[str, str] | None = None) -> None:
    """Speak a language from now on, with its catalogues or with these texts (English text: the other language's).

    Raises RuntimeError when something has been said in another language already: constants would keep it.
    """
    if _Spoken.is_begun and code != _Spoken.code:
        raise RuntimeError("the language is chosen before anything is said")
    _Spoken.code = code
    _Spoken.texts = catalogue(code) if texts is None else texts


def spoken() -> str:
    """Return the code of the language that is spoken."""
    return _Spoken.code


def is_right_to_left() -> bool:
    """Whether the language spoken is written from right to left."""
    return _Spoken.code in _RIGHT_TO_LEFT


def tr(text: str, /, **parts: object) -> str:
    """Return a text, a literal that can be collected, in the language spoken, with its `{parts}` filled in."""
    _Spoken.is_begun = True
    said = _Spoken.texts.get(text, text)
    if parts and is_right_to_left():
        apart = said.format(**{name: isolated(str(part)) for name, part in parts.items()})
        return f"{_FROM_RIGHT}{apart}"  # also where it begins with a name in Latin letters
    return said.format(**parts) if parts else said


def isolated(text: str) -> str:
    """Return a text that keeps its own direction among words that are read from the right: "<15 mL/min", a name."""
    return f"{_ISOLATE}{text}{_END}" if is_right_to_left() else text


def any_of(words: Iterable[str]) -> str:
    """Return words joined by "or"; "" without any."""
    return _joined(words, tr("{some} or {last}"))


def all_of(words: Iterable[str]) -> str:
    """Return words joined by "and"; "" without any."""
    return _joined(words, tr("{some} and {last}"))


def _joined(words: Iterable[str], pattern: str) -> str:
    said = ""
    for word in words:
        said = _before(word, pattern).format(some=said, last=word) if said else word
    return said


def _before(word: str, pattern: str) -> str:
    """Return the pattern as it is said before a word: in Spanish "o" and "y" change before their own sound."""
    if _Spoken.code == "es":
        for conjunction, instead, sounds, others in _SPANISH_SOUNDS:
            if word.lower().startswith(sounds) and not word.lower().startswith(others):
                return pattern.replace(conjunction, instead)
    return pattern


def wanted_language(arguments: Sequence[str]) -> str | None:
    """Return the language the command line asks for (`--language es`), if there is such a one."""
    for word, following in pairwise(arguments):
        if word == OPTION and following in LANGUAGES:
            return following
    return None


def catalogue(code: str) -> dict[str, str]:
    """Return the finished texts of a language, by the English ones."""
    if code == ENGLISH:
        return {}
    texts: dict[str, str] = {}
    for file in sorted((RESOURCES / "languages" / code).glob("*.ts")):
        texts.update(read_catalogue(file))
    return texts


def read_catalogue(file: Path) -> dict[str, str]:
    """Return the finished texts of one catalogue."""
    import xml.etree.ElementTree as ET  # noqa: PLC0415  # its usual name; only for another language

    texts = {}
    for message in ET.parse(file).iter("message"):  # noqa: S314  # the program's own file
        translation = message.find("translation")
        if translation is not None and translation.text and translation.get("type") is None:
            texts[message.findtext("source", "")] = translation.text
    return texts
