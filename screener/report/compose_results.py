"""Results as a table: each with its unit, the range of the laboratory, date and age (clinical source 4.2, point 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from screener.assess.answers import Measured, written_date
from screener.assess.cells import days_too_old
from screener.assess.figures import unanswered
from screener.assess.normal import is_outside, normal_of, range_words
from screener.language import tr
from screener.report import wording
from screener.report.answer_text import answer_text, looked_at, quantity_text, result_age
from screener.report.document import Block, Column, Grid, Words
from screener.report.naming import missing_text, value_text
from screener.report.notes import notes_about

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from screener.assess.answers import Answer
    from screener.assess.assessment import Assessment
    from screener.form.model import Item
    from screener.form.rules import Value


class Row(NamedTuple):
    """A result as it is printed; without a range, the column of ranges goes where no other row has one."""

    result: str
    figure: str
    range: str = ""
    date: str = ""
    remarks: str = ""
    is_strong: bool = False  # outside its range, or the form says what limits it
    is_unjudged: bool = False  # a figure without a range: plain print doesn't make it normal


RESULT, FIGURE, RANGE = Column(tr("Result"), 22), Column(tr("Value"), 26), Column(tr("Normal"), 12)
DATE, REMARKS = Column(tr("Date"), 16), Column(tr("Age and remarks"), 36)


def results(assessment: Assessment, items: Sequence[Item], values: Sequence[Value]) -> Iterator[Block]:
    """Yield answered quantities and derived values as one table, and where ranges and formulas come from."""
    answered = [item for item in items if item.id in assessment.answers.cells]
    rows = [_result_row(assessment, item) for item in answered]
    rows += [_value_row(assessment, value) for value in values]
    if not rows:
        return
    with_ranges = any(row.range for row in rows)
    columns = (RESULT, FIGURE, *([RANGE] if with_ranges else []), DATE, REMARKS)
    cells = ((row.result, row.figure, *([row.range] if with_ranges else []), row.date, row.remarks) for row in rows)
    strong = frozenset(place for place, row in enumerate(rows) if row.is_strong)
    yield Grid(columns, tuple(cells), strong, strong_means=wording.STRONG_FIGURE if strong else "")
    unjudged = [wording.UNJUDGED_FIGURE] if answered and any(row.is_unjudged for row in rows) else []
    said = [*unjudged, *_range_sources(assessment, answered), *_value_sources(values)]
    if said:
        yield Words(" ".join(said), is_small=True)


def range_sources(assessment: Assessment, items: Sequence[Item]) -> tuple[Block, ...]:
    """Return where the normal ranges of these items come from, those of numbers that are recorded."""
    said = tuple(_range_sources(assessment, items))
    return (Words(" ".join(said), is_small=True),) if said else ()


def label_with_range(item: Item, *answers: Answer | None) -> str:
    """Return the label, with the normal range in the unit of the first number that has one."""
    normal = next((normal for answer in answers if (normal := normal_of(item, answer)) is not None), None)
    return item.label if normal is None else tr("{label} (normal {range})", label=item.label, range=range_words(normal))


def _range_sources(assessment: Assessment, items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        normals = [normal_of(item, assessment.answers.cells.get(cell)) for cell in item.cells]
        known = [normal for normal in normals if normal is not None]
        if known:
            source = wording.RANGE_OF_SITE if known[0].of_site else item.source.strip().rstrip(".")
            yield f"{item.label}: {source}."


def _result_row(assessment: Assessment, item: Item) -> Row:
    answer, on = assessment.answers.cells[item.id], assessment.answers.assessed_on
    if not isinstance(answer, Measured):
        return Row(item.label, answer_text(item, answer))
    outside, normal = is_outside(item, answer), normal_of(item, answer)
    remarks = [wording.OUTSIDE] if outside else []
    remarks.append(result_age(answer, on))
    if not answer.unit and any(unit.id for unit in item.units):
        remarks.append(wording.UNIT_MISSING)
    remarks += looked_at(item, answer)
    if days_too_old(item, answer, on):
        remarks.append(wording.TOO_OLD.format(days=item.fresh_for))
    when = written_date(answer.date) if answer.date is not None else (wording.NOT_RECORDED if item.is_dated else "")
    range_ = range_words(normal) if normal is not None else ""
    limits = notes_about(assessment, item.id)
    said = "; ".join(filter(None, [", ".join(filter(None, remarks)), *limits]))
    return Row(item.label, quantity_text(item, answer), range_, when, said, outside or bool(limits), normal is None)


def _value_row(assessment: Assessment, value: Value) -> Row:
    result = next(each for each in assessment.values if each.id == value.id)
    text = value_text(assessment.form, value, result)
    if unanswered(result):
        return Row(value.title, text)
    missing = missing_text(assessment.form, result.missing)
    remarks = [wording.MISSING.format(items=missing) if missing else ""]
    limits = notes_about(assessment, value.id)
    remarks += limits or [value.validity.strip()]
    computed = wording.COMPUTED if result.value is not None else ""
    return Row(value.title, text, "", computed, "; ".join(filter(None, remarks)), bool(limits), is_unjudged=True)


def _value_sources(values: Sequence[Value]) -> Iterator[str]:
    """Yield where the calculated figures come from."""
    for value in values:
        yield f"{value.title}: {value.source.strip().rstrip('.')}."
