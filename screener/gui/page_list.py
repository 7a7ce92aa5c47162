"""The list of pages: a sign, a title and a state in words for each."""

from __future__ import annotations

from itertools import compress
from operator import is_not
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from screener.gui.labels import PushButton, draw_ring, ground
from screener.gui.lazy_qt import LEFT, RIGHT, WRAP
from screener.gui.scroll import Links
from screener.gui.strokes import ellipse, fill, line, mirrored, stroke
from screener.gui.theme import BODY, SMALL, em, letters, theme_of
from screener.language import isolated, tr
from screener.progress import PATIENT_TITLE, REVIEW_TITLE, Stand, page_states
from screener.wizard import PATIENT, REVIEW

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from screener.form.model import Form
    from screener.progress import PageState
    from screener.wizard import Wizard

LIST_EMS = 16.5


class PageButton(PushButton):
    """A page in the list: a sign, its title, its state in words."""

    def __init__(self, page: str, title: str) -> None:
        super().__init__(title)
        self.page, self.title = page, title
        self._words, self._stand, self._is_here = "", Stand.UNTOUCHED, False
        self.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def sizeHint(self) -> QSize:
        """Return the height of a line with words below it; of two where the title is that long."""
        line, words = QFontMetrics(letters(self, BODY, bold=True)), QFontMetrics(letters(self, SMALL))
        lines = 2 if line.horizontalAdvance(self.title) > (LIST_EMS - 4) * em(self) else 1
        return QSize(10 * em(self), lines * line.height() + words.height())

    @property
    def is_here(self) -> bool:
        """Whether this is the page that is shown."""
        return self._is_here

    def show_state(self, state: PageState, *, is_here: bool) -> None:
        """Draw a state."""
        if (state.words, state.stand, is_here) != (self._words, self._stand, self._is_here):
            self._words, self._stand, self._is_here = state.words, state.stand, is_here
            self.setAccessibleDescription(tr("this page, {state}", state=state.spoken) if is_here else state.spoken)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign, the title and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        if self._is_here or self.underMouse():
            painter.fillRect(self.rect(), QColor(theme.accent_ground))
        if self._is_here:
            painter.fillRect(mirrored(QRect(0, 0, 3, self.height()), self.rect()), QColor(theme.accent))
        self._draw_sign(painter)
        self._write(painter)
        painter.end()
        if self.hasFocus():
            draw_ring(self)

    def _write(self, painter: QPainter) -> None:
        """Write the title, and the words at the end of its line; below it where there is no room for them there."""
        small, font = letters(self, SMALL), letters(self, BODY, bold=self._is_here)
        room = self.rect().adjusted(int(2.7 * em(self)), 0, -12, 0)
        title = QFontMetrics(font).horizontalAdvance(self.title)
        words = QFontMetrics(small).horizontalAdvance(self._words)
        if title + words + 6 <= room.width():
            self._write_title(painter, font, room)
            self._write_words(painter, small, room, RIGHT)
            return
        if title > room.width():
            font = letters(self, SMALL, bold=self._is_here)
        line = QFontMetrics(small).height() if self._words else 0
        self._write_title(painter, font, room.adjusted(0, 0, 0, -line))
        self._write_words(painter, small, room.adjusted(0, room.height() - line, 0, 0), LEFT)

    def _write_title(self, painter: QPainter, font: QFont, room: QRect) -> None:
        painter.setFont(font)
        if self._stand is Stand.NOT_NEEDED:
            painter.setPen(QColor(theme_of(self).muted))
        painter.drawText(mirrored(room, self.rect()), LEFT | WRAP, isolated(self.title))

    def _write_words(self, painter: QPainter, font: QFont, room: QRect, at: int) -> None:
        if self._words:
            theme = theme_of(self)
            painter.setFont(font)
            painter.setPen(QColor(theme.alarm if self._stand is Stand.PROBLEM else theme.muted))
            painter.drawText(mirrored(room, self.rect()), at, isolated(self._words))

    def _draw_sign(self, painter: QPainter) -> None:
        theme = theme_of(self)
        side = em(self) * 0.75
        room = mirrored(QRect(16, 0, int(side), self.height()), self.rect())
        x, y = room.x(), (self.height() - side) / 2
        box = QRect(x, int(y), int(side), int(side)).toRectF()
        match self._stand:
            case Stand.DONE:
                points = (
                    QPointF(x, y + side * 0.55),
                    QPointF(x + side * 0.38, y + side * 0.9),
                    QPointF(x + side, y + side * 0.1),
                )
                stroke(painter, line(*points), theme.done, 2)
            case Stand.PROBLEM:
                middle = x + side / 2
                stroke(painter, line(QPointF(middle, y), QPointF(middle, y + side * 0.6)), theme.alarm, 2)
                fill(painter, ellipse(QRectF(middle - 1, y + side - 1, 2, 2)), theme.alarm)
            case Stand.NOT_NEEDED:
                stroke(painter, line(QPointF(x, y + side / 2), QPointF(x + side, y + side / 2)), theme.muted, 2)
            case Stand.GAPS:
                arc = line(QPointF(box.center().x(), box.top()))
                arc.arcTo(box, 90, 270)
                stroke(painter, arc, theme.pending, 2)
            case Stand.UNTOUCHED | Stand.NOT_YET:
                stroke(painter, ellipse(box), theme.edge, 1.4)


class PageList(QWidget):
    """The pages, in order, with their states."""

    asked = Signal(str)

    def __init__(self, form: Form) -> None:
        super().__init__()
        ground(self)
        self._drawn: tuple[Wizard, tuple[PageState, ...]] | None = None
        titles = [(PATIENT, PATIENT_TITLE), *form.titles.items(), (REVIEW, REVIEW_TITLE)]
        self.buttons = {page: PageButton(page, title) for page, title in titles}
        inside = QWidget()
        ground(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        self._area = Links(inside)
        whole.addWidget(self._area)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(0)
        for page, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, wanted=page: self.asked.emit(wanted))
            column.addWidget(button)
        column.addStretch(1)
        self.setFixedWidth(int(LIST_EMS * em(self)))

    def show_wizard(self, wizard: Wizard) -> tuple[PageState, ...]:
        """Draw how far each page is, where that is not as drawn before; return it for all."""
        before, here, states = self._drawn, wizard.page, page_states(wizard, self._drawn)
        self._drawn = wizard, states
        was_here, drawn = (before[0].page, before[1]) if before is not None else ("", (None,) * len(states))
        again = [*compress(states, map(is_not, states, drawn))]  # of a hundred pages mostly one
        if here != was_here:
            again += [state for state in states if state.page in (here, was_here)]
        for state in again:
            self.buttons[state.page].show_state(state, is_here=state.page == here)
        return states

    def reveal_here(self) -> None:
        """Scroll to the page that is shown, where the list is higher than the window."""
        for button in self.buttons.values():
            if button.is_here:
                self._area.reveal(button)
