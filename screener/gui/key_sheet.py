"""F1: what every key does."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from screener.gui.entries import heading
from screener.gui.keys import IN_A_QUESTION, OF_THE_WINDOW, Key, key_words
from screener.gui.labels import ActionButton, Words, short_words
from screener.gui.lazy_qt import Qt
from screener.gui.scroll import Scroll, Scroller
from screener.gui.theme import em, give_size
from screener.language import tr


class KeySheet(QDialog):
    """The keys inside a question, then those of the whole window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setHorizontalSpacing(2 * em(self))
        self._grid.setColumnStretch(1, 1)
        self._add(tr("In a question"), IN_A_QUESTION)
        self._add(tr("Anywhere"), OF_THE_WINDOW)
        close = ActionButton(tr("Close"), self.accept)
        low = QHBoxLayout()
        low.addStretch(1)
        low.addWidget(close)
        column = QVBoxLayout(self)
        area = Scroll(body)
        Scroller(close, area)
        column.addWidget(area)
        column.addLayout(low)
        give_size(self, 46, 42)
        close.setFocus()

    def _add(self, title: str, keys: tuple[Key, ...]) -> None:
        self._grid.addWidget(heading(title), self._grid.rowCount(), 0, 1, 2)
        for key in keys:
            row = self._grid.rowCount()
            self._grid.addWidget(short_words(key_words(key), bold=True), row, 0)
            self._grid.addWidget(Words(key.words), row, 1)
