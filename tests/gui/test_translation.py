"""A form whose texts are in another language, in the window.

1. Until somebody reviewed the texts, the start window, the head of every page and the pages of instruments say so.
2. A missing text is English behind its mark; what is reviewed and whole says nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from screener.assess.answers import Answers
from screener.assess.assess import assess
from screener.form.load import load_form
from screener.form.model import Approval
from screener.gui.labels import Words
from screener.gui.start_window import StartWindow
from screener.wizard import Wizard
from tests.form.test_translations import spoken
from tests.gui.conftest import FORM, NOON

AWAITS = "translation awaiting clinical review"


def texts_of(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Words)).lower()


def reviewed(form):
    review = Approval("Dr A. Example", "", date(2026, 11, 30), form.translation.sha256)
    return replace(form, translation=replace(form.translation, review=review))


@pytest.fixture
def page(shown):
    """Return the texts of a page of a form, and of the whole window."""

    def of(form, section):
        window = shown(Wizard(form, Answers(assessed=NOON), assess))
        window.go(section)
        return texts_of(window.pages.body(section)), texts_of(window)

    return of


def test_that_a_page_that_an_instrument_reads_says_that_its_texts_await_review(page):
    form = load_form(FORM, "es")
    assert AWAITS in page(form, "mnsi")[0]
    safety, window = page(form, "safety")
    assert AWAITS not in safety
    assert AWAITS in window
    assert AWAITS not in "".join(page(reviewed(form), "mnsi"))


def test_that_a_missing_text_is_marked_on_its_page(page):
    words, _ = page(spoken(), "examination")
    assert "[en] monofilament at the great toe" in words
    assert "reflejo aquíleo" in words
    assert "[en] ankle" not in words


def test_that_the_start_window_says_it_of_the_form(qtbot, tmp_path):
    for form, is_said in ((spoken(), True), (reviewed(spoken()), False), (spoken(language="en"), False)):
        window = StartWindow({"small": tmp_path}, lambda _, form=form: form)
        qtbot.addWidget(window)
        assert (AWAITS in texts_of(window)) is is_said
