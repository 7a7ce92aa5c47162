"""Where the program's own files lie: beside it in a checkout, inside it where it was installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """Return the folder that the wheel carries, else the one of the checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


FORMS = _shipped("forms")
RESOURCES = _shipped("resources")
