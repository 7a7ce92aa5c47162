"""A file as it was last read or written here: whether somebody else has written it since (hazard H21)."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from screener.frozen import dataclass

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class SeenFile:
    """Where it lies, and what it held."""

    path: Path
    content: bytes

    def is_changed(self) -> bool:
        """Whether it holds something else now, or can't be read any more; one that is gone is only to be written."""
        try:
            return self.path.is_file() and self.path.read_bytes() != self.content
        except OSError:
            return True

    def free_place(self) -> Path:
        """Return a place beside it where nothing lies yet: `name-2.yaml`, `name-3.yaml`."""
        places = (self.path.with_stem(f"{self.path.stem}-{number}") for number in count(2))
        return next(place for place in places if not place.exists())
