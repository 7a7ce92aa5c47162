"""What an edit in a table changes: its rows, and what was refused in them. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screener.assess.answers import Answer, Rows
    from screener.entry import Refusal

    Changes = Mapping[str, tuple[Answer | None, Refusal | None]]  # by cell, or `table.row.column`


class TableRows(NamedTuple):
    """The rows of a table as answered, and all that was refused."""

    table: str
    answer: Rows
    refusals: Mapping[str, Refusal]

    def without(self, row: int) -> Changes:
        """Take a row out, what was refused in it included; what was refused in the rows below moves up."""
        rows = self.answer.rows
        kept = replace(self.answer, rows=rows[:row] + rows[row + 1 :])
        refused = {name: each for name, each in self.refusals.items() if name.startswith(f"{self.table}.")}
        cells: dict[str, tuple[Answer | None, Refusal | None]] = dict.fromkeys(refused, (None, None))
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
