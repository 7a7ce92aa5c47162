"""Where the program's own files lie: beside it in a checkout, inside it where it was installed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """Return the folder that the wheel carries, else the one of the checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


FORMS = _shipped("forms")
RESOURCES = _shipped("resources")
CACHE_SETTING = "SCREENER_CACHE"  # the environment variable that names another folder for what can be made anew
SETTINGS_SETTING = "SCREENER_SETTINGS"  # ... for the settings


def cache_folder() -> Path:
    """Return where the program keeps, for this user, what it can make anew; the folder need not be there."""
    setting = os.environ.get(CACHE_SETTING)
    return Path(setting) if setting else _users_caches() / "neuropathy-screener"


def running_place() -> Path:
    """Return what is there while the program runs, or where it was cut off: its socket, or the sign of its pipe."""
    return cache_folder() / "running"


def settings_folder() -> Path:
    """Return where this user's settings are kept; the folder need not be there."""
    setting = os.environ.get(SETTINGS_SETTING)
    return Path(setting) if setting else _users_settings() / "neuropathy-screener"


def _users_settings() -> Path:
    """Return where programs of this system keep settings."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def _users_caches() -> Path:
    """Return where programs of this system keep such things."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
