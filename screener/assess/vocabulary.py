"""What the rules of a form distinguish: the cut-offs that each number meets, the windows that each date meets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.intervals import nested
from screener.assess.possible import Classes
from screener.form import expression as e
from screener.form.rules import expressions
from screener.form.walk import walk

if TYPE_CHECKING:
    from decimal import Decimal

    from screener.form.model import Form, Item


class Vocabulary:
    """The classes of every number and the windows of every date, collected from all expressions of a form."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.columns = {f"{item.id}.{column.id}": column for item in form.items.values() for column in item.columns}
        self._like = {value.id: value.like for value in form.values}
        self._classes: dict[e.Number, Classes] = {}
        thresholds: dict[e.Number, dict[str, list[Decimal]]] = {}
        windows: dict[e.Number, set[tuple[int, str]]] = {}
        for expression in expressions(form):
            for root in expression.roots:
                for node in walk(root):
                    if isinstance(node, e.Compare) and (found := against_constant(node)):
                        per_unit = thresholds.setdefault(found[1], {})
                        for unit, number in found[2].items():
                            per_unit.setdefault(unit, []).append(number)
                    elif isinstance(node, e.Within):
                        windows.setdefault(node.date, set()).add((node.count, node.unit))
        for compared, per_unit in thresholds.items():
            self._classes[compared] = Classes({unit: per_unit.get(unit, []) for unit in self.units(compared)})
        self.windows = {day: ordered for day, found in windows.items() if (ordered := nested(found))}

    def item(self, cell: str) -> Item:
        """Return the item, or the column, of a cell."""
        return self.columns.get(cell) or self.form.cells[cell]

    def is_compared(self, node: e.Number) -> bool:
        """Whether a number meets a cut-off anywhere."""
        return node in self._classes

    def classes(self, node: e.Number) -> Classes:
        """Return the classes of a number; only its units and "no value" where it meets no cut-off."""
        found = self._classes.get(node)
        if found is None:
            found = self._classes[node] = Classes({unit: [] for unit in self.units(node)})
        return found

    def units(self, node: e.Node) -> tuple[str, ...]:
        """Return the units a number may come in: ("",) where there is nothing to choose."""
        match node:
            case e.Reading(cell):
                item = self.item(cell)
            case e.ValueOf(id_) if self._like[id_]:
                item = self.form.items[self._like[id_]]
            case e.Function("fall", args):
                return self.units(args[0])
            case _:
                return ("",)
        return tuple(unit.id for unit in item.units) if len(item.units) > 1 else ("",)


def against_constant(node: e.Compare) -> tuple[str, e.Number, dict[str, Decimal]] | None:
    """Return (op, number, constants by unit) when exactly one side is a constant; None otherwise."""
    if isinstance(node.right, e.Literal | e.CutOffNumber):
        op, number, constant = node.op, node.left, node.right
    elif isinstance(node.left, e.Literal | e.CutOffNumber):
        op, number, constant = e.TURNED[node.op], node.right, node.left
    else:
        return None
    if isinstance(number, e.Literal | e.CutOffNumber):
        return None
    if isinstance(constant, e.Literal):
        return op, number, {"": constant.value}
    if len(constant.numbers) == 1:
        return op, number, {"": next(iter(constant.numbers.values()))}
    return op, number, dict(constant.numbers)
