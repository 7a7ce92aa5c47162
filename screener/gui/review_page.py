"""The last page: what was not taken, what contradicts itself, what is missing; then the summary, and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from screener.gui.entries import show
from screener.gui.labels import ActionButton, Hairline, LinkButton, PushButton, Words
from screener.gui.pages import PageBody
from screener.gui.sheet import MARGIN, Sheet
from screener.gui.summary_form import SummaryForm
from screener.gui.theme import HEADING, SMALL
from screener.progress import REVIEW_TITLE, contradictions, gaps, refused_entries

if TYPE_CHECKING:
    from screener.gui.session import Session
    from screener.progress import Gap
    from screener.wizard import Wizard

FIRST_SHOWN = 12


class GapRow(QWidget):
    """One thing to go to."""

    def __init__(self, owner: ReviewBody) -> None:
        super().__init__()
        self._cell = ""
        self._label = Words()
        self._detail = Words("", SMALL, role="muted")
        self._go = LinkButton("Go", lambda: owner.jump_asked.emit(self._cell))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 4, MARGIN, 4)
        row.addWidget(self._label, 2)
        row.addWidget(self._detail, 3)
        row.addWidget(self._go)
        column.addLayout(row)

    def show_gap(self, gap: Gap) -> None:
        """Draw where it leads."""
        self._cell = gap.cell
        self._label.say(gap.label)
        self._detail.say(gap.detail)
        self._go.setAccessibleName(f"Go to {gap.label}")
        show(self)


class GapList(QWidget):
    """A heading and its rows; shows the first of many until asked for all."""

    def __init__(self, owner: ReviewBody, role: str) -> None:
        super().__init__()
        self._owner, self._rows = owner, []  # type: ReviewBody, list[GapRow]
        self._gaps: tuple[Gap, ...] = ()
        self._limit = FIRST_SHOWN
        self._title = Words("", HEADING, bold=True, role=role)
        sheet = Sheet()
        self._lines = QVBoxLayout(sheet.inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._all = LinkButton("Show all", self._show_all)
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

    def _show_all(self) -> None:
        self._limit = len(self._gaps)
        self._draw()

    def _draw(self) -> None:
        shown = self._gaps[: self._limit]
        while len(self._rows) < len(shown):
            self._rows.append(GapRow(self._owner))
            self._lines.addWidget(self._rows[-1])
        for number, row in enumerate(self._rows):
            if number < len(shown):
                row.show_gap(shown[number])
            else:
                show(row, is_shown=False)
        left = len(self._gaps) - len(shown)
        if left:
            self._all.setText(f"Show {left} more")
            self._all.updateGeometry()
        show(self._all, is_shown=bool(left))


class ReviewBody(PageBody):
    """Nothing here stands in the way of paper; it says what paper will say is missing."""

    jump_asked = Signal(str)
    preview_asked = Signal()
    print_asked = Signal()
    pdf_asked = Signal()
    copy_asked = Signal()
    save_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(REVIEW_TITLE)
        self._said = Words("", role="muted")
        self.column.addWidget(self._said)
        self._add_actions()
        self._summary = SummaryForm(session)
        self.column.addWidget(self._summary)
        self._refused = GapList(self, "alarm")
        self._broken = GapList(self, "alarm")
        self._open = GapList(self, "text")
        for part in (self._refused, self._broken, self._open):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _add_actions(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.preview = ActionButton("Preview the summary", self.preview_asked.emit)
        self.preview.primary = True
        others: list[PushButton] = [
            ActionButton("Print", self.print_asked.emit), ActionButton("Save PDF", self.pdf_asked.emit),
            ActionButton("Copy as text", self.copy_asked.emit), ActionButton("Save answers", self.save_asked.emit),
        ]  # fmt: skip
        for button in (self.preview, *others):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw what stands in the way, and what the clinician added."""
        missing = gaps(wizard)
        self._refused.show_gaps("Typed, and not taken", refused_entries(wizard))
        self._broken.show_gaps("Answers that contradict each other", contradictions(wizard))
        self._open.show_gaps("Still open, first what would settle most", missing)
        self._said.say("Nothing that is asked of this patient is missing." if not missing else
                       "You can print at any time: the summary says what is missing.")  # fmt: skip
        self._summary.show_wizard(wizard)

    def commit(self) -> None:
        """Report what was typed."""
        self._summary.commit()

    def focus_first(self) -> None:
        """Start with the preview."""
        self.preview.setFocus()
