"""Forms as the commands load them: problems name files as the person who typed the command can open them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from screener.form.load import load_form
from screener.form.problem import FormError, Problem
from screener.language import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screener.form.model import Form


def loaded(folder: Path, language: str = "") -> Form:
    """Return the form in a folder, in a language (the one spoken, unless told); FormError with its problems."""
    try:
        return load_form(folder, language or spoken())
    except FormError as error:
        raise FormError(placed(error.problems, folder)) from error


def placed(problems: Iterable[Problem], folder: Path) -> Iterator[Problem]:
    """Yield the problems with the files' paths, from here where the folder lies below.

    Files of a shipped form that a clinic's folder is laid over keep their name: they are not the clinic's to change.
    """
    whole = folder.resolve()
    here = Path.cwd()
    shown = whole.relative_to(here) if whole.is_relative_to(here) else folder
    for problem in problems:
        start, _, rest = problem.at.file.partition("/")
        file = str(shown / rest) if start == whole.name and rest else problem.at.file
        yield replace(problem, at=problem.at._replace(file=file))
