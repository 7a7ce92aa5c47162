"""Every page of three patients in every look, searched for texts that are cut off or lie on each other.

`python tests/gui/sweep.py LANGUAGE 1280x720 FOLDER` prints the faults found, and writes a picture of every page into the
folder, and contact sheets of a choice of them. Without a folder patients, themes and sizes of letters take turns, so that
every two of them meet. Language and screen are those of a whole process.
"""

from __future__ import annotations

import gc
import sys
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.gui import pictures  # noqa: E402  # also run as a script, from this checkout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPixmap

PATIENTS = ("v01", "v07", "v11")
WITH_WINDOWS = "v01"  # the one whose other windows are looked at as well
THEMES = ("light", "dark", "contrast")
PERCENTS = (100, 150, 200)
SCREENS = ("1280x720", "1920x1080")
EVERY = list(product(PATIENTS, THEMES, PERCENTS))
IN_TURN = [each for each in EVERY if sum(map(tuple.index, (PATIENTS, THEMES, PERCENTS), each)) % 3 == 0]
CHOSEN = 8  # pictures for the contact sheets, a language and a screen
ON_A_SHEET = 8
THUMB = (800, 450)
CAPTION = 20


class Look(NamedTuple):
    """How a page was looked at."""

    patient: str
    theme: str
    percent: int
    size: tuple[int, int]
    page: str

    def __str__(self) -> str:
        return f"{self.patient} {self.page.strip('*')} {self.theme} {self.percent} {self.size[0]}x{self.size[1]}"


def seen(looks: Iterable[tuple[str, str, int]], size: tuple[int, int]) -> Iterator[tuple[Look, list[str], QPixmap]]:
    """Show every page in these looks, and yield its faults and its picture."""
    from screener.gui.theme import dress
    from tests.gui.drawn import faults

    app = pictures.application(size)
    form = pictures.spoken_form()
    for patient, theme, percent in looks:
        dress(app, theme, percent)
        window = pictures.window_of(form, patient)
        window.resize(*size)
        window.show()
        for page in window.session.wizard.pages:
            window.go(page)
            pictures.settle()
            wrong = faults(window)
            if window.size().toTuple() != size:
                wrong.append(f"the window is {window.width()}x{window.height()}")
            yield Look(patient, theme, percent, size, page), wrong, window.grab()
        if patient == WITH_WINDOWS:
            for name, opened in pictures.opened_from(window):
                wrong = faults(opened)
                if opened.width() > size[0] or opened.height() > size[1]:
                    wrong.append(f"larger than the screen: {opened.width()}x{opened.height()}")
                yield Look(patient, theme, percent, size, f"*{name}*"), wrong, opened.grab()
        window.close()
        window.deleteLater()
        gc.collect()  # here only: `pictures` keeps it from other threads


def contact_sheets(folder: Path, chosen: list[tuple[Look, QPixmap]]) -> None:
    """Draw the pictures small, with their names, several on a sheet."""
    from PySide6.QtCore import QRect, Qt
    from PySide6.QtGui import QFont, QPainter, QPixmap

    caption = QFont()
    caption.setPixelSize(CAPTION * 3 // 4)
    width, height = THUMB
    for first in range(0, len(chosen), ON_A_SHEET):
        sheet = QPixmap(2 * width, ON_A_SHEET // 2 * (height + CAPTION))
        sheet.fill(Qt.GlobalColor.white)
        painter = QPainter(sheet)
        painter.setFont(caption)
        for place, (look, picture) in enumerate(chosen[first : first + ON_A_SHEET]):
            x, y = place % 2 * width, place // 2 * (height + CAPTION)
            painter.drawText(x + 4, y + CAPTION - 5, str(look))
            small = picture.scaled(
                *THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            painter.drawPixmap(QRect(x, y + CAPTION, small.width(), small.height()), small)
        painter.end()
        sheet.save(str(folder / f"sheet_{first // ON_A_SHEET}.png"))


def main(language: str, screen: str, folder: Path | None = None) -> int:
    """Print what is wrong, write the pictures, and return whether anything was wrong."""
    pictures.speak_language(language)
    count, wrong, kept = 0, 0, []
    for look, found, picture in seen(EVERY if folder else IN_TURN, tuple(map(int, screen.split("x")))):
        count += 1
        wrong += bool(found)
        for fault in found:
            sys.stdout.write(f"{look}: {fault}\n")
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            picture.save(str(folder / f"{str(look).replace(' ', '_')}.png"))
            kept.append((look, picture))
    if folder is not None:
        step = len(kept) // CHOSEN | 1  # odd, so that looks and pages take turns
        contact_sheets(folder, kept[::step][:CHOSEN])
    sys.stdout.write(f"{language} {screen}: {count} pictures, {wrong} with faults\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3], Path(sys.argv[3]) if sys.argv[3:] else None))
