"""One diagram under what is still possible of its variables: the outcomes that leaves, and what can still change them.

The diagrams of a form share their nodes, and their variables are steps, of which a form has thousands. Here the nodes
and variables of one diagram are numbered from 0: masks of them are small numbers, and a walk takes two thirds of the
time.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screener.assess.diagram import Diagrams, Edges


class Restriction:
    """A diagram that can be asked; `variables` are those of all diagrams, rising."""

    __slots__ = ("_every", "_root", "below", "known", "nodes", "outcomes", "variables")

    def __init__(self, diagrams: Diagrams, root: int) -> None:
        nodes = diagrams.nodes(root)
        self.variables = sorted({diagrams.variables[node] for node in nodes})
        self._every = [diagrams.every[variable] for variable in self.variables]
        self.nodes: list[tuple[int, Edges]] = []  # children first: the variable that each asks, and its edges
        self.below: list[int] = []  # by node: mask of the variables that it and its children ask
        self.outcomes: list[int] = []  # by node: mask of the outcomes it can reach
        self.known: dict[tuple[int, ...], int] = {}  # by variable, and child and mask of each edge
        place_of = {variable: place for place, variable in enumerate(self.variables)}
        number_of: dict[int, int] = {}
        for node in nodes:
            edges = tuple((mask, number_of.get(child, child)) for mask, child in diagrams.edges[node])
            number_of[node] = self._add(place_of[diagrams.variables[node]], edges)
        self._root = number_of.get(root, root)

    def _add(self, variable: int, edges: Edges) -> int:
        below, outcomes = 1 << variable, 0
        for _, child in edges:
            below |= self.below[child] if child >= 0 else 0
            outcomes |= self.outcomes[child] if child >= 0 else 1 << (-1 - child)
        number = self.known[_key(variable, {child: mask for mask, child in edges})] = len(self.nodes)
        self.nodes.append((variable, edges))
        self.below.append(below)
        self.outcomes.append(outcomes)
        return number

    def possible(self, masks: Sequence[int]) -> tuple[int, int]:
        """Return the mask of outcomes still possible and the mask of the variables that can still change the outcome.

        `masks`, by the variables of all diagrams: the classes that each could still have. The second mask is of places
        in `variables`. What asks only variables about which nothing is known is taken as it stands.
        """
        if self._root < 0:
            return 1 << (-1 - self._root), 0
        left = [*map(masks.__getitem__, self.variables)]
        if left == self._every:
            return self.outcomes[self._root], self.below[self._root]
        restricted = 0
        for place, every in enumerate(self._every):
            if (mask := left[place]) != every:
                restricted |= 1 << place
                left[place] = mask & every or every  # none: an answer that the form doesn't take, past all checks
        walk = _Walk(self, left, restricted)
        walk.restrict(self._root)
        return walk.outcomes, walk.asked


class _Walk:
    """Restricts every node that asks something restricted; equal restricted nodes are one node."""

    __slots__ = ("asked", "done", "inner", "left", "new", "outcomes", "restricted")

    def __init__(self, inner: Restriction, left: list[int], restricted: int) -> None:
        self.inner, self.left, self.restricted = inner, left, restricted
        self.done: dict[int, int] = {}
        self.new: dict[tuple[int, ...], int] = {}
        self.outcomes = self.asked = 0

    def come_to(self, node: int) -> int:
        """Return what a node comes to; one that asks nothing restricted is taken as it stands."""
        found = self.done.get(node)
        if found is None:
            found = node
            if node < 0:
                self.outcomes |= 1 << (-1 - node)
            elif self.inner.below[node] & self.restricted:
                found = self.restrict(node)
            else:
                self.outcomes |= self.inner.outcomes[node]
                self.asked |= self.inner.below[node]
            self.done[node] = found
        return found

    def restrict(self, node: int) -> int:
        """Return what a node that asks something restricted comes to."""
        inner = self.inner
        variable, edges = inner.nodes[node]
        mask = self.left[variable]
        if len(edges) != 2:  # noqa: PLR2004  # nearly all have two
            return self._merged(variable, edges)
        (one, to_one), (other, to_other) = edges
        one, other = one & mask, other & mask
        if not other:
            return self.come_to(to_one)
        if not one:
            return self.come_to(to_other)
        first, second = self.come_to(to_one), self.come_to(to_other)
        if first == second:
            return first
        if first > second:
            first, one, second, other = second, other, first, one
        return self._number((variable, first, one, second, other))

    def _merged(self, variable: int, edges: Edges) -> int:
        merged: dict[int, int] = {}
        for edge, child in edges:
            if common := edge & self.left[variable]:
                found = self.come_to(child)
                merged[found] = merged.get(found, 0) | common
        return self._number(_key(variable, merged)) if len(merged) > 1 else next(iter(merged))

    def _number(self, key: tuple[int, ...]) -> int:
        self.asked |= 1 << key[0]
        number = self.inner.known.get(key)
        return self.new.setdefault(key, len(self.inner.nodes) + len(self.new)) if number is None else number


def _key(variable: int, merged: dict[int, int]) -> tuple[int, ...]:
    """Return what tells a node apart; `merged` holds the mask of classes that leads to each child."""
    return variable, *chain.from_iterable(sorted(merged.items()))
