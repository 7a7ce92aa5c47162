"""Whether an answer can be taken: the reason it is refused, or why it deserves a second look.

A refusal is one sentence that says what would be accepted. Nothing here knows of other answers than the date of the
assessment and of birth; rules across answers are the form's `must`.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.answers import (
    Chosen,
    ChosenSeveral,
    Measured,
    NotDone,
    NoValue,
    PartialDate,
    Patient,
    Rows,
    Whole,
    Written,
    whole_years,
    written_date,
)
from screener.form.model import ItemType
from screener.form.problem import nearest
from screener.language import any_of, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screener.assess.answers import Answer, Answers
    from screener.form.model import Item, Range, Unit

LONGEST_TEXT = 10_000  # characters
LONGEST_NUMBER = 30  # digits
MOST_ROWS = 200
OLDEST = 120  # years; clinical.md 2.5


def refusal(item: Item, answers: Answers, answer: Answer) -> str:  # noqa: C901  # one line for each kind of answer
    """Return why an item, or a column of a table, can't be answered so; "" when it can."""
    match answer:
        case NoValue():
            return ""
        case NotDone():
            return "" if item.has_not_done else tr("'Not done' is no answer here: give {wanted}.", wanted=wanted(item))
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
    return tr("This question takes {wanted}.", wanted=wanted(item))


def needs_second_look(item: Item, answer: Answer) -> str:
    """Return why an acceptable answer is unusual, in one sentence; "" when it isn't."""
    match answer:
        case Whole(value) if item.usual is not None and Decimal(value) not in item.usual:
            return _unusual(f"{value}", item.usual, item.unit)
        case Measured(value, unit_id) if item.type is ItemType.QUANTITY:
            unit = _unit(item, unit_id)
            if unit is not None and unit.usual is not None and value not in unit.usual:
                return _unusual(f"{answer.comparator}{value}", unit.usual, unit.label)
        case Rows(rows):
            columns = {column.id: column for column in item.columns}
            looks = (needs_second_look(in_row(columns[name], row), part) for row in rows for name, part in row.items())
            return next((look for look in looks if look), "")
        case _:
            pass
    return ""


def in_row(column: Item, row: Mapping[str, Answer]) -> Item:
    """Return a column as it is asked in a row: with what is usual for the option chosen beside it."""
    for choice, usual in column.usual_by.items():
        chosen = row.get(choice)
        if isinstance(chosen, Chosen) and chosen.option in usual:
            (unit,) = column.units
            return replace(column, units=(replace(unit, usual=usual[chosen.option]),))
    return column


def wanted(item: Item) -> str:
    """Say what an item takes, in words that follow "takes"."""
    names = ", ".join(option.id for option in item.options)
    match item.type:
        case ItemType.YES_NO | ItemType.CHOICE:
            return tr("one of: {options}", options=names)
        case ItemType.SEVERAL:
            return tr("a list of: {options}", options=names)
        case ItemType.WHOLE:
            limits = _limits(item.limits, item.unit)
            return tr("a whole number {limits}", limits=limits) if limits else tr("a whole number")
        case ItemType.QUANTITY:
            units = any_of(unit.id for unit in item.units if unit.id)
            return tr("a number with its unit ({units})", units=units) if units else tr("a number")
        case ItemType.DATE:
            return tr("a date: year, month or day")
        case ItemType.TEXT:
            return tr("words")
        case ItemType.TABLE:
            return tr("rows of {columns}", columns=", ".join(column.id for column in item.columns))


def date_refusal(date: PartialDate, answers: Answers, *, future: bool = False) -> str:
    """Return why a date can't be: not in the calendar, after the assessment (unless `future`) or before birth."""
    try:
        first, last = date.first, date.last
    except ValueError:
        return tr("There is no such day as {date}: give year, month and day, such as 2026-09-03.", date=date)
    if date.day is not None and date.month is None:
        return tr("A day needs its month: give year, month and day, such as 2026-09-03.")
    assessed = answers.assessed_on
    if assessed is not None and first > assessed and not future:
        return tr(
            "{date} is after the assessment: give a date up to {last}.",
            date=written_date(date), last=written_date(assessed),
        )  # fmt: skip
    born = answers.patient.born
    if born is not None and last < born.first:
        return tr(
            "{date} is before the patient's birth: give a date from {born} on.",
            date=written_date(date), born=written_date(born),
        )  # fmt: skip
    return ""


def born_refusal(born: PartialDate, answers: Answers) -> str:
    """Return why nobody who is assessed can be born on a date; "" when somebody can."""
    reason, assessed = date_refusal(born, replace(answers, patient=Patient())), answers.assessed_on
    if reason or assessed is None:
        return reason
    age = whole_years(born.last, assessed)
    if age > OLDEST:
        return tr(
            "That would be an age of {age} years: is the year right? Up to {most} is possible.", age=age, most=OLDEST
        )
    return ""


def born_second_look(born: PartialDate, answers: Answers, usual: Range | None) -> str:
    """Return why a date of birth is unusual, in one sentence; "" when it isn't."""
    age = unusual_age(born, answers, usual)
    if age is None or usual is None:
        return ""
    return tr(
        "That would be an age of {age}, which is unusual: most are between {lowest} and {highest}. Is the date right?",
        age=age, lowest=usual.lowest, highest=usual.highest,
    )  # fmt: skip


def unusual_age(born: PartialDate, answers: Answers, usual: Range | None) -> int | None:
    """Return the age at the assessment where it is unusual on whatever day of what is known of the birth."""
    assessed = answers.assessed_on
    if assessed is None or usual is None:
        return None
    youngest, oldest = whole_years(born.last, assessed), whole_years(born.first, assessed)
    if youngest > usual.highest:
        return youngest
    return oldest if oldest < usual.lowest else None


def option_refusal(item: Item, option_id: str) -> str:
    """Return why an item has no such option; "" when it has."""
    known = [option.id for option in item.options]
    if option_id in known:
        return ""
    return tr("'{name}' is no option here: {remedy}", name=option_id, remedy=nearest(option_id, known))


def _several_refused(item: Item, options: tuple[str, ...]) -> str:
    for option_id in options:
        if reason := option_refusal(item, option_id):
            return reason
    if not options:
        return tr("Nothing is chosen: choose from {wanted}, or give a reason for no value.", wanted=wanted(item))
    if len(set(options)) < len(options):
        return tr("An option is named twice: name each one once.")
    alone = [option_id for option_id in options if item.option(option_id).exclusive]
    if alone and len(options) > 1:
        return tr("'{name}' excludes the others: choose it alone, or leave it out.", name=alone[0])
    return ""


def _measured_refused(item: Item, answers: Answers, answer: Measured) -> str:
    """Look at the number, the unit and the date. Without a unit only what fits no unit at all is refused."""
    if not answer.value.is_finite() or len(answer.value.as_tuple().digits) > LONGEST_NUMBER:
        return tr("This is no number: give digits with a point, such as 8.1.")
    if answer.comparator not in ("", "<", ">"):
        return tr("'{sign}' is not understood: only < or > may stand before the number.", sign=answer.comparator)
    unit = _unit(item, answer.unit)
    if unit is None and answer.unit:
        remedy = nearest(answer.unit, [unit.id for unit in item.units])
        return tr("'{name}' is no unit of this quantity: {remedy}", name=answer.unit, remedy=remedy)
    reasons = [_number_refused(each, answer) for each in ((unit,) if unit else item.units)]
    if reasons and all(reasons):
        return reasons[0] if len(reasons) == 1 else _fits_no_unit(item, answer)
    if answer.date is None:
        return ""
    return date_refusal(answer.date, answers) if item.is_dated else tr("This quantity takes no date: leave it out.")


def _number_refused(unit: Unit, answer: Measured) -> str:
    if answer.comparator == "<" and answer.value == unit.limits.lowest:
        limits = _limits(unit.limits, unit.label)
        return tr("Nothing below {value} is possible here: give a number {limits}.", value=answer.value, limits=limits)
    if answer.comparator == ">" and answer.value == unit.limits.highest:
        limits = _limits(unit.limits, unit.label)
        return tr("Nothing above {value} is possible here: give a number {limits}.", value=answer.value, limits=limits)
    return _outside(unit.limits, answer.value, unit.label)


def _fits_no_unit(item: Item, answer: Measured) -> str:
    limits = any_of(_limits(unit.limits, unit.label) for unit in item.units)
    return tr("{value} is not possible: give a number {limits}.", value=answer.value, limits=limits)


def _unit(item: Item, unit_id: str) -> Unit | None:
    return next((unit for unit in item.units if unit.id == unit_id), None)


def _text_refused(text: str) -> str:
    if not text.strip():
        return tr("Nothing is written: write something, or take the answer back.")
    if len(text) > LONGEST_TEXT:
        return tr("The text has {count} characters: up to {most} are kept.", count=len(text), most=LONGEST_TEXT)
    return ""


def _rows_refused(table: Item, answers: Answers, answer: Rows) -> str:
    if len(answer.rows) > MOST_ROWS:
        return tr("There are {count} rows: up to {most} are kept.", count=len(answer.rows), most=MOST_ROWS)
    columns = {column.id: column for column in table.columns}
    for number, row in enumerate(answer.rows, 1):
        if not row:
            return tr("Row {number} is empty: fill it in, or take it out.", number=number)
        for name, part in row.items():
            if name not in columns:
                remedy = nearest(name, columns)
                return tr(
                    "Row {number}: there is no column '{name}' ({remedy}).", number=number, name=name, remedy=remedy
                )
            if reason := refusal(columns[name], answers, part):
                label = columns[name].label
                return tr("Row {number}, {column}: {reason}", number=number, column=label, reason=reason)
    return ""


def _outside(limits: Range | None, value: Decimal | int, unit: str) -> str:
    if limits is None or limits.lowest <= value <= limits.highest:
        return ""
    return tr("{value} is not possible: give a number {limits}.", value=value, limits=_limits(limits, unit))


def _limits(limits: Range | None, unit: str) -> str:
    """Return "from 3 to 20 %"; "" without limits."""
    if limits is None:
        return ""
    return tr("from {lowest} to {highest}", lowest=limits.lowest, highest=f"{limits.highest} {unit}".rstrip())


def _unusual(value: str, usual: Range, unit: str) -> str:
    return tr(
        "{value} is unusual: most are between {lowest} and {highest}. Is it right?",
        value=f"{value} {unit}".rstrip(),
        lowest=usual.lowest,
        highest=f"{usual.highest} {unit}".rstrip(),
    )
