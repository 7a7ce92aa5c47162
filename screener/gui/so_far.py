"""What the answers mean so far: red flags first, then scores, findings, trial points, and what would settle most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from screener.assess.answers import SIDE_WORDS
from screener.assess.assessment import FindingState, FlagState
from screener.form.rules import Per
from screener.gaps import settling_most
from screener.gui.column import Column
from screener.gui.entries import Entry, FlagCard, Pool, Said, ScoreEntry, Section, alarm, beside
from screener.gui.labels import LinkButton, Words, ground
from screener.gui.scroll import Links
from screener.gui.theme import SMALL
from screener.gui.trial_section import TrialSection
from screener.language import tr
from screener.report.naming import finding_words, first_of, past_text, row_name, value_text
from screener.report.notes import limits, notes_at
from screener.report.overall import to_address
from screener.report.wording import OUT_OF_DATE_LEAD

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from screener.assess.assessment import Assessment, FindingResult, FlagResult
    from screener.form.model import Form
    from screener.form.rules import Finding
    from screener.gaps import Gap
    from screener.wizard import Wizard

MOST_NEEDED, MOST_OUTCOMES = 5, 2


class SoFar(Links):
    """The panel beside the pages."""

    why_asked = Signal(str)
    jump_asked = Signal(str)
    points_asked = Signal(str)  # of a trial
    flags_asked = Signal()
    what_if_asked = Signal()

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.setAccessibleName(tr("So far"))
        self._raised: set[tuple[str, str]] = set()  # red flags, each with its tier
        self.open_flags = 0  # how many are not established
        self._form = form
        self._past_on: date | None = None
        self._drawn: dict[str, object] = {}  # what each part was drawn of
        self._limits: dict[str, tuple[str, ...]] = {}  # of results, by their ids
        self._found: dict[str, FindingResult] = {}  # by cell: what a finding was drawn of, under these limits
        self._first = ""  # what comes before any talk of trials
        self._past = Words("", SMALL, role="alarm")
        self._alarms: dict[str, tuple[FlagResult, Said]] = {}  # by flag: what its card was drawn of, and says
        self._flags = Pool(lambda: FlagCard(self.why_asked.emit, self.jump_asked.emit), spare=2)
        self._flags_said = Words("", SMALL, role="muted")
        self._to_do = Words("", SMALL)
        self._tiers = [tier.id for tier in form.tiers]
        self._flag_by_id = {flag.id: flag for flag in form.flags}
        self._scores = {score.id: ScoreEntry(score, self.why_asked.emit) for score in form.scores}
        self._findings = {
            cell: self._entry() for f in form.findings if not f.is_hidden and f.per is not Per.ROW for cell in f.cells
        }
        self._by_id = {finding.id: finding for finding in form.findings}
        self._tables = [finding.table for finding in form.findings if finding.per is Per.ROW]
        self._of_rows = Pool(self._entry)
        self._values = {value.id: self._entry() for value in form.values}
        self._trials = TrialSection(form, self.points_asked.emit, self.why_asked.emit)
        self._needed = Pool(lambda: Entry(tr("Go"), self.jump_asked.emit), spare=MOST_NEEDED)
        self._column = Column(gap=11)
        self._column.setContentsMargins(14, 12, 10, 12)
        ground(self._column)
        self._of_past = self._section("", self._past)
        self._of_past.show_lines([])
        self._section(tr("Act on first"), self._flags, self._flags_line())
        self._of_to_do = self._section(tr("To do"), self._to_do)
        self._of_scores = self._section(tr("Scores so far"), *self._scores.values())
        self._of_findings = self._section(tr("Findings"), *self._findings.values(), self._of_rows)
        self._section(tr("Calculated"), *self._values.values())
        self._column.add(self._trials)
        self._of_needed = self._section(tr("Settles most"), self._needed)
        self._section("", LinkButton(tr("What if: try answers (F9)"), self.what_if_asked.emit))
        self.setWidget(self._column)

    def _section(self, title: str, *lines: QWidget) -> Section:
        section = Section(title, *lines)
        self._column.add(section)
        return section

    def _entry(self) -> Entry:
        return Entry(tr("Why"), self.why_asked.emit)

    def _flags_line(self) -> QWidget:
        return beside(self._flags_said, LinkButton(tr("All"), self.flags_asked.emit, tr("All red flags")))

    def show_wizard(self, wizard: Wizard) -> None:
        """Draw what the answers mean."""
        assessment = wizard.assessment
        self._show_past(wizard.answers.assessed_on)
        if self._is_new("*flags", assessment.flags):
            self._show_flags(assessment.flags)
        self._show_to_do((*notes_at(assessment, "first"), *notes_at(assessment, "actions")))
        if self._is_new("*scores", assessment.scores):
            scores = [(self._scores[result.id], result) for result in assessment.scores]
            self._of_scores.show_lines([entry for entry, result in scores if entry.show_result(result)])
        if self._is_new("*notes", assessment.notes):
            self._limits = limits(assessment)
            self._found = {}
        rows = [wizard.answers.cells.get(table) for table in self._tables]
        if self._is_new("*findings", (assessment.findings, rows, self._limits)):
            self._show_findings(assessment)
        if self._is_new("*values", (assessment.values, self._limits)):
            self._show_values(assessment)
        self._show_trials(assessment)
        if self._is_new("*needed", gaps := settling_most(wizard, MOST_NEEDED, first_of)):
            self._show_needed(gaps)

    def _is_new(self, part: str, result: object) -> bool:
        """Return whether a part was drawn of something else before, and remember what it is drawn of now."""
        drawn = self._drawn.get(part)
        if drawn is result or (drawn == result and part in self._drawn):  # what stays is mostly the same object
            return False
        self._drawn[part] = result
        return True

    def prepare(self) -> None:
        """Make ready for what the next answer may bring."""
        for pool in (self._flags, self._trials.points, self._needed):
            pool.prepare()

    @property
    def raised(self) -> int:
        """How many red flags are raised."""
        return len(self._raised)

    def _show_past(self, on: date | None) -> None:
        """Say what is past its date on the day of the assessment."""
        if on != self._past_on:
            self._past_on = on
            past = past_text(self._form, on)
            self._past.say(f"{OUT_OF_DATE_LEAD} {past}." if past else "")
            self._of_past.show_lines([self._past] if past else [])

    def _show_flags(self, results: tuple[FlagResult, ...]) -> None:
        is_raised, is_open = FlagState.RAISED, FlagState.NOT_ESTABLISHED
        raised, unknown = [], []
        for flag, result in zip(self._form.flags, results, strict=True):
            if result.state is is_open:
                unknown.append(flag.title)
            elif result.state is is_raised:
                raised.append(result)
        before, self._raised = self._raised, {(flag.id, flag.tier) for flag in raised}
        if self._raised - before and not self._has_keyboard():
            self.verticalScrollBar().setValue(0)  # a flag just raised is not to stand out of sight
        raised.sort(key=lambda flag: self._tiers.index(flag.tier))
        self._flags.say([self._alarm(result) for result in raised])
        self.open_flags = len(unknown)
        self._flags_said.say(self._flags_words(len(results), unknown))

    def _alarm(self, result: FlagResult) -> Said:
        """Return what is said of a raised flag; worked out once of the same result."""
        drawn = self._alarms.get(result.id)
        if drawn is None or drawn[0] is not result:
            flag = self._flag_by_id[result.id]
            drawn = self._alarms[result.id] = result, alarm(self._form, flag, result, flag.action)
        return drawn[1]

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _show_to_do(self, sentences: tuple[str, ...]) -> None:
        self._to_do.say("\n".join(sentences))
        self._of_to_do.show_lines([self._to_do] if sentences else [])

    def _flags_words(self, count: int, unknown: list[str]) -> str:
        said = [] if self.raised else [tr("No red flag recorded.")]
        if unknown:
            open_, named = len(unknown), first_of(unknown)
            said.append(tr("Not established ({count} of {all}): {named}.", count=open_, all=count, named=named))
        elif self.raised < count:
            clear = count - self.raised
            said.append(tr("The other {count} are clear.", count=clear) if self.raised else
                        tr("All {count} were asked and are clear.", count=clear))  # fmt: skip
        return " ".join(said)

    def _show_findings(self, assessment: Assessment) -> None:
        shown: list[QWidget] = []
        of_rows, does_not_apply, found = [], FindingState.NA, self._found
        for result in assessment.findings:
            cell = f"{result.id}.{result.side}" if result.side else result.id
            if (entry := self._findings.get(cell)) is not None:
                if result.state is not does_not_apply:
                    shown.append(entry)
                    if found.get(cell) is not result:
                        found[cell] = result
                        about, limited = SIDE_WORDS.get(result.side, result.side), self._limits.get(result.id, ())
                        entry.say(_finding_said(cell, self._by_id[result.id], result, about, limited))
            elif not (finding := self._by_id[result.id]).is_hidden:
                of_rows.append(_finding_said(cell, finding, result, row_name(assessment, finding.table, result.side)))
        self._of_rows.say(of_rows)
        self._of_findings.show_lines([*shown, self._of_rows] if of_rows else shown)

    def _show_values(self, assessment: Assessment) -> None:
        for value, figure in zip(self._form.values, assessment.values, strict=True):
            limited = self._limits.get(value.id, ()) if figure.value is not None else ()
            if self._is_new(value.id, (figure, limited)):
                role = "text" if figure.value is not None else "muted"
                said = tr("{name}: {result}", name=value.title, result=value_text(self._form, value, figure))
                self._values[value.id].say(Said(value.id, said, " ".join(limited), role))

    def _show_trials(self, assessment: Assessment) -> None:
        if self._is_new("*first", (assessment.flags, assessment.trials)):
            self._first = to_address(assessment)
        if self._is_new("*trials", (assessment.trials, self._first)):
            self._trials.show_trials(assessment, self._first)

    def _show_needed(self, gaps: tuple[Gap, ...]) -> None:
        self._needed.say([Said(gap.cell, gap.label, gap.detail) for gap in gaps])
        self._of_needed.show_lines([] if self._needed.is_empty else [self._needed])


def _finding_said(
    cell: str, finding: Finding, result: FindingResult, about: str, limited: tuple[str, ...] = ()
) -> Said:
    name = (finding.short or finding.title) + (f", {about}" if about else "")
    if result.state is FindingState.UNDECIDED and len(result.possible) > MOST_OUTCOMES:
        words = tr("not decided, {count} outcomes possible", count=len(result.possible))
    else:
        words = finding_words(finding, result)
    return Said(
        cell,
        tr("{name}: {result}", name=name, result=words),
        " ".join(limited),
        "text" if result.state is FindingState.DECIDED else "muted",
    )
