"""Garbage is collected in the window's own thread: elsewhere widgets that nobody needs would be taken apart beside Qt."""

from __future__ import annotations

import gc

import pytest

from screener.gui.ahead import load_paper
from screener.gui.collector import at_rest, let_work
from screener.gui.waiting import wait_for


@pytest.mark.usefixtures("qapp")
def test_that_what_is_waited_for_is_made_with_the_collector_at_rest():
    assert wait_for("Something", gc.isenabled) is False
    assert gc.isenabled()


def test_that_paper_is_loaded_with_the_collector_at_rest(monkeypatch):
    seen = []
    monkeypatch.setattr("screener.report.fonts.register", lambda: seen.append(gc.isenabled()))
    load_paper.__wrapped__().join()
    assert seen == [False]
    assert gc.isenabled()


def test_that_the_collector_begins_to_work_only_when_no_thread_needs_it_at_rest():
    gc.disable()
    with at_rest():
        let_work()
        assert not gc.isenabled()
        with at_rest():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.unfreeze()
