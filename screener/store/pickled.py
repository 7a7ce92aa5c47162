"""Forms as bytes to be kept, the same with every Python."""

from __future__ import annotations

import pickle
from enum import Enum
from io import BytesIO
from typing import Any


class _FormPickler(pickle.Pickler):
    """Writes members of enumerations by their values: Python 3.11.2 writes a call of `getattr`, which is never read."""

    def reducer_override(self, obj: object) -> Any:  # noqa: ANN401  # what Python's own says
        """Return how a member is made again; everything else as usual."""
        return (type(obj), (obj.value,)) if isinstance(obj, Enum) else NotImplemented


def pickled(part: object) -> bytes:
    """Return the bytes of a part of a form."""
    file = BytesIO()
    _FormPickler(file, protocol=5).dump(part)
    return file.getvalue()
