"""Whole numbers and quantities: their keys -> the fields of an item."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from screener.form import keys as k
from screener.form.decode_cutoffs import check_cutoffs, declared_cutoffs
from screener.form.decode_normal import unit_normals, whole_normal
from screener.form.model import Unit
from screener.form.nodes import Mapping
from screener.form.problem import CURLY, Problem, nearest
from screener.form.shapes import entries

if TYPE_CHECKING:
    from screener.form.decode_cutoffs import SiteLimits
    from screener.form.model import Item, Range, Section
    from screener.form.rules import Lookup
    from screener.form.shapes import Entry, Key, Problems

QUOTES = f'{CURLY}"'
Fields = dict[str, Any]  # of an item, by name


def whole(id_: str, entry: Entry, site: SiteLimits, problems: Problems) -> Fields | None:
    """Return the fields of a whole number; None where its limits or cut-offs can't be read."""
    limits, usual = entry.get(k.LIMITS), entry.get(k.USUAL)
    normal = whole_normal(limits, entry, site.normal.get(id_), problems)
    _check_usual(limits, usual, entry, problems)
    cutoffs = declared_cutoffs(entry.get(k.CUTOFFS), id_, ("",), site, problems)
    check_cutoffs(cutoffs, {"": limits}, problems)
    if limits is None or _is_unread(k.CUTOFFS, cutoffs, entry):
        return None
    return {
        "limits": limits, "usual": usual, "normal_range": normal, "unit": entry.text(k.UNIT),
        "unit_of_one": entry.text(k.UNIT_OF_ONE), "cutoffs": cutoffs, "valid_until": entry.get(k.VALID_UNTIL),
    }  # fmt: skip


def quantity(id_: str, entry: Entry, site: SiteLimits, problems: Problems) -> Fields | None:
    """Return the fields of a number with a unit; None where its units can't be read, or what rules read."""
    units, converts, fresh_for = _units(entry, problems), entry.text(k.CONVERTS), entry.get(k.FRESH_FOR)
    if units is None or _is_unread(k.CONVERTS, converts, entry):
        return None
    units = unit_normals(units, entry, site.normal.get(id_), problems)
    _check_converted(entry, converts, problems)
    ids = tuple(each.id for each in units)
    cutoffs = declared_cutoffs(entry.get(k.CUTOFFS), id_, ids, site, problems)
    check_cutoffs(cutoffs, {each.id: each.limits for each in units}, problems)
    if _is_unread(k.CUTOFFS, cutoffs, entry):
        return None
    return {
        "units": units, "cutoffs": cutoffs, "fresh_for": fresh_for, "converts": converts,
        "is_dated": entry.get(k.DATED) is not None or "fresh_for" in entry.mapping.fields,
        "has_not_done": entry.get(k.NOT_DONE) is not None, "valid_until": entry.get(k.VALID_UNTIL),
    }  # fmt: skip


def _is_unread(key: Key[object], read: object, entry: Entry) -> bool:
    """Whether something stands under a key and could not be read."""
    return not read and key.name in entry.mapping.fields


def _units(entry: Entry, problems: Problems) -> tuple[Unit, ...] | None:
    units = []
    keys = k.COLUMN_UNIT_RANGES if "column" in entry.mapping.fields else k.UNIT_RANGES
    written = entries(entry.get(k.UNITS), problems, "units")
    for key, node in written:
        id_ = key.text.strip(QUOTES)
        if id_ != key.text:
            hint = "type straight quotes, before it and behind it"
            problems.append(Problem(key.at, "F212", f"{key.text} is not possible here", hint))
        ranges = keys.open(node, problems)
        limits = ranges.get(k.LIMITS)
        if limits is None:
            continue
        usual = ranges.get(k.USUAL)
        _check_usual(limits, usual, ranges, problems)
        units.append(Unit(id_, limits, usual, ranges.get(k.NORMAL_RANGE)))
    return tuple(units) if 0 < len(units) == len(written) else None


def _check_converted(entry: Entry, analyte: str, problems: Problems) -> None:
    units = entry.get(k.UNITS)
    for key, _ in units.entries if analyte and isinstance(units, Mapping) else ():
        known = k.CONVERTED_UNITS[analyte]
        if key.text.strip(QUOTES) not in known:
            message = f"no reviewed conversion of {analyte} from '{key.text}'"
            hint = nearest(key.text, known) + ", or take 'converts' out"
            problems.append(Problem(key.at, "F312", message, hint))


def _check_usual(limits: Range | None, usual: Range | None, entry: Entry, problems: Problems) -> None:
    if limits and usual and not (usual.lowest in limits and usual.highest in limits):
        at = entry.mapping.fields["usual"].at
        message = f"[{usual.lowest}, {usual.highest}] goes beyond the limits [{limits.lowest}, {limits.highest}]"
        problems.append(Problem(at, "F515", message, "the usual range lies inside the limits"))


def with_usual(sections: tuple[Section, ...], lookups: tuple[Lookup, ...]) -> tuple[Section, ...]:
    """Return the sections with what look-ups say is usual put into the columns that it is about."""
    said = [lookup for lookup in lookups if lookup.lowest_usual or lookup.highest_usual]
    tables = {lookup.key.partition(".")[0] for lookup in said}

    def told(item: Item) -> Item:
        if item.id not in tables:
            return item
        columns = tuple(replace(column, usual_by=_usual_by(item.id, column, said)) for column in item.columns)
        return replace(item, columns=columns)

    if not said:
        return sections
    return tuple(
        replace(section, blocks=tuple(replace(b, items=tuple(map(told, b.items))) for b in section.blocks))
        for section in sections
    )


def _usual_by(table: str, column: Item, lookups: list[Lookup]) -> dict[str, dict[str, Range]]:
    found: dict[str, dict[str, Range]] = {}
    for lookup in lookups:
        of, _, choice = lookup.key.partition(".")
        for end, name in (("lowest", lookup.lowest_usual), ("highest", lookup.highest_usual)):
            for option, number in lookup.numbers.items() if (of, name) == (table, column.id) else ():
                (unit,) = column.units
                usual = found.setdefault(choice, {}).get(option, unit.usual or unit.limits)
                found[choice][option] = replace(usual, **{end: number})
    return found
