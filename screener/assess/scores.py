"""Scores: every total that is still possible, never a partial sum.

Each line of a score is the set of points it can still give; the totals are all sums of one choice per line. Points are
kept as whole multiples of one step, and a set of them as the bits of one integer, so adding two lines is a few shifts.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.cells import number_left, options_mask
from screener.assess.diagram import bits_of
from screener.assess.intervals import EITHER, FALSE_ONLY, TRUE_ONLY
from screener.assess.possible import INFINITY, Interval, Possible
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from screener.assess.compiler import Compiler
    from screener.assess.program import State
    from screener.form.expression import Truth
    from screener.form.model import Item
    from screener.form.rules import Points, Score

    # The points that a line can give, the names that can still change them, and cells that are not asked.
    LineRun = Callable[[State], tuple[int, int, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Figures:
    """A score as far as it is known. `possible` has no parts when it does not apply."""

    possible: Possible
    totals: tuple[Decimal, ...]  # every total that is still possible, rising
    answered: int  # lines that are certain
    not_asked: tuple[str, ...]  # cells that count as missing because they are not asked


def score_step(compiler: Compiler, id_: str) -> int:
    """Return the step of a score: its `Figures`."""
    found = compiler.score_steps.get(id_)
    if found is None:
        found = compiler.score_steps[id_] = _add(compiler, compiler.scores[id_])
    return found


def lines_of(compiler: Compiler, score: Score) -> list[tuple[Points, tuple[str, ...]]]:
    """Return the lines that count as items of the score, each with its cells."""
    lines: list[tuple[Points, tuple[str, ...]]] = []
    for points in score.points:
        if points.when is not None:
            lines.append((points, ()))
            continue
        cells = compiler.form.items[points.item].cells
        if points.worst_side:
            lines.append((points, cells))
        else:
            lines += [(points, (cell,)) for cell in cells]
    return lines


class Scale:
    """Points as bits: bit k of a line is `lowest of the line + k steps`."""

    def __init__(self, points: Iterable[Decimal]) -> None:
        exponents = [int(number.normalize().as_tuple().exponent) for number in points]
        self.factor: int = 10 ** max(0, -min(exponents, default=0))

    def steps(self, points: Decimal) -> int:
        """Return points as a whole number of steps."""
        return int(points * self.factor)

    def points(self, steps: int) -> Decimal:
        """Return a number of steps as points."""
        return Decimal(steps) / Decimal(self.factor)


def _all_points(points: Points) -> list[Decimal]:
    if points.when is not None:
        return [points.points, points.otherwise]
    numbers = [*points.options.values(), *(number for _, number in points.steps)]
    return numbers if points.not_asked is None else [*numbers, points.not_asked]


def _add(compiler: Compiler, score: Score) -> int:
    lines = lines_of(compiler, score)
    scale = Scale(number for points, _ in lines for number in _all_points(points))
    lowest = [min(scale.steps(number) for number in _all_points(points)) for points, _ in lines]
    base = sum(lowest)
    made = _Lines(compiler, scale)
    runs = [made.line(points, cells, low) for (points, cells), low in zip(lines, lowest, strict=True)]
    applies = None
    if score.applies_if is not None:
        applies_if = score.applies_if.truth()
        applies = compiler.rule(lambda: compiler.condition(applies_if))
        made.reads.add(applies)
    cached: dict[int, tuple[Decimal, ...]] = {}

    def run(state: State) -> tuple[object, int]:
        truth = TRUE_ONLY if applies is None else state.values[applies]
        if truth == FALSE_ONLY:
            return Figures(Possible({}, may_be_none=True), (), 0, ()), 0
        sums, open_, answered = 1, 0, 0
        not_asked: list[str] = []
        for one in runs:
            bits, names, missing_cells = one(state)
            if bits & (bits - 1):
                open_ |= names
                not_asked += missing_cells
            else:
                answered += 1
            sums = _added(sums, bits)
        if applies is not None and truth == EITHER:
            open_ |= state.open[applies]
        totals = cached.get(sums)
        if totals is None:
            totals = cached[sums] = tuple(scale.points(place + base) for place in bits_of(sums))
        possible = Possible({"": Interval(totals[0], totals[-1])}, may_be_none=truth == EITHER)
        return Figures(possible, totals, answered, tuple(not_asked)), open_

    return compiler.program.add(run, reads=made.reads, cells=made.cells)


def _added(sums: int, bits: int) -> int:
    if not bits & (bits - 1):
        return sums << (bits.bit_length() - 1)
    total = 0
    for place in bits_of(bits):
        total |= sums << place
    return total


class _Lines:
    """Makes the lines of one score, and notes the steps and cells that they read."""

    def __init__(self, compiler: Compiler, scale: Scale) -> None:
        self.compiler = compiler
        self.scale = scale
        self.reads: set[int] = set()
        self.cells: set[str] = set()

    def line(self, points: Points, cells: Sequence[str], low: int) -> LineRun:
        """Return how to get a line of which the fewest points are `low` steps."""
        if points.when is not None:
            return self._condition(points, points.when.truth(), low)
        sides = [self._cell(points, cell, low) for cell in cells]
        if len(sides) == 1:
            return sides[0]
        left, right = sides

        def worst(state: State) -> tuple[int, int, Sequence[str]]:
            first, names, missing = left(state)
            second, more_names, more_missing = right(state)
            least = max((first & -first), (second & -second))  # the worse side has at least this
            return (first | second) & -least, names | more_names, (*missing, *more_missing)

        return worst

    def _condition(self, points: Points, when: Truth, low: int) -> LineRun:
        compiler, scale = self.compiler, self.scale
        step = compiler.rule(lambda: compiler.condition(when))
        self.reads.add(step)
        met, unmet = 1 << (scale.steps(points.points) - low), 1 << (scale.steps(points.otherwise) - low)

        def run(state: State) -> tuple[int, int, Sequence[str]]:
            truth = state.values[step]
            bits = (met if truth & TRUE_ONLY else 0) | (unmet if truth & FALSE_ONLY else 0)
            return bits, state.open[step], ()

        return run

    def _cell(self, points: Points, cell: str, low: int) -> LineRun:
        compiler, scale = self.compiler, self.scale
        item = compiler.form.cells[cell]
        shown = compiler.shown(cell)
        asked = compiler.asked(cell)
        self.reads.update(step for step in (shown, asked) if step is not None)
        self.cells.add(cell)
        numbers = points.options.values() if points.options else [number for _, number in points.steps]
        every = 0
        for number in numbers:
            every |= 1 << (scale.steps(number) - low)
        unasked = every if points.not_asked is None else 1 << (scale.steps(points.not_asked) - low)
        answered_bits = _bits_of_answer(item, points, scale, low, every)

        def run(state: State) -> tuple[int, int, Sequence[str]]:
            truth = TRUE_ONLY if asked is None else state.values[asked]
            if truth == FALSE_ONLY:
                return unasked, 0, (cell,) if points.not_asked is None else ()
            bits = answered_bits(state, cell)
            names = state.open[shown] if bits & (bits - 1) else 0
            if truth == EITHER and asked is not None:
                bits |= unasked
                names |= state.open[asked]
            return bits, names if bits & (bits - 1) else 0, ()

        return run


def _bits_of_answer(item: Item, points: Points, scale: Scale, low: int, every: int) -> Callable[[State, str], int]:
    if points.options:
        by_option = [1 << (scale.steps(points.options[option.id]) - low) for option in item.options]

        def chosen(state: State, cell: str) -> int:
            bits = 0
            for place in bits_of(options_mask(item, state.left[cell].answer)):
                bits |= by_option[place]
            return bits

        return chosen
    ends = [end for end, _ in points.steps]
    by_step = [1 << (scale.steps(number) - low) for _, number in points.steps]

    def stepped(state: State, cell: str) -> int:
        possible = number_left(item, state.left[cell])
        interval = possible.plain
        if interval is None:
            return every  # not done: counts as missing
        bits = 0
        for place, bit in enumerate(by_step):
            start = ends[place]
            stop = ends[place + 1] if place + 1 < len(ends) else INFINITY
            is_below = interval.high < start or (interval.is_high_open and interval.high == start)
            if not is_below and interval.low < stop:
                bits |= bit
        return bits or by_step[0]

    return stepped
