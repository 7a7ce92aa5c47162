"""What holds for every vignette (clinical source, "Checks across vignettes"), and hazard H05: a side is never mixed up.

1, 2  No verdict, and the statement that this is investigational: tests/report/test_wording.py and test_compose.py.
3     A screening that is opened again with the form it was made with prints the same; a form that was edited since prints its
      own mark, and the command says that the screening was written with another version.
4     Left and right swapped in the answers are swapped everywhere on paper, and nothing else changes.
5     An answer that scores taken away from V01 makes the score incomplete, its range still holds the total.
6     V11 with creatinine in the other unit gives the same eGFR, and the same of everything that is concluded.
7     V07 without weight loss loses "not established" of RF19, and nothing else changes.
8     Without diabetes there is no foot risk category and no Young rule.
9     What can be present or not is other than normal where it is: a paragraph without the gangrene would mislead.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from functools import cache

import pytest

from screener.__main__ import main
from screener.assess.answers import Chosen, ChosenSeveral, Rows
from screener.assess.answers_text import write_answers
from screener.assess.assess import assess
from screener.assess.assessment import FindingState, FlagState, ScoreState
from screener.form.load import load_form
from screener.report import wording
from screener.report.compose import compose_report
from screener.report.document import ActionBox, SideRow
from screener.report.marks import FootPoint
from screener.report.text import render_text
from screener.report.texts import strings
from screener.shelf import shelf
from tests.assess.generated import partial_answers
from tests.report import vignettes

form_named = cache(lambda form_id: load_form(shelf()[form_id]))
OTHER = {"left": "right", "right": "left", "Left": "Right", "Right": "Left"}
RANDOM = range(30)


# --- 3: opened again ----------------------------------------------------------------------------------------------


def summary(answers, forms, tmp_path, capsys):
    """The text that the command prints, and what it says beside it."""
    out = tmp_path / "summary.txt"
    assert main(["report", str(answers), "--text", "-o", str(out), "--forms", str(forms)]) == 0
    return out.read_text(encoding="utf-8"), capsys.readouterr().err


def test_that_a_screening_opened_with_its_own_form_prints_the_same_after_the_form_was_edited(tmp_path, capsys):
    before, after = tmp_path / "before", tmp_path / "after"
    for folder in (before, after):
        shutil.copytree(vignettes.FOLDER, folder / "neuropathy")
    answers = tmp_path / "v09.yaml"
    answers.write_text(write_answers(vignettes.answers("v09"), vignettes.form()), encoding="utf-8")
    printed, _ = summary(answers, before, tmp_path, capsys)
    form, nds = after / "neuropathy" / "form.yaml", after / "neuropathy" / "scores" / "2_nds.yaml"
    form.write_text(re.sub(r"version: \S+", "version: 9.0.0", form.read_text("utf-8")), encoding="utf-8")
    nds.write_text(nds.read_text("utf-8").replace("{from: 9, is: severe}", "{from: 10, is: severe}"), encoding="utf-8")

    edited, told = summary(answers, after, tmp_path, capsys)
    own, version = vignettes.form().sha256[:12], vignettes.form().version
    assert f"written with version {version} of the form, read with 9.0.0" in told
    assert "neuropathy 9.0.0" in edited
    assert own not in edited
    assert summary(answers, before, tmp_path, capsys) == (printed, "")
    assert f"neuropathy {version}" in printed
    assert own in printed


# --- 4: left and right --------------------------------------------------------------------------------------------


def swapped(name):
    """A cell, or a part of one, of the other side."""
    return ".".join(OTHER.get(part, part) for part in name.split("."))


def with_sides_swapped(answers):
    return replace(answers, cells={swapped(cell): in_rows_swapped(answer) for cell, answer in answers.cells.items()})


def in_rows_swapped(answer):
    """A table whose rows say which side they are about."""
    if not isinstance(answer, Rows):
        return answer
    rows = tuple({column: of_other_side(one) for column, one in row.items()} for row in answer.rows)
    return replace(answer, rows=rows)


def of_other_side(answer):
    return replace(answer, option=OTHER.get(answer.option, answer.option)) if isinstance(answer, Chosen) else answer


def statements(node):
    """Everything that a report says, taken apart so that the order in which sides are listed does not matter."""
    if isinstance(node, SideRow):
        yield "row", node.label, node.left, node.right, *sorted(node.strong)
    elif isinstance(node, FootPoint):
        yield "foot", node.place, node.side, node.mark
    elif isinstance(node, str):
        yield from words(str(node))
    elif isinstance(node, tuple) or is_dataclass(node):
        for each in node if isinstance(node, tuple) else [getattr(node, field.name) for field in fields(node)]:
            yield from statements(each)


SIDE = re.compile(r"\b(left|right|Left|Right)\b")
NAMES_SIDES = re.compile(r"\b(left|right|Left|Right|both sides)\b")


def words(text):
    """What a text says, clause by clause: what leads to a list stands apart, and so do the two sides of one clause."""
    for clause in re.split(r"; |\. |\.$", text.replace("left and right", "both sides")):
        yield from words_of_clause(clause)


def words_of_clause(clause):
    lead, colon, rest = clause.partition(": ")
    if colon and NAMES_SIDES.search(rest) and not NAMES_SIDES.search(lead):
        yield "words", lead
        yield from words_of_clause(rest)
    else:
        yield "words", *sorted(part.strip(" ,") for part in re.split(r"(?=\b(?:left|right|Left|Right)\b)", clause))


def turned(statement):
    """The same statement about the other side of the body."""
    kind, *parts = statement
    if kind == "row":
        label, left, right, *strong = parts
        return "row", label, right, left, *sorted(OTHER[side] for side in strong)
    if kind == "foot":
        place, side, mark = parts
        return "foot", place, OTHER[side], mark
    parts = [SIDE.sub(lambda found: OTHER[found.group()], part) for part in parts]
    return kind, *(sorted(parts) if len(parts) > 1 else parts)


def said(report):
    printed = replace(report, answers="")  # what travels inside the PDF is no print
    return Counter(each for each in statements(printed) if report.meta.document_id not in "".join(each))


def differences(form, answers):
    """What is printed of answers and isn't printed, on the other side, of the same answers with the sides swapped."""
    before = said(compose_report(assess(form, answers)))
    after = said(compose_report(assess(form, with_sides_swapped(answers))))
    expected = Counter({turned(statement): count for statement, count in before.items()})
    return sorted(map(str, expected - after)), sorted(map(str, after - expected))


@pytest.mark.parametrize("name", vignettes.NAMES)
def test_that_left_and_right_swapped_swap_every_printed_side_and_nothing_else(name):
    assert differences(vignettes.form(), vignettes.answers(name)) == ([], [])


@pytest.mark.parametrize("form_id", sorted(shelf()))
@pytest.mark.parametrize("seed", RANDOM)
def test_that_random_answers_swapped_swap_every_printed_side_and_nothing_else(form_id, seed):
    form = form_named(form_id)
    assert differences(form, partial_answers(form, seed)) == ([], [])


def concluded(assessment, named=str):
    """All that is concluded, with every cell and side called as `named` says."""

    def missing(result):
        return sorted((named(each.item), each.reason) for each in result.missing)

    criteria = [each for trial in assessment.trials for each in trial.criteria]
    return {
        "values": {each.id: (each.value, each.lowest, each.highest, missing(each)) for each in assessment.values},
        "scores": {
            each.id: (each.lowest, each.highest, each.bands, each.answered, missing(each)) for each in assessment.scores
        },
        "findings": {(each.id, named(each.side)): (each.possible, missing(each)) for each in assessment.findings},
        "flags": {each.id: (each.tier, each.state, missing(each)) for each in assessment.flags},
        "criteria": {each.id: (each.possible, missing(each)) for each in criteria},
        "overall": {trial.id: (trial.overall, trial.notes, missing(trial)) for trial in assessment.trials},
        "notes": assessment.notes,
        "violated": assessment.violated,
        "asked": {named(cell): asked for cell, asked in assessment.asked.items()},
        "needed": {named(each.item): (each.settles, each.reason) for each in assessment.needed},
    }


@pytest.mark.parametrize("form_id", sorted(shelf()))
@pytest.mark.parametrize("seed", RANDOM)
def test_that_random_answers_swapped_swap_the_side_of_what_is_concluded_and_nothing_else(form_id, seed):
    form = form_named(form_id)
    answers = partial_answers(form, seed)
    assert concluded(assess(form, with_sides_swapped(answers))) == concluded(assess(form, answers), swapped)


def test_that_the_check_of_sides_finds_one_side_that_is_mixed_up():
    form, answers = vignettes.form(), vignettes.answers("v11")
    mixed = dict(answers.cells)
    mixed["abi.left"], mixed["abi.right"] = mixed["abi.right"], mixed["abi.left"]
    before = said(compose_report(assess(form, answers)))
    after = said(compose_report(assess(form, replace(answers, cells=mixed))))
    assert Counter({turned(statement): count for statement, count in before.items()}) != after


# --- 5: a missing answer is never zero ----------------------------------------------------------------------------


def scored_lines():
    """Every line of every score of V01 that is answered there: the cells that settle it together, and each alone."""
    given = vignettes.answers("v01").cells
    with_total = {each.id for each in vignettes.assessment("v01").scores if each.total is not None}
    for score in vignettes.form().scores:
        for line in score.points:
            if line.when is not None or score.id not in with_total:
                continue
            cells = vignettes.form().items[line.item].cells
            for gone in {cells} if line.worst_side else {(cell,) for cell in cells}:
                if any(cell in given for cell in gone):
                    yield score.id, gone


@pytest.mark.parametrize(("score", "gone"), sorted(scored_lines()))
def test_that_an_answer_that_scores_taken_away_leaves_a_range_that_holds_the_total(score, gone):
    form, answers = vignettes.form(), vignettes.answers("v01")
    (before,) = [each for each in vignettes.assessment("v01").scores if each.id == score]
    cells = {cell: answer for cell, answer in answers.cells.items() if cell not in gone}
    (after,) = [each for each in assess(form, replace(answers, cells=cells)).scores if each.id == score]
    assert after.state is ScoreState.INCOMPLETE
    assert after.total is None
    assert after.lowest <= before.total <= after.highest
    assert after.lowest < after.highest


# --- 6, 7, 8: one answer more or less -----------------------------------------------------------------------------


def test_that_creatinine_in_the_other_unit_changes_no_conclusion():
    before, after = vignettes.assessment("v11"), assess(vignettes.form(), vignettes.answers("v11_other_unit"))
    values = {each.id: each.value for each in after.values}
    assert round(values["egfr"]) == round({each.id: each.value for each in before.values}["egfr"]) == Decimal(27)
    assert "27 mL/min/1.73 m²" in render_text(compose_report(after))
    for kind in ("scores", "findings", "flags", "trials", "notes"):
        assert getattr(after, kind) == getattr(before, kind)


def test_that_weight_loss_answered_in_v07_settles_its_flag_and_changes_nothing_else():
    before, after = vignettes.assessment("v07"), assess(vignettes.form(), vignettes.answers("v07_weight_stable"))
    was, now = ({each.id: each for each in one.flags} for one in (before, after))
    assert was["RF19"].state is FlagState.NOT_ESTABLISHED
    assert now["RF19"].state is FlagState.CLEAR
    assert {id_: flag for id_, flag in now.items() if id_ != "RF19"} == {
        id_: f for id_, f in was.items() if id_ != "RF19"
    }
    for kind in ("values", "scores", "findings", "trials", "notes", "violated", "asked", "on_screen"):
        assert getattr(after, kind) == getattr(before, kind)
    assert [each for each in before.needed if each.item != "weight_loss"] == list(after.needed)


@pytest.mark.parametrize("name", ["v01_no_diabetes", "v01_prediabetes"])
def test_that_without_diabetes_there_is_no_foot_risk_category_and_no_young_rule(name):
    assessment = assess(vignettes.form(), vignettes.answers(name))
    for finding in assessment.findings:
        if finding.id in ("iwgdf", "young_rule"):
            assert finding.state is FindingState.NA
    text = render_text(compose_report(assessment))
    (listed,) = re.findall(r"^Not applicable: (.+?)\n\n", text, re.MULTILINE | re.DOTALL)
    assert {"Young rule", "IWGDF category"} <= set(" ".join(listed.split()).split("; "))
    assert not any(
        option.text in text for option in next(f for f in vignettes.form().findings if f.id == "iwgdf").outcomes
    )


# --- 9: what can be present or not -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form_id", "cell", "answer", "label"),
    [
        ("neuropathy", "gangrene.left", Chosen("yes"), "Gangrene"),
        ("neuropathy", "foot_infection.left", Chosen("deep"), "Foot infection"),
        ("neuropathy", "amputation.left", Chosen("minor"), "Amputation"),
        ("foot_check", "foot_problems.left", ChosenSeveral(("gangrene",)), "Foot problems now"),
    ],
)
def test_that_what_is_present_on_one_side_is_bold_and_among_what_is_other_than_normal(form_id, cell, answer, label):
    form = form_named(form_id)
    given = partial_answers(form, 0)
    report = compose_report(assess(form, replace(given, cells={cell: answer})))
    rows = [row for part in report.parts for block in part.blocks for row in getattr(block, "rows", ())]
    found = [row for row in rows if isinstance(row, SideRow) and row.label == label]
    assert found
    assert {row.strong for row in found} == {("left",)}
    assert f"Found other than normal: left: {label}." in " ".join(render_text(report).split())


@pytest.mark.parametrize(
    ("form_id", "cell", "answer"),
    [("neuropathy", "foot_ulcer.left", Chosen("yes")), ("foot_check", "foot_problems.left", ChosenSeveral(("ulcer",)))],
)
def test_that_an_ulcer_stands_among_the_red_flags_also_where_it_is_open_which_of_two_it_raises(form_id, cell, answer):
    form = form_named(form_id)
    report = compose_report(assess(form, replace(partial_answers(form, 0), cells={cell: answer})))
    first = next(block for part in report.parts for block in part.blocks if isinstance(block, ActionBox))
    leads = [action.lead for action in first.actions]
    assert leads == [wording.IN_ANY_CASE, wording.RED_FLAGS, wording.NOT_ESTABLISHED]
    assert first.actions[0].text.startswith("Ulcer or infection of the foot: with fever")
    assert "Ulcer or infection of the foot" not in " ".join(strings(report.parts)).split(wording.QUESTION, 1)[1]


def test_that_what_may_be_an_emergency_stands_behind_emergencies_and_before_all_that_is_less_urgent():
    form = form_named("neuropathy")
    cells = dict.fromkeys(("foot_ulcer.left", "cord_compression", "hot_swollen_foot.right"), Chosen("yes"))
    (box, *_) = compose_report(assess(form, replace(partial_answers(form, 0), cells=cells))).parts[0].blocks
    leads = [action.lead for action in box.actions][:3]
    assert leads == ["Emergency, same day", wording.IN_ANY_CASE, "Within 1 working day"]


def test_that_what_is_not_recorded_of_the_only_side_that_is_asked_fills_no_row_of_page_1():
    form = form_named("neuropathy")
    given = replace(
        partial_answers(form, 0), cells={"amputation.left": Chosen("major"), "pulses.right": Chosen("not_felt")}
    )
    report = compose_report(assess(form, given))
    table = next(block for part in report.parts for block in part.blocks if hasattr(block, "feet"))
    assert [(row.label, row.left, row.right) for row in table.rows] == [
        ("Amputation", "Above the ankle", "not recorded"), ("Foot pulses", "not asked", "Not felt"),
    ]  # fmt: skip
    words = " ".join(render_text(report).split())
    assert "Not recorded on the right, not asked on the left: Ankle reflex; Vibration" in words
