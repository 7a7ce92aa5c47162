"""What a form says about partial answers, found by trying every representative completion."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from screener.assess.answers import Answers
from screener.assess.assessment import FindingState, FlagState
from screener.assess.reads import reads_of
from tests.assess.concrete import candidates, every_outcome, numbers_met, open_cells, sides_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from screener.assess.assessment import Assessment
    from screener.form.model import Form
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


def rules_of(form: Form) -> Iterator[Rule]:
    reads = reads_of(form)
    for name, side in sides_of(form):
        cell = f"{name}.{side}" if side else name
        yield Rule(cell, reads.named(cell), lambda concrete, cell=cell: concrete.finding(cell))
    cased = [*form.flags, *(criterion for trial in form.trials for criterion in trial.criteria)]
    for rule in cased:
        yield Rule(rule.id, reads.cases(rule.cases), lambda concrete, rule=rule: concrete.first(rule.cases))


def outcomes_by_rule(form: Form, answers: Answers) -> dict[str, set[str | None]]:
    """What every rule says over complete answers."""
    return {rule.name: set(every_outcome(form, answers, rule.says).values()) for rule in rules_of(form)}


def truth_of(form: Form, answers: Answers, rule: Rule) -> Truth | None:
    """Try every completion; None when there are too many."""
    assert answers.assessed is not None
    met, today = numbers_met(form), answers.assessed.date()
    cells = [cell for cell in open_cells(form, answers) if cell in rule.reads]
    choices = [candidates(form.cells[cell], cell, today, met) for cell in cells]
    if prod(map(len, choices)) > MOST:
        return None
    filled = dict(answers.cells)
    for cell in open_cells(form, answers):
        filled[cell] = candidates(form.cells[cell], cell, today, met)[0]
    found = {}
    for places in product(*(range(len(one)) for one in choices)):
        filled.update({cell: one[place] for cell, one, place in zip(cells, choices, places, strict=True)})
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


def said_of(assessment: Assessment) -> dict[str, Said]:
    """What an assessment says of every finding, flag and criterion."""
    found = {}
    for one in assessment.findings:
        name = f"{one.id}.{one.side}" if one.side in ("left", "right") else one.id
        outcomes = frozenset(None if outcome == FindingState.NA else outcome for outcome in one.possible)
        if one.state is FindingState.NA:
            outcomes = frozenset((None,))
        decided = "" if one.state is FindingState.UNDECIDED else one.outcome or "na"
        found[name] = Said(outcomes, decided, frozenset(missing.item for missing in one.missing))
    for flag in assessment.flags:
        names = frozenset(missing.item for missing in flag.missing)
        decided = "" if flag.state is FlagState.NOT_ESTABLISHED else flag.state.value
        found[flag.id] = Said(frozenset((f"{flag.state.value} {flag.tier}",)), decided, names)
    for trial in assessment.trials:
        for criterion in trial.criteria:
            names = frozenset(missing.item for missing in criterion.missing)
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
    asked = ((form.cells[cell], cell.rpartition(".")[2]) for cell in cells if cell in form.cells)
    return {
        read for item, side in asked if item.ask_if is not None
        for read in reads_of(form).expression(item.ask_if.truth(side if item.has_sides else ""))
    }  # fmt: skip


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
        named_on_screen = {cell for cell in truth.relevant if cell in assessment.on_screen}
        opening = opened_by(form, truth.relevant - assessment.on_screen)
        left_out = named_on_screen - mine.missing if not mine.decided else set()
        if not is_sound or left_out:
            unsound.append(f"{rule.name}: {sorted(map(str, truth.outcomes))}, said {mine}, left out {left_out}")
        elif expected != mine.outcomes or (not mine.decided and mine.missing - truth.relevant - opening):
            imprecise.append(
                f"{rule.name}: {sorted(map(str, expected))}, said {mine}, relevant {sorted(truth.relevant)}"
            )
    return compared, unsound, imprecise
