"""What a page of a PDF draws: its operators, those of the forms it shares with other pages in their place."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf.generic import ContentStream

if TYPE_CHECKING:
    from collections.abc import Iterator

Operation = tuple[list[Any], str]


class Written(NamedTuple):
    """A piece of text: how large, and how grey (0 is black)."""

    size: float
    grey: float


def operations(page: Any) -> Iterator[Operation]:  # what pypdf gives says no type
    """Yield operands and operator, in the order in which they are drawn."""
    content = page.get_contents() if hasattr(page, "get_contents") else page
    for operands, operator in ContentStream(content, page.pdf if hasattr(page, "pdf") else None).operations:
        if operator == b"Do":
            yield [], "q"
            yield from operations(page["/Resources"]["/XObject"][operands[0]])
            yield [], "Q"
        else:
            yield operands, operator.decode()


def written(page: Any) -> Iterator[Written]:  # what pypdf gives says no type
    """Yield each piece of text of a page."""
    kept: list[tuple[float, float]] = []
    scale, grey, size = 1.0, 0.0, 0.0
    for operands, operator in operations(page):
        match operator:
            case "q":
                kept.append((scale, grey))
            case "Q":
                scale, grey = kept.pop()
            case "cm":
                scale *= hypot(float(operands[0]), float(operands[1]))
            case "rg":
                grey = float(operands[0])
            case "Tf":
                size = float(operands[1])
            case "Tj":
                yield Written(size * scale, grey)
