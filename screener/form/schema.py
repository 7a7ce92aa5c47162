"""JSON Schema of all files of a form, for editors: made from the keys that the decoder reads by."""

from __future__ import annotations

import json

from screener.form.keys_languages import LANGUAGE_KINDS
from screener.form.kinds import KINDS
from screener.form.shapes import Schema, any_of, list_of, schema_of, table_of
from screener.form.shapes_text import TEXTS

WORDS: Schema = {"type": "string"}
_EXAMPLE_PARTS: Schema = {
    "title": WORDS,
    "source": WORDS,
    "like": {"type": "string", "description": "start from another example"},
    "without": list_of(WORDS),
    "date": WORDS,
    "patient": table_of(TEXTS),
    "summary": {"type": "object"},
    "answers": {"type": ["object", "null"], "description": "item: answer, as in an answers file"},
    "expect": {"type": "object", "description": "what must come out"},
}


def form_schema() -> Schema:
    """Return the schema of one file: one definition, or a list of them."""
    kinds: dict[str, Schema] = {kind: schema_of(keys) for kind, keys in KINDS.items()} | LANGUAGE_KINDS
    kinds["flag"] |= any_of(({"required": ["tier", "raised_if"]}, {"required": ["cases"]}))
    hidden: Schema = {"required": ["hidden"], "properties": {"hidden": {"enum": ["yes", True]}}}
    kinds["finding"] |= any_of(({"required": ["cite"]}, hidden))
    kinds["example"] = {
        "type": "object",
        "properties": {"example": TEXTS, **_EXAMPLE_PARTS},
        "required": ["example"],
        "additionalProperties": False,
    }
    shared = ("title", "source", "like", "date", "patient")
    kinds["examples"] = {
        "type": "object",
        "properties": {
            "examples": TEXTS,
            **{name: _EXAMPLE_PARTS[name] for name in shared},
            "cases": list_of({"$ref": "#/$defs/example"}),
        },
        "required": ["examples", "cases"],
        "additionalProperties": False,
    }
    each: list[Schema] = [{"$ref": f"#/$defs/{kind}"} for kind in kinds]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a form",
        "description": "See docs/forms.md",
        **any_of((*each, list_of(any_of(each)))),
        "$defs": kinds,
    }


def schema_text() -> str:
    """Return the schema as it stands in resources/form.schema.json."""
    return json.dumps(form_schema(), indent=2, ensure_ascii=False) + "\n"
