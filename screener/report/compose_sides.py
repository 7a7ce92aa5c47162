"""What was found left and right: the rows, the drawing of the feet, and the sentence for the summary paragraph."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.answers import Chosen, NotDone, Whole
from screener.assess.assessment import Asked
from screener.assess.figures import number_text
from screener.form.model import NO, SIDES, YES, ItemType
from screener.report import wording
from screener.report.answer_text import answer_text
from screener.report.document import Block, Feet, FootPoint, Listing, Mark, SideRow, SidesTable, Words
from screener.report.naming import assessed_on, notes_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.assess.assessment import Assessment
    from screener.form.model import Item

LONGEST_CELL = 90  # characters in a narrow column; longer reasons stand below the table


def left_and_right(assessment: Assessment) -> tuple[Block, ...]:
    """Return every finding that has a left and a right; what is the same and nothing on both sides in one line each."""
    rows: list[SideRow] = []
    below: list[str] = []
    same: dict[str, list[str]] = {}
    for item in _sided(assessment):
        nothing = _nothing_on_both(assessment, item)
        if nothing:
            same.setdefault(nothing, []).append(item.label)
        else:
            rows.append(_row(assessment, item, below))
    blocks: list[Block] = [SidesTable(tuple(rows), _feet(assessment))] if rows else []
    blocks += [Words("; ".join(same[kind]), lead=lead) for kind, lead in wording.SAME_BOTH.items() if kind in same]
    below += [*_as_block(assessment), *notes_at(assessment, "examination")]
    if below:
        blocks.append(Listing(tuple(below)))
    return tuple(blocks)


def other_than_normal(assessment: Assessment) -> str:
    """Return what was found other than normal, by side, in one sentence."""
    groups: dict[str, list[str]] = {"left and right": [], "left": [], "right": []}
    for item in _sided(assessment):
        sides = [side for side in SIDES if mark_of(assessment, item, side) is Mark.FILLED]
        if sides:
            groups[" and ".join(sides)].append(item.label)
    found = "; ".join(f"{sides}: {', '.join(labels)}" for sides, labels in groups.items() if labels)
    return wording.OTHER_THAN_NORMAL.format(found=found) if found else ""


def _sided(assessment: Assessment) -> Iterator[Item]:
    """Yield the items with sides that are asked on one side at least."""
    for item in assessment.form.items.values():
        if item.has_sides and any(assessment.asked.get(cell) is not Asked.NO for cell in item.cells):
            yield item


def _row(assessment: Assessment, item: Item, below: list[str]) -> SideRow:
    """Return the row of an item; a text too long for its column is put below."""
    on = assessed_on(assessment.answers)
    texts: dict[str, str] = {}
    strong = []
    for side in SIDES:
        cell = f"{item.id}.{side}"
        answer = assessment.answers.cells.get(cell)
        text = answer_text(item, answer, on) if assessment.asked.get(cell) is not Asked.NO else wording.NOT_ASKED
        if len(text) > LONGEST_CELL:
            below.append(f"{item.label}, {side}: {text}")
            text = wording.SEE_BELOW.format(words=text.partition(":")[0][:LONGEST_CELL])
        texts[side] = text
        is_yes = item.type is ItemType.YES_NO and isinstance(answer, Chosen) and answer.option == YES
        if (is_yes and text != wording.NOT_ASKED) or mark_of(assessment, item, side) is Mark.FILLED:
            strong.append(side)
    return SideRow(item.label, texts["left"], texts["right"], tuple(strong))


def _nothing_on_both(assessment: Assessment, item: Item) -> str:
    """Return the key of the line for an item with nothing to show on both sides ("" for a row of its own)."""
    kinds = {_nothing(assessment, cell) for cell in item.cells}
    return kinds.pop() if len(kinds) == 1 else ""


def _nothing(assessment: Assessment, cell: str) -> str:
    if assessment.asked.get(cell) is Asked.NO:
        return ""
    match assessment.answers.cells.get(cell):
        case None:
            return "nothing"
        case Chosen(option) if option == NO and assessment.form.cells[cell].type is ItemType.YES_NO:
            return "no"
        case NotDone():
            return "not_done"
        case _:
            return ""


def _as_block(assessment: Assessment) -> Iterator[str]:
    """Yield which findings were marked normal together."""
    cells = assessment.answers.cells
    labels = [
        item.label for item in _sided(assessment)
        if any(
            isinstance(answer := cells.get(cell), Chosen) and answer.by_block and assessment.asked[cell] is not Asked.NO
            for cell in item.cells
        )
    ]  # fmt: skip
    if labels:
        yield wording.AS_BLOCK.format(items=", ".join(labels))


def _feet(assessment: Assessment) -> Feet | None:
    """Return the drawing of the items that have a place on it."""
    drawn = [item for item in _sided(assessment) if item.draw]
    if not drawn:
        return None
    points = tuple(FootPoint(item.draw, side, mark_of(assessment, item, side)) for item in drawn for side in SIDES)
    legend = {
        Mark.FILLED: " / ".join(dict.fromkeys(text for item in drawn for text in _filled_texts(item))),
        Mark.OPEN: " / ".join(dict.fromkeys(text for item in drawn for text in _open_texts(item))),
        Mark.BROKEN: wording.NOT_RECORDED,
    }
    used = {point.mark for point in points}
    return Feet(points, tuple((mark, text) for mark, text in legend.items() if mark in used or mark is not Mark.BROKEN))


def _filled_texts(item: Item) -> list[str]:
    if item.type is ItemType.WHOLE:
        return [wording.AT_LEAST.format(number=number_text(_threshold(item)), unit=item.unit).rstrip()]
    return [option.text for option in item.options if option.id != item.normal]


def _open_texts(item: Item) -> list[str]:
    if item.type is ItemType.WHOLE:
        return [wording.FEWER]
    return [option.text for option in item.options if option.id == item.normal]


def _threshold(item: Item) -> Decimal:
    """Return the number from which on a site is drawn filled."""
    return min((number for cutoff in item.cutoffs.values() for number in cutoff.numbers.values()), default=Decimal(1))


def mark_of(assessment: Assessment, item: Item, side: str) -> Mark:
    """Return whether one side is normal (open), other than normal (filled), or neither is known."""
    cell = f"{item.id}.{side}"
    if assessment.asked.get(cell) is Asked.NO:
        return Mark.BROKEN
    match assessment.answers.cells.get(cell):
        case Chosen(option) if item.normal is not None:
            return Mark.OPEN if option == item.normal else Mark.FILLED
        case Whole(value) if item.draw:
            return Mark.FILLED if value >= _threshold(item) else Mark.OPEN
        case _:
            return Mark.BROKEN
