"""What is normal of a number, and whether an answer lies outside. For people: no rule reads it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.answers import Measured, Whole

if TYPE_CHECKING:
    from screener.assess.answers import Answer
    from screener.form.model import Item, Normal


def range_words(normal: Normal) -> str:
    """Return a normal range in signs: 0.9–1.3, ≥0.70, <5.6."""
    if normal.lowest is not None and normal.highest is not None:
        return f"{normal.lowest:f}–{normal.highest:f}"
    if normal.lowest is not None:
        return f"{'>' if normal.is_open else '≥'}{normal.lowest:f}"
    return f"{'<' if normal.is_open else '≤'}{normal.highest:f}"


def normal_of(item: Item, answer: Answer | None) -> Normal | None:
    """Return what is normal of a number in the unit entered; None where nothing says so."""
    match answer:
        case Whole():
            return item.normal_range
        case Measured(unit=unit):
            return next((each.normal for each in item.units if each.id == unit), None)
        case _:
            return None


def is_outside(item: Item, answer: Answer | None) -> bool:
    """Whether a number lies outside its normal range for certain.

    With "<" it lies somewhere below the number written, with ">" somewhere above.
    """
    normal = normal_of(item, answer)
    if normal is None or not isinstance(answer, Whole | Measured):
        return False
    number, sign = Decimal(answer.value), answer.comparator if isinstance(answer, Measured) else ""
    ends = normal.lowest, normal.highest
    if normal.is_open and not sign and number in ends:
        return True
    is_below = normal.lowest is not None and (number < normal.lowest if not sign else number <= normal.lowest)
    is_above = normal.highest is not None and (number > normal.highest if not sign else number >= normal.highest)
    return (is_below and sign != ">") or (is_above and sign != "<")
