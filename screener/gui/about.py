"""About: what this program is, what it is made of, under which licences, and which forms it has; ready to copy."""

from __future__ import annotations

import platform
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from screener import __version__
from screener.form.problem import FormError
from screener.gui.fields import Text
from screener.gui.labels import ActionButton, Words
from screener.gui.theme import HEADING, give_size
from screener.language import tr
from screener.report.identity import review_text
from screener.shelf import NoSuchFormError, shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from screener.form.model import Form

LICENCES = (
    (tr("PySide6 and Qt"), "LGPL 3"),
    ("reportlab", "BSD"),
    ("PyYAML", "MIT"),
    (tr("Noto Sans, the letters on paper"), "SIL Open Font Licence 1.1"),
)


def about_text(form_in: Callable[[Path], Form], own_forms: Path | None, on: datetime | None = None) -> str:
    """Return it all as text."""
    lines = [
        tr("Neuropathy screener {version}, MIT licence", version=__version__),
        tr(
            "Python {version} on {system}",
            version=platform.python_version(),
            system=f"{platform.system()} {platform.machine()}",
        ),
        f"Qt {qVersion()}, PySide6 {PySide6.__version__}",
        f"reportlab {_version('reportlab')}, PyYAML {_version('PyYAML')}",
        "",
        tr("Made with:"),
        *(f"  {name}: {licence}" for name, licence in LICENCES),
    ]
    for form in _usable(form_in, own_forms):
        lines += ["", _named(form, on), f"sha256 {form.sha256}"]
        lines += [form.intended_use.strip()] if form.intended_use else []
    return "\n".join(lines)


def _usable(form_in: Callable[[Path], Form], own_forms: Path | None) -> Iterator[Form]:
    """Yield the forms that can be used; the start window says what is wrong with the others."""
    folders: Iterable[Path] = ()
    with suppress(NoSuchFormError):
        folders = shelf(own_forms).values()
    for folder in folders:
        with suppress(FormError, OSError):
            yield form_in(folder)


def _named(form: Form, on: datetime | None) -> str:
    review = review_text(form, on)
    return tr("{form}, version {version}: {review}", form=form.title, version=form.version, review=review)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return tr("unknown")


class About(QDialog):
    """Shows it, ready to copy."""

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About this program"))
        column = QVBoxLayout(self)
        column.addWidget(Words(tr("About this program"), HEADING, bold=True))
        self.text = Text(tr("Versions, licences and forms"), text)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addStretch(1)
        close = ActionButton(tr("Close"), self.accept)
        close.setDefault(True)  # of Enter in the text
        row.addWidget(close)
        column.addLayout(row)
        give_size(self, 46, 32)
