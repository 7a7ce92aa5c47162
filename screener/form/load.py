"""A folder of YAML files -> a checked Form, or every problem of every file."""

from __future__ import annotations

import gc
import hashlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from screener.form.assembly import Assembly
from screener.form.folder import (
    ENDING,
    EXAMPLES,
    LANGUAGES,
    SourceFile,
    UnreadableError,
    files_in,
    form_files,
    inside,
    is_review,
    language_of,
)
from screener.form.guard import unseen_in
from screener.form.kinds import BELOW, EXAMPLE_KINDS, KINDS
from screener.form.nodes import Mapping, Sequence
from screener.form.problem import FormError, Problem, Span, closest, nearest
from screener.form.source import collect_yaml
from screener.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screener.form.declare import Definitions
    from screener.form.model import Form
    from screener.form.nodes import Node
    from screener.form.shapes import Problems
    from screener.form.translations import Translated

OF_EXPRESSIONS = ("F401", "F402", "F403", "F412")  # problems of how they are written, whatever they name
MARK = b"\xef\xbb\xbf"  # of the byte order, which some editors write first
BLANK = MARK + b" \r\n"
MISPLACED = {
    **dict.fromkeys(EXAMPLE_KINDS, ("an example", f"{EXAMPLES}/")),
    "translation": ("a translation", f"{LANGUAGES}/ and the folder of its language"),
    "review": ("a review", f"{LANGUAGES}/ and the folder of its language"),
    "confirmed": ("a confirmation", f"{LANGUAGES}/ and the folder of its language"),
}
__all__ = ["SourceFile", "UnreadableError", "example_files", "form_of", "in_all_languages", "load_form"]


def load_form(folder: Path, language: str = ENGLISH) -> Form:
    """Return the form in a folder, in a language; raises FormError with all problems, UnreadableError."""
    return form_of(form_files(folder), Path(folder).resolve().name, language)


def example_files(folder: Path) -> list[tuple[str, Node]]:
    """Return the examples of a form as (file, tree), by name; FormError when one is no YAML."""
    problems: Problems = []
    trees = []
    for file in files_in(folder, lambda part: part == EXAMPLES):
        node = collect_yaml(file.raw, file.name, problems) if _is_read(file, problems) else None
        if node is not None:
            trees.append((file.name, node))
    if problems:
        raise FormError(problems)
    return trees


@contextmanager
def _without_collection() -> Iterator[None]:
    """Let the collector rest while thousands of objects are made and none is garbage: a third faster."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()  # what was made is old now, and isn't looked through at once
            gc.enable()


@_without_collection()
def form_of(files: list[SourceFile], folder: str, language: str = ENGLISH) -> Form:
    """Return the form that these files make, in a language; FormError with every problem of every file.

    Other languages than that one are not read: their files count for the hash only.
    """
    form, _ = _assembled(files, folder, () if language == ENGLISH else (language,))
    return form


@_without_collection()
def in_all_languages(folder: Path) -> tuple[Form, list[Translated]]:
    """Return the form as it was written and in each of its languages; FormError with every problem of these too."""
    files = form_files(folder)
    codes = dict.fromkeys(code for file in files if (code := language_of(file.name)))
    return _assembled(files, Path(folder).resolve().name, tuple(codes), is_spoken=False)


def _assembled(
    files: list[SourceFile], folder: str, languages: tuple[str, ...], *, is_spoken: bool = True
) -> tuple[Form, list[Translated]]:
    """Return the form, in the last of these languages where it `is_spoken`, and the form in each of them."""
    problems: Problems = []
    read = [file for file in files if _is_read(file, problems)]
    unread = tuple(problems)
    definitions, sha256, is_whole = _defined(read, problems)
    assembly = Assembly(definitions, problems, folder)
    form = assembly.form(sha256)
    told = _in_languages(form, languages, read, assembly) if languages else []
    form = assembly.of_the_clinic(told[-1].form if told and is_spoken else form)
    if unread or not is_whole:  # names that these files declare are not missing
        problems[:] = [*unread, *(problem for problem in problems if not _depends_on_names(problem))]
    if problems:
        raise FormError(assembly.causes())
    return form, told


def _defined(files: Iterable[SourceFile], problems: Problems) -> tuple[Definitions, str, bool]:
    """Return what files define, the hash over all that changes a result or a wording, and whether all were readable."""
    definitions: Definitions = {}
    hashed = hashlib.sha256()
    is_whole = True
    for file in files:
        if language_of(file.name):  # not read here
            if not is_review(file.name):
                _hash(hashed, file)
            continue
        before = len(problems)
        node = collect_yaml(file.raw, file.name, problems)
        if node is not None and b"\\" in file.raw:
            problems.extend(unseen_in(node))
        elif node is None and len(problems) == before and not file.raw.strip(BLANK):  # of comments alone it is meant
            problems.append(Problem(Span(file.name, 1, 1), "F105", "the file is empty", "remove it, or write it anew"))
        is_whole = is_whole and len(problems) == before
        found = list(_definitions(node, problems))
        for kind, mapping in found:
            definitions.setdefault(kind, []).append(mapping)
        if [kind for kind, _ in found] != ["approval"]:
            _hash(hashed, file)
    return definitions, hashed.hexdigest(), is_whole


def _is_read(file: SourceFile, problems: Problems) -> bool:
    """Whether a file is looked into, after reporting one that nobody would read."""
    hint = ""
    if not file.name.endswith(ENDING):
        hint = f"give it the ending {ENDING}; Explorer shows it after View, File name extensions"
    elif inside(file.name).startswith(f"{LANGUAGES}/") and not language_of(file.name):
        hint = f"move it into the folder of its language, such as {LANGUAGES}/es/"
    if hint:
        problems.append(Problem(Span(file.name, 1, 1), "F219", "this file is not read", hint))
    return not hint


def _in_languages(
    form: Form, languages: tuple[str, ...], files: list[SourceFile], assembly: Assembly
) -> list[Translated]:
    """Return the form in each language, after reporting what is wrong in their files."""
    from screener.form.translations import UNKNOWN, translated  # noqa: PLC0415  # English needs none

    is_sound = not assembly.problems
    untouched = [("flags", flag, "action") for flag in assembly.actions]
    found: Problems = []
    told = [
        translated(form, code, [file for file in files if language_of(file.name) == code], untouched, found)
        for code in languages
    ]
    # a form with problems may lack what a translation names
    assembly.problems.extend(problem for problem in found if is_sound or problem.code != UNKNOWN)
    return told


def _hash(hashed: hashlib._Hash, file: SourceFile) -> None:
    """Mix in a file with its path inside the form; line ends and a byte order mark change nothing."""
    name = inside(file.name)
    content = file.raw.removeprefix(MARK).replace(b"\r\n", b"\n")
    hashed.update(f"{name}\n{len(content)}\n".encode(errors="surrogateescape"))  # any name that a disk can hold
    hashed.update(content)


def _depends_on_names(problem: Problem) -> bool:
    return problem.code not in OF_EXPRESSIONS and (problem.code[:2] in ("F3", "F4", "F5") or problem.code == "F219")


def _definitions(node: Node | None, problems: Problems) -> Iterator[tuple[str, Mapping]]:
    """Yield what a file defines; each definition's first key says what it is."""
    if node is None:
        return
    for each in node.nodes if isinstance(node, Sequence) else (node,):
        if not isinstance(each, Mapping) or not each.fields:
            hint = "begin with one of " + ", ".join(f"'{kind}:'" for kind in KINDS)
            problems.append(Problem(each.at, "F216", "this defines nothing", hint))
            continue
        kind = next(iter(each.fields))
        if kind in KINDS and (len(each.fields) > 1 or each is node or len(KINDS[kind].required) == 1):
            yield kind, each
            continue
        yield _meant(each, kind, problems), each  # of an unknown kind: what it defines is missing, no fault of readers


def _meant(each: Mapping, kind: str, problems: Problems) -> str:
    """Report a definition that can't be read by its first key; return the kind that was meant, if any."""
    first = each.key(kind)
    if kind in MISPLACED:
        what, place = MISPLACED[kind]
        problems.append(Problem(first.at, "F219", f"{what} among the rules", f"move it into {place}"))
        return ""
    if kind in KINDS:
        hint = "write its other keys below, or take the line out"
        problems.append(Problem(first.at, "F202", f"{KINDS[kind].of} with nothing but its name", hint))
        return ""
    known = [name for name in KINDS if name in each.fields]
    fit = [name for name, keys in KINDS.items() if each.fields.keys() <= keys.by_name.keys()]
    hint = f"put '{known[0]}:' first" if known else nearest(kind, KINDS)
    if len(fit) == 1 and not known:
        hint = f"begin with '{fit[0]}:'"
    problems.append(Problem(first.at, "F216", f"nothing begins with '{kind}'", hint))
    meant = "" if known or kind in BELOW or kind.isupper() else closest(kind, KINDS)
    if meant:
        each.rename(first, meant)
    return meant
