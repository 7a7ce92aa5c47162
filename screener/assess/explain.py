"""Why a result is what it is: the answers, the rule in plain words, the source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screener.assess.assessment import Assessment


@dataclass(frozen=True, slots=True)
class Explanation:
    """One result explained. `cells` are those the rule reads, in form order, for links back to the questions."""

    title: str
    outcome: str  # in words: "9 of 10, severe", "raised", "information needed"
    rule: tuple[str, ...]  # lines in plain words
    cells: tuple[str, ...]
    missing: tuple[str, ...]  # those that can still change it
    source: str


def explain(assessment: Assessment, result: str) -> Explanation:
    """Explain a value, score, finding, flag or `trial/criterion` by its id; KeyError when there is none."""
    raise NotImplementedError


def explain_asked(assessment: Assessment, cell: str) -> Explanation:
    """Explain why a question is shown or not."""
    raise NotImplementedError
