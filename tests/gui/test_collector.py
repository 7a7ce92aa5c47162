"""Garbage is collected in the window's own thread: elsewhere widgets that nobody needs would be taken apart beside Qt."""

from __future__ import annotations

import gc
from threading import Thread, current_thread

import pytest

from screener.gui.collector import at_rest, let_work
from screener.gui.waiting import wait_for


class Left:
    """Something in a circle, that notes where it is taken apart."""

    def __init__(self, where: list[Thread]) -> None:
        self.itself = self
        self._where = where

    def __del__(self) -> None:
        self._where.append(current_thread())


@pytest.fixture
def at_every_chance():
    before = gc.get_threshold()
    gc.set_threshold(1, 1, 1)
    yield
    gc.set_threshold(*before)
    gc.enable()


@pytest.mark.usefixtures("qapp", "at_every_chance")
def test_that_work_beside_the_window_takes_nothing_apart():
    where: list[Thread] = []
    gc.disable()
    for _ in range(3):
        Left(where)
    gc.enable()
    wait_for("Something", make_much)
    make_much()
    assert set(where) == {current_thread()}


def make_much() -> int:
    return len([[each] for each in range(5000)])


@pytest.mark.usefixtures("qapp", "at_every_chance")
def test_that_what_is_waited_for_is_made_with_the_collector_at_rest():
    assert wait_for("Something", gc.isenabled) is False
    assert gc.isenabled()


@pytest.mark.usefixtures("at_every_chance")
def test_that_the_collector_begins_to_work_only_when_no_thread_needs_it_at_rest():
    gc.disable()
    with at_rest():
        let_work()
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.unfreeze()
