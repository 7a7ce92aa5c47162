"""Conditions become decision diagrams over what the answers, numbers and findings could still be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess import comparisons, measures, rows, scores
from screener.assess.cells import age_in_days, chosen_mask, date_left, is_value, number_left, options_mask
from screener.assess.diagram import FALSE, TRUE, terminal
from screener.assess.intervals import EITHER, TRUE_ONLY, windows_mask
from screener.assess.possible import exactly
from screener.assess.vocabulary import against_constant
from screener.form import expression as e
from screener.form.model import Item, ItemType

if TYPE_CHECKING:
    from decimal import Decimal

    from screener.assess.compiler import Compiler
    from screener.assess.possible import Classes
    from screener.assess.program import Measure, State

_CHOICES = (ItemType.CHOICE, ItemType.YES_NO)
_NUMBERS = (ItemType.WHOLE, ItemType.QUANTITY)
_CHOSEN = 1 << 1  # class of an option that is chosen; class 0: not chosen


def diagram(compiler: Compiler, node: e.Truth) -> int:  # noqa: C901, PLR0912 - one line per kind of condition
    """Return the diagram of a condition."""
    diagrams = compiler.diagrams
    match node:
        case e.Always(value):
            return TRUE if value else FALSE
        case e.And(parts):
            return diagrams.all_of([compiler.part(part) for part in parts])
        case e.Or(parts):
            return diagrams.any_of([compiler.part(part) for part in parts])
        case e.Not(part):
            return diagrams.negated(compiler.part(part))
        case e.AtLeast(n, parts):
            return diagrams.at_least(n, [compiler.part(part) for part in parts])
        case e.Is(cell, options):
            return _gated(compiler, cell, _is(compiler, cell, options))
        case e.Has(cell, option):
            return _gated(compiler, cell, _has(compiler, cell, option))
        case e.UnitIs(cell, units):
            return _gated(compiler, cell, _unit_is(compiler, cell, units))
        case e.Known(cell):
            return _gated(compiler, cell, _known(compiler, cell))
        case e.Finds(cell, outcomes):
            return _finds(compiler, cell, outcomes)
        case e.KnownResult(id_):
            return _known_result(compiler, id_)
        case e.Compare():
            return _compare(compiler, node)
        case e.Within():
            return _within(compiler, node)
        case e.AnyRow() | e.AllRows():
            return _as_a_whole(compiler, node, rows.truth(compiler, node))


# --- variables of answers ----------------------------------------------------------------------------------------


def make_variables(compiler: Compiler, cell: str, item: Item) -> None:
    """Make the variables of an answer that rules can ask for."""
    if item.type in _CHOICES:
        _choice(compiler, cell)
    elif item.type is ItemType.SEVERAL:
        for option in sorted(item.options, key=lambda option: not option.exclusive):
            _option(compiler, cell, option.id)
    elif item.type in _NUMBERS and compiler.vocabulary.is_compared(e.Reading(cell)):
        number_variable(compiler, e.Reading(cell))


def _choice(compiler: Compiler, cell: str) -> int:
    item = compiler.item(cell)
    return compiler.answer_variable(cell, cell, lambda state: (options_mask(item, state.left[cell].answer), 0))


def _option(compiler: Compiler, cell: str, option: str) -> int:
    return compiler.answer_variable(
        (cell, option), cell, lambda state: (chosen_mask(state.left[cell].answer, option), 0)
    )


def number_variable(compiler: Compiler, node: e.Number) -> int:
    """Return the variable of a number; its classes lie between the cut-offs that it meets."""
    classes = compiler.vocabulary.classes(node)
    if isinstance(node, e.Reading) and compiler.item(node.cell).type in _NUMBERS:
        return _quantity_variable(compiler, node.cell, classes)
    if isinstance(node, e.AgeDays):
        return _age_variable(compiler, node.cell, classes)
    if node not in compiler.variables:
        if isinstance(node, e.ScoreOf):
            compiler.variables[node] = _score_variable(compiler, node.id, classes)
        else:
            taken = measures.as_asked(compiler, node)
            measure = taken[0] if taken else compiler.measure(node)

            def run(state: State) -> tuple[int, int]:
                possible, open_ = measure.run(state)
                return classes.mask(possible), open_

            compiler.variables[node] = compiler.add(measure, run)
    return compiler.variables[node]


def _quantity_variable(compiler: Compiler, cell: str, classes: Classes) -> int:
    item = compiler.item(cell)
    return compiler.answer_variable(
        e.Reading(cell), cell, lambda state: (classes.mask(number_left(item, state.left[cell])), 0)
    )


def _age_variable(compiler: Compiler, cell: str, classes: Classes) -> int:
    item = compiler.item(cell)
    return compiler.answer_variable(
        e.AgeDays(cell), cell, lambda state: (classes.mask(age_in_days(item, state.left[cell], state.assessed)), 0)
    )


def _score_variable(compiler: Compiler, id_: str, classes: Classes) -> int:
    """Make the variable of a score from every total that is still possible, not only from their ends."""
    step = scores.score_step(compiler, id_)
    by_totals: dict[tuple[Decimal, ...], int] = {}

    def run(state: State) -> tuple[int, int]:
        totals = state.values[step].totals
        mask = by_totals.get(totals)
        if mask is None:
            mask = classes.none if not totals else 0
            for total in totals:
                mask |= classes.mask(exactly(total))
            by_totals[totals] = mask
        return mask, state.open[step]

    return compiler.program.add(run, reads=(step,))


# --- conditions on answers ---------------------------------------------------------------------------------------


def _gated(compiler: Compiler, cell: str, root: int) -> int:
    """Return a condition on an answer, false where the item is not asked."""
    return compiler.diagrams.ite(compiler.gate(cell), root, FALSE)


def _test(compiler: Compiler, cell: str, variable: int, classes: tuple[int, int]) -> int:
    """Return "the answer is in one class of `classes[0]` out of `classes[1]`", named as the cell is."""
    compiler.program.namer[variable] = compiler.shown(cell)
    return compiler.test(variable, classes[1], classes[0])


def _is(compiler: Compiler, cell: str, options: frozenset[str]) -> int:
    item = compiler.item(cell)
    mask = sum(1 << place for place, option in enumerate(item.options) if option.id in options)
    return _test(compiler, cell, _choice(compiler, cell), (mask, (1 << len(item.options)) - 1))


def _has(compiler: Compiler, cell: str, option: str) -> int:
    item = compiler.item(cell)
    chosen = _test(compiler, cell, _option(compiler, cell, option), (_CHOSEN, EITHER))
    if item.option(option).exclusive:
        return chosen
    for other in item.options:
        if other.exclusive:
            closed = _test(compiler, cell, _option(compiler, cell, other.id), (_CHOSEN, EITHER))
            chosen = compiler.diagrams.ite(closed, FALSE, chosen)
    return chosen


def _unit_is(compiler: Compiler, cell: str, units: frozenset[str]) -> int:
    item = compiler.item(cell)
    if len(item.units) == 1:
        return _known(compiler, cell) if item.units[0].id in units else FALSE
    classes = compiler.vocabulary.classes(e.Reading(cell))
    mask = sum(classes.unit_mask(unit) for unit in units)
    return _test(compiler, cell, _quantity_variable(compiler, cell, classes), (mask, classes.every))


def _known(compiler: Compiler, cell: str) -> int:
    item = compiler.item(cell)
    if item.type is ItemType.QUANTITY and item.has_not_done:
        classes = compiler.vocabulary.classes(e.Reading(cell))
        mask = classes.every & ~classes.none
        return _test(compiler, cell, _quantity_variable(compiler, cell, classes), (mask, classes.every))
    variable = compiler.answer_variable(
        e.Known(cell), cell, lambda state: (TRUE_ONLY if is_value(state.left[cell].answer) else EITHER, 0)
    )
    return _test(compiler, cell, variable, (TRUE_ONLY, EITHER))


# --- conditions on results ---------------------------------------------------------------------------------------


def _finds(compiler: Compiler, cell: str, outcomes: frozenset[str]) -> int:
    name, _, side = cell.partition(".")
    finding = compiler.findings[name]
    wanted = {terminal(place) for place, option in enumerate(finding.outcomes) if option.id in outcomes}
    if compiler.detail is compiler.detail.EXPANDED:
        root = compiler.finding_rule(finding, side)
        return compiler.diagrams.mapped(root, lambda found: TRUE if found in wanted else FALSE)
    key = ("finding", cell)
    if key not in compiler.variables:
        compiler.variables[key] = compiler.rule(lambda: compiler.finding_rule(finding, side))
    every = (1 << (len(finding.outcomes) + 1)) - 1
    return compiler.test(compiler.variables[key], every, sum(1 << (-1 - found) for found in wanted))


def _known_result(compiler: Compiler, id_: str) -> int:
    name = id_.partition(".")[0]
    if name in compiler.findings:
        return _finds(compiler, id_, frozenset(option.id for option in compiler.findings[name].outcomes))
    if id_ in compiler.scores:
        return _where_it_applies(compiler, id_, TRUE)
    node = e.ValueOf(id_)
    classes = compiler.vocabulary.classes(node)
    return compiler.test(number_variable(compiler, node), classes.every, classes.every & ~classes.none)


def _where_it_applies(compiler: Compiler, score: str, root: int) -> int:
    """Return a condition on a score, false where the score does not apply."""
    applies_if = compiler.scores[score].applies_if
    return root if applies_if is None else compiler.diagrams.ite(diagram(compiler, applies_if.truth()), root, FALSE)


# --- comparisons -------------------------------------------------------------------------------------------------


def _compare(compiler: Compiler, node: e.Compare) -> int:
    found = against_constant(node)
    if found is None:
        return _as_a_whole(compiler, node, comparisons.comparison(compiler, node))
    op, number, constants = found
    classes = compiler.vocabulary.classes(number)
    mask, variable = classes.comparison(op, constants), number_variable(compiler, number)
    match number:
        case e.Reading(cell):
            return _gated(compiler, cell, _test(compiler, cell, variable, (mask, classes.every)))
        case e.AgeDays(cell):
            compiler.program.namer[variable] = compiler.age_namer(cell)
            return _gated(compiler, cell, compiler.test(variable, classes.every, mask))
        case e.ScoreOf(id_):
            return _where_it_applies(compiler, id_, compiler.test(variable, classes.every, mask))
        case _:
            root = compiler.test(variable, classes.every, mask)
            taken = measures.as_asked(compiler, number)
            for cell in sorted(taken[1]) if taken else ():
                root = _gated(compiler, cell, root)
            return root


def _within(compiler: Compiler, node: e.Within) -> int:
    """Return a window of time; windows of one date lie in one another, so they are classes of one variable."""
    windows = compiler.vocabulary.windows.get(node.date, ())
    if not isinstance(node.date, e.Reading) or not windows:
        return _as_a_whole(compiler, node, comparisons.window(compiler, node))
    cell = node.date.cell
    item = compiler.item(cell)

    def run(state: State) -> tuple[int, int]:
        return windows_mask(windows, date_left(item, state.left[cell].answer, state.assessed), state.assessed), 0

    variable = compiler.answer_variable(("windows", cell), cell, run)
    compiler.program.namer[variable] = compiler.age_namer(cell)
    inside = (1 << (windows.index((node.count, node.unit)) + 1)) - 1
    every = (1 << (len(windows) + 1)) - 1
    return _gated(compiler, cell, compiler.test(variable, every, inside))


def _as_a_whole(compiler: Compiler, node: e.Truth, measure: Measure) -> int:
    """Return a condition that is worked out as a whole, as a variable of its own."""
    if node not in compiler.variables:
        compiler.variables[node] = compiler.add(measure)
    return compiler.test(compiler.variables[node], EITHER, TRUE_ONLY)
