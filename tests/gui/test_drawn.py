"""The search for texts that can't be read finds them: cut off, shortened, on each other; and leaves those in order alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QScrollArea, QWidget

from tests.gui.drawn import faults


@pytest.fixture
def room(qtbot) -> QWidget:
    room = QWidget()
    room.resize(400, 300)
    qtbot.addWidget(room)
    return room


def put(widget: QWidget, room: QWidget, x: int, y: int, width: int = 0, height: int = 0) -> None:
    widget.setParent(room)
    size = widget.sizeHint()
    widget.setGeometry(x, y, width or size.width() + 8, height or size.height())


def seen(room: QWidget) -> list[str]:
    room.show()
    return faults(room)


def test_that_texts_beside_each_other_are_in_order(room):
    for place, widget in enumerate([QLabel("One text"), QPushButton("Another"), QCheckBox("A third")]):
        put(widget, room, 10, 10 + 40 * place)
    assert seen(room) == []


def test_that_a_text_wider_than_its_label_is_found(room):
    put(QLabel("A text that needs more room"), room, 10, 10, width=60)
    assert seen(room) == ["cut off: 'A text that needs more room' (QLabel)"]


def test_that_a_text_higher_than_its_button_is_found(room):
    put(QPushButton("Button"), room, 10, 10, height=8)
    assert len(seen(room)) == 1


def test_that_a_whole_label_on_a_place_too_small_is_found(room):
    place = QWidget()
    put(place, room, 10, 10, width=50, height=30)
    put(QLabel("A text that needs more room"), place, 0, 0)
    assert seen(room) == ["cut off: 'A text that needs more room' (QLabel)"]


def test_that_texts_on_each_other_are_found(room):
    put(QLabel("One text"), room, 10, 10)
    put(QLabel("Two texts"), room, 30, 14)
    assert seen(room) == ["one on the other: 'One text' (QLabel) and 'Two texts' (QLabel)"]


def test_that_a_shortened_text_is_found(room):
    label = QLabel("A text that needs more room")
    label.setText(label.fontMetrics().elidedText(label.text(), Qt.TextElideMode.ElideRight, 80))
    put(label, room, 10, 10)
    (found,) = seen(room)
    assert found.startswith("shortened: 'A text")


def test_that_what_can_be_scrolled_to_is_whole_downwards_but_not_sideways(room):
    area, inside = QScrollArea(), QWidget()
    inside.resize(100, 2000)
    put(QLabel("Far down"), inside, 0, 1900)
    area.setWidget(inside)
    put(area, room, 0, 0, width=200, height=100)
    assert seen(room) == []
    inside.resize(700, 2000)
    assert seen(room) == ["wider than its place: QWidget"]


def test_that_what_is_hidden_is_not_searched(room):
    label = QLabel("A text that needs more room")
    put(label, room, 10, 10, width=60)
    label.hide()
    assert seen(room) == []


@pytest.mark.parametrize(("ink", "is_found"), [("#767676", False), ("#8a8a8a", True), ("#80000000", True)])
def test_that_a_text_too_faint_for_its_ground_is_found(room, ink, is_found):
    label = QLabel("A text to read")
    label.setStyleSheet(f"color: {ink}; background: white")
    put(label, room, 10, 10)
    assert seen(room) == (["faint: 'A text to read' (QLabel)"] if is_found else [])
