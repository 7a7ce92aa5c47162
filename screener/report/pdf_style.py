"""How paper looks: one family, four sizes, weight before size, hairlines instead of boxes, no colour."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle

from screener.report.amounts import unbroken
from screener.report.fonts import BOLD, REGULAR, is_plain, width_of
from screener.report.pdf_words import Wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

    from screener.report.pdf_words import Parts

PAPERS: Mapping[str, tuple[float, float]] = {"A4": A4, "Letter": LETTER}
SIDE, TOP, BOTTOM = 40.0, 30.0, 26.0  # margins in points
GRID = 4.0
GUTTER = 5 * GRID  # between two columns
NAME, HEADING, BODY, SMALL = 13.0, 10.0, 8.5, 7.0
LEADING = {NAME: 16.0, HEADING: 13.0, BODY: 11.5, SMALL: 9.2}
INK, SOFT, HAIR, PALE, FAINT = (black, *(Color(grey, grey, grey) for grey in (0.25, 0.72, 0.9, 0.94)))
HAIRLINE, RULE = 0.5, 0.9
FAR = 100_000.0  # points: wider and higher than any page


@cache
def style(size: float = BODY, *, bold: bool = False, soft: bool = False, right: bool = False) -> ParagraphStyle:
    """Return one of the few styles; each is made once."""
    return ParagraphStyle(
        f"{size}{bold}{soft}{right}",
        fontName=BOLD if bold else REGULAR,
        fontSize=size,
        leading=LEADING[size],
        textColor=SOFT if soft else INK,
        alignment=TA_RIGHT if right else 0,
    )


def paragraph(text: str, look: ParagraphStyle, lead: str = "") -> Flowable:
    """Return words that wrap, their bold beginning apart."""
    return runs(((f"{lead}\u00a0 ", style(look.fontSize, bold=True)), (text, look)) if lead else ((text, look),), look)


def runs(parts: Parts, look: ParagraphStyle) -> Flowable:
    """Return pieces of text, each with its own look, as one paragraph. Only here one is made: no markup is read."""
    parts = tuple((unbroken(text), own) for text, own in parts)
    if not all(is_plain(text) for text, _ in parts):
        from screener.report.pdf_script import Typeset  # noqa: PLC0415  # Qt, for such texts only

        return Typeset(parts, look)
    return Wrapped(parts, look)


def cell(text: str, width: float, look: ParagraphStyle) -> str | Flowable:
    """Return a table cell: the text itself where it can't overflow, which is quicker, else a paragraph."""
    return text if fits(text, width, look) else paragraph(text, look)


def fits(text: str, width: float, look: ParagraphStyle) -> bool:
    """Return whether a text is one line that can be drawn as it is."""
    return "\n" not in text and is_plain(text) and width_of(text, look.fontName, look.fontSize) <= width


def draw_words(canvas: Canvas, text: str, x: float, y: float, look: ParagraphStyle) -> None:
    """Draw a text on one line, with its baseline at a height."""
    if is_plain(text):
        canvas.setFont(look.fontName, look.fontSize)
        canvas.setFillColor(look.textColor)
        canvas.drawString(x, y, text)
        return
    from screener.report.pdf_script import draw_line  # noqa: PLC0415  # Qt, for such texts only
    from screener.report.script.lines import Run, lay_out  # noqa: PLC0415  # Qt, for such texts only

    for line in lay_out([Run(text, look.fontSize, is_bold=look.fontName == BOLD)], FAR):
        draw_line(canvas, line, x, y, [look])


def natural_width(text: str, look: ParagraphStyle) -> float:
    """Return how wide a text is on one line."""
    if is_plain(text):
        return width_of(text, look.fontName, look.fontSize)
    from screener.report.script.lines import Run, lay_out  # noqa: PLC0415  # Qt, for such texts only

    return max(line.width for line in lay_out([Run(text, look.fontSize, is_bold=look.fontName == BOLD)], FAR))
