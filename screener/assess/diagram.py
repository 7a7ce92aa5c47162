"""Decision diagrams: a rule over everything it reads, reduced, so that questions about it are exact.

A *variable* has a handful of classes (the options of a choice; the stretches of a number between the cut-offs it
meets). What it could still be is a bit mask of classes. A node asks one variable and has an edge per group of classes;
a terminal is an outcome. Variables are asked in rising order and equal nodes are one node, so a diagram depends on a
variable exactly when it still asks it. Restricting a diagram to what is possible gives, in one walk, every outcome
that can still be reached and every variable that can still change it: no enumeration of combinations, no order of
evaluation, nothing left out (Bryant 1986; Srinivasan et al. 1990 for variables of several values).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FALSE, TRUE = -1, -2  # terminals are negative: outcome k is -1 - k; truth is outcome 0 or 1

Edges = tuple[tuple[int, int], ...]  # (mask of classes, child), disjoint, covering all classes


class TooLargeError(Exception):
    """The diagram would have more nodes than allowed."""


def terminal(outcome: int) -> int:
    """Return the terminal of an outcome."""
    return -1 - outcome


class Diagrams:
    """All diagrams of one form; nodes are numbers, equal nodes the same number."""

    def __init__(self, most_nodes: int = 20_000) -> None:
        self.variables: list[int] = []
        self.edges: list[Edges] = []
        self.most_nodes = most_nodes
        self._known: dict[tuple[int, Edges], int] = {}
        self._ite: dict[tuple[int, int, int], int] = {}
        self._budget = most_nodes

    def within_budget(self, build: Callable[[], int]) -> int:
        """Build a diagram that may add `most_nodes` nodes at most; raises TooLargeError."""
        self._budget = len(self.edges) + self.most_nodes
        return build()

    def node(self, variable: int, edges: Sequence[tuple[int, int]]) -> int:
        """Return the node that asks `variable`; edges to the same child become one."""
        merged: dict[int, int] = {}
        for mask, child in edges:
            merged[child] = merged.get(child, 0) | mask
        if len(merged) == 1:
            return next(iter(merged))
        key = (variable, tuple(sorted((mask, child) for child, mask in merged.items())))
        found = self._known.get(key)
        if found is None:
            found = len(self.edges)
            if found >= self._budget:
                raise TooLargeError
            self._known[key] = found
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

    def every(self, roots: Sequence[int]) -> int:
        """Return "and" of any number of conditions."""
        result = TRUE
        for root in reversed(roots):
            result = self.ite(root, result, FALSE)
        return result

    def some(self, roots: Sequence[int]) -> int:
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

    def support(self, root: int) -> frozenset[int]:
        """Return the variables the diagram asks."""
        seen: set[int] = set()
        found: set[int] = set()
        stack = [root]
        while stack:
            node = stack.pop()
            if node >= 0 and node not in seen:
                seen.add(node)
                found.add(self.variables[node])
                stack += [child for _, child in self.edges[node]]
        return frozenset(found)

    def possible(self, root: int, masks: Sequence[int]) -> tuple[int, tuple[int, ...]]:
        """Return the mask of outcomes still possible and the variables that can still change the outcome.

        `masks[v]` are the classes that variable v could still have.
        """
        if root < 0:
            return 1 << (-1 - root), ()
        all_edges, variables = self.edges, self.variables
        restricted: dict[int, int] = {}
        known: dict[tuple[int, ...], int] = {}
        asked: set[int] = set()
        outcomes = 0

        def walk(node: int) -> int:
            nonlocal outcomes
            if node < 0:
                outcomes |= 1 << (-1 - node)
                return node
            found = restricted.get(node)
            if found is not None:
                return found
            variable = variables[node]
            mask = masks[variable]
            children: dict[int, int] = {}
            for edge, child in all_edges[node]:
                common = mask & edge
                if common:
                    below = walk(child)
                    children[below] = children.get(below, 0) | common
            if len(children) > 1:
                asked.add(variable)
                key = (variable, *(part for pair in sorted(children.items()) for part in pair))
                found = known.setdefault(key, len(known))
            restricted[node] = below if found is None else found
            return restricted[node]

        walk(root)
        return outcomes, tuple(sorted(asked))
