"""Colours (light, dark, high contrast) and four sizes of one family. Contrast of text at least 4.5 on its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

BASE_POINTS = 10.0
_pixels: dict[float, int] = {}  # of a letter, by the size in points
_letters: dict[tuple[str, float, float, bool], QFont] = {}  # by the font they are made of, their size and weight
TITLE, HEADING, BODY, SMALL = 1.4, 1.1, 1.0, 0.86
WINDOW = QPalette.ColorRole.Window
FRAME = (16, 48)  # what systems put around a window, at most: edges, title
DARK_BELOW = 128  # lightness of a ground that counts as dark


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, as #rrggbb."""

    ground: str
    surface: str
    text: str
    muted: str
    hairline: str
    edge: str
    accent: str
    accent_ground: str
    on_accent: str
    alarm: str
    alarm_ground: str
    hint: str  # what may be typed, which is not to look like an answer
    pending: str
    pending_ground: str
    done: str
    focus: str
    track: str


LIGHT = Theme(
    ground="#f3f5f8", surface="#ffffff", text="#18212d", muted="#566070", hairline="#d9dee5", edge="#8b95a3",
    accent="#1d5aa6", accent_ground="#e8f0fa", on_accent="#ffffff", alarm="#a31f1a", alarm_ground="#fdf0ef",
    hint="#566070", pending="#8a5a00", pending_ground="#fff4d6", done="#1c7a3c", focus="#e8a600", track="#e4e8ee",
)  # fmt: skip
DARK = Theme(
    ground="#181c22", surface="#20262e", text="#eceff3", muted="#a5b0bf", hairline="#39424e", edge="#76818f",
    accent="#8ab8f2", accent_ground="#293a50", on_accent="#10151b", alarm="#ff9a92", alarm_ground="#3b2423",
    hint="#a5b0bf", pending="#e8b75a", pending_ground="#3d3117", done="#7bcf95", focus="#ffc83d", track="#39424e",
)  # fmt: skip


CONTRAST = Theme(
    ground="#000001", surface="#000000", text="#ffffff", muted="#ffffff", hairline="#ffffff", edge="#ffffff",
    accent="#ffff00", accent_ground="#1b1b4d", on_accent="#000000", alarm="#ff9c9c", alarm_ground="#3a0000",
    hint="#a8a8a8", pending="#ffd24a", pending_ground="#2e2200", done="#7dff9b", focus="#00e5ff", track="#4a4a4a",
)  # fmt: skip
BY_NAME = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
_BY_GROUND = {int(f"ff{theme.ground[1:]}", 16): theme for theme in BY_NAME.values()}  # as Qt counts colours


def dress(app: QApplication, theme: str = "light", percent: int = 100) -> None:
    """Give the program its colours, by name, and its letters."""
    font = app.font()
    font.setPointSizeF(BASE_POINTS * percent / 100)
    app.setFont(font)
    app.setPalette(palette(BY_NAME[theme]))


def systems_theme(app: QApplication) -> str:
    """Return the theme that is as light or dark as the colours that the system gave us."""
    return "dark" if app.palette().color(WINDOW).lightness() < DARK_BELOW else "light"


def follow(changed: Callable[[str], None]) -> None:
    """Tell when the system becomes light or dark."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda scheme: changed("dark" if scheme.name == "Dark" else "light"))


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette for a theme."""
    roles = {
        QPalette.ColorRole.Window: theme.ground, QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface, QPalette.ColorRole.AlternateBase: theme.ground,
        QPalette.ColorRole.Text: theme.text, QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text, QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent, QPalette.ColorRole.PlaceholderText: theme.hint,
        QPalette.ColorRole.ToolTipBase: theme.surface, QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Mid: theme.hairline, QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.BrightText: theme.alarm,
    }  # fmt: skip
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    roles_of_text = QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText
    for role in (*roles_of_text, QPalette.ColorRole.HighlightedText):
        made.setColor(disabled, role, QColor(theme.muted))
    return made


def theme_of(widget: QWidget) -> Theme:
    """Return the theme that a widget is drawn in."""
    return _BY_GROUND.get(widget.palette().color(WINDOW).rgb(), LIGHT)


def sized(widget: QWidget, size: float, *, bold: bool = False) -> None:
    """Set a widget's font to one of the four sizes."""
    widget.setFont(letters(widget, size, bold=bold))


def letters(widget: QWidget, size: float, *, bold: bool = False) -> QFont:
    """Return a widget's letters in one of the four sizes; made once, as Qt looks for each new font among all it has."""
    font = widget.font()
    key = font.family(), font.pointSizeF(), size, bold
    made = _letters.get(key)
    if made is None:
        made = _letters[key] = QFont(font)
        made.setPointSizeF(font.pointSizeF() * size)
        made.setBold(bold)
    return made


def give_size(window: QWidget, width: int, height: int) -> None:
    """Give a window a size in ems, with the frame around it no larger than the screen it opens on."""
    room = window.screen().availableSize()
    wide, high = room.width() - FRAME[0], room.height() - FRAME[1]
    window.resize(min(width * em(window), wide), min(height * em(window), high))


def keep_on_screen(window: QWidget) -> None:
    """Move a window that grew to where all of it can be seen."""
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    left = max(room.left(), min(frame.left(), room.right() + 1 - frame.width()))
    top = max(room.top(), min(frame.top(), room.bottom() + 1 - frame.height()))
    window.move(left, top)


def show_whole(window: QWidget, *, fills: bool = False) -> None:
    """Show a window; it fills the screen where asked, or where there is too little room for it and its frame."""
    room = window.screen().availableSize()
    if fills or window.width() + FRAME[0] > room.width() or window.height() + FRAME[1] > room.height():
        window.showMaximized()
    else:
        window.show()


def em(widget: QWidget) -> int:
    """Return the size of the widget's letters in pixels; lengths are counted in it."""
    font = widget.font()
    size = _pixels.get(font.pointSizeF())
    if size is None:
        size = _pixels[font.pointSizeF()] = widget.fontInfo().pixelSize()
    return size
