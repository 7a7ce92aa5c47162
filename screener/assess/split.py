"""Exactness where a diagram can't see it: one answer read twice, directly and through a score or a number.

A diagram takes its variables as independent. A score, a derived value or a comparison of two numbers is one variable,
though it may share an answer with another variable of the same rule. Such answers, while they are missing, are tried
out one combination after the other (at most `MOST_COMBINATIONS`), and the rule is asked each time.
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

MOST_COMBINATIONS = 4096
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
        hidden = self._hidden(variables, direct)
        shared = [cell for cell in items if uses.get(cell, 0) > 1 and cell in hidden]
        self.candidates = {cell: found for cell in shared if (found := answers_to(items[cell]))}
        self.again = tuple(sorted(step for step in ancestors if self._depends(step, ancestors, direct)))

    def _hidden(self, variables: Sequence[int], direct: Mapping[int, str]) -> set[str]:
        """Cells that are read inside a variable of another kind than an answer."""
        found: set[str] = set()
        stack = [step for step in variables if step not in direct]
        seen: set[int] = set()
        while stack:
            step = stack.pop()
            if step not in seen:
                seen.add(step)
                found |= self.program.cells_read[step]
                stack += self.program.reads[step]
        return found

    def _depends(self, step: int, ancestors: set[int], direct: Mapping[int, str]) -> bool:
        cells = self.program.cells_read[step]
        if any(cell in self.candidates for cell in cells):
            return True
        return any(self._depends(read, ancestors, direct) for read in self.program.reads[step] if read in ancestors)

    def ask(self, ask: Callable[[State], tuple[int, int]], state: State) -> tuple[int, int]:
        """Return the outcomes and the names that can still change them, from every combination of shared answers.

        `ask` is the rule without splitting.
        """
        first = ask(state)
        if not first[0] & (first[0] - 1):
            return first
        cells = [
            cell for cell in self.candidates if state.left[cell].answer is None and self._matters(state, cell, first)
        ]
        while prod(len(self.candidates[cell]) for cell in cells) > MOST_COMBINATIONS:
            cells.pop()
        if not cells:
            return first
        names = {cell: state.open[self.shown[cell]] for cell in cells}
        found = self._try(state, ask, cells)
        outcomes = open_ = 0
        for mask, more in found.values():
            outcomes |= mask
            open_ |= more
        for place, cell in enumerate(cells):
            if _changes(found, place):
                open_ |= names[cell] & first[1]
        return outcomes, open_ if outcomes & (outcomes - 1) else 0

    def _matters(self, state: State, cell: str, first: tuple[int, int]) -> bool:
        return bool(state.open[self.shown[cell]] & first[1])

    def _try(
        self, state: State, ask: Callable[[State], tuple[int, int]], cells: Sequence[str]
    ) -> dict[tuple[int, ...], tuple[int, int]]:
        steps = self.program.steps
        kept = [(step, state.values[step], state.open[step]) for step in self.again]
        left = {cell: state.left[cell] for cell in cells}
        found = {}
        for places in product(*(range(len(self.candidates[cell])) for cell in cells)):
            for cell, place in zip(cells, places, strict=True):
                state.left[cell] = Left(self.candidates[cell][place])
            for step in self.again:
                state.values[step], state.open[step] = steps[step].run(state)
            found[places] = ask(state)
        for step, value, open_ in kept:
            state.values[step], state.open[step] = value, open_
        state.left.update(left)
        return found


def _changes(found: Mapping[tuple[int, ...], tuple[int, int]], place: int) -> bool:
    """Whether the answer at `place` can change the outcome for some answers to the others."""
    by_others: dict[tuple[int, ...], tuple[int, int]] = {}
    for places, result in found.items():
        others = places[:place] + places[place + 1 :]
        known = by_others.setdefault(others, result)
        if known != result or result[0] & (result[0] - 1):
            return True
    return False
