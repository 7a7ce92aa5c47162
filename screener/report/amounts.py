"""A number and its unit stand on one line: "165" at the end of one and "mg/dL" below it are read as two things."""

from __future__ import annotations

import re

INSIDE = r"(?<=\d) (?=[%/°×]|mmHg\b|[µnpmck]?(?:mol|IU|Hz|[gLmsVSU])(?![^\W\d_]))"  # the space in "165 µmol/L"
_INSIDE = re.compile(INSIDE)


def unbroken(text: str) -> str:
    """Return a text in which no line ends between a number and its unit."""
    return _INSIDE.sub("\u00a0", text) if " " in text else text
