"""What a criterion rests on, and what raised a red flag: answers and results that a rule reads, as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.answers import ChosenSeveral, NoValue, Whole
from screener.assess.assessment import Asked, ScoreState
from screener.assess.deciding import Deciding
from screener.assess.figures import unanswered
from screener.assess.reads import reads_of
from screener.form.expression import Has
from screener.form.model import SIDES, ItemType
from screener.form.rules import State
from screener.form.walk import names_read
from screener.report import wording
from screener.report.answer_text import answer_text, option_text, small
from screener.report.compose_scores import is_of_results, silences
from screener.report.naming import grouped_labels, results_text, with_sides
from screener.report.notes import notes_about, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from screener.assess.assessment import Assessment, CriterionResult, FlagResult
    from screener.form.expression import Node
    from screener.form.rules import Case, Criterion, Flag, Trial


class Grounds:
    """What is recorded on which the criteria and the red flags of one assessment rest."""

    def __init__(self, assessment: Assessment) -> None:
        form = assessment.form
        self._assessment = assessment
        self._findings = {finding.id: finding for finding in form.findings}
        self._deciding = Deciding(assessment)
        self._values = {value.id for value in form.values}
        self._results = {*self._findings, *self._values, *(score.id for score in form.scores)}
        self._left_out = {id_ for id_, words in silences(assessment).items() if words}
        self._left_out |= {value.id for value in assessment.values if value.is_none or unanswered(value)}

    def of(self, trial: Trial, criterion: Criterion, result: CriterionResult) -> str:
        """Return the answers and results with a name each, those that say the same in words together.

        A state that a case gives by itself rests on that case; one that is left over, or open, on all of them. That
        the trial is asked about goes without saying.
        """
        names = self._read_by(trial, criterion, result)
        said = _joined(self._said(name) for name in names if self._is_recorded(name))
        return ". ".join(filter(None, [said, *(self._incompletable(names) if len(result.possible) > 1 else ())]))

    def _incompletable(self, names: Sequence[str]) -> Iterator[str]:
        """Yield the scores among these that no answer can complete: what they count is not asked."""
        form = self._assessment.form
        for score in self._assessment.scores:
            waits_for = {each.item for each in score.missing}
            never = [cell for cell in score.not_asked if cell not in waits_for]
            if score.id in names and score.state is ScoreState.INCOMPLETE and never:
                items = grouped_labels(form, never)
                yield wording.INCOMPLETABLE.format(score=results_text(form, [score.id]), items=items)

    def _read_by(self, trial: Trial, criterion: Criterion, result: CriterionResult) -> tuple[str, ...]:
        """Return what the cases read that a state rests on, each once."""
        cases = criterion.cases[1:] if trial.applies_if is not None else criterion.cases
        by_itself = [case for case in cases if case.outcome == result.state and case.when is not None]
        if not by_itself or len(result.possible) > 1:
            by_itself = [case for case in cases if case.outcome != State.NA]
        return tuple(dict.fromkeys(self._names(_roots(by_itself))))

    def of_flag(self, flag: Flag, result: FlagResult) -> str:
        """Return the answers and results that raised a flag, with their sides; "" where its title says it all."""
        words_by_name: dict[str, list[str]] = {}
        for part in self._deciding.parts(flag.cases, result.tier):
            for name in map(_sided, names_read(part)):
                if self._is_recorded(name.partition(".")[0]):
                    words = self._chosen(part) or self._said(name)[1]
                    words_by_name.setdefault(name, []).append(words)
        if [self._is_question_of(flag, name) for name in words_by_name] == [True]:
            return ""
        sides: dict[tuple[str, str], list[str]] = {}
        for name, said in words_by_name.items():
            key = self._said(name)[0], ", ".join(dict.fromkeys(said))
            sides.setdefault(key, []).append(name.rpartition(".")[2])
        by_sides: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        for said_of_label, found in sides.items():
            by_sides.setdefault(tuple(side for side in SIDES if side in found), []).append(said_of_label)
        return "; ".join(_joined(said_there, there) for there, said_there in by_sides.items())

    def _is_question_of(self, flag: Flag, name: str) -> bool:
        item = self._assessment.form.items.get(name)
        return item is not None and item.type is ItemType.YES_NO and item.label == flag.title

    def _chosen(self, part: Node) -> str:
        """Return the one option that a condition asks of several."""
        if not isinstance(part, Has):
            return ""
        answer = self._assessment.answers.cells.get(part.cell)
        is_chosen = isinstance(answer, ChosenSeveral) and part.option in answer.options
        return small(option_text(self._assessment.form.cells[part.cell], part.option)) if is_chosen else ""

    def _names(self, roots: Iterable[Node]) -> Iterator[str]:
        """Yield the items and results that expressions read, without sides; what a step hides is read through it.

        A finding that judges a figure comes after it, and after a calculated figure the results that it comes from.
        """
        for name in names_read(*roots):
            base, _, side = name.partition(".")
            finding = self._findings.get(base)
            if finding is not None and (finding.is_hidden or is_of_results(self._assessment.form, finding)):
                yield from self._names(_roots(finding.cases, side))
            yield base
            if base in self._values:
                reads = reads_of(self._assessment.form)
                cells = self._assessment.form.cells
                yield from (cell for cell in reads.ordered(reads.named(base)) if cells[cell].is_dated)

    def _is_recorded(self, name: str) -> bool:
        """Whether there is a word to say of it."""
        item = self._assessment.form.items.get(name)
        if item is None:
            is_hidden = name in self._findings and self._findings[name].is_hidden
            return name in self._results and name not in self._left_out and not is_hidden
        asked = (cell for cell in item.cells if self._assessment.asked[cell] is not Asked.NO)
        answers = (self._assessment.answers.cells.get(cell) for cell in asked)
        return any(answer is not None and not isinstance(answer, NoValue) for answer in answers)

    def _said(self, name: str) -> tuple[str, str]:
        """Return the label and the words, with what limits a figure: "120 (not valid in pregnancy)"."""
        form, base = self._assessment.form, name.partition(".")[0]
        item, answer = form.items.get(base), self._assessment.answers.cells.get(name)
        words = words_of(self._assessment, name)
        if item is not None and isinstance(answer, Whole):
            words = answer_text(item, answer)
        limits = "; ".join(small(note.rstrip(".")) for note in notes_about(self._assessment, name))
        label = item.label if item is not None else results_text(form, [base])
        return label, f"{words} ({limits})" if limits else words


def _roots(cases: Iterable[Case], side: str = "") -> Iterator[Node]:
    return (case.when.on(side) for case in cases if case.when is not None)


def _sided(name: str) -> str:
    """Return a name with its side; of a column its table."""
    base, _, side = name.partition(".")
    return f"{base}.{side}" if side in SIDES else base


def _joined(said: Iterable[tuple[str, str]], sides: tuple[str, ...] = ()) -> str:
    """Return labels with their words in one sentence, labels of the same words together; all of them of these sides."""
    words_by_label: dict[str, list[str]] = {}
    for label, words in said:
        words_by_label.setdefault(label, []).append(words)
    labels: dict[tuple[str, str], list[str]] = {}
    for label, found in words_by_label.items():
        is_number = found[0][:1].isdigit()
        labels.setdefault((", ".join(found), label if is_number else ""), []).append(label)
    return "; ".join(f"{with_sides(', '.join(named), sides)}: {words}" for (words, _), named in labels.items())
