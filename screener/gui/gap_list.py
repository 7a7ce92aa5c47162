"""Lists of what is missing or wrong, each entry a way to its question, the first nine by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from screener.gui.entries import show
from screener.gui.labels import Hairline, LinkButton, Words, short_words
from screener.gui.sheet import MARGIN, Sheet
from screener.gui.theme import HEADING, SMALL, em
from screener.language import tr

if TYPE_CHECKING:
    from screener.gaps import Gap

FIRST_SHOWN = 12
MOST_KEYS = 9


class GapRow(QWidget):
    """One thing to go to."""

    jump_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cell = ""
        self._label = Words()
        self._detail = Words("", SMALL, role="muted")
        self._key = short_words("", SMALL, role="muted")
        self._key.setFixedWidth(em(self))
        self._go = LinkButton(tr("Go"), lambda: self.jump_asked.emit(self.cell))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 4, MARGIN, 4)
        row.addWidget(self._key)
        row.addWidget(self._label, 2)
        row.addWidget(self._detail, 3)
        row.addWidget(self._go)
        column.addLayout(row)

    def show_gap(self, gap: Gap) -> None:
        """Draw where it leads."""
        self.cell = gap.cell
        self._label.say(gap.label)
        self._detail.say(gap.detail)
        self._go.setAccessibleName(tr("Go to {question}", question=gap.label))
        show(self)

    def show_key(self, key: str) -> None:
        """Draw the key that goes there."""
        self._key.say(key)
        self._go.setAccessibleDescription(tr("key {key}", key=key) if key else "")


class GapList(QWidget):
    """A heading and its rows; shows the first of many until asked for all."""

    jump_asked = Signal(str)  # cell

    def __init__(self, role: str) -> None:
        super().__init__()
        self._rows: list[GapRow] = []
        self._gaps: tuple[Gap, ...] = ()
        self._limit = FIRST_SHOWN
        self.by_key: dict[str, str] = {}  # cells
        self._title = Words("", HEADING, bold=True, role=role)
        sheet = Sheet()
        self._lines = QVBoxLayout(sheet.inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._all = LinkButton(tr("Show all"), self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(sheet)
        column.addWidget(self._all)

    def show_gaps(self, title: str, found: tuple[Gap, ...]) -> None:
        """Draw them; nothing when there are none."""
        show(self, is_shown=bool(found))
        if found == self._gaps and found:
            return
        self._gaps = found
        self._title.say(f"{title} ({len(found)})")
        self._draw()

    def number_from(self, first: int) -> int:
        """Give each row its key, counted from a number; return the number after the last."""
        self.by_key = {}
        for number, row in enumerate(self._rows[: len(self._gaps)], first):
            key = str(number) if number <= MOST_KEYS else ""
            row.show_key(key)
            if key:
                self.by_key[key] = row.cell
        return first + len(self._gaps)

    def _show_all(self) -> None:
        self._limit = len(self._gaps)
        self._draw()

    def _draw(self) -> None:
        shown = self._gaps[: self._limit]
        while len(self._rows) < len(shown):
            row = GapRow()
            row.jump_asked.connect(self.jump_asked)
            self._rows.append(row)
            self._lines.addWidget(row)
        for number, row in enumerate(self._rows):
            if number < len(shown):
                row.show_gap(shown[number])
            else:
                show(row, is_shown=False)
        left = len(self._gaps) - len(shown)
        if left:
            self._all.setText(tr("Show {count} more", count=left))
            self._all.updateGeometry()
        show(self._all, is_shown=bool(left))
