"""Conditions in expressions: which comparisons make sense, and what they mean as a typed tree."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from screener.form import expression as e
from screener.form.model import SIDES, YES, ItemType
from screener.form.names import SIDED, written
from screener.form.problem import nearest
from screener.form.scope import Refused
from screener.form.typing_numbers import DATE, NumberTyper, Typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COMPARISONS = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
CALENDAR = ("days", "weeks", "months", "years")
LONGEST_WINDOW = 36_500  # of any unit
_CHOICES = (ItemType.CHOICE, ItemType.YES_NO)


class Options(NamedTuple):
    """Something that is one of named outcomes (a choice, a finding, a unit), and the condition that it is one."""

    name: str
    ids: Sequence[str]
    is_ordered: bool
    condition: type[e.Is | e.Finds | e.UnitIs]
    cell: str

    def among(self, ids: Iterable[str]) -> e.Truth:
        """Return the condition that it is one of these."""
        return self.condition(self.cell, frozenset(ids))


class Typer(NumberTyper):
    """Turns one syntax tree into a typed tree; what is wrong is collected in `refused`."""

    # --- conditions --------------------------------------------------------------------------------------------

    def truth(self, node: ast.expr) -> e.Truth:
        """Return the condition; what is wrong in it is collected and stands as false."""
        try:
            return self._truth(node)
        except Refused as refused:
            self.refused.append(refused)
            return e.Always(value=False)

    def _truth(self, node: ast.expr) -> e.Truth:
        if isinstance(node, ast.Compare):  # as most are
            return self._comparison(node)
        if isinstance(node, ast.BoolOp):
            parts = tuple([self.truth(part) for part in node.values])
            return e.And(parts) if isinstance(node.op, ast.And) else e.Or(parts)
        if isinstance(node, ast.Name | ast.Attribute):
            return self._yes(node)
        match node:
            case ast.Call():
                return self._condition(node)
            case ast.UnaryOp(op=ast.Not()):
                return e.Not(self.truth(node.operand))
            case ast.Constant(value=bool(value)):
                return e.Always(value=value)
            case _:
                raise Refused(node, "F409", "this is not a condition", "compare it with something")

    def _yes(self, node: ast.Name | ast.Attribute) -> e.Truth:
        target = self.target(node)
        item = self.item_of(target)
        if item is not None and item.type is ItemType.YES_NO:
            return e.Is(target.cell, frozenset((YES,)))
        raise Refused(node, "F409", f"'{written(node)}' is not a yes/no item", "compare it with something")

    def _comparison(self, node: ast.Compare) -> e.Truth:
        left, parts = node.left, []
        for op, right in zip(node.ops, node.comparators, strict=True):
            parts.append(self._pair(left, op, right))
            left = right
        return parts[0] if len(parts) == 1 else e.And(tuple(parts))

    def _pair(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> e.Truth:
        sign = COMPARISONS.get(type(op))
        if sign is None:
            if isinstance(op, ast.In):
                return self._inside(left, right)
            if isinstance(op, ast.NotIn):
                return e.Not(self._inside(left, right))
            raise Refused(left, "F403", "'is' is not understood here", "write '=='")
        options = self._options(left)
        if options is not None:
            return self._one_of(options, sign, right)
        return self._numbers(left, sign, right)

    def _inside(self, left: ast.expr, right: ast.expr) -> e.Truth:
        if isinstance(right, ast.Tuple | ast.List | ast.Set):
            options = self._options(left)
            if options is None:
                raise Refused(left, "F406", f"'{written(left)}' has no options", "compare numbers with < and >")
            return options.among([self._option(options, part) for part in right.elts])
        target = self.target(right)
        item = self.item_of(target)
        if item is None or item.type is not ItemType.SEVERAL:
            if self._options(left) is not None:
                raise Refused(right, "F406", "options stand in brackets", "write 'in (a, b)'")
            raise Refused(right, "F406", f"'{written(right)}' is not an item with several choices", "use '=='")
        option = left.id if isinstance(left, ast.Name) else written(left)
        ids = [option.id for option in item.options]
        if option not in ids:
            raise Refused(left, "F405", f"'{target.id}' has no option '{option}'", nearest(option, ids))
        return e.Has(target.cell, option)

    def _one_of(self, options: Options, sign: str, right: ast.expr) -> e.Truth:
        option = self._option(options, right)
        if sign in ("==", "!="):
            truth = options.among((option,))
            return e.Not(truth) if sign == "!=" else truth
        if not options.is_ordered:
            raise Refused(right, "F406", f"the options of '{options.name}' have no order", "use '==' or 'in (a, b)'")
        at = options.ids.index(option)
        ids = options.ids
        chosen = {"<": ids[:at], "<=": ids[: at + 1], ">": ids[at + 1 :], ">=": ids[at:]}
        return options.among(chosen[sign])

    def _option(self, options: Options, node: ast.expr) -> str:
        if isinstance(node, ast.Name):
            option = node.id
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            option = node.value
        else:
            message = f"'{options.name}' is compared with one of its options, not with a number or item"
            raise Refused(node, "F406", message)
        if option not in options.ids:
            raise Refused(node, "F405", f"'{options.name}' has no option '{option}'", nearest(option, options.ids))
        return option

    def _options(self, node: ast.expr) -> Options | None:
        """Return what the name can be, when it is one of named outcomes."""
        if isinstance(node, ast.Attribute) and node.attr == "unit":
            target = self.target(node.value)
            item = self.item_of(target)
            if item is None or item.type is not ItemType.QUANTITY:
                raise Refused(node, "F414", f"'{written(node.value)}' has no unit", "only a quantity has one")
            units = tuple(unit.id for unit in item.units)
            return Options(f"{target.id}.unit", units, False, e.UnitIs, target.cell)
        if isinstance(node, ast.Name):
            if node.id in ("assessed", "born"):
                return None
        elif not isinstance(node, ast.Attribute) or node.attr not in SIDED:
            return None
        target = self.target(node)
        if target.kind == "finding":
            names = self.scope.findings[target.id]
            return Options(target.id, names.outcomes, names.is_ordered, e.Finds, target.cell)
        item = self.item_of(target)
        if item is None or item.type not in _CHOICES:
            return None
        return Options(target.id, [option.id for option in item.options], False, e.Is, target.cell)

    def _numbers(self, left: ast.expr, sign: str, right: ast.expr) -> e.Truth:
        first, second = self.number(left), self.number(right)
        if first.units != second.units and set(first.units) != set(second.units):
            raise self._mismatch(left, right, first, second)
        both_measured = len(first.units) > 1 and not isinstance(first.node, e.CutOffNumber)
        if both_measured and not isinstance(second.node, e.CutOffNumber):
            hint = "compare each with a cut-off; for how far a value fell, use fall(previous, current)"
            raise Refused(right, "F407", "two quantities in open units can't be compared", hint)
        if sign == "!=":
            return e.Not(e.Compare("==", first.node, second.node))
        return e.Compare(sign, first.node, second.node)

    def _mismatch(self, left: ast.expr, right: ast.expr, first: Typed, second: Typed) -> Refused:
        if DATE in (first.units, second.units):
            return Refused(right, "F406", "a date is compared with a date", "use within(), days() or years()")
        quantity, other = (first, right) if len(first.units) > 1 else (second, left)
        units = " and ".join(quantity.units)
        hint = f"use a cut-off that has a number for {units}"
        return Refused(other, "F407", f"'{written(other)}' has no unit to compare with {units}", hint)

    # --- functions that are conditions -------------------------------------------------------------------------

    def _condition(self, call: ast.Call) -> e.Truth:
        name, args = self.call(call)
        match name:
            case "either" | "both":
                return self._both_sides(call, name, args)
            case "any" | "all":
                table, part = self.rows(call, name, args)
                return e.AnyRow(table, part) if name == "any" else e.AllRows(table, part)
            case "at_least":
                return self._at_least(call, args)
            case "known":
                return self._known(call, args)
            case "within":
                return self._within(call, args)
            case _:
                raise Refused(call, "F409", f"{name}() is a number, not a condition", "compare it with something")

    def _both_sides(self, call: ast.Call, name: str, args: list[ast.expr]) -> e.Truth:
        self.expect(call, args, 1, f"{name}(condition)")
        if self.is_inside_sides or self.side:
            raise Refused(call, "F408", f"{name}() inside another side", "each side is already looked at here")
        parts = []
        for side in SIDES:
            inner = self.inside(side=side)
            parts.append(inner.truth(args[0]))
            if inner.refused:
                self.refused += inner.refused
                break
        return e.Or(tuple(parts)) if name == "either" else e.And(tuple(parts))

    def _at_least(self, call: ast.Call, args: list[ast.expr]) -> e.Truth:
        if not args or not isinstance(args[0], ast.Constant) or type(args[0].value) is not int:
            raise Refused(call, "F411", "at_least() begins with a whole number", "write at_least(2, a, b, c)")
        n = args[0].value
        if not 0 < n < len(args):
            raise Refused(args[0], "F411", f"{n} of {len(args) - 1} conditions", "it can never be decided by them")
        return e.AtLeast(n, tuple(self.truth(part) for part in args[1:]))

    def _known(self, call: ast.Call, args: list[ast.expr]) -> e.Truth:
        self.expect(call, args, 1, "known(item)")
        target = self.target(args[0])
        if target.kind in ("item", "column"):
            item = self.item_of(target)
            if item is not None and item.type is ItemType.TABLE:
                raise Refused(args[0], "F411", "known() of a table", "use count(table, condition)")
            return e.Known(target.cell)
        return e.KnownResult(target.cell)

    def _within(self, call: ast.Call, args: list[ast.expr]) -> e.Truth:
        self.expect(call, args, 3, "within(date, 3, months)")
        date = self.number(args[0])
        if date.units != DATE:
            raise Refused(args[0], "F411", f"'{written(args[0])}' is not a date", "write within(date, 3, months)")
        count, unit = args[1], args[2]
        if not isinstance(count, ast.Constant) or type(count.value) is not int or not 0 < count.value <= LONGEST_WINDOW:
            raise Refused(count, "F411", "not a whole number of days, weeks, months or years")
        if not isinstance(unit, ast.Name) or unit.id not in CALENDAR:
            raise Refused(unit, "F411", f"'{written(unit)}' is not a length of time", nearest(written(unit), CALENDAR))
        return e.Within(date.node, count.value, unit.id)
