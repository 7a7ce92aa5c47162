"""What a number could still be: intervals, one per unit it may be in, and whether it may have no value."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

INFINITY = Decimal("Infinity")
ZERO = Decimal(0)


class Interval(NamedTuple):
    """The numbers from `low` to `high`; an open end is not one of them (`<30` leaves 30 out)."""

    low: Decimal
    high: Decimal
    is_low_open: bool = False
    is_high_open: bool = False

    @property
    def is_point(self) -> bool:
        """Whether only one number is left."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Possible:
    """What a number could still be. `parts` maps a unit ("" for plain numbers) to its interval.

    No parts: it has no value, for sure. `is_whole`: only whole numbers lie in the intervals.
    """

    parts: Mapping[str, Interval]
    may_be_none: bool = False
    is_whole: bool = False

    @property
    def is_decided(self) -> bool:
        """Whether only one value, or surely no value, is left."""
        if not self.parts:
            return True
        return not self.may_be_none and len(self.parts) == 1 and next(iter(self.parts.values())).is_point

    @property
    def plain(self) -> Interval | None:
        """The interval of a number in one unit or none; None when it has no value."""
        return next(iter(self.parts.values()), None)


NO_VALUE = Possible({}, may_be_none=True)


def exactly(value: Decimal, unit: str = "") -> Possible:
    """Return the one number that is left."""
    return Possible({unit: Interval(value, value)})


class Classes:
    """The classes of a number between the cut-offs it is compared with, per unit, and "no value" as the last one.

    For the thresholds t1 < t2 of a unit: below t1, t1 itself, between, t2 itself, above. So every comparison with a
    threshold is true on some classes and false on the others, never both.
    """

    def __init__(self, thresholds: Mapping[str, Sequence[Decimal]]) -> None:
        self.thresholds = {unit: sorted(set(numbers)) for unit, numbers in thresholds.items()}
        self.offsets: dict[str, int] = {}
        count = 0
        for unit, numbers in self.thresholds.items():
            self.offsets[unit] = count
            count += 2 * len(numbers) + 1
        self.none = 1 << count
        self.every = (self.none << 1) - 1

    def unit_mask(self, unit: str) -> int:
        """Return all classes of one unit."""
        width = 2 * len(self.thresholds[unit]) + 1
        return ((1 << width) - 1) << self.offsets[unit]

    def comparison(self, op: str, numbers: Mapping[str, Decimal]) -> int:
        """Return the classes in which `number op threshold` is true, per unit; never the one of "no value"."""
        mask = 0
        for unit, number in numbers.items():
            thresholds = self.thresholds[unit]
            point = 2 * bisect_left(thresholds, number) + 1
            width = 2 * len(thresholds) + 1
            below, equal = (1 << point) - 1, 1 << point
            above = ((1 << width) - 1) & ~(below | equal)
            chosen = {"==": equal, "<": below, "<=": below | equal, ">": above, ">=": above | equal}[op]
            mask |= chosen << self.offsets[unit]
        return mask

    def mask(self, possible: Possible) -> int:
        """Return the classes that are still possible."""
        mask = self.none if possible.may_be_none or not possible.parts else 0
        for unit, interval in possible.parts.items():
            mask |= self._unit_mask(unit, interval, is_whole=possible.is_whole) << self.offsets[unit]
        return mask

    def _unit_mask(self, unit: str, interval: Interval, *, is_whole: bool) -> int:
        thresholds = self.thresholds[unit]
        low, high, is_low_open, is_high_open = interval
        first = bisect_left(thresholds, low)
        first_class = 2 * first  # the stretch below thresholds[first]
        if first < len(thresholds) and thresholds[first] == low:
            first_class += 2 if is_low_open and low != high else 1
        last = bisect_left(thresholds, high)
        last_class = 2 * last
        if last < len(thresholds) and thresholds[last] == high and not (is_high_open and low != high):
            last_class += 1
        mask = ((1 << (last_class + 1)) - 1) & ~((1 << first_class) - 1)
        return self._with_whole_numbers(mask, thresholds, interval) if is_whole else mask

    @staticmethod
    def _with_whole_numbers(mask: int, thresholds: Sequence[Decimal], interval: Interval) -> int:
        """Leave out the stretches and points in which no whole number lies."""
        for place in range(len(thresholds) + 1):
            low = thresholds[place - 1] if place else None
            high = thresholds[place] if place < len(thresholds) else None
            start = interval.low if low is None or low < interval.low else low.to_integral_value("ROUND_FLOOR") + 1
            end = interval.high if high is None or high > interval.high else high.to_integral_value("ROUND_CEILING") - 1
            if start > end or (start.is_finite() and start.to_integral_value("ROUND_CEILING") > end):
                mask &= ~(1 << (2 * place))
            if high is not None and high != high.to_integral_value():
                mask &= ~(1 << (2 * place + 1))
        return mask
