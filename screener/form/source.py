"""YAML text -> a tree of texts with their places. The only user of the YAML library.

Every scalar stays text; what it means is decided by whoever reads the tree. Duplicate keys, anchors, aliases, tags,
merge keys, a second document and anything deeper or larger than a form can be are refused with their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

from screener.form.guard import read_text
from screener.form.nodes import Mapping, Node, Scalar, Sequence, SourceText
from screener.form.problem import FormError, Problem, Span
from screener.form.scan import scan
from screener.form.syntax import place, syntax_problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.form.syntax import Mark

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "collect_yaml", "read_yaml"]

MOST_LEVELS = 32
MOST_NODES = 50_000


class Refused(Exception):  # noqa: N818 - named for what it says
    """The rest of the file can't be read; carries why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def read_yaml(raw: bytes, file: str) -> Node:
    """Return the one document of a file; FormError when it can't be read, or is empty."""
    problems: list[Problem] = []
    node = collect_yaml(raw, file, problems)
    if problems or node is None:
        raise FormError(problems or [Problem(Span(file, 1, 1), "F105", "the file is empty", "write something into it")])
    return node


def collect_yaml(raw: bytes, file: str, problems: list[Problem]) -> Node | None:
    """Return the one document of a file; None when it is empty or, with the reason in `problems`, can't be read."""
    source = read_text(raw, file, problems)
    if source is None:
        return None
    return scan(source) or read_by_library(source, problems)


def read_by_library(source: SourceText, problems: list[Problem]) -> Node | None:
    """Return the tree as the YAML library reads it; what `scan` leaves, and what it is measured by."""
    from yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415 - most starts of the program don't need it

    try:
        return _build(source, problems)
    except Refused as refused:
        problems.append(refused.problem)
    except MarkedYAMLError as error:
        problems.append(syntax_problem(error, source))
    except YAMLError as error:  # a reader's error without a place: the guard leaves none that we know of
        hint = "see docs/forms.md"
        problems.append(Problem(Span(source.file, 1, 1), "F110", f"this is not YAML: {error}", hint))
    return None


def _parser() -> type:
    """Return the library's parser of events, the one in C where it is there."""
    try:
        from yaml._yaml import CParser  # noqa: PLC0415  # most starts of the program don't need it
    except ImportError:
        from yaml import SafeLoader  # noqa: PLC0415  # where the other is missing

        return SafeLoader
    return CParser


def _refuse(source: SourceText, mark: Mark, code: str, message: str, hint: str) -> Refused:
    return Refused(Problem(place(source, mark), code, message, hint))


def _build(source: SourceText, problems: list[Problem]) -> Node | None:  # noqa: C901, PLR0912, PLR0915  # one loop, see below
    """Make the tree from the parser's events: one loop without calls, as it runs for every text of every file."""
    from yaml import events  # noqa: PLC0415  # most starts of the program don't need it

    next_event: Callable[[], Any] = _parser()(source.text).get_event
    scalar_event, mapping_start, sequence_start = (
        events.ScalarEvent,
        events.MappingStartEvent,
        events.SequenceStartEvent,
    )
    mapping_end, sequence_end = events.MappingEndEvent, events.SequenceEndEvent
    new_scalar, new_mapping, new_sequence = Scalar.__new__, Mapping.__new__, Sequence.__new__
    above: list[tuple[list[Node], Mapping | Sequence]] = []
    nodes: list[Node] = []  # of the collection being read; keys and values of a mapping in turn
    collection: Any = None  # the mapping or sequence that `nodes` belong to
    in_flow = False
    count = 0
    while True:
        event = next_event()
        kind = type(event)
        if kind is scalar_event:
            if event.anchor is not None or event.tag is not None:
                raise _anchor_or_tag(source, event)
            scalar = new_scalar(Scalar)
            scalar.text = event.value
            scalar.in_flow = in_flow
            scalar.style = event.style or ""
            mark = event.start_mark
            scalar.row = mark.line
            scalar.column = mark.column
            scalar.source = source
            nodes.append(scalar)
            count += 1
        elif kind is mapping_start or kind is sequence_start:
            if event.anchor is not None or event.tag is not None:
                raise _anchor_or_tag(source, event)
            below: Any = new_mapping(Mapping) if kind is mapping_start else new_sequence(Sequence)
            mark = event.start_mark
            below.row = mark.line
            below.column = mark.column
            below.source = source
            below.in_flow = in_flow = bool(event.flow_style)
            nodes.append(below)
            above.append((nodes, below))
            nodes, collection = [], below
            count += 1
            if len(above) > MOST_LEVELS or count > MOST_NODES:
                raise _too_large(source, mark, count)
        elif kind is mapping_end or kind is sequence_end:
            if kind is mapping_end:
                _fill_mapping(collection, nodes, problems)
            else:
                collection.nodes = tuple(nodes)
            nodes = above.pop()[0]
            collection = above[-1][1] if above else None
            in_flow = collection is not None and collection.in_flow
        elif kind is events.AliasEvent:
            hint = "write it out again; a text that begins with * is written in quotes"
            raise _refuse(source, event.start_mark, "F111", "aliases (*) are not read", hint)
        elif kind is events.DocumentStartEvent:
            if nodes:
                hint = "put the rest into a file of its own, or into one list"
                raise _refuse(source, event.start_mark, "F112", "a file holds one document, a second begins here", hint)
            if event.version or event.tags:
                raise _refuse(source, event.start_mark, "F112", "directives (%) are not read", "take the line out")
        elif kind is events.StreamEndEvent:
            if count > MOST_NODES:
                raise _too_large(source, event.start_mark, count)
            return nodes[0] if nodes and not _is_nothing(nodes[0]) else None


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text and not node.style


def _join_decimals(nodes: list[Node]) -> None:
    """Put the numbers together again that a decimal comma cut in two inside { }: `10,5` is not 10 and a key 5."""
    for at in range(len(nodes) - 2, 0, -2):
        number, decimals, nothing = nodes[at - 1 : at + 2]
        if _is_nothing(nothing) and _is_whole(number) and _is_whole(decimals):
            number.text += f",{decimals.text}"
            del nodes[at : at + 2]


def _is_whole(node: Node) -> TypeGuard[Scalar]:
    return isinstance(node, Scalar) and node.text.isdigit()


def _fill_mapping(mapping: Mapping, nodes: list[Node], problems: list[Problem]) -> None:
    if mapping.in_flow:
        _join_decimals(nodes)
    keys = nodes[::2]
    mapping.made = tuple(zip(keys, nodes[1::2], strict=True))  # type: ignore[arg-type]  # others are refused below
    try:
        mapping.fields = {key.text: node for key, node in mapping.entries}
    except AttributeError:
        at = next(key.at for key in keys if not isinstance(key, Scalar))
        message = "a key is one text, not a list or a mapping"
        raise Refused(Problem(at, "F114", message, "take the '?' out")) from None
    if len(mapping.fields) != len(keys):
        _report_twice(mapping, problems)
    if "<<" in mapping.fields:
        hint = "write the keys out here"
        problems.append(Problem(mapping.key("<<").at, "F111", "merge keys (<<) are not read", hint))


def _report_twice(mapping: Mapping, problems: list[Problem]) -> None:
    """Report the keys that stand twice; of two things that run into each other the first such key alone."""
    keys = [key for key, _ in mapping.entries]
    first: dict[str, Scalar] = {}
    twice = [(key, first[key.text]) for key in keys if first.setdefault(key.text, key) is not key]
    beginnings = [(key, before) for key, before in twice if before is keys[0]]
    run_together = beginnings or (twice[:1] if len({key.text for key, _ in twice}) > 1 else [])
    hint = "keep one of them" + ("; where another one begins here, it needs a '- ' of its own" if run_together else "")
    for key, before in run_together or twice:
        message = f"'{key.text}' stands here twice, first in line {before.at.line}"
        problems.append(Problem(key.at, "F113", message, hint))


def _anchor_or_tag(source: SourceText, event: Any) -> Refused:  # noqa: ANN401 - the library has two kinds of marks
    if event.anchor is not None:
        hint = "write it out where it is used; a text that begins with & is written in quotes"
        return _refuse(source, event.start_mark, "F111", "anchors (&) are not read", hint)
    hint = "every value is text here; a text that begins with ! is written in quotes"
    return _refuse(source, event.start_mark, "F111", "tags (!) are not read", hint)


def _too_large(source: SourceText, mark: Mark, count: int) -> Refused:
    if count > MOST_NODES:
        hint = "divide it into several files"
        return _refuse(source, mark, "F115", f"the file has more than {MOST_NODES} parts", hint)
    return _refuse(source, mark, "F115", f"more than {MOST_LEVELS} levels inside each other", "make it flatter")
