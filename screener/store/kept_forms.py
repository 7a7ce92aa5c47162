"""Forms as they were checked at an earlier start, kept in the user's cache folder: the next start reads no YAML.

A kept form is used only while every file of the form has the very bytes it had then, and program and Python are the
same. What is damaged, foreign or older counts as not there. Why it is safe to read it: docs/adr/0006-kept-forms.md.
"""

from __future__ import annotations

import os
import sys
from _pickle import Unpickler, UnpicklingError  # the working half of `pickle`, imported in half its time
from contextlib import suppress
from dataclasses import fields
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import screener
from screener.form import model
from screener.form.folder import form_files
from screener.language import spoken
from screener.store.kept import read_kept, write_kept

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.form.folder import SourceFile
    from screener.form.model import Form

LATER = frozenset(  # what the first page doesn't need
    "tiers sections values scores findings flags notes musts lookups trials cards leaflets glossary".split()  # noqa: SIM905  # a list to read
)
NAMES = frozenset(each.name for each in fields(model.Form)) | {"titles"}
OF_FORMS = frozenset(f"screener.form.{name}" for name in ("cards", "expression", "model", "problem", "rules"))
OF_PYTHON = frozenset({("decimal", "Decimal"), ("datetime", "date")})
SPOILT = (  # what unpickling may raise on bytes that it can't make a form of
    UnpicklingError, ArithmeticError, AttributeError, EOFError, ImportError, LookupError, MemoryError, TypeError,
    ValueError,
)  # fmt: skip


class KeptForms:
    """The kept forms of one user."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[Path, tuple[bytes, Form]] = {}

    def form(self, folder: Path) -> Form:
        """Return the form in a folder, in the language spoken; raises what `load_form` raises."""
        folder, language = Path(folder).resolve(), spoken()
        files = form_files(folder)
        path = self._folder / f"{folder.name}-{crc32(os.fsencode(folder)):08x}.{language}.form"
        head = _stamp() + b"".join(_named(file) for file in files)

        def load() -> Form:
            from screener.form.load import form_of  # noqa: PLC0415  # loading it is what is spared

            return form_of(files, folder.name, language)

        form = _unpickled(read_kept(path, head), load)
        if form is None:
            form = load()
            self._loaded[path] = (head, form)
        return form

    def keep(self) -> None:
        """Keep what was loaded since; what can't be written is loaded again at the next start."""
        from screener.store.pickled import pickled  # noqa: PLC0415  # not before the first page

        for path, (head, form) in self._loaded.items():
            write_kept(path, head, b"".join(map(pickled, _divided(form))))
        self._loaded.clear()


def _divided(form: Form) -> tuple[dict[str, object], dict[str, object]]:
    """Return the values of a form's fields: what the first page needs, with the titles of all pages, and the rest."""
    values = {name: getattr(form, name) for name in sorted(NAMES)}
    return values, {name: values.pop(name) for name in sorted(LATER)}


def _stamp() -> bytes:
    """Return what a kept form depends on beside its files: Python, and the modules that make forms."""
    modules: list[tuple[str, int, int]] = []
    with suppress(OSError), os.scandir(Path(model.__file__).parent) as found:  # else the version stands for them
        modules = sorted((each.name, each.stat().st_size, each.stat().st_mtime_ns) for each in found if each.is_file())
    return f"{screener.__version__} {sys.version} {modules}\n".encode()


def _named(file: SourceFile) -> bytes:
    """Return the bytes of a file with its name and its length, so that no two forms read the same."""
    name = file.name.encode(errors="surrogateescape")
    return b"%d %d\n%b%b" % (len(name), len(file.raw), name, file.raw)


class _KeptForm(model.Form):
    """A form of which at first only that is made which the first page needs; the rest when any of it is asked for."""

    rest: bytes
    load: Callable[[], Form]  # for a rest that turns out to be spoilt

    def __getattr__(self, name: str) -> object:
        if name not in LATER:
            raise AttributeError(name)
        try:
            values = _FormUnpickler(BytesIO(self.rest)).load()
        except SPOILT:
            values = None
        if not isinstance(values, dict) or values.keys() != LATER:
            loaded = self.load()
            values = {later: getattr(loaded, later) for later in LATER}
        vars(self).update(values)
        return vars(self)[name]


def _unpickled(content: bytes, load: Callable[[], Form]) -> Form | None:
    """Return the form of these bytes; None when they are none. `load` is for a rest that can't be read later."""
    if not content:
        return None
    file = BytesIO(content)
    try:
        values = _FormUnpickler(file).load()
    except SPOILT:
        return None
    if not isinstance(values, dict) or values.keys() | LATER != NAMES:
        return None
    form = _KeptForm.__new__(_KeptForm)
    vars(form).update(values, rest=content[file.tell() :], load=load)
    return form


class _FormUnpickler(Unpickler):
    """Makes nothing but the parts of forms, whatever the bytes say."""

    def find_class(self, module: str, name: str) -> object:
        """Return a class that forms are made of."""
        if (module, name) in OF_PYTHON:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module in OF_FORMS else None
        if isinstance(found, type) and found.__module__ == module:  # defined there, not only imported
            return found
        raise UnpicklingError(f"{module}.{name} is no part of a form")
