"""What is normal of a number: as the form says, or the clinic's laboratory in its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from screener.form import keys as k
from screener.form.per_unit import PerUnit
from screener.form.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping as Table

    from screener.form.model import Normal, Range, Unit
    from screener.form.nodes import Node
    from screener.form.shapes import Entry, Problems

Normals = dict[str, "Normal"]


def unit_normals(units: tuple[Unit, ...], entry: Entry, site: Node | None, problems: Problems) -> tuple[Unit, ...]:
    """Return the units of a quantity with what is normal in each: for all of them, or for none."""
    ids = tuple(unit.id for unit in units)
    own = {unit.id: unit.normal for unit in units if unit.normal is not None}
    lacking = [id_ for id_ in ids if id_ not in own]
    if own and lacking:
        message = f"the normal range has no numbers for {' and '.join(lacking)}"
        problems.append(Problem(entry.mapping.fields["units"].at, "F312", message, "one range per unit"))
    _check_source(own, entry, problems)
    normals = own if site is None else _of_site(site, ids, problems)
    _check_limits(normals, {unit.id: unit.limits for unit in units}, problems)
    return units if normals == own else tuple(replace(unit, normal=normals.get(unit.id)) for unit in units)


def whole_normal(limits: Range | None, entry: Entry, site: Node | None, problems: Problems) -> Normal | None:
    """Return what is normal of a whole number."""
    written = entry.get(k.NORMAL_RANGE)
    own = {"": written} if written is not None else {}
    _check_source(own, entry, problems)
    normals = own if site is None else _of_site(site, ("",), problems)
    _check_limits(normals, {"": limits}, problems)
    return normals.get("")


def _of_site(node: Node, units: tuple[str, ...], problems: Problems) -> Normals:
    """Return the ranges of the clinic's laboratory, one per unit."""
    found = PerUnit(units, "range").read(node, k.NORMAL_RANGE.shape, problems) or {}
    return {unit: replace(normal, of_site=True) for unit, normal in found.items()}


def _check_source(own: Normals, entry: Entry, problems: Problems) -> None:
    if own and "source" not in entry.mapping.fields:
        hint = "add 'source:' to the item: where the range comes from"
        problems.append(Problem(entry.mapping.at, "F202", "a normal range needs 'source'", hint))


def _check_limits(normals: Normals, limits: Table[str, Range | None], problems: Problems) -> None:
    for unit, normal in normals.items():
        allowed = limits[unit]
        for end in (normal.lowest, normal.highest):
            if allowed is not None and end is not None and end not in allowed:
                message = f"the normal range goes beyond the limits: {end} {unit}".rstrip()
                problems.append(Problem(normal.at, "F517", message, f"from {allowed.lowest} to {allowed.highest}"))
