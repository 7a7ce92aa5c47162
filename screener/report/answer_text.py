"""An answer in words: the one place where what was entered becomes what is read, on screen and on paper.

| answer | words |
|---|---|
| nothing | not recorded |
| reason | not assessed, unable: why, declined, not known |
| choice | the option's text |
| several | the texts of its options, none chosen |
| number | digits as entered, unit, the other unit in brackets, date and age; "unusual, confirmed", or not confirmed |
| not done | not done |
| date | 21-Nov-2026, Nov-2026 or 2026: no regional formats |
| words | as typed; what can't be seen is shown as its code (`<U+202E>`) |
| table | its rows, none, "more may be added" until it is complete |
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, assert_never

from screener.assess.accept import in_row, needs_second_look
from screener.assess.answers import (
    Chosen,
    ChosenSeveral,
    Measured,
    NotDone,
    NoValue,
    PartialDate,
    Reason,
    Rows,
    Whole,
    Written,
    written_date,
)
from screener.assess.conversions import convert
from screener.form.model import ItemType
from screener.language import tr
from screener.report import wording

if TYPE_CHECKING:
    from datetime import date, datetime

    from screener.assess.answers import Answer
    from screener.form.model import Item, Unit

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def answer_text(item: Item, answer: Answer | None, on: date | None = None) -> str:  # noqa: C901 - a case a kind
    """Return an answer in the words that are read; `on`, the day of the assessment, gives a result its age."""
    match answer:
        case None:
            return wording.NOT_RECORDED
        case NoValue():
            return _reason_text(answer)
        case Chosen(option):
            return option_text(item, option)
        case ChosenSeveral(options):
            return ", ".join(option_text(item, option) for option in options) or wording.NONE_CHOSEN
        case Whole(value):
            return _with_remarks(item.counted(value), looked_at(item, answer))
        case Measured():
            return _with_remarks(*_measured(item, answer, on))
        case NotDone():
            return wording.NOT_DONE
        case PartialDate():
            return written_date(answer)
        case Written(text):
            return visible(text)
        case Rows():
            return _rows_text(item, answer, on)
        case _:
            assert_never(answer)


def looked_at(item: Item, answer: Whole | Measured) -> list[str]:
    """Return what is said of an unusual number: that it was confirmed, or that nobody looked at it twice."""
    if answer.confirmed:
        return [wording.CONFIRMED]
    return [wording.UNCONFIRMED] if needs_second_look(item, answer) else []


def option_text(item: Item, option: str) -> str:
    """Return the words of an option."""
    return next((each.text for each in item.options if each.id == option), option)


def small(words: str) -> str:
    """Return words for the middle of a sentence; abbreviations and the like of HbA1c stay."""
    is_plain = words[1:2].islower() and words.split(maxsplit=1)[0][1:].islower()
    return words[0].lower() + words[1:] if is_plain else words


def moment_text(when: datetime | None) -> str:
    """Return date and time of an assessment; midnight without a zone is a date alone."""
    if when is None:
        return wording.DATE_MISSING
    is_day_alone = when.tzinfo is None and not (when.hour or when.minute)
    return written_date(when.date()) + ("" if is_day_alone else f" {when:%H:%M}")


def quantity_text(item: Item, answer: Measured) -> str:
    """Return number and unit as entered, with the other unit in brackets where a reviewed conversion exists."""
    text = figure_text(item, answer)
    other = convert(item.converts, answer.value, answer.unit) if item.converts else None
    return text if other is None else f"{text} ({answer.comparator}{other[0]:f} {other[1]})"


def figure_text(item: Item, answer: Measured) -> str:
    """Return number and unit as entered."""
    unit = next((unit_text(unit) for unit in item.units if unit.id == answer.unit), answer.unit)
    return f"{answer.comparator}{answer.value:f} {unit}".rstrip()


def unit_text(unit: Unit) -> str:
    """Return a unit as it is printed; a ratio has none."""
    return wording.UNITS.get(unit.id, unit.label)


def age_text(days: int) -> str:
    """Return the age of a result."""
    if days == 0:
        return tr("today")
    return tr("1 day old") if days == 1 else tr("{days} days old", days=days)


def result_age(answer: Measured, on: date | None) -> str:
    """Return the age of a result at the assessment, as an interval where only its month or year is known."""
    if answer.date is None or on is None:
        return ""
    youngest, oldest = max((on - answer.date.last).days, 0), (on - answer.date.first).days
    return age_text(oldest) if youngest == oldest else tr("{days} days old", days=f"{youngest}-{oldest}")


def visible(text: str) -> str:
    """Return typed words as they are printed: composed letters, one kind of line end, no invisible character.

    Words that run from right to left are isolated (U+2068, U+2069), so that they don't turn what stands around them:
    "dose 60 mg" after a Hebrew name of a medicine stays after it.
    """
    composed = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text)).replace("\t", "    ")
    seen = _UNSEEN.sub(lambda match: f"<U+{ord(match.group()):04X}>", composed)
    if seen.isascii() or not any(map(_is_leftward, seen)):
        return seen
    return "\n".join(f"\u2068{line}\u2069" if line else line for line in seen.split("\n"))


def _is_leftward(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("R", "AL")


def _reason_text(answer: NoValue) -> str:
    text = wording.REASONS[answer.reason]
    return f"{text}: {visible(answer.text)}" if answer.text and answer.reason is Reason.UNABLE else text


def _measured(item: Item, answer: Measured, on: date | None) -> tuple[str, list[str]]:
    """Return the number and what has to be said about it."""
    text, remarks = quantity_text(item, answer), []
    if not answer.unit and any(unit.id for unit in item.units):
        remarks.append(wording.UNIT_MISSING)
    if answer.date is not None:
        text += f", {written_date(answer.date)}"
        remarks.extend(filter(None, [result_age(answer, on)]))
    elif item.is_dated:
        remarks.append(wording.DATE_MISSING)
    return text, [*remarks, *looked_at(item, answer)]


def _with_remarks(text: str, remarks: list[str]) -> str:
    return f"{text} ({', '.join(remarks)})" if remarks else text


def _column_text(column: Item, answer: Answer, on: date | None) -> str:
    """Return a part of a row; a bare yes or no says to what."""
    text = answer_text(column, answer, on)
    return f"{column.label}: {text}" if column.type is ItemType.YES_NO else text


def _rows_text(item: Item, answer: Rows, on: date | None) -> str:
    """Return the rows of a table, each its columns that were filled."""
    rows = [
        ", ".join(_column_text(in_row(column, row), row[column.id], on) for column in item.columns if column.id in row)
        for row in answer.rows
    ]
    text = "; ".join(rows)
    if answer.complete:
        return text or wording.NO_ROWS
    return f"{text} ({wording.STILL_OPEN})" if text else wording.NOT_RECORDED
