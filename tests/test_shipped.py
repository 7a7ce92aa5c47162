"""What is shipped holds together: every form, every example, and the package that is installed elsewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from screener.assess import examples as examples_module
from screener.assess.answers_file import read_answers
from screener.assess.answers_text import write_answers
from screener.assess.assess import assess
from screener.assess.assessment import CutOffState, FindingState, FlagState, Overall, ScoreState
from screener.assess.coverage import Coverage
from screener.assess.examples import read_examples, run_examples, vignettes
from screener.form.cards import Confidence
from screener.form.load import example_files, load_form
from screener.shelf import shelf

ROOT = Path(__file__).resolve().parents[1]
FORMS = shelf()


@pytest.fixture(scope="module", params=sorted(FORMS))
def folder(request):
    return FORMS[request.param]


def examples_of(folder):
    problems = []
    examples = read_examples([node for _, node in example_files(folder)], problems)
    assert problems == []
    return examples


def test_that_there_are_two_forms_and_the_foot_check_has_at_most_fifteen_questions():
    assert {"neuropathy", "foot_check"} <= set(FORMS)
    assert len(load_form(FORMS["foot_check"]).items) <= 15


def test_that_no_card_is_called_read_whole_that_names_what_was_not_seen(folder):
    cards = load_form(folder).cards
    assert [card.id for card in cards if card.confidence is Confidence.WHOLE and card.not_seen] == []


def test_that_every_example_of_a_shipped_form_holds(folder):
    examples = examples_of(folder)
    assert len(examples) >= 20
    assert [str(problem) for problem in run_examples(load_form(folder), examples)] == []


def test_that_the_examples_of_a_shipped_form_try_every_rule_in_every_way(folder):
    form = load_form(folder)
    coverage = Coverage(form)
    run_examples(form, examples_of(folder), coverage)
    assert [str(gap) for gap in coverage.gaps()] == []
    assert coverage.tried == coverage.points > 0


def test_that_the_answers_of_every_example_can_be_saved_and_opened_again(folder):
    form = load_form(folder)
    examples = {example.id.text: example for example in examples_of(folder)}
    for example in examples.values():
        answers, _ = examples_module.answers_of(form, example, examples, [])
        again = read_answers(write_answers(answers, form).encode(), "saved.yaml", form)
        assert again == answers, example.id.text


def test_that_a_straightforward_screening_has_at_most_80_rows_and_all_of_v01_at_most_130(tmp_path):
    folder = FORMS["neuropathy"]
    examples = examples_of(folder)
    whole = {name: assessment.rows for name, assessment in vignettes(load_form(folder), examples)}
    assert whole["v01"] <= 130
    short = shutil.copytree(folder, tmp_path / "neuropathy")
    (short / "site.yaml").write_text("site: A clinic\noff: [mnsi, mnsi_history]\n", encoding="utf-8")
    rows = {name: assessment.rows for name, assessment in vignettes(load_form(short), examples)}
    assert rows["straightforward"] <= 80


def nothing_concluded(form, answers, before=None):
    """An assessment that decides everything wrongly: no number, no outcome, every flag the other way."""
    real = assess(form, answers)
    turned = {
        FlagState.RAISED: FlagState.CLEAR,
        FlagState.CLEAR: FlagState.NOT_ESTABLISHED,
        FlagState.NOT_ESTABLISHED: FlagState.RAISED,
    }
    overall = {state: list(Overall)[(number + 1) % len(Overall)] for number, state in enumerate(Overall)}
    cutoffs = {state: list(CutOffState)[(number + 1) % len(CutOffState)] for number, state in enumerate(CutOffState)}
    shown = set(real.notes)
    return replace(
        real,
        values=tuple(replace(each, value=Decimal(-99), is_none=False, lowest=Decimal(-99), highest=Decimal(-99)) for each in real.values),
        scores=tuple(
            replace(each, state=ScoreState.COMPLETE, total=Decimal(-99), lowest=Decimal(-99), highest=Decimal(-99), band="-", cutoffs=tuple(
                replace(cutoff, state=cutoffs[cutoff.state]) for cutoff in each.cutoffs))
            for each in real.scores
        ),
        findings=tuple(replace(each, state=FindingState.DECIDED, outcome="-", possible=("-",)) for each in real.findings),
        flags=tuple(replace(each, state=turned[each.state]) for each in real.flags),
        trials=tuple(
            replace(each, overall=overall[each.overall], criteria=tuple(replace(one, state="-", possible=("-",)) for one in each.criteria))
            for each in real.trials
        ),
        notes=tuple(note.id for note in form.notes if note.id not in shown),
        violated=tuple(must.id for must in form.musts if must.id not in real.violated),
    )  # fmt: skip


def test_that_every_example_fails_when_what_is_concluded_is_wrong(folder, monkeypatch):
    form = load_form(folder)
    examples = {example.id.text: example for example in examples_of(folder)}
    monkeypatch.setattr("screener.assess.examples.assess", nothing_concluded)
    told = {(problem.at.file, problem.at.line) for problem in run_examples(form, examples.values())}
    starts = sorted((example.id.at.file, example.id.at.line, name) for name, example in examples.items())
    silent = []
    for index, (file, line, name) in enumerate(starts):
        end = starts[index + 1][1] if index + 1 < len(starts) and starts[index + 1][0] == file else 10**9
        if not any(where == file and line <= at < end for where, at in told):
            silent.append(name)
    assert silent == []


def test_that_every_cut_off_of_a_score_has_examples_on_both_sides(folder):
    form = load_form(folder)
    examples = examples_of(folder)
    seen = set()
    for example in examples:
        cutoffs = example.parts["expect"].fields.get("cutoffs")
        for key, part in cutoffs.entries if cutoffs is not None else ():
            seen.add((key.text, getattr(part, "text", "")))
    wanted = {
        (f"{score.id}.{cutoff.id}", state)
        for score in form.scores
        for cutoff in score.cutoffs
        for state in ("met", "not_met")
    }
    assert wanted - seen == set()


# --- the package --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The built wheel, installed in a folder of its own without its dependencies."""
    wheels, target = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("elsewhere")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(wheels), str(ROOT)]
    subprocess.run(build, check=True, timeout=120, capture_output=True)
    (wheel,) = wheels.glob("*.whl")
    install = [*pip, "install", "--no-deps", "--no-index", "--target", str(target), str(wheel)]
    subprocess.run(install, check=True, timeout=120, capture_output=True)
    return wheel, target


def run_installed(target, *words, cwd):
    """Run the installed program from another folder; the checkout is not on its path."""
    script = "import sys; from screener.__main__ import main; import screener; print(screener.__file__, file=sys.stderr); sys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", script, *words], cwd=cwd, env=os.environ | {"PYTHONPATH": str(target)},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_that_the_wheel_installed_elsewhere_finds_its_forms_and_resources(installed, tmp_path):
    _, target = installed
    done = run_installed(target, "check", cwd=tmp_path)
    assert done.stderr.splitlines() == [str(target / "screener" / "__init__.py")]
    assert done.returncode == 0
    assert re.findall(r"^(\w+) \S+: \d+ questions", done.stdout, re.MULTILINE) == sorted(FORMS)
    (tmp_path / "a.yaml").write_text("form: neuropathy\nanswers: {}\n", encoding="utf-8")
    done = run_installed(target, "report", "a.yaml", "-o", "a.pdf", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_that_the_wheel_installs_the_command_and_every_file_of_forms_and_resources(installed):
    wheel, target = installed
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("forms", "resources"):
        shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert {f"screener/{name}" for name in shipped} <= names
    script = "Scripts/screener.exe" if os.name == "nt" else "bin/screener"
    assert (target / script).exists() or (target / "bin" / "screener").exists()
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]
