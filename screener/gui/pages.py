"""The pages of the wizard: shells that are filled when first shown, and the page of a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizardPage

from screener.gui.blocks import BlockView
from screener.gui.labels import Words
from screener.gui.scroll import Scroll
from screener.gui.theme import TITLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.form.model import Block, Section
    from screener.gui.session import Session
    from screener.gui.views.cell_view import CellView
    from screener.wizard import Wizard


class PageBody(QWidget):
    """What stands on a page; scrolls up and down only."""

    finished = Signal()  # the keyboard went past the last question
    why_asked = Signal(str)

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

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw what changed."""

    def commit(self) -> None:
        """Report half-typed texts."""

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""

    def view_of(self, _cell: str) -> QWidget | None:
        """Return where a cell is answered on this page."""
        return None


class SectionBody(PageBody):
    """The blocks of a section."""

    def __init__(self, section: Section, session: Session) -> None:
        super().__init__(section.title, section.intro)
        self.blocks = [BlockView(block, session) for block in section.blocks]
        for block in self.blocks:
            self.column.addWidget(block)
            for view in block.views:
                view.left.connect(self._go_on)
                view.why_asked.connect(self.why_asked)
        self.column.addStretch(1)
        self._views = [view for block in self.blocks for view in block.views]

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw what changed."""
        for block in self.blocks:
            block.show_states(wizard)

    def commit(self) -> None:
        """Report half-typed texts."""
        for view in self._views:
            view.commit()

    def focus_first(self) -> None:
        """Put the keyboard on the first open question, else on the first."""
        shown = self._shown()
        opened = [view for view in shown if view.state.answer is None]
        for view in (opened or shown)[:1]:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def view_of(self, cell: str) -> CellView | None:
        """Return the view of a cell."""
        return next((view for view in self._views if view.name == cell), None)

    def block_in_focus(self) -> Block | None:
        """Return the block that the keyboard is in; the only one with normal answers when it is elsewhere."""
        here = [block for block in self.blocks if block.isAncestorOf(block.window().focusWidget() or block)]
        with_normal = [block for block in self.blocks if block.normal is not None]
        found = here or (with_normal if len(with_normal) == 1 else [])
        return found[0].block if found else None

    def _shown(self) -> list[CellView]:
        return [view for view in self._views if view.isVisibleTo(self)]

    def _go_on(self, view: CellView) -> None:
        """Go to the second look that the answer asks for, else to the next question, else say that this was all."""
        look = view.second_look()
        if look is not None and not look.hasFocus():
            look.setFocus(Qt.FocusReason.TabFocusReason)
            return
        shown = self._shown()
        after = shown[shown.index(view) + 1 :] if view in shown else []
        if after:
            after[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()


class LazyPage(QWizardPage):
    """A wizard page whose body is made when it is first shown."""

    def __init__(self, make: Callable[[], PageBody]) -> None:
        super().__init__()
        self._make = make
        self.body: PageBody | None = None
        self.scroll = Scroll()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.scroll)

    def filled(self) -> PageBody:
        """Return the body, made now if this is the first time."""
        if self.body is None:
            self.body = self._make()
            self.scroll.setWidget(self.body)
        return self.body

    def isComplete(self) -> bool:  # noqa: N802  # Qt's name
        """Nothing blocks moving on."""
        return True

    def nextId(self) -> int:  # noqa: N802  # Qt's name
        """Qt never decides where to go."""
        return -1
