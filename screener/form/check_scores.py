"""Whether the points of a score reach exactly its range."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.form.problem import Problem
from screener.form.walk import names_read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screener.form.model import Item, Range
    from screener.form.problem import Span
    from screener.form.rules import Points
    from screener.form.shapes import Problems


def check_range(
    points: tuple[Points, ...], range_: Range, at: Span, items: Mapping[str, Item], problems: Problems
) -> None:
    """Report points that can leave the range or never reach its ends.

    Where a condition and another line read the same answers, not every combination of points may occur: then the range
    may also be narrower than what the points add up to.
    """
    lowest = highest = Decimal(0)
    for line in points:
        low, high = _ends(line, items.get(line.item))
        lowest, highest = lowest + low, highest + high
    is_narrower = lowest <= range_.lowest and range_.highest <= highest
    if points and (lowest, highest) != (range_.lowest, range_.highest) and not (is_narrower and _depend(points, items)):
        message = f"the points reach from {lowest} to {highest}, not from {range_.lowest} to {range_.highest}"
        problems.append(Problem(at, "F502", message, f"correct the points, or write 'range: [{lowest}, {highest}]'"))


def _depend(points: tuple[Points, ...], items: Mapping[str, Item]) -> bool:
    """Whether a condition reads what another line reads, or something worked out, which may read it."""
    seen: set[str] = set()
    for line in sorted(points, key=lambda line: line.when is not None):
        if line.when is None:
            seen.add(line.item)
            continue
        names = {name.partition(".")[0] for name in names_read(*line.when.roots)}
        if seen & names or (len(points) > 1 and not names <= items.keys()):
            return True
        seen |= names
    return False


def _ends(line: Points, item: Item | None) -> tuple[Decimal, Decimal]:
    """Return the least and the most points that a line can give, both sides together."""
    points = [*line.options.values(), *(each for _, each in line.steps)]
    if line.when is not None or item is None:
        points = [line.points, line.otherwise]
    if line.not_asked is not None:
        points.append(line.not_asked)
    if not points:
        return Decimal(0), Decimal(0)
    times = 2 if item is not None and item.has_sides and not line.worst_side else 1
    return min(points) * times, max(points) * times
