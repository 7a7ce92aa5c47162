"""Through an expression: the parts of a node, all that is below it, and the names that it reads."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from screener.form import expression as e

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from screener.form.expression import Node

PARTS: dict[type, Callable[[Any], tuple[Node, ...]]] = {  # the other nodes have none
    **dict.fromkeys((e.And, e.Or, e.AtLeast), attrgetter("parts")),
    **dict.fromkeys((e.Not, e.AnyRow, e.AllRows, e.CountRows), lambda node: (node.part,)),
    **dict.fromkeys((e.Compare, e.Arithmetic), attrgetter("left", "right")),
    e.Within: lambda node: (node.date,),
    e.Function: attrgetter("args"),
}
READS: dict[type, Callable[[Any], str]] = {  # the other nodes read nothing themselves
    **dict.fromkeys(
        (
            e.Is,
            e.Has,
            e.Finds,
            e.UnitIs,
            e.Known,
            e.Reading,
            e.AgeDays,
            e.MeasuredOn,
            e.CountChosen,
            e.Choice,
            e.LookedUp,
        ),
        attrgetter("cell"),
    ),
    **dict.fromkeys((e.KnownResult, e.ValueOf, e.ScoreOf), attrgetter("id")),
    **dict.fromkeys((e.AnyRow, e.AllRows, e.CountRows), attrgetter("table")),
}


def children(node: Node) -> tuple[Node, ...]:
    """Return the direct parts of a node."""
    parts = PARTS.get(type(node))
    return () if parts is None else parts(node)


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and everything below it, in the order written."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(children(node))


def name_read(node: Node) -> str:
    """Return the name that a node reads, its parts aside: a cell, a column, a table, a result; "" for none."""
    reads = READS.get(type(node))
    return "" if reads is None else reads(node)


def names_read(*roots: Node) -> Iterator[str]:
    """Yield the names that are read anywhere in expressions, in the order written."""
    return (name for root in roots for node in walk(root) if (name := name_read(node)))
