"""What depends on what: cycles, and rules that read an item that may not be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.form import expression as e
from screener.form.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screener.form.expression import Expression, Node
    from screener.form.model import Criterion, Flag, Form
    from screener.form.problem import Span
    from screener.form.shapes import Problems


def check_graph(form: Form, problems: Problems) -> None:
    """Report cycles, and flags and criteria that take "not asked" for "no"."""
    graph = _Graph(form)
    graph.report_cycles(problems)
    graph.report_unguarded(form, problems)


def reads(node: Node) -> str:
    """Return the name that a node reads: an item, `table.column`, finding, value or score; empty when none."""
    match node:
        case (
            e.Is(cell) | e.Has(cell) | e.Finds(cell) | e.UnitIs(cell) | e.Known(cell) | e.Reading(cell)
            | e.AgeDays(cell) | e.MeasuredOn(cell) | e.CountChosen(cell) | e.Choice(cell) | e.LookedUp(_, cell)
        ):  # fmt: skip
            return cell
        case e.KnownResult(id_) | e.ValueOf(id_) | e.ScoreOf(id_):
            return id_
        case e.AnyRow(table) | e.AllRows(table) | e.CountRows(table):
            return table
        case _:
            return ""


class _Graph:
    """Names and what each reads."""

    def __init__(self, form: Form) -> None:
        self.tables = {id_ for id_, item in form.items.items() if item.columns}
        self.gates: dict[str, Expression] = {}  # of items and `table.column`s that may not be asked
        self.edges: dict[str, set[str]] = {}
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
            self._add(score.id, score.at, [score.applies_if, *(line.when for line in score.points)])
            self.edges[score.id] |= {line.item for line in score.points if line.when is None}
        for finding in form.findings:
            self._add(finding.id, finding.at, [finding.applies_if, *(case.when for case in finding.cases)])

    def _add(self, name: str, at: Span, expressions: Iterable[Expression | None]) -> None:
        self.places[name] = at
        self.edges[name] = set()
        for expression in expressions:
            if expression is not None:
                self.edges[name] |= self._names(expression)

    def _names(self, expression: Expression) -> set[str]:
        names = {reads(node) for root in expression.roots for node in e.walk(root)}
        names.discard("")
        return {self._name(cell) for cell in names}

    def _name(self, cell: str) -> str:
        name, _, rest = cell.partition(".")
        return cell if rest and name in self.tables else name

    def report_cycles(self, problems: Problems) -> None:
        """Report each cycle once, with its path, at the first of its names in the form."""
        done: set[str] = set()
        for start in self.edges:
            if start not in done:
                self._follow(start, done, problems)

    def _follow(self, start: str, done: set[str], problems: Problems) -> None:
        """Walk depth first from a name, without recursion: a form may chain hundreds of conditions."""
        path: list[str] = [start]
        on_path = {start}
        ahead = [iter(sorted(self.edges[start]))]
        while ahead:
            below = next(ahead[-1], None)
            if below is None:
                ahead.pop()
                on_path.discard(path[-1])
                done.add(path.pop())
            elif below in on_path:
                self._report_cycle(path[path.index(below) :], problems)
            elif below not in done and below in self.edges:
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

    def report_unguarded(self, form: Form, problems: Problems) -> None:
        """Report flags and criteria that read an item which may not be asked, without `known` and without its gate."""
        rules: list[Flag | Criterion] = [*form.flags]
        for trial in form.trials:
            rules += trial.criteria
        for rule in rules:
            whens = [case.when for case in rule.cases if case.when is not None]
            read = set[str]().union(*(self._names(when) for when in whens))
            known = {
                self._name(node.cell)
                for when in whens
                for root in when.roots
                for node in e.walk(root)
                if isinstance(node, e.Known)
            }
            for when in whens:
                for name in sorted(self._names(when) - known):
                    missing = self._unread_gate(name, read)
                    if missing:
                        hint = f"add 'known({name.partition('.')[2] or name})', or read {' and '.join(missing)} too"
                        message = f"'{name}' may not be asked; that would look like a 'no' here"
                        problems.append(Problem(when.at, "F309", message, hint))

    def _unread_gate(self, name: str, read: set[str]) -> list[str]:
        gate = self.gates.get(name)
        return [] if gate is None else sorted(self._names(gate) - read)
