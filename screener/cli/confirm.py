"""The command `confirm`: somebody compared the texts of a language with the English ones as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.cli.loaded import placed
from screener.form.confirmed import CONFIRMED_FILE, checksum, confirmation, is_earlier, pairs
from screener.form.folder import LANGUAGES
from screener.form.load import in_all_languages
from screener.form.problem import FormError, nearest
from screener.form.unchanged import compare
from screener.shelf import form_folder
from screener.store.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from screener.form.confirmed import Pair
    from screener.form.problem import Problem


class NotTranslatedError(Exception):
    """The folder doesn't translate what is to be confirmed; the text says what."""


def confirm(form: str, language: str, texts: Collection[str], own: Path | None) -> None:
    """Write down which English texts were compared with their translation, these or all, and say which had changed."""
    folder = form_folder(form, own)
    try:
        translated = [
            pair
            for told in in_all_languages(folder)[1]
            if told.translation.language == language
            for pair in pairs(told)
        ]
        compared = _compared(translated, texts)
    except FormError as error:
        raise FormError(placed(error.problems, folder)) from error
    if not compared:
        raise NotTranslatedError(f"there is no text in '{language}' in {folder / LANGUAGES}")
    checksums = {pair.address: pair.recorded for pair in translated if pair.recorded}
    checksums |= {pair.address: checksum(pair.original) for pair in compared}
    file = folder / LANGUAGES / language / CONFIRMED_FILE
    write_whole(file, confirmation(language, checksums).encode())
    for pair in compared:
        if is_earlier(pair.recorded, pair.original):
            print(f"{pair.address}: {pair.original} | {pair.said}")
    new = sum(not pair.is_confirmed for pair in compared)
    print(f"{file}: {len(compared)} compared, {new} of them confirmed just now")


def _compared(translated: list[Pair], texts: Collection[str]) -> list[Pair]:
    """Return the texts named, or all; FormError where a translation can't say the same."""
    known = [pair.address for pair in translated]
    for name in texts:
        if name not in known:
            raise NotTranslatedError(f"there is no translation of '{name}': {nearest(name, known)}")
    compared = [pair for pair in translated if not texts or pair.address in texts]
    problems: list[Problem] = []
    for pair in compared:
        compare(pair.node, pair.said, pair.original, problems)
    if problems:
        raise FormError(problems)
    return compared
