"""What is outside its normal range, and how a range is said.

1. A number after "<" or ">" is a stretch: it is outside only when all of the stretch is.
2. The range is that of the unit entered; nothing is converted.
3. The clinic's laboratory stands in the form's place.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from screener.assess.answers import Measured, NotDone, NoValue, Reason, Whole
from screener.assess.normal import is_outside, normal_of, range_words
from tests.form.minimal import FILES, changed, form_with

EXAMINATION, SITE = "sections/examination.yaml", "site.yaml"


def weight(normal):
    units = "{limits: [0, 400], normal: " + normal + "}"
    return form_with(changed(EXAMINATION, "{limits: [20, 400], normal: 45 to 120}", units)).items["weight"]


def measured(text, unit="kg"):
    sign = text[0] if text[0] in "<>" else ""
    return Measured(Decimal(text.removeprefix(sign)), unit, sign)


@pytest.mark.parametrize(
    ("normal", "words", "inside", "outside"),
    [
        ("45 to 120", "45–120", ["45", "120", "<120", ">45", "<50"], ["44.9", "120.1", "<45", ">120"]),
        ("at least 0.70", "≥0.70", ["0.70", "<0.71", ">0.2"], ["0.69", "<0.70"]),
        ("at most 1", "≤1", ["1", "<5", ">0"], ["1.1", ">1"]),
        ("below 5.6", "<5.6", ["5.59", "<5.6", "<9", ">2"], ["5.6", "5.7", ">5.6"]),
        ("above 258", ">258", ["258.1", ">258", ">200", "<300"], ["258", "257", "<258"]),
    ],
)
def test_that_a_number_is_outside_when_all_that_it_can_be_is(normal, words, inside, outside):
    item = weight(normal)
    assert range_words(normal_of(item, measured("1"))) == words
    assert [text for text in inside + outside if is_outside(item, measured(text))] == outside


def test_that_what_is_no_number_of_a_unit_with_a_range_is_never_outside():
    item = weight("45 to 120")
    for answer in (None, NotDone(), NoValue(Reason.UNKNOWN), measured("300", unit="lb"), Whole(300)):
        assert not is_outside(item, answer)


def test_that_the_range_of_the_clinics_laboratory_stands_in_the_forms_place():
    own = "normal:\n  weight: 50 to 110\n  hba1c: {'%': below 6.0, mmol/mol: below 42}\n  pain_score: at most 3\n"
    form = form_with({SITE: FILES[SITE] + own})
    assert is_outside(form.items["weight"], measured("49"))
    assert [range_words(unit.normal) for unit in form.items["hba1c"].units] == ["<6.0", "<42"]
    assert not is_outside(form.items["hba1c"], measured("41", "mmol/mol"))
    assert is_outside(form.items["pain_score"], Whole(4))
    assert all(unit.normal.of_site for unit in form.items["hba1c"].units)
