"""Arithmetic, comparisons and dates over what numbers could still be."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from screener.assess.answers import whole_years
from screener.assess.cells import day_number
from screener.assess.possible import INFINITY, NO_VALUE, ZERO, Interval, Possible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

FALSE_ONLY, TRUE_ONLY, EITHER = 1, 2, 3  # a truth as a mask: bit 0 false is possible, bit 1 true is possible


def arithmetic(op: str, left: Possible, right: Possible) -> Possible:
    """Return what a sum, difference, product or quotient could be; no value where one of them has none."""
    first, second = left.plain, right.plain
    if first is None or second is None:
        return NO_VALUE
    if op == "+":
        low, high = first.low + second.low, first.high + second.high
    elif op == "-":
        low, high = first.low - second.high, first.high - second.low
    else:
        combine = _times if op == "*" else Decimal.__truediv__
        corners = [combine(a, b) for a in first[:2] for b in second[:2]]
        low, high = min(corners), max(corners)
    is_whole = op != "/" and left.is_whole and right.is_whole
    return Possible({"": Interval(low, high)}, left.may_be_none or right.may_be_none, is_whole)


def _times(a: Decimal, b: Decimal) -> Decimal:
    return a * b if a and b else ZERO


def picked(pick: Callable[[Iterable[Decimal]], Decimal], numbers: Sequence[Possible]) -> Possible:
    """Return what the smallest or largest could be; no value where one of them has none."""
    ends = [possible.plain for possible in numbers]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return NO_VALUE
    interval = Interval(pick(end.low for end in known), pick(end.high for end in known))
    return Possible({"": interval}, any(n.may_be_none for n in numbers), all(n.is_whole for n in numbers))


def years(start: Possible, end: Possible) -> Possible:
    """Return how many whole years can lie between two days, at least 0."""
    first, last = start.plain, end.plain
    if first is None or last is None:
        return NO_VALUE
    low, high = _whole_years(first.high, last.low), _whole_years(first.low, last.high)
    interval = Interval(max(ZERO, low), max(ZERO, high))
    return Possible({"": interval}, start.may_be_none or end.may_be_none, is_whole=True)


def _whole_years(start: Decimal, end: Decimal) -> Decimal:
    if not start.is_finite() or not end.is_finite():
        return INFINITY if end - start > 0 else -INFINITY
    return Decimal(whole_years(date.fromordinal(int(start)), date.fromordinal(int(end))))


def compared(op: str, left: Possible, right: Possible) -> int:
    """Return whether `left op right` can be false and can be true; false where one has no value."""
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
        return FALSE_ONLY if _is_below(a, b) or _is_below(b, a) else EITHER
    if op == "<":
        always, never = _is_below(a, b), a.low >= b.high
    else:
        always, never = a.high <= b.low, _is_below(b, a)
    return TRUE_ONLY if always else FALSE_ONLY if never else EITHER


def _is_below(a: Interval, b: Interval) -> bool:
    return a.high < b.low or (a.high == b.low and (a.is_high_open or b.is_low_open))


# --- windows of time up to a day ---------------------------------------------------------------------------------


def before(day: date, count: int, unit: str) -> date:
    """Return the day `count` calendar units before; the last of the month where the day doesn't exist."""
    if unit in ("days", "weeks"):
        return day - timedelta(days=min(count * (7 if unit == "weeks" else 1), day.toordinal() - 1))
    year, month = divmod(day.year * 12 + day.month - 1 - count * (12 if unit == "years" else 1), 12)
    if year < 1:
        return date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def within(day: Possible, count: int, unit: str, assessed: date) -> int:
    """Return whether a day can lie outside and can lie inside the window up to the assessment."""
    first, last = day_number(before(assessed, count, unit)), day_number(assessed)
    found = FALSE_ONLY if day.may_be_none or not day.parts else 0
    for part in day.parts.values():
        if part.low >= first and part.high <= last:
            found |= TRUE_ONLY
        elif part.high < first or part.low > last:
            found |= FALSE_ONLY
        else:
            found = EITHER
    return found


_SHORTEST = {"days": Decimal(1), "weeks": Decimal(7), "months": Decimal(365) / 12, "years": Decimal(365)}
_LONGEST = {"days": Decimal(1), "weeks": Decimal(7), "months": Decimal(366) / 12, "years": Decimal(366)}
_MONTH_SLACK = 3  # days by which months of the calendar differ from twelfths of a year


def nested(windows: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """Return windows (count, unit) from the shortest on; () where the calendar decides which is shorter."""

    def length(window: tuple[int, str], per_unit: dict[str, Decimal], slack: int) -> Decimal:
        return window[0] * per_unit[window[1]] + (slack if window[1] == "months" else 0)

    ordered = tuple(sorted(windows, key=lambda window: length(window, _SHORTEST, -_MONTH_SLACK)))
    is_nested = all(
        length(inner, _LONGEST, _MONTH_SLACK) <= length(outer, _SHORTEST, -_MONTH_SLACK)
        for inner, outer in pairwise(ordered)
    )
    return ordered if is_nested else ()


def windows_mask(windows: Sequence[tuple[int, str]], day: Possible, assessed: date | None) -> int:
    """Return in which of nested windows a day can lie: class k is window k and none shorter, the last class none."""
    if assessed is None or not day.parts:
        return (1 << (len(windows) + 1)) - 1
    interval, today = day.parts[""], day_number(assessed)
    if interval.low > today:
        return 1 << len(windows)
    starts = [day_number(before(assessed, count, unit)) for count, unit in windows]
    youngest = sum(start > min(interval.high, today) for start in starts)
    oldest = sum(start > interval.low for start in starts)
    mask = (1 << (oldest + 1)) - (1 << youngest)
    return mask | (1 << len(windows) if today < interval.high < INFINITY else 0)
