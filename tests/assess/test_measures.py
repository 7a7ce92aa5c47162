"""Numbers that rules work out, over the small form.

M1  What is worked out from an answer to a question that may not be asked is open, and names what decides that.
M2  An answer and what is calculated from it can stand in one sum.
M3  A number after < or > is none of those up to there: it settles what every number of its stretch would.
M4  A result is as many days old as lie between it and the assessment, and one dated later than that none.
M5  A fall between two results, and an eGFR, lie between the least and the most that what is known in part allows.
M6  A figure looked up by an answer is any of those of the options that are left, and then names that answer.
M7  A count of chosen options names its question while it is open.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from screener.assess.answers import (
    Answers,
    Chosen,
    ChosenSeveral,
    Measured,
    NoValue,
    PartialDate,
    Patient,
    Reason,
    Rows,
    Whole,
)
from screener.assess.assess import assess
from screener.assess.conversions import egfr
from screener.form.load import load_form
from screener.shelf import shelf
from tests.form.minimal import FILES, changed, form_with

DAY = datetime(2026, 11, 21, 10, 40, tzinfo=UTC)
FLAG = "- flag: {id}\n  title: A\n  tier: U1\n  raised_if: {rule}\n  action: A\n  cite: A\n"
RULES = {
    "SUM": "known(pain_score) and pain_score + pain_half > 10",
    "OLD": "known(hba1c) and hba1c.age_days > 30",
    "LONG": "known(onset) and days(onset, assessed) > 30",
    "SCORED": "signs + 1 >= 5",
    "HIGH": "hba1c > hba1c.high",
    "AT": "hba1c >= hba1c.high",
    "PERCENT": "known(hba1c) and hba1c.unit == '%'",
    "SMALLER": "known(pain_score) and min(pain_half, 3) >= 3",
    "LARGER": "known(pain_score) and max(pain_half, 3) > 3",
    "MANY": "count(complications) >= 2",
}
COUNTED = {
    ("retinopathy",): ("clear", []),
    ("retinopathy", "nephropathy"): ("raised", []),
    ("nothing",): ("clear", []),
    (): ("not_established", ["complications"]),
}


@pytest.fixture(scope="module")
def form():
    return form_with({"flags/more.yaml": "".join(FLAG.format(id=id_, rule=rule) for id_, rule in RULES.items())})


@pytest.fixture(scope="module")
def shipped():
    return load_form(shelf()["neuropathy"])


def flag(form, name, **cells):
    found = next(one for one in assess(form, Answers(cells, assessed=DAY)).flags if one.id == name)
    return found.state.value, [one.item for one in found.missing]


def value(form, **cells):
    (found,) = assess(form, Answers(cells)).values
    return found.value, found.is_none, [one.item for one in found.missing]


def test_that_a_value_of_a_question_that_may_not_be_asked_is_open_until_that_is_known(form):
    assert value(form, pain_score=Whole(6)) == (None, False, ["pain"])
    assert value(form, pain_score=Whole(6), pain=NoValue(Reason.DECLINED)) == (None, False, ["pain"])
    assert value(form, pain_score=Whole(6), pain=Chosen("yes")) == (Decimal(3), False, [])
    assert value(form, pain_score=Whole(6), pain=Chosen("no")) == (None, True, [])


@pytest.mark.parametrize(("score", "state"), [(6, "clear"), (7, "raised")])
def test_that_an_answer_and_what_is_calculated_from_it_stand_in_one_sum(form, score, state):
    assert flag(form, "SUM", pain=Chosen("yes"), pain_score=Whole(score)) == (state, [])
    assert flag(form, "SUM", pain_score=Whole(score)) == (
        ("clear", []) if score == 6 else ("not_established", ["pain"])
    )


@pytest.mark.parametrize(
    ("score", "smaller", "larger"), [(5, "clear", "clear"), (6, "raised", "clear"), (7, "raised", "raised")]
)
def test_that_the_smaller_and_the_larger_of_two_numbers_are_told_apart(form, score, smaller, larger):
    given = {"pain": Chosen("yes"), "pain_score": Whole(score)}
    assert [flag(form, name, **given) for name in ("SMALLER", "LARGER")] == [(smaller, []), (larger, [])]
    assert flag(form, "SMALLER", pain=Chosen("yes")) == ("not_established", ["pain_score"])


def test_that_a_score_stands_in_a_sum_and_names_what_it_lacks(form):
    absent = {f"ankle_reflex.{side}": Chosen("absent") for side in ("left", "right")}
    assert flag(form, "SCORED", **absent) == ("raised", [])
    fine = {"pain": Chosen("no"), "hba1c": Measured(Decimal(8), "%"), "monofilament.left": Chosen("not_felt")}
    assert flag(form, "SCORED", **fine) == ("not_established", ["ankle_reflex.left", "ankle_reflex.right"])
    assert flag(form, "SCORED", **fine, **absent) == ("raised", [])
    assert flag(form, "SCORED", **fine, **dict.fromkeys(absent, Chosen("present"))) == ("clear", [])


@pytest.mark.parametrize(
    ("sign", "number", "above", "at_least"),
    [
        ("", "9.0", "clear", "raised"), ("", "9.1", "raised", "raised"), ("", "8.9", "clear", "clear"),
        (">", "9.0", "raised", "raised"), (">", "8.9", "not_established", "not_established"),
        ("<", "9.0", "clear", "clear"), ("<", "9.1", "not_established", "not_established"),
    ],
)  # fmt: skip
def test_that_a_number_after_a_sign_meets_a_limit_where_all_that_it_can_be_does(form, sign, number, above, at_least):
    """The clinic's limit is 9.0 %."""
    hba1c = Measured(Decimal(number), "%", sign)
    for name, state in (("HIGH", above), ("AT", at_least)):
        assert flag(form, name, hba1c=hba1c) == (state, ["hba1c"] if state == "not_established" else [])


@pytest.mark.parametrize("number", [10, 75, 76, 80])
def test_that_the_unit_in_which_a_number_stands_is_known_whatever_the_number(form, number):
    assert flag(form, "PERCENT", hba1c=Measured(Decimal(number), "%")) == ("raised", [])
    assert flag(form, "PERCENT", hba1c=Measured(Decimal(number), "mmol/mol")) == ("clear", [])
    assert flag(form, "PERCENT", hba1c=Measured(Decimal(number))) == ("not_established", ["hba1c.unit"])


@pytest.mark.parametrize(
    ("measured", "found"),
    [
        (PartialDate(2026, 10, 22), ("clear", [])), (PartialDate(2026, 10, 21), ("raised", [])),
        (PartialDate(2026, 10), ("not_established", ["hba1c.date"])), (PartialDate(2026, 9), ("raised", [])),
        (PartialDate(2026, 11), ("clear", [])), (PartialDate(2026, 12, 1), ("clear", [])),
        (None, ("not_established", ["hba1c.date"])),
    ],
)  # fmt: skip
def test_that_the_age_of_a_result_is_counted_in_days_up_to_the_assessment(form, measured, found):
    assert flag(form, "OLD", hba1c=Measured(Decimal(8), "%", date=measured)) == found


@pytest.mark.parametrize(
    ("onset", "found"),
    [
        (PartialDate(2026, 10, 22), ("clear", [])), (PartialDate(2026, 10, 21), ("raised", [])),
        (PartialDate(2026, 10), ("not_established", ["onset"])), (PartialDate(2025), ("raised", [])),
    ],
)  # fmt: skip
def test_that_days_are_counted_from_the_first_to_the_last(form, onset, found):
    assert flag(form, "LONG", onset=onset) == found


@pytest.mark.parametrize(
    ("row", "possible", "missing"),
    [
        ({"drug": Chosen("duloxetine"), "mg_day": Whole(60)}, ("enough",), []),
        ({"drug": Chosen("pregabalin"), "mg_day": Whole(299)}, ("too_little",), []),
        ({"mg_day": Whole(60)}, ("enough", "too_little"), ["medicines.1.drug"]),
        ({"mg_day": Whole(59)}, ("too_little",), []), ({"mg_day": Whole(300)}, ("enough",), []),
        ({"drug": NoValue(Reason.UNKNOWN), "mg_day": Whole(60)}, ("enough", "too_little"), ["medicines.1.drug"]),
    ],
)  # fmt: skip
def test_that_a_dose_is_compared_with_that_of_every_medicine_it_can_be(form, row, possible, missing):
    (found,) = (one for one in assess(form, Answers({"medicines": Rows((row,))})).findings if one.id == "tried")
    assert (found.possible, [one.item for one in found.missing]) == (possible, missing)


def test_that_nothing_is_looked_up_by_a_question_that_is_not_asked():
    files = {
        "lookups/types.yaml": "lookup: types\ntitle: A\nof: diabetes\nnumbers: {none: 0, t1: 1, t2: 2}\nsource: A\n",
        "values/type.yaml": "value: type_number\ntitle: A\nis: lookup(types, diabetes)\nsource: A\n",
        "sections/history.yaml": FILES["sections/history.yaml"].replace("type: choice\n", "type: choice\n    ask_if: pain\n", 1),
    }  # fmt: skip
    form = form_with(files)

    def found(**given):
        answers = Answers({cell: Chosen(option) for cell, option in given.items()})
        (result,) = (one for one in assess(form, answers).values if one.id == "type_number")
        return result.lowest, result.highest, result.value, [one.item for one in result.missing]

    assert found(pain="no", diabetes="t1") == (None, None, None, [])
    assert found(pain="yes", diabetes="t1") == (1, 1, 1, [])
    assert found(pain="yes") == (0, 2, None, ["diabetes"])
    assert found(diabetes="t1") == (1, 1, None, ["pain"])


BEFORE = """\
  - item: before
    text: HbA1c before
    type: quantity
    converts: hba1c
    units:
      "%": {limits: [3.0, 20.0]}
      mmol/mol: {limits: [9, 195]}
  - item: weight
"""


@pytest.mark.parametrize(
    ("before", "now", "fell", "missing"),
    [
        (Measured(Decimal(9), "%"), Measured(Decimal(8), "%"), (1, 1, "%"), []),
        (Measured(Decimal(64), "mmol/mol"), Measured(Decimal(75), "mmol/mol"), (-11, -11, "mmol/mol"), []),
        (Measured(Decimal(9), "%"), Measured(Decimal(64), "mmol/mol"), (1, 1, "%"), []),
        (Measured(Decimal(9), "%"), None, (-11, 6, "%"), ["hba1c"]),
        (Measured(Decimal(9), "%"), Measured(Decimal(8)), (-11, 6, "%"), ["hba1c.unit"]),
        (Measured(Decimal(9), "%", ">"), Measured(Decimal(8), "%"), (1, 12, "%"), ["before"]),
        (None, Measured(Decimal(8)), (None, None, ""), ["hba1c.unit", "before"]),
        (NoValue(Reason.DECLINED), Measured(Decimal(64), "mmol/mol"), (None, None, ""), ["before"]),
    ],
)  # fmt: skip
def test_that_a_fall_lies_between_what_two_results_known_in_part_allow(before, now, fell, missing):
    value = "value: fell\ntitle: Fall\nis: fall(before, hba1c)\nlike: hba1c\nsource: A\n"
    form = form_with({"values/fell.yaml": value, **changed("sections/examination.yaml", "  - item: weight\n", BEFORE)})
    cells = {cell: answer for cell, answer in (("before", before), ("hba1c", now)) if answer is not None}
    (found,) = (one for one in assess(form, Answers(cells)).values if one.id == "fell")
    assert (found.lowest, found.highest, found.unit) == fell
    assert found.value == (None if missing else fell[0])
    assert [one.item for one in found.missing] == missing


@pytest.mark.parametrize(
    ("creatinine", "born", "sex", "missing"),
    [
        (("", "100"), [66], ["female"], []),
        (("", "100"), [66], ["female", "male"], ["sex_for_egfr"]),
        (("", "100"), [65, 66], ["male"], ["patient.born"]),
        (("", "100"), [65, 66], ["female", "male"], ["sex_for_egfr", "patient.born"]),
        (("<", "100"), [66], ["male"], ["creatinine"]),
        ((">", "100"), [65, 66], ["female"], ["creatinine", "patient.born"]),
    ],
)  # fmt: skip
def test_that_an_egfr_lies_between_what_age_sex_and_creatinine_known_in_part_allow(
    shipped, creatinine, born, sex, missing
):
    sign, number = creatinine
    limits = shipped.items["creatinine"].unit_of("µmol/L").limits
    cells = {"creatinine": Measured(Decimal(number), "µmol/L", sign, PartialDate(2026, 11, 1))}
    cells |= {"sex_for_egfr": Chosen(sex[0])} if len(sex) == 1 else {}
    patient = Patient(born=PartialDate(1960, 3, 1) if len(born) == 1 else PartialDate(1960))
    (found,) = (one for one in assess(shipped, Answers(cells, patient, DAY)).values if one.id == "egfr")
    ends = [Decimal(number), {"<": limits.lowest, ">": limits.highest, "": Decimal(number)}[sign]]
    all_ = [egfr(end, "µmol/L", Decimal(age), one) for end in ends for age in born for one in sex]
    assert (found.lowest, found.highest) == (min(all_), max(all_))
    assert found.value == (None if missing else all_[0])
    assert sorted(one.item for one in found.missing) == sorted(missing)


@pytest.mark.parametrize("chosen", COUNTED)
def test_that_chosen_options_are_counted_and_an_open_question_is_named(form, chosen):
    answers = {"complications": ChosenSeveral(chosen)} if chosen else {}
    assert flag(form, "MANY", **answers) == COUNTED[chosen]
