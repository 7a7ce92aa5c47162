"""Text on screen that is never markup, and buttons whose texts keep their ampersands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from screener.gui.lazy_qt import CENTRE, ENTER, FROM_RIGHT, LEFT, PLAIN_TEXT, WRAP
from screener.gui.strokes import fill, mirrored, rounded, stroke
from screener.gui.theme import BODY, em, sized, theme_of
from screener.language import is_right_to_left, isolated

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent

    Tone = Literal["plain", "primary", "alarm"]

RING = 3  # width of the focus ring in pixels
MOST_MEASURED = 4096  # texts; a page shows up to 200

_measured: dict[tuple[str, int, str, int, int], int] = {}


def unmarked(text: str) -> str:
    """Return a text for a button, with no letter taken as its shortcut."""
    return text.replace("&", "&&")


def widest_word(metrics: QFontMetrics, text: str) -> int:
    """Return the width that a text takes at least: lines end after words, strokes and hyphens."""
    words = text.replace("/", "/ ").replace("-", "- ").split()
    return max(map(metrics.horizontalAdvance, words), default=0)


class Words(QLabel):
    """A text that wraps and is shown as it is; `role` names its colour in the theme."""

    def __init__(self, text: str = "", size: float = BODY, *, bold: bool = False, role: str = "text") -> None:
        super().__init__()
        self._heights: dict[int, int] = {}  # by width, until the words or their letters change
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setWordWrap(True)
        self._role = role
        if is_right_to_left():
            self.setProperty("alignment", FROM_RIGHT)  # also of words in Latin letters
            self.setContentsMargins(em(self) // 2, 0, 0, 0)  # Qt shifts a line by the space at its end
        sized(self, size, bold=bold)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setText(text)
        self._colour()

    def say(self, text: str, role: str = "") -> None:
        """Show another text, only touching the widget when something changed."""
        if text != self.text():
            self._heights = {}
            self.setText(text)
        if role and role != self._role:
            self._role = role
            self._colour()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colour of a new theme."""
        if hasattr(self, "_role"):
            self._heights = {}
            self._colour()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words take in a width; worked out once, a panel asks hundreds of times."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._height_in(width)
        return height

    def _height_in(self, width: int) -> int:
        """Measure, unless the same words were in the same letters: in a list that changes they move to other lines."""
        if width <= 0:  # Qt's layouts ask for the least they could take
            return self.sizeHint().height()
        margins = self.contentsMargins()
        look = self.text(), width, self.font().key(), margins.left() + margins.right(), margins.top() + margins.bottom()
        height = _measured.get(look)
        if height is None:
            if len(_measured) >= MOST_MEASURED:
                _measured.clear()
            height = _measured[look] = super().heightForWidth(width)
        return height

    def sizeHint(self) -> QSize:
        """Return one line of no width where it wraps: Qt would try several widths, and others say which it has."""
        return QSize(0, self.fontMetrics().height()) if self.wordWrap() else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint() if self.wordWrap() else super().minimumSizeHint()

    def longest_word(self) -> int:
        """Return the width that the longest of the words takes."""
        return widest_word(self.fontMetrics(), self.text()) + self.contentsMargins().left()

    def _colour(self) -> None:
        colour = QColor(getattr(theme_of(self), self._role))
        if self.palette().color(QPalette.ColorRole.WindowText) != colour:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            palette.setColor(QPalette.ColorRole.Text, colour)  # what is used on a white ground
            self.setPalette(palette)


def short_words(text: str = "", size: float = BODY, *, bold: bool = False, role: str = "text") -> Words:
    """Return a text that stands on one line and asks for its width."""
    made = Words(text, size, bold=bold, role=role)
    made.setWordWrap(False)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
    return made


class Hairline(QFrame):
    """A line of one pixel, lying or standing."""

    def __init__(self, *, is_upright: bool = False) -> None:
        super().__init__()
        if is_upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        ground(self, QPalette.ColorRole.Mid)


def ground(widget: QWidget, role: QPalette.ColorRole = QPalette.ColorRole.Base) -> None:
    """Fill a widget with a colour of the palette."""
    widget.setBackgroundRole(role)
    widget.setAutoFillBackground(True)


def draw_ring(widget: QWidget) -> None:
    """Draw the focus ring just inside a widget's edge."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = RING / 2
    inside = widget.rect().toRectF().adjusted(half, half, -half, -half)
    stroke(painter, rounded(inside, 6), theme_of(widget).focus, RING)


def draw_edge(widget: QWidget) -> None:
    """Draw the edge of a field: the style's own can't be seen on a dark ground."""
    stroke(QPainter(widget), rounded(widget.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3), theme_of(widget).edge)


class PushButton(QPushButton):
    """A button that Enter presses when it has the focus, and never otherwise."""

    def __init__(self, text: str, act: Callable[[], object] | None = None, name: str = "") -> None:
        super().__init__(unmarked(text))
        self.setAutoDefault(False)
        self.setDefault(False)
        if name:
            self.setAccessibleName(name)
        if act is not None:
            self.clicked.connect(lambda _checked=False: act())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press like Space does."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring nobody can miss."""
        super().paintEvent(event)
        if self.hasFocus():
            draw_ring(self)
        else:
            draw_edge(self)


class ActionButton(PushButton):
    """A drawn button: outlined, filled ("primary"), or in the colours of what is to be acted on ("alarm")."""

    _tone: Tone = "plain"

    @property
    def tone(self) -> Tone:
        """How it looks."""
        return self._tone

    @tone.setter
    def tone(self, tone: Tone) -> None:
        self._tone = tone
        role = QPalette.ColorRole
        letters = {"plain": role.ButtonText, "primary": role.HighlightedText, "alarm": role.BrightText}
        self.setForegroundRole(letters[tone])

    def sizeHint(self) -> QSize:
        """Leave room around the text."""
        size = self.fontMetrics().size(0, self.text().replace("&&", "&"))
        size.setWidth(size.width() + int(2.4 * em(self)))
        size.setHeight(int(2.5 * em(self)))
        return size

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the text and the ring."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge = theme.surface, theme.edge
        if not self.isEnabled():
            ground = theme.ground
        elif self.tone == "primary":
            ground = edge = theme.accent
        elif self.tone == "alarm":
            ground, edge = theme.alarm_ground, theme.alarm
        shape = rounded(self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5), 5)
        fill(painter, shape, ground)
        stroke(painter, shape, edge)
        painter.drawText(self.rect(), CENTRE, isolated(self.text().replace("&&", "&")))
        painter.end()
        if self.hasFocus():
            draw_ring(self)


class LinkButton(PushButton):
    """A button that looks like a link."""

    _hint: tuple[str, QSize] | None = None  # of a text

    def __init__(self, text: str, act: Callable[[], object] | None = None, name: str = "") -> None:
        super().__init__(text, act, name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the text and the ring; measured once, as a column asks a dozen times."""
        text = self.text()
        if self._hint is None or self._hint[0] != text:
            metrics = self.fontMetrics()
            width = metrics.size(0, text.replace("&&", "&")).width()
            self._hint = text, QSize(width + 2 * RING + 2, metrics.height() + 2 * RING)
        return self._hint[1]

    def changeEvent(self, event: QEvent) -> None:
        """Measure other letters anew."""
        self._hint = None
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the underlined text."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(QColor(theme_of(self).accent))
        inside = mirrored(self.rect().adjusted(RING + 1, 0, 0, 0), self.rect())
        painter.drawText(inside, LEFT | WRAP, isolated(self.text().replace("&&", "&")))
        painter.end()
        if self.hasFocus():
            draw_ring(self)


class LongLink(LinkButton):
    """A link that goes on below where it finds less width than its words take."""

    def __init__(self, text: str, act: Callable[[], object] | None = None, name: str = "") -> None:
        super().__init__(text, act, name)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Return the least that is read with ease."""
        return QSize(min(self.sizeHint().width(), 10 * em(self)), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Less width takes more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of its lines."""
        room = QRect(0, 0, width - RING - 1, 10_000)
        words = self.text().replace("&&", "&")
        return self.fontMetrics().boundingRect(room, LEFT | WRAP, words).height() + 2 * RING
