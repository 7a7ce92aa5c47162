"""The window of one screening: banner, list of pages, the wizard's page, what the answers mean, Back and Next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from screener.assess.answers import written_date
from screener.gui.asides import Asides
from screener.gui.frame import Frame
from screener.gui.lazy_qt import Qt
from screener.gui.navigation import Navigation
from screener.gui.scroll import is_in_sight, keep_in_sight
from screener.language import tr
from screener.progress import progress
from screener.wizard import PATIENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent

    from screener.gui.blocks import BlockView
    from screener.gui.pages import PageBody
    from screener.gui.pauses import Pauses
    from screener.gui.session import Session
    from screener.gui.so_far import SoFar
    from screener.gui.what_if import WhatIfStrip
    from screener.wizard import Wizard

WIDTH, HEIGHT = 1280, 720
COVERED = 500  # ms until a window that did not draw itself counts as drawn
NOW_IN_SIGHT = tr("Look at the whole block, then press Ctrl+M again.")
MARKED = tr("Marked together: Ctrl+Z takes that back.")
NOTHING_TO_MARK = tr("Here nothing is left that could be marked at once.")
TOO_HIGH = tr("This block is higher than the window: answer its rows one by one, or make the window higher.")


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
    resize_asked = Signal(int)  # larger or smaller letters, 0: the usual ones
    settings_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()
    _placed = Signal()  # all parts have their place, nothing of it is drawn yet

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._is_painted, self._may_close = False, False
        self._is_redrawing = False  # what is hidden then gives the keyboard away before anything has its place
        self._is_moved = False  # what the keyboard is on was, and has not been brought in sight again
        self._shown_page, self._reviewed = "", ""
        self._pauses: Pauses | None = None
        self.prepare: Callable[..., object] = partial(QTimer.singleShot, 0, self)  # comes before rules are worked out
        self.setWindowTitle(session.wizard.form.title.replace("[*]", ""))
        self.asides, self.navigation = Asides(self), Navigation(self)
        self.resize(WIDTH, HEIGHT)  # before anything is laid out in it
        self._build()
        session.changed.connect(self._show)
        session.saved.connect(self._say_saved)
        self._show(session.wizard)

    def _build(self) -> None:
        self.frame = frame = Frame(self.session)
        self.banner, self.list, self.pages, self.footer = frame.banner, frame.list, frame.pages, frame.footer
        self._shown_page = ""
        self._connect()
        self.setCentralWidget(frame)

    def build_anew(self) -> None:
        """Make everything in the window again, as for letters of another size; the window itself holds nothing."""
        self.commit()
        here, has_side = self.navigation.here(), self.so_far is not None
        self._build()
        self.frame.show()
        if has_side:
            self._add_side()
        self._show(self.session.wizard)
        self.navigation.go_back_to(here)

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
        self.pages.finish_asked.connect(self.asides.open_finish)

    @property
    def so_far(self) -> SoFar | None:
        """The panel, once the first page is drawn."""
        return self.frame.so_far

    @property
    def what_if(self) -> WhatIfStrip | None:
        """The strip that says answers are only tried, once they were."""
        return self.frame.what_if

    # --- drawing ------------------------------------------------------------------------------------------------

    @property
    def body(self) -> PageBody:
        """What stands on the current page."""
        return self.pages.body(self.session.wizard.page)

    def _show(self, wizard: Wizard) -> None:
        if self._is_painted and not self._is_redrawing:
            self.frame.begin_picture()
        body = self.pages.body(wizard.page)
        before = self.focusWidget()
        was_in_sight = self._is_painted and is_in_sight(before)
        self._is_redrawing = True
        if self._is_painted or wizard.page != PATIENT:
            body.show_wizard(wizard)
        has_moved = self.focusWidget() is not before
        if wizard.page != self._shown_page:
            self._shown_page = wizard.page
            self.pages.turn_to(wizard.page)
            self.footer.show_wizard(wizard)
            if self._is_painted:
                self.frame.order_stops(body)
            body.focus_first()
            QTimer.singleShot(0, self, self._keep_focus_in_sight)  # once laid out
            QTimer.singleShot(0, self.list, self.list.reveal_here)
        self._is_redrawing = False
        self.banner.show_wizard(wizard)
        if self.so_far is not None:
            self._show_meaning(wizard)
            self.frame.lay_out_now()
            if has_moved or was_in_sight:
                self._is_moved = True
                self._placed.emit()
            if self._pauses is not None:
                self._pauses.start()

    def _show_meaning(self, wizard: Wizard) -> None:
        answered, asked = progress(self.list.show_wizard(wizard))
        self.footer.say(tr("{answered} of {asked} questions dealt with", answered=answered, asked=asked))
        self.frame.show_meaning(self.session)
        self._say_saved()

    def _say_saved(self) -> None:
        assessed = self.session.wizard.answers.assessed
        day = tr("Screening {date}", date=written_date(assessed)) if assessed else tr("No date")
        self.frame.say_standing(self.session, day, self._reviewed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first page is drawn, bring in what is not needed to draw it."""
        super().paintEvent(event)
        self._go_on()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on in any case: a window that its parts cover whole is itself never drawn."""
        super().showEvent(event)
        QTimer.singleShot(COVERED, self, self._go_on)

    def _go_on(self) -> None:
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._complete)

    def _complete(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self.painted.emit()
        self.prepare(self._show_side)

    def _show_side(self) -> None:
        from screener.gui.keys import add_keys  # noqa: PLC0415  # not needed before the first paint
        from screener.gui.pauses import Pauses  # noqa: PLC0415  # not needed before the first paint

        add_keys(self)
        # before the picture, and once: most keys go on to another question
        self._placed.connect(self._follow_moved, Qt.ConnectionType.QueuedConnection)
        self._pauses = Pauses(self)
        self._add_side()
        self._show(self.session.wizard)

    def _add_side(self) -> None:
        from screener.gui.notice import Notice  # noqa: PLC0415  # not needed before the first paint
        from screener.gui.so_far import SoFar  # noqa: PLC0415  # not needed before the first paint
        from screener.report.identity import review_text  # noqa: PLC0415  # not needed before the first paint

        wizard = self.session.wizard
        self._reviewed = review_text(wizard.form, wizard.answers.assessed)
        side = SoFar(wizard.form)
        side.why_asked.connect(self.asides.explain)
        side.jump_asked.connect(self.jump)
        side.points_asked.connect(self.asides.show_points)
        side.flags_asked.connect(self.asides.show_flags)
        side.what_if_asked.connect(self.try_out)
        self.frame.add_side(side, Notice())
        self.frame.order_stops(self.body)
        if self.session.is_trying:
            self._add_strip()

    def _add_strip(self) -> None:
        from screener.gui.what_if import WhatIfStrip  # noqa: PLC0415  # when first asked for

        self.frame.add_strip(WhatIfStrip(self.try_out))

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not self._is_redrawing and not QApplication.mouseButtons():  # what is pressed stays under the mouse
            keep_in_sight(now)
            self._is_moved = False

    def _follow_moved(self) -> None:
        """Bring in sight what an answer moved, unless the keyboard went on to something that is in sight."""
        if self._is_moved:
            self._is_moved = False
            self._keep_focus_in_sight()

    def _keep_focus_in_sight(self) -> None:
        """Ask the page itself: the way up to it would pass a widget of Qt's own, and the binding make all kinds."""
        if (focused := self.focusWidget()) is not None:
            self.pages.reveal(self.session.wizard.page, focused)

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
            self.footer.say(NOTHING_TO_MARK)
            return
        page = self.session.wizard.page
        if self.pages.shows(page, block):
            self.body.commit()
            self.session.mark_normal(block.block)
            self.footer.say(MARKED)  # gone with the next change, as is that way back
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
            self._add_strip()
        self.session.begin_trying()

    def enlarge(self) -> None:
        """Ask for larger letters."""
        self.resize_asked.emit(1)

    def reduce(self) -> None:
        """Ask for smaller letters."""
        self.resize_asked.emit(-1)

    def use_usual_size(self) -> None:
        """Ask for letters as they come."""
        self.resize_asked.emit(0)

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
