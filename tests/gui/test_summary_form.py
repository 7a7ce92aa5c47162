"""What the clinician adds to the summary: whether the patient agrees that it is shared, and with whom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from screener.assess.answers import Sharing, Signer
from screener.entry import Typed
from screener.gaps import gaps
from screener.gui.fields import Page
from screener.wizard import REVIEW
from tests.gui.conftest import settle


@pytest.fixture
def reviewed(empty, shown):
    """Return the window at the review, and what stands there for the summary."""
    window = shown(empty)
    window.go(REVIEW)
    return window, window.body._summary


def chosen_of(form):
    return [button.segment.id for button in form._sharing.buttons if button.isChecked()]


def test_that_below_the_last_whole_line_of_a_paragraph_nothing_of_the_next_one_is_seen(shown, begun):
    window = shown(begun)
    window.go(REVIEW)
    page = window.body._summary.findChild(Page)
    page.show_text("█" * 4000)
    settle()
    drawn = page.viewport().grab().toImage()
    rows = range(2, 1 + int(page.document().documentMargin()))  # above the edge
    low = {drawn.pixelColor(20, drawn.height() - row).name() for row in rows}
    assert low == {page.palette().base().color().name()}


def test_that_the_review_says_at_its_top_how_much_is_open(reviewed):
    """With large letters the list of it is below the window."""
    window, _ = reviewed
    count = len(gaps(window.session.wizard))
    assert f"Open, listed below: {count}." in window.body._said.text()


def test_that_nothing_is_recorded_of_sharing_until_somebody_says_so(reviewed):
    window, form = reviewed
    assert window.session.wizard.answers.summary.sharing is None
    assert chosen_of(form) == ["not_said"]


@pytest.mark.parametrize(("key", "sharing"), [(Qt.Key.Key_1, Sharing.AGREED), (Qt.Key.Key_2, Sharing.REFUSED)])
def test_that_one_key_records_it_one_takes_it_back_and_undo_knows_it(reviewed, qtbot, key, sharing):
    window, form = reviewed
    form._sharing.setFocus()
    qtbot.keyClick(form._sharing, key)
    assert window.session.wizard.answers.summary.sharing is sharing
    assert chosen_of(form) == [sharing]
    qtbot.keyClick(form._sharing, Qt.Key.Key_3)
    assert window.session.wizard.answers.summary.sharing is None
    window.session.undo()
    assert window.session.wizard.answers.summary.sharing is sharing
    assert chosen_of(form) == [sharing]


def test_that_who_receives_it_is_typed_in_reading_order_and_kept_with_the_rest(reviewed, qtbot):
    window, form = reviewed
    form._sharing.setFocus()
    qtbot.keyClick(form._sharing, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form._copies_to
    qtbot.keyClicks(form._copies_to, "GP; diabetic foot service; the patient")
    qtbot.keyClick(form._copies_to, Qt.Key.Key_Tab)
    assert window.session.wizard.answers.summary.copies_to == "GP; diabetic foot service; the patient"
    form._question.setPlainText("Foot protection, please.")
    form.commit()
    summary = window.session.wizard.answers.summary
    assert (summary.question, summary.copies_to) == (
        "Foot protection, please.",
        "GP; diabetic foot service; the patient",
    )


def test_that_a_finished_summary_is_a_draft_again_when_the_patient_no_longer_agrees(reviewed, qtbot):
    window, form = reviewed
    window.session.finish(Signer("Dr A", "registrar"))
    assert window.session.wizard.answers.summary.is_finished_with(window.session.wizard.form)
    qtbot.keyClick(form._sharing, Qt.Key.Key_2)
    assert not window.session.wizard.answers.summary.is_finished_with(window.session.wizard.form)


def test_that_what_is_wrong_stands_above_the_summary_and_all_its_fields_begin_at_one_line(begun, shown):
    window = shown(begun.refused("diabetes_years", Typed("300"), "not possible"))
    window.go(REVIEW)
    settle()
    review = window.body
    assert review._refused.isVisible()
    assert review.preview.mapTo(review, QPoint()).y() < review._refused.y() < review._summary.y() < review._open.y()
    summary = review._summary
    first = summary._sharing.buttons[0]
    begins = {
        each.mapTo(review, QPoint()).x() for each in (summary._question, summary._text, summary._copies_to, first)
    }
    assert len(begins) == 1
