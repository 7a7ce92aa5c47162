"""Words that wrap: pieces of text, each with its own look, in lines that break at spaces. No markup is read."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from reportlab.lib.enums import TA_RIGHT
from reportlab.platypus import Flowable

from screener.report.fonts import letter_widths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.lib.styles import ParagraphStyle

FUZZ = 1e-6  # points: sums of widths are not exact
LONE = 2  # lines that stay together, at the foot of a page and at the head of the next
Parts = tuple[tuple[str, "ParagraphStyle"], ...]
AnyLine = TypeVar("AnyLine")


class Lines(Flowable, Generic[AnyLine]):
    """Lines one below the other, made once for a width; they split between pages."""

    def __init__(self, parts: Parts, look: ParagraphStyle, rest: Sequence[AnyLine] = ()) -> None:
        super().__init__()
        self._parts, self._look = parts, look
        self._lines, self._is_rest = rest, bool(rest)

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Return the size at a width; what is left of a split paragraph keeps its lines."""
        if not self._lines or (width != self.width and not self._is_rest):
            self._lines = self._made(width)
        self.width, self.height = width, sum(map(self._height, self._lines))
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the lines that fit and the others; nothing where a line would stand alone."""
        if not self._lines:
            self.wrap(width, height)
        count, fitting = len(self._lines), 0
        while fitting < count and height >= self._height(self._lines[fitting]):
            height -= self._height(self._lines[fitting])
            fitting += 1
        if fitting == count:
            return [self]
        fitting = min(fitting, count - LONE)
        halves = (self._lines[:fitting], self._lines[fitting:]) if fitting >= LONE else ()
        return [type(self)(self._parts, self._look, half) for half in halves]

    @property
    def beginning(self) -> float:
        """How high the lines are that stand at the foot of a page at least."""
        count = LONE if len(self._lines) >= 2 * LONE else len(self._lines)
        return sum(map(self._height, self._lines[:count]))

    @property
    def text(self) -> str:
        """The words, without their looks."""
        return "".join(text for text, _ in self._parts)

    def _made(self, width: float) -> Sequence[AnyLine]:
        raise NotImplementedError

    def _height(self, _: AnyLine) -> float:
        return float(self._look.leading)


class PlainLine(NamedTuple):
    """A line as pieces of text, each with its look."""

    pieces: Parts
    width: float


class Wrapped(Lines[PlainLine]):
    """A paragraph of letters that stand side by side as they come."""

    def draw(self) -> None:
        """Draw all lines, as one text."""
        look = self._look
        text = self.canv.beginText(0, self.height - look.fontSize)
        current = None
        for number, line in enumerate(self._lines):
            if look.alignment == TA_RIGHT:
                text.setTextOrigin(self.width - line.width, self.height - look.fontSize - number * look.leading)
            elif number:
                text.textLine()
            for words, own in line.pieces:
                if own is not current:
                    text.setFont(own.fontName, own.fontSize, look.leading)
                    text.setFillColor(own.textColor)
                    current = own
                text.textOut(words)
        self.canv.drawText(text)

    def _made(self, width: float) -> list[PlainLine]:
        text = self.text
        each = (map(letter_widths(look.fontName, look.fontSize).__getitem__, part) for part, look in self._parts)
        ends = [*accumulate(chain.from_iterable(each), initial=0.0)]
        return [
            PlainLine(tuple(self._pieces(start, stop)), ends[stop] - ends[start])
            for start, stop in _places(text, ends, width)
        ]

    def _pieces(self, start: int, stop: int) -> Iterator[tuple[str, Any]]:
        """Yield what of each part stands between two places of the whole text."""
        for part, look in self._parts:
            if start < len(part) and stop > 0:
                yield part[max(start, 0) : stop], look
            start, stop = start - len(part), stop - len(part)


def _places(text: str, ends: list[float], width: float) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends, given how far along every letter ends; typed line ends stay."""
    start = 0
    for typed in text.split("\n"):
        end = start + len(typed)
        while True:
            fitting = bisect_right(ends, ends[start] + width + FUZZ, start, end + 1) - 1
            if fitting >= end:
                yield start, end
                break
            space = text.rfind(" ", start + 1, fitting + 1)
            stop = space if space > 0 else max(fitting, start + 1)  # a word longer than the line goes on in the next
            yield start, start + len(text[start:stop].rstrip(" "))
            start = end - len(text[stop:end].lstrip(" "))
            if start == end:  # spaces only were left
                break
        start = end + 1
