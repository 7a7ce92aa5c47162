"""The words that are never said (clinical source 3.5), in the product's sentences and on every vignette's paper."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

from screener.assess.answers import Reason
from screener.assess.assessment import Overall
from screener.form.rules import State
from screener.report import wording
from screener.report.text import render_text
from screener.report.texts import texts
from screener.report.verdicts import forbidden_in
from tests.report import vignettes

PACKAGE = Path(wording.__file__).parents[1]


@pytest.mark.parametrize(
    "verdict",
    [
        "The patient is eligible.", "INELIGIBLE", "qualifies for a trial", "a suitable patient", "unsuitable",
        "candidate for stem cell treatment", "This is recommended.", "passed", "Eligibility: yes",
        "El paciente es elegible", "no apto", "candidata", "recomendado", "idónea", "se recomienda", "inelegible",
        "cualifica", "adecuado para el ensayo", "resultado garantizado", "la terapia es curativa", "superó el cribado",
    ],
)  # fmt: skip
def test_that_a_verdict_is_found(verdict):
    assert forbidden_in(verdict) != []


def test_that_the_two_fixed_sentences_are_allowed_also_when_their_lines_are_broken():
    assert forbidden_in(wording.NO_DECISION.replace(" ", "\n")) == []
    assert forbidden_in(wording.OVERALL["no_barrier_recorded"].replace(" ", "\n  ")) == []


def test_that_ordinary_words_are_left_alone():
    assert forbidden_in("The trial team can decide. Chapter, adapt, compass, encompassed, reception.") == []
    assert forbidden_in("Prueba adecuada del medicamento. Cura de la herida, curación, captación, superior.") == []


@pytest.mark.parametrize("name", vignettes.NAMES)
def test_that_no_paper_gives_a_verdict(name):
    assert forbidden_in(" ".join(text for _, text in texts(vignettes.report(name)))) == []
    assert forbidden_in(render_text(vignettes.report(name))) == []


def test_that_no_sentence_of_the_product_or_the_form_gives_a_verdict():
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name != "verdicts.py":
            assert forbidden_in(" ".join(strings_in(path))) == [], path.name
    for path in sorted(vignettes.FOLDER.rglob("*.yaml")):
        if "examples" not in path.parts:
            assert forbidden_in(path.read_text(encoding="utf-8")) == [], path.name


def strings_in(path):
    """The strings of a module, its docstrings apart: those are read by programmers."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]  # fmt: skip


def test_that_the_product_names_every_state_overall_and_reason():
    source = inspect.getsource(wording)
    assert "None" not in source.split("OVERALL")[1].split("NEEDED")[0]
    for mapping, kinds in (
        (wording.STATES, State), (wording.SHORT_STATES, State), (wording.COUNT_PARTS, State),
        (wording.OVERALL, Overall), (wording.REASONS, Reason),
    ):  # fmt: skip
        assert set(mapping) == set(kinds)
        assert all(mapping.values())
