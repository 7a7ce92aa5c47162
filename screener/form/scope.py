"""What an expression may say: its functions, and the names of the form."""

from __future__ import annotations

import keyword
from dataclasses import field
from enum import Enum
from typing import TYPE_CHECKING

from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from screener.form.model import CutOff, Item

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

    items: Mapping[str, Item]  # their ask_if is not needed
    findings: Mapping[str, FindingNames] = field(default_factory=dict)
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # id -> units; ("",): a plain number
    value_cutoffs: Mapping[str, Mapping[str, CutOff]] = field(default_factory=dict)
    scores: Mapping[str, Mapping[str, CutOff]] = field(default_factory=dict)  # id -> its cut-offs, unit ""
    lookups: Mapping[str, tuple[str, Mapping[str, Decimal]]] = field(default_factory=dict)  # id -> (key, numbers)
    cutoffs: Mapping[str, CutOff] = field(default_factory=dict)  # of the file being read


class Expects(Enum):
    """What the place asks for."""

    TRUTH = "a condition"
    NUMBER = "a number"


class Sided(Enum):
    """Where the expression stands: once for the person (or row), or once per side."""

    ONCE = 1
    PER_SIDE = 2
