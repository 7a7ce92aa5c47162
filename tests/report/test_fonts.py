"""The fonts of the paper: carried, licensed, and what they say they are."""

from __future__ import annotations

import hashlib
import json

import pytest

from screener.paths import RESOURCES
from screener.report.fonts import UnprintableText, check_printable, register

FONTS = RESOURCES / "fonts"
RECORD = json.loads((FONTS / "fonts.json").read_text(encoding="utf-8"))
CLINICAL = "≥≤≠≈±×÷−°µ²³½→←↑↓–—…•·“”‘’€№₂⁹"
LETTERS = "ŁukaszĆwikłaÉömerŞahinĞİıßøåñçãőűžěřŵŷẽếĐđΕλλάςΩαβЖукЇЄґњ"


@pytest.mark.parametrize("name", RECORD["files"])
def test_that_each_font_is_the_one_on_record(name):
    assert hashlib.sha256((FONTS / name).read_bytes()).hexdigest() == RECORD["files"][name]["sha256"]


def test_that_every_font_in_the_folder_is_on_record_and_its_licence_lies_beside_it():
    assert {path.name for path in FONTS.glob("*.ttf")} == set(RECORD["files"])
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert all(source["version"] and len(source["sha256"]) == 64 for source in RECORD["sources"])


def test_that_both_faces_have_clinical_signs_and_european_letters():
    assert {character for character in CLINICAL + LETTERS if ord(character) not in register()} == set()


def test_that_an_unprintable_character_is_named_with_its_field_and_never_dropped():
    with pytest.raises(UnprintableText) as caught:
        check_printable([("Name", "Anna"), ("Course", "pain \u0378 at night"), ("Course", "\u0379")])
    assert caught.value.characters == ("\u0378", "\u0379"), "letters that no machine has a face for"
    assert caught.value.places == ("Course",)
    assert "U+0378" in str(caught.value)
    assert "pain" not in str(caught.value), "an answer in an exception message"
