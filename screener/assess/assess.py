"""Form and Answers become an Assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary

from screener.assess.assessment import Asked, Assessment, TrialResult
from screener.assess.compiler import Compiler
from screener.assess.diagram import bits_of
from screener.assess.intervals import FALSE_ONLY, TRUE_ONLY
from screener.assess.lines import Lines, is_settled
from screener.assess.needs import NO_TALLY, Needs, Tally
from screener.assess.results import overall
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screener.assess.answers import Answers
    from screener.assess.assessment import CriterionResult, FindingResult, FlagResult, Missing, ScoreResult, ValueResult
    from screener.assess.lines import Line
    from screener.assess.program import State
    from screener.form.model import Form
    from screener.form.rules import Note

_ASKED = {1: Asked.NO, 2: Asked.YES, 3: Asked.OPEN}
MOST_NODES = 600  # of the diagram of one rule; more than any of the shipped form needs


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
        compiler = Compiler(form, most_nodes)
        self.program = compiler.program
        self.lines = Lines(compiler)
        asked = [(cell, compiler.asked(cell)) for cell in form.cells]
        self._gated = [(cell, step, compiler.shown(cell)) for cell, step in asked if step is not None]
        self._gated_mask = sum(1 << asked | 1 << shown for _, asked, shown in self._gated)
        self._needs = Needs({number: line.claim for number, line in enumerate(self.lines.all) if line.claim})
        self._cells = frozenset(form.cells)
        self._all_asked = dict.fromkeys(form.cells, Asked.YES)

    def assess(self, answers: Answers, before: Assessment | None = None) -> Assessment:
        """Return what the answers mean; `before` only makes it faster."""
        memory = before.memory if before is not None and before.form is self.form else None
        if before is None or not isinstance(memory, Memory) or not _same_dates(before.answers, answers):
            return self._whole(answers)
        state, different, renamed = self.program.after(memory.state, before.answers, answers)
        said, waiting = list(memory.said), list(memory.waiting)
        ran_differently = set(bits_of(different))
        for number, line in enumerate(self.lines.all):
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
        said: list[object] = [None] * len(self.lines.all)
        waiting = [0] * len(self.lines.all)
        for number, line in enumerate(self.lines.all):
            self._say(number, line, state, said, waiting)
        changes = [(number, 0, now) for number, now in enumerate(waiting) if now]
        tally = self._needs.after(NO_TALLY, state, changes, 0)
        return self._assessment(answers, Memory(state, tuple(said), tuple(waiting), tally), None)

    def _say(self, number: int, line: Line, state: State, said: list[object], waiting: list[int]) -> None:
        result = said[number] = line.say(state)
        waiting[number] = state.open[line.step] if line.claim and not is_settled(result) else 0

    def _assessment(self, answers: Answers, memory: Memory, same_shape: Assessment | None) -> Assessment:
        form, lines, said = self.form, self.lines, memory.said
        asked, on_screen = (
            (same_shape.asked, same_shape.on_screen) if same_shape is not None else self._shape(memory.state)
        )
        findings = tuple(one for number in lines.findings for one in cast("tuple[FindingResult, ...]", said[number]))
        return Assessment(
            form=form,
            answers=answers,
            values=tuple(cast("ValueResult", said[number]) for number in lines.values),
            scores=tuple(cast("ScoreResult", said[number]) for number in lines.scores),
            findings=findings,
            flags=tuple(cast("FlagResult", said[number]) for number in lines.flags),
            trials=tuple(self._trial(place, said) for place in range(len(form.trials))),
            notes=_holding(form.notes, lines.notes, said),
            violated=tuple(
                must.id for must, number in zip(form.musts, lines.musts, strict=True) if said[number] == FALSE_ONLY
            ),
            asked=asked,
            on_screen=on_screen,
            needed=memory.tally.listed(),
            parts_not_asked=frozenset().union(*(cast("frozenset[str]", said[number]) for number in lines.columns)),
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
        criteria = tuple(cast("CriterionResult", said[number]) for number in self.lines.criteria[place])
        applies, missing = cast("tuple[int, tuple[Missing, ...]]", said[self.lines.applies[place]])
        state = overall(zip(trial.criteria, criteria, strict=True), applies)
        notes = _holding(trial.notes, self.lines.trial_notes[place], said) if applies == TRUE_ONLY else ()
        return TrialResult(trial.id, state, criteria, notes, missing)


def _holding(notes: tuple[Note, ...], lines: list[int], said: Sequence[object]) -> tuple[str, ...]:
    return tuple(note.id for note, number in zip(notes, lines, strict=True) if said[number] == TRUE_ONLY)


def _same_dates(was: Answers, now: Answers) -> bool:
    return (was.patient.born, was.assessed_on) == (now.patient.born, now.assessed_on)


_assessors: WeakKeyDictionary[Form, Assessor] = WeakKeyDictionary()


def assess(form: Form, answers: Answers, before: Assessment | None = None) -> Assessment:
    """Return what the answers mean; `before`, an assessment of the same form, only makes it faster."""
    assessor = _assessors.get(form)
    if assessor is None:
        assessor = _assessors[form] = Assessor(form)
    return assessor.assess(answers, before)
