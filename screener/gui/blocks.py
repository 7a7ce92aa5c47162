"""The questions of one block as rows of a white sheet: wording, then the answer, or the answers left and right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from screener.assess.answers import SIDE_WORDS
from screener.form.model import NO, SIDES, ItemType
from screener.gui.block_sheet import Drawn, Lines
from screener.gui.column import Column, keep_picture
from screener.gui.entries import show
from screener.gui.labels import LinkButton, Words, ground
from screener.gui.scroll import Headed, SeenWhole
from screener.gui.sheet import MARGIN, SINGLE, left_to_right
from screener.gui.theme import BODY, HEADING, SMALL
from screener.gui.views.make import make_view
from screener.language import tr
from screener.progress import contradicted, label_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from screener.assess.answers import Answer
    from screener.form.model import Block, Item
    from screener.gui.drawing_view import DrawingView
    from screener.gui.session import Session
    from screener.gui.views.cell_view import CellView
    from screener.wizard import CellState, Wizard

SIDED = (19, 40, 40)  # shares of the width: wording, left, right
WIDE = (ItemType.TABLE,)


class Row(QWidget, SeenWhole):
    """One item: its wording and a view for each of its cells."""

    def __init__(self, item: Item, views: list[CellView]) -> None:
        super().__init__()
        ground(self)
        self.views = views
        self.cells = {view.name for view in views}
        self.is_asked = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        is_wide = item.type in WIDE or item.lines > 1
        inside = QVBoxLayout() if is_wide else QHBoxLayout()
        inside.setContentsMargins(MARGIN, 5, MARGIN, 5)
        inside.setSpacing(6 if is_wide else MARGIN)
        column.addLayout(inside)
        shares = SIDED if item.has_sides else SINGLE
        self.words = Words(item.text)
        self.wording = _wording(self.words, item)
        inside.addWidget(self.wording, 0 if is_wide else shares[0])
        for share, view in zip(shares[1:], left_to_right(views), strict=True):
            view.setSizePolicy(_kept_place())
            inside.addWidget(view, 0 if is_wide else share)
        if item.has_sides and item.help:
            column.addWidget(_help_below(item))

    def show_states(self, wizard: Wizard, contradictions: Mapping[str, str]) -> None:
        """Draw each cell that changed."""
        states = [_state_of(view.name, wizard, contradictions) for view in self.views]
        self.is_asked = any(state.is_on_screen for state in states)
        for view, state in zip(self.views, states, strict=True):
            if state != view.state:
                view.show_value(state)
            # Out of sight with its row, it can be made ready.
            show(view, is_shown=state.is_on_screen or not self.is_asked)


def _state_of(cell: str, wizard: Wizard, contradictions: Mapping[str, str]) -> CellState:
    state, said = wizard.state_of(cell), contradictions.get(cell)
    return replace(state, contradiction=said) if said else state


def _kept_place() -> QSizePolicy:
    """Keep the place of a side that is not asked, so that left stays left."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setRetainSizeWhenHidden(True)
    return policy


def _wording(words: Words, item: Item) -> QWidget:
    box = QWidget()
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(1)
    column.addWidget(words)
    if item.help and not item.has_sides:
        column.addWidget(Words(item.help, SMALL, role="muted"))
    column.addStretch(1)
    return box


def _help_below(item: Item) -> QWidget:
    """Give the help of a sided question the whole width: its wording has little."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(MARGIN, 0, MARGIN, 6)
    column.addWidget(Words(item.help, SMALL, role="muted"))
    return box


class BlockView(Column, Headed):
    """A block: its heading, its rows, and a way to mark the rest normal where that is possible."""

    rest_asked = Signal(object)  # this block: mark the rest of it

    def __init__(self, block: Block, session: Session) -> None:
        super().__init__(gap=6)
        keep_picture(self)
        self.block = block
        self._session = session
        self.rows = [Row(item, _views(item, session)) for item in block.items]
        self._cells = [view.name for view in self.views]
        self._given: list[Answer | None] = [None] * len(self._cells)
        self._about: object = None
        self.is_headed = bool(block.title)
        self._title = [Words(block.title, HEADING, bold=True)] if block.title else []
        self._lines = Lines()
        self.drawings = _drawings(block, session)
        self._sheet = Drawn(self._lines, self.drawings) if self.drawings else self._lines
        sided = [row for item, row in zip(block.items, self.rows, strict=True) if item.has_sides]
        widest = max((row.words.longest_word() for row in sided), default=0)
        for row in sided:
            row.wording.setMinimumWidth(widest)
        self._heads: list[QWidget | None] = []  # above each row that has sides, shown where they begin
        for item, row in zip(block.items, self.rows, strict=True):
            self._heads.append(_sides(widest) if item.has_sides else None)
            row.head = self._heads[-1]
            if row.head is not None:
                self._lines.add(row.head)
            self._lines.add(row)
        normals = [item for item in block.items if item.normal is not None]
        self.is_list = all(item.type is ItemType.YES_NO and item.normal == NO for item in normals)
        self.normal = LinkButton("", lambda: self.rest_asked.emit(self)) if normals else None
        self._said = Words("", SMALL, role="muted")
        for part in (*self._title, self._sheet, self.normal, self._said):
            if part is not None:
                self.add(part)

    @property
    def views(self) -> list[CellView]:
        """Every view, in the order of the keyboard."""
        return [view for row in self.rows for view in row.views]

    def show_states(self, wizard: Wizard) -> bool:
        """Draw what changed; return whether anything of it is on screen."""
        assessment, answers = wizard.assessment, wizard.answers
        given = [answers.cells.get(cell) for cell in self._cells]
        about = assessment.on_screen, assessment.parts_not_asked, wizard.refusals, answers.notes, assessment.violated
        if (given, about) != (self._given, self._about):  # all that it is drawn of
            for drawing in self.drawings:
                drawing.show_wizard(wizard)
            was, self._given = self._given, given
            changed = {cell for cell, now, before in zip(self._cells, given, was, strict=True) if now != before}
            again = [row for row in self.rows if not changed.isdisjoint(row.cells)]
            self._show_rows(wizard, again if about == self._about else self.rows)
            self._about = about
        return any(row.is_asked for row in self.rows)

    def _show_rows(self, wizard: Wizard, again: list[Row]) -> None:
        said = contradicted(wizard) if wizard.assessment.violated else {}
        for row in again:
            row.show_states(wizard, said)
        rows = [row for row in self.rows if row.is_asked]
        self._lines.show_only({*rows, *self._heads_of(rows)})
        rest = self._show_rest(wizard, self.normal) if self.normal is not None else []
        self.show_only([*self._title, self._sheet, *rest])

    def prepare(self) -> None:
        """Make ready for what the next answer may bring."""
        self._lines.prepare()

    def _heads_of(self, rows: list[Row]) -> Iterator[QWidget]:
        """Yield what names the sides, where they begin among the rows that are shown."""
        sided_before = False
        for head, row in zip(self._heads, self.rows, strict=True):
            if row in rows:
                if head is not None and not sided_before:
                    yield head
                sided_before = head is not None

    def _show_rest(self, wizard: Wizard, normal: LinkButton) -> list[QWidget]:
        """Say what is left to mark and what was marked; return what of it is shown."""
        left = len(wizard.open_normals(self.block))
        text = _rest(left, is_list=self.is_list) if left else ""
        if text and text != normal.text():
            normal.setText(text)
            normal.updateGeometry()
        marked = sum(getattr(wizard.answers.cells.get(cell), "by_block", False) for cell in self._cells)
        self._said.say(_done(marked, is_list=self.is_list))
        return [normal] * bool(left) + [self._said] * bool(marked)


def _rest(left: int, *, is_list: bool) -> str:
    if is_list:
        return tr("No to the rest of these (Ctrl+M): {left} open", left=left)
    return tr("Mark the rest of this block normal (Ctrl+M): {left} open", left=left)


def _done(marked: int, *, is_list: bool) -> str:
    if is_list:
        return tr("{marked} answered no together, as asked in a list (drawn lightly).", marked=marked)
    return tr("{marked} marked normal together with the block (drawn lightly).", marked=marked)


def _sides(least: int) -> QWidget:
    """Return the words for the sides, where the answers stand: beside wordings of at least this width."""
    head = QWidget()
    ground(head)
    row = QHBoxLayout(head)
    row.setContentsMargins(MARGIN, 6, MARGIN, 6)
    row.setSpacing(MARGIN)
    none = Words("")
    none.setMinimumWidth(least)
    row.addWidget(none, SIDED[0])
    for share, side in zip(SIDED[1:], left_to_right(SIDES), strict=True):
        row.addWidget(Words(SIDE_WORDS[side].capitalize(), BODY, bold=True, role="muted"), share)
    return head


def _views(item: Item, session: Session) -> list[CellView]:
    form, made = session.wizard.form, []
    for cell in item.cells:
        view = make_view(cell, item, session.habits, label_of(form, cell))
        view.edited.connect(session.answer)
        view.refused.connect(session.refuse)
        view.confirmed.connect(session.confirm)
        view.noted.connect(session.note)
        if item.type is ItemType.TABLE:
            view.row_removed.connect(session.remove_row)  # type: ignore[attr-defined]  # a table's view has it
        view.begin()
        made.append(view)
    return made


def _drawings(block: Block, session: Session) -> list[DrawingView]:
    if not any(item.draw for item in block.items):
        return []
    from screener.gui.drawings import drawings_of  # noqa: PLC0415  # few blocks have a drawing

    made = drawings_of(session.wizard.form, block)
    for drawing in made:
        drawing.edited.connect(session.answer)
    return made
