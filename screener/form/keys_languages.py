"""The keys of translations: the texts of a form in another language, and who reviewed them."""

from __future__ import annotations

from screener.form.cards import Card, Leaflet
from screener.form.keys import APPROVED_ON, ROLE, SHA256
from screener.form.model import Item, Section
from screener.form.retell import WORDS
from screener.form.rules import Criterion, Finding, Flag, Lookup, Score, Trial, Value
from screener.form.shapes import Key, Keys, Schema, list_of, schema_of, table_of
from screener.form.shapes_text import TEXTS, WORD

LANGUAGE_PATTERN = "[a-z]{2,3}"
LANGUAGE: Schema = {"type": "string", "pattern": f"^{LANGUAGE_PATTERN}$"}

REVIEWED_BY = Key("review", WORD, "who reviewed the translation", is_required=True)
REVIEW = Keys("a review", REVIEWED_BY, ROLE, APPROVED_ON, SHA256)

CONFIRMED = Key("confirmed", WORD, "the language, as its folder is called", is_required=True)
CONFIRMED_TEXTS = Key("texts", WORD, "the checksum of each English text, a line each", is_required=True)
CONFIRMATION = Keys("a confirmation", CONFIRMED, CONFIRMED_TEXTS)


def _texts(*names: str, **parts: Schema) -> Schema:
    return {"type": "object", "properties": dict.fromkeys(names, TEXTS) | parts, "additionalProperties": False}


def _each(kind: type, **parts: Schema) -> Schema:
    """Return the schema of the texts of each thing of a kind, by id."""
    return table_of(_texts(*WORDS[kind], **parts))


_BY_ID = table_of(TEXTS)
_LIST = list_of(TEXTS)
_OF_ITEMS = {"options": _BY_ID, "units": _BY_ID}
TRANSLATION: Schema = _texts(
    translation={**LANGUAGE, "description": "the language, as its folder is called"},
    form=_texts("title", "intended_use", tiers=_BY_ID, glossary=_BY_ID),
    sections=_each(Section, headings=_LIST),
    items=_each(Item, **_OF_ITEMS, columns=_each(Item, **_OF_ITEMS)),
    values=_each(Value),
    lookups=_each(Lookup),
    scores=_each(Score, bands=_BY_ID, cutoffs=_BY_ID, points=_BY_ID),
    findings=_each(Finding, outcomes=_BY_ID),
    flags=_each(Flag),
    notes=_BY_ID,
    note_sources=_BY_ID,
    rules=_BY_ID,
    trials=_each(Trial, criteria=_each(Criterion), notes=_BY_ID, note_sources=_BY_ID),
    cards=_each(Card, include=_LIST, exclude=_LIST, not_seen=_LIST),
    leaflets=_each(Leaflet, parts=list_of(_texts("heading", "text", points=_LIST))),
) | {"required": ["translation"]}
LANGUAGE_KINDS = {
    "translation": TRANSLATION,
    "review": schema_of(REVIEW),
    "confirmed": schema_of(CONFIRMATION),
}
