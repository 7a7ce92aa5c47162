"""Keeps what says what comes next, a heading above all, on one page with the beginning of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import CondPageBreak, Spacer

from screener.report.pdf_tables import KEPT, TOGETHER, Rows
from screener.report.pdf_words import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.platypus import Flowable


def together(heading: Sequence[Flowable], rest: Sequence[Flowable], width: float, page: float) -> Iterator[Flowable]:
    """Yield a heading and the rest, after a break where the page has no room for the heading with two rows of it."""
    if heading:
        room = sum(height(each, width) for each in heading) + _beginning(rest, width)
        yield CondPageBreak(room if room < page else KEPT)
    yield from heading
    yield from rest


def height(flowable: Flowable, width: float) -> float:
    """Return how high something is at a width."""
    return float(flowable.wrap(width, KEPT)[1])


def _beginning(story: Sequence[Flowable], width: float) -> float:
    """Return how high the first rows are, of one table or one below the other."""
    total, count = 0.0, 0
    for each in story:
        tall = height(each, width)
        total += min(tall, _first(each))
        count += not isinstance(each, Spacer)
        if count == TOGETHER or _first(each) < tall:
            break
    return total


def _first(flowable: Flowable) -> float:
    """Return how much of something must stand at the foot of a page: of what doesn't break all of it."""
    return flowable.beginning if isinstance(flowable, Rows | Lines) else float("inf")
