"""What a definition in a form file is: its first key says it."""

from __future__ import annotations

from screener.form import keys
from screener.form.keys_cards import CARD, LEAFLET

KINDS = {
    "form": keys.FORM,
    "section": keys.SECTION,
    "value": keys.VALUE,
    "lookup": keys.LOOKUP,
    "score": keys.SCORE,
    "finding": keys.FINDING,
    "flag": keys.FLAG,
    "note": keys.NOTE,
    "rule": keys.RULE,
    "trial": keys.TRIAL,
    "card": CARD,
    "leaflet": LEAFLET,
    "site": keys.SITE,
    "approval": keys.APPROVAL,
}
BELOW = (
    frozenset[str]().union(*(kind.known for kind in KINDS.values())) - KINDS.keys()
)  # no definition begins with these
EXAMPLE_KINDS = ("example", "examples")
