"""The copy of the open screening that is saved when the program made a mistake, until it is saved or given up."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from screener.assess.answers_text import write_answers
from screener.language import tr
from screener.paths import settings_folder
from screener.store.rescued import STAMP, write_copy

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from screener.assess.answers import Answers
    from screener.gui.main_window import MainWindow


class Rescue:
    """Knows the copy of the screening that is open, if there is one."""

    def __init__(self, copy: Path | None = None) -> None:
        self.copy = copy
        self._held: Answers | None = None  # by the copy

    def save(self, window: MainWindow, file: Path | None, at: datetime) -> Path | None:
        """Save a copy of what no file holds, and return where; None where a file holds all. Raises OSError."""
        with suppress(Exception):  # the mistake may lie just there
            window.commit()
        wizard = window.session.recorded
        if window.session.is_unsaved and wizard.answers is not self._held:
            stem = file.stem if file is not None else tr("screening")
            name = self.copy.name if self.copy is not None else f"{stem}-{at:{STAMP}}.yaml"
            self.copy = write_copy(settings_folder(), name, write_answers(wizard.answers, wizard.form).encode())
            self._held = wizard.answers
        return self.copy if window.session.is_unsaved else None

    def give_up(self) -> None:
        """Take the copy away: the screening was saved elsewhere, or is not wanted."""
        if self.copy is not None:
            with suppress(OSError):
                self.copy.unlink(missing_ok=True)
        self.copy = self._held = None
