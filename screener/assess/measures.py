"""How numbers are worked out from what answers, values and scores could still be."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from screener.assess import conversions, intervals, rows, scores
from screener.assess.cells import age_in_days, date_left, day_number, measured_on, number_left, options_mask
from screener.assess.intervals import EITHER, FALSE_ONLY, TRUE_ONLY
from screener.assess.possible import INFINITY, NO_VALUE, Interval, Possible, exactly
from screener.assess.program import NAMED_BORN, NAMED_DATE, Measure, joined
from screener.form import expression as e
from screener.form.model import ItemType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from screener.assess.compiler import Compiler
    from screener.assess.program import Run, State

_OLDEST = Decimal(120)  # years; beyond it the equation for eGFR says nothing


def measure(compiler: Compiler, node: e.Number) -> Measure:  # noqa: C901, PLR0912 - one line per kind of number
    """Return how a number is worked out; its `run` gives a Possible."""
    match node:
        case e.Literal(value):
            return Measure(lambda _: (exactly(value), 0))
        case e.CutOffNumber(_, numbers):
            parts = {unit: Interval(number, number) for unit, number in numbers.items()}
            limit = Possible(parts) if parts else NO_VALUE
            return Measure(lambda _: (limit, 0))
        case e.Reading(cell):
            return _reading(compiler, cell)
        case e.AgeDays(cell):
            item = compiler.item(cell)
            return _of_cell(
                compiler, cell, lambda state: age_in_days(item, state.left[cell], state.assessed), dated=True
            )
        case e.MeasuredOn(cell):
            item = compiler.item(cell)
            return _of_cell(
                compiler, cell, lambda state: measured_on(item, state.left[cell], state.assessed), dated=True
            )
        case e.ValueOf(id_):
            step = compiler.value_step(id_)
            return Measure(lambda state: (state.values[step], state.open[step]), frozenset((step,)))
        case e.ScoreOf(id_):
            return _score(compiler, id_)
        case e.Assessed():
            return _assessed(compiler)
        case e.Born():
            return _born(compiler)
        case e.Arithmetic(op, left, right):
            return _combined(compiler, (left, right), lambda ends: intervals.arithmetic(op, ends[0], ends[1]))
        case e.Function():
            return _function(compiler, node)
        case e.LookedUp(id_, cell):
            return _looked_up(compiler, id_, cell)
        case e.CountRows(table, part):
            return rows.count(compiler, table, part)
        case e.CountChosen(cell):
            return _count_chosen(compiler, cell)


# --- one answer --------------------------------------------------------------------------------------------------


def _reading(compiler: Compiler, cell: str) -> Measure:
    item = compiler.item(cell)
    if item.type is ItemType.DATE:
        return _of_cell(
            compiler, cell, lambda state: date_left(item, state.left[cell].answer, state.assessed), dated=True
        )
    return _of_cell(compiler, cell, lambda state: number_left(item, state.left[cell]))


def as_asked(compiler: Compiler, node: e.Number) -> tuple[Measure, frozenset[str]] | None:
    """Return how a sum of answers is worked out where all of them are asked, and whose they are; None of other numbers.

    That they are asked is then told apart in the diagram, where the rule may ask for it once more.
    """
    match node:
        case e.Reading(cell) if compiler.item(cell).type is not ItemType.DATE:
            item = compiler.item(cell)
            read = _of_cell(compiler, cell, lambda state: number_left(item, state.left[cell]), gated=False)
            return read, frozenset((cell,))
        case e.Literal() | e.CutOffNumber():
            return compiler.measure(node), frozenset()
        case e.Arithmetic(op, left, right):
            one, two = as_asked(compiler, left), as_asked(compiler, right)
            if one is None or two is None:
                return None
            together = _together((one[0], two[0]), lambda ends: intervals.arithmetic(op, ends[0], ends[1]))
            return together, one[1] | two[1]
        case _:
            return None


def _of_cell(
    compiler: Compiler, cell: str, left: Callable[[State], Possible], *, dated: bool = False, gated: bool = True
) -> Measure:
    """Return what a cell leaves possible, and no value where it is not asked unless it is taken as asked."""
    namer = compiler.age_namer(cell) if dated else compiler.shown(cell)
    asked = compiler.asked(cell) if gated else None

    def run(state: State) -> tuple[Possible, int]:
        truth = TRUE_ONLY if asked is None else state.values[asked]
        if truth == FALSE_ONLY:
            return NO_VALUE, 0
        possible = left(state)
        open_ = 0 if possible.is_decided else state.open[namer]
        if truth == EITHER and asked is not None:
            return Possible(possible.parts, may_be_none=True, is_whole=possible.is_whole), open_ | state.open[asked]
        return possible, open_

    return _reads_cell(compiler, cell, run, namer, asked)


def _reads_cell(compiler: Compiler, cell: str, run: Run, *steps: int | None) -> Measure:
    reads = frozenset(step for step in steps if step is not None)
    table = compiler.table_of(cell)
    return Measure(run, reads, tables=frozenset((table,))) if table else Measure(run, reads, frozenset((cell,)))


def _born(compiler: Compiler) -> Measure:
    name = compiler.program.name(NAMED_BORN)

    def run(state: State) -> tuple[Possible, int]:
        possible = date_left(None, state.born.answer, state.assessed)
        return possible, 0 if possible.is_decided else name

    return Measure(run)


def _assessed(compiler: Compiler) -> Measure:
    name = compiler.program.name(NAMED_DATE)

    def run(state: State) -> tuple[Possible, int]:
        if state.assessed is None:
            return Possible({"": Interval(-INFINITY, INFINITY)}, is_whole=True), name
        return exactly(day_number(state.assessed)), 0

    return Measure(run)


def _score(compiler: Compiler, id_: str) -> Measure:
    step = scores.score_step(compiler, id_)

    def run(state: State) -> tuple[Possible, int]:
        possible = state.values[step].possible
        return possible, 0 if possible.is_decided else state.open[step]

    return Measure(run, frozenset((step,)))


def _chosen(compiler: Compiler, cell: str) -> Measure:
    """Return which options a choice can still have, "" among them where it may be not asked."""
    item, asked, shown = compiler.item(cell), compiler.asked(cell), compiler.shown(cell)

    def run(state: State) -> tuple[frozenset[str], int]:
        truth = TRUE_ONLY if asked is None else state.values[asked]
        if truth == FALSE_ONLY:
            return frozenset(("",)), 0
        mask = options_mask(item, state.left[cell].answer)
        options = [option.id for place, option in enumerate(item.options) if mask >> place & 1]
        open_ = state.open[shown] if len(options) > 1 else 0
        if truth == EITHER and asked is not None:
            return frozenset((*options, "")), open_ | state.open[asked]
        return frozenset(options), open_

    return _reads_cell(compiler, cell, run, asked, shown)


# --- several numbers ---------------------------------------------------------------------------------------------


def _combined(compiler: Compiler, nodes: Sequence[e.Number], combine: Callable[[list[Possible]], Possible]) -> Measure:
    return _together([compiler.measure(node) for node in nodes], combine)


def _together(parts: Sequence[Measure], combine: Callable[[list[Possible]], Possible]) -> Measure:
    def run(state: State) -> tuple[Possible, int]:
        ends, open_ = [], 0
        for part in parts:
            possible, names = part.run(state)
            ends.append(possible)
            open_ |= names
        result = combine(ends)
        return result, 0 if result.is_decided else open_

    return joined(parts, run)


def _function(compiler: Compiler, node: e.Function) -> Measure:
    if node.name == "egfr":
        return _egfr(compiler, node)
    numbers = [arg for arg in node.args if not isinstance(arg, e.Choice)]
    if node.name == "fall":
        return _fall(compiler, numbers)
    if node.name == "years":
        return _combined(compiler, (numbers[0], e.Assessed()), lambda ends: intervals.years(ends[0], ends[1]))
    if node.name == "days":
        return _combined(compiler, numbers, lambda ends: intervals.arithmetic("-", ends[1], ends[0]))
    pick = min if node.name == "min" else max
    return _combined(compiler, numbers, lambda ends: intervals.picked(pick, ends))


def _egfr(compiler: Compiler, node: e.Function) -> Measure:
    """Return the eGFR at its ends: it falls as creatinine and age rise."""
    creatinine_node, age_node, sex_node = node.args
    assert isinstance(creatinine_node, e.Reading)  # noqa: S101 - the typing rules of expressions see to it
    assert isinstance(sex_node, e.Choice)  # noqa: S101 - the same
    assert not isinstance(age_node, e.Choice)  # noqa: S101 - the same
    parts = (compiler.measure(creatinine_node), compiler.measure(age_node), _chosen(compiler, sex_node.cell))
    only_unit = compiler.item(creatinine_node.cell).units[0].id

    def run(state: State) -> tuple[Possible, int]:
        (creatinine, one), (age, two), (sexes, three) = (part.run(state) for part in parts)
        years = age.plain
        if not creatinine.parts or years is None or sexes == {""}:
            return NO_VALUE, 0
        ends = [
            conversions.egfr(number, unit or only_unit, min(old, _OLDEST), sex)
            for unit, part in creatinine.parts.items()
            for number, old in ((part.high, years.high), (part.low, years.low))
            for sex in sexes
            if sex
        ]
        result = Possible(
            {"": Interval(min(ends), max(ends))}, creatinine.may_be_none or age.may_be_none or "" in sexes
        )
        return result, 0 if result.is_decided else one | two | three

    return joined(parts, run)


def _fall(compiler: Compiler, numbers: Sequence[e.Number]) -> Measure:
    first, _ = numbers
    assert isinstance(first, e.Reading)  # noqa: S101 - the typing rules of expressions see to it
    item = compiler.item(first.cell)
    units = {unit.id if len(item.units) > 1 else "": unit.id for unit in item.units}

    def combine(ends: list[Possible]) -> Possible:
        previous, current = ends
        if not previous.parts or not current.parts:
            return NO_VALUE
        found: dict[str, Interval] = {}
        for unit, was in previous.parts.items():
            for other, now in current.parts.items():
                low, in_unit = conversions.fall(item.converts, (was.low, units[unit]), (now.high, units[other]))
                high, _ = conversions.fall(item.converts, (was.high, units[unit]), (now.low, units[other]))
                key = in_unit if len(units) > 1 else ""
                known = found.get(key, Interval(low, high))
                found[key] = Interval(min(low, known.low), max(high, known.high))
        return Possible(found, previous.may_be_none or current.may_be_none)

    return _combined(compiler, numbers, combine)


def _looked_up(compiler: Compiler, id_: str, cell: str) -> Measure:
    chosen, numbers = _chosen(compiler, cell), compiler.lookups[id_].numbers

    def run(state: State) -> tuple[Possible, int]:
        options, open_ = chosen.run(state)
        found = [numbers[option] for option in options if option in numbers]
        if not found:
            return NO_VALUE, 0
        result = Possible({"": Interval(min(found), max(found))}, may_be_none=len(found) < len(options))
        return result, 0 if result.is_decided else open_

    return joined((chosen,), run)


def _count_chosen(compiler: Compiler, cell: str) -> Measure:
    options = [option.id for option in compiler.item(cell).options if not option.exclusive]
    steps = [compiler.rule(partial(compiler.condition, e.Has(cell, option))) for option in options]

    def run(state: State) -> tuple[Possible, int]:
        low = sum(state.values[step] == TRUE_ONLY for step in steps)
        high = sum(state.values[step] != FALSE_ONLY for step in steps)
        open_ = 0
        for step in steps:
            open_ |= state.open[step]
        return Possible({"": Interval(Decimal(low), Decimal(high))}, is_whole=True), open_

    return _reads_cell(compiler, cell, run, *steps)
