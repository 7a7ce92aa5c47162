"""Why the machine could not read or write a file, as people read it."""

from __future__ import annotations


def reason(error: OSError) -> str:
    """Return the file, where one is known, and what the system says of it: "a.yaml: Permission denied"."""
    said = error.strerror or str(error)
    return f"{error.filename}: {said}" if error.filename else said
