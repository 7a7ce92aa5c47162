"""Options to press: segments in a row for a few, a list for many. One stop for the keyboard, whatever their number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QGroupBox, QSizePolicy

from screener.gui.labels import RING
from screener.gui.lazy_qt import STRONG_FOCUS, Qt
from screener.gui.scroll import keep_in_sight
from screener.gui.strokes import fill, mirrored, rounded
from screener.gui.theme import em, theme_of
from screener.gui.views.option_button import DOTS, LIST, REASON, ROUND, Segment, made
from screener.language import is_right_to_left, tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from screener.gui.views.option_button import Drawn

MOST_SEGMENTS = 5
LINE = 1.95  # height of an option, in letters


class OptionBar(QGroupBox):
    """Options side by side, or below each other when there are many. Draws what it is told, reports presses.

    A group box, of which nothing is drawn: a screen reader hears its name as that of the group.
    """

    pressed = Signal(str)  # option id, or REASON

    most_segments = MOST_SEGMENTS

    def __init__(self, segments: Sequence[Segment], *, several: bool = False, reasons: bool = True) -> None:
        super().__init__()
        self._is_list = len(segments) > self.most_segments
        shown = [*segments, Segment(REASON, DOTS)] if reasons else list(segments)
        self.buttons = [made(self, segment, several=several and segment.id != REASON) for segment in shown]
        self._keys = {key.upper(): each.id for each in shown for key in (each.key, each.also) if key}
        self._shown, self._is_light = set[str](), False
        self._cursor = -1
        self._widths: list[int] = []
        self._heights: dict[int, int] = {}  # by width; Qt asks dozens of times
        self._font_measured = ""
        self._used = QRect()  # by the options
        self.setProperty("focusPolicy", STRONG_FOCUS)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for segment, button in zip(shown, self.buttons, strict=True):
            button.clicked.connect(lambda _checked=False, option=segment.id: self.pressed.emit(option))
            # A screen reader toggles instead of clicking; our own drawing is blocked from here.
            button.toggled.connect(partial(self._toggle, button))

    def _toggle(self, button: Drawn, is_checked: bool) -> None:
        """Report what was toggled; not the one that Qt unchecks because another of many is chosen."""
        if is_checked or not button.autoExclusive():
            self._draw_shown()  # what is chosen comes from outside
            self.pressed.emit(button.segment.id)

    def show_chosen(self, chosen: Iterable[str], reason: str = "", *, is_light: bool = False) -> None:
        """Draw what is chosen; `reason` in words takes the place of the dots, `is_light` fills only lightly."""
        self._shown, self._is_light = set(chosen) | ({REASON} if reason else set()), is_light
        self._draw_shown()
        if any(button.segment.id == REASON for button in self.buttons):
            self.rename(REASON, reason or DOTS)

    def tell_chosen(self, chosen: Iterable[str]) -> None:
        """Draw what is chosen and tell a screen reader, where no question's view does that."""
        self.show_chosen(chosen)
        said = ", ".join(button.segment.text for button in self.buttons if button.segment.id in self._shown)
        if (said := said or tr("no answer yet")) != self.accessibleDescription():
            self.setAccessibleDescription(said)

    def _draw_shown(self) -> None:
        for button in self.buttons:
            button.check(is_checked=button.segment.id in self._shown, is_light=self._is_light)

    def rename(self, option: str, text: str) -> None:
        """Show another text for an option."""
        if any([button.say(text) for button in self.buttons if button.segment.id == option]):  # noqa: C419  # all
            self._measure_again()

    def where_dots_are(self) -> QPoint:
        """Return where a menu of the reasons opens, on the screen."""
        return self.mapToGlobal(self.buttons[-1].geometry().bottomLeft())

    # --- keyboard -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of options press them; arrows only move, Space presses where they are. A key held down presses once."""
        if option := self._option_of(event):
            if not event.isAutoRepeat():
                self.pressed.emit(option)
        elif step := self._step_of(event):
            self._move_cursor(self._moved(step))
            self._say_option(self.buttons[self._cursor])
        elif event.key() == Qt.Key.Key_Space and self._cursor >= 0:
            self.pressed.emit(self.buttons[self._cursor].segment.id)
        else:
            super().keyPressEvent(event)

    def _moved(self, step: int) -> int:
        """Return where an arrow leads; back from nowhere to the last option, which often is "none"."""
        if self._cursor < 0 and step < 0:
            return max(i for i, button in enumerate(self.buttons) if button.segment.id != REASON or not i)
        return max(0, min(len(self.buttons) - 1, self._cursor + step))

    def _option_of(self, event: QKeyEvent) -> str:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not event.text():
            return ""
        return self._keys.get(event.text().upper(), "")

    def _step_of(self, event: QKeyEvent) -> int:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return 0
        onward = -1 if is_right_to_left() else 1
        steps = {Qt.Key.Key_Left: -onward, Qt.Key.Key_Right: onward}
        if self._is_list:
            steps |= {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        return {int(key): step for key, step in steps.items()}.get(event.key(), 0)

    def _move_cursor(self, place: int) -> None:
        self._cursor = place
        for index, button in enumerate(self.buttons):
            if button.has_cursor != (index == place):
                button.has_cursor = index == place
                button.update()
        if place >= 0:
            keep_in_sight(self.buttons[place])

    def _say_option(self, button: Drawn) -> None:
        from screener.gui.spoken_words import announce  # noqa: PLC0415  # not before the first page

        name = button.accessibleName()
        announce(self, tr("{option}: chosen", option=name) if button.isChecked() else name)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Show the ring; Qt would draw all options again."""
        self.update(self._around())

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        """Forget where the arrows were."""
        self._move_cursor(-1)
        self.update(self._around())

    # --- geometry -----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        if self._widths and self._font_measured != self.font().key():
            self._measure_again()
        super().changeEvent(event)

    def _measure_again(self) -> None:
        self._widths, self._heights = [], {}
        self.updateGeometry()
        self._place()

    def hasHeightForWidth(self) -> bool:
        """Fewer fit side by side in less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that all options take."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(width)
        return height

    def sizeHint(self) -> QSize:
        """Return the size on one line, or as a list."""
        widths = self._measured()
        whole = max(widths) if self._is_list else sum(widths) - len(widths) + 1
        return QSize(whole + 2 * RING, self._arrange(whole + 2 * RING))

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be read."""
        return QSize(3 * em(self), self._line() + 2 * RING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the options where they fit."""
        self._place()
        super().resizeEvent(event)

    def _line(self) -> int:
        return int(LINE * em(self))

    def _measured(self) -> list[int]:
        if not self._widths:
            self._font_measured = self.font().key()
            self._widths = [button.wanted_width(is_list=self._is_list) for button in self.buttons]
        return self._widths

    def _arrange(self, width: int, *, place: bool = False) -> int:
        inside = max(width - 2 * RING, 1)
        return self._as_list(inside, place=place) if self._is_list else self._as_segments(inside, place=place)

    def _place(self) -> None:
        """Put the options in their places, and the ring around them where they take other room than before."""
        before = self._used
        self._arrange(self.width(), place=True)
        self._used = QRect()
        for button in self.buttons:
            self._used = self._used.united(button.geometry())
        if self._used != before:
            self.update()

    def _as_list(self, inside: int, *, place: bool) -> int:
        y = RING
        for button, wanted in zip(self.buttons, self._measured(), strict=True):
            wide = min(wanted, inside) if button.segment.id == REASON else inside
            height = self._line() if wanted <= wide else max(self._line(), button.height_in(wide, is_list=True))
            if place:
                button.put(mirrored(QRect(RING, y, wide, height), self.rect()), LIST)
            y += height
        return y + RING

    def _as_segments(self, inside: int, *, place: bool) -> int:
        lines: list[list[int]] = [[]]
        used = 0
        for index, wanted in enumerate(self._measured()):
            if lines[-1] and used + wanted - 1 > inside:
                lines.append([])
                used = 0
            lines[-1].append(index)
            used += wanted - 1
        if len(lines) > 1 and len(lines[-1]) == 1 and len(lines[-2]) > 1:
            lines[-1].insert(0, lines[-2].pop())  # the dots never stand alone
        y = RING
        for line in lines:
            wide = [self.buttons[index] for index in line if self._widths[index] > inside]
            tallest = max(self._line(), *(button.height_in(inside, is_list=False) for button in wide), 0)
            if place:
                self._put_line(line, y, inside, tallest)
            y += tallest + 2
        return y - 2 + RING

    def _put_line(self, line: list[int], y: int, inside: int, height: int) -> None:
        x = RING
        first, last = (len(line) - 1, 0) if is_right_to_left() else (0, len(line) - 1)  # as seen from the left
        for place, index in enumerate(line):
            wide = min(self._widths[index], inside)
            ends = ("first" if place == first else "") + ("last" if place == last else "")
            self.buttons[index].put(mirrored(QRect(x, y, wide, height), self.rect()), ends or "inner")
            x += wide - 1

    def _around(self) -> QRegion:
        """Return where the ring is drawn: beside the options, which are drawn over all that lies below them.

        At 125 % and such a dot of the screen may belong to both.
        """
        shared = 1 if self.devicePixelRatioF() % 1 else 0
        inside = self._used.adjusted(shared, shared, -shared, -shared)
        beyond = RING + shared
        return QRegion(self._used.adjusted(-beyond, -beyond, beyond, beyond)) - QRegion(inside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring around all options."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = rounded(self._used.adjusted(-RING, -RING, RING, RING).toRectF(), ROUND + RING / 2)
            ring.addRect(self._used.toRectF())  # what is inside of both stays empty
            fill(painter, ring, theme_of(self).focus)
