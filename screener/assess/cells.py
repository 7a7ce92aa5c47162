"""What an answer leaves possible, cell by cell: the first step of every evaluation.

nothing yet, or a reason        everything the item allows
a value                         that value (`<30`: everything below 30 in that unit)
a quantity without its unit     everything: rules see nothing, its unit is missing
a result older than `fresh_for` everything: unknown to rules, named with value and age
not done                        no value
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.answers import (
    INEXACT,
    NOTHING,
    STALE,
    Answer,
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
from screener.assess.assessment import Missing
from screener.assess.possible import INFINITY, NO_VALUE, ZERO, Interval, Possible, exactly
from screener.form.model import Item, ItemType
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Left:
    """What one answer leaves possible. `answer` is what rules see: None when open, for whatever reason."""

    answer: Answer | None
    reason: str = ""  # why it is open; "" when it is not
    missing: tuple[Missing, ...] = ()  # how to name it when it is open
    is_dealt_with: bool = True  # a value or a reason is there
    is_done: bool = False  # a value is there, though rules can't see it yet: "not done" is out
    may_be_old: bool = False  # what is entered later counts, however old
    undated: tuple[Missing, ...] = ()  # how to name its date, where that leaves its age open
    rows: tuple[Mapping[str, Left], ...] = ()  # of a table: row by row what each column (`table.column`) leaves


def left_by(cell: str, item: Item, answer: Answer | None, assessed: date | None) -> Left:
    """Return what an answer to `cell` leaves possible on the day of the assessment."""
    match answer:
        case None:
            return Left(None, NOTHING, (Missing(cell, NOTHING),), is_dealt_with=False)
        case NoValue(reason):
            return Left(None, reason.value, (Missing(cell, reason.value, answer),))
        case Measured(unit="") if len(item.units) > 1:
            return Left(None, NOTHING, (Missing(f"{cell}.unit", NOTHING),), is_dealt_with=False, is_done=True)
        case Measured() if age := days_too_old(item, answer, assessed):
            return Left(None, STALE, (Missing(cell, STALE, answer, age),), is_done=True)
        case Rows(rows, complete):
            left = tuple(_left_in_row(cell, item, number, row, assessed) for number, row in enumerate(rows, 1))
            if complete:
                return Left(answer, rows=left)
            return Left(answer, NOTHING, (Missing(f"{cell}.more", NOTHING),), is_dealt_with=False, rows=left)
        case _:
            pass
    return Left(answer, missing=inexact(cell, answer), undated=_undated(cell, answer))


def days_too_old(item: Item, answer: Measured, assessed: date | None) -> int:
    """Return how many days old a result is that is too old for rules; 0 where it is not, or may not be."""
    if item.fresh_for is None or answer.date is None or assessed is None:
        return 0
    age = (assessed - answer.date.last).days
    return age if age > item.fresh_for else 0


def _undated(cell: str, answer: Answer) -> tuple[Missing, ...]:
    if not isinstance(answer, Measured):
        return ()
    date = f"{cell}.date"
    return (Missing(date, NOTHING),) if answer.date is None else inexact(date, answer.date)


def inexact(cell: str, answer: Answer) -> tuple[Missing, ...]:
    """Name an answer that rules see as a stretch: a number after < or >, a date without its day."""
    match answer:
        case Measured(comparator="<" | ">") | PartialDate(day=None):
            return (Missing(cell, INEXACT, answer),)
        case _:
            return ()


def _left_in_row(
    table: str, item: Item, number: int, row: Mapping[str, Answer], assessed: date | None
) -> Mapping[str, Left]:
    return {
        f"{table}.{column.id}": left_by(f"{table}.{number}.{column.id}", column, row.get(column.id), assessed)
        for column in item.columns
    }


def options_mask(item: Item, answer: Answer | None) -> int:
    """Return the options of a choice still possible, as bits in form order."""
    every = (1 << len(item.options)) - 1
    if not isinstance(answer, Chosen):
        return every
    for place, option in enumerate(item.options):
        if option.id == answer.option:
            return 1 << place
    return every


def chosen_mask(answer: Answer | None, option: str) -> int:
    """Return whether an option of a several-choice is chosen: bit 0 no, bit 1 yes."""
    if not isinstance(answer, ChosenSeveral):
        return 3
    return 2 if option in answer.options else 1


def number_left(item: Item, left: Left) -> Possible:
    """Return the numbers still possible, by unit ("" when the item has only one), as entered."""
    match left.answer:
        case Whole(value):
            return exactly(Decimal(value))
        case Measured(value, unit, comparator):
            key = unit if len(item.units) > 1 else ""
            limits = item.unit_of(unit or item.units[0].id).limits
            if comparator == "<":
                return Possible({key: Interval(min(limits.lowest, value), value, is_high_open=limits.lowest < value)})
            if comparator == ">":
                return Possible({key: Interval(value, max(limits.highest, value), is_low_open=limits.highest > value)})
            return exactly(value, key)
        case NotDone():
            return NO_VALUE
        case _:
            return _all_numbers(item, may_be_not_done=item.has_not_done and not left.is_done)


def _all_numbers(item: Item, *, may_be_not_done: bool) -> Possible:
    if item.type is ItemType.WHOLE:
        limits = item.limits
        low, high = (limits.lowest, limits.highest) if limits else (-INFINITY, INFINITY)
        return Possible({"": Interval(low, high)}, is_whole=True)
    parts = {}
    for unit in item.units:
        key = unit.id if len(item.units) > 1 else ""
        parts[key] = Interval(unit.limits.lowest, unit.limits.highest)
    return Possible(parts, may_be_none=may_be_not_done)


def day_number(day: date) -> Decimal:
    """Return a date as a number of days."""
    return Decimal(day.toordinal())


def date_left(item: Item | None, answer: Answer | None, assessed: date | None) -> Possible:
    """Return the days still possible; none after the assessment, unless the item takes future dates."""
    latest = INFINITY if assessed is None or (item is not None and item.future) else day_number(assessed)
    if isinstance(answer, PartialDate):
        first = day_number(answer.first)
        return Possible({"": Interval(first, max(first, min(latest, day_number(answer.last))))}, is_whole=True)
    return Possible({"": Interval(-INFINITY, latest)}, is_whole=True)


def measured_on(item: Item, left: Left, assessed: date | None) -> Possible:
    """Return the days on which a quantity can have been measured."""
    answer = left.answer
    if isinstance(answer, NotDone):
        return NO_VALUE
    if isinstance(answer, Measured) and answer.date is not None:
        return date_left(None, answer.date, assessed)
    latest = day_number(assessed) if assessed else INFINITY
    earliest = -INFINITY
    if answer is None and item.fresh_for is not None and assessed:
        earliest = latest - item.fresh_for  # what will be entered is fresh, or stays unknown
    may_be_none = answer is None and item.has_not_done and not left.is_done
    return Possible({"": Interval(earliest, latest)}, may_be_none, is_whole=True)


def age_in_days(item: Item, left: Left, assessed: date | None) -> Possible:
    """Return how many days old a measurement can be."""
    day = measured_on(item, left, assessed)
    if not day.parts:
        return NO_VALUE
    if assessed is None:
        is_fresh = left.answer is None and not left.may_be_old and item.fresh_for is not None
        oldest = Decimal(item.fresh_for or 0) if is_fresh else INFINITY
        return Possible({"": Interval(ZERO, oldest)}, day.may_be_none, is_whole=True)
    today, interval = day_number(assessed), day.parts[""]
    age = Interval(max(ZERO, today - interval.high), max(ZERO, today - interval.low))
    return Possible({"": age}, day.may_be_none, is_whole=True)


def is_value(answer: Answer | None) -> bool:
    """Whether rules see a value (`known`)."""
    return isinstance(answer, Chosen | ChosenSeveral | Whole | Measured | PartialDate | Written | Rows)
