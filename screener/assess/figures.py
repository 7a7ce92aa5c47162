"""Computed numbers as they are shown: on the panel, in explanations and on paper alike.

The decimal mark is a point in every language. Spanish takes point and comma alike; the texts of forms, reference tables
and most laboratories of the Americas have the point, and a sheet with both marks is a sheet on which 1,234 has two
meanings (H25). Thousands are never set apart. Which marks may be typed is another matter: `screener.entry`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.answers import INEXACT
from screener.assess.conversions import rounded
from screener.language import tr

if TYPE_CHECKING:
    from decimal import Decimal

    from screener.assess.assessment import Missing, ScoreResult, ValueResult
    from screener.form.rules import Value

NO_FIGURE = tr("no figure")
NOT_RECORDED = tr("not recorded")
NOT_CALCULABLE = tr("not calculable")
POSSIBLE = tr("possible {range}")


def number_text(value: Decimal) -> str:
    """Return a computed number without needless zeros; never in powers of ten."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def total_words(result: ScoreResult) -> str:
    """Return the total of a score that may apply, or what it may still be: "9 of 9", "6 to 8 of 10"."""
    lowest, highest = (number_text(end) for end in (result.lowest, result.highest) if end is not None)
    maximum = number_text(result.maximum)
    if result.total is not None:
        return tr("{total} of {maximum}", total=lowest, maximum=maximum)
    if lowest == highest:
        return tr("{total} of {maximum}, if it applies", total=lowest, maximum=maximum)
    return tr("{lowest} to {highest} of {maximum}", lowest=lowest, highest=highest, maximum=maximum)


def shown_number(value: Value, number: Decimal) -> str:
    """Return the number as it is shown: with more decimals where it is close to a cut-off.

    A whole number within 1 of it has one decimal (clinical source, vectors of X09; hazard H18), and any number as many
    as it takes not to be carried across.
    """
    if value.decimals is None:
        return number_text(number)
    marks = [mark for cutoff in value.cutoffs.values() for mark in cutoff.numbers.values()]
    decimals = value.decimals
    if not decimals and number != rounded(number, 0) and any(abs(number - mark) <= 1 for mark in marks):
        decimals = 1
    while any((number < mark) != (rounded(number, decimals) < mark) for mark in marks):
        decimals += 1
    return f"{rounded(number, decimals):f}"


def value_words(value: Value, result: ValueResult) -> str:
    """Return a derived number as it is shown, its range where every answer is known in part, or that it has none."""
    unit = shown_unit(value, result)
    if result.is_none:
        return NO_FIGURE
    if result.value is not None:
        return f"{shown_number(value, result.value)} {unit}".rstrip()
    possible = "" if unanswered(result) else _range_words(value, result)
    return POSSIBLE.format(range=f"{possible} {unit}".rstrip()) if possible else NOT_CALCULABLE


def shown_unit(value: Value, result: ValueResult) -> str:
    """Return the unit as it is shown: a percentage falls by percentage points, which are no share of what it was."""
    if not value.like or result.unit != "%":
        return result.unit or value.unit
    return tr("percentage point") if result.value == 1 else tr("percentage points")


def unanswered(result: ValueResult) -> tuple[Missing, ...]:
    """Return the missing answers of which nothing is known: the limits of a question are no range worth printing.

    Known in part are a number after < or >, a date without its day, and a table with rows.
    """
    return tuple(each for each in result.missing if each.reason != INEXACT and not _is_of_rows(each.item))


def _is_of_rows(item: str) -> bool:
    part = item.partition(".")[2]
    return part == "more" or part[:1].isdigit()


def _range_words(value: Value, result: ValueResult) -> str:
    low, high = (None if end is None else shown_number(value, end) for end in (result.lowest, result.highest))
    if low is not None and high is not None:
        return tr("{lowest} to {highest}", lowest=low, highest=high) if low != high else low
    return "" if low is None else tr("{lowest} or more", lowest=low)
