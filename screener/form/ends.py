"""How low and how high a number can be, from the limits of what it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.form import expression as e

if TYPE_CHECKING:
    from decimal import Decimal

    from screener.form.scope import Scope


def can_be_zero(node: e.Number, scope: Scope) -> bool:
    """Return whether a divisor can be 0, as far as the limits tell; True when they don't."""
    ends = ends_of(node, scope)
    return ends is None or ends[0] <= 0 <= ends[1]


def ends_of(node: e.Number | e.Choice, scope: Scope) -> tuple[Decimal, Decimal] | None:
    """Return the lowest and the highest that a number can be; None where no limits tell."""
    match node:
        case e.Reading(cell):  # as most are
            return _limits(cell, scope)
        case e.Literal(value):
            return value, value
        case e.CutOffNumber(_, numbers) if len(numbers) == 1:
            (value,) = numbers.values()
            return value, value
        case e.ScoreOf(id_) if id_ in scope.ranges:
            return scope.ranges[id_].lowest, scope.ranges[id_].highest
        case e.LookedUp(name, _):
            found = scope.lookups[name][1].values()
            return (min(found), max(found)) if found else None
        case e.Arithmetic(op, left, right):
            first, second = ends_of(left, scope), ends_of(right, scope)
            return None if first is None or second is None else _combine(op, first, second)
        case e.Function("min" | "max" as name, args):
            ends = [ends_of(arg, scope) for arg in args]
            known = [end for end in ends if end is not None]
            pick = min if name == "min" else max
            return (pick(k[0] for k in known), pick(k[1] for k in known)) if len(known) == len(ends) else None
        case _:
            return None


def _limits(cell: str, scope: Scope) -> tuple[Decimal, Decimal] | None:
    name, _, rest = cell.partition(".")
    item = scope.items[name]
    if item.columns:
        item = next(column for column in item.columns if column.id == rest)
    limits = item.limits or (item.units[0].limits if len(item.units) == 1 else None)
    return (limits.lowest, limits.highest) if limits else None


def _combine(op: str, a: tuple[Decimal, Decimal], b: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal] | None:
    match op:
        case "+":
            return a[0] + b[0], a[1] + b[1]
        case "-":
            return a[0] - b[1], a[1] - b[0]
        case _:
            if op == "/" and b[0] <= 0 <= b[1]:
                return None
            corners = [x * y if op == "*" else x / y for x in a for y in b]
            return min(corners), max(corners)
