"""A drawing whose places are answered where they lie: what the feet and the body share.

A click or Space gives the next answer of a place. Arrows go from place to place; keys of answers and reasons answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QWidget

from screener.entry import Typed
from screener.gui.entries import show
from screener.gui.labels import draw_ring
from screener.gui.lazy_qt import CENTRE, ENTER, NO_FOCUS, STRONG_FOCUS, Qt
from screener.gui.scroll import keep_in_sight
from screener.gui.spoken_words import announce
from screener.gui.theme import SMALL, em, letters, theme_of
from screener.language import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTransform

    from screener.assess.answers import Answer
    from screener.wizard import Wizard


class Spot(QAbstractButton):
    """One place on a drawing."""

    def __init__(self, drawing: QWidget, cell: str, name: str) -> None:
        super().__init__(drawing)
        self.cell, self.name, self.has_cursor = cell, name, False
        self.setProperty("focusPolicy", NO_FOCUS)
        self.setAccessibleName(name)

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw an answer."""
        raise NotImplementedError

    def words(self) -> str:
        """Return the answer in words."""
        raise NotImplementedError

    def after(self) -> Answer | None:
        """Return the answer that a press gives next."""
        raise NotImplementedError

    def meant(self, text: str) -> Answer | None:
        """Return the answer that a key stands for."""
        raise NotImplementedError

    def say(self) -> None:
        """Tell a screen reader, and who points at it, the answer."""
        self.setAccessibleDescription(self.words())
        self.setToolTip(tr("{name}: {result}", name=self.name, result=self.words()))


class DrawingView(QWidget):
    """The drawing; one stop for the keyboard."""

    edited = Signal(str, object, object)  # cell, Answer or None, Typed
    left = Signal()  # Enter: go on

    places: Mapping[str, Spot]

    def begin(self, name: str) -> None:
        """Listen to the places, once they are made."""
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.setAccessibleName(name)
        for place in self.places.values():
            place.clicked.connect(lambda _checked=False, pressed=place: self.press(pressed))
        self._here = next(iter(self.places))
        self.setFixedSize(self.sizeHint())

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw every place; one that is not on screen is not there."""
        for place in self.places.values():
            place.show_wizard(wizard)
            show(place, is_shown=place.cell in wizard.assessment.on_screen)
        show(self, is_shown=any(not place.isHidden() for place in self.places.values()))
        self._say()

    def _say(self) -> None:
        place = self.places[self._here]
        self.setAccessibleDescription(tr("{name}: {result}", name=place.name, result=place.words()))

    # --- answering ----------------------------------------------------------------------------------------------

    def press(self, place: Spot) -> None:
        """Give the next answer of a place, and stay there."""
        self._go(next(key for key, each in self.places.items() if each is place))
        self._give(place.after())

    def _give(self, answer: Answer | None) -> None:
        self.edited.emit(self.places[self._here].cell, answer, Typed())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Space and the keys of the answers answer, Delete takes back, Enter goes on."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {int(Qt.Key.Key_Left): (-1, 0), int(Qt.Key.Key_Right): (1, 0),
                 int(Qt.Key.Key_Up): (0, -1), int(Qt.Key.Key_Down): (0, 1)}  # fmt: skip
        if plain and event.key() in steps:
            self._step(*steps[event.key()])
        elif plain and event.key() in ENTER:
            self.left.emit()
        elif plain and event.key() == Qt.Key.Key_Space:
            self._give(self.places[self._here].after())
        elif plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._give(None)
        elif plain and (answer := self.places[self._here].meant(event.text().upper())) is not None:
            self._give(answer)
        else:
            super().keyPressEvent(event)

    def _step(self, across: int, down: int) -> None:
        """Go to the nearest place in a direction."""
        here = self.places[self._here].geometry().center()
        best = None
        for key, place in self.places.items():
            way = place.geometry().center() - here
            ahead = way.x() * across + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * across)
            if ahead > 0 and place.isVisibleTo(self) and (best is None or ahead + 2 * aside < best[0]):
                best = (ahead + 2 * aside, key)
        if best is not None:
            self._go(best[1])

    def _go(self, key: str) -> None:
        self._here = key
        self._show_cursor()
        self._say()
        announce(self, self.accessibleDescription())
        keep_in_sight(self.places[key])  # in large letters a drawing is higher than the window

    def _show_cursor(self) -> None:
        for key, place in self.places.items():
            place.has_cursor = key == self._here and self.hasFocus()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at a place that is there."""
        if not self.places[self._here].isVisibleTo(self):
            self._here = next((key for key, place in self.places.items() if place.isVisibleTo(self)), self._here)
        self._show_cursor()
        self._say()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._show_cursor()
        super().focusOutEvent(event)

    # --- drawing ------------------------------------------------------------------------------------------------

    def draw_side(self, painter: QPainter, where: QTransform, width: float, words: str) -> None:
        """Name a side above its half of the drawing, which is so wide."""
        painter.setFont(letters(self, SMALL))
        middle = int(where.map(QPointF(width / 2, 0)).x())
        painter.setPen(QColor(theme_of(self).muted))
        above = QRect(middle - 4 * em(self), 0, 8 * em(self), int(1.4 * em(self)))
        painter.drawText(above, CENTRE, words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring around what has the keyboard."""
        if self.hasFocus():
            draw_ring(self)
