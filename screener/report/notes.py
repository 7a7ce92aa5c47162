"""The form's own sentences, with the names in braces replaced by what is recorded, and their sources."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from screener.assess.answers import Chosen, ChosenSeveral, Rows, Whole
from screener.assess.assessment import Asked
from screener.form.model import SIDES
from screener.form.rules import IN_BRACES
from screener.form.walk import names_read
from screener.report import wording
from screener.report.answer_text import answer_text, option_text, small
from screener.report.naming import finding_words, on_side, score_words, value_text

if TYPE_CHECKING:
    from screener.assess.answers import Answer
    from screener.assess.assessment import Assessment, FindingResult
    from screener.form.model import Form
    from screener.form.rules import Finding, Note


def notes_at(assessment: Assessment, place: str) -> tuple[str, ...]:
    """Return the form's sentences that hold and belong to a place, but for those in the row of a result."""
    held = set(assessment.notes)
    return tuple(
        note_text(assessment, note)
        for note in assessment.form.notes
        if note.place == place and note.id in held and not _has_row(assessment, note.about)
    )


def notes_about(assessment: Assessment, name: str) -> tuple[str, ...]:
    """Return the form's sentences that hold and stand in the row of a value or result."""
    held = set(assessment.notes)
    notes = (note for note in assessment.form.notes if note.about == name and note.id in held)
    return tuple(note_text(assessment, note) for note in notes)


def limits(assessment: Assessment) -> dict[str, tuple[str, ...]]:
    """Return the form's sentences that hold about a value or finding, or about a figure that it judges, by its id."""
    found: dict[str, tuple[str, ...]] = {}
    for note in assessment.form.notes:
        if note.about and note.id in assessment.notes:
            for result in _judging(assessment.form, note.about):
                found[result] = (*found.get(result, ()), note_text(assessment, note))
    return found


@lru_cache(maxsize=16)
def _judging(form: Form, name: str) -> frozenset[str]:
    """Return the id itself and the findings whose cases read it without a step between."""
    judging = {name}
    for finding in form.findings:
        roots = (root for case in finding.cases if case.when is not None for root in case.when.roots)
        if name in names_read(*roots):
            judging.add(finding.id)
    return frozenset(judging)


def note_text(assessment: Assessment, note: Note) -> str:
    """Return a sentence as it is printed, with where it comes from."""
    text = filled(assessment, note.text)
    return f"{text} ({note.source.strip().rstrip('.')})" if note.source else text


def filled(assessment: Assessment, text: str) -> str:
    """Return a text of the form with the names in braces replaced by their words."""
    return IN_BRACES.sub(lambda match: words_of(assessment, match.group(1)) or match.group(), text)


def words_of(assessment: Assessment, name: str) -> str:
    """Return the words for an item, a cell or a result ("" where the form has no such name)."""
    form = assessment.form
    if name in form.items and form.items[name].has_sides:
        left, right = (_cell_words(assessment, f"{name}.{side}") for side in SIDES)
        if left == right:
            return wording.BOTH_SIDES.format(words=left)
        return wording.EACH_SIDE.format(left=left, right=right)
    if name in form.cells:
        return _cell_words(assessment, name)
    return _result_words(assessment, name)


def asked_answer(assessment: Assessment, cell: str) -> Answer | None:
    """Return an answer; of a table without the parts that are not asked of their row."""
    answer = assessment.answers.cells.get(cell)
    if not isinstance(answer, Rows) or not assessment.parts_not_asked:
        return answer
    unasked = assessment.parts_not_asked
    rows = tuple(
        {column: part for column, part in row.items() if f"{cell}.{number}.{column}" not in unasked}
        for number, row in enumerate(answer.rows)
    )
    return replace(answer, rows=rows)


def _has_row(assessment: Assessment, name: str) -> bool:
    if name in assessment.form.cells:
        return name in assessment.answers.cells and assessment.asked[name] is not Asked.NO
    return any(value.id == name and not value.is_none for value in assessment.values)


def _result_words(assessment: Assessment, name: str) -> str:
    """Return the words for a score, value or finding ("" when there is none of that name)."""
    form = assessment.form
    for score in assessment.scores:
        if score.id == name:
            return ", ".join(filter(None, score_words(assessment, score)))
    for value in form.values:
        if value.id == name:
            return value_text(form, value, next(each for each in assessment.values if each.id == name))
    findings = {finding.id: finding for finding in form.findings}
    found = [each for each in assessment.findings if name in (each.id, f"{each.id}.{each.side}")]
    words = [(each.side, _finding_in_sentence(findings[each.id], each)) for each in found]
    if len(words) > 1 and len({text for _, text in words}) == 1:
        return wording.BOTH_SIDES.format(words=words[0][1])
    if len(words) == 1:
        return words[0][1]
    return ", ".join(on_side(side, text) for side, text in words)


def _finding_in_sentence(finding: Finding, result: FindingResult) -> str:
    """Return what was found; where no outcome is ruled out, a list of all would say nothing."""
    is_known = not {outcome.id for outcome in finding.outcomes} <= set(result.possible)
    return finding_words(finding, result) if is_known else small(wording.NOT_ESTABLISHED)


def _cell_words(assessment: Assessment, cell: str) -> str:
    """Return an answer for a sentence: without date, an option's text beginning small."""
    if assessment.asked.get(cell) is Asked.NO:
        return wording.NOT_ASKED
    item, answer = assessment.form.cells[cell], asked_answer(assessment, cell)
    if isinstance(answer, Whole):
        return str(answer.value)
    if isinstance(answer, ChosenSeveral) and answer.options:
        return ", ".join(small(option_text(item, option)) for option in answer.options)
    words = answer_text(item, answer, assessment.answers.assessed_on)
    return small(words) if isinstance(answer, (Chosen, ChosenSeveral)) else words
