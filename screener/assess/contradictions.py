"""Numbers that a form gives for two units of one quantity, and that are not the same amount."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from screener.assess.conversions import convert, exact
from screener.form import expression as e
from screener.form.problem import Problem
from screener.form.rules import expressions
from screener.form.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from screener.form.model import Form, Item
    from screener.form.problem import Span

MOST_APART = Decimal("0.05")  # of the number; laboratories round, and differ by less


class _Given(NamedTuple):
    """One amount in the units of an item: what it is called, and where it is written or first read."""

    name: str
    of: Item
    numbers: Mapping[str, Decimal]
    at: Span


def contradictions(form: Form) -> Iterator[Problem]:
    """Yield a problem for each cut-off or normal range whose numbers are not the same by the reviewed conversion."""
    for name, of, numbers, at in _given(form):
        for unit, number in numbers.items():
            amount, other = exact(of.converts, number, unit)
            if other in numbers and abs(amount - numbers[other]) > MOST_APART * amount:
                shown, _ = convert(of.converts, number, unit) or (amount, other)
                message = f"'{name}': {number} {unit} is {shown} {other}, not {numbers[other]}"
                yield Problem(at, "F518", message, "correct the one or the other")
                break


def _given(form: Form) -> Iterator[_Given]:
    """Yield what is written in several units: on items, and in rules that read an item against a number of theirs."""
    items = {id_: item for id_, item in form.items.items() if item.converts}
    for item in items.values():
        yield from (
            _Given(f"{item.id}.{cutoff.id}", item, cutoff.numbers, cutoff.at) for cutoff in item.cutoffs.values()
        )
        normals = [(unit.id, unit.normal) for unit in item.units if unit.normal is not None]
        for end in ("lowest", "highest"):
            ends = {unit: number for unit, normal in normals if (number := getattr(normal, end)) is not None}
            if ends:
                yield _Given(f"{item.id}: normal", item, ends, normals[0][1].at)
    own: dict[int, _Given] = {}  # of a trial, flag or finding, where they are read first
    for rule in expressions(form):
        for node in walk(rule.roots[0]):
            match node:
                case e.Compare(_, e.Reading(cell), e.CutOffNumber(name, numbers)) | e.Compare(
                    _, e.CutOffNumber(name, numbers), e.Reading(cell)
                ) if name.startswith("cutoffs."):
                    if (of := items.get(cell.partition(".")[0])) is not None:
                        own.setdefault(id(numbers), _Given(name, of, numbers, rule.at))
    yield from own.values()
