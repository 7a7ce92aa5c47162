"""A note on any answer: one key, kept in the file, printed, undone like an answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from screener.assess.answers import Chosen
from screener.assess.answers_file import read_answers
from screener.assess.answers_text import write_answers
from screener.gui.labels import Words
from screener.report.compose import compose_report
from screener.report.text import render_text


def write_note(window, qtbot, text):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F3)
    qtbot.keyClicks(QApplication.focusWidget(), text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


@pytest.mark.parametrize(
    "cell", ["ankle_reflex.left", "hba1c", "diabetes_years", "nrs_average", "other_causes", "medicines"]
)
def test_that_every_kind_of_answer_takes_a_note_with_one_key_and_keeps_it(begun, shown, qtbot, cell):
    window = shown(begun)
    window.jump(cell)
    write_note(window, qtbot, "ask <b>again</b>")
    assert dict(window.session.wizard.answers.notes) == {cell: "ask <b>again</b>"}
    assert dict(window.session.wizard.answers.cells) == dict(begun.answers.cells)
    view = window.body.view_of(cell)
    assert view.below.note.isVisible()
    assert "note: ask <b>again</b>" in (view.stops()[-1].accessibleDescription())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dict(window.session.wizard.answers.notes) == {}
    assert not view.below.note.isVisible()


def words_in(view) -> list[str]:
    return [words.text() for words in view.findChildren(Words) if words.isVisible()]


def test_that_a_written_note_and_a_reason_why_unable_say_what_they_are(begun, shown, qtbot):
    window = shown(begun)
    window.jump("diabetes_years")
    write_note(window, qtbot, "as the pharmacy says")
    view = window.body.view_of("diabetes_years")
    assert "Note" in words_in(view)
    window.jump("diabetes_years")
    qtbot.keyClicks(QApplication.focusWidget(), "c")
    qtbot.keyClicks(QApplication.focusWidget(), "no papers\r")
    assert {"Why unable", "Note"} <= set(words_in(view))


def test_that_a_note_is_kept_in_the_file_and_printed_beside_the_answers(begun, form):
    noted = begun.offered("ankle_reflex.left", Chosen("absent")).noted("ankle_reflex.left", 'fused: "hard" to tell')
    noted = noted.noted("hba1c", "elsewhere")
    text = write_answers(noted.answers, form)
    assert read_answers(text.encode(), "a.yaml", form) == noted.answers
    printed = " ".join(render_text(compose_report(noted.assessment)).split())
    assert 'Note on Ankle reflex left: fused: "hard" to tell' in printed
    assert "Note on HbA1c: elsewhere" in printed


def test_that_an_empty_note_is_none(begun):
    noted = begun.noted("hba1c", "elsewhere")
    assert noted.noted("hba1c", "").answers == begun.answers
    assert begun.noted("hba1c", "") is begun
