"""What the examples of a form have to try: every way in which its rules can come out, and both sides of each limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.assessment import Overall
from screener.assess.boundaries import Boundaries, comparisons
from screener.assess.compiler import sides_of
from screener.form import expression as e
from screener.form.model import SIDES
from screener.form.rules import Finding, Per, State
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from screener.assess.boundaries import Boundary
    from screener.form.expression import Expression
    from screener.form.model import Form, Item
    from screener.form.problem import Span
    from screener.form.rules import Case, Criterion, Flag, Must, Note, Points, Score, Trial, Value

Seen = tuple[str, str, str]  # one of the next, of which result, and with which cell or state
OPEN, NOT_SHOWN, OVERALL, NEEDS_INFORMATION = "open", "not shown", "overall", "needs information"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to try: `what`, in words, in an example that says what comes out of `of` ("" for columns: in any).

    It is tried where `when` holds, or where it is `seen` in the assessment (`screener.assess.coverage`).
    """

    at: Span
    of: str
    what: str
    when: e.Truth | None = None
    seen: Seen | None = None


def note_key(note: str) -> str:
    """Return what a note is called among the results of a form; notes have ids of their own."""
    return f"note {note}"


def rule_key(must: str) -> str:
    """Return what a rule across answers is called among the results of a form."""
    return f"rule {must}"


def asked_key(item: str) -> str:
    """Return what it is called among the results of a form whether a question is asked."""
    return f"asked {item}"


def trial_key(trial: str) -> str:
    """Return what the overall state of a trial is called among the results of a form."""
    return f"trial {trial}"


class PointsToTry:
    """Makes the points of one form."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._boundaries = Boundaries(form)

    def all(self) -> Iterator[Point]:
        """Yield everything that the examples have to try."""
        form = self._form
        yield from (point for item in form.items.values() for point in self._asked(item))
        yield from (point for value in form.values for point in self._value(value))
        yield from (point for score in form.scores for point in self._score(score))
        yield from (point for finding in form.findings for point in self._finding(finding))
        yield from (point for flag in form.flags for point in self._cases(flag))
        yield from (point for trial in form.trials for point in self._trial(trial))
        yield from self._notes(form.notes)
        yield from (point for must in form.musts for point in self._must(must))

    # --- conditions --------------------------------------------------------------------------------------------

    def _limits(self, expression: Expression, of: str, table: str = "") -> Iterator[Point]:
        """Yield both sides of every comparison of an expression; either side of the body stands for both."""
        found: dict[str, list[e.Truth]] = {}
        for node, inside in comparisons(expression.roots, table):
            for what, when in self._boundaries.of(node):
                found.setdefault(_sideless(what), []).append(_in_rows(inside, when))
        for what, conditions in found.items():
            yield Point(expression.at, of, what, e.Or(tuple(dict.fromkeys(conditions))))

    def _both_ways(self, expression: Expression, of: str, met: str, unmet: str, table: str = "") -> Iterator[Point]:
        """Yield a condition that is met and not met, and its limits."""
        roots = [expression.truth(side) for side in SIDES[: len(expression.roots)]]
        yield Point(expression.at, of, met, e.Or(tuple(_in_rows(table, root) for root in roots)))
        yield Point(expression.at, of, unmet, e.Or(tuple(_in_rows(table, e.Not(root)) for root in roots)))
        yield from self._limits(expression, of, table)

    def _asked(self, item: Item) -> Iterator[Point]:
        if item.is_off:
            return
        if item.ask_if is not None:
            yield from self._both_ways(item.ask_if, asked_key(item.id), "yes", "no")
        for column in item.columns:
            if column.ask_if is not None:
                words = f"{column.id} asked", f"{column.id} not asked"
                yield from self._both_ways(column.ask_if, "", *words, item.id)

    def _must(self, must: Must) -> Iterator[Point]:
        yield from self._both_ways(must.must, rule_key(must.id), "kept", "broken")

    def _notes(self, notes: Iterable[Note]) -> Iterator[Point]:
        for note in notes:
            key = note_key(note.id)
            yield Point(note.when.at, key, "shown", note.when.truth())
            yield Point(note.when.at, key, "not shown", seen=(NOT_SHOWN, key, ""))
            yield from self._limits(note.when, key)

    # --- numbers -----------------------------------------------------------------------------------------------

    def _value(self, value: Value) -> Iterator[Point]:
        yield Point(value.at, value.id, "decided", e.KnownResult(value.id))
        yield Point(value.at, value.id, "open", seen=(OPEN, value.id, ""))
        yield from self._limits(value.is_, value.id)

    def _score(self, score: Score) -> Iterator[Point]:
        for line in score.points:
            yield from self._line(score, line)
        starts: dict[Decimal, list[str]] = {}
        for band in score.bands[1:]:
            starts.setdefault(band.start, []).append(band.id)
        for cutoff in score.cutoffs:
            starts.setdefault(cutoff.start, []).append(cutoff.id)
        for start, ids in sorted(starts.items()):
            for what, when in self._boundaries.of_total(score.id, start):
                yield Point(score.at, score.id, f"{what} ({', '.join(ids)} from {start})", when)
        if score.applies_if is not None:
            yield from self._both_ways(score.applies_if, score.id, "it applies", "it does not apply")
        yield Point(score.at, score.id, "open", seen=(OPEN, score.id, ""))

    def _line(self, score: Score, line: Points) -> Iterator[Point]:
        if line.when is not None:
            yield from self._both_ways(line.when, score.id, f"'{line.item}' met", f"'{line.item}' not met")
            return
        item = self._form.items[line.item]
        for cell in item.cells:
            for option in line.options:
                yield Point(line.at, score.id, f"{cell} {option}", e.Is(cell, frozenset((option,))))
            for what, when in self._steps(line, e.Reading(cell)):
                yield Point(line.at, score.id, what, when)
            yield Point(line.at, score.id, f"{cell} missing", seen=(OPEN, score.id, cell))
            if line.not_asked is not None and item.ask_if is not None:
                side = cell.rpartition(".")[2] if item.has_sides else ""
                yield Point(line.at, score.id, f"{cell} not asked", e.Not(item.ask_if.truth(side)))

    def _steps(self, line: Points, number: e.Reading) -> Iterator[Boundary]:
        """Yield both sides of each step; both ends of a number that is its own points."""
        if line.steps and all(start == points for start, points in line.steps):
            for end, _ in (line.steps[0], line.steps[-1]):
                yield f"{number.cell} {end}", e.Compare("==", number, e.Literal(end))
            return
        for start, _ in line.steps[1:]:
            yield from self._boundaries.of(e.Compare(">=", number, e.Literal(start)))

    # --- rules with cases --------------------------------------------------------------------------------------

    def _finding(self, finding: Finding) -> Iterator[Point]:
        if finding.lacks_limit:
            return
        applies = finding.applies_if
        table = finding.table if finding.per is Per.ROW else ""
        if applies is not None:
            yield from self._both_ways(applies, finding.id, "it applies", "it does not apply", table)
        yield from self._cases(finding, applies, table)

    def _cases(
        self, rule: Finding | Flag | Criterion, applies: Expression | None = None, table: str = ""
    ) -> Iterator[Point]:
        """Yield each case where it decides and would be missed, with its limits, and the rule where it is open."""
        sides = sides_of(rule) if isinstance(rule, Finding) else ("",)
        for place, case in enumerate(rule.cases):
            ways = [_decides(rule.cases, place, side) for side in sides]
            if applies is not None:
                ways = [e.And((applies.truth(side), way)) for side, way in zip(sides, ways, strict=True)]
            when = e.Or(tuple(_in_rows(table, way) for way in ways))
            yield Point(case.at, rule.id, f"decided by {_said(case)}", when, _seen_without(rule.id, case))
            if case.when is not None:
                yield from self._limits(case.when, rule.id, table)
        yield Point(rule.at, rule.id, "open", seen=(OPEN, rule.id, ""))

    def _trial(self, trial: Trial) -> Iterator[Point]:
        yield from (point for criterion in trial.criteria for point in self._cases(criterion))
        key = trial_key(trial.id)
        for state in _overall_states(trial):
            yield Point(trial.at, key, f"{state}", seen=(OVERALL, key, state))
        yield from self._notes(trial.notes)


def _sideless(words: str) -> str:
    for side in SIDES:
        words = words.replace(f" ({side})", "")
    return words


def _in_rows(table: str, node: e.Truth) -> e.Truth:
    """Return a condition as it holds in some row of a table; itself outside tables."""
    return e.AnyRow(table, node) if table else node


def _decides(cases: Sequence[Case], place: int, side: str) -> e.Truth:
    """Return where a case is the first that is true, and without it another outcome would come out."""
    case, later = cases[place], cases[place + 1 :]
    first = _first(cases[: place + 1], place, side)
    others = [_first(later, number, side) for number, one in enumerate(later) if one.outcome != case.outcome]
    return e.And((first, e.Or(tuple(others)))) if case.when is not None else first


def _first(cases: Sequence[Case], place: int, side: str) -> e.Truth:
    """Return where a case is the first that is true."""
    before = (e.Not(case.when.truth(side)) for case in cases[:place] if case.when is not None)
    when = cases[place].when
    return e.And((*before, when.truth(side) if when is not None else e.Always(value=True)))


def _said(case: Case) -> str:
    return f"its case '{case.outcome}'" if case.when is not None else f"'otherwise: {case.outcome}'"


def _seen_without(rule: str, case: Case) -> Seen | None:
    """Return how a case shows that may never decide: a criterion that is open needs information too."""
    return (NEEDS_INFORMATION, rule, "") if case.outcome == State.NEED_INFO else None


def _overall_states(trial: Trial) -> Iterator[Overall]:
    """Yield the overall states that the criteria of a trial can come to."""
    named = {case.outcome for criterion in trial.criteria for case in criterion.cases}
    if State.BARRIER in named:
        yield Overall.BARRIER_RECORDED
    if any(criterion.is_blocking for criterion in trial.criteria):
        yield Overall.INFORMATION_NEEDED
    if State.DISCUSS in named or not all(criterion.is_blocking for criterion in trial.criteria):
        yield Overall.POINTS_TO_DISCUSS
    yield Overall.NO_BARRIER_RECORDED
    if trial.applies_if is not None:
        yield Overall.NA
