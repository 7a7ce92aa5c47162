"""Cut-offs: one number per unit, those of the clinic's laboratory in the form's place."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.form.model import CutOff
from screener.form.nodes import Mapping, Scalar
from screener.form.per_unit import PerUnit
from screener.form.problem import Problem, nearest
from screener.form.shapes import entries
from screener.form.shapes_number import NUMBER
from screener.form.shapes_text import ID

if TYPE_CHECKING:
    from collections.abc import Mapping as Table

    from screener.form.model import Range
    from screener.form.nodes import Node
    from screener.form.shapes import Problems

LEFT_TO_SITE = "site"
WHAT = "number"  # belongs to each unit
NOTHING = Decimal(0)  # stands in for numbers that can't be read, so that the name exists
PARTS = frozenset(("left", "right", "here", "unit", "date", "age_days"))


class SiteLimits:
    """The cut-offs of site.yaml by `owner.cutoff`, its normal ranges by item; and, once read, what is left to it."""

    __slots__ = ("left", "normal", "own")

    def __init__(self, own: dict[str, Node], normal: dict[str, Node]) -> None:
        self.own = own
        self.normal = normal
        self.left: dict[str, bool] = {}  # cut-offs that the form leaves to the site, and whether it has set them


def declared_cutoffs(
    node: Node | None, owner: str, units: tuple[str, ...], site: SiteLimits, problems: Problems
) -> dict[str, CutOff]:
    """Return the cut-offs of an item or value by id, those of the site in their place."""
    if node is None:
        return {}
    cutoffs, per_unit = {}, PerUnit(units, WHAT)
    for key, numbers_node in entries(node, problems, "cut-offs"):
        if not _is_fit(key, problems):
            continue
        own = site.own.get(f"{owner}.{key.text}")
        is_left = isinstance(numbers_node, Scalar) and numbers_node.text == LEFT_TO_SITE
        if is_left:
            site.left[f"{owner}.{key.text}"] = own is not None
        numbers = None if is_left else per_unit.read(numbers_node, NUMBER, problems)
        if own is not None:
            numbers = per_unit.read(own, NUMBER, problems)
        is_unset = is_left and own is None
        at = key.at if own is None else own.at
        cutoffs[key.text] = CutOff(key.text, numbers or dict.fromkeys(units, NOTHING), at, is_unset)
    return cutoffs


def check_cutoffs(cutoffs: Table[str, CutOff], limits: Table[str, Range | None], problems: Problems) -> None:
    """Report numbers that lie outside the limits of their unit, where no answer can be beyond them."""
    for cutoff in cutoffs.values():
        for unit, number in cutoff.numbers.items():
            within = limits.get(unit)
            if within is not None and number is not NOTHING and number not in within:
                message = f"the cut-off '{cutoff.id}' lies outside the limits: {number} {unit}".rstrip()
                hint = f"from {within.lowest} to {within.highest}"
                problems.append(Problem(cutoff.at, "F516", message, hint))


def own_cutoffs(
    node: Node | None, limits_of: Table[str, Table[str, Range | None]], problems: Problems
) -> dict[str, CutOff]:
    """Return the cut-offs of a trial, flag or finding: plain numbers, or `of:` something with units and limits."""
    cutoffs = {}
    for key, written in entries(node, problems, "cut-offs"):
        if not _is_fit(key, problems):
            continue
        of = written.fields.get("of") if isinstance(written, Mapping) else None
        limits = limits_of.get(of.text, {}) if isinstance(of, Scalar) else {}
        numbers = _numbers_of(written, limits_of, problems) or dict.fromkeys(limits or _units_in(written), NOTHING)
        cutoffs[key.text] = CutOff(key.text, numbers, key.at)
        check_cutoffs({key.text: cutoffs[key.text]}, limits, problems)
    return cutoffs


def _units_in(node: Node) -> list[str]:
    """Return the units that numbers are written for."""
    units = [key.text for key, _ in node.entries if key.text != "of"] if isinstance(node, Mapping) else []
    return units or [""]


def _is_fit(key: Scalar, problems: Problems) -> bool:
    if key.text in PARTS:
        problems.append(Problem(key.at, "F211", f"'{key.text}' is a part of an answer already", "take another id"))
        return False
    return ID.read(key, problems) is not None


def _numbers_of(
    node: Node, limits_of: Table[str, Table[str, Range | None]], problems: Problems
) -> dict[str, Decimal] | None:
    if not isinstance(node, Mapping):
        number = NUMBER.read(node, problems)
        return None if number is None else {"": number}
    of = node.fields.get("of")
    if not isinstance(of, Scalar):
        problems.append(Problem(node.at, "F202", "this cut-off needs 'of'", "add 'of:' and the item it is about"))
        return None
    limits = limits_of.get(of.text)
    if limits is None:
        message, table = f"there is no number '{of.text}'", of.text.partition(".")[0]
        problems.append(Problem(of.at, "F306", message, nearest(of.text, limits_of), table))
        return None
    rest = tuple((key, number) for key, number in node.entries if key.text != "of")
    return PerUnit(tuple(limits), WHAT).read_entries(node, rest, NUMBER, problems)
