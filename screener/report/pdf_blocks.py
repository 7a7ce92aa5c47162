"""Blocks of a report -> what reportlab lays out. Words wrap and split over pages; nothing is cut off."""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Any

from reportlab.platypus import PageBreak, TableStyle

from screener.report import wording
from screener.report.document import (
    ActionBox,
    BlankTable,
    Block,
    Grid,
    Labelled,
    Listing,
    Pairs,
    Questions,
    ScoreBars,
    Sentences,
    SidesTable,
    Signature,
    Words,
)
from screener.report.fonts import BOLD, REGULAR
from screener.report.pdf_blank import blank_table, questions
from screener.report.pdf_findings import score_bars, sides
from screener.report.pdf_keep import height, together
from screener.report.pdf_style import (
    BODY,
    GRID,
    GUTTER,
    HEADING,
    LEADING,
    SMALL,
    SOFT,
    cell,
    fits,
    paragraph,
    runs,
    style,
)
from screener.report.pdf_tables import (
    ACTIONS,
    BOXED,
    HEADED,
    KEPT,
    LINED,
    PAD,
    PAIRED,
    PLAIN,
    STEPS,
    TWO_PAIRS,
    UNDERLINED,
    Gap,
    column_widths,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.platypus import Flowable

    from screener.report.document import Action, Part

BOLD_CELLS = 2  # of a strong row
LITTLE = 2 * LEADING[BODY]  # points: too little to stand at the foot of a page with a heading alone


def flowables(part: Part, width: float, page: float) -> Iterator[Flowable]:
    """Yield a part with its heading; `page` is the height of a page."""
    if part.starts_page:
        yield PageBreak()
    boxed = bool(part.blocks) and isinstance(part.blocks[0], ActionBox)
    heading: list[Flowable] = [Gap(0, GRID)]
    if part.title and not boxed:
        heading = [Gap(0, GRID), _heading(part.title, width), Gap(0, 1)]
    for block, following in zip_longest(part.blocks, part.blocks[1:]):
        story = list(_block(block, width, page, part.title))
        if _ends_small(block) and not isinstance(following, Words | None):
            story.append(Gap(0, PAD))
        most = KEPT if _introduces(block, following) else LITTLE if heading else 0.0
        if following is not None and sum(height(each, width) for each in story) <= most:
            heading += story
        else:
            yield from together(heading, story, width, page)
            heading = []
    yield from heading


def _ends_small(block: Block) -> bool:
    """Whether a block ends with small print, from which what follows stands a little apart."""
    return (isinstance(block, Words) and block.is_small) or (isinstance(block, ScoreBars) and bool(block.key))


def _introduces(block: Block, following: Block | None) -> bool:
    """Whether a block says what comes next: words above what isn't words, a heading of its own, a drawing alone."""
    if isinstance(block, SidesTable):
        return not block.rows
    return isinstance(block, Words) and not (block.text and isinstance(following, Words))


def _block(block: Block, width: float, page: float, title: str) -> Iterator[Flowable]:  # noqa: C901 - a case a kind
    match block:
        case ActionBox(actions):
            yield _action_box(title, actions, width)
        case Pairs(rows):
            yield from _pairs(rows, width)
        case Sentences():
            yield Gap(0, PAD)
            yield _sentences(block)
        case Words():
            yield from _words(block, width)
        case Listing(items):
            yield _bullets(items, width)
        case SidesTable():
            yield from sides(block, width, page)
        case ScoreBars():
            yield from _scores(block, width)
        case Grid():
            yield _grid(block, width)
            if block.strong_means:
                meaning = wording.BOLD.format(meaning=block.strong_means)
                yield from _words(Words(meaning, is_small=True), width)
        case Signature():
            yield _signature(block, width)
        case Questions():
            yield questions(block, width)
        case BlankTable():
            yield from blank_table(block, width)


def _heading(text: str, width: float) -> Flowable:
    return table([[paragraph(text, style(HEADING, bold=True))]], [width], UNDERLINED)


def _action_box(title: str, actions: tuple[Action, ...], width: float) -> Flowable:
    first = width * 0.22
    rows: list[list[object]] = [[paragraph(title, style(HEADING, bold=True)), ""]] if title else []
    for action in actions:
        title_run = ((f"{action.title}. ", style(bold=True)),) if action.title else ()
        by_run = ((f" {action.by}", style(SMALL)),) if action.by else ()
        words = runs((*title_run, (action.text, style()), *by_run), style())
        rows.append([cell(action.lead, first - 4 * GRID, style(bold=True)), words])
    return table(rows, [first, width - first], ACTIONS if title else STEPS)


def _sentences(block: Sentences) -> Flowable:
    size = SMALL if block.is_small else BODY
    looks = style(size, bold=True), style(size)
    pieces = [zip((f"{row.label}: ", f"{row.text}. "), looks, strict=True) for row in block.rows]
    return runs(tuple(chain.from_iterable(pieces)), style(size))


def _words(block: Words, width: float) -> Iterator[Flowable]:
    look = style(SMALL, soft=True) if block.is_small else style()
    words = paragraph(block.text, look, block.lead)
    if block.is_boxed:
        yield Gap(0, GRID)
        yield table([[words]], [width], BOXED)
        return
    yield Gap(0, PAD if block.text else 1.5 * GRID)
    yield words


def _scores(block: ScoreBars, width: float) -> Iterator[Flowable]:
    yield score_bars(block.bars, width)
    if block.key:
        yield from _words(Words(f"{block.taken} {block.key}", is_small=True), width)


def _bullets(items: tuple[str, ...], width: float) -> Flowable:
    rows = [["•", paragraph(item, style())] for item in items]
    return table(rows, [3 * GRID, width - 3 * GRID], PLAIN)


def _pairs(rows: tuple[Labelled, ...], width: float) -> Iterator[Flowable]:
    """Yield short pairs two to a line, long ones on lines of their own; a short one waits for the next."""
    half = (width - GUTTER) / 2
    label_width = half * 0.46
    is_short = [fits(row.text, half - label_width - 2 * GRID, style()) for row in rows]
    waiting: list[Labelled] = []
    for number, row in enumerate(rows):
        if is_short[number]:
            waiting.append(row)
            continue
        ready = len(waiting) - (len(waiting) % 2 if any(is_short[number:]) else 0)
        yield from _short_pairs(waiting[:ready], label_width, half)
        waiting = waiting[ready:]
        words = cell(row.text, width - label_width - 2 * GRID, style())
        yield table([[_label(row.label, label_width), words]], [label_width, width - label_width], PAIRED)
    yield from _short_pairs(waiting, label_width, half)


def _short_pairs(rows: list[Labelled], label_width: float, half: float) -> Iterator[Flowable]:
    if not rows:
        return
    last = Labelled("", "")
    two = [(rows[at], rows[at + 1] if at + 1 < len(rows) else last) for at in range(0, len(rows), 2)]
    lines = [
        (_label(left.label, label_width), left.text, "", _label(right.label, label_width), right.text)
        for left, right in two
    ]
    yield table(lines, [label_width, half - label_width, GUTTER, label_width, half - label_width], TWO_PAIRS)


def _label(text: str, width: float) -> str | Flowable:
    return cell(text, width - 2 * GRID, style(soft=True))


def _grid(block: Grid, width: float) -> Flowable:
    look = style(SMALL, bold=True, soft=True)
    widths = column_widths(
        [((column.title, look),) for column in block.columns], [column.share for column in block.columns], width
    )
    titles = [cell(column.title, each - 2 * GRID, look) for column, each in zip(block.columns, widths, strict=True)]
    rows: list[list[object]] = [[*titles]] if any(titles) else []
    heads = len(rows)
    commands: list[Any] = [("FONT", (0, heads), (-1, -1), REGULAR, SMALL, LEADING[SMALL])] if block.is_small else []
    for number, row in enumerate(block.rows):
        size = SMALL if block.is_small else BODY
        looks = [style(size, bold=number in block.strong and column < BOLD_CELLS) for column in range(len(row))]
        rows.append([cell(*each) for each in zip(row, (each - 2 * GRID for each in widths), looks, strict=True)])
        if number in block.strong:
            commands.append(("FONT", (0, number + heads), (BOLD_CELLS - 1, number + heads), BOLD, size, LEADING[size]))
    plain = HEADED if heads else LINED
    return table(rows, widths, TableStyle([*plain.getCommands(), *commands]), repeat=heads)


def _signature(block: Signature, width: float) -> Flowable:
    label = width * 0.3
    lines = [[row.label, cell(row.text, width - label - 2 * GRID, style())] for row in block.rows]
    to_write = [("TOPPADDING", (0, 0), (-1, -1), GRID)] if block.is_by_hand else []
    look = TableStyle([
        *LINED.getCommands(), ("TEXTCOLOR", (0, 0), (0, -1), SOFT), *to_write,
        ("TOPPADDING", (0, -1), (-1, -1), 6 * GRID),
    ])  # fmt: skip
    signature = table(lines, [label, width - label], look)
    signature.kept = len(lines)
    return signature
