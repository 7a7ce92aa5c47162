"""A file that somebody else wrote since it was seen here is known to be another (hazard H21)."""

from __future__ import annotations

from screener.store.seen_file import SeenFile


def test_that_a_file_is_changed_when_it_holds_something_else_and_only_then(tmp_path):
    file = tmp_path / "screening.yaml"
    seen = SeenFile(file, b"ours")
    assert not seen.is_changed(), "gone: there is nothing to write over"
    file.write_bytes(b"ours")
    assert not seen.is_changed()
    file.write_bytes(b"theirs")
    assert seen.is_changed()


def test_that_a_file_that_can_not_be_read_any_more_counts_as_changed(tmp_path, monkeypatch):
    file = tmp_path / "screening.yaml"
    file.write_bytes(b"ours")

    def refuse(_path):
        raise PermissionError

    monkeypatch.setattr(type(file), "read_bytes", refuse)
    assert SeenFile(file, b"ours").is_changed()


def test_that_the_place_offered_beside_a_file_is_one_where_nothing_lies(tmp_path):
    seen = SeenFile(tmp_path / "screening.yml", b"")
    assert seen.free_place() == tmp_path / "screening-2.yml"
    seen.free_place().touch()
    assert seen.free_place() == tmp_path / "screening-3.yml"
