"""Results on paper: value, unit, normal range, date and age (clinical source 4.2, point 9).

What is outside its range is marked as other findings are, and the range stands beside it.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from screener.assess.answers import Chosen, ChosenSeveral, Measured, PartialDate, Rows, Whole
from screener.assess.assess import assess
from screener.form.folder import SourceFile, form_files
from screener.form.load import form_of
from screener.report import wording
from screener.report.compose import compose_report
from screener.report.compose_results import results
from screener.report.document import Grid, SidesTable, Words
from screener.report.pdf import render_pdf
from screener.report.text import render_text
from screener.report.texts import strings
from tests.report import vignettes

SITE = b"""\
site: Riverside Clinic
normal:
  tsh: 0.4 to 4.0
  platelets: 150 to 400
"""


@cache
def report(name: str):
    """A vignette at a clinic whose laboratory gives two ranges."""
    files = [*form_files(vignettes.FOLDER), SourceFile("neuropathy/site.yaml", SITE)]
    return compose_report(assess(form_of(files, "neuropathy"), vignettes.answers(name)))


def blocks(made, title):
    (part,) = [part for part in made.parts if part.title == title]
    return part.blocks


def test_that_no_glucose_is_called_normal_by_an_upper_limit_alone():
    low = {"glucose_fasting": Measured(Decimal("2.1"), "mmol/L"), "more_results": ChosenSeveral(("glucose",))}
    given = vignettes.answers("v01")
    made = compose_report(assess(vignettes.form(), replace(given, cells={**given.cells, **low})))
    grid = next(block for block in blocks(made, "Results") if isinstance(block, Grid))
    row = next(row for row in grid.rows if row[0].startswith("Fasting glucose"))
    assert row == ("Fasting glucose", "2.1 mmol/L (38 mg/dL)", "not recorded", "unusual, not confirmed")


def test_that_a_result_stands_with_the_range_of_the_clinic_and_one_outside_begins_bold():
    grid = next(block for block in blocks(report("v11"), "Results") if isinstance(block, Grid))
    rows = {row[0]: row for row in grid.rows}
    assert rows["Platelets"] == (
        "Platelets",
        "96 ×10⁹/L",
        "150–400",
        "19-Oct-2026",
        "outside the range, 33 days old, unusual, confirmed",
    )
    assert rows["TSH"][2:] == ("0.4–4.0", "19-Oct-2026", "33 days old")
    assert [grid.rows[place][0] for place in grid.strong] == ["Platelets"]
    assert grid.strong_means == wording.STRONG_FIGURE
    assert any("Platelets: range of this clinic's laboratory." in block.text for block in blocks(report("v11"), "Results") if isinstance(block, Words))  # fmt: skip


@pytest.mark.parametrize("name", ["v01", "v03", "v05", "v09", "v11"])
def test_that_paper_says_that_a_figure_without_a_range_is_not_judged_whether_or_not_another_is_bold(name):
    said = [block.text for block in blocks(vignettes.report(name), "Results") if isinstance(block, Words)]
    assert said[0].startswith("A figure without a range isn't judged here. ")
    loose = "".join(strings(blocks(vignettes.report(name), wording.WORKED_OUT)))
    assert wording.UNJUDGED_FIGURE not in loose, "an age has no range"


@pytest.mark.parametrize(("names", "is_said"), [(("tsh", "platelets"), False), (("tsh", "creatinine"), True)])
def test_that_missing_ranges_are_spoken_of_only_where_a_figure_has_none(names, is_said):
    form = form_of([*form_files(vignettes.FOLDER), SourceFile("neuropathy/site.yaml", SITE)], "neuropathy")
    made = assess(form, vignettes.answers("v11"))
    said = "".join(strings(tuple(results(made, [form.items[name] for name in names], ()))))
    assert (wording.UNJUDGED_FIGURE in said) is is_said


@pytest.mark.parametrize(("name", "count"), [("v05", 1), ("v03", 0)])
def test_that_paper_says_once_what_bold_figures_mean_where_there_are_any(name, count):
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(render_pdf(vignettes.report(name)))).pages)
    assert words.count("Bold: outside its normal range") == count
    assert words.count("Bold: not normal, or yes.") == 1  # at the findings of page 1


def test_that_without_any_range_there_is_no_column_for_it():
    grid = next(block for block in blocks(vignettes.report("v11"), "Results") if isinstance(block, Grid))
    assert [column.title for column in grid.columns] == ["Result", "Value", "Date", "Age and remarks"]


@pytest.mark.parametrize(
    ("label", "left", "right", "strong"),
    [
        ("ABI (normal 0.9–1.3)", "0.62", "1.42 (unusual, confirmed)", ("left", "right")),
        ("TBI (normal ≥0.70)", "not done", "0.55", ("right",)),
        ("MNSI touches of 10 (normal ≥8)", "5 of 10 felt", "5 of 10 felt", ("left", "right")),
    ],
)
def test_that_a_number_of_a_side_is_marked_outside_its_range_with_the_range_beside_it(label, left, right, strong):
    table = next(
        block for part in vignettes.report("v11").parts for block in part.blocks if isinstance(block, SidesTable)
    )
    row = next(row for row in table.rows if row.label == label)
    assert (row.left, row.right, row.strong) == (left, right, strong)


def test_that_numbers_within_their_range_are_not_marked():
    table = next(
        block for part in vignettes.report("v09").parts for block in part.blocks if isinstance(block, SidesTable)
    )
    assert next(row.strong for row in table.rows if row.label.startswith("ABI")) == ()


def test_that_a_number_entered_as_below_the_range_is_outside_of_it():
    start = vignettes.answers("v01")
    ratio = Measured(Decimal(30), "mg/mmol", ">", PartialDate(2026, 10, 31))
    more = {"more_results": replace(start.cells["more_results"], options=("albumin",)), "acr": ratio}
    made = compose_report(assess(vignettes.form(), replace(start, cells={**start.cells, **more})))
    grid = next(block for block in blocks(made, "Results") if isinstance(block, Grid))
    assert next(row for row in grid.rows if row[0] == "Albumin-creatinine ratio")[2] == "<3"
    assert [grid.rows[place][0] for place in grid.strong] == ["Albumin-creatinine ratio"]


def test_that_a_figure_with_a_remark_on_what_limits_it_stands_out_as_one_outside_its_range_does():
    report = vignettes.report("v05")
    grid, row = next(
        (block, place) for part in report.parts for block in part.blocks if isinstance(block, Grid)
        for place, cells in enumerate(block.rows) if "Not valid in pregnancy" in cells[-1]
    )  # fmt: skip
    assert grid.rows[row][0] == "eGFR"
    assert row in grid.strong


def test_that_page_1_says_of_a_number_without_a_range_that_plain_print_does_not_make_it_normal():
    given = vignettes.answers("v11")
    tests = ChosenSeveral(("abi", "tbi", "toe_pressure"))
    cells = {**given.cells, "vessel_tests": tests, "toe_pressure.left": Measured(Decimal(25), "mmHg")}
    made = compose_report(assess(vignettes.form(), replace(given, cells=cells)))
    table = next(block for part in made.parts for block in part.blocks if isinstance(block, SidesTable))
    assert ("Toe pressure", "25 mmHg (unusual, not confirmed)", ()) in [
        (row.label, row.left, row.strong) for row in table.rows
    ]
    paper = PdfReader(BytesIO(render_pdf(made))).pages[0].extract_text()
    for words in (" ".join(paper.split()), render_text(made)):
        assert "a number without a range isn't judged here" in words


@pytest.mark.parametrize(
    ("complete", "missing"),
    [
        (False, "missing: Pain medicines, whether there are more, Pain medicines, row 1, Weeks at dose"),
        (True, "missing: Pain medicines, row 1, Weeks at dose"),
    ],
)
def test_that_a_count_of_rows_waits_for_no_column_that_is_not_asked(complete, missing):
    start = vignettes.answers("v01")
    row = {
        "drug": Chosen("duloxetine"),
        "mg_day": Measured(Decimal(60), "mg/day"),
        "outcome": Chosen("none"),
        "relief_percent": Whole(10),
    }
    rows = Rows((row,), complete=complete)
    made = compose_report(assess(vignettes.form(), replace(start, cells={**start.cells, "medicines": rows})))
    grid = next(block for block in blocks(made, wording.WORKED_OUT) if isinstance(block, Grid))
    remarks = {row[0]: row[-1] for row in grid.rows}
    assert remarks["First-line failures by the local definition"] == missing


@pytest.mark.parametrize(("confirmed", "words"), [(True, "unusual, confirmed"), (False, "unusual, not confirmed")])
def test_that_an_unusual_number_says_whether_anyone_looked_at_it_twice(confirmed, words):
    given = vignettes.answers("v11")
    platelets = replace(given.cells["platelets"], value=Decimal(40), confirmed=confirmed)
    ratio = replace(given.cells["abi.left"], value=Decimal("0.2"), confirmed=confirmed)
    cells = {**given.cells, "platelets": platelets, "abi.left": ratio}
    made = compose_report(assess(vignettes.form(), replace(given, cells=cells)))
    grid = next(block for block in blocks(made, "Results") if isinstance(block, Grid))
    assert next(row[-1] for row in grid.rows if row[0] == "Platelets") == f"33 days old, {words}"
    table = next(block for part in made.parts for block in part.blocks if isinstance(block, SidesTable))
    assert next(row.left for row in table.rows if row.label.startswith("ABI")) == f"0.2 ({words})"
