"""The longest summary's last part: every question with its full wording and its answer, in the form's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.assessment import Asked
from screener.assess.words import sided
from screener.form.model import FOOT_PLACES
from screener.language import tr
from screener.report import wording
from screener.report.answer_text import answer_text
from screener.report.compose_sides import is_by_block
from screener.report.document import Block, Column, Grid, Words
from screener.report.notes import asked_answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.assess.assessment import Assessment
    from screener.form.model import Block as Questions
    from screener.form.model import Item

COLUMNS = (Column(tr("Question"), 58), Column(tr("Answer"), 42))


def every_answer(assessment: Assessment) -> tuple[Block, ...]:
    """Return the questions of every section, those not asked of this patient too."""
    blocks: list[Block] = []
    for section in assessment.form.pages:
        rows = tuple(row for block in section.blocks for item in block.items for row in _rows(assessment, block, item))
        blocks += [Words("", lead=section.title), Grid(COLUMNS, rows, is_small=True)]
    return tuple(blocks)


def _rows(assessment: Assessment, block: Questions, item: Item) -> Iterator[tuple[str, str]]:
    """Yield a row for the question, or one for each side; a site on the foot is named with what was tested there."""
    on = assessment.answers.assessed_on
    asked = f"{block.title}: {item.text}" if block.title and item.draw in FOOT_PLACES else item.text
    for cell in item.cells:
        side = cell.rpartition(".")[2] if item.has_sides else ""
        text = answer_text(item, asked_answer(assessment, cell), on)
        if assessment.asked.get(cell) is Asked.NO:
            text = wording.NOT_USED.lower() if item.is_off else wording.NOT_ASKED
        elif is_by_block(assessment, cell):
            text = f"{text} ({wording.BY_BLOCK})"
        yield sided(asked, side), text
