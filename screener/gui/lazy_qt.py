"""Qt's names, made when first read: making them all takes an eighth of the time to the first page.

On the way to the first page the plain numbers below stand for them; `setProperty` takes those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import Qt as Qt  # noqa: PLC0414  # given on
else:

    class _Names:
        def __getattr__(self, name: str) -> object:
            from PySide6.QtCore import Qt as Names  # noqa: PLC0415  # this is what is put off

            found = self.__dict__[name] = getattr(Names, name)  # the next time it is read at once
            return found

    Qt = _Names()


PLAIN_TEXT = 0  # Qt.TextFormat.PlainText
NO_FOCUS, STRONG_FOCUS = 0, 11  # Qt.FocusPolicy
SCROLL_BAR_OFF = 1  # Qt.ScrollBarPolicy.ScrollBarAlwaysOff
LEFT, CENTRE, RIGHT = 0x81, 0x84, 0x82  # Qt.AlignmentFlag, each in the middle of the height
FROM_RIGHT = 0x92  # the right, whatever the direction of the text
NO_LIMIT = 16_777_215  # of a width or height: QWIDGETSIZE_MAX
WRAP, WRAP_IN_WORDS = 0x1000, 0x2000  # Qt.TextFlag.TextWordWrap, TextWrapAnywhere
ENTER = (0x0100_0004, 0x0100_0005)  # Qt.Key.Key_Return, Key_Enter
LAYOUT_REQUEST, UPDATE_LATER = 76, 78  # QEvent.Type
