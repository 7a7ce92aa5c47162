"""A language nobody speaks, to see what another one does to the window: English in Arabic letters, from right to left, longer."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screener.form.model import Form

LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ابثديفغهيجكلمنوبقرستعخطصيزابثديفغهيجكلمنوبقرستعخطصيز",
)
OF_FORM = frozenset({"screener.form.model", "screener.form.rules", "screener.form.cards"})  # modules
LONGER = 4  # one letter more for so many
OF_FORMS = frozenset(
    {"text", "title", "short", "help", "intro", "message", "action", "why", "measures", "intended_use"}
)


def in_arabic_letters(text: str) -> str:
    """Return a text in Arabic letters, a quarter longer, its `{parts}` as they were."""
    said = ""
    for words, name, spec, _ in Formatter().parse(text):
        said += " ".join(word.translate(LETTERS) + "ـ" * (len(word) // LONGER) for word in words.split(" "))
        if name is not None:
            said += f"{{{name}:{spec}}}" if spec else f"{{{name}}}"
    return said


class PseudoArabic(dict[str, str]):
    """A catalogue that has every text."""

    def get(self, text: str, _default: str | None = None) -> str:  # type: ignore[override]  # it always has one
        """Return the text in Arabic letters."""
        if text not in self:
            self[text] = in_arabic_letters(text)
        return self[text]


def pseudo_form(form: Form) -> Form:
    """Return a form with its texts in Arabic letters; everything else stays."""
    done: dict[int, object] = {}

    def said(given: object, name: str = "") -> object:
        if isinstance(given, str):
            return in_arabic_letters(given.replace("{", "(").replace("}", ")")) if name in OF_FORMS and given else given
        if id(given) not in done:
            done[id(given)] = said_parts(given)
        return done[id(given)]

    def said_parts(given: object) -> object:
        if isinstance(given, tuple):
            return tuple(said(each) for each in given)
        if isinstance(given, dict | MappingProxyType):
            return type(given)({key: said(each) for key, each in given.items()})
        if is_dataclass(given) and type(given).__module__ in OF_FORM:
            return replace(given, **{each.name: said(getattr(given, each.name), each.name) for each in fields(given)})
        return given

    return said(form)  # type: ignore[return-value]  # of a form, a form
