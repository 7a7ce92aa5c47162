"""The same script on the core and through the keyboard of the real window ends in the same assessment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from screener.assess.answers import Answers, Chosen, NoValue, Reason
from screener.assess.assess import assess
from screener.wizard import Wizard
from tests.report import vignettes
from tests.scenario import Answered, Hand, MarkedNormal, Mistyped, Undone, Went, on_core, script_of


@pytest.mark.parametrize("name", ["v01", "v07", "v11"])
def test_that_a_vignette_typed_with_the_keyboard_means_what_it_means_to_the_core(form, shown, qtbot, name):
    meant = vignettes.answers(name)
    steps = script_of(form, meant)
    empty = Wizard(form, Answers(assessed=meant.assessed), assess)
    hand = Hand(shown(empty), qtbot)
    typed = hand.play(steps)
    for _ in range(2):  # what was not asked yet when its page was shown
        left_out, hand.left_out = hand.left_out, []
        typed = hand.play([step for step in steps if isinstance(step, Went) or getattr(step, "cell", "") in left_out])
    core = on_core(empty, [step for step in steps if getattr(step, "cell", "") not in hand.left_out])
    assert dict(typed.refusals) == {}
    assert dict(typed.answers.cells) == dict(core.answers.cells)
    assert typed.answers.patient == meant.patient
    assert typed.assessment.same_as(core.assessment)
    assert assess(form, typed.answers).same_as(assess(form, replace(meant, summary=typed.answers.summary)))


def test_that_refusals_blocks_and_undo_are_the_same_in_the_window_and_in_the_core(begun, shown, qtbot):
    steps = [
        Went("history"),
        Mistyped("diabetes_years", "ten"),
        Answered("sex_for_egfr", Chosen("female")),
        Went("examination"),
        Answered("ankle_reflex.left", NoValue(Reason.UNABLE, "amputated")),
        MarkedNormal(1),
        MarkedNormal(2),
        Undone(),
    ]
    typed, core = Hand(shown(begun), qtbot).play(steps), on_core(begun, steps)
    assert dict(typed.answers.cells) == dict(core.answers.cells)
    assert set(typed.refusals) == set(core.refusals) == {"diabetes_years"}
    assert typed.assessment.same_as(core.assessment)
    assert len([answer for answer in core.answers.cells.values() if getattr(answer, "by_block", False)]) == 3
