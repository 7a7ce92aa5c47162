"""One program at a time: a second start brings the first to the front, or opens on its own when that doesn't answer."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication, QMessageBox

from screener.assess.answers import Chosen
from screener.entry import Typed
from screener.gui import one_program
from screener.gui.one_program import LONGEST, MOMENT, Listener, Wish, address, wish_in
from screener.paths import running_place
from tests.gui.conftest import FORM

ROOT = Path(__file__).resolve().parents[2]
SECOND = "from screener.gui.app import _runs_already, QApplication; import sys; from pathlib import Path; "
ALONE = "app = QApplication([]); sys.exit(10 if not _runs_already({path}, {is_new}, {own}) else 0)"
by_socket = pytest.mark.skipif(
    os.name == "nt",
    reason="of the file that a socket is; on Windows it is a pipe, which the tests without this mark try",
)


@pytest.fixture(autouse=True)
def cache(monkeypatch, tmp_path):
    monkeypatch.setenv("SCREENER_CACHE", str(tmp_path / "c"))


@pytest.fixture
def first(program):
    listener = Listener(program, None)
    assert listener.listen()
    yield program
    listener.stop()


def start(qtbot, path="None", is_new="False", own="None", moment=10_000) -> bool:
    """Start the program once more; whether the first one took care of it, which a busy machine may need time for."""
    code = (
        f"from screener.gui import one_program; one_program.MOMENT = {moment}; "
        + SECOND
        + ALONE.format(path=path, is_new=is_new, own=own)
    )
    second = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode in (0, 10)
    return second.returncode == 0


def test_that_a_second_start_brings_the_first_to_the_front(first, qtbot):
    first.show_start()
    first.start.showMinimized()
    assert start(qtbot)
    qtbot.waitUntil(lambda: not first.start.isMinimized())


@by_socket
def test_that_the_socket_is_this_users_alone(first):
    assert stat.S_IMODE(running_place().stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(running_place().parent.stat().st_mode) == 0o700


def test_that_a_form_asked_for_is_begun_in_the_first(first, qtbot):
    first.show_start()
    assert start(qtbot, f"Path({str(FORM)!r})", "True")
    qtbot.waitUntil(lambda: first.window is not None)
    assert first.window.session.wizard.form.id == "neuropathy"


def test_that_the_screening_that_is_open_is_asked_for_before_another_is_begun(first, qtbot):
    first.new_screening(FORM)
    first.window.session.answer("diabetes_type", Chosen("t2"), Typed())
    assert start(qtbot, f"Path({str(FORM)!r})", "True")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    assert "Save this one" in QApplication.activeModalWidget().text()
    QApplication.activeModalWidget().reject()
    assert first.window.session.wizard.answers.cells["diabetes_type"] == Chosen("t2")


def test_that_a_start_with_other_forms_opens_on_its_own(first, qtbot, tmp_path):
    assert not start(qtbot, own=f"Path({str(tmp_path)!r})")


def test_that_a_program_that_does_not_answer_is_not_waited_for(qtbot, tmp_path):
    """It is there and takes the call, but says nothing."""
    running_place().parent.mkdir(parents=True)
    silent = QLocalServer()
    assert silent.listen(address())
    running_place().touch()
    assert not start(qtbot, moment=MOMENT)
    silent.close()


@by_socket
def test_that_what_an_ended_program_left_behind_is_cleared_away(program, qtbot):
    running_place().parent.mkdir(parents=True)
    code = "import socket, os; s = socket.socket(socket.AF_UNIX); s.bind(os.environ['PLACE']); s.listen(); os._exit(0)"
    subprocess.run([sys.executable, "-c", code], env={**os.environ, "PLACE": str(running_place())}, check=True)
    assert running_place().exists()
    assert not start(qtbot)
    listener = Listener(program, None)
    assert listener.listen()
    listener.stop()
    assert not running_place().exists()


def test_that_a_sign_stands_for_a_pipe_of_which_no_file_tells_while_the_program_runs(program, monkeypatch, tmp_path):
    monkeypatch.setattr(one_program, "address", lambda: str(tmp_path / "p"))  # as on Windows: not at the place
    listener = Listener(program, None)
    assert listener.listen()
    assert running_place().is_file()
    listener.stop()
    assert not running_place().exists()


def test_that_a_program_that_answers_keeps_its_place(first):
    assert not Listener(first, None).listen()


@pytest.mark.parametrize(
    "line", [b"", b"\xff\n", b"{}\n", b"[]\n", b"null\n", b'["a", 1, 2]\n', b"[" * 5000, b'[3, null, false, "en"]\n']
)
def test_that_anything_else_that_is_said_on_the_socket_is_no_wish(line):
    assert len(line) < LONGEST
    assert wish_in(line, None) is None


def test_that_a_wish_arrives_as_it_was_said(tmp_path):
    wish = Wish(tmp_path / "with spaces\nand lines.yaml", is_new=False, own_forms=None)
    assert wish.line().count(b"\n") == 1
    assert wish_in(wish.line(), None) == wish
