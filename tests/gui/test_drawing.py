"""What is drawn when an answer changes: what changed, all of it, and at once.

1. What stands on the screen after a key is what the window would draw anew.
2. One picture is drawn of an edit, and nothing is left for later.
3. What did not change is not drawn again.
4. The next page is made in a pause; what paper needs is read only when review is asked for.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import pairwise, product
from unittest.mock import patch

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from screener.assess.answers import Chosen
from screener.entry import Habits
from screener.gui.drawing_view import DrawingView
from screener.gui.main_window import MainWindow
from screener.gui.pictures import picture
from screener.gui.scroll import is_in_sight
from screener.gui.session import Session
from screener.gui.theme import dress
from screener.gui.views.choice import ChoiceView
from screener.gui.views.options import OptionBar
from screener.wizard import REVIEW
from tests.gui import pictures
from tests.gui.conftest import settle
from tests.gui.test_monkey import press

PAGES = ("history", "examination", "feet", "tests", "trial")


class Sent(QObject):
    """Remembers which widgets an event was sent to: which were drawn, if no other is named."""

    def __init__(self, kind=QEvent.Type.Paint):
        super().__init__()
        self._kind = kind
        self.widgets = []

    def eventFilter(self, watched, event):
        if event.type() == self._kind:
            self.widgets.append(watched)
        return False

    def during(self, act):
        """Return the widgets while something is done."""
        self.widgets = []
        QApplication.instance().installEventFilter(self)
        act()
        QApplication.instance().removeEventFilter(self)
        return self.widgets


def on_screen(window):
    return window.backingStore().paintDevice().copy()  # off screen, Qt grabs only a part of what is scaled


def drawn_anew(window):
    """Return the window as drawn from nothing, pictures kept from before not used."""
    with patch("screener.gui.pictures.picture", return_value=None):
        return window.grab().toImage().convertToFormat(on_screen(window).format())


@pytest.mark.parametrize("page", PAGES)
def test_that_the_screen_after_each_key_is_what_would_be_drawn_anew(page, form, begun, shown):
    window, draw = shown(begun), random.Random(page)
    window.go(next(section.id for section in form.pages if section.id.startswith(page)))
    for view in [view for block in window.body.blocks for view in block.views if isinstance(view, ChoiceView)]:
        if view.isVisible():
            view.setFocus()
            QTest.keyClicks(view.bar, draw.choice([b.segment.key for b in view.bar.buttons if b.segment.key]))
            QApplication.sendPostedEvents()
            seen = on_screen(window)
            assert seen == drawn_anew(window), view.name


def without_drawings(picture, window):
    """Blot out the drawings of feet and body: dashes drawn in part differ by a shade from dashes drawn whole."""
    painter = QPainter(picture)
    for view in window.findChildren(DrawingView):
        if view.isVisible():
            painter.fillRect(QRect(view.mapTo(window, QPoint(0, 0)), view.size()), Qt.GlobalColor.gray)
    painter.end()
    return picture


@pytest.mark.parametrize("seed", [2, 3, 5, 13])
def test_that_nothing_stays_on_the_screen_of_what_was_there_before_whatever_is_pressed(begun, shown, seed):
    QApplication.setCursorFlashTime(0)
    window, rng = shown(begun), random.Random(seed)
    for _ in range(300):
        press(rng, window)
        settle()
        if QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None:
            seen = on_screen(window)
            assert without_drawings(seen, window) == without_drawings(drawn_anew(window), window)


def tell_what_is_left_of_rings():
    """Go from one question to the next, and print how many dots around each are not as they would be drawn anew."""
    dress(pictures.application((1280, 900)))
    window = pictures.window_of(pictures.spoken_form(), "empty")
    window.show()
    window.go("history")
    pictures.settle()
    bars = [bar for bar in window.body.findChildren(OptionBar) if bar.isVisible() and is_in_sight(bar)]
    left = []
    for bar, following in pairwise(bars):
        for each in (bar, following):
            each.setFocus()
            pictures.settle()
        scale = window.devicePixelRatioF()
        place = bar.mapTo(window, QPoint(0, 0))
        dots = QRect(
            round(place.x() * scale), round(place.y() * scale), *(round(n * scale) for n in bar.size().toTuple())
        )
        seen, anew = (picture.copy(dots.adjusted(-2, -2, 2, 2)) for picture in (on_screen(window), drawn_anew(window)))
        dots_of = product(range(seen.width()), range(seen.height()))
        left.append(sum(seen.pixel(*dot) != anew.pixel(*dot) for dot in dots_of))
    print(scale, len(left), sum(left))  # noqa: T201 - what the test reads
    window.leave()


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "1.75"])
def test_that_nothing_is_left_of_the_ring_on_a_screen_of_any_scale(scale):
    program = "from tests.gui.test_drawing import tell_what_is_left_of_rings\ntell_what_is_left_of_rings()"
    there = os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=False,
        cwd=pictures.ROOT,
        env=there,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    told, bars, dots = map(float, done.stdout.split())
    assert told == float(scale)
    assert bars > 1
    assert dots == 0


def test_that_options_wear_the_colours_and_the_letters_of_now(begun, shown):
    window = shown(begun)
    for theme, percent in (("light", 100), ("dark", 100), ("dark", 125), ("light", 100)):
        dress(QApplication.instance(), theme, percent)
        window.build_anew()
        for page in ("history", "symptoms"):
            window.go(page)
            settle()
            window.grab()  # from the second time on options are shown by their pictures
            assert window.grab().toImage().convertToFormat(on_screen(window).format()) == drawn_anew(window)


def test_that_a_text_of_several_lines_takes_the_ring_and_gives_it_away_with_the_keyboard(begun, shown):
    QApplication.setCursorFlashTime(0)
    window = shown(begun)
    window.jump("patient_concerns")
    for _ in range(3):
        settle()
        seen = on_screen(window)
        assert seen == drawn_anew(window)
        field = window.body.view_of("patient_concerns").page
        (window.list.buttons["history"] if field.hasFocus() else field).setFocus()


def test_that_a_question_hidden_under_the_keyboard_leaves_no_wording_undrawn(begun, shown):
    window = shown(begun)
    window.go("history")
    for cell, key in (("sex_for_egfr", "1"), ("reproductive_status", "6")):  # asks for the weeks of pregnancy
        window.body.view_of(cell).setFocus()
        QTest.keyClicks(window.body.view_of(cell).bar, key)
        settle()
    assert window.navigation.cell_in_focus() == "pregnancy_weeks"
    window.navigation.undo()
    settle()
    seen = on_screen(window)
    assert seen == drawn_anew(window)


def test_that_nothing_is_drawn_later_than_the_answer_that_opens_questions(begun, shown):
    window = shown(begun)
    window.jump("amputation.left")
    settle()
    painted = Sent()

    def press():
        QTest.keyClick(window.body.view_of("amputation.left").bar, Qt.Key.Key_3)
        QApplication.sendPostedEvents()

    drawn = painted.during(press)
    assert drawn
    assert len(drawn) == len(set(drawn))
    assert painted.during(settle) == []


def test_that_an_answer_leaves_alone_what_did_not_change(begun, shown):
    window = shown(begun)
    window.jump("diabetes_type")
    settle()
    view = window.body.view_of("diabetes_type")

    def press():
        window.session.answer("diabetes_type", Chosen("t1"), None)
        QApplication.sendPostedEvents()

    drawn = Sent().during(press)
    rows = [row for block in window.body.blocks for row in block.rows if row.isVisible() and view not in row.views]
    assert rows
    assert not {bar for row in rows for bar in row.findChildren(type(view.bar))} & set(drawn)


def test_that_what_gives_way_to_questions_is_not_drawn_again(begun, shown):
    window = shown(begun)
    window.jump("tests_done")
    for key in "123456789":
        QTest.keyClicks(window.body.view_of("tests_done").bar, key)
    window.jump("nerve_conduction")
    settle()

    def in_sight():
        views = [view for block in window.body.blocks for view in block.views]
        return {view: view.mapTo(window, QPoint(0, 0)) for view in views if view.isVisible() and is_in_sight(view)}

    before = in_sight()
    drawn = Sent().during(
        lambda: (QTest.keyClicks(window.body.view_of("nerve_conduction").bar, "2"), QApplication.sendPostedEvents())
    )
    gave_way = {view for view, place in in_sight().items() if before.get(view, place) != place}
    assert gave_way
    assert not gave_way & set(drawn)


def test_that_what_a_pause_made_ready_finds_its_size_there_when_an_answer_opens_it(begun, shown):
    window = shown(begun)
    window.jump("foot_pain")
    settle()
    window.body.prepare()
    hidden = {each for each in window.body.findChildren(OptionBar) if not each.isVisible()}
    view = window.body.view_of("foot_pain")
    resized = Sent(QEvent.Type.Resize).during(lambda: QTest.keyClick(view.bar, Qt.Key.Key_Y))
    assert any(each.isVisible() for each in hidden)
    assert not hidden & set(resized)


def test_that_the_next_page_is_made_in_a_pause(begun, shown, qtbot):
    window = shown(begun)
    window.go("history")
    qtbot.waitUntil(lambda: window.pages._pages["safety"].body is not None)
    assert window.pages._pages["symptoms"].body is None


def test_that_what_paper_needs_is_read_only_when_review_is_asked_for(begun, shown, qtbot, monkeypatch):
    read = []
    monkeypatch.setattr("screener.gui.review_page.load_paper", lambda: read.append(True))
    window = shown(begun)
    window.go(window.session.wizard.pages[-2])
    qtbot.waitUntil(lambda: window.pages._pages[REVIEW].body is not None)
    settle()
    assert not read
    window.go(REVIEW)
    qtbot.waitUntil(lambda: bool(read))


def test_that_the_panel_comes_also_where_the_parts_of_the_window_cover_it_whole(begun, qapp, qtbot):
    dress(qapp)
    window = MainWindow(Session(begun, Habits()))
    qtbot.addWidget(window, before_close_func=lambda closing: closing.leave())
    window.frame.setAutoFillBackground(True)
    window.frame.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    window.show()
    qtbot.waitUntil(lambda: window.so_far is not None)


def test_that_a_picture_is_drawn_in_the_direction_of_what_it_shows(qtbot):
    """Read from the right, the key of an option lay on its last letters."""
    shown, drawn_in = QWidget(), []
    qtbot.addWidget(shown)
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        shown.setLayoutDirection(direction)
        picture(shown, (direction,), lambda painter: drawn_in.append(painter.layoutDirection()))
    assert drawn_in == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]
