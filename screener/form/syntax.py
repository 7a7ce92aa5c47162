"""What the YAML parser refuses, in plain words, at the line where the slip is, with the remedy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from screener.form.problem import CURLY, Problem, Span

if TYPE_CHECKING:
    from screener.form.nodes import SourceText

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
        "write 'key: value', with a space after the ':'; the continuation of a text is indented further than its key",
    ),
    (
        "did not find expected key",
        "this line does not continue the lines above",
        "indent it as the keys or dashes it belongs to; a text that begins with a quote or bracket ends with it, too",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not continue the list above",
        "begin it with a dash and a space below the other dashes, or indent it under the entry it belongs to",
    ),
    (
        "block sequence entries are not allowed",
        "a list can't begin here",
        "put the '-' on a line of its own below the key; a text that begins with a dash is written in quotes",
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
    ("mapping keys are not allowed", "a text can't begin with '? '", "put the text in quotes"),
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
    (
        "comment or line break",
        "'>' or '|' begins a text on the lines below, not here",
        "put the text there; a text that has such a sign itself is written in quotes",
    ),
    ("indentation", "the indentation is not clear", "indent with two spaces per level"),
)


_closed_early = re.compile(r""".*?(?:: |- )(['"[{]).*['"\]}] *$""").match
TYPED_OTHERWISE = (
    (
        re.compile("(?:^[ -]*|:)([\u00a0\u202f])").search,
        "F103",
        "a space that is none: it keeps two words on one line",
        "type a space in its place",
    ),
    (
        re.compile(r"^ *([\u2010-\u2015\u2022\u2212])").search,
        "F110",
        "'{}' is no dash of a list",
        "type a dash and a space: '- '",
    ),
    (
        re.compile(f"(?:: |- )([{CURLY}])").search,
        "F110",
        "{} is no quote that holds a text together",
        "type straight quotes around the whole text, or write it after '>'",
    ),
)


class Mark(Protocol):
    """A place as the parser gives it, from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


class Fault(Protocol):
    """An error of the parser: what it was doing, since where, what it met, and where."""

    @property
    def context(self) -> str | None:
        """What the parser was doing."""

    @property
    def context_mark(self) -> Mark | None:
        """Since where."""

    @property
    def problem(self) -> str | None:
        """What it met."""

    @property
    def problem_mark(self) -> Mark | None:
        """Where it met it."""


def syntax_problem(error: Fault, source: SourceText) -> Problem:
    """Return the problem of a text that is no YAML."""
    context = error.context or ""
    mark = error.problem_mark
    if context.startswith(("while scanning", "while parsing a flow")) and error.context_mark is not None:
        mark = error.context_mark  # where the quote or bracket opens, not where its end is missed
    at = Span(source.file, 1, 1) if mark is None else place(source, mark)
    if odd := _of_a_word_processor(source, at):
        return odd
    said = error.problem or ""
    if "expected key" in said and (begun := _closed_early(source.lines[at.line - 1][: at.column - 1])):
        hint = "put the whole text in quotes, in \" where it holds a ' itself"
        opening = Span(source.file, at.line, begun.start(1) + 1)
        return Problem(opening, "F110", f"a text begins with {begun[1]} and goes on behind its end", hint)
    if "document start" in said and (first := _indented_beginning(source)):
        hint = "write its first line above it, or take the blanks out"
        return Problem(first, "F110", "the file begins with a line that is indented", hint)
    if said.startswith("mapping values") and (above := _keyless_line(source, at)):
        at, said = above, "could not find expected ':'"
    if ("expected key" in said or "start any token" in said) and (opened := _open_quote(source, at)):
        hint = f"close it; it ends at the quote in line {at.line} only"
        return Problem(opened, "F110", "a quote that begins here is not closed in its line", hint)
    message, hint = _remedy(said, context)
    return Problem(at, "F110", message, hint)


def _of_a_word_processor(source: SourceText, at: Span) -> Problem | None:
    """Return the problem of a line that has a sign which a word processor put in the place of the one meant."""
    for find, code, message, hint in TYPED_OTHERWISE:
        if found := find(source.lines[at.line - 1]):
            return Problem(Span(source.file, at.line, found.start(1) + 1), code, message.format(found[1]), hint)
    return None


def _open_quote(source: SourceText, at: Span) -> Span | None:
    """Return where a quote opens that swallowed the lines up to the next quote, which stands before `at`."""
    quotes = [quote for quote in "\"'" if quote in source.lines[at.line - 1][: at.column - 1]]
    for row in range(at.line - 2, -1, -1):
        for quote in quotes:
            opening = source.lines[row].find(f": {quote}")
            if opening >= 0 and source.lines[row].count(quote) == 1:
                return Span(source.file, row + 1, opening + len(": ") + 1)
    return None


def _indented_beginning(source: SourceText) -> Span | None:
    """Return where the first line stands that is no comment, when it is indented."""
    for row, line in enumerate(source.lines):
        text = line.lstrip()
        if text and text[0] != "#":
            return Span(source.file, row + 1, len(line) - len(text) + 1) if text != line else None
    return None


def _keyless_line(source: SourceText, at: Span) -> Span | None:
    """Return the line above when it, not the line with the ':', is the slip: a key that has lost its ':'."""
    before = source.lines[at.line - 1][: at.column - 1].strip()
    row = at.line - 2
    while row > 0 and not source.lines[row].strip():
        row -= 1
    above = source.lines[max(row, 0)]
    if " " in before or ":" in above or not above.strip():
        return None
    return Span(source.file, row + 1, len(above) - len(above.lstrip()) + 1)


def place(source: SourceText, mark: Mark) -> Span:
    """Return the place of a mark; a fault at the very end stands after the last line."""
    line = min(mark.line, len(source.lines) - 1)
    column = mark.column if line == mark.line else len(source.lines[line])
    return Span(source.file, line + 1, column + 1)


def _remedy(problem: str, context: str) -> tuple[str, str]:
    """Return what is wrong in plain words and the remedy, for a message of the parser."""
    said = f"{context} {problem}"
    for part, message, hint in REMEDIES:
        if part in said:
            return message, hint
    return f"this is not YAML: {problem}", "compare with the examples in docs/forms.md"
