"""The blank form as reportlab lays it out: boxes to tick, lines to write on, left and right, tables to fill in."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.platypus import Flowable, TableStyle

from screener.report import wording
from screener.report.document import Room, Tick
from screener.report.fonts import BOLD
from screener.report.pdf_keep import together
from screener.report.pdf_style import (
    BODY,
    FAR,
    GRID,
    HAIR,
    HAIRLINE,
    INK,
    LEADING,
    SMALL,
    SOFT,
    natural_width,
    paragraph,
    runs,
    style,
)
from screener.report.pdf_tables import Gap, Rows, column_widths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.report.document import BlankTable, Entry, Question, Questions

BOX, NEAR, GAP = 7.0, 3.0, 7.5  # a box; between it and its words; between one answer and the next
LINE_HEIGHT = 15.0  # to write between
_PADDED: list[Any] = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 2 * GRID),
    ("TOPPADDING", (0, 0), (-1, -1), 2.2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]  # fmt: skip
_TABLE = TableStyle([
    *_PADDED, ("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, HAIR), ("LINEAFTER", (0, 0), (-2, -1), HAIRLINE, HAIR),
    ("LEFTPADDING", (1, 0), (-1, -1), GRID),
])  # fmt: skip
_BOLD, _SOFT = style(SMALL, bold=True), style(SMALL, soft=True)
_SIDES = (wording.LEFT, wording.RIGHT)


class Field(Flowable):
    """A place to answer: boxes and lines one after the other, on as many lines as they need."""

    def __init__(self, entries: tuple[Entry, ...], width: float) -> None:
        super().__init__()
        self.width = width
        self._placed = list(_placed(entries, width))
        self.height = max((piece.y + piece.height for piece in self._placed), default=LEADING[BODY])

    def wrap(self, *_: float) -> tuple[float, float]:
        """Return the size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw every box, line and word."""
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.7)
        for piece in self._placed:
            base = self.height - piece.y - BODY
            if isinstance(piece.entry, Tick):
                canvas.rect(piece.x, base - 0.6, BOX, BOX)
            elif isinstance(piece.entry, Room):
                canvas.line(piece.x, base - 1, piece.x + min(_mark(piece.entry), self.width - piece.x), base - 1)
            if piece.words is not None:
                piece.words.drawOn(canvas, piece.x + _mark(piece.entry), self.height - piece.y - piece.height)
        canvas.restoreState()


class Piece(NamedTuple):
    """A box, a line or words, with their place from the left and from the top."""

    x: float
    y: float
    height: float
    entry: Entry
    words: Flowable | None


def _placed(entries: tuple[Entry, ...], width: float) -> Iterator[Piece]:
    """Yield each entry with its place; words too long for a line wrap beside their box, the next stand below."""
    x = y = 0.0
    tall = LEADING[BODY]
    for entry in entries:
        text = "" if isinstance(entry, Room) else entry if isinstance(entry, str) else entry.text
        mark, length = _mark(entry), natural_width(text, style()) if text else 0.0
        if x and x + mark + length > width:
            x, y, tall = 0.0, y + tall, LEADING[BODY]
        words = paragraph(text, style()) if text else None
        height = words.wrap(width - x - mark, y)[1] if words is not None else LEADING[BODY]
        tall = max(tall, height)
        yield Piece(x, y, height, entry, words)
        x += mark + length + (GAP if length else NEAR)


def _mark(entry: Entry) -> float:
    """Return how wide the box or line is that stands before the words."""
    if isinstance(entry, Tick):
        return BOX + NEAR
    return entry.letters * BODY * 0.62 if isinstance(entry, Room) else 0.0


class EmptyLines(Flowable):
    """Lines to write on."""

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
    is_coded = block.has_reasons and any(any(question.fields) for question in block.rows)
    last = natural_width(wording.NO_ANSWER, _BOLD) + 4 * GRID if is_coded else 0.0
    label = (width - last) * (0.34 if block.has_sides or not is_coded else 0.42)
    fields = 2 if block.has_sides else 1
    each = (width - label - last) / fields
    head = _head(block, label, is_coded=is_coded)
    rows = [
        [_asked(question, label - 2 * GRID), *_fields(question, each - 2 * GRID), *([""] if is_coded else [])]
        for question in block.rows
    ]
    widths = [label, *([each] * fields), *([last] if is_coded else [])]
    return Rows([*head, *rows], colWidths=widths, style=_look(len(head)), repeatRows=len(head), hAlign="LEFT")


def _head(block: Questions, width: float, *, is_coded: bool) -> list[list[object]]:
    """Return the rows above the questions: a title that is too wide for its column has a row of its own."""
    columns = [*(_SIDES if block.has_sides else ("",)), *([wording.NO_ANSWER] if is_coded else [])]
    pieces = ((f"{block.title} " if block.title else "", style(bold=True)), (block.remark, _SOFT))
    title = runs(pieces, style()) if block.title or block.remark else ""
    if sum(natural_width(*piece) for piece in pieces) > width - 2 * GRID:
        return [[title, *[""] * len(columns)], ["", *columns]]
    return [[title, *columns]] if block.title or any(columns) else []


def _look(heads: int) -> TableStyle:
    """Return how questions look under so many rows of a head, the last of which names the columns."""
    last = max(heads - 1, 0)
    commands = [*_PADDED, ("LINEBELOW", (0, last), (-1, -1), HAIRLINE, HAIR)]
    if heads:
        commands += [
            ("FONT", (1, last), (-1, last), BOLD, SMALL, LEADING[SMALL]), ("TEXTCOLOR", (1, last), (-1, last), SOFT),
            ("LINEBELOW", (0, last), (-1, last), HAIRLINE, SOFT), ("VALIGN", (0, last), (-1, last), "BOTTOM"),
        ]  # fmt: skip
    if last:
        commands += [
            ("SPAN", (0, 0), (-1, 0)),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 0),
            ("TOPPADDING", (0, 1), (-1, 1), 0),
        ]
    return TableStyle(commands)


def _asked(question: Question, width: float) -> list[Flowable]:
    """Return a question, its remark beside it where both are one line, else below, and how to answer."""
    pieces = ((f"{question.text} ", style()), (question.remark, _SOFT))
    if question.remark and sum(natural_width(*piece) for piece in pieces) <= width:
        return [runs(pieces, style()), *_small(question.help)]
    return [paragraph(question.text, style()), *_small(question.remark), *_small(question.help)]


def _small(text: str) -> list[Flowable]:
    return [paragraph(text, _SOFT)] if text else []


def _fields(question: Question, width: float) -> list[Flowable]:
    return [
        EmptyLines(question.lines, width) if question.lines else Field(entries, width) for entries in question.fields
    ]


def blank_table(block: BlankTable, width: float) -> Iterator[Flowable]:
    """Yield a table with empty rows under its columns' titles; the answers that a column takes stand above it."""
    head = [
        [paragraph(text, look) for text, look in ((column.label, _BOLD), (column.text, _SOFT)) if text]
        for column in block.columns
    ]
    heights = [None, *([LINE_HEIGHT + 5] * block.rows)]
    remark = ((f" {block.remark}", _SOFT),) if block.remark else ()
    above = [Gap(0, GRID), runs(((block.text, style(bold=True)), *remark), style()), *_small(block.help)]
    if block.answers:
        pieces = [((f"{row.label}: ", _BOLD), (f"{row.text}. ", style(SMALL))) for row in block.answers]
        above += [runs(tuple(chain.from_iterable(pieces)), style(SMALL)), Gap(0, GRID)]
    titles = [((column.label, _BOLD), (column.text, _SOFT)) for column in block.columns]
    rows = Rows(
        [head, *([[""] * len(block.columns)] * block.rows)],
        colWidths=column_widths(titles, [column.share for column in block.columns], width),
        rowHeights=heights, style=_TABLE, hAlign="LEFT",
    )  # fmt: skip
    rows.kept = block.rows + 1
    ends = [Gap(0, GRID), Field(block.ends, width)] if block.ends else []
    yield from together(above, [rows, *ends], width, FAR)
