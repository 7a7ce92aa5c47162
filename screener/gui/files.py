"""Where the open screening is kept: its file, and a copy of what no file holds, until it is saved or given up."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from screener.assess.answers_text import write_answers
from screener.gaps import refused_entries
from screener.gui.keeping import (
    ANSWERS,
    BEFORE_ANOTHER,
    BEFORE_CLOSING,
    ask_before_closing,
    ask_to_keep_both,
    ask_to_leave_out,
    ask_where_to_save,
    write,
)
from screener.language import tr
from screener.paths import settings_folder
from screener.store.rescued import STAMP, STAMP_LENGTH, write_copy
from screener.store.seen_file import SeenFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from screener.assess.answers import Answers
    from screener.gui.program import Program

SUFFIX = ".yaml"
NOT_THESE = tr("Saved, but not these")


class Files:
    """Saves the screening that is open; `file` is None while it has none."""

    def __init__(self, program: Program, file: SeenFile | None, copy: Path | None = None) -> None:
        self._program, self.file, self.copy = program, file, copy
        self._copied: Answers | None = None  # what the copy holds

    def save(self) -> None:
        """Save the answers where they came from, or ask where."""
        self._program.screening().commit()
        self._save(self.save_to, stay=lambda: None)

    def _save(self, act: Callable[[Path], object], stay: Callable[[], object]) -> None:
        """Let `act` save to the file there is, while it is as it was seen last, or to another place."""
        if self.file is None:
            self._ask_where(act, stay)
        elif self.file.is_changed():
            ask = partial(self._ask_where, act, stay)
            ask_to_keep_both(self._program.screening(), self.file.path.name, ask, stay)
        else:
            act(self.file.path)

    def _ask_where(self, act: Callable[[Path], object], stay: Callable[[], object]) -> None:
        ask_where_to_save(self._program.screening(), ANSWERS, self._new_file(), act).rejected.connect(stay)

    def _new_file(self) -> Path:
        """Return the place that is offered: beside a file that changed, else that of the file this was a copy of."""
        if self.file is not None:
            return self.file.free_place()
        stem = self.copy.stem[: -STAMP_LENGTH - 1] if self.copy is not None else tr("screening")
        return self._program.folder / f"{stem}{SUFFIX}"

    def save_to(self, path: Path) -> bool:
        """Write the answers file, and say what it does not hold; whether it could be written."""
        is_written = self._write(path)
        if is_written and (names := self._left_out()):
            self._program.tell(NOT_THESE, names)
        return is_written

    def _write(self, path: Path) -> bool:
        window = self._program.screening()
        session, wizard = window.session, window.session.recorded
        content = write_answers(wizard.answers, wizard.form).encode()
        if not write(window, path, content):
            return False
        self.file = SeenFile(path, content)
        self._program.looks.remember(path)
        session.mark_saved(wizard.answers, f"{self._program.clock():%H:%M}")
        self.give_up_copy()
        return True

    def _left_out(self) -> str:
        """Return what was typed and not taken, in words; "" when there is nothing."""
        refused = refused_entries(self._program.screening().session.recorded)
        names = "\n".join(f"{gap.label}: {gap.detail}" for gap in refused)
        words = tr("These were typed and not taken, so the file does not hold them:\n{names}", names=names)
        return words if names else ""

    # --- leaving ------------------------------------------------------------------------------------------------

    def ask_before_closing(self, stay: Callable[[], object], *, for_another: bool) -> None:
        """Ask what becomes of what no file holds."""
        window = self._program.screening()
        text = BEFORE_ANOTHER if for_another else BEFORE_CLOSING
        ask_before_closing(window, text, partial(self._save_and_leave, stay), window.leave, stay)

    def _save_and_leave(self, stay: Callable[[], object]) -> None:
        self._save(partial(self._save_to_and_leave, stay), stay)

    def _save_to_and_leave(self, stay: Callable[[], object], path: Path) -> None:
        window = self._program.screening()
        if not self._write(path):
            stay()
        elif names := self._left_out():
            ask_to_leave_out(window, NOT_THESE, names, window.leave, stay)
        else:
            window.leave()

    # --- copies -------------------------------------------------------------------------------------------------

    def rescue(self, at: datetime) -> Path | None:
        """Save a copy of what no file holds, half-typed text too; None where a file holds all. Raises OSError."""
        with suppress(Exception):  # the mistake may lie just there
            self._program.screening().commit()
        return self.keep_copy(at)

    def keep_copy(self, at: datetime) -> Path | None:
        """Keep a copy of what no file holds, and return where; None where a file holds all. Raises OSError."""
        session = self._program.screening().session
        if not session.is_unsaved:
            self.give_up_copy()
            return None
        wizard = session.recorded
        if wizard.answers is not self._copied:
            stem = self.file.path.stem if self.file is not None else tr("screening")
            name = self.copy.name if self.copy is not None else f"{stem}-{at:{STAMP}}{SUFFIX}"
            self.copy = write_copy(settings_folder(), name, write_answers(wizard.answers, wizard.form).encode())
            self._copied = wizard.answers
        return self.copy

    def give_up_copy(self) -> None:
        """Take the copy away: the screening was saved elsewhere, or is not wanted."""
        if self.copy is not None:
            with suppress(OSError):  # then it is offered once more at the next start
                self.copy.unlink(missing_ok=True)
        self.copy = self._copied = None
