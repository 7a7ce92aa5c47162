"""The referral summary as a value: what is said, in order, before anything decides how it looks.

PDF, text and screen draw the same `Report`. Every string in it is plain text, in the words that are printed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from screener.frozen import dataclass

if TYPE_CHECKING:
    from decimal import Decimal

    from screener.report.marks import Body, Feet


class Length(StrEnum):
    """How much of the summary is printed."""

    PAGE = "page"  # page 1 alone, signed
    FULL = "full"
    ANSWERS = "answers"  # and every question with its answer


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and what stands after it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Action:
    """Something to act on: by when (empty when the line above says it), what, what to do, and which answers say so."""

    lead: str
    title: str
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class ActionBox:
    """What has to be read before anything else."""

    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels with their answers."""

    rows: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Sentences:
    """Labels with what stands after them, one after the other in one paragraph. `is_small`: to look up, not to read."""

    rows: tuple[Labelled, ...]
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, its bold beginning apart. `is_small`: standing text rather than this patient's."""

    text: str
    lead: str = ""
    is_small: bool = False
    is_boxed: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines with a bullet."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideRow:
    """What was found left and right; `strong` are the sides on which it is other than normal, printed bold."""

    label: str
    left: str
    right: str
    strong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SidesTable:
    """Findings left and right, with the drawing of the feet or the body where there is one.

    `strong_means`: what bold means, said by the first of its kind.
    """

    rows: tuple[SideRow, ...]
    feet: Feet | None = None
    body: Body | None = None
    strong_means: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A score on its scale: certain up to `lowest`, possible up to `highest`. None: no number to draw."""

    title: str
    cite: str
    number: str  # "9 of 9", "6 to 8 of 10"
    words: str
    floor: Decimal
    lowest: Decimal | None
    highest: Decimal | None
    maximum: Decimal
    cutoffs: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreBars:
    """Scores, one below the other. `taken`: by whom and when; `key`: what is drawn how, where that is to be said."""

    bars: tuple[Bar, ...]
    taken: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid; `share` is its part of the width, out of the sum of all shares."""

    title: str
    share: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: results, medicines tried, criteria. `strong`: numbers, from 0, of rows that begin with bold cells.

    `strong_means`: why, where that doesn't go without saying.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: frozenset[int] = frozenset()
    is_small: bool = False  # sources rather than findings
    strong_means: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who completed the summary, with room to sign; `is_by_hand`: and to write all of it."""

    rows: tuple[Labelled, ...]
    is_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick and what it stands for."""

    text: str


@dataclass(frozen=True, slots=True)
class Room:
    """A line to write on, with room for so many letters."""

    letters: int


Entry = Tick | Room | str


@dataclass(frozen=True, slots=True)
class Question:
    """A question on the blank form; `fields` are its place to answer, or the left and the right one."""

    text: str
    remark: str  # when it is asked, and how to answer
    fields: tuple[tuple[Entry, ...], ...]
    lines: int = 0  # to write on, below
    help: str = ""


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions of the blank form with as many fields each; `remark` says when all of them are asked.

    `has_reasons`: with room to write why there is no answer, beside what is ticked or a number.
    """

    title: str
    remark: str
    rows: tuple[Question, ...]
    has_sides: bool = False
    has_reasons: bool = True


@dataclass(frozen=True, slots=True)
class BlankColumn:
    """A column to fill in: its title, what stands under that; `share` is its part of the width, as in `Column`."""

    label: str
    text: str
    share: int


@dataclass(frozen=True, slots=True)
class BlankTable:
    """A table to fill in; `answers`: what its columns take, where there is a list of it, and how to answer.

    `ends`: that it has no rows, or no more than these, or why there is no answer.
    """

    text: str
    remark: str
    columns: tuple[BlankColumn, ...]
    rows: int
    ends: tuple[Entry, ...] = ()
    answers: tuple[Labelled, ...] = ()
    help: str = ""


Block = (
    ActionBox | Pairs | Sentences | Words | Listing | SidesTable | ScoreBars | Grid | Signature | Questions | BlankTable
)


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks under a heading (none when empty)."""

    title: str
    blocks: tuple[Block, ...]
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Shorter:
    """Blocks of page 1, and what stands in place of all of them where the page would go on to another."""

    blocks: tuple[Block, ...]
    instead: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Banner:
    """Whose page it is, on every page."""

    name: str
    facts: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Meta:
    """What document it is and what made it, on every page; of a summary its day, its id and where it stands as well."""

    title: str
    clinic: str
    form_id: str
    form_version: str
    form_sha256: str
    review: str
    software: str
    assessed: str = ""
    document_id: str = ""
    standing: str = ""  # draft or final, with the reason for a draft
    is_draft: bool = False  # marked so across every page


@dataclass(frozen=True, slots=True)
class Report:
    """A whole document. Its first parts, `on_page_1` of them, stand on one page, a little smaller if need be.

    `shorter`: what gives way where that is not enough, the first first.
    """

    banner: Banner
    meta: Meta
    parts: tuple[Part, ...]
    on_page_1: int = 0
    is_large: bool = False  # for patients: that page in letters as large as it allows
    shorter: tuple[Shorter, ...] = ()
    answers: str = ""  # the answers file that travels inside the PDF
