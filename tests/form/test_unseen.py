"""Characters that hide or turn text have no place in a form (reliability source, S7)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from screener.form.load import load_form
from screener.form.problem import FormError
from screener.paths import FORMS


@pytest.mark.parametrize("code", ["\\u202E", "\\u2066", "\\u200B", "\\u2060", "\\u200E", "\\x07", "\\uFEFF"])
def test_that_a_form_with_a_character_that_hides_or_turns_text_is_refused_also_where_it_is_escaped(tmp_path, code):
    folder = Path(shutil.copytree(FORMS / "foot-check", tmp_path / "foot-check"))
    file = folder / "sections" / "past.yaml"
    text = file.read_text("utf-8")
    line = next(number for number, words in enumerate(text.split("\n"), 1) if "text: Foot ulcer in the past" in words)
    file.write_text(text.replace("text: Foot ulcer in the past", f'text: "Foot {code}ulcer"'), "utf-8")
    with pytest.raises(FormError) as caught:
        load_form(folder)
    assert any(f"past.yaml:{line}:" in str(each) and "F103" in str(each) for each in caught.value.problems)


def test_that_the_joiners_that_scripts_need_may_stand_in_a_form(tmp_path):
    folder = Path(shutil.copytree(FORMS / "foot-check", tmp_path / "foot-check"))
    file = folder / "sections" / "past.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("text: Foot ulcer in the past", "text: می‌خواهم क्‍ष"), "utf-8")
    assert "می‌خواهم क्‍ष" in {item.text for item in load_form(folder).items.values()}
