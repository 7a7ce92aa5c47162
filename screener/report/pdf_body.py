"""The drawing of the body on paper: what was named is hatched, a side without an answer has broken lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from screener.assess.answers import SIDE_WORDS
from screener.form.model import LEFT, SIDES
from screener.report import wording
from screener.report.body import figure
from screener.report.marks import Mark
from screener.report.pdf_style import (
    GRID,
    HAIR,
    HAIRLINE,
    INK,
    SMALL,
    SOFT,
    draw_words,
    natural_width,
    paragraph,
    style,
)

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

    from screener.report.body import Path
    from screener.report.marks import Body

HEIGHT = 120.0
KEY, KEY_WIDTH = 9.0, 110.0  # points: a patch of the key, its words
STEP, HATCH = 2.4, 0.6  # points: between two lines of the hatching, their width
HEAD = 22.0  # in units of the drawing: half of the head


class BodyDrawing(Flowable):
    """The body from the front, the patient's left at the left, with a key beside it."""

    def __init__(self, body: Body, width: float) -> None:
        super().__init__()
        self._body, self.width = body, width
        self._scale = HEIGHT / figure().size[1]
        self.height = HEIGHT + 2 * GRID

    def wrap(self, *_: float) -> tuple[float, float]:
        """Return the size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw both halves, their names beside the head, the key at the left."""
        wide = 2 * figure().size[0] * self._scale
        middle = min(KEY_WIDTH + 4 * GRID + wide / 2 + (self.width - KEY_WIDTH - wide) / 3, self.width - wide / 2)
        for side in SIDES:
            self._half(side, middle)
            words, edge = SIDE_WORDS[side].capitalize(), HEAD * self._scale + GRID
            x = middle - edge - natural_width(words, style(SMALL)) if side == LEFT else middle + edge
            draw_words(self.canv, words, x, self.height - 3 * GRID, style(SMALL))
        self._key()

    def _half(self, side: str, middle: float) -> None:
        canvas: Canvas = self.canv
        canvas.saveState()
        canvas.translate(middle, GRID + HEIGHT)
        canvas.scale(-self._scale if side == LEFT else self._scale, -self._scale)
        marks = {region.region: region.mark for region in self._body.regions if region.side == side}
        for path in figure().outline:
            mark = Mark.BROKEN if Mark.BROKEN in marks.values() else Mark.OPEN
            _outlined(canvas, self._traced(path), mark, self._scale, HAIR)
        for name, path in figure().regions.items():
            mark = marks.get(name, Mark.OPEN)
            if mark is Mark.FILLED:
                _hatched(canvas, self._traced(path), figure().size, self._scale)
            _outlined(canvas, self._traced(path), mark, self._scale)
        canvas.restoreState()

    def _traced(self, path: Path) -> PDFPathObject:
        traced = self.canv.beginPath()
        traced.moveTo(*path.start)
        for piece in path.pieces:
            if len(piece) == 1:
                traced.lineTo(*piece[0])
            else:
                traced.curveTo(*(number for point in piece for number in point))
        if path.is_closed:
            traced.close()
        return traced

    def _key(self) -> None:
        canvas: Canvas = self.canv
        y = self.height - 3 * GRID
        for mark, text in self._body.legend:
            patch = canvas.beginPath()
            patch.rect(0, y - 1, KEY, KEY)
            if mark is Mark.FILLED:
                canvas.saveState()
                canvas.translate(0, y - 1)
                patch_here = canvas.beginPath()
                patch_here.rect(0, 0, KEY, KEY)
                _hatched(canvas, patch_here, (KEY, KEY), 1)
                canvas.restoreState()
            _outlined(canvas, patch, mark, 1)
            y -= self._say(text, KEY + GRID, y)
        self._say(wording.SIDES_ARE, 0, y)

    def _say(self, text: str, x: float, y: float) -> float:
        """Write words of the key, as many lines as they need; return how far down the next ones stand."""
        words = paragraph(text, style(SMALL, soft=not x))
        _, high = words.wrap(KEY_WIDTH - x, HEIGHT)
        words.drawOn(self.canv, x, y + SMALL - high + 1)
        return max(high, KEY) + GRID


def _outlined(canvas: Canvas, path: PDFPathObject, mark: Mark, scale: float, ink: Color = INK) -> None:
    """Draw the edge of a region, or in grey `ink` what is none: fingers that look like hatching otherwise."""
    canvas.saveState()
    canvas.setStrokeColor(SOFT if mark is Mark.BROKEN else ink)
    canvas.setLineWidth((HAIRLINE if mark is Mark.BROKEN else HATCH) / scale)
    if mark is Mark.BROKEN:
        canvas.setDash(1.2 / scale, 1.2 / scale)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def _hatched(canvas: Canvas, path: PDFPathObject, size: tuple[float, float], scale: float) -> None:
    """Draw slanting lines over the drawing, seen inside the path only."""
    canvas.saveState()
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(HATCH / scale)
    wide, high = size
    at = -high
    while at < wide:
        canvas.line(at, 0, at + high, high)
        at += STEP / scale
    canvas.restoreState()
