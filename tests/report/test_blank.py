"""The form on paper, to be filled in by hand, and the leaflet for the patient."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from screener.form.cards import Leaflet, LeafletPart
from screener.form.load import load_form
from screener.form.model import FOOT_PLACES, SIDES, ItemType
from screener.paths import FORMS
from screener.report import wording
from screener.report.compose_blank import compose_blank
from screener.report.compose_leaflet import compose_leaflet
from screener.report.document import BlankTable, Questions, SidesTable, Tick
from screener.report.pdf import render_pdf
from screener.report.pdf_blank import Field
from screener.report.text import WIDTH, render_text
from screener.report.texts import texts
from screener.report.verdicts import forbidden_in
from tests.report.hand_made import AT, FORM

SHIPPED = {folder.name: load_form(folder) for folder in sorted(FORMS.iterdir())}


def pages(report, paper="A4"):
    return [page.extract_text() for page in PdfReader(BytesIO(render_pdf(report, paper))).pages]


def folded(text):
    return "".join(text.split())


@pytest.mark.parametrize("name", SHIPPED)
def test_that_every_question_and_every_answer_it_takes_is_on_the_blank_form(name):
    paper = folded("".join(pages(compose_blank(SHIPPED[name]))))
    wanted = [text for item in SHIPPED[name].items.values() for text in (item.text, *(o.text for o in item.options))]
    wanted += [column.label for item in SHIPPED[name].items.values() for column in item.columns]
    wanted += [
        unit.id for item in SHIPPED[name].items.values() for unit in item.units if unit.id not in ("ratio", "10^9/L")
    ]
    assert [text for text in wanted if folded(text) not in paper] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_that_paper_says_how_to_answer_wherever_the_window_does(name):
    items = [each for item in SHIPPED[name].items.values() for each in (item, *item.columns)]
    wanted = [item.help.rstrip(".") for item in items if item.help]
    assert wanted
    blank = compose_blank(SHIPPED[name])
    for paper in ("".join(pages(blank)), render_text(blank)):
        assert [text for text in wanted if folded(text) not in folded(paper)] == []


def test_that_what_the_questions_of_a_block_depend_on_is_said_once_above_them():
    """Eighteen questions for trial teams said one after the other that they are asked for trials only."""
    blocks = [block for part in compose_blank(SHIPPED["neuropathy"]).parts for block in part.blocks]
    (block,) = [each for each in blocks if isinstance(each, Questions) and each.title.startswith("Heart, vessels")]
    assert block.remark == "Only if “Is a trial of cell treatment being asked about?”: yes."
    assert [(row.text, row.remark) for row in block.rows if row.remark] == [
        ("When was the last one?", "Only if “Ever a heart attack, stroke or unstable angina?”: yes."),
        ("When was the last one?", "Only if “Ever a deep vein thrombosis or lung embolism?”: yes."),
    ]
    (block,) = [each for each in blocks if isinstance(each, Questions) and each.title == "Diabetes"]
    assert block.remark == "", "one of them is asked of everybody"
    assert [bool(row.remark) for row in block.rows] == [False, True, True]


def test_that_a_question_asked_under_a_condition_says_it_in_words():
    (question,) = [
        row for part in compose_blank(FORM).parts for block in part.blocks if isinstance(block, Questions)
        for row in block.rows if row.text == "Pregnant"
    ]  # fmt: skip
    assert question.remark == f"Only if “{FORM.items['sex'].text}” is Female."


@pytest.mark.parametrize("name", SHIPPED)
def test_that_conditions_name_questions_by_the_words_printed_on_the_blank_form(name):
    blank = compose_blank(SHIPPED[name])
    printed = {item.text for item in SHIPPED[name].items.values()}
    named = {words for _, text in texts(blank) for words in re.findall("“(.+?)”", text)}
    assert named
    assert named - printed == set()


def test_that_a_question_with_sides_has_room_for_each_and_nothing_is_ticked():
    blocks = [block for part in compose_blank(FORM).parts for block in part.blocks if isinstance(block, Questions)]
    (vibration,) = [row for block in blocks for row in block.rows if row.text == "Vibration, great toe"]
    assert len(vibration.fields) == 2
    assert vibration.fields[0] == vibration.fields[1]
    assert "[x]" not in render_text(compose_blank(FORM))


def test_that_the_question_asked_comes_first_and_the_signature_last():
    parts = compose_blank(SHIPPED["neuropathy"]).parts
    untitled = itertools.takewhile(lambda part: not part.title, parts)
    first = [block for part in untitled for block in part.blocks if isinstance(block, Questions)]
    assert [row.text for block in first for row in block.rows] == ["Date of the assessment", wording.BLANK_ASKED[0]]
    assert [part.title for part in parts if part.title][-2:] == [wording.BLANK_SUMMARY, wording.COMPLETED_BY]


@pytest.mark.parametrize("name", SHIPPED)
def test_that_every_site_has_its_number_on_a_drawing_of_both_feet(name):
    drawn = [item for item in SHIPPED[name].items.values() if item.draw in FOOT_PLACES]
    blocks = [block for part in compose_blank(SHIPPED[name]).parts for block in part.blocks]
    points = [point for block in blocks if isinstance(block, SidesTable) and block.feet for point in block.feet.points]
    assert sorted((point.place, point.side) for point in points) == sorted((i.draw, s) for i in drawn for s in SIDES)
    numbered = {row.text for block in blocks if isinstance(block, Questions) for row in block.rows}
    numbers = {point.place: point.number for point in points}
    assert {f"{numbers[item.draw]} {item.text}" for item in drawn} <= numbered


def test_that_regions_of_the_body_have_their_drawing():
    blocks = [block for part in compose_blank(SHIPPED["neuropathy"]).parts for block in part.blocks]
    assert [block for block in blocks if isinstance(block, SidesTable) and block.body]


def test_that_no_word_is_broken_and_no_number_of_a_scale_stands_below_the_others():
    paper = pages(compose_blank(SHIPPED["neuropathy"]))
    words = {word for item in SHIPPED["neuropathy"].items.values() for each in item.columns
             for word in f"{each.label} {' '.join(o.text for o in each.options)}".split()}  # fmt: skip
    seen = {word.strip(".:") for page in paper for word in page.split()}
    assert [word for word in words if word.strip(".:") not in seen] == []
    scale = "0 1 2 3 4 5 6 7 8 9 10"
    wanted = sum(
        item.limits is not None and (item.limits.lowest, item.limits.highest) == (0, 10) and not item.has_sides
        for item in SHIPPED["neuropathy"].items.values() if item.type is ItemType.WHOLE
    )  # fmt: skip
    assert wanted > 3
    assert sum(" ".join(page.split()).count(scale) for page in paper) >= wanted


def test_that_a_long_answer_in_another_script_wraps_beside_its_box():
    text = "خدر في القدمين " * 12
    field = Field((Tick(text.strip()), Tick("Other")), 150)
    assert field.height > 5 * 11
    long, other = field._placed
    assert long.words.width <= 150
    assert other.y >= long.height


def test_that_every_page_of_the_blank_form_has_room_for_whose_it_is_and_names_the_form():
    form = SHIPPED["neuropathy"]
    found = pages(compose_blank(form))
    assert len(found) > 2
    for number, words in enumerate(found, start=1):
        for expected in ("Name ___", "Born ___", "Identifier ___", f"Page {number} of {len(found)}", form.sha256[:12]):
            assert folded(expected) in folded(words)


@pytest.mark.parametrize("name", SHIPPED)
def test_that_the_blank_form_as_text_keeps_to_its_columns_and_gives_no_verdict(name):
    text = render_text(compose_blank(SHIPPED[name]))
    assert max(map(len, text.splitlines())) <= WIDTH
    assert forbidden_in(text) == []


LEAFLET = Leaflet(
    "unproven", "Clinics that sell stem cells", (LeafletPart("What to know", "They are not approved.", ("Ask first.",)),),
    date(2026, 11, 21), "Two regulators", AT, date(2027, 5, 1),
)  # fmt: skip


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_that_a_leaflet_is_one_page_with_its_dates_in_long_form_and_nobodys_name(paper):
    (page,) = pages(compose_leaflet(LEAFLET, FORM), paper)
    for expected in (LEAFLET.title, "They are not approved.", "Ask first.", "Written on 21 November 2026.",
                     "After 1 May 2027 ask for a newer leaflet.", "Sources: Two regulators"):  # fmt: skip
        assert folded(expected) in folded(page)
    assert "Born" not in page


@pytest.mark.parametrize("name", SHIPPED)
def test_that_every_shipped_leaflet_is_one_page_and_gives_no_verdict(name):
    for leaflet in SHIPPED[name].leaflets:
        report = compose_leaflet(leaflet, SHIPPED[name])
        assert [len(pages(report, paper)) for paper in ("A4", "Letter")] == [1, 1]
        assert forbidden_in(" ".join(text for _, text in texts(report))) == []


def test_that_the_letters_of_a_leaflet_are_as_large_as_its_page_allows():
    def height(report):
        sizes = []
        page = PdfReader(BytesIO(render_pdf(report))).pages[0]
        page.extract_text(
            visitor_text=lambda text, cm, _tm, _font, size: sizes.append(size * cm[3]) if "approved" in text else None
        )
        return max(sizes)

    long = LeafletPart("More", "They are not approved. " * 200)
    assert height(compose_leaflet(LEAFLET, FORM)) > 12
    assert height(compose_leaflet(replace(LEAFLET, parts=(long,)), FORM)) < 12


@pytest.mark.parametrize("name", SHIPPED)
def test_that_what_the_patient_agrees_to_and_who_receives_it_can_be_written_above_the_signature(name):
    blank = compose_blank(SHIPPED[name])
    paper = folded("".join(pages(blank)))
    for said in (paper, folded(render_text(blank))):
        places = [said.find(folded(words)) for words in (wording.SHARING, wording.COPIES_TO, wording.SIGNATURE)]
        assert 0 < places[0] < places[1] < places[2]
    (row,) = [row for part in blank.parts for block in part.blocks if isinstance(block, Questions)
              for row in block.rows if row.text == wording.SHARING]  # fmt: skip
    assert row.fields == ((Tick("Yes"), Tick("No")),)


def test_that_a_table_can_be_ticked_to_have_no_rows_or_no_more_and_has_room_for_why_it_is_not_answered():
    """Else a medicine list that is empty can't be told from one that nobody asked for."""
    blank = compose_blank(SHIPPED["neuropathy"])
    tables = sum(item.type is ItemType.TABLE for item in SHIPPED["neuropathy"].items.values())
    assert tables == 2
    assert folded("".join(pages(blank))).count(folded("None That is all No answer")) == tables
    assert render_text(blank).count("[ ] None  [ ] That is all  No answer  ____") == tables


def test_that_a_column_names_its_unit_and_only_a_scale_its_ends():
    text = " ".join(render_text(compose_blank(SHIPPED["neuropathy"])).split())
    paper = " ".join(" ".join(pages(compose_blank(SHIPPED["neuropathy"]))).split())
    assert "0 to 2000" not in paper + text
    assert "Highest dose mg/day" in paper
    assert "Highest dose (mg/day): ____" in text


def test_that_a_column_has_its_unit_or_its_answers_in_the_text_too():
    blank = compose_blank(SHIPPED["neuropathy"])
    text = folded(render_text(blank))
    columns = [column for part in blank.parts for block in part.blocks if isinstance(block, BlankTable)
               for column in block.columns if column.text]  # fmt: skip
    assert {"µV", "mV", "m/s", "ms", "mg/day", "Left / Right"} <= {column.text for column in columns}
    assert [column for column in columns if folded(f"{column.label} ({column.text}): ____") not in text] == []


def test_that_the_blank_foot_check_is_one_sheet():
    assert len(pages(compose_blank(SHIPPED["foot-check"]))) == 2


def test_that_tables_and_texts_leave_room_to_write():
    kinds = {item.type for item in SHIPPED["neuropathy"].items.values()}
    assert {ItemType.TABLE, ItemType.TEXT} <= kinds
    text = render_text(compose_blank(SHIPPED["neuropathy"]))
    assert "5. Medicine" in text


def test_that_a_condition_names_a_finding_by_its_whole_title_since_its_short_one_is_not_printed():
    text = " ".join(render_text(compose_blank(SHIPPED["neuropathy"])).split())
    assert "Only if Measured HbA1c fall of 2 points or more within 3 months is Present or" in text
    assert "Only if Fast HbA1c fall" not in text


@pytest.mark.parametrize(
    "condition",
    [
        "Only if “Figures by nerve, as a baseline” has a row.",
        "Only if “Medicines that can harm nerves, now or before” names at least one.",
    ],
)
def test_that_a_condition_about_a_list_is_said_as_people_say_it(condition):
    assert condition in " ".join(render_text(compose_blank(SHIPPED["neuropathy"])).split())
