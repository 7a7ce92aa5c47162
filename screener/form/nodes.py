"""The tree of a YAML file: texts, mappings and sequences, each with its place."""

from __future__ import annotations

from screener.form.problem import Span

BLANK = " \n\r\t"
_new = tuple.__new__  # of a named tuple: half the time of its own, and a form has thousands of places


class SourceText:
    """The text of one file and its lines."""

    __slots__ = ("_lines", "file", "has_comments", "text")

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.has_comments = " #" in text
        self._lines: tuple[str, ...] | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends."""
        if self._lines is None:
            self._lines = tuple(self.text.split("\n"))
        return self._lines


class Placed:
    """What has a place in a file: `row` and `column` count from 0, `at` from 1 as editors do."""

    __slots__ = ("column", "row", "source")
    source: SourceText
    row: int
    column: int

    def __init__(self, at: Span, lines: tuple[str, ...] = ()) -> None:
        self.source = SourceText(at.file, "\n".join(lines))
        self.row = at.line - 1
        self.column = at.column - 1

    @property
    def at(self) -> Span:
        """Where it begins: at its first key, dash or letter, its quote or bracket, the sign of a block (| or >)."""
        return _new(Span, (self.source.file, self.row + 1, self.column + 1))


class Scalar(Placed):
    """A text, always text.

    `style` is "" (plain), ' " | or >; `in_flow` says that it stands inside { } or [ ]. `lines`: of the whole file.
    """

    __slots__ = ("in_flow", "style", "text")
    __match_args__ = ("text", "at")

    def __init__(
        self, text: str, at: Span, in_flow: bool = False, style: str = "", lines: tuple[str, ...] = ()
    ) -> None:
        super().__init__(at, lines)
        self.text = text
        self.in_flow = in_flow
        self.style = style

    def __repr__(self) -> str:
        return f"Scalar({self.text!r}, {str(self.at)!r})"

    @property
    def is_cut(self) -> bool:
        """Whether a comment follows on the line where a plain text ends: ` #` may have cut it."""
        if self.style or not self.source.has_comments:
            return False
        row, column = self._after(len(self.text))
        lines = self.source.lines
        return row < len(lines) and lines[row][column:].lstrip().startswith("#")

    def place(self, offset: int) -> Span:
        """Return where the character `offset` of the text stands in the file."""
        row, column = self._after(offset)
        return Span(self.source.file, row + 1, column + 1)

    def _after(self, offset: int) -> tuple[int, int]:
        """Return row and column of a character, by pairing what is not blank in the text and in the file."""
        lines = self.source.lines
        row, column = self.row, self.column
        if not self.source.text or row >= len(lines):  # without its file, or empty at its very end
            return row, column + offset + (self.style in ("'", '"'))
        if not self.style and lines[row].startswith(self.text, column):
            return row, column + offset
        if self.style in ("|", ">"):
            row, column = row + 1, 0
        elif self.style:
            column += 1
        before = sum(character not in BLANK for character in self.text[:offset])
        is_after = offset >= len(self.text) or self.text[offset] in BLANK
        return _walk(lines, (row, column), before - is_after, self.style, is_after=is_after)


def _walk(
    lines: tuple[str, ...], start: tuple[int, int], wanted: int, style: str, *, is_after: bool
) -> tuple[int, int]:
    """Return the place of the `wanted`-th character that is not blank, or the one after it."""
    row, column = start
    while row < len(lines):
        line = lines[row]
        while column < len(line):
            width = _width(line, column, style)
            if line[column] not in BLANK or width > 1:
                if wanted <= 0:
                    return row, column + (width if is_after and wanted == 0 else 0)
                wanted -= 1
            column += width
        row, column = row + 1, 0
    return len(lines) - 1, len(lines[-1])


def _width(line: str, column: int, style: str) -> int:
    """Return how many characters of the file make the next one of the text."""
    if style == "'" and line.startswith("''", column):
        return 2
    if style == '"' and line[column] == "\\":
        return {"x": 4, "u": 6, "U": 10}.get(line[column + 1 : column + 2], 2)
    return 1


class Mapping(Placed):
    """Keys and their nodes, in order: `fields` by the key's text, `entries` with the keys as written."""

    __slots__ = ("fields", "in_flow", "made", "rows")
    __match_args__ = ("entries", "at")
    fields: dict[str, Node]
    in_flow: bool
    rows: list[int]  # of the keys, where they stand below each other
    made: tuple[tuple[Scalar, Node], ...] | None  # `entries`; None until they are first asked for

    def __init__(self, entries: tuple[tuple[Scalar, Node], ...], at: Span, in_flow: bool = False) -> None:
        super().__init__(at)
        self.made = entries
        self.fields = {key.text: node for key, node in entries}
        self.in_flow = in_flow

    @property
    def entries(self) -> tuple[tuple[Scalar, Node], ...]:
        """The keys and their nodes."""
        if self.made is None:
            found = zip(self.fields.items(), self.rows, strict=True)
            self.made = tuple((self._key(text, row), node) for (text, node), row in found)
        return self.made

    @property
    def runs_together(self) -> bool:
        """Whether keys stand twice, which is reported: of two things, the second without its beginning."""
        return len(self.entries) > len(self.fields)

    def _key(self, text: str, row: int) -> Scalar:
        key = Scalar.__new__(Scalar)
        key.text, key.in_flow, key.row, key.column, key.source = text, False, row, self.column, self.source
        key.style = '"' if self.source.lines[row][self.column] == '"' else ""
        return key

    def rename(self, key: Scalar, name: str) -> None:
        """Let what stands under a key be found under another name; the key keeps its place."""
        self.fields[name] = self.fields.pop(key.text)
        key.text = name

    def key(self, name: str) -> Scalar:
        """Return the key of that name as written, with its place; KeyError when there is none."""
        for key, _ in self.entries:
            if key.text == name:
                return key
        raise KeyError(name)


class Sequence(Placed):
    """Nodes in order."""

    __slots__ = ("in_flow", "nodes")
    __match_args__ = ("nodes", "at")
    nodes: tuple[Node, ...]
    in_flow: bool

    def __init__(self, nodes: tuple[Node, ...], at: Span, in_flow: bool = False) -> None:
        super().__init__(at)
        self.nodes = nodes
        self.in_flow = in_flow


Node = Scalar | Mapping | Sequence
