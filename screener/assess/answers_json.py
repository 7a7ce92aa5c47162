"""Answers -> an answers file in JSON, which reads back as the same answers: what a summary carries inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from screener.assess.answers_text import PRINTABLE
from screener.assess.answers_tree import answers_tree
from screener.assess.json_text import json_text

if TYPE_CHECKING:
    from screener.assess.answers import Answers
    from screener.form.model import Form

FILE_NAME = "answers.json"  # inside a summary
_UNSAFE = re.compile(rf"(?!\n){PRINTABLE.pattern.replace('[', '[^', 1)}")


def write_json(answers: Answers, form: Form) -> str:
    """Return the answers file, questions in the order of the form; the same answers give the same text."""
    return _UNSAFE.sub(lambda found: _escaped(found.group()), json_text(answers_tree(answers, form))) + "\n"


def _escaped(character: str) -> str:
    """Return what stands for a character that a careful reader refuses in the open; half a character is none."""
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
