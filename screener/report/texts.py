"""Every string of a document, with what it stands under."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from screener.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.report.document import Report


def texts(report: Report) -> Iterator[tuple[str, str]]:
    """Yield every string of a report with the label or heading it stands under."""
    yield from _texts(report.banner, tr("patient"))
    yield from _texts(report.meta, tr("document"))
    for part in report.parts:
        yield from _texts(part, part.title)


def strings(node: object) -> Iterator[str]:
    """Yield every string of a part, or of parts."""
    return (text for _, text in _texts(node, ""))


def _texts(node: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield place, str(node)
    elif isinstance(node, tuple):
        for member in node:
            yield from _texts(member, place)
    elif is_dataclass(node):
        own = getattr(node, "label", "") or getattr(node, "title", "") or place
        for each in fields(node):
            yield from _texts(getattr(node, each.name), own)
