"""A table: one line for each row, an empty one at the end to go on, and a way to say that this is all."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from screener.assess.answers import NoValue, Rows
from screener.form.model import ItemType
from screener.gui.entries import show
from screener.gui.labels import PushButton, Words
from screener.gui.theme import SMALL, em
from screener.gui.views.below import Below
from screener.gui.views.cell_view import NOTHING, CellView, reason_words
from screener.gui.views.lines import LineView
from screener.gui.views.option_button import REASON, Segment
from screener.gui.views.options import OptionBar
from screener.gui.views.pick import PickView
from screener.gui.views.quantity import QuantityView
from screener.language import tr
from screener.wizard import CellState

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtGui import QKeyEvent

    from screener.assess.answers import Answer, Reason
    from screener.entry import Habits, Typed
    from screener.form.model import Item

    MakeView = Callable[[str, Item, Habits, str], CellView]

COMPLETE = "*complete"
MORE = "more"  # what results call it that more rows may follow
ROWS_STAY = tr("The rows stay as they are: × takes one out.")
SHARES = {ItemType.CHOICE: 6, ItemType.TEXT: 4, ItemType.QUANTITY: 4}  # of the width
FIRST_SHARE = 9  # of what names the row


class TableView(CellView):
    """Rows of columns; each column's view reports under `table.row.column`."""

    row_removed = Signal(str, int)

    def __init__(self, name: str, item: Item, habits: Habits, label: str, make: MakeView) -> None:
        super().__init__(name, item, habits, label)
        self._make = make
        self._parts: list[dict[str, CellView]] = []
        self._not_asked: list[dict[str, Words]] = []  # what stands in the place of a part, by row and column
        self._takers: list[QWidget] = []
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(4)
        for number, column in enumerate(item.columns):
            unit = column.units[0].label if len(column.units) == 1 else column.unit
            is_named = unit.lower() in column.label.lower()
            words = column.label if is_named else tr("{name} ({unit})", name=column.label, unit=unit)
            title = Words(words, SMALL, bold=True, role="muted")
            title.setMinimumWidth(title.longest_word())
            self.grid.addWidget(title, 0, number, Qt.AlignmentFlag.AlignBottom)
            self.grid.setColumnStretch(number, SHARES.get(column.type, 2) if number else FIRST_SHARE)
        self.column.insertLayout(0, self.grid)
        self.end = OptionBar([Segment(COMPLETE, tr("None"), "1")])
        self.end.setObjectName(f"{name}.end")
        self.end.setAccessibleName(tr("{question}: is that all?", question=label))
        self.end.pressed.connect(self._press)
        low = QHBoxLayout()
        low.addWidget(self.end)
        low.addStretch(1)
        self.row.addLayout(low)
        self._show_rows(1)
        self.setFocusProxy(self._parts[0][item.columns[0].id])

    def stops(self) -> list[QWidget]:
        """Return every part of every row and what takes it out, then the end."""
        found: list[QWidget] = []
        for row, taker in zip(self._parts, self._takers, strict=True):
            found += [stop for part in row.values() for stop in part.stops()]
            found.append(taker)
        return [*found, self.end]

    def part_in_focus(self) -> str:
        """Return the column of a row that the keyboard is on, or the end."""
        for number, (row, taker) in enumerate(zip(self._parts, self._takers, strict=True), start=1):
            for column, view in row.items():
                inside = view.part_in_focus()
                if inside or view.hasFocus() or taker.hasFocus():
                    return ".".join(filter(None, [f"{number}.{column}", inside]))
        return MORE if self.end.hasFocus() else super().part_in_focus()

    def place_of(self, part: str) -> QWidget:
        """Return a column of a row, counted from 1, or a part of it; the end for whether that is all."""
        row, _, rest = part.partition(".")
        column, _, inside = rest.partition(".")
        parts = self._parts[int(row) - 1] if row.isdigit() and 0 < int(row) <= len(self._parts) else {}
        if column in parts and parts[column].isVisibleTo(self):
            return parts[column].place_of(inside)
        return self.end if part == MORE else super().place_of(part)

    def describe(self, text: str) -> None:
        """Tell a screen reader the state, at the end of the table."""
        self.end.setAccessibleDescription(text)

    def _answer_spoken(self, state: CellState) -> str:
        if isinstance(state.answer, Rows):  # open until somebody says that this is all
            return _end_words(state.answer) if state.answer.complete else tr("no answer yet")
        return super()._answer_spoken(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of what stands below a row to the part that it is about."""
        parts = (view for row in self._parts for view in row.values() if view.below.has_focus())
        part = next(parts, None)
        if part is None:
            super().keyPressEvent(event)
        else:
            part.keyPressEvent(event)

    def draw(self, state: CellState) -> None:
        """Draw the rows, and an empty one while the table is open."""
        answer = state.answer
        rows = answer.rows if isinstance(answer, Rows) else ()
        is_complete = isinstance(answer, Rows) and answer.complete
        refused = [int(part.partition(".")[0]) + 1 for part in state.parts]
        self._show_rows(max([len(rows) + (0 if is_complete and rows else 1), *refused]), state.not_asked)
        for number, parts in enumerate(self._parts):
            for column, view in parts.items():
                given, part = rows[number].get(column) if number < len(rows) else None, f"{number}.{column}"
                shown = NOTHING if part in state.not_asked else CellState(given, state.parts.get(part))
                if shown != view.state:
                    view.show_value(shown)
        self.end.rename(COMPLETE, _end_words(Rows(rows)))
        self.end.show_chosen([COMPLETE] if is_complete else [], reason_words(answer))

    def _show_rows(self, count: int, not_asked: Collection[str] = ()) -> None:
        """Show so many rows; what is not asked in its row keeps its place and says so."""
        while len(self._parts) < count:
            self._add_row()
        for number, (parts, said, taker) in enumerate(zip(self._parts, self._not_asked, self._takers, strict=True)):
            is_there = number < count
            for column, view in parts.items():
                is_asked = f"{number}.{column}" not in not_asked
                show(view, is_shown=is_there and is_asked)
                show(said[column], is_shown=is_there and not is_asked)
            show(taker, is_shown=is_there)

    def _add_row(self) -> None:
        number = len(self._parts)
        line, columns, below = 2 * number + 1, len(self.item.columns), QVBoxLayout()
        self.grid.addLayout(below, line + 1, 0, 1, columns)  # a column has no room for sentences
        parts: dict[str, CellView] = {}
        said: dict[str, Words] = {}
        for place, column in enumerate(self.item.columns):
            label = tr(
                "{question}, row {number}, {column}", question=self.label, number=number + 1, column=column.label
            )
            kind = PickView if column.type in (ItemType.CHOICE, ItemType.YES_NO) else self._make
            view = kind(f"{self.name}.{number}.{column.id}", column, self.habits, label)
            view.edited.connect(self.edited)
            view.refused.connect(self.refused)
            view.confirmed.connect(self.confirmed)
            view.left.connect(self._part_left)
            view.takes_notes = False
            view.below = Below(view, below, column.label)
            if isinstance(view, LineView | QuantityView):
                view.make_small()
            view.begin()
            view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.grid.addWidget(view, line, place)
            parts[column.id] = view
            said[column.id] = _not_asked()
            self.grid.addWidget(said[column.id], line, place)
        taker = PushButton(
            "×",
            lambda: self.row_removed.emit(self.name, number),
            tr("{question}: remove row {number}", question=self.label, number=number + 1),
        )
        taker.setFixedSize(int(1.9 * em(taker)), int(1.95 * em(taker)) + 4)
        self.grid.addWidget(taker, line, columns, Qt.AlignmentFlag.AlignTop)
        stops = [stop for view in parts.values() for stop in view.stops()]
        for before, after in pairwise([*self._takers[-1:], *stops, taker, self.end]):
            QWidget.setTabOrder(before, after)
        self._not_asked.append(said)
        self._takers.append(taker)
        self._parts.append(parts)

    def _part_left(self, part: CellView) -> None:
        """Go to the second look that the part asks for, else to the next one, else to the end."""
        look = part.below.look()
        if look is not None and not look.hasFocus():
            look.setFocus(Qt.FocusReason.TabFocusReason)
            return
        views = [view for row in self._parts for view in row.values() if view.isVisibleTo(self)]
        after = views.index(part) + 1
        is_nothing_begun = any(part is next(iter(row.values())) and _is_empty(row) for row in self._parts)
        target = views[after] if after < len(views) and not is_nothing_begun else self.end
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def give(self, answer: Answer | None, typed: Typed | None = None) -> None:
        """Report an answer to the whole; a key that takes it back takes no rows with it."""
        before = self.state.answer
        if isinstance(before, Rows) and before.rows and not isinstance(answer, Rows):
            if answer is not None or not before.complete:
                self.below.show(self.state, ROWS_STAY, "muted")
                return
            answer = Rows(before.rows)
        super().give(answer, typed)

    def give_reason(self, reason: Reason) -> None:
        """Report why there is nothing to say, where there are no rows."""
        if isinstance(self.state.answer, Rows) and self.state.answer.rows:
            self.give(NoValue(reason))
        else:
            super().give_reason(reason)

    def commit(self) -> None:
        """Report half-typed texts of every row."""
        for row in self._parts:
            for part in row.values():
                part.commit()

    def _press(self, option: str) -> None:
        if option == REASON:
            self.open_reasons(self.end.where_dots_are())
            return
        rows = self.state.answer if isinstance(self.state.answer, Rows) else Rows(())
        if rows.complete:
            self.give(Rows(rows.rows) if rows.rows else None)
        else:
            self.give(Rows(rows.rows, complete=True))
            self.left.emit(self)


def _end_words(rows: Rows) -> str:
    """Return what ends a table: that there is nothing, or nothing more."""
    return tr("That is all") if rows.rows else tr("None")


def _is_empty(row: dict[str, CellView]) -> bool:
    """Whether nothing is given or typed in a row."""
    return all(view.state.answer is None and view.state.refusal is None for view in row.values())


def _not_asked() -> Words:
    """Return what stands where a part is not asked; in narrow columns there is no room for the words."""
    said = Words("–", role="muted")
    said.setAlignment(Qt.AlignmentFlag.AlignTop | (said.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask))
    edges = said.contentsMargins()
    edges.setTop(em(said) // 2)  # beside the words of the fields
    said.setContentsMargins(edges)
    said.setAccessibleName(tr("not asked"))
    said.setToolTip(tr("not asked"))
    said.hide()
    return said
