"""Figures of repeated measurements."""

from __future__ import annotations

import gc
import statistics
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def percentile(figures: Sequence[float], share: float) -> float:
    """Return the figure that `share` of all are at or below."""
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long one call takes, what was left over by others collected before."""
    gc.collect()
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float, float]:
    """Return the median over the rounds of ours, theirs, and of their quotient round by round."""
    quotients = [one / other for one, other in zip(ours, theirs, strict=True)]
    return statistics.median(ours), statistics.median(theirs), statistics.median(quotients)
