"""Why the machine could not read or write a file, as people read it."""

from __future__ import annotations

from errno import EACCES, EISDIR, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS

from screener.language import tr

SAID = {
    ENOENT: tr("No such file or directory"), ENOTDIR: tr("Not a directory"), EISDIR: tr("Is a directory"),
    EACCES: tr("Permission denied"), EPERM: tr("Operation not permitted"), EROFS: tr("Read-only file system"),
    ENOSPC: tr("No space left on device"),
}  # fmt: skip  # which systems say in a language of their own
HELD = tr("Permission denied, or another program has it open: close it there")
OF_WINDOWS = {5: HELD, 32: HELD, 33: HELD}  # it refuses to replace a file that somebody reads, in one of these ways


def reason(error: OSError) -> str:
    """Return the file, where one is known, and why: "a.yaml: Permission denied"."""
    held = OF_WINDOWS.get(getattr(error, "winerror", None) or 0)
    said = held or SAID.get(error.errno or 0) or error.strerror or str(error)
    return f"{error.filename}: {said}" if error.filename else said
