"""Report -> plain text of at most 78 columns: the same content as on paper, for the clinic's own record system."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from screener.report import wording
from screener.report.document import (
    ActionBox,
    BlankTable,
    Block,
    Grid,
    Listing,
    Pairs,
    Questions,
    ScoreBars,
    Sentences,
    SidesTable,
    Signature,
    Words,
)
from screener.report.identity import form_words, standing_words
from screener.report.text_blank import blank_lines
from screener.report.text_lines import WIDTH, columns, padded, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.report.document import Part, Report, SideRow

STAR = "*"
_SIDES = (34, 20, 20)  # label, left, right, with two spaces between


def render_text(report: Report) -> str:
    """Return the summary as text; every line has at most 78 columns."""
    lines = [*_head(report)]
    for part in report.parts:
        lines.append("")
        if part.title:
            lines += [*wrapped(part.title.upper()), "-" * min(columns(part.title), WIDTH)]
        lines += _part(part)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(report: Report) -> Iterator[str]:
    about = report.meta
    yield from wrapped(about.title.upper())
    facts = [f"{fact.label} {fact.text}" for fact in report.banner.facts]
    yield from wrapped(report.banner.name)
    yield from wrapped("   ".join(facts))
    yield from wrapped(" · ".join(standing_words(replace(about, title=""))))
    document = [wording.DOCUMENT.format(id=about.document_id)] if about.document_id else []
    yield from wrapped(" · ".join([*document, *form_words(about)]))
    yield "=" * WIDTH


def _part(part: Part) -> Iterator[str]:
    for block in part.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:  # noqa: C901 - a case a kind
    match block:
        case ActionBox(actions):
            for action in actions:
                title = f"{action.title}. " if action.title else ""
                yield from _labelled(action.lead, " ".join(filter(None, [f"{title}{action.text}".rstrip(), action.by])))
        case Pairs(rows) | Sentences(rows) | Signature(rows):
            for row in rows:
                yield from _labelled(row.label, row.text)
        case Words(text, lead):
            yield from wrapped(f"{lead} {text}".strip())
        case Listing(items):
            for item in items:
                yield from wrapped(item, first="- ", then="  ")
        case SidesTable(rows):
            yield from _sides_table(rows, block.strong_means or wording.STARRED) if rows else ()
        case ScoreBars(bars):
            for bar in bars:
                yield from _labelled(bar.title, "; ".join(filter(None, [bar.number, bar.words])))
            yield from wrapped(f"{block.taken} {block.key}") if block.key else ()
        case Grid():
            yield from _grid(block)
        case Questions() | BlankTable():
            yield from blank_lines(block)


def _sides_table(rows: tuple[SideRow, ...], strong_means: str) -> Iterator[str]:
    yield from _columns(("", wording.LEFT, wording.RIGHT))
    for row in rows:
        yield from _columns((row.label, *_sides(row)))
    if any(row.strong for row in rows):
        yield f"{STAR} {strong_means}"


def _sides(row: SideRow) -> tuple[str, str]:
    """Return both sides, with a star where print is bold."""
    texts = (("left", row.left), ("right", row.right))
    left, right = (f"{text} {STAR}" if side in row.strong else text for side, text in texts)
    return left, right


def _grid(block: Grid) -> Iterator[str]:
    """Yield each row as its first cell and the others with their titles; a star where print is bold and says why."""
    titles = [column.title for column in block.columns[1:]]
    for number, (first, *others) in enumerate(block.rows):
        if block.strong_means and number in block.strong:
            others[0] += f" {STAR}"
        named = [f"{title}: {text}" if title else text for title, text in zip(titles, others, strict=True) if text]
        point = "" if first.endswith("?") else "."
        said = f"{first}{point} {'; '.join(named)}" if first and named else first or "; ".join(named)
        yield from wrapped(said, first="- ", then="  ")
    if block.strong_means:
        yield from wrapped(block.strong_means, first=f"{STAR} ", then="  ")


def _labelled(label: str, text: str) -> Iterator[str]:
    yield from wrapped(f"{label}: {text}".rstrip() if label else text, then="    ", first="" if label else "    ")


def _columns(texts: tuple[str, str, str]) -> Iterator[str]:
    """Yield one row of the left/right table, its cells wrapped."""
    cells = [[*wrapped(text, width=width)] for text, width in zip(texts, _SIDES, strict=True)]
    for number in range(max(len(cell) for cell in cells)):
        line = [
            padded(cell[number] if number < len(cell) else "", width) for cell, width in zip(cells, _SIDES, strict=True)
        ]
        yield "  ".join(line)
