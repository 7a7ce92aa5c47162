"""What has no value: the open questions and what they would settle, the reasons given, what was not asked and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.answers import NoValue
from screener.assess.assessment import Asked
from screener.form.walk import names_read
from screener.language import tr
from screener.report import wording
from screener.report.answer_text import answer_text
from screener.report.compose_scores import silences
from screener.report.document import Block, Column, Grid, Labelled, Pairs, Sentences, Words
from screener.report.naming import grouped_labels, results_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.assess.assessment import Assessment
    from screener.form.model import Item
    from screener.form.rules import Finding, Score

NOT_ASKED_COLUMNS = (Column(tr("Question"), 60), Column(tr("Because of"), 40))
NEEDED_COLUMNS = (Column(tr("Question"), 34), Column(tr("Why open"), 20), Column(tr("Would settle"), 46))


def still_needed(assessment: Assessment) -> tuple[Block, ...]:
    """Return the open questions, the most useful first, with what each would settle."""
    form = assessment.form
    groups: dict[tuple[str, str, str], list[str]] = {}
    for needed in assessment.needed:
        item = form.cells.get(needed.item)
        reason = wording.WHY_OPEN.get(needed.reason, needed.reason)
        key = (item.id if item is not None else needed.item, reason, results_text(form, needed.settles))
        groups.setdefault(key, []).append(needed.item)
    rows = tuple((grouped_labels(form, cells), reason, settles) for (_, reason, settles), cells in groups.items())
    first = Grid(NEEDED_COLUMNS, rows) if rows else Words(wording.NOTHING_NEEDED)
    reasons = tuple(_by_reason(assessment))
    return (first, Pairs(reasons)) if reasons else (first,)


def _by_reason(assessment: Assessment) -> Iterator[Labelled]:
    """Yield what else was asked and has a reason for no value: no result waits for it, so no row names it."""
    form, cells = assessment.form, assessment.answers.cells
    waited_for = {needed.item for needed in assessment.needed}
    for reason, words in wording.REASONS.items():
        found = [
            cell for cell in form.cells
            if isinstance(answer := cells.get(cell), NoValue) and answer.reason is reason
            and cell not in waited_for and assessment.asked.get(cell) is not Asked.NO
        ]  # fmt: skip
        if found:
            yield Labelled(words.capitalize(), grouped_labels(form, found))


def not_asked(assessment: Assessment, *, is_listed: bool) -> tuple[Block, ...]:
    """Return what was not asked of this patient, together by the reason: listed, or in one paragraph with counts."""
    groups = _not_asked_by_reason(assessment)
    blocks: list[Block] = []
    if groups and is_listed:
        blocks.append(Grid(NOT_ASKED_COLUMNS, tuple((labels, reason) for reason, labels, _ in groups)))
    elif groups:
        total = sum(count for _, _, count in groups)
        lead = (
            tr("One question was not asked; it stands after what it depends on.")
            if total == 1
            else tr("{count} questions were not asked; they stand after what they depend on.", count=total)
        )
        rows = tuple(
            Labelled(reason, f"({count}) {labels}" if count > 1 else labels) for reason, labels, count in groups
        )
        blocks += [Words(lead, is_small=True), Sentences(rows, is_small=True)]
    silent = silences(assessment)
    form = assessment.form
    named: list[Score | Finding] = [*form.scores, *(each for each in form.findings if not each.is_hidden)]
    idle = [each.short or each.title for each in named if silent.get(each.id) == wording.NOT_APPLICABLE]
    if idle:
        blocks.append(Words("; ".join(idle), lead=f"{wording.NOT_APPLICABLE}:", is_small=not is_listed))
    return tuple(blocks)


def _not_asked_by_reason(assessment: Assessment) -> list[tuple[str, str, int]]:
    """Return each reason with the questions not asked because of it, and their number: both sides are one."""
    form = assessment.form
    groups: dict[str, list[str]] = {}
    for cell in assessment.not_asked:
        if not form.cells[cell].is_off:
            groups.setdefault(_condition_words(assessment, form.cells[cell]), []).append(cell)
    rows = [
        (reason, grouped_labels(form, cells), len({form.cells[cell].id for cell in cells}))
        for reason, cells in groups.items()
    ]
    unused = [section.title for section in form.sections if section not in form.pages]
    unused += [item.label for section in form.pages for item in section.items if item.is_off]
    return [*rows, (wording.NOT_USED, ", ".join(unused), len(unused))] if unused else rows


def _condition_words(assessment: Assessment, item: Item) -> str:
    """Return why an item is not asked: the answers that its condition reads."""
    if item.ask_if is None:
        return ""
    form = assessment.form
    said: dict[tuple[str, str], list[str]] = {}
    for cell in dict.fromkeys(names_read(*item.ask_if.roots)):
        read = form.cells.get(cell)
        if read is not None and not read.columns and cell in assessment.answers.cells:
            said.setdefault((read.id, answer_text(read, assessment.answers.cells[cell])), []).append(cell)
    words = [f"{grouped_labels(form, found)}: {text}" for (_, text), found in said.items()]
    return "; ".join(words) or wording.NOT_ASKED_BY_RULE
