"""What stands after page 1: every answer under the form's own headings, what is missing, what was not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.answers import Chosen, Measured, NotDone, NoValue, Rows
from screener.assess.assessment import Asked
from screener.form.expression import Reading, walk
from screener.form.model import NO, ItemType, Per
from screener.report import wording
from screener.report.answer_text import answer_text, date_text, quantity_text, result_age
from screener.report.compose_first import notes_at
from screener.report.document import Block, Column, Grid, Labelled, Listing, Pairs, Part, Words
from screener.report.naming import (
    assessed_on,
    cell_label,
    finding_words,
    missing_label,
    missing_text,
    result_title,
    value_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screener.assess.assessment import Assessment
    from screener.form.model import Finding, Item, Section, Value

PLACES_ON_PAGE_1 = frozenset({"actions", "summary", "examination", "scores", "trial", "advice"})
RESULT_COLUMNS = (Column("Result", 30), Column("Value", 30), Column("Date", 17), Column("Age and remarks", 23))
NEEDED_COLUMNS = (Column("Question", 34), Column("Why open", 20), Column("Would settle", 46))


def sections(assessment: Assessment) -> Iterator[Part]:
    """Yield the form's sections with their answers; one without any says so in one line."""
    values = _values_by_section(assessment)
    for section in assessment.form.sections:
        blocks = [*_blocks(assessment, section, values.get(section.id, ()))]
        notes = notes_at(assessment, section.id) if section.id not in PLACES_ON_PAGE_1 else ()
        if notes:
            blocks.append(Listing(notes))
        yield Part(section.title, tuple(blocks) or (Words(wording.NOT_RECORDED),))
    loose = values.get("", ())
    if loose:
        yield Part(wording.WORKED_OUT, (Grid(RESULT_COLUMNS, tuple(_value_row(assessment, each) for each in loose)),))
    ids = {section.id for section in assessment.form.sections} | PLACES_ON_PAGE_1
    remarks = [text for place in _places(assessment) if place not in ids for text in notes_at(assessment, place)]
    if remarks:
        yield Part(wording.REMARKS, (Listing(tuple(remarks)),))


def still_needed(assessment: Assessment) -> tuple[Block, ...]:
    """Return the open questions, the most useful first, with what each would settle."""
    form = assessment.form
    rows = []
    for needed in assessment.needed:
        settles = "; ".join(dict.fromkeys(result_title(form, result) for result in needed.settles))
        reason = wording.REASON_WORDS.get(needed.reason, needed.reason)
        rows.append((missing_label(form, needed.item), reason, settles))
    return (Grid(NEEDED_COLUMNS, tuple(rows)),) if rows else (Words(wording.NOTHING_NEEDED),)


def not_asked(assessment: Assessment) -> tuple[Block, ...]:
    """Return what was not asked of this patient, together by the reason."""
    form = assessment.form
    groups: dict[str, list[str]] = {}
    for cell in assessment.not_asked:
        item = form.cells[cell]
        condition = _condition_words(assessment, item)
        groups.setdefault(condition, []).append(cell_label(form, cell))
    rows = tuple(Labelled(", ".join(labels), condition) for condition, labels in groups.items())
    return (Pairs(rows),) if rows else ()


def _blocks(assessment: Assessment, section: Section, values: Iterable[Value]) -> Iterator[Block]:
    """Yield the answers of one section: results as a table, the rest as lines, the answers "no" as one line."""
    asked = [item for item in section.items if not item.has_sides and _is_asked(assessment, item)]
    results = [item for item in asked if item.type is ItemType.QUANTITY]
    tables = [item for item in asked if item.type is ItemType.TABLE]
    others = [item for item in asked if item.type not in (ItemType.QUANTITY, ItemType.TABLE)]
    rows = [_result_row(assessment, item) for item in results if item.id in assessment.answers.cells]
    rows += [_value_row(assessment, value) for value in values]
    if rows:
        yield Grid(RESULT_COLUMNS, tuple(rows))
    lines = [*_lines(assessment, others), *_not_recorded(assessment, [*results, *tables, *others])]
    if lines:
        yield Pairs(tuple(lines))
    for item in tables:
        if item.id in assessment.answers.cells:
            yield from _table(assessment, item)


def _is_asked(assessment: Assessment, item: Item) -> bool:
    """Whether the item is asked, or could be and already has an answer."""
    state = assessment.asked.get(item.id, Asked.YES)
    return state is Asked.YES or (state is Asked.OPEN and item.id in assessment.answers.cells)


def _lines(assessment: Assessment, items: Iterable[Item]) -> Iterator[Labelled]:
    on, answered_no = assessed_on(assessment.answers), []
    for item in items:
        answer = assessment.answers.cells.get(item.id)
        if isinstance(answer, Chosen) and item.type is ItemType.YES_NO and answer.option == NO:
            answered_no.append(item.label)
        elif answer is not None:
            yield Labelled(item.label, answer_text(item, answer, on))
    if answered_no:
        yield Labelled(wording.ANSWERED_NO, "; ".join(answered_no))


def _not_recorded(assessment: Assessment, items: Iterable[Item]) -> Iterator[Labelled]:
    open_ = [item.label for item in items if item.id not in assessment.answers.cells]
    if open_:
        yield Labelled(wording.NOT_RECORDED.capitalize(), "; ".join(open_))


def _result_row(assessment: Assessment, item: Item) -> tuple[str, ...]:
    answer, on = assessment.answers.cells[item.id], assessed_on(assessment.answers)
    if not isinstance(answer, Measured):
        return (item.label, answer_text(item, answer), "", "")
    remarks = [result_age(answer, on)]
    if not answer.unit and any(unit.id for unit in item.units):
        remarks.append(wording.UNIT_MISSING)
    if answer.confirmed:
        remarks.append(wording.CONFIRMED)
    if item.fresh_for is not None and _is_stale(assessment, item.id):
        remarks.append(wording.TOO_OLD.format(days=item.fresh_for))
    is_dated = item.is_dated or item.fresh_for is not None
    when = date_text(answer.date) if answer.date is not None else (wording.NOT_RECORDED if is_dated else "")
    return (item.label, quantity_text(item, answer), when, ", ".join(filter(None, remarks)))


def _is_stale(assessment: Assessment, cell: str) -> bool:
    answer, on = assessment.answers.cells.get(cell), assessed_on(assessment.answers)
    limit = assessment.form.cells[cell].fresh_for
    if not isinstance(answer, Measured) or answer.date is None or on is None or limit is None:
        return False
    return (on - answer.date.last).days > limit


def _value_row(assessment: Assessment, value: Value) -> tuple[str, ...]:
    result = next(each for each in assessment.values if each.id == value.id)
    words = value_words(value, result)
    missing = missing_text(assessment.form, result.missing)
    remarks = [wording.MISSING.format(items=missing)] if missing else []
    remarks += [text for text in (value.source, value.validity) if text]
    return (value.title, words, wording.COMPUTED, ". ".join(remark.rstrip(".") for remark in remarks))


def _values_by_section(assessment: Assessment) -> dict[str, list[Value]]:
    """Return the derived values by the section of the first answer they read ("" without one)."""
    form = assessment.form
    by_section: dict[str, list[Value]] = {}
    for value in form.values:
        cells = [node.cell for root in value.is_.roots for node in walk(root) if isinstance(node, Reading)]
        items = [form.cells[cell].id for cell in cells if cell in form.cells]
        by_section.setdefault(form.section_of[items[0]].id if items else "", []).append(value)
    return by_section


def _table(assessment: Assessment, item: Item) -> Iterator[Block]:
    """Yield the rows of a table, with what the form finds about each."""
    answer = assessment.answers.cells[item.id]
    if not isinstance(answer, Rows) or not answer.rows:
        yield Pairs((Labelled(item.label, answer_text(item, answer)),))
        return
    on = assessed_on(assessment.answers)
    findings = [
        finding for finding in assessment.form.findings
        if finding.per is Per.ROW and finding.table == item.id and not finding.is_hidden
    ]  # fmt: skip
    used = [column for column in item.columns if any(column.id in row for row in answer.rows)]
    columns = [Column(column.label, 10) for column in used] + [Column(each.short or each.title, 12) for each in findings]
    rows = tuple(
        (
            *(answer_text(column, row.get(column.id), on) for column in used),
            *(_row_finding(assessment, finding, number) for finding in findings),
        )
        for number, row in enumerate(answer.rows, start=1)
    )
    yield Words("" if answer.complete else wording.STILL_OPEN, lead=item.label)
    yield Grid(tuple(columns), rows)


def _row_finding(assessment: Assessment, finding: Finding, number: int) -> str:
    for result in assessment.findings:
        if result.id == finding.id and result.side == str(number):
            return finding_words(finding, result)
    return wording.STATES_NA


def _condition_words(assessment: Assessment, item: Item) -> str:
    """Return why an item is not asked: the answers that its condition reads."""
    if item.ask_if is None:
        return ""
    form, answers = assessment.form, assessment.answers
    cells = [cell for root in item.ask_if.roots for node in walk(root) if (cell := getattr(node, "cell", ""))]
    said = [
        f"{cell_label(form, cell)}: {answer_text(form.cells[cell], answers.cells[cell])}"
        for cell in dict.fromkeys(cells)
        if cell in form.cells and cell in answers.cells
    ]
    return "; ".join(said) or wording.NOT_ASKED_BY_RULE


def _places(assessment: Assessment) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note.place for note in assessment.form.notes))
