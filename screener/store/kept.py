"""Files kept for the next start: used only when they are whole, this user's alone, and made for just this case.

Each begins with its head, all that its content depends on, and a checksum. Anything else counts as not there.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from pathlib import Path

CHECK_BYTES = 4
OF_OTHERS = 0o077  # rights of a file that others have


def read_kept(path: Path, head: bytes) -> bytes:
    """Return the content that was kept under exactly this head; none when there is none that can be used."""
    kept = _own_bytes(path)
    if not kept.startswith(head):
        return b""
    check, content = kept[len(head) : len(head) + CHECK_BYTES], kept[len(head) + CHECK_BYTES :]
    return content if check == _check(content) else b""


def write_kept(path: Path, head: bytes, content: bytes) -> None:
    """Keep a content; when it can't be written it is made anew at the next start."""
    from screener.store.whole_file import write_whole  # noqa: PLC0415  # not before the first page

    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, head + _check(content) + content)


def _check(content: bytes) -> bytes:
    return crc32(content).to_bytes(CHECK_BYTES, "big")


def _own_bytes(path: Path) -> bytes:
    """Return the bytes of a file on which nobody else has any rights."""
    try:
        with path.open("rb", 0) as file:
            status = os.fstat(file.fileno())
            is_ours = os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & OF_OTHERS)
            return file.readall() if is_ours else b""
    except OSError:
        return b""
