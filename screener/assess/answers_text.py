"""Answers -> the text of an answers file, which reads back as the same answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.answers_tree import Word, answers_tree

if TYPE_CHECKING:
    from screener.assess.answers import Answers
    from screener.assess.json_text import Json
    from screener.form.model import Form

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_/-]*", re.ASCII)
ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
WORDS_OF_YAML = frozenset({"yes", "no", "true", "false", "on", "off", "null", "y", "n"})
PRINTABLE = re.compile(  # what may stand as it is: no controls, direction marks, separators or half characters
    r"[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u05ff\u0620-\u180d\u180f-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\ud7ff]"
)


def write_answers(answers: Answers, form: Form) -> str:
    """Return the text of the answers file, questions in the order of the form: a line for each."""
    lines = []
    for key, part in answers_tree(answers, form).items():
        if key in ("answers", "notes") and isinstance(part, Mapping) and part:
            lines += [f"{key}:", *(f"  {name}: {_in_line(each)}" for name, each in part.items())]
        else:
            lines.append(f"{key}: {_in_line(part)}")
    return "\n".join(lines) + "\n"


def _in_line(part: Json) -> str:
    """Return a part as YAML on one line."""
    match part:
        case Word():
            return part
        case str():
            return quoted(part)
        case bool():
            return "true" if part else "false"
        case Decimal():
            return f"{part:f}"
        case Mapping():
            return "{" + ", ".join(f"{name}: {_in_line(each)}" for name, each in part.items()) + "}"
        case list():
            return "[" + ", ".join(map(_in_line, part)) + "]"
        case _:
            return str(part)


def quoted(text: str) -> str:
    """Return the text as a YAML scalar on one line: as it is where that is safe, else between double quotes.

    What a careful reader may refuse in the open (controls, direction marks, line separators) stands as an escape.
    """
    if PLAIN.fullmatch(text) and text.lower() not in WORDS_OF_YAML:
        return text
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if PRINTABLE.fullmatch(character) and character not in '"\\':
        return character
    if "\ud800" <= character <= "\udfff":  # half a character: nothing can be written for it
        return "\ufffd"
    return ESCAPES.get(character, f"\\U{ord(character):08X}")
