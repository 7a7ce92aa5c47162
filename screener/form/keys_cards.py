"""The keys of what is only read, never a rule: reference cards of trials and leaflets for patients."""

from __future__ import annotations

from screener.form.cards import Confidence
from screener.form.keys import REVIEWED, SNAPSHOT, TITLE, TRIAL_SOURCE, UNCERTAIN, VALID_UNTIL
from screener.form.shapes import Key, Keys, list_of, schema_of
from screener.form.shapes_text import ID, SENTENCE, SENTENCES, WORD, node_like, one_of

CARD_ID = Key("card", ID, "the card's id", is_required=True)
REGISTRY = Key("registry", WORD, "the number in the registry of trials", is_required=True)
PRODUCT = Key("product", SENTENCE, "what is given")
ROUTE = Key("route", SENTENCE, "how and how often it is given, as far as it was seen")
DESIGN = Key("design", SENTENCE, "phase, arms, places")
STATUS = Key("status", SENTENCE, "as the registry had it on the day of the snapshot")
CONFIDENCE = Key("confidence", one_of(*Confidence), "how much of the record was seen", is_required=True)
INCLUDE = Key("include", SENTENCES, "the rules of inclusion that were seen")
EXCLUDE = Key("exclude", SENTENCES, "the rules of exclusion that were seen")
NOT_SEEN = Key("not_seen", SENTENCES, "what the record has and nobody here read")
OUTCOME = Key("outcome", SENTENCE, "one neutral sentence")
CARD = Keys(
    "a card", CARD_ID, TITLE, REGISTRY, PRODUCT, ROUTE, DESIGN, STATUS, SNAPSHOT, VALID_UNTIL, CONFIDENCE, INCLUDE,
    EXCLUDE, NOT_SEEN, OUTCOME, TRIAL_SOURCE, REVIEWED, UNCERTAIN,
)  # fmt: skip

LEAFLET_ID = Key("leaflet", ID, "the leaflet's id", is_required=True)
PART_HEADING = Key("heading", SENTENCE, "the heading of this part", is_required=True)
PART_TEXT = Key("text", SENTENCE, "a paragraph", is_required=True)
PART_POINTS = Key("points", SENTENCES, "a list below it")
PART = Keys("a part of a leaflet", PART_HEADING, PART_TEXT, PART_POINTS)
PARTS = Key("parts", node_like(list_of(schema_of(PART))), "what it says, in order", is_required=True)
LEAFLET = Keys("a leaflet", LEAFLET_ID, TITLE, PARTS, SNAPSHOT, VALID_UNTIL, TRIAL_SOURCE, REVIEWED, UNCERTAIN)
