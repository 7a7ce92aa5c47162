"""The window of one screening: banner, list of pages, the wizard's page, what the answers mean, Back and Next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QWidget

from screener.gui.asides import Asides
from screener.gui.chrome import SIDE_EMS, Banner, Footer, PageList
from screener.gui.labels import Hairline
from screener.gui.lazy_qt import Qt
from screener.gui.navigation import Navigation
from screener.gui.page_stack import PageStack
from screener.gui.theme import em
from screener.progress import page_states, progress
from screener.wizard import PATIENT

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from screener.gui.blocks import BlockView
    from screener.gui.pages import PageBody
    from screener.gui.session import Session
    from screener.gui.so_far import SoFar
    from screener.gui.what_if import WhatIfStrip
    from screener.wizard import Wizard

WIDTH, HEIGHT = 1280, 720
NOW_IN_SIGHT = "Look at the whole block, then press Ctrl+M again."
TOO_HIGH = "This block is higher than the window: answer its rows one by one, or make the window higher."


class MainWindow(QMainWindow):
    """Draws the session; knows no answer itself."""

    painted = Signal()  # once, after the first page was drawn
    close_asked = Signal()  # the user wants to leave an unsaved screening
    left = Signal()  # closed
    preview_asked = Signal()
    print_asked = Signal()
    pdf_asked = Signal()
    copy_asked = Signal()
    save_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._is_painted, self._may_close = False, False
        self._shown_page, self._reviewed = "", ""
        form = session.wizard.form
        self.setWindowTitle(form.title.replace("[*]", ""))
        self.banner, self.list, self.footer = Banner(), PageList(form), Footer()
        self.so_far: SoFar | None = None
        self.what_if: WhatIfStrip | None = None
        self.asides, self.navigation = Asides(self), Navigation(self)
        self.pages = PageStack(session)
        self._grid = QGridLayout()
        self._lay_out()
        self._connect()
        session.changed.connect(self._show)
        session.saved.connect(self._say_saved)
        self.resize(WIDTH, HEIGHT)
        self._show(session.wizard)

    def _lay_out(self) -> None:
        whole = QWidget()
        whole.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(self.banner, 0, 0, 1, 4)
        self._grid.addWidget(Hairline(), 2, 0, 1, 4)
        self._grid.addWidget(self.list, 3, 0)
        self._grid.addWidget(Hairline(is_upright=True), 3, 1)
        self._grid.addWidget(self.pages, 3, 2)
        self._grid.addWidget(Hairline(), 4, 0, 1, 4)
        self._grid.addWidget(self.footer, 5, 0, 1, 4)
        self._grid.setColumnStretch(2, 1)
        self._grid.setRowStretch(3, 1)
        self._grid.setColumnMinimumWidth(3, SIDE_EMS * em(self))
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.list.asked.connect(self.go)
        self.footer.back.clicked.connect(self.navigation.go_back)
        self.footer.next.clicked.connect(self.navigation.go_next)
        self.pages.finished.connect(self.footer.next.setFocus)
        self.pages.why_asked.connect(self.asides.explain_asked)
        self.pages.not_asked_asked.connect(self.asides.show_not_asked)
        self.pages.rest_asked.connect(self.mark_rest)
        self.pages.jump_asked.connect(self.jump)
        self.pages.preview_asked.connect(self.preview_asked)
        self.pages.print_asked.connect(self.print_asked)
        self.pages.pdf_asked.connect(self.pdf_asked)
        self.pages.copy_asked.connect(self.copy_asked)
        self.pages.save_asked.connect(self.save_asked)

    # --- drawing ------------------------------------------------------------------------------------------------

    @property
    def body(self) -> PageBody:
        """What stands on the current page."""
        return self.pages.body(self.session.wizard.page)

    def _show(self, wizard: Wizard) -> None:
        body = self.pages.body(wizard.page)
        if self._is_painted or wizard.page != PATIENT:
            body.show_wizard(wizard)
        if wizard.page != self._shown_page:
            self._shown_page = wizard.page
            self.pages.turn_to(wizard.page)
            self.footer.show_wizard(wizard)
            if self._is_painted:
                self._order_stops(body)
            body.focus_first()
            QTimer.singleShot(0, self, lambda: self.keep_in_sight(self.focusWidget()))  # once laid out
        self.banner.show_wizard(wizard)
        if self._is_painted:
            self._show_meaning(wizard)

    def _order_stops(self, body: PageBody) -> None:
        """Let Tab go as one reads: the list, the page, what it means, Back and Next."""
        around = [part for part in (self.so_far, self.footer) if part is not None]
        before: QWidget = list(self.list.buttons.values())[-1]
        for stops in (body.stops(), *(part.findChildren(QWidget) for part in around)):
            for stop in stops:
                if (
                    stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.window() is self
                ):  # lists that open are windows
                    QWidget.setTabOrder(before, stop)
                    before = stop

    def _show_meaning(self, wizard: Wizard) -> None:
        states = page_states(wizard)
        self.list.show_states(states, wizard.page)
        answered, asked = progress(states)
        self.footer.say(f"{answered} of {asked} questions asked of this patient")
        if self.so_far is not None:
            self.so_far.show_wizard(wizard)
        if self.what_if is not None:
            self.what_if.show_session(self.session)
        self._say_saved()

    def _say_saved(self) -> None:
        assessed = self.session.wizard.answers.assessed
        day = f"Screening {assessed:%d-%b-%Y}" if assessed else "No date"
        self.banner.say(f"{self.session.standing} · {day} · form {self._reviewed}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first page is drawn, bring in what is not needed to draw it."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._complete)

    def _complete(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self.painted.emit()
        QTimer.singleShot(0, self._show_side)

    def _show_side(self) -> None:
        from screener.gui.keys import add_keys  # noqa: PLC0415  # not needed before the first paint
        from screener.gui.so_far import SoFar  # noqa: PLC0415  # not needed before the first paint
        from screener.report.identity import review_text  # noqa: PLC0415

        wizard = self.session.wizard
        self._reviewed = review_text(wizard.form, wizard.answers.assessed)
        self.so_far = SoFar(wizard.form)
        self.so_far.setFixedWidth(SIDE_EMS * em(self))
        self.so_far.why_asked.connect(self.asides.explain)
        self.so_far.jump_asked.connect(self.jump)
        self.so_far.points_asked.connect(self.asides.show_points)
        self.so_far.flags_asked.connect(self.asides.show_flags)
        self.so_far.what_if_asked.connect(self.try_out)
        self._grid.addWidget(self.so_far, 3, 3)
        self._order_stops(self.body)
        add_keys(self)
        self._show(self.session.wizard)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.keep_in_sight(now)

    def keep_in_sight(self, now: QWidget | None) -> None:
        """Scroll the page so that what the keyboard is on can be seen."""
        if now is not None:
            self.pages.reveal(self.session.wizard.page, now)

    # --- acting -------------------------------------------------------------------------------------------------

    def go(self, page: str) -> None:
        """Show a page."""
        self.navigation.go(page)

    def jump(self, name: str) -> None:
        """Show the question that a cell, or a part of one, belongs to."""
        self.navigation.jump(name)

    def commit(self) -> None:
        """Report half-typed text of the page, as before saving."""
        self.body.commit()

    def mark_rest(self, block: BlockView | None = None) -> None:
        """Mark the rest of a block normal, the one with the focus if none is named, once all of it can be seen."""
        block = block or self.body.block_in_focus()
        if block is None or block.normal is None or block.normal.isHidden():
            return
        page = self.session.wizard.page
        if self.pages.shows(page, block):
            self.body.commit()
            self.session.mark_normal(block.block)
            return
        self.pages.reveal(page, block)
        self.footer.say(NOW_IN_SIGHT if self.pages.shows(page, block) else TOO_HIGH)

    def try_out(self) -> None:
        """Begin to try answers without recording them, or end it."""
        self.commit()
        if self.session.is_trying:
            self.session.end_trying()
            return
        if self.what_if is None:
            from screener.gui.what_if import WhatIfStrip  # noqa: PLC0415  # when first asked for

            self.what_if = WhatIfStrip(self.try_out)
            self._grid.addWidget(self.what_if, 1, 0, 1, 4)
        self.session.begin_trying()

    # --- leaving ------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Close without asking again."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first when something is not saved."""
        self.body.commit()
        self.session.end_trying()
        if self._may_close or not self.session.is_unsaved:
            event.accept()
            self.left.emit()
        else:
            event.ignore()
            self.close_asked.emit()
