"""What is written once for each unit of a quantity, `{"%": 9.0, mmol/mol: 75}`, or alone where there is one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from screener.form.nodes import Mapping, Scalar
from screener.form.problem import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screener.form.nodes import Node
    from screener.form.shapes import Problems, Shape

T = TypeVar("T")


class PerUnit(NamedTuple):
    """The units, and what belongs to each of them (`what`: number or range)."""

    units: tuple[str, ...]  # ("",): of a plain number
    what: str

    def read(self, node: Node, shape: Shape[T], problems: Problems) -> dict[str, T] | None:
        """Return what is written for each unit; None when it can't be read or lacks one."""
        if isinstance(node, Mapping):
            return self.read_entries(node, node.entries, shape, problems)
        if len(self.units) > 1:
            units = (unit if unit[0].isalnum() else f'"{unit}"' for unit in self.units)
            hint = f"write {{{', '.join(f'{unit}: ...' for unit in units)}}}"
            problems.append(Problem(node.at, "F312", f"a {self.what} for each unit belongs here", hint))
            return None
        found = shape.read(node, problems)
        return None if found is None or not self.units else {self.units[0]: found}

    def read_entries(
        self, mapping: Mapping, written: Iterable[tuple[Scalar, Node]], shape: Shape[T], problems: Problems
    ) -> dict[str, T] | None:
        """Return what some keys of a mapping say for each unit; None when one can't be read or is missing."""
        found: dict[str, T | None] = {}
        for key, node in written:
            if key.text in self.units and key.text:
                found[key.text] = shape.read(node, problems)
                continue
            hint = nearest(key.text, self.units) if self.units != ("",) else f"write the {self.what} alone"
            problems.append(Problem(key.at, "F312", f"there is no unit '{key.text}' here", hint))
            found[key.text] = None
        read = {unit: each for unit, each in found.items() if each is not None}
        missing = [unit for unit in self.units if unit and unit not in found]
        if missing and len(read) == len(found):
            message = f"there is no {self.what} for {' and '.join(missing)}"
            problems.append(Problem(mapping.at, "F312", message, f"one {self.what} per unit"))
        return read if len(read) == len(found) and not missing else None
