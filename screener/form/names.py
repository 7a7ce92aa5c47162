"""What the names in an expression stand for, on which side and in which table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from screener.form import parts as p
from screener.form.grammar import written
from screener.form.model import SIDES, ItemType
from screener.form.problem import MOST_NAMES, closest, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screener.form.model import Item
    from screener.form.scope import Scope

SIDED = (*SIDES, "here")
PARTS = "parts: left, right, here, unit, ..."


class Target(NamedTuple):
    """What a name (with its side) stands for."""

    kind: str  # item, column, finding, value, score
    id: str
    cell: str
    item: Item | None = None  # of an item or column


class Names:
    """Names of one expression; what is wrong is collected in `refused`.

    `side` and `table` are those of the part being read, "" where there is none; inside either() and both() a name
    without its side is that of the side looked at (`is_inside_sides`).
    """

    def __init__(self, scope: Scope, text: str, side: str = "", table: str = "") -> None:
        self.scope = scope
        self.text = text
        self.side = side
        self.table = table
        self.is_inside_sides = False
        self.refused: list[p.Refused] = []

    def written(self, part: p.Part) -> str:
        """Return a part of the expression as it was written."""
        return part.text if isinstance(part, p.Name) else written(part, self.text)

    def target(self, part: p.Part) -> Target:
        """Return what a name, or a name with its side, stands for."""
        if not isinstance(part, p.Name):
            raise p.Refused(part, "F404", "a name belongs here", "name an item, a value, a score or a finding")
        item = self.scope.items.get(part.text)
        if item is not None and not (item.has_sides or self.table):  # as most are
            return Target("item", item.id, item.id, item)
        return self.named(part, part.text)

    def named(self, part: p.Name, text: str) -> Target:
        """Return what a text, all of a name or its beginning, stands for."""
        name, dot, end = text.partition(".")
        if not dot:
            return self._bare(part, name)
        if end in SIDED:
            return self._on_side(part, name, end)
        self._bare(part, name)
        raise p.Refused(part, "F414", f"'{name}' has no part '{end}'", PARTS)

    def _bare(self, part: p.Name, name: str) -> Target:
        if self.table:
            for column in self.scope.items[self.table].columns:
                if column.id == name:
                    return Target("column", name, f"{self.table}.{name}", column)
        target, has_sides = self._found(part, name)
        if not has_sides:
            return target
        if not self.is_inside_sides:
            hint = f"write {name}.left, {name}.right, or put it inside either() or both()"
            if self.side:
                hint = f"write {name}.here, {name}.left or {name}.right"
            raise p.Refused(part, "F408", f"'{name}' has a left and a right", hint)
        return target._replace(cell=f"{name}.{self.side}")

    def _on_side(self, part: p.Name, name: str, side: str) -> Target:
        target, has_sides = self._found(part, name)
        if not has_sides:
            raise p.Refused(part, "F414", f"'{name}' has no sides", f"write {name}")
        if side == "here":
            if not self.side:
                hint = f"write {name}.left or {name}.right, or put it inside either() or both()"
                raise p.Refused(part, "F408", f"'{name}.here' stands where there is no side", hint)
            side = self.side
        return target._replace(cell=f"{name}.{side}")

    def _found(self, part: p.Name, name: str) -> tuple[Target, bool]:
        """Return what a name stands for, and whether there is one for each side."""
        scope = self.scope
        item = scope.items.get(name)
        if item is not None:
            return Target("item", name, name, item), item.has_sides
        if name in scope.values:
            return Target("value", name, name), False
        if name in scope.scores:
            return Target("score", name, name), False
        if name not in scope.findings:
            message = f"there is no item, value, score or finding '{name}'"
            raise p.Refused(part, "F404", message, self._meant(name), name)
        finding = scope.findings[name]
        if finding.table and finding.table != self.table:
            message = f"'{name}' is about rows of '{finding.table}'"
            raise p.Refused(part, "F415", message, f"use any({finding.table}, ...)")
        return Target("finding", name, name), finding.has_sides

    def _meant(self, name: str) -> str:
        """Return the remedy for a name that does not exist: what it may be instead, else the nearest."""
        if name in self.scope.cutoffs:
            return f"write cutoffs.{name}"
        for item in self.scope.items.values():
            if any(column.id == name for column in item.columns):
                return f"a column is read in the rows of its table: any({item.id}, ...)"
        owners = [item for item in self.scope.items.values() if any(option.id == name for option in item.options)]
        is_alone = len(owners) == 1 and not re.search(rf"\b{name} *[<>=!.*/+-]", self.text)  # no number is meant
        for item in owners:
            if is_alone or re.search(rf"\b{item.id}\b", self.text):
                is_several = item.type is ItemType.SEVERAL
                return f"write '{name} in {item.id}'" if is_several else f"write '{item.id} == {name}'"
        names = sorted(set(self.names()))
        if len(names) > MOST_NAMES and not closest(name, names):
            return "write the id behind an 'item:', 'value:', 'score:' or 'finding:'"
        return nearest(name, names)

    def names(self) -> Iterable[str]:
        """Yield all names that can be read here."""
        scope = self.scope
        yield from (*scope.items, *scope.findings, *scope.values, *scope.scores, "assessed", "born", "cutoffs")
        if self.table:
            yield from (column.id for column in scope.items[self.table].columns)
