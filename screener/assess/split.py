"""Exactness where a diagram can't see it: one answer read twice, directly and through a score or a number.

A diagram takes its variables as independent. A score, a derived value or a comparison of two numbers is one variable,
though it may share an answer with another variable of the same rule. Such answers, while they are missing, are tried
out (at most `MOST_COMBINATIONS`, `MOST_QUESTIONS` to the rule), one after the other and only as long as that can tell
more than the rule without them.
"""

from __future__ import annotations

from itertools import compress, product
from math import prod
from typing import TYPE_CHECKING

from screener.assess.answers import Answer, Chosen, ChosenSeveral, Whole
from screener.assess.cells import Left
from screener.form.model import ItemType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from screener.assess.program import Program, State
    from screener.form.model import Item

    Said = tuple[int, int, int]  # outcomes, the names that can still change them, the places of variables that can
    Ask = Callable[[State], Said]

MOST_COMBINATIONS = 4096
MOST_QUESTIONS = 400
MOST_OPEN = 16  # answers; with more of them open a rule is as good as never decided
MOST_OPTIONS = 3  # of a several-choice
MOST_ANSWERS = 12  # of one item; longer ones are left to the intervals


def answers_to(item: Item) -> tuple[Answer, ...]:
    """Return every acceptable answer to an item that has only a few; () otherwise."""
    match item.type:
        case ItemType.YES_NO | ItemType.CHOICE:
            return tuple(Chosen(option.id) for option in item.options)
        case ItemType.SEVERAL if len(item.options) <= MOST_OPTIONS:
            plain = [option.id for option in item.options if not option.exclusive]
            sets = [tuple(compress(plain, chosen)) for chosen in product((0, 1), repeat=len(plain))]
            alone = [(option.id,) for option in item.options if option.exclusive]
            return tuple(ChosenSeveral(one) for one in (*sets, *alone))
        case ItemType.WHOLE if item.limits and item.limits.highest - item.limits.lowest < MOST_ANSWERS:
            return tuple(Whole(number) for number in range(int(item.limits.lowest), int(item.limits.highest) + 1))
    return ()


class Split:
    """The answers of one rule that have to be tried out, and what to run again for each."""

    def __init__(
        self, program: Program, variables: Sequence[int], items: Mapping[str, Item], shown: Mapping[str, int]
    ) -> None:
        self.program = program
        self.shown = shown
        reads, cells_of = program.reads, program.cells_read
        naming = set(shown.values())
        ancestors: set[int] = set()
        stack = list(variables)
        while stack:
            step = stack.pop()
            if step not in ancestors:
                ancestors.add(step)
                stack += [read for read in reads[step] if read not in naming]
        direct = {step: next(iter(cells_of[step])) for step in program.answer_steps if step in ancestors}
        uses: dict[str, int] = {}
        for step in ancestors:
            read = {direct[one] for one in reads[step] if one in direct}
            for cell in read | (cells_of[step] if step not in direct else set()):
                uses[cell] = uses.get(cell, 0) + 1
        for variable in variables:
            if variable in direct:
                uses[direct[variable]] = uses.get(direct[variable], 0) + 1
        others = frozenset(variables).difference(direct)
        hidden = frozenset[str]().union(*map(program.cells_behind, others))  # inside a variable that is no answer
        shared = [cell for cell in items if uses.get(cell, 0) > 1 and cell in hidden]
        self.tried = {cell: found for cell in shared if (found := answers_to(items[cell]))}
        self.again = {cell: self._behind(cell, ancestors) for cell in self.tried}
        hidden_in = {step: 1 << place for place, step in enumerate(variables) if step in others}
        self._hiding = {cell: sum(hidden_in.get(step, 0) for step in again) for cell, again in self.again.items()}

    def _behind(self, cell: str, ancestors: set[int]) -> tuple[int, ...]:
        """Return the steps of the rule that can change with the cell, in order."""
        found: set[int] = set()
        for step in sorted(ancestors):
            if cell in self.program.cells_read[step] or not found.isdisjoint(self.program.reads[step]):
                found.add(step)
        return tuple(sorted(found))

    def reads(self) -> tuple[frozenset[int], frozenset[str]]:
        """Return the steps and cells that the steps run again read: they matter though no variable stands for them."""
        again = frozenset(step for steps in self.again.values() for step in steps)
        program = self.program
        return (
            frozenset[int]().union(*(program.reads[step] for step in again)),
            frozenset[str]().union(*(program.cells_read[step] for step in again)),
        )

    def ask(self, ask: Ask, state: State) -> tuple[int, int]:
        """Return the outcomes and the names that can still change them, shared answers tried out.

        `ask` is the rule without splitting.
        """
        outcomes, names, relevant = said = ask(state)
        beside_rows = names & ((1 << len(self.program.names)) - 1)  # what is open in rows is not tried out
        if not outcomes & (outcomes - 1) or beside_rows.bit_count() > MOST_OPEN:
            return outcomes, names
        cells = [cell for cell in self.tried if state.left[cell].answer is None]
        while prod(len(self.tried[cell]) for cell in cells) > MOST_COMBINATIONS:
            cells.pop()
        if not any(self.tells(cell, relevant) for cell in cells):
            return outcomes, names
        return _Trial(self, ask, state, said).outcome(cells)

    def tells(self, cell: str, relevant: int) -> bool:
        """Whether trying a cell out can tell anything: a variable that hides it can still change the outcome."""
        return bool(self._hiding[cell] & relevant)


class _Trial:
    """One trying out: stops as soon as all is found that the rule without splitting holds possible."""

    def __init__(self, split: Split, ask: Ask, state: State, said: Said) -> None:
        self.split, self.ask, self.state, self.said = split, ask, state, said
        self.first = said[:2]
        self.names = {cell: state.open[split.shown[cell]] & said[1] for cell in split.tried}
        self.outcomes = self.open = 0
        self.questions = 0

    def outcome(self, cells: Sequence[str]) -> tuple[int, int]:
        """Return the outcomes and names found; what the rule says without splitting when that takes too long."""
        try:
            self._explore(cells, self.said)
        except _AllFound:
            return self.first
        return self.outcomes, self.open if self.outcomes & (self.outcomes - 1) else 0

    def _explore(self, cells: Sequence[str], said: Said) -> tuple[int, int]:
        """Try the first cell that matters, then the others under each of its answers; return what was found below."""
        outcomes, names, relevant = said
        if outcomes & (outcomes - 1):
            for place, cell in enumerate(cells):
                if self.names[cell] & names and self.split.tells(cell, relevant):
                    return self._try(cell, [*cells[:place], *cells[place + 1 :]])
        self.outcomes |= outcomes
        self._name(names)
        return outcomes, names

    def _try(self, cell: str, others: Sequence[str]) -> tuple[int, int]:
        state, again = self.state, self.split.again[cell]
        left, kept = state.left[cell], [(step, state.values[step], state.open[step]) for step in again]
        found: set[tuple[int, int]] = set()
        try:
            for answer in self.split.tried[cell]:
                self._answer(cell, answer)
                found.add(self._explore(others, self.ask(state)))
        finally:
            state.left[cell] = left
            for step, value, open_ in kept:
                state.values[step], state.open[step] = value, open_
        outcomes = names = 0
        for mask, named in found:
            outcomes, names = outcomes | mask, names | named
        if outcomes & (outcomes - 1):  # answers that lead to the same, still open, may differ in what they need
            names |= self.names[cell]
            self._name(self.names[cell])
        return outcomes, names

    def _answer(self, cell: str, answer: Answer) -> None:
        self.questions += 1
        if self.questions > MOST_QUESTIONS:
            raise _AllFound
        state, steps = self.state, self.split.program.steps
        state.left[cell] = Left(answer)
        for step in self.split.again[cell]:
            state.values[step], state.open[step] = steps[step].run(state)

    def _name(self, names: int) -> None:
        self.open |= names
        if self.outcomes == self.first[0] and self.open == self.first[1]:
            raise _AllFound


class _AllFound(Exception):  # noqa: N818 - no error: nothing more can be found
    """What is possible without splitting is possible, or trying it out takes too long."""
