"""The types of expressions: which names and comparisons make sense, and what they mean as a typed tree."""

from __future__ import annotations

import ast
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from screener.form import expression as e
from screener.form.divisor import can_be_zero
from screener.form.model import SIDES, YES, ItemType
from screener.form.parse import FUNCTIONS, Refused, Scope
from screener.form.problem import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from screener.form.model import CutOff, Item

PLAIN = ("",)  # the units of a number without unit
DATE = ("date",)
CREATININE_UNITS = {"mg/dL", "µmol/L", "umol/L"}
COMPARISONS = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
CALENDAR = ("days", "weeks", "months", "years")
_CHOICES = (ItemType.CHOICE, ItemType.YES_NO)


class Typed(NamedTuple):
    """A number node with its units: PLAIN, DATE or the units it may be entered in."""

    node: e.Number
    units: tuple[str, ...]


class Options(NamedTuple):
    """Something that is one of named outcomes: a choice, a finding, a unit."""

    name: str
    ids: tuple[str, ...]
    is_ordered: bool
    make: Callable[[frozenset[str]], e.Truth]


class Target(NamedTuple):
    """What a name (with its side) stands for."""

    kind: str  # item, column, finding, value, score
    id: str
    cell: str


class Typer:
    """Turns one syntax tree into a typed tree; what is wrong is collected in `refused`."""

    def __init__(self, scope: Scope, *, side: str = "", table: str = "") -> None:
        self.scope = scope
        self.side = side
        self.table = table
        self.is_inside_sides = False
        self.refused: list[Refused] = []

    # --- conditions --------------------------------------------------------------------------------------------

    def truth(self, node: ast.expr) -> e.Truth:
        """Return the condition; what is wrong in it is collected and stands as false."""
        try:
            return self._truth(node)
        except Refused as refused:
            self.refused.append(refused)
            return e.Always(value=False)

    def _truth(self, node: ast.expr) -> e.Truth:
        match node:
            case ast.BoolOp(op=ast.And()):
                return e.And(tuple(self.truth(part) for part in node.values))
            case ast.BoolOp():
                return e.Or(tuple(self.truth(part) for part in node.values))
            case ast.UnaryOp(op=ast.Not()):
                return e.Not(self.truth(node.operand))
            case ast.Compare():
                return self._comparison(node)
            case ast.Call():
                return self._condition(node)
            case ast.Constant(value=bool()):
                return e.Always(value=node.value)
            case ast.Name() | ast.Attribute():
                return self._yes(node)
            case _:
                raise Refused(node, "F409", "this is not a condition", "compare it with something")

    def _yes(self, node: ast.Name | ast.Attribute) -> e.Truth:
        target = self._target(node)
        item = self._item(target)
        if item is not None and item.type is ItemType.YES_NO:
            return e.Is(target.cell, frozenset((YES,)))
        raise Refused(node, "F409", f"'{_source(node)}' is not a yes/no item", "compare it with something")

    def _comparison(self, node: ast.Compare) -> e.Truth:
        sides = [node.left, *node.comparators]
        parts = [self._pair(left, op, right) for left, op, right in zip(sides, node.ops, sides[1:], strict=False)]
        return parts[0] if len(parts) == 1 else e.And(tuple(parts))

    def _pair(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> e.Truth:
        if isinstance(op, ast.In | ast.NotIn):
            inside = self._inside(left, right)
            return e.Not(inside) if isinstance(op, ast.NotIn) else inside
        sign = COMPARISONS.get(type(op))
        if sign is None:
            raise Refused(left, "F403", "'is' is not understood here", "write '=='")
        options = self._options(left)
        if options is not None:
            return self._one_of(options, sign, right)
        return self._numbers(left, sign, right)

    def _inside(self, left: ast.expr, right: ast.expr) -> e.Truth:
        if isinstance(right, ast.Tuple | ast.List | ast.Set):
            options = self._options(left)
            if options is None:
                raise Refused(left, "F406", f"'{_source(left)}' has no options", "compare numbers with < and >")
            return options.make(frozenset(self._option(options, part) for part in right.elts))
        target = self._target(right)
        item = self._item(target)
        if item is None or item.type is not ItemType.SEVERAL:
            if self._options(left) is not None:
                raise Refused(right, "F406", "options stand in brackets", "write 'in (a, b)'")
            raise Refused(right, "F406", f"'{_source(right)}' is not an item with several choices", "use '=='")
        option = left.id if isinstance(left, ast.Name) else _source(left)
        ids = [option.id for option in item.options]
        if option not in ids:
            raise Refused(left, "F405", f"'{target.id}' has no option '{option}'", nearest(option, ids))
        return e.Has(target.cell, option)

    def _one_of(self, options: Options, sign: str, right: ast.expr) -> e.Truth:
        option = self._option(options, right)
        if sign in ("==", "!="):
            truth = options.make(frozenset((option,)))
            return e.Not(truth) if sign == "!=" else truth
        if not options.is_ordered:
            raise Refused(right, "F406", f"the options of '{options.name}' have no order", "use '==' or 'in (a, b)'")
        at = options.ids.index(option)
        chosen = {"<": options.ids[:at], "<=": options.ids[: at + 1], ">": options.ids[at + 1 :], ">=": options.ids[at:]}
        return options.make(frozenset(chosen[sign]))

    def _option(self, options: Options, node: ast.expr) -> str:
        match node:
            case ast.Name(id=option) | ast.Constant(value=str(option)):
                pass
            case _:
                raise Refused(node, "F406", f"'{options.name}' is compared with one of its options, not with a number or item")
        if option not in options.ids:
            raise Refused(node, "F405", f"'{options.name}' has no option '{option}'", nearest(option, options.ids))
        return option

    def _options(self, node: ast.expr) -> Options | None:
        """Return what the name can be, when it is one of named outcomes."""
        if isinstance(node, ast.Attribute) and node.attr == "unit":
            target = self._target(node.value)
            item = self._item(target)
            if item is None or item.type is not ItemType.QUANTITY:
                raise Refused(node, "F414", f"'{_source(node.value)}' has no unit", "only a quantity has one")
            units = tuple(unit.id for unit in item.units)
            return Options(f"{target.id}.unit", units, False, lambda ids: e.UnitIs(target.cell, ids))
        if isinstance(node, ast.Name):
            if node.id in ("assessed", "born"):
                return None
        elif not isinstance(node, ast.Attribute) or node.attr not in (*SIDES, "here"):
            return None
        target = self._target(node)
        if target.kind == "finding":
            names = self.scope.findings[target.id]
            return Options(target.id, names.outcomes, names.is_ordered, lambda ids: e.Finds(target.cell, ids))
        item = self._item(target)
        if item is None or item.type not in _CHOICES:
            return None
        ids = tuple(option.id for option in item.options)
        return Options(target.id, ids, False, lambda ids: e.Is(target.cell, ids))

    def _numbers(self, left: ast.expr, sign: str, right: ast.expr) -> e.Truth:
        first, second = self._number(left), self._number(right)
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
        return Refused(other, "F407", f"'{_source(other)}' has no unit to compare with {units}", hint)

    # --- functions that are conditions -------------------------------------------------------------------------

    def _condition(self, call: ast.Call) -> e.Truth:
        name, args = self._call(call)
        match name:
            case "either" | "both":
                return self._both_sides(call, name, args)
            case "any" | "all":
                table, part = self._rows(call, name, args)
                return e.AnyRow(table, part) if name == "any" else e.AllRows(table, part)
            case "at_least":
                return self._at_least(call, args)
            case "known":
                return self._known(call, args)
            case "within":
                return self._within(call, args)
            case _:
                raise Refused(call, "F409", f"{name}() is a number, not a condition", "compare it with something")

    def _call(self, call: ast.Call) -> tuple[str, list[ast.expr]]:
        if not isinstance(call.func, ast.Name) or call.func.id not in FUNCTIONS:
            name = _source(call.func)
            raise Refused(call, "F412", f"there is no function '{name}'", nearest(name, FUNCTIONS))
        if call.keywords or any(isinstance(arg, ast.Starred) for arg in call.args):
            raise Refused(call, "F411", f"{call.func.id}() takes plain arguments", "write them without '=' and '*'")
        return call.func.id, call.args

    def _expect(self, call: ast.Call, args: Sequence[ast.expr], count: int, form: str) -> None:
        if len(args) != count:
            raise Refused(call, "F411", f"{len(args)} arguments where {count} belong", f"write {form}")

    def _both_sides(self, call: ast.Call, name: str, args: list[ast.expr]) -> e.Truth:
        self._expect(call, args, 1, f"{name}(condition)")
        if self.is_inside_sides or self.side:
            raise Refused(call, "F408", f"{name}() inside another side", "each side is already looked at here")
        parts = []
        for side in SIDES:
            inner = Typer(self.scope, side=side, table=self.table)
            inner.is_inside_sides = True
            parts.append(inner.truth(args[0]))
            if inner.refused:
                self.refused += inner.refused
                break
        return e.Or(tuple(parts)) if name == "either" else e.And(tuple(parts))

    def _rows(self, call: ast.Call, name: str, args: list[ast.expr]) -> tuple[str, e.Truth]:
        self._expect(call, args, 2, f"{name}(table, condition)")
        if self.table:
            raise Refused(call, "F415", f"{name}() inside a table's row", "rows are looked at one by one already")
        item = self.scope.items.get(args[0].id) if isinstance(args[0], ast.Name) else None
        if item is None or item.type is not ItemType.TABLE:
            tables = [item.id for item in self.scope.items.values() if item.type is ItemType.TABLE]
            raise Refused(args[0], "F415", f"'{_source(args[0])}' is not a table", nearest(_source(args[0]), tables))
        inner = Typer(self.scope, side=self.side, table=item.id)
        inner.is_inside_sides = self.is_inside_sides
        part = inner.truth(args[1])
        self.refused += inner.refused
        return item.id, part

    def _at_least(self, call: ast.Call, args: list[ast.expr]) -> e.Truth:
        if len(args) < 2 or not isinstance(args[0], ast.Constant) or type(args[0].value) is not int:
            raise Refused(call, "F411", "at_least() begins with a whole number", "write at_least(2, a, b, c)")
        n = args[0].value
        if not 0 < n < len(args):
            raise Refused(args[0], "F411", f"{n} of {len(args) - 1} conditions", "it can never be decided by them")
        return e.AtLeast(n, tuple(self.truth(part) for part in args[1:]))

    def _known(self, call: ast.Call, args: list[ast.expr]) -> e.Truth:
        self._expect(call, args, 1, "known(item)")
        target = self._target(args[0])
        if target.kind in ("item", "column"):
            item = self._item(target)
            if item is not None and item.type is ItemType.TABLE:
                raise Refused(args[0], "F411", "known() of a table", "use count(table, condition)")
            return e.Known(target.cell)
        return e.KnownResult(target.cell)

    def _within(self, call: ast.Call, args: list[ast.expr]) -> e.Truth:
        self._expect(call, args, 3, "within(date, 3, months)")
        date = self._number(args[0])
        if date.units != DATE:
            raise Refused(args[0], "F411", f"'{_source(args[0])}' is not a date", "write within(date, 3, months)")
        count, unit = args[1], args[2]
        if not isinstance(count, ast.Constant) or type(count.value) is not int or not 0 < count.value <= 36500:
            raise Refused(count, "F411", "not a whole number of days, weeks, months or years")
        if not isinstance(unit, ast.Name) or unit.id not in CALENDAR:
            raise Refused(unit, "F411", f"'{_source(unit)}' is not a length of time", nearest(_source(unit), CALENDAR))
        return e.Within(date.node, count.value, unit.id)

    # --- numbers -----------------------------------------------------------------------------------------------

    def plain_or_quantity(self, node: ast.expr) -> e.Number:
        """Return the number, quantity or date; what is wrong in it is collected."""
        try:
            return self._number(node).node
        except Refused as refused:
            self.refused.append(refused)
            return e.Literal(Decimal(0))

    def _number(self, node: ast.expr) -> Typed:
        match node:
            case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
                return Typed(e.Literal(_decimal(node)), PLAIN)
            case ast.UnaryOp(op=ast.USub()):
                inner = self._plain(node.operand)
                if isinstance(inner, e.Literal):
                    return Typed(e.Literal(-inner.value), PLAIN)
                return Typed(e.Arithmetic("-", e.Literal(Decimal(0)), inner), PLAIN)
            case ast.BinOp():
                return self._arithmetic(node)
            case ast.Call():
                return self._function(node)
            case ast.Name(id="assessed"):
                return Typed(e.Assessed(), DATE)
            case ast.Name(id="born"):
                return Typed(e.Born(), DATE)
            case ast.Name():
                return self._named(node, self._target(node))
            case ast.Attribute():
                return self._part(node)
            case _:
                raise Refused(node, "F410", "this is not a number", "")

    def _plain(self, node: ast.expr) -> e.Number:
        typed = self._number(node)
        if typed.units == DATE:
            raise Refused(node, "F406", "a date is not a number", "use days(a, b) or years(date)")
        if len(typed.units) > 1:
            hint = "only quantities with one unit can be calculated with"
            raise Refused(node, "F407", f"'{_source(node)}' may be in {' or '.join(typed.units)}", hint)
        return typed.node

    def _arithmetic(self, node: ast.BinOp) -> Typed:
        op = ARITHMETIC.get(type(node.op))
        if op is None:
            raise Refused(node, "F403", "this calculation is not understood", "use + - * /")
        left, right = self._plain(node.left), self._plain(node.right)
        if op == "/" and can_be_zero(right, self.scope):
            hint = "divide by an item whose limits leave 0 out"
            raise Refused(node.right, "F413", f"'{_source(node.right)}' can be 0", hint)
        return Typed(e.Arithmetic(op, left, right), PLAIN)

    def _named(self, node: ast.expr, target: Target) -> Typed:
        if target.kind == "score":
            return Typed(e.ScoreOf(target.id), PLAIN)
        if target.kind == "value":
            return Typed(e.ValueOf(target.id), self.scope.values[target.id])
        item = self._item(target)
        if item is not None and item.type is ItemType.WHOLE:
            return Typed(e.Reading(target.cell), PLAIN)
        if item is not None and item.type is ItemType.DATE:
            return Typed(e.Reading(target.cell), DATE)
        if item is not None and item.type is ItemType.QUANTITY:
            units = tuple(unit.id for unit in item.units)
            return Typed(e.Reading(target.cell), units if len(units) > 1 else PLAIN)
        raise Refused(node, "F410", f"'{_source(node)}' is not a number", "compare a choice with one of its options")

    def _part(self, node: ast.Attribute) -> Typed:
        """A name with a dot: a side, a part of a quantity or a cut-off."""
        if node.attr in (*SIDES, "here"):
            return self._named(node, self._target(node))
        if isinstance(node.value, ast.Name) and node.value.id == "cutoffs":
            return self._cutoff(node, "cutoffs", self.scope.cutoffs)
        if isinstance(node.value, ast.Name) and node.value.id in self.scope.items:
            item = self.scope.items[node.value.id]
            if node.attr in item.cutoffs:  # the same for both sides
                return self._cutoff(node, item.id, item.cutoffs)
        target = self._target(node.value)
        item = self._item(target)
        if item is not None and item.type is ItemType.QUANTITY and node.attr in ("age_days", "date"):
            if not item.is_dated:
                raise Refused(node, "F414", f"'{target.id}' has no date", "add 'dated: yes' to the item")
            if node.attr == "date":
                return Typed(e.MeasuredOn(target.cell), DATE)
            return Typed(e.AgeDays(target.cell), PLAIN)
        if item is not None:
            return self._cutoff(node, target.id, item.cutoffs)
        known = self.scope.value_cutoffs if target.kind == "value" else self.scope.scores
        return self._cutoff(node, target.id, known.get(target.id, {}))

    def _cutoff(self, node: ast.Attribute, owner: str, cutoffs: Mapping[str, CutOff]) -> Typed:
        cutoff = cutoffs.get(node.attr)
        if cutoff is None:
            message = f"'{owner}' has no cut-off or part '{node.attr}'"
            raise Refused(node, "F414", message, nearest(node.attr, cutoffs))
        units = tuple(cutoff.numbers)
        name = f"{owner}.{node.attr}"
        return Typed(e.CutOffNumber(name, cutoff.numbers), units if len(units) > 1 else PLAIN)

    def _function(self, call: ast.Call) -> Typed:
        name, args = self._call(call)
        match name:
            case "min" | "max":
                if len(args) < 2:
                    raise Refused(call, "F411", f"{name}() compares two or more numbers", f"write {name}(a, b)")
                return Typed(e.Function(name, tuple(self._plain(arg) for arg in args)), PLAIN)
            case "years":
                self._expect(call, args, 1, "years(born)")
                return Typed(e.Function(name, (self._date(args[0]),)), PLAIN)
            case "days":
                self._expect(call, args, 2, "days(from, to)")
                return Typed(e.Function(name, (self._date(args[0]), self._date(args[1]))), PLAIN)
            case "egfr":
                return self._egfr(call, args)
            case "fall":
                return self._fall(call, args)
            case "lookup":
                return self._lookup(call, args)
            case "count":
                return self._count(call, args)
            case _:
                raise Refused(call, "F410", f"{name}() is a condition, not a number", "")

    def _date(self, node: ast.expr) -> e.Number:
        typed = self._number(node)
        if typed.units != DATE:
            raise Refused(node, "F411", f"'{_source(node)}' is not a date", "")
        return typed.node

    def _egfr(self, call: ast.Call, args: list[ast.expr]) -> Typed:
        form = "egfr(creatinine, age, sex)"
        self._expect(call, args, 3, form)
        creatinine = self._number(args[0])
        if not isinstance(creatinine.node, e.Reading) or not set(creatinine.units) <= CREATININE_UNITS:
            raise Refused(args[0], "F411", "not a creatinine in mg/dL or µmol/L", f"write {form}")
        sex = self._target(args[2])
        item = self._item(sex)
        if item is None or {option.id for option in item.options} != {"female", "male"}:
            raise Refused(args[2], "F411", "not a choice between female and male", f"write {form}")
        return Typed(e.Function("egfr", (creatinine.node, self._plain(args[1]), e.Choice(sex.cell))), PLAIN)

    def _fall(self, call: ast.Call, args: list[ast.expr]) -> Typed:
        self._expect(call, args, 2, "fall(previous, current)")
        items = [self._item(self._target(arg)) for arg in args]
        previous, current = (self._number(arg) for arg in args)
        analytes = {item.converts for item in items if item is not None}
        if set(previous.units) != set(current.units) or len(analytes) != 1 or analytes == {""}:
            hint = "both need the same units and the same 'converts:'"
            raise Refused(call, "F411", "not two results of one kind", hint)
        return Typed(e.Function("fall", (previous.node, current.node)), current.units)

    def _lookup(self, call: ast.Call, args: list[ast.expr]) -> Typed:
        self._expect(call, args, 2, "lookup(table, item)")
        name = _source(args[0])
        if name not in self.scope.lookups:
            raise Refused(args[0], "F404", f"there is no look-up table '{name}'", nearest(name, self.scope.lookups))
        target = self._target(args[1])
        key = self.scope.lookups[name][0]
        if key != (target.cell if target.kind == "column" else target.id):
            raise Refused(args[1], "F411", f"'{name}' is by '{key}', not by '{target.id}'", f"write lookup({name}, ...)")
        return Typed(e.LookedUp(name, target.cell), PLAIN)

    def _count(self, call: ast.Call, args: list[ast.expr]) -> Typed:
        if len(args) == 1:
            target = self._target(args[0])
            item = self._item(target)
            if item is None or item.type is not ItemType.SEVERAL:
                raise Refused(args[0], "F411", f"'{_source(args[0])}' is not an item with several choices", "")
            return Typed(e.CountChosen(target.cell), PLAIN)
        table, part = self._rows(call, "count", args)
        return Typed(e.CountRows(table, part), PLAIN)

    # --- names -------------------------------------------------------------------------------------------------

    def _item(self, target: Target) -> Item | None:
        if target.kind == "item":
            return self.scope.items[target.id]
        if target.kind == "column":
            return next(column for column in self.scope.items[self.table].columns if column.id == target.id)
        return None

    def _target(self, node: ast.expr) -> Target:
        """Return what a name, or a name with its side, stands for."""
        match node:
            case ast.Name(id=name):
                return self._plain_name(node, name)
            case ast.Attribute(value=ast.Name(id=name), attr=side) if side in (*SIDES, "here"):
                return self._sided_name(node, name, side)
            case ast.Attribute(value=ast.Name(id=name)):
                self._plain_name(node.value, name)
                raise Refused(node, "F414", f"'{name}' has no part '{node.attr}'", "parts: left, right, here, unit, ...")
            case _:
                raise Refused(node, "F404", "a name belongs here", "")

    def _plain_name(self, node: ast.expr, name: str) -> Target:
        scope = self.scope
        if self.table and any(column.id == name for column in scope.items[self.table].columns):
            return Target("column", name, f"{self.table}.{name}")
        if name in scope.values:
            return Target("value", name, name)
        if name in scope.scores:
            return Target("score", name, name)
        kind, has_sides = self._kind(node, name)
        if not has_sides:
            return Target(kind, name, name)
        if not self.is_inside_sides:
            hint = f"write {name}.left, {name}.right, or put it inside either() or both()"
            if self.side:
                hint = f"write {name}.here, {name}.left or {name}.right"
            raise Refused(node, "F408", f"'{name}' has a left and a right", hint)
        return Target(kind, name, f"{name}.{self.side}")

    def _sided_name(self, node: ast.Attribute, name: str, side: str) -> Target:
        kind, has_sides = self._kind(node.value, name)
        if not has_sides:
            raise Refused(node, "F414", f"'{name}' has no sides", f"write {name}")
        if side == "here":
            if not self.side:
                hint = f"write {name}.left or {name}.right, or put it inside either() or both()"
                raise Refused(node, "F408", f"'{name}.here' stands where there is no side", hint)
            side = self.side
        return Target(kind, name, f"{name}.{side}")

    def _kind(self, node: ast.expr, name: str) -> tuple[str, bool]:
        scope = self.scope
        if name in scope.items:
            return "item", scope.items[name].has_sides
        if name in scope.findings:
            finding = scope.findings[name]
            if finding.table and finding.table != self.table:
                raise Refused(node, "F415", f"'{name}' is about rows of '{finding.table}'", f"use any({finding.table}, ...)")
            return "finding", finding.has_sides
        if name in scope.values or name in scope.scores:
            return "value", False
        raise Refused(node, "F404", f"there is no item, value, score or finding '{name}'", nearest(name, self._names()))

    def _names(self) -> Iterable[str]:
        scope = self.scope
        yield from (*scope.items, *scope.findings, *scope.values, *scope.scores, "assessed", "born", "cutoffs")
        if self.table:
            yield from (column.id for column in scope.items[self.table].columns)


def _decimal(node: ast.Constant) -> Decimal:
    try:
        return Decimal(repr(node.value))
    except InvalidOperation as error:  # pragma: no cover - repr of a number is a number
        raise Refused(node, "F410", "this is not a number", "") from error


def _source(node: ast.AST) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 40 else text[:37] + "..."
