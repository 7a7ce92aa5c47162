"""Copies of screenings that no file holds, until they are saved elsewhere or given up: what a power cut leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.store.whole_file import write_whole

if TYPE_CHECKING:
    from pathlib import Path

STAMP = "%Y%m%d-%H%M%S"  # ends the name of a copy
STAMP_LENGTH = len("20261121-104000")
FOLDER = "rescued"  # in the folder of the settings, for this user alone


def write_copy(settings: Path, name: str, content: bytes) -> Path:
    """Write a copy whole, for its owner alone, and return where; OSError when it can't be."""
    folder = settings / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(folder / name, content)
    return folder / name


def copies(settings: Path) -> tuple[Path, ...]:
    """Return the copies there are, the latest first: the time ends their names."""
    try:
        return tuple(
            sorted((settings / FOLDER).glob("*.yaml"), key=lambda file: file.stem[-STAMP_LENGTH:], reverse=True)
        )
    except OSError:
        return ()
