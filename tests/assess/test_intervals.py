"""What sums, comparisons and years can still be, against every way of picking numbers from what they are made of.

I1  Nothing that can come out is left out: the law of the program.
I2  Nothing is let in that can't come out: a range on screen, and what is still open, are as narrow as they can be.
I3  What may have no value gives what may have none, and no comparison with it holds for certain.
"""

from __future__ import annotations

import operator
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from screener.assess.intervals import EITHER, FALSE_ONLY, TRUE_ONLY, arithmetic, compared, picked, years
from screener.assess.possible import INFINITY, NO_VALUE, Classes, Interval, Possible, exactly

FAR = Decimal(10**6)  # stands for an end that nobody knows
SIGNS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
COMPARISONS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq}
GRID = [-FAR, *(Decimal(number) / 8 for number in range(-32, 33)), FAR]
halves = st.integers(-8, 8).map(lambda number: Decimal(number) / 2)  # few, so that ends meet


@st.composite
def ranges(draw, *, may_be_endless=False, may_be_open=True):
    low, high = sorted((draw(halves), draw(halves)))
    may_be_open = may_be_open and low < high
    low_open, high_open = (may_be_open and draw(st.booleans()) for _ in "lh")
    if may_be_endless and draw(st.booleans()):
        return Interval(-INFINITY if draw(st.booleans()) else low, INFINITY if draw(st.booleans()) else high)
    return Interval(low, high, low_open, high_open)


def numbers_in(interval):
    low, high, is_low_open, is_high_open = interval
    left_out = {low if is_low_open else None, high if is_high_open else None}
    return [number for number in GRID if low <= number <= high and number not in left_out]


def possible(interval, **more):
    return Possible({"": interval}, **more)


@given(
    st.sampled_from(sorted(SIGNS)),
    ranges(may_be_endless=True, may_be_open=False),
    ranges(may_be_open=False),
    st.booleans(),
)
def test_that_a_sum_difference_product_or_quotient_lies_between_its_ends_and_reaches_them(sign, one, other, is_turned):
    if is_turned and sign != "/":
        one, other = other, one
    assume(sign != "/" or other.low > 0 or other.high < 0)
    found = arithmetic(sign, possible(one), possible(other)).plain
    out = {SIGNS[sign](a, b) for a, b in product(numbers_in(one), numbers_in(other))}
    ends = [INFINITY.copy_sign(end) if abs(end) > FAR / 10 else end for end in (min(out), max(out))]
    assert list(found[:2]) == ends


@given(st.sampled_from(sorted(COMPARISONS)), ranges(may_be_endless=True), ranges(may_be_endless=True))
def test_that_two_numbers_compare_as_some_of_what_they_can_be_does(op, one, other):
    truths = {COMPARISONS[op](a, b) for a, b in product(numbers_in(one), numbers_in(other))}
    expected = (TRUE_ONLY if True in truths else 0) | (FALSE_ONLY if False in truths else 0)
    assert compared(op, possible(one), possible(other)) == expected


@given(st.lists(ranges(may_be_endless=True, may_be_open=False), min_size=1, max_size=3), st.sampled_from([min, max]))
def test_that_the_smallest_and_the_largest_lie_between_the_picks_of_the_ends(intervals, pick):
    found = picked(pick, [possible(one) for one in intervals]).plain
    assert found == Interval(pick(one.low for one in intervals), pick(one.high for one in intervals))


@pytest.mark.parametrize("sign", SIGNS)
def test_that_numbers_stay_whole_but_in_a_quotient_and_with_a_fraction(sign):
    whole = possible(Interval(Decimal(2), Decimal(3)), is_whole=True)
    assert arithmetic(sign, whole, whole).is_whole is (sign != "/")
    for mixed in ((whole, possible(whole.plain)), (possible(whole.plain), whole)):
        assert not arithmetic(sign, *mixed).is_whole
        assert not picked(min, mixed).is_whole
    assert picked(min, (whole, whole)).is_whole


ONE = exactly(Decimal(1))


@pytest.mark.parametrize("sign", SIGNS)
def test_that_what_is_worked_out_from_no_value_has_none(sign):
    maybe = possible(Interval(Decimal(1), Decimal(2)), may_be_none=True)
    for other, has_parts, may_be_none in ((NO_VALUE, False, True), (maybe, True, True), (ONE, True, False)):
        for numbers in ((ONE, other), (other, ONE)):
            for found in (arithmetic(sign, *numbers), picked(min, numbers), years(*numbers)):
                assert (bool(found.parts), found.may_be_none) == (has_parts, may_be_none)


@pytest.mark.parametrize("op", COMPARISONS)
def test_that_nothing_compares_with_no_value_or_in_another_unit(op):
    percent = exactly(Decimal(1), "%")
    for other in (NO_VALUE, percent):
        assert (compared(op, ONE, other), compared(op, other, ONE)) == (FALSE_ONLY, FALSE_ONLY)
    maybe = possible(ONE.plain, may_be_none=True)
    expected = EITHER if COMPARISONS[op](1, 1) else FALSE_ONLY
    assert (compared(op, ONE, maybe), compared(op, maybe, ONE)) == (expected, expected)


days = st.dates(min_value=date(2019, 12, 1), max_value=date(2021, 4, 1))
stretches = st.integers(0, 500)


@given(days, stretches, days, stretches)
def test_that_whole_years_between_two_days_are_counted_by_birthdays(born, unsure, day, later):
    first, last = born.toordinal(), day.toordinal()
    found = years(
        possible(Interval(Decimal(first), Decimal(first + unsure))),
        possible(Interval(Decimal(last), Decimal(last + later))),
    ).plain

    def age(start, end):
        count = 0
        while (start.year + count + 1, start.month, start.day) <= (end.year, end.month, end.day):
            count += 1
        return count

    longest = age(born, date.fromordinal(last + later))
    assert found == Interval(age(date.fromordinal(first + unsure), day), longest)


@given(st.lists(halves, max_size=4), halves, halves)
def test_that_a_whole_number_has_the_classes_of_the_whole_numbers_in_its_interval(thresholds, one, other):
    low, high = min(one, other), max(one, other)
    whole = [Decimal(number) for number in range(-4, 5) if low <= number <= high]
    assume(whole)
    classes = Classes({"": thresholds})
    expected = 0
    for number in whole:
        expected |= classes.mask(exactly(number))
    assert classes.mask(possible(Interval(low, high), is_whole=True)) == expected
