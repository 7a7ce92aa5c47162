"""Rules over the rows of a table: the same small program, run once per row."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from screener.assess.answers import Rows
from screener.assess.intervals import EITHER, FALSE_ONLY, TRUE_ONLY
from screener.assess.possible import INFINITY, ZERO, Interval, Possible, exactly
from screener.assess.program import Measure, joined
from screener.form import expression as e

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.assess.compiler import Compiler
    from screener.assess.program import Program, State


class RowOutcomes(NamedTuple):
    """What a rule says row by row: masks of outcomes, and of what can change them; is the table asked; may it grow."""

    outcomes: tuple[int, ...]
    names: tuple[int, ...]
    is_asked: int
    may_grow: bool


def outcomes(compiler: Compiler, table: str, build: Callable[[], int]) -> Measure:
    """Return how to get the `RowOutcomes` of a diagram, which `build` gives, over a row of the table.

    The names that can still change them are those of the columns, row by row, while the table is on screen, and of
    whatever else the rule reads.
    """
    step = compiler.rule(build)
    program = compiler.program
    in_rows = _row_steps_behind(program, step)
    outside = {read for one in in_rows for read in program.reads[one] if not program.steps[read].is_row_step}
    shown, asked = compiler.shown(table), compiler.asked(table)

    def run(state: State) -> tuple[RowOutcomes, int]:
        left, (is_on_screen, _) = state.left[table], state.values[shown]
        may_grow = not (isinstance(left.answer, Rows) and left.answer.complete)
        is_asked = TRUE_ONLY if asked is None else state.values[asked]
        deciding = state.open[asked] if is_asked == EITHER and asked is not None else 0
        found, names = [], []
        for number, row in enumerate(left.rows, 1):
            state.left.update(row)
            for one in in_rows:
                state.values[one], state.open[one] = program.steps[one].run(state)
            found.append(state.values[step])
            names.append(deciding | program.in_row(number if is_on_screen else 0, state.open[step]))
        open_ = deciding | (state.open[shown] if may_grow else 0)
        for one in names:
            open_ |= one
        return RowOutcomes(tuple(found), tuple(names), is_asked, may_grow), open_

    steps = frozenset(one for one in (*outside, shown, asked) if one is not None)
    return Measure(run, steps, frozenset((table,)))


def _row_steps_behind(program: Program, step: int) -> tuple[int, ...]:
    """Return the steps that run once per row for this one, which comes last."""
    found = {step}
    stack = [step]
    while stack:
        more = {read for read in program.reads[stack.pop()] if program.steps[read].is_row_step} - found
        found |= more
        stack += more
    return tuple(sorted(found))


def truth(compiler: Compiler, node: e.AnyRow | e.AllRows) -> Measure:
    """Return whether some, or every, row fulfils the condition; false where the table is not asked."""
    by_row = outcomes(compiler, node.table, lambda: compiler.condition(node.part))
    settles, other = (TRUE_ONLY, FALSE_ONLY) if isinstance(node, e.AnyRow) else (FALSE_ONLY, TRUE_ONLY)

    def run(state: State) -> tuple[int, int]:
        rows, open_ = by_row.run(state)
        if rows.is_asked == FALSE_ONLY:
            return FALSE_ONLY, 0
        undecided = EITHER if rows.may_grow or EITHER in rows.outcomes else other
        found = settles if settles in rows.outcomes else undecided
        found |= FALSE_ONLY if rows.is_asked == EITHER else 0
        return found, open_ if found == EITHER else 0

    return joined((by_row,), run)


def count(compiler: Compiler, table: str, part: e.Truth) -> Measure:
    """Return how many rows can fulfil the condition; without upper end while more rows may come."""
    by_row = outcomes(compiler, table, lambda: compiler.condition(part))

    def run(state: State) -> tuple[Possible, int]:
        rows, open_ = by_row.run(state)
        if rows.is_asked == FALSE_ONLY:
            return exactly(ZERO), 0
        low = 0 if rows.is_asked == EITHER else sum(one == TRUE_ONLY for one in rows.outcomes)
        high = INFINITY if rows.may_grow else Decimal(sum(one != FALSE_ONLY for one in rows.outcomes))
        result = Possible({"": Interval(Decimal(low), high)}, is_whole=True)
        return result, 0 if result.is_decided else open_

    return joined((by_row,), run)
