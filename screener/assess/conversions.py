"""Reviewed conversions between the units of one analyte, and clinical formulas. Nothing is derived from dimensions.

Converted figures are for display, except where a rule says so (`fall`); rules compare in the unit entered.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

PRECISION = 28


class Conversion(NamedTuple):
    """From one unit to another of the same analyte, with the decimals to show."""

    to_unit: str
    decimals: int
    convert: Callable[[Decimal], Decimal]


def _times(factor: str) -> Callable[[Decimal], Decimal]:
    number = Decimal(factor)
    return lambda value: value * number


def _divided_by(divisor: str) -> Callable[[Decimal], Decimal]:
    number = Decimal(divisor)
    return lambda value: value / number


# HbA1c: NGSP master equation, ngsp.org; back: ifcchba1c.org.
# Molar masses: glucose 180.16, creatinine 113.12, vitamin B12 1355.4.
_TABLE: dict[str, dict[str, Conversion]] = {
    "hba1c": {
        "%": Conversion("mmol/mol", 0, lambda value: value * Decimal("10.93") - Decimal("23.50")),
        "mmol/mol": Conversion("%", 1, lambda value: value * Decimal("0.09148") + Decimal("2.152")),
    },
    "glucose": {
        "mg/dL": Conversion("mmol/L", 1, _divided_by("18.016")),
        "mmol/L": Conversion("mg/dL", 0, _times("18.016")),
    },
    "creatinine": {
        "mg/dL": Conversion("µmol/L", 0, _times("88.42")),
        "µmol/L": Conversion("mg/dL", 2, _divided_by("88.42")),
    },
    "b12": {
        "pg/mL": Conversion("pmol/L", 0, _times("0.7378")),
        "pmol/L": Conversion("pg/mL", 0, _divided_by("0.7378")),
    },
}
UNITS = {analyte: frozenset(conversions) for analyte, conversions in _TABLE.items()}


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Return the value rounded half up, as results are printed."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def exact(analyte: str, value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return the unrounded value in the other unit; KeyError where no reviewed conversion exists."""
    conversion = _TABLE[analyte][unit]
    with localcontext(prec=PRECISION):
        return conversion.convert(value), conversion.to_unit


def convert(analyte: str, value: Decimal, unit: str) -> tuple[Decimal, str] | None:
    """Return the value in the other unit, rounded as it is shown; None where no reviewed conversion exists."""
    conversion = _TABLE.get(analyte, {}).get(unit)
    if conversion is None:
        return None
    return rounded(exact(analyte, value, unit)[0], conversion.decimals), conversion.to_unit


def fall(analyte: str, previous: tuple[Decimal, str], current: tuple[Decimal, str]) -> tuple[Decimal, str]:
    """Return how far a result fell, with its unit.

    Two results in one unit are subtracted as they are. HbA1c in two units: both in %, rounded to one decimal, then
    subtracted (clinical source, RF22).
    """
    if previous[1] == current[1]:
        return previous[0] - current[0], previous[1]
    shown = _TABLE[analyte]
    target = min((previous[1], current[1]), key=lambda unit: shown[unit].convert(Decimal(1)))
    target = "%" if analyte == "hba1c" else target
    numbers = []
    for value, unit in (previous, current):
        converted = value if unit == target else exact(analyte, value, unit)[0]
        decimals = next(c.decimals for c in shown.values() if c.to_unit == target)
        numbers.append(rounded(converted, decimals))
    return numbers[0] - numbers[1], target


@lru_cache(maxsize=512)
def egfr(creatinine: Decimal, unit: str, age: Decimal, sex: str) -> Decimal:
    """Return the estimated glomerular filtration rate in mL/min/1.73 m², unrounded.

    CKD-EPI 2021, creatinine (Inker et al., N Engl J Med 2021); adults. `age` in years, `sex` female or male. It falls
    as creatinine and age rise.
    """
    with localcontext(prec=PRECISION):
        mg_dl = creatinine if unit == "mg/dL" else creatinine / Decimal("88.42")
        is_female = sex == "female"
        kappa, alpha = (Decimal("0.7"), Decimal("-0.241")) if is_female else (Decimal("0.9"), Decimal("-0.302"))
        ratio = mg_dl / kappa
        one = Decimal(1)
        result = 142 * min(ratio, one) ** alpha * max(ratio, one) ** Decimal("-1.200") * Decimal("0.9938") ** age
        return result * Decimal("1.012") if is_female else result
