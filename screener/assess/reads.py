"""What a rule reads: the cells of its expressions, through everything they refer to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from screener.form import expression as e
from screener.form.rules import Per
from screener.form.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from screener.form.model import Form
    from screener.form.rules import Case


class Reads:
    """Which cells the results of one form depend on; each named result is followed once."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._order = {cell: place for place, cell in enumerate(form.cells)}
        self._values = {value.id: value for value in form.values}
        self._scores = {score.id: score for score in form.scores}
        self._findings = {finding.id: finding for finding in form.findings}
        self._named: Callable[[str], frozenset[str]] = cache(self._of_named)
        self._gated: Callable[[str], frozenset[str]] = cache(self._of_cell)

    def ordered(self, cells: Iterable[str]) -> tuple[str, ...]:
        """Return cells in form order."""
        return tuple(sorted(cells, key=lambda cell: self._order.get(cell, len(self._order))))

    def expression(self, *roots: e.Node) -> frozenset[str]:
        """Return the cells that expressions read, conditions of those cells included."""
        found: set[str] = set()
        for root in roots:
            for node in walk(root):
                found |= self._of_node(node)
        return frozenset(found)

    def cases(self, cases: Iterable[Case], side: str = "") -> frozenset[str]:
        """Return the cells that cases read."""
        return self.expression(*(case.when.on(side) for case in cases if case.when is not None))

    def _of_node(self, node: e.Node) -> frozenset[str]:
        match node:
            case (
                e.Is(cell, _) | e.Has(cell, _) | e.UnitIs(cell, _) | e.Known(cell) | e.Reading(cell) | e.AgeDays(cell)
                | e.MeasuredOn(cell) | e.Choice(cell) | e.LookedUp(_, cell) | e.CountChosen(cell)
            ):  # fmt: skip
                return self._gated(cell)
            case e.Finds(name, _) | e.KnownResult(name) | e.ValueOf(name) | e.ScoreOf(name):
                return self._named(name)
            case e.AnyRow(table, _) | e.AllRows(table, _) | e.CountRows(table, _):
                return self._gated(table)
            case _:
                return frozenset()

    def _of_cell(self, cell: str) -> frozenset[str]:
        if cell not in self.form.cells:
            return frozenset()  # a column: its table is read by the function around it
        item = self.form.cells[cell]
        if item.ask_if is None:
            return frozenset((cell,))
        side = cell.rpartition(".")[2] if item.has_sides else ""
        return frozenset((cell,)) | self.expression(item.ask_if.truth(side))

    def named(self, name: str) -> frozenset[str]:
        """Return the cells that a value, score or finding (cell) reads."""
        return self._named(name)

    def _of_named(self, name: str) -> frozenset[str]:
        if name in self._values:
            return self.expression(self._values[name].is_.number())
        if name in self._scores:
            return self._of_score(name)
        id_, _, side = name.partition(".")
        finding = self._findings[id_]
        found = self.cases(finding.cases, side)
        if finding.applies_if is not None:
            found |= self.expression(finding.applies_if.truth(side))
        return found | self._gated(finding.table) if finding.per is Per.ROW else found

    def _of_score(self, name: str) -> frozenset[str]:
        score = self._scores[name]
        found: set[str] = set()
        for line in score.points:
            if line.when is not None:
                found |= self.expression(line.when.truth())
            else:
                for cell in self.form.items[line.item].cells:
                    found |= self._gated(cell)
        if score.applies_if is not None:
            found |= self.expression(score.applies_if.truth())
        return frozenset(found)


_known: WeakKeyDictionary[Form, Reads] = WeakKeyDictionary()


def reads_of(form: Form) -> Reads:
    """Return the reads of a form, worked out once."""
    if form not in _known:
        _known[form] = Reads(form)
    return _known[form]
