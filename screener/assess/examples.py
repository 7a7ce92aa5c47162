"""A form's own examples: invented patients with what must come out.

Everything is pure: the nodes of the example files come in, problems at the lines of broken expectations come out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from screener.assess.answer_nodes import NotUnderstoodError, parts_of, scalar
from screener.assess.answers_file import answers_from
from screener.assess.assess import assess
from screener.assess.expected import broken_expectations, named_results
from screener.form.problem import Problem, nearest
from screener.form.source import Mapping, Scalar, Sequence
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screener.assess.answers import Answers
    from screener.assess.assessment import Assessment
    from screener.assess.coverage import Coverage
    from screener.form.model import Form
    from screener.form.source import Node

KEYS = ("example", "title", "source", "like", "without", "date", "patient", "summary", "answers", "expect")
GROUP_KEYS = ("examples", "title", "source", "like", "date", "patient", "cases")
KINDS = ("example", "examples")  # first keys
INHERITED = ("like", "date", "patient")  # from the group, where a case has none of its own


@dataclass(frozen=True, slots=True)
class Example:
    """An invented patient; `parts` are the nodes of its keys. A vignette stands alone, not in a group of cases."""

    id: Scalar
    parts: dict[str, Node]
    is_vignette: bool = False


def read_examples(nodes: Iterable[Node], problems: list[Problem]) -> tuple[Example, ...]:
    """Return the examples of these files, alone or in groups; whatever is none is a problem."""
    found: dict[str, Example] = {}
    for node in nodes:
        for each in node.nodes if isinstance(node, Sequence) else (node,):
            for example in _examples_in(each, problems):
                before = found.setdefault(example.id.text, example)
                if before is not example:
                    message = f"there are two examples '{example.id.text}', the first at {before.id.at}"
                    problems.append(Problem(example.id.at, "F602", message, "give this one another name"))
    return tuple(found.values())


def run_examples(form: Form, examples: Iterable[Example], coverage: Coverage | None = None) -> list[Problem]:
    """Return a problem for each expectation that does not hold, at its line; `coverage` counts what is tried."""
    return list(broken_examples(form, examples, coverage))


def broken_examples(form: Form, examples: Iterable[Example], coverage: Coverage | None = None) -> Iterator[Problem]:
    """Yield what `run_examples` returns, as soon as it is found."""
    by_id = {example.id.text: example for example in examples}
    before: dict[object, Assessment] = {}  # by its dates: the next example is often a small change of it
    for example in by_id.values():
        problems: list[Problem] = []
        expect, answered = _expect(example, problems), _answered(form, example, by_id, problems)
        yield from problems
        if expect is None or answered is None:
            continue
        answers, refused = answered
        dates = (answers.patient.born, answers.assessed)
        assessment = before[dates] = assess(form, answers, before.get(dates))
        yield from broken_expectations(expect, assessment, refused)
        if coverage is not None:
            coverage.take(assessment, named_results(expect, form))


def vignettes(form: Form, examples: Iterable[Example]) -> Iterator[tuple[str, Assessment]]:
    """Yield each example that stands alone, with what its answers mean; those that can't be read are left out."""
    by_id = {example.id.text: example for example in examples}
    for name, example in by_id.items():
        answered = _answered(form, example, by_id, []) if example.is_vignette else None
        if answered is not None:
            yield name, assess(form, answered[0])


def answers_of(
    form: Form, example: Example, by_id: dict[str, Example], problems: list[Problem], seen: tuple[str, ...] = ()
) -> tuple[Answers, dict[str, Problem]]:
    """Return the answers of an example, with those of the one it is like, and its own that are refused.

    `problems` gets what else is wrong; NotUnderstoodError where it can't be like another.
    """
    before: Answers | None = None
    if "like" in example.parts:
        like = scalar(example.parts["like"], "the name of an example")
        path = (*seen, example.id.text)
        if like.text in path:
            raise NotUnderstoodError(like.at, f"examples like each other: {' -> '.join((*path, like.text))}")
        if like.text not in by_id:
            raise NotUnderstoodError(like.at, f"there is no example '{like.text}'", nearest(like.text, by_id))
        before, _ = answers_of(form, by_id[like.text], by_id, [], path)
    if "without" in example.parts:
        before = _without(form, example.parts["without"], before)
    return answers_from(example.parts, form, problems, before)


def _examples_in(node: Node, problems: list[Problem]) -> Iterator[Example]:
    """Yield the example of a node, or those of its group; one with a fault is reported and left out."""
    kind = node.entries[0][0].text if isinstance(node, Mapping) and node.entries else ""
    if kind not in KINDS:
        hint = "begin with 'example:', or with 'examples:' and 'cases:'"
        problems.append(Problem(node.at, "F601", "this is no example", hint))
        return
    inherited: dict[str, Node] = {}
    cases: tuple[Node, ...] = (node,)
    if kind == "examples":
        parts, errors = parts_of(node, GROUP_KEYS, "a group of examples")
        problems.extend(map(_problem, errors))
        inherited = {key: parts[key] for key in INHERITED if key in parts}
        cases = _cases(node, parts.get("cases"), problems)
    for case in cases:
        example = _example(case, inherited, problems)
        if example is not None:
            yield replace(example, is_vignette=kind == "example")


def _cases(group: Node, node: Node | None, problems: list[Problem]) -> tuple[Node, ...]:
    if isinstance(node, Sequence):
        return node.nodes
    hint = "write cases: and a list of examples"
    problems.append(Problem(group.at, "F601", "a group of examples needs its cases", hint))
    return ()


def _example(node: Node, inherited: dict[str, Node], problems: list[Problem]) -> Example | None:
    own, errors = parts_of(node, KEYS, "an example")
    if not errors and "example" not in own:
        errors.append(NotUnderstoodError(node.at, "this case has no name", "begin it with - example: and a name"))
    try:
        name = scalar(own.get("example", node), "a name")
    except NotUnderstoodError as error:
        errors = errors or [error]
    problems.extend(map(_problem, errors))
    return None if errors else Example(name, inherited | own)


def _problem(error: NotUnderstoodError) -> Problem:
    return Problem(error.at, "F601", error.reason, error.hint)


def _expect(example: Example, problems: list[Problem]) -> Mapping | None:
    """Return what an example expects; None with a problem when that is nothing."""
    expect = example.parts.get("expect")
    if isinstance(expect, Mapping) and expect.entries:
        return expect
    hint = "write expect: and what must come out"
    problems.append(Problem(example.id.at, "F603", f"the example '{example.id.text}' expects nothing", hint))
    return None


def _answered(
    form: Form, example: Example, by_id: dict[str, Example], problems: list[Problem]
) -> tuple[Answers, dict[str, Problem]] | None:
    """Return the answers of an example and those refused; None with a problem when they can't be read."""
    found: list[Problem] = []
    try:
        answered = answers_of(form, example, by_id, found)
    except NotUnderstoodError as error:
        found.append(_problem(error))
    problems += found
    return None if found else answered


def _without(form: Form, node: Node, before: Answers | None) -> Answers | None:
    """Take the answers of the listed items or cells away."""
    if not isinstance(node, Sequence) or before is None:
        raise NotUnderstoodError(node.at, "'without' is a list of questions, beside 'like'", "write without: [a, b]")
    for name in node.nodes:
        taken = scalar(name, "a list of questions")
        cells = form.items[taken.text].cells if taken.text in form.items else (taken.text,)
        if not any(cell in before.cells for cell in cells):
            hint = nearest(taken.text, before.cells)
            raise NotUnderstoodError(taken.at, f"'{taken.text}' is not answered there", hint)
        for cell in cells:
            before = before.with_answer(cell, None)
    return before
