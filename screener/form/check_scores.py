"""Whether the points of a score reach exactly its range."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.form.problem import Problem

if TYPE_CHECKING:
    from screener.form.model import Form, Item, Points, Score
    from screener.form.shapes import Problems


def check_scores(form: Form, problems: Problems) -> None:
    """Report scores that can leave their range or never reach its ends."""
    for score in form.scores:
        _check_range(score, form, problems)


def _check_range(score: Score, form: Form, problems: Problems) -> None:
    lowest = highest = Decimal(0)
    for line in score.points:
        low, high = _ends(line, form.items.get(line.item))
        lowest, highest = lowest + low, highest + high
    if score.points and (lowest, highest) != (score.range.lowest, score.range.highest):
        message = f"the points of '{score.id}' reach from {lowest} to {highest}"
        hint = f"the range says {score.range.lowest} to {score.range.highest}; correct the points or the range"
        problems.append(Problem(score.at, "F502", message, hint))


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
