"""What a node of a form file may look like: one table of keys serves the decoder, the check for unknown keys and the schema.

A `Shape` reads one node and describes it as JSON Schema; a `Key` is a name with a shape; `Keys` are all keys of one kind
of thing. Reading never raises: what is wrong goes to `problems`, and None takes the value's place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Generic, TypeVar

from screener.form.model import Range
from screener.form.problem import Problem, nearest
from screener.form.source import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Mapping as Table

T = TypeVar("T")
Problems = list[Problem]
Schema = dict[str, object]

NUMBER_PATTERN = r"-?[0-9]{1,15}(\.[0-9]{1,10})?"
ID_PATTERN = "[a-z][a-z0-9_]*"
NAME_PATTERN = "[A-Za-z][A-Za-z0-9_]*"
_is_number = re.compile(NUMBER_PATTERN).fullmatch
_is_id = re.compile(ID_PATTERN).fullmatch
_is_name = re.compile(NAME_PATTERN).fullmatch
_is_date = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_is_version = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){1,3}").fullmatch
_is_duration = re.compile("([1-9][0-9]{0,4}) (day|days|week|weeks)").fullmatch


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How a node is read, and how it is described to an editor."""

    read: Callable[[Node, Problems], T | None]
    schema: Schema


@dataclass(frozen=True, slots=True)
class Key(Generic[T]):
    """A key, what it holds, and a word about it for editors and remedies."""

    name: str
    shape: Shape[T]
    about: str = ""
    is_required: bool = False


class Keys:
    """All keys of one kind of thing; `of` names it in messages."""

    def __init__(self, of: str, *keys: Key[object] | Key[str] | Key[bool] | Key[Scalar] | Key[Node]) -> None:
        self.of = of
        self.by_name: dict[str, Key[object]] = {key.name: key for key in keys}  # type: ignore[misc]
        self.required = frozenset(key.name for key in keys if key.is_required)
        self._known = self.by_name.keys()

    def open(self, node: Node, problems: Problems) -> Entry | None:
        """Return the mapping to read from, after reporting unknown and missing keys; None when it is no mapping."""
        if type(node) is not Mapping:
            problems.append(wrong_kind(node, f"the keys of {self.of}"))
            return None
        if not node.fields.keys() <= self._known:
            self._report_unknown(node, problems)
        if not self.required <= node.fields.keys():
            self._report_missing(node, problems)
        return Entry(node, problems)

    def _report_unknown(self, mapping: Mapping, problems: Problems) -> None:
        for key, node in mapping.entries:
            if key.text in self._known:
                continue
            if key.text == "default":
                hint = "take it out; nothing is answered until somebody answers it"
                problems.append(Problem(key.at, "F215", "there is no 'default'", hint))
                continue
            hint = nearest(key.text, self._known)
            if mapping.in_flow and type(node) is Scalar and not node.text:
                hint = "a comma inside { } ends the text; write the text on a line of its own"
            problems.append(Problem(key.at, "F201", f"{self.of} has no key '{key.text}'", hint))

    def _report_missing(self, mapping: Mapping, problems: Problems) -> None:
        for name in self.by_name:
            if name in self.required and name not in mapping.fields:
                about = self.by_name[name].about
                hint = f"add '{name}:'" + (f", {about}" if about else "")
                problems.append(Problem(mapping.at, "F202", f"{self.of} needs '{name}'", hint))


class Entry:
    """A mapping that is being read by its keys."""

    __slots__ = ("_fields", "_problems", "mapping")

    def __init__(self, mapping: Mapping, problems: Problems) -> None:
        self.mapping = mapping
        self._fields = mapping.fields
        self._problems = problems

    def get(self, key: Key[T]) -> T | None:
        """Return what the key holds; None when it isn't there or can't be read."""
        node = self._fields.get(key.name)
        return None if node is None else key.shape.read(node, self._problems)

    def text(self, key: Key[str]) -> str:
        """Return the text under the key, empty when there is none."""
        node = self._fields.get(key.name)
        return "" if node is None else key.shape.read(node, self._problems) or ""


def wrong_kind(node: Node, wanted: str) -> Problem:
    """Return the problem that something else is wanted here."""
    found = {Scalar: "a text", Mapping: "keys", Sequence: "a list"}[type(node)]
    if type(node) is Scalar and not node.text:
        found = "nothing"
    return Problem(node.at, "F203", f"here is {found} where {wanted} belong{'s' if wanted.startswith('a ') else ''}", "")


# --- texts ------------------------------------------------------------------------------------------------------


def _word(node: Node, problems: Problems) -> str | None:
    if type(node) is not Scalar:
        problems.append(wrong_kind(node, "a text"))
        return None
    if not node.text:
        problems.append(Problem(node.at, "F204", "nothing is written here", "write it, or take the key out"))
        return None
    return node.text.strip()


def _sentence(node: Node, problems: Problems) -> str | None:
    text = _word(node, problems)
    if text is not None:
        _refuse_cut(node, problems, "a sentence")  # type: ignore[arg-type]
    return text


def _expression(node: Node, problems: Problems) -> Scalar | None:
    if _word(node, problems) is None:
        return None
    _refuse_cut(node, problems, "an expression")  # type: ignore[arg-type]
    return node  # type: ignore[return-value]


def _refuse_cut(scalar: Scalar, problems: Problems, what: str) -> None:
    if scalar.in_flow:
        hint = "a comma would cut it: write it after its key on a line of its own"
        problems.append(Problem(scalar.at, "F205", f"{what} inside {{ }} or [ ]", hint))
    elif scalar.is_cut:
        hint = "put the text in quotes or after '>'; a comment goes on a line of its own"
        problems.append(Problem(scalar.place(len(scalar.text)), "F206", f"a comment (' #') ends {what} here", hint))


def _option_text(node: Node, problems: Problems) -> str | None:
    text = _word(node, problems)
    if text is not None and node.is_cut:  # type: ignore[union-attr]
        _refuse_cut(node, problems, "a sentence")  # type: ignore[arg-type]
    return text


def _node(node: Node, _: Problems) -> Node:
    return node


def _id(node: Node, problems: Problems) -> str | None:
    text = _word(node, problems)
    if text is None or _is_id(text):
        return text
    hint = "begin with a small letter, then small letters, digits and _"
    problems.append(Problem(node.at, "F210", f"'{text}' is no id", hint))
    return None


def _name(node: Node, problems: Problems) -> str | None:
    text = _word(node, problems)
    if text is None or _is_name(text):
        return text
    problems.append(Problem(node.at, "F210", f"'{text}' is no id", "begin with a letter, then letters, digits and _"))
    return None


TEXTS: Schema = {"type": ["string", "number", "boolean"]}
WORD = Shape(_word, TEXTS)
SENTENCE = Shape(_sentence, TEXTS)
OPTION_TEXT = Shape(_option_text, TEXTS)
EXPRESSION = Shape(_expression, {"type": ["string", "boolean"]})
ID = Shape(_id, {"type": "string", "pattern": f"^{ID_PATTERN}$"})
NAME = Shape(_name, {"type": "string", "pattern": f"^{NAME_PATTERN}$"})


def node_like(schema: Schema) -> Shape[Node]:
    """Return the shape of a node that its own decoder reads."""
    return Shape(_node, schema)


def one_of(*words: str) -> Shape[str]:
    """Return the shape of a word out of a few."""
    known = frozenset(words)

    def read(node: Node, problems: Problems) -> str | None:
        text = _word(node, problems)
        if text is None or text in known:
            return text
        hint = nearest(text, known) or "one of " + ", ".join(words)
        problems.append(Problem(node.at, "F212", f"'{text}' is not possible here", hint))
        return None

    values: list[object] = [*words, *({"yes": [True], "no": [False]}.get(words[0], []) if len(words) == 1 else [])]
    if words == ("yes", "no"):
        values = ["yes", "no", True, False]
    return Shape(read, {"enum": values})


YES_ONLY = one_of("yes")
YES_OR_NO = one_of("yes", "no")

# --- numbers and dates --------------------------------------------------------------------------------------------


def _number(node: Node, problems: Problems) -> Decimal | None:
    text = _word(node, problems)
    if text is None:
        return None
    if not _is_number(text):
        hint = "digits, with a point before the decimals"
        problems.append(Problem(node.at, "F207", f"'{text}' is not a number", hint))
        return None
    return Decimal(text)


def _whole(node: Node, problems: Problems) -> int | None:
    number = _number(node, problems)
    if number is not None and (number != int(number) or not 0 <= number <= 1000):
        problems.append(Problem(node.at, "F207", f"{number} is not possible here", "a whole number from 0 on"))
        return None
    return None if number is None else int(number)


def _range(node: Node, problems: Problems) -> Range | None:
    if type(node) is not Sequence:
        problems.append(wrong_kind(node, "a pair like [0, 10]"))
        return None
    if len(node.nodes) != 2:
        problems.append(Problem(node.at, "F213", "two numbers belong here", "write [lowest, highest]"))
        return None
    lowest, highest = (_number(end, problems) for end in node.nodes)
    if lowest is None or highest is None:
        return None
    if lowest > highest:
        message = f"{lowest} is above {highest}"
        problems.append(Problem(node.at, "F213", message, f"write [{highest}, {lowest}]"))
        return None
    return Range(lowest, highest)


def _day(node: Node, problems: Problems) -> date | None:
    text = _word(node, problems)
    if text is None:
        return None
    try:
        if _is_date(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    problems.append(Problem(node.at, "F208", f"'{text}' is not a date", "write it like 2026-11-30"))
    return None


def _version(node: Node, problems: Problems) -> str | None:
    text = _word(node, problems)
    if text is None or _is_version(text):
        return text
    problems.append(Problem(node.at, "F209", f"'{text}' is not a version", "write it like 1.0.0"))
    return None


def _duration(node: Node, problems: Problems) -> int | None:
    text = _word(node, problems)
    if text is None:
        return None
    found = _is_duration(text)
    if found is None:
        problems.append(Problem(node.at, "F214", f"'{text}' is not a length of time", "write it like 90 days"))
        return None
    return int(found[1]) * (7 if found[2].startswith("week") else 1)


NUMBERS: Schema = {"type": ["number", "string"], "pattern": f"^{NUMBER_PATTERN}$"}
NUMBER = Shape(_number, NUMBERS)
WHOLE = Shape(_whole, NUMBERS)
RANGE = Shape(_range, {"type": "array", "items": NUMBERS, "minItems": 2, "maxItems": 2})
DATE = Shape(_day, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
VERSION = Shape(_version, {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+){1,3}$"})
DURATION = Shape(_duration, {"type": "string", "pattern": "^[1-9][0-9]* (day|days|week|weeks)$"})

# --- lists and tables ---------------------------------------------------------------------------------------------


def listed(node: Node | None, problems: Problems, wanted: str) -> tuple[Node, ...]:
    """Return the nodes of a list that has at least one; nothing, with the reason reported, when it is none."""
    if node is None:
        return ()
    if type(node) is not Sequence:
        problems.append(wrong_kind(node, f"a list of {wanted}"))
        return ()
    if not node.nodes:
        problems.append(Problem(node.at, "F218", "this list is empty", f"list the {wanted}, or take the key out"))
    return node.nodes


def entries(node: Node | None, problems: Problems, wanted: str) -> tuple[tuple[Scalar, Node], ...]:
    """Return keys and nodes of a mapping that has at least one."""
    if node is None:
        return ()
    if type(node) is not Mapping:
        problems.append(wrong_kind(node, f"keys, the {wanted},"))
        return ()
    if not node.entries:
        problems.append(Problem(node.at, "F218", "nothing stands in here", f"write the {wanted}, or take the key out"))
    return node.entries


def list_of(schema: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": schema, "minItems": 1}


def table_of(schema: Schema) -> Schema:
    """Return the schema of a mapping with free keys."""
    return {"type": "object", "additionalProperties": schema, "minProperties": 1}


def schema_of(keys: Keys) -> Schema:
    """Return the schema of a mapping with these keys."""
    properties: Schema = {}
    for name, key in keys.by_name.items():
        properties[name] = {**key.shape.schema, "description": key.about} if key.about else key.shape.schema
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if keys.required:
        schema["required"] = [name for name in keys.by_name if name in keys.required]
    return schema


def any_of(schemas: Iterable[Schema]) -> Schema:
    """Return the schema of one out of several."""
    return {"anyOf": list(schemas)}


def unknown(at: Scalar, code: str, message: str, known: Iterable[str] | Table[str, object]) -> Problem:
    """Return the problem that a name doesn't exist, with the nearest one that does."""
    return Problem(at.at, code, message, nearest(at.text, known))
