"""What a node of a form file may look like: one table of keys serves decoder, check for unknown keys and schema.

A `Shape` reads one node and describes it as JSON Schema; a `Key` is a name with a shape; `Keys` are all keys of one
kind of thing. Reading never raises: what is wrong goes to `problems`, and None takes the value's place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from screener.form.nodes import Mapping, Node, Scalar, Sequence
from screener.form.problem import Problem, closest, nearest
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Problems = list[Problem]
Schema = dict[str, object]


@dataclass(frozen=True, slots=True)
class Shape(Generic[T_co]):
    """How a node is read, and how it is described to an editor."""

    read: Callable[[Node, Problems], T_co | None]
    schema: Schema


@dataclass(frozen=True, slots=True)
class Key(Generic[T_co]):
    """A key, what it holds, and a word about it for editors and remedies."""

    name: str
    shape: Shape[T_co]
    about: str = ""
    is_required: bool = False


class Keys:
    """All keys of one kind of thing; `of` names it in messages."""

    def __init__(self, of: str, *keys: Key[object]) -> None:
        self.of = of
        self.by_name = {key.name: key for key in keys}
        self.required = frozenset(key.name for key in keys if key.is_required)
        self.known = frozenset(self.by_name)

    def open(self, node: Node, problems: Problems) -> Entry:
        """Return the mapping to read from, after reporting unknown and missing keys; an empty one for anything else."""
        if not isinstance(node, Mapping):
            problems.append(wrong_kind(node, f"the keys of {self.of}"))
            return Entry(Mapping((), node.at), problems)
        if not self.known.issuperset(node.fields):
            self.mend(node, problems)
        if not self.required <= node.fields.keys():
            self._report_missing(node, problems)
        return Entry(node, problems)

    def mend(self, mapping: Mapping, problems: Problems) -> None:
        """Report unknown keys, and take each for the one that it is near to, so that what stands under it is read."""
        if mapping.runs_together:
            return
        for key, node in mapping.entries:
            if key.text in self.known:
                continue
            problems.append(self._unknown(key, node, in_flow=mapping.in_flow))
            if (meant := closest(key.text, self.known)) and meant not in mapping.fields:
                mapping.rename(key, meant)

    def _unknown(self, key: Scalar, node: Node, *, in_flow: bool) -> Problem:
        if key.text == "default":
            hint = "take it out; nothing is answered until somebody answers it"
            return Problem(key.at, "F215", "there is no 'default'", hint)
        if "\u00a0" in key.text:
            return Problem(key.at, "F103", "a space that is none, in a key", "type a space in its place")
        hint = nearest(key.text, self.known)
        if in_flow and isinstance(node, Scalar) and not node.text:
            hint = "a comma inside { } ends the text; write the text on a line of its own"
        return Problem(key.at, "F201", f"{self.of} has no key '{key.text}'", hint)

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
    match node:
        case Scalar(text):
            found, hint = ("a text" if text else "nothing"), "write it below its key, indented by two spaces"
            if wanted.startswith("a pair"):
                hint = "write both, in brackets"
        case Mapping():
            found, hint = "keys", "a text that contains ': ' is written in quotes or after '>'"
        case Sequence():
            found, hint = "a list", "take the dashes or brackets out"
            if wanted.startswith("keys and"):
                hint = "write each as 'name: ...' on a line of its own, without a dash"
    if wanted.startswith("a list") and found != "nothing":
        hint = "begin each of them with '- ' on a line of its own"
    return Problem(node.at, "F203", f"{found} where {wanted} should stand", hint)


# --- lists and tables ---------------------------------------------------------------------------------------------


def listed(node: Node | None, problems: Problems, wanted: str) -> tuple[Node, ...]:
    """Return the nodes of a list that has at least one; nothing, with the reason reported, when it is none."""
    if node is None:
        return ()
    if not isinstance(node, Sequence):
        problems.append(wrong_kind(node, f"a list of {wanted}"))
        return ()
    if not node.nodes:
        problems.append(Problem(node.at, "F218", "this list is empty", f"list the {wanted}, or take the key out"))
    return node.nodes


def entries(node: Node | None, problems: Problems, wanted: str) -> tuple[tuple[Scalar, Node], ...]:
    """Return keys and nodes of a mapping that has at least one."""
    mapping = table_in(node, problems, wanted)
    return () if mapping is None else mapping.entries


def table_in(node: Node | None, problems: Problems, wanted: str) -> Mapping | None:
    """Return a mapping that has at least one key; None, with the reason reported, when it is none."""
    if node is None:
        return None
    if not isinstance(node, Mapping):
        problems.append(wrong_kind(node, f"keys and {wanted}"))
        return None
    if not node.fields:
        problems.append(Problem(node.at, "F218", "nothing stands in here", f"write the {wanted}, or take the key out"))
    return node


def list_of(schema: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": schema, "minItems": 1}


def table_of(schema: Schema, names: Schema | None = None) -> Schema:
    """Return the schema of a mapping with free keys, or with such names as keys."""
    of_names = {} if names is None else {"propertyNames": names}
    return {"type": "object", "additionalProperties": schema, "minProperties": 1, **of_names}


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
