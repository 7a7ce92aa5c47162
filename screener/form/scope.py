"""What an expression may say: its functions, and the names of the form, those that are lost apart."""

from __future__ import annotations

import keyword
from dataclasses import field
from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING

from screener.form.nodes import Mapping, Scalar, Sequence
from screener.form.shapes_text import as_id
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping as Table
    from decimal import Decimal

    from screener.form.model import CutOff, Item, Range
    from screener.form.nodes import Node

FUNCTIONS = frozenset(
    "either both any all count at_least known within years days min max egfr fall lookup".split()  # noqa: SIM905  # a list to read
)
RESERVED = FUNCTIONS | frozenset(keyword.kwlist) | {"assessed", "born", "cutoffs", "otherwise"}


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

    items: Table[str, Item]  # their ask_if is not needed
    findings: Table[str, FindingNames] = field(default_factory=dict)
    values: Table[str, tuple[str, ...]] = field(default_factory=dict)  # id -> units; ("",): a plain number
    value_cutoffs: Table[str, Table[str, CutOff]] = field(default_factory=dict)
    scores: Table[str, Table[str, CutOff]] = field(default_factory=dict)  # id -> its cut-offs, unit ""
    ranges: Table[str, Range] = field(default_factory=dict)  # of scores
    lookups: Table[str, tuple[str, Table[str, Decimal]]] = field(default_factory=dict)  # id -> (key, numbers)
    cutoffs: Table[str, CutOff] = field(default_factory=dict)  # of the file being read

    @property
    def names(self) -> set[str]:
        """All of them, those of columns too, without look-ups."""
        columns = (column.id for item in self.items.values() for column in item.columns)
        return {*self.items, *columns, *self.findings, *self.values, *self.scores}


class Lost:
    """The names of what nobody could read, gathered by those who tried: who misses one of them is not to blame.

    `is_any`: an id can't be read, or is taken, so that any name that nobody knows may be the one that was meant.
    """

    __slots__ = ("is_any", "names")

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.is_any = False

    def take(self, node: Node) -> None:
        """Take in all that may be a name in here."""
        waiting = [node]
        while waiting:
            match waiting.pop():
                case Scalar(text):
                    self.names |= {text, as_id(text)}
                case Sequence(nodes):
                    waiting += nodes
                case Mapping(entries):
                    waiting += chain.from_iterable(entries)


class Expects(Enum):
    """What the place asks for."""

    TRUTH = "a condition"
    NUMBER = "a number"


class Sided(Enum):
    """Where the expression stands: once for the person (or row), or once per side."""

    ONCE = 1
    PER_SIDE = 2
