"""What is reported of a form with problems: the causes, not what only follows from them.

A question whose type, options or units can't be read, or whose id is taken, is not what the rules that read it take it
for; what they would be told of it is no fault of theirs, and is reported when it still stands once the question is
right. So it is with all that stands under a misspelt key, or in something of no known kind.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING

from screener.form.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from screener.form.declare import Definitions
    from screener.form.folder import SourceFile
    from screener.form.nodes import Node
    from screener.form.problem import Problem, Span

QUESTIONS = ("item", "column")
DEFINED = (*QUESTIONS, "value", "score", "finding")
OF_THE_ID = {"F210", "F211", "F216", "F301"}
# problems in a question that leave open what its answers are
UNSURE = OF_THE_ID | {"F203", "F204", "F207", "F212", "F213", "F214", "F218", "F312"}
OF_A_KEY = {"F201", "F202"}  # so do these, where they name one of these keys
OF_KEYS = {"F113", "F201"}  # problems of keys from which others follow
TELLING = {"type", "options", "units", "columns", "limits", "cutoffs", "sides"}
KINDS_OF_NAMES = (*DEFINED, "section", "lookup")
FOLLOWING = ("F3", "F4", "F5", "F217")
UNKNOWN_NAME = {"F306", "F404"}
_words = re.compile(r"[^\W\d]\w*").findall
_quoted = re.compile("'([^']*)'").findall


def only_causes(problems: Iterable[Problem], definitions: Definitions, files: Iterable[SourceFile]) -> list[Problem]:
    """Return the problems without those that only follow from others."""
    written = [mapping for kind in definitions.values() for mapping in kind]
    names = _Names()
    found = list(problems)
    names.lose(definitions.get("", ()))
    names.gather(written, found)
    lines = {file.name: file.raw.decode(errors="replace").splitlines() for file in files}
    return [problem for problem in found if not names.are_behind(problem, _line(lines, problem.at))]


def _line(lines: dict[str, list[str]], at: Span) -> str:
    found = lines.get(at.file, [])
    return found[at.line - 1] if at.line <= len(found) else ""


def _all_in(root: Node, name: str = "") -> Iterator[tuple[str, Node]]:
    """Yield a node and all below it, each with the key that it stands under."""
    yield name, root
    if isinstance(root, Mapping):
        for key, node in root.entries:
            yield "", key
            yield from _all_in(node, key.text)
    elif isinstance(root, Sequence):
        for node in root.nodes:
            yield from _all_in(node)


class _Names:
    """The names that are not sure yet: of questions that can't be read, and of what lost its id to another."""

    def __init__(self) -> None:
        self.unsure: set[str] = set()
        self._sure: set[str] = set()
        self._inside: set[Span] = set()  # all places in questions that can't be read
        self._causes: set[Span] = set()  # those of them that say why
        self._is_any_lost = False
        self._missed: Counter[str] = Counter()  # names that are unknown, and how often they are read

    def lose(self, nodes: Iterable[Node]) -> None:
        """Take in all that is defined below these nodes, which nobody could read."""
        for node in nodes:
            names = {
                id_.text
                for _, each in _all_in(node)
                if isinstance(each, Mapping)
                for at, (kind, id_) in enumerate(each.fields.items())
                if ((at == 0 and each is node) or kind in KINDS_OF_NAMES) and isinstance(id_, Scalar)
            }
            self.unsure |= names | {name.lower() for name in names}
            self._sure -= names

    def gather(self, written: Collection[Mapping], problems: Collection[Problem]) -> None:
        """Take in what is defined."""
        self._missed.update(filter(None, map(_unknown_name, problems)))
        of_the_id = {problem.at for problem in problems if problem.code in OF_THE_ID}
        unsure = {problem.at for problem in problems if _leaves_open(problem)}
        of_units = {problem.at for problem in problems if problem.code == "F312"}  # may follow from the others
        unknown = {problem.at for problem in problems if problem.code == "F201"}
        mappings = [node for root in written for _, node in _all_in(root) if isinstance(node, Mapping)]
        for mapping in mappings:
            kind = next(iter(mapping.fields), "")
            id_ = mapping.fields.get(kind)
            if kind not in DEFINED or not isinstance(id_, Scalar):
                continue
            places = {node.at for _, node in _all_in(mapping)}
            if not of_the_id.isdisjoint((mapping.at, id_.at)):
                self._is_any_lost = True
            elif kind not in QUESTIONS or unsure.isdisjoint(places):
                self._sure.add(id_.text)
                continue
            self.unsure |= {id_.text, id_.text.lower()}
            self._inside |= places
            self._causes |= (unsure - of_units) & places or unsure & places
        self._sure -= self.unsure
        self.lose(node for mapping in mappings for key, node in mapping.entries if key.at in unknown)
        for mapping in written:  # a value has the units of the question that it is like
            like = mapping.fields.get("like")
            if isinstance(like, Scalar) and like.text in self.unsure:
                self._inside |= {node.at for _, node in _all_in(mapping)}

    def are_behind(self, problem: Problem, line: str) -> bool:
        """Whether a problem, in this line, only follows from a name that isn't sure."""
        if not problem.code.startswith(FOLLOWING) or problem.code in OF_THE_ID or problem.at in self._causes:
            return False
        if problem.at in self._inside or not self.unsure.isdisjoint(_words(f"{line} {problem.message}")):
            return True
        name = _unknown_name(problem)
        if not name or not self._is_any_lost:
            return False
        return self._missed[name] > 1 or not get_close_matches(name, self._sure)  # else it may be misspelt


def _unknown_name(problem: Problem) -> str:
    found = _quoted(problem.message) if problem.code in UNKNOWN_NAME else []
    return found[0] if found else ""


def _leaves_open(problem: Problem) -> bool:
    """Whether a problem of a question leaves open what its answers are."""
    if problem.code in OF_A_KEY:
        return not TELLING.isdisjoint(_quoted(f"{problem.message} {problem.hint}"))
    return problem.code in UNSURE
