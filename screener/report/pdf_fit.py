"""Page 1 on one page: a little smaller, whole, where it would just miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import CondPageBreak, Flowable

from screener.report.pdf_blocks import flowables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screener.report.document import Part

SCALES = (1.0, 1.04, 1.08, 1.12, 1.16, 1.2)  # at most 1.2: smaller print than that is not read


def first_page(parts: Sequence[Part], width: float, height: float) -> list[Flowable]:
    """Return page 1, laid out wider and drawn smaller if that makes it fit; far too much goes on to page 2 as it is."""
    natural: list[Flowable] = []
    for scale in SCALES:
        story = [each for part in parts for each in flowables(part, width * scale, height * scale)]
        natural = natural or story
        shrunk = Shrunk(story, width, scale)
        if shrunk.wrap(width, height)[1] <= height:
            return story if scale == 1 else [shrunk]
    return natural


class Shrunk(Flowable):
    """What is laid out for a wider page, drawn smaller."""

    def __init__(self, story: Sequence[Flowable], width: float, scale: float) -> None:
        super().__init__()
        self._parts = [each for each in story if not isinstance(each, CondPageBreak)]
        self.width, self._scale = width, scale
        self.height = 0.0

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        """Return the size."""
        self.height = sum(each.wrap(self.width * self._scale, height)[1] for each in self._parts) / self._scale
        return self.width, self.height

    def draw(self) -> None:
        """Draw all parts from the top down."""
        canvas = self.canv
        canvas.saveState()
        canvas.scale(1 / self._scale, 1 / self._scale)
        y = self.height * self._scale
        for part in self._parts:
            y -= part.wrapOn(canvas, self.width * self._scale, y)[1]
            part.drawOn(canvas, 0, y)
        canvas.restoreState()
