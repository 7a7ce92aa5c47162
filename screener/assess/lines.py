"""What a form concludes, line by line: the step of each result, how it is said, and what settling it is worth."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from screener.assess.assessment import (
    CriterionResult,
    FindingResult,
    FindingState,
    FlagResult,
    FlagState,
    ScoreResult,
    ScoreState,
)
from screener.assess.compiler import sides_of
from screener.assess.intervals import EITHER, FALSE_ONLY
from screener.assess.needs import Claim, worth
from screener.assess.results import (
    CLEAR,
    CRITERION_STATES,
    criterion_result,
    finding_result,
    flag_result,
    missing_in,
    score_result,
    value_result,
)
from screener.assess.rows import RowOutcomes, outcomes
from screener.assess.scores import lines_of, score_step
from screener.form.expression import Always
from screener.form.rules import Per
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.assess.compiler import Compiler
    from screener.assess.program import State
    from screener.form.expression import Expression, Truth
    from screener.form.model import Item
    from screener.form.rules import Criterion, Finding, Flag


@dataclass(frozen=True, slots=True)
class Line:
    """A result: its step, how it is said, and (for `needed`) what it is worth to settle it."""

    step: int
    say: Callable[[State], object]
    claim: Claim | None = None


class Lines:
    """All lines of a form; by kind of result their numbers, in form order."""

    def __init__(self, compiler: Compiler) -> None:
        self.compiler = compiler
        form = self.form = compiler.form
        self.all: list[Line] = []
        self.values = [self._value_line(value.id) for value in form.values]
        self.scores = [self._score_line(score.id) for score in form.scores]
        self.findings = [self._finding_line(finding, side) for finding in form.findings for side in sides_of(finding)]
        self.flags = [self._flag_line(flag) for flag in form.flags]
        self.applies = [self._applies_line(trial.applies_if) for trial in form.trials]
        self.criteria = [[self._criterion_line(criterion) for criterion in trial.criteria] for trial in form.trials]
        self.notes = [self._truth_line(note.when.truth()) for note in form.notes]
        self.trial_notes = [[self._truth_line(note.when.truth()) for note in trial.notes] for trial in form.trials]
        self.musts = [self._truth_line(must.must.truth()) for must in form.musts]
        self.columns = [
            self._column_line(item.id, column)
            for item in form.items.values() for column in item.columns if column.ask_if is not None
        ]  # fmt: skip

    def _add(self, line: Line) -> int:
        self.all.append(line)
        return len(self.all) - 1

    def _claim(self, id_: str, category: int) -> Claim:
        return Claim(id_, worth(category, len(self.form.tiers) + 4))

    def _value_line(self, id_: str) -> int:
        value = self.compiler.values[id_]
        like = self.form.items[value.like] if value.like else None
        step = self.compiler.value_step(id_)
        return self._add(Line(step, lambda state: value_result(state, step, value, like)))

    def _score_line(self, id_: str) -> int:
        score = self.compiler.scores[id_]
        lines = len(lines_of(self.compiler, score))
        step = score_step(self.compiler, id_)
        claim = self._claim(id_, len(self.form.tiers) + 3)
        return self._add(Line(step, lambda state: score_result(state, step, score, lines), claim))

    def _finding_line(self, finding: Finding, side: str) -> int:
        claim = None if finding.is_hidden else self._claim(finding.id, len(self.form.tiers) + 2)
        if finding.per is Per.ROW:
            return self._row_finding_line(finding, claim)
        step = self.compiler.rule(lambda: self.compiler.finding_rule(finding, side))

        def say(state: State) -> object:
            missing = missing_in(state, state.open[step])
            return (finding_result(finding, side, state.values[step], missing),)

        return self._add(Line(step, say, claim))

    def _row_finding_line(self, finding: Finding, claim: Claim | None) -> int:
        step = self.compiler.add(outcomes(self.compiler, finding.table, lambda: self.compiler.finding_rule(finding)))
        does_not_apply = 1 << len(finding.outcomes)

        def say(state: State) -> object:
            rows: RowOutcomes = state.values[step]
            if rows.is_asked == FALSE_ONLY:
                masks = [does_not_apply for _ in rows.outcomes]
            else:
                masks = [mask | (does_not_apply if rows.is_asked == EITHER else 0) for mask in rows.outcomes]
            return tuple(
                finding_result(finding, str(row), mask, missing_in(state, names))
                for row, (mask, names) in enumerate(zip(masks, rows.names, strict=True), 1)
            )

        return self._add(Line(step, say, claim))

    def _flag_line(self, flag: Flag) -> int:
        outcomes = [*(tier.id for tier in self.form.tiers), CLEAR]
        step = self.compiler.rule(lambda: self.compiler.cases(flag.cases, outcomes))

        def say(state: State) -> FlagResult:
            return flag_result(state, step, flag, self.form)

        claims = {case.outcome: self._claim(flag.id, outcomes.index(case.outcome)) for case in flag.cases}
        claims.pop(CLEAR, None)
        if len(claims) == 1:  # as of most
            return self._add(Line(step, say, *claims.values()))
        for tier, claim in claims.items():
            self._add(Line(step, partial(_where_highest, say, tier), claim))
        return self._add(Line(step, say))

    def _criterion_line(self, criterion: Criterion) -> int:
        step = self.compiler.rule(lambda: self.compiler.cases(criterion.cases, CRITERION_STATES))
        claim = self._claim(criterion.id, len(self.form.tiers) + (0 if criterion.is_blocking else 1))
        return self._add(Line(step, lambda state: criterion_result(state, step, criterion), claim))

    def _applies_line(self, condition: Expression | None) -> int:
        root = Always(value=True) if condition is None else condition.truth()
        step = self.compiler.rule(lambda: self.compiler.condition(root))
        return self._add(Line(step, lambda state: (state.values[step], missing_in(state, state.open[step]))))

    def _truth_line(self, root: Truth) -> int:
        step = self.compiler.rule(lambda: self.compiler.condition(root), is_split=False)
        return self._add(Line(step, lambda state: state.values[step]))

    def _column_line(self, table: str, column: Item) -> int:
        """Add what names the rows in which a column is not asked."""
        condition = cast("Expression", column.ask_if).truth()
        step = self.compiler.add(outcomes(self.compiler, table, lambda: self.compiler.condition(condition)))

        def say(state: State) -> object:
            rows: RowOutcomes = state.values[step]
            return frozenset(
                f"{table}.{row}.{column.id}" for row, mask in enumerate(rows.outcomes) if mask == FALSE_ONLY
            )

        return self._add(Line(step, say))


def _where_highest(say: Callable[[State], FlagResult], tier: str, state: State) -> FlagResult | None:
    """Return a red flag where no higher tier is possible any more: waiting for it is worth that tier then."""
    result = say(state)
    return result if result.tier == tier else None


def is_settled(result: object) -> bool:
    """Whether no further answer can change what is said."""
    match result:
        case ScoreResult(state=state):
            return state is not ScoreState.INCOMPLETE
        case FlagResult(state=state, missing=missing):
            return state is not FlagState.NOT_ESTABLISHED and not missing  # raised, it may still be more or less urgent
        case CriterionResult(possible=possible):
            return len(possible) == 1
        case tuple():
            return all(cast("FindingResult", one).state is not FindingState.UNDECIDED for one in result)
        case _:
            return True
