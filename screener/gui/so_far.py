"""What the answers mean so far: red flags first, then scores, findings, trial points, and what would settle most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from screener.assess.answers import SIDE_WORDS
from screener.assess.assessment import FindingState, FlagState, Overall
from screener.form.model import Per, State
from screener.gui.entries import Entry, FlagCard, ScoreEntry, heading, show
from screener.gui.labels import LinkButton, Words
from screener.gui.lazy_qt import Qt
from screener.gui.scroll import Scroll
from screener.gui.theme import SMALL
from screener.language import tr
from screener.progress import label_of, settling_most
from screener.report.naming import assessed_on, finding_words, past_text, value_text
from screener.report.wording import OUT_OF_DATE_LEAD, SHORT_STATES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from screener.assess.assessment import Assessment, FindingResult, FlagResult, TrialResult
    from screener.form.model import Finding, Form
    from screener.wizard import Wizard

MOST_NEEDED, MOST_NAMED, MOST_OUTCOMES = 5, 3, 2
TRIAL_WORDS = {
    Overall.BARRIER_RECORDED: tr("A point recorded is commonly a reason not to enter trials of this kind."),
    Overall.INFORMATION_NEEDED: tr("Information needed."),
    Overall.POINTS_TO_DISCUSS: tr("No commonly used exclusion is recorded; there are points to discuss."),
    Overall.NO_BARRIER_RECORDED: tr("No commonly used exclusion is recorded on the information given."),
    Overall.NA: tr("No trial enquiry was made."),
}
POINTS_NAMED = (State.BARRIER, State.DISCUSS)


class SoFar(Scroll):
    """The panel beside the pages."""

    why_asked = Signal(str)
    jump_asked = Signal(str)
    points_asked = Signal(str)  # of a trial
    flags_asked = Signal()
    what_if_asked = Signal()

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.setAccessibleName(tr("So far"))
        self._form = form
        self._body = QWidget()
        self._body.setAutoFillBackground(True)
        self._body.setBackgroundRole(self.palette().ColorRole.Base)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(14, 12, 10, 12)
        column.setSpacing(5)
        self._past = Words("", SMALL, role="alarm")
        self._past_on: date | None = None
        show(self._past, is_shown=False)
        column.addWidget(self._past)
        column.addWidget(heading(tr("Act on first")))
        self._flags = QVBoxLayout()
        self._cards: list[FlagCard] = []
        self._flags_said = Words("", SMALL, role="muted")
        column.addLayout(self._flags)
        said = QHBoxLayout()
        said.addWidget(self._flags_said, 1)
        said.addWidget(LinkButton(tr("All"), self.flags_asked.emit, tr("All red flags")), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(said)
        self._scores = {score.id: ScoreEntry(score, self.why_asked.emit) for score in form.scores}
        self._add(column, tr("Scores so far"), list(self._scores.values()))
        self._findings = {
            cell: Entry(tr("Why"), self.why_asked.emit)
            for f in form.findings
            if not f.is_hidden and f.per is not Per.ROW
            for cell in f.cells
        }
        self._add(column, tr("Findings"), list(self._findings.values()))
        self._drawn: dict[str, FindingResult] = {}
        self._of_rows: list[Entry] = []
        self._rows = QVBoxLayout()
        column.addLayout(self._rows)
        self._values = {value.id: Entry(tr("Why"), self.why_asked.emit) for value in form.values}
        self._add(column, tr("Calculated"), list(self._values.values()))
        self._trials = {trial.id: Entry(tr("Why"), self.points_asked.emit) for trial in form.trials}
        self._criteria = QVBoxLayout()
        self._points: list[Entry] = []
        self._add(column, tr("Trial enquiry (considerations)"), list(self._trials.values()))
        column.addLayout(self._criteria)
        self._needed_title = heading(tr("Settles most"))
        column.addWidget(self._needed_title)
        self._needed = [Entry(tr("Go"), self.jump_asked.emit) for _ in range(MOST_NEEDED)]
        for entry in self._needed:
            column.addWidget(entry)
        column.addSpacing(6)
        column.addWidget(LinkButton(tr("What if: try answers (F9)"), self.what_if_asked.emit))
        column.addStretch(1)
        self.setWidget(self._body)

    @staticmethod
    def _add(column: QVBoxLayout, title: str, parts: list[QWidget]) -> None:
        if parts:
            column.addSpacing(6)
            column.addWidget(heading(title))
        for part in parts:
            column.addWidget(part)

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw what the answers mean."""
        assessment = wizard.assessment
        self._show_past(assessed_on(wizard.answers))
        self._show_flags(assessment)
        for result in assessment.scores:
            self._scores[result.id].show_result(result)
        self._show_findings(assessment)
        for value, figure in zip(self._form.values, assessment.values, strict=True):
            role = "text" if figure.value is not None else "muted"
            self._values[value.id].say(value.id, f"{value.title}: {value_text(self._form, value, figure)}", role=role)
        self._show_trials(assessment)
        self._show_needed(wizard)

    def _show_past(self, on: date | None) -> None:
        """Say what is past its date on the day of the assessment."""
        if on != self._past_on:
            self._past_on = on
            past = past_text(self._form, on)
            self._past.say(f"{OUT_OF_DATE_LEAD} {past}." if past else "")
            show(self._past, is_shown=bool(past))

    def _show_flags(self, assessment: Assessment) -> None:
        order = [tier.id for tier in self._form.tiers]
        tiers = {tier.id: tier.text for tier in self._form.tiers}
        flags = {flag.id: flag for flag in self._form.flags}
        raised = [flag for flag in assessment.flags if flag.state is FlagState.RAISED]
        raised.sort(key=lambda flag: order.index(flag.tier))
        for entry, result in _pooled(self._cards, self._flags, raised, lambda: FlagCard(self.why_asked.emit)):
            flag = flags[result.id]
            entry.say(flag.id, f"{flag.title} · {tiers[result.tier]}", flag.action, "alarm")
        self._flags_said.say(self._flags_words(assessment.flags, bool(raised)))

    def _flags_words(self, results: tuple[FlagResult, ...], has_raised: bool) -> str:
        titles = {flag.id: flag.title for flag in self._form.flags}
        unknown = [titles[flag.id] for flag in results if flag.state is FlagState.NOT_ESTABLISHED]
        said = [] if has_raised else [tr("No red flag recorded.")]
        if unknown:
            named = _first(unknown)
            said.append(
                tr("Not established ({count} of {all}): {named}.", count=len(unknown), all=len(results), named=named)
            )
        elif results:
            said.append(tr("All {count} are established.", count=len(results)))
        return " ".join(said)

    def _show_findings(self, assessment: Assessment) -> None:
        findings = {finding.id: finding for finding in self._form.findings}
        of_rows = []
        for result in assessment.findings:
            cell = f"{result.id}.{result.side}" if result.side else result.id
            if cell in self._findings:
                self._show_finding(cell, findings[result.id], result)
            elif not findings[result.id].is_hidden:
                of_rows.append((cell, *_finding_said(findings[result.id], result)))
        for entry, (cell, said, role) in _pooled(
            self._of_rows, self._rows, of_rows, lambda: Entry(tr("Why"), self.why_asked.emit)
        ):
            entry.say(cell, said, role=role)

    def _show_finding(self, cell: str, finding: Finding, result: FindingResult) -> None:
        if result == self._drawn.get(cell):
            return
        self._drawn[cell] = result
        if result.state is FindingState.NA:
            show(self._findings[cell], is_shown=False)
        else:
            said, role = _finding_said(finding, result)
            self._findings[cell].say(cell, said, role=role)

    def _show_trials(self, assessment: Assessment) -> None:
        for trial in assessment.trials:
            self._trials[trial.id].say(trial.id, _trial_said(trial))
        found = list(_points(self._form, assessment.trials))
        for entry, (key, title, words) in _pooled(
            self._points, self._criteria, found, lambda: Entry(tr("Why"), self.why_asked.emit)
        ):
            entry.say(key, title, words)

    def _show_needed(self, wizard: Wizard) -> None:
        needed = settling_most(wizard, MOST_NEEDED)
        show(self._needed_title, is_shown=bool(needed))
        for number, entry in enumerate(self._needed):
            if number < len(needed):
                gap = needed[number]
                entry.say(gap.cell, label_of(self._form, gap.cell), _first(gap.detail.split(", ")))
            else:
                show(entry, is_shown=False)


def _pooled(pool: list, into: QVBoxLayout, wanted: list, make: Callable[[], QWidget]) -> Iterator:  # type: ignore[type-arg]
    """Pair each wanted line with a widget, made when there are too few; hide those left over."""
    while len(pool) < len(wanted):
        pool.append(make())
        into.addWidget(pool[-1])
    for left_over in pool[len(wanted) :]:
        show(left_over, is_shown=False)
    return zip(pool, wanted, strict=False)


def _first(names: list[str]) -> str:
    """Name the first, and say how many more there are."""
    named = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return tr("{named} and {count} more", named=named, count=more) if more > 0 else named


def _finding_said(finding: Finding, result: FindingResult) -> tuple[str, str]:
    """Return a finding in words, and the role of their colour."""
    about = _about(finding, result)
    name = (finding.short or finding.title) + (f", {about}" if about else "")
    if result.state is FindingState.UNDECIDED and len(result.possible) > MOST_OUTCOMES:
        words = tr("not decided, {count} outcomes possible", count=len(result.possible))
    else:
        words = finding_words(finding, result)
    return f"{name}: {words}", "text" if result.state is FindingState.DECIDED else "muted"


def _about(finding: Finding, result: FindingResult) -> str:
    if finding.per is Per.ROW:
        return tr("row {number}", number=result.side)
    return SIDE_WORDS.get(result.side, result.side)


def _trial_said(trial: TrialResult) -> str:
    waiting = sum(criterion.state == State.NEED_INFO for criterion in trial.criteria)
    said = TRIAL_WORDS[trial.overall]
    if waiting:
        points = tr("{waiting} of {all} points are open.", waiting=waiting, all=len(trial.criteria))
        return f"{said} {points}"
    return said


def _points(form: Form, trials: tuple[TrialResult, ...]) -> Iterator[tuple[str, str, str]]:
    titles = {(trial.id, c.id): c.title for trial in form.trials for c in trial.criteria}
    for wanted in POINTS_NAMED:
        for trial in trials:
            for criterion in trial.criteria:
                if criterion.state == wanted:
                    yield criterion.id, titles[trial.id, criterion.id], SHORT_STATES[wanted]
