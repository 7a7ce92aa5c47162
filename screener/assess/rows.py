"""Rules over the rows of a table: the same small program, run once per row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.answers import Rows
from screener.assess.cells import left_by
from screener.assess.numbers import EITHER, TRUE_ONLY, Measure

if TYPE_CHECKING:
    from screener.assess.compiler import Compiler
    from screener.assess.program import State


def row_measure(compiler: Compiler, table: str, root: int) -> Measure:
    """Return how to get ((outcome mask per row), is the table asked, may more rows come) for a diagram over a row.

    The names that can still change it are those of the table, and of whatever else its rows' rules read.
    """
    item = compiler.form.items[table]
    step = compiler.rule_step(root)
    own_steps = compiler.row_steps.setdefault(table, [])
    run_steps = tuple(own_steps)  # rising; those of this table made so far are all that the rule can read
    if step not in run_steps:
        run_steps = (*run_steps, step)
    program = compiler.program
    steps = program.steps
    outside = frozenset(
        read for read, readers in enumerate(program.readers)
        if not steps[read].is_row_step and any(readers >> own & 1 for own in run_steps)
    )  # fmt: skip
    shown = compiler.shown(table)
    asked = compiler.asked(table) if compiler.gate(table) != -2 else None

    def run(state: State) -> tuple[object, int]:
        is_asked = TRUE_ONLY if asked is None else state.values[asked]
        answer = state.left[table].answer
        rows = answer.rows if isinstance(answer, Rows) else ()
        may_grow = not (isinstance(answer, Rows) and answer.complete)
        outcomes, open_ = [], 0
        for row in rows:
            for column in item.columns:
                name = f"{table}.{column.id}"
                state.left[name] = left_by(name, column, row.get(column.id), state.assessed)
            for own in run_steps:
                if steps[own].is_row_step or own == step:
                    state.values[own], state.open[own] = steps[own].run(state)
            outcomes.append(state.values[step])
            open_ |= state.open[step]
        if may_grow:
            open_ |= state.open[shown]
        if is_asked == EITHER and asked is not None:
            open_ |= state.open[asked]
        return (tuple(outcomes), is_asked, may_grow), open_

    reads = outside | {shown} | ({asked} if asked is not None else set())
    return Measure(run, frozenset(reads), frozenset((table,)))
