"""What people type -> answers: numbers, quantities and dates, by the habits of the place. Pure.

typed                      meaning                                      not understood
8.1  8,1  <0.01  > 300     a number with its comparator, digits kept    1,234 (a thousand or a decimal?)  8..1
53 mmol/mol                the number and its unit, when the item has it
2026  2026-09  09/2026     a year, a month                              09 (of which year?)
3/4/2026  3 Apr 2026       a day; 3/4 by the order of the place         31/02/2026  3/4/26
3 de abril de 2026         a day; months in English and in the language spoken
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.accept import born_refusal, born_second_look, needs_second_look, refusal
from screener.assess.answers import MONTHS, Measured, PartialDate, Whole
from screener.frozen import dataclass
from screener.language import any_of, tr

if TYPE_CHECKING:
    from screener.assess.answers import Answer, Answers
    from screener.form.model import Item, Range, Unit

ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = {name.lower(): number for names in (ENGLISH_MONTHS, MONTHS) for number, name in enumerate(names, 1)}
_BETWEEN = frozenset({"de", "del"})  # 3 de abril de 2026
_NUMBER = r"(?P<comparator>[<>]?)\s*(?P<sign>[-+]?)(?P<whole>[0-9]+)(?:(?P<mark>[.,])(?P<part>[0-9]+))?"
_PARTS = r"[0-9]+|[A-Za-z]+"
_ALLOWED = r"[0-9A-Za-z\s./,-]+"
_FIRST_YEAR, _LAST_YEAR = 1850, 2150
_MONTHS, _YEAR_DIGITS, _DAY_DIGITS, _SHORT, _NAME = 12, 4, 8, 2, 3
_THOUSANDS = 3  # digits after a mark that could separate thousands
_MICRO = str.maketrans("µμ", "uu")  # the sign, the Greek letter, and what there is on a keyboard
_EXAMPLE = Decimal("8.1")


@dataclass(frozen=True, slots=True)
class Habits:
    """How numbers and dates are written here."""

    decimal_mark: str = "."
    day_first: bool = True


@dataclass(frozen=True, slots=True)
class Typed:
    """The texts of one answer as typed: a value, the unit chosen, the date."""

    value: str = ""
    unit: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was typed and is no answer: why, what it becomes when confirmed (unusual values), or in a likelier unit."""

    typed: Typed
    reason: str
    confirm: Answer | None = None
    instead: Measured | None = None


def unaccented(text: str) -> str:
    """Return a text as it is typed in haste: small letters without their accents, one space between words."""
    from unicodedata import combining, normalize  # noqa: PLC0415  # not needed before the first page

    return " ".join("".join(each for each in normalize("NFD", text.casefold()) if not combining(each)).split())


def parse_number(text: str, habits: Habits) -> tuple[str, Decimal] | None:
    """Return the comparator and the number with its digits kept; None when it can't be read in one way only."""
    match = re.fullmatch(_NUMBER, text.strip())
    if match is None:
        return None
    mark, part = match["mark"], match["part"] or ""
    if mark and mark != habits.decimal_mark and len(part) == _THOUSANDS:
        return None
    digits = f"{match['sign']}{match['whole']}" + (f".{part}" if mark else "")
    return match["comparator"], Decimal(digits)


def parse_whole(text: str, unit: str = "") -> int | None:
    """Return the whole number, or None; its unit may be written, as in "50 mg" of mg/day or "1 year" of years."""
    match = re.fullmatch(r"([-+]?[0-9]{1,12})\s*(\D*)", text.strip())
    if match is None or match[2].lower() not in ("", *_written_units(unit.lower())):
        return None
    return int(match[1])


def _written_units(unit: str) -> tuple[str, ...]:
    """Return how a unit is written after a number: whole, as one, or without what it is counted by."""
    return unit, unit.removesuffix("s"), unit.partition("/")[0]


def parse_quantity(text: str, unit: str, habits: Habits) -> Measured | None:
    """Return the quantity, without a date; None when the text is no number."""
    number = parse_number(text, habits)
    return Measured(value=number[1], unit=unit, comparator=number[0]) if number else None


def split_unit(text: str, units: tuple[Unit, ...]) -> tuple[str, str]:
    """Part a typed unit of the item from the number before it: "53 mmol/mol" is ("53", "mmol/mol").

    An only unit may be shortened, as in "50 mg" of mg/day.
    """
    bare = text.strip()
    known = {name: unit.id for unit in units for name in (unit.id, unit.label)}
    if len(units) == 1:
        known |= {name: units[0].id for written in (*known,) for name in _written_units(written)}
    for name in sorted(known, key=len, reverse=True):
        if name and _plain(bare).endswith(_plain(name)) and len(bare) > len(name):
            return bare[: -len(name)].strip(), known[name]
    return bare, ""


def _plain(unit: str) -> str:
    """Return a unit as it is compared: however its letters are written, and as long as before."""
    return unit.translate(_MICRO).lower()


def no_number(text: str, units: tuple[Unit, ...], habits: Habits) -> str:
    """Say why a text is no quantity, and what to write instead."""
    begins = re.match(_NUMBER, text)
    rest = text[begins.end() :].strip() if begins else ""
    wanted = any_of(unit.label for unit in units if unit.label)
    if begins and begins["mark"] and not rest:
        one, other = f"{begins['whole']}{habits.decimal_mark}{begins['part']}", f"{begins['whole']}{begins['part']}"
        return tr("{text} could be {one} or {other}: write it in one of these ways.", text=text, one=one, other=other)
    if wanted and any(letter.isalpha() or letter == "%" for letter in rest):
        return tr("'{unit}' is no unit here: give the number in {wanted}.", unit=rest, wanted=wanted)
    return tr(
        "This is no number: write digits with one decimal mark, such as {example}, "
        "with < or > before it if need be.",
        example=written_number(_EXAMPLE, habits),
    )  # fmt: skip


def parse_date(text: str, day_first: bool) -> PartialDate | None:
    """Return the year, month or day meant; None when the text is no date or could be two."""
    bare = text.strip()
    if not bare or not re.fullmatch(_ALLOWED, bare):
        return None
    parts = [part for part in re.findall(_PARTS, bare) if part.lower() not in _BETWEEN]
    if len(parts) == 1 and len(bare) == _DAY_DIGITS and bare.isdigit():
        year_first = _is_year(bare[:4]) and int(bare[4:6]) <= _MONTHS
        parts = [bare[:4], bare[4:6], bare[6:]] if year_first else [bare[:2], bare[2:4], bare[4:]]
    match parts:
        case [year] if _is_year(year):
            return _made(year)
        case [year, month] if _is_year(year):
            return _made(year, month)
        case [month, year] if _is_year(year):
            return _made(year, month)
        case [year, month, day] if _is_year(year):
            return _made(year, month, day)
        case [first, second, year] if _is_year(year):
            return _day_of(first, second, year, day_first)
    return None


def no_date(text: str) -> str:
    """Say why a text is no date, and what to write instead."""
    parts = re.findall(_PARTS, text) if re.fullmatch(_ALLOWED, text.strip()) else []
    readable = [part for part in parts if _is_year(part) or (part.isdigit() and len(part) <= _SHORT) or _month(part)]
    if len(parts) in (2, 3) and len(readable) == len(parts):
        if not any(map(_is_year, parts)):
            return tr("The year needs its four digits: write 3 Apr 2026, 2026-04-03, Apr 2026 or 2026.")
        return tr("There is no such day or month: write 3 Apr 2026, 2026-04-03, Apr 2026 or 2026.")
    return tr("This is no date: write 3 Apr 2026, 2026-04-03, Apr 2026 or 2026.")


def _day_of(first: str, second: str, year: str, day_first: bool) -> PartialDate | None:
    """Order day and month: a name says it, otherwise the habit of the place."""
    if first.isalpha():
        return _made(year, first, second)
    if second.isalpha() or day_first:
        return _made(year, second, first)
    return _made(year, first, second)


def _is_year(text: str) -> bool:
    return len(text) == _YEAR_DIGITS and text.isdigit() and _FIRST_YEAR <= int(text) <= _LAST_YEAR


def _made(year: str, month: str = "", day: str = "") -> PartialDate | None:
    number = _month(month) if month else None
    if month and number is None:
        return None
    if day and (not day.isdigit() or len(day) > _SHORT):
        return None
    try:
        date(int(year), number or 1, int(day or 1))
    except ValueError:
        return None
    return PartialDate(int(year), number, int(day) if day else None)


def _month(text: str) -> int | None:
    if text.isdigit():
        return int(text) if len(text) <= _SHORT and 1 <= int(text) <= _MONTHS else None
    return _MONTH_NAMES.get(text[:3].lower()) if len(text) >= _NAME else None


def written_number(value: Decimal, habits: Habits) -> str:
    """Return the digits as kept, with the mark of the place."""
    return format(value, "f").replace(".", habits.decimal_mark)


def judged(item: Item, answers: Answers, answer: Answer, typed: Typed) -> tuple[Answer | None, Refusal | None]:
    """Return the answer, or what is kept in its place: refused, or waiting for a second look."""
    instead, said = None, ""
    if isinstance(answer, Measured) and not answer.confirmed:
        instead, said = in_other_unit(item, answer)
    if reason := refusal(item, answers, answer):
        return None, Refusal(typed, reason + said, instead=instead)
    if isinstance(answer, Whole | Measured) and not answer.confirmed and (look := needs_second_look(item, answer)):
        return None, Refusal(typed, look + said, confirm=replace(answer, confirmed=True), instead=instead)
    return answer, None


def born_judged(born: PartialDate, answers: Answers, usual_age: Range | None, typed: Typed) -> Refusal | None:
    """Return why a date of birth is not taken as it is: refused, or waiting for a second look; None when it is."""
    if reason := born_refusal(born, answers):
        return Refusal(typed, reason)
    look = born_second_look(born, answers, usual_age)
    return Refusal(typed, look, confirm=born) if look else None


def in_other_unit(item: Item, answer: Measured) -> tuple[Measured | None, str]:
    """Return the quantity in the one other unit that its number may be meant in, and the words that offer it.

    Offered where the number is unusual in the unit chosen: a unit in which it is usual, else one in which it is
    possible, where it is impossible in the unit chosen, or too small for that one and too large for the other.
    """
    chosen = next((unit for unit in item.units if unit.id == answer.unit), None)
    if chosen is None or answer.value in (chosen.usual or chosen.limits):
        return None, ""
    others = [unit for unit in item.units if unit is not chosen]
    likely = [unit for unit in others if answer.value in (unit.usual or unit.limits)]
    offered = likely or [unit for unit in others if _may_be_in(unit, chosen, answer.value)]
    if len(offered) != 1:
        return None, ""
    instead = replace(answer, unit=offered[0].id)
    if likely:
        return instead, " " + tr("{number} looks like {unit}.", number=answer_number(instead), unit=instead.unit)
    return instead, " " + tr("Or is it in {unit}?", unit=instead.unit)


def _may_be_in(unit: Unit, chosen: Unit, value: Decimal) -> bool:
    if value not in unit.limits or value not in chosen.limits:
        return value in unit.limits
    return (chosen.usual or chosen.limits).lowest > value > (unit.usual or unit.limits).highest


def answer_number(answer: Measured) -> str:
    """Return the digits as kept, with < or > before them."""
    return f"{answer.comparator}{answer.value:f}"
