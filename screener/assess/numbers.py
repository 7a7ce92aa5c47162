"""What numbers could still be, and conditions that are worked out as a whole: comparisons of two numbers, dates, rows."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from screener.assess import conversions
from screener.assess.cells import (
    age_in_days,
    date_left,
    day_number,
    measured_on,
    number_left,
    options_mask,
)
from screener.assess.possible import INFINITY, NO_VALUE, ZERO, Interval, Possible, exactly
from screener.assess.program import NAMED_BORN, NAMED_DATE, State
from screener.form import expression as e
from screener.form.model import ItemType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from screener.assess.compiler import Compiler

FALSE_ONLY, TRUE_ONLY, EITHER = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Measure:
    """How something is worked out: `run` gives it with the names that can still change it; and what it reads."""

    run: Callable[[State], tuple[object, int]]
    reads: frozenset[int] = frozenset()
    cells: frozenset[str] = frozenset()
    row_tables: frozenset[str] = frozenset()

    def possible(self, state: State) -> tuple[Possible, int]:
        """Return what the number could still be."""
        return cast("tuple[Possible, int]", self.run(state))


def measure(compiler: Compiler, node: e.Number) -> Measure:  # noqa: C901, PLR0911 - one line per kind of number
    """Return how a number is worked out."""
    match node:
        case e.Literal(value):
            return Measure(lambda _: (exactly(value), 0))
        case e.CutOffNumber(_, by_unit):
            parts = {unit: Interval(number, number) for unit, number in by_unit.items()}
            return Measure(lambda _: (Possible(parts), 0))
        case e.Reading(cell):
            return _reading(compiler, cell)
        case e.AgeDays(cell):
            return _of_cell(compiler, cell, lambda state: _age(compiler, cell, state), is_age=True)
        case e.MeasuredOn(cell):
            item = compiler.item(cell)
            return _of_cell(
                compiler, cell, lambda state: measured_on(item, state.left[cell], state.assessed), is_age=True
            )
        case e.ValueOf(id_):
            step = compiler.value_step(id_)
            return Measure(lambda state: (state.values[step], state.open[step]), frozenset((step,)))
        case e.ScoreOf(id_):
            return _score(compiler, id_)
        case e.Assessed():
            place = 1 << compiler.program.name_of[NAMED_DATE]
            return Measure(lambda state: _day(state.assessed, place))
        case e.Born():
            place = 1 << compiler.program.name_of[NAMED_BORN]
            return Measure(lambda state: (date_left(None, state.born.answer, state.assessed), 0 if state.born.answer else place))
        case e.Arithmetic(op, left, right):
            return _combined(compiler, (left, right), lambda ends: _arithmetic(op, ends[0], ends[1]))
        case e.Function():
            return _function(compiler, node)
        case e.LookedUp(id_, cell):
            return _looked_up(compiler, id_, cell)
        case e.CountRows(table, part):
            return _count_rows(compiler, table, part)
        case e.CountChosen(cell):
            return _count_chosen(compiler, cell)
    raise TypeError(node)


# --- one cell ----------------------------------------------------------------------------------------------------


def _reading(compiler: Compiler, cell: str) -> Measure:
    item = compiler.item(cell)
    if item.type is ItemType.DATE:
        return _of_cell(compiler, cell, lambda state: date_left(item, state.left[cell].answer, state.assessed))
    return _of_cell(compiler, cell, lambda state: number_left(item, state.left[cell]))


def _age(compiler: Compiler, cell: str, state: State) -> Possible:
    return age_in_days(compiler.item(cell), state.left[cell], state.assessed)


def _of_cell(compiler: Compiler, cell: str, left: Callable[[State], Possible], *, is_age: bool = False) -> Measure:
    """What a cell leaves possible, and nothing where it is not asked."""
    shown = compiler.shown(cell)
    is_row = cell in compiler.columns
    reads = {shown}
    namer = shown
    if is_age:
        namer = compiler.age_namer(cell)
        reads.add(namer)
    asked = None
    if compiler.gate(cell) != -2:
        asked = compiler.asked(cell)
        reads.add(asked)

    def run(state: State) -> tuple[object, int]:
        truth = TRUE_ONLY if asked is None else state.values[asked]
        if truth == FALSE_ONLY:
            return NO_VALUE, 0
        possible = left(state)
        open_ = 0 if possible.is_decided else state.open[namer]
        if truth == EITHER and asked is not None:
            return Possible(possible.parts, may_be_none=True, is_whole=possible.is_whole), open_ | state.open[asked]
        return possible, open_

    tables = frozenset((compiler.column_table[cell],)) if is_row else frozenset()
    return Measure(run, frozenset(reads), frozenset() if is_row else frozenset((cell,)), tables)


def _day(day: date | None, name: int) -> tuple[Possible, int]:
    if day is None:
        return Possible({"": Interval(-INFINITY, INFINITY)}, is_whole=True), name
    return exactly(day_number(day)), 0


def _score(compiler: Compiler, id_: str) -> Measure:
    from screener.assess.scores import Figures, score_step  # noqa: PLC0415 - the two modules know each other

    step = score_step(compiler, id_)

    def run(state: State) -> tuple[object, int]:
        figures = cast("Figures", state.values[step])
        return figures.possible, 0 if figures.possible.is_decided else state.open[step]

    return Measure(run, frozenset((step,)))


# --- several numbers ---------------------------------------------------------------------------------------------


def _combined(
    compiler: Compiler, nodes: Sequence[e.Number], combine: Callable[[list[Possible]], Possible]
) -> Measure:
    measures = [compiler.measure(node) for node in nodes]

    def run(state: State) -> tuple[object, int]:
        possible, open_ = [], 0
        for part in measures:
            left, names = part.possible(state)
            possible.append(left)
            open_ |= names
        result = combine(possible)
        return result, 0 if result.is_decided else open_

    return _reading_all(measures, run)


def _reading_all(measures: Sequence[Measure], run: Callable[[State], tuple[object, int]]) -> Measure:
    reads = frozenset[int]().union(*(part.reads for part in measures))
    cells = frozenset[str]().union(*(part.cells for part in measures))
    tables = frozenset[str]().union(*(part.row_tables for part in measures))
    return Measure(run, reads, cells, tables)


def _arithmetic(op: str, left: Possible, right: Possible) -> Possible:
    first, second = left.plain, right.plain
    if first is None or second is None:
        return NO_VALUE
    may_be_none = left.may_be_none or right.may_be_none
    match op:
        case "+":
            low, high = first.low + second.low, first.high + second.high
        case "-":
            low, high = _minus(first.low, second.high), _minus(first.high, second.low)
        case "*":
            corners = [_times(a, b) for a in first[:2] for b in second[:2]]
            low, high = min(corners), max(corners)
        case _:
            corners = [a / b for a in first[:2] for b in second[:2]]
            low, high = min(corners), max(corners)
    is_whole = op != "/" and left.is_whole and right.is_whole
    return Possible({"": Interval(low, high)}, may_be_none, is_whole)


def _minus(a: Decimal, b: Decimal) -> Decimal:
    return a - b if a.is_finite() or b.is_finite() else (a if a != b else (-INFINITY if a > 0 else INFINITY))


def _times(a: Decimal, b: Decimal) -> Decimal:
    return ZERO if not a or not b else a * b


def _function(compiler: Compiler, node: e.Function) -> Measure:
    args = node.args
    match node.name:
        case "min" | "max":
            pick = min if node.name == "min" else max
            return _combined(compiler, cast("Sequence[e.Number]", args), lambda all_: _picked(pick, all_))
        case "years":
            dates = (cast("e.Number", args[0]), e.Assessed())
            return _combined(compiler, dates, lambda ends: _years(ends[0], ends[1]))
        case "days":
            dates = cast("tuple[e.Number, e.Number]", args)
            return _combined(compiler, dates, lambda ends: _arithmetic("-", ends[1], ends[0]))
        case "egfr":
            return _egfr(compiler, node)
        case "fall":
            return _fall(compiler, node)
    raise TypeError(node)


def _picked(pick: Callable[..., Decimal], all_: list[Possible]) -> Possible:
    plains = [possible.plain for possible in all_]
    if any(plain is None for plain in plains):
        return NO_VALUE
    known = [plain for plain in plains if plain is not None]
    ends = Interval(pick(plain.low for plain in known), pick(plain.high for plain in known))
    return Possible({"": ends}, any(p.may_be_none for p in all_), all(p.is_whole for p in all_))


def _years(born: Possible, assessed: Possible) -> Possible:
    first, last = born.plain, assessed.plain
    if first is None or last is None:
        return NO_VALUE
    low = _whole_years(first.high, last.low)
    high = _whole_years(first.low, last.high)
    may_be_none = born.may_be_none or assessed.may_be_none
    return Possible({"": Interval(max(ZERO, low), max(ZERO, high))}, may_be_none, is_whole=True)


def _whole_years(start: Decimal, end: Decimal) -> Decimal:
    if not start.is_finite() or not end.is_finite():
        return INFINITY if end - start > 0 else -INFINITY
    born, day = date.fromordinal(int(start)), date.fromordinal(int(end))
    return Decimal(day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


def _egfr(compiler: Compiler, node: e.Function) -> Measure:
    creatinine = compiler.measure(cast("e.Number", node.args[0]))
    age = compiler.measure(cast("e.Number", node.args[1]))
    sex = _chosen(compiler, cast("e.Choice", node.args[2]).cell)
    only_unit = _only_unit(compiler, node.args[0])

    def run(state: State) -> tuple[object, int]:
        measured, first = creatinine.possible(state)
        years, second = age.possible(state)
        sexes, third = cast("tuple[frozenset[str], int]", sex.run(state))
        open_ = first | second | third
        ends = years.plain
        if not measured.parts or ends is None or not sexes:
            return NO_VALUE, 0
        may_be_none = measured.may_be_none or years.may_be_none or "" in sexes
        figures = [
            (conversions.egfr(part.high, unit or only_unit, min(ends.high, Decimal(120)), kind),
             conversions.egfr(part.low, unit or only_unit, ends.low, kind))
            for unit, part in measured.parts.items() for kind in sexes if kind
        ]  # fmt: skip
        result = Possible({"": Interval(min(low for low, _ in figures), max(high for _, high in figures))}, may_be_none)
        return result, 0 if result.is_decided else open_

    return _reading_all((creatinine, age, sex), run)


def _only_unit(compiler: Compiler, node: e.Node) -> str:
    return compiler.item(node.cell).units[0].id if isinstance(node, e.Reading) else ""


def _chosen(compiler: Compiler, cell: str) -> Measure:
    """The options a choice can still have, "" among them when it may be not asked."""
    item = compiler.item(cell)
    asked = compiler.asked(cell) if compiler.gate(cell) != -2 else None
    shown = compiler.shown(cell)

    def run(state: State) -> tuple[object, int]:
        truth = TRUE_ONLY if asked is None else state.values[asked]
        if truth == FALSE_ONLY:
            return frozenset(("",)), 0
        mask = options_mask(item, state.left[cell].answer)
        options = [option.id for place, option in enumerate(item.options) if mask >> place & 1]
        open_ = state.open[shown] if len(options) > 1 else 0
        if truth == EITHER and asked is not None:
            return frozenset((*options, "")), open_ | state.open[asked]
        return frozenset(options), open_

    is_row = cell in compiler.columns
    reads = frozenset(step for step in (asked, shown) if step is not None)
    tables = frozenset((compiler.column_table[cell],)) if is_row else frozenset()
    return Measure(run, reads, frozenset() if is_row else frozenset((cell,)), tables)


def _fall(compiler: Compiler, node: e.Function) -> Measure:
    first, second = cast("tuple[e.Reading, e.Reading]", node.args)
    analyte = compiler.item(first.cell).converts
    only_unit = _only_unit(compiler, first)

    def combine(ends: list[Possible]) -> Possible:
        previous, current = ends
        if not previous.parts or not current.parts:
            return NO_VALUE
        parts: dict[str, Interval] = {}
        for unit, was in previous.parts.items():
            for other, now in current.parts.items():
                names = unit or only_unit, other or only_unit
                low, in_unit = conversions.fall(analyte, (was.low, names[0]), (now.high, names[1]))
                high, _ = conversions.fall(analyte, (was.high, names[0]), (now.low, names[1]))
                key = in_unit if only_unit == "" or unit else ""
                known = parts.get(key)
                parts[key] = Interval(min(low, known.low), max(high, known.high)) if known else Interval(low, high)
        return Possible(parts, previous.may_be_none or current.may_be_none)

    return _combined(compiler, (first, second), combine)


def _looked_up(compiler: Compiler, id_: str, cell: str) -> Measure:
    chosen = _chosen(compiler, cell)
    numbers = compiler.lookups[id_].numbers

    def run(state: State) -> tuple[object, int]:
        options, open_ = cast("tuple[frozenset[str], int]", chosen.run(state))
        found = [numbers[option] for option in options if option in numbers]
        if not found:
            return NO_VALUE, 0
        result = Possible({"": Interval(min(found), max(found))}, may_be_none=len(found) < len(options))
        return result, 0 if result.is_decided else open_

    return _reading_all((chosen,), run)


def _count_chosen(compiler: Compiler, cell: str) -> Measure:
    options = [option.id for option in compiler.item(cell).options if not option.exclusive]
    parts = [compiler.condition_measure(e.Has(cell, option)) for option in options]
    return _count(parts)


def _count(parts: Sequence[Measure]) -> Measure:
    def run(state: State) -> tuple[object, int]:
        low = high = open_ = 0
        for part in parts:
            truth, names = cast("tuple[int, int]", part.run(state))
            low += truth == TRUE_ONLY
            high += truth != FALSE_ONLY
            open_ |= names
        return Possible({"": Interval(Decimal(low), Decimal(high))}, is_whole=True), open_ if low != high else 0

    return _reading_all(parts, run)


# --- conditions worked out as a whole ----------------------------------------------------------------------------


def truth(compiler: Compiler, node: e.Truth) -> Measure:
    """Return how a condition is worked out: FALSE_ONLY, TRUE_ONLY or EITHER."""
    match node:
        case e.Compare(op, left, right):
            parts = (compiler.measure(left), compiler.measure(right))
            return _decided_by(parts, lambda state: _compared(op, *(part.possible(state)[0] for part in parts)))
        case e.Within(day, count, unit):
            date_ = compiler.measure(day)
            name = 1 << compiler.program.name_of[NAMED_DATE]
            return _within(date_, count, unit, name)
        case e.AnyRow(table, part):
            return _rows_truth(compiler, table, part, is_any=True)
        case e.AllRows(table, part):
            return _rows_truth(compiler, table, part, is_any=False)
    raise TypeError(node)


def _decided_by(parts: Sequence[Measure], decide: Callable[[State], int]) -> Measure:
    def run(state: State) -> tuple[object, int]:
        found = decide(state)
        if found != EITHER:
            return found, 0
        open_ = 0
        for part in parts:
            open_ |= part.possible(state)[1]
        return found, open_

    return _reading_all(parts, run)


def _compared(op: str, left: Possible, right: Possible) -> int:
    found = FALSE_ONLY if left.may_be_none or right.may_be_none or not left.parts or not right.parts else 0
    for unit, first in left.parts.items():
        second = right.parts.get(unit)
        if second is not None:
            found |= _compared_parts(op, first, second)
    return found or FALSE_ONLY


def _compared_parts(op: str, a: Interval, b: Interval) -> int:
    if op in (">", ">="):
        return _compared_parts("<" if op == ">" else "<=", b, a)
    if op == "==":
        if a.is_point and b.is_point:
            return TRUE_ONLY if a.low == b.low else FALSE_ONLY
        return FALSE_ONLY if a.high < b.low or b.high < a.low else EITHER
    touches_high = a.is_high_open or b.is_low_open
    touches_low = a.is_low_open or b.is_high_open
    if op == "<":
        always = a.high < b.low or (a.high == b.low and touches_high)
        never = a.low >= b.high
    else:
        always = a.high <= b.low
        never = a.low > b.high or (a.low == b.high and touches_low)
    return TRUE_ONLY if always else FALSE_ONLY if never else EITHER


def _within(day: Measure, count: int, unit: str, today: int) -> Measure:
    def run(state: State) -> tuple[object, int]:
        possible, open_ = day.possible(state)
        if state.assessed is None:
            return (EITHER, open_ | today) if possible.parts else (FALSE_ONLY, 0)
        first, last = day_number(before(state.assessed, count, unit)), day_number(state.assessed)
        found = FALSE_ONLY if possible.may_be_none or not possible.parts else 0
        for part in possible.parts.values():
            if part.low >= first and part.high <= last:
                found |= TRUE_ONLY
            elif part.high < first or part.low > last:
                found |= FALSE_ONLY
            else:
                found = EITHER
        return found, open_ if found == EITHER else 0

    return _reading_all((day,), run)


_LENGTHS = {"days": (1, 1), "weeks": (7, 7), "months": (28, 31), "years": (365, 366)}


def nested(windows: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """Return windows of time from the shortest on; () where the calendar decides which is shorter."""

    def shortest(window: tuple[int, str]) -> int:
        count, unit = window
        return count * _LENGTHS[unit][0] if unit != "months" else count * 365 // 12 - 2

    def longest(window: tuple[int, str]) -> int:
        count, unit = window
        return count * _LENGTHS[unit][1] if unit != "months" else count * 366 // 12 + 2

    ordered = tuple(sorted(windows, key=shortest))
    is_nested = all(longest(inner) <= shortest(outer) for inner, outer in pairwise(ordered))
    return ordered if is_nested else ()


def windows_mask(windows: Sequence[tuple[int, str]], day: Possible, assessed: date | None) -> int:
    """Return in which windows, nested, a date can lie: class k is window k and none shorter, the last class none."""
    every = (1 << (len(windows) + 1)) - 1
    if assessed is None or not day.parts:
        return every
    interval, today = day.parts[""], day_number(assessed)
    if interval.low > today:
        return 1 << len(windows)
    starts = [day_number(before(assessed, count, unit)) for count, unit in windows]
    youngest = sum(start > min(interval.high, today) for start in starts)
    oldest = sum(start > interval.low for start in starts)
    mask = (1 << (oldest + 1)) - (1 << youngest)
    return mask | (1 << len(windows) if interval.high > today and interval.high.is_finite() else 0)


def before(day: date, count: int, unit: str) -> date:
    """Return the day `count` calendar units before; the last of the month where the day doesn't exist."""
    if unit in ("days", "weeks"):
        return max(date.min, day - timedelta(days=min(count * (7 if unit == "weeks" else 1), day.toordinal() - 1)))
    months = day.year * 12 + day.month - 1 - count * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    if year < 1:
        return date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


# --- rows of tables ----------------------------------------------------------------------------------------------


def _row_results(compiler: Compiler, table: str, part: e.Truth) -> Measure:
    """The truth of a condition in every row there is, and whether more rows may come."""
    from screener.assess.rows import row_measure  # noqa: PLC0415 - the two modules know each other

    return row_measure(compiler, table, compiler.condition(part))


def _rows_truth(compiler: Compiler, table: str, part: e.Truth, *, is_any: bool) -> Measure:
    rows = _row_results(compiler, table, part)
    settles, other = (TRUE_ONLY, FALSE_ONLY) if is_any else (FALSE_ONLY, TRUE_ONLY)

    def run(state: State) -> tuple[object, int]:
        (truths, is_asked, may_grow), open_ = cast("tuple[tuple[tuple[int, ...], int, bool], int]", rows.run(state))
        if is_asked == FALSE_ONLY:
            return FALSE_ONLY, 0
        if settles in truths:
            found = settles
        elif may_grow or EITHER in truths:
            found = EITHER
        else:
            found = other
        if is_asked == EITHER and found != FALSE_ONLY:
            found = EITHER
        return found, open_ if found == EITHER else 0

    return _reading_all((rows,), run)


def _count_rows(compiler: Compiler, table: str, part: e.Truth) -> Measure:
    rows = _row_results(compiler, table, part)

    def run(state: State) -> tuple[object, int]:
        (truths, is_asked, may_grow), open_ = cast("tuple[tuple[tuple[int, ...], int, bool], int]", rows.run(state))
        if is_asked == FALSE_ONLY:
            return exactly(ZERO), 0
        low = 0 if is_asked == EITHER else sum(truth == TRUE_ONLY for truth in truths)
        high = INFINITY if may_grow else Decimal(sum(truth != FALSE_ONLY for truth in truths))
        result = Possible({"": Interval(Decimal(low), high)}, is_whole=True)
        return result, 0 if result.is_decided else open_

    return _reading_all((rows,), run)
