"""Form and Answers become an Assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary

from screener.assess.answers import Rows
from screener.assess.assessment import (
    Asked,
    Assessment,
    CriterionResult,
    FindingResult,
    FindingState,
    FlagResult,
    FlagState,
    ScoreResult,
    ScoreState,
    TrialResult,
)
from screener.assess.compiler import Compiler, sides_of
from screener.assess.diagram import bits_of
from screener.assess.intervals import FALSE_ONLY, TRUE_ONLY
from screener.assess.needs import NO_TALLY, Claim, Needs, Tally, worth
from screener.assess.results import (
    CLEAR,
    CRITERION_STATES,
    criterion_result,
    finding_result,
    flag_result,
    missing_in,
    overall,
    score_result,
    value_result,
)
from screener.assess.rows import RowOutcomes, outcomes
from screener.assess.scores import lines_of, score_step
from screener.form.expression import Always
from screener.form.rules import Per
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from screener.assess.answers import Answers
    from screener.assess.assessment import Missing
    from screener.assess.program import State
    from screener.form.expression import Expression, Truth
    from screener.form.model import Form, Item
    from screener.form.rules import Criterion, Finding, Flag, Note

_ASKED = {1: Asked.NO, 2: Asked.YES, 3: Asked.OPEN}
MOST_NODES = 600  # of the diagram of one rule; more than any of the shipped form needs


@dataclass(frozen=True, slots=True)
class Line:
    """A result: its step, how it is said, and (for `needed`) what it is worth to settle it."""

    step: int
    say: Callable[[State], object]
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What makes the next assessment of the same form fast; no part of what is concluded."""

    state: State
    said: tuple[object, ...]  # by line
    waiting: tuple[int, ...]  # by line: names that can still settle it
    tally: Tally


class Assessor:
    """A form compiled once, for any number of screenings."""

    def __init__(self, form: Form, most_nodes: int = MOST_NODES) -> None:
        self.form = form
        compiler = self.compiler = Compiler(form, most_nodes)
        self.program = compiler.program
        self.lines: list[Line] = []
        self._values = [self._value_line(value.id) for value in form.values]
        self._scores = [self._score_line(score.id) for score in form.scores]
        self._findings = [self._finding_line(finding, side) for finding in form.findings for side in sides_of(finding)]
        self._flags = [self._flag_line(flag) for flag in form.flags]
        self._applies = [self._applies_line(trial.applies_if) for trial in form.trials]
        self._criteria = [[self._criterion_line(criterion) for criterion in trial.criteria] for trial in form.trials]
        self._notes = [self._truth_line(note.when.truth()) for note in form.notes]
        self._trial_notes = [[self._truth_line(note.when.truth()) for note in trial.notes] for trial in form.trials]
        self._musts = [self._truth_line(must.must.truth()) for must in form.musts]
        self._columns = [
            self._column_line(item.id, column)
            for item in form.items.values() for column in item.columns if column.ask_if is not None
        ]  # fmt: skip
        asked = [(cell, compiler.asked(cell)) for cell in form.cells]
        self._gated = [(cell, step, compiler.shown(cell)) for cell, step in asked if step is not None]
        self._gated_mask = sum(1 << asked | 1 << shown for _, asked, shown in self._gated)
        self._needs = Needs({number: line.claim for number, line in enumerate(self.lines) if line.claim})
        self._cells = frozenset(form.cells)
        self._all_asked = dict.fromkeys(form.cells, Asked.YES)

    # --- the lines ---------------------------------------------------------------------------------------------

    def _add(self, line: Line) -> int:
        self.lines.append(line)
        return len(self.lines) - 1

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

        def say(state: State) -> object:
            rows: RowOutcomes = state.values[step]
            answer = state.left[finding.table].answer
            missing = missing_in(state, state.open[step]) if isinstance(answer, Rows) else ()
            own = [
                tuple(one for one in missing if one.item.startswith(f"{finding.table}.{row}.") or "." not in one.item)
                for row in range(1, len(rows.outcomes) + 1)
            ]
            return tuple(
                finding_result(finding, str(row), mask, names)
                for row, (mask, names) in enumerate(zip(rows.outcomes, own, strict=True), 1)
            )

        return self._add(Line(step, say, claim))

    def _flag_line(self, flag: Flag) -> int:
        outcomes = [*(tier.id for tier in self.form.tiers), CLEAR]
        step = self.compiler.rule(lambda: self.compiler.cases(flag.cases, outcomes))
        first = min((outcomes.index(case.outcome) for case in flag.cases), default=0)
        claim = self._claim(flag.id, min(first, len(self.form.tiers) - 1))
        return self._add(Line(step, lambda state: flag_result(state, step, flag, self.form), claim))

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

    # --- assessing ---------------------------------------------------------------------------------------------

    def assess(self, answers: Answers, before: Assessment | None = None) -> Assessment:
        """Return what the answers mean; `before` only makes it faster."""
        memory = before.memory if before is not None and before.form is self.form else None
        if before is None or not isinstance(memory, Memory) or not _same_dates(before.answers, answers):
            return self._whole(answers)
        state, different = self.program.after(memory.state, before.answers, answers)
        renamed = sum(
            1 << place for place, (old, new) in enumerate(zip(memory.state.missing, state.missing, strict=True))
            if old is not new and old != new
        )  # fmt: skip
        said, waiting = list(memory.said), list(memory.waiting)
        ran_differently = set(bits_of(different))
        for number, line in enumerate(self.lines):
            if line.step in ran_differently or state.open[line.step] & renamed:
                self._say(number, line, state, said, waiting)
        changes = [
            (number, was, now)
            for number, (was, now) in enumerate(zip(memory.waiting, waiting, strict=True))
            if was is not now and was != now
        ]
        tally = self._needs.after(memory.tally, state, changes, renamed)
        same_shape = before if not different & self._gated_mask else None
        return self._assessment(answers, Memory(state, tuple(said), tuple(waiting), tally), same_shape)

    def _whole(self, answers: Answers) -> Assessment:
        state = self.program.start(answers)
        said: list[object] = [None] * len(self.lines)
        waiting = [0] * len(self.lines)
        for number, line in enumerate(self.lines):
            self._say(number, line, state, said, waiting)
        changes = [(number, 0, now) for number, now in enumerate(waiting) if now]
        tally = self._needs.after(NO_TALLY, state, changes, 0)
        return self._assessment(answers, Memory(state, tuple(said), tuple(waiting), tally), None)

    def _say(self, number: int, line: Line, state: State, said: list[object], waiting: list[int]) -> None:
        result = said[number] = line.say(state)
        waiting[number] = state.open[line.step] if line.claim and not _is_settled(result) else 0

    def _assessment(self, answers: Answers, memory: Memory, same_shape: Assessment | None) -> Assessment:
        form, said = self.form, memory.said
        asked, on_screen = (
            (same_shape.asked, same_shape.on_screen) if same_shape is not None else self._shape(memory.state)
        )
        findings = tuple(one for number in self._findings for one in cast("tuple[FindingResult, ...]", said[number]))
        return Assessment(
            form=form,
            answers=answers,
            values=tuple(said[number] for number in self._values),  # type: ignore[misc]
            scores=tuple(said[number] for number in self._scores),  # type: ignore[misc]
            findings=findings,
            flags=tuple(said[number] for number in self._flags),  # type: ignore[misc]
            trials=tuple(self._trial(place, said) for place in range(len(form.trials))),
            notes=_holding(form.notes, self._notes, said),
            violated=tuple(
                must.id for must, number in zip(form.musts, self._musts, strict=True) if said[number] == FALSE_ONLY
            ),
            asked=asked,
            on_screen=on_screen,
            needed=memory.tally.listed(),
            parts_not_asked=frozenset().union(*(cast("frozenset[str]", said[number]) for number in self._columns)),
            memory=memory,
        )

    def _shape(self, state: State) -> tuple[dict[str, Asked], frozenset[str]]:
        asked = self._all_asked.copy()
        hidden = set()
        for cell, asked_step, shown_step in self._gated:
            asked[cell] = _ASKED[state.values[asked_step]]
            if not state.values[shown_step][0]:
                hidden.add(cell)
        return asked, self._cells - hidden

    def _trial(self, place: int, said: Sequence[object]) -> TrialResult:
        trial = self.form.trials[place]
        criteria = tuple(cast("CriterionResult", said[number]) for number in self._criteria[place])
        applies, missing = cast("tuple[int, tuple[Missing, ...]]", said[self._applies[place]])
        state = overall(zip(trial.criteria, criteria, strict=True), applies)
        notes = _holding(trial.notes, self._trial_notes[place], said) if applies == TRUE_ONLY else ()
        return TrialResult(trial.id, state, criteria, notes, missing)


def _is_settled(result: object) -> bool:
    match result:
        case ScoreResult(state=state):
            return state is not ScoreState.INCOMPLETE
        case FlagResult(state=state):
            return state is not FlagState.NOT_ESTABLISHED
        case CriterionResult(possible=possible):
            return len(possible) == 1
        case tuple():
            return all(cast("FindingResult", one).state is not FindingState.UNDECIDED for one in result)
        case _:
            return True


def _holding(notes: tuple[Note, ...], lines: list[int], said: Sequence[object]) -> tuple[str, ...]:
    return tuple(note.id for note, number in zip(notes, lines, strict=True) if said[number] == TRUE_ONLY)


def _same_dates(was: Answers, now: Answers) -> bool:
    if was.patient.born != now.patient.born:
        return False
    if was.assessed is None or now.assessed is None:
        return was.assessed is now.assessed
    return was.assessed.date() == now.assessed.date()


_assessors: WeakKeyDictionary[Form, Assessor] = WeakKeyDictionary()


def assess(form: Form, answers: Answers, before: Assessment | None = None) -> Assessment:
    """Return what the answers mean; `before`, an assessment of the same form, only makes it faster."""
    assessor = _assessors.get(form)
    if assessor is None:
        assessor = _assessors[form] = Assessor(form)
    return assessor.assess(answers, before)
