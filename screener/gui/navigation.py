"""Going through a screening: pages, single questions, back to where one came from, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from screener.gui.fields import Line, Text
from screener.gui.frame import PAGES_WORD, SIDE_WORD
from screener.gui.scroll import keep_in_sight
from screener.progress import page_of, parted

if TYPE_CHECKING:
    from screener.gui.main_window import MainWindow
    from screener.wizard import Step, Wizard


class Here(NamedTuple):
    """Where the keyboard is: a cell or a part of one, or the name of a field; the cursor in what is being typed."""

    name: str
    cursor: int | None


class Navigation:
    """Moves through one window; half-typed text is reported before each move."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._came_from, self._was_at = "", ""  # the page, and its question, from which another one was gone to

    @property
    def _wizard(self) -> Wizard:
        return self._window.session.wizard

    def go(self, page: str) -> None:
        """Show a page."""
        self._leave()
        self._window.session.go(page)

    def go_next(self) -> None:
        """Show the next page."""
        self._leave()
        self._window.session.go_next()

    def go_back(self) -> None:
        """Show the page before."""
        self._leave()
        self._window.session.go_back()

    def _leave(self) -> None:
        """Report what was typed, and close what took the place of the page."""
        self._window.body.commit()
        self._window.frame.show_page()

    def open_pages(self) -> None:
        """Go into the list of pages, or back."""
        self._window.frame.open(PAGES_WORD)

    def open_side(self) -> None:
        """Go into the panel "So far", or back."""
        self._window.frame.open(SIDE_WORD)

    def go_to_page(self) -> None:
        """Go back to the question, from the list or the panel."""
        self._window.frame.go_back()

    def jump(self, name: str) -> None:
        """Show the question that a cell, or a part of one, belongs to; where it is not asked, what says why."""
        origin, here, form = self._wizard.page, self.here().name, self._wizard.form
        page = page_of(form, name)
        if page != origin:
            self._came_from, self._was_at = origin, here
        self.go(page)
        cell, part = parted(form, name)
        if cell in form.cells and cell not in self._wizard.assessment.on_screen:
            self._window.body.focus_not_asked()
        else:
            self.focus(cell, part)

    def return_(self) -> None:
        """Go back to the page, and the question, from which another one was gone to."""
        if self._came_from and self._came_from != self._wizard.page:
            self.go(self._came_from)
            self.focus(*parted(self._wizard.form, self._was_at))

    def undo(self) -> None:
        """Take the last change back, and show where."""
        self._window.body.commit()
        was = self._wizard
        self._window.session.undo()
        self._show_changed(was, was.past[-1:])

    def redo(self) -> None:
        """Do again what was undone, and show where."""
        self._window.body.commit()
        was = self._wizard
        self._window.session.redo()
        self._show_changed(was, was.future[-1:])

    def _show_changed(self, was: Wizard, steps: tuple[Step, ...]) -> None:
        self._window.frame.show_page()
        for step in steps:
            for name in list(step.cells)[:1]:
                cell, part = parted(self._wizard.form, name)
                if cell in self._wizard.form.cells and self._wizard.form.cells[cell].columns:
                    part = self._changed_part(was, cell, part)
                self.focus(cell, part)

    def _changed_part(self, was: Wizard, table: str, refused: str) -> str:
        """Return the part of a table that was changed: what was refused there counts its rows from 0."""
        from screener.gui.views.table import MORE  # noqa: PLC0415  # when a table is changed
        from screener.table_rows import part_that_differs  # noqa: PLC0415  # the same

        row, _, column = refused.partition(".")
        before, now = (wizard.answers.cells.get(table) for wizard in (was, self._wizard))
        return f"{int(row) + 1}.{column}" if column else part_that_differs(before, now) or MORE

    def cell_in_focus(self) -> str:
        """Return the cell that the keyboard is on, "" elsewhere."""
        here: QWidget | None = self._window.focusWidget()
        while here is not None:
            if here.objectName() in self._wizard.form.cells:
                return here.objectName()
            here = here.parentWidget()
        return ""

    def here(self) -> Here:
        """Return where the keyboard is."""
        focused: QWidget | None = self._window.focusWidget()
        cell = self.cell_in_focus()
        part = self._window.body.part_in_focus(cell)
        name = ".".join(filter(None, [cell, part])) or (focused.objectName() if focused is not None else "")
        if isinstance(focused, Text):
            return Here(name, focused.textCursor().position())
        if isinstance(focused, Line) and not focused.hasSelectedText():
            return Here(name, focused.cursorPosition())
        return Here(name, None)

    def go_back_to(self, here: Here) -> None:
        """Put the keyboard where it was, in a window that was made anew."""
        cell, part = parted(self._wizard.form, here.name)
        if cell in self._wizard.form.cells:
            self.focus(cell, part)
        else:
            for same in self._window.frame.findChildren(QWidget, here.name)[:1] if here.name else ():
                same.setFocus()
        focused = self._window.focusWidget()
        if here.cursor is not None and isinstance(focused, Line):
            focused.setCursorPosition(here.cursor)
        elif here.cursor is not None and isinstance(focused, Text):
            cursor = focused.textCursor()
            cursor.setPosition(min(here.cursor, len(focused.toPlainText())))
            focused.setTextCursor(cursor)

    def focus(self, cell: str, part: str = "") -> None:
        """Put the keyboard on a question of this page, or on a part of its answer."""
        place = self._window.body.place_of(cell, part)
        if place is not None and place.isVisibleTo(self._window):
            place.setFocus()
            if isinstance(line := place.focusProxy() or place, Line):
                line.selectAll()  # what is typed takes the place of what stands there
            keep_in_sight(place)
