"""The files of a form, read from its folder. The only module of forms that touches the disk."""

from __future__ import annotations

import os
from errno import EINVAL
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screener.paths import FORMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from screener.form.problem import Span

MOST_BYTES = 1024 * 1024  # of one file; one more is read, to say so
EXAMPLES = "examples"
FIRST_FILE = "form.yaml"
SHIPPED = " (shipped)"  # after the name of the folder
LANGUAGES = "languages"  # the folder of translations, each in a folder of its own
REVIEW_FILE = "review.yaml"  # there: who reviewed a translation
OF_THE_SITE = ("site.yaml", "approval.yaml")
ENDING = ".yaml"
ENDINGS = (ENDING, ".yml", ".yaml.txt", ".yml.txt")  # all but the first to say that they are not read


class UnreadableError(OSError):
    """A file or folder of a form can't be read; the text says which and why."""


class SourceFile(NamedTuple):
    """One file: its name for people (`neuropathy/scores/nds.yaml`) and its bytes.

    In a clinic's folder that is laid over a shipped form, the shipped files are `neuropathy (shipped)/scores/nds.yaml`.
    """

    name: str
    raw: bytes


def form_files(folder: Path) -> list[SourceFile]:
    """Return the files that a form is made of: all but its examples."""
    return files_in(folder, lambda part: part != EXAMPLES)


def laid_over(folder: Path) -> Path | None:
    """Return the shipped form that a clinic's folder adds to: the one of its name; None where it has a form.yaml."""
    if (folder / FIRST_FILE).is_file():
        return None
    shipped = FORMS / Path(folder).resolve().name
    return shipped if (shipped / FIRST_FILE).is_file() else None


def files_in(folder: Path, is_wanted: Callable[[str], bool]) -> list[SourceFile]:
    """Return the YAML files below a folder in the order of their paths, those under a wanted first part.

    A clinic's folder without a form.yaml is laid over the shipped form of its name: the files of both are returned.
    """
    folder = Path(folder).resolve()
    if not folder.is_dir():
        raise UnreadableError(f"There is no folder {folder}.")
    shipped = laid_over(folder)
    try:
        own = sorted(_below(str(folder), folder.name, is_wanted))
        return (
            own if shipped is None else _with_shipped(own, _below(str(shipped), f"{folder.name}{SHIPPED}", is_wanted))
        )
    except OSError as error:
        raise UnreadableError(f"{error.filename or folder} can't be read: {error.strerror}.") from error


def _with_shipped(own: list[SourceFile], shipped: Iterable[SourceFile]) -> list[SourceFile]:
    """Return the files of both in the order of their paths; the clinic's site, approval and reviews stand alone."""
    replaced = {inside(file.name) for file in own if inside(file.name) in OF_THE_SITE or is_review(file.name)}
    files = [*own, *(file for file in shipped if inside(file.name) not in replaced)]
    return sorted(files, key=lambda file: (inside(file.name), file.name))


def is_written(name: str) -> bool:
    """Whether a file is meant for a form, by its name; Notepad adds an ending that Windows hides."""
    return name.lower().endswith(ENDINGS)


def inside(name: str) -> str:
    """Return the path of a file inside its form."""
    return name.partition("/")[2]


def is_shipped(name: str) -> bool:
    """Whether a file belongs to the shipped form that a clinic's folder is laid over."""
    return name.partition("/")[0].endswith(SHIPPED)


def own_first(at: Span, before: Span) -> tuple[Span, Span]:
    """Return the places of two things of one id, the one to change first: the clinic's, else the later one."""
    return (before, at) if is_shipped(at.file) and not is_shipped(before.file) else (at, before)


def language_of(name: str) -> str:
    """Return the language whose folder a file lies in; "" for all other files."""
    folder, _, rest = inside(name).partition("/")
    return rest.partition("/")[0] if folder == LANGUAGES and "/" in rest else ""


def is_review(name: str) -> bool:
    """Whether a file says who reviewed a translation."""
    return bool(language_of(name)) and name.rpartition("/")[2] == REVIEW_FILE


def _below(path: str, name: str, is_wanted: Callable[[str], bool]) -> Iterator[SourceFile]:
    """Yield the YAML files of a folder and those below it, hidden ones left out."""
    with os.scandir(path) as found:
        for each in found:
            if each.name.startswith(".") or not is_wanted(each.name):
                continue
            if each.is_dir():
                yield from _below(each.path, f"{name}/{each.name}", lambda _: True)
            elif is_written(each.name):
                if not each.is_file():  # a pipe would be waited for
                    raise OSError(EINVAL, "it is not a file", each.path)
                yield SourceFile(f"{name}/{each.name}", _content(each.path))


def _content(path: str) -> bytes:
    """Return the bytes of a file, one more than it may have where it is too large."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))  # a file object takes half as long again
    try:
        wanted = min(os.fstat(file).st_size, MOST_BYTES + 1)
        content = os.read(file, wanted)
        while len(content) < wanted and (more := os.read(file, wanted - len(content))):
            content += more
        return content
    finally:
        os.close(file)
