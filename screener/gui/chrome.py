"""What stands around the pages: whose screening it is, the list of pages, progress with Back and Next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from screener.assess.answers import Patient
from screener.gui.labels import ActionButton, PushButton, Words, draw_ring, ground, short_words, unmarked
from screener.gui.lazy_qt import LEFT, RIGHT, WRAP
from screener.gui.scroll import Scroll
from screener.gui.strokes import ellipse, fill, line, mirrored, stroke
from screener.gui.theme import HEADING, SMALL, em, theme_of
from screener.language import isolated, tr
from screener.progress import PATIENT_TITLE, REVIEW_TITLE, Stand
from screener.wizard import PATIENT, REVIEW

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent

    from screener.form.model import Form
    from screener.progress import PageState
    from screener.wizard import Wizard

KEYS_HINT = tr("1–9 answer · U not known · Enter next · Ctrl+J jump · F1 keys")
NO_NAME = tr("No name yet")
SHORTEST_NAME, LONGEST_NAME = 8, 30  # room for it, in ems
STAND_WORDS = {
    Stand.DONE: tr("done"), Stand.GAPS: tr("gaps"), Stand.UNTOUCHED: tr("untouched"), Stand.PROBLEM: tr("problem"),
    Stand.NOT_NEEDED: tr("not needed"),
}  # fmt: skip
LIST_EMS, SIDE_EMS = 16.5, 23


class Banner(QWidget):
    """Name, birth, gender, identifier, in this order, on every page; where there is little room, below each other.

    Beside the name stand then the buttons of what is folded.
    """

    def __init__(self) -> None:
        super().__init__()
        ground(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 12, 20, 12)
        self._row.setSpacing(18)
        self._name = short_words("", HEADING, bold=True)
        self._name.setWordWrap(True)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self._name)
        self._row.addLayout(self._head)
        self._in_facts = QHBoxLayout()
        self._in_facts.setSpacing(6)
        self._facts: list[tuple[Words, Words]] = []  # made when there are some
        self._row.addLayout(self._in_facts)
        self._standing = Words("", SMALL, role="muted")
        self._standing.setProperty("alignment", RIGHT)
        self._row.addWidget(self._standing, 1)
        self.setMinimumWidth(1)  # its parts are stacked where they don't fit side by side
        self._is_stacked = False
        self._folds: list[QWidget] = []
        self._say_name(NO_NAME)
        self._drawn: object = Patient()

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw who it is; nothing when that did not change."""
        answers = wizard.answers
        if answers.patient == self._drawn:
            return
        from screener.report.identity import banner  # noqa: PLC0415  # not needed before the first paint

        self._drawn = answers.patient
        made = banner(answers.patient, answers.assessed.date() if answers.assessed else None)
        self._say_name(made.name if answers.patient.family or answers.patient.given else NO_NAME)
        if not self._facts:
            self._add_facts(len(made.facts))
        for (label, value), fact in zip(self._facts, made.facts, strict=True):
            label.say(fact.label)
            value.say(fact.text)

    def _add_facts(self, count: int) -> None:
        for _ in range(count):
            label, value = short_words(role="muted"), short_words()
            self._in_facts.addWidget(label)
            self._in_facts.addWidget(value)
            self._in_facts.addSpacing(12)
            self._facts.append((label, value))
        self._in_facts.addStretch(1)

    def _say_name(self, name: str) -> None:
        """Show the name on one line; a very long one goes on below."""
        self._name.say(name)
        self.refit()

    def refit(self) -> None:
        """Give the name the room that the buttons beside it leave."""
        wide = self._name.fontMetrics().horizontalAdvance(self._name.text()) + self._name.contentsMargins().left() + 2
        taken = sum(fold.sizeHint().width() + self._head.spacing() for fold in self._folds if not fold.isHidden())
        edges = self._row.contentsMargins()
        room = self.width() - taken - edges.left() - edges.right() if taken else LONGEST_NAME * em(self)
        self._name.setFixedWidth(min(wide, max(room, SHORTEST_NAME * em(self))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the new width."""
        super().resizeEvent(event)
        self.refit()

    def add_folds(self, folds: Iterable[QWidget]) -> None:
        """Take the buttons of what may be folded."""
        self._head.addStretch(1)
        for fold in folds:
            self._folds.append(fold)
            self._head.addWidget(fold)

    def stack(self, *, is_stacked: bool) -> None:
        """Put the parts below each other where there is little room."""
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            ways = QHBoxLayout.Direction
            self._row.setDirection(ways.TopToBottom if is_stacked else ways.LeftToRight)
            self._row.setSpacing(2 if is_stacked else 18)
            self._standing.setProperty("alignment", LEFT if is_stacked else RIGHT)
        self.refit()

    def say(self, standing: str) -> None:
        """Say when it was saved and which day it is about."""
        self._standing.say(standing)


class PageButton(PushButton):
    """A page in the list: a sign, its title, its state in words."""

    def __init__(self, page: str, title: str) -> None:
        super().__init__(title)
        self.page, self.title = page, title
        self._state: PageState | None = None
        self._words, self._stand, self._is_here = "", Stand.UNTOUCHED, False
        self.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def sizeHint(self) -> QSize:
        """Return the height of a line with words below it; of two where the title is that long."""
        small, font = self.font(), self.font()
        small.setPointSizeF(small.pointSizeF() * SMALL)
        font.setBold(True)
        line, words = QFontMetrics(font), QFontMetrics(small)
        lines = 2 if line.horizontalAdvance(self.title) > (LIST_EMS - 4) * em(self) else 1
        return QSize(10 * em(self), lines * line.height() + words.height())

    def show_state(self, state: PageState, *, is_here: bool) -> None:
        """Draw a state."""
        if state is self._state and is_here == self._is_here:
            return
        self._state = state
        if (state.words, state.stand, is_here) != (self._words, self._stand, self._is_here):
            self._words, self._stand, self._is_here = state.words, state.stand, is_here
            said = f"{STAND_WORDS[state.stand]} {state.words}".strip()
            self.setAccessibleDescription(tr("this page, {state}", state=said) if is_here else said)
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
        small, font = self.font(), self.font()
        small.setPointSizeF(small.pointSizeF() * SMALL)
        font.setBold(self._is_here)
        room = self.rect().adjusted(int(2.7 * em(self)), 0, -12, 0)
        title = QFontMetrics(font).horizontalAdvance(self.title)
        words = QFontMetrics(small).horizontalAdvance(self._words)
        if title + words + 6 <= room.width():
            self._write_title(painter, font, room)
            self._write_words(painter, small, room, RIGHT)
            return
        if title > room.width():
            font.setPointSizeF(small.pointSizeF())
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
            case Stand.UNTOUCHED:
                stroke(painter, ellipse(box), theme.edge, 1.4)


class PageList(QWidget):
    """The pages, in order, with their states."""

    asked = Signal(str)

    def __init__(self, form: Form) -> None:
        super().__init__()
        ground(self)
        titles = [(PATIENT, PATIENT_TITLE), *form.titles.items(), (REVIEW, REVIEW_TITLE)]
        self.buttons = {page: PageButton(page, title) for page, title in titles}
        inside = QWidget()
        ground(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.addWidget(Scroll(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(0)
        for page, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, wanted=page: self.asked.emit(wanted))
            column.addWidget(button)
        column.addStretch(1)
        self.setFixedWidth(int(LIST_EMS * em(self)))

    def show_states(self, states: tuple[PageState, ...], here: str) -> None:
        """Draw the state of each page."""
        for state in states:
            self.buttons[state.page].show_state(state, is_here=state.page == here)


class Footer(QWidget):
    """Progress, the keys, Back and Next."""

    def __init__(self) -> None:
        super().__init__()
        ground(self)
        self._progress = Words("", SMALL, role="muted")
        self._hint = short_words(KEYS_HINT, SMALL, role="muted")
        self.back = ActionButton(tr("Back"))
        self.next = ActionButton(tr("Next"))
        self.next.primary = True
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(10)
        row.addWidget(self._progress, 1)
        row.addWidget(self._hint)
        row.addSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.next)
        self.setMinimumWidth(1)  # the keys are left out where they don't fit

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw where Back and Next lead."""
        self.back.setEnabled(wizard.previous_page is not None)
        self.next.setEnabled(wizard.next_page is not None)
        titles = {**wizard.form.titles, REVIEW: REVIEW_TITLE}
        after = titles.get(wizard.next_page or "", "")
        text = unmarked(tr("Next: {page}", page=after) if after else tr("Next"))
        if text != self.next.text():
            self.next.setText(text)
            self.next.updateGeometry()

    def show_hint(self, *, is_shown: bool) -> None:
        """Show which keys there are, where there is room for it."""
        if self._hint.isHidden() == is_shown:
            self._hint.setVisible(is_shown)

    def say(self, progress: str) -> None:
        """Say how much is answered."""
        self._progress.say(progress)
