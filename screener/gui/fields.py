"""Fields to type in: a line, and several lines. Both report when they are left, and never their own redrawing."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit

from screener.assess.answers import Reason
from screener.gui.labels import draw_edge, draw_ring
from screener.gui.lazy_qt import ENTER, Qt
from screener.gui.scroll import DrawnBar
from screener.gui.theme import em
from screener.language import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QPaintEvent

REASON_KEYS = {"U": Reason.UNKNOWN, "X": Reason.NOT_ASSESSED, "R": Reason.DECLINED, "C": Reason.UNABLE}
YES_KEYS, NO_KEY = (tr("Y"), "Y"), "N"  # the first letter of yes; Y works in every language


def _is_undo(event: QEvent) -> bool:
    """Whether Qt asks if a field takes undo or redo for itself."""
    if event.type() != event.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    from PySide6.QtGui import QKeySequence  # noqa: PLC0415  # its names are slow to make

    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class Line(QLineEdit):
    """A line in which, while it is empty, `letters` are answers by themselves; none where it `takes_letters`."""

    letter = Signal(object)  # what the letter stands for
    emptied = Signal()

    def __init__(self, name: str, ems: float, *, takes_letters: bool = False) -> None:
        super().__init__()
        self.letters: dict[str, object] = {} if takes_letters else dict(REASON_KEYS)
        self.setAccessibleName(name)
        self.setTextMargins(3, 0, 3, 0)
        self.editingFinished.connect(lambda: self.setModified(False))
        self.textEdited.connect(self._straighten)
        if ems:
            self.setFixedWidth(int(ems * em(self)))
        self.setFixedHeight(int(1.95 * em(self)) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring nobody can miss."""
        super().paintEvent(event)
        if self.hasFocus():
            draw_ring(self)
        else:
            draw_edge(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give a reason by its letter when nothing is typed yet, or in the place of all that is."""
        chosen = self.letters.get(event.text().upper())
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if chosen is not None and is_plain and self.selectedText() == self.text():  # nothing, or all of it
            if not event.isAutoRepeat():  # a key held down answers once
                self.letter.emit(chosen)
        elif event.key() == Qt.Key.Key_F2:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and is_plain and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def _straighten(self, text: str) -> None:
        """Take line breaks and tabs out of what was pasted: they would go on into names, and onto paper."""
        if not text.isprintable() and text != (straight := " ".join(text.split())):
            self.setText(straight)
            self.setModified(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show a long text from its beginning: its end alone could be read as another."""
        super().focusOutEvent(event)
        comes_back = Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason  # to go on where it was
        if event.reason() not in comes_back:
            self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the answers unless something is half typed here."""
        if not self.isModified() and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def show_text(self, text: str) -> None:
        """Draw a text without reporting it."""
        if text != self.text():
            with QSignalBlocker(self):
                self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)  # a long text is read from its beginning
        self.setModified(False)


class Text(QPlainTextEdit):
    """Several lines to read; Tab leaves them."""

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__(text)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(DrawnBar())
        self.setFrameShape(QFrame.Shape.NoFrame)  # it has an edge of ours
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring nobody can miss; below the last whole line Qt draws the upper edge of the next one."""
        super().paintEvent(event)
        below = self.viewport().rect()
        below.setTop(below.bottom() + 1 - int(self.document().documentMargin()))
        QPainter(self.viewport()).fillRect(below, self.palette().base())
        if self.hasFocus():
            draw_ring(self.viewport())
        else:
            draw_edge(self.viewport())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring: Qt itself draws the cursor only."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()


class Page(Text):
    """Several lines of words to write; Tab leaves it, Ctrl+Enter goes on."""

    finished = Signal()
    going_on = Signal()

    def __init__(self, name: str, lines: int) -> None:
        super().__init__(name)
        self.setReadOnly(False)
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # as Qt lays them out; it scrolls by whole ones
        self.setFixedHeight(lines * line + 2 * int(self.document().documentMargin()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report what was typed."""
        super().focusOutEvent(event)
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Ctrl+Enter."""
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.going_on.emit()
        elif event.key() == Qt.Key.Key_F2:
            event.ignore()
        else:
            super().keyPressEvent(event)
            event.accept()

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the answers unless something is half typed here."""
        if not self.document().isModified() and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def show_text(self, text: str) -> None:
        """Draw a text without reporting it."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)
        self.document().setModified(False)
