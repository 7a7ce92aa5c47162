"""What if: answers that are only tried. A strip says so as long as it lasts, and what would come out differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from screener.assess.answers import SIDE_WORDS
from screener.assess.compare import different
from screener.assess.words import result_titles
from screener.gui.entries import show
from screener.gui.labels import ActionButton, Words
from screener.gui.theme import SMALL, theme_of
from screener.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from screener.gui.session import Session

SAID = tr("What if: answers you give now are only tried. Nothing is recorded, saved or printed.")
SAME = tr("No result differs from what is recorded.")
EDGE = 4


def said_of(session: Session) -> str:
    """Return which results would come out differently."""
    titles = result_titles(session.wizard.form)
    names = []
    for key in different(session.recorded.assessment, session.wizard.assessment):
        id_, _, side = key.partition(".")
        names.append(tr("{name}, {part}", name=titles[id_], part=_part(side)) if side else titles[id_])
    return tr("Different from what is recorded: {results}.", results="; ".join(dict.fromkeys(names))) if names else SAME


def _part(side: str) -> str:
    return SIDE_WORDS.get(side) or tr("row {number}", number=side)


class WhatIfStrip(QWidget):
    """Stands below the banner while answers are tried."""

    def __init__(self, end: Callable[[], object]) -> None:
        super().__init__()
        self._different = Words("", SMALL)
        self.end = ActionButton(tr("End: back to what is recorded (F9)"), end)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Words(SAID, bold=True))
        words.addWidget(self._different)
        row.addLayout(words, 1)
        row.addWidget(self.end)

    def show_session(self, session: Session) -> None:
        """Say what would come out differently; be there only while answers are tried."""
        show(self, is_shown=session.is_trying)
        if session.is_trying:
            self._different.say(said_of(session))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ground of its own, with an edge above and below."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.pending_ground))
        painter.fillRect(0, 0, self.width(), EDGE, QColor(theme.pending))
        painter.fillRect(0, self.height() - EDGE, self.width(), EDGE, QColor(theme.pending))
