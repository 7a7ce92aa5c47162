"""Which forms there are: those shipped with the program, and a clinic's own, which win over them or add to them."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from screener.form.folder import ENDING, FIRST_FILE, LANGUAGES, is_written, laid_over
from screener.form.problem import nearest
from screener.language import tr
from screener.paths import FORMS

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTING = "SCREENER_FORMS"  # the environment variable that names a clinic's own folder
_FORM_KEY = rb"(?m)^form:[ \t]*[\"']?([A-Za-z0-9_]+)"
_ANSWERS_KEY = rb"(?m)^answers:"


class NoSuchFormError(Exception):
    """No form of that name, or in a folder (`is_path`) that may be out of reach; the text says so in a sentence."""

    def __init__(self, sentence: str, *, is_path: bool = False) -> None:
        super().__init__(sentence)
        self.is_path = is_path


def own_folder(given: Path | None = None) -> Path | None:
    """Return the folder of a clinic's own forms: the one given, else the one of the setting."""
    setting = os.environ.get(SETTING, "")
    return given if given is not None else Path(setting) if setting else None


def shelf(own: Path | None = None) -> dict[str, Path]:
    """Return the folder of every form by its id; those below `own` win. What is there twice is left out: see `twice`.

    NoSuchFormError when `own` can't be read: others would not have the limits that the clinic sets.
    """
    found = {_id_of(folder): folder for folder in forms_below(FORMS)} if FORMS.is_dir() else {}
    for name, folders in _own_forms(own).items():
        found.pop(name, None)
        if len(folders) == 1:
            found[name] = folders[0]
    return dict(sorted(found.items()))


def twice(own: Path | None = None) -> dict[str, str]:
    """Return, by its id, what is wrong with each form that a clinic has more than once: none is guessed.

    A shipped form of that id isn't taken in its place: it would not have the limits that the clinic sets.
    """
    return {
        name: tr(
            "The form '{name}' is there twice, in {first} and in {second}: take one of them out.",
            name=name,
            first=folders[0],
            second=folders[1],
        )
        for name, folders in copies(own).items()
    }


def copies(own: Path | None = None) -> dict[str, list[Path]]:
    """Return the folders of each form that a clinic has more than once."""
    return {name: folders for name, folders in _own_forms(own).items() if len(folders) > 1}


def _own_forms(own: Path | None) -> dict[str, list[Path]]:
    """Return the folders of a clinic's own forms by their ids."""
    folder, found = own_folder(own), dict[str, list[Path]]()
    try:
        for each in forms_below(folder) if folder is not None else ():
            found.setdefault(_id_of(each), []).append(each)
    except OSError as error:
        told = tr(
            "Your own forms can't be read ({file}: {reason}): make their folder reachable, then start again.",
            file=error.filename or folder,
            reason=error.strerror,
        )
        raise NoSuchFormError(told, is_path=True) from error
    return found


def form_folder(reference: str, own: Path | None = None) -> Path:
    """Return the folder of a form named by its id or by a path."""
    path = Path(reference)
    if _is_form(path):
        return path
    known = shelf(own)
    if reference in known:
        return known[reference]
    if told := twice(own).get(reference):
        raise NoSuchFormError(told, is_path=True)
    if path.name != reference and not path.exists():
        raise NoSuchFormError(tr("There is no folder {folder}.", folder=reference), is_path=True)
    if path.exists():
        _refuse_misnamed(path)
        raise NoSuchFormError(tr("There is no {file} in {folder}.", file=FIRST_FILE, folder=reference), is_path=True)
    remedy = nearest(reference, known)
    told = tr("There is no form '{name}' ({remedy}), and no folder of that name.", name=reference, remedy=remedy)
    raise NoSuchFormError(told)


def forms_at(path: Path) -> list[Path]:
    """Return the forms that a path names: its own, those below it, or the one that a file belongs to."""
    found = list(forms_below(path)) if path.is_dir() else list(filter(_is_form, path.parents))[:1]
    if not found:
        _refuse_misnamed(path)
        told = tr(
            "There is no {file} at {path}, nor files in a folder named like that of a shipped form ({names}).",
            file=FIRST_FILE,
            path=path,
            names=", ".join(shipped_folders()),
        )
        raise NoSuchFormError(told, is_path=True)
    return found


def _refuse_misnamed(path: Path) -> None:
    """Raise NoSuchFormError where the first file is there, but nearly of its name only."""
    stem = FIRST_FILE.removesuffix(ENDING)
    for file in sorted(path.iterdir()) if path.is_dir() else ():
        if is_written(file.name) and file.name.lower().partition(".")[0] == stem:
            told = tr("{file} is not read: name it {name}.", file=file, name=FIRST_FILE)
            raise NoSuchFormError(told, is_path=True)


def astray(folder: Path) -> list[Path]:
    """Return the files below a folder that belong to no form there, misnamed or misplaced; screenings are none."""
    forms = set(forms_below(folder))
    return [
        file
        for file in sorted(folder.rglob("*"))
        if is_written(file.name)
        and forms.isdisjoint(file.parents)
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
        and not _holds_answers(file)
    ]


def _holds_answers(file: Path) -> bool:
    with suppress(OSError):
        return file.is_file() and re.search(_ANSWERS_KEY, file.read_bytes()) is not None
    return False


def shipped_folders() -> list[str]:
    """Return the names of the folders of the shipped forms; a clinic's folder of such a name adds to that form."""
    return [folder.name for folder in forms_below(FORMS)]


def forms_below(folder: Path) -> Iterator[Path]:
    """Yield the form in a folder, else those in its sub-folders, by name."""
    if _is_form(folder):
        yield folder
        return
    for below in sorted(folder.iterdir()):
        if below.is_dir() and not below.name.startswith("."):
            yield from forms_below(below)


def _is_form(folder: Path) -> bool:
    """Whether a folder holds a form, or a clinic's files for the shipped form of its name."""
    if (folder / FIRST_FILE).is_file():
        return folder.parent.name != LANGUAGES  # a translation may have that name, too
    if not folder.is_dir() or laid_over(folder) is None:
        return False
    files = [file.relative_to(folder) for file in folder.rglob("*") if is_written(file.name)]
    return bool(files) and all(file.name != FIRST_FILE or LANGUAGES in file.parts for file in files)


def _id_of(folder: Path) -> str:
    """Return the id that a form gives itself, else the folder's name: a form with problems still has a name."""
    found = re.search(_FORM_KEY, ((laid_over(folder) or folder) / FIRST_FILE).read_bytes())
    return found[1].decode("ascii") if found else folder.name
