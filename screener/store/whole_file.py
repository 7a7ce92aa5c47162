"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from errno import EACCES
from pathlib import Path


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
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_mode_for(path))
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


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
