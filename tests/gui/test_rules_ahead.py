"""The rules of a form are made ready beside the first page: it can be filled in meanwhile, and nothing waits twice."""

from __future__ import annotations

import threading

import pytest

from screener.assess.answers import Chosen, Patient
from screener.entry import Typed
from screener.gui import ahead
from screener.gui.program import Program
from tests.gui.conftest import FORM, NOON


@pytest.fixture
def slow(qapp, qtbot, monkeypatch):
    """Return a program whose rules are ready when it is said so."""
    may_end = threading.Event()

    def compile_rules(_form):
        thread = threading.Thread(target=lambda: may_end.wait(20), daemon=True)
        thread.start()
        return thread

    monkeypatch.setattr(ahead, "compile_rules", compile_rules)
    made = Program(qapp, lambda: NOON)
    made.may_end = may_end
    made.new_screening(FORM)
    qtbot.waitUntil(lambda: made._rules is not None)
    yield made
    may_end.set()
    if made.window is not None:
        made.window.leave()


def test_that_the_first_page_is_filled_in_while_the_rules_are_made_ready(slow, qtbot):
    window = slow.window
    window.session.set_patient(Patient("Example"))
    assert window.so_far is None
    qtbot.waitUntil(lambda: "Preparing the rules" in window.footer._progress.text())
    slow.may_end.set()
    qtbot.waitUntil(lambda: window.so_far is not None)
    assert window.session.wizard.answers.patient.family == "Example"


def test_that_an_answer_given_before_they_are_ready_waits_for_them(slow, qtbot):
    threading.Timer(0.3, slow.may_end.set).start()
    slow.window.go("history")
    slow.window.session.answer("diabetes_type", Chosen("t2"), Typed())
    assert not slow._rules.is_alive()
    qtbot.waitUntil(lambda: slow.window.so_far is not None)


def test_that_a_window_closed_before_they_are_ready_is_gone(slow, qtbot):
    slow.window.leave()
    assert slow.window is None
    slow.may_end.set()
    qtbot.wait(100)
