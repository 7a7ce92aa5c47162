"""Making ready what is out of sight, so that nothing of it is left for when it is shown."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from screener.gui.scroll import Scroll

TOLD = Qt.WidgetAttribute.WA_WState_ExplicitShowHide  # whether it is shown; the rest is told when what is around it is


def polish(whole: QWidget) -> None:
    """Let the style see a widget and all in it before it is shown."""
    for widget in (whole, *whole.findChildren(QWidget)):
        widget.ensurePolished()


def rehearse(part: QWidget) -> None:
    """Let what is out of sight take all that Qt leaves for when it is first shown: places, sizes, that it is shown.

    Those that can do so `draw_ahead`.
    """
    for widget in part.findChildren(QWidget):
        if not widget.testAttribute(TOLD) and widget.window() is part.window():  # closed lists are windows
            widget.show()
    Scroll.follows = False  # Qt gives a page out of sight half the height of the one that is shown
    try:
        part.grab(QRect(0, 0, 1, 1))
    finally:
        Scroll.follows = True
    for widget in part.findChildren(QWidget):
        if (draw := getattr(widget, "draw_ahead", None)) is not None:
            draw()
