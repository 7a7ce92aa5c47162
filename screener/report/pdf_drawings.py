"""A score on its scale, and the feet, drawn so that they read without colour; the body is in `pdf_body`."""

from __future__ import annotations

from math import atan2, degrees
from typing import TYPE_CHECKING

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from screener.form.model import LEFT, RIGHT
from screener.report import wording
from screener.report.feet import foot
from screener.report.marks import Mark
from screener.report.pdf_style import (
    FAINT,
    GRID,
    HAIR,
    HAIRLINE,
    INK,
    LEADING,
    PALE,
    SMALL,
    SOFT,
    draw_words,
    natural_width,
    paragraph,
    style,
)

if TYPE_CHECKING:
    from decimal import Decimal

    from reportlab.pdfgen.canvas import Canvas

    from screener.report.document import Bar
    from screener.report.marks import Feet

BAR_HEIGHT, TICK = 7.0, 2.5
FOOT_HEIGHT, KEY_SIZE = 78.0, 3.2
LEAST_KEY = 60.0  # points: its words, which wrap
HAND_HEIGHT = 130.0  # of feet that are marked by hand


class BarDrawing(Flowable):
    """Solid for what is certain, hatched for what is still possible, ticks at each cut-off."""

    def __init__(self, bar: Bar, width: float) -> None:
        super().__init__()
        self._bar, self.width, self.height = bar, width, BAR_HEIGHT + 2 * TICK

    def wrap(self, *_: float) -> tuple[float, float]:
        """Return the size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the scale, what is certain, what is possible and the cut-offs."""
        canvas, bar = self.canv, self._bar
        canvas.saveState()
        canvas.setFillColor(PALE)
        canvas.rect(0, TICK, self.width, BAR_HEIGHT, stroke=0, fill=1)
        if bar.lowest is not None and bar.highest is not None:
            certain, possible = self._at(bar.lowest), self._at(bar.highest)
            if possible > certain:
                self._hatch(certain, possible)
            canvas.setFillColor(SOFT)
            canvas.rect(0, TICK, certain, BAR_HEIGHT, stroke=0, fill=1)
        canvas.setStrokeColor(SOFT)
        canvas.setLineWidth(HAIRLINE)
        canvas.rect(0, TICK, self.width, BAR_HEIGHT, stroke=1, fill=0)  # the whole scale, also without greys
        for cutoff in bar.cutoffs:
            self._mark(cutoff)
        canvas.restoreState()

    def _mark(self, cutoff: Decimal) -> None:
        """Draw a cut-off: ticks above and below the bar, and a thin line in it that hides nothing of the score."""
        canvas, x = self.canv, self._at(cutoff)
        lowest, top = self._bar.lowest, TICK + BAR_HEIGHT
        canvas.setLineWidth(0.8)
        canvas.setStrokeGray(1 if lowest is not None and cutoff < lowest else 0)
        canvas.line(x, TICK, x, top)
        canvas.setStrokeGray(0)
        canvas.setLineWidth(1.4)
        canvas.line(x, 0, x, TICK)
        canvas.line(x, top, x, top + TICK)

    def _at(self, number: Decimal) -> float:
        """Return how far along the scale a number lies."""
        length = self._bar.maximum - self._bar.floor
        return self.width * float((number - self._bar.floor) / length) if length else 0.0

    def _hatch(self, left: float, right: float) -> None:
        canvas: Canvas = self.canv
        canvas.saveState()
        canvas.setFillColorRGB(1, 1, 1)
        canvas.setStrokeColor(SOFT)
        canvas.setLineWidth(HAIRLINE)
        canvas.rect(left, TICK, right - left, BAR_HEIGHT, stroke=1, fill=1)
        clip = canvas.beginPath()
        clip.rect(left, TICK, right - left, BAR_HEIGHT)
        canvas.clipPath(clip, stroke=0, fill=0)
        canvas.setLineWidth(0.9)
        start = left - BAR_HEIGHT
        while start < right:
            canvas.line(start, TICK, start + BAR_HEIGHT, TICK + BAR_HEIGHT)
            start += 3.0
        canvas.restoreState()


class FeetDrawing(Flowable):
    """Both feet as footprints, great toes towards each other, with a key beside them."""

    def __init__(self, feet: Feet, width: float) -> None:
        super().__init__()
        self._feet, self.width = feet, width
        self._tall = HAND_HEIGHT if any(point.number for point in feet.points) else FOOT_HEIGHT
        self._scale = self._tall / foot().size[1]
        self.height = self._tall + 3 * GRID + SMALL
        widths = (natural_width(text, style(SMALL)) for _, text in feet.legend)
        self._key_width = max([LEAST_KEY, *widths]) + 4 * GRID

    def wrap(self, *_: float) -> tuple[float, float]:
        """Return the size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw both feet side by side, the key at their left."""
        wide = foot().size[0] * self._scale
        gap = 4 * GRID
        left = max(self.width - 2 * wide - gap - self._key_width, 0) / 2 + self._key_width
        bottom = self.height - self._tall - GRID
        for side, start in ((LEFT, left), (RIGHT, left + wide + gap)):
            if any(point.side == side for point in self._feet.points):
                self._foot(side, start, bottom)
            else:  # nothing of this foot is asked: after an amputation there is none
                self._words(wording.NOT_ASKED, start + wide / 2, bottom + self._tall / 2)
        self._words(wording.LEFT, left + wide / 2, bottom - SMALL - 1)
        self._words(wording.RIGHT, left + wide * 1.5 + gap, bottom - SMALL - 1)
        self._key(left - self._key_width, bottom)

    def _foot(self, side: str, left: float, y: float) -> None:
        canvas, drawing = self.canv, foot()
        canvas.saveState()
        canvas.translate(left, y + self._tall)
        canvas.scale(self._scale, -self._scale)
        if side == LEFT:
            canvas.translate(drawing.size[0], 0)
            canvas.scale(-1, 1)
        canvas.setStrokeColor(SOFT)
        canvas.setLineWidth(1.4)
        path = canvas.beginPath()
        path.moveTo(*drawing.start)
        for first, second, end in drawing.curves:
            path.curveTo(*first, *second, *end)
        path.close()
        canvas.drawPath(path)
        for toe in drawing.toes:
            (across, down), (rx, ry) = toe.centre, toe.radii
            canvas.ellipse(across - rx, down - ry, across + rx, down + ry)
        for point in self._feet.points:
            if point.side == side:
                _circle(canvas, *drawing.places[point.place], drawing.radius, point.mark, 1.6)
        canvas.restoreState()
        for point in self._feet.points:
            if point.side == side and point.number:
                across, down = drawing.places[point.place]
                across = drawing.size[0] - across if side == LEFT else across
                self._words(point.number, left + across * self._scale, y + self._tall - down * self._scale - SMALL / 3)

    def _words(self, text: str, middle: float, y: float) -> None:
        draw_words(self.canv, text, middle - natural_width(text, style(SMALL)) / 2, y, style(SMALL))

    def _key(self, left: float, bottom: float) -> None:
        """Draw whose sides they are, down to the names of the feet, and above it what the circles mean."""
        canvas = self.canv
        sides = paragraph(wording.SIDES_ARE, style(SMALL, soft=True))
        _, high = sides.wrap(self._key_width - GRID, self.height)
        sides.drawOn(canvas, left, bottom - LEADING[SMALL] - 1)
        above = bottom + high - LEADING[SMALL] + GRID / 2
        for row, (mark, text) in enumerate(reversed(self._feet.legend)):
            y = above + row * (SMALL + GRID)
            _circle(canvas, left + KEY_SIZE + 1, y + SMALL / 3, KEY_SIZE, mark, 0.8)
            words = paragraph(text, style(SMALL))
            words.wrap(self._key_width, self.height)
            words.drawOn(canvas, left + 3 * GRID, y + SMALL - words.height)


def draw_across(canvas: Canvas, word: str, size: tuple[float, float]) -> None:
    """Write a word across the page, as wide as fits, so pale that the smallest print is read over it."""
    width, height = size
    look = ParagraphStyle("across", style(bold=True), textColor=FAINT)
    length = natural_width(word, look)
    scale = width / length
    canvas.saveState()
    canvas.translate(width / 2, height / 2)
    canvas.rotate(degrees(atan2(height, width)))
    canvas.scale(scale, scale)
    canvas.addLiteral("/Span <</ActualText ()>> BDC")  # not to stand between the words that are copied or read aloud
    draw_words(canvas, word, -length / 2, -look.fontSize / 3, look)
    canvas.addLiteral("EMC")
    canvas.restoreState()


def _circle(canvas: Canvas, x: float, y: float, radius: float, mark: Mark, line: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(INK if mark is not Mark.BROKEN else SOFT)
    canvas.setFillColor(INK if mark is Mark.FILLED else HAIR)
    if mark is not Mark.FILLED:
        canvas.setFillColorRGB(1, 1, 1)
    canvas.setLineWidth(line)
    if mark is Mark.BROKEN:
        canvas.setDash(radius / 2, radius / 3)
    canvas.circle(x, y, radius, stroke=1, fill=1)
    canvas.restoreState()
