"""Bytes of a file -> text that is safe to hand to the YAML parser, or a problem with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from screener.form.folder import MOST_BYTES
from screener.form.nodes import Mapping, Scalar, Sequence, SourceText
from screener.form.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.form.nodes import Node

# Control characters but line ends, the invisible line ends of Unicode, what turns the reading direction or has no
# width (but the joiners that letters of some scripts need), byte order marks inside the text, and no characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|\r(?!\n)"
)

EVERYDAY = bytes([ord("\n"), *range(ord(" "), 127)])  # what nearly all files are written in


def read_text(raw: bytes, file: str, problems: list[Problem]) -> SourceText | None:
    """Return the text with plain line ends and no byte order mark, or None with the reason in `problems`."""
    if len(raw) > MOST_BYTES:
        message = f"the file has more than {MOST_BYTES} bytes"
        problems.append(Problem(Span(file, 1, 1), "F101", message, "divide it into several files"))
        return None
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").removeprefix("\ufeff")
        message = f"the byte {raw[error.start]:02X} is not UTF-8"
        problems.append(
            Problem(
                _place(before, file),
                "F102",
                message,
                "save the file with the encoding UTF-8; Notepad asks for it in Save as",
            )
        )
        return None
    found = None if raw.isascii() and not raw.translate(None, EVERYDAY) else FORBIDDEN.search(text)
    if found is not None:
        message = f"a character that can't be seen: U+{ord(found[0][0]):04X}"
        problems.append(Problem(_place(text[: found.start()], file), "F103", message, "delete it and type it anew"))
        return None
    if "\t" in text and not text.lstrip().startswith(("{", "[")):  # JSON may be indented with tabs
        at = _place(text[: text.index("\t")], file)
        problems.append(Problem(at, "F104", "a tab", "write spaces in its place"))
        return None
    return SourceText(file, text.replace("\r\n", "\n") if "\r" in text else text)


def unseen_in(node: Node) -> Iterator[Problem]:
    """Yield a problem for each text in which such a character is written as an escape (answers may hold it so)."""
    match node:
        case Scalar():
            if found := FORBIDDEN.search(node.text):
                yield Problem(node.at, "F103", f"a character that can't be seen: U+{ord(found[0][0]):04X}", "delete it")
        case Mapping():
            for key, part in node.entries:
                yield from unseen_in(key)
                yield from unseen_in(part)
        case Sequence():
            for part in node.nodes:
                yield from unseen_in(part)


def _place(before: str, file: str) -> Span:
    line = before.count("\n") + 1
    return Span(file, line, len(before) - (before.rfind("\n") + 1) + 1)
