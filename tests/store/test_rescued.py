"""Copies that a power cut leaves: for their owner alone, the latest first, and none is no trouble."""

from __future__ import annotations

import os

import pytest

from screener.store.rescued import copies, write_copy


def test_that_copies_are_found_the_latest_first_whatever_they_are_called(tmp_path):
    names = ["z-20261121-104000.yaml", "a-20261121-104001.yaml", "m-20251231-235959.yaml"]
    written = [write_copy(tmp_path, name, name.encode()) for name in names]
    (written[0].parent / "other.txt").touch()
    assert [file.name for file in copies(tmp_path)] == [names[1], names[0], names[2]]
    assert [file.read_bytes() for file in copies(tmp_path)] == [file.name.encode() for file in copies(tmp_path)]


def test_that_there_may_be_no_copies(tmp_path):
    assert copies(tmp_path / "nowhere") == ()


@pytest.mark.skipif(
    os.name == "nt", reason="rights of files are POSIX's; on Windows the user's own folder keeps others out"
)
def test_that_a_copy_is_its_owners_alone(tmp_path):
    copy = write_copy(tmp_path, "a-20261121-104000.yaml", b"one")
    assert (copy.stat().st_mode & 0o777, copy.parent.stat().st_mode & 0o777) == (0o600, 0o700)
