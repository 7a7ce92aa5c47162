"""A form becomes a program: every part compiled once, conditions of questions first, rules after what they read."""

from __future__ import annotations

from enum import Enum
from functools import partial, reduce
from operator import or_
from typing import TYPE_CHECKING

from screener.assess import conditions, measures
from screener.assess.diagram import FALSE, TRUE, TooLargeError, bits_of, terminal
from screener.assess.intervals import EITHER, TRUE_ONLY
from screener.assess.program import NAMED_DATE, Measure, Program
from screener.assess.restriction import Restriction
from screener.assess.split import Split
from screener.assess.vocabulary import Vocabulary
from screener.form.model import SIDES, ItemType
from screener.form.rules import Finding, Per

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from screener.assess.program import Run, State
    from screener.form import expression as e
    from screener.form.model import Form, Item
    from screener.form.rules import Case


class Detail(Enum):
    """How much of what a rule reads is expanded inside it. Less is smaller, and sound, but may say more is open."""

    EXPANDED = 1  # conditions of questions and findings
    MODULAR = 2  # they are variables of their own
    PARTS = 3  # and so are the parts of the rule's conditions


class Compiler:
    """Builds the program of a form; keeps every compiled part, so that equal parts are one."""

    def __init__(self, form: Form, most_nodes: int) -> None:
        self.form = form
        self.vocabulary = Vocabulary(form)
        self.program = Program(form, most_nodes)
        self.diagrams = self.program.diagrams
        self.findings = {finding.id: finding for finding in form.findings}
        self.values = {value.id: value for value in form.values}
        self.scores = {score.id: score for score in form.scores}
        self.lookups = {lookup.id: lookup for lookup in form.lookups}
        self.variables: dict[object, int] = {}
        self.score_steps: dict[str, int] = {}
        self.row_steps: dict[str, list[int]] = {}  # by table, rising
        self.detail = Detail.EXPANDED
        self._gates: dict[e.Truth, int] = {}  # condition -> diagram
        self._asked: dict[e.Truth, int] = {}  # condition -> step
        self._shown: dict[str, int] = {}  # cell -> step that says how to name it
        self._rules: dict[tuple[str, str, Detail], int] = {}  # finding id, side -> diagram
        self._measures: dict[e.Number, Measure] = {}
        self._value_steps: dict[str, int] = {}
        for cell, item in form.cells.items():  # first, so that diagrams ask in the order of the form
            conditions.make_variables(self, cell, item)

    def item(self, cell: str) -> Item:
        """Return the item, or the column, of a cell."""
        return self.vocabulary.item(cell)

    def table_of(self, cell: str) -> str:
        """Return the table of a column's cell; "" for a cell of the form."""
        return cell.partition(".")[0] if cell in self.vocabulary.columns else ""

    # --- steps -------------------------------------------------------------------------------------------------

    def add(self, measure: Measure, run: Run | None = None) -> int:
        """Add the step of a measure, or of something worked out from it."""
        step = self.program.add(
            run or measure.run, reads=measure.reads, cells=measure.cells, is_row_step=bool(measure.tables)
        )
        for table in measure.tables:
            self.row_steps.setdefault(table, []).append(step)
        return step

    def add_of_cell(self, cell: str, run: Run, reads: Sequence[int] = ()) -> int:
        """Add a step that reads the answer to a cell (in every row, when it is a column)."""
        table = self.table_of(cell)
        tables, cells = (frozenset((table,)), frozenset[str]()) if table else (frozenset[str](), frozenset((cell,)))
        return self.add(Measure(run, frozenset(reads), cells, tables))

    def answer_variable(self, key: object, cell: str, run: Run) -> int:
        """Return the variable of an answer, making it when it is new."""
        if key not in self.variables:
            step = self.variables[key] = self.add_of_cell(cell, run)
            self.program.answer_steps.append(step)
        return self.variables[key]

    def test(self, variable: int, every: int, mask: int) -> int:
        """Return "the variable is one of the classes of `mask`", out of those of `every` that it can have at all."""
        possible: int | None = self.program.blank.values[variable]
        return self.diagrams.test(variable, every if possible is None else every & possible, mask)

    # --- asked or not, and how to name what is missing ---------------------------------------------------------

    def _asked_if(self, cell: str) -> e.Truth | None:
        item = self.item(cell)
        side = cell.rpartition(".")[2] if item.has_sides else ""
        return None if item.ask_if is None else item.ask_if.truth(side)

    def gate(self, cell: str) -> int:
        """Return the diagram of the cell's condition (TRUE without one)."""
        node, asked = self._asked_if(cell), None
        if node is None:
            return TRUE
        if self.detail is not Detail.EXPANDED:
            asked = self.asked(cell)
        if asked is not None:
            return self.test(asked, EITHER, TRUE_ONLY)
        if node not in self._gates:
            self._gates[node] = self.condition(node)
        return self._gates[node]

    def asked(self, cell: str) -> int | None:
        """Return the step that says whether the cell is asked; None when it always is."""
        node = self._asked_if(cell)
        if node is None:
            return None
        if node not in self._asked:
            self._asked[node] = self.rule(lambda: self.condition(node))
        return self._asked[node]

    def shown(self, cell: str) -> int:
        """Return the step whose `open` names the cell while it is on screen, else what decides its condition.

        Its value: (is on screen, how the cell is named).
        """
        if cell not in self._shown:
            asked = self.asked(cell)
            own = self.program.name(cell)
            if asked is None or self.table_of(cell):
                self._shown[cell] = self.add_of_cell(cell, lambda state: ((True, state.left[cell].missing), own))
            else:
                self._shown[cell] = self._shown_by_condition(cell, asked, own)
        return self._shown[cell]

    def _shown_by_condition(self, cell: str, asked: int, own: int) -> int:
        def run(state: State) -> tuple[object, int]:
            truth, decides = state.values[asked], state.open[asked]
            missing = state.left[cell].missing
            if truth == EITHER and decides & state.pending:
                return (False, missing), decides
            if truth == EITHER:
                return (True, missing), own | decides
            return (truth == TRUE_ONLY, missing), own if truth == TRUE_ONLY else 0

        deciding = self.program.cells_behind(asked)  # a reason given for one of them changes what is dealt with
        return self.program.add(run, reads=(asked,), cells={cell, *deciding})

    def age_namer(self, cell: str) -> int:
        """Return the step that names what keeps a date, or the age of a measurement, open.

        The date of a measurement has a name of its own; the date of the assessment may be missing too.
        """
        key = ("age", cell)
        if key not in self.variables:
            shown, today = self.shown(cell), self.program.name(NAMED_DATE)
            own = self.program.name(f"{cell}.date" if self.item(cell).type is ItemType.QUANTITY else cell)

            def run(state: State) -> tuple[object, int]:
                left, (is_on_screen, _) = state.left[cell], state.values[shown]
                if left.answer is None:
                    return left.missing, state.open[shown]
                named = own if is_on_screen else state.open[shown]
                return left.missing, named if state.assessed is not None else named | today

            self.variables[key] = self.add_of_cell(cell, run, (shown,))
        return self.variables[key]

    # --- parts -------------------------------------------------------------------------------------------------

    def condition(self, node: e.Truth) -> int:
        """Return the diagram of a condition."""
        return conditions.diagram(self, node)

    def measure(self, node: e.Number) -> Measure:
        """Return how a number is worked out."""
        if node not in self._measures:
            self._measures[node] = measures.measure(self, node)
        return self._measures[node]

    def value_step(self, id_: str) -> int:
        """Return the step of a derived value: what it could be."""
        if id_ not in self._value_steps:
            self._value_steps[id_] = self.add(self.measure(self.values[id_].is_.number()))
        return self._value_steps[id_]

    # --- rules -------------------------------------------------------------------------------------------------

    def finding_rule(self, finding: Finding, side: str = "") -> int:
        """Return the diagram of a finding: its outcomes, and after them "does not apply"."""
        key = (finding.id, side, self.detail)
        if key not in self._rules:
            outcomes = [option.id for option in finding.outcomes]
            root = self.cases(finding.cases, outcomes, side)
            if finding.applies_if is not None:
                applies = self.condition(finding.applies_if.truth(side))
                root = self.diagrams.ite(applies, root, terminal(len(outcomes)))
            self._rules[key] = root
        return self._rules[key]

    def cases(self, cases: Sequence[Case], outcomes: Sequence[str], side: str = "") -> int:
        """Return the diagram of the first case that is true."""
        place = {outcome: terminal(number) for number, outcome in enumerate(outcomes)}
        root = FALSE
        for case in reversed(cases):
            then = place[case.outcome]
            root = then if case.when is None else self.diagrams.ite(self.part(case.when.truth(side)), then, root)
        return root

    def part(self, node: e.Truth) -> int:
        """Return a condition inside a rule: its diagram, or a variable of its own where that grew too large."""
        if self.detail is not Detail.PARTS:
            return self.condition(node)
        key = ("part", node)
        if key not in self.variables:
            self.variables[key] = self.rule(lambda: self.condition(node))
        return self.test(self.variables[key], EITHER, TRUE_ONLY)

    def rule_step(self, root: int, *, is_split: bool = True) -> int:
        """Add the step that says which outcomes of a diagram are possible and what can still change them.

        `is_split`: shared answers are tried out (`screener.assess.split`). Notes do without: they only have to hold.
        """
        diagram = Restriction(self.diagrams, root)
        support = diagram.variables
        named_by = [self.program.namer[variable] for variable in support]
        reads = frozenset((*support, *named_by))
        tables = frozenset(table for table, steps in self.row_steps.items() if not reads.isdisjoint(steps))

        def ask(state: State) -> tuple[int, int, int]:
            outcomes, relevant = diagram.possible(state.values)
            opens = state.open
            return outcomes, reduce(or_, [opens[named_by[place]] for place in bits_of(relevant)], 0), relevant

        measure = Measure(lambda state: ask(state)[:2], reads, frozenset(), tables)
        if not is_split or tables:
            return self.add(measure)
        split = Split(self.program, support, self.form.cells, self._shown)
        if not split.tried:
            return self.add(measure)
        step = self.add(measure, partial(split.ask, ask))
        self.program.run_again(step, *split.reads())
        return step

    def rule(self, build: Callable[[], int], *, is_split: bool = True) -> int:
        """Compile a rule with as much detail as keeps it small."""
        outer = self.detail
        try:
            for detail in (Detail.EXPANDED, Detail.MODULAR):
                self.detail = detail
                try:
                    return self.rule_step(self.diagrams.within_budget(build), is_split=is_split)
                except TooLargeError:
                    continue
            self.detail = Detail.PARTS  # as large as the number of parts makes it, and an expression has 200 at most
            return self.rule_step(self.diagrams.unbounded(build), is_split=is_split)
        finally:
            self.detail = outer


def sides_of(finding: Finding) -> tuple[str, ...]:
    """Return the sides of a finding ("" when it is about the person or a row)."""
    return SIDES if finding.per is Per.SIDE else ("",)
