"""Whose screening it is, on every page; where there is little room, the buttons of what is folded beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from screener.assess.answers import Patient
from screener.gui.labels import Words, ground, short_words
from screener.gui.lazy_qt import RIGHT, Qt
from screener.gui.theme import HEADING, SMALL, em
from screener.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from screener.wizard import Wizard

NO_NAME = tr("No name yet")
LONGEST_NAME = 30  # room for it on one line, in ems
EDGES, NARROW_EDGES = (20, 12, 20, 12), (20, 6, 20, 6)


class Banner(QWidget):
    """Name, birth, gender, identifier, in this order, on every page; where there is little room, in two low lines.

    Beside the name stand then the buttons of what is folded; whether it is saved is said in the footer.
    """

    def __init__(self) -> None:
        super().__init__()
        ground(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*EDGES)
        self._row.setSpacing(18)
        self._name = short_words("", HEADING, bold=True)
        self._name.setWordWrap(True)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self._name)
        self._row.addLayout(self._head)
        self._facts: list[tuple[Words, Words]] = []  # made when there are some
        self._standing = Words("", SMALL, role="muted")
        self._standing.setProperty("alignment", RIGHT)
        self._row.addWidget(self._standing, 1)
        self.setMinimumWidth(1)  # its parts are stacked where they don't fit side by side
        self._is_stacked = False
        self._folds: list[QWidget] = []
        self._say_name(NO_NAME)
        self._drawn: object = Patient()

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw who it is; nothing when that did not change."""
        answers = wizard.answers
        if answers.patient == self._drawn:
            return
        from screener.report.identity import banner  # noqa: PLC0415  # not needed before the first paint

        self._drawn = answers.patient
        made = banner(answers.patient, answers.assessed_on, wizard.form.identifier)
        self._say_name(made.name if answers.patient.family or answers.patient.given else NO_NAME)
        if not self._facts:
            self._add_facts(len(made.facts))
        for (label, value), fact in zip(self._facts, made.facts, strict=True):
            label.say(fact.label)
            value.say(fact.text)

    def _add_facts(self, count: int) -> None:
        from screener.gui.flow import Flow  # noqa: PLC0415  # not needed before the first paint

        facts = Flow(edge=0)
        for _ in range(count):
            fact = QWidget()
            line = QHBoxLayout(fact)
            line.setContentsMargins(0, 0, 12, 0)
            line.setSpacing(6)
            label, value = short_words(role="muted"), short_words()
            line.addWidget(label)
            line.addWidget(value)
            facts.add(fact)
            self._facts.append((label, value))
        self._row.insertWidget(1, facts, 0, Qt.AlignmentFlag.AlignVCenter)

    def _say_name(self, name: str) -> None:
        """Show the name on one line; a very long one goes on below."""
        self._name.say(name)
        self.refit()

    def refit(self) -> None:
        """Give the name the room that the buttons beside it leave."""
        wide = self._name.fontMetrics().horizontalAdvance(self._name.text()) + self._name.contentsMargins().left() + 2
        taken = sum(fold.sizeHint().width() + self._head.spacing() for fold in self._folds if not fold.isHidden())
        edges = self._row.contentsMargins()
        room = self.width() - taken - edges.left() - edges.right() if taken else LONGEST_NAME * em(self)
        self._name.setFixedWidth(min(wide, max(room, self._name.longest_word() + 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the new width."""
        super().resizeEvent(event)
        self.refit()

    def add_folds(self, folds: Iterable[QWidget]) -> None:
        """Take the buttons of what may be folded."""
        self._head.addStretch(1)
        for fold in folds:
            self._folds.append(fold)
            self._head.addWidget(fold)

    def stack(self, *, is_stacked: bool) -> None:
        """Put the parts below each other where there is little room."""
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            ways = QHBoxLayout.Direction
            self._row.setDirection(ways.TopToBottom if is_stacked else ways.LeftToRight)
            self._row.setSpacing(2 if is_stacked else 18)
            self._row.setContentsMargins(*(NARROW_EDGES if is_stacked else EDGES))
            self._standing.setVisible(not is_stacked)
        self.refit()

    def say(self, standing: str, role: str) -> None:
        """Say when it was saved and which day it is about."""
        self._standing.say(standing, role)
