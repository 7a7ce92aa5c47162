"""What is said when the program made a mistake: that the screening is saved, and where; no answers. Hopefully never."""

from __future__ import annotations

import platform
from functools import partial
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox

from screener import __version__
from screener.gui.keeping import ask_where_to_save, write
from screener.language import tr

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from screener.gui.program import Program

REPORT = tr("Text") + " (*.txt)"
FAULT = 70  # the exit code of a mistake of ours


def save_screening(program: Program) -> str:
    """Save a copy of what no file holds; return what is to be said of it."""
    if program.window is None:
        return ""
    try:
        copy = program.files().rescue(program.clock())
    except Exception as error:  # noqa: BLE001  # whatever is broken: it must be said, not begin again
        reason = getattr(error, "strerror", None) or type(error).__name__
        return tr("The screening could not be saved: {reason}. It is still here: save it with Ctrl+S.", reason=reason)
    if copy is None:
        return tr("The screening is saved in its file.")
    return tr("The screening was saved, and is offered at the next start:\n{file}", file=copy)


def tell_crash(program: Program, saved: str, kind: str, place: str) -> QMessageBox:
    """Say it once, and let the user go on, keep a report, or close."""
    parent = program.window or program.start
    box = QMessageBox(
        QMessageBox.Icon.NoIcon, tr("Something went wrong"), "", QMessageBox.StandardButton.NoButton, parent
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    said = [
        tr("The program made a mistake."),
        saved,
        tr("For those who look after it:\n{place}", place=f"{kind}\n{place}"),
    ]
    box.setText("\n\n".join(filter(None, said)))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    on = box.addButton(tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
    report = box.addButton(tr("Save a report"), QMessageBox.ButtonRole.ActionRole)
    end = box.addButton(tr("Close the program"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(on)
    box.setEscapeButton(on)
    content = report_text(program, kind, place).encode()
    offered = program.folder / "screener-report.txt"
    report.clicked.connect(lambda: _ask_for_report(program.in_front(), offered, content))
    end.clicked.connect(lambda: close_program(program))
    box.open()
    return box


def _ask_for_report(parent: QWidget, offered: Path, content: bytes) -> None:
    ask_where_to_save(parent, REPORT, offered, partial(write, parent, content=content))


def report_text(program: Program, kind: str, place: str) -> str:
    """Return what helps to find the mistake: versions and the place in the program."""
    lines = [
        tr("A mistake of the program. This report holds no answers and no names."),
        f"screener {__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]
    if program.window is not None:
        wizard = program.window.session.wizard
        lines.append(f"{wizard.form.id} {wizard.form.version}, sha256 {wizard.form.sha256}, page {wizard.page}")
    return "\n".join([*lines, kind, *place.split(" > "), ""])


def close_program(program: Program) -> None:
    """End it where nothing is lost by that; otherwise ask, as closing always does."""
    window = program.window
    if window is not None and window.session.is_unsaved and program.files().copy is None:
        window.close()
    else:
        QApplication.exit(FAULT)
