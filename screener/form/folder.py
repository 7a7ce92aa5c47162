"""The files of a form, read from its folder. The only module of forms that touches the disk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_BYTES = 1024 * 1024  # of one file; one more is read, to say so
EXAMPLES = "examples"
ENDINGS = (".yaml", ".yml")  # the second to say that it is not read


class UnreadableError(OSError):
    """A file or folder of a form can't be read; the text says which and why."""


class SourceFile(NamedTuple):
    """One file: its name for people (`neuropathy/scores/nds.yaml`) and its bytes."""

    name: str
    raw: bytes


def form_files(folder: Path) -> list[SourceFile]:
    """Return the files that a form is made of: all but its examples."""
    return files_in(folder, lambda part: part != EXAMPLES)


def files_in(folder: Path, is_wanted: Callable[[str], bool]) -> list[SourceFile]:
    """Return the YAML files below a folder in the order of their paths, those under a wanted first part."""
    folder = Path(folder).resolve()
    if not folder.is_dir():
        raise UnreadableError(f"There is no folder {folder}.")
    try:
        return sorted(_below(str(folder), folder.name, is_wanted))
    except OSError as error:
        raise UnreadableError(f"{error.filename or folder} can't be read: {error.strerror}.") from error


def _below(path: str, name: str, is_wanted: Callable[[str], bool]) -> Iterator[SourceFile]:
    """Yield the YAML files of a folder and those below it, hidden ones left out."""
    with os.scandir(path) as found:
        for each in found:
            if each.name.startswith(".") or not is_wanted(each.name):
                continue
            if each.is_dir():
                yield from _below(each.path, f"{name}/{each.name}", lambda _: True)
            elif each.name.endswith(ENDINGS):
                with open(each.path, "rb") as file:  # noqa: PTH123 - a Path for each file takes longer than reading it
                    yield SourceFile(f"{name}/{each.name}", file.read(MOST_BYTES + 1))
