"""Options to press: segments in a row for a few, a list for many. One stop for the keyboard, whatever their number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from screener.gui.labels import RING, unmarked
from screener.gui.theme import SMALL, em, theme_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QAbstractButton

MOST_SEGMENTS = 5
REASON = "*reason"  # the id of the last segment, which opens the reasons for no value
DOTS = "⋯"
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Segment:
    """An option as drawn: its id, its words, the key that presses it."""

    id: str
    text: str
    key: str = ""


class OptionBar(QWidget):
    """Options side by side, or below each other when there are many. Draws what it is told, reports presses."""

    pressed = Signal(str)  # option id, or REASON

    def __init__(self, segments: Sequence[Segment], *, several: bool = False, reasons: bool = True) -> None:
        super().__init__()
        self._is_list = len(segments) > MOST_SEGMENTS
        shown = [*segments, Segment(REASON, DOTS)] if reasons else list(segments)
        self._buttons = [_made(self, segment, several and segment.id != REASON) for segment in shown]
        self._keys = {segment.key.upper(): segment.id for segment in shown if segment.key}
        self._cursor = -1
        self._widths: list[int] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for segment, button in zip(shown, self._buttons, strict=True):
            button.clicked.connect(lambda _checked=False, option=segment.id: self.pressed.emit(option))
            button.toggled.connect(lambda _checked=False, option=segment.id: self.pressed.emit(option))

    def show_chosen(self, chosen: Iterable[str], reason: str = "", *, is_light: bool = False) -> None:
        """Draw what is chosen; `reason` in words takes the place of the dots, `is_light` fills only lightly."""
        ids = set(chosen) | ({REASON} if reason else set())
        for button in self._buttons:
            _set(button, button.segment.id in ids, is_light=is_light)
            if button.segment.id == REASON:
                button.say(reason or DOTS)
        if self._widths and self._arrange(self.width()) != self.height():
            self._widths = []
            self.updateGeometry()
        self._place()

    def has_key(self, event: QKeyEvent) -> str:
        """Return the option that a key presses, "" when none."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return ""
        return self._keys.get(event.text().upper(), "") if event.text() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Keys of options press them; arrows only move, Space presses where they are."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if self._is_list and step is None:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if option := self.has_key(event):
            self.pressed.emit(option)
        elif step is not None and not event.modifiers():
            self._cursor = max(0, min(len(self._buttons) - 1, self._cursor + step))
            self.update()
            self._buttons[self._cursor].update()
        elif event.key() == Qt.Key.Key_Space and self._cursor >= 0:
            self.pressed.emit(self._buttons[self._cursor].segment.id)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001, N802  # Qt's name
        """Forget where the arrows were."""
        self._cursor = -1
        self.update()
        super().focusOutEvent(event)

    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001, N802  # Qt's name
        """Show the ring."""
        self.update()
        super().focusInEvent(event)

    def is_under_cursor(self, button: QAbstractButton) -> bool:
        """Whether the arrows are on this option."""
        return self._cursor >= 0 and self._buttons[self._cursor] is button

    def where_dots_are(self) -> QPoint:
        """Return where a menu of the reasons opens, on the screen."""
        return self.mapToGlobal(self._buttons[-1].geometry().bottomLeft())

    # --- geometry -----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """Measure again in another font."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._widths = []
            self.updateGeometry()
        super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  # Qt's name
        """Fewer fit side by side in less width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  # Qt's name
        """Return the height that all options take."""
        return self._arrange(width)

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return the size on one line, or as a list."""
        widths = self._measured()
        whole = max(widths) if self._is_list else sum(widths) - len(widths) + 1
        return QSize(whole + 2 * RING, self._arrange(whole + 2 * RING))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return the least that can be read."""
        return QSize(3 * em(self), self._line() + 2 * RING)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Put the options where they fit."""
        self._place()
        super().resizeEvent(event)

    def _place(self) -> None:
        self._arrange(self.width(), place=True)

    def _line(self) -> int:
        return int(1.95 * em(self))

    def _measured(self) -> list[int]:
        if not self._widths:
            self._widths = [button.wanted_width(is_list=self._is_list) for button in self._buttons]
        return self._widths

    def _arrange(self, width: int, *, place: bool = False) -> int:
        inside = max(width - 2 * RING, 1)
        return self._as_list(inside, place) if self._is_list else self._as_segments(inside, place)

    def _as_list(self, inside: int, place: bool) -> int:
        y = RING
        for button, wanted in zip(self._buttons, self._measured(), strict=True):
            is_dots = button.segment.id == REASON
            height = max(self._line(), button.height_in(inside)) if not is_dots else self._line()
            if place:
                button.put(QRect(RING, y, min(wanted, inside) if is_dots else inside, height), "list")
            y += height
        return y + RING

    def _as_segments(self, inside: int, place: bool) -> int:
        lines: list[list[int]] = [[]]
        used = 0
        for index, wanted in enumerate(self._measured()):
            if lines[-1] and used + wanted - 1 > inside:
                lines.append([])
                used = 0
            lines[-1].append(index)
            used += wanted - 1
        y, height = RING, self._line()
        for line in lines:
            tallest = max(height, *(self._buttons[index].height_in(inside) for index in line))
            if place:
                self._put_line(line, y, inside, tallest)
            y += tallest + 2
        return y - 2 + RING

    def _put_line(self, line: list[int], y: int, inside: int, height: int) -> None:
        x = RING
        for place, index in enumerate(line):
            wide = min(self._widths[index], inside)
            ends = ("first" if place == 0 else "") + ("last" if place == len(line) - 1 else "")
            self._buttons[index].put(QRect(x, y, wide, height), ends or "inner")
            x += wide - 1

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw the ring around all options."""
        if not self.hasFocus():
            return
        used = QRect()
        for button in self._buttons:
            used = used.united(button.geometry())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme_of(self).focus), RING))
        painter.drawRoundedRect(used.toRectF().adjusted(-1.5, -1.5, 1.5, 1.5), 6, 6)


class _Drawn:
    """What both kinds of button share: how an option is drawn."""

    segment: Segment
    shape = "inner"
    is_light = False

    def prepare(self: QAbstractButton, segment: Segment) -> None:  # type: ignore[misc]
        self.segment = segment
        self.setObjectName(segment.id)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setText(unmarked(segment.text))
        self.setAccessibleName("Reasons for no value" if segment.id == REASON else segment.text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, text: str) -> None:
        if text != self.segment.text:
            self.segment = Segment(self.segment.id, text, self.segment.key)
            self.setText(unmarked(text))
            self.setAccessibleName("Reasons for no value" if text == DOTS else f"No value: {text}")
            bar = self.parent()
            bar._widths = []  # noqa: SLF001  # the bar owns the button
            bar.updateGeometry()
            self.update()

    def put(self, place: QRect, shape: str) -> None:
        if shape != self.shape:
            self.shape = shape
            self.update()
        if place != self.geometry():
            self.setGeometry(place)
        self.setVisible(True)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * SMALL)
        return font

    def _lead(self, *, is_list: bool) -> int:
        unit = em(self)
        key = QFontMetrics(self._small()).horizontalAdvance(self.segment.key) + unit // 3 if self.segment.key else 0
        return unit // 2 + key + (int(1.5 * unit) if is_list and self.segment.id != REASON else 0)

    def wanted_width(self, *, is_list: bool) -> int:
        return self._lead(is_list=is_list) + self.fontMetrics().horizontalAdvance(self.segment.text) + em(self) // 2 + 3

    def height_in(self, width: int) -> int:
        room = width - self._lead(is_list=self.shape == "list") - em(self) // 2
        if self.fontMetrics().horizontalAdvance(self.segment.text) <= room:
            return 0
        box = self.fontMetrics().boundingRect(QRect(0, 0, max(room, 1), 10_000), _WRAP, self.segment.text)
        return box.height() + em(self) // 2

    def draw(self) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_list = self.shape == "list" and self.segment.id != REASON
        ink = theme.text
        if self.isChecked() and not is_list:
            ink = theme.text if self.is_light else theme.on_accent
        if not is_list:
            painter.setBrush(QColor(self._ground()))
            painter.setPen(QPen(QColor(theme.edge), 1))
            painter.drawPath(_outline(self.rect(), self.shape))
        elif self.isChecked():
            painter.fillRect(self.rect(), QColor(theme.accent_ground))
        self._draw_cursor(painter, theme.focus)
        x = em(self) // 2
        if self.segment.key:
            painter.setFont(self._small())
            painter.setPen(QColor(ink if self.isChecked() else theme.muted))
            painter.drawText(self.rect().adjusted(x, 0, 0, 0), _WRAP & ~int(Qt.TextFlag.TextWordWrap), self.segment.key)
        if is_list:
            self._draw_mark(painter, self._lead(is_list=True) - int(1.4 * em(self)))
        painter.setFont(self.font())
        painter.setPen(QColor(ink))
        room = self.rect().adjusted(self._lead(is_list=is_list), 0, -2, 0)
        painter.drawText(room, _WRAP, self.segment.text)
        painter.end()

    def _ground(self) -> str:
        theme = theme_of(self)
        if self.isChecked():
            if self.segment.id == REASON:
                return theme.muted
            return theme.accent_ground if self.is_light else theme.accent
        return theme.accent_ground if self.underMouse() else theme.surface

    def _draw_mark(self, painter: QPainter, x: int) -> None:
        theme = theme_of(self)
        side = em(self)
        box = QRect(x, (self.height() - side) // 2, side, side)
        painter.setPen(QPen(QColor(theme.accent if self.isChecked() else theme.edge), 1.5))
        painter.setBrush(QColor(theme.surface))
        if isinstance(self, QCheckBox):
            painter.drawRoundedRect(box, 3, 3)
        else:
            painter.drawEllipse(box)
        if self.isChecked():
            painter.setBrush(QColor(theme.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            inner = box.adjusted(side // 4, side // 4, -(side // 4) + 1, -(side // 4) + 1)
            if isinstance(self, QCheckBox):
                painter.drawRect(inner)
            else:
                painter.drawEllipse(inner)

    def _draw_cursor(self, painter: QPainter, colour: str) -> None:
        bar = self.parent()
        if isinstance(bar, OptionBar) and bar.hasFocus() and bar.is_under_cursor(self):
            painter.setPen(QPen(QColor(colour), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(2, 2, -2, -2))


class RadioOption(_Drawn, QRadioButton):
    """One of several that exclude each other."""

    def nextCheckState(self) -> None:  # noqa: N802  # Qt's name
        """A press is only reported: the state comes from outside."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw it."""
        self.draw()

    def hitButton(self, _pos: QPoint) -> bool:  # noqa: N802  # Qt's name
        """All of it can be pressed."""
        return True


class CheckOption(_Drawn, QCheckBox):
    """One of several that may stand together."""

    def nextCheckState(self) -> None:  # noqa: N802  # Qt's name
        """A press is only reported: the state comes from outside."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw it."""
        self.draw()

    def hitButton(self, _pos: QPoint) -> bool:  # noqa: N802  # Qt's name
        """All of it can be pressed."""
        return True


def _made(bar: OptionBar, segment: Segment, several: bool) -> RadioOption | CheckOption:
    button = CheckOption(bar) if several else RadioOption(bar)
    button.prepare(segment)
    if isinstance(button, RadioOption):
        button.setAutoExclusive(False)
    return button


def _set(button: RadioOption | CheckOption, is_checked: bool, *, is_light: bool) -> None:
    if button.isChecked() == is_checked and button.is_light == is_light:
        return
    button.is_light = is_light
    with QSignalBlocker(button):
        button.setChecked(is_checked)
    button.update()


def _outline(rect: QRect, shape: str) -> QPainterPath:
    """Return the edge of a segment: round where the row ends, straight where the next one begins."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    box = rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
    radius = 4.0
    path.addRoundedRect(box, radius, radius)
    if "first" not in shape and shape != "list":
        path.addRect(box.adjusted(0, 0, -box.width() / 2, 0))
    if "last" not in shape and shape != "list":
        path.addRect(box.adjusted(box.width() / 2, 0, 0, 0))
    return path.simplified()


