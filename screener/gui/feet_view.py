"""The feet of a block whose questions have places on them: the drawing of the paper, to see and to answer on.

A click or Space gives the next answer of a place: nothing, each answer in turn, nothing again. Arrows go from place to
place; digits and letters answer as they do in the row of the question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QWidget

from screener.assess.answers import SIDE_WORDS
from screener.entry import Typed
from screener.form.model import LEFT, SIDES
from screener.gui.entries import show
from screener.gui.feet_place import Place, answers_on_a_place
from screener.gui.labels import draw_ring
from screener.gui.lazy_qt import CENTRE, ENTER, STRONG_FOCUS, Qt
from screener.gui.theme import SMALL, em, theme_of
from screener.language import tr
from screener.progress import label_of
from screener.report.answer_text import answer_text
from screener.report.compose_sides import mark_of
from screener.report.feet import foot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from screener.assess.answers import Answer
    from screener.form.model import Block, Form, Item
    from screener.wizard import Wizard

WIDTH, GAP, HEAD = 21, 1.6, 1.6  # in letters: of the drawing, between the feet, of the words above them


def drawn_items(block: Block) -> tuple[Item, ...]:
    """Return the items of a block that are answered on the drawing, one for a place."""
    by_place: dict[str, Item] = {}
    for item in block.items:
        if item.draw in foot().places and answers_on_a_place(item):
            by_place.setdefault(item.draw, item)
    return tuple(by_place.values())


class FeetView(QWidget):
    """Both feet as seen on paper; one stop for the keyboard."""

    edited = Signal(str, object, object)  # cell, Answer or None, Typed
    left = Signal()  # Enter: go on

    def __init__(self, form: Form, items: Sequence[Item]) -> None:
        super().__init__()
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.setAccessibleName(tr("Drawing of the feet: {places}", places=", ".join(item.label for item in items)))
        cells = [(f"{item.id}.{side}", item) for item in items for side in SIDES]
        self.places = {cell: Place(self, cell, item, label_of(form, cell)) for cell, item in cells}
        for place in self.places.values():
            place.clicked.connect(lambda _checked=False, pressed=place: self._press(pressed))
        self._here = next(iter(self.places))
        self.setFixedSize(self.sizeHint())

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw every place; one that is not on screen is not there."""
        for cell, place in self.places.items():
            side = cell.rpartition(".")[2]
            place.show_answer(wizard.answers.cells.get(cell), mark_of(wizard.assessment, place.item, side))
            show(place, is_shown=cell in wizard.assessment.on_screen)
        show(self, is_shown=any(not place.isHidden() for place in self.places.values()))
        self._say()

    def _say(self) -> None:
        place = self.places[self._here]
        self.setAccessibleDescription(f"{place.name}: {answer_text(place.item, place.answer)}")

    # --- answering ----------------------------------------------------------------------------------------------

    def _press(self, place: Place) -> None:
        self._go(place.cell)
        self._give(place.after())

    def _give(self, answer: Answer | None) -> None:
        self.edited.emit(self._here, answer, Typed())

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
        for cell, place in self.places.items():
            way = place.geometry().center() - here
            ahead = way.x() * across + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * across)
            if ahead > 0 and place.isVisibleTo(self) and (best is None or ahead + 2 * aside < best[0]):
                best = (ahead + 2 * aside, cell)
        if best is not None:
            self._go(best[1])

    def _go(self, cell: str) -> None:
        self._here = cell
        self._show_cursor()
        self._say()

    def _show_cursor(self) -> None:
        for cell, place in self.places.items():
            has_cursor = cell == self._here and self.hasFocus()
            if place.has_cursor != has_cursor:
                place.has_cursor = has_cursor
                place.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at a place that is there."""
        if not self.places[self._here].isVisibleTo(self):
            self._here = next((cell for cell, place in self.places.items() if place.isVisibleTo(self)), self._here)
        self._show_cursor()
        self._say()
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._show_cursor()
        self.update()
        super().focusOutEvent(event)

    # --- drawing ------------------------------------------------------------------------------------------------

    def _scale(self) -> float:
        return em(self) * (WIDTH - GAP - 1) / 2 / foot().size[0]

    def sizeHint(self) -> QSize:
        """Return the size of both feet with the words above them."""
        unit = em(self)
        return QSize(WIDTH * unit, int(foot().size[1] * self._scale() + (HEAD + 0.8) * unit))

    def _transform(self, side: str) -> QTransform:
        """Return where a point of the drawing lies; the left foot is the mirror image."""
        scale, unit = self._scale(), em(self)
        wide = foot().size[0] * scale
        if side == LEFT:
            return QTransform(-scale, 0, 0, scale, unit / 2 + wide, HEAD * unit)
        return QTransform(scale, 0, 0, scale, unit / 2 + wide + GAP * unit, HEAD * unit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put each place where it is on the foot."""
        super().resizeEvent(event)
        size = int(2 * foot().radius * self._scale()) + 8
        for cell, place in self.places.items():
            middle = self._transform(cell.rpartition(".")[2]).map(QPointF(*foot().places[place.item.draw]))
            place.setGeometry(QRect(int(middle.x()) - size // 2, int(middle.y()) - size // 2, size, size))
            font = place.font()
            font.setPixelSize(max(size // 2, 6))
            place.setFont(font)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the outlines and name the sides."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, drawing = theme_of(self), foot()
        outline = QPainterPath(QPointF(*drawing.start))
        for first, second, end in drawing.curves:
            outline.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
        outline.closeSubpath()
        for toe in drawing.toes:
            outline.addEllipse(QPointF(*toe.centre), *toe.radii)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * SMALL)
        painter.setFont(font)
        for side in SIDES:
            where = self._transform(side)
            painter.setPen(QPen(QColor(theme.edge), 1.4))
            painter.drawPath(where.map(outline))
            middle = int(where.map(QPointF(drawing.size[0] / 2, 0)).x())
            painter.setPen(QColor(theme.muted))
            above = QRect(middle - 4 * em(self), 0, 8 * em(self), int(1.4 * em(self)))
            painter.drawText(above, CENTRE, SIDE_WORDS[side].capitalize())
        painter.end()
        if self.hasFocus():
            draw_ring(self)
