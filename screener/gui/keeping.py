"""Asking where files go to and come from, and telling what went wrong."""

from __future__ import annotations

from errno import ENOENT
from os.path import isdir  # unlike that of Path it never raises, as of a drive out of reach
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from screener.language import tr
from screener.store.reason import reason
from screener.store.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

ANSWERS, PDF = tr("Answers (*.yaml *.yml *.json)"), tr("PDF (*.pdf)")
OPENED = tr("Answers and summaries (*.yaml *.yml *.json *.pdf)")


def ask_where_to_save(parent: QWidget, kind: str, name: Path, act: Callable[[Path], object]) -> QFileDialog:
    """Let the user choose a file to write; `name` is offered."""
    dialog = QFileDialog(parent, tr("Save"), str(name), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(name.suffix.lstrip("."))
    return _opened(dialog, act)


def ask_what_to_open(parent: QWidget | None, kind: str, folder: Path, act: Callable[[Path], object]) -> QFileDialog:
    """Let the user choose a file to read."""
    dialog = QFileDialog(parent, tr("Open"), str(folder), kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, act)


def _opened(dialog: QFileDialog, act: Callable[[Path], object]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: act(Path(chosen)))
    dialog.open()
    return dialog


def usual_folder(recent: Sequence[Path]) -> Path:
    """Return where files are first looked for: where the last one lies, else in the user's documents, else at home."""
    places = QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation
    known = [file.parent for file in recent] + [Path(QStandardPaths.writableLocation(place)) for place in places]
    return next((folder for folder in known if isdir(folder)), known[-1])  # noqa: PTH112  # never raises


def write(parent: QWidget, path: Path, content: bytes) -> bool:
    """Write a file whole, or say why it can't be; whether it was written."""
    try:
        write_whole(path, content)
    except OSError as error:
        no_folder = tr("There is no folder {folder}. Choose another place.", folder=path.parent)
        other = tr("{reason}. Choose another place.", reason=reason(error))
        tell(parent, tr("This could not be saved"), no_folder if error.errno == ENOENT else other)
        return False
    return True


def tell(parent: QWidget | None, title: str, text: str) -> QMessageBox:
    """Say something in a small window; the text is never markup."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, "", QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def ask_to_leave_out(
    parent: QWidget, title: str, text: str, leave: Callable[[], object], stay: Callable[[], object]
) -> QMessageBox:
    """Ask whether to close although something could not be saved."""
    return _ask(tell(parent, title, text), QMessageBox.StandardButton.Close, leave, stay)


def ask_to_keep_both(parent: QWidget, name: str, save: Callable[[], object], stay: Callable[[], object]) -> QMessageBox:
    """Ask to save elsewhere, because a file was written by somebody else."""
    text = tr(
        "{file} was changed since it was opened or saved here, in another window or on another computer. It was not "
        "written over. Save this screening under another name: both are kept.",
        file=name,
    )
    box = tell(parent, tr("Changed elsewhere"), text)
    _ask(box, QMessageBox.StandardButton.Save, save, stay).setDefaultButton(QMessageBox.StandardButton.Save)
    return box


def _ask(
    box: QMessageBox, button: QMessageBox.StandardButton, act: Callable[[], object], stay: Callable[[], object]
) -> QMessageBox:
    """Let one go on from a box, or stay, which is what Enter and Esc do."""
    box.setStandardButtons(button | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.button(button).clicked.connect(lambda _checked=False: act())
    box.setEscapeButton(QMessageBox.StandardButton.Cancel)
    box.button(QMessageBox.StandardButton.Cancel).clicked.connect(lambda _checked=False: stay())
    return box


BEFORE_CLOSING = tr("This screening is not saved. Save it before closing?")
BEFORE_ANOTHER = tr("One screening is open at a time. Save this one before the other is opened?")


def ask_before_closing(
    parent: QWidget, text: str, save: Callable[[], object], discard: Callable[[], object], stay: Callable[[], object]
) -> QMessageBox:
    """Ask what becomes of answers that no file holds."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, tr("Not saved"), "", QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    saving = box.addButton(QMessageBox.StandardButton.Save)
    losing = box.addButton(QMessageBox.StandardButton.Discard)
    staying = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(saving)
    box.setEscapeButton(staying)
    saving.clicked.connect(lambda _checked=False: save())
    losing.clicked.connect(lambda _checked=False: discard())
    box.rejected.connect(stay)
    box.open()
    return box
