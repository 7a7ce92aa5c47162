"""What the lines of a form say becomes the parts of an Assessment; a part of which no line says otherwise stays."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, cast

from screener.assess.assessment import TrialResult
from screener.assess.intervals import FALSE_ONLY, TRUE_ONLY
from screener.assess.results import overall

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from screener.assess.assessment import CriterionResult, Missing
    from screener.assess.lines import Lines
    from screener.form.model import Form
    from screener.form.rules import Note

    Said = Sequence[object]  # by line


class Parts:
    """Makes the parts of one form's Assessments."""

    def __init__(self, form: Form, lines: Lines) -> None:
        self.form, self.lines = form, lines
        self._make: dict[str, Callable[[Said], object]] = {
            "values": lambda said: _each(said, lines.values),
            "scores": lambda said: _each(said, lines.scores),
            "findings": lambda said: tuple(chain(*cast("Iterable[tuple[object]]", _each(said, lines.findings)))),
            "flags": lambda said: _each(said, lines.flags),
            "trials": lambda said: tuple(self._trial(place, said) for place in range(len(form.trials))),
            "notes": lambda said: _holding(form.notes, lines.notes, said),
            "violated": self._violated,
            "parts_not_asked": self._not_asked,
        }
        numbers = {
            "values": lines.values, "scores": lines.scores, "findings": lines.findings, "flags": lines.flags,
            "trials": [*lines.applies, *chain(*lines.criteria, *lines.trial_notes)],
            "notes": lines.notes, "violated": lines.musts, "parts_not_asked": lines.columns,
        }  # fmt: skip
        self._part_of = {line: part for part, found in numbers.items() for line in found}

    def made(self, said: Said, again: Iterable[int]) -> dict[str, object]:
        """Return, by their names, the parts that the lines of `again` belong to."""
        return {
            part: self._make[part](said) for part in {self._part_of[line] for line in again if line in self._part_of}
        }

    def _trial(self, place: int, said: Said) -> TrialResult:
        trial = self.form.trials[place]
        criteria = cast("tuple[CriterionResult, ...]", _each(said, self.lines.criteria[place]))
        applies, missing = cast("tuple[int, tuple[Missing, ...]]", said[self.lines.applies[place]])
        state = overall(zip(trial.criteria, criteria, strict=True), applies)
        notes = _holding(trial.notes, self.lines.trial_notes[place], said) if applies == TRUE_ONLY else ()
        return TrialResult(trial.id, state, criteria, notes, missing)

    def _violated(self, said: Said) -> tuple[str, ...]:
        musts = zip(self.form.musts, self.lines.musts, strict=True)
        return tuple(must.id for must, line in musts if said[line] == FALSE_ONLY)

    def _not_asked(self, said: Said) -> frozenset[str]:
        return frozenset().union(*cast("Iterable[frozenset[str]]", _each(said, self.lines.columns)))


def _each(said: Said, lines: Iterable[int]) -> tuple[object, ...]:
    return tuple(map(said.__getitem__, lines))


def _holding(notes: Sequence[Note], lines: Sequence[int], said: Said) -> tuple[str, ...]:
    return tuple(note.id for note, line in zip(notes, lines, strict=True) if said[line] == TRUE_ONLY)
