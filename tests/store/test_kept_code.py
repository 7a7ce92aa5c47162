"""Code that is compiled once: the same code, found by its text, or compiled."""

from __future__ import annotations

import builtins
import os

import pytest

from screener.store.kept_code import KeptCode

TEXT = b"answer = 6 * 7\n"


@pytest.fixture
def compiled(monkeypatch):
    """Return what Python compiles, as it happens."""
    names: list[object] = []
    plain = builtins.compile

    def noted(source, filename, *more, **named):
        names.append(filename)
        return plain(source, filename, *more, **named)

    monkeypatch.setattr(builtins, "compile", noted)
    return names


def answer(folder, text=TEXT):
    codes = KeptCode(folder)
    with codes.in_use():
        code = compile(text, "module.py", "exec")
    codes.keep()
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102
    return names["answer"]


def test_that_a_text_is_compiled_once_and_does_the_same(tmp_path, compiled):
    assert [answer(tmp_path), answer(tmp_path), answer(tmp_path)] == [42, 42, 42]
    assert compiled == ["module.py"]


def test_that_another_text_of_the_same_name_is_compiled_anew(tmp_path, compiled):
    answer(tmp_path)
    assert answer(tmp_path, b"answer = 43\n") == 43
    assert compiled == ["module.py"] * 2


def test_that_damage_or_rights_of_others_make_it_compile_anew(tmp_path, compiled):
    answer(tmp_path)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for content in (whole[:-1], b"", whole[:40] + bytes([whole[40] ^ 1]) + whole[41:]):
        file.write_bytes(content)
        compiled.clear()
        assert answer(tmp_path) == 42
        assert compiled == ["module.py"]
    assert file.read_bytes() == whole
    if os.name != "nt":
        file.chmod(0o644)
        compiled.clear()
        answer(tmp_path)
        assert compiled == ["module.py"]


def test_that_what_else_is_compiled_meanwhile_is_compiled_as_ever(tmp_path, compiled):
    codes = KeptCode(tmp_path)
    with codes.in_use():
        assert eval(compile("1 + 1", "sum", "eval")) == 2  # noqa: S307
        compile(TEXT, "module.py", "exec", dont_inherit=True)
    codes.keep()
    assert list(tmp_path.iterdir()) == []
    assert compiled == ["sum", "module.py"]


def test_that_compile_is_put_back_even_after_an_error(tmp_path):
    before = builtins.compile
    with pytest.raises(SyntaxError), KeptCode(tmp_path).in_use():
        compile(b"answer = ", "module.py", "exec")
    assert builtins.compile is before
