"""The schema for editors says what the decoder reads."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from screener.form.keys_languages import LANGUAGE_KINDS
from screener.form.kinds import EXAMPLE_KINDS, KINDS
from screener.form.schema import form_schema
from screener.paths import FORMS, RESOURCES

FILES = sorted(FORMS.rglob("*.yaml"))


def fits(value: object, schema: dict, root: dict) -> bool:
    """Whether a value fits: the few words of JSON Schema that the schema uses, and no others."""
    known = {"$ref", "anyOf", "type", "enum", "pattern", "properties", "required", "additionalProperties", "items",
             "minItems", "maxItems", "minProperties", "maxProperties", "description", "title", "$schema", "$defs"}  # fmt: skip
    assert schema.keys() <= known
    if "$ref" in schema:
        return fits(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "anyOf" in schema and not any(fits(value, each, root) for each in schema["anyOf"]):
        return False
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool, "number": (int, float), "null": type(None)}
    wanted = schema.get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if wanted and not any(isinstance(value, kinds[kind]) for kind in wanted):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        return False
    if isinstance(value, dict):
        more = schema.get("additionalProperties", {})
        properties = schema.get("properties", {})
        return (
            set(schema.get("required", ())) <= value.keys()
            and schema.get("minProperties", 0) <= len(value) <= schema.get("maxProperties", 10**6)
            and (more is not False or value.keys() <= properties.keys())
            and all(fits(each, properties.get(key, more or {}), root) for key, each in value.items())
        )
    if isinstance(value, list):
        return schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", 10**6) and all(
            fits(each, schema.get("items", {}), root) for each in value
        )
    return True


class EditorLoader(yaml.SafeLoader):
    """Dates stay text, as in YAML 1.2, which editors read."""


EditorLoader.yaml_implicit_resolvers = {
    letter: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for letter, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_an_editor_reads(text: str) -> object:
    return yaml.load(text, EditorLoader)


def test_that_the_schema_in_resources_is_the_one_of_the_decoder():
    written = (RESOURCES / "form.schema.json").read_text(encoding="utf-8")
    assert written == json.dumps(form_schema(), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(Path(path).relative_to(FORMS)))
def test_that_every_shipped_file_fits_the_schema(path):
    schema = form_schema()
    assert fits(as_an_editor_reads(path.read_text(encoding="utf-8")), schema, schema)


@pytest.mark.parametrize("path", [path for path in FILES if "examples" not in path.parts], ids=lambda path: path.name)
def test_that_a_misspelt_first_key_below_the_top_does_not_fit_the_schema(path):
    schema = form_schema()
    text = path.read_text(encoding="utf-8")
    changed = re.sub(r"^(\s*)title:", r"\1tilte:", text, count=1, flags=re.MULTILINE)
    if changed != text:
        assert not fits(as_an_editor_reads(changed), schema, schema)


def test_that_the_schema_knows_every_kind_of_file_and_every_key():
    schema = form_schema()
    assert set(schema["$defs"]) == {*KINDS, *EXAMPLE_KINDS, *LANGUAGE_KINDS}
    for kind, known in KINDS.items():
        assert schema["$defs"][kind]["properties"].keys() == known.by_name.keys()
        assert set(schema["$defs"][kind].get("required", ())) == known.required
