"""What was found left and right as a drawing: which sites are marked how on the feet, which regions on the body."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.answers import Chosen, ChosenSeveral, Measured, Whole
from screener.assess.assessment import Asked
from screener.assess.figures import number_text
from screener.assess.normal import is_outside, normal_of
from screener.form.model import BODY_REGIONS, FOOT_PLACES, SIDES, ItemType
from screener.report import wording
from screener.report.marks import Body, BodyRegion, Feet, FootPoint, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screener.assess.assessment import Assessment
    from screener.form.model import Item


def feet_of(assessment: Assessment, items: Iterable[Item]) -> Feet | None:
    """Return the drawing of the items that have a place on it; nothing is marked where a side is not asked."""
    by_place: dict[str, Item] = {}
    for item in items:
        if item.draw in FOOT_PLACES:
            by_place.setdefault(item.draw, item)  # where two tests share a place, the first is drawn
    if not by_place:
        return None
    drawn = by_place.values()
    points = tuple(
        FootPoint(item.draw, side, mark_of(assessment, item, side))
        for item in drawn for side in SIDES if assessment.asked.get(f"{item.id}.{side}") is not Asked.NO
    )  # fmt: skip
    legend = {
        Mark.FILLED: " / ".join(dict.fromkeys(text for item in drawn for text in _filled_texts(item))),
        Mark.OPEN: " / ".join(dict.fromkeys(text for item in drawn for text in _open_texts(item))),
        Mark.BROKEN: wording.NO_RESULT,
    }
    used = {point.mark for point in points}
    return Feet(points, tuple((mark, text) for mark, text in legend.items() if mark in used or mark is not Mark.BROKEN))


def body_of(assessment: Assessment, item: Item) -> Body:
    """Return the drawing of a question about regions."""
    regions = tuple(
        BodyRegion(option.id, side, region_mark(assessment, item, side, option.id))
        for side in SIDES for option in item.options if option.id in BODY_REGIONS
    )  # fmt: skip
    legend = {Mark.FILLED: item.text, Mark.OPEN: wording.NOT_NAMED, Mark.BROKEN: wording.NOT_RECORDED}
    used = {region.mark for region in regions}
    return Body(regions, tuple((mark, text) for mark, text in legend.items() if mark in used))


def _filled_texts(item: Item) -> list[str]:
    if item.type is ItemType.WHOLE:
        return [wording.AT_LEAST.format(number=number_text(_threshold(item)), unit=item.unit).rstrip()]
    return [option.text for option in item.options if option.id != item.unremarkable]


def _open_texts(item: Item) -> list[str]:
    if item.type is ItemType.WHOLE:
        return [wording.FEWER]
    return [option.text for option in item.options if option.id == item.unremarkable]


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


def mark_of(assessment: Assessment, item: Item, side: str) -> Mark:
    """Return whether one side is normal (open), other than normal (filled), or neither is known."""
    cell = f"{item.id}.{side}"
    if assessment.asked.get(cell) is Asked.NO:
        return Mark.BROKEN
    match assessment.answers.cells.get(cell):
        case Chosen(option) if item.unremarkable is not None:
            return Mark.OPEN if option == item.unremarkable else Mark.FILLED
        case ChosenSeveral(options) if item.unremarkable is not None:
            return Mark.OPEN if options == (item.unremarkable,) else Mark.FILLED
        case Whole(value) if item.draw:
            return Mark.FILLED if value >= _threshold(item) else Mark.OPEN
        case Whole() | Measured() as answer if normal_of(item, answer) is not None:
            return Mark.FILLED if is_outside(item, answer) else Mark.OPEN
        case _:
            return Mark.BROKEN
