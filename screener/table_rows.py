"""What an edit in a table changes: its rows, and what was refused in them. Pure."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from screener.assess.accept import in_row
from screener.assess.answers import Measured, Rows
from screener.entry import Typed, answer_number, judged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screener.assess.answers import Answer, Answers
    from screener.entry import Refusal
    from screener.form.model import Item

    Change = tuple[Answer | None, Refusal | None]
    Changes = Mapping[str, Change]  # by cell, or `table.row.column`


class TableRows(NamedTuple):
    """The rows of a table as answered, and all that was refused."""

    item: Item
    answers: Answers
    refusals: Mapping[str, Refusal]

    @property
    def answer(self) -> Rows:
        """The rows; none where nothing is answered."""
        answer = self.answers.cells.get(self.item.id)
        return answer if isinstance(answer, Rows) else Rows(())

    def offered(self, row: int, column: str, answer: Answer | None, typed: Typed) -> Changes:
        """Take an answer to a column, or keep what was typed; what is usual by it is judged again."""
        changes = self.changed(row, column, *self._judged(row, column, answer, typed))
        if answer is None or answer == self.row(row).get(column):
            return changes
        for beside in self.item.columns:
            if column in beside.usual_by:
                changes = {**changes, **self._after(changes).judged_again(row, beside.id)}
        return changes

    def row(self, row: int) -> Mapping[str, Answer]:
        """Return what is answered in a row."""
        rows = self.answer.rows
        return rows[row] if row < len(rows) else {}

    def _judged(self, row: int, column: str, answer: Answer | None, typed: Typed) -> Change:
        if answer is None:
            return None, None
        item = next(each for each in self.item.columns if each.id == column)
        return judged(in_row(item, self.row(row)), self.answers, answer, typed)

    def judged_again(self, row: int, column: str) -> Changes:
        """Judge a number once more, whether it was taken, confirmed or still waits for its second look."""
        waiting = self.refusals.get(f"{self.item.id}.{row}.{column}")
        given = waiting.confirm if waiting is not None else self.row(row).get(column)
        if not isinstance(given, Measured):
            return {}
        typed = waiting.typed if waiting is not None else Typed(answer_number(given), given.unit)
        return self.changed(row, column, *self._judged(row, column, replace(given, confirmed=False), typed))

    def _after(self, changes: Changes) -> TableRows:
        return self._replace(answers=self.answers.with_answer(self.item.id, changes[self.item.id][0]))

    def without(self, row: int) -> Changes:
        """Take a row out, what was refused in it included; what was refused in the rows below moves up."""
        rows = self.answer.rows
        left = rows[:row] + rows[row + 1 :]
        is_complete = self.answer.complete and (bool(left) or not rows)  # nobody said "none" of a row taken out
        kept = replace(self.answer, rows=left, complete=is_complete)
        refused = {name: each for name, each in self.refusals.items() if name.startswith(f"{self.item.id}.")}
        cells: dict[str, Change] = dict.fromkeys(refused, (None, None))
        for name, refusal in refused.items():
            _, place, column = name.split(".")
            if (index := int(place)) != row:
                cells[f"{self.item.id}.{index - (index > row)}.{column}"] = (None, refusal)
        cells[self.item.id] = (_unless_empty(kept), None)
        return cells

    def changed(self, row: int, column: str, answer: Answer | None, refusal: Refusal | None) -> Changes:
        """Put an answer, or what is refused, into a row; one after the last is added, an emptied one goes."""
        rows = list(self.answer.rows)
        if answer is not None or row < len(rows):
            rows += [{}] * (row + 1 - len(rows))
            parts = {name: part for name, part in rows[row].items() if name != column}
            rows[row] = parts if answer is None else {**parts, column: answer}
            if not rows[row] and refusal is None:
                return self.without(row)
        is_more = answer is not None or refusal is not None
        is_complete = self.answer.complete and (bool(self.answer.rows) or not is_more)  # "none" was not said of this
        whole = replace(self.answer, rows=tuple(rows), complete=is_complete)
        return {self.item.id: (_unless_empty(whole), None), f"{self.item.id}.{row}.{column}": (None, refusal)}


def part_that_differs(was: Answer | None, now: Answer | None) -> str:
    """Return the first "row.column" in which two answers to a table differ, rows counted from 1; "" when none does."""
    rows, others = (each.rows if isinstance(each, Rows) else () for each in (was, now))
    none: Mapping[str, Answer] = {}
    for number, (row, other) in enumerate(zip_longest(rows, others, fillvalue=none), start=1):
        for column in {**row, **other}:
            if row.get(column) != other.get(column):
                return f"{number}.{column}"
    return ""


def _unless_empty(rows: Rows) -> Rows | None:
    return rows if rows.rows or rows.complete else None
