"""Progress, the keys, Back and Next, below every page; where there is little room, whether it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from screener.gui.labels import ActionButton, Words, ground, short_words, unmarked
from screener.gui.theme import SMALL
from screener.language import tr
from screener.progress import REVIEW_TITLE
from screener.wizard import REVIEW

if TYPE_CHECKING:
    from screener.wizard import Wizard

KEYS_HINT = tr("1–9 answer · U not known · X not assessed · Enter next · Ctrl+J jump · F1 keys")


class Footer(QWidget):
    """Progress, the keys, Back and Next; where there is little room, whether it is saved in the place of the keys."""

    def __init__(self) -> None:
        super().__init__()
        ground(self)
        self._progress = Words("", SMALL, role="muted")
        self._standing = Words("", SMALL, role="muted")
        self._standing.hide()
        self._hint = short_words(KEYS_HINT, SMALL, role="muted")
        self.back = ActionButton(tr("Back"))
        self.next = ActionButton(tr("Next"))
        self.next.tone = "primary"
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(10)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._progress)
        said.addWidget(self._standing)
        row.addLayout(said, 1)
        row.addWidget(self._hint)
        row.addSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.next)
        self.setMinimumWidth(1)  # the keys are left out where they don't fit

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw where Back and Next lead."""
        self.back.setEnabled(wizard.previous_page is not None)
        self.next.setEnabled(wizard.next_page is not None)
        titles = {**wizard.form.titles, REVIEW: REVIEW_TITLE}
        after = titles.get(wizard.next_page or "", "")
        text = unmarked(tr("Next: {page}", page=after) if after else tr("Next"))
        if text != self.next.text():
            self.next.setText(text)
            self.next.updateGeometry()

    def fold(self, *, is_folded: bool) -> None:
        """Show which keys there are, or where there is no room for them whether it is saved."""
        if self._standing.isHidden() != is_folded:
            return
        self._hint.setVisible(not is_folded)
        self._standing.setVisible(is_folded)

    def say_standing(self, standing: str, role: str) -> None:
        """Say when it was saved and which day it is about."""
        self._standing.say(standing, role)

    def say(self, progress: str) -> None:
        """Say how much is answered."""
        self._progress.say(progress)
