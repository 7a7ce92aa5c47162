"""JSON in which numbers keep their digits (DESIGN 6)."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.assess.json_text import json_text

numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12)
leaves = st.none() | st.booleans() | st.integers() | numbers | st.text()
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4))


@pytest.mark.parametrize(
    ("number", "text"),
    [("8.10", "8.10"), ("1E+2", "100"), ("0.000", "0.000"), ("1E-7", "0.0000001"), ("12345678901234567890.5", "12345678901234567890.5")],
)  # fmt: skip
def test_that_a_decimal_is_a_number_with_its_digits(number, text):
    assert json_text({"value": Decimal(number)}) == f'{{"value": {text}}}'


def test_that_an_infinite_number_is_refused():
    with pytest.raises(ValueError, match="no infinite number"):
        json_text(Decimal("Infinity"))


def test_that_what_is_long_stands_on_lines_of_its_own():
    text = json_text({"id": "nds", "missing": ["ankle_reflex.left"] * 8, "empty": []})
    assert text.splitlines()[:4] == ["{", '  "id": "nds",', '  "missing": [', '    "ankle_reflex.left",']
    assert text.splitlines()[-2:] == ['  "empty": []', "}"]


@given(values)
def test_that_any_value_reads_back_the_same(value):
    assert json.loads(json_text(value), parse_float=Decimal) == value
