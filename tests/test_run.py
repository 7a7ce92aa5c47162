"""`run.py` sets up what is needed once, and says in a sentence what stops it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty checkout; what would be run is noted and not run."""
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    (tmp_path / "constraints.txt").write_text("reportlab==5.1.0\n", "utf-8")
    for name, path in (("HERE", ""), ("PROJECT", "pyproject.toml"), ("CONSTRAINTS", "constraints.txt")):
        monkeypatch.setattr(run, name, tmp_path / path)
    return tmp_path


@pytest.fixture
def steps(place, monkeypatch):
    """The steps of setting up, in order; making the environment leaves an interpreter."""
    done = []

    def step(command):
        done.append(command)
        if "venv" in command:
            python = place / ".venv" / ("Scripts/python.exe" if run.os.name == "nt" else "bin/python")
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()
            version = ".".join(map(str, run.sys.version_info[:3]))
            (place / ".venv" / "pyvenv.cfg").write_text(f"home = /somewhere\nversion = {version}\n", "utf-8")

    monkeypatch.setattr(run, "quietly", step)
    return done


def names_in(command: list[str]) -> set[str]:
    return {re.split(r"[<>=]", word)[0] for word in command if re.match(r"^[A-Za-z]", word)}


def test_that_the_first_start_sets_up_what_the_program_needs_and_the_second_nothing(steps, capsys):
    run.environment(with_tests=False)
    assert ["venv" in step for step in steps] == [True, False, False]
    assert {"PyYAML", "reportlab", "PySide6-Essentials"} <= names_in(steps[1])
    assert "pytest" not in names_in(steps[1])
    assert capsys.readouterr().out.startswith("Setting up .venv, once")
    steps.clear()
    run.environment(with_tests=False)
    assert steps == []
    assert capsys.readouterr().out == ""


def test_that_the_tests_add_what_they_need_to_the_same_environment(steps):
    run.environment(with_tests=False)
    steps.clear()
    run.environment(with_tests=True)
    assert not any("venv" in step for step in steps)
    assert {"pytest", "hypothesis", "reportlab"} <= names_in(steps[0])
    steps.clear()
    run.environment(with_tests=True)
    run.environment(with_tests=False)
    assert steps == []


def test_that_a_changed_version_is_installed_at_the_next_start(steps, place):
    run.environment(with_tests=True)
    steps.clear()
    (place / "constraints.txt").write_text("reportlab==5.1.1\n", "utf-8")
    run.environment(with_tests=True)
    assert [step for step in steps if "pip" in step]


def test_that_a_set_up_that_failed_is_tried_again(steps, monkeypatch):
    step = run.quietly

    def no_network(command):
        step(command)
        if "pip" in command:
            raise subprocess.CalledProcessError(
                1, command, "", "WARNING: ... connection broken by 'NewConnectionError'"
            )

    monkeypatch.setattr(run, "quietly", no_network)
    with pytest.raises(subprocess.CalledProcessError):
        run.environment(with_tests=False)
    monkeypatch.setattr(run, "quietly", step)
    steps.clear()
    run.environment(with_tests=False)
    assert [each for each in steps if "pip" in each]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(13, "Permission denied"), "could not be written"),
        (subprocess.CalledProcessError(1, ["python", "-m", "pip"], "", "connection broken by 'NewConnectionError'"), "needs the network"),
        (subprocess.CalledProcessError(1, ["python", "-m", "venv"], "ensurepip is not available", ""), "apt install python3-venv"),
        (subprocess.CalledProcessError(1, ["python", "-m", "pip"], "", "ERROR: No space left"), "ERROR: No space left"),
    ],
)  # fmt: skip
def test_that_what_stops_the_set_up_is_told_with_what_to_do(place, monkeypatch, capsys, error, sentence):
    def stopped(**_):
        raise error

    monkeypatch.setattr(run, "environment", stopped)
    assert run.main([]) == 1
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("version", [(3, 10), (3, 15)])
def test_that_a_python_that_does_not_fit_is_named(place, monkeypatch, capsys, version):
    monkeypatch.setattr(run.sys, "version_info", (*version, 0))
    assert run.main([]) == 1
    assert capsys.readouterr().err.endswith(f"and this is {version[0]}.{version[1]}.\n")


def test_that_a_step_that_prints_what_no_encoding_has_fails_with_its_own_reason():
    with pytest.raises(subprocess.CalledProcessError) as caught:
        run.quietly([sys.executable, "-c", r"import sys; sys.stdout.buffer.write(b'disk \xff\xfe full'); sys.exit(1)"])
    assert "full" in run.reason(caught.value)


def test_that_words_go_to_the_program_and_after_test_to_pytest(place, monkeypatch):
    started = []
    monkeypatch.setattr(run, "environment", lambda **_: Path("python"))
    monkeypatch.setattr(
        run.subprocess, "run", lambda command, **_: started.append(command) or subprocess.CompletedProcess(command, 7)
    )
    assert run.main(["check", "forms"]) == 7
    assert run.main(["--test", "tests/assess"]) == 7
    assert started == [["python", str(place / "main.py"), "check", "forms"], ["python", *run.PYTEST, "tests/assess"]]


def test_that_every_dependency_has_an_exact_version_and_no_address():
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9-]+==[0-9.]+", line) for line in lines)
    pinned = {line.partition("==")[0].lower() for line in lines}
    wanted = {re.split(r"[<>=]", each)[0].lower() for each in run.requirements(with_tests=True)}
    assert wanted <= pinned


def test_that_the_readme_names_the_two_commands():
    text = (ROOT / "README.md").read_text("utf-8")
    assert "python run.py " in text
    assert "python run.py --test" in text
