"""The blank form as reportlab lays it out: boxes to tick, lines to write on, left and right, tables to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer, Table, TableStyle

from screener.report import wording
from screener.report.document import Room, Tick
from screener.report.fonts import BOLD, is_plain
from screener.report.pdf_style import (
    BODY,
    GRID,
    HAIR,
    HAIRLINE,
    INK,
    LEADING,
    SMALL,
    SOFT,
    draw_words,
    natural_width,
    paragraph,
    runs,
    style,
)
from screener.report.pdf_tables import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.report.document import BlankTable, Entry, Question, Questions

BOX, GAP = 7.0, 3.0
LINE_HEIGHT = 15.0  # to write between
NO_ANSWER_WIDTH = 46.0
_LOOK: list[Any] = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 2 * GRID),
    ("TOPPADDING", (0, 0), (-1, -1), 2.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, HAIR),
]  # fmt: skip

_SIDES = (wording.LEFT, wording.RIGHT)
_QUESTIONS = TableStyle([
    *_LOOK, ("FONT", (1, 0), (-1, 0), BOLD, SMALL, LEADING[SMALL]), ("TEXTCOLOR", (1, 0), (-1, 0), SOFT),
    ("LINEBELOW", (0, 0), (-1, 0), HAIRLINE, SOFT), ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
])  # fmt: skip


class Field(Flowable):
    """A place to answer: boxes and lines one after the other, on as many lines as they need."""

    def __init__(self, entries: tuple[Entry, ...], width: float) -> None:
        super().__init__()
        self.width = width
        self._placed = list(_placed(entries, width))
        self.height = (1 + max((row for _, row, _ in self._placed), default=0)) * LEADING[BODY]

    def wrap(self, *_: float) -> tuple[float, float]:
        """Return the size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw every box, line and word."""
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        canvas.setLineWidth(0.7)
        for x, row, piece in self._placed:
            base = self.height - (row + 1) * LEADING[BODY] + (LEADING[BODY] - BODY)
            if isinstance(piece, str):
                draw_words(canvas, piece, x, base, style())
            elif isinstance(piece, Tick):
                canvas.rect(x, base - 0.6, BOX, BOX)
            else:
                canvas.line(x, base - 1, x + min(_room(piece), self.width - x), base - 1)
        canvas.restoreState()


def _room(room: Room) -> float:
    return room.letters * BODY * 0.62


def _placed(entries: tuple[Entry, ...], width: float) -> Iterator[tuple[float, int, Entry]]:
    """Yield each piece with where it begins and its line; a box stays with the first word of its text."""
    x, row = 0.0, 0
    for entry in entries:
        words = _words(entry)
        mark = BOX + GAP if isinstance(entry, Tick) else _room(entry) if isinstance(entry, Room) else 0.0
        whole = mark + natural_width(" ".join(words), style())
        if x and x + whole > width:
            x, row = 0.0, row + 1
        indent = x + mark
        if not isinstance(entry, str):
            yield x, row, entry
        x = indent
        for word in words:
            end = x + natural_width(word, style())
            if end > width and x > indent:
                indent = mark
                x, row = indent, row + 1
                end = x + natural_width(word, style())
            yield x, row, word
            x = end + natural_width(" ", style())
        x += 2.5 * GAP if words else GAP


def _words(entry: Entry) -> list[str]:
    """Return the words that may stand on lines of their own: in other scripts all that is said at once."""
    text = "" if isinstance(entry, Room) else entry if isinstance(entry, str) else entry.text
    return text.split() if is_plain(text) else [text]


class Lines(Flowable):
    """Empty lines to write on."""

    def __init__(self, count: int, width: float) -> None:
        super().__init__()
        self.width, self.height, self._count = width, count * LINE_HEIGHT, count

    def wrap(self, *_: float) -> tuple[float, float]:
        """Return the size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines."""
        self.canv.saveState()
        self.canv.setStrokeColor(SOFT)
        self.canv.setLineWidth(HAIRLINE)
        for number in range(self._count):
            self.canv.line(0, 1 + number * LINE_HEIGHT, self.width, 1 + number * LINE_HEIGHT)
        self.canv.restoreState()


def questions(block: Questions, width: float) -> Flowable:
    """Return the questions in rows: the wording, one field or a left and a right one, why there is no answer."""
    is_coded = any(any(question.fields) for question in block.rows)
    last = NO_ANSWER_WIDTH if is_coded else 0.0
    label = (width - last) * (0.34 if block.has_sides or not is_coded else 0.42)
    fields = 2 if block.has_sides else 1
    each = (width - label - last) / fields
    title = runs(((f"{block.title} ", style(bold=True)), (block.remark, style(SMALL, soft=True))), style())
    head: list[object] = [title, *(_SIDES if block.has_sides else ("",)), *([wording.NO_ANSWER] if is_coded else [])]
    rows = [
        [_asked(question), *_fields(question, each - 2 * GRID), *([""] if is_coded else [])] for question in block.rows
    ]
    widths = [label, *([each] * fields), *([last] if is_coded else [])]
    return Rows([head, *rows], colWidths=widths, style=_QUESTIONS, repeatRows=1, hAlign="LEFT")


def _asked(question: Question) -> object:
    remark = ((f" {question.remark}", style(SMALL, soft=True)),) if question.remark else ()
    return runs(((question.text, style()), *remark), style())


def _fields(question: Question, width: float) -> list[Flowable]:
    return [Lines(question.lines, width) if question.lines else Field(entries, width) for entries in question.fields]


def blank_table(block: BlankTable, width: float) -> Iterator[Flowable]:
    """Yield a table with empty rows under its columns' titles, what each takes in small print."""
    each = width / len(block.columns)
    head = [
        [paragraph(column.label, style(SMALL, bold=True)), paragraph(column.text, style(SMALL, soft=True))]
        for column in block.columns
    ]
    empty = [[""] * len(block.columns)] * block.rows
    look = TableStyle(
        [*_LOOK, ("LINEAFTER", (0, 0), (-2, -1), HAIRLINE, HAIR), ("LEFTPADDING", (1, 0), (-1, -1), GRID)]
    )
    heights = [None, *([LINE_HEIGHT + 5] * block.rows)]
    remark = ((f" {block.remark}", style(SMALL, soft=True)),) if block.remark else ()
    title = runs(((block.text, style()), *remark), style())
    yield CondPageBreak(sum(LINE_HEIGHT + GRID for _ in heights))
    yield Spacer(0, GRID)
    yield title
    yield Table([head, *empty], colWidths=[each] * len(block.columns), rowHeights=heights, style=look, hAlign="LEFT")
