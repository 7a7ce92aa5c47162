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
INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")  # what no plain text begins with

# Indentation, one dash, a key with its ':', and the rest of the line: a plain text without ':' and '#', or anything.
_lines = re.compile(
    r'^( *)(- )?(?:(\w[\w./%^-]{0,60}|"[^"\\\n]{1,60}"):(?: |$))?(?:([\w(][^:#\n]*[^:#\s]|\w)|(.*))$', re.MULTILINE
).findall
_is_negative = re.compile(r"-[0-9][0-9.]*").fullmatch
_quoted = re.compile(r"\"[^\"\\]*\"|'[^']*'").fullmatch
# In brackets: a text in quotes or a plain one, and the ':' that makes it a key.
_in_brackets = re.compile(r"(\"[^\"\\]*\"|'[^']*'|[\w.(][^,\[\]{}:#'\"]*)(: )?").match


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


class _Scanner:
    """Reads one file."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.lines = source.lines
        self.row = 0

    def tree(self) -> Node:  # noqa: C901, PLR0912, PLR0915
        """Return the tree: one loop over the lines, as it runs for every line of every file."""
        new_scalar, source = Scalar.__new__, self.source
        found = _lines(source.text)
        columns: list[int] = []  # of the open collections
        opened: list[Mapping | Sequence] = []
        held: list[list[Any]] = []  # their nodes; of a mapping the text, the row and the value of each key
        column, nodes, is_list = -1, list[Any](), False  # the innermost
        root: Node | None = None
        is_open = True  # a value is still to come, on this line or below
        row, last = 0, len(found)
        while row < last:
            indent, dash, key, plain, value = found[row]
            if not (key or dash):
                if plain or (value and value[0] != "#"):
                    raise NotEveryday
                row += 1
                continue
            at = len(indent)
            if at == column and not is_open and (not dash) is not is_list:
                pass  # the next of its collection, as most lines are
            elif not is_open or at < column or (at == column and not (dash and not is_list)):
                if is_open:
                    raise NotEveryday  # a key without its value
                while at < column or (at == column and is_list and not dash):
                    self._close(opened.pop(), held.pop())
                    columns.pop()
                    if not opened:
                        raise NotEveryday
                    column, nodes = columns[-1], held[-1]
                    is_list = type(opened[-1]) is Sequence
                if at != column or (not dash) is is_list:
                    raise NotEveryday
            else:  # the first line of a collection
                root_or_new = self._new(Sequence if dash else Mapping, row, at)
                if root is None:
                    root = root_or_new
                else:
                    nodes.append(root_or_new)
                column, nodes, is_list = at, [], bool(dash)
                columns.append(column)
                opened.append(root_or_new)
                held.append(nodes)
                is_open = False
            if dash:
                at += 2
                if key:  # the first key of a mapping inside a list
                    mapping = self._new(Mapping, row, at)
                    nodes.append(mapping)
                    column, nodes, is_list = at, [], False
                    columns.append(column)
                    opened.append(mapping)
                    held.append(nodes)
            if key:
                nodes += (key if key[0] != '"' else key[1:-1], row)
                at += len(key) + 2
                if not plain and not value:
                    is_open = True
                    row += 1
                    continue
            if plain:
                scalar = new_scalar(Scalar)
                scalar.text = plain
                scalar.in_flow = False
                scalar.style = ""
                scalar.row = row
                scalar.column = at
                scalar.source = source
                nodes.append(scalar)
                row += 1
                continue
            if not value:
                raise NotEveryday
            first = value[0]
            if first == " ":
                stripped = value.lstrip(" ")
                at += len(value) - len(stripped)
                if not stripped:
                    raise NotEveryday
                value, first = stripped, stripped[0]
            self.row = row
            if first in INDICATORS:
                nodes.append(self._special(value, at, column))
            elif value[-1] in ": " or ": " in value or " #" in value:
                raise NotEveryday
            else:
                nodes.append(self._scalar(value, at, ""))
            row = self.row + 1
        if is_open or root is None or len(opened) > MOST_LEVELS:
            raise NotEveryday
        while opened:
            self._close(opened.pop(), held.pop())
        return root

    def _new(self, kind: type[Mapping | Sequence], row: int, column: int, in_flow: bool = False) -> Mapping | Sequence:
        node = kind.__new__(kind)
        node.row, node.column, node.source, node.in_flow = row, column, self.source, in_flow
        return node

    def _close(self, node: Mapping | Sequence, nodes: list[Any]) -> None:
        if isinstance(node, Sequence):
            node.nodes = tuple(nodes)
            return
        node.fields, node.rows = dict(zip(nodes[::3], nodes[2::3], strict=True)), nodes[1::3]
        node.entries = None  # type: ignore[assignment]  # made when asked for
        if len(node.fields) != len(node.rows) or "<<" in node.fields:
            raise NotEveryday

    def _close_brackets(self, node: Mapping | Sequence, nodes: list[Any]) -> None:
        if isinstance(node, Sequence):
            node.nodes = tuple(nodes)
            return
        keys: list[Scalar] = nodes[::2]
        node.entries = tuple(zip(keys, nodes[1::2], strict=True))
        node.fields = {key.text: value for key, value in node.entries}
        if len(node.fields) != len(keys) or "<<" in node.fields:
            raise NotEveryday

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
        is_list = self.lines[self.row][column] == "["
        node = self._new(Sequence if is_list else Mapping, self.row, column, in_flow=True)
        nodes: list[Node] = []
        column += 1
        if self.lines[self.row][column : column + 1] == ("]" if is_list else "}"):
            self._close_brackets(node, nodes)
            return node, column + 1
        while level < MOST_LEVELS // 2:
            column = self._skip(column)
            line = self.lines[self.row]
            if not is_list:
                found = _in_brackets(line, column)
                if found is None or not found[2]:
                    raise NotEveryday
                nodes.append(self._bracketed(found[1], column))
                column = self._skip(found.end())
                line = self.lines[self.row]
            if line[column] in "[{":
                below, column = self._brackets(column, level + 1)
                nodes.append(below)
            else:
                found = _in_brackets(line, column)
                if found is None or found[2]:
                    raise NotEveryday
                nodes.append(self._bracketed(found[1], column))
                column = found.end(1)
            column = self._skip(column)
            sign = self.lines[self.row][column]
            column += 1
            if sign == ("]" if is_list else "}"):
                self._close_brackets(node, nodes)
                return node, column
            if sign != ",":
                raise NotEveryday
        raise NotEveryday

    def _bracketed(self, text: str, column: int) -> Scalar:
        if text[0] in "\"'":
            return self._scalar(text[1:-1], column, text[0], in_flow=True)
        return self._scalar(text.rstrip(" "), column, "", in_flow=True)

    def _skip(self, column: int) -> int:
        """Return the column of the next letter, on a line below if need be."""
        line = self.lines[self.row]
        while True:
            while column < len(line):
                if line[column] != " ":
                    return column
                column += 1
            self.row += 1
            if self.row >= len(self.lines):
                raise NotEveryday
            line, column = self.lines[self.row], 0
