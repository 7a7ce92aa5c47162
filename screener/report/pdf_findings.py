"""Findings on paper: left and right in two columns with the drawings, scores on their scales."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import TableStyle

from screener.report import wording
from screener.report.fonts import BOLD
from screener.report.pdf_body import BodyDrawing
from screener.report.pdf_drawings import BarDrawing, FeetDrawing
from screener.report.pdf_keep import height
from screener.report.pdf_style import BODY, GRID, GUTTER, LEADING, SMALL, cell, fits, natural_width, paragraph, style
from screener.report.pdf_tables import BESIDE, HEADED, LINED, PAD, Rows, lowest, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from screener.report.document import Bar, SideRow, SidesTable

LABEL_SHARES, TITLE_SHARES = (0.46, 0.38), (0.26, 0.4)  # of the width, the first where what stands beside it fits


def sides(block: SidesTable, width: float, page: float) -> Iterator[Flowable]:
    """Yield left and right in two columns with the feet in the second; one long table where they are too many."""
    half = (width - GUTTER) / 2 if block.rows else width
    drawing: list[Flowable] = [FeetDrawing(block.feet, half)] if block.feet is not None else []
    drawing += [BodyDrawing(block.body, half)] if block.body is not None else []
    if not block.rows:
        yield from drawing
        return
    taken = round(drawing[0].height / (LEADING[BODY] + 2 * PAD)) if drawing else 0
    split = min(len(block.rows), (len(block.rows) + taken + 1) // 2)
    left, right = _halves(block, split, half, sum(each.height for each in drawing))
    if left.wrap(half, page)[1] < page * 0.7 and all(each.wrap(half, page)[1] < page * 0.5 for each in right):
        yield table([[left, "", [*drawing, *right]]], [half, GUTTER, half], BESIDE)
        return
    yield from drawing
    yield _side_rows(block.rows, width, _key(block))


def _key(block: SidesTable) -> str:
    """Return what bold means, where it is to be said and there is any."""
    has_bold = block.strong_means and any(row.strong for row in block.rows)
    return wording.BOLD.format(meaning=block.strong_means) if has_bold else ""


def _halves(block: SidesTable, split: int, width: float, above: float) -> tuple[Rows, list[Flowable]]:
    """Return the rows in two columns, `above` points being taken in the second: up to two fewer where some wrap."""

    def high(pair: tuple[Rows, list[Flowable]]) -> float:
        left, right = pair
        return max(height(left, width), above + sum(height(each, width) for each in right))

    rows, key = block.rows, _key(block)
    pairs: list[tuple[Rows, list[Flowable]]] = [
        (_side_rows(rows[:at], width, key), [_side_rows(rows[at:], width)] if rows[at:] else [])
        for at in range(split, max(split - 3, 0), -1)
    ]
    return min(pairs, key=high)


def _side_rows(rows: tuple[SideRow, ...], width: float, key: str = "") -> Rows:
    """Return findings left and right, with more room for what was found where that makes it lower."""
    texts = [text for row in rows for text in (row.left, row.right)]
    shares = LABEL_SHARES[: 1 if all(fits(text, width * 0.27 - GRID, style(bold=True)) for text in texts) else None]
    return lowest([_side_table(rows, width, share, key) for share in shares], width)


def _side_table(rows: tuple[SideRow, ...], width: float, share: float, key: str) -> Rows:
    widths = [width * share, width * (1 - share) / 2, width * (1 - share) / 2]
    head = paragraph(key, style(SMALL, soft=True)) if key else ""
    lines: list[list[object]] = [[head, wording.LEFT, wording.RIGHT]]
    commands: list[Any] = []
    for number, row in enumerate(rows, start=1):
        lines.append([cell(row.label, widths[0] - 2 * GRID, style())])
        for column, (side, text) in enumerate((("left", row.left), ("right", row.right)), start=1):
            is_strong = side in row.strong
            lines[-1].append(cell(text, widths[column] - GRID, style(bold=is_strong)))
            if is_strong:
                commands.append(("FONT", (column, number), (column, number), BOLD, BODY, LEADING[BODY]))
    look = TableStyle([*HEADED.getCommands(), ("RIGHTPADDING", (1, 0), (-1, -1), GRID), *commands])
    return table(lines, widths, look, repeat=1)


def score_bars(bars: tuple[Bar, ...], width: float) -> Rows:
    """Return the scores on their scales, with more room for their names where that makes it lower."""
    shares = TITLE_SHARES[: 1 if all(fits(bar.title, width * 0.26 - 2 * GRID, style()) for bar in bars) else None]
    return lowest([_bar_table(bars, width, share) for share in shares], width)


def _bar_table(bars: tuple[Bar, ...], width: float, share: float) -> Rows:
    look = style(bold=True, right=True)
    widest = max([width * 0.1, *(natural_width(bar.number, look) + 2 * GRID + 1 for bar in bars)])
    widths = [width * share, width * 0.16, widest, width * (0.84 - share) - widest]
    rows = []
    for bar in bars:
        number = cell(bar.number, widths[2] - 2 * GRID, look)
        rows.append([
            cell(bar.title, widths[0] - 2 * GRID, style()),
            BarDrawing(bar, widths[1] - 2 * GRID) if bar.lowest is not None else "",
            number,
            cell(bar.words, widths[3] - 2 * GRID, style()),
        ])  # fmt: skip
    lined = TableStyle([
        *LINED.getCommands(),
        ("FONT", (2, 0), (2, -1), BOLD, BODY, LEADING[BODY]), ("ALIGN", (2, 0), (2, -1), "RIGHT"),
    ])  # fmt: skip
    return table(rows, widths, lined)
