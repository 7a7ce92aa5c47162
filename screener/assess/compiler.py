"""A form becomes a program: variables, conditions, numbers, scores and rules, each compiled once."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, cast

from screener.assess import numbers, scores
from screener.assess.cells import (
    age_in_days,
    chosen_mask,
    date_left,
    is_value,
    number_left,
    options_mask,
)
from screener.assess.diagram import FALSE, TRUE, TooLargeError, terminal
from screener.assess.numbers import Measure
from screener.assess.possible import Classes, exactly
from screener.assess.program import NAMED_DATE, Program, State
from screener.assess.split import Split
from screener.form import expression as e
from screener.form.model import Finding, Form, Item, ItemType, Per

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from screener.form.model import Case

_CHOICES = (ItemType.CHOICE, ItemType.YES_NO)
_NUMBERS = (ItemType.WHOLE, ItemType.QUANTITY)
OPEN_TRUTH = 3  # bit 0: false is possible, bit 1: true is possible


class Compiler:
    """Builds the program of a form; keeps every compiled part, so that equal parts are one."""

    def __init__(self, form: Form, most_nodes: int = 20_000) -> None:
        self.form = form
        self.program = Program(form, most_nodes)
        self.diagrams = self.program.diagrams
        self.findings = {finding.id: finding for finding in form.findings}
        self.values = {value.id: value for value in form.values}
        self.scores = {score.id: score for score in form.scores}
        self.lookups = {lookup.id: lookup for lookup in form.lookups}
        self.columns = {
            f"{item.id}.{column.id}": column for item in form.items.values() for column in item.columns
        }
        self.column_table = {name: name.partition(".")[0] for name in self.columns}
        self.classes = self._collect_classes()
        self.windows = self._collect_windows()
        self._variables: dict[object, int] = {}
        self._gates: dict[str, int] = {}  # cell -> diagram of its condition
        self._asked: dict[int, int] = {}  # diagram of a condition -> its step
        self._shown: dict[str, int] = {}  # cell -> step that says how to name it
        self._rules: dict[tuple[str, str], int] = {}  # finding id, side -> diagram
        self._measures: dict[e.Node, Measure] = {}
        self.value_steps: dict[str, int] = {}
        self.score_steps: dict[str, int] = {}
        self.row_steps: dict[str, list[int]] = {}
        self.is_modular = False  # findings as variables of their own: smaller, less precise
        for cell, item in form.cells.items():
            self._answer_variables(cell, item)

    # --- cells and variables -----------------------------------------------------------------------------------

    def item(self, cell: str) -> Item:
        """Return the item, or the column, of a cell."""
        return self.columns.get(cell) or self.form.cells[cell]

    def _is_row(self, cell: str) -> bool:
        return cell in self.columns

    def _collect_classes(self) -> dict[e.Node, Classes]:
        thresholds: dict[e.Node, dict[str, list[Decimal]]] = {}
        for expression in self.form.expressions():
            for root in expression.roots:
                for node in e.walk(root):
                    if isinstance(node, e.Compare):
                        found = against_constant(node)
                        if found is not None:
                            per_unit = thresholds.setdefault(found[1], {})
                            for unit, number in found[2].items():
                                per_unit.setdefault(unit, []).append(number)
        return {node: Classes(self._all_units(node, per_unit)) for node, per_unit in thresholds.items()}

    def _collect_windows(self) -> dict[e.Number, tuple[tuple[int, str], ...]]:
        """The windows of each date from the shortest on; none where their order depends on the calendar."""
        found: dict[e.Number, set[tuple[int, str]]] = {}
        for expression in self.form.expressions():
            for root in expression.roots:
                for node in e.walk(root):
                    if isinstance(node, e.Within):
                        found.setdefault(node.date, set()).add((node.count, node.unit))
        return {date: ordered for date, windows in found.items() if (ordered := numbers.nested(windows))}

    def _all_units(self, node: e.Node, per_unit: dict[str, list[Decimal]]) -> dict[str, list[Decimal]]:
        return {unit: per_unit.get(unit, []) for unit in self.units(node)}

    def units(self, node: e.Node) -> tuple[str, ...]:
        """Return the units a number may come in: ("",) where there is nothing to choose."""
        match node:
            case e.Reading(cell):
                item = self.item(cell)
            case e.ValueOf(id) if self.values[id].like:
                item = self.form.items[self.values[id].like]
            case e.Function("fall", args):
                return self.units(args[0])
            case _:
                return ("",)
        return tuple(unit.id for unit in item.units) if len(item.units) > 1 else ("",)

    def _answer_variables(self, cell: str, item: Item) -> None:
        """Make the variables of an answer first, so that diagrams ask in the order of the form."""
        if item.type in _CHOICES:
            self.choice(cell)
        elif item.type is ItemType.SEVERAL:
            for option in sorted(item.options, key=lambda option: not option.exclusive):
                self.option(cell, option.id)
        elif item.type in _NUMBERS and e.Reading(cell) in self.classes:
            self.number_variable(e.Reading(cell))

    def _variable(self, key: object, run: Callable[[State], tuple[object, int]], cell: str) -> int:
        step = self.program.add(run, cells=() if self._is_row(cell) else (cell,), is_row_step=self._is_row(cell))
        self._variables[key] = step
        self.program.answer_steps.append(step)
        if self._is_row(cell):
            self.row_steps.setdefault(self.column_table[cell], []).append(step)
        return step

    def choice(self, cell: str) -> int:
        """Return the variable of a choice; its classes are the options."""
        if cell not in self._variables:
            item = self.item(cell)
            self._variable(cell, lambda state: (options_mask(item, state.left[cell].answer), 0), cell)
        return self._variables[cell]

    def option(self, cell: str, option: str) -> int:
        """Return the variable of one option of a several-choice: not chosen, chosen."""
        key = (cell, option)
        if key not in self._variables:
            item = self.item(cell)
            self._variable(key, lambda state: (chosen_mask(item, state.left[cell].answer, option), 0), cell)
        return self._variables[key]

    def number_variable(self, node: e.Number) -> int:
        """Return the variable of a number that is compared with cut-offs."""
        if node not in self._variables:
            classes = self.classes[node]
            if isinstance(node, e.Reading) and self.item(node.cell).type in _NUMBERS:
                cell, item = node.cell, self.item(node.cell)
                self._variable(node, lambda state: (classes.mask(number_left(item, state.left[cell])), 0), cell)
            elif isinstance(node, e.AgeDays):
                cell, item = node.cell, self.item(node.cell)

                def age_mask(state: State) -> tuple[object, int]:
                    return classes.mask(age_in_days(item, state.left[cell], state.assessed)), 0

                self._variable(node, age_mask, cell)
            elif isinstance(node, e.ScoreOf):
                self._variables[node] = self._score_variable(node.id, classes)
            else:
                measure = self.measure(node)

                def mask(state: State) -> tuple[object, int]:
                    possible, open_ = measure.run(state)
                    return classes.mask(possible), open_

                self._variables[node] = self.add(mask, measure)
        return self._variables[node]

    def _score_variable(self, id_: str, classes: Classes) -> int:
        """The totals that are still possible, not only their ends."""
        step = scores.score_step(self, id_)
        by_totals: dict[tuple[Decimal, ...], int] = {}

        def run(state: State) -> tuple[object, int]:
            totals = cast("scores.Figures", state.values[step]).totals
            mask = by_totals.get(totals)
            if mask is None:
                mask = classes.none if not totals else 0
                for total in totals:
                    mask |= classes.mask(exactly(total))
                by_totals[totals] = mask
            return mask, state.open[step]

        return self.program.add(run, reads=(step,))

    def add(self, run: Callable[[State], tuple[object, int]], measure: Measure) -> int:
        """Add a step that reads what a measure reads."""
        is_row = bool(measure.row_tables)
        step = self.program.add(run, reads=measure.reads, cells=measure.cells, is_row_step=is_row)
        for table in measure.row_tables:
            self.row_steps.setdefault(table, []).append(step)
        return step

    # --- asked or not, and how to name what is missing ---------------------------------------------------------

    def gate(self, cell: str) -> int:
        """Return the diagram of the cell's condition (TRUE without one)."""
        if cell not in self._gates:
            item = self.item(cell)
            if item.ask_if is None:
                self._gates[cell] = TRUE
            else:
                side = cell.rpartition(".")[2] if item.has_sides else ""
                self._gates[cell] = self.condition(item.ask_if.on(side))
        return self._gates[cell]

    def asked(self, cell: str) -> int:
        """Return the step that says whether the cell is asked."""
        root = self.gate(cell)
        if root not in self._asked:
            self._asked[root] = self.rule_step(root)
        return self._asked[root]

    def shown(self, cell: str) -> int:
        """Return the step whose `open` names the cell while it is on screen, else what decides its condition.

        Its value: (is on screen, why it is open).
        """
        if cell in self._shown:
            return self._shown[cell]
        if self._is_row(cell):
            table = self.column_table[cell]
            own = 1 << self.program.name_of[table]
            step = self.program.add(lambda state: ((True, state.left[cell].reason), own), is_row_step=True)
            self.row_steps.setdefault(table, []).append(step)
        elif self.gate(cell) == TRUE:
            own = 1 << self.program.name_of[cell]
            step = self.program.add(lambda state: ((True, state.left[cell].missing), own), cells=(cell,))
        else:
            step = self._shown_by_condition(cell)
        self._shown[cell] = step
        return step

    def _shown_by_condition(self, cell: str) -> int:
        own = 1 << self.program.name_of[cell]
        asked = self.asked(cell)

        def run(state: State) -> tuple[object, int]:
            truth = state.values[asked]
            missing = state.left[cell].missing
            if truth == OPEN_TRUTH:
                decides = state.open[asked]
                if decides & state.pending:
                    return (False, missing), decides
                return (True, missing), own | decides
            return (truth == 1 << 1, missing), own if truth == 1 << 1 else 0

        deciding = self.program.cells_behind(asked)  # a reason for one of them changes nothing but what is dealt with
        return self.program.add(run, reads=(asked,), cells={cell, *deciding})

    # --- conditions --------------------------------------------------------------------------------------------

    def condition(self, node: e.Truth) -> int:
        """Return the diagram of a condition."""
        diagrams = self.diagrams
        match node:
            case e.Always(value):
                return TRUE if value else FALSE
            case e.And(parts):
                return diagrams.every([self.condition(part) for part in parts])
            case e.Or(parts):
                return diagrams.some([self.condition(part) for part in parts])
            case e.Not(part):
                return diagrams.negated(self.condition(part))
            case e.AtLeast(n, parts):
                return diagrams.at_least(n, [self.condition(part) for part in parts])
            case e.Is(cell, options):
                return self.gated(cell, self._is(cell, options))
            case e.Has(cell, option):
                return self.gated(cell, self._has(cell, option))
            case e.Finds(cell, outcomes):
                return self._finds(cell, outcomes)
            case e.UnitIs(cell, units):
                return self.gated(cell, self._unit_is(cell, units))
            case e.Known(cell):
                return self.gated(cell, self._known(cell))
            case e.KnownResult(id):
                return self._known_result(id)
            case e.Compare():
                return self._compare(node)
            case e.Within():
                return self._within(node)
            case e.AnyRow() | e.AllRows():
                return self._atom(node, numbers.truth(self, node))
        raise TypeError(node)

    def gated(self, cell: str, diagram: int) -> int:
        """Return a condition on an answer, false where the item is not asked."""
        return self.diagrams.ite(self.gate(cell), diagram, FALSE)

    def test(self, cell: str, variable: int, every: int, mask: int) -> int:
        """Return a test of a variable that belongs to a cell, named as the cell is."""
        self.program.namer[variable] = self.shown(cell)
        return self.diagrams.test(variable, every, mask)

    def _is(self, cell: str, options: frozenset[str]) -> int:
        item = self.item(cell)
        mask = sum(1 << place for place, option in enumerate(item.options) if option.id in options)
        return self.test(cell, self.choice(cell), (1 << len(item.options)) - 1, mask)

    def _has(self, cell: str, option: str) -> int:
        item = self.item(cell)
        chosen = self.test(cell, self.option(cell, option), OPEN_TRUTH, 1 << 1)
        if item.option(option).exclusive:
            return chosen
        for other in item.options:
            if other.exclusive:
                closed = self.test(cell, self.option(cell, other.id), OPEN_TRUTH, 1 << 1)
                chosen = self.diagrams.ite(closed, FALSE, chosen)
        return chosen

    def _unit_is(self, cell: str, units: frozenset[str]) -> int:
        item = self.item(cell)
        reading = e.Reading(cell)
        if len(item.units) < 2:
            return self._known(cell) if {unit.id for unit in item.units} <= units else FALSE
        if reading not in self.classes:
            self.classes[reading] = Classes({unit.id: [] for unit in item.units})
        classes = self.classes[reading]
        mask = 0
        for unit in units:
            mask |= classes.unit_mask(unit)
        return self.test(cell, self.number_variable(reading), classes.every, mask)

    def _known(self, cell: str) -> int:
        item = self.item(cell)
        reading = e.Reading(cell)
        if item.type is ItemType.QUANTITY and item.has_not_done:
            if reading not in self.classes:
                self.classes[reading] = Classes({unit: [] for unit in self.units(reading)})
            classes = self.classes[reading]
            return self.test(cell, self.number_variable(reading), classes.every, classes.every & ~classes.none)
        key = e.Known(cell)
        if key not in self._variables:
            self._variable(key, lambda state: (1 << 1 if is_value(state.left[cell].answer) else OPEN_TRUTH, 0), cell)
        return self.test(cell, self._variables[key], OPEN_TRUTH, 1 << 1)

    def _known_result(self, id_: str) -> int:
        name = id_.partition(".")[0]
        if name in self.findings:
            every = frozenset(option.id for option in self.findings[name].outcomes)
            return self._finds(id_, every)
        if id_ in self.scores:
            return self._applies(id_, TRUE)
        node = e.ValueOf(id_)
        if node not in self.classes:
            self.classes[node] = Classes({unit: [] for unit in self.units(node)})
        classes = self.classes[node]
        return self.diagrams.test(self.number_variable(node), classes.every, classes.every & ~classes.none)

    def _applies(self, score: str, diagram: int) -> int:
        """Return a condition on a score, false where the score does not apply."""
        applies_if = self.scores[score].applies_if
        if applies_if is None:
            return diagram
        return self.diagrams.ite(self.condition(cast("e.Truth", applies_if.root)), diagram, FALSE)

    def _compare(self, node: e.Compare) -> int:
        found = against_constant(node)
        if found is None:
            return self._atom(node, numbers.truth(self, node))
        op, measured, constants = found
        if isinstance(measured, e.Literal | e.CutOffNumber):
            return self._atom(node, numbers.truth(self, node))
        classes = self.classes[measured]
        mask = classes.comparison(op, constants)
        variable = self.number_variable(measured)
        match measured:
            case e.Reading(cell) if self.item(cell).type in _NUMBERS:
                return self.gated(cell, self.test(cell, variable, classes.every, mask))
            case e.AgeDays(cell):
                return self.gated(cell, self.test_age(cell, variable, classes.every, mask))
            case e.ScoreOf(id_):
                return self._applies(id_, self.diagrams.test(variable, classes.every, mask))
            case _:
                return self.diagrams.test(variable, classes.every, mask)

    def age_namer(self, cell: str) -> int:
        """Return the step that names what keeps the age of a measurement open.

        The date of a value that is there has a name of its own; the date of the assessment may be missing too.
        """
        key = ("age", cell)
        if key not in self._variables:
            self._variables[key] = self._make_age_namer(cell, self.shown(cell))
        return self._variables[key]

    def _make_age_namer(self, cell: str, shown: int) -> int:
        name = f"{cell}.date" if self.item(cell).type is ItemType.QUANTITY else cell
        place = self.program.name_of.get(name)
        if place is None and not self._is_row(cell):
            place = self.program.name_of[name] = len(self.program.names)
            self.program.names.append(name)
        own = 1 << place if place is not None else 1 << self.program.name_of[self.column_table[cell]]
        today = 1 << self.program.name_of[NAMED_DATE]

        def run(state: State) -> tuple[object, int]:
            if state.left[cell].answer is None:
                return None, state.open[shown]
            return None, own if state.assessed is not None else today

        is_row = self._is_row(cell)
        step = self.program.add(run, reads=(shown,), cells=() if is_row else (cell,), is_row_step=is_row)
        if is_row:
            self.row_steps[self.column_table[cell]].append(step)
        return step

    def _within(self, node: e.Within) -> int:
        """Windows of one date lie in one another, so they are classes of one variable; else each stands alone."""
        windows = self.windows.get(node.date, ())
        if not isinstance(node.date, e.Reading) or not windows:
            return self._atom(node, numbers.truth(self, node))
        cell = node.date.cell
        key = ("windows", node.date)
        if key not in self._variables:
            self._variables[key] = self._windows_variable(cell, windows)
        inner = windows.index((node.count, node.unit))
        every = (1 << (len(windows) + 1)) - 1
        return self.gated(cell, self.test_age(cell, self._variables[key], every, (1 << (inner + 1)) - 1))

    def _windows_variable(self, cell: str, windows: Sequence[tuple[int, str]]) -> int:
        item = self.item(cell)

        def run(state: State) -> tuple[object, int]:
            return numbers.windows_mask(windows, date_left(item, state.left[cell].answer, state.assessed), state.assessed), 0

        return self._variable(("windows", e.Reading(cell)), run, cell)

    def test_age(self, cell: str, variable: int, every: int, mask: int) -> int:
        """Return a test of a variable of a date, named by the date or by the day of the assessment."""
        self.program.namer[variable] = self.age_namer(cell)
        return self.diagrams.test(variable, every, mask)

    def _atom(self, node: e.Truth, measure: Measure) -> int:
        """Return a condition that is worked out as a whole, as a variable of its own."""
        if node not in self._variables:
            self._variables[node] = self.add(cast("Callable[[State], tuple[object, int]]", measure.run), measure)
        return self.diagrams.test(self._variables[node], OPEN_TRUTH, 1 << 1)

    # --- findings ----------------------------------------------------------------------------------------------

    def _finds(self, cell: str, outcomes: frozenset[str]) -> int:
        name, _, side = cell.partition(".")
        finding = self.findings[name]
        wanted = {terminal(place) for place, option in enumerate(finding.outcomes) if option.id in outcomes}
        root = self.finding_rule(finding, side)
        if self.is_modular and root >= 0:
            return self._module(name, side, root, len(finding.outcomes), wanted)
        return self.diagrams.mapped(root, lambda found: TRUE if found in wanted else FALSE)

    def _module(self, name: str, side: str, root: int, outcomes: int, wanted: set[int]) -> int:
        key = ("module", name, side)
        if key not in self._variables:
            self._variables[key] = self.rule_step(root)
        mask = sum(1 << (-1 - found) for found in wanted)
        return self.diagrams.test(self._variables[key], (1 << (outcomes + 1)) - 1, mask)

    def finding_rule(self, finding: Finding, side: str = "") -> int:
        """Return the diagram of a finding: its outcomes, and after them "does not apply"."""
        key = (finding.id, side)
        if key not in self._rules:
            outcomes = [option.id for option in finding.outcomes]
            root = self.cases(finding.cases, outcomes, side)
            if finding.applies_if is not None:
                applies = self.condition(finding.applies_if.on(side))
                root = self.diagrams.ite(applies, root, terminal(len(outcomes)))
            self._rules[key] = root
        return self._rules[key]

    def cases(self, cases: Sequence[Case], outcomes: Sequence[str], side: str = "") -> int:
        """Return the diagram of the first case that is true."""
        place = {outcome: terminal(number) for number, outcome in enumerate(outcomes)}
        root = FALSE
        for case in reversed(cases):
            then = place[case.outcome]
            root = then if case.when is None else self.diagrams.ite(self.condition(case.when.on(side)), then, root)
        return root

    def sides(self, finding: Finding) -> tuple[str, ...]:
        """Return the sides of a finding ("" when it is about the person or a row)."""
        return ("left", "right") if finding.per is Per.SIDE else ("",)

    # --- rules as steps ----------------------------------------------------------------------------------------

    def rule_step(self, root: int, *, is_split: bool = True) -> int:
        """Add the step that says which outcomes of a diagram are possible and what can still change them.

        `is_split`: shared answers are tried out (`screener.assess.split`). Notes do without: they only have to hold.
        """
        support = sorted(self.diagrams.support(root))
        namer = self.program.namer
        reads = {*support, *(namer[variable] for variable in support)}
        diagrams = self.diagrams

        def ask(state: State) -> tuple[int, int]:
            outcomes, relevant = diagrams.possible(root, cast("list[int]", state.values))
            open_ = 0
            for variable in relevant:
                open_ |= state.open[namer[variable]]
            return outcomes, open_

        tables = {table for table, steps in self.row_steps.items() if reads & set(steps)}
        split = None if tables or not is_split else Split(self.program, support, self.form.cells, self._shown)
        run = ask if split is None or not split.candidates else partial(_ask_split, split, ask)
        step = self.program.add(run, reads=reads, is_row_step=bool(tables))
        for table in tables:
            self.row_steps[table].append(step)
        return step

    def rule(self, build: Callable[[], int], *, is_split: bool = True) -> int:
        """Compile a rule: findings expanded, or as variables of their own where that grows too large."""
        try:
            return self.rule_step(self.diagrams.within_budget(build), is_split=is_split)
        except TooLargeError:
            self.is_modular = True
            try:
                return self.rule_step(self.diagrams.within_budget(build), is_split=is_split)
            finally:
                self.is_modular = False

    # --- numbers -----------------------------------------------------------------------------------------------

    def measure(self, node: e.Number) -> Measure:
        """Return how a number is worked out."""
        found = self._measures.get(node)
        if found is None:
            found = self._measures[node] = numbers.measure(self, node)
        return found

    def condition_measure(self, node: e.Truth) -> Measure:
        """Return how a condition is worked out, as a part of a number."""
        step = self.rule_step(self.condition(node))
        return Measure(lambda state: (state.values[step], state.open[step]), frozenset((step,)))

    def value_step(self, id_: str) -> int:
        """Return the step of a derived value: what it could be."""
        if id_ not in self.value_steps:
            measure = self.measure(cast("e.Number", self.values[id_].is_.root))
            self.value_steps[id_] = self.add(cast("Callable[[State], tuple[object, int]]", measure.run), measure)
        return self.value_steps[id_]


def _ask_split(split: Split, ask: Callable[[State], tuple[int, int]], state: State) -> tuple[int, int]:
    first = ask(state)
    return split.ask(state, ask, first) if first[0] & (first[0] - 1) else first


_FLIPPED = {"==": "==", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def against_constant(node: e.Compare) -> tuple[str, e.Number, dict[str, Decimal]] | None:
    """Return (op, number, constants by unit) when one side is a constant; None otherwise."""
    if isinstance(node.right, e.Literal | e.CutOffNumber):
        return node.op, node.left, _constants(node.right)
    if isinstance(node.left, e.Literal | e.CutOffNumber):
        return _FLIPPED[node.op], node.right, _constants(node.left)
    return None


def _constants(node: e.Literal | e.CutOffNumber) -> dict[str, Decimal]:
    if isinstance(node, e.Literal):
        return {"": node.value}
    if len(node.numbers) == 1:
        return {"": next(iter(node.numbers.values()))}
    return dict(node.numbers)


__all__ = ["OPEN_TRUTH", "Compiler", "against_constant"]
