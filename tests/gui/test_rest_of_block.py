"""Marking the rest of a block: an explicit act on what is seen, said and recorded, taken back in one step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from screener.assess.answers import Chosen
from screener.assess.answers_text import write_answers
from screener.form.model import ItemType
from screener.gui.theme import dress
from screener.wizard import Wizard


def mark_rest(qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)


def given_by_block(wizard):
    return {cell for cell, answer in wizard.answers.cells.items() if getattr(answer, "by_block", False)}


@pytest.fixture
def listed(form, begun) -> Wizard:
    """Return a screening with a form in which a block of yes/no questions may be answered no together."""
    symptoms = next(section for section in form.sections if section.id == "symptoms")
    first, *others = symptoms.blocks
    first = replace(first, items=tuple(replace(item, normal="no") for item in first.items))
    made = replace(
        form,
        sections=tuple(replace(each, blocks=(first, *others)) if each is symptoms else each for each in form.sections),
    )
    return Wizard(made, begun.answers, begun.assess)


def test_that_the_rest_of_a_block_in_sight_is_marked_in_one_step_said_and_recorded(begun, shown, qtbot):
    window = shown(begun.offered("knee_reflex.left", Chosen("absent")))
    window.jump("knee_reflex.left")
    before = window.session.wizard
    mark_rest(qtbot)
    marked = window.session.wizard
    assert given_by_block(marked) == {"knee_reflex.right", "ankle_reflex.left", "ankle_reflex.right"}
    assert marked.answers.cells["knee_reflex.left"] == Chosen("absent")
    block = window.body.blocks[1]
    assert "3 marked normal together" in block._said.text()
    assert block._said.isVisible()
    assert "Ctrl+Z" in window.footer._progress.text()
    assert "by_block: true" in write_answers(marked.answers, marked.form)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.wizard.answers == before.answers


def test_that_the_way_back_is_said_only_while_it_is_one(begun, shown, qtbot):
    """Beside the block it stayed, when Ctrl+Z took back what was answered since, or after opening a file nothing."""
    window = shown(begun)
    window.jump("knee_reflex.left")
    mark_rest(qtbot)
    window.jump("vibration.left")
    qtbot.keyClicks(QApplication.focusWidget(), "2")
    said = window.body.blocks[1]._said
    assert said.isVisible()
    assert "Ctrl+Z" not in said.text() + window.footer._progress.text()


def test_that_a_block_out_of_sight_is_shown_first_and_marked_only_when_asked_again(begun, shown, qtbot):
    window = shown(begun)
    window.resize(1280, 560)
    window.jump("knee_reflex.left")
    window.pages._pages["examination"].area.verticalScrollBar().setValue(250)
    mark_rest(qtbot)
    assert not given_by_block(window.session.wizard)
    assert "Ctrl+M again" in window.footer._progress.text()
    mark_rest(qtbot)
    assert len(given_by_block(window.session.wizard)) == 4


def test_that_a_block_higher_than_the_window_is_never_marked(begun, shown, qtbot, qapp):
    dress(qapp, "light", 200)
    window = shown(begun)
    window.resize(1280, 640)
    dress(qapp)
    window.jump("vibration.left")
    for _ in range(3):
        mark_rest(qtbot)
    assert not given_by_block(window.session.wizard)
    assert "higher than the window" in window.footer._progress.text()


def test_that_numbers_are_never_marked_with_a_block(begun, form):
    marked = begun
    for section in form.sections:
        for block in section.blocks:
            marked = marked.marked_normal(block)
    types = {form.cells[cell].type for cell in given_by_block(marked)}
    assert types
    assert types <= {ItemType.YES_NO, ItemType.CHOICE}


def test_that_a_list_of_questions_is_answered_no_together_and_printed_as_asked_in_a_list(listed, shown, qtbot):
    from screener.report.compose import compose_report
    from screener.report.text import render_text

    window = shown(listed.offered("tingling", Chosen("yes")))
    window.go("symptoms")
    block = window.body.blocks[0]
    assert block.normal.text().startswith("No to the rest of these")
    block.normal.click()
    marked = window.session.wizard
    assert marked.answers.cells["numbness"] == Chosen("no", by_block=True)
    assert marked.answers.cells["tingling"] == Chosen("yes")
    assert "answered no together, as asked in a list" in block._said.text()
    assert "Answered no, asked in a list" in render_text(compose_report(marked.assessment))
