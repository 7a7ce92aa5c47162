"""What the names in an expression stand for, on which side and in which table."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple, Self

from screener.form.model import SIDES
from screener.form.problem import nearest
from screener.form.scope import Refused, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screener.form.model import Item

SIDED = (*SIDES, "here")
LONGEST_SHOWN = 40  # characters of an expression in a message


class Target(NamedTuple):
    """What a name (with its side) stands for."""

    kind: str  # item, column, finding, value, score
    id: str
    cell: str


class Names:
    """Names of one expression: `side` is "" where there is none; what is wrong is collected in `refused`."""

    def __init__(self, scope: Scope, *, side: str = "", table: str = "", is_inside_sides: bool = False) -> None:
        self.scope = scope
        self.side = side
        self.table = table
        self.is_inside_sides = is_inside_sides
        self.refused: list[Refused] = []

    def inside(self, *, side: str = "", table: str = "") -> Self:
        """Return the same for a part: on a side, or in a row of a table."""
        is_inside_sides = self.is_inside_sides or bool(side)
        return type(self)(
            self.scope, side=side or self.side, table=table or self.table, is_inside_sides=is_inside_sides
        )

    def item_of(self, target: Target) -> Item | None:
        """Return the item or column of a target; None for a result."""
        if target.kind == "item":
            return self.scope.items[target.id]
        if target.kind == "column":
            return next(column for column in self.scope.items[self.table].columns if column.id == target.id)
        return None

    def target(self, node: ast.expr) -> Target:
        """Return what a name, or a name with its side, stands for."""
        if isinstance(node, ast.Name):
            return self._plain_name(node, node.id)
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=side) if side in SIDED:
                return self._sided_name(node, name, side)
            case ast.Attribute(value=ast.Name(id=name)):
                self._plain_name(node.value, name)
                raise Refused(
                    node, "F414", f"'{name}' has no part '{node.attr}'", "parts: left, right, here, unit, ..."
                )
            case _:
                raise Refused(node, "F404", "a name belongs here", "name an item, a value, a score or a finding")

    def _plain_name(self, node: ast.expr, name: str) -> Target:
        scope = self.scope
        if self.table and any(column.id == name for column in scope.items[self.table].columns):
            return Target("column", name, f"{self.table}.{name}")
        if name in scope.values:
            return Target("value", name, name)
        if name in scope.scores:
            return Target("score", name, name)
        kind, has_sides = self._kind(node, name)
        if not has_sides:
            return Target(kind, name, name)
        if not self.is_inside_sides:
            hint = f"write {name}.left, {name}.right, or put it inside either() or both()"
            if self.side:
                hint = f"write {name}.here, {name}.left or {name}.right"
            raise Refused(node, "F408", f"'{name}' has a left and a right", hint)
        return Target(kind, name, f"{name}.{self.side}")

    def _sided_name(self, node: ast.Attribute, name: str, side: str) -> Target:
        kind, has_sides = self._kind(node.value, name)
        if not has_sides:
            raise Refused(node, "F414", f"'{name}' has no sides", f"write {name}")
        if side == "here":
            if not self.side:
                hint = f"write {name}.left or {name}.right, or put it inside either() or both()"
                raise Refused(node, "F408", f"'{name}.here' stands where there is no side", hint)
            side = self.side
        return Target(kind, name, f"{name}.{side}")

    def _kind(self, node: ast.expr, name: str) -> tuple[str, bool]:
        scope = self.scope
        if name in scope.items:
            return "item", scope.items[name].has_sides
        if name in scope.findings:
            finding = scope.findings[name]
            if finding.table and finding.table != self.table:
                message = f"'{name}' is about rows of '{finding.table}'"
                raise Refused(node, "F415", message, f"use any({finding.table}, ...)")
            return "finding", finding.has_sides
        if name in scope.values or name in scope.scores:
            return "value", False
        raise Refused(node, "F404", f"there is no item, value, score or finding '{name}'", nearest(name, self._names()))

    def _names(self) -> Iterable[str]:
        scope = self.scope
        yield from (*scope.items, *scope.findings, *scope.values, *scope.scores, "assessed", "born", "cutoffs")
        if self.table:
            yield from (column.id for column in scope.items[self.table].columns)


def written(node: ast.AST) -> str:
    """Return a part of an expression as it was written, cut when long."""
    text = ast.unparse(node)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 3] + "..."
