"""One option to press: a segment of a row, or a line of a list. It reports presses and draws what it is told."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSignalBlocker
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QCheckBox, QRadioButton

from screener.frozen import dataclass
from screener.gui.fields import NO_KEY
from screener.gui.labels import unmarked
from screener.gui.lazy_qt import LEFT, NO_FOCUS, WRAP
from screener.gui.strokes import ellipse, fill, line, mirrored, rectangle, rounded, stroke
from screener.gui.theme import SMALL, em, letters, theme_of
from screener.language import is_right_to_left, isolated, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath, QPaintEvent, QPixmap
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from screener.gui.theme import Theme

    Button = QAbstractButton
else:
    Button = object  # the drawing is mixed into a radio button and into a check box

REASON = "*reason"  # the id of the last segment, which opens the reasons for no value
DOTS = "⋯"
LIST = "list"
ROUND = 4.0
KEY_OPACITY = 0.72  # lighter than the words, and still read
SMOOTH = QPainter.RenderHint.Antialiasing
_widths: dict[tuple[float, str], int] = {}


@dataclass(frozen=True, slots=True)
class Segment:
    """An option as drawn: its id, its words, the key that presses it, and one that does too."""

    id: str
    text: str
    key: str = ""
    also: str = ""


class Drawn(Button):
    """What both kinds of button share: how an option is drawn."""

    segment: Segment
    is_one_of_many = True
    shape = "inner"
    is_light = False
    has_cursor = False
    _was_drawn = False

    def prepare(self, segment: Segment) -> None:
        """Take the option."""
        self.segment = segment
        self.setObjectName(segment.id)
        self.setProperty("focusPolicy", NO_FOCUS)
        self.setText(unmarked(segment.text))
        self.setAccessibleName(tr("Reasons for no value") if segment.id == REASON else segment.text)

    def say(self, text: str) -> bool:
        """Show another text; whether it is another."""
        if text == self.segment.text:
            return False
        self.segment = replace(self.segment, text=text)
        self.setText(unmarked(text))
        if self.segment.id != REASON:
            self.setAccessibleName(text)
        else:
            self.setAccessibleName(
                tr("Reasons for no value") if text == DOTS else tr("No value: {reason}", reason=text)
            )
        self.update()
        return True

    def check(self, *, is_checked: bool, is_light: bool) -> None:
        """Draw it chosen or not, without reporting that."""
        if self.isChecked() == is_checked and self.is_light == is_light:
            return
        self.is_light = is_light
        is_one_of_many = self.autoExclusive()
        with QSignalBlocker(self):
            self.setAutoExclusive(False)  # or Qt would keep one of them checked, and uncheck the others itself
            self.setChecked(is_checked)
            self.setAutoExclusive(is_one_of_many)
        self.update()

    def put(self, place: QRect, shape: str) -> None:
        """Take a place: `shape` says which ends of a row it is, or that it stands in a list."""
        if shape != self.shape:
            self.shape = shape
            self.update()
        if place != self.geometry():
            self.setGeometry(place)

    # --- measures -----------------------------------------------------------------------------------------------

    def wanted_width(self, *, is_list: bool) -> int:
        """Return the width of the option on one line."""
        return self._lead(is_list=is_list) + self.fontMetrics().horizontalAdvance(self.segment.text) + em(self) // 2 + 3

    def height_in(self, width: int, *, is_list: bool) -> int:
        """Return the height that the words take in a width; 0 when one line is enough."""
        room = width - self._lead(is_list=is_list) - em(self) // 2
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(self.segment.text) <= room:
            return 0
        box = metrics.boundingRect(QRect(0, 0, max(room, 1), 10_000), LEFT | WRAP, self.segment.text)
        return box.height() + em(self) // 2

    def _lead(self, *, is_list: bool) -> int:
        """Return the width before the words: the key, and the mark of a list."""
        unit = em(self)
        has_mark = is_list and self.segment.id != REASON
        key = NO_KEY if has_mark else self.segment.key  # the widest of a list: its marks stand below each other
        beside = _width(self, key) + unit // 3 if key else 0
        return unit // 2 + beside + (int(1.5 * unit) if has_mark else 0)

    # --- drawing ------------------------------------------------------------------------------------------------

    def nextCheckState(self) -> None:
        """Do nothing: a press is only reported, the state comes from outside."""

    def hitButton(self, _pos: QPoint) -> bool:
        """All of it can be pressed."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; from the second time on show a picture of it."""
        shown = self._picture() if self._was_drawn else None
        painter = QPainter(self)
        if shown is not None:
            painter.drawPixmap(0, 0, shown)
        else:
            self._draw(painter)
        painter.end()
        self._was_drawn = True

    def draw_ahead(self) -> None:
        """Make the picture before it is shown."""
        self._was_drawn = True
        self._picture()

    def _picture(self) -> QPixmap | None:
        """Return it as it looks; made once for all options that look the same."""
        from screener.gui.pictures import picture  # noqa: PLC0415  # not needed before the first page

        is_chosen, segment = self.isChecked(), self.segment
        look = (
            segment.text, segment.key, segment.id == REASON, self.is_one_of_many, self.shape,
            is_chosen, self.is_light, self.has_cursor, not is_chosen and self.underMouse(),
        )  # fmt: skip
        return picture(self, look, self._draw)

    def _draw(self, painter: QPainter) -> None:
        """Draw ground, key, mark and words."""
        theme, unit = theme_of(self), em(self)
        painter.setRenderHint(SMOOTH)
        is_list = self.shape == LIST and self.segment.id != REASON
        self._draw_ground(painter, theme, is_list=is_list)
        if is_list:
            self._draw_mark(painter, self._lead(is_list=True) - int(1.4 * unit))
        elif self.isChecked() and not self.is_light:
            painter.setPen(QColor(theme.on_accent))
        self._write(painter, self.rect().adjusted(unit // 2, 0, 2 - unit // 2, 0), is_list=is_list)

    def _write(self, painter: QPainter, room: QRect, *, is_list: bool) -> None:
        if self.segment.key:
            painter.setFont(letters(self, SMALL))
            painter.setOpacity(1 if self.isChecked() else KEY_OPACITY)
            painter.drawText(mirrored(room, self.rect()), LEFT, self.segment.key)
            painter.setOpacity(1)
            painter.setFont(self.font())
        room.setLeft(self._lead(is_list=is_list))
        painter.drawText(mirrored(room, self.rect()), LEFT | WRAP, isolated(self.segment.text))

    def _draw_ground(self, painter: QPainter, theme: Theme, *, is_list: bool) -> None:
        if not is_list:
            shape = _outline(self.width(), self.height(), self.shape)
            fill(painter, shape, self._ground(theme))
            stroke(painter, shape, theme.edge)
        elif self.isChecked():
            painter.fillRect(self.rect(), QColor(theme.accent_ground))
        if self.has_cursor:
            stroke(painter, rectangle(self.rect().toRectF().adjusted(2, 2, -2, -2)), theme.focus, 2)

    def _ground(self, theme: Theme) -> str:
        if self.isChecked():
            if self.segment.id == REASON:
                return theme.muted
            return theme.accent_ground if self.is_light else theme.accent
        return theme.track if self.underMouse() else theme.surface  # unlike an answer given with its block

    def _draw_mark(self, painter: QPainter, x: int) -> None:
        """Draw the circle of one of many, or the box of some of many."""
        theme = theme_of(self)
        side = em(self)
        box = mirrored(QRect(x, (self.height() - side) // 2, side, side), self.rect()).toRectF()
        mark = ellipse if self.is_one_of_many else rectangle
        fill(painter, mark(box), theme.surface)
        stroke(painter, mark(box), theme.accent if self.isChecked() else theme.edge, 1.5)
        if self.isChecked():
            inner = side // 4
            fill(painter, mark(box.adjusted(inner, inner, 1 - inner, 1 - inner)), theme.accent)


@lru_cache(maxsize=512)
def _outline(width: int, height: int, shape: str) -> QPainterPath:
    """Return a segment: round where the row ends, straight and sharing its line where the next one begins."""
    out = 4 * ROUND  # ends that go on are drawn past the edge, where nothing is seen of them
    box = QRectF(0.5, 0.5, width - 1, height - 1)
    is_first, is_last = "first" in shape or shape == LIST, "last" in shape or shape == LIST
    drawn = rounded(box.adjusted(0 if is_first else -out, 0, 0 if is_last else out, 0), ROUND)
    is_from_right = is_right_to_left()
    if not (is_last if is_from_right else is_first):
        ends = (box.topRight(), box.bottomRight()) if is_from_right else (box.topLeft(), box.bottomLeft())
        drawn.addPath(line(*ends))
    return drawn


def _width(button: QWidget, key: str) -> int:
    size = button.font().pointSizeF()
    if (size, key) not in _widths:
        _widths[size, key] = QFontMetrics(letters(button, SMALL)).horizontalAdvance(key)
    return _widths[size, key]


class RadioOption(Drawn, QRadioButton):
    """One of several that exclude each other."""


class CheckOption(Drawn, QCheckBox):
    """One of several that may stand together."""

    is_one_of_many = False


def made(bar: QWidget, segment: Segment, *, several: bool) -> Drawn:
    """Return the button of an option."""
    button: Drawn = CheckOption(bar) if several else RadioOption(bar)  # which is exclusive: so a reader hears it
    button.prepare(segment)
    return button
