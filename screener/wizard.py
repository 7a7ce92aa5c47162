"""Where we are in a form, what is answered, what stands in the way. Pure: the window only draws it.

A cell of the form is in one of these conditions:

    answer    refusal            shown as
    -         -                  open
    given     -                  answered
    -         a reason           what was typed, and why it is not taken; counts as no answer
    -         with `confirm`     what was typed, and "is that right?"; counts as no answer until confirmed
"""

from __future__ import annotations

from dataclasses import field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from screener.assess.answers import Answers, Chosen, PartialDate, Signer
from screener.entry import Refusal, Typed, judged
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from screener.assess.answers import Answer, Patient, Summary
    from screener.assess.assessment import Assessment
    from screener.form.model import Block, Form, Section
    from screener.table_rows import TableRows

    AssessFunction = Callable[[Form, Answers, Assessment | None], Assessment]

NOBODY = Signer()
_NO_PARTS: Mapping[str, Refusal] = MappingProxyType({})
_ALL_ASKED = frozenset[str]()
PATIENT, REVIEW = "*patient", "*review"  # pages beside the form's sections; ids of sections have no star
BORN = "patient.born"  # a refusal may stand there too


@dataclass(frozen=True, slots=True)
class CellState:
    """All that a view needs to draw one cell."""

    answer: Answer | None
    refusal: Refusal | None
    is_on_screen: bool = True
    parts: Mapping[str, Refusal] = field(default_factory=lambda: _NO_PARTS)  # of a table, by "row.column"
    not_asked: frozenset[str] = _ALL_ASKED  # ... the parts that are not asked in their row
    note: str = ""
    contradiction: str = ""  # what is said where the answer breaks a rule with others


@dataclass(frozen=True, slots=True)
class Step:
    """What an undo puts back, and the page it happened on."""

    page: str
    cells: Mapping[str, tuple[Answer | None, Refusal | None]]
    about: Answers  # patient, summary and notes then


@dataclass(frozen=True, repr=False)
class Wizard:
    """One screening in progress. Every method returns a new one; `assessment` is computed when first read."""

    form: Form
    answers: Answers
    assess: AssessFunction = field(compare=False)
    page: str = PATIENT
    refusals: Mapping[str, Refusal] = field(default_factory=lambda: MappingProxyType({}))
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    before: Assessment | None = field(default=None, compare=False)

    @cached_property
    def assessment(self) -> Assessment:
        """What the answers mean now."""
        if self.before is not None and self.before.answers is self.answers:
            return self.before
        return self.assess(self.form, self.answers, self.before)

    # --- pages --------------------------------------------------------------------------------------------------

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The ids of all pages, in order."""
        return (PATIENT, *self.form.titles, REVIEW)

    @property
    def section(self) -> Section | None:
        """The form's section of the current page; None on the patient page and the review."""
        return next((section for section in self.form.sections if section.id == self.page), None)

    @property
    def next_page(self) -> str | None:
        """The page after this one, if any."""
        return self._neighbour(1)

    @property
    def previous_page(self) -> str | None:
        """The page before this one, if any."""
        return self._neighbour(-1)

    def go(self, page: str) -> Wizard:
        """Show a page; KeyError when there is none of that id."""
        if page not in self.pages:
            raise KeyError(page)
        return self if page == self.page else self._replaced(page=page)

    def _neighbour(self, step: int) -> str | None:
        index = self.pages.index(self.page) + step
        return self.pages[index] if 0 <= index < len(self.pages) else None

    # --- answers ------------------------------------------------------------------------------------------------

    def state_of(self, cell: str) -> CellState:
        """Return what a view draws for a cell."""
        answers, refusals, assessment = self.answers, self.refusals, self.assessment
        parts, not_asked = _NO_PARTS, _ALL_ASKED
        if self.form.cells[cell].columns:
            start = f"{cell}."
            parts = MappingProxyType({n.removeprefix(start): r for n, r in refusals.items() if n.startswith(start)})
            names = assessment.parts_not_asked
            not_asked = frozenset(name.removeprefix(start) for name in names if name.startswith(start))
        is_on_screen, note = cell in assessment.on_screen, answers.notes.get(cell, "")
        return CellState(answers.cells.get(cell), refusals.get(cell), is_on_screen, parts, not_asked, note)

    def offered(self, cell: str, answer: Answer | None, typed: Typed | None = None) -> Wizard:
        """Take an answer, or keep what was typed with the reason why it can't be taken."""
        if answer is None:
            return self._changed({cell: (None, None)})
        stored, problem = judged(self.form.cells[cell], self.answers, answer, typed or Typed())
        return self._changed({cell: (stored, problem)})

    def refused(self, cell: str, typed: Typed, reason: str) -> Wizard:
        """Keep a text that is no answer; what was answered before is gone."""
        return self._changed({cell: (None, Refusal(typed, reason))})

    def confirmed(self, cell: str) -> Wizard:
        """Take the unusual value after the second look."""
        waiting = self.refusals.get(cell)
        if waiting is None or waiting.confirm is None:
            return self
        if cell in self.form.cells:
            return self._changed({cell: (waiting.confirm, None)})
        if isinstance(waiting.confirm, PartialDate):
            return self.with_patient(replace(self.answers.patient, born=waiting.confirm))
        table, row, column = cell.split(".")
        return self.part_offered(table, int(row), column, waiting.confirm)

    def with_patient(self, patient: Patient) -> Wizard:
        """Take who the answers are about."""
        return self._changed({BORN: (None, None)} if patient.born else {}, replace(self.answers, patient=patient))

    def with_summary(self, summary: Summary) -> Wizard:
        """Take what the clinician adds to the summary."""
        return self._changed({}, replace(self.answers, summary=summary))

    def finished(self, signer: Signer) -> Wizard:
        """Take who finishes the summary, with the form as it is."""
        signed = replace(signer, form_sha256=self.form.sha256)
        return self.with_summary(replace(self.answers.summary, signer=signed))

    def noted(self, cell: str, text: str) -> Wizard:
        """Keep a note on the answer to a cell; an empty one goes."""
        notes = {name: note for name, note in self.answers.notes.items() if name != cell}
        kept = MappingProxyType(notes | ({cell: text} if text else {}))
        return self._changed({}, replace(self.answers, notes=kept))

    def born_refused(self, refusal: Refusal | None) -> Wizard:
        """Keep what was typed as birth date and isn't taken as it is; None when it was taken back."""
        without = replace(self.answers, patient=replace(self.answers.patient, born=None))
        return self._changed({BORN: (None, refusal)}, without)

    # --- rows of a table ----------------------------------------------------------------------------------------

    def part_offered(
        self, table: str, row: int, column: str, answer: Answer | None, typed: Typed | None = None
    ) -> Wizard:
        """Take the answer to a column of a row (from 0); a row after the last is added, an emptied one goes."""
        return self._changed(self._rows(table).offered(row, column, answer, typed or Typed()))

    def part_refused(self, table: str, row: int, column: str, typed: Typed, reason: str) -> Wizard:
        """Keep a text typed in a row that is no answer."""
        return self._changed(self._rows(table).changed(row, column, None, Refusal(typed, reason)))

    def row_removed(self, table: str, row: int) -> Wizard:
        """Take a row out of a table, what was refused in it included."""
        return self._changed(self._rows(table).without(row))

    def _rows(self, table: str) -> TableRows:
        from screener.table_rows import TableRows  # noqa: PLC0415  # not needed before the first page

        return TableRows(self.form.items[table], self.answers, self.refusals)

    # --- a block at once ----------------------------------------------------------------------------------------

    def open_normals(self, block: Block) -> tuple[str, ...]:
        """Cells of a block that are asked, have nothing yet and know a normal answer."""
        return tuple(
            cell
            for item in block.items
            if item.normal is not None
            for cell in item.cells
            if cell in self.assessment.on_screen and cell not in self.answers.cells and cell not in self.refusals
        )

    def marked_normal(self, block: Block) -> Wizard:
        """Answer the rest of a block as normal, in one step, and say so in each answer."""
        return self._changed({
            cell: (Chosen(self.form.cells[cell].normal or "", by_block=True), None) for cell in self.open_normals(block)
        })  # fmt: skip

    # --- undo ---------------------------------------------------------------------------------------------------

    def undo(self) -> Wizard:
        """Put back what was before the last change, and show its page."""
        if not self.past:
            return self
        step = self.past[-1]
        return self._restored(step, past=self.past[:-1], future=(*self.future, self._step(step)))

    def redo(self) -> Wizard:
        """Do again what was undone."""
        if not self.future:
            return self
        step = self.future[-1]
        return self._restored(step, past=(*self.past, self._step(step)), future=self.future[:-1])

    def _step(self, changed: Step) -> Step:
        return Step(changed.page, {c: self._cell(c) for c in changed.cells}, self.answers)

    def _restored(self, step: Step, past: tuple[Step, ...], future: tuple[Step, ...]) -> Wizard:
        answers, refusals = self._applied(step.cells)
        answers = step.about.with_cells_of(answers)
        return self._replaced(page=step.page, answers=answers, refusals=refusals, past=past, future=future)

    def _cell(self, cell: str) -> tuple[Answer | None, Refusal | None]:
        return self.answers.cells.get(cell), self.refusals.get(cell)

    def _changed(
        self, cells: Mapping[str, tuple[Answer | None, Refusal | None]], about: Answers | None = None
    ) -> Wizard:
        """Apply changes, and what is said `about` the screening, as one step to undo; nothing changed is no step."""
        changes = {cell: change for cell, change in cells.items() if change != self._cell(cell)}
        answers, refusals = self._applied(changes)
        if about is not None and about != self.answers:
            answers = about.with_cells_of(answers)
        answers = self._unsigned(answers)
        if answers is self.answers and refusals is self.refusals:
            return self
        step = Step(self.page, {cell: self._cell(cell) for cell in changes}, self.answers)
        return self._replaced(answers=answers, refusals=refusals, past=(*self.past, step), future=())

    def _unsigned(self, answers: Answers) -> Answers:
        """Take back who finished the summary where something else is changed: it was finished as it was."""
        signer = answers.summary.signer
        if answers is self.answers or signer == NOBODY or signer != self.answers.summary.signer:
            return answers
        return replace(answers, summary=replace(answers.summary, signer=NOBODY))

    def _applied(
        self, cells: Mapping[str, tuple[Answer | None, Refusal | None]]
    ) -> tuple[Answers, Mapping[str, Refusal]]:
        answers = self.answers.with_cells({cell: answer for cell, (answer, _) in cells.items()})
        refusals = dict(self.refusals)
        for cell, (_, problem) in cells.items():
            if problem is None:
                refusals.pop(cell, None)
            else:
                refusals[cell] = problem
        return answers, self.refusals if refusals == self.refusals else MappingProxyType(refusals)

    def _replaced(self, **changes: object) -> Wizard:
        """Return a copy that computes its assessment from the newest one known here."""
        before = self.__dict__.get("assessment", self.before)
        return replace(self, before=before, **changes)  # type: ignore[arg-type]  # as its callers name them
