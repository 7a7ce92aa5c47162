"""A form kept from an earlier start is the form itself, or it is not used."""

from __future__ import annotations

import os
import pickle
import pickletools
import shutil
from contextlib import suppress
from dataclasses import fields, replace
from enum import StrEnum
from pathlib import Path

import pytest

from screener.form import load
from screener.form.load import load_form
from screener.form.problem import FormError
from screener.form.rules import expressions
from screener.shelf import shelf
from screener.store import kept, kept_forms
from screener.store.kept_forms import KeptForms
from screener.store.pickled import pickled
from tests.form.minimal import FILES, written

FORMS = shelf()


@pytest.fixture
def folder(tmp_path) -> Path:
    """Return a form that may be changed."""
    return Path(shutil.copytree(FORMS["neuropathy"], tmp_path / "neuropathy"))


@pytest.fixture
def forms(tmp_path) -> dict[str, Path]:
    """Return the shipped forms, and a small one that uses every part of the language."""
    return {**FORMS, "small": written(tmp_path / "small", FILES)}


@pytest.fixture
def cache(tmp_path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def loaded(monkeypatch) -> list[str]:
    """Return what is loaded from YAML, as it happens."""
    names: list[str] = []
    made = load.form_of

    def noted(files, name, language="en"):
        names.append(name)
        return made(files, name, language)

    monkeypatch.setattr(load, "form_of", noted)
    return names


def keep(cache: Path, folder: Path) -> Path:
    """Keep a form, and return the file."""
    forms = KeptForms(cache)
    forms.form(folder)
    forms.keep()
    (file,) = cache.iterdir()
    return file


@pytest.mark.parametrize("name", [*FORMS, "small"])
def test_that_a_kept_form_is_the_loaded_one_field_by_field(cache, loaded, forms, name):
    folder = forms[name]
    form = load_form(folder)
    keep(cache, folder)
    loaded.clear()
    same = KeptForms(cache).form(folder)
    assert loaded == []
    assert [each.name for each in fields(form) if getattr(same, each.name) != getattr(form, each.name)] == []
    assert list(same.cells) == list(form.cells)
    assert [str(each.at) for each in expressions(same)] == [str(each.at) for each in expressions(form)]


def test_that_a_kept_form_makes_its_rules_when_they_are_asked_for_and_can_be_changed(cache, folder):
    keep(cache, folder)
    form = KeptForms(cache).form(folder)
    assert not vars(form).keys() & kept_forms.LATER
    other = replace(form, clinic="Elsewhere")
    assert (other.clinic, other.flags, other.glossary) == ("Elsewhere", form.flags, form.glossary)
    assert vars(form).keys() >= kept_forms.LATER
    with pytest.raises(AttributeError, match="nonsense"):
        _ = form.nonsense


def test_that_a_form_is_loaded_anew_when_any_file_changed_appeared_or_went(cache, folder, loaded):
    keep(cache, folder)
    note, other, *_ = sorted((folder / "notes").glob("*.yaml"))
    changes = [
        lambda: note.rename(note.with_name("renamed.yaml")),
        lambda: (folder / "form.yaml").write_bytes((folder / "form.yaml").read_bytes().replace(b"1.", b"2.", 1)),
        other.unlink,
        lambda: (folder / "notes" / "another.yaml").write_text("note: another\n"),
    ]
    for change in changes:
        loaded.clear()
        change()
        forms = KeptForms(cache)
        with suppress(FormError):  # the last change leaves half a note
            forms.form(folder)
        forms.keep()
        assert loaded == ["neuropathy"]


def test_that_a_form_with_problems_says_so_at_every_start(cache, folder):
    keep(cache, folder)
    (folder / "notes" / "another.yaml").write_text("note: another\n")
    for _ in range(2):
        forms = KeptForms(cache)
        with pytest.raises(FormError, match="another"):
            forms.form(folder)
        forms.keep()


@pytest.mark.parametrize("place", [0, 40, -1, -3000, -90000])
def test_that_a_damaged_file_is_ignored_and_written_anew(cache, folder, loaded, place):
    file = keep(cache, folder)
    whole = file.read_bytes()
    spoilt = bytearray(whole)
    spoilt[place] ^= 1
    for content in (bytes(spoilt), whole[: len(whole) // 2], whole[:-1], b"", whole + b"."):
        file.write_bytes(content)
        loaded.clear()
        forms = KeptForms(cache)
        assert forms.form(folder).id == "neuropathy"
        assert loaded == ["neuropathy"]
        forms.keep()
        assert file.read_bytes() == whole


@pytest.mark.parametrize("of", ["__version__", "python", "modules"])
def test_that_what_another_program_or_python_kept_is_not_used(cache, folder, loaded, monkeypatch, of):
    keep(cache, folder)
    loaded.clear()
    if of == "__version__":
        monkeypatch.setattr("screener.__version__", "0.0.9")
    elif of == "python":
        monkeypatch.setattr(kept_forms.sys, "version", "3.99")
    else:
        monkeypatch.setattr(kept_forms.model, "__file__", __file__)
    KeptForms(cache).form(folder)
    assert loaded == ["neuropathy"]


@pytest.mark.parametrize("made", [os.system, pickle.loads, shutil.rmtree, load_form, Path, str])
def test_that_nothing_but_parts_of_forms_is_made_from_a_kept_file(cache, folder, loaded, made):
    class Planted:
        def __reduce__(self):
            return made, ("echo planted",)

    content = pickle.dumps(Planted())
    file = keep(cache, folder)
    head = kept_forms._stamp() + b"".join(kept_forms._named(each) for each in load.form_files(folder))
    file.write_bytes(head + kept._check(content) + content)
    loaded.clear()
    assert KeptForms(cache).form(folder).id == "neuropathy"
    assert loaded == ["neuropathy"]
    values, _ = kept_forms._divided(load_form(folder))
    content = pickle.dumps(values) + pickle.dumps(Planted())
    file.write_bytes(head + kept._check(content) + content)
    loaded.clear()
    form = KeptForms(cache).form(folder)
    assert loaded == []
    assert [flag.id for flag in form.flags] == [flag.id for flag in load_form(folder).flags]
    assert loaded, "the rest comes from the form's own files"


class ByName(StrEnum):
    ONE = "one"

    def __reduce_ex__(self, _protocol):  # as Python 3.11.2 has it
        return getattr, (ByName, self.name)


def test_that_members_of_enumerations_are_kept_by_their_value_whatever_python_does_itself():
    names = [opcode[1] for opcode in pickletools.genops(pickled([ByName.ONE])) if isinstance(opcode[1], str)]
    assert "getattr" not in names
    assert "one" in names


@pytest.mark.skipif(
    os.name == "nt", reason="rights of files are POSIX's; on Windows the user's own folder keeps others out"
)
def test_that_a_kept_form_is_its_owners_alone_and_is_not_read_where_others_have_rights(cache, folder, loaded):
    file = keep(cache, folder)
    assert (file.stat().st_mode & 0o777, cache.stat().st_mode & 0o777) == (0o600, 0o700)
    file.chmod(0o620)
    loaded.clear()
    KeptForms(cache).form(folder)
    assert loaded == ["neuropathy"]


def test_that_a_cache_that_cant_be_written_stops_nobody(tmp_path, folder):
    (tmp_path / "file").write_text("no folder")
    forms = KeptForms(tmp_path / "file" / "cache")
    assert forms.form(folder).id == "neuropathy"
    forms.keep()


def test_that_two_forms_of_the_same_name_are_kept_side_by_side(cache, folder, loaded):
    keep(cache, folder)
    forms = KeptForms(cache)
    forms.form(FORMS["neuropathy"])
    forms.keep()
    loaded.clear()
    KeptForms(cache).form(folder)
    KeptForms(cache).form(FORMS["neuropathy"])
    assert loaded == []
    assert len(list(cache.iterdir())) == 2
