"""Limits that a form leaves to the site (`cutoffs: {low: site}`): laboratories differ too much for a number of its own.

Only findings read such a limit. Where the site has set none, the finding doesn't apply and says so, and what was
measured is printed as it is. No red flag or criterion may hang on it: without the limit it would look like "no".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from screener.form import expression as e
from screener.form.problem import Problem
from screener.form.walk import names_read, walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from screener.form.expression import Expression
    from screener.form.model import CutOff, Form, Item, Section
    from screener.form.rules import Finding
    from screener.form.shapes import Problems


class Reader(NamedTuple):
    """A rule that is no finding, and how it is called; `is_vital`: a red flag or criterion."""

    name: str
    expressions: tuple[Expression, ...]
    is_vital: bool = False


def with_limits_of_site(form: Form, left: Mapping[str, bool], problems: Problems) -> Form:
    """Return the form without the limits that nobody set; `left`: each `owner.cutoff` left to the site, and if set."""
    hanging = _hanging(form, left)
    words = {*hanging, *_ends(left)}
    for reader in _readers(form):
        for expression in reader.expressions:
            if _says(expression, words):
                problems.extend(_misread(reader, expression, left, hanging))
    unset = frozenset(name for name, is_set in left.items() if not is_set)
    return form if not unset else replace(
        form,
        sections=tuple(_section(section, unset) for section in form.sections),
        values=tuple(replace(value, cutoffs=_set(value.id, value.cutoffs, unset)) for value in form.values),
        findings=tuple(_finding(finding, unset) for finding in form.findings),
    )  # fmt: skip


def _misread(
    reader: Reader, expression: Expression, left: Mapping[str, bool], hanging: frozenset[str]
) -> Iterator[Problem]:
    for name in sorted(_limits_in([expression], left)):
        hint = f"read it in a finding, and the finding in {reader.name}"
        yield Problem(expression.at, "F315", f"'{name}' is left to the site; only a finding can read it", hint)
    for name in sorted(_names_in([expression], hanging)) if reader.is_vital else ():
        message = f"'{name}' hangs on a limit that is left to the site; without it {reader.name} would say 'no'"
        yield Problem(expression.at, "F315", message, "give the limit a number in the form, or read something else")


def _hanging(form: Form, left: Mapping[str, bool]) -> frozenset[str]:
    """Return the findings that read a limit left to the site, and all results that read one of these."""
    results: dict[str, tuple[Expression, ...]] = {value.id: (value.is_,) for value in form.values}
    results |= {score.id: score.conditions for score in form.scores}
    results |= {finding.id: finding.conditions for finding in form.findings}
    hanging = {finding.id for finding in form.findings if _limits_in(finding.conditions, left)}
    before = -1
    while len(hanging) != before:
        before = len(hanging)
        hanging |= {id_ for id_, expressions in results.items() if _names_in(expressions, hanging)}
    return frozenset(hanging)


def _readers(form: Form) -> Iterator[Reader]:
    for item in form.items.values():
        asked = tuple(each.ask_if for each in (item, *item.columns) if each.ask_if is not None)
        yield Reader(f"the question '{item.id}'", asked)
    for value in form.values:
        yield Reader(f"the value '{value.id}'", (value.is_,))
    for score in form.scores:
        yield Reader(f"the score '{score.id}'", score.conditions)
    for flag in form.flags:
        yield Reader(f"the red flag '{flag.id}'", flag.conditions, is_vital=True)
    for must in form.musts:
        yield Reader(f"the rule '{must.id}'", (must.must,))
    for criterion in (each for trial in form.trials for each in trial.criteria):
        yield Reader(f"the criterion '{criterion.id}'", criterion.conditions, is_vital=True)
    for note in (*form.notes, *(each for trial in form.trials for each in trial.notes)):
        yield Reader(f"the note '{note.id}'", (note.when,))


def _limits_in(expressions: Iterable[Expression], limits: Collection[str]) -> set[str]:
    """Return those of the limits that expressions read."""
    nodes = (node for root in _roots(expressions, _ends(limits)) for node in walk(root))
    return {node.name for node in nodes if isinstance(node, e.CutOffNumber) and node.name in limits}


def _names_in(expressions: Iterable[Expression], ids: Collection[str]) -> set[str]:
    """Return those of the ids that expressions read."""
    return {id_ for name in names_read(*_roots(expressions, ids)) if (id_ := name.partition(".")[0]) in ids}


def _roots(expressions: Iterable[Expression], words: Collection[str]) -> Iterator[e.Node]:
    """Yield the roots of the expressions in which one of the words stands."""
    for expression in expressions:
        if _says(expression, words):
            yield from expression.roots


def _says(expression: Expression, words: Collection[str]) -> bool:
    """Whether one of the words stands in an expression; else it can't read what they name."""
    text = expression.text
    return any(word in text for word in words)


def _ends(limits: Collection[str]) -> set[str]:
    """Return what stands behind the dot of each limit."""
    return {name.rpartition(".")[2] for name in limits}


# --- without the limits that nobody set ------------------------------------------------------------------------------


def _section(section: Section, unset: frozenset[str]) -> Section:
    blocks = tuple(replace(block, items=tuple(_item(item, unset) for item in block.items)) for block in section.blocks)
    return replace(section, blocks=blocks)


def _item(item: Item, unset: frozenset[str]) -> Item:
    cutoffs = _set(item.id, item.cutoffs, unset)
    return item if len(cutoffs) == len(item.cutoffs) else replace(item, cutoffs=cutoffs)


def _set(owner: str, cutoffs: Mapping[str, CutOff], unset: frozenset[str]) -> dict[str, CutOff]:
    return {id_: cutoff for id_, cutoff in cutoffs.items() if f"{owner}.{id_}" not in unset}


def _finding(finding: Finding, unset: frozenset[str]) -> Finding:
    if not _limits_in(finding.conditions, unset):
        return finding
    sides = len(finding.cells)
    never = e.Expression("", finding.at, (e.Always(value=False),) * sides)
    return replace(finding, applies_if=never, lacks_limit=True)
