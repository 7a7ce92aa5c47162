"""Points by number and by side, over the small form (`signs`: 0 to 7).

S1  A number has the points of the stretch it lies in; after < or > those of all stretches it can lie in.
S2  Of two sides the worse one counts; a side that can't make it worse is not missing.
S3  A score says nothing where it does not apply, and only its range before that is known.
S4  A question that is not asked has the points said for it, and none is counted before that is known.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from screener.assess.answers import Answers, Chosen, Measured, NoValue, Reason, Whole
from screener.assess.assess import assess
from screener.assess.assessment import CutOffState, ScoreState
from tests.form.minimal import changed, form_with

SIGNS = "scores/signs.yaml"
NOTHING_FOUND = {
    "pain": Chosen("no"), "hba1c": Measured(Decimal(8), "%"),
    **{f"ankle_reflex.{side}": Chosen("present") for side in ("left", "right")},
    **{f"monofilament.{side}": Chosen("felt") for side in ("left", "right")},
}  # fmt: skip


@pytest.fixture(scope="module")
def form():
    return form_with()


@pytest.fixture(scope="module")
def by_weight():
    steps = "  weight:\n    from: {0: 0, 60: 1, 90: 2}\n  high_sugar:\n"
    text = changed(SIGNS, "  high_sugar:\n", steps)[SIGNS]
    return form_with({SIGNS: text.replace("range: [0, 7]", "range: [0, 9]")})


def score(form, **cells):
    given = NOTHING_FOUND | {cell.replace("__", "."): answer for cell, answer in cells.items()}
    (found,) = assess(form, Answers({cell: answer for cell, answer in given.items() if answer})).scores
    return found.lowest, found.highest, [one.item for one in found.missing]


@pytest.mark.parametrize(
    ("weight", "lowest", "highest"),
    [
        (Measured(Decimal("59.9"), "kg"), 0, 0), (Measured(Decimal(60), "kg"), 1, 1),
        (Measured(Decimal("89.9"), "kg"), 1, 1), (Measured(Decimal(90), "kg"), 2, 2),
        (Measured(Decimal(60), "kg", "<"), 0, 0), (Measured(Decimal(61), "kg", "<"), 0, 1),
        (Measured(Decimal(60), "kg", ">"), 1, 2), (Measured(Decimal(90), "kg", ">"), 2, 2),
        (None, 0, 2), (NoValue(Reason.UNABLE), 0, 2),
    ],
)  # fmt: skip
def test_that_a_number_has_the_points_of_every_stretch_it_can_lie_in(by_weight, weight, lowest, highest):
    missing = ["weight"] if lowest < highest else []
    assert score(by_weight, weight=weight) == (lowest, highest, missing)


@pytest.mark.parametrize(("hba1c", "points"), [(8, Decimal(0)), (10, Decimal("0.5")), (None, None)])
def test_that_half_a_point_for_a_condition_is_half_a_point(hba1c, points):
    text = changed(SIGNS, "when: hba1c > hba1c.high\n", "when: hba1c > hba1c.high\n    points: 0.5\n")[SIGNS]
    form = form_with({SIGNS: text.replace("range: [0, 7]", "range: [0, 6.5]")})
    given = hba1c and Measured(Decimal(hba1c), "%")
    ends = (points, points) if hba1c else (0, Decimal("0.5"))
    assert score(form, hba1c=given) == (*ends, [] if hba1c else ["hba1c"])


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("felt", "felt", (0, 0, [])), ("not_felt", "felt", (1, 1, [])), ("felt", "not_felt", (1, 1, [])),
        ("not_felt", "not_felt", (1, 1, [])), ("not_felt", None, (1, 1, [])),
        ("felt", None, (0, 1, ["monofilament.right"])), (None, None, (0, 1, ["monofilament.left", "monofilament.right"])),
    ],
)  # fmt: skip
def test_that_the_worse_side_counts_and_one_that_changes_nothing_is_not_missing(form, left, right, found):
    sides = {"monofilament__left": left and Chosen(left), "monofilament__right": right and Chosen(right)}
    assert score(form, **sides) == found


@pytest.mark.parametrize(
    ("type_1", "state", "total", "met", "missing"),
    [
        ("yes", ScoreState.COMPLETE, 5, CutOffState.MET, []), ("no", ScoreState.NA, None, None, []),
        (None, ScoreState.INCOMPLETE, None, CutOffState.UNDECIDED, ["diabetes"]),
    ],
)  # fmt: skip
def test_that_a_score_is_no_total_unless_it_applies(type_1, state, total, met, missing):
    form = form_with(changed(SIGNS, "range:", "applies_if: diabetes == t1\nrange:"))
    absent = {f"ankle_reflex.{side}": Chosen("absent") for side in ("left", "right")}
    diabetes = {"yes": {"diabetes": Chosen("t1")}, "no": {"diabetes": Chosen("none")}, None: {}}[type_1]
    more = {"hba1c": Measured(Decimal("9.1"), "%")}
    (found,) = assess(form, Answers(NOTHING_FOUND | absent | diabetes | more)).scores
    assert (found.state, found.total, [one.item for one in found.missing]) == (state, total, missing)
    assert (found.lowest, found.highest) == ((None, None) if state is ScoreState.NA else (5, 5))
    assert [cutoff.state for cutoff in found.cutoffs] == ([met] if met else [])
    assert found.band == ("some" if total else None)


def test_that_a_question_that_may_not_be_asked_has_the_points_of_both(form):
    assert score(form, pain=None, pain_score=Whole(7)) == (0, 1, ["pain"])
    assert score(form, pain=None, pain_score=Whole(3)) == (0, 0, [])
    assert score(form, pain=Chosen("yes"), pain_score=Whole(7)) == (1, 1, [])
    assert score(form, pain=Chosen("no"), pain_score=Whole(7)) == (0, 0, [])
    assert score(form, pain=Chosen("yes")) == (0, 1, ["pain_score"])
