"""The pages of a screening in Qt's wizard, each made when first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from screener.gui.page_wizard import Frameless, PageWizard
from screener.gui.pages import LazyPage, PageBody
from screener.wizard import PATIENT, REVIEW

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from screener.gui.session import Session


class PageStack(Frameless):
    """Shows one page at a time; the session says which."""

    finished = Signal()  # the keyboard went past the last question of a page
    why_asked = Signal(str)  # a cell
    not_asked_asked = Signal()  # which questions of a page are not asked
    rest_asked = Signal(object)  # a block of which the rest is to be marked
    jump_asked = Signal(str)
    preview_asked = Signal()
    print_asked = Signal()
    pdf_asked = Signal()
    copy_asked = Signal()
    save_asked = Signal()
    finish_asked = Signal()

    def __init__(self, session: Session) -> None:
        self.wizard = PageWizard()
        super().__init__(self.wizard)
        self._session = session
        self._order = session.wizard.pages
        self._pages = {page: LazyPage(self._maker(page)) for page in self._order}
        for number, page in enumerate(self._pages.values()):
            self.wizard.setPage(number, page)

    def body(self, page: str) -> PageBody:
        """Return what stands on a page."""
        return self._pages[page].filled()

    def prepare(self, page: str, shown: str) -> None:
        """Make a page before it is asked for."""
        self._pages[page].prepare(self._session.wizard, self._pages[shown])

    def turn_to(self, page: str) -> None:
        """Show a page."""
        self.body(page)
        self.wizard.turn_to(self._order.index(page))
        self.fit()

    def reveal(self, page: str, widget: QWidget) -> None:
        """Scroll a page so that a widget on it can be seen."""
        area = self._pages[page].area
        if area is not None:
            area.reveal(widget)

    def shows(self, page: str, widget: QWidget) -> bool:
        """Whether all of a widget can be seen on a page."""
        area = self._pages[page].area
        return area is not None and area.shows(widget)

    def _maker(self, page: str) -> Callable[[], PageBody]:
        if page == PATIENT:
            return self._patient
        return self._review if page == REVIEW else lambda: self._section(page)

    def _patient(self) -> PageBody:
        from screener.gui.patient_page import PatientBody  # noqa: PLC0415  # each page when it is first shown

        return self._connected(PatientBody(self._session))

    def _section(self, page: str) -> PageBody:
        from screener.gui.section_page import SectionBody  # noqa: PLC0415  # each page when it is first shown

        section = next(section for section in self._session.wizard.form.sections if section.id == page)
        return self._connected(SectionBody(section, self._session))

    def _review(self) -> PageBody:
        from screener.gui.review_page import ReviewBody  # noqa: PLC0415  # each page when it is first shown

        body = ReviewBody(self._session)
        body.jump_asked.connect(self.jump_asked)
        body.preview_asked.connect(self.preview_asked)
        body.print_asked.connect(self.print_asked)
        body.pdf_asked.connect(self.pdf_asked)
        body.copy_asked.connect(self.copy_asked)
        body.save_asked.connect(self.save_asked)
        body.finish_asked.connect(self.finish_asked)
        return self._connected(body)

    def _connected(self, body: PageBody) -> PageBody:
        body.finished.connect(self.finished)
        body.why_asked.connect(self.why_asked)
        body.not_asked_asked.connect(self.not_asked_asked)
        body.rest_asked.connect(self.rest_asked)
        return body
