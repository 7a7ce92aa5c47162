"""What was found left and right: what stands out on page 1 with the feet, every row later, and a sentence of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    feet = feet_of(assessment, _sided(assessment))
    if feet is not None and all(point.mark is Mark.BROKEN for point in feet.points):
        feet = None  # nothing is recorded of them
    key = _bold_means(assessment, apart)
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


def _alike(assessment: Assessment, item: Item) -> str:
    """Return the words for two sides with the same answer and nothing to act on ("" for a row of its own).

    Of a side that is asked alone they say that nothing is known of it.
    """
    asked = [cell for cell in item.cells if assessment.asked.get(cell) is not Asked.NO]
    if len(asked) == 1:
        lacking, side = _lacking(assessment, asked[0]), asked[0].rpartition(".")[2]
        return _begun(wording.LONE_SIDE[side].format(words=lacking)) if lacking else ""
    said = {_unremarkable(assessment, item, cell) for cell in item.cells}
    return _begun(said.pop()) if len(said) == 1 else ""


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


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
    if lacking := _lacking(assessment, cell):
        return wording.NEITHER_SIDE.format(words=lacking)
    match assessment.answers.cells.get(cell):
        case Chosen(option) | ChosenSeveral((option,)) if option == item.unremarkable:
            return wording.BOTH_SIDES.format(words=option_text(item, option))
        case Whole() as answer if mark_of(assessment, item, cell.rpartition(".")[2]) is Mark.OPEN:
            return wording.BOTH_SIDES.format(words=answer_text(item, answer))
        case _:
            return ""


def _known_first(alike: tuple[str, list[str]]) -> bool:
    return _is_unknown(alike[0])


def _is_unknown(words: str) -> bool:
    """Whether these are words for what is lacking on both sides, or on the one that is asked."""
    lacking = wording.NEITHER_SIDE, *wording.LONE_SIDE.values()
    return words.endswith(tuple(each.partition("}")[2] for each in lacking))


def shortened(alike: Sentences, elsewhere: str) -> Sentences:
    """Return what is alike on both sides, of what is unremarkable the number only and where it is named."""
    known = [row for row in alike.rows if not _is_unknown(row.label)]
    count = sum(len(row.text.split("; ")) for row in known)
    said = wording.COUNTED_ELSEWHERE.format(count=count, place=elsewhere)
    calm = (Labelled(wording.UNREMARKABLE, said),) if known else ()
    return Sentences((*calm, *(row for row in alike.rows if row not in known)))


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
