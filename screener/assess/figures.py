"""Computed numbers as they are shown: on the panel, in explanations and on paper alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.conversions import rounded

if TYPE_CHECKING:
    from decimal import Decimal

    from screener.assess.assessment import ValueResult
    from screener.form.model import Value

NO_FIGURE = "no figure"
NOT_RECORDED = "not recorded"
POSSIBLE = "possible {range}"


def number_text(value: Decimal) -> str:
    """Return a computed number without needless zeros; never in powers of ten."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown_number(value: Value, number: Decimal) -> str:
    """Return the number as it is shown: one decimal more where rounding would carry it across a cut-off."""
    if value.decimals is None:
        return number_text(number)
    shown = rounded(number, value.decimals)
    marks = [mark for cutoff in value.cutoffs.values() for mark in cutoff.numbers.values()]
    crosses = any((number < mark) != (shown < mark) for mark in marks)
    return f"{rounded(number, value.decimals + 1) if crosses else shown:f}"


def value_words(value: Value, result: ValueResult) -> str:
    """Return a derived number as it is shown, its range where it is open, or that it is not recorded."""
    unit = result.unit or value.unit
    if result.is_none:
        return NO_FIGURE
    if result.value is not None:
        return f"{shown_number(value, result.value)} {unit}".rstrip()
    if result.lowest is not None and result.highest is not None and result.lowest < result.highest:
        possible = f"{shown_number(value, result.lowest)} to {shown_number(value, result.highest)}"
        return POSSIBLE.format(range=f"{possible} {unit}".rstrip())
    return NOT_RECORDED
