"""Bytes of a file -> text that is safe to hand to the YAML parser, or a problem with its place."""

from __future__ import annotations

import re

from screener.form.nodes import SourceText
from screener.form.problem import Problem, Span

MOST_BYTES = 1024 * 1024

# Control characters but line ends, the invisible line ends of Unicode, what turns the reading direction, byte order
# marks inside the text, and code points that are no characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\r(?!\n)"
)

# What the parser says -> what is wrong in plain words, and the remedy.
REMEDIES = (
    (
        "mapping values are not allowed",
        "a ':' is not possible here",
        "a text that contains ': ' is written in quotes or after '>'; or the line is indented too far",
    ),
    (
        "could not find expected ':'",
        "this line is no key with a value",
        "write 'key: value'; the continuation of a text is indented further than its key",
    ),
    (
        "did not find expected key",
        "the key of this line does not continue the lines above",
        "indent it exactly as the keys it belongs to; a text that begins with a quote ends with it",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not continue the list above",
        "begin it with '-' below the other dashes, or indent it under the entry it belongs to",
    ),
    (
        "block sequence entries are not allowed",
        "a list can't begin here",
        "put the '-' on a line of its own below the key",
    ),
    (
        "did not find expected ',' or '}'",
        "the bracket { that opens here is not closed",
        "close it with }, or write the keys on lines of their own",
    ),
    (
        "did not find expected ',' or ']'",
        "the bracket [ that opens here is not closed",
        "close it with ], or write the entries on lines of their own",
    ),
    ("cannot start any token", "a text can't begin with this character", "put the text in quotes"),
    ("unexpected end of stream", "a quote or bracket that begins here is never closed", "close it"),
    ("unknown escape character", "an unknown \\ sequence in double quotes", "use single quotes, or write \\\\"),
    ("escape", "a wrong \\ sequence in double quotes", "use single quotes, or write \\\\"),
    ("alphabetic or numeric character", "& and * have a meaning of their own here", "put the text in quotes"),
    ("unexpected document indicator", "a '---' or '...' inside a text in quotes", "close the quote before it"),
    ("document start", "something stands after the end of the document", "indent it under the key it belongs to"),
    (
        "leading space",
        "the first lines of this text are indented further than the rest",
        "indent all lines of the text alike",
    ),
    ("comment or line break", "something stands after the sign of a text block", "put the text on the next line"),
    ("indentation", "the indentation is not clear", "indent with two spaces per level"),
)


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
        problems.append(Problem(_place(before, file), "F102", message, "save the file with the encoding UTF-8"))
        return None
    found = FORBIDDEN.search(text)
    if found is not None:
        message = f"a character that can't be seen: U+{ord(found[0][0]):04X}"
        problems.append(Problem(_place(text[: found.start()], file), "F103", message, "delete it and type it anew"))
        return None
    if "\t" in text and not text.lstrip().startswith(("{", "[")):  # JSON may be indented with tabs
        at = _place(text[: text.index("\t")], file)
        problems.append(Problem(at, "F104", "a tab", "indent with spaces"))
        return None
    return SourceText(file, text.replace("\r\n", "\n") if "\r" in text else text)


def _place(before: str, file: str) -> Span:
    line = before.count("\n") + 1
    return Span(file, line, len(before) - (before.rfind("\n") + 1) + 1)


def syntax_remedy(problem: str, context: str) -> tuple[str, str]:
    """Return what is wrong in plain words and the remedy, for a message of the parser."""
    said = f"{context} {problem}"
    for part, message, hint in REMEDIES:
        if part in said:
            return message, hint
    return f"this is not YAML: {problem}", "compare with the examples in docs/forms.md"
