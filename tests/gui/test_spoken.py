"""The window in Spanish, and in a language that is read from the right: turned around, but never the patient."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@cache
def facts(language: str) -> dict:
    script = [sys.executable, str(ROOT / "tests" / "gui" / "spoken.py"), language]
    platform = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(script, cwd=ROOT, env=platform, capture_output=True, text=True, check=True, timeout=100)
    return json.loads(done.stdout)


def test_that_qts_own_buttons_speak_the_language_of_the_program():
    assert (facts("en")["standard button"], facts("es")["standard button"]) == ("Save", "Guardar")


def test_that_yes_has_the_letter_of_the_language_and_y_everywhere():
    assert facts("en")["answers"] == ["", "yes", "no"]
    assert facts("es")["answers"] == ["yes", "yes", "no"]


def test_that_the_window_is_turned_around_where_one_reads_from_the_right():
    assert facts("en")["list"] < facts("en")["page"]
    assert facts("ar")["list"] > facts("ar")["page"]


@pytest.mark.parametrize("language", ["es", "ar"])
def test_that_the_language_changes_no_result(language):
    assert len(facts("en")["scores"]) > 5
    for result in ("scores", "flags"):
        assert facts(language)[result] == facts("en")[result]


def test_that_arrows_go_where_they_point():
    first, second, back, _ = facts("en")["arrows"]
    assert first < second > back
    last, right, left, further = facts("ar")["arrows"]  # an arrow back begins at the last option
    assert right > last == left > further


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_that_left_of_the_body_is_left_on_the_screen_as_on_paper_in_every_language(language):
    """H05: columns, their headings and the drawing of the feet keep their sides when the window is turned around."""
    sides = facts(language)["sides"]
    assert len([name for name in sides if name.endswith("on the drawing")]) >= 3
    assert len(sides) > 20
    assert {name: places for name, places in sides.items() if places[0] >= places[1]} == {}
    headings = facts(language)["headings"]
    assert max(headings["left"]) < min(headings["right"])
    assert set(headings["left"]) <= {left for left, _ in sides.values()} or language == "ar"
