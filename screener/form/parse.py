"""Expression text -> typed tree, or problems with their places and the nearest name."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screener.form.expression import Expression
    from screener.form.model import CutOff, Item
    from screener.form.problem import Problem
    from screener.form.source import Scalar


@dataclass(frozen=True, slots=True)
class FindingNames:
    """What an expression may say about a finding."""

    outcomes: tuple[str, ...]
    has_sides: bool = False
    is_ordered: bool = False
    table: str = ""  # a finding per row, readable only inside that table's any/all/count


@dataclass(frozen=True, slots=True)
class Scope:
    """The names an expression may use. Built from the declarations of all files before any expression is read."""

    items: Mapping[str, Item]  # their ask_if is not needed
    findings: Mapping[str, FindingNames] = field(default_factory=dict)
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # id -> units ("" alone: a number)
    value_cutoffs: Mapping[str, Mapping[str, CutOff]] = field(default_factory=dict)
    scores: Mapping[str, Mapping[str, CutOff]] = field(default_factory=dict)  # id -> its cut-offs, unit ""
    lookups: Mapping[str, tuple[str, Mapping[str, object]]] = field(default_factory=dict)  # id -> (key, numbers)
    cutoffs: Mapping[str, CutOff] = field(default_factory=dict)  # of the file being read


class Expects(Enum):
    TRUTH = "a condition"
    NUMBER = "a number"


class Sided(Enum):
    """Where the expression stands: once, once per side, or once per row of a table."""

    ONCE = 1
    PER_SIDE = 2


def parse(  # noqa: PLR0913
    source: Scalar,
    scope: Scope,
    problems: list[Problem],
    *,
    expects: Expects = Expects.TRUTH,
    sided: Sided = Sided.ONCE,
    table: str = "",
) -> Expression | None:
    """Return the typed expression, or None after adding what is wrong to `problems`."""
    raise NotImplementedError
