"""The schema for editors says what the decoder reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from screener.form.keys_languages import LANGUAGE_KINDS
from screener.form.kinds import EXAMPLE_KINDS, KINDS
from screener.form.model import ItemType
from screener.form.schema import form_schema, schema_text
from screener.paths import FORMS, RESOURCES
from tests.form.minimal import changed
from tests.form.test_problems import MISTAKES

FILES = sorted(FORMS.rglob("*.yaml"))


def fits(value: object, schema: dict, root: dict) -> bool:
    """Whether a value fits: the few words of JSON Schema that the schema uses, and no others."""
    known = {"$ref", "anyOf", "type", "enum", "pattern", "properties", "required", "additionalProperties", "items",
             "minItems", "maxItems", "propertyNames", "minProperties", "maxProperties", "description", "title", "$schema", "$defs"}  # fmt: skip
    assert schema.keys() <= known
    if "$ref" in schema:
        return fits(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "anyOf" in schema and not any(fits(value, each, root) for each in schema["anyOf"]):
        return False
    kinds = {
        "object": dict,
        "array": list,
        "string": str,
        "boolean": bool,
        "number": (int, float),
        "integer": int,
        "null": type(None),
    }
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
            and all(fits(key, schema.get("propertyNames", {}), root) for key in value)
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
    assert written == schema_text(), "python main.py schema > resources/form.schema.json"


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


# structure that the words of JSON Schema can't say
UNSAID = {
    "a unit in quotes of a word processor", "a day that is not in the calendar", "limits upside down",
    "a normal range upside down", "a normal range without source", "a normal range for one of two units",
    "something studied without source", "a unit whose first quote is lost",
}  # fmt: skip
OF_STRUCTURE = re.compile("F20[123479]|F208|F21[0234568]|F220")


@pytest.mark.parametrize("what", [what for what, mistake in MISTAKES.items() if OF_STRUCTURE.search(mistake[3])])
def test_that_an_editor_marks_a_mistake_in_the_structure(what):
    file, old, new, _ = MISTAKES[what]
    schema = form_schema()
    assert fits(as_an_editor_reads(changed(file, old, new)[file]), schema, schema) == (what in UNSAID)


def test_that_an_editor_offers_the_keys_of_the_type_that_is_written():
    schema = form_schema()
    items = schema["$defs"]["section"]["properties"]["items"]["items"]["anyOf"]
    types = [item["properties"]["type"]["enum"] for item in items if "type" in item["properties"]]
    assert types == [[type_.value] for type_ in ItemType]
