"""What a clinic doesn't use is switched off in site.yaml, and nothing that is still in use changes by it.

1. What is listed is not concluded, and questions without any other use are never asked, with the reason.
2. Notes, values, steps and rules across answers that read something switched off go with it.
3. What a rule still in use reads can't be switched off; a red flag always stays. The place and the reader are named.
4. Everything still in use says the same as before; answers to what is not asked are kept.
5. An example's expectations of what is switched off are passed over, the others hold.
"""

from __future__ import annotations

import pytest

from screener.assess.answers import Answers, Chosen
from screener.assess.assess import assess
from screener.assess.assessment import Asked
from screener.assess.examples import read_examples, run_examples
from screener.assess.explain import explain_asked
from screener.form.folder import SourceFile, files_in
from screener.form.load import example_files, form_of, load_form
from screener.form.problem import FormError
from screener.paths import FORMS
from screener.report.compose import compose_report
from screener.report.text import render_text
from screener.wizard import PATIENT, REVIEW, Wizard
from tests.assess.generated import partial_answers
from tests.form.minimal import FILES, form_with, problems_with

SITE = "site.yaml"
SHIPPED_OFF = ("tcss", "msc_prescreen", "trial")


def off(*ids: str) -> dict[str, str]:
    listed = "".join(f"  - {id_}\n" for id_ in ids)
    return {SITE: f"{FILES[SITE]}off:\n{listed}"}


def without(*ids: str):
    return form_with(off(*ids))


def asked_of(form, **given: str):
    answers = Answers(cells={cell: Chosen(option) for cell, option in given.items()})
    return assess(form, answers)


def test_that_a_score_switched_off_is_not_concluded_and_what_only_it_reads_is_never_asked():
    form = without("signs", "level")
    assert [score.id for score in form.scores] == []
    assert [finding.id for finding in form.findings] == ["tried", "loss"]
    assessment = asked_of(form)
    assert assessment.asked["ankle_reflex.left"] is Asked.NO
    assert assessment.asked["monofilament.left"] is Asked.YES  # a red flag reads it
    assert assessment.asked["hba1c"] is Asked.YES  # a criterion reads it
    assert not any("ankle_reflex" in needed.item for needed in assessment.needed)
    explained = explain_asked(assessment, "ankle_reflex.left")
    assert (explained.outcome, explained.rule) == ("not asked", ("Not used at this clinic.",))


def test_that_notes_which_read_or_name_something_switched_off_go_with_it():
    assert [note.id for note in without("level").notes] == []
    assert [note.id for note in without("one").notes] == ["both", "draft"]


def test_that_a_trial_switched_off_goes_with_its_points_and_their_own_questions():
    form = without("one")
    assert form.trials == ()
    assessment = asked_of(form)
    assert assessment.asked["weight"] is Asked.NO
    assert assessment.asked["hba1c"] is Asked.YES  # a score reads it
    assert "one" in form.off


SECTION = {
    "sections/sleep.yaml": "section: sleep\ntitle: Sleep\nitems:\n  - item: nights\n    text: Nights woken\n    type: whole\n"
    "    limits: [0, 7]\n  - item: naps\n    text: Naps\n    type: yes_no\n",
    "form.yaml": FILES["form.yaml"].replace("examination]", "sleep, examination]"),
    "values/nights.yaml": "value: share\ntitle: Share of nights\nis: nights / 7\nsource: Invented.\n",
    "rules/naps.yaml": "rule: naps_need_nights\nmust: not naps or known(nights)\nmessage: Naps without nights.\n",
}


def test_that_a_section_switched_off_is_no_page_and_its_values_and_rules_go_with_it():
    form = form_with(SECTION | off("sleep"))
    assert [section.id for section in form.pages] == ["history", "examination"]
    assert "share" not in [value.id for value in form.values]
    assert "naps_need_nights" not in [must.id for must in form.musts]
    assert Wizard(form, Answers(), assess).pages == (PATIENT, "history", "examination", REVIEW)


SLEEP_SCORE = """\
score: restless
title: Restless
cite: Invented.
range: [0, 1]
points:
  naps: {yes: 1, no: 0}
"""


def test_that_a_score_goes_with_its_section_where_it_reads_nothing_else_and_stays_in_the_way_where_it_does():
    alone = SECTION | {"scores/more.yaml": SLEEP_SCORE}
    assert [score.id for score in form_with(alone | off("sleep")).scores] == ["signs"]
    mixed = {"scores/more.yaml": SLEEP_SCORE.replace("1]", "2]") + "  pain: {yes: 1, no: 0}\n"}
    with pytest.raises(FormError) as caught:
        form_with(alone | mixed | off("sleep"))
    assert "the score 'restless' reads 'naps'" in caught.value.problems[0].message


def test_that_an_answer_to_what_is_switched_off_is_kept_and_read_by_no_rule():
    form = form_with(SECTION | off("sleep"))
    answers = Answers(cells={"naps": Chosen("yes")})
    assessment = assess(form, answers)
    assert assessment.violated == ()
    assert assessment.answers.cells["naps"] == Chosen("yes")
    assert "naps" in assessment.not_asked


def test_that_the_summary_says_what_is_not_used():
    text = render_text(compose_report(assess(form_with(SECTION | off("sleep")), Answers())))
    (line,) = [line for line in text.splitlines() if "Not used at this clinic" in line]
    assert "Sleep" in line
    assert "Naps" not in text


@pytest.mark.parametrize(
    ("ids", "reader"),
    [
        (("signs",), "the finding 'level' reads it"),
        (("history",), "the red flag 'RF02' reads"),
        (("examination",), "the red flag 'RF01' reads 'loss'"),
        (("examination",), "the score 'signs' reads 'ankle_reflex'"),
        (("examination",), "the criterion 'C01' reads 'hba1c'"),
    ],
)
def test_that_what_a_rule_in_use_reads_can_not_be_switched_off(ids, reader):
    with pytest.raises(FormError) as caught:
        without(*ids)
    found = [problem for problem in caught.value.problems if problem.code == "F314"]
    assert any(reader in problem.message for problem in found)
    line = FILES[SITE].count("\n") + 2
    assert {(problem.at.file, problem.at.line, problem.at.column) for problem in found} == {
        ("small/site.yaml", line, 5)
    }


def test_that_a_question_in_use_can_not_be_asked_because_of_something_switched_off():
    gated = FILES["sections/examination.yaml"] + "  - item: last\n    text: Last\n    type: text\n    ask_if: naps\n"
    with pytest.raises(FormError) as caught:
        form_with(SECTION | {"sections/examination.yaml": gated} | off("sleep"))
    assert "the question 'last' reads 'naps'" in caught.value.problems[0].message


@pytest.mark.parametrize("name", ["sings", "loss", "RF01", "pain", "pain_half"])
def test_that_only_what_can_be_switched_off_is_known_there(name):
    line = FILES[SITE].count("\n") + 2
    assert f"site.yaml:{line}:5 F313" in problems_with(off(name))


@pytest.fixture(scope="module")
def shipped():
    folder = FORMS / "neuropathy"
    site = "site: A clinic\noff:\n" + "".join(f"  - {id_}\n" for id_ in SHIPPED_OFF)
    files = files_in(folder, lambda part: part != "examples")
    return load_form(folder), form_of([*files, SourceFile("neuropathy/site.yaml", site.encode())], "neuropathy")


@pytest.mark.parametrize("seed", range(5))
def test_that_everything_still_in_use_says_the_same(shipped, seed):
    whole, part = shipped
    answers = partial_answers(whole, seed)
    before, after = assess(whole, answers), assess(part, answers)
    for kind in ("values", "scores", "findings", "flags", "trials"):
        kept = [one for one in getattr(before, kind) if one.id not in part.off]
        assert list(getattr(after, kind)) == kept
    assert {result.id for result in (*after.scores, *after.trials)}.isdisjoint(SHIPPED_OFF)
    assert set(before.not_asked) <= set(after.not_asked)
    assert len(after.on_screen) < len(before.on_screen)


def test_that_the_examples_of_the_form_hold_for_what_is_still_in_use(shipped):
    _, part = shipped
    examples = read_examples((node for _, node in example_files(FORMS / "neuropathy")), [])
    assert run_examples(part, examples) == []
