"""What an example expects, compared with what came out; each difference at the line that expects otherwise."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from screener.assess.answer_nodes import NotUnderstoodError, fields, parts_of, scalar
from screener.assess.assessment import Asked, CutOffState, FindingState, FlagState, Overall, ScoreState
from screener.assess.conversions import rounded
from screener.assess.figures import number_text
from screener.assess.points import asked_key, note_key, rule_key, trial_key
from screener.form.problem import Problem, nearest
from screener.form.rules import State
from screener.form.source import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from screener.assess.assessment import (
        Assessment,
        CriterionResult,
        FindingResult,
        FlagResult,
        Missing,
        ScoreResult,
        ValueResult,
    )
    from screener.form.model import Form
    from screener.form.source import Node

_BY_ID = ("values", "scores", "cutoffs", "findings", "flags")
UNSAID = ("state", "possible")  # facts that say themselves what they are: "expected RF07 clear, is raised"
Facts = dict[str, str | frozenset[str]]  # what can be expected of one result, by the word that stands for it


def broken_expectations(expect: Mapping, assessment: Assessment, refused: dict[str, Problem]) -> list[Problem]:
    """Return a problem for each expectation that isn't met, and for each refused answer nobody expected."""
    compare: dict[str, Callable[[Node, Assessment], Iterator[Problem]]] = {
        "values": _values,
        "scores": _scores,
        "cutoffs": _cutoffs,
        "findings": _findings,
        "flags": _flags,
        "trials": _trials,
        "notes": _notes,
        "asked": _asked,
    }
    parts, errors = parts_of(expect, (*compare, "only_flags", "refused"), "what is expected")
    compared = [compare[name](part, assessment) for name, part in parts.items() if name in compare]
    if "only_flags" in parts:
        compared.append(_only_flags(parts["only_flags"], parts.get("flags"), assessment))
    compared.append(_refusals(expect, parts.get("refused"), assessment, refused))
    problems: list[Problem] = []
    for found in compared:
        try:
            problems += found
        except NotUnderstoodError as error:
            errors.append(error)
    not_taken = [problem for problem in problems if problem in refused.values()]  # what else is wrong follows from it
    return [*(Problem(error.at, "F601", error.reason, error.hint) for error in errors), *(not_taken or problems)]


def named_results(expect: Mapping, form: Form) -> frozenset[str]:
    """Return the results whose outcome is stated (`screener.assess.points` says how each is named)."""
    parts = {name: part for name, part in expect.fields.items() if isinstance(part, Mapping)}
    found = {name.partition(".")[0] for kind in _BY_ID for name in parts.get(kind, expect).fields if kind in parts}
    found |= {note_key(note) for note in parts["notes"].fields} if "notes" in parts else set()
    found |= {asked_key(cell.partition(".")[0]) for cell in parts["asked"].fields} if "asked" in parts else set()
    found |= {rule_key(name) for name in parts["refused"].fields} if "refused" in parts else set()
    found |= {flag.id for flag in form.flags} if "only_flags" in expect.fields else set()
    trials = parts["trials"].fields if "trials" in parts else {}
    for trial in form.trials:
        named = trials.get(trial.id)
        if isinstance(named, Mapping):
            found |= {criterion.id for criterion in trial.criteria if {"others", criterion.id} & named.fields.keys()}
            found |= {trial_key(trial.id)} if "overall" in named.fields else set()
    return frozenset(found)


def _values(node: Node, assessment: Assessment) -> Iterator[Problem]:
    decimals = {value.id: value.decimals for value in assessment.form.values}
    facts = {value.id: _value_facts(value, decimals[value.id]) for value in assessment.values}
    yield from _each(node, facts, "value", assessment.form.off)


def _value_facts(value: ValueResult, decimals: int | None) -> Facts:
    number = "none" if value.is_none else "open" if value.value is None else _shown(value.value, decimals)
    return {
        "value": number,
        "lowest": "open" if value.lowest is None else _shown(value.lowest, decimals),
        "highest": "open" if value.highest is None else _shown(value.highest, decimals),
        "unit": value.unit,
        "missing": _names(value.missing),
    }


def _scores(node: Node, assessment: Assessment) -> Iterator[Problem]:
    yield from _each(node, {score.id: _score_facts(score) for score in assessment.scores}, "total", assessment.form.off)


def _score_facts(score: ScoreResult) -> Facts:
    if score.state is ScoreState.NA:
        return dict.fromkeys(("total", "lowest", "highest", "band", "bands", "state", "answered", "missing"), "na")
    between = (
        "open"
        if score.lowest is None or score.highest is None
        else f"{number_text(score.lowest)}-{number_text(score.highest)}"
    )
    return {
        "total": between if score.total is None else number_text(score.total),
        "lowest": "open" if score.lowest is None else number_text(score.lowest),
        "highest": "open" if score.highest is None else number_text(score.highest),
        "band": "undecided" if score.band is None else score.band,
        "bands": frozenset(score.bands),
        "state": score.state.value,
        "answered": str(score.answered),
        "missing": _names(score.missing),
    }


def _cutoffs(node: Node, assessment: Assessment) -> Iterator[Problem]:
    states: dict[str, Facts] = {
        f"{score.id}.{cutoff.id}": {"state": cutoff.state.value}
        for score in assessment.scores
        for cutoff in score.cutoffs
    }
    yield from _each(node, states, "state", assessment.form.off, tuple(CutOffState))


def _findings(node: Node, assessment: Assessment) -> Iterator[Problem]:
    tables = {finding.id: finding.table for finding in assessment.form.findings if finding.table}
    for key, _ in node.entries if isinstance(node, Mapping) else ():
        if key.text in tables:
            message = f"'{key.text}' has an outcome for each row of '{tables[key.text]}'"
            raise NotUnderstoodError(key.at, message, f"write {key.text}.1 for that of the first row")
    facts = {f"{each.id}.{each.side}" if each.side else each.id: _finding_facts(each) for each in assessment.findings}
    yield from _each(node, facts, "possible", assessment.form.off)


def _finding_facts(finding: FindingResult) -> Facts:
    na = finding.state is FindingState.NA
    possible = frozenset(("na",) if na else finding.possible)
    return {"possible": possible, "state": finding.state.value, "missing": _names(finding.missing)}


def _flags(node: Node, assessment: Assessment) -> Iterator[Problem]:
    facts = {flag.id: _flag_facts(flag) for flag in assessment.flags}
    tiers = {tier.id for tier in assessment.form.tiers}
    for part in node.fields.values() if isinstance(node, Mapping) else ():
        if isinstance(part, Scalar) and part.text in tiers:
            raise NotUnderstoodError(part.at, f"'{part.text}' is a tier", f"write {{state: raised, tier: {part.text}}}")
    yield from _each(node, facts, "state", assessment.form.off, tuple(FlagState))


def _flag_facts(flag: FlagResult) -> Facts:
    return {"state": flag.state.value, "tier": flag.tier, "missing": _names(flag.missing)}


def _only_flags(node: Node, named: Node | None, assessment: Assessment) -> Iterator[Problem]:
    """Every flag that is not named has to be clear."""
    if scalar(node, "yes").text != "yes":
        raise NotUnderstoodError(node.at, "'only_flags' can only be yes", "write only_flags: yes, or take it out")
    apart = named.fields if isinstance(named, Mapping) else {}
    for flag in assessment.flags:
        if flag.state is not FlagState.CLEAR and flag.id not in apart:
            yield _differs(node, f"{flag.id} clear", flag.state.value, _names(flag.missing))


def _trials(node: Node, assessment: Assessment) -> Iterator[Problem]:
    trials = {trial.id: trial for trial in assessment.trials}
    for key, part in _entries(node, trials, assessment.form.off):
        trial = trials[key.text]
        facts: dict[str, Facts] = {each.id: _criterion_facts(each) for each in trial.criteria}
        if not isinstance(part, Mapping):
            raise NotUnderstoodError(part.at, "a trial is expected as {overall: ..., criterion: state}")
        others = part.fields.get("others")
        facts["overall"] = {"state": trial.overall.value, "missing": _names(trial.missing)}
        named = [(name, each) for name, each in part.entries if name.text != "others"]
        for name, each in named:
            if name.text not in facts:
                raise NotUnderstoodError(name.at, f"there is no criterion '{name.text}'", nearest(name.text, facts))
            words = Overall if name.text == "overall" else State
            main = "possible" if isinstance(each, Sequence) else "state"
            yield from _one(name.text, each, facts[name.text], main, tuple(words))
        apart = {name.text for name, _ in named} | {"overall"}
        for criterion in trial.criteria:
            if others is not None and criterion.id not in apart:
                yield from _one(criterion.id, others, facts[criterion.id], "state", tuple(State))


def _criterion_facts(criterion: CriterionResult) -> Facts:
    possible = frozenset(str(state) for state in criterion.possible)
    return {"state": str(criterion.state), "possible": possible, "missing": _names(criterion.missing)}


def _notes(node: Node, assessment: Assessment) -> Iterator[Problem]:
    trial_notes = [note.id for trial in assessment.form.trials for note in trial.notes]
    known = [note.id for note in assessment.form.notes] + trial_notes
    shown = {*assessment.notes, *(note for trial in assessment.trials for note in trial.notes)}
    facts: dict[str, Facts] = {note: {"state": "shown" if note in shown else "not"} for note in known}
    yield from _each(node, facts, "state", assessment.form.off, ("shown", "not"))


def _asked(node: Node, assessment: Assessment) -> Iterator[Problem]:
    facts: dict[str, Facts] = {cell: {"state": asked.value} for cell, asked in assessment.asked.items()}
    yield from _each(node, facts, "state", assessment.form.off, tuple(Asked))


def _refusals(
    expect: Mapping, node: Node | None, assessment: Assessment, refused: dict[str, Problem]
) -> Iterator[Problem]:
    """Compare the answers that were refused, and the rules that are broken, with those that should be."""
    items = {cell.partition(".")[0] for cell in refused}
    rules = {must.id for must in assessment.form.musts}
    known = {*assessment.form.items, *assessment.form.cells, *rules}
    is_refused = {*refused, *items, *assessment.violated}
    named: set[str] = set()
    off = assessment.form.off - assessment.form.items.keys()
    for key, part in _entries(node, known, off) if node is not None else ():
        wanted = scalar(part, "yes or no").text
        named.add(key.text)
        now = "yes" if key.text in is_refused else "no"
        if wanted != now:
            yield _differs(part, f"{key.text} refused {wanted}", now)
    for cell, problem in refused.items():
        if not named & {cell, cell.partition(".")[0]}:
            yield problem
    for must in assessment.form.musts:
        if must.id in assessment.violated and must.id not in named:
            hint = f"correct the answers, or expect it: refused: {{{must.id}: yes}}"
            yield Problem(expect.at, "F610", f"the answers break the rule '{must.id}': {must.message}", hint)


def _each(
    node: Node, facts: dict[str, Facts], main: str, off: frozenset[str], words: Collection[str] = ()
) -> Iterator[Problem]:
    """Compare each named result; a text or a list stands for its `main` fact, which is one of the `words`, if any."""
    for key, part in _entries(node, facts, off):
        yield from _one(key.text, part, facts[key.text], main, words)


def _entries(node: Node, known: Iterable[str], off: frozenset[str]) -> tuple[tuple[Scalar, Node], ...]:
    """Return the named expectations, without those of what the clinic doesn't use; another name is not understood."""
    names = tuple(known)
    if not isinstance(node, Mapping):
        hint = f"write them as {{{next(iter(names), 'name')}: ...}}, in brackets or below each other"
        raise NotUnderstoodError(node.at, "names belong here, each with what is expected of it", hint)
    entries = tuple(entry for entry in node.entries if entry[0].text.partition(".")[0] not in off)
    for key, _ in entries:
        if key.text not in names:
            raise NotUnderstoodError(key.at, f"there is no '{key.text}' in this form", nearest(key.text, names))
    return entries


def _one(name: str, node: Node, facts: Facts, main: str, words: Collection[str] = ()) -> Iterator[Problem]:
    """Compare one result with what is expected of it."""
    expected = fields(node, facts, "what is expected") if isinstance(node, Mapping) else {main: node}
    missing = facts.get("missing", frozenset())
    for fact, part in expected.items():
        now, what = facts[fact], name if fact in UNSAID else f"{name} {fact}"
        if isinstance(now, frozenset):
            texts = part.nodes if isinstance(part, Sequence) else (part,)
            wanted = frozenset(scalar(text, "a list").text for text in texts)
            if wanted != now and not (fact == "possible" and wanted == {"undecided"} and len(now) > 1):
                yield _differs(part, f"{what} {_listed(wanted)}", _listed(now), missing)
        elif not _same(wanted_text := scalar(part, "a text").text, now):
            hint = nearest(wanted_text, words) if fact == main and words and wanted_text not in words else ""
            yield _differs(part, f"{what} {wanted_text}", now, missing, hint)


def _same(wanted: str, now: str) -> bool:
    """Whether two texts say the same, as numbers where both are."""
    if wanted == now:
        return True
    try:
        return Decimal(wanted) == Decimal(now)
    except InvalidOperation:
        return False


def _differs(
    node: Node, expected: str, now: str, missing: str | frozenset[str] = frozenset(), hint: str = ""
) -> Problem:
    because = f"; missing {_listed(missing)}" if missing else ""
    hint = hint or "correct the rule, or what is expected"
    return Problem(node.at, "F610", f"expected {expected}, is {now}{because}", hint)


def _names(missing: Iterable[Missing]) -> frozenset[str]:
    return frozenset(each.item for each in missing)


def _listed(names: str | frozenset[str]) -> str:
    return names if isinstance(names, str) else ", ".join(sorted(names)) or "nothing"


def _shown(number: Decimal, decimals: int | None) -> str:
    """Return the number rounded as it is shown."""
    return number_text(number if decimals is None else rounded(number, decimals))
