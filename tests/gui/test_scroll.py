"""What a page scrolls to: a question with its heading, and nothing away from under the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from screener.gui.scroll import is_in_sight
from screener.gui.theme import dress
from screener.wizard import PATIENT, REVIEW
from tests.gui.conftest import settle


@pytest.fixture
def scales(begun, shown, qapp):
    """Return a window on the page whose first list is higher than the window."""
    dress(qapp, percent=150)
    window = shown(begun)
    window.go("scales")
    settle()
    yield window
    dress(qapp)


def scrolled(window):
    return window.pages._pages[window.session.wizard.page].area.verticalScrollBar()


def test_that_a_page_that_begins_with_a_list_higher_than_the_window_is_read_from_its_beginning(scales):
    assert scrolled(scales).maximum() > 0
    assert scrolled(scales).value() == 0


@pytest.mark.parametrize("height", [560, 640, 720, 800])
@pytest.mark.parametrize(
    ("page", "cell"), [("scales", "scales_recorded"), ("history", "other_causes"), ("symptoms", "regions.left")]
)
def test_that_a_long_list_is_come_back_to_with_its_heading_whole_or_not_at_all(scales, page, cell, height):
    """Only where the question is seen whole in its place, and never where the heading names the sides."""
    scales.resize(1280, height)
    scales.go(page)
    scales.footer.next.setFocus()
    scrolled(scales).setValue(scrolled(scales).maximum())
    view = scales.body.view_of(cell)
    view.setFocus()
    settle()
    block = next(block for block in scales.body.blocks if view in block.views)
    row = next(row for row in block.rows if view in row.views)
    heading = row.head or block._title[0]
    if not is_in_sight(heading):
        assert is_in_sight(row)
        assert row.head is None
        assert heading.mapTo(scales.pages, QPoint(0, heading.fontMetrics().ascent())).y() <= 0


def test_that_the_first_question_of_a_block_is_come_back_to_with_its_heading_whole(begun, shown):
    window = shown(begun)
    window.go("history")
    settle()
    headed = [block for block in window.body.blocks[1:] if block.is_headed and block.isVisible()]
    assert len(headed) > 1
    for block in headed:
        window.footer.next.setFocus()
        scrolled(window).setValue(scrolled(window).maximum())
        block.views[0].setFocus()
        settle()
        assert is_in_sight(block._title[0])
        assert is_in_sight(block.rows[0])


def test_that_an_option_that_is_pressed_stays_under_the_mouse(scales):
    """The list got the keyboard, and was scrolled to its beginning while the button was down."""
    scales.footer.next.setFocus()
    scrolled(scales).setValue(400)
    settle()
    before, window = scrolled(scales).value(), scales.windowHandle()
    option = scales.body.view_of("scales_recorded").bar.buttons[14]
    place = option.mapTo(scales, option.rect().center())
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()
    assert QApplication.focusWidget() is scales.body.view_of("scales_recorded").bar
    assert scales.session.wizard.answers.cells["scales_recorded"].options == (option.segment.id,)
    assert scrolled(scales).value() == before


def test_that_a_page_that_was_never_shown_opens_at_its_beginning(begun, shown):
    """Before it has its place a question was looked for too far below; the title stayed half above the page."""
    window = shown(begun)
    window.resize(1280, 560)
    for page in window.session.wizard.pages:
        window.go(page)
        settle()
        first = QApplication.focusWidget()
        if window.pages.isAncestorOf(first) and first.mapTo(window.body, QPoint(0, first.height())).y() < 200:
            assert scrolled(window).value() == 0, page


def test_that_the_list_of_pages_shows_the_page_that_is_open(scales):
    for page in (REVIEW, PATIENT):
        scales.go(page)
        settle()
        assert is_in_sight(scales.list.buttons[page])


def test_that_making_the_next_page_ready_moves_nothing_on_this_one(scales, qtbot):
    """Qt gave both pages half of the height for a moment, and the question in focus was looked for in that half."""
    scales.go("safety")
    settle()
    for _ in range(6):
        press = Qt.Key.Key_N
        QTest.keyClick(QApplication.focusWidget(), press)
    settle()
    before = scrolled(scales).value()
    assert scales.session.wizard.next_page == "symptoms"
    assert scales.pages._pages["symptoms"].body is None
    qtbot.waitUntil(lambda: scales.pages._pages["symptoms"].body is not None)
    settle()
    assert scrolled(scales).value() == before


@pytest.mark.parametrize("height", [720, 600])
def test_that_the_handle_of_the_bar_tells_how_much_of_the_page_is_in_sight(begun, shown, height):
    window = shown(begun)
    window.resize(1280, height)
    for page in ("history", "examination", "symptoms"):
        window.go(page)
        settle()
        area = window.pages._pages[page].area
        assert area._bar.isVisible()
        assert area._bar.maximum() == scrolled(window).maximum()
        assert area._bar.pageStep() == area.viewport().height()
