"""Whether an answer can be taken: the reason it is refused, or why it deserves a second look.

A refusal is one sentence that says what would be accepted. Nothing here knows of other answers than the date of the
assessment and of birth; rules across answers are the form's `must`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.answers import (
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
from screener.form.model import NO, YES, ItemType, Option
from screener.form.problem import nearest
from screener.frozen import dataclass

if TYPE_CHECKING:
    from screener.assess.answers import Answer, Answers
    from screener.form.model import Form, Item, Range, Unit

LONGEST_TEXT = 10_000  # characters
LONGEST_NUMBER = 30  # digits
MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Violation:
    """An answer that can't be taken, and why."""

    cell: str
    reason: str


def accept(form: Form, answers: Answers, cell: str, answer: Answer) -> Violation | None:
    """Return why the answer to `cell` can't be taken beside the others, or None when it can."""
    item = form.cells.get(cell)
    reason = f"The form has no question '{cell}'." if item is None else refusal(item, answers, answer)
    return Violation(cell, reason) if reason else None


def refusal(item: Item, answers: Answers, answer: Answer) -> str:  # noqa: C901  # one line for each kind of answer
    """Return why an item, or a column of a table, can't be answered so; "" when it can."""
    match answer:
        case NoValue():
            return ""
        case NotDone():
            return "" if item.has_not_done else f"'Not done' is no answer here: give {wanted(item)}."
        case Chosen(option) if item.type in (ItemType.YES_NO, ItemType.CHOICE):
            return option_refusal(item, option)
        case ChosenSeveral(options) if item.type is ItemType.SEVERAL:
            return _several_refused(item, options)
        case Whole(value) if item.type is ItemType.WHOLE:
            return _outside(item.limits, value, item.unit)
        case Measured() if item.type is ItemType.QUANTITY:
            return _measured_refused(item, answers, answer)
        case PartialDate() if item.type is ItemType.DATE:
            return date_refusal(answer, answers, future=item.future)
        case Written(text) if item.type is ItemType.TEXT:
            return _text_refused(text)
        case Rows() if item.type is ItemType.TABLE:
            return _rows_refused(item, answers, answer)
    return f"This question takes {wanted(item)}."


def needs_second_look(item: Item, answer: Answer) -> str:
    """Return why an acceptable answer is unusual, in one sentence; "" when it isn't."""
    match answer:
        case Whole(value) if item.usual is not None and Decimal(value) not in item.usual:
            return _unusual(f"{value}", item.usual, item.unit)
        case Measured(value, unit_id) if item.type is ItemType.QUANTITY:
            unit = _unit(item, unit_id)
            if unit is not None and unit.usual is not None and value not in unit.usual:
                return _unusual(f"{value}", unit.usual, unit.id)
        case Rows(rows):
            columns = {column.id: column for column in item.columns}
            looks = (needs_second_look(columns[name], part) for row in rows for name, part in row.items())
            return next((look for look in looks if look), "")
        case _:
            pass
    return ""


def options_of(item: Item) -> tuple[Option, ...]:
    """Return the options of an item; those of a yes/no question need not be written in the form."""
    if item.type is ItemType.YES_NO and not item.options:
        return (Option(YES, "Yes"), Option(NO, "No"))
    return item.options


def wanted(item: Item) -> str:
    """Say what an item takes, in words that follow "takes"."""
    names = ", ".join(option.id for option in options_of(item))
    match item.type:
        case ItemType.YES_NO | ItemType.CHOICE:
            return f"one of: {names}"
        case ItemType.SEVERAL:
            return f"a list of: {names}"
        case ItemType.WHOLE:
            return f"a whole number{_between(item.limits, item.unit)}"
        case ItemType.QUANTITY:
            units = " or ".join(unit.id for unit in item.units if unit.id)
            return f"a number with its unit ({units})" if units else "a number"
        case ItemType.DATE:
            return "a date: year, month or day"
        case ItemType.TEXT:
            return "words"
        case ItemType.TABLE:
            return "rows of " + ", ".join(column.id for column in item.columns)


def date_refusal(date: PartialDate, answers: Answers, *, future: bool = False) -> str:
    """Return why a date can't be: not in the calendar, after the assessment (unless `future`) or before birth."""
    try:
        first, last = date.first, date.last
    except ValueError:
        return f"There is no such day as {date}: give year, month and day, such as 2026-09-03."
    if date.day is not None and date.month is None:
        return "A day needs its month: give year, month and day, such as 2026-09-03."
    assessed = answers.assessed.date() if answers.assessed is not None else None
    if assessed is not None and first > assessed and not future:
        return f"{date} is after the assessment: give a date up to {assessed}."
    born = answers.patient.born
    if born is not None and last < born.first:
        return f"{date} is before the patient's birth: give a date from {born} on."
    return ""


def option_refusal(item: Item, option_id: str) -> str:
    """Return why an item has no such option; "" when it has."""
    known = [option.id for option in options_of(item)]
    if option_id in known:
        return ""
    hint = nearest(option_id, known)
    return f"'{option_id}' is no option here" + (f": {hint}" if hint else f": choose {wanted(item)}.")


def _several_refused(item: Item, options: tuple[str, ...]) -> str:
    for option_id in options:
        if reason := option_refusal(item, option_id):
            return reason
    if not options:
        return f"Nothing is chosen: choose from {wanted(item)}, or give a reason for no value."
    if len(set(options)) < len(options):
        return "An option is named twice: name each one once."
    alone = [option_id for option_id in options if item.option(option_id).exclusive]
    if alone and len(options) > 1:
        return f"'{alone[0]}' excludes the others: choose it alone, or leave it out."
    return ""


def _measured_refused(item: Item, answers: Answers, answer: Measured) -> str:
    """Look at the number, the unit and the date. Without a unit only what fits no unit at all is refused."""
    if not answer.value.is_finite() or len(answer.value.as_tuple().digits) > LONGEST_NUMBER:
        return "This is no number: give digits with a point, such as 8.1."
    if answer.comparator not in ("", "<", ">"):
        return f"'{answer.comparator}' is not understood: only < or > may stand before the number."
    unit = _unit(item, answer.unit)
    if unit is None and answer.unit:
        hint = nearest(answer.unit, [unit.id for unit in item.units])
        return f"'{answer.unit}' is no unit of this quantity" + (f": {hint}" if hint else f": give {wanted(item)}.")
    reasons = [_number_refused(each, answer) for each in ((unit,) if unit else item.units)]
    if reasons and all(reasons):
        return reasons[0] if len(reasons) == 1 else _fits_no_unit(item, answer)
    if answer.date is None:
        return ""
    return date_refusal(answer.date, answers) if item.is_dated else "This quantity takes no date: leave it out."


def _number_refused(unit: Unit, answer: Measured) -> str:
    if answer.comparator == "<" and answer.value == unit.limits.lowest:
        return f"Nothing below {answer.value} is possible here: give a number{_between(unit.limits, unit.id)}."
    if answer.comparator == ">" and answer.value == unit.limits.highest:
        return f"Nothing above {answer.value} is possible here: give a number{_between(unit.limits, unit.id)}."
    return _outside(unit.limits, answer.value, unit.id)


def _fits_no_unit(item: Item, answer: Measured) -> str:
    ranges = " or".join(_between(unit.limits, unit.id) for unit in item.units)
    return f"{answer.value} is not possible: give a number{ranges}."


def _unit(item: Item, unit_id: str) -> Unit | None:
    return next((unit for unit in item.units if unit.id == unit_id), None)


def _text_refused(text: str) -> str:
    if not text.strip():
        return "Nothing is written: write something, or take the answer back."
    if len(text) > LONGEST_TEXT:
        return f"The text has {len(text)} characters: up to {LONGEST_TEXT} are kept."
    return ""


def _rows_refused(table: Item, answers: Answers, answer: Rows) -> str:
    if len(answer.rows) > MOST_ROWS:
        return f"There are {len(answer.rows)} rows: up to {MOST_ROWS} are kept."
    columns = {column.id: column for column in table.columns}
    for number, row in enumerate(answer.rows, 1):
        if not row:
            return f"Row {number} is empty: fill it in, or take it out."
        for name, part in row.items():
            if name not in columns:
                return f"Row {number}: there is no column '{name}' ({nearest(name, columns)})."
            if reason := refusal(columns[name], answers, part):
                return f"Row {number}, {columns[name].label}: {reason}"
    return ""


def _outside(limits: Range | None, value: Decimal | int, unit: str) -> str:
    if limits is None or limits.lowest <= value <= limits.highest:
        return ""
    return f"{value} is not possible: give a number{_between(limits, unit)}."


def _between(limits: Range | None, unit: str) -> str:
    words = f" {unit}" if unit else ""
    return f" from {limits.lowest} to {limits.highest}{words}" if limits is not None else ""


def _unusual(value: str, usual: Range, unit: str) -> str:
    words = f" {unit}" if unit else ""
    return f"{value}{words} is unusual: most are between {usual.lowest} and {usual.highest}{words}. Is it right?"
