"""What was found left and right: what stands out on page 1 with the feet, every row later, and a sentence of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.answers import SIDE_WORDS, Chosen, ChosenSeveral, Measured, NotDone, NoValue, Whole
from screener.assess.assessment import Asked
from screener.assess.figures import number_text
from screener.assess.normal import is_outside, normal_of
from screener.form.model import BODY, BODY_REGIONS, FOOT_PLACES, NO, SIDES, ItemType
from screener.report import wording
from screener.report.answer_text import answer_text, option_text
from screener.report.compose_results import label_with_range, range_sources
from screener.report.document import Block, Labelled, Listing, Sentences, SideRow, SidesTable
from screener.report.marks import Body, BodyRegion, Feet, FootPoint, Mark
from screener.report.notes import notes_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.assess.assessment import Assessment
    from screener.form.model import Item, Section

NONE = "none"  # the option that says that there is nothing
LONGEST_CELL = 90  # characters in a narrow column; longer reasons stand below the table


def standing_out(assessment: Assessment, *, is_whole: bool) -> tuple[Block, ...]:
    """Return what differs from normal or between the sides, what is alike in one line a wording, and the feet.

    `is_whole`: no other page follows, so long texts stand here.
    """
    apart: list[Item] = []
    below: list[str] = []
    alike: dict[str, list[str]] = {}
    for item in _sided(assessment):
        words = _alike(assessment, item)
        if words:
            alike.setdefault(words, []).append(item.label)
        else:
            apart.append(item)
    rows = tuple(_row(assessment, item, below) for item in apart)
    key = wording.STARRED_BUT if any(_is_unjudged(assessment, item) for item in apart) else wording.STARRED
    feet = _feet(assessment)
    if feet is not None and all(point.mark is Mark.BROKEN for point in feet.points):
        feet = None  # nothing is recorded of them
    blocks: list[Block] = [SidesTable(rows, feet, strong_means=key)] if rows or feet is not None else []
    said = [Labelled(words, "; ".join(labels)) for words, labels in sorted(alike.items(), key=_known_first)]
    blocks += [Sentences(tuple(said))] if said else []
    below = [*(below if is_whole else ()), *notes_at(assessment, "examination")]
    if below:
        blocks.append(Listing(tuple(below)))
    return tuple(blocks)


def all_of(assessment: Assessment, section: Section) -> tuple[Block, ...]:
    """Return every row of a section that has a left and a right."""
    below: list[str] = []
    here = {item.id for item in section.items}
    items = [item for item in _sided(assessment) if item.id in here]
    rows = [_row(assessment, item, below) for item in items]
    below += _as_block(assessment, section)
    body = next(
        (_body(assessment, item) for item in items if item.draw == BODY and _is_recorded(assessment, item)), None
    )
    blocks: list[Block] = [SidesTable(tuple(rows), body=body)] if rows else []
    blocks += range_sources(assessment, items)
    return (*blocks, Listing(tuple(below))) if below else tuple(blocks)


def other_than_normal(assessment: Assessment) -> str:
    """Return what was found other than normal, by side, in one sentence."""
    groups: dict[tuple[str, ...], list[str]] = {sides: [] for sides in wording.SIDES_LEAD}
    for item in _sided(assessment):
        sides = tuple(side for side in SIDES if mark_of(assessment, item, side) is Mark.FILLED)
        if sides:
            groups[sides].append(item.label)
    leads = wording.SIDES_LEAD
    found = "; ".join(leads[sides].format(items=", ".join(labels)) for sides, labels in groups.items() if labels)
    return wording.OTHER_THAN_NORMAL.format(found=found) if found else ""


def _sided(assessment: Assessment) -> Iterator[Item]:
    """Yield the items with sides that are asked on one side at least."""
    for item in assessment.form.items.values():
        if item.has_sides and any(assessment.asked.get(cell) is not Asked.NO for cell in item.cells):
            yield item


def _row(assessment: Assessment, item: Item, below: list[str]) -> SideRow:
    """Return the row of an item; a text too long for its column is put below."""
    on = assessment.answers.assessed_on
    texts: dict[str, str] = {}
    strong = []
    for side in SIDES:
        cell = f"{item.id}.{side}"
        answer = assessment.answers.cells.get(cell)
        text = answer_text(item, answer, on) if assessment.asked.get(cell) is not Asked.NO else wording.NOT_ASKED
        if len(text) > LONGEST_CELL:
            below.append(f"{item.label}, {SIDE_WORDS[side]}: {text}")
            text = wording.SEE_BELOW.format(words=text.partition(":")[0][:LONGEST_CELL])
        texts[side] = text
        if mark_of(assessment, item, side) is Mark.FILLED:
            strong.append(side)
    label = label_with_range(item, *(assessment.answers.cells.get(cell) for cell in item.cells))
    return SideRow(label, texts["left"], texts["right"], tuple(strong))


def _alike(assessment: Assessment, item: Item) -> str:
    """Return the words for two sides with the same answer and nothing to act on ("" for a row of its own)."""
    said = {_unremarkable(assessment, item, cell) for cell in item.cells}
    return said.pop() if len(said) == 1 else ""


def _unremarkable(assessment: Assessment, item: Item, cell: str) -> str:
    if assessment.asked.get(cell) is Asked.NO:
        return ""
    match assessment.answers.cells.get(cell):
        case None:
            words = wording.NEITHER_SIDE.format(words=wording.NOT_RECORDED)
        case NotDone():
            words = wording.NEITHER_SIDE.format(words=wording.NOT_DONE)
        case NoValue(reason, text) if not text:
            words = wording.NEITHER_SIDE.format(words=wording.REASONS[reason])
        case Chosen(option) if option in _calm(item):
            words = wording.BOTH_SIDES.format(words=option_text(item, option))
        case ChosenSeveral((option,)) if option in _calm(item):
            words = wording.BOTH_SIDES.format(words=option_text(item, option))
        case Whole() as answer if mark_of(assessment, item, cell.rpartition(".")[2]) is Mark.OPEN:
            words = wording.BOTH_SIDES.format(words=answer_text(item, answer))
        case _:
            return ""
    return words[0].upper() + words[1:]


def _known_first(alike: tuple[str, list[str]]) -> bool:
    return alike[0].endswith(wording.NEITHER_SIDE.partition("}")[2])


def _as_block(assessment: Assessment, section: Section) -> Iterator[str]:
    """Yield which findings were marked normal together."""
    labels = [
        item.label for item in section.items
        if item.normal is not None and any(is_by_block(assessment, cell) for cell in item.cells)
    ]  # fmt: skip
    if labels:
        yield wording.AS_BLOCK.format(items=", ".join(labels))


def is_by_block(assessment: Assessment, cell: str) -> bool:
    """Whether an answer was given for a whole block at once."""
    answer = assessment.answers.cells.get(cell)
    return isinstance(answer, Chosen) and answer.by_block and assessment.asked[cell] is not Asked.NO


def _feet(assessment: Assessment) -> Feet | None:
    """Return the drawing of the items that have a place on it."""
    by_place: dict[str, Item] = {}
    for item in _sided(assessment):
        if item.draw in FOOT_PLACES:
            by_place.setdefault(item.draw, item)  # where two tests share a place, the first is drawn
    if not by_place:
        return None
    drawn = by_place.values()
    points = tuple(FootPoint(item.draw, side, mark_of(assessment, item, side)) for item in drawn for side in SIDES)
    legend = {
        Mark.FILLED: " / ".join(dict.fromkeys(text for item in drawn for text in _filled_texts(item))),
        Mark.OPEN: " / ".join(dict.fromkeys(text for item in drawn for text in _open_texts(item))),
        Mark.BROKEN: wording.NOT_RECORDED,
    }
    used = {point.mark for point in points}
    return Feet(points, tuple((mark, text) for mark, text in legend.items() if mark in used or mark is not Mark.BROKEN))


def _body(assessment: Assessment, item: Item) -> Body:
    """Return the drawing of a question about regions."""
    regions = tuple(
        BodyRegion(option.id, side, region_mark(assessment, item, side, option.id))
        for side in SIDES for option in item.options if option.id in BODY_REGIONS
    )  # fmt: skip
    legend = {Mark.FILLED: item.text, Mark.OPEN: wording.NOT_NAMED, Mark.BROKEN: wording.NOT_RECORDED}
    used = {region.mark for region in regions}
    return Body(regions, tuple((mark, text) for mark, text in legend.items() if mark in used))


def _is_recorded(assessment: Assessment, item: Item) -> bool:
    return any(isinstance(assessment.answers.cells.get(cell), ChosenSeveral) for cell in item.cells)


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


def region_mark(assessment: Assessment, item: Item, side: str, region: str) -> Mark:
    """Return whether a region of the body was named (filled), was not (open), or neither is known."""
    cell = f"{item.id}.{side}"
    answer = assessment.answers.cells.get(cell)
    if assessment.asked.get(cell) is Asked.NO or not isinstance(answer, ChosenSeveral):
        return Mark.BROKEN
    return Mark.FILLED if region in answer.options else Mark.OPEN


def _is_unjudged(assessment: Assessment, item: Item) -> bool:
    """Whether a number is recorded that has no normal range: in plain print it would look normal."""
    answers = (assessment.answers.cells.get(cell) for cell in item.cells)
    return any(isinstance(answer, Measured) and normal_of(item, answer) is None for answer in answers)


def _calm(item: Item) -> frozenset[str]:
    """Return the options that leave nothing to act on: the normal one; else no, none, or what excludes the others."""
    if item.normal is not None:
        return frozenset((item.normal,))
    return frozenset(option.id for option in item.options if option.id in (NO, NONE) or option.exclusive)


def mark_of(assessment: Assessment, item: Item, side: str) -> Mark:
    """Return whether one side is normal (open), other than normal (filled), or neither is known.

    What can be present or not has "no" or "none" for normal, also where a red flag reads it and no block may answer it.
    """
    cell = f"{item.id}.{side}"
    if assessment.asked.get(cell) is Asked.NO:
        return Mark.BROKEN
    match assessment.answers.cells.get(cell):
        case Chosen(option) if _calm(item):
            return Mark.OPEN if option in _calm(item) else Mark.FILLED
        case ChosenSeveral(options) if _calm(item) and item.draw != BODY:
            return Mark.OPEN if _calm(item).issuperset(options) else Mark.FILLED
        case Whole(value) if item.draw:
            return Mark.FILLED if value >= _threshold(item) else Mark.OPEN
        case Whole() | Measured() as answer if normal_of(item, answer) is not None:
            return Mark.FILLED if is_outside(item, answer) else Mark.OPEN
        case _:
            return Mark.BROKEN
