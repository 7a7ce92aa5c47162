"""What takes long: nothing is shown for half a second, then progress, and it can be given up."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton, QWidget

from screener.gui import waiting
from screener.gui.waiting import wait_for


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def dialogs():
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QProgressDialog) and each.isVisible()]


def when_shown(act):
    """Act as soon as progress is shown, as a user would."""

    def look():
        if dialogs():
            act(dialogs()[0])
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def test_that_quick_work_shows_nothing_and_gives_its_result(window):
    assert wait_for("One moment", lambda: 7) == 7
    assert dialogs() == []


def test_that_work_is_not_done_where_qt_draws(window):
    assert wait_for("One moment", threading.get_ident) != threading.get_ident()


def test_that_an_error_of_the_work_is_raised_where_it_was_asked_for(window):
    with pytest.raises(OSError, match="No such file"):
        wait_for("One moment", lambda: open("/nowhere/at/all").close())  # noqa: PTH123  # work that fails at once


def test_that_long_work_shows_progress_with_its_words_and_ends_it_by_itself(window):
    seen = []
    when_shown(lambda dialog: seen.append((dialog.labelText(), dialog.isModal())))
    begun = time.monotonic()
    assert wait_for("Drawing the pages", lambda: time.sleep(1.0) or "done") == "done"
    assert seen == [("Drawing the pages", True)]
    assert time.monotonic() - begun < 3
    assert dialogs() == []


def test_that_nothing_is_shown_before_half_a_second(window, monkeypatch):
    monkeypatch.setattr(waiting, "_is_waited_for", lambda *_: pytest.fail("it was shown"))
    assert wait_for("One moment", lambda: time.sleep(0.2) or 1) == 1


def test_that_it_can_be_given_up_and_the_next_work_begins_when_it_has_ended(window):
    order, may_end = [], threading.Event()

    def stubborn():
        may_end.wait(20)
        order.append("first")

    when_shown(lambda dialog: dialog.findChild(QPushButton).click())
    assert wait_for("One moment", stubborn) is None
    assert order == [], "it was not waited for"
    QTimer.singleShot(700, may_end.set)
    assert wait_for("One moment", lambda: order.append("second") or "there") == "there"
    assert order == ["first", "second"]


def test_that_the_window_is_drawn_and_timers_run_while_it_is_waited_for(window):
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(20)
    end = time.monotonic() + 1.5

    def busy() -> None:
        while time.monotonic() < end:  # without a pause in which it would let go by itself
            pass

    wait_for("One moment", busy)
    timer.stop()
    assert len(ticks) >= 3
