"""The shape of docs/architecture.md, held: imports follow the arrows, and each broken contract is caught."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "screener").rglob("*.py"))


def contracts_kept(folder: Path) -> dict[str, bool]:
    """Return which contracts hold for the program in a folder, by their name."""
    script = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", script, "--config", str(folder / "pyproject.toml"), "--no-cache"],
        cwd=folder, env={"PYTHONPATH": str(folder), "COLUMNS": "200", "PATH": ""},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    found = re.findall(r"^(.+) (KEPT|BROKEN)$", done.stdout, re.MULTILINE)
    assert found, done.stdout + done.stderr
    return {name.strip(): verdict == "KEPT" for name, verdict in found}


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "screener", folder / "screener", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_that_imports_follow_the_arrows(copied):
    assert [name for name, kept in contracts_kept(copied).items() if not kept] == []


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("form/problem.py", "import screener.assess.answers", "Imports follow the arrows"),
        ("cli/describe.py", "import screener.gui", "Imports follow the arrows"),
        ("leftovers.py", "import re", "Imports follow the arrows"),
        ("form/problem.py", "import screener.form.load", "No cycles"),
        ("wizard.py", "import PySide6", "Qt is the window's alone"),
        ("report/pdf.py", "import PySide6", "Qt is the window's alone"),
        ("assess/accept.py", "import reportlab", "Only the paper's drawing modules"),
        ("assess/answers_file.py", "import yaml", "Only form.source reads YAML"),
        ("assess/accept.py", "import pathlib", "What answers mean depends on nothing"),
        ("assess/accept.py", "import time", "What answers mean depends on nothing"),
        ("wizard.py", "import logging", "What answers mean depends on nothing"),
        ("form/model.py", "import socket", "What answers mean depends on nothing"),
    ],
)
def test_that_a_broken_contract_is_caught(copied, module, line, contract):
    path = copied / "screener" / module
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
    try:
        broken = [name for name, kept in contracts_kept(copied).items() if not kept]
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_text(before, encoding="utf-8")
    assert [name for name in broken if name.startswith(contract)]


def test_that_every_module_is_named_for_something():
    says_nothing = re.compile(r"(utils?|helpers?|common|misc|manager|handler|base|service|processor|data|info)$")
    assert [str(path) for path in SOURCES if says_nothing.match(path.stem)] == []


def test_that_only_the_window_reads_the_clock():
    readers = re.compile(r"datetime\.now\(|date\.today\(|time\.time\(|currentDateTime|currentDate\(")
    found = {str(path.relative_to(ROOT)) for path in SOURCES if readers.search(path.read_text(encoding="utf-8"))}
    assert found == {str(Path("screener", "gui", "app.py"))}


def test_that_the_architecture_names_every_module_once_and_no_other():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    tree = text[text.index("    screener/\n") : text.index("    tests/ ")]
    named = re.findall(r"^ +(?:\w+/ +)?((?:\w+, )*\w+)(?=  )", tree, re.MULTILINE)
    modules = [path.stem for path in SOURCES if path.stem != "__init__"]
    assert sorted(", ".join(named).split(", ")) == sorted(modules)
