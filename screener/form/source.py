"""YAML text -> a tree of texts with their places. The only user of the YAML library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screener.form.problem import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, always text, with its place."""

    text: str
    at: Span
    in_flow: bool = False  # inside { } or [ ]
    style: str = ""  # "" plain, ' " | >
    lines: tuple[str, ...] = ()  # of the whole file, only kept for texts of several lines

    def place(self, offset: int) -> Span:
        """Return where the character `offset` of the text stands in the file."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their nodes, in order."""

    entries: tuple[tuple[Scalar, Node], ...]
    at: Span
    in_flow: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    nodes: tuple[Node, ...]
    at: Span
    in_flow: bool = False


Node = Scalar | Mapping | Sequence
