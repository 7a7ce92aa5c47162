"""The command `confirm`: somebody compared the texts of a language with the English ones as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.cli.loaded import placed
from screener.form.confirmed import CONFIRMED_FILE, confirmation, is_earlier, pairs
from screener.form.folder import LANGUAGES
from screener.form.load import in_all_languages
from screener.form.problem import FormError
from screener.form.unchanged import compare
from screener.shelf import form_folder
from screener.store.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from screener.form.confirmed import Pair
    from screener.form.problem import Problem


class NotTranslatedError(Exception):
    """The folder translates nothing into that language."""


def confirm(form: str, language: str, own: Path | None) -> None:
    """Write down which English texts were compared with their translation, and say which of them had changed."""
    folder = form_folder(form, own)
    try:
        compared = list(_pairs(folder, language))
    except FormError as error:
        raise FormError(placed(error.problems, folder)) from error
    if not compared:
        raise NotTranslatedError(f"there is no text in '{language}' in {folder / LANGUAGES}")
    file = folder / LANGUAGES / language / CONFIRMED_FILE
    write_whole(file, confirmation(language, compared).encode())
    for pair in compared:
        if is_earlier(pair.recorded, pair.original):
            print(f"{pair.address}: {pair.original} | {pair.said}")
    print(
        f"{file}: {len(compared)} texts, {sum(not pair.is_confirmed for pair in compared)} of them confirmed just now"
    )


def _pairs(folder: Path, language: str) -> Iterator[Pair]:
    """Yield the texts of a language with their originals; FormError where one can't say the same."""
    problems: list[Problem] = []
    for told in in_all_languages(folder)[1]:
        for pair in pairs(told) if told.translation.language == language else ():
            compare(pair.node, pair.said, pair.original, problems)
            yield pair
    if problems:
        raise FormError(problems)
