"""The drawing of the feet: every place a form may name lies on it, and whose sides they are is said."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from screener.assess.answers import Chosen, NoValue, Reason
from screener.assess.assess import assess
from screener.form.model import FOOT_PLACES
from screener.report import wording
from screener.report.compose import compose_report
from screener.report.compose_blank import compose_blank
from screener.report.document import SidesTable
from screener.report.feet import foot
from screener.report.marks import Mark
from screener.report.pdf import render_pdf
from tests.report import vignettes


def test_that_every_place_a_form_may_name_is_drawn_inside_the_picture():
    drawing = foot()
    assert set(drawing.places) == set(FOOT_PLACES)
    width, height = drawing.size
    assert all(0 < x < width and 0 < y < height for x, y in drawing.places.values())


def test_that_the_great_toe_of_the_right_foot_is_on_the_inner_left_side():
    places = foot().places
    assert places["toe1"][0] < places["toe3"][0] < places["toe5"][0]
    assert places["ball1"][0] < places["ball3"][0] < places["ball5"][0]
    assert places["toe1"][1] < places["ball1"][1] < places["heel"][1]


def test_that_no_two_places_overlap():
    points = list(foot().places.values())
    radius = foot().radius
    for number, (x, y) in enumerate(points):
        for other_x, other_y in points[number + 1 :]:
            assert (x - other_x) ** 2 + (y - other_y) ** 2 > (2 * radius) ** 2


@pytest.mark.parametrize("report", [vignettes.report("v01"), compose_blank(vignettes.form())], ids=["filled", "blank"])
def test_that_the_sides_of_every_drawing_are_said_to_be_the_patients(report):
    drawings = sum(
        (block.feet is not None) + (block.body is not None)
        for part in report.parts for block in part.blocks if isinstance(block, SidesTable)
    )  # fmt: skip
    paper = " ".join(page.extract_text() for page in PdfReader(BytesIO(render_pdf(report))).pages)
    assert drawings >= 2
    assert " ".join(paper.split()).count(wording.SIDES_ARE) == drawings


def test_that_a_foot_that_is_gone_is_not_drawn_and_a_toe_that_is_gone_is_not_called_not_recorded():
    start = vignettes.answers("v01")
    gone = {"amputation.left": Chosen("major"), "monofilament_hallux.right": NoValue(Reason.UNABLE, "toe amputated")}
    report = compose_report(assess(vignettes.form(), replace(start, cells={**start.cells, **gone})))
    feet = next(
        block.feet
        for part in report.parts for block in part.blocks if isinstance(block, SidesTable) and block.feet is not None
    )  # fmt: skip
    assert {point.side for point in feet.points} == {"right"}
    assert dict(feet.legend)[Mark.BROKEN] == "no result"
    drawn, whole = (curves_of(each) for each in (report, vignettes.report("v01")))
    outline = len(foot().curves) + 4 * len(foot().toes)
    assert drawn <= whole - outline


def curves_of(report):
    """How many curves the first page has."""
    contents = PdfReader(BytesIO(render_pdf(report))).pages[0].get_contents()
    return sum(operator == b"c" for _, operator in contents.operations)
