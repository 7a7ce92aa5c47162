"""Decision diagrams against truth tables, and the classes of numbers against plain comparison."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.assess.diagram import FALSE, TRUE, Diagrams, TooLargeError, bits_of
from screener.assess.intervals import before, nested, windows_mask, within
from screener.assess.possible import Classes, Interval, Possible
from screener.assess.restriction import Restriction

CLASSES = 3
EVERY = (1 << CLASSES) - 1
VARIABLES = 4

conditions = st.recursive(
    st.tuples(st.just("test"), st.integers(0, VARIABLES - 1), st.integers(1, EVERY - 1)),
    lambda inner: st.one_of(
        st.tuples(st.just("not"), inner),
        st.tuples(st.sampled_from(["all", "any", "two"]), st.lists(inner, min_size=2, max_size=4)),
    ),
    max_leaves=8,
)
masks = st.lists(st.integers(1, EVERY), min_size=VARIABLES, max_size=VARIABLES)


def built(diagrams, condition):
    match condition:
        case ("test", variable, mask):
            return diagrams.test(variable, EVERY, mask)
        case ("not", inner):
            return diagrams.negated(built(diagrams, inner))
        case ("all", parts):
            return diagrams.all_of([built(diagrams, part) for part in parts])
        case ("any", parts):
            return diagrams.any_of([built(diagrams, part) for part in parts])
        case ("two", parts):
            return diagrams.at_least(2, [built(diagrams, part) for part in parts])


def holds(condition, values):
    match condition:
        case ("test", variable, mask):
            return bool(mask >> values[variable] & 1)
        case ("not", inner):
            return not holds(inner, values)
        case ("all", parts):
            return all(holds(part, values) for part in parts)
        case ("any", parts):
            return any(holds(part, values) for part in parts)
        case ("two", parts):
            return sum(holds(part, values) for part in parts) >= 2


@given(conditions, masks)
def test_that_outcomes_and_what_matters_equal_the_truth_table(condition, possible):
    diagrams = Diagrams(1000)
    restriction = Restriction(diagrams, built(diagrams, condition))
    outcomes, places = restriction.possible(possible)
    table = {values: holds(condition, values) for values in product(*(list(bits_of(mask)) for mask in possible))}
    assert outcomes == sum(1 << truth for truth in set(table.values()))
    matters = set()
    for values, truth in table.items():
        for variable in range(VARIABLES):
            for other in bits_of(possible[variable]):
                if table[(*values[:variable], other, *values[variable + 1 :])] != truth:
                    matters.add(variable)
    assert {restriction.variables[place] for place in bits_of(places)} == matters


@given(conditions)
def test_that_equal_conditions_are_one_diagram(condition):
    diagrams = Diagrams(1000)
    root = built(diagrams, condition)
    assert diagrams.negated(diagrams.negated(root)) == root
    assert diagrams.any_of([root, root]) == root
    assert diagrams.all_of([root, diagrams.negated(root)]) == FALSE
    assert diagrams.any_of([root, diagrams.negated(root)]) == TRUE


def test_that_a_diagram_over_its_budget_is_refused_and_the_next_one_is_not():
    diagrams = Diagrams(3)
    with pytest.raises(TooLargeError):
        diagrams.within_budget(lambda: diagrams.at_least(2, [diagrams.test(n, EVERY, 1) for n in range(5)]))
    assert diagrams.within_budget(lambda: diagrams.test(9, EVERY, 1)) >= 0


numbers = st.decimals(min_value=0, max_value=12, places=1, allow_nan=False)


@given(
    st.lists(numbers, min_size=1, max_size=4),
    numbers,
    numbers,
    st.booleans(),
    st.booleans(),
    st.sampled_from(["<", "<=", ">", ">=", "=="]),
)
def test_that_a_number_has_exactly_the_classes_its_interval_touches(thresholds, one, two, opens_low, opens_high, op):
    low, high = min(one, two), max(one, two)
    if low == high:
        opens_low = opens_high = False
    classes = Classes({"": thresholds})
    mask = classes.mask(Possible({"": Interval(low, high, opens_low, opens_high)}))
    step = Decimal("0.01")
    inside = [low + (high - low) * n / 400 for n in range(401)] + [t for t in thresholds if low <= t <= high]
    inside += [t + d for t in thresholds for d in (step / 10, -step / 10) if low <= t + d <= high]
    inside = [v for v in inside if not (opens_low and v == low) and not (opens_high and v == high)]
    compare = {
        "<": lambda v, t: v < t,
        "<=": lambda v, t: v <= t,
        ">": lambda v, t: v > t,
        ">=": lambda v, t: v >= t,
        "==": lambda v, t: v == t,
    }[op]
    for threshold in thresholds:
        truths = {compare(value, threshold) for value in inside}
        met = classes.comparison(op, {"": threshold})
        assert (bool(mask & met), bool(mask & ~met)) == (True in truths, False in truths)


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (3, "months", "2026-08-21"),
        (12, "months", "2025-11-21"),
        (5, "years", "2021-11-21"),
        (8, "weeks", "2026-09-26"),
        (92, "days", "2026-08-21"),
    ],
)
def test_that_windows_of_time_count_calendar_units_back_from_the_assessment(count, unit, expected):

    assert str(before(date(2026, 11, 21), count, unit)) == expected


def test_that_the_end_of_a_month_stays_in_its_month():

    assert before(date(2026, 5, 31), 3, "months") == date(2026, 2, 28)
    assert before(date(2024, 2, 29), 1, "years") == date(2023, 2, 28)


def test_that_windows_are_ordered_only_where_the_calendar_cannot_change_their_order():
    assert nested([(12, "months"), (3, "months")]) == ((3, "months"), (12, "months"))
    assert nested([(90, "days"), (3, "months")]) == ()
    assert nested([(5, "years"), (3, "months"), (2, "weeks")]) == ((2, "weeks"), (3, "months"), (5, "years"))


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 1, 1)),
    st.integers(0, 3000),
    st.integers(0, 900),
)
def test_that_the_class_of_a_date_agrees_with_each_window(assessed, back, length):
    windows = ((2, "weeks"), (3, "months"), (12, "months"), (5, "years"))
    high = Decimal(assessed.toordinal() - back)
    day = Possible({"": Interval(high - length, high)}, is_whole=True)
    mask = windows_mask(windows, day, assessed)
    for place, (count, unit) in enumerate(windows):
        inside = (1 << (place + 1)) - 1
        assert within(day, count, unit, assessed) == (1 if mask & ~inside else 0) | (2 if mask & inside else 0)
