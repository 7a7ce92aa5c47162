"""Every name of a form, gathered from all files before any expression is read."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any

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
    from screener.form.scope import Lost
    from screener.form.shapes import Key, Problems

LimitsOf = dict[str, dict[str, Range | None]]  # of every number that a cut-off can be about, by its units
NAMED = ("item", "column", "value", "score", "finding", "lookup")  # kinds of things whose names rules read
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


def declare(definitions: Definitions, problems: Problems, lost: Lost) -> Declared:
    """Return the names of all definitions, after reporting ids that are taken or unfit.

    A name that stands for two things, or for one that can't be read, is none of them: it is lost.
    """
    site = SiteLimits(_of_site(definitions, "cutoffs"), _of_site(definitions, "normal"))
    reader = ItemReader(problems, site, lost)
    ids = _Ids(definitions, problems, lost)
    sections = [section for mapping in _pages(definitions) if (section := reader.section(mapping))]
    pages = _Ids(definitions, problems, lost)
    items: dict[str, Item] = {}
    for section in sections:
        is_copy = not pages.is_free(section.id, section.at, "section")  # it has all items twice
        for item in section.items:
            if is_copy or ids.is_free(item.id, item.at, "item"):
                items.setdefault(item.id, item)
    ids.drop_taken(items)
    values, value_cutoffs = _values(ids, items, site)
    of_scores = ids.of("score", k.SCORE_ID)
    scores = {id_: marks(mapping.fields.get("cutoffs"), problems) for id_, mapping in of_scores}
    ranges = {id_: range_ for id_, mapping in of_scores if (range_ := _range(mapping))}
    findings = _findings(ids, items)
    _report_columns(items, ids)
    ids.drop_taken(items, values, scores, findings)
    limits_of = _limits_of(items) | {id_: dict.fromkeys(units) for id_, units in values.items()}
    limits_of |= {id_: {"": None} for id_ in scores}
    of_lookups = _Ids(definitions, problems, lost)
    lookups = {id_: _lookup(mapping, items, problems) for id_, mapping in of_lookups.of("lookup", k.LOOKUP_ID)}
    of_lookups.drop_taken(lookups)
    for kind, key in (
        ("flag", k.FLAG_ID),
        ("note", k.NOTE_ID),
        ("rule", k.RULE_ID),
        ("trial", k.TRIAL_ID),
        ("card", CARD_ID),
        ("leaflet", LEAFLET_ID),
    ):
        (ids if kind == "flag" else _Ids(definitions, problems, lost)).of(kind, key)
    _check_site_names(items, value_cutoffs, definitions, problems)
    of_lookup = {name: (of, n) for name, (of, n) in lookups.items()}
    scope = Scope(items, findings, values, value_cutoffs, scores, ranges, of_lookup)
    return Declared(scope, sections, reader.conditions, limits_of, lookups, site.left)


def _pages(definitions: Definitions) -> list[Mapping]:
    """Return the sections in the order of form.yaml, those that it doesn't name last."""
    forms = definitions.get("form", [])
    named = forms[0].fields.get("sections") if forms else None
    order = [_text(node) for node in named.nodes] if isinstance(named, Sequence) else []
    known = {id_: place for place, id_ in enumerate(order)}
    return sorted(definitions.get("section", []), key=lambda page: known.get(_text(page.fields["section"]), len(known)))


class _Ids:
    """The ids of things that share their names."""

    def __init__(self, definitions: Definitions, problems: Problems, lost: Lost) -> None:
        self.definitions = definitions
        self.problems = problems
        self.lost = lost
        self.places: dict[str, Span] = {}
        self._taken: set[str] = set()

    def of(self, kind: str, key: Key[str]) -> list[tuple[str, Mapping]]:
        """Return the definitions of a kind by id, those without a fit or free one left out."""
        found = []
        keys = KINDS[kind]
        for mapping in self.definitions.get(kind, []):
            if not keys.known.issuperset(mapping.fields):
                keys.mend(mapping, self.problems)
            node = mapping.fields[kind]
            id_ = key.shape.read(node, self.problems)
            if id_ in RESERVED and kind in ("value", "score", "finding") and (kind, id_) != ("value", "egfr"):
                message = f"'{id_}' is a word of the expression language"
                self.problems.append(Problem(node.at, "F211", message, "take another id"))
                id_ = None
            if id_ is None:
                self.lost.is_any |= kind in NAMED
                self.lost.take(node)
            elif self.is_free(id_, node.at, kind):
                found.append((id_, mapping))
        return found

    def is_free(self, id_: str, at: Span, kind: str) -> bool:
        """Whether an id is free, after reporting one that is taken."""
        before = self.places.setdefault(id_, at)
        if before is at:
            return True
        self._taken.add(id_)
        self.lost.is_any |= kind in NAMED
        at, before = own_first(at, before)
        message = f"the id '{id_}' of this {kind} is taken"
        self.problems.append(Problem(at, "F301", message, f"first in {before}; take another"))
        return False

    def drop_taken(self, *declared: dict[str, Any]) -> None:
        """Take out what has an id that something else has too."""
        self.lost.names |= self._taken
        for names in declared if self._taken else ():
            for id_ in self._taken & names.keys():
                del names[id_]


def _report_columns(items: dict[str, Item], ids: _Ids) -> None:
    for item in items.values():
        for column in item.columns:
            if column.id in ids.places:  # two tables may have columns of one name
                ids.is_free(column.id, column.at, "column")


def _values(
    ids: _Ids, items: dict[str, Item], site: SiteLimits
) -> tuple[dict[str, tuple[str, ...]], dict[str, dict[str, CutOff]]]:
    units: dict[str, tuple[str, ...]] = {}
    cutoffs: dict[str, dict[str, CutOff]] = {}
    for id_, mapping in ids.of("value", k.VALUE_ID):
        of_value: tuple[str, ...] = ("",)
        like = mapping.fields.get("like")
        if isinstance(like, Scalar):
            item = items.get(like.text)
            if item is None or item.type is not ItemType.QUANTITY:
                known = [each.id for each in items.values() if each.type is ItemType.QUANTITY]
                message = f"there is no quantity '{like.text}'"
                ids.problems.append(Problem(like.at, "F306", message, nearest(like.text, known), like.text))
                ids.lost.names.add(id_)  # nobody knows its units
                continue
            if len(item.units) > 1:
                of_value = tuple(unit.id for unit in item.units)
        units[id_] = of_value
        cutoffs[id_] = declared_cutoffs(mapping.fields.get("cutoffs"), id_, of_value, site, ids.problems)
    return units, cutoffs


def _findings(ids: _Ids, items: dict[str, Item]) -> dict[str, FindingNames]:
    found = {}
    for id_, mapping in ids.of("finding", k.FINDING_ID):
        fields = mapping.fields
        outcomes = fields.get("outcomes")
        if not isinstance(outcomes, Mapping):
            ids.lost.names.add(id_)  # nobody knows what it can be
            continue
        per, table, ordered = (_text(fields.get(name)) for name in ("per", "table", "ordered"))
        item = items.get(table)
        if table and (item is None or item.type is not ItemType.TABLE):
            known = [each.id for each in items.values() if each.type is ItemType.TABLE]
            message = f"there is no table '{table}'"
            ids.problems.append(Problem(fields["table"].at, "F306", message, nearest(table, known), table))
            table = ""
        found[id_] = FindingNames(tuple(outcomes.fields), per == "side", ordered == "yes", table)
    return found


def _range(score: Mapping) -> Range | None:
    """Return from where to where a score goes; who reads the score reports what is wrong with it."""
    node = score.fields.get("range")
    return None if node is None else k.SCORE_RANGE.shape.read(node, [])


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
        message, missing = f"there is no choice '{name}'", name.partition(".")[0]
        problems.append(Problem(of.at, "F306", message, nearest(name, _choices(items)), missing))
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
            problems.append(Problem(key.at, "F310", message, nearest(key.text, known), key.text.partition(".")[0]))
    numbers = [item.id for item in items.values() if item.type in (ItemType.WHOLE, ItemType.QUANTITY)]
    for key in _keys_of_site(definitions, "normal"):
        if key.text not in numbers:
            message = f"the form has no number '{key.text}'"
            problems.append(Problem(key.at, "F316", message, nearest(key.text, numbers), key.text))


def _keys_of_site(definitions: Definitions, name: str) -> Iterator[Scalar]:
    for mapping in definitions.get("site", []):
        node = mapping.fields.get(name)
        yield from (key for key, _ in node.entries) if isinstance(node, Mapping) else ()
