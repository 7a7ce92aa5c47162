"""The conditions of one rule, and its cases, 'outcome: condition': nodes -> model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.form.nodes import Mapping
from screener.form.parse import parse
from screener.form.problem import Problem, closest, nearest
from screener.form.rules import Case
from screener.form.scope import Sided
from screener.form.shapes import listed, wrong_kind
from screener.form.shapes_text import EXPRESSION, read_word

if TYPE_CHECKING:
    from collections.abc import Collection

    from screener.form.expression import Expression
    from screener.form.nodes import Node, Scalar
    from screener.form.scope import Scope
    from screener.form.shapes import Problems

OTHERWISE = "otherwise"
ELSE = dict.fromkeys(("else", "default"), OTHERWISE)  # how programs call it


class ConditionReader:
    """Reads the conditions of a rule: with the names it knows, once or per side, or by row of a table."""

    __slots__ = ("problems", "scope", "sided", "table")

    def __init__(self, scope: Scope, problems: Problems, sided: Sided = Sided.ONCE, table: str = "") -> None:
        self.scope = scope
        self.problems = problems
        self.sided = sided
        self.table = table

    def condition(self, source: Scalar | None) -> Expression | None:
        """Return the condition, None where there is none or it is wrong."""
        return None if source is None else parse(source, self.scope, self.problems, sided=self.sided, table=self.table)

    def cases(self, node: Node | None, outcomes: Collection[str], otherwise: Collection[str]) -> tuple[Case, ...]:
        """Return the cases, the last of them `otherwise`; those whose condition is wrong are left out."""
        cases: list[Case] = []
        nodes = listed(node, self.problems, "cases")
        for number, written in enumerate(nodes, start=1):
            if not isinstance(written, Mapping):
                self.problems.append(wrong_kind(written, "a case, 'outcome: condition'"))
                continue
            if len(written.fields) != 1:
                hint = "begin each case with '- ', or write '>' and the condition below"
                self.problems.append(Problem(written.at, "F217", "a case has one outcome and one condition", hint))
                continue
            case = self._case(written, outcomes, otherwise)
            if case is not None:
                cases.append(case)
            if OTHERWISE in written.fields and number < len(nodes):
                hint = "move it to the end"
                self.problems.append(Problem(written.at, "F507", "'otherwise' is not the last case", hint))
        last = nodes[-1] if nodes else None
        is_open = not any(isinstance(each, Mapping) and OTHERWISE in each.fields for each in nodes)
        if last is not None and is_open:
            given = {name for each in nodes if isinstance(each, Mapping) for name in each.fields}
            left = [outcome for outcome in otherwise if outcome not in given] or [*otherwise, "..."]
            hint = f"add '- otherwise: {left[-1]}'"
            self.problems.append(Problem(last.at, "F507", "no 'otherwise' after this last case", hint))
        return tuple(cases)

    def _case(self, mapping: Mapping, outcomes: Collection[str], otherwise: Collection[str]) -> Case | None:
        ((name, node),) = mapping.fields.items()
        if name not in (*outcomes, OTHERWISE):
            known, key = [*outcomes, OTHERWISE], mapping.key(name)
            message, meant = f"there is no outcome '{name}' here", ELSE.get(name, name)
            self.problems.append(Problem(key.at, "F508", message, nearest(meant, known), name))
            if OTHERWISE in (closest(name, known), meant):
                mapping.rename(key, OTHERWISE)
                name = OTHERWISE
        if name == OTHERWISE:
            outcome = read_word(node, self.problems)
            if outcome is not None and outcome not in otherwise:
                hint = nearest(outcome, otherwise)
                self.problems.append(Problem(node.at, "F508", f"there is no outcome '{outcome}' here", hint, outcome))
            return None if outcome is None else Case(outcome, None, mapping.at)
        when = self.condition(EXPRESSION.read(node, self.problems))
        return None if when is None else Case(name, when, mapping.at)
