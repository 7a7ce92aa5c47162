"""Conditions that are worked out as a whole: two numbers compared with each other, a date and a window of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess import intervals
from screener.assess.intervals import EITHER, FALSE_ONLY
from screener.assess.program import Measure, joined
from screener.form import expression as e

if TYPE_CHECKING:
    from screener.assess.compiler import Compiler
    from screener.assess.program import State


def comparison(compiler: Compiler, node: e.Compare) -> Measure:
    """Return how two numbers compare: false, true or either."""
    parts = (compiler.measure(node.left), compiler.measure(node.right))

    def run(state: State) -> tuple[int, int]:
        (left, one), (right, two) = (part.run(state) for part in parts)
        found = intervals.compared(node.op, left, right)
        return found, one | two if found == EITHER else 0

    return joined(parts, run)


def window(compiler: Compiler, node: e.Within) -> Measure:
    """Return whether a date lies in the window up to the assessment: false, true or either."""
    parts = (compiler.measure(node.date), compiler.measure(e.Assessed()))

    def run(state: State) -> tuple[int, int]:
        (day, one), (_, two) = (part.run(state) for part in parts)
        if state.assessed is None:
            return (EITHER, one | two) if day.parts else (FALSE_ONLY, 0)
        found = intervals.within(day, node.count, node.unit, state.assessed)
        return found, one if found == EITHER else 0

    return joined(parts, run)
