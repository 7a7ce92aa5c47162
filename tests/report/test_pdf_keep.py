"""What stands together where a page ends: a heading with what it is of, the first rows of a table and its last."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from io import BytesIO

import pytest
from pypdf import PdfReader

from screener.report import wording
from screener.report.compose import compose_report
from screener.report.compose_blank import compose_blank
from screener.report.document import (
    Bar,
    Column,
    Grid,
    Labelled,
    Length,
    Listing,
    Pairs,
    Part,
    Question,
    Questions,
    ScoreBars,
    Sentences,
    Signature,
    Tick,
    Words,
)
from screener.report.pdf import render_pdf
from screener.report.pdf_style import BODY, LEADING, natural_width, paragraph, style
from tests.report import vignettes
from tests.report.hand_made import assessment

FOOT = 44  # points: what stands lower is the foot of the page
EMPTY = replace(compose_report(assessment()), parts=(), on_page_1=0, answers="")
COLUMNS = (Column("Thing", 50), Column("Said", 50))
TEXTS = [f"row{number:02}" for number in range(6)]
BLOCKS = {
    "grid": (Grid(COLUMNS, tuple((text, "said") for text in TEXTS)),),
    "pairs": (Pairs(tuple(Labelled(text, "said " * 30) for text in TEXTS)),),
    "listing": (Listing(tuple(TEXTS)),),
    "bars": (ScoreBars(tuple(Bar(text, "", "", "", 0, None, None, 1) for text in TEXTS)),),
    "questions": (Questions("Asked", "", tuple(Question(text, "", ((Tick("Yes"),),)) for text in TEXTS)),),
    "words above a grid": (Words("Above."), Grid(COLUMNS, tuple((text, "said") for text in TEXTS))),
    "a heading of its own": (Words("", lead="Own"), Grid(COLUMNS, tuple((text, "said") for text in TEXTS))),
}


def lines(page):
    """The lines of a page from the top, its head and foot left out, each as a set of its texts."""
    found = {}

    def keep(text, cm, tm, _font, _size):
        y = round(cm[3] * tm[5] + cm[5])
        if text.strip() and y > FOOT:
            found.setdefault(y, set()).add(text.strip())

    page.extract_text(visitor_text=keep)
    return [found[y] for y in sorted(found, reverse=True)]


def pages(report, paper="A4"):
    return [lines(page) for page in PdfReader(BytesIO(render_pdf(report, paper))).pages]


def place(found, text):
    return next(number for number, page in enumerate(found) for line in page if text in line)


def headings(report):
    """What may not be the last line of a page."""
    for part in report.parts:
        yield part.title
        for block in part.blocks:
            if isinstance(block, Words) and not block.text:
                yield block.lead
            if isinstance(block, Grid):
                yield from (column.title for column in block.columns)
            if isinstance(block, Questions):
                yield block.title


REPORTS = {
    **{name: partial(vignettes.report, name) for name in vignettes.NAMES},
    "every answer": lambda: compose_report(vignettes.assessment("v09"), Length.ANSWERS),
    "blank": lambda: compose_blank(vignettes.form()),
}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_that_no_page_ends_with_a_heading(name, paper):
    report = REPORTS[name]()
    titles = {*headings(report), wording.LEFT, wording.RIGHT, wording.NO_ANSWER}
    assert [page[-1] for page in pages(report, paper) if page[-1] <= titles] == []


@pytest.mark.parametrize("name", BLOCKS)
def test_that_a_heading_stands_with_two_rows_and_two_rows_stand_at_the_end(name):
    last_of_all = set()
    for above in range(42, 61):
        parts = (Part("", (Words("x\n" * above),)), Part("Heading", BLOCKS[name]))
        found = pages(replace(EMPTY, parts=parts))
        assert place(found, "Heading") == place(found, TEXTS[0]) == place(found, TEXTS[1]), above
        if name != "pairs":  # rows that are tables of their own
            assert place(found, TEXTS[-2]) == place(found, TEXTS[-1]), above
        last_of_all.add(place(found, TEXTS[-1]))
    assert last_of_all == {0, 1}, "the end of the page was tried"


def test_that_a_heading_with_a_single_line_stands_with_what_follows():
    blocks = (Pairs((Labelled("Line", "said"),)), Grid(COLUMNS, tuple((text, "said") for text in TEXTS)))
    for above in range(46, 61):
        found = pages(replace(EMPTY, parts=(Part("", (Words("x\n" * above),)), Part("Heading", blocks))))
        assert place(found, "Heading") == place(found, "Line") == place(found, TEXTS[1]), above


def test_that_a_signature_is_never_parted():
    rows = tuple(Labelled(text, "") for text in TEXTS[:6])
    for above in range(45, 62):
        found = pages(replace(EMPTY, parts=(Part("", (Words("x\n" * above),)), Part("Signed", (Signature(rows),)))))
        assert len({place(found, text) for text in ("Signed", *TEXTS[:6])}) == 1


def test_that_a_paragraph_leaves_no_line_alone():
    words = " ".join(["word"] * 120)
    for above in range(50, 62):
        report = replace(
            EMPTY, parts=(Part("", (Words("x\n" * above),)), Part("", (Sentences((Labelled("A", words),)),)))
        )
        counts = [sum(any("word" in text for text in line) for line in page) for page in pages(report)]
        assert 1 not in counts, above


def test_that_an_answer_of_many_short_lines_is_printed_whole():
    rows = tuple((f"row{number:02}", "\n".join(f"line{number:03}" for number in range(150))) for number in range(3))
    found = pages(replace(EMPTY, parts=(Part("Heading", (Grid(COLUMNS, rows),)),)))
    assert sum(text.startswith("line") for page in found for line in page for text in line) == 3 * 150


def test_that_rows_too_tall_to_stand_together_are_printed_all_the_same():
    rows = tuple((f"row{number:02}", " ".join(["tall"] * 170)) for number in range(6))
    found = pages(replace(EMPTY, parts=(Part("Heading", (Grid((Column("A", 85), Column("B", 15)), rows),)),)))
    assert [text for text, _ in rows if not any(text in line for page in found for line in page)] == []


def test_that_a_short_answer_waits_for_the_next_so_that_no_half_line_stays_empty():
    rows = (("one", "said"), ("long", "said " * 30), ("two", "said"), ("last", "said " * 30), ("three", "said"))
    report = replace(EMPTY, parts=(Part("", (Pairs(tuple(Labelled(*row) for row in rows)),)),))
    (page,) = pages(report)
    labels = {label for label, _ in rows}
    assert [line & labels for line in page if line & labels] == [{"long"}, {"one", "two"}, {"last"}, {"three"}]


def test_that_a_space_after_the_last_word_of_a_full_line_makes_no_empty_line():
    words = "Allergies: not recorded."
    width = natural_width(words, style())
    assert [paragraph(f"{words}{end}", style()).wrap(width, 1000)[1] for end in ("", " ", "  ")] == [LEADING[BODY]] * 3


def lines_of(count):
    """A document of so many lines after the first page."""
    first = Part("First", (Words("Alone."),))
    rest = Part("Rest", tuple(Words(f"line{number:03}") for number in range(count)), starts_page=True)
    return replace(EMPTY, on_page_1=1, parts=(first, rest))


def counts(report):
    """How many of the lines stand on each page after the first."""
    return [page.extract_text().count("line") for page in PdfReader(BytesIO(render_pdf(report))).pages[1:]]


def test_that_a_few_lines_have_no_page_of_their_own_where_a_little_smaller_print_spares_it():
    usual, half = counts(lines_of(90))
    assert half > usual // 3, "the last page has enough on it: the print is of the usual size"
    assert counts(lines_of(usual)) == [usual]
    assert counts(lines_of(usual + 1)) == [usual + 1], "a little smaller, on a page less"
    assert counts(lines_of(usual + usual // 4)) == [usual, usual // 4], "far too much for that: of the usual size"
