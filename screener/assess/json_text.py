"""JSON text in which a Decimal is a number that keeps its digits."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal

Json = str | int | bool | Decimal | None | Sequence["Json"] | Mapping[str, "Json"]

WIDTH = 100  # what fits stays on one line


def json_text(value: Json, indent: int = 0) -> str:
    """Return the value as JSON: one line where it fits, else one line for each part."""
    line = _line(value)
    if len(line) + indent <= WIDTH or not isinstance(value, (Mapping, list, tuple)) or not value:
        return line
    inner = " " * (indent + 2)
    if isinstance(value, Mapping):
        parts = [f"{json.dumps(key)}: {json_text(part, indent + 2)}" for key, part in value.items()]
        opening, closing = "{", "}"
    else:
        parts = [json_text(part, indent + 2) for part in value]
        opening, closing = "[", "]"
    return opening + "\n" + ",\n".join(inner + part for part in parts) + "\n" + " " * indent + closing


def _line(value: Json) -> str:
    """Return the value as JSON on one line."""
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError("JSON has no infinite number")
        return f"{value:f}"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(key)}: {_line(part)}" for key, part in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_line(part) for part in value) + "]"
    return json.dumps(value, ensure_ascii=False)
