"""Finishing asks for surname and birth date, typed, and for who finishes it; nothing else makes a summary final."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from screener.assess.answers import Chosen, PartialDate, Patient, Signer, Summary
from screener.entry import Typed, no_date
from screener.gui.finish_window import NOBODY, NOT_RECORDED, OTHER_BIRTH, OTHER_NAME
from screener.gui.labels import Words
from screener.wizard import REVIEW
from tests.gui.conftest import finishing, settle

WHO = Patient("Exampler", "Zoë", PartialDate(1968, 3, 14), "female", "1")


def fill(qtbot, finish, *texts):
    for line, text in zip((finish.family, finish.born, finish.name, finish.role), texts, strict=False):
        line.clear()
        qtbot.keyClicks(line, text)
    finish.finish.setFocus()
    finish.finish.click()


def test_that_typed_identity_and_role_finish_the_summary_by_the_keyboard_alone(empty, shown, qtbot):
    window = shown(empty.with_patient(WHO))
    finish = finishing(window)
    qtbot.waitUntil(finish.family.hasFocus)
    for text in ("exampler", "14/03/1968", "Dr A", "registrar", "", "HCPC 123, ext. 4"):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is finish.finish
    qtbot.keyClick(finish.finish, Qt.Key.Key_Return)
    signer = window.session.wizard.answers.summary.signer
    assert signer == Signer("Dr A", "registrar", "", "HCPC 123, ext. 4", empty.form.sha256)
    assert "by Dr A, registrar" in window.body._summary._signed.text()
    window.body._summary.finish.click()
    assert window.session.wizard.answers.summary.signer == Signer()


def test_that_who_finishes_is_told_which_typed_values_were_not_taken(empty, shown):
    begun = empty.with_patient(WHO)
    refused = begun.refused("height", Typed("800", "cm"), "800 is not possible.")
    texts = [each.text() for each in finishing(shown(refused)).findChildren(Words)]
    assert "Typed and not taken, so not in the summary: Height." in texts


def test_that_nothing_is_said_of_values_not_taken_where_there_are_none(empty, shown):
    texts = [each.text() for each in finishing(shown(empty.with_patient(WHO))).findChildren(Words)]
    assert not [text for text in texts if text.startswith("Typed and not taken")]


@pytest.mark.parametrize(
    ("texts", "said", "corrected"),
    [
        (("Exampled", "14.3.1968", "Dr A", "registrar"), OTHER_NAME, "family"),
        (("Exampler", "3.14.1968", "Dr A", "registrar"), no_date("3.14.1968"), "born"),
        (("Exampler", "14.3.68", "Dr A", "registrar"), no_date("14.3.68"), "born"),
        (("Exampler", "1968", "Dr A", "registrar"), OTHER_BIRTH, "born"),
        (("Exampler", "14.3.1968", "Dr A", ""), NOBODY, "role"),
        (("Exampler", "14.3.1968", "", ""), NOBODY, "name"),
    ],
)  # fmt: skip
def test_that_nothing_is_finished_while_what_is_typed_does_not_agree(empty, shown, qtbot, texts, said, corrected):
    window = shown(empty.with_patient(WHO))
    finish = finishing(window)
    qtbot.waitUntil(finish.family.hasFocus)
    fill(qtbot, finish, *texts)
    assert finish.said.text() == said
    spoken = {name: getattr(finish, name).accessibleDescription() for name in ("family", "born", "name", "role")}
    assert {name: text for name, text in spoken.items() if text} == {corrected: said}
    assert getattr(finish, corrected).hasFocus()
    assert getattr(finish, corrected).selectedText() == getattr(finish, corrected).text()
    assert window.session.wizard.answers.summary.signer == Signer()
    finish.close()


def test_that_accents_and_spaces_of_the_surname_need_not_be_typed(empty, shown, qtbot):
    window = shown(empty.with_patient(replace(WHO, family="Fernández de  la Peña")))
    finish = finishing(window)
    fill(qtbot, finish, "fernandez de la pena", "14.3.1968", "Dr A", "registrar")
    assert window.session.wizard.answers.summary.signer.name == "Dr A"


def test_that_a_summary_of_nobody_cannot_be_finished(empty, shown, qtbot):
    window = shown(empty)
    finish = finishing(window)
    fill(qtbot, finish, "", "", "Dr A", "registrar")
    assert finish.said.text() == NOT_RECORDED
    finish.close()


def test_that_what_was_finished_with_other_content_of_the_form_says_so_and_is_finished_anew(empty, shown, qtbot):
    """Hazard H08: it stayed final, under the name of who had finished something else."""
    summary = Summary(signer=Signer("Dr Then", "registrar", form_sha256="0" * 64))
    window = shown(replace(empty, answers=replace(empty.answers, patient=WHO, summary=summary)))
    finish = finishing(window)
    said = window.body._summary._signed.text()
    assert said == "Finished by Dr Then with other content of the form: read it again and finish it anew."
    assert window.session.wizard.answers.summary == summary
    fill(qtbot, finish, "Exampler", "14.3.1968", "Dr Now", "consultant")
    assert window.session.wizard.answers.summary.is_finished_with(empty.form)
    assert "by Dr Now, consultant" in window.body._summary._signed.text()


def test_that_what_stands_in_the_way_is_in_sight_where_there_is_little_room(empty, shown, qtbot):
    finish = finishing(shown(empty.with_patient(WHO)))
    finish.resize(finish.width(), 260)
    qtbot.waitUntil(finish.family.hasFocus)
    fill(qtbot, finish, "Exampled")
    settle()
    assert finish.said.text() == OTHER_NAME
    assert finish.said.visibleRegion().boundingRect() == finish.said.rect()
    finish.close()


def test_that_a_change_that_takes_the_signature_back_says_so_on_every_page_until_it_is_undone(begun, shown):
    window = shown(begun)
    session = window.session
    session.finish(Signer("Dr A", "GP"))
    window.go("history")
    session.answer("diabetes_type", Chosen("t1"), Typed())
    standing = window.banner._standing
    assert standing.isVisible()
    assert standing.text().startswith("No longer finished · Not saved · ")
    window.go(REVIEW)
    assert window.body._summary._signed.text().startswith("Finished by Dr A, then changed: it is printed as a draft")
    window.navigation.undo()
    assert standing.text().startswith("Not saved · ")
    window.go(REVIEW)
    assert window.body._summary._signed.text() == "by Dr A, GP"


def test_that_finishing_that_is_undone_is_no_change_of_what_was_finished(begun, shown):
    session = shown(begun).session
    session.finish(Signer("Dr A", "GP"))
    session.undo()
    assert not session.lapsed.name
    session.redo()
    session.answer("diabetes_type", Chosen("t1"), Typed())
    session.undo()
    session.redo()
    assert session.lapsed.name == "Dr A", "more was changed"


def test_that_who_takes_the_signature_back_is_not_told_so_and_nobody_is_while_answers_are_tried(begun, shown):
    window = shown(begun)
    window.session.finish(Signer("Dr A", "GP"))
    window.try_out()
    window.session.answer("diabetes_type", Chosen("t1"), Typed())
    window.try_out()
    assert "No longer" not in window.banner._standing.text()
    window.go(REVIEW)
    window.body._summary.finish.click()
    assert "No longer" not in window.banner._standing.text()
    assert window.body._summary._signed.text().startswith("Not finished")
