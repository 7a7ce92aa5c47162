"""Every name of a form, gathered from all files before any expression is read."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from screener.form import keys as k
from screener.form.decode_cutoffs import SiteLimits, declared_cutoffs
from screener.form.decode_items import ItemReader
from screener.form.decode_scores import marks
from screener.form.folder import own_first
from screener.form.keys_cards import CARD_ID, LEAFLET_ID
from screener.form.kinds import KINDS
from screener.form.model import CutOff, ItemType, Range
from screener.form.nodes import Mapping, Scalar, Sequence
from screener.form.problem import Problem, nearest
from screener.form.scope import RESERVED, FindingNames, Scope
from screener.form.shapes import entries
from screener.form.shapes_number import NUMBER
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from screener.form.decode_items import Condition
    from screener.form.model import Item, Section
    from screener.form.nodes import Node
    from screener.form.problem import Span
    from screener.form.shapes import Key, Problems

LimitsOf = dict[str, dict[str, Range | None]]  # of every number that a cut-off can be about, by its units
Definitions = dict[str, list[Mapping]]  # kind -> its definitions, in the order of the files; of no known kind: ""


@dataclass(frozen=True, slots=True)
class Declared:
    """All names: what expressions may say (`scope`), and where each thing stands."""

    scope: Scope
    sections: list[Section]
    conditions: list[Condition]
    limits_of: LimitsOf = field(default_factory=dict)
    lookups: dict[str, tuple[str, dict[str, Decimal]]] = field(default_factory=dict)
    left_to_site: dict[str, bool] = field(default_factory=dict)  # `owner.cutoff`, and whether the site has set it


def declare(definitions: Definitions, problems: Problems) -> Declared:
    """Return the names of all definitions, after reporting ids that are taken or unfit."""
    site = SiteLimits(_of_site(definitions, "cutoffs"), _of_site(definitions, "normal"))
    reader = ItemReader(problems, site)
    places: dict[str, Span] = {}
    sections = [section for mapping in _pages(definitions) if (section := reader.section(mapping))]
    pages: dict[str, Span] = {}
    items: dict[str, Item] = {}
    for section in sections:
        if _is_free(section.id, section.at, problems, pages, "section"):  # a copy has all items twice
            _report_twice([(item.id, item.at) for item in section.items], problems, places, "item")
        for item in section.items:
            items.setdefault(item.id, item)
    values, value_cutoffs = _values(definitions, items, site, problems, places)
    scores = {
        id_: marks(mapping.fields.get("cutoffs"), problems)
        for id_, mapping in _ids(definitions, "score", k.SCORE_ID, problems, places)
    }
    findings = {
        id_: _finding_names(mapping, items, problems)
        for id_, mapping in _ids(definitions, "finding", k.FINDING_ID, problems, places)
    }
    _report_columns(items, places, problems)
    limits_of = _limits_of(items) | {id_: dict.fromkeys(units) for id_, units in values.items()}
    limits_of |= {id_: {"": None} for id_ in scores}
    lookups = {
        id_: _lookup(mapping, items, problems)
        for id_, mapping in _ids(definitions, "lookup", k.LOOKUP_ID, problems, {})
    }
    for kind, key in (
        ("flag", k.FLAG_ID),
        ("note", k.NOTE_ID),
        ("rule", k.RULE_ID),
        ("trial", k.TRIAL_ID),
        ("card", CARD_ID),
        ("leaflet", LEAFLET_ID),
    ):
        _ids(definitions, kind, key, problems, places if kind == "flag" else {})
    _check_site_names(items, value_cutoffs, definitions, problems)
    scope = Scope(items, findings, values, value_cutoffs, scores, {name: (of, n) for name, (of, n) in lookups.items()})
    return Declared(scope, sections, reader.conditions, limits_of, lookups, site.left)


def _pages(definitions: Definitions) -> list[Mapping]:
    """Return the sections in the order of form.yaml, those that it doesn't name last."""
    forms = definitions.get("form", [])
    named = forms[0].fields.get("sections") if forms else None
    order = [_text(node) for node in named.nodes] if isinstance(named, Sequence) else []
    known = {id_: place for place, id_ in enumerate(order)}
    return sorted(definitions.get("section", []), key=lambda page: known.get(_text(page.fields["section"]), len(known)))


def _ids(
    definitions: Definitions, kind: str, key: Key[str], problems: Problems, places: dict[str, Span]
) -> list[tuple[str, Mapping]]:
    """Return the definitions of a kind by id, those without a fit or free one left out."""
    found = []
    known = KINDS[kind].known
    for mapping in definitions.get(kind, []):
        if not known.issuperset(mapping.fields):
            KINDS[kind].mend(mapping, problems)
        node = mapping.fields[kind]
        id_ = key.shape.read(node, problems)
        if id_ is None:
            continue
        if kind in ("value", "score", "finding") and id_ in RESERVED and (kind, id_) != ("value", "egfr"):
            problems.append(
                Problem(node.at, "F211", f"'{id_}' is a word of the expression language", "take another id")
            )
        elif _is_free(id_, node.at, problems, places, kind):
            found.append((id_, mapping))
    return found


def _is_free(id_: str, at: Span, problems: Problems, places: dict[str, Span], kind: str) -> bool:
    before = places.setdefault(id_, at)
    if before is at:
        return True
    at, before = own_first(at, before)
    problems.append(Problem(at, "F301", f"the id '{id_}' of this {kind} is taken", f"first in {before}; take another"))
    return False


def _report_twice(found: list[tuple[str, Span]], problems: Problems, places: dict[str, Span], kind: str) -> None:
    for id_, at in found:
        _is_free(id_, at, problems, places, kind)


def _report_columns(items: dict[str, Item], places: dict[str, Span], problems: Problems) -> None:
    for item in items.values():
        for column in item.columns:
            if column.id in places:  # two tables may have columns of one name
                _is_free(column.id, column.at, problems, places, "column")


def _values(
    definitions: Definitions,
    items: dict[str, Item],
    site: SiteLimits,
    problems: Problems,
    places: dict[str, Span],
) -> tuple[dict[str, tuple[str, ...]], dict[str, dict[str, CutOff]]]:
    units: dict[str, tuple[str, ...]] = {}
    cutoffs: dict[str, dict[str, CutOff]] = {}
    for id_, mapping in _ids(definitions, "value", k.VALUE_ID, problems, places):
        units[id_] = ("",)
        like = mapping.fields.get("like")
        if isinstance(like, Scalar):
            item = items.get(like.text)
            if item is None or item.type is not ItemType.QUANTITY:
                quantities = [each.id for each in items.values() if each.type is ItemType.QUANTITY]
                problems.append(
                    Problem(like.at, "F306", f"there is no quantity '{like.text}'", nearest(like.text, quantities))
                )
            elif len(item.units) > 1:
                units[id_] = tuple(unit.id for unit in item.units)
        cutoffs[id_] = declared_cutoffs(mapping.fields.get("cutoffs"), id_, units[id_], site, problems)
    return units, cutoffs


def _finding_names(mapping: Mapping, items: dict[str, Item], problems: Problems) -> FindingNames:
    fields = mapping.fields
    outcomes = fields.get("outcomes")
    ids = tuple(outcomes.fields) if isinstance(outcomes, Mapping) else ()
    per, table, ordered = (_text(fields.get(name)) for name in ("per", "table", "ordered"))
    if table:
        item = items.get(table)
        if item is None or item.type is not ItemType.TABLE:
            tables = [each.id for each in items.values() if each.type is ItemType.TABLE]
            problems.append(Problem(fields["table"].at, "F306", f"there is no table '{table}'", nearest(table, tables)))
            table = ""
    return FindingNames(ids, per == "side", ordered == "yes", table)


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _limits_of(items: dict[str, Item]) -> LimitsOf:
    named = items | {f"{item.id}.{column.id}": column for item in items.values() for column in item.columns}
    limits: LimitsOf = {}
    for name, item in named.items():
        if item.type is ItemType.WHOLE:
            limits[name] = {"": item.limits}
        elif item.type is ItemType.QUANTITY:
            limits[name] = {unit.id: unit.limits for unit in item.units}
    return limits


def _lookup(mapping: Mapping, items: dict[str, Item], problems: Problems) -> tuple[str, dict[str, Decimal]]:
    of = mapping.fields.get("of")
    name = _text(of)
    choice = items.get(name)
    if "." in name:
        table, _, column_id = name.partition(".")
        columns = items[table].columns if table in items else ()
        choice = next((column for column in columns if column.id == column_id), None)
    if of is not None and name and (choice is None or choice.type is not ItemType.CHOICE):
        problems.append(Problem(of.at, "F306", f"there is no choice '{name}'", nearest(name, _choices(items))))
        choice = None
    numbers: dict[str, Decimal] = {}
    for key, node in entries(mapping.fields.get("numbers"), problems, "numbers"):
        known = [option.id for option in choice.options] if choice else []
        if choice and key.text not in known:
            message = f"'{name}' has no option '{key.text}'"
            problems.append(Problem(key.at, "F305", message, nearest(key.text, known)))
        number = NUMBER.read(node, problems)
        if number is not None:
            numbers[key.text] = number
    return name, numbers


def _choices(items: dict[str, Item]) -> list[str]:
    found = []
    for item in items.values():
        if item.type is ItemType.CHOICE:
            found.append(item.id)
        found += [f"{item.id}.{column.id}" for column in item.columns if column.type is ItemType.CHOICE]
    return found


def _of_site(definitions: Definitions, key: str) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for mapping in definitions.get("site", []):
        node = mapping.fields.get(key)
        if isinstance(node, Mapping):
            found |= node.fields
    return found


def _check_site_names(
    items: dict[str, Item],
    value_cutoffs: dict[str, dict[str, CutOff]],
    definitions: Definitions,
    problems: Problems,
) -> None:
    known = {f"{item.id}.{cutoff}" for item in items.values() for cutoff in item.cutoffs}
    known |= {f"{value}.{cutoff}" for value, cutoffs in value_cutoffs.items() for cutoff in cutoffs}
    for key in _keys_of_site(definitions, "cutoffs"):
        if key.text not in known:
            message = f"the form has no cut-off '{key.text}'"
            problems.append(Problem(key.at, "F310", message, nearest(key.text, known)))
    numbers = [item.id for item in items.values() if item.type in (ItemType.WHOLE, ItemType.QUANTITY)]
    for key in _keys_of_site(definitions, "normal"):
        if key.text not in numbers:
            message = f"the form has no number '{key.text}'"
            problems.append(Problem(key.at, "F316", message, nearest(key.text, numbers)))


def _keys_of_site(definitions: Definitions, name: str) -> Iterator[Scalar]:
    for mapping in definitions.get("site", []):
        node = mapping.fields.get(name)
        yield from (key for key, _ in node.entries) if isinstance(node, Mapping) else ()
