"""About: what this program is, what it is made of, under which licences, and which forms it has; ready to copy."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from screener import __version__
from screener.gui.labels import ActionButton, Words
from screener.gui.theme import HEADING, em
from screener.report.identity import review_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from screener.form.model import Form

LICENCES = (
    ("PySide6 and Qt", "LGPL 3"),
    ("reportlab", "BSD"),
    ("PyYAML", "MIT"),
    ("Noto Sans, the letters on paper", "SIL Open Font Licence 1.1"),
)


def about_text(forms: Iterable[Form], on: datetime | None = None) -> str:
    """Return it all as text."""
    lines = [
        f"Neuropathy screener {__version__}, MIT licence",
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}",
        f"Qt {qVersion()}, PySide6 {PySide6.__version__}",
        f"reportlab {_version('reportlab')}, PyYAML {_version('PyYAML')}",
        "",
        "Made with:",
        *(f"  {name}: {licence}" for name, licence in LICENCES),
    ]
    for form in forms:
        lines += ["", f"{form.title}, version {form.version}: {review_text(form, on)}", f"sha256 {form.sha256}"]
        lines += [form.intended_use.strip()] if form.intended_use else []
    return "\n".join(lines)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


class About(QDialog):
    """Shows it, ready to copy."""

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About this program")
        column = QVBoxLayout(self)
        column.addWidget(Words("About this program", HEADING, bold=True))
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Versions, licences and forms")
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(ActionButton("Close", self.accept))
        column.addLayout(row)
        self.resize(46 * em(self), 32 * em(self))
