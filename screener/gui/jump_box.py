"""Ctrl+J: type part of a question and go there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout

from screener.assess.assessment import Asked
from screener.assess.explain import explain_asked
from screener.entry import unaccented
from screener.gui.fields import Line
from screener.gui.lazy_qt import Qt
from screener.gui.scroll import DrawnBar
from screener.gui.theme import give_size
from screener.language import tr
from screener.progress import label_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from screener.wizard import Wizard

NO_MATCH = tr("No question has these words.")


def destinations(wizard: Wizard) -> list[tuple[str, str]]:
    """Return (title, cell to go to) of every question; of one that is not asked, the title says so.

    A question not on screen yet leads to the first open one that decides whether it is asked.
    """
    found, not_asked = [], []
    on_screen = wizard.assessment.on_screen
    for cell, item in wizard.form.cells.items():
        title = label_of(wizard.form, cell) + (f" · {item.text}" if item.short not in ("", item.text) else "")
        if cell in on_screen:
            found.append((title, cell))
        elif wizard.assessment.asked[cell] is Asked.OPEN:
            before = next((one for one in explain_asked(wizard.assessment, cell).missing if one in on_screen), "")
            if before:
                after = label_of(wizard.form, before)
                found.append((tr("{question} (asked after: {other})", question=title, other=after), before))
        else:
            not_asked.append((tr("{question} (not asked: why)", question=title), cell))
    return [*found, *not_asked]


class JumpBox(QDialog):
    """The questions of this patient, narrowed by what is typed."""

    chosen = Signal(str)  # cell
    why_asked = Signal(str)  # a cell that is not asked

    def __init__(self, parent: QWidget, wizard: Wizard) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Jump to a question"))
        self._destinations = [(unaccented(title), title, cell) for title, cell in destinations(wizard)]
        self._not_asked = wizard.assessment.not_asked
        self.line = Line(tr("Part of a question"), 0, takes_letters=True)
        self.line.textEdited.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Questions"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBar(DrawnBar())
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.itemActivated.connect(self._take)
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.list)
        give_size(self, 46, 30)
        self._narrow("")
        self.line.setFocus()

    def _narrow(self, text: str) -> None:
        self.list.clear()
        parts = unaccented(text).split()
        found = [each for each in self._destinations if all(part in each[0] for part in parts)]
        for _, title, cell in sorted(found, key=lambda each: _distance(each[0], " ".join(parts))):
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, cell)
            self.list.addItem(item)
        if not self.list.count():
            nothing = QListWidgetItem(NO_MATCH)
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the first, arrows move in the list while the text is typed."""
        step = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}.get(event.key(), 0)
        if step:
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
        else:
            super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.accept()
            cell = item.data(Qt.ItemDataRole.UserRole)
            (self.why_asked if cell in self._not_asked else self.chosen).emit(cell)


def _distance(title: str, words: str) -> int:
    """Return how far a title that has all the words is from what was typed: it begins so, has it whole, or apart."""
    return 0 if title.startswith(words) else 1 if words in title else 2
