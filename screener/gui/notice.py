"""What stands below the banner of a screening that was opened: begun long ago, or finished with another form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from screener.gui.entries import show
from screener.gui.labels import Words, ground
from screener.gui.spoken_words import announce
from screener.language import tr
from screener.report.identity import signature_text

if TYPE_CHECKING:
    from screener.gui.session import Session

A_WEEK = 7  # days after which what was found may no longer hold (clinical source 5, H02)


def age_text(session: Session) -> str:
    """Return how long ago a screening was begun that nobody finished; "" within the week. It changes no result."""
    wizard = session.recorded
    if session.age <= A_WEEK or wizard.answers.summary.is_finished_with(wizard.form):
        return ""
    return tr("Begun {days} days ago: check that the findings still hold.", days=session.age)


class Notice(QWidget):
    """Stays while it is so; nothing is there where there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        ground(self)
        self.words = Words("", role="pending")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 10)
        column.addWidget(self.words)
        self.hide()

    def show_session(self, session: Session) -> None:
        """Say it, to a screen reader once."""
        wizard = session.recorded
        said = " ".join(filter(None, [signature_text(wizard.answers, wizard.form), age_text(session)]))
        if said and said != self.words.text():
            announce(self, said)
        self.words.say(said)
        show(self, is_shown=bool(said))
