"""How many keys three vignettes take: one press for a choice on a side, and for a typed value its characters and at most two."""

from __future__ import annotations

import pytest

from screener.assess.answers import (
    Answers,
    Chosen,
    ChosenSeveral,
    Measured,
    NotDone,
    NoValue,
    PartialDate,
    Whole,
    Written,
)
from screener.assess.assess import assess
from screener.form.model import ItemType
from screener.wizard import Wizard
from tests.report import vignettes
from tests.scenario import Hand, Went, script_of


class Counting(Hand):
    """Notes for each answer how many keys it took."""

    def __init__(self, window, qtbot):
        super().__init__(window, qtbot)
        self.taken = {}

    def _answer(self, cell, answer):
        before = self.presses
        super()._answer(cell, answer)
        if cell not in self.left_out:
            self.taken[cell] = self.presses - before


def allowed(item, answer) -> int | None:
    """Return the most keys that an answer may take; None where it is not counted (rows of tables)."""
    match answer:
        case Chosen() | NotDone():
            return 1
        case ChosenSeveral(options):  # past the tenth option the arrows go there
            ids = [option.id for option in item.options]
            return sum(1 if ids.index(option) < 10 else ids.index(option) + 2 for option in options)
        case NoValue(_, text):
            return 1 + (len(text) + 1 if text else 0) + (item.type is ItemType.TEXT)
        case Whole(value):
            return len(str(value)) + 2
        case Measured(value, unit, comparator, date):
            typed = len(f"{comparator}{value:f}") + 2
            unit_keys = 1 if len(item.units) > 1 and unit else 0
            return typed + unit_keys + (len(str(date)) + 2 if date else 0)
        case PartialDate():
            return len(str(answer)) + 2
        case Written(text):
            return len(text) + 2
    return None


@pytest.mark.parametrize("name", ["v01", "v07", "v11"])
def test_that_a_vignette_takes_no_more_keys_than_it_has_to(form, shown, qtbot, name, record_property):
    meant = vignettes.answers(name)
    steps = script_of(form, meant)
    hand = Counting(shown(Wizard(form, Answers(assessed=meant.assessed), assess)), qtbot)
    hand.play(steps)
    for _ in range(2):
        left_out, hand.left_out = hand.left_out, []
        hand.play([step for step in steps if isinstance(step, Went) or getattr(step, "cell", "") in left_out])
    too_many = {
        cell: (taken, most)
        for cell, taken in hand.taken.items()
        if (most := allowed(form.cells[cell], meant.cells[cell])) is not None and taken > most
    }
    assert too_many == {}
    record_property("keys", hand.presses)
    print(f"{name}: {len(hand.taken)} answers, {hand.presses} keys")  # noqa: T201  # the totals are to be seen
