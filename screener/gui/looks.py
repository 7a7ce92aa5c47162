"""How the program looks on this computer, and what else its user sets; kept between the days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from screener.gui.theme import dress, follow, systems_theme
from screener.store.settings import Settings, read_settings, write_settings

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from screener.gui.settings_window import SettingsWindow


class Looks(QObject):
    """Holds the settings; whoever draws is told when letters or colours changed."""

    changed = Signal()
    not_kept = Signal(str)  # why the settings could not be written

    def __init__(self, app: QApplication, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.settings = read_settings(folder)
        self._app = app
        self._system = systems_theme(app)

    def wear(self) -> None:
        """Give the program its letters and colours."""
        theme = self.settings.theme
        dress(self._app, self._system if theme == "system" else theme, self.settings.percent)

    def follow_system(self) -> None:
        """Change with the system when nothing else is set."""
        follow(self._follow)

    def _follow(self, theme: str) -> None:
        self._system = theme
        self.wear()

    def resize(self, steps: int) -> None:
        """Take larger or smaller letters; 0: the usual ones."""
        self.set(self.settings.resized(steps))

    def remember(self, file: Path) -> None:
        """Put a file on the list of recent ones."""
        self.set(self.settings.with_recent(file))

    def set(self, settings: Settings) -> None:
        """Take settings and keep them."""
        if settings == self.settings:
            return
        before, self.settings = self.settings, settings
        try:
            write_settings(self._folder, settings)
        except OSError as error:
            from screener.store.reason import reason  # noqa: PLC0415  # seldom

            self.not_kept.emit(reason(error))
        if (before.theme, before.percent) != (settings.theme, settings.percent):
            self.wear()
            QTimer.singleShot(0, self, self.changed.emit)  # once every widget has its letters

    def open_settings(self, parent: QWidget) -> SettingsWindow:
        """Let the user set them."""
        from screener.gui.settings_window import SettingsWindow  # noqa: PLC0415  # when first asked for

        window = SettingsWindow(parent, self)
        window.open()
        return window
