"""Page 1 on one page: a little smaller, whole, where it would just miss; then with what gives way in less room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.platypus import CondPageBreak, Flowable

from screener.report.pdf_blocks import flowables
from screener.report.pdf_style import FAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screener.report.document import Block, Part, Shorter

SCALES = (1.0, 1.04, 1.08, 1.12, 1.16, 1.2, 1.25)  # the last before page 1 goes on to another; no smaller print is read
LARGE = (0.66, 0.7, 0.74, 0.78, 0.82, 0.86, 0.9, 0.95, *SCALES)


def first_page(
    parts: Sequence[Part],
    width: float,
    height: float,
    scales: tuple[float, ...] = SCALES,
    shorter: Sequence[Shorter] = (),
) -> list[Flowable]:
    """Return page 1, laid out wider and drawn smaller if that makes it fit; far too much goes on to page 2 as it is."""
    if not parts:
        return []
    for count in range(len(shorter) + 1):
        shown = [_shortened(part, shorter[:count]) for part in parts]
        for scale in scales:
            story = [each for part in shown for each in flowables(part, width * scale, height * scale)]
            page = Page(story, width, scale)
            if page.height <= height:
                return [page]
    return [each for part in parts for each in flowables(part, width, height)]


def _shortened(part: Part, steps: Sequence[Shorter]) -> Part:
    """Return a part with what stands in place of some of its blocks."""
    blocks: list[Block] = []
    for block in part.blocks:
        step = next((each for each in steps if any(block is one for one in each.blocks)), None)
        if step is None:
            blocks.append(block)
        elif block is step.blocks[0]:
            blocks += step.instead
    return replace(part, blocks=tuple(blocks))


class Page(Flowable):
    """What is laid out for a page, or for a wider one and drawn smaller; laid out once."""

    def __init__(self, story: Sequence[Flowable], width: float, scale: float) -> None:
        super().__init__()
        parts = [each for each in story if not isinstance(each, CondPageBreak)]
        self._placed = [(each, each.wrap(width * scale, FAR)[1]) for each in parts]
        self._scale = scale
        self.width, self.height = width, sum(height for _, height in self._placed) / scale

    def wrap(self, *_: float) -> tuple[float, float]:
        """Return the size."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw all parts from the top down."""
        canvas = self.canv
        canvas.saveState()
        canvas.scale(1 / self._scale, 1 / self._scale)
        y = self.height * self._scale
        for part, height in self._placed:
            y -= height
            part.drawOn(canvas, 0, y)
        canvas.restoreState()
