"""The law of the program (soundness), and how close it comes to trying everything (precision).

S1  What is decided is the same in every completion: findings, flags, criteria, overall states, totals, bands, cut-offs.
S2  No answer that can still change an undecided result is left out of its `missing`.
P1  On the shipped form, with up to six answers missing, outcomes and `missing` equal brute force.
P2  On generated forms at least 99 % do.
P3  So it is for rows answered in half; there 97 % do on generated forms, and no column is named that isn't asked in its row.
M   An evaluator that is broken on purpose is caught by S1.
K   Keeping rules small costs exactness, never soundness.
I   Editing answer by answer ends in the same assessment as starting from the answers.
"""

from __future__ import annotations

import random

import pytest

from screener.assess import cells, conditions, scores
from screener.assess.answers import Answers, Chosen, NoValue, Reason
from screener.assess.assess import Assessor, assess
from screener.assess.assessment import CutOffState, FlagState, Overall, ScoreState
from screener.assess.possible import Possible
from screener.form.load import load_form
from screener.shelf import shelf
from tests.assess.brute_force import differences, outcomes_by_rule, rules_of, said_of
from tests.assess.concrete import Concrete, every_outcome
from tests.assess.generated import a_completion, complete_answers, form_of, open_in_rows, partial_answers

GENERATED = range(60)


@pytest.fixture(scope="module")
def shipped():
    form = load_form(shelf()["neuropathy"])
    return form, Assessor(form)


def broken_promises(form, assessment, completion):
    """Everything the assessment of partial answers decided that a completion contradicts."""
    said, found = said_of(assessment), []
    flags = {flag.id for flag in form.flags}
    outcomes = outcomes_by_rule(form, completion, rules_of(form, assessment.answers))
    for name, possible in outcomes.items():
        decided = said[name].decided
        if name in flags:
            is_kept = decided == "" or {outcome == "clear" for outcome in possible} == {decided == "clear"}
        else:
            is_kept = possible <= said[name].outcomes
        if not is_kept:
            found.append(f"{name}: said {said[name]}, is {possible}")
    found += broken_scores(form, assessment, completion)
    found += broken_overall(form, assessment, completion, outcomes)
    return found


def broken_scores(form, assessment, completion):
    concrete, found = Concrete(form, completion), []
    for score, said in zip(form.scores, assessment.scores, strict=True):
        bounds = concrete.score_bounds(score.id)
        if bounds is None:
            is_kept = said.total is None and said.band is None
        elif said.state is ScoreState.NA:
            is_kept = False
        else:
            is_kept = said.lowest <= bounds[0] and bounds[1] <= said.highest
            is_kept = is_kept and (said.total is None or said.total == bounds[0] == bounds[1])
            starts = {cutoff.id: cutoff.start for cutoff in score.cutoffs}
            for cutoff in said.cutoffs:
                is_kept = is_kept and not (cutoff.state is CutOffState.MET and bounds[0] < starts[cutoff.id])
                is_kept = is_kept and not (cutoff.state is CutOffState.NOT_MET and bounds[1] >= starts[cutoff.id])
        if not is_kept:
            found.append(f"{score.id}: said {said}, is {bounds}")
    return found


def broken_overall(form, assessment, completion, outcomes):
    found = []
    for trial, said in zip(form.trials, assessment.trials, strict=True):
        states = set().union(*(outcomes[criterion.id] for criterion in trial.criteria))
        if said.overall is Overall.BARRIER_RECORDED and "barrier" not in states:
            found.append(f"{trial.id}: a barrier was said")
        if said.overall is Overall.NO_BARRIER_RECORDED and "barrier" in states:
            found.append(f"{trial.id}: no barrier was said")
        if trial.applies_if is not None:
            root = trial.applies_if.truth()
            applies = {*every_outcome(form, completion, lambda concrete, root=root: concrete.truth(root)).values()}
            if said.overall is Overall.NA and applies != {False}:
                found.append(f"{trial.id}: said not to apply")
            if said.overall in (Overall.BARRIER_RECORDED, Overall.NO_BARRIER_RECORDED) and applies != {True}:
                found.append(f"{trial.id}: said to apply")
    return found


@pytest.mark.parametrize("seed", GENERATED)
def test_that_what_is_decided_on_a_generated_form_is_the_same_in_every_completion(seed):
    form = form_of(seed, has_rows=seed % 3 == 0)
    assessor = Assessor(form)
    for part in range(4):
        answers = partial_answers(form, seed * 10 + part)
        assessment = assessor.assess(answers)
        pick = random.Random(seed * 10 + part)
        for _ in range(12):
            completion = a_completion(form, answers, pick)
            assert broken_promises(form, assessment, completion) == []


@pytest.mark.parametrize("most_nodes", [1, 8, 30])
def test_that_rules_kept_small_by_force_are_still_right(most_nodes):
    """With findings, conditions of questions and parts of rules as variables of their own, less is exact; nothing is wrong."""
    for seed in range(0, 60, 4):
        form = form_of(seed, has_rows=seed % 8 == 0)
        assessor = Assessor(form, most_nodes)
        for part in range(3):
            answers = partial_answers(form, seed * 10 + part)
            assessment = assessor.assess(answers)
            pick = random.Random(seed * 10 + part)
            for _ in range(12):
                assert broken_promises(form, assessment, a_completion(form, answers, pick)) == []


@pytest.mark.parametrize("seed", range(30))
def test_that_what_is_decided_on_the_shipped_form_is_the_same_in_every_completion(shipped, seed):
    form, assessor = shipped
    answers = partial_answers(form, seed, keep=(seed % 6) / 5)
    assessment = assessor.assess(answers)
    pick = random.Random(seed)
    for _ in range(60):
        assert broken_promises(form, assessment, a_completion(form, answers, pick)) == []


def few_open(form, seed):
    """Complete answers with up to six taken away, the more often the more rules read them."""
    return partial_answers(form, seed, most_open=6)


@pytest.mark.parametrize("start", range(0, 150, 10))
def test_that_the_shipped_form_with_up_to_six_answers_missing_equals_brute_force(shipped, start):
    form, assessor = shipped
    rules = list(rules_of(form))
    compared = 0
    for seed in range(start, start + 10):
        answers = few_open(form, seed)
        count, unsound, imprecise = differences(form, answers, assessor.assess(answers), rules)
        compared += count
        assert unsound == []
        assert imprecise == []
    assert compared >= 10 * len(rules) * 0.95


def test_that_six_open_answers_to_one_rule_equal_brute_force(shipped):
    """Up to six of the answers that one rule reads, rule by rule: the hard cases lie close together."""
    form, assessor = shipped
    pick = random.Random(7)
    for number, rule in enumerate(rules_of(form)):
        reads = sorted(cell for cell in rule.reads if cell in form.cells)
        for again in range(3):
            whole = complete_answers(form, number * 3 + again)
            gone = pick.sample(reads, min(6, len(reads)))
            compared = 0
            while not compared:  # fewer where there are more than 4,096 combinations to try
                answers = Answers(
                    {c: a for c, a in whole.cells.items() if c not in gone}, whole.patient, whole.assessed
                )
                compared, unsound, imprecise = differences(form, answers, assessor.assess(answers), [rule])
                assert unsound == []
                assert imprecise == []
                gone = gone[1:]


def test_that_at_least_99_of_100_results_of_generated_forms_equal_brute_force():
    compared, wrong, rough = 0, [], []
    for seed in GENERATED:
        form = form_of(seed)
        assessor, rules = Assessor(form), list(rules_of(form))
        for part in range(2):
            answers = partial_answers(form, seed * 10 + part, most_open=4)
            count, unsound, imprecise = differences(form, answers, assessor.assess(answers), rules)
            compared, wrong, rough = compared + count, wrong + unsound, rough + imprecise
    assert wrong == []
    assert compared > 1000
    assert len(rough) <= compared / 100, f"{len(rough)} of {compared}: {rough[:5]}"


def named_though_not_asked(assessment):
    """Names of columns in rows that are not asked there."""
    results = (*assessment.findings, *assessment.flags, *(one for trial in assessment.trials for one in trial.criteria))
    parts = (one.item.split(".") for result in results for one in result.missing)
    names = {f"{part[0]}.{int(part[1]) - 1}.{part[2]}" for part in parts if len(part) > 2 and part[1].isdigit()}
    return names & assessment.parts_not_asked


def differences_in_rows(form, seed):
    """How answers with rows open, or answered in half, compare with brute force."""
    pick = random.Random(seed)
    answers = open_in_rows(form, partial_answers(form, seed, most_open=2), pick)
    assessment = assess(form, answers)
    assert named_though_not_asked(assessment) == set()
    return differences(form, answers, assessment, list(rules_of(form, answers)))


def test_that_rows_answered_in_half_leave_out_nothing_and_hardly_name_too_much():
    compared, wrong, rough = 0, [], []
    for seed in range(30):
        count, unsound, imprecise = differences_in_rows(form_of(seed, items=5, has_rows=True), seed)
        compared, wrong, rough = compared + count, wrong + unsound, rough + imprecise
    assert wrong == []
    assert compared > 300
    assert len(rough) <= compared / 40, f"{len(rough)} of {compared}: {rough[:5]}"


def test_that_the_shipped_form_with_rows_answered_in_half_equals_brute_force_with_few_exceptions(shipped):
    """They are rows with one answer that two conditions read: a medicine and the dose looked up for it."""
    form, _ = shipped
    compared, wrong, rough = 0, [], []
    for seed in range(40):
        count, unsound, imprecise = differences_in_rows(form, seed)
        compared, wrong, rough = compared + count, wrong + unsound, rough + imprecise
    assert wrong == []
    assert compared >= 40 * 60
    assert len(rough) <= compared / 500, rough


BROKEN = {
    "a missing choice counts as its first option": (
        conditions, "options_mask", lambda item, answer: cells.options_mask(item, answer or Chosen(item.options[-1].id))
    ),
    "a missing number counts as its lowest": (
        conditions, "number_left", lambda item, left: lowest_only(cells.number_left(item, left))
    ),
    "a missing several-choice counts as none chosen": (
        conditions, "chosen_mask", lambda answer, option: 1 if answer is None else cells.chosen_mask(answer, option)
    ),
    "a missing scored answer counts as zero": (
        scores, "options_mask", lambda item, answer: 1 if answer is None else cells.options_mask(item, answer)
    ),
    "a limit of a window is left out": (
        conditions, "windows_mask", lambda _windows, _day, assessed: 1 if assessed else 3
    ),
}  # fmt: skip


def lowest_only(possible):
    if possible.is_decided:
        return possible
    unit, interval = next(iter(possible.parts.items()))
    return Possible({unit: interval._replace(high=interval.low, is_high_open=False)})


@pytest.mark.parametrize("fault", BROKEN)
def test_that_an_evaluator_broken_on_purpose_is_caught(monkeypatch, fault):
    module, name, instead = BROKEN[fault]
    monkeypatch.setattr(module, name, instead)
    for seed in GENERATED:
        form = form_of(seed)
        assessor = Assessor(form)
        for part in range(4):
            answers = partial_answers(form, seed * 10 + part)
            assessment = assessor.assess(answers)
            pick = random.Random(seed)
            for _ in range(12):
                if broken_promises(form, assessment, a_completion(form, answers, pick)):
                    return
    pytest.fail("nobody noticed")


@pytest.mark.parametrize("seed", range(12))
def test_that_editing_answer_by_answer_ends_where_starting_from_the_answers_ends(shipped, seed):
    form, assessor = (form_of(seed, has_rows=True), None) if seed % 2 else shipped
    assessor = assessor or Assessor(form)
    pick = random.Random(seed)
    target = partial_answers(form, seed, keep=0.7)
    answers = Answers({}, target.patient, target.assessed)
    assessment = assessor.assess(answers)
    for cell in pick.sample(list(form.cells), len(form.cells)):
        for answer in (complete_answers(form, seed).cells[cell], NoValue(Reason.DECLINED), target.cells.get(cell)):
            answers = answers.with_answer(cell, answer)
            assessment = assessor.assess(answers, assessment)
    assert assessment.same_as(assessor.assess(answers))
    assert assessment.same_as(assessor.assess(Answers(dict(target.cells), target.patient, target.assessed)))


def test_that_taking_everything_back_gives_the_empty_screening(shipped):
    form, assessor = shipped
    empty = complete_answers(form, 1)
    nothing = Answers({}, empty.patient, empty.assessed)
    assessment = assessor.assess(nothing)
    answers = nothing
    for cell, answer in empty.cells.items():
        answers = answers.with_answer(cell, answer)
        assessment = assessor.assess(answers, assessment)
    for cell in empty.cells:
        answers = answers.with_answer(cell, None)
        assessment = assessor.assess(answers, assessment)
    assert assessment.same_as(assessor.assess(nothing))


def test_that_no_flag_of_an_empty_screening_is_clear_and_no_score_has_a_total(shipped):
    _, assessor = shipped
    assessment = assessor.assess(Answers({}))
    assert {flag.state for flag in assessment.flags} == {FlagState.NOT_ESTABLISHED}
    assert all(score.total is None and score.band is None for score in assessment.scores)
    assert all(flag.missing for flag in assessment.flags)


def test_that_a_reason_is_named_with_what_it_leaves_open(shipped):
    form, assessor = shipped
    whole = complete_answers(form, 3)
    answers = Answers(dict(whole.cells), whole.patient, whole.assessed).with_answer(
        "nss_symptom", NoValue(Reason.DECLINED)
    )
    before = assessor.assess(answers.with_answer("nss_symptom", None))
    assessment = assessor.assess(answers, before)
    nss = next(score for score in assessment.scores if score.id == "nss")
    assert ("nss_symptom", "declined") in {(one.item, one.reason) for one in nss.missing}
