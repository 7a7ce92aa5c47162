"""The blank form as text: boxes and lines to fill in on screen or by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.report import wording
from screener.report.document import BlankTable, Questions, Room, Tick
from screener.report.text_lines import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.report.document import Entry, Question

LINE = "_" * 40


def blank_lines(block: Questions | BlankTable) -> Iterator[str]:
    """Yield the questions with their boxes, or the rows of a table."""
    if isinstance(block, Questions):
        yield from wrapped(" ".join(filter(None, [block.title, block.remark])))
        for question in block.rows:
            yield from _question(question)
        return
    yield from _asked(block)
    for each in block.answers:
        yield from wrapped(f"{each.label}: {each.text}", first="  ", then="    ")
    titles = (f"{column.label} ({column.text})" if column.text else column.label for column in block.columns)
    row = "; ".join(f"{title}: ____" for title in titles)
    for number in range(1, block.rows + 1):
        yield from wrapped(row, first=f"  {number}. ", then="     ")
    yield from wrapped("  ".join(map(_entry, block.ends)), first="  ", then="  ") if block.ends else ()


def _question(question: Question) -> Iterator[str]:
    yield from _asked(question)
    sides = (f"{wording.LEFT}: ", f"{wording.RIGHT}: ") if len(question.fields) > 1 else ("",)
    for side, entries in zip(sides, question.fields, strict=True):
        written = "  ".join(_entry(each) for each in entries) or LINE
        yield from wrapped(f"{side}{written}", first="    ", then="    ")


def _asked(question: Question | BlankTable) -> Iterator[str]:
    """Yield the wording and when it is asked, and the help below."""
    yield from wrapped(f"{question.text} {question.remark}".rstrip(), first="- ", then="  ")
    if question.help:
        yield from wrapped(question.help, first="  ", then="  ")


def _entry(entry: Entry) -> str:
    match entry:
        case Tick(text):
            return f"[ ] {text}"
        case Room(letters):
            return "_" * letters
        case _:
            return entry
