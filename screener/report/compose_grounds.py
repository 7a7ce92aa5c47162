"""What a criterion rests on: the answers and results that its rule reads, as they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.answers import NoValue, Whole
from screener.assess.assessment import Asked
from screener.assess.figures import unanswered
from screener.form.expression import walk
from screener.form.rules import State
from screener.report.answer_text import answer_text, small
from screener.report.compose_scores import is_of_results, silences
from screener.report.naming import results_text
from screener.report.notes import notes_about, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screener.assess.assessment import Assessment, CriterionResult
    from screener.form.expression import Node
    from screener.form.rules import Case, Criterion, Trial


class Grounds:
    """What is recorded on which the criteria of one assessment rest."""

    def __init__(self, assessment: Assessment) -> None:
        form = assessment.form
        self._assessment = assessment
        self._findings = {finding.id: finding for finding in form.findings}
        self._results = {*self._findings, *(each.id for these in (form.values, form.scores) for each in these)}
        self._left_out = {id_ for id_, words in silences(assessment).items() if words}
        self._left_out |= {value.id for value in assessment.values if value.is_none or unanswered(value)}

    def of(self, trial: Trial, criterion: Criterion, result: CriterionResult) -> str:
        """Return the answers and results with a name each, those that say the same in words together.

        A state that a case gives by itself rests on that case; one that is left over, or open, on all of them. That
        the trial is asked about goes without saying.
        """
        cases = criterion.cases[1:] if trial.applies_if is not None else criterion.cases
        by_itself = [case for case in cases if case.outcome == result.state and case.when is not None]
        if not by_itself or len(result.possible) > 1:
            by_itself = [case for case in cases if case.outcome != State.NA]
        words_by_label: dict[str, list[str]] = {}
        for name in dict.fromkeys(self._names(_roots(by_itself))):
            if self._is_recorded(name):
                label, words = self._said(name)
                words_by_label.setdefault(label, []).append(words)
        labels: dict[tuple[str, str], list[str]] = {}
        for label, said in words_by_label.items():
            is_number = said[0][:1].isdigit()
            labels.setdefault((", ".join(said), label if is_number else ""), []).append(label)
        return "; ".join(f"{', '.join(named)}: {words}" for (words, _), named in labels.items())

    def _names(self, roots: Iterable[Node]) -> Iterator[str]:
        """Yield the items and results that expressions read, without sides; what a step hides is read through it.

        A finding that judges a figure comes after it.
        """
        for root in roots:
            for node in walk(root):
                name = getattr(node, "cell", "") or getattr(node, "id", "") or getattr(node, "table", "")
                base, _, side = name.partition(".")
                finding = self._findings.get(base)
                if finding is not None and (finding.is_hidden or is_of_results(self._assessment.form, finding)):
                    yield from self._names(_roots(finding.cases, side))
                yield base

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
        form = self._assessment.form
        item, answer = form.items.get(name), self._assessment.answers.cells.get(name)
        words = words_of(self._assessment, name)
        if item is not None and isinstance(answer, Whole):
            words = answer_text(item, answer)
        limits = "; ".join(small(note.rstrip(".")) for note in notes_about(self._assessment, name))
        label = item.label if item is not None else results_text(form, [name])
        return label, f"{words} ({limits})" if limits else words


def _roots(cases: Iterable[Case], side: str = "") -> Iterator[Node]:
    return (case.when.on(side) for case in cases if case.when is not None)
