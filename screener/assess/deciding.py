"""Which answers decided: of a condition that holds, the parts that make it hold."""

from __future__ import annotations

import operator
from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.answers import Chosen, ChosenSeveral, Measured, Whole
from screener.assess.assessment import Asked, FindingState
from screener.assess.cells import left_by
from screener.assess.nearness import limit_in
from screener.form import expression as e

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screener.assess.answers import Answer
    from screener.assess.assessment import Assessment
    from screener.form.rules import Case

_COMPARE = {"==": operator.eq, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


class Deciding:
    """Looks for what decided in one assessment.

    A part that can't be told by the answers alone (a date, a row of a table) is open: named beside those that hold
    where all are needed, and else only where nothing holds for certain.
    """

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment
        self._findings = {finding.id: finding for finding in assessment.form.findings}
        self._found = {f"{each.id}.{each.side}".rstrip("."): each for each in assessment.findings}
        self._figures = {each.id: (each.value, each.unit) for each in assessment.values}
        self._figures |= {each.id: (each.total, "") for each in assessment.scores}

    def parts(self, cases: Iterable[Case], outcome: str, side: str = "") -> Iterator[e.Node]:
        """Yield the parts of conditions behind an outcome; a finding that is a step of other rules is read through."""
        for case in cases:
            if case.when is not None and case.outcome == outcome and self._holds(case.when.truth(side)) is not False:
                yield from self._behind(case.when.truth(side), wanted=True)

    def _behind(self, node: e.Truth, *, wanted: bool) -> Iterator[e.Node]:
        match node:
            case e.Not(part):
                yield from self._behind(part, wanted=not wanted)
            case e.And(parts) | e.Or(parts) | e.AtLeast(_, parts):
                telling: Iterable[e.Truth] = parts
                if not isinstance(node, e.And if wanted else e.Or):
                    holding = [part for part in parts if self._holds(part) is wanted]
                    telling = holding or [part for part in parts if self._holds(part) is None]
                for part in telling:
                    yield from self._behind(part, wanted=wanted)
            case e.Finds(cell, _) if self._findings[cell.partition(".")[0]].is_hidden:
                name, _, side = cell.partition(".")
                yield from self.parts(self._findings[name].cases, self._found[cell].outcome or "", side)
            case e.Always() | e.Known() | e.KnownResult() | e.UnitIs():
                return
            case _:
                yield node

    def _holds(self, node: e.Truth) -> bool | None:  # noqa: C901 - a case a kind
        """Whether a condition holds, None where that is open or not told here."""
        match node:
            case e.Always(value):
                return value
            case e.Not(part):
                held = self._holds(part)
                return None if held is None else not held
            case e.And(parts):
                return self._at_least(len(parts), parts)
            case e.Or(parts):
                return self._at_least(1, parts)
            case e.AtLeast(n, parts):
                return self._at_least(n, parts)
            case e.Is(cell, _) | e.Has(cell, _):
                return self._chosen(cell, node)
            case e.Finds(cell, outcomes):
                found = self._found[cell]
                is_open = found.state is FindingState.UNDECIDED
                return None if is_open else found.outcome in outcomes
            case e.Compare():
                return self._compared(node)
            case _:
                return None

    def _at_least(self, n: int, parts: tuple[e.Truth, ...]) -> bool | None:
        held = [self._holds(part) for part in parts]
        if held.count(True) >= n:
            return True
        return None if len(held) - held.count(False) >= n else False

    def _chosen(self, cell: str, node: e.Is | e.Has) -> bool | None:
        if self._assessment.asked.get(cell) is Asked.NO:
            return False
        match node, self._seen(cell):
            case e.Is(_, options), Chosen(option):
                return option in options
            case e.Has(_, option), ChosenSeveral(options):
                return option in options
            case _:
                return None

    def _compared(self, node: e.Compare) -> bool | None:
        (left, unit), (right, other) = self._number(node.left), self._number(node.right)
        left = limit_in(node.left, other) if left is None else left
        right = limit_in(node.right, unit) if right is None else right
        return None if left is None or right is None else bool(_COMPARE[node.op](left, right))

    def _number(self, node: e.Number) -> tuple[Decimal | None, str]:
        """Return the number that stands for a part of a rule, with its unit; None where there isn't exactly one."""
        match node:
            case e.ValueOf(id_) | e.ScoreOf(id_):
                return self._figures[id_]
            case e.Reading(cell):
                answer = self._seen(cell)
                if isinstance(answer, Whole):
                    return Decimal(answer.value), ""
                if isinstance(answer, Measured) and not answer.comparator:
                    return answer.value, answer.unit
            case _:
                pass
        return None, ""

    def _seen(self, cell: str) -> Answer | None:
        """Return what rules see of an answer."""
        item, answers = self._assessment.form.cells.get(cell), self._assessment.answers
        if item is None or self._assessment.asked[cell] is not Asked.YES:
            return None
        return left_by(cell, item, answers.cells.get(cell), answers.assessed_on).answer
