"""Trials: nodes -> model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.form import keys as k
from screener.form.decode_cards import valid_until
from screener.form.expression import Expression, Not
from screener.form.folder import own_first
from screener.form.nodes import Mapping
from screener.form.problem import Problem
from screener.form.rules import Case, Criterion, State, Trial
from screener.form.shapes import listed, wrong_kind

if TYPE_CHECKING:
    from screener.form.decode_cases import ConditionReader
    from screener.form.decode_rules import RuleReader
    from screener.form.nodes import Node
    from screener.form.rules import Note

STATES = tuple(State)


class TrialReader:
    """Reads trials with the reader of rules."""

    def __init__(self, rules: RuleReader) -> None:
        self.rules = rules
        self.problems = rules.problems
        self.criteria: dict[str, Criterion] = {}  # of all trials: results are named by the id alone
        self.notes: dict[str, Note] = {}

    def trial(self, mapping: Mapping) -> Trial | None:
        """Return a trial, or None when its id or day can't be read."""
        entry = k.TRIAL.open(mapping, self.problems)
        id_, snapshot = entry.get(k.TRIAL_ID), entry.get(k.SNAPSHOT)
        conditions = self.rules.conditions(entry)
        applies_if = conditions.condition(entry.get(k.APPLIES_IF))
        gate = () if applies_if is None else (unless(applies_if),)
        criteria: dict[str, Criterion] = {}
        for node in listed(entry.get(k.CRITERIA), self.problems, "criteria"):
            criterion = self._criterion(node, conditions, gate)
            if criterion is not None and self._is_new(criterion.id, node, self.criteria):
                criteria[criterion.id] = self.criteria[criterion.id] = criterion
        notes: dict[str, Note] = {}
        for node in listed(entry.get(k.TRIAL_NOTES), self.problems, "notes"):
            if not isinstance(node, Mapping):
                self.problems.append(wrong_kind(node, "the keys of a note"))
                continue
            note = self.rules.note(node, k.TRIAL_NOTE, conditions)
            if note is not None and self._is_new(note.id, node, self.notes):
                notes[note.id] = self.notes[note.id] = note
        if id_ is None or snapshot is None:
            return None
        return Trial(
            id=id_, title=entry.text(k.TITLE), kind=entry.text(k.KIND), snapshot=snapshot,
            source=entry.text(k.TRIAL_SOURCE), criteria=tuple(criteria.values()), at=mapping.at,
            applies_if=applies_if, valid_until=valid_until(entry, snapshot, self.problems), notes=tuple(notes.values()),
            cutoffs=conditions.scope.cutoffs, reviewed=entry.text(k.REVIEWED), uncertain=entry.text(k.UNCERTAIN),
        )  # fmt: skip

    def _is_new(self, id_: str, node: Node, before: dict[str, Criterion] | dict[str, Note]) -> bool:
        if id_ not in before:
            return True
        at, taken = own_first(node.at, before[id_].at)
        message = f"'{id_}' is taken, in {taken.file} line {taken.line}"
        self.problems.append(Problem(at, "F301", message, "take another id"))
        return False

    def _criterion(self, node: Node, conditions: ConditionReader, gate: tuple[Case, ...]) -> Criterion | None:
        entry = k.CRITERION.open(node, self.problems)
        id_ = entry.get(k.CRITERION_ID)
        if id_ is None:
            return None
        cases = conditions.cases(entry.get(k.CRITERION_CASES), STATES, STATES)
        self._check_order(cases)
        self.rules.check_braces(node.fields.get("why") if isinstance(node, Mapping) else None)
        return Criterion(
            id=id_, title=entry.text(k.TITLE), cases=(*gate, *cases), why=entry.text(k.WHY), at=node.at,
            is_blocking=entry.get(k.BLOCKING) != "no", seen_in=entry.text(k.SEEN_IN),
            reviewed=entry.text(k.REVIEWED), uncertain=entry.text(k.UNCERTAIN),
        )  # fmt: skip

    def _check_order(self, cases: tuple[Case, ...]) -> None:
        highest = -1
        for case in cases:
            if case.outcome not in STATES:
                continue
            position = STATES.index(State(case.outcome))
            if position == highest:
                message, hint = f"a second case '{case.outcome}'", "join the two with 'or'"
                if case.when is None:
                    message = f"'{case.outcome}' in any case, also where the case before does not hold"
                    hint = "give the other outcome here, or take the case before out"
                self.problems.append(Problem(case.at, "F509", message, hint))
            elif position < highest:
                hint = "in this order: " + ", ".join(STATES)
                self.problems.append(Problem(case.at, "F506", f"'{case.outcome}' comes too late", hint))
            highest = max(highest, position)


def unless(applies_if: Expression) -> Case:
    """Return the case that comes before all others: not applicable where the trial is not."""
    no = Expression(f"not ({applies_if.text})", applies_if.at, (Not(applies_if.truth()),))
    return Case(State.NA.value, no, applies_if.at)
