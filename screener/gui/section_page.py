"""The page of a section: its blocks, and the way of the keyboard through them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from screener.assess.assessment import Asked
from screener.gui.blocks import BlockView
from screener.gui.column import Column, keep_picture
from screener.gui.entries import show
from screener.gui.labels import LinkButton
from screener.gui.pages import PageBody
from screener.language import tr
from screener.report.naming import translation_text

if TYPE_CHECKING:
    from screener.form.model import Section
    from screener.gui.session import Session
    from screener.gui.views.cell_view import CellView
    from screener.wizard import Wizard


class SectionBody(PageBody):
    """The blocks of a section."""

    def __init__(self, section: Section, session: Session) -> None:
        form = session.wizard.form
        unreviewed = translation_text(form) if section.id in form.instruments else ""
        super().__init__(
            section.title, " ".join(filter(None, [section.intro, unreviewed and f"{unreviewed.capitalize()}."]))
        )
        self.blocks = [BlockView(block, session) for block in section.blocks]
        keep_picture(self)
        self._column = Column(gap=10)
        keep_picture(self._column)
        self.column.addWidget(self._column)
        for block in self.blocks:
            self._column.add(block)
            block.rest_asked.connect(self.rest_asked)
            for drawing in block.drawings:
                drawing.left.connect(partial(self._leave, block))
            for view in block.views:
                view.left.connect(self._go_on)
                view.why_asked.connect(self.why_asked)
        self._not_asked = LinkButton("", self.not_asked_asked.emit)
        self.column.addWidget(self._not_asked)
        self.column.addStretch(1)
        self._views = [view for block in self.blocks for view in block.views]

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw what changed."""
        self._column.show_only([block for block in self.blocks if block.show_states(wizard)])
        asked = wizard.assessment.asked
        hidden = [asked[view.name] for view in self._views if view.name not in wizard.assessment.on_screen]
        text = _left_out_words(hidden.count(Asked.NO), len(hidden) - hidden.count(Asked.NO))
        if text and text != self._not_asked.text():
            self._not_asked.setText(text)
            self._not_asked.updateGeometry()
        show(self._not_asked, is_shown=bool(hidden))

    def prepare(self) -> None:
        """Make ready for what the next answer may bring."""
        self._column.prepare()
        for block in self.blocks:
            block.prepare()

    def commit(self) -> None:
        """Report half-typed texts."""
        for view in self._views:
            view.commit()
            view.below.commit()

    def focus_first(self) -> None:
        """Put the keyboard on the first open question, else on the first."""
        shown = self._shown()
        opened = [view for view in shown if view.state.answer is None]
        for view in (opened or shown)[:1]:
            view.setFocus()
        if not shown:
            self.finished.emit()

    def focus_not_asked(self) -> None:
        """Put the keyboard on what says which questions are not asked, and why."""
        self._not_asked.setFocus()

    def view_of(self, cell: str) -> CellView | None:
        """Return the view of a cell."""
        return next((view for view in self._views if view.name == cell), None)

    def part_in_focus(self, cell: str) -> str:
        """Return the part of an answer that the keyboard is on, "" on none."""
        view = self.view_of(cell)
        return view.part_in_focus() if view is not None else ""

    def place_of(self, cell: str, part: str) -> QWidget | None:
        """Return where a part of the answer to a cell is given."""
        view = self.view_of(cell)
        return view.place_of(part) if view is not None else None

    def stops(self) -> list[QWidget]:
        """Return the stops of every view, in order, and what marks the rest of a block normal after it."""
        found: list[QWidget] = []
        for block in self.blocks:
            for view in block.views:
                known = view.stops()
                found += [*known, *(each for each in view.findChildren(QWidget) if each not in known)]
            found += [each for each in (*block.drawings, block.normal) if each is not None]
        return [*found, self._not_asked]

    def block_in_focus(self) -> BlockView | None:
        """Return the block that the keyboard is in; the only one with normal answers when it is elsewhere."""
        here = [block for block in self.blocks if any(_has_focus(view) for view in block.views)]
        with_normal = [block for block in self.blocks if block.normal is not None]
        found = here or (with_normal if len(with_normal) == 1 else [])
        return found[0] if found else None

    def _leave(self, block: BlockView) -> None:
        """Go on after a block."""
        self._go_on(block.views[-1])

    def _shown(self) -> list[CellView]:
        return [view for view in self._views if view.isVisibleTo(self)]

    def _go_on(self, view: CellView) -> None:
        """Go to the second look that the answer asks for, else to the next question, else say that this was all."""
        look = view.below.look()
        if look is not None and not look.hasFocus():
            look.setFocus(Qt.FocusReason.TabFocusReason)
            return
        place = self._views.index(view)
        after = [each for each in self._views[place + 1 :] if each.isVisibleTo(self)]
        if after:
            after[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()


def _left_out_words(count: int, open_: int) -> str:
    """Say how many questions are not asked, and of how many that is still open."""
    if count and open_:
        return tr("{count} not asked of this patient, {open} more may follow: which, and why", count=count, open=open_)
    if open_ == 1:
        return tr("1 more may follow, depending on other answers: which, and why")
    if open_:
        return tr("{open} more may follow, depending on other answers: which, and why", open=open_)
    if count == 1:
        return tr("1 not asked of this patient: which, and why")
    return tr("{count} not asked of this patient: which, and why", count=count) if count else ""


def _has_focus(view: CellView) -> bool:
    return any(stop.hasFocus() for stop in view.stops())
