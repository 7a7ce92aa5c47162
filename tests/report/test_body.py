"""The drawing of the body: every region a form may name is drawn once, and paper says what screen says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from screener.assess.answers import Answers, ChosenSeveral
from screener.assess.assess import assess
from screener.form.load import load_form
from screener.form.model import BODY_REGIONS
from screener.report.body import figure
from screener.report.compose import compose_report
from screener.report.document import SidesTable
from screener.report.marks import Body, Mark
from screener.report.pdf import render_pdf
from screener.shelf import shelf

LEGS, NONE = ChosenSeveral(("toes", "calf")), ChosenSeveral(("none",))


@pytest.fixture(scope="module")
def form():
    return load_form(shelf()["neuropathy"])


def drawn(form, **sides) -> Body | None:
    answers = Answers(cells={f"regions.{side}": answer for side, answer in sides.items()})
    report = compose_report(assess(form, answers))
    tables = [block for part in report.parts for block in part.blocks if isinstance(block, SidesTable)]
    return next((table.body for table in tables if table.body is not None), None)


def corners(path):
    return [path.start, *(point for piece in path.pieces for point in piece)]


def test_that_every_region_a_form_may_name_is_drawn_inside_the_picture():
    drawing = figure()
    assert set(drawing.regions) == set(BODY_REGIONS)
    width, height = drawing.size
    assert all(0 <= x <= width and 0 <= y <= height for path in drawing.regions.values() for x, y in corners(path))
    assert all(path.is_closed for path in drawing.regions.values())


def test_that_regions_follow_each_other_down_the_body_and_down_the_arm():
    def top(name):
        return min(y for _, y in corners(figure().regions[name]))

    for way in (("face", "trunk", "hip", "thigh", "calf", "ankle", "foot", "toes"), ("forearm", "hand", "fingers")):
        assert sorted(way, key=top) == list(way)


def test_that_what_was_named_is_hatched_on_its_side_and_nothing_else_is(form):
    body = drawn(form, left=LEGS, right=NONE)
    filled = {(region.region, region.side) for region in body.regions if region.mark is Mark.FILLED}
    assert filled == {("toes", "left"), ("calf", "left")}
    assert {region.mark for region in body.regions if region.side == "right"} == {Mark.OPEN}


def test_that_a_side_without_an_answer_is_drawn_as_not_recorded_and_the_key_says_so(form):
    body = drawn(form, left=LEGS)
    assert {region.mark for region in body.regions if region.side == "right"} == {Mark.BROKEN}
    assert dict(body.legend)[Mark.BROKEN] == "not recorded"


def test_that_no_body_is_drawn_where_nothing_is_recorded(form):
    assert drawn(form) is None


def test_that_each_side_is_printed_where_it_belongs(form):
    """The same answer on the other side gives the mirrored page, and neither is the page of both."""
    pages = [
        render_pdf(compose_report(assess(form, Answers(cells=cells))))
        for cells in ({"regions.left": LEGS}, {"regions.right": LEGS}, {"regions.left": LEGS, "regions.right": LEGS})
    ]
    assert len(set(pages)) == 3


def test_that_the_drawing_is_for_one_side_what_its_mirror_image_is_for_the_other(form):
    left, right = drawn(form, left=LEGS, right=NONE), drawn(form, left=NONE, right=LEGS)
    other = {"left": "right", "right": "left"}
    swapped = {replace(region, side=other[region.side]) for region in left.regions}
    assert swapped == set(right.regions)
