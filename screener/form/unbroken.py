"""A rule across answers is broken by values only: what has no value, not asked or not done, breaks none.

Elsewhere a comparison without a value is false. In what a rule demands it is written so that it is true there:

    a > b         not (a <= b)
    a == b        not (a < b or a > b)
    x == option   x == option or not known(x)

What stands under `not` is as it should be already, and so is what the author asks `known` of.
"""

from __future__ import annotations

from screener.form import expression as e

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def unless_broken(node: e.Truth, *, is_demanded: bool = True) -> e.Truth:
    """Return what a rule demands, true also where what it compares has no value."""
    match node:
        case e.Not(part):
            return e.Not(unless_broken(part, is_demanded=not is_demanded))
        case e.And(parts):
            return e.And(tuple(unless_broken(part, is_demanded=is_demanded) for part in parts))
        case e.Or(parts):
            return e.Or(tuple(unless_broken(part, is_demanded=is_demanded) for part in parts))
        case e.AtLeast(n, parts):
            return e.AtLeast(n, tuple(unless_broken(part, is_demanded=is_demanded) for part in parts))
        case e.AnyRow(table, part):
            return e.AnyRow(table, unless_broken(part, is_demanded=is_demanded))
        case e.AllRows(table, part):
            return e.AllRows(table, unless_broken(part, is_demanded=is_demanded))
        case _:
            return _or_no_value(node) if is_demanded else node


def _or_no_value(node: e.Truth) -> e.Truth:
    match node:
        case e.Compare("==", left, right):
            return e.Not(e.Or((e.Compare("<", left, right), e.Compare(">", left, right))))
        case e.Compare(op, left, right):
            return e.Not(e.Compare(_OPPOSITE[op], left, right))
        case e.Is(cell) | e.Has(cell) | e.UnitIs(cell) | e.Within(e.Reading(cell) | e.MeasuredOn(cell)):
            return e.Or((node, e.Not(e.Known(cell))))
        case e.Finds(cell):
            return e.Or((node, e.Not(e.KnownResult(cell))))
        case _:
            return node
