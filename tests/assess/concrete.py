"""The oracle: what rules say when everything asked is answered. Plain, slow, and independent of the evaluator.

`Concrete` evaluates a form over answers in which every cell that is asked has a value. `completions` gives what the
cells without a value could be answered with, one representative for each side of every number they are compared with.
"""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import reduce
from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING, TypeVar

from screener.assess.answers import (
    Answers,
    Chosen,
    ChosenSeveral,
    Measured,
    NotDone,
    NoValue,
    PartialDate,
    Rows,
    Whole,
    Written,
)
from screener.assess.conversions import egfr, fall
from screener.form import expression as e
from screener.form.model import Form, Item, ItemType
from screener.form.rules import Per, expressions
from screener.form.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from screener.assess.answers import Answer

SIDES = {"both": ("left", "right")}
MOST_ROWS = 200
AGES = "days"  # beside the units of a quantity: the ages that it is compared with
Told = TypeVar("Told")


class NotPinnedError(Exception):
    """A score stays a range although everything asked is answered: a scored item is not asked."""

    def __init__(self, id_: str, low: Decimal, high: Decimal) -> None:
        super().__init__(id_)
        self.id, self.low, self.high = id_, low, high


class Concrete:
    """A form over complete answers. `pinned`: points taken for what is not asked, for scores that stay a range."""

    def __init__(self, form: Form, answers: Answers, pinned: Mapping[str, Decimal] | None = None) -> None:
        self.pinned = pinned or {}
        self.form = form
        self.answers = answers
        self.cells = form.cells
        self.row: Mapping[str, Answer] | None = None
        self.row_item: Item | None = None
        self._asked: dict[str, bool] = {}

    def is_asked(self, cell: str) -> bool:
        item = self._item(cell)
        if item.ask_if is None:
            return True
        if self.row is not None and cell not in self.cells:
            return self.truth(item.ask_if.truth())
        if cell not in self._asked:
            side = cell.rpartition(".")[2] if item.has_sides else ""
            self._asked[cell] = self.truth(item.ask_if.on(side))
        return self._asked[cell]

    def _item(self, cell: str) -> Item:
        if cell in self.cells:
            return self.cells[cell]
        table, _, column = cell.partition(".")
        return next(one for one in self.form.items[table].columns if one.id == column)

    def value(self, cell: str) -> Answer | None:
        """The answer, or None: not asked or not done."""
        if not self.is_asked(cell):
            return None
        if cell in self.cells:
            answer = self.answers.cells[cell]
        else:
            assert self.row is not None
            answer = self.row[cell.partition(".")[2]]
        assert not isinstance(answer, NoValue)
        return None if isinstance(answer, NotDone) else answer

    def truth(self, node: e.Truth) -> bool:  # noqa: C901, PLR0912  # plain on purpose: one line per kind
        match node:
            case e.Always(value):
                return value
            case e.And(parts):
                return all(self.truth(part) for part in parts)
            case e.Or(parts):
                return any(self.truth(part) for part in parts)
            case e.Not(part):
                return not self.truth(part)
            case e.AtLeast(n, parts):
                return sum(self.truth(part) for part in parts) >= n
            case e.Is(cell, options):
                answer = self.value(cell)
                return isinstance(answer, Chosen) and answer.option in options
            case e.Has(cell, option):
                answer = self.value(cell)
                return isinstance(answer, ChosenSeveral) and option in answer.options
            case e.Finds(cell, outcomes):
                return self.finding(cell) in outcomes
            case e.UnitIs(cell, units):
                answer = self.value(cell)
                return isinstance(answer, Measured) and (answer.unit or self._item(cell).units[0].id) in units
            case e.Known(cell):
                return self.value(cell) is not None
            case e.KnownResult(id_):
                name = id_.partition(".")[0]
                if any(finding.id == name for finding in self.form.findings):
                    return self.finding(id_) is not None
                return (
                    self.number(e.ValueOf(id_) if any(v.id == id_ for v in self.form.values) else e.ScoreOf(id_))
                    is not None
                )
            case e.Compare(op, left, right):
                return self._compare(op, left, right)
            case e.Within(day, count, unit):
                found = self.number(day)
                assert self.answers.assessed is not None
                today = self.answers.assessed.date()
                return found is not None and _back(today, count, unit).toordinal() <= found[0] <= today.toordinal()
            case e.AnyRow(table, part):
                return any(self._rows(table, part))
            case e.AllRows(table, part):
                return self.is_asked(table) and all(self._rows(table, part))
        raise TypeError(node)

    def _rows(self, table: str, part: e.Truth) -> list[bool]:
        if not self.is_asked(table):
            return []
        rows = self.answers.cells[table]
        assert isinstance(rows, Rows)
        return [self._in(row, lambda: self.truth(part)) for row in rows.rows]

    def _in(self, row: Mapping[str, Answer], ask: Callable[[], Told]) -> Told:
        outer, self.row = self.row, row
        found = ask()
        self.row = outer
        return found

    def _compare(self, op: str, left: e.Number, right: e.Number) -> bool:
        if isinstance(left, e.CutOffNumber):
            first, second = self.number(right), None
            second = first and self._cutoff(left, first[1])
            first, second = second, first
        else:
            first = self.number(left)
            second = first and (
                self._cutoff(right, first[1]) if isinstance(right, e.CutOffNumber) else self.number(right)
            )
        if first is None or second is None:
            return False
        a, b = first[0], second[0]
        return {"==": a == b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[op]

    @staticmethod
    def _cutoff(cutoff: e.CutOffNumber, unit: str) -> tuple[Decimal, str]:
        numbers = cutoff.numbers
        return (numbers[unit] if unit in numbers else next(iter(numbers.values()))), unit

    def number(self, node: e.Number) -> tuple[Decimal, str] | None:  # noqa: C901, PLR0912  # plain on purpose: one line per kind
        assert self.answers.assessed is not None
        today = self.answers.assessed.date()
        match node:
            case e.Literal(value):
                return value, ""
            case e.CutOffNumber(_, numbers):
                return next(iter(numbers.values())), ""
            case e.Reading(cell):
                return self._reading(self.value(cell), self._item(cell))
            case e.AgeDays(cell) | e.MeasuredOn(cell):
                answer = self.value(cell)
                if not isinstance(answer, Measured):
                    return None
                assert answer.date is not None
                day = answer.date.first
                return (Decimal((today - day).days) if isinstance(node, e.AgeDays) else Decimal(day.toordinal())), ""
            case e.ValueOf(id_):
                value = next(value for value in self.form.values if value.id == id_)
                return self.number(value.is_.number())
            case e.ScoreOf(id_):
                total = self.score(id_)
                return None if total is None else (total, "")
            case e.Assessed():
                return Decimal(today.toordinal()), ""
            case e.Born():
                assert self.answers.patient.born is not None
                return Decimal(self.answers.patient.born.first.toordinal()), ""
            case e.Arithmetic(op, left, right):
                a, b = self.number(left), self.number(right)
                if a is None or b is None:
                    return None
                x, y = a[0], b[0]
                return (x + y if op == "+" else x - y if op == "-" else x * y if op == "*" else x / y), ""
            case e.Function(name, args):
                return self._function(name, args, today)
            case e.LookedUp(id_, cell):
                lookup = next(one for one in self.form.lookups if one.id == id_)
                answer = self.value(cell)
                found = lookup.numbers.get(answer.option) if isinstance(answer, Chosen) else None
                return None if found is None else (found, "")
            case e.CountRows(table, part):
                return Decimal(sum(self._rows(table, part))), ""
            case e.CountChosen(cell):
                item = self._item(cell)
                return Decimal(sum(self.truth(e.Has(cell, o.id)) for o in item.options if not o.exclusive)), ""
        raise TypeError(node)

    def _reading(self, answer: Answer | None, item: Item) -> tuple[Decimal, str] | None:
        match answer:
            case Whole(value):
                return Decimal(value), ""
            case Measured(value, unit):
                return value, unit if len(item.units) > 1 else ""
            case PartialDate():
                return Decimal(answer.first.toordinal()), ""
        return None

    def _function(self, name: str, args: tuple[e.Node, ...], today: date) -> tuple[Decimal, str] | None:
        if name == "egfr":
            creatinine, age = self.number(args[0]), self.number(args[1])
            sex = self.value(args[2].cell)
            if creatinine is None or age is None or not isinstance(sex, Chosen):
                return None
            return egfr(creatinine[0], creatinine[1] or self._item(args[0].cell).units[0].id, age[0], sex.option), ""
        numbers = [self.number(arg) for arg in args]
        if any(number is None for number in numbers):
            return None
        if name == "fall":
            return fall(self._item(args[0].cell).converts, numbers[0], numbers[1])
        plain = [number[0] for number in numbers]
        if name in ("min", "max"):
            return (min if name == "min" else max)(plain), ""
        if name == "days":
            return plain[1] - plain[0], ""
        born = date.fromordinal(int(plain[0]))
        return Decimal(max(0, today.year - born.year - ((today.month, today.day) < (born.month, born.day)))), ""

    # --- results -----------------------------------------------------------------------------------------------

    def finding(self, cell: str) -> str | None:
        name, _, side = cell.partition(".")
        finding = next(one for one in self.form.findings if one.id == name)
        if finding.applies_if is not None and not self.truth(finding.applies_if.on(side)):
            return None
        return self.first(finding.cases, side)

    def row_finding(self, id_: str, number: int) -> str | None:
        """What a finding per row says of one, from 1; None where the table is not asked."""
        table = next(one.table for one in self.form.findings if one.id == id_)
        rows = self.answers.cells[table]
        assert isinstance(rows, Rows)
        return self._in(rows.rows[number - 1], lambda: self.finding(id_)) if self.is_asked(table) else None

    def first(self, cases: tuple[object, ...], side: str = "") -> str:
        return next(case.outcome for case in cases if case.when is None or self.truth(case.when.on(side)))

    def score(self, id_: str) -> Decimal | None:
        """The total; None when it does not apply."""
        bounds = self.score_bounds(id_)
        if bounds is not None and id_ in self.pinned:
            return min(bounds[0] + self.pinned[id_], bounds[1])
        if bounds is not None and bounds[0] != bounds[1]:
            raise NotPinnedError(id_, *bounds)
        return None if bounds is None else bounds[0]

    def score_bounds(self, id_: str) -> tuple[Decimal, Decimal] | None:
        score = next(one for one in self.form.scores if one.id == id_)
        if score.applies_if is not None and not self.truth(score.applies_if.truth()):
            return None
        low = high = Decimal(0)
        for line in score.points:
            if line.when is not None:
                points = line.points if self.truth(line.when.truth()) else line.otherwise
                low, high = low + points, high + points
                continue
            sides = [self._line(line, cell) for cell in self.form.items[line.item].cells]
            if line.worst_side:
                low, high = low + max(one[0] for one in sides), high + max(one[1] for one in sides)
            else:
                low, high = low + sum(one[0] for one in sides), high + sum(one[1] for one in sides)
        return low, high

    def _line(self, line: object, cell: str) -> tuple[Decimal, Decimal]:
        if not self.is_asked(cell) and line.not_asked is not None:
            return line.not_asked, line.not_asked
        answer = self.value(cell)
        if answer is None:
            numbers = [*line.options.values(), *(number for _, number in line.steps)]
            return min(numbers), max(numbers)
        if isinstance(answer, Chosen):
            return (line.options[answer.option],) * 2
        number = self._reading(answer, self.cells[cell])[0]
        points = reduce(lambda found, step: step[1] if number >= step[0] else found, line.steps, line.steps[0][1])
        return points, points


def every_outcome(
    form: Form, answers: Answers, says: Callable[[Concrete], str | None], pinned: Mapping[str, Decimal] | None = None
) -> dict[tuple[tuple[str, Decimal], ...], str | None]:
    """What a rule says over complete answers, by the points taken for what is not asked (mostly nothing)."""
    pinned = pinned or {}
    try:
        return {tuple(pinned.items()): says(Concrete(form, answers, pinned))}
    except NotPinnedError as score:
        found: dict[tuple[tuple[str, Decimal], ...], str | None] = {}
        points = Decimal(0)
        while points <= score.high - score.low:
            found |= every_outcome(form, answers, says, {**pinned, score.id: points})
            points += 1
        return found


def _back(day: date, count: int, unit: str) -> date:
    if unit in ("days", "weeks"):
        return day - timedelta(days=count * (7 if unit == "weeks" else 1))
    month = day.month - 1 - (count % 12 if unit == "months" else 0)
    year = day.year - (count // 12 if unit == "months" else count)
    year, month = (year - 1, month + 13) if month < 0 else (year, month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


# --- completions -------------------------------------------------------------------------------------------------


def open_cells(form: Form, answers: Answers) -> list[str]:
    """The cells without a value, and the columns of rows (`table.row.column`) without a whole one."""
    found = [cell for cell in form.cells if isinstance(answers.cells.get(cell), NoValue | None)]
    for table, item in form.cells.items():
        rows = answers.cells.get(table)
        for number, row in enumerate(rows.rows if isinstance(rows, Rows) else (), 1):
            found += [
                f"{table}.{number}.{column.id}" for column in item.columns if not is_whole(column, row.get(column.id))
            ]
    return found


def is_whole(item: Item, answer: Answer | None) -> bool:
    """Whether nothing of an answer is open."""
    match answer:
        case Measured(_, unit, comparator, day):
            has_unit = bool(unit) or len(item.units) == 1
            return has_unit and not comparator and (not item.is_dated or (day is not None and day.day is not None))
        case PartialDate(day=day):
            return day is not None
        case _:
            return not isinstance(answer, NoValue | None)


def numbers_met(form: Form) -> dict[tuple[str, str], set[Decimal]]:  # noqa: C901, PLR0912 - plain on purpose
    """The numbers that each cell (in each unit) is compared with, anywhere."""
    met: dict[tuple[str, str], set[Decimal]] = {}
    for expression in expressions(form):
        for root in expression.roots:
            for node in walk(root):
                if isinstance(node, e.Compare):
                    for reading, constant in ((node.left, node.right), (node.right, node.left)):
                        if isinstance(reading, e.Reading):
                            for unit, number in _constants(constant):
                                met.setdefault((reading.cell, unit), set()).add(number)
                        if isinstance(reading, e.AgeDays) and reading.cell not in form.cells:
                            met.setdefault((reading.cell, AGES), set()).update(n for _, n in _constants(constant))
                        if isinstance(reading, e.Arithmetic):
                            _add_pair(form, reading, constant, met)
                if isinstance(node, e.Function) and node.name == "egfr":
                    _add_grid(form, node.args[0].cell, met)
    for score in form.scores:
        for line in score.points:
            for start, _ in line.steps:
                for cell in form.items[line.item].cells:
                    met.setdefault((cell, ""), set()).add(start)
    return met


def _add_pair(form: Form, node: e.Arithmetic, constant: e.Number, met: dict[tuple[str, str], set[Decimal]]) -> None:
    """Two numbers whose difference is just what it is compared with."""
    if node.op == "-" and isinstance(node.left, e.Reading) and isinstance(node.right, e.Reading):
        limits = form.cells[node.left.cell].units[0].limits if form.cells[node.left.cell].units else None
        limits = limits or form.cells[node.left.cell].limits
        middle = (limits.lowest + limits.highest) // 2
        met.setdefault((node.left.cell, ""), set()).add(middle)
        for _, number in _constants(constant):
            met.setdefault((node.right.cell, ""), set()).add(middle - number)


def _add_grid(form: Form, cell: str, met: dict[tuple[str, str], set[Decimal]]) -> None:
    """Values close enough together that every stretch of a curve between its cut-offs has one."""
    units = form.cells[cell].units
    for unit in units:
        low, high = float(unit.limits.lowest), float(unit.limits.highest)
        grid = {Decimal(str(round(low * (high / low) ** (step / 60), 2))) for step in range(61)}
        met.setdefault((cell, unit.id if len(units) > 1 else ""), set()).update(grid)


def _constants(node: e.Number) -> Iterator[tuple[str, Decimal]]:
    if isinstance(node, e.Literal):
        yield "", node.value
    elif isinstance(node, e.CutOffNumber):
        for unit, number in node.numbers.items():
            yield (unit if len(node.numbers) > 1 else ""), number


MOST_OPTIONS_TOGETHER = 6  # of a several-choice: up to here every set, then each alone and all together


def candidates(  # noqa: C901 - one branch per kind of item
    item: Item, cell: str, today: date, met: dict[tuple[str, str], set[Decimal]]
) -> list[Answer]:
    """Representatives of every acceptable answer to a cell (or to a column, `table.column`)."""
    match item.type:
        case ItemType.CHOICE | ItemType.YES_NO:
            return [Chosen(option.id) for option in item.options]
        case ItemType.SEVERAL:
            plain = [option.id for option in item.options if not option.exclusive]
            alone = [ChosenSeveral((option.id,)) for option in item.options if option.exclusive]
            sets = (
                product(*((True, False) for _ in plain))
                if len(plain) <= MOST_OPTIONS_TOGETHER
                else [*([n == k for n in range(len(plain))] for k in range(len(plain))), [True] * len(plain)]
            )
            chosen = [ChosenSeveral(tuple(o for o, on in zip(plain, one, strict=True) if on)) for one in sets]
            return [*alone, *(one for one in chosen if one.options or not alone)]
        case ItemType.WHOLE:
            return [Whole(int(n)) for n in _whole_candidates(item, met.get((cell, ""), set()))]
        case ItemType.QUANTITY:
            found: list[Answer] = [NotDone()] if item.has_not_done else []
            days = days_of(item, cell, today, met, most=item.fresh_for)
            for unit in item.units:
                key = unit.id if len(item.units) > 1 else ""
                numbers = _around(unit.limits.lowest, unit.limits.highest, met.get((cell, key), set()))
                found += [Measured(number, unit.id, date=day) for number in numbers for day in days]
            return found
        case ItemType.DATE:
            return [_day(today - timedelta(days=n)) for n in (0, 10, 80, 200, 400, 2000, 9000)]
        case ItemType.TEXT:
            return [Written("x")]
        case ItemType.TABLE:
            columns = {one.id: candidates(one, f"{cell}.{one.id}", today, met) for one in item.columns}
            rows = [{name: found[n % len(found)] for name, found in columns.items()} for n in range(3)]
            together = tuple(_every_row(item, columns, rows[0]))
            filled = [(), (rows[0],), tuple(rows), together]
            return [Rows(one, complete=True) for one in filled]


def days_of(
    item: Item, cell: str, today: date, met: dict[tuple[str, str], set[Decimal]], most: int | None = None
) -> list[PartialDate | None]:
    """Days of a measurement, one for each side of every age that it is compared with; `most` is the highest age."""
    if not item.is_dated:
        return [None]
    ages = {0, *(int(age) + more for age in met.get((cell, AGES), ()) for more in (0, 1))}
    return [_day(today - timedelta(days=age)) for age in sorted(ages) if most is None or age <= most]


def _day(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _every_row(
    item: Item, columns: Mapping[str, list[Answer]], like: Mapping[str, Answer]
) -> Iterator[dict[str, Answer]]:
    """Rows that hold, between them, every choice beside every other, as far as there are few."""
    chosen = [one.id for one in item.columns if one.type in (ItemType.CHOICE, ItemType.YES_NO)]
    while chosen and prod(len(columns[name]) for name in chosen) > MOST_ROWS:
        chosen.pop()
    for parts in product(*(columns[name] for name in chosen)):
        yield {**like, **dict(zip(chosen, parts, strict=True))}


def completions(
    item: Item, cell: str, answer: Answer | None, today: date, met: dict[tuple[str, str], set[Decimal]]
) -> list[Answer]:
    """Representatives of what an answer can be once nothing of it is open; what was entered stays."""
    match answer:
        case Measured() if not is_stale(item, answer, today):
            return _whole_quantities(item, cell, answer, today, met)
        case NoValue() | Measured() | None:
            return candidates(item, cell, today, met)
        case PartialDate():
            return list(_days_in(answer, today))
        case _:
            return [answer]


def is_stale(item: Item, answer: Answer | None, today: date) -> bool:
    """Whether a result is older than rules heed."""
    if not isinstance(answer, Measured) or answer.date is None or item.fresh_for is None:
        return False
    return (today - answer.date.last).days > item.fresh_for and bool(answer.unit or len(item.units) == 1)


def _whole_quantities(
    item: Item, cell: str, answer: Measured, today: date, met: dict[tuple[str, str], set[Decimal]]
) -> list[Answer]:
    units = [answer.unit]
    if not answer.unit and len(item.units) > 1:
        units = [unit.id for unit in item.units if answer.value in unit.limits] or [item.units[0].id]
    days = list(_days_in(answer.date, today)) if answer.date else days_of(item, cell, today, met)
    return [
        Measured(value, unit, date=day if item.is_dated else None)
        for unit in units
        for value in _whole_numbers(item, cell, replace(answer, unit=unit), met)
        for day in days
    ]


def _whole_numbers(item: Item, cell: str, answer: Measured, met: dict[tuple[str, str], set[Decimal]]) -> list[Decimal]:
    limits = item.unit_of(answer.unit or item.units[0].id).limits
    key = answer.unit if len(item.units) > 1 else ""
    every = _around(limits.lowest, limits.highest, met.get((cell, key), set()) | {answer.value})
    if answer.comparator == "<":
        return [number for number in every if number < answer.value] or [limits.lowest]
    if answer.comparator == ">":
        return [number for number in every if number > answer.value] or [limits.highest]
    return [answer.value]


def _days_in(day: PartialDate, today: date) -> Iterator[PartialDate]:
    """Days of a year or month, up to today: a dozen, its ends among them."""
    length = max(0, (min(day.last, today) - day.first).days)
    for days in sorted({length * part // 12 for part in range(13)}):
        yield _day(day.first + timedelta(days=days))


def _whole_candidates(item: Item, met: set[Decimal]) -> list[Decimal]:
    low, high = item.limits.lowest, item.limits.highest
    if high - low <= 4:
        return [low + n for n in range(int(high - low) + 1)]
    near = {number.to_integral_value() + step for number in met for step in (-1, 0, 1)}
    return sorted({low, high, *(number for number in near if low <= number <= high)})


def _around(low: Decimal, high: Decimal, met: set[Decimal]) -> list[Decimal]:
    inside = sorted(number for number in met if low <= number <= high)
    ends = [low, *inside, high]
    between = [(a + b) / 2 for a, b in pairwise(ends) if a != b]
    return sorted({low, high, *inside, *between})


def sides_of(form: Form) -> list[tuple[str, str]]:
    """Findings that are not about rows, with their sides."""
    return [
        (finding.id, side)
        for finding in form.findings
        if finding.per is not Per.ROW
        for side in (("left", "right") if finding.per is Per.SIDE else ("",))
    ]
