"""Lines of at most 78 columns."""

from __future__ import annotations

from textwrap import TextWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 78


def wrapped(text: str, first: str = "", then: str = "", width: int = WIDTH) -> Iterator[str]:
    """Yield lines of at most `width` columns; line ends that were typed stay."""
    wrapper = TextWrapper(width, initial_indent=first, subsequent_indent=then, break_on_hyphens=False)
    for typed in text.split("\n"):
        yield from wrapper.wrap(typed) or [""]
        wrapper.initial_indent = then
