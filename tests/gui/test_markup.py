"""What the author of a form writes is on screen as it is written, whatever it looks like (reliability source, S4)."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from screener.assess.answers import Answers
from screener.assess.assess import assess
from screener.form.load import load_form
from screener.paths import FORMS
from screener.wizard import Wizard
from tests.gui.conftest import NOON

MARKUP = "<i>R&D</i> <img src='x'> "


@pytest.fixture
def marked(tmp_path):
    """The foot check with markup before every wording of a question, an option or a section."""
    folder = Path(shutil.copytree(FORMS / "foot-check", tmp_path / "foot-check"))
    shutil.rmtree(folder / "examples")
    for file in (folder / "sections").glob("*.yaml"):
        text = file.read_text("utf-8")
        file.write_text(
            re.sub(r"^( *(?:text|title): )([A-Z].*)$", rf'\1"{MARKUP}\2"', text, flags=re.MULTILINE), "utf-8"
        )
    return load_form(folder)


def texts_of(window):
    """Every text that a widget shows or says, without the marks that Qt takes away again."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText
            yield widget.text()
        if isinstance(widget, QAbstractButton):
            yield widget.text().replace("&&", "&")
        yield widget.accessibleName()
        assert "<i>" not in widget.toolTip(), "a tip reads markup"


def test_that_markup_in_a_form_is_shown_as_it_is(marked, shown):
    wizard = Wizard(marked, Answers(assessed=NOON), assess)
    window = shown(wizard)
    seen = set()
    for section in marked.sections:
        window.go(section.id)
        seen.update(texts_of(window))
    asked = [marked.items[cell.partition(".")[0]] for cell in wizard.assessment.on_screen]
    for text in (*(item.text for item in asked), *(section.title for section in marked.sections)):
        assert text.startswith("<i>R&D</i>")
        assert any(text in each for each in seen), text
