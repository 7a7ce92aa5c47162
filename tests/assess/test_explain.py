"""Explanations: the answers, the rule in plain words, the source, and the same figures as on paper.

X1  Every result of the shipped form can be explained, whatever is answered, with a rule and a source.
X2  A figure is said as it is on paper, also where rounding would carry it across a cut-off.
X3  What an explanation names as missing is what the result names.
X4  A question says what it is asked for.
X5  What isn't sure about a result stands with its source.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from screener.assess.answers import Answers, Chosen, Measured, PartialDate, Patient
from screener.assess.assess import assess
from screener.assess.explain import explain, explain_asked
from screener.form.load import load_form
from screener.report.compose import compose_report
from screener.report.text import render_text
from screener.shelf import shelf
from tests.assess.generated import partial_answers
from tests.form.minimal import changed, form_with

DAY = datetime(2026, 11, 21, 10, 40, tzinfo=UTC)


@pytest.fixture(scope="module")
def form():
    return load_form(shelf()["neuropathy"])


def results_of(assessment):
    yield from ((one.id, one.missing) for one in (*assessment.values, *assessment.scores, *assessment.flags))
    yield from ((f"{one.id}.{one.side}" if one.side else one.id, one.missing) for one in assessment.findings)
    yield from ((one.id, one.missing) for trial in assessment.trials for one in trial.criteria)


@pytest.mark.parametrize("seed", range(6))
def test_that_every_result_is_explained_with_its_rule_its_source_and_what_is_missing(form, seed):
    assessment = assess(form, partial_answers(form, seed, keep=seed / 5))
    hidden = {finding.id for finding in form.findings if finding.is_hidden}
    for result, missing in results_of(assessment):
        found = explain(assessment, result)
        assert all((found.title, found.outcome, *found.rule)), result
        assert found.source or result.partition(".")[0] in hidden, result
        assert found.missing == tuple(one.item for one in missing), result
        assert set(found.cells) <= set(form.cells), result


def test_that_no_source_speaks_of_the_class_of_a_licence(form):
    assessment = assess(form, Answers())
    named = [(f"{each.id}.{each.side}" if each.side else each.id) for each in assessment.findings]
    sources = [explain(assessment, name).source for name in (*named, *(score.id for score in form.scores))]
    assert any("not the original form" in source for source in sources)
    assert [source for source in sources if "class A" in source or "class B" in source] == []


def test_that_a_result_nobody_knows_is_not_explained(form):
    with pytest.raises(KeyError):
        explain(assess(form, Answers()), "no_such_result")


@pytest.mark.parametrize(("creatinine", "said"), [(150, "29.8"), (149, "30.1"), (165, "27")])
def test_that_a_figure_is_explained_as_it_is_printed(form, creatinine, said):
    cells = {
        "sex_for_egfr": Chosen("female"),
        "creatinine": Measured(Decimal(creatinine), "µmol/L", date=PartialDate(2026, 11, 1)),
    }
    assessment = assess(form, Answers(cells, Patient(born=PartialDate(1944, 6, 17)), DAY))
    assert explain(assessment, "egfr").outcome.split()[0] == said
    assert f"{said} mL/min/1.73 m²" in render_text(compose_report(assessment))


def test_that_a_question_says_after_which_answer_it_is_asked(form):
    empty = assess(form, Answers())
    why = explain_asked(empty, "nss_site")
    assert why.outcome == "open"
    assert why.missing == ("nss_symptom",)
    assert "Main sensation" in why.rule[0]
    assert explain_asked(empty, "foot_pain").rule == ("Always asked.",)
    none = assess(form, Answers({"nss_symptom": Chosen("none")}))
    assert explain_asked(none, "nss_site").outcome == "not asked"


def test_that_a_rule_over_both_sides_is_said_once(form):
    rule = " ".join(explain(assess(form, Answers()), "RF07").rule)
    assert "on either side" in rule
    assert "(left)" not in rule


def test_that_a_score_is_explained_with_its_range_its_total_and_its_band():
    form = form_with(changed("scores/signs.yaml", "{from: 3, is: some}", "from: 3\n    is: some\n    text: some signs"))
    found = {"pain": Chosen("no"), "hba1c": Measured(Decimal(10), "%"), "ankle_reflex.left": Chosen("absent")}
    found |= {f"monofilament.{side}": Chosen("felt") for side in ("left", "right")}
    for right, said in ((None, "3 to 5 of 7, some signs"), ("absent", "5 of 7, some signs")):
        given = found | ({"ankle_reflex.right": Chosen(right)} if right else {})
        assert explain(assess(form, Answers(given)), "signs").outcome == said
    assert explain(assess(form, Answers()), "signs").outcome == "0 to 7 of 7"


def test_that_a_question_of_a_side_is_explained_for_that_side():
    ask = "    sides: both\n    ask_if: monofilament.here == felt\n    normal: present\n"
    form = form_with(changed("sections/examination.yaml", "    sides: both\n    normal: present\n", ask))
    assessment = assess(form, Answers({"monofilament.left": Chosen("felt")}))
    why = {side: explain_asked(assessment, f"ankle_reflex.{side}") for side in ("left", "right")}
    assert [one.rule for one in why.values()] == [
        (f"Asked if Monofilament at the great toe ({side}) is Felt.",) for side in why
    ]
    assert [(one.outcome, one.missing) for one in why.values()] == [("asked", ()), ("open", ("monofilament.right",))]


def test_that_the_rule_of_a_flag_names_what_raises_it_and_what_does_not():
    assert explain(assess(form_with(), Answers()), "RF02").rule == (
        "Emergency: if Pain from 0 to 10 has a value and Pain from 0 to 10 is above 7",
        "One working day: if Pain: yes",
        "Not raised: otherwise",
    )


@pytest.mark.parametrize(
    ("file", "line", "result"),
    [
        ("values/dose.yaml", "round: 1\n", "pain_half"),
        ("scores/signs.yaml", "licence: B\n", "signs"),
        ("findings/level.yaml", "ordered: yes\n", "level"),
        ("flags/all.yaml", "  tier: U1\n", "RF01"),
        ("trials/one.yaml", "    title: HbA1c\n", "C01"),
    ],
)
def test_that_who_compared_a_rule_and_what_is_not_sure_about_it_is_said_with_its_source(file, line, result):
    indent = line[: len(line) - len(line.lstrip())]
    sure = f"{indent}reviewed: Dr A, 2026-11-30\n{indent}uncertain: The bands differ.\n"
    said = explain(assess(form_with(changed(file, line, f"{line}{sure}")), Answers(assessed=DAY)), result).source
    assert said.startswith("Invented for the tests.")
    assert said.endswith(" Compared with the publication: Dr A, 2026-11-30. Not sure: The bands differ.")


@pytest.mark.parametrize(
    ("pain", "diabetes", "outcome", "missing"),
    [
        (None, None, "open", ("diabetes", "pain")), ("yes", None, "open", ("diabetes",)), ("no", None, "not asked", ()),
        ("yes", "t1", "asked", ()), (None, "none", "not asked", ()),
    ],
)  # fmt: skip
def test_that_a_question_names_what_is_missing_only_while_it_is_open_whether_it_is_asked(
    pain, diabetes, outcome, missing
):
    form = form_with(changed("sections/history.yaml", "ask_if: pain", "ask_if: pain and diabetes == t1"))
    given = {"pain": pain, "diabetes": diabetes}
    assessment = assess(form, Answers({cell: Chosen(option) for cell, option in given.items() if option}))
    why = explain_asked(assessment, "pain_score")
    assert (why.outcome, why.missing) == (outcome, missing)
    assert why.rule == ("Asked if Pain: yes and Diabetes is Type 1.",)
    assert why.cells == ("diabetes", "pain")


def test_that_a_near_miss_stands_in_the_explanation_of_its_point(form):
    cells = {"hba1c": Measured(Decimal("9.4"), "%", date=PartialDate(2026, 11, 1)), "trial_enquiry": Chosen("yes")}
    assessment = assess(form, Answers(cells, assessed=DAY))
    assert explain(assessment, "C07").distances == ("HbA1c: 9.4 %, 2.6 below 12 %", "HbA1c: 9.4 %, 0.6 below 10 %")


def test_that_nothing_is_said_of_a_number_that_is_not_recorded(form):
    assessment = assess(form, Answers(assessed=DAY))
    results = [*form.scores, *form.flags, *form.trials[0].criteria]
    assert [explain(assessment, each.id).distances for each in results] == [()] * len(results)


def test_that_a_source_and_what_is_not_sure_about_it_are_two_sentences(form):
    assert "of this project. Not sure: The source lists" in explain(assess(form, Answers({})), "RF16").source
