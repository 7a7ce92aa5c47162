"""What page 1 says in less room where it would go on to another: as running text, then what stands elsewhere too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.report import wording
from screener.report.compose_sides import alike_in_short
from screener.report.document import Labelled, Pairs, ScoreBars, Sentences, Shorter, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.assess.assessment import Assessment
    from screener.report.document import Block, Part


def shorter(assessment: Assessment, parts: tuple[Part, ...], *, is_whole: bool) -> tuple[Shorter, ...]:
    """Return what gives way on page 1, the first first; `is_whole`: no other page follows.

    Nothing to act on, nothing that differs from normal and nothing unknown gives way, and no standing statement.
    """
    blocks = [(part.title, block) for part in parts for block in part.blocks]
    elsewhere = wording.IN_FULL_SUMMARY if is_whole else wording.ON_NEXT_PAGES
    steps = (
        _lines(blocks),
        _abbreviations(blocks),
        _bars(blocks),
        _alike(blocks, alike_in_short(assessment, elsewhere)),
    )
    return tuple(step for steps_ in steps for step in steps_)


def _lines(blocks: list[tuple[str, Block]]) -> Iterator[Shorter]:
    for _, block in blocks:
        if isinstance(block, Pairs):
            yield Shorter((block,), (Sentences(block.rows),))


def _abbreviations(blocks: list[tuple[str, Block]]) -> Iterator[Shorter]:
    for _, block in blocks:
        if isinstance(block, Words) and block.lead == wording.ABBREVIATIONS:
            instead = Words(f"{wording.IN_FULL_SUMMARY}.", lead=wording.ABBREVIATIONS, is_small=True)
            yield Shorter((block,), (instead,))


def _bars(blocks: list[tuple[str, Block]]) -> Iterator[Shorter]:
    """Yield the scores in words, which need no key."""
    for _, block in blocks:
        if isinstance(block, ScoreBars):
            said = tuple(Labelled(bar.title, "; ".join(filter(None, [bar.number, bar.words]))) for bar in block.bars)
            taken = (Words(block.taken, is_small=True),) if block.taken else ()
            yield Shorter((block,), (Sentences(said), *taken))


def _alike(blocks: list[tuple[str, Block]], instead: Sentences) -> Iterator[Shorter]:
    for title, block in blocks:
        if title == wording.EXAMINATION and isinstance(block, Sentences) and block != instead:
            yield Shorter((block,), (instead,))
