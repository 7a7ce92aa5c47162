"""Why a result is what it is, in a window of its own: outcome, rule, answers, source; from there to the questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from screener.gui.labels import ActionButton, LinkButton, Words
from screener.gui.scroll import Scroll
from screener.gui.so_far import heading
from screener.gui.theme import HEADING, SMALL, em
from screener.progress import label_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.assess.explain import Explanation
    from screener.form.model import Form


class Why(QDialog):
    """One explanation."""

    def __init__(self, parent: QWidget, form: Form, explained: Explanation, jump: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Why")
        self.setAccessibleName(f"Why: {explained.title}")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(6)
        column.addWidget(Words(explained.title, HEADING, bold=True))
        column.addWidget(Words(explained.outcome))
        self._lines(column, "The rule", explained.rule)
        self._links(column, form, "The answers it reads", explained.cells, jump)
        self._links(column, form, "Could still change it", explained.missing, jump)
        if explained.source:
            column.addWidget(heading("Source"))
            column.addWidget(Words(explained.source, SMALL, role="muted"))
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addWidget(Scroll(body))
        low = QHBoxLayout()
        low.addStretch(1)
        close = ActionButton("Close", self.accept)
        low.addWidget(close)
        whole.addLayout(low)
        self.resize(34 * em(self), 28 * em(self))
        close.setFocus()

    @staticmethod
    def _lines(column: QVBoxLayout, title: str, lines: tuple[str, ...]) -> None:
        if lines:
            column.addWidget(heading(title))
        for line in lines:
            column.addWidget(Words(line))

    def _links(
        self, column: QVBoxLayout, form: Form, title: str, cells: tuple[str, ...], jump: Callable[[str], object]
    ) -> None:
        if cells:
            column.addWidget(heading(title))
        for cell in cells:
            link = LinkButton(label_of(form, cell), partial(self._go, cell, jump), f"Go to {label_of(form, cell)}")
            column.addWidget(link)

    def _go(self, cell: str, jump: Callable[[str], object]) -> None:
        self.accept()
        jump(cell)
