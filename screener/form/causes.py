"""What is reported of a form with problems: the causes, not those of who only misses a name that is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from screener.form.kinds import BELOW, KINDS
from screener.form.problem import closest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from screener.form.declare import Definitions
    from screener.form.problem import Problem
    from screener.form.scope import Lost, Scope

SEVERAL = 2  # who miss one name: less likely a slip than a name that was changed
NO_FILE = "F302"  # has a page that form.yaml names
OF_PAGES = (NO_FILE, "F303")
OF_THINGS = ("F306", "F404")  # problems of who misses a question, value, score or finding


def only_causes(problems: Iterable[Problem], definitions: Definitions, lost: Lost, scope: Scope) -> list[Problem]:
    """Return the problems without those of who misses a name that is lost."""
    for kind, mappings in definitions.items():  # nobody reads what is of no known kind, or under a key that is none
        known = KINDS[kind].known if kind else frozenset()
        if not kind:
            lost.is_any |= any(BELOW.issuperset(mapping.fields) for mapping in mappings)  # they have no id
        for key, node in chain.from_iterable(mapping.entries for mapping in mappings):
            if key.text not in known:
                lost.take(node)
    found = set(problems)
    missed = Counter(problem.missing for problem in found if problem.missing and problem.code in OF_THINGS)
    names = lost.names - {""}
    pages = {problem.code: problem.missing for problem in found if problem.code in OF_PAGES}
    if pages.keys() == {NO_FILE} and pages[NO_FILE] not in names:  # its questions are gone with it
        names |= missed.keys()
    elif lost.is_any:  # a name is misspelt only where it is near to one that is known, and missed but once
        names |= {name for name, times in missed.items() if times >= SEVERAL or not closest(name, scope.names)}
    return [_of_renamed(problem, missed[problem.missing]) for problem in found if problem.missing not in names]


def _of_renamed(problem: Problem, times: int) -> Problem:
    """Return the problem; where several miss the name, with the other remedy that there may be."""
    if times < SEVERAL:
        return problem
    hint = f"{problem.hint}; if '{problem.missing}' was renamed, write its new name in each of these {times} places"
    return replace(problem, hint=hint)
