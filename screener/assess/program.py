"""A form made ready to be evaluated: steps in an order in which each reads only earlier ones.

Every step says what is still possible (`values`) and, as a mask of names, which missing answers can still change that
(`open`). After an edit only the steps that read what changed run again. The variables of the decision diagrams are
steps too, so `values` is what the diagrams are restricted with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from screener.assess.answers import NOTHING, Answers
from screener.assess.assessment import Missing
from screener.assess.cells import Left, inexact, left_by
from screener.assess.diagram import Diagrams, bits_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from screener.assess.answers import Answer
    from screener.form.model import Form, Item

NAMED_BORN, NAMED_DATE = "patient.born", "date"


@dataclass(slots=True)
class State:
    """Everything evaluated for one set of answers. Never changed once its Assessment exists."""

    values: list[Any]  # by step: a mask of classes or outcomes, a Possible, Figures, rows; compared by meaning
    open: list[int]  # by step: the names that can still change it
    left: dict[str, Left]  # by cell; while a row is looked at also by `table.column`
    missing: list[tuple[Missing, ...]]  # by name
    pending: int  # names that nobody has dealt with
    assessed: date | None
    born: Left

    def copy(self) -> State:
        """Return a state that can be changed without changing this one."""
        return State(
            self.values.copy(), self.open.copy(), self.left.copy(), self.missing.copy(), self.pending, self.assessed,
            self.born,
        )  # fmt: skip


Run = Callable[[State], tuple[Any, int]]  # gives the value of a step and the names that can still change it


class Step(NamedTuple):
    """`run` reads only steps with a lower number, and the answers of its own cells."""

    run: Run
    is_row_step: bool = False  # runs once per row of a table, when the table's rule runs


@dataclass(frozen=True, slots=True)
class Measure:
    """How something is worked out: `run` gives it with the names that can still change it; and what it reads.

    `tables`: it reads columns of these, so it is worked out once per row.
    """

    run: Run
    reads: frozenset[int] = frozenset()
    cells: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()


def joined(parts: Sequence[Measure], run: Run) -> Measure:
    """Return a measure that reads all that its parts read."""
    return Measure(
        run,
        frozenset[int]().union(*(part.reads for part in parts)),
        frozenset[str]().union(*(part.cells for part in parts)),
        frozenset[str]().union(*(part.tables for part in parts)),
    )


class Program:
    """The steps of one form, what reads what, and the names of what can be missing."""

    def __init__(self, form: Form, most_nodes: int) -> None:
        self.form = form
        self.diagrams = Diagrams(most_nodes)
        self.steps: list[Step] = []
        self.readers: list[int] = []  # by step: mask of the steps that read it
        self.reads: list[frozenset[int]] = []
        self.cells_read: list[frozenset[str]] = []
        self.behind: list[int] = []  # by step: the names of the cells that it reads, through everything before it
        self.answer_steps: list[int] = []  # the variables of answers
        self.readers_of_cell: dict[str, int] = {}
        columns = [f"{table.id}.{column.id}" for table in form.items.values() for column in table.columns]
        self.names: list[str] = [*form.cells, NAMED_BORN, NAMED_DATE, *columns, *(f"{name}.date" for name in columns)]
        self.name_of: dict[str, int] = {name: place for place, name in enumerate(self.names)}
        self._first_column, self._width = len(self.names) - 2 * len(columns), 2 * len(columns)
        self.namer: list[int] = []  # by step: the step whose `open` names it when it is a relevant variable
        self.blank = self._unanswered(Answers())  # all that any answers could make of each step, as it is added
        self.blank.left.update((cell, Left(None, may_be_old=True)) for cell in form.cells)

    # --- building ----------------------------------------------------------------------------------------------

    def add(self, run: Run, *, reads: Iterable[int] = (), cells: Iterable[str] = (), is_row_step: bool = False) -> int:
        """Add a step that reads the given steps and the answers to the given cells; return its number.

        A row step is run by the rule of its table, which reads all that it reads; so nothing else makes it run.
        """
        number = len(self.steps)
        self.steps.append(Step(run, is_row_step))
        self.readers.append(0)
        self.namer.append(number)
        self.reads.append(frozenset(reads))
        self.cells_read.append(frozenset(cells))
        self.behind.append(self._behind(number))
        value, open_ = (None, 0) if is_row_step else run(self.blank)
        self.blank.values.append(value)
        self.blank.open.append(open_)
        if not is_row_step:
            self.run_again(number, self.reads[-1], self.cells_read[-1])
        return number

    def run_again(self, number: int, reads: Iterable[int], cells: Iterable[str]) -> None:
        """Make a step run again when one of these steps comes out differently, or one of these cells is answered."""
        bit = 1 << number
        for read in reads:
            self.readers[read] |= bit
        for cell in cells:
            self.readers_of_cell[cell] = self.readers_of_cell.get(cell, 0) | bit

    def name(self, name: str) -> int:
        """Return the mask of a name, making it when it is new."""
        place = self.name_of.get(name)
        if place is None:
            place = self.name_of[name] = len(self.names)
            self.names.append(name)
            self.blank.missing.append((Missing(name, NOTHING),))
        return 1 << place

    def in_row(self, row: int, names: int) -> int:
        """Return a mask of names, those of columns as they are in a row, from 1; without them for row 0.

        The names in rows stand behind all others, row by row.
        """
        columns = names & ((1 << self._width) - 1 << self._first_column)
        return names ^ columns | (columns << self._shift(row) if row else 0)

    def _shift(self, row: int) -> int:
        return len(self.names) - self._first_column + (row - 1) * self._width

    def _behind(self, step: int) -> int:
        mask = 0
        for read in self.reads[step]:
            mask |= self.behind[read]
        for cell in self.cells_read[step]:
            mask |= 1 << self.name_of[cell]
        return mask

    def cells_behind(self, step: int) -> frozenset[str]:
        """Return the cells that a step reads, through everything before it."""
        return frozenset(self.names[place] for place in bits_of(self.behind[step]))

    # --- running -----------------------------------------------------------------------------------------------

    def start(self, answers: Answers) -> State:
        """Return the state of a set of answers, everything evaluated."""
        state = self._unanswered(answers)
        for cell, answer in answers.cells.items():
            if cell in self.form.cells:
                self._take(state, cell, self.form.cells[cell], answer)
        for number, step in enumerate(self.steps):
            if not step.is_row_step:
                state.values[number], state.open[number] = step.run(state)
        return state

    def _unanswered(self, answers: Answers) -> State:
        """Return the state, nothing evaluated, in which nothing is known but whom the answers are about, and when."""
        count = len(self.steps)
        state = State(
            values=[None] * count,
            open=[0] * count,
            left={},
            missing=[(Missing(name, NOTHING),) for name in self.names],
            pending=0,
            assessed=answers.assessed_on,
            born=Left(answers.patient.born),
        )
        if answers.patient.born is not None:
            state.missing[self.name_of[NAMED_BORN]] = inexact(NAMED_BORN, answers.patient.born)
        for cell, item in self.form.cells.items():
            self._take(state, cell, item, None)
        if answers.patient.born is None:
            state.pending |= self.name(NAMED_BORN)
        if answers.assessed is None:
            state.pending |= self.name(NAMED_DATE)
        return state

    def after(self, before: State, was: Answers, answers: Answers) -> tuple[State, int, int]:
        """Return the state after some answers changed, and two masks.

        The steps that came out differently; the names of which something else is missing.
        """
        state = before.copy()
        dirty = renamed = 0
        for cell in was.differing(answers):
            if cell not in self.form.cells:
                continue
            renamed |= self._take(state, cell, self.form.cells[cell], answers.cells.get(cell))
            dirty |= self.readers_of_cell.get(cell, 0)
        return state, self._settle(state, dirty), renamed

    def _take(self, state: State, cell: str, item: Item, answer: Answer | None) -> int:
        """Take an answer; return a mask: the cell's name, and what is said otherwise now, if anything is."""
        left = state.left[cell] = left_by(cell, item, answer, state.assessed)
        own = 1 << self.name_of[cell]
        state.pending = state.pending & ~own if left.is_dealt_with else state.pending | own
        renamed = 0
        for place, missing in self._named(cell, left):
            state.missing.extend([()] * (place + 1 - len(state.missing)))
            renamed |= (state.missing[place] != missing) << place
            state.missing[place] = missing
        return renamed | own if renamed else 0

    def _named(self, cell: str, left: Left, shift: int = 0) -> Iterator[tuple[int, tuple[Missing, ...]]]:
        """Yield the names of an answer, its parts and its rows: where they stand, and what is missing."""
        yield self.name_of[cell] + shift, left.missing
        if (date := self.name_of.get(f"{cell}.date")) is not None:
            yield date + shift, left.undated
        for number, row in enumerate(left.rows, 1):
            for column, one in row.items():
                yield from self._named(column, one, self._shift(number))

    def _settle(self, state: State, dirty: int) -> int:
        """Run what has to run again, in order."""
        steps, values, opens, readers = self.steps, state.values, state.open, self.readers
        different = 0
        while dirty:
            bit = dirty & -dirty
            dirty ^= bit
            number = bit.bit_length() - 1
            value, open_ = steps[number].run(state)
            if value != values[number] or open_ != opens[number]:
                values[number], opens[number] = value, open_
                different |= bit
                dirty |= readers[number]
        return different
