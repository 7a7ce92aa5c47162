"""Form -> Report: the form on paper, to be filled in by hand. Conditions and answers stand in words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from screener.assess.answers import SIDE_WORDS
from screener.assess.figures import number_text
from screener.assess.words import Words as RuleWords
from screener.form.expression import Is
from screener.form.model import BODY, FOOT_PLACES, LEFT, SIDES, ItemType
from screener.report import wording
from screener.report.answer_text import unit_text
from screener.report.document import (
    Banner,
    BlankColumn,
    BlankTable,
    Block,
    Labelled,
    Part,
    Question,
    Questions,
    Report,
    Room,
    SidesTable,
    Signature,
    Tick,
    Words,
)
from screener.report.identity import form_meta
from screener.report.marks import Body, Feet, FootPoint, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.form.model import Form, Item, Section
    from screener.report.document import Entry

LINE = "_" * 28
MOST_NUMBERS = 11  # of a scale, to tick instead of to write
ROWS = 5  # of a table
MOST_LISTED = 2  # answers that stand under the title of a column


def compose_blank(form: Form) -> Report:
    """Return the blank form; every page has room for whose it is."""
    rooms = ((wording.BORN, 14), (wording.GENDER, 8), (form.identifier or wording.IDENTIFIER, 16))
    facts = tuple(Labelled(label, LINE[:letters]) for label, letters in rooms)
    asked, paragraph = wording.BLANK_ASKED
    agreed = tuple(Tick(words.capitalize()) for words in wording.SHARED.values() if words)
    first = (_to_write(wording.OTHER_PLACES["date"], 1), _to_write(asked, 3))
    added = (_to_write(paragraph, 3), Question(wording.SHARING, "", (agreed,)), _to_write(wording.COPIES_TO, 1))
    signature = Signature(tuple(Labelled(label, "") for label in wording.BLANK_SIGNATURE), is_by_hand=True)
    parts = (
        Part("", tuple(Words(text, is_small=True) for text in (form.intended_use,) if text)),
        Part("", (Words(wording.HOW_TO_FILL, is_boxed=True), Questions("", "", first))),
        *(Part(section.title, tuple(_blocks(form, section))) for section in form.pages),
        Part(wording.BLANK_SUMMARY, (Questions("", "", added, has_reasons=False),)),
        Part(wording.COMPLETED_BY, (signature,)),
    )
    return Report(Banner(f"{wording.NAME} {LINE}", facts), form_meta(form, wording.BLANK_TITLE), parts)


def _to_write(text: str, lines: int) -> Question:
    """Return what is asked for the summary, with so many lines to write on."""
    return Question(text, "", ((),), lines)


def _blocks(form: Form, section: Section) -> Iterator[Block]:
    if section.intro:
        yield Words(section.intro, is_small=True)
    for block in section.blocks:
        title, used = block.title, [item for item in block.items if not item.is_off]
        for (is_table, has_sides), items in groupby(used, lambda each: (_is_table(each), each.has_sides)):
            if is_table:
                yield from (_table(form, item) for item in items)
            else:
                yield from _questions(form, title, tuple(items), has_sides=has_sides)
                title = ""


def _questions(form: Form, title: str, items: tuple[Item, ...], *, has_sides: bool) -> Iterator[Block]:
    """Yield questions with when they are asked, once above them where that is the same for all, under their drawing."""
    conditions = [_condition(form, item) for item in items]
    first = {condition for item, condition in zip(items, conditions, strict=True) if not _follows(item, items)}
    shared = first.pop() if len(items) > 1 and len(first) == 1 else ""
    sites = [item for item in items if item.draw in FOOT_PLACES]
    rows = []
    for item, condition in zip(items, conditions, strict=True):
        number = str(sites.index(item) + 1) if item in sites else ""
        rows.append(_question(item, number, "" if condition == shared else condition))
    drawing = _drawing(items, sites)
    if drawing is not None:
        yield Words(shared, lead=title)
        yield drawing
        title = shared = ""
    yield Questions(title, shared, tuple(rows), has_sides)


def _follows(item: Item, items: tuple[Item, ...]) -> bool:
    """Whether a question is asked for one answer to another of these: so only where that one is asked."""
    truth = item.ask_if.truth(LEFT if item.has_sides else "") if item.ask_if is not None else None
    return isinstance(truth, Is) and any(truth.cell in other.cells for other in items)


def _drawing(items: tuple[Item, ...], sites: list[Item]) -> SidesTable | None:
    """Return what is marked by hand: sites on the feet by their number, regions of the body."""
    if sites:
        places = enumerate(sites, start=1)
        points = (FootPoint(item.draw, side, Mark.OPEN, str(number)) for number, item in places for side in SIDES)
        return SidesTable((), feet=Feet(tuple(points), ()))
    return SidesTable((), body=Body((), ())) if any(item.draw == BODY for item in items) else None


def _is_table(item: Item) -> bool:
    return item.type is ItemType.TABLE


def _question(item: Item, number: str, condition: str) -> Question:
    """Return a question, with its number on the drawing where it has one."""
    remarks = [condition]
    text = " ".join(filter(None, [number, item.text]))
    if item.type is ItemType.SEVERAL:
        remarks.append(wording.TICK_ALL)
    if item.type is ItemType.TEXT:
        return Question(text, _joined(remarks), ((),) * len(item.cells), max(item.lines, 1), item.help)
    return Question(text, _joined(remarks), (tuple(_field(item)),) * len(item.cells), help=item.help)


def _condition(form: Form, item: Item) -> str:
    """Return when the question is asked, in the words printed here; of one with sides, for the same side."""
    if item.ask_if is None:
        return ""
    words = RuleWords(form, in_full=True).truth(item.ask_if.truth(LEFT if item.has_sides else ""))
    return wording.ONLY_IF.format(condition=words.replace(f"({SIDE_WORDS[LEFT]})", wording.SAME_SIDE))


def _joined(remarks: list[str]) -> str:
    return " ".join(filter(None, remarks))


def _field(item: Item) -> Iterator[Entry]:
    match item.type:
        case ItemType.WHOLE:
            yield from _whole(item)
        case ItemType.QUANTITY:
            yield from _quantity(item)
        case ItemType.DATE:
            yield Room(14)
            yield wording.DAY_MONTH_YEAR
        case _:
            yield from (Tick(option.text) for option in item.options)


def _whole(item: Item) -> Iterator[Entry]:
    limits = item.limits
    if limits is not None and limits.highest - limits.lowest < MOST_NUMBERS:
        yield from (Tick(str(number)) for number in range(int(limits.lowest), int(limits.highest) + 1))
    else:
        yield Room(6)
    if item.unit:
        yield item.unit


def _quantity(item: Item) -> Iterator[Entry]:
    yield Room(8)
    units = [unit_text(unit) for unit in item.units]
    yield from (filter(None, units) if len(units) == 1 else (Tick(unit) for unit in units))
    if item.is_dated:
        yield wording.ON_DAY
        yield Room(12)
    if item.has_not_done:
        yield Tick(wording.NOT_DONE.capitalize())


def _table(form: Form, item: Item) -> BlankTable:
    columns, answers = [], []
    for column in item.columns:
        options = column.options
        listed = " / ".join(option.text for option in options) if len(options) > MOST_LISTED else ""
        if said := ". ".join(filter(None, [listed, column.help.rstrip(".")])):
            answers.append(Labelled(column.label, said))
        columns.append(BlankColumn(column.label, _hint(column), 1 if column.unit or column.units else 2))
    ends: tuple[Entry, ...] = (*(Tick(words) for words in wording.TABLE_ENDS), wording.NO_ANSWER, Room(12))
    return BlankTable(item.text, _condition(form, item), tuple(columns), ROWS, ends, tuple(answers), item.help)


def _hint(column: Item) -> str:
    """Return what goes into a column: a few answers, or its unit, or its limits."""
    if column.unit:
        return column.unit
    if column.type is ItemType.WHOLE and column.limits is not None:
        return wording.FROM_TO.format(
            lowest=number_text(column.limits.lowest), highest=number_text(column.limits.highest)
        )
    if column.type is ItemType.QUANTITY:
        return " / ".join(unit_text(unit) for unit in column.units)
    options = column.options
    return " / ".join(option.text for option in options) if len(options) <= MOST_LISTED else ""
