"""The command `confirm`: somebody compared the texts of a language with the English ones as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.cli.loaded import placed
from screener.form.confirmed import CONFIRMED_FILE, confirmation, is_earlier, pairs
from screener.form.folder import LANGUAGES
from screener.form.load import in_all_languages
from screener.form.problem import FormError
from screener.shelf import form_folder
from screener.store.whole_file import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from screener.form.translations import Translated


class NotTranslatedError(Exception):
    """The folder translates nothing into that language."""


def confirm(form: str, language: str, own: Path | None) -> None:
    """Write down which English texts were compared with their translation, and say which of them had changed."""
    folder = form_folder(form, own)
    compared = [pair for told in _translations(folder) if told.translation.language == language for pair in pairs(told)]
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


def _translations(folder: Path) -> list[Translated]:
    try:
        return in_all_languages(folder)[1]
    except FormError as error:
        raise FormError(placed(error.problems, folder)) from error
