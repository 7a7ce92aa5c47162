"""Which drawings stand beside a block: the feet, the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.form.model import BODY
from screener.gui.body_view import BodyView
from screener.gui.feet_place import answers_on_a_place
from screener.gui.feet_view import FeetView

if TYPE_CHECKING:
    from screener.form.model import Block, Form, Item
    from screener.gui.drawing_view import DrawingView


def drawings_of(form: Form, block: Block) -> list[DrawingView]:
    """Return the drawings that questions of a block are answered on; where two share a place of the foot, the first."""
    on_feet: dict[str, Item] = {}
    drawings: list[DrawingView] = []
    for item in block.items:
        if item.draw == BODY:
            drawings.append(BodyView(form, item))
        elif item.draw and answers_on_a_place(item):
            on_feet.setdefault(item.draw, item)
    return [*drawings, FeetView(form, list(on_feet.values()))] if on_feet else drawings
