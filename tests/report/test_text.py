"""The summary as text: the same content, at most 78 columns."""

from __future__ import annotations

import pytest

from screener.assess.answers import Written
from screener.form.model import BODY_REGIONS, FOOT_PLACES, SIDES
from screener.report.compose import compose_report
from screener.report.document import Grid, SidesTable
from screener.report.marks import Mark
from screener.report.text import WIDTH, render_text
from screener.report.texts import texts
from tests.report import vignettes
from tests.report.hand_made import assessment


def folded(text: str) -> str:
    """The text without white space, which wrapping changes."""
    return "".join(text.split())


def test_that_the_text_of_v01_is_the_golden_one():
    golden = vignettes.GOLDEN.read_text(encoding="utf-8")
    assert vignettes.text_without_marks("v01") == golden, (
        "if meant: python -m tests.report.vignettes, and read the change"
    )


@pytest.mark.parametrize("name", vignettes.NAMES)
def test_that_no_line_is_longer_than_78_columns(name):
    assert max(len(line) for line in render_text(vignettes.report(name)).splitlines()) <= WIDTH == 78


@pytest.mark.parametrize("name", vignettes.NAMES)
def test_that_the_text_says_all_that_the_paper_says(name):
    report = vignettes.report(name)
    shown = folded(render_text(report)).lower()
    drawn = {*FOOT_PLACES, *BODY_REGIONS, *SIDES, *Mark}
    lost = [
        text for _, text in texts(report)
        if folded(text).lower() not in shown and text not in drawn and text != report.meta.form_sha256
        and not is_legend(report, text) and text not in heads_nothing(report)
    ]  # fmt: skip
    assert lost == []


def is_legend(report, text):
    tables = [block for part in report.parts for block in part.blocks if isinstance(block, SidesTable)]
    drawings = [drawing for table in tables for drawing in (table.feet, table.body) if drawing is not None]
    return any(text == words for drawing in drawings for _, words in drawing.legend)


def heads_nothing(report):
    """The titles of columns in which nothing stands."""
    grids = [block for part in report.parts for block in part.blocks if isinstance(block, Grid)]
    columns = [(column, cells) for grid in grids for column, *cells in zip(grid.columns, *grid.rows, strict=True)]
    return {column.title for column, cells in columns if not any(cells)}


def test_that_two_thousand_words_and_their_line_ends_stay():
    words = [f"word{number:04}" for number in range(2000)]
    typed = " ".join(words[:1000]) + "\n" + " ".join(words[1000:])
    shown = render_text(compose_report(assessment(course=Written(typed))))
    assert folded(typed) in folded(shown)
    assert any(line.strip().startswith("word1000") for line in shown.splitlines())


def test_that_a_word_longer_than_the_line_is_broken_and_kept():
    shown = render_text(compose_report(assessment(course=Written("x" * 500))))
    assert "x" * 500 in folded(shown)
