"""Tables on paper: how they look, and which of their rows stay together where a page ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Spacer, Table, TableStyle

from screener.report.fonts import BOLD, REGULAR
from screener.report.pdf_style import BODY, FAR, GRID, HAIR, HAIRLINE, INK, LEADING, RULE, SMALL, SOFT, natural_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from screener.report.pdf_words import Parts

PAD = 1.1
TOGETHER = 2  # rows at the beginning, and at the end of a table
KEPT = 160.0  # points, more than which is not kept together
TALL = 300.0  # points, from which on a row may break over pages; two that are lower fit on one
_EVERY = ((0, 0), (-1, -1))
_TIGHT: list[Any] = [
    ("LEFTPADDING", *_EVERY, 0), ("RIGHTPADDING", *_EVERY, 2 * GRID),
    ("TOPPADDING", *_EVERY, PAD), ("BOTTOMPADDING", *_EVERY, PAD),
    ("VALIGN", *_EVERY, "TOP"), ("FONT", *_EVERY, REGULAR, BODY, LEADING[BODY]),
]  # fmt: skip
_LINES: list[Any] = [("LINEBELOW", *_EVERY, HAIRLINE, HAIR)]
_HEAD: list[Any] = [("FONT", (0, 0), (-1, 0), BOLD, SMALL, LEADING[SMALL]), ("TEXTCOLOR", (0, 0), (-1, 0), SOFT)]
PLAIN, LINED = TableStyle(_TIGHT), TableStyle(_TIGHT + _LINES)
HEADED = TableStyle(_TIGHT + _LINES + _HEAD)
BOXED = TableStyle([
    ("FONT", *_EVERY, REGULAR, BODY, LEADING[BODY]), ("BOX", *_EVERY, RULE, INK),
    ("LEFTPADDING", *_EVERY, 2 * GRID), ("RIGHTPADDING", *_EVERY, 2 * GRID),
    ("TOPPADDING", *_EVERY, GRID), ("BOTTOMPADDING", *_EVERY, GRID),
])  # fmt: skip
BESIDE = TableStyle([
    ("FONT", *_EVERY, REGULAR, BODY, LEADING[BODY]), ("VALIGN", *_EVERY, "TOP"),
    ("LEFTPADDING", *_EVERY, 0), ("RIGHTPADDING", *_EVERY, 0),
    ("TOPPADDING", *_EVERY, 0), ("BOTTOMPADDING", *_EVERY, 0),
])  # fmt: skip
UNDERLINED = TableStyle([*BESIDE.getCommands(), ("LINEBELOW", *_EVERY, HAIRLINE, SOFT)])
PAIRED = TableStyle([*_TIGHT, *_LINES, ("TEXTCOLOR", (0, 0), (0, -1), SOFT)])
TWO_PAIRS = TableStyle([*PAIRED.getCommands(), ("TEXTCOLOR", (3, 0), (3, -1), SOFT)])
STEPS = TableStyle([
    *_TIGHT, ("BOX", *_EVERY, HAIRLINE, INK), ("LEFTPADDING", (0, 0), (0, -1), 2 * GRID),
    ("FONT", (0, 0), (0, -1), BOLD, BODY, LEADING[BODY]),
    ("TOPPADDING", (0, 0), (-1, 0), GRID), ("BOTTOMPADDING", (0, -1), (-1, -1), GRID),
])  # fmt: skip
ACTIONS = TableStyle([
    *_TIGHT, ("BOX", *_EVERY, RULE, INK), ("SPAN", (0, 0), (-1, 0)),
    ("FONT", (0, 1), (0, -1), BOLD, BODY, LEADING[BODY]), ("LEFTPADDING", (0, 0), (0, -1), 2 * GRID),
    ("TOPPADDING", (0, 0), (-1, 0), GRID), ("BOTTOMPADDING", (0, -1), (-1, -1), GRID),
])  # fmt: skip


class Gap(Spacer):
    """Room between two things; nothing of it is written into the file."""

    def drawOn(self, *_: object, **__: object) -> None:  # noqa: N802 - reportlab's name
        """Draw nothing."""


class Rows(Table):
    """A table whose first rows, and whose last, stay together; the heights of its rows are worked out once."""

    kept = TOGETHER
    _rowHeights: list[float]  # noqa: N815 - reportlab's name
    _height: float

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Return the size."""
        size: tuple[float, float] = super().wrap(width, FAR)
        self._argH = self._rowHeights
        self.splitInRow = int(max(self._rowHeights) > TALL)
        return size

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return what fits and the rest; nothing where too little of either would stand alone."""
        self.wrap(width, height)
        if not self.splitInRow:
            last = sum(self._rowHeights[-self.kept :])
            height = min(height, self._height - last) if last <= KEPT else height
            if height < self.beginning:
                return []
        return list(super().split(width, height))

    def _drawCell(self, cell: object, *place: object) -> None:  # noqa: N802 - reportlab's name
        """Draw a cell; nothing of an empty one is written into the file."""
        if cell != "":
            super()._drawCell(cell, *place)  # type: ignore[misc]  # not in its stubs

    @property
    def beginning(self) -> float:
        """How high its head is with the rows that stay with it, once it is wrapped."""
        head, count = int(self.repeatRows), len(self._rowHeights)
        first = sum(self._rowHeights[: head + self.kept] if count >= head + 2 * self.kept else self._rowHeights)
        return float(first if first <= KEPT else sum(self._rowHeights[: head + 1]))


def column_widths(titles: Sequence[Parts], shares: Sequence[int], width: float) -> list[float]:
    """Return the shares of a width, changed so far that no word of a title is broken where there is room for all."""
    most = width / len(titles)
    least = [min(_longest_word(title) + 3 * GRID, most) for title in titles]
    wanted = [max(width * share / sum(shares), room) for share, room in zip(shares, least, strict=True)]
    spare = [each - room for each, room in zip(wanted, least, strict=True)]
    excess = (sum(wanted) - width) / (sum(spare) or 1.0)
    return [each - excess * room for each, room in zip(wanted, spare, strict=True)]


def _longest_word(title: Parts) -> float:
    return max(natural_width(word, look) for text, look in title for word in text.split() or [""])


def table(rows: Sequence[Sequence[Any]], widths: list[float], look: TableStyle, repeat: int = 0) -> Rows:
    """Return a table."""
    lines = [list(row) for row in rows]
    return Rows(lines, colWidths=widths, style=look, repeatRows=repeat, hAlign="LEFT")


def lowest(tables: Sequence[Rows], width: float) -> Rows:
    """Return the table that takes the least room; the first of those that take as little."""
    return tables[0] if len(tables) == 1 else min(tables, key=lambda each: each.wrap(width, FAR)[1])
