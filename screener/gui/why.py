"""Why a result is what it is, in a window of its own: outcome, rule, answers, source; from there to the questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from screener.assess.assessment import Asked, FlagState, Overall
from screener.assess.explain import explain, explain_asked
from screener.form.rules import State
from screener.gui.entries import ALARM, Entry, FlagCard, Said, alarm, heading
from screener.gui.labels import ActionButton, LinkButton, Words
from screener.gui.lazy_qt import Qt
from screener.gui.scroll import SLIM, Scroll, Scroller
from screener.gui.theme import HEADING, SMALL, give_size
from screener.gui.trial_section import trial_words
from screener.language import tr
from screener.progress import label_of, parted
from screener.report.answer_text import answer_text
from screener.report.notes import asked_answer, limits
from screener.report.overall import to_address
from screener.report.wording import NO_DECISION, SHORT_STATES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from screener.assess.assessment import Assessment
    from screener.assess.explain import Explanation
    from screener.form.model import Section

    Jump = Callable[[str], object]
    Shown = tuple[str, list[Words], list[Said]]  # a heading, remarks below it, lines

FLAG_WORDS = {
    FlagState.RAISED: tr("raised"), FlagState.NOT_ESTABLISHED: tr("not established"), FlagState.CLEAR: tr("clear"),
}  # fmt: skip
FLAG_ORDER = tuple(FLAG_WORDS)
ORDER = (State.BARRIER, State.NEED_INFO, State.DISCUSS, State.OK, State.NA)  # what has to be looked at first


def why(parent: QWidget, assessment: Assessment, result: str, jump: Jump) -> Why:
    """Return the window that explains a result."""
    limited = limits(assessment).get(result.partition(".")[0], ())
    return Why(parent, assessment, explain(assessment, result), jump, limited)


def why_asked(parent: QWidget, assessment: Assessment, cell: str, jump: Jump) -> Why:
    """Return the window that explains why a question is asked."""
    return Why(parent, assessment, explain_asked(assessment, cell), jump)


class Aside(QDialog):
    """A heading, lines below it, and Close; as high as they take, within limits."""

    def __init__(self, parent: QWidget, title: str, head: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._body = QWidget()
        self.column = QVBoxLayout(self._body)
        self.column.setSpacing(4)
        self.column.addWidget(Words(head, HEADING, bold=True))

    def finish(self, most: int) -> None:
        """Put Close below all lines; `most` is the largest height, in ems."""
        close = ActionButton(tr("Close"), self.accept)
        low = QHBoxLayout()
        low.addStretch(1)
        low.addWidget(close)
        whole = QVBoxLayout(self)
        area = Scroll(self._body)
        Scroller(close, area)
        whole.addWidget(area)
        whole.addLayout(low)
        give_size(self, 46, most)
        edges = whole.contentsMargins()
        lines = self.column.totalHeightForWidth(self.width() - edges.left() - edges.right() - SLIM)
        around = edges.top() + whole.spacing() + low.sizeHint().height() + edges.bottom()
        self.resize(self.width(), min(self.height(), lines + around))
        self.column.addStretch(1)
        close.setFocus()


class Why(Aside):
    """One explanation."""

    def __init__(
        self, parent: QWidget, assessment: Assessment, explained: Explanation, jump: Jump, limited: Iterable[str] = ()
    ) -> None:
        super().__init__(parent, tr("Why"), explained.title)
        self._assessment, self._jump = assessment, jump
        self.setAccessibleName(tr("Why: {result}", result=explained.title))
        column = self.column
        column.addWidget(Words(explained.outcome))
        for limit in limited:
            column.addWidget(Words(limit))
        if explained.rule:
            column.addSpacing(6)
            column.addWidget(heading(tr("The rule")))
        for line in explained.rule:
            column.addWidget(Words(line))
        if explained.distances:
            column.addSpacing(6)
            column.addWidget(heading(tr("How far from the limits")))
        for line in explained.distances:
            column.addWidget(Words(line))
        self._add_answers(column, tr("Could still change it"), explained.missing)
        self._add_answers(column, tr("The answers it reads"), explained.cells)
        if explained.source:
            column.addSpacing(6)
            column.addWidget(heading(tr("Source")))
            column.addWidget(Words(explained.source, SMALL, role="muted"))
        self.finish(36)

    def _add_answers(self, column: QVBoxLayout, title: str, cells: tuple[str, ...]) -> None:
        if cells:
            column.addSpacing(6)
            column.addWidget(heading(title))
        for cell in cells:
            label = label_of(self._assessment.form, cell)
            row = QHBoxLayout()
            row.addWidget(LinkButton(label, partial(self._go, cell), tr("Go to {question}", question=label)))
            row.addWidget(Words(self._answer(cell), role="muted"), 1)
            column.addLayout(row)

    def _answer(self, name: str) -> str:
        """Return what is answered to a cell in words."""
        form, on = self._assessment.form, self._assessment.answers.assessed_on
        cell, part = parted(form, name)
        if cell not in form.cells or part:
            return ""
        return answer_text(form.cells[cell], asked_answer(self._assessment, cell), on)

    def _go(self, cell: str) -> None:
        self.accept()
        self._jump(cell)


class Listed(Aside):
    """Results or questions with their states in words, each explained on request; raised red flags are marked."""

    why_asked = Signal(str)
    jump_asked = Signal(str)

    def __init__(self, parent: QWidget, title: str, remarks: Iterable[Words], found: Iterable[Said]) -> None:
        super().__init__(parent, tr("All of them"), title)
        for remark in remarks:
            self.column.addWidget(remark)
        self.column.addSpacing(6)
        for said in found:
            entry = (
                FlagCard(self.why_asked.emit, self.jump_asked.emit) if said.role == ALARM
                else Entry(tr("Why"), self.why_asked.emit)
            )  # fmt: skip
            entry.say(said)
            self.column.addWidget(entry)
        self.finish(42)


def points(assessment: Assessment, trial: str) -> Shown:
    """Return the points of a trial with their states, those to look at first before the others."""
    form = next(each for each in assessment.form.trials if each.id == trial)
    found = next(each for each in assessment.trials if each.id == trial)
    states = {each.id: State(each.state) for each in found.criteria}
    ordered = sorted(form.criteria, key=lambda each: ORDER.index(states[each.id]))
    first = to_address(assessment) if found.overall is not Overall.NA else ""
    remarks = [Words(first, bold=True, role="alarm")] if first else []
    remarks += [Words(trial_words(assessment.form, form, found)), *_small(NO_DECISION)]
    return form.title, remarks, [Said(each.id, each.title, SHORT_STATES[states[each.id]]) for each in ordered]


def flags(assessment: Assessment) -> Shown:
    """Return every red flag with its state: raised, then not established, then clear."""
    results = {flag.id: flag for flag in assessment.flags}
    found = []
    for flag in sorted(assessment.form.flags, key=lambda each: FLAG_ORDER.index(results[each.id].state)):
        result = results[flag.id]
        words = FLAG_WORDS[result.state]
        is_raised = result.state is FlagState.RAISED
        found.append(alarm(assessment.form, flag, result, words) if is_raised else Said(flag.id, flag.title, words))
    return tr("Red flags"), _small(tr("What is not established is never read as no.")), found


def not_asked(assessment: Assessment, section: Section) -> Shown:
    """Return the questions of a section that are not on screen."""
    cells = [cell for item in section.items for cell in item.cells if cell not in assessment.on_screen]
    words = {
        Asked.NO: tr("not asked"),
        Asked.OPEN: tr("asked or not, depending on other answers"),
        Asked.YES: tr("asked"),
    }
    found = [Said(cell, label_of(assessment.form, cell), words[assessment.asked[cell]]) for cell in cells]
    remarks = _small(tr("Other answers decide what is asked."))
    return tr("{section}: not on screen", section=section.title), remarks, found


def _small(remark: str) -> list[Words]:
    return [Words(remark, SMALL, role="muted")]
