"""A file is written whole or not at all."""

from __future__ import annotations

import os
from stat import S_ISDIR

import pytest

from screener.store import whole_file
from screener.store.reason import reason
from screener.store.whole_file import write_whole


def test_that_the_content_is_there_and_nothing_else(tmp_path):
    write_whole(tmp_path / "a.yaml", b"one")
    write_whole(tmp_path / "a.yaml", b"two")
    assert (tmp_path / "a.yaml").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_that_a_failure_at_any_step_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    write_whole(tmp_path / "a.yaml", b"one")

    def full(*_args, **_names):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(OSError, match=r"No space left .*a\.yaml"):
        write_whole(tmp_path / "a.yaml", b"two")
    assert (tmp_path / "a.yaml").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_that_a_file_that_a_virus_scanner_holds_for_a_moment_is_replaced_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(whole_file, "WAITS", (0, 0, 0))
    write_whole(tmp_path / "a.yaml", b"one")
    held, replace = ["", ""], os.replace

    def busy(*given, **named):
        if held:
            held.pop()
            raise PermissionError(13, "Access denied")
        replace(*given, **named)

    monkeypatch.setattr(os, "replace", busy)
    write_whole(tmp_path / "a.yaml", b"two")
    assert (tmp_path / "a.yaml").read_bytes() == b"two"
    held = [""] * 5
    with pytest.raises(PermissionError, match=r"a\.yaml"):
        write_whole(tmp_path / "a.yaml", b"three")
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="folders are not synced on Windows")
def test_that_the_new_file_lasts_and_its_name_too_when_the_power_fails_and_a_drive_may_refuse_the_last(
    tmp_path, monkeypatch
):
    synced = []

    def sync(descriptor):
        synced.append("folder" if S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        if synced[-1] == "folder":
            raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", sync)
    write_whole(tmp_path / "a.yaml", b"one")
    assert synced == ["file", "folder"]
    assert (tmp_path / "a.yaml").read_bytes() == b"one"


def test_that_a_file_that_may_only_be_read_is_left_as_it_is(tmp_path, monkeypatch):
    path = tmp_path / "a.yaml"
    write_whole(path, b"one")
    monkeypatch.setattr(os, "access", lambda file, right: (file, right) != (path, os.W_OK))  # root may always write
    with pytest.raises(PermissionError, match=r"a\.yaml"):
        write_whole(path, b"two")
    assert path.read_bytes() == b"one"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes; nothing tries its devices")
def test_that_a_pipe_takes_the_content_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, b"one")
        assert os.read(reader, 10) == b"one"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.skipif(os.name == "nt", reason="rights of files are POSIX's; the tests above try the rest of writing")
def test_that_a_new_file_is_its_owners_alone_and_an_old_one_keeps_its_rights(tmp_path):
    path = tmp_path / "a.yaml"
    write_whole(path, b"one")
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o664)
    write_whole(path, b"two")
    assert path.stat().st_mode & 0o777 == 0o664


@pytest.mark.skipif(
    os.name == "nt", reason="making a link needs an administrator on Windows; the tests above try the rest of writing"
)
def test_that_a_link_stays_a_link(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "link.yaml").symlink_to(tmp_path / "there" / "a.yaml")
    write_whole(tmp_path / "link.yaml", b"one")
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "there" / "a.yaml").read_bytes() == b"one"


@pytest.mark.parametrize("code", [5, 32])
def test_that_on_windows_a_file_that_another_program_has_open_is_said_to_be(code):
    refused = PermissionError(13, "Zugriff verweigert", "a.pdf")
    refused.winerror = code
    assert reason(refused) == "a.pdf: Permission denied, or another program has it open: close it there"


@pytest.mark.skipif(os.name != "nt", reason="only Windows keeps files that are open as they are")
def test_that_a_file_that_is_open_is_said_to_be(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"one")
    with path.open("rb"), pytest.raises(PermissionError) as refused:
        write_whole(path, b"two")
    assert "another program" in reason(refused.value)
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]
