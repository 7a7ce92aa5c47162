"""The drawing of the feet: every place answered by a click, or by arrows and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from screener.assess.answers import Chosen, NoValue, Reason, Whole
from screener.gui.feet_view import FeetView
from screener.report.marks import Mark
from tests.gui.conftest import reached_by_arrows

HALLUX = "monofilament_hallux"


@pytest.fixture
def feet(begun, shown) -> FeetView:
    window = shown(begun)
    window.go("feet")
    found = window.body.findChild(FeetView)
    found.wizard = lambda: window.session.wizard
    found.setFocus()
    return found


def answer(feet, cell):
    return feet.wizard().answers.cells.get(cell)


def test_that_every_place_of_the_block_lies_on_the_foot_of_its_side(feet):
    assert len(feet.places) == 6
    middle = feet.width() / 2
    for cell, place in feet.places.items():
        assert (place.geometry().center().x() < middle) == cell.endswith(".left"), cell


def test_that_clicks_give_one_answer_after_the_other_and_then_none(feet, qtbot):
    given = []
    for _ in range(5):
        qtbot.mouseClick(feet.places[f"{HALLUX}.right"], Qt.MouseButton.LeftButton)
        given.append(answer(feet, f"{HALLUX}.right"))
    assert given == [Whole(0), Whole(1), Whole(2), Whole(3), None]
    assert len(feet.wizard().past) == 5


def test_that_arrows_move_and_answer_nothing_and_digits_and_letters_answer_the_place(feet, qtbot):
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(feet, key)
    assert not feet.wizard().past
    here = feet._here
    assert here.endswith(".right")
    qtbot.keyClicks(feet, "3")
    assert answer(feet, here) == Whole(3)
    qtbot.keyClicks(feet, "c")
    assert answer(feet, here) == NoValue(Reason.UNABLE)
    qtbot.keyClick(feet, Qt.Key.Key_Delete)
    assert answer(feet, here) is None
    qtbot.keyClick(feet, Qt.Key.Key_Space)
    assert answer(feet, here) == Whole(0)


def test_that_the_arrows_reach_every_place(feet, qtbot):
    assert reached_by_arrows(feet, qtbot) == set(feet.places)


def test_that_a_place_is_drawn_as_on_paper_and_said_in_words(feet, qtbot):
    place = feet.places[f"{HALLUX}.left"]
    assert (place.mark, place.accessibleDescription()) == (Mark.BROKEN, "not recorded")
    feet._go(f"{HALLUX}.left")
    qtbot.keyClicks(feet, "1")
    assert (place.mark, place.accessibleDescription()) == (Mark.OPEN, "1 of 3 wrong")
    qtbot.keyClicks(feet, "2")
    assert (place.mark, place.accessibleDescription()) == (Mark.FILLED, "2 of 3 wrong")
    assert feet.accessibleDescription() == "Monofilament great toe, left: 2 of 3 wrong"


def test_that_a_foot_that_is_not_asked_has_no_places(begun, shown):
    window = shown(begun.offered("amputation.left", Chosen("major")))
    window.go("feet")
    feet = window.body.findChild(FeetView)
    assert {cell for cell, place in feet.places.items() if place.isVisible()} == {
        cell for cell in feet.places if cell.endswith(".right")
    }


def test_that_enter_leads_on_from_the_drawing(feet, qtbot):
    qtbot.keyClick(feet, Qt.Key.Key_Return)
    assert QApplication.focusWidget().accessibleName() == "Foot deformity, left"
