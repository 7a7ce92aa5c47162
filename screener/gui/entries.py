"""The lines of the panel "So far": words with a small button beside them, a red flag, a score with its bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from screener.assess.assessment import CutOffState, ScoreState
from screener.assess.figures import number_text, total_words
from screener.frozen import dataclass
from screener.gui.column import Column
from screener.gui.labels import RING, LinkButton, Words, ground
from screener.gui.lazy_qt import Qt
from screener.gui.score_bar import ScoreBar
from screener.gui.strokes import mirrored
from screener.gui.theme import BODY, SMALL, sized, theme_of
from screener.language import isolated, tr
from screener.report.naming import missing_text
from screener.report.wording import TIER_OPEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from screener.assess.assessment import FlagResult, ScoreResult
    from screener.form.model import Form
    from screener.form.rules import Flag, Score

GAP = 5  # between lines
ALARM = "alarm"  # the role of what is to be acted on


def heading(text: str) -> Words:
    """Return a heading of the panel."""
    return Words(text.upper(), SMALL, bold=True, role="muted")


def beside(words: Words, link: LinkButton) -> QWidget:
    """Return words and a small button, their first lines on one level."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    edges = words.contentsMargins()
    edges.setTop(RING + link.fontMetrics().ascent() - words.fontMetrics().ascent())
    words.setContentsMargins(edges)
    row.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
    return line


@dataclass(frozen=True, slots=True)
class Said:
    """What a line says: the key of what it is about, its words, more in small letters, the colour of its words.

    `open` says what of it waits for answers, `at` names the first of those.
    """

    key: str
    text: str
    more: str = ""
    role: str = "text"
    open: str = ""
    at: str = ""


def alarm(form: Form, flag: Flag, result: FlagResult, more: str) -> Said:
    """Return what is said of a raised red flag: how urgent it is, and while that is open which answers decide it."""
    urgency = next(tier.text for tier in form.tiers if tier.id == result.tier)
    text = tr("{flag} · {urgency}", flag=flag.title, urgency=urgency)
    if not result.missing:
        return Said(flag.id, text, more, ALARM)
    waits = TIER_OPEN.format(items=missing_text(form, result.missing))
    return Said(flag.id, text, more, ALARM, waits, result.missing[0].item)


class Entry(QWidget):
    """A line of words with a small button beside it."""

    def __init__(self, link: str, act: Callable[[str], object]) -> None:
        super().__init__()
        self._said = Said("", "")
        self.words = Words()
        self.more = Words("", SMALL, role="muted")
        self.more.hide()
        self.link = LinkButton(link, lambda: act(self._said.key))
        self.lines = QVBoxLayout()
        self.lines.setSpacing(0)
        self.lines.setContentsMargins(0, RING, 0, RING)  # as the link has: their first lines stand on one level
        self.lines.addWidget(self.words)
        self.lines.addWidget(self.more)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        self.row.addLayout(self.lines, 1)
        self.row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, said: Said) -> None:
        """Show words for a result."""
        if said is not self._said and said != self._said:
            self._said = said
            self._draw(said)

    def _draw(self, said: Said) -> None:
        self.words.say(said.text, said.role)
        self.more.say(said.more)
        show(self.more, is_shown=bool(said.more))
        name = f"{self.link.text()}: {said.text}"
        if self.link.accessibleName() != name:
            self.link.setAccessibleName(name)


class FlagCard(Entry):
    """A raised red flag, marked by a bar and by words; while its urgency is open, with a way to what decides it."""

    def __init__(self, act: Callable[[str], object], go: Callable[[str], object]) -> None:
        super().__init__(tr("Why"), act)
        self.row.setContentsMargins(14, 5, 14, 5)
        sized(self.words, BODY, bold=True)
        self.waits = Words("", SMALL)
        self.go = LinkButton(tr("Go"), lambda: go(self._said.at))
        self.lines.addWidget(self.waits)
        links = QVBoxLayout()
        self.row.removeWidget(self.link)
        links.addWidget(self.link)
        links.addStretch(1)
        links.addWidget(self.go)
        self.row.addLayout(links)
        for part in (self.waits, self.go):
            part.hide()

    def _draw(self, said: Said) -> None:
        """Show also what of the result is open."""
        super()._draw(said)
        if said.open != self.waits.text():
            self.waits.say(said.open)
            self.go.setAccessibleName(f"{self.go.text()}: {said.open}")
            for part in (self.waits, self.go):
                show(part, is_shown=bool(said.open))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the bar."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.alarm_ground))
        painter.fillRect(mirrored(QRect(0, 0, 4, self.height()), self.rect()), QColor(theme.alarm))


class ScoreEntry(Column):
    """A score: its number or range, its bar, and what is certain of it."""

    def __init__(self, score: Score, act: Callable[[str], object]) -> None:
        super().__init__(gap=1)
        self.setContentsMargins(0, 0, 0, 4)
        self._score = score
        self._drawn: ScoreResult | None = None
        self._line = Entry(tr("Why"), act)
        self._bar = ScoreBar()
        self._said = Words("", SMALL, role="muted")
        for part in (self._line, self._bar, self._said):
            self.add(part)

    def show_result(self, result: ScoreResult) -> bool:
        """Draw a result; return whether the score applies."""
        applies = result.state is not ScoreState.NA
        if result is not self._drawn and result != self._drawn and applies:
            name = self._score.short or self._score.title
            self._line.say(Said(self._score.id, tr("{name}: {result}", name=name, result=total_words(result))))
            self._bar.show_result(self._score, result)
            text = _score_said(self._score, result)
            self._said.say(text)
            self.show_only((self._line, self._bar, self._said) if text else (self._line, self._bar))
        self._drawn = result
        return applies


def _score_said(score: Score, result: ScoreResult) -> str:
    certain = [band.text for band in score.bands if band.id == result.band]
    undecided = []
    for cutoff, state in zip(score.cutoffs, result.cutoffs, strict=True):
        mark = number_text(cutoff.start)
        if state.state is CutOffState.UNDECIDED:
            undecided.append(tr("≥{mark} not decided", mark=mark))
        else:
            is_met = state.state is CutOffState.MET
            certain.append(tr("≥{mark} reached", mark=mark) if is_met else tr("≥{mark} not reached", mark=mark))
    if result.state is ScoreState.INCOMPLETE and certain:
        certain = [tr("whatever is missing: {certain}", certain=", ".join(map(isolated, certain)))]
    return " · ".join(map(isolated, (*certain, *undecided)))


def show(widget: QWidget, *, is_shown: bool = True) -> None:
    """Show or hide, only when that changes something."""
    if widget.isHidden() == is_shown:
        widget.setVisible(is_shown)


class Section(Column):
    """A heading of the panel and the lines below it; nothing where there is no line."""

    def __init__(self, title: str, *lines: QWidget) -> None:
        super().__init__(GAP)
        self._head = [heading(title)] if title and lines else []
        ground(self)
        for line in (*self._head, *lines):
            self.add(line)

    def show_lines(self, lines: Sequence[QWidget]) -> None:
        """Show these lines and no others."""
        self.show_only([*self._head, *lines] if lines else [])


class Pool(Column):
    """As many lines as there are to say; those made once are used again."""

    def __init__(self, make: Callable[[], Entry], spare: int = 0) -> None:
        super().__init__(GAP)
        self._make, self._spare = make, spare
        self._entries: list[Entry] = []
        self.is_empty = True

    def say(self, wanted: Sequence[Said]) -> None:
        """Show these lines and no others."""
        self._have(len(wanted))
        for entry, said in zip(self._entries, wanted, strict=False):
            entry.say(said)
        self.show_only(self._entries[: len(wanted)])
        self.is_empty = not wanted

    def prepare(self) -> None:
        """Have lines ready for what the next answer may bring."""
        self._have(sum(not entry.isHidden() for entry in self._entries) + self._spare)
        super().prepare()

    def _have(self, count: int) -> None:
        """Make lines until there are this many."""
        while len(self._entries) < count:
            self._entries.append(self._make())
            self.add(self._entries[-1], is_shown=False)
