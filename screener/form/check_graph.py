"""What depends on what, and cycles in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from screener.form import expression as e
from screener.form.problem import Problem
from screener.form.walk import PARTS, READS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screener.form.expression import Expression, Node
    from screener.form.model import Form
    from screener.form.problem import Span
    from screener.form.shapes import Problems


def check_graph(form: Form, problems: Problems) -> Graph:
    """Report cycles, and return what depends on what."""
    graph = Graph(form)
    graph.report_cycles(problems)
    return graph


class Read(NamedTuple):
    """The names that an expression reads, and those it asks `known` of."""

    names: frozenset[str]
    known: frozenset[str]


class Graph:
    """Names and what each reads."""

    def __init__(self, form: Form) -> None:
        self._found: dict[int, Read] = {}  # by the expression's identity: comparing trees costs more than walking them
        self.tables = {id_ for id_, item in form.items.items() if item.columns}
        self.gates: dict[str, Expression] = {}  # of items and `table.column`s that may not be asked
        self.edges: dict[str, set[str]] = {}
        self.order: dict[str, None] = {}  # each after all that it reads, once cycles were looked for
        self.places: dict[str, Span] = {}
        for item in form.items.values():
            self._add(item.id, item.at, [item.ask_if])
            if item.ask_if is not None:
                self.gates[item.id] = item.ask_if
            for column in item.columns:
                name = f"{item.id}.{column.id}"
                self._add(name, column.at, [column.ask_if])
                self.edges[name].add(item.id)
                if column.ask_if is not None:
                    self.gates[name] = column.ask_if
        for value in form.values:
            self._add(value.id, value.at, [value.is_])
        for score in form.scores:
            self._add(score.id, score.at, score.conditions)
            self.edges[score.id] |= {line.item for line in score.points if line.when is None}
        for finding in form.findings:
            self._add(finding.id, finding.at, finding.conditions)

    def _add(self, name: str, at: Span, expressions: Iterable[Expression | None]) -> None:
        self.places[name] = at
        self.edges[name] = set()
        for expression in expressions:
            if expression is not None:
                self.edges[name] |= self.read(expression).names

    def read(self, expression: Expression) -> Read:
        """Return what an expression reads, without sides; both its sides read the same."""
        found = self._found.get(id(expression))
        if found is None:
            found = self._found[id(expression)] = self._walked(expression.roots[0])
        return found

    def _walked(self, root: Node) -> Read:
        names: set[str] = set()
        known: set[str] = set()
        waiting = [root]
        while waiting:
            node = waiting.pop()
            kind = type(node)
            if kind in PARTS:
                waiting += PARTS[kind](node)
            if kind not in READS:
                continue
            name = READS[kind](node)
            if "." in name and (start := name.partition(".")[0]) not in self.tables:
                name = start
            names.add(name)
            if kind in (e.Known, e.KnownResult):
                known.add(name)
        return Read(frozenset(names), frozenset(known))

    def report_cycles(self, problems: Problems) -> None:
        """Report each cycle once, with its path, at the first of its names in the form."""
        self.order = dict.fromkeys(name for name, below in self.edges.items() if not below)  # as most are
        for start in self.edges:
            if start not in self.order:
                self._follow(start, problems)

    def _follow(self, start: str, problems: Problems) -> None:
        """Walk depth first from a name, without recursion: a form may chain hundreds of conditions."""
        path: list[str] = [start]
        on_path = {start}
        ahead = [iter(sorted(self.edges[start]))]
        while ahead:
            below = next(ahead[-1], None)
            if below is None:
                ahead.pop()
                on_path.discard(path[-1])
                self.order[path.pop()] = None
            elif below in on_path:
                self._report_cycle(path[path.index(below) :], problems)
            elif below not in self.order and below in self.edges:
                path.append(below)
                on_path.add(below)
                ahead.append(iter(sorted(self.edges[below])))

    def _report_cycle(self, cycle: list[str], problems: Problems) -> None:
        first = min(cycle, key=lambda name: self.places[name])
        at = cycle.index(first)
        ordered = [*cycle[at:], *cycle[:at]]
        gate = self.gates.get(first)
        if len(cycle) == 1 and gate is not None:
            hint = "a question is asked because of other answers"
            problems.append(Problem(gate.at, "F308", f"the ask_if of '{first}' reads '{first}' itself", hint))
            return
        message = f"{' -> '.join([*ordered, first])}: each needs the next"
        problems.append(Problem(self.places[first], "F307", message, "break the circle at one of them"))
