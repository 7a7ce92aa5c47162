"""The everyday part of YAML, read line by line: what nearly every form file is written in.

Reads block mappings and lists, texts on one line, texts after > and |, and brackets. Anything else - and anything
that may be wrong - is left to the library's parser by returning None; where this module answers, it gives exactly the
library's tree. It spares the start of the program the import of the library and halves the time of reading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from screener.form.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from screener.form.nodes import SourceText

MOST_CHARACTERS = 100_000  # fewer than twice the nodes that a file may have
MOST_LEVELS = 30  # fewer than a file may have
OPENING = ("[", "{")
INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")  # what no plain text begins with

# Indentation, one dash, a key with its ':', and the rest of the line: a plain text without ':' and '#', or anything.
_lines = re.compile(
    r'^( *+)(- )?(?:(\w[\w./%^-]{0,60}+|"[^"\\\n]{1,60}"):(?: |$))?(?:([\w(][^:#\n]*+)(?<!\s)$|(.*)$)', re.MULTILINE
).findall
_is_negative = re.compile(r"-[0-9][0-9.]*").fullmatch
_quoted = re.compile(r"\"[^\"\\]*\"|'[^']*'").fullmatch
# In brackets: a key with its ':', a text in quotes or a plain one, and the sign behind it, as far as they are there.
_TEXT = r"""("[^"\\]*"|'[^']*'|[\w.(](?:[^,\[\]{}:#'"]*[^,\[\]{}:#'" ])?)"""
_in_mapping = re.compile(rf" *(?:{_TEXT} *: +{_TEXT}?)? *([,}}]?) *").match
_in_list = re.compile(rf" *(){_TEXT}? *([,\]]?) *").match
_behind = re.compile(r" *([,\]}]?) *").match


class NotEveryday(Exception):  # noqa: N818 - no error: somebody else reads the file
    """The library's parser is to read the file."""


def scan(source: SourceText) -> Node | None:
    """Return the tree, its mappings not yet filled where keys stand twice; None when the file is not everyday YAML."""
    if len(source.text) > MOST_CHARACTERS or "\t" in source.text:
        return None
    try:
        return _Scanner(source).tree()
    except NotEveryday:
        return None


def _close(node: Mapping | Sequence) -> None:
    if isinstance(node, Sequence):
        node.nodes = tuple(node.nodes)
    elif len(node.fields) != len(node.rows) or "<<" in node.fields:
        raise NotEveryday


class _Scanner:
    """Reads one file."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.lines = source.lines
        self.row = -1  # the last that was read with an earlier one

    def tree(self) -> Node:  # noqa: C901, PLR0912, PLR0915  # one loop, see below
        """Return the tree: one loop over the lines, as it runs for every line of every file."""
        new_scalar, source = Scalar.__new__, self.source
        found = _lines(source.text)
        columns: list[int] = []  # of the open collections
        opened: list[Any] = []
        column, is_list = -1, False  # of the innermost
        inside: Any = None  # what is in it: nodes, or nodes by key
        name = ""  # the key whose value is still to come, on this line or below; of a list any
        root: Node | None = None
        is_open = True
        for row, (indent, dash, key, plain, value) in enumerate(found):
            if row <= self.row:  # read with an earlier one
                continue
            if not (key or dash):
                if plain or (value and value[0] != "#"):
                    raise NotEveryday
                continue
            at = len(indent)
            if at == column and not is_open and (not dash) is not is_list:
                pass  # the next of its collection, as most lines are
            elif not is_open or at < column or (at == column and not (dash and not is_list)):
                if is_open:
                    raise NotEveryday  # a key without its value
                while at < column or (at == column and is_list and not dash):
                    _close(opened.pop())
                    columns.pop()
                    if not opened:
                        raise NotEveryday
                    column = columns[-1]
                    is_list = type(opened[-1]) is Sequence
                if at != column or (not dash) is is_list:
                    raise NotEveryday
                inside = opened[-1].nodes if is_list else opened[-1].fields
            else:  # the first line of a collection
                new = self._opened(Sequence if dash else Mapping, row, at)
                if root is None:
                    root = new
                elif is_list:
                    inside.append(new)
                else:
                    inside[name] = new
                opened.append(new)
                columns.append(at)
                column, is_list, is_open = at, bool(dash), False
                inside = new.nodes if is_list else new.fields
            if dash:
                at += 2
                if key:  # the first key of a mapping inside a list
                    mapping = self._opened(Mapping, row, at)
                    inside.append(mapping)
                    opened.append(mapping)
                    columns.append(at)
                    column, is_list, inside = at, False, mapping.fields
            if key:
                name = key if key[0] != '"' else key[1:-1]
                opened[-1].rows.append(row)
                at += len(key) + 2
                if not plain and not value:
                    is_open = True
                    continue
            if plain:
                node: Any = new_scalar(Scalar)
                node.text = plain
                node.in_flow = False
                node.style = ""
                node.row = row
                node.column = at
                node.source = source
            elif value:
                self.row = row
                node = self._valued(value, at, column)
            else:
                raise NotEveryday
            if is_list:
                inside.append(node)
            else:
                inside[name] = node
        if is_open or root is None or len(opened) > MOST_LEVELS:
            raise NotEveryday
        while opened:
            _close(opened.pop())
        return root

    def _valued(self, value: str, column: int, above: int) -> Node:
        """Return what a text on one line is, or begins there; `row` moves to its last line."""
        stripped = value.lstrip(" ")
        column += len(value) - len(stripped)
        if not stripped:
            raise NotEveryday
        if stripped[0] in INDICATORS:
            return self._special(stripped, column, above)
        if stripped[-1] in ": " or ": " in stripped or " #" in stripped:
            raise NotEveryday
        return self._scalar(stripped, column, "")

    def _opened(self, kind: type[Mapping | Sequence], row: int, column: int) -> Any:  # noqa: ANN401 - being filled
        """Return a collection whose nodes are still to come."""
        node: Any = kind.__new__(kind)
        node.row, node.column, node.source, node.in_flow = row, column, self.source, False
        if kind is Mapping:
            node.fields, node.rows, node.made = {}, [], None
        else:
            node.nodes = []
        return node

    def _scalar(self, text: str, column: int, style: str, in_flow: bool = False) -> Scalar:
        scalar = Scalar.__new__(Scalar)
        scalar.text, scalar.style, scalar.in_flow = text, style, in_flow
        scalar.row, scalar.column, scalar.source = self.row, column, self.source
        return scalar

    def _special(self, value: str, column: int, above: int) -> Node:
        """Return what begins with a sign: a text block, a text in quotes, brackets."""
        first = value[0]
        if first in "|>" and len(value) == 1:
            return self._block(first, column, above)
        if first in "\"'" and _quoted(value):
            return self._scalar(value[1:-1], column, first)
        if first in "{[":
            node, end = self._brackets(column, 1)
            if end != len(self.lines[self.row]):
                raise NotEveryday
            return node
        if first == "-" and _is_negative(value):
            return self._scalar(value, column, "")
        raise NotEveryday

    def _block(self, style: str, column: int, above: int) -> Scalar:  # noqa: C901 - one loop over its lines
        """Return a text block; `row` moves to its last line."""
        scalar = self._scalar("", column, style)
        lines, row = self.lines, self.row + 1
        first = lines[row] if row < len(lines) else ""
        content = first.lstrip(" ")
        indent = len(first) - len(content)
        if not content or indent <= above:
            raise NotEveryday
        parts = [content]
        gap = 0
        row += 1
        while row < len(lines):
            line = lines[row]
            content = line[indent:]
            if not content:
                if line.strip(" "):
                    break
                gap += 1
            elif line[:indent].strip(" "):
                break
            else:
                if content[0] == " " and (style == ">" or not content.strip(" ")):
                    raise NotEveryday
                parts.append("\n" * (gap + (style == "|")) or " ")
                parts.append(content)
                gap = 0
            row += 1
        else:
            if gap == 0:
                raise NotEveryday  # the last line has no end
        if row < len(lines) and len(lines[row]) - len(lines[row].lstrip(" ")) > above:
            raise NotEveryday
        scalar.text = "".join(parts) + "\n"
        self.row = row - 1
        return scalar

    def _brackets(self, column: int, level: int) -> tuple[Node, int]:  # noqa: C901 - one loop over its parts
        """Return the collection that opens at a column of the present line, and the column behind its end."""
        row, start = self.row, column
        is_list = self.lines[row][column] == "["
        match, end = (_in_list, "]") if is_list else (_in_mapping, "}")
        keys: list[Scalar] = []
        nodes: list[Node] = []
        column += 1
        sign = ""
        while sign != end:
            line = self.lines[self.row]
            found = match(line, column)
            if found is None:
                raise NotEveryday
            key, value, sign = found.groups()
            column = found.end()
            if key:
                keys.append(self._bracketed(key, found.start(1)))
            if value:
                nodes.append(self._bracketed(value, found.start(2)))
            elif not sign and line[column : column + 1] in OPENING and (key or is_list) and level < MOST_LEVELS // 2:
                below, column = self._brackets(column, level + 1)
                nodes.append(below)
                found = _behind(self.lines[self.row], column)
                sign, column = (found[1], found.end()) if found else ("", column)
            elif not (sign or key) and column == len(line) and self.row + 1 < len(self.lines):
                self.row, column = self.row + 1, 0
                continue
            elif sign != end or nodes or keys:
                raise NotEveryday
            if sign not in (",", end):
                raise NotEveryday
        node = _list(nodes) if is_list else _mapping(keys, nodes)
        node.row, node.column, node.source, node.in_flow = row, start, self.source, True
        return node, column

    def _bracketed(self, text: str, column: int) -> Scalar:
        if text[0] in "\"'":
            return self._scalar(text[1:-1], column, text[0], in_flow=True)
        return self._scalar(text, column, "", in_flow=True)


def _list(nodes: list[Node]) -> Sequence:
    sequence = Sequence.__new__(Sequence)
    sequence.nodes = tuple(nodes)
    return sequence


def _mapping(keys: list[Scalar], nodes: list[Node]) -> Mapping:
    mapping = Mapping.__new__(Mapping)
    mapping.made = entries = tuple(zip(keys, nodes, strict=True))
    mapping.fields = {key.text: node for key, node in entries}
    if len(mapping.fields) != len(keys) or "<<" in mapping.fields:
        raise NotEveryday
    return mapping
