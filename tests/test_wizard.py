"""Where we are, what was answered, what stands in the way: without any window.

1. Every change can be undone, one act at a time, and redone.
2. What is refused is kept, with its reason, and is no answer.
3. Nothing is chosen for the user but by an explicit act on a block.
4. Rows of a table keep what was typed beside them.
5. What is missing is listed in the order in which it would settle most.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.assess.answers import (
    Answers,
    Chosen,
    Measured,
    NoValue,
    PartialDate,
    Patient,
    Reason,
    Rows,
    Signer,
    Summary,
    Whole,
    Written,
)  # fmt: skip
from screener.assess.assess import assess
from screener.assess.assessment import Asked, Assessment, Needed
from screener.entry import Refusal, Typed
from screener.form.model import Block, Form, Item, ItemType, Option, Range, Section, Unit
from screener.form.problem import Span
from screener.form.rules import Tier
from screener.gaps import Gap, contradictions, gaps, refused_entries, settling_most
from screener.progress import PageState, Stand, contradicted, label_of, page_of, page_states, progress
from screener.report.naming import first_of
from screener.wizard import BORN, PATIENT, REVIEW, Wizard
from tests.form.minimal import form_with

AT = Span("form.yaml", 1, 1)
NORMAL = (Option("normal", "Normal"), Option("abnormal", "Abnormal"))
PERCENT = Unit("%", Range(Decimal(3), Decimal(20)), Range(Decimal("4.5"), Decimal(14)))
MOLAR = Unit("mmol/mol", Range(Decimal(9), Decimal(195)), Range(Decimal(25), Decimal(130)))


def item(name: str, kind: ItemType, **more: object) -> Item:
    return Item(name, kind, name.capitalize(), AT, **more)


REFLEX = item("reflex", ItemType.CHOICE, has_sides=True, options=NORMAL, normal="normal")
PIN = item("pin", ItemType.CHOICE, options=NORMAL, normal="normal")
PAIN = item("pain", ItemType.WHOLE, limits=Range(Decimal(0), Decimal(10)), usual=Range(Decimal(0), Decimal(8)))
HBA1C = item("hba1c", ItemType.QUANTITY, units=(PERCENT, MOLAR), is_dated=True)
DRUGS = item(
    "drugs",
    ItemType.TABLE,
    columns=(item("drug", ItemType.TEXT), item("weeks", ItemType.WHOLE, limits=Range(Decimal(0), Decimal(99)))),
)
HIDDEN = item("hidden", ItemType.YES_NO)
FORM = Form(
    "demo", "1", "Demo", "", (Tier("E", "now"),),
    (
        Section("exam", "Examination", AT, (Block("", (REFLEX, PIN)), Block("", (PAIN,)))),
        Section("results", "Results", AT, (Block("", (HBA1C, DRUGS)),)),
        Section("none", "Not needed", AT, (Block("", (HIDDEN,)),)),
    ),
)  # fmt: skip
ASKED = frozenset(cell for cell in FORM.cells if cell != "hidden")


def concluded(form: Form, answers: Answers, _before: Assessment | None) -> Assessment:
    """A conclusion that only knows what is asked: pain would settle most."""
    order = sorted(ASKED - set(answers.cells), key=lambda cell: cell != "pain")
    needed = tuple(Needed(cell, ("flag",) if cell == "pain" else ()) for cell in order if cell == "pain")
    declined = tuple(
        Needed(cell, ("flag",), given.reason) for cell, given in answers.cells.items() if isinstance(given, NoValue)
    )
    asked = {cell: Asked.YES if cell in ASKED else Asked.NO for cell in form.cells}
    return Assessment(form, answers, (), (), (), (), (), (), (), asked, ASKED, needed + declined)


START = Wizard(FORM, Answers(), concluded)


# --- 1 ---------------------------------------------------------------------------------------------------------------

ACTS = st.sampled_from([
    lambda w: w.offered("pain", Whole(3)), lambda w: w.offered("pain", Whole(9)), lambda w: w.offered("pain", Whole(11)),
    lambda w: w.confirmed("pain"), lambda w: w.refused("hba1c", Typed("x"), "no number"), lambda w: w.offered("pain", None),
    lambda w: w.marked_normal(FORM.sections[0].blocks[0]), lambda w: w.go("results"), lambda w: w.go(REVIEW),
    lambda w: w.with_patient(Patient(family="A")), lambda w: w.born_refused(Refusal(Typed(date="x"), "no date")),
    lambda w: w.with_patient(Patient(born=PartialDate(1960))), lambda w: w.with_summary(Summary(question="?")),
    lambda w: w.part_offered("drugs", 0, "weeks", Whole(3)), lambda w: w.part_offered("drugs", 1, "weeks", Whole(300)),
    lambda w: w.part_refused("drugs", 1, "weeks", Typed("x"), "no number"), lambda w: w.row_removed("drugs", 0),
    lambda w: w.offered("drugs", Rows((), complete=True)),
])  # fmt: skip


@settings(max_examples=300)
@given(st.lists(ACTS, max_size=25))
def test_that_undo_all_the_way_back_gives_the_empty_screening_and_redo_all_of_it(acts):
    wizard = START
    for act in acts:
        wizard = act(wizard)
    back = wizard
    while back.past:
        back = back.undo()
    assert (back.answers, dict(back.refusals)) == (Answers(), {})
    while back.future:
        back = back.redo()
    assert (back.answers, dict(back.refusals)) == (wizard.answers, dict(wizard.refusals))


@settings(max_examples=300)
@given(st.lists(st.one_of(ACTS, st.sampled_from([Wizard.undo, Wizard.redo])), max_size=25))
def test_that_two_screenings_know_which_answers_tell_them_apart_however_one_came_of_the_other(acts):
    wizards = [START]
    for act in acts:
        wizards.append(act(wizards[-1]))
    for one, other in product((each.answers for each in wizards), repeat=2):
        cells = one.cells.keys() | other.cells.keys()
        assert set(one.differing(other)) == {cell for cell in cells if one.cells.get(cell) != other.cells.get(cell)}


@settings(max_examples=200)
@given(st.lists(ACTS, max_size=25))
def test_that_a_cell_is_never_answered_and_refused_at_once(acts):
    wizard = START
    for act in acts:
        wizard = act(wizard)
        assert not set(wizard.answers.cells) & set(wizard.refusals)


def test_that_undo_shows_the_page_of_what_it_takes_back():
    wizard = START.go("exam").offered("pain", Whole(3)).go(REVIEW).undo()
    assert wizard.page == "exam"
    assert "pain" not in wizard.answers.cells


def test_that_an_act_that_changes_nothing_is_no_step():
    once = START.offered("pain", Whole(3))
    assert once.offered("pain", Whole(3)) is once
    assert START.offered("pain", None) is START
    assert START.go(PATIENT) is START


# --- 2 ---------------------------------------------------------------------------------------------------------------


def test_that_an_impossible_value_is_kept_as_typed_and_counts_as_no_answer():
    wizard = START.offered("pain", Whole(3)).offered("pain", Whole(11), Typed("11"))
    assert "pain" not in wizard.answers.cells
    assert wizard.refusals["pain"].typed.value == "11"
    assert wizard.refusals["pain"].confirm is None
    assert [gap.cell for gap in refused_entries(wizard)] == ["pain"]


def test_that_an_unusual_value_waits_for_a_second_look():
    waiting = START.offered("pain", Whole(9), Typed("9"))
    assert "pain" not in waiting.answers.cells
    assert waiting.confirmed("pain").answers.cells["pain"] == Whole(9, confirmed=True)
    assert not waiting.confirmed("pain").refusals


def test_that_an_impossible_value_can_not_be_confirmed():
    refused = START.offered("pain", Whole(11), Typed("11"))
    assert refused.confirmed("pain") is refused


def test_that_a_reason_for_no_value_takes_the_place_of_what_was_refused():
    wizard = START.offered("pain", Whole(11)).offered("pain", NoValue(Reason.DECLINED))
    assert not wizard.refusals
    assert wizard.answers.cells["pain"] == NoValue(Reason.DECLINED)


def test_that_a_refused_birth_date_is_listed_and_gone_once_it_is_understood():
    wizard = START.born_refused(Refusal(Typed(date="soon"), "no date"))
    assert page_states(wizard)[0].stand is Stand.PROBLEM
    assert refused_entries(wizard) == (Gap(BORN, PATIENT, "Date of birth", "typed: soon. no date"),)
    assert refused_entries(START.refused("pain", Typed(), "no number"))[0].detail == "no number"
    for nothing_typed in (START.offered("pain", Whole(11)), START.part_offered("drugs", 0, "weeks", Whole(100))):
        assert "is not possible" in refused_entries(nothing_typed)[0].detail
    assert BORN not in wizard.with_patient(Patient(born=PartialDate(1960))).refusals


def test_that_an_unusual_birth_date_waits_for_a_second_look_and_is_taken_as_it_was_typed():
    born = PartialDate(1924, 3, 14)
    waiting = START.born_refused(Refusal(Typed(date="14 Mar 1924"), "Is it right?", confirm=born))
    assert waiting.answers.patient.born is None
    taken = waiting.confirmed(BORN)
    assert (taken.answers.patient.born, dict(taken.refusals)) == (born, {})
    assert taken.undo().refusals == waiting.refusals
    assert not waiting.born_refused(None).refusals


def test_that_a_birth_date_that_is_not_taken_leaves_no_other_one_in_its_place():
    known = START.with_patient(Patient(family="A", born=PartialDate(1960)))
    refused = known.born_refused(Refusal(Typed(date="31/02/1961"), "no date"))
    assert refused.answers.patient == Patient(family="A")
    assert refused.undo().answers.patient == known.answers.patient


@pytest.mark.parametrize(
    ("patient", "is_identified"),
    [
        (Patient(), False), (Patient(family="A"), False), (Patient(born=PartialDate(1960)), False),
        (Patient(identifier="1"), False), (Patient(given="B", gender="male", family="A"), False),
        (Patient(family="A", born=PartialDate(1960)), True), (Patient(family="A", identifier="1"), True),
        (Patient(born=PartialDate(1960), identifier="1"), True), (Patient("A", "B", PartialDate(1960), "", "1"), True),
    ],
)  # fmt: skip
def test_that_two_of_family_name_birth_date_and_number_identify_a_patient(patient, is_identified):
    assert patient.has_identity is is_identified


# --- 3 ---------------------------------------------------------------------------------------------------------------


def test_that_marking_the_rest_normal_leaves_what_is_answered_or_refused_and_says_so_in_each_answer():
    wizard = START.offered("reflex.left", Chosen("abnormal")).refused("pin", Typed("?"), "no")
    marked = wizard.marked_normal(FORM.sections[0].blocks[0])
    assert dict(marked.answers.cells) == {
        "reflex.left": Chosen("abnormal"), "reflex.right": Chosen("normal", by_block=True),
    }  # fmt: skip
    assert dict(marked.undo().answers.cells) == dict(wizard.answers.cells)


def test_that_what_is_only_unremarkable_is_never_marked_with_its_block():
    reflex = replace(REFLEX, normal=None, unremarkable="normal")
    assert START.open_normals(Block("", (reflex, PIN))) == ("pin",)


@pytest.mark.parametrize(
    ("stand", "spoken"),
    [
        (Stand.DONE, "done"), (Stand.GAPS, "gaps 2 open"), (Stand.UNTOUCHED, "untouched 3"),
        (Stand.PROBLEM, "problem 1 to check"), (Stand.NOT_NEEDED, "not needed"), (Stand.NOT_YET, "not yet known"),
    ],
)  # fmt: skip
def test_that_the_state_of_a_page_is_said_once_to_who_does_not_see_its_sign(stand, spoken):
    answered = 0 if stand is Stand.UNTOUCHED else 1
    assert PageState("feet", "Feet", stand, answered, asked=3, problems=1).spoken == spoken


def test_that_a_new_screening_has_no_answers():
    assert dict(START.answers.cells) == {}
    assert progress(page_states(START)) == (0, 6)


# --- 4 ---------------------------------------------------------------------------------------------------------------


def test_that_a_row_is_added_by_its_first_answer_and_gone_with_its_last():
    wizard = START.part_offered("drugs", 0, "weeks", Whole(4)).part_offered("drugs", 1, "drug", Written("x"))
    assert [dict(row) for row in wizard.answers.cells["drugs"].rows] == [{"weeks": Whole(4)}, {"drug": Written("x")}]
    wizard = wizard.part_offered("drugs", 0, "weeks", None)
    assert [dict(row) for row in wizard.answers.cells["drugs"].rows] == [{"drug": Written("x")}]


def test_that_removing_a_row_moves_what_was_refused_below_it():
    wizard = START.part_offered("drugs", 0, "weeks", Whole(4)).part_offered("drugs", 1, "drug", Written("x"))
    wizard = wizard.part_refused("drugs", 1, "weeks", Typed("many"), "no number").row_removed("drugs", 0)
    assert set(wizard.refusals) == {"drugs.0.weeks"}
    assert set(wizard.state_of("drugs").parts) == {"0.weeks"}


def test_that_a_table_is_open_until_somebody_says_that_this_is_all():
    wizard = START.part_offered("drugs", 0, "weeks", Whole(4))
    assert page_states(wizard)[2].words == "2 open"
    assert page_states(wizard.offered("drugs", Rows(({"weeks": Whole(4)},), complete=True)))[2].words == "1 open"


# --- 5 ---------------------------------------------------------------------------------------------------------------


def test_that_what_settles_most_is_missing_first_and_reasons_come_last():
    wizard = START.offered("reflex.left", NoValue(Reason.DECLINED))
    order = [gap.cell for gap in gaps(wizard)]
    assert order[0] == "pain"
    assert order[-1] == "reflex.left"
    assert "declined" in gaps(wizard)[-1].detail


def test_that_what_is_refused_where_nothing_is_asked_is_no_problem_of_that_page():
    wizard = START.refused("hidden", Typed("x"), "no answer")
    assert page_states(wizard)[3].stand is Stand.NOT_NEEDED
    assert page_states(wizard, (START, page_states(START))) == page_states(wizard)


def test_that_answers_that_contradict_each_other_are_listed_once_and_said_at_each_of_them():
    rule = "rule: no_pain\nmust: not (pain and diabetes == none)\nmessage: Pain without diabetes.\n"
    form = form_with({"rules/more.yaml": rule})
    wizard = Wizard(form, Answers(), assess).offered("pain", Chosen("yes"))
    assert (contradictions(wizard), contradicted(wizard)) == ((), {})
    wizard = wizard.offered("diabetes", Chosen("none"))
    assert contradictions(wizard) == (Gap("pain", "history", "Pain without diabetes.", "Pain"),)
    assert contradicted(wizard) == dict.fromkeys(("pain", "diabetes"), "Pain without diabetes.")
    assert [state.words for state in page_states(wizard)][1] == "2 to check"
    assert contradictions(wizard.offered("diabetes", Chosen("t1"))) == ()


def needing(*needed: Needed) -> Wizard:
    """A screening in which these are what rules wait for."""
    return Wizard(
        FORM, Answers(), lambda form, answers, before: replace(concluded(form, answers, before), needed=needed)
    )


def test_that_a_result_too_old_is_listed_with_what_nobody_gave_a_reason_for():
    wizard = needing(
        Needed("hba1c", ("flag",), "stale"), Needed("pin", ("flag",)), Needed("pain", ("flag",), "unknown")
    )
    assert [(gap.cell, gap.detail) for gap in gaps(wizard)] == [
        ("hba1c", "too old; open for flag"), ("pin", "flag"), ("reflex.left", ""), ("reflex.right", ""),
        ("drugs", ""), ("pain", "not known; open for flag"),
    ]  # fmt: skip
    assert [gap.cell for gap in settling_most(wizard, 2, first_of)] == ["hba1c", "pin"]
    assert [gap.cell for gap in settling_most(wizard, 9, first_of)] == ["hba1c", "pin"]


def test_that_of_the_results_that_wait_for_an_answer_the_first_are_named_and_the_others_counted():
    waiting = ("Foot, at risk", "a", "b", "c", "d")
    wizard = needing(Needed("hba1c", waiting, "stale"), Needed("pin", waiting), Needed("pain", waiting[:2]))
    assert [gap.detail for gap in settling_most(wizard, 3, first_of)] == [
        "too old; open for Foot, at risk, a, b and 2 more", "Foot, at risk, a, b and 2 more", "Foot, at risk, a",
    ]  # fmt: skip


def test_that_an_answer_is_missing_once_whichever_part_is_and_not_where_it_was_refused():
    wizard = needing(Needed("hba1c.unit", ("flag",)), Needed("hba1c.date", ("flag",)))
    wizard = wizard.offered("hba1c", Measured(Decimal(8))).refused("pin", Typed("?"), "no")
    wizard = wizard.part_refused("drugs", 0, "weeks", Typed("x"), "no number")
    assert [gap.cell for gap in gaps(wizard)] == ["hba1c.unit", "hba1c.date", "reflex.left", "reflex.right", "pain"]
    assert [(gap.cell, gap.detail) for gap in refused_entries(wizard)] == [
        ("pin", "typed: ?. no"), ("drugs.1.weeks", "typed: x. no number"),
    ]  # fmt: skip


def test_that_a_page_says_in_words_how_far_it_is():
    wizard = START.offered("pain", Whole(3))
    assert [state.words for state in page_states(START)] == ["4", "4", "2", "not needed", ""]
    assert [state.words for state in page_states(wizard)][1] == "3 open"
    for cell in ("reflex.left", "reflex.right", "pin"):
        wizard = wizard.offered(cell, Chosen("normal"))
    assert [state.words for state in page_states(wizard)][1] == "done"
    assert [state.words for state in page_states(wizard.refused("pain", Typed("x"), "no"))][1] == "1 to check"


def test_that_only_what_is_asked_is_counted():
    words = {state.page: (state.stand, state.answered, state.asked) for state in page_states(START)}
    assert words["none"] == (Stand.NOT_NEEDED, 0, 0)
    assert words["exam"] == (Stand.UNTOUCHED, 0, 4)


def asked_after_pain(form: Form, answers: Answers, before: Assessment | None) -> Assessment:
    """A conclusion in which the last page hangs on the answer to pain."""
    given = answers.cells.get("pain")
    asked = Asked.OPEN if given is None else Asked.NO if isinstance(given, NoValue) else Asked.YES
    on_screen = ASKED | {"hidden"} if asked is Asked.YES else ASKED
    plain = concluded(form, answers, before)
    return replace(plain, asked={**plain.asked, "hidden": asked}, on_screen=on_screen)


GOING_BACK = st.sampled_from([
    lambda w: w.undo(), lambda w: w.redo(), lambda w: w.offered("pain", NoValue(Reason.DECLINED)),
    lambda w: w.offered("hidden", Chosen("yes")), lambda w: w.noted("pain", "seen"),
])  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.one_of(ACTS, GOING_BACK), max_size=25), st.integers(1, 3))
def test_that_counting_the_pages_that_differ_gives_what_counting_all_of_them_gives(acts, every):
    wizard = Wizard(FORM, Answers(), asked_after_pain)
    counted = wizard, page_states(wizard)
    for number, act in enumerate(acts):
        wizard = act(wizard)
        if number % every == 0:  # some steps go by without being drawn
            counted = wizard, page_states(wizard, counted)
            assert counted[1] == page_states(wizard)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Measured(Decimal(8)), "2 open"),
        (Measured(Decimal(8), "%"), "2 open"),
        (Measured(Decimal(8), "%", date=PartialDate(2026, 9)), "1 open"),
        (NoValue(Reason.UNKNOWN), "1 open"),
    ],
)
def test_that_a_number_is_done_with_its_unit_and_its_date(answer, words):
    assert page_states(START.offered("hba1c", answer))[2].words == words


@pytest.mark.parametrize(
    ("name", "label", "page"),
    [
        ("reflex.left", "Reflex, left", "exam"), ("hba1c.unit", "Hba1c: unit", "results"),
        ("drugs.more", "Drugs: is that all?", "results"), ("drugs.1.weeks", "Drugs: row 1, Weeks", "results"),
        (BORN, "Date of birth", PATIENT),
    ],
)  # fmt: skip
def test_that_a_missing_part_is_named_and_leads_to_its_page(name, label, page):
    assert (label_of(FORM, name), page_of(FORM, name)) == (label, page)


def test_that_what_is_refused_in_a_row_is_listed_with_the_row_it_stands_in():
    wizard = START.part_offered("drugs", 0, "weeks", Whole(4)).part_refused(
        "drugs", 1, "weeks", Typed("x"), "no number"
    )
    assert [gap.label for gap in refused_entries(wizard)] == ["Drugs: row 2, Weeks"]


def test_that_pages_stand_in_the_order_of_the_form_between_patient_and_review():
    assert START.pages == (PATIENT, "exam", "results", "none", REVIEW)
    assert START.previous_page is None
    assert START.go(REVIEW).next_page is None
    assert START.go("results").previous_page == "exam"
    assert [START.go(page).section for page in START.pages] == [None, *FORM.sections, None]
    with pytest.raises(KeyError):
        START.go("elsewhere")


def test_that_the_assessment_is_made_once_for_each_set_of_answers():
    made = []

    def counted(form: Form, answers: Answers, before: Assessment | None) -> Assessment:
        made.append(before)
        return concluded(form, answers, before)

    wizard = Wizard(FORM, Answers(), counted)
    first = wizard.assessment
    assert wizard.go(REVIEW).assessment is first
    assert wizard.offered("pain", Whole(3)).assessment is not first
    assert made == [None, first]


CHANGES_AFTER = {
    "an answer": lambda w: w.offered("pin", Chosen("normal")),
    "another patient": lambda w: w.with_patient(Patient("Another")),
    "a note": lambda w: w.noted("pin", "unsure"),
    "the paragraph": lambda w: w.with_summary(replace(w.answers.summary, text="Otherwise.")),
}


@pytest.mark.parametrize("what", CHANGES_AFTER)
def test_that_what_was_finished_is_a_draft_again_once_something_is_changed(what):
    """It was printed as final, signed for one patient with the name of another."""
    signer = Signer("Dr A", "registrar")
    finished = START.with_patient(Patient("Example")).with_summary(Summary(signer=signer))
    assert finished.answers.summary.signer == signer
    changed = CHANGES_AFTER[what](finished)
    assert changed.answers.summary.signer == Signer()
    assert changed.undo().answers.summary.signer == signer


def test_that_what_changes_nothing_leaves_it_finished():
    finished = START.with_summary(Summary(signer=Signer("Dr A", "registrar")))
    assert finished.offered("pin", None) is finished
    assert finished.go("results").answers.summary.signer.name == "Dr A"


def test_that_finishing_keeps_the_content_of_the_form_that_it_was_done_with():
    """Hazard H08: an edited form silently judged anew what somebody had signed."""
    form = replace(START.form, sha256="4c1e90ab" * 8)
    signed = replace(START, form=form).finished(Signer("Dr A", "registrar")).answers.summary
    assert signed.signer.form_sha256 == form.sha256
    assert signed.is_finished_with(form)
    assert not signed.is_finished_with(replace(form, sha256="0" * 64))
    assert not replace(signed, signer=replace(signed.signer, form_sha256="")).is_finished_with(form)
    assert not Summary().is_finished_with(form)
