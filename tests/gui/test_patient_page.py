"""The first page asks for what the clinic's own site.yaml calls a patient's number."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from screener.assess.assess import assess
from screener.gui.labels import Words
from screener.wizard import Wizard


def test_that_the_identifier_is_asked_for_and_shown_by_the_name_that_the_clinic_gives_it(empty, shown, qtbot):
    form = replace(empty.form, identifier="NHS No.")
    window = shown(Wizard(form, empty.answers, assess))
    line = window.body._lines["identifier"]
    assert line.accessibleName() == "NHS No."
    line.setFocus()
    qtbot.keyClicks(line, "943 476 5919")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [(label.text(), value.text()) for label, value in window.banner._facts][-1] == ("NHS No.", "943 476 5919")
    assert "Identifier" not in [each.text() for each in window.findChildren(Words) if each.isVisible()]
