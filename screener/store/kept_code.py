"""Code that a library compiles from text at every start, compiled once.

Qt's binding carries a dozen Python modules as text inside its library. Python would keep modules that lie in files as
bytecode; these it compiles each time, a sixth of the binding's import. What is kept is found by the text itself, so a
new version of the binding is compiled anew (docs/adr/0007-first-page.md).
"""

from __future__ import annotations

import builtins
import marshal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from screener.store.kept import read_kept, write_kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import CodeType


class KeptCode:
    """Compiled modules of an earlier start, by their name and text."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "binding.code"
        self._head = f"{sys.version}\n".encode()
        content = read_kept(self._path, self._head)
        self._codes: dict[tuple[bytes, str], CodeType] = marshal.loads(content) if content else {}  # noqa: S302  # ours alone
        self._has_more = False

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Let Python's `compile` take what is kept, for as long as the library is imported."""
        plain = builtins.compile

        def kept(source: object, filename: object = "", mode: str = "", *more: object, **named: object) -> object:
            if more or named or mode != "exec" or not isinstance(source, bytes) or not isinstance(filename, str):
                return plain(source, filename, mode, *more, **named)  # type: ignore[call-overload]
            found = self._codes.get((source, filename))
            if found is None:
                found = self._codes[source, filename] = plain(source, filename, mode)
                self._has_more = True
            return found

        vars(builtins)["compile"] = kept
        try:
            yield
        finally:
            vars(builtins)["compile"] = plain

    def keep(self) -> None:
        """Write what was compiled, when that was more than was kept."""
        if self._has_more:
            write_kept(self._path, self._head, marshal.dumps(self._codes))
            self._has_more = False
