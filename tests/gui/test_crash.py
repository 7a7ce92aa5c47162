"""A mistake of the program: the screening is saved, nobody's answers are shown, and the next start offers it."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton

from screener.assess.answers import Chosen, Patient
from screener.assess.answers_file import read_answers
from screener.entry import Typed
from screener.gui import copying
from screener.gui.app import Crash
from screener.gui.program import Program
from screener.store import rescued
from tests.gui.conftest import FORM, NOON

NEEDLE = "Needle"


@pytest.fixture(autouse=True)
def settings(monkeypatch, tmp_path):
    folder = tmp_path / "settings"
    monkeypatch.setenv("SCREENER_SETTINGS", str(folder))
    return folder


@pytest.fixture
def begun(program, qtbot):
    program.new_screening(FORM)
    qtbot.waitUntil(lambda: program.window.so_far is not None)
    program.window.session.set_patient(Patient(NEEDLE, "One", None, "female", "1"))
    program.window.session.answer("diabetes_type", Chosen("t2"), Typed())
    return program


def fail(crash, text=NEEDLE):
    try:
        int(text)
    except ValueError as error:
        crash(type(error), error, error.__traceback__)


def boxes():
    return [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]


def press(box, words):
    next(button for button in box.findChildren(QPushButton) if button.text() == words).click()


def test_that_the_screening_is_saved_whole_for_its_owner_alone_and_it_is_said_where(begun, settings):
    fail(Crash(begun))
    (copy,) = rescued.copies(settings)
    assert str(copy) in boxes()[0].text()
    answers = begun.window.session.recorded.answers
    again = read_answers(copy.read_bytes(), copy.name, begun.window.session.wizard.form)
    assert (dict(again.cells), again.patient) == (dict(answers.cells), answers.patient)
    if os.name != "nt":  # there the user's own folder keeps others out
        assert [stat.S_IMODE(each.stat().st_mode) for each in (copy, copy.parent)] == [0o600, 0o700]
    boxes()[0].close()


def test_that_no_answer_and_no_name_is_shown_or_told_on(begun, settings, tmp_path, capsys):
    fail(Crash(begun))
    box = boxes()[0]
    said = box.text() + "".join(label.text() for label in box.findChildren(QLabel)) + capsys.readouterr().err
    assert NEEDLE not in said
    assert "test_crash.py" in said
    press(box, "Save a report")
    QApplication.activeModalWidget().fileSelected.emit(str(tmp_path / "report.txt"))
    QApplication.activeModalWidget().close()
    report = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert NEEDLE not in report
    assert all(words in report for words in ("ValueError", "test_crash.py", "screener 0", "PySide6", "neuropathy"))


def test_that_the_user_goes_on_with_every_answer_and_a_later_mistake_is_told_again(begun, settings):
    crash = Crash(begun)
    fail(crash)
    press(boxes()[0], "Go on")
    assert begun.window.isVisible()
    assert begun.window.session.wizard.answers.patient.family == NEEDLE
    begun.window.session.answer("sex_for_egfr", Chosen("female"), Typed())
    fail(crash)
    (copy,) = rescued.copies(settings)
    assert "sex_for_egfr" in copy.read_text(encoding="utf-8")
    press(boxes()[0], "Go on")


def test_that_mistakes_while_one_is_told_open_no_second_window(begun):
    crash = Crash(begun)
    fail(crash)
    fail(crash)
    assert len(boxes()) == 1
    boxes()[0].close()


def test_that_a_mistake_while_saving_is_told_and_does_not_begin_again(begun, settings, monkeypatch):
    crash, calls = Crash(begun), []

    def fail_too(*_args):
        calls.append(1)
        fail(crash)  # as if saving ran into code that fails and reports it
        raise RuntimeError

    monkeypatch.setattr(rescued, "write_whole", fail_too)
    fail(crash)
    assert calls == [1]
    assert "could not be saved" in boxes()[0].text()
    assert "Ctrl+S" in boxes()[0].text()
    press(boxes()[0], "Close the program")
    assert boxes(), "what is not saved anywhere is asked for first"
    boxes()[0].reject()
    assert begun.window.isVisible()


def test_that_closing_after_a_mistake_keeps_the_copy_and_the_next_start_offers_it(begun, settings, qapp, monkeypatch):
    ended = []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    fail(Crash(begun))
    press(boxes()[0], "Close the program")
    assert ended == [70]
    assert len(rescued.copies(settings)) == 1
    next_day = Program(qapp, lambda: NOON)
    next_day.show_start()
    press_offered(next_day.start)
    session = next_day.window.session
    assert session.wizard.answers.patient.family == NEEDLE
    assert session.is_unsaved, "no file of the clinic holds it"
    next_day.files().save()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog), "where to save is asked, never assumed"
    dialog.reject()
    assert next_day.files().save_to(settings.parent / "saved.yaml")
    assert rescued.copies(settings) == ()
    next_day.window.leave()
    next_day._forget_start()


def press_offered(start):
    """Press what the keyboard is on first: the copy, called by its file and time."""
    offered = start.focusWidget()
    assert offered.text() == "Open it"
    assert re.fullmatch(r"Open screening · \d\d-\w{3}-\d{4} \d\d:\d\d", offered.accessibleName())
    offered.click()


def test_that_a_screening_saved_after_a_mistake_leaves_no_copy_behind(begun, settings):
    fail(Crash(begun))
    boxes()[0].close()
    assert begun.files().save_to(settings.parent / "saved.yaml")
    assert rescued.copies(settings) == ()


def test_that_a_screening_that_is_saved_already_is_not_copied(begun, settings):
    begun.files().save_to(settings.parent / "saved.yaml")
    fail(Crash(begun))
    assert rescued.copies(settings) == ()
    assert "is saved in its file" in boxes()[0].text()
    boxes()[0].close()


def test_that_a_mistake_without_a_screening_is_told_at_the_start_window(program):
    program.show_start()
    fail(Crash(program))
    assert len(boxes()) == 1
    boxes()[0].close()


# --- without a mistake: the power is cut -----------------------------------------------------------------------


@pytest.fixture
def soon(monkeypatch):
    """A pause that is over at once."""
    monkeypatch.setattr(copying, "PAUSE", 0)


def test_that_what_is_not_saved_is_kept_in_each_pause_and_the_next_start_offers_it(soon, begun, settings, qtbot, qapp):
    qtbot.waitUntil(lambda: len(rescued.copies(settings)) == 1)
    next_day = Program(qapp, lambda: NOON)  # as after a power cut: nothing was closed
    next_day.show_start()
    press_offered(next_day.start)
    session = next_day.window.session
    assert dict(session.wizard.answers.cells) == {"diabetes_type": Chosen("t2")}
    assert session.wizard.answers.patient.family == NEEDLE
    assert session.is_unsaved
    next_day.window.leave()


def test_that_a_copy_of_a_file_is_offered_its_name_again(soon, begun, settings, qtbot, qapp, tmp_path):
    assert begun.files().save_to(tmp_path / "v07.yaml")
    begun.window.session.answer("diabetes_type", Chosen("t1"), Typed())
    qtbot.waitUntil(lambda: len(rescued.copies(settings)) == 1)
    next_day = Program(qapp, lambda: NOON)
    next_day.show_start()
    next_day.start.focusWidget().click()
    next_day.files().save()
    dialog = QApplication.activeModalWidget()
    assert list(map(Path, dialog.selectedFiles())) == [tmp_path / "v07.yaml"]
    dialog.reject()
    next_day.window.leave()


def test_that_a_pause_leaves_what_is_half_typed_as_it_is(soon, begun, settings, qtbot):
    begun.window.jump("diabetes_years")
    line = begun.window.body.view_of("diabetes_years").line
    qtbot.keyClicks(line, "1")
    before = begun.window.session.wizard
    qtbot.waitUntil(lambda: len(rescued.copies(settings)) == 1)
    assert begun.window.session.wizard is before
    assert (line.text(), line.hasFocus()) == ("1", True)


@pytest.mark.parametrize("end", ["saved", "undone", "given up"])
def test_that_no_copy_is_left_of_what_a_file_holds_or_nobody_wants(soon, begun, settings, qtbot, tmp_path, end):
    qtbot.waitUntil(lambda: len(rescued.copies(settings)) == 1)
    match end:
        case "saved":
            begun.files().save_to(tmp_path / "screening.yaml")
        case "undone":
            while begun.window.session.wizard.past:
                begun.window.session.undo()
        case _:
            begun.window.leave()
    qtbot.waitUntil(lambda: rescued.copies(settings) == ())
