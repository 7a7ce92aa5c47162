"""What a form says about partial answers, found by trying every representative completion."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from screener.assess.answers import Answers, Rows
from screener.assess.assessment import FindingState, FlagState
from screener.assess.reads import reads_of
from tests.assess.concrete import completions, every_outcome, numbers_met, open_cells, sides_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from screener.assess.answers import Answer
    from screener.assess.assessment import Assessment, Missing
    from screener.form.model import Form, Item
    from tests.assess.concrete import Concrete

MOST = 4096


class Rule(NamedTuple):
    """A finding, flag or criterion: its name, the cells it reads, and what it says over complete answers."""

    name: str
    reads: frozenset[str]
    says: Callable[[Concrete], str | None]


class Truth(NamedTuple):
    """Every outcome of every completion, and the cells that can change it."""

    outcomes: frozenset[str | None]
    relevant: frozenset[str]


def rules_of(form: Form, answers: Answers | None = None) -> Iterator[Rule]:
    """The rules of a form; with answers the findings per row too, for each of their rows."""
    reads = reads_of(form)
    for finding in form.findings if answers is not None else ():
        rows = answers.cells.get(finding.table)
        for number in range(1, len(rows.rows) + 1 if isinstance(rows, Rows) else 1):
            own = {f"{finding.table}.{number}.{column.id}" for column in form.cells[finding.table].columns}
            yield Rule(
                f"{finding.id}.{number}", (reads.named(finding.id) - {finding.table}) | own,
                lambda concrete, id_=finding.id, number=number: concrete.row_finding(id_, number),
            )  # fmt: skip
    for name, side in sides_of(form):
        cell = f"{name}.{side}" if side else name
        yield Rule(cell, reads.named(cell), lambda concrete, cell=cell: concrete.finding(cell))
    cased = [*form.flags, *(criterion for trial in form.trials for criterion in trial.criteria)]
    for rule in cased:
        yield Rule(rule.id, reads.cases(rule.cases), lambda concrete, rule=rule: concrete.first(rule.cases))


def outcomes_by_rule(form: Form, answers: Answers, rules: Iterable[Rule]) -> dict[str, set[str | None]]:
    """What every rule says over complete answers."""
    return {rule.name: set(every_outcome(form, answers, rule.says).values()) for rule in rules}


def truth_of(form: Form, answers: Answers, rule: Rule) -> Truth | None:
    """Try every completion; None when there are too many."""
    assert answers.assessed is not None
    met, today = numbers_met(form), answers.assessed.date()
    open_ = {cell: completions(*_entered(form, answers, cell), today, met) for cell in open_cells(form, answers)}
    cells = [cell for cell in open_ if not rule.reads.isdisjoint((cell, cell.partition(".")[0]))]
    choices = [open_[cell] for cell in cells]
    if prod(map(len, choices)) > MOST:
        return None
    filled = dict(answers.cells)
    for cell, found_ in open_.items():
        _fill(filled, cell, found_[0])
    found = {}
    for places in product(*(range(len(one)) for one in choices)):
        for cell, one, place in zip(cells, choices, places, strict=True):
            _fill(filled, cell, one[place])
        found[places] = every_outcome(form, Answers(dict(filled), answers.patient, answers.assessed), rule.says)
    relevant = set()
    for position, cell in enumerate(cells):
        groups: dict[tuple[int, ...], list[dict[object, str | None]]] = {}
        for places, outcome in found.items():
            groups.setdefault(places[:position] + places[position + 1 :], []).append(outcome)
        if any(_differ(group) for group in groups.values()):
            relevant.add(cell)
    outcomes = frozenset(outcome for by_points in found.values() for outcome in by_points.values())
    return Truth(outcomes, frozenset(relevant))


def _entered(form: Form, answers: Answers, cell: str) -> tuple[Item, str, Answer | None]:
    """The item of a cell, or of `table.row.column`, what its numbers are known under, and its answer so far."""
    if cell in form.cells:
        return form.cells[cell], cell, answers.cells.get(cell)
    table, number, name = cell.split(".")
    column = next(one for one in form.cells[table].columns if one.id == name)
    return column, f"{table}.{name}", answers.cells[table].rows[int(number) - 1].get(name)


def _fill(filled: dict[str, Answer], cell: str, answer: Answer) -> None:
    table, _, part = cell.partition(".")
    number, _, column = part.partition(".")
    if not number.isdigit():
        filled[cell] = answer
        return
    rows = list(filled[table].rows)
    rows[int(number) - 1] = {**rows[int(number) - 1], column: answer}
    filled[table] = Rows(tuple(rows), complete=True)


def _differ(group: list[dict[object, str | None]]) -> bool:
    """Whether two of the completions say different things, with the same points for what is not asked."""
    if len({frozenset(one.values()) for one in group}) > 1:
        return True
    first = group[0]
    return any(first[points] != outcome for one in group for points, outcome in one.items() if points in first)


class Said(NamedTuple):
    """What the assessment says of a rule, in the same terms. `decided`: an outcome, "raised", or "" when open."""

    outcomes: frozenset[str | None]
    decided: str
    missing: frozenset[str]


def _answers(missing: Iterable[Missing]) -> frozenset[str]:
    """The answers of which something is missing: of a part (`labs.1.level.unit`) the answer it is a part of."""
    return frozenset(one.item.removesuffix(".unit").removesuffix(".date").removesuffix(".more") for one in missing)


def said_of(assessment: Assessment) -> dict[str, Said]:
    """What an assessment says of every finding, flag and criterion."""
    found = {}
    for one in assessment.findings:
        name = f"{one.id}.{one.side}" if one.side else one.id
        outcomes = frozenset(None if outcome == FindingState.NA else outcome for outcome in one.possible)
        if one.state is FindingState.NA:
            outcomes = frozenset((None,))
        decided = "" if one.state is FindingState.UNDECIDED else one.outcome or "na"
        found[name] = Said(outcomes, decided, _answers(one.missing))
    for flag in assessment.flags:
        names = _answers(flag.missing)
        decided = "" if flag.state is FlagState.NOT_ESTABLISHED else flag.state.value
        found[flag.id] = Said(frozenset((f"{flag.state.value} {flag.tier}",)), decided, names)
    for trial in assessment.trials:
        for criterion in trial.criteria:
            names = _answers(criterion.missing)
            decided = criterion.state if len(criterion.possible) == 1 else ""
            found[criterion.id] = Said(frozenset(criterion.possible), decided, names)
    return found


def expected_flag(form: Form, outcomes: frozenset[str | None]) -> frozenset[str | None]:
    """How a flag is said when these are its possible outcomes."""
    tiers = [tier.id for tier in form.tiers if tier.id in outcomes]
    if not tiers:
        return frozenset(("clear ",))
    return frozenset((f"{'not_established' if 'clear' in outcomes else 'raised'} {tiers[0]}",))


def opened_by(form: Form, cells: Iterable[str]) -> set[str]:
    """Return what decides whether these cells are asked: named in their place while they are not on screen."""
    found = {cell if cell in form.cells else cell.partition(".")[0] for cell in cells}  # of a column, its table
    asked = ((form.cells[cell], cell.rpartition(".")[2]) for cell in found if cell in form.cells)
    return {
        read for item, side in asked if item.ask_if is not None
        for read in reads_of(form).expression(item.ask_if.truth(side if item.has_sides else ""))
    }  # fmt: skip


def _is_on_screen(cell: str, assessment: Assessment) -> bool:
    return cell in assessment.on_screen or cell.partition(".")[0] in assessment.on_screen


def differences(
    form: Form, answers: Answers, assessment: Assessment, rules: list[Rule]
) -> tuple[int, list[str], list[str]]:
    """Compare with brute force: how many were compared, where the assessment is unsound, where it is imprecise."""
    said = said_of(assessment)
    flags = {flag.id for flag in form.flags}
    compared, unsound, imprecise = 0, [], []
    for rule in rules:
        truth = truth_of(form, answers, rule)
        if truth is None or rule.name not in said:
            continue
        compared += 1
        mine = said[rule.name]
        expected = expected_flag(form, truth.outcomes) if rule.name in flags else truth.outcomes
        if rule.name in flags:
            is_sound = mine.decided != "clear" or truth.outcomes == {"clear"}
            is_sound = is_sound and (mine.decided != "raised" or "clear" not in truth.outcomes)
        else:
            is_sound = truth.outcomes <= mine.outcomes
        named_on_screen = {cell for cell in truth.relevant if _is_on_screen(cell, assessment)}
        opening = opened_by(form, truth.relevant - named_on_screen)
        left_out = named_on_screen - mine.missing if not mine.decided else set()
        if not is_sound or left_out:
            unsound.append(f"{rule.name}: {sorted(map(str, truth.outcomes))}, said {mine}, left out {left_out}")
        elif expected != mine.outcomes or (not mine.decided and mine.missing - truth.relevant - opening):
            imprecise.append(
                f"{rule.name}: {sorted(map(str, expected))}, said {mine}, relevant {sorted(truth.relevant)}"
            )
    return compared, unsound, imprecise
