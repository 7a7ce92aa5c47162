"""What a user sets for this computer: looks, paper, who finishes summaries. None of it changes a result.

A text file with a line for each setting (`theme=dark`); what can't be understood counts as not set.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from screener.frozen import dataclass
from screener.language import ENGLISH, LANGUAGES

THEMES = ("system", "light", "dark", "contrast")
SIZES = (100, 110, 125, 150, 175, 200)  # per cent
PAPERS = ("system", "A4", "Letter")
MOST_RECENT = 8
FILE = "settings.txt"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings, and the files opened last, the latest first."""

    theme: str = "system"
    percent: int = 100
    paper: str = "system"
    language: str = ENGLISH
    clinician: str = ""
    role: str = ""
    clinic: str = ""
    contact: str = ""  # of the clinician, with the registration number
    recent: tuple[Path, ...] = ()

    def with_recent(self, file: Path) -> Settings:
        """Put a file before the others."""
        others = tuple(each for each in self.recent if each != file)
        return replace(self, recent=(file, *others)[:MOST_RECENT])

    def resized(self, steps: int) -> Settings:
        """Take the next larger or smaller letters; 0: the usual ones."""
        place = SIZES.index(self.percent) + steps if steps else 0
        return replace(self, percent=SIZES[max(0, min(place, len(SIZES) - 1))])


def read_settings(folder: Path) -> Settings:
    """Return the settings; those that are not there, or make no sense, are as they come."""
    try:
        lines = (folder / FILE).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return Settings()
    given = [(name, text) for name, mark, text in (line.partition("=") for line in lines) if mark]
    single = dict(given)
    usual = Settings()
    percent = single.get("percent", "")
    return Settings(
        theme=single["theme"] if single.get("theme") in THEMES else usual.theme,
        percent=int(percent) if percent in map(str, SIZES) else usual.percent,
        paper=single["paper"] if single.get("paper") in PAPERS else usual.paper,
        language=single["language"] if single.get("language") in LANGUAGES else usual.language,
        clinician=single.get("clinician", ""),
        role=single.get("role", ""),
        clinic=single.get("clinic", ""),
        contact=single.get("contact", ""),
        recent=tuple(Path(text) for name, text in given if name == "recent")[:MOST_RECENT],
    )


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings; OSError when they can't be."""
    from screener.store.whole_file import write_whole  # noqa: PLC0415  # nothing is written before the first paint

    lines = [
        f"theme={settings.theme}", f"percent={settings.percent}", f"paper={settings.paper}",
        f"language={settings.language}",
        f"clinician={settings.clinician}", f"role={settings.role}", f"clinic={settings.clinic}",
        f"contact={settings.contact}", *(f"recent={file}" for file in settings.recent),
    ]  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / FILE, ("\n".join(" ".join(line.splitlines()) for line in lines) + "\n").encode())
