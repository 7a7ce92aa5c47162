"""How far the numbers that a rule compares are from its limits: near misses, said in the unit they were entered in."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.answers import Measured, Whole
from screener.assess.assessment import Asked
from screener.assess.figures import number_text, shown_number, shown_unit
from screener.assess.words import Words
from screener.form import expression as e
from screener.form.walk import walk
from screener.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screener.assess.assessment import Assessment
    from screener.form.rules import Case

EXACTLY = tr("{name}: {figure}, exactly at {limit}")
ABOVE = tr("{name}: {figure}, {apart} above {limit}")
BELOW = tr("{name}: {figure}, {apart} below {limit}")
Figure = tuple[Decimal, str]  # a number and its unit


def distances(assessment: Assessment, result: str) -> tuple[str, ...]:
    """Return, for each number that a result compares with a limit, how far it is from it; only what is recorded."""
    near = _Nearness(assessment)
    return tuple(dict.fromkeys(near.of_result(result)))


class _Nearness:
    def __init__(self, assessment: Assessment) -> None:
        self._assessment, self._form = assessment, assessment.form
        self._words = Words(assessment.form)
        self._values = {value.id: value for value in assessment.form.values}
        self._figures = {value.id: value for value in assessment.values}
        self._marks = {score.id: score.cutoffs for score in assessment.form.scores}
        self._totals = {score.id: score.total for score in assessment.scores}
        self._findings = {finding.id: finding for finding in assessment.form.findings}
        self._rules = {flag.id: flag.cases for flag in assessment.form.flags}
        self._rules |= {one.id: one.cases for trial in assessment.form.trials for one in trial.criteria}
        self._followed: set[str] = set()

    def of_result(self, result: str) -> Iterator[str]:
        """Yield the sentences of a value, score, finding, flag or criterion."""
        name, _, side = result.partition(".")
        if name in self._values:
            for cutoff in self._values[name].cutoffs.values():
                yield from self._said(e.ValueOf(name), e.CutOffNumber(cutoff.id, cutoff.numbers))
        for mark in self._marks.get(name, ()):
            yield from self._said(e.ScoreOf(name), e.Literal(mark.start))
        if name in self._findings:
            yield from self._of_finding(name, side)
        yield from self._of_cases(self._rules.get(name, ()), side)

    def _of_finding(self, name: str, side: str) -> Iterator[str]:
        if f"{name}.{side}" not in self._followed:
            self._followed.add(f"{name}.{side}")
            yield from self._of_cases(self._findings[name].cases, side)

    def _of_cases(self, cases: Iterable[Case], side: str) -> Iterator[str]:
        for case in cases:
            if case.when is not None:
                for node in walk(case.when.on(side)):
                    if isinstance(node, e.Compare):
                        yield from self._said(node.left, node.right)
                    elif isinstance(node, e.Finds):
                        found, _, found_side = node.cell.partition(".")
                        yield from self._of_finding(found, found_side)

    def _said(self, left: e.Number, right: e.Number) -> Iterator[str]:
        if isinstance(left, e.CutOffNumber | e.Literal):
            left, right = right, left
        figure = self._figure(left)
        if figure is None:
            return
        number, unit = figure
        limit = limit_in(right, unit)
        if limit is None:
            return
        apart = abs(number - limit)
        shown = self._shown_unit(left, unit)
        far = EXACTLY if not apart else ABOVE if number > limit else BELOW
        yield far.format(
            name=self._words.number(left),
            figure=f"{number_text(number)} {shown}".rstrip(),
            apart=number_text(apart),
            limit=f"{number_text(limit)} {shown}".rstrip(),
        )

    def _shown_unit(self, node: e.Number, unit: str) -> str:
        return shown_unit(self._values[node.id], self._figures[node.id]) if isinstance(node, e.ValueOf) else unit

    def _figure(self, node: e.Number) -> Figure | None:
        """Return the number that stands for a part of a rule, when there is exactly one."""
        match node:
            case e.Reading(cell):
                return self._read(cell)
            case e.ValueOf(id_):
                return self._computed(id_)
            case e.ScoreOf(id_):
                total = self._totals[id_]
                return None if total is None else (total, "")
            case _:
                return None

    def _computed(self, id_: str) -> Figure | None:
        value, figure = self._values[id_], self._figures[id_]
        if figure.value is None:
            return None
        return Decimal(shown_number(value, figure.value)), figure.unit or value.unit

    def _read(self, cell: str) -> Figure | None:
        if self._assessment.asked.get(cell) is not Asked.YES:
            return None
        match self._assessment.answers.cells.get(cell):
            case Whole(number):
                return Decimal(number), ""
            case Measured(number, unit, comparator) if not comparator and (unit or not self._has_units(cell)):
                return number, unit
        return None

    def _has_units(self, cell: str) -> bool:
        return any(unit.id for unit in self._form.cells[cell].units)


def limit_in(node: e.Number, unit: str) -> Decimal | None:
    """Return the number that a rule compares with, in a unit; None for what is no limit."""
    match node:
        case e.Literal(number):
            return number
        case e.CutOffNumber(_, numbers):
            return numbers.get(unit, numbers.get(""))
        case _:
            return None
