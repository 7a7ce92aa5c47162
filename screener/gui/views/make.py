"""Which view draws which kind of question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.form.model import ItemType
from screener.gui.views.choice import ChoiceView, SeveralView
from screener.gui.views.lines import DateView, LinesView, TextView, WholeView
from screener.gui.views.quantity import QuantityView
from screener.gui.views.scale import ScaleView, is_scale

if TYPE_CHECKING:
    from screener.entry import Habits
    from screener.form.model import Item
    from screener.gui.views.cell_view import CellView

_VIEWS = {
    ItemType.YES_NO: ChoiceView,
    ItemType.CHOICE: ChoiceView,
    ItemType.SEVERAL: SeveralView,
    ItemType.WHOLE: WholeView,
    ItemType.QUANTITY: QuantityView,
    ItemType.DATE: DateView,
}


def make_view(name: str, item: Item, habits: Habits, label: str) -> CellView:
    """Return the view of a cell."""
    if item.type is ItemType.TABLE:
        from screener.gui.views.table import TableView  # noqa: PLC0415  # many forms have none

        return TableView(name, item, habits, label, make_view)
    if item.type is ItemType.TEXT:
        return (LinesView if item.lines > 1 else TextView)(name, item, habits, label)
    if is_scale(item):
        return ScaleView(name, item, habits, label)
    return _VIEWS[item.type](name, item, habits, label)
