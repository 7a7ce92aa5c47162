"""What an edit in a table changes: its rows, and what was refused in them. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from screener.assess.answers import Chosen, Measured, Rows
from screener.entry import Typed, answer_number, judged

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from screener.assess.answers import Answer, Answers
    from screener.entry import Refusal
    from screener.form.model import Form, Item

    Change = tuple[Answer | None, Refusal | None]
    Changes = Mapping[str, Change]  # by cell, or `table.row.column`


def in_row(form: Form, table: str, column: str, row: Mapping[str, Answer]) -> Item:
    """Return a column as it is asked in a row: usual there is what look-ups say of the option chosen beside it."""
    item = next(each for each in form.items[table].columns if each.id == column)
    ends: dict[str, Decimal] = {}
    for lookup in form.lookups:
        of, _, choice = lookup.key.partition(".")
        chosen = row.get(choice) if of == table else None
        if isinstance(chosen, Chosen) and chosen.option in lookup.numbers:
            number = lookup.numbers[chosen.option]
            ends |= {"lowest": number} if lookup.lowest_usual == column else {}
            ends |= {"highest": number} if lookup.highest_usual == column else {}
    if not ends:
        return item
    (unit,) = item.units
    return replace(item, units=(replace(unit, usual=replace(unit.usual or unit.limits, **ends)),))


class TableRows(NamedTuple):
    """The rows of a table as answered, and all that was refused."""

    form: Form
    table: str
    answers: Answers
    refusals: Mapping[str, Refusal]

    @property
    def answer(self) -> Rows:
        """The rows; none where nothing is answered."""
        answer = self.answers.cells.get(self.table)
        return answer if isinstance(answer, Rows) else Rows(())

    def offered(self, row: int, column: str, answer: Answer | None, typed: Typed) -> Changes:
        """Take an answer to a column, or keep what was typed; what is usual by it is judged again."""
        changes = self.changed(row, column, *self._judged(row, column, answer, typed))
        if answer is None or answer == self.row(row).get(column):
            return changes
        for beside in self._usual_by(column):
            changes = {**changes, **self._after(changes).judged_again(row, beside)}
        return changes

    def row(self, row: int) -> Mapping[str, Answer]:
        """Return what is answered in a row."""
        rows = self.answer.rows
        return rows[row] if row < len(rows) else {}

    def _judged(self, row: int, column: str, answer: Answer | None, typed: Typed) -> Change:
        if answer is None:
            return None, None
        return judged(in_row(self.form, self.table, column, self.row(row)), self.answers, answer, typed)

    def judged_again(self, row: int, column: str) -> Changes:
        """Judge a number once more, whether it was taken, confirmed or still waits for its second look."""
        waiting = self.refusals.get(f"{self.table}.{row}.{column}")
        given = waiting.confirm if waiting is not None else self.row(row).get(column)
        if not isinstance(given, Measured):
            return {}
        typed = waiting.typed if waiting is not None else Typed(answer_number(given), given.unit)
        return self.changed(row, column, *self._judged(row, column, replace(given, confirmed=False), typed))

    def _usual_by(self, column: str) -> set[str]:
        """Return the columns whose usual range hangs on a choice."""
        lookups = [each for each in self.form.lookups if each.key == f"{self.table}.{column}"]
        return {name for each in lookups for name in (each.lowest_usual, each.highest_usual) if name}

    def _after(self, changes: Changes) -> TableRows:
        answers = self.answers.with_answer(self.table, changes[self.table][0])
        refusals = {**self.refusals, **{name: refusal for name, (_, refusal) in changes.items() if refusal}}
        return self._replace(answers=answers, refusals=refusals)

    def without(self, row: int) -> Changes:
        """Take a row out, what was refused in it included; what was refused in the rows below moves up."""
        rows = self.answer.rows
        kept = replace(self.answer, rows=rows[:row] + rows[row + 1 :])
        refused = {name: each for name, each in self.refusals.items() if name.startswith(f"{self.table}.")}
        cells: dict[str, Change] = dict.fromkeys(refused, (None, None))
        for name, refusal in refused.items():
            _, place, column = name.split(".")
            if (index := int(place)) != row:
                cells[f"{self.table}.{index - (index > row)}.{column}"] = (None, refusal)
        cells[self.table] = (_unless_empty(kept), None)
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
        whole = replace(self.answer, rows=tuple(rows))
        return {self.table: (_unless_empty(whole), None), f"{self.table}.{row}.{column}": (None, refusal)}


def _unless_empty(rows: Rows) -> Rows | None:
    return rows if rows.rows or rows.complete else None
