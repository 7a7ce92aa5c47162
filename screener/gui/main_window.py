"""The window of one screening: banner, list of pages, the wizard's page, what the answers mean, Back and Next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QWidget

from screener.gui.asides import Asides
from screener.gui.chrome import SIDE_EMS, Banner, Footer, PageList
from screener.gui.labels import Hairline
from screener.gui.lazy_qt import Qt
from screener.gui.page_wizard import Frameless, PageWizard
from screener.gui.pages import LazyPage, PageBody
from screener.gui.theme import em
from screener.progress import page_of, page_states, parted, progress
from screener.wizard import PATIENT, REVIEW

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from screener.form.model import Section
    from screener.gui.session import Session
    from screener.gui.so_far import SoFar
    from screener.wizard import Wizard

WIDTH, HEIGHT = 1280, 720


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
        self.banner, self.list, self.footer = Banner(), PageList(form), Footer(session)
        self.so_far: SoFar | None = None
        self.asides = Asides(self)
        self.wizard = PageWizard()
        self._pages: dict[str, LazyPage] = {}
        for number, page in enumerate(session.wizard.pages):
            self._pages[page] = LazyPage(self._maker(page))
            self.wizard.setPage(number, self._pages[page])
        self._frame = Frameless(self.wizard)
        self._grid = QGridLayout()
        self._lay_out()
        self.list.asked.connect(self.go)
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
        self._grid.addWidget(Hairline(), 1, 0, 1, 4)
        self._grid.addWidget(self.list, 2, 0)
        self._grid.addWidget(Hairline(is_upright=True), 2, 1)
        self._grid.addWidget(self._frame, 2, 2)
        self._grid.addWidget(Hairline(), 3, 0, 1, 4)
        self._grid.addWidget(self.footer, 4, 0, 1, 4)
        self._grid.setColumnStretch(2, 1)
        self._grid.setRowStretch(2, 1)
        self._grid.setColumnMinimumWidth(3, SIDE_EMS * em(self))
        self.setCentralWidget(whole)

    def _maker(self, page: str) -> Callable[[], PageBody]:
        sections = {section.id: section for section in self.session.wizard.form.sections}
        if page == PATIENT:
            return self._patient
        return self._review if page == REVIEW else lambda: self._section(sections[page])

    def _patient(self) -> PageBody:
        from screener.gui.patient_page import PatientBody  # noqa: PLC0415  # each page when it is first shown

        return self._connected(PatientBody(self.session))

    def _section(self, section: Section) -> PageBody:
        from screener.gui.section_page import SectionBody  # noqa: PLC0415  # each page when it is first shown

        return self._connected(SectionBody(section, self.session))

    def _review(self) -> PageBody:
        from screener.gui.review_page import ReviewBody  # noqa: PLC0415  # each page when it is first shown

        body = ReviewBody(self.session)
        body.jump_asked.connect(self.jump)
        body.preview_asked.connect(self.preview_asked)
        body.print_asked.connect(self.print_asked)
        body.pdf_asked.connect(self.pdf_asked)
        body.copy_asked.connect(self.copy_asked)
        body.save_asked.connect(self.save_asked)
        return self._connected(body)

    def _connected(self, body: PageBody) -> PageBody:
        body.finished.connect(self.footer.next.setFocus)
        body.why_asked.connect(self.asides.explain_asked)
        return body

    def _add_keys(self) -> None:
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+PgDown", self.go_next), ("Ctrl+PgUp", self.go_back), ("Ctrl+Z", self._undo),
            ("Ctrl+Shift+Z", self.session.redo), ("Ctrl+Y", self.session.redo), ("Ctrl+M", self._mark_normal),
            ("Ctrl+J", self.asides.open_jump_box), ("F1", self.asides.open_keys),
            ("Ctrl+S", self.save_asked.emit), ("Ctrl+P", self.preview_asked.emit),
        ]  # fmt: skip
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # --- drawing ------------------------------------------------------------------------------------------------

    @property
    def body(self) -> PageBody:
        """What stands on the current page."""
        return self._pages[self.session.wizard.page].filled()

    def _show(self, wizard: Wizard) -> None:
        body = self._pages[wizard.page].filled()
        if self._is_painted or wizard.page != PATIENT:
            body.show_wizard(wizard)
        if wizard.page != self._shown_page:
            self._shown_page = wizard.page
            self.wizard.turn_to(wizard.pages.index(wizard.page))
            self._frame.fit()
            self.footer.show_wizard(wizard)
            if self._is_painted:
                self._order_stops(body)
            body.focus_first()
            QTimer.singleShot(0, self, lambda: self._keep_in_sight(None, self.focusWidget()))  # once laid out
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
            app.focusChanged.connect(self._keep_in_sight)
        self.painted.emit()
        self._add_keys()
        QTimer.singleShot(0, self._show_side)

    def _show_side(self) -> None:
        from screener.gui.so_far import SoFar  # noqa: PLC0415  # not needed before the first paint
        from screener.report.identity import review_text  # noqa: PLC0415

        wizard = self.session.wizard
        self._reviewed = review_text(wizard.form, wizard.answers.assessed)
        self.so_far = SoFar(wizard.form)
        self.so_far.setFixedWidth(SIDE_EMS * em(self))
        self.so_far.why_asked.connect(self.asides.explain)
        self.so_far.jump_asked.connect(self.jump)
        self.so_far.points_asked.connect(self.asides.show_points)
        self._grid.addWidget(self.so_far, 2, 3)
        self._order_stops(self.body)
        self._show(self.session.wizard)

    def _keep_in_sight(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll the page so that what the keyboard is on can be seen."""
        area = self._pages[self.session.wizard.page].area
        if area is not None and now is not None:
            area.reveal(now)

    # --- moving -------------------------------------------------------------------------------------------------

    def go(self, page: str) -> None:
        """Show a page, half-typed text reported first."""
        self.body.commit()
        self.session.go(page)

    def go_next(self) -> None:
        """Show the next page."""
        self.body.commit()
        self.session.go_next()

    def go_back(self) -> None:
        """Show the page before."""
        self.body.commit()
        self.session.go_back()

    def jump(self, name: str) -> None:
        """Show the question that a cell, or a part of one, belongs to."""
        form = self.session.wizard.form
        self.go(page_of(form, name))
        view = self.body.view_of(parted(form, name)[0])
        if view is not None:
            view.setFocus()
            self._keep_in_sight(None, view)

    def commit(self) -> None:
        """Report half-typed text of the page, as before saving."""
        self.body.commit()

    def _undo(self) -> None:
        self.body.commit()
        self.session.undo()

    def _mark_normal(self) -> None:
        block = self.body.block_in_focus()
        if block is not None:
            self.body.commit()
            self.session.mark_normal(block)

    # --- leaving ------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Close without asking again."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first when something is not saved."""
        self.body.commit()
        if self._may_close or not self.session.is_unsaved:
            event.accept()
            self.left.emit()
        else:
            event.ignore()
            self.close_asked.emit()
