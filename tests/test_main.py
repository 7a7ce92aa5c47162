"""`main.py` opens the program, or runs a command (DESIGN 6)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from screener.__main__ import main

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def opened(monkeypatch):
    """What the window was opened with."""
    words = []
    window = ModuleType("screener.gui.app")
    window.main = lambda given: words.append(list(given)) or 0
    monkeypatch.setitem(sys.modules, "screener.gui.app", window)
    return words


@pytest.mark.parametrize("words", [[], ["neuropathy", "--new"], ["--forms", "own"], ["pyproject.toml"]], ids=str)
def test_that_without_a_command_the_window_opens_with_the_words_given(opened, monkeypatch, words):
    monkeypatch.chdir(ROOT)
    assert main(words) == 0
    assert opened == [words]


@pytest.mark.parametrize(
    "command", ["check", "confirm", "describe", "assess", "report", "schema", "--help", "--version"]
)
def test_that_a_command_opens_no_window(opened, capsys, command):
    main([command, "--help"] if not command.startswith("-") else [command])
    assert opened == []
    assert capsys.readouterr().out


def test_that_a_slip_in_a_command_names_the_nearest_and_opens_no_window(opened, capsys):
    assert main(["chekc"]) == 2
    assert opened == []
    assert capsys.readouterr().err == "screener: there is no command and no file 'chekc' (did you mean 'check'?)\n"


@pytest.mark.parametrize("words", [["neuropathy"], ["neuropathy", "--nwe"]], ids=str)
def test_that_the_name_of_a_form_alone_is_answered_with_how_a_screening_begins(opened, capsys, words):
    assert main(words) == 2
    assert opened == []
    assert "did you mean 'neuropathy --new'?" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["report", "--blank", "neuropathy", "-o", "blank.pdf"]], ids=str)
def test_that_what_is_not_installed_is_told_in_one_sentence_with_the_remedy(tmp_path, words):
    """Python without its site-packages stands for one that has none of them."""
    command = [sys.executable, "-S", str(ROOT / "main.py"), *words]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60, check=False, env=environment)
    said = ended.stderr.decode().splitlines()
    assert (ended.returncode, len(said)) == (3, 1)
    assert said[0].startswith("screener: No module named")
    assert "python run.py" in said[0]


def test_that_main_has_three_lines_and_does_the_same_as_the_module():
    lines = [line for line in (ROOT / "main.py").read_text("utf-8").splitlines() if line]
    assert len(lines) == 3
    told = [
        subprocess.run(
            [sys.executable, *words, "--version"], cwd=ROOT, capture_output=True, timeout=30, check=True
        ).stdout
        for words in (["main.py"], ["-m", "screener"])
    ]
    assert told[0] == told[1]
    assert told[0].startswith(b"screener ")
