"""Garbage is collected in the window's own thread: elsewhere widgets that nobody needs would be taken apart beside Qt."""

from __future__ import annotations

import gc
from threading import current_thread, main_thread

import pytest

from screener.gui.collector import MANY_NEW, Collector, collect
from screener.gui.waiting import wait_for


class Thing:
    """Something that only the collector can take apart, and that tells in which thread it is."""

    def __init__(self, taken_apart_in):
        self.itself, self.told = self, taken_apart_in

    def __del__(self):
        self.told.append(current_thread())


@pytest.fixture
def collector(qapp):
    gc.enable()
    made = Collector(qapp)
    yield made
    made.stop()
    made.deleteLater()
    gc.unfreeze()


def much():
    return [[number] for number in range(200_000)]


@pytest.mark.usefixtures("collector")
def test_that_no_other_thread_takes_things_apart_however_much_it_makes():
    told = []
    Thing(told)
    assert len(wait_for("Something", much)) == 200_000
    assert told == []
    collect()
    assert told == [main_thread()]


def test_that_garbage_is_collected_though_nobody_pauses(collector, qtbot):
    told = []
    Thing(told)
    made = [[] for _ in range(2 * MANY_NEW)]
    collector.setInterval(10)
    qtbot.waitUntil(lambda: told == [main_thread()])
    assert len(made) == 2 * MANY_NEW
