"""Decision diagrams: a rule over everything it reads, reduced, so that questions about it are exact.

A *variable* has a handful of classes (the options of a choice; the stretches of a number between the cut-offs it
meets). What it could still be is a bit mask of classes. A node asks one variable and has an edge per group of classes;
a terminal is an outcome. Variables are asked in rising order and equal nodes are one node, so a diagram depends on a
variable exactly when it still asks it. Restricting a diagram to what is possible gives, in one walk, every outcome
that can still be reached and every variable that can still change it: no enumeration of combinations, no order of
evaluation, nothing left out (Bryant 1986; Srinivasan et al. 1990 for variables of several values).
"""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FALSE, TRUE = -1, -2  # terminals are negative: outcome k is -1 - k; truth is outcome 0 or 1

Edges = tuple[tuple[int, int], ...]  # (mask of classes, child), disjoint, covering all classes


class TooLargeError(Exception):
    """The diagram would have more nodes than allowed."""


@lru_cache(maxsize=1 << 14)
def bits_of(mask: int) -> tuple[int, ...]:
    """Return the places of the bits of a mask, rising; the same masks come again and again."""
    places = []
    while mask:
        bit = mask & -mask
        places.append(bit.bit_length() - 1)
        mask ^= bit
    return tuple(places)


def terminal(outcome: int) -> int:
    """Return the terminal of an outcome."""
    return -1 - outcome


class Diagrams:
    """All diagrams of one form; nodes are numbers, equal nodes the same number."""

    def __init__(self, most_nodes: int) -> None:
        self.variables: list[int] = []
        self.edges: list[Edges] = []
        self.every: dict[int, int] = {}  # by variable: all its classes
        self.most_nodes = most_nodes
        self._known: dict[tuple[int, Edges], int] = {}
        self._ite: dict[tuple[int, int, int], int] = {}
        self._end = sys.maxsize  # no node beyond this number while a diagram is built

    def within_budget(self, build: Callable[[], int]) -> int:
        """Build a diagram that adds `most_nodes` nodes at most; raises TooLargeError."""
        return self._built(build, self.most_nodes)

    def unbounded(self, build: Callable[[], int]) -> int:
        """Build a diagram of any size."""
        return self._built(build, sys.maxsize)

    def _built(self, build: Callable[[], int], most: int) -> int:
        left = self._end - len(self.edges)
        self._end = len(self.edges) + most
        try:
            return build()
        finally:  # what is built on the way for others is not counted twice
            self._end = len(self.edges) + left

    def node(self, variable: int, edges: Sequence[tuple[int, int]]) -> int:
        """Return the node that asks `variable`; edges to the same child become one."""
        merged: dict[int, int] = {}
        for mask, child in edges:
            merged[child] = merged.get(child, 0) | mask
        if len(merged) == 1:
            return next(iter(merged))
        key = (variable, _rising(merged))
        found = self._known.get(key)
        if found is None:
            found = len(self.edges)
            if found >= self._end:
                raise TooLargeError
            self._known[key] = found
            self.every[variable] = sum(merged.values())  # no two share a class
            self.variables.append(variable)
            self.edges.append(key[1])
        return found

    def test(self, variable: int, every: int, mask: int) -> int:
        """Return "the variable is one of the classes of `mask`", out of the classes of `every`."""
        mask &= every
        if not mask:
            return FALSE
        if mask == every:
            return TRUE
        return self.node(variable, ((mask, TRUE), (every & ~mask, FALSE)))

    def ite(self, condition: int, then: int, other: int) -> int:
        """Return "if condition then `then` else `other`"; the two may have any outcomes."""
        if condition == TRUE or then == other:
            return then
        if condition == FALSE:
            return other
        if then == TRUE and other == FALSE:
            return condition
        key = (condition, then, other)
        found = self._ite.get(key)
        if found is None:
            found = self._ite[key] = self._split(condition, then, other)
        return found

    def _split(self, condition: int, then: int, other: int) -> int:
        variables = self.variables
        top = min(variables[node] for node in (condition, then, other) if node >= 0)
        parts: list[tuple[int, int, int, int]] = [(-1, condition, then, other)]  # -1: all classes
        for place, root in enumerate((condition, then, other), 1):
            if root < 0 or variables[root] != top:
                continue
            refined = []
            for part in parts:
                for mask, child in self.edges[root]:
                    common = part[0] & mask
                    if common:
                        roots = list(part)
                        roots[0], roots[place] = common, child
                        refined.append((roots[0], roots[1], roots[2], roots[3]))
            parts = refined
        return self.node(top, [(mask, self.ite(c, t, o)) for mask, c, t, o in parts])

    def negated(self, root: int) -> int:
        """Return "not"."""
        return self.ite(root, FALSE, TRUE)

    def all_of(self, roots: Sequence[int]) -> int:
        """Return "and" of any number of conditions."""
        result = TRUE
        for root in reversed(roots):
            result = self.ite(root, result, FALSE)
        return result

    def any_of(self, roots: Sequence[int]) -> int:
        """Return "or" of any number of conditions."""
        result = FALSE
        for root in reversed(roots):
            result = self.ite(root, TRUE, result)
        return result

    def at_least(self, n: int, roots: Sequence[int]) -> int:
        """Return "at least n of these conditions"."""
        counted = [TRUE if k == 0 else FALSE for k in range(n + 1)]  # counted[k]: k more are needed
        for root in roots:
            counted = [TRUE, *(self.ite(root, counted[k - 1], counted[k]) for k in range(1, n + 1))]
        return counted[n]

    def mapped(self, root: int, terminals: Callable[[int], int], done: dict[int, int] | None = None) -> int:
        """Return the diagram with each terminal replaced."""
        done = {} if done is None else done
        found = done.get(root)
        if found is None:
            if root < 0:
                found = terminals(root)
            else:
                edges = [(mask, self.mapped(child, terminals, done)) for mask, child in self.edges[root]]
                found = self.node(self.variables[root], edges)
            done[root] = found
        return found

    def nodes(self, root: int) -> list[int]:
        """Return the nodes of a diagram, each after its children."""
        found, waiting = set[int](), [root]
        while waiting:
            node = waiting.pop()
            if node >= 0 and node not in found:
                found.add(node)
                waiting += [child for _, child in self.edges[node]]
        return sorted(found)  # a node is made after its children


def _rising(merged: Mapping[int, int]) -> Edges:
    """Return edges, by child, in the order in which nodes have them; most have two, and a sort takes longer."""
    if len(merged) > 2:  # noqa: PLR2004 - as it says
        return tuple(sorted(zip(merged.values(), merged, strict=True)))
    (one, to_one), (other, to_other) = merged.items()
    return ((to_one, one), (to_other, other)) if to_one < to_other else ((to_other, other), (to_one, one))
