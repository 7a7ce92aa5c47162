"""The drawing of the body: every region marked by a click, or by arrows and Space, as in the list beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from screener.assess.answers import ChosenSeveral, NoValue, Reason
from screener.gui.body_view import BodyView
from screener.report.marks import Mark
from tests.gui.conftest import reached_by_arrows


@pytest.fixture
def body(begun, shown) -> BodyView:
    window = shown(begun)
    window.go("symptoms")
    found = window.body.findChild(BodyView)
    found.wizard = lambda: window.session.wizard
    found.listed = lambda side: window.body.view_of(f"regions.{side}").bar
    found.setFocus()
    return found


def answer(body, side):
    return body.wizard().answers.cells.get(f"regions.{side}")


def middle_of(body, key):
    """Return a point inside a region."""
    path = body.places[key].path
    box = path.boundingRect()
    for part in (0.5, 0.3, 0.7, 0.2, 0.8):
        point = box.topLeft() + (box.bottomRight() - box.topLeft()) * part
        if path.contains(point):
            return point.toPoint()
    raise AssertionError(key)


def click(body, qtbot, key):
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=middle_of(body, key))


def test_that_the_patients_left_lies_at_the_left_as_in_the_list_and_on_the_feet(body):
    assert len(body.places) == 22
    middle = body.width() / 2
    for key, place in body.places.items():
        assert (place.geometry().center().x() < middle) == key.startswith("left."), key


def test_that_a_click_on_a_region_marks_it_and_the_next_one_takes_it_back(body, qtbot):
    click(body, qtbot, "left.thigh")
    click(body, qtbot, "left.toes")
    assert answer(body, "left") == ChosenSeveral(("toes", "thigh"))
    assert answer(body, "right") is None
    click(body, qtbot, "left.thigh")
    click(body, qtbot, "left.toes")
    assert answer(body, "left") is None
    assert len(body.wizard().past) == 4


def test_that_every_region_is_hit_where_it_is_drawn(body, qtbot):
    for key in body.places:
        click(body, qtbot, key)
        side, option = key.split(".")
        assert answer(body, side) == ChosenSeveral((option,)), key
        click(body, qtbot, key)


def test_that_a_click_beside_the_body_marks_nothing(body, qtbot):
    qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not body.wizard().past


def test_that_drawing_and_list_are_one_answer(body, qtbot):
    qtbot.keyClicks(body.listed("right"), "67")
    assert {key for key, place in body.places.items() if place.mark is Mark.FILLED} == {"right.thigh", "right.hip"}
    body.listed("right").setFocus()
    qtbot.keyClicks(body.listed("right"), "1")  # none
    assert {place.mark for key, place in body.places.items() if key.startswith("right.")} == {Mark.OPEN}
    click(body, qtbot, "right.hip")
    assert answer(body, "right") == ChosenSeveral(("hip",))


def test_that_arrows_move_and_mark_nothing_and_space_marks(body, qtbot):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(body, key)
    assert not body.wizard().past
    side, option = body._here.split(".")
    assert side == "right"
    qtbot.keyClick(body, Qt.Key.Key_Space)
    assert answer(body, "right") == ChosenSeveral((option,))
    qtbot.keyClicks(body, "u")
    assert answer(body, "right") == NoValue(Reason.UNKNOWN)
    qtbot.keyClick(body, Qt.Key.Key_Delete)
    assert answer(body, "right") is None


def test_that_the_arrows_reach_every_region(body, qtbot):
    assert reached_by_arrows(body, qtbot) == set(body.places)


def test_that_a_region_is_heard_with_its_side_whether_it_is_marked_and_that_it_can_be(body, qtbot):
    heard = QAccessible.queryAccessibleInterface(body.places["left.thigh"])
    assert heard.role() == QAccessible.Role.CheckBox
    assert heard.text(QAccessible.Text.Name) == "Thigh, left"
    assert heard.text(QAccessible.Text.Description) == "not recorded"
    heard.actionInterface().doAction(heard.actionInterface().toggleAction())
    assert answer(body, "left") == ChosenSeveral(("thigh",))
    assert heard.state().checked
    assert heard.text(QAccessible.Text.Description) == "marked"
    calf = QAccessible.queryAccessibleInterface(body.places["left.calf"])
    assert calf.text(QAccessible.Text.Description) == "not marked"


def test_that_the_drawing_says_where_the_keyboard_is(body, qtbot):
    body._go("right.calf")
    assert body.accessibleName() == "Drawing of the body: Regions with symptoms"
    assert body.accessibleDescription() == "Calf, right: not recorded"
    qtbot.keyClick(body, Qt.Key.Key_Space)
    assert body.accessibleDescription() == "Calf, right: marked"


def test_that_what_is_marked_is_seen_without_colour(body, qtbot):
    """Inside a marked region light and dark change; inside one that is not, nothing does."""

    def shades(key):
        picture, path = body.grab().toImage(), body.places[key].path
        middle = path.boundingRect().center()
        inside = [middle + QPointF(x, y) for x in range(-8, 9) for y in range(-8, 9)]
        assert all(path.contains(point) for point in inside)
        lights = [picture.pixelColor(point.toPoint()).lightness() for point in inside]
        return max(lights) - min(lights)

    assert shades("left.thigh") < 10
    click(body, qtbot, "left.thigh")
    assert shades("left.thigh") > 100


def test_that_enter_leads_on_from_the_drawing(body, qtbot):
    qtbot.keyClick(body, Qt.Key.Key_Return)
    assert QApplication.focusWidget().accessibleName() == "Main sensation"
