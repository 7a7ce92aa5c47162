"""What a form holds for reading only, and what its authors vouch for only up to a day.

1. A card and a leaflet say what is written, sentence by sentence.
2. They count in the hash and are never needed by a rule.
3. What is past its day is named, the form first; on the day itself nothing is.
"""

from __future__ import annotations

from datetime import date

import pytest

from screener.form.cards import Confidence
from screener.form.validity import Expired, expired
from tests.form.minimal import FILES, changed, form_with, problems_with

CARD, LEAFLET = "cards/one.yaml", "leaflets/one.yaml"


def test_that_a_card_says_what_is_written():
    (card,) = form_with().cards
    assert (card.id, card.title, card.registry) == ("example_trial", "A registered trial", "NCT00000000")
    assert (card.product, card.route, card.status) == ("Cells of an invented kind.", "", "Recruiting.")
    assert (card.snapshot, card.valid_until) == (date(2026, 6, 1), date(2027, 6, 1))
    assert card.confidence is Confidence.PART
    assert card.include == ("Adults, with a comma in the sentence.", "Diabetes of any type.")
    assert card.exclude == ("Cancer within five years.",)
    assert card.not_seen == ("The doses.",)
    assert card.uncertain == "The status may have changed."


def test_that_a_leaflet_says_what_is_written():
    (leaflet,) = form_with().leaflets
    first, second = leaflet.parts
    assert (first.heading, first.text) == ("Before you decide", "Ask who pays, and who looks after you later.")
    assert first.points == ("Is it registered?", "What does it cost?")
    assert second.points == ()
    assert leaflet.valid_until is None


def test_that_a_form_has_another_hash_with_another_card():
    assert form_with(changed(CARD, "Recruiting.", "Closed.")).sha256 != form_with().sha256


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (CARD, "confidence: part", "confidence: parts", "8:13 F212"),
        (CARD, "registry: NCT00000000\n", "", "1:1 F202"),
        (CARD, "include:\n", "include: [Adults]\nexcluded:\n", "10:1 F201"),
        (CARD, "  - Diabetes of any type.", "    - Diabetes of any type.", "11:5 F110"),
        (CARD, "  - Diabetes of any type.", "  - Diabetes: any type.", "11:5 F203"),
        (CARD, "  - The doses.\n", "", "15:10 F203"),
        (LEAFLET, "    points:\n", "    point:\n", "7:5 F201"),
        (LEAFLET, "  - heading: Afterwards\n    text", "  - text", "10:5 F202"),
        (LEAFLET, "Is it registered?", "Is it #1?", "8:14 F206"),
    ],
)
def test_that_a_slip_in_a_card_or_leaflet_is_reported_at_its_place(file, old, new, problem):
    assert f"{file}:{problem}" in problems_with(changed(file, old, new))


def test_that_a_second_card_of_the_same_id_is_refused():
    assert problems_with({"cards/two.yaml": FILES[CARD]}) == ["cards/two.yaml:1:7 F301"]


def test_that_what_is_past_its_day_is_named_with_the_form_first():
    changes = changed("scores/signs.yaml", "licence: B\n", "licence: B\nvalid_until: 2027-01-31\n") | changed(
        "sections/history.yaml", "    usual: [0, 9]\n", "    usual: [0, 9]\n    valid_until: 2027-02-28\n"
    )
    form = form_with(changes)
    assert expired(form, date(2027, 1, 31)) == ()
    assert expired(form, date(2027, 2, 1)) == (Expired("signs", "Signs", date(2027, 1, 31)),)
    assert [each.id for each in expired(form, date(2027, 12, 1))] == ["small", "pain_score", "signs", "example_trial"]


def test_that_nothing_is_past_its_day_while_the_day_of_the_assessment_is_open():
    assert expired(form_with(), None) == ()
