"""A raised red flag whose urgency is still open says so wherever it is shown, with a way to what decides it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from screener.assess.answers import Chosen, NoValue, Reason
from screener.assess.explain import explain
from screener.entry import Typed
from screener.gui.entries import FlagCard
from screener.gui.labels import LinkButton
from tests.gui.conftest import settle

DEPENDS = "How urgent it is depends on: Worsening of upper motor neuron signs."


@pytest.fixture
def signs(begun):
    """Return a screening with upper motor neuron signs, of which nobody said whether they progress."""
    return begun.offered("umn_signs", Chosen("yes"))


def card_in(inside) -> FlagCard:
    (card,) = [each for each in inside.findChildren(FlagCard) if each.isVisible()]
    return card


def test_that_the_panel_names_what_decides_how_urgent_a_red_flag_is_and_leads_there(signs, shown):
    window = shown(signs)
    card = card_in(window.so_far)
    assert card.words.text().endswith("Emergency, same day")
    assert (card.waits.isVisible(), card.waits.text()) == (True, DEPENDS)
    assert card.go.accessibleName() == f"Go: {DEPENDS}"
    card.go.click()
    assert window.session.wizard.page == "safety"
    assert window.focusWidget() is window.body.view_of("umn_progressive").bar


def test_that_a_declined_answer_leaves_the_urgency_open_and_a_given_one_settles_it(signs, shown):
    window = shown(signs)
    window.session.answer("umn_progressive", NoValue(Reason.DECLINED), Typed())
    settle()
    assert "(declined)" in card_in(window.so_far).waits.text()
    window.session.answer("umn_progressive", Chosen("no"), Typed())
    settle()
    card = card_in(window.so_far)
    assert card.words.text().endswith("about 2 weeks")
    assert not card.waits.isVisible()
    assert not card.go.isVisible()


def test_that_the_list_of_red_flags_says_how_urgent_each_is_and_leads_to_what_decides_it(signs, shown):
    window = shown(signs)
    window.asides.show_flags()
    listed = QApplication.activeModalWidget()
    card = card_in(listed)
    assert card.words.text() == "Upper motor neuron signs · Emergency, same day"
    assert (card.more.text(), card.waits.text()) == ("raised", DEPENDS)
    card.go.click()
    assert QApplication.activeModalWidget() is None
    assert window.focusWidget() is window.body.view_of("umn_progressive").bar


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "raised · Emergency, same day, unless an answer that is still open makes it less urgent"),
        ({"umn_progressive": Chosen("yes")}, "raised · Emergency, same day"),
        ({"umn_progressive": Chosen("no")}, "raised · Urgent specialist opinion, about 2 weeks"),
    ],
)
def test_that_why_says_how_urgent_a_raised_red_flag_is_and_whether_that_is_open(signs, given, said):
    for cell, answer in given.items():
        signs = signs.offered(cell, answer)
    assert explain(signs.assessment, "RF16").outcome == said


def test_that_a_link_of_the_panel_stands_on_the_level_of_the_words_beside_it(signs, shown):
    panel = shown(signs).so_far
    card = card_in(panel)
    beside = {card.words: card.link, panel._flags_said: panel._flags_said.parentWidget().findChild(LinkButton)}
    for words, link in beside.items():
        first = words.contentsRect().top() + words.fontMetrics().ascent()
        written = (link.height() - link.fontMetrics().height()) // 2 + link.fontMetrics().ascent()
        assert abs(words.mapTo(panel, QPoint(0, first)).y() - link.mapTo(panel, QPoint(0, written)).y()) <= 1
