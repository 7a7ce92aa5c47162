"""What was found left and right: what stands out on page 1 with the feet, every row later, and a sentence of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from screener.assess.answers import SIDE_WORDS, Chosen, ChosenSeveral, Measured, NotDone, NoValue, Whole
from screener.assess.assessment import Asked
from screener.assess.normal import normal_of
from screener.form.model import BODY, SIDES
from screener.report import wording
from screener.report.answer_text import answer_text, option_text
from screener.report.compose_drawings import body_of, feet_of, mark_of
from screener.report.compose_results import label_with_range, range_sources
from screener.report.document import Block, Labelled, Listing, Sentences, SideRow, SidesTable
from screener.report.marks import Mark
from screener.report.notes import notes_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.assess.assessment import Assessment
    from screener.form.model import Item, Section

LONGEST_CELL = 90  # characters in a narrow column; longer reasons stand below the table


def standing_out(assessment: Assessment, *, is_whole: bool) -> tuple[Block, ...]:
    """Return what differs from normal or between the sides, what is alike in one line a wording, and the feet.

    `is_whole`: no other page follows, so long texts stand here.
    """
    below: list[str] = []
    apart = [item for item in _sided(assessment) if _alike(assessment, item) is None]
    rows = tuple(_row(assessment, item, below) for item in apart)
    feet = feet_of(assessment, _sided(assessment))
    if feet is not None and all(point.mark is Mark.BROKEN for point in feet.points):
        feet = None  # nothing is recorded of them
    key = _bold_means(assessment, apart)
    blocks: list[Block] = [SidesTable(rows, feet, strong_means=key)] if rows or feet is not None else []
    said = tuple(Labelled(alike.words, "; ".join(labels)) for alike, labels in _all_alike(assessment).items())
    blocks += [Sentences(said)] if said else []
    below = [*(below if is_whole else ()), *notes_at(assessment, "examination")]
    if below:
        blocks.append(Listing(tuple(below)))
    return tuple(blocks)


def alike_in_short(assessment: Assessment, elsewhere: str) -> Sentences:
    """Return what is alike on both sides, of what is unremarkable the number only and where it is named."""
    groups = _all_alike(assessment)
    count = sum(len(labels) for alike, labels in groups.items() if alike.is_known)
    said = wording.COUNTED_ELSEWHERE.format(count=count, place=elsewhere)
    calm = [Labelled(wording.UNREMARKABLE, said)] if count else []
    unknown = (Labelled(alike.words, "; ".join(labels)) for alike, labels in groups.items() if not alike.is_known)
    return Sentences((*calm, *unknown))


def all_of(assessment: Assessment, section: Section) -> tuple[Block, ...]:
    """Return every row of a section that has a left and a right."""
    below: list[str] = []
    here = {item.id for item in section.items}
    items = [item for item in _sided(assessment) if item.id in here]
    rows = [_row(assessment, item, below) for item in items]
    below += _as_block(assessment, section)
    body = next(
        (body_of(assessment, item) for item in items if item.draw == BODY and _is_recorded(assessment, item)), None
    )
    blocks: list[Block] = [SidesTable(tuple(rows), body=body)] if rows else []
    blocks += range_sources(assessment, items)
    return (*blocks, Listing(tuple(below))) if below else tuple(blocks)


def other_than_normal(assessment: Assessment) -> str:
    """Return what was found other than normal, by side, in one sentence."""
    groups: dict[tuple[str, ...], list[str]] = {sides: [] for sides in wording.SIDES_LEAD}
    for item in _sided(assessment):
        sides = tuple(side for side in SIDES if mark_of(assessment, item, side) is Mark.FILLED)
        if sides and item.draw != BODY:  # where symptoms are is no finding
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


class Alike(NamedTuple):
    """What is said of both sides at once; `is_known`: they are unremarkable, not without an answer."""

    words: str
    is_known: bool


def _all_alike(assessment: Assessment) -> dict[Alike, list[str]]:
    """Return the labels of the items of which the same is said of both sides, what is known first."""
    found: dict[Alike, list[str]] = {}
    for item in _sided(assessment):
        if alike := _alike(assessment, item):
            found.setdefault(alike, []).append(item.label)
    return dict(sorted(found.items(), key=lambda each: not each[0].is_known))


def _alike(assessment: Assessment, item: Item) -> Alike | None:
    """Return what is said of two sides with the same answer and nothing to act on; None for a row of its own.

    Of a side that is asked alone it says that nothing is known of it.
    """
    asked = [cell for cell in item.cells if assessment.asked.get(cell) is not Asked.NO]
    lacking = {_lacking(assessment, cell) for cell in asked}
    calm = {_unremarkable(assessment, item, cell) for cell in asked}
    said, is_known = "", False
    if len(asked) == 1:
        said, pattern = lacking.pop(), wording.LONE_SIDE[asked[0].rpartition(".")[2]]
    elif len(lacking) == 1 and "" not in lacking:
        said, pattern = lacking.pop(), wording.NEITHER_SIDE
    elif len(calm) == 1:
        said, pattern, is_known = calm.pop(), wording.BOTH_SIDES, True
    if not said:
        return None
    words = pattern.format(words=said)
    return Alike(words[:1].upper() + words[1:], is_known)


def _lacking(assessment: Assessment, cell: str) -> str:
    """Return why nothing is known of a cell, where few words say it ("" where something is)."""
    match assessment.answers.cells.get(cell):
        case None:
            return wording.NOT_RECORDED
        case NotDone():
            return wording.NOT_DONE
        case NoValue() as answer if len(said := answer_text(assessment.form.cells[cell], answer)) <= LONGEST_CELL:
            return said
        case _:
            return ""


def _unremarkable(assessment: Assessment, item: Item, cell: str) -> str:
    """Return an answer that leaves nothing to act on, in words ("" for any other)."""
    match assessment.answers.cells.get(cell):
        case Chosen(option) | ChosenSeveral((option,)) if option == item.unremarkable:
            return option_text(item, option)
        case Whole() as answer if mark_of(assessment, item, cell.rpartition(".")[2]) is Mark.OPEN:
            return answer_text(item, answer)
        case _:
            return ""


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


def _bold_means(assessment: Assessment, items: list[Item]) -> str:
    """Return what bold means; where an answer has nothing to be judged by, plain print must not look normal."""
    cells = assessment.answers.cells
    answers = [(item, cells.get(cell)) for item in items for cell in item.cells]
    if any(isinstance(answer, Chosen | ChosenSeveral) and item.unremarkable is None for item, answer in answers):
        return wording.STARRED_BUT_ANSWERS
    if any(isinstance(answer, Measured) and normal_of(item, answer) is None for item, answer in answers):
        return wording.STARRED_BUT
    return wording.STARRED


def _is_recorded(assessment: Assessment, item: Item) -> bool:
    return any(isinstance(assessment.answers.cells.get(cell), ChosenSeveral) for cell in item.cells)
