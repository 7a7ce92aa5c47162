"""The pages of the wizard: shells that are filled when first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizardPage

from screener.gui.labels import Words
from screener.gui.scroll import Scroll
from screener.gui.theme import TITLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.gui.blocks import BlockView
    from screener.wizard import Wizard


class PageBody(QWidget):
    """What stands on a page; scrolls up and down only."""

    finished = Signal()  # the keyboard went past the last question
    why_asked = Signal(str)
    not_asked_asked = Signal()  # which questions of this page are not asked
    rest_asked = Signal(object)  # a block of which the rest is to be marked

    def __init__(self, title: str, intro: str = "") -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(10)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(Words(title, TITLE, bold=True))
        if intro:
            head.addWidget(Words(intro, role="muted"))
        self.column.addLayout(head)

    def sizeHint(self) -> QSize:
        """Return the least size: Qt asks after each change, and would lay all out in a width that it never has."""
        return self.minimumSizeHint()

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw what changed."""

    def prepare(self) -> None:
        """Make ready for what the next answer may bring."""

    def commit(self) -> None:
        """Report half-typed texts."""

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""

    def focus_not_asked(self) -> None:
        """Put the keyboard on what says which questions are not asked."""

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in the order of reading."""
        return self.findChildren(QWidget)

    def block_in_focus(self) -> BlockView | None:
        """Return the block that "mark the rest normal" means here."""
        return None

    def view_of(self, _cell: str) -> QWidget | None:
        """Return where a cell is answered on this page."""
        return None

    def part_in_focus(self, _cell: str) -> str:
        """Return the part of an answer that the keyboard is on, "" on none."""
        return ""

    def place_of(self, cell: str, _part: str) -> QWidget | None:
        """Return where a part of the answer to a cell is given; where the cell is, if it has none of that name."""
        return self.view_of(cell)


class LazyPage(QWizardPage):
    """A wizard page whose body is made when it is first shown."""

    def __init__(self, make: Callable[[], PageBody]) -> None:
        super().__init__()
        self._make = make
        self.body: PageBody | None = None
        self.area: Scroll | None = None

    def filled(self) -> PageBody:
        """Return the body, made now if this is the first time."""
        if self.body is None:
            self.body = self._make()
            self.area = Scroll(self.body)
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self.area)
        return self.body

    def prepare(self, wizard: Wizard, like: LazyPage) -> None:
        """Make the body before it is shown, as large as that of another page."""
        if self.body is None and like.area is not None:
            from screener.gui.rehearsal import polish, rehearse  # noqa: PLC0415  # not needed before the first paint

            body = self.filled()
            body.show_wizard(wizard)
            polish(body)
            width = like.area.viewport().width()
            body.resize(width, body.heightForWidth(width))
            body.column.activate()
            rehearse(body)

    def isComplete(self) -> bool:
        """Nothing blocks moving on."""
        return True

    def nextId(self) -> int:
        """Qt never decides where to go."""
        return -1
