"""A file that two write: what the other wrote is never written over in silence (hazard H21)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from screener.assess.answers import Chosen
from screener.entry import Typed

THEIRS = "form: neuropathy\nanswers: {diabetes_type: t1}\n"


def dialog(kind):
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


@pytest.fixture
def opened(program, qtbot, tmp_path):
    """Return the program with a screening of a file, changed in the window, and the file."""
    file = tmp_path / "screening.yaml"
    file.write_text("form: neuropathy\nanswers: {}\n", encoding="utf-8")
    program.open_answers(file)
    qtbot.waitUntil(lambda: program.window.so_far is not None)
    program.window.session.answer("diabetes_type", Chosen("t2"), Typed())
    return program, file


def save_elsewhere(file):
    """Go on from what is said, to the place that is offered."""
    box = dialog(QMessageBox)
    assert file.name in box.text()
    box.button(QMessageBox.StandardButton.Save).click()
    asked = dialog(QFileDialog)
    assert list(map(Path, asked.selectedFiles())) == [file.with_name("screening-2.yaml")]
    asked.accept()


def test_that_a_file_nobody_else_wrote_is_saved_over_again_and_again(opened):
    program, file = opened
    for option in ("t2", "t1"):
        program.window.session.answer("diabetes_type", Chosen(option), Typed())
        program.files().save()
        assert QApplication.activeModalWidget() is None
        assert f"diabetes_type: {option}" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("was_saved", [False, True])
def test_that_a_file_written_by_another_since_it_was_opened_or_saved_stays_and_both_are_kept(opened, was_saved):
    program, file = opened
    if was_saved:
        program.files().save()
    file.write_text(THEIRS, encoding="utf-8")
    program.files().save()
    save_elsewhere(file)
    ours = file.with_name("screening-2.yaml")
    assert file.read_text(encoding="utf-8") == THEIRS
    assert "diabetes_type: t2" in ours.read_text(encoding="utf-8")
    program.window.session.answer("diabetes_type", Chosen("none"), Typed())
    program.files().save()
    assert "diabetes_type: none" in ours.read_text(encoding="utf-8"), "from then on it is kept there"


def test_that_saving_before_closing_does_not_write_over_it_either(opened):
    program, file = opened
    file.write_text(THEIRS, encoding="utf-8")
    program.window.close()
    dialog(QMessageBox).button(QMessageBox.StandardButton.Save).click()
    dialog(QMessageBox).button(QMessageBox.StandardButton.Cancel).click()
    assert program.window.isVisible()
    program.window.close()
    dialog(QMessageBox).button(QMessageBox.StandardButton.Save).click()
    save_elsewhere(file)
    assert program.window is None
    assert file.read_text(encoding="utf-8") == THEIRS
    assert "diabetes_type: t2" in file.with_name("screening-2.yaml").read_text(encoding="utf-8")


def test_that_a_file_that_is_gone_is_written_anew(opened):
    program, file = opened
    file.unlink()
    program.files().save()
    assert QApplication.activeModalWidget() is None
    assert "diabetes_type: t2" in file.read_text(encoding="utf-8")
