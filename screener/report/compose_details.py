"""What stands after page 1: the answers under the form's own headings."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from screener.assess.accept import in_row
from screener.assess.answers import Chosen, Rows
from screener.assess.assessment import Asked
from screener.assess.normal import is_outside
from screener.form.expression import ValueOf
from screener.form.model import NO, YES, ItemType
from screener.form.rules import Per
from screener.form.walk import name_read, walk
from screener.report import wording
from screener.report.answer_text import answer_text, visible
from screener.report.compose_results import label_with_range, results
from screener.report.compose_scores import finding_line, is_of_results, not_established, silences
from screener.report.compose_sides import all_of
from screener.report.document import Block, Column, Grid, Labelled, Listing, Pairs, Part, Words
from screener.report.naming import finding_words, grouped_labels, missing_text
from screener.report.notes import notes_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from screener.assess.assessment import Assessment
    from screener.form.expression import Node
    from screener.form.model import Form, Item, Section
    from screener.form.rules import Finding, Value

PLACES_OF_THEIR_OWN = frozenset(
    {"first", "actions", "summary", "examination", "scores", "trial", "education", "advice"}
)


def sections(assessment: Assessment) -> Iterator[Part]:
    """Yield the form's sections with their answers; one without any says so in one line."""
    values, silent = _values_by_section(assessment), silences(assessment)
    for section in assessment.form.pages:
        blocks = [*_blocks(assessment, section, values.get(section.id, ())), *_findings(assessment, section, silent)]
        blocks += all_of(assessment, section)
        blocks += _notes_on_answers(assessment, section)
        notes = notes_at(assessment, section.id) if section.id not in PLACES_OF_THEIR_OWN else ()
        if notes:
            blocks.append(Listing(notes))
        yield Part(section.title, tuple(blocks) or (Words(_without_answers(assessment, section)),))
    loose = values.get("", ())
    if loose:
        yield Part(wording.WORKED_OUT, tuple(results(assessment, (), loose)))
    ids = {section.id for section in assessment.form.sections} | PLACES_OF_THEIR_OWN
    places = dict.fromkeys(note.place for note in assessment.form.notes)
    remarks = [text for place in places if place not in ids for text in notes_at(assessment, place)]
    if remarks:
        yield Part(wording.REMARKS, (Listing(tuple(remarks)),))


def _without_answers(assessment: Assessment, section: Section) -> str:
    """Return what stands under the heading of a section without answers: not asked is not the same as not recorded."""
    cells = (cell for item in section.items for cell in item.cells)
    return wording.NOT_ASKED if all(assessment.asked.get(cell) is Asked.NO for cell in cells) else wording.NOT_RECORDED


def _notes_on_answers(assessment: Assessment, section: Section) -> Iterator[Block]:
    """Yield what was noted on answers of a section, those not asked aside."""
    notes = assessment.answers.notes
    said = [
        wording.NOTE.format(item=grouped_labels(assessment.form, [cell]), text=visible(notes[cell]))
        for item in section.items
        for cell in item.cells
        if cell in notes and assessment.asked[cell] is not Asked.NO
    ]
    if said:
        yield Listing(tuple(said))


def _blocks(assessment: Assessment, section: Section, values: Sequence[Value]) -> Iterator[Block]:
    """Yield the answers of one section: results as a table, the rest as lines, the answers "no" as one line."""
    asked = [item for item in section.items if not item.has_sides and is_asked(assessment, item.id)]
    dated = [item for item in asked if item.is_dated]
    tables = [item for item in asked if item.type is ItemType.TABLE]
    others = [item for item in asked if not item.is_dated and item.type is not ItemType.TABLE]
    yield from results(assessment, dated, values)
    lines = [*_lines(assessment, others), *_not_recorded(assessment, [*dated, *tables, *others])]
    if lines:
        yield Pairs(tuple(lines))
    for item in tables:
        if item.id in assessment.answers.cells:
            yield from _table(assessment, item)


def is_asked(assessment: Assessment, cell: str) -> bool:
    """Whether a cell is asked, or could be and already has an answer."""
    state = assessment.asked.get(cell, Asked.YES)
    return state is Asked.YES or (state is Asked.OPEN and cell in assessment.answers.cells)


def _lines(assessment: Assessment, items: Iterable[Item]) -> Iterator[Labelled]:
    on = assessment.answers.assessed_on
    leads = wording.SCORED_NO, wording.ANSWERED_NO, wording.ANSWERED_NO_AS_LIST
    answered_no: dict[str, list[str]] = {lead: [] for lead in leads}
    scored = _scored_no(assessment.form)
    for item in items:
        answer = assessment.answers.cells.get(item.id)
        if isinstance(answer, Chosen) and item.type is ItemType.YES_NO and answer.option == NO:
            lead = wording.ANSWERED_NO_AS_LIST if answer.by_block else wording.ANSWERED_NO
            answered_no[wording.SCORED_NO if item.id in scored else lead].append(item.label)
        elif answer is not None:
            text = answer_text(item, answer, on)
            outside = f"; {wording.OUTSIDE}" if is_outside(item, answer) else ""
            yield Labelled(label_with_range(item, answer), f"{text}{outside}")
    for lead, labels in answered_no.items():
        if labels:
            yield Labelled(lead, "; ".join(labels))


@lru_cache(maxsize=16)
def _scored_no(form: Form) -> frozenset[str]:
    """Return the questions whose "no" some score gives more points than "yes": among other answers it would be lost."""
    given = ((line.item, line.options) for score in form.scores for line in score.points)
    return frozenset(item for item, points in given if NO in points and points[NO] > points.get(YES, points[NO]))


def _not_recorded(assessment: Assessment, items: Iterable[Item]) -> Iterator[Labelled]:
    open_ = [item.label for item in items if item.id not in assessment.answers.cells]
    if open_:
        yield Labelled(wording.NOT_RECORDED.capitalize(), "; ".join(open_))


def _findings(assessment: Assessment, section: Section, silent: Mapping[str, str]) -> Iterator[Block]:
    """Yield the findings that judge results of this section, where they apply."""
    form = assessment.form
    found = [
        finding for finding in form.findings
        if not finding.is_hidden and not finding.table and is_of_results(form, finding)
        and silent[finding.id] != wording.NOT_APPLICABLE
        and _section_id(form, [root for case in finding.cases if case.when is not None for root in case.when.roots])
        == section.id
    ]  # fmt: skip
    lines = [finding_line(assessment, finding) for finding in found if not silent[finding.id]]
    lines += not_established(assessment, [finding for finding in found if silent[finding.id]])
    if lines:
        yield Pairs(tuple(lines))


def _values_by_section(assessment: Assessment) -> dict[str, list[Value]]:
    """Return the derived values that have a figure, by the section of the first answer they read ("" without one)."""
    by_section: dict[str, list[Value]] = {}
    without = {result.id for result in assessment.values if result.is_none}
    for value in assessment.form.values:
        if value.id in without:
            continue
        by_section.setdefault(_section_id(assessment.form, value.is_.roots), []).append(value)
    return by_section


def _section_id(form: Form, roots: Iterable[Node]) -> str:
    """Return the section of the first answer that a rule reads, also by way of a value ("" without one)."""
    values = {value.id: value for value in form.values}
    for root in roots:
        for node in walk(root):
            item = form.cells.get(name_read(node))
            if item is not None and not item.columns:
                return form.section_of[item.id].id
            if isinstance(node, ValueOf) and (found := _section_id(form, values[node.id].is_.roots)):
                return found
    return ""


def _table(assessment: Assessment, item: Item) -> Iterator[Block]:
    """Yield the rows of a table, with what the form finds about each."""
    answer = assessment.answers.cells[item.id]
    if not isinstance(answer, Rows) or not answer.rows:
        yield Pairs((Labelled(item.label, answer_text(item, answer)),))
        return
    on = assessment.answers.assessed_on
    findings = [
        finding for finding in assessment.form.findings
        if finding.per is Per.ROW and finding.table == item.id and not finding.is_hidden
    ]  # fmt: skip
    used = [column for column in item.columns if any(column.id in row for row in answer.rows)]
    columns = [Column(column.label, 10) for column in used]
    columns += [Column(finding.short or finding.title, 12) for finding in findings]
    rows = tuple(
        (
            *(
                wording.NOT_ASKED
                if f"{item.id}.{number - 1}.{column.id}" in assessment.parts_not_asked
                else answer_text(in_row(column, row), row.get(column.id), on)
                for column in used
            ),
            *(_row_finding(assessment, finding, number) for finding in findings),
        )
        for number, row in enumerate(answer.rows, start=1)
    )
    yield Words("" if answer.complete else wording.STILL_OPEN, lead=item.label)
    yield Grid(tuple(columns), rows)
    empty = [
        column.label for column in item.columns
        if column not in used
        and any(f"{item.id}.{row}.{column.id}" not in assessment.parts_not_asked for row in range(len(rows)))
    ]  # fmt: skip
    if empty:
        yield Pairs((Labelled(wording.NOT_RECORDED.capitalize(), "; ".join(empty)),))


def _row_finding(assessment: Assessment, finding: Finding, number: int) -> str:
    for result in assessment.findings:
        if result.id == finding.id and result.side == str(number):
            missing = missing_text(assessment.form, result.missing, is_in_row=True)
            return wording.UNDECIDED_ROW.format(items=missing) if missing else finding_words(finding, result)
    return wording.STATES_NA
