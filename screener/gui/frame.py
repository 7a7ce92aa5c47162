"""What the window holds: banner, list of pages, the page, what the answers mean, Back and Next.

Where there is little room for the size of the letters, the panel and then the list fold to buttons; opened from there,
each takes the place of the page until something in it leads to a page.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QWidget

from screener.gui.banner import Banner
from screener.gui.footer import Footer
from screener.gui.labels import ActionButton, Hairline
from screener.gui.lazy_qt import LAYOUT_REQUEST, NO_LIMIT, UPDATE_LATER, Qt
from screener.gui.page_list import LIST_EMS, PageList
from screener.gui.page_stack import PageStack
from screener.gui.theme import em
from screener.language import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from screener.gui.notice import Notice
    from screener.gui.pages import PageBody
    from screener.gui.session import Session
    from screener.gui.so_far import SoFar
    from screener.gui.what_if import WhatIfStrip

SIDE_EMS = 23
FOLD_EMS = 2  # height of a button
PAGE_EMS = 45  # a page narrower than this is not read with ease
BANNER, NOTICE, STRIP, LINE, BODY, LOW_LINE, FOOTER = range(7)  # rows
LEVELS = 12  # of layouts inside each other, at most
PAGES_WORD, SIDE_WORD = tr("Pages (F6)"), tr("So far (F7)")


class Frame(QWidget):
    """Puts the parts in their places; made anew when the letters change their size."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.banner, self.footer = Banner(), Footer()
        self.list = PageList(session.wizard.form)
        self.pages = PageStack(session)
        self.so_far: SoFar | None = None
        self.notice: Notice | None = None
        self.what_if: WhatIfStrip | None = None
        self._upright = Hairline(is_upright=True)
        self._folds: dict[str, ActionButton] = {}
        self._open = ""  # which folded part takes the place of the page
        self._ordered: dict[QWidget, list[QWidget]] = {}  # the stops of each part, once Tab goes through them
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(0)
        self.grid.addWidget(self.banner, BANNER, 0, 1, 4)
        self.grid.addWidget(Hairline(), LINE, 0, 1, 4)
        self.grid.addWidget(self.list, BODY, 0)
        self.grid.addWidget(self._upright, BODY, 1)
        self.grid.addWidget(self.pages, BODY, 2)
        self.grid.addWidget(Hairline(), LOW_LINE, 0, 1, 4)
        self.grid.addWidget(self.footer, FOOTER, 0, 1, 4)
        self.grid.setColumnStretch(2, 1)
        self.grid.setRowStretch(BODY, 1)

    def add_side(self, so_far: SoFar, notice: Notice) -> None:
        """Take the panel and what stands below the banner, which are made after the first page is drawn."""
        self.so_far, self.notice = so_far, notice
        self.grid.addWidget(notice, NOTICE, 0, 1, 4)
        self.grid.addWidget(so_far, BODY, 3)
        self._arrange()

    def show_meaning(self, session: Session) -> None:
        """Draw what the answers mean, once there is the panel, and what is to be known of the screening."""
        if self.so_far is not None:
            self.so_far.show_wizard(session.wizard)
            self._say_flags()
        if self.notice is not None:
            self.notice.show_session(session)
        if self.what_if is not None:
            self.what_if.show_session(session)

    def say_standing(self, session: Session, day: str, review: str) -> None:
        """Say whether it is saved, or finished no longer, and its day; in the banner whether the form is reviewed."""
        standing = tr("{standing} · {day}", standing=session.standing, day=day)
        role = "pending" if session.lapsed.name else "muted"
        self.banner.say(tr("{standing} · form {review}", standing=standing, review=review), role)
        self.footer.say_standing(standing, role)

    def add_strip(self, strip: WhatIfStrip) -> None:
        """Take the strip that says answers are only tried."""
        self.what_if = strip
        self.grid.addWidget(strip, STRIP, 0, 1, 4)

    def order_stops(self, body: PageBody) -> None:
        """Let Tab go as one reads: the list, the page, what it means, Back and Next; it passes over what is hidden."""
        self._order(list(self.list.buttons.values())[-1], body, body.stops())
        if self.so_far is not None:
            stops = [*self.so_far.findChildren(QWidget), *self.footer.findChildren(QWidget)]
            self._order(self.so_far, self.so_far, stops)

    def _order(self, before: QWidget, part: QWidget, stops: list[QWidget]) -> None:
        """Let the stops of a part follow something, unless they do."""
        if self._ordered.get(part) == stops:
            return
        self._ordered[part] = stops
        for stop in stops:
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.window() is self.window():  # open lists are not
                QWidget.setTabOrder(before, stop)
                before = stop

    def begin_picture(self) -> None:
        """Draw what waits before an answer changes anything, so that there is a picture to move parts of."""
        from screener.gui.column import Column  # noqa: PLC0415  # not needed before the first paint

        Column.begin_picture(self.window())

    @staticmethod
    def lay_out_now() -> None:
        """Do every layout that waits: each wakes the one around it, and Qt would draw in between and then again."""
        for _ in range(LEVELS):
            QApplication.sendPostedEvents(None, LAYOUT_REQUEST)
        QApplication.sendPostedEvents(None, UPDATE_LATER)  # what was shown comes with the picture

    # --- folding ------------------------------------------------------------------------------------------------

    @property
    def hides(self) -> tuple[str, ...]:
        """What is folded: nothing, the panel, or the panel and the list."""
        width = self.width() / em(self)
        if width >= PAGE_EMS + LIST_EMS + SIDE_EMS:
            return ()
        return (SIDE_WORD,) if width >= PAGE_EMS + LIST_EMS else (PAGES_WORD, SIDE_WORD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._arrange()

    def open(self, part: str) -> None:
        """Put the keyboard into the list or the panel, or back on the page; a folded part takes the page's place."""
        is_left = self._open == part or self._is_inside(part)
        if is_left:
            self.go_back()
            return
        self._open = part if part in self.hides else ""
        self._arrange()
        self._focus_inside(part)

    def go_back(self) -> None:
        """Put the keyboard where it was on the page."""
        before = self.pages.wizard.focusWidget()
        self.show_page()
        if before is not None:
            before.setFocus()

    def _is_inside(self, part: str) -> bool:
        inside, focused = self.list if part == PAGES_WORD else self.so_far, QApplication.focusWidget()
        return inside is not None and focused is not None and inside.isAncestorOf(focused)

    def show_page(self) -> None:
        """Show the page again."""
        if self._open:
            self._open = ""
            self._arrange()

    def _focus_inside(self, part: str) -> None:
        if part == PAGES_WORD:
            next(button for button in self.list.buttons.values() if button.is_here).setFocus()
            return
        inside = self.so_far
        for stop in inside.findChildren(QWidget) if inside is not None else ():
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisible():
                stop.setFocus()
                return

    def _arrange(self) -> None:
        hidden = self.hides
        self._show_folds(hidden)
        if self._open not in hidden:
            self._open = ""
        _fit(self.list, LIST_EMS, is_wide=self._open == PAGES_WORD)
        self.list.setVisible(PAGES_WORD not in hidden or self._open == PAGES_WORD)
        self._upright.setVisible(PAGES_WORD not in hidden and not self._open)
        if self.so_far is not None:
            _fit(self.so_far, SIDE_EMS, is_wide=self._open == SIDE_WORD)
            self.so_far.setVisible(SIDE_WORD not in hidden or self._open == SIDE_WORD)
        self.grid.setColumnMinimumWidth(3, 0 if hidden else SIDE_EMS * em(self))
        for column, part in {0: PAGES_WORD, 2: "", 3: SIDE_WORD}.items():
            self.grid.setColumnStretch(column, int(self._open == part))
        self.pages.setVisible(not self._open)
        self.footer.fold(is_folded=bool(hidden))
        self.banner.stack(is_stacked=bool(hidden))
        self.grid.activate()  # or the page would be laid out twice

    def _show_folds(self, hidden: tuple[str, ...]) -> None:
        if hidden and not self._folds:
            for part in (PAGES_WORD, SIDE_WORD):
                self._folds[part] = ActionButton(part, partial(self.open, part))
                self._folds[part].setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
                self._folds[part].setFixedHeight(FOLD_EMS * em(self))
            self.banner.add_folds(self._folds.values())
            self._say_flags()
        for part, button in self._folds.items():
            button.setVisible(part in hidden)

    def _say_flags(self) -> None:
        """Keep in sight how red flags stand where the panel that names them is folded."""
        if self.so_far is None or SIDE_WORD not in self._folds:
            return
        button, text = self._folds[SIDE_WORD], SIDE_WORD
        if self.so_far.raised:
            text = tr("So far (F7): {count} to act on", count=self.so_far.raised)
        elif self.so_far.open_flags:
            text = tr("So far (F7): {count} not established", count=self.so_far.open_flags)
        if text != button.text():
            button.setText(text)
            button.tone = "alarm" if self.so_far.raised else "plain"
            self.banner.refit()


def _fit(part: QWidget, ems: float, *, is_wide: bool) -> None:
    """Give a part its width beside the page, or all the width there is."""
    width = int(ems * em(part))
    part.setMinimumWidth(0 if is_wide else width)
    part.setMaximumWidth(NO_LIMIT if is_wide else width)
