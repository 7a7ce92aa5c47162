"""Pictures of what is drawn often and the same: drawn once, shown wherever it looks like that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPixmap

from screener.gui.theme import WINDOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

MOST = 256  # a page shows up to 200; about 7 MB, four times that on a screen with two pixels for one

_pictures: dict[tuple[object, ...], QPixmap] = {}


def picture(widget: QWidget, look: tuple[object, ...], draw: Callable[[QPainter], None]) -> QPixmap | None:
    """Return the picture of a widget with this look, on its ground; `draw` is asked when there is none yet.

    None where it is empty, or pixels of the screen are no whole part of ours: it would be blurred there.
    """
    ratio = widget.devicePixelRatioF()
    if ratio != int(ratio) or widget.size().isEmpty():
        return None
    colours = widget.palette()
    ground = colours.color(widget.backgroundRole())
    key = (
        look, widget.width(), widget.height(), ratio, widget.font().pointSizeF(),
        ground.rgb(), colours.color(WINDOW).rgb(),
    )  # fmt: skip
    found = _pictures.get(key)
    if found is None:
        found = QPixmap(widget.size() * ratio)
        found.setDevicePixelRatio(ratio)
        painter = QPainter(found)
        widget.initPainter(painter)
        painter.setLayoutDirection(widget.layoutDirection())  # which Qt gives only to painters on widgets
        painter.fillRect(widget.rect(), ground)
        draw(painter)
        painter.end()
        if len(_pictures) >= MOST:
            del _pictures[next(iter(_pictures))]  # the oldest
        _pictures[key] = found
    return found
