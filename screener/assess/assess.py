"""Form and Answers become an Assessment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

from screener.assess.answers import Answers
from screener.assess.assessment import Asked, Assessment
from screener.assess.compiler import Compiler
from screener.assess.diagram import bits_of
from screener.assess.lines import Lines, is_settled
from screener.assess.needs import NO_TALLY, Needs, Tally
from screener.assess.parts import Parts
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from screener.assess.program import State
    from screener.form.model import Form

T = TypeVar("T")
_ASKED = {1: Asked.NO, 2: Asked.YES, 3: Asked.OPEN}
MOST_NODES = 600  # of the diagram of one rule; more than any of the shipped form needs


@dataclass(frozen=True, slots=True)
class Memory:
    """What makes the next assessment of the same form fast; no part of what is concluded."""

    state: State
    said: Sequence[object]  # by line
    waiting: Sequence[int]  # by line: names that can still settle it
    tally: Tally


class Assessor:
    """A form compiled once, for any number of screenings."""

    def __init__(self, form: Form, most_nodes: int = MOST_NODES) -> None:
        self.form = form
        compiler = Compiler(form, most_nodes)
        self.program = compiler.program
        self.lines = Lines(compiler)
        self._parts = Parts(form, self.lines)
        self._needs = Needs({number: line.claim for number, line in enumerate(self.lines.all) if line.claim})
        self._lines_of = _grouped((line.step, number) for number, line in enumerate(self.lines.all))  # by step
        self._lines_behind = _grouped(  # by name: the lines that could name it
            (name, number)
            for number, line in enumerate(self.lines.all)
            for name in bits_of(self.program.behind[line.step])
        )
        gated = [(cell, asked) for cell in form.cells if (asked := compiler.asked(cell)) is not None]
        self._asked_by = _grouped((asked, cell) for cell, asked in gated)  # by step: cells may share a condition
        self._shown_by = {compiler.shown(cell): cell for cell, _ in gated}
        self._steps = (1 << len(self.program.steps)) - 1
        self._nothing_said = Memory(
            self.program.blank, [None] * len(self.lines.all), [0] * len(self.lines.all), NO_TALLY
        )
        self._nothing_known = Assessment(
            form, Answers(), (), (), (), (), (), (), (), dict.fromkeys(form.cells, Asked.YES), frozenset(form.cells), ()
        )

    def assess(self, answers: Answers, before: Assessment | None = None) -> Assessment:
        """Return what the answers mean; `before` only makes it faster."""
        memory = before.memory if before is not None and before.form is self.form else None
        if before is not None and isinstance(memory, Memory) and _same_dates(before.answers, answers):
            state, different, renamed = self.program.after(memory.state, before.answers, answers)
        else:
            before, memory = self._nothing_known, self._nothing_said
            state, different, renamed = self.program.start(answers), self._steps, 0
        again = self._to_say(state, different, renamed)
        said, waiting = self._say(again, state, memory)
        changes = [(line, was, now) for line in again if (was := memory.waiting[line]) != (now := waiting[line])]
        tally = self._needs.after(memory.tally, state, changes, renamed)
        return replace(
            before,
            answers=answers,
            asked=self._asked(before, state, different),
            on_screen=self._on_screen(before, state, different),
            needed=tally.listed,
            memory=Memory(state, said, waiting, tally),
            **self._parts.made(said, again),  # type: ignore[arg-type]  # as their names say
        )

    def _to_say(self, state: State, different: int, renamed: int) -> set[int]:
        """Return the lines of steps that came out differently, and those that name what is missing otherwise now."""
        found = {line for step in bits_of(different) for line in self._lines_of.get(step, ())}
        for name in bits_of(renamed):
            behind = self._lines_behind.get(name, ())
            found.update(line for line in behind if state.open[self.lines.all[line].step] & renamed)
        return found

    def _say(self, again: Iterable[int], state: State, memory: Memory) -> tuple[Sequence[object], Sequence[int]]:
        said, waiting = [*memory.said], [*memory.waiting]
        for number in again:
            line = self.lines.all[number]
            result = said[number] = line.say(state)
            waiting[number] = state.open[line.step] if line.claim and not is_settled(result) else 0
        return said, waiting

    def _asked(self, before: Assessment, state: State, different: int) -> Mapping[str, Asked]:
        steps = bits_of(different)
        said = ((cell, _ASKED[state.values[step]]) for step in steps for cell in self._asked_by.get(step, ()))
        now = {cell: asked for cell, asked in said if asked is not before.asked[cell]}
        return {**before.asked, **now} if now else before.asked

    def _on_screen(self, before: Assessment, state: State, different: int) -> frozenset[str]:
        now = {cell: state.values[step][0] for step in bits_of(different) if (cell := self._shown_by.get(step))}
        turned = {cell for cell, is_shown in now.items() if is_shown != (cell in before.on_screen)}
        return (before.on_screen | turned) - (before.on_screen & turned) if turned else before.on_screen


def _grouped(pairs: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _same_dates(was: Answers, now: Answers) -> bool:
    return (was.patient.born, was.assessed_on) == (now.patient.born, now.assessed_on)


_assessors: WeakKeyDictionary[Form, Assessor] = WeakKeyDictionary()


def assess(form: Form, answers: Answers, before: Assessment | None = None) -> Assessment:
    """Return what the answers mean; `before`, an assessment of the same form, only makes it faster."""
    assessor = _assessors.get(form)
    if assessor is None:
        assessor = _assessors[form] = Assessor(form)
    return assessor.assess(answers, before)
