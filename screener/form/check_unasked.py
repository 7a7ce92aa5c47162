"""Red flags and criteria that would take "not asked" for "no", or be cleared without having been asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from screener.form.problem import Problem
from screener.form.rules import Criterion

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from screener.form.check_graph import Graph
    from screener.form.expression import Expression
    from screener.form.model import Form
    from screener.form.rules import Flag
    from screener.form.shapes import Problems


def check_unasked(form: Form, graph: Graph, problems: Problems) -> None:
    """Report flags and criteria that take "not asked" for "no", or that read what a block may answer."""
    not_understood = {problem.at.file for problem in problems if problem.code[:2] in ("F2", "F4", "F5")}
    unguarded = _Unguarded(form, graph, not_understood)
    for rule in _asked_one_by_one(form):
        if rule.at.file not in not_understood:  # a case that is missing there may have read the gate
            problems += [
                each.problem(is_criterion=isinstance(rule, Criterion)) for each in unguarded.in_(rule.conditions)
            ]
    _report_normals(form, graph, problems)


class _Unread(NamedTuple):
    """A condition reads items that may go unasked, itself or through a result, and not what decides whether."""

    when: Expression
    read: str
    items: list[str]
    gate: tuple[str, ...]
    asked: str  # what `known` has to be asked of; "": of a table it can't be

    def problem(self, *, is_criterion: bool) -> Problem:
        items = " and ".join(f"'{item}'" for item in self.items)
        start = items if [self.read] == self.items else f"'{self.read}' reads {items}, which"
        known = f"add 'known({self.asked})', or " if self.asked else ""
        if known and is_criterion:  # where it is merely added the criterion may be 'ok' for what nobody asked
            known = f"add the case 'need_info: not known({self.asked})', or "
        where = ", here or in the applies_if of the trial" if is_criterion else ""
        hint = f"{known}read {' and '.join(self.gate)} too{where}"
        return Problem(self.when.at, "F309", f"{start} may not be asked; that would look like a 'no' here", hint)


class _Unguarded:
    """Finds what conditions read of items that may go unasked, without `known` and without the gate.

    A value has none where such an item is not asked: who reads the value reads the item, and `known` of the value
    guards it; but a table not asked counts 0, which is known. A finding, or a condition of a score, may hold a guard of
    its own; where it doesn't, its reader has to.
    A line of a score is no condition: without `not_asked` it leaves the total open, which is not "no".
    """

    def __init__(self, form: Form, graph: Graph, not_understood: Collection[str]) -> None:
        self._graph = graph
        conditions: dict[str, Iterable[Expression]] = {value.id: [value.is_] for value in form.values}
        self._values = frozenset(conditions)
        conditions |= {score.id: score.conditions for score in form.scores}
        conditions |= {finding.id: finding.conditions for finding in form.findings}
        self._judged = conditions.keys() - self._values
        self._within: dict[str, frozenset[str]] = {}  # by result: what is read unguarded in it
        for name in graph.order:
            if name in conditions and graph.places[name].file not in not_understood:
                self._within[name] = frozenset(item for unread in self.in_(conditions[name]) for item in unread.items)

    def in_(self, conditions: Iterable[Expression]) -> Iterator[_Unread]:
        """Yield what is read unguarded in conditions that stand together."""
        reads = [(when, self._graph.read(when)) for when in conditions]
        names = frozenset[str]().union(*(read.names for _, read in reads))
        known = frozenset[str]().union(*(read.known for _, read in reads)) - self._judged
        gates, tables = self._graph.gates, self._graph.tables
        for when, read in reads:
            for name in sorted(read.names):
                items = {name} if name in gates else self._within.get(name, frozenset())
                together: dict[tuple[str, tuple[str, ...]], list[str]] = {}
                for item in sorted(items & tables if name in known else items - known):
                    if gate := tuple(sorted(self._graph.read(gates[item]).names - names)):
                        asked = name if name in self._values else item.partition(".")[2] or item
                        together.setdefault(("" if item in tables else asked, gate), []).append(item)
                yield from (_Unread(when, name, each, gate, asked) for (asked, gate), each in together.items())


def _report_normals(form: Form, graph: Graph, problems: Problems) -> None:
    """Report flags and criteria that read an item which may be marked normal with its block."""
    normals = {id_ for id_, item in form.items.items() if item.normal is not None}
    for rule in _asked_one_by_one(form):
        for case in rule.cases:
            for name in sorted(graph.read(case.when).names & normals) if case.when is not None else ():
                message = f"'{name}' has a 'normal': marked with its block it would clear '{rule.id}' unasked"
                hint = f"take 'normal' out of '{name}'"
                hint += ", or call it 'unremarkable'" if form.items[name].has_sides else ""
                problems.append(Problem(case.at, "F320", message, hint))


def _asked_one_by_one(form: Form) -> list[Flag | Criterion]:
    return [*form.flags, *(criterion for trial in form.trials for criterion in trial.criteria)]
