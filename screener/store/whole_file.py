"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from errno import EACCES
from pathlib import Path
from time import sleep

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
WAITS = (0.02, 0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()  # seconds; virus scanners there hold new files a moment


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` under `path` in one step: a reader sees the old file or the new one, also after a power cut.

    A device or a pipe takes it as it comes. Raises OSError that names `path`, with the old file untouched.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(Path(os.path.realpath(path)), content)  # a link stays a link
    except OSError as error:
        error.filename = str(path)  # not the part beside it
        raise


def _replace(path: Path, content: bytes) -> None:
    """Write the content beside a file, then put it in its place: which asks nobody whether the file may be written."""
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES))
    part = path.with_name(f".{path.name[:80]}.{os.urandom(4).hex()}.part")
    handle = os.open(part, NEW, 0o600)  # on Windows tempfile would try again for hours where nothing may be written
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_mode_for(path))
        _put(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _sync_folder(path.parent)


def _put(part: Path, path: Path) -> None:
    """Put a file in the place of another, or of none."""
    for wait in WAITS:
        try:
            part.replace(path)
        except PermissionError:
            sleep(wait)
        else:
            return
    part.replace(path)


def _mode_for(path: Path) -> int:
    """Keep the rights of a file that is there; a new one is for its owner alone: it may be about a patient."""
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        return 0o600


def _sync_folder(folder: Path) -> None:
    """Make the rename itself last, where folders can be synced."""
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows has no such call
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError:
        return  # some network file systems refuse; the file itself is synced
    finally:
        os.close(descriptor)
