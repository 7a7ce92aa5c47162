"""Numbers in expressions: which names are numbers, in which units, and what may be calculated with them."""

from __future__ import annotations

import ast
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from screener.form import expression as e
from screener.form.divisor import can_be_zero
from screener.form.model import ItemType
from screener.form.names import SIDED, Names, Target, written
from screener.form.problem import nearest
from screener.form.scope import FUNCTIONS, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from screener.form.model import CutOff

PLAIN = ("",)  # the units of a number without unit
DATE = ("date",)
DAYS: dict[str, e.Number] = {"assessed": e.Assessed(), "born": e.Born()}
CREATININE_UNITS = {"mg/dL", "µmol/L"}
ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


class Typed(NamedTuple):
    """A number node with its units: PLAIN, DATE or the units it may be entered in."""

    node: e.Number
    units: tuple[str, ...]


class NumberTyper(Names):
    """Turns syntax into typed numbers."""

    def truth(self, node: ast.expr) -> e.Truth:
        """Return a condition; the conditions inside a number are typed by the class that knows them."""
        raise NotImplementedError

    def plain_or_quantity(self, node: ast.expr) -> e.Number:
        """Return the number, quantity or date; what is wrong in it is collected and stands as 0."""
        try:
            return self.number(node).node
        except Refused as refused:
            self.refused.append(refused)
            return e.Literal(Decimal(0))

    def number(self, node: ast.expr) -> Typed:
        """Return the number, quantity or date."""
        if isinstance(node, ast.Name):  # as most are
            day = DAYS.get(node.id)
            return self._named(node, self.target(node)) if day is None else Typed(day, DATE)
        if isinstance(node, ast.Attribute):
            return self._part(node)
        match node:
            case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
                return Typed(e.Literal(_decimal(node)), PLAIN)
            case ast.UnaryOp(op=ast.USub()):
                return Typed(self._negative(node), PLAIN)
            case ast.BinOp():
                return self._arithmetic(node)
            case ast.Call():
                return self._function(node)
            case _:
                raise Refused(node, "F410", "this is not a number", "write a number, or the name of one")

    def _negative(self, node: ast.UnaryOp) -> e.Number:
        inner = self._plain(node.operand)
        return (
            e.Literal(-inner.value) if isinstance(inner, e.Literal) else e.Arithmetic("-", e.Literal(Decimal(0)), inner)
        )

    def _plain(self, node: ast.expr) -> e.Number:
        typed = self.number(node)
        if typed.units == DATE:
            raise Refused(node, "F406", "a date is not a number", "use days(a, b) or years(date)")
        if len(typed.units) > 1:
            hint = "only quantities with one unit can be calculated with"
            raise Refused(node, "F407", f"'{written(node)}' may be in {' or '.join(typed.units)}", hint)
        return typed.node

    def _arithmetic(self, node: ast.BinOp) -> Typed:
        op = ARITHMETIC.get(type(node.op))
        if op is None:
            raise Refused(node, "F403", "this calculation is not understood", "use + - * /")
        left, right = self._plain(node.left), self._plain(node.right)
        if op == "/" and can_be_zero(right, self.scope):
            hint = "divide by an item whose limits leave 0 out"
            raise Refused(node.right, "F413", f"'{written(node.right)}' can be 0", hint)
        return Typed(e.Arithmetic(op, left, right), PLAIN)

    def _named(self, node: ast.expr, target: Target) -> Typed:
        if target.kind == "score":
            return Typed(e.ScoreOf(target.id), PLAIN)
        if target.kind == "value":
            return Typed(e.ValueOf(target.id), self.scope.values[target.id])
        item = self.item_of(target)
        if item is not None and item.type is ItemType.WHOLE:
            return Typed(e.Reading(target.cell), PLAIN)
        if item is not None and item.type is ItemType.DATE:
            return Typed(e.Reading(target.cell), DATE)
        if item is not None and item.type is ItemType.QUANTITY:
            units = tuple(unit.id for unit in item.units)
            return Typed(e.Reading(target.cell), units if len(units) > 1 else PLAIN)
        raise Refused(node, "F410", f"'{written(node)}' is not a number", "compare a choice with one of its options")

    def _part(self, node: ast.Attribute) -> Typed:
        """Return what a name with a dot is: a side, a cut-off or a part of a quantity."""
        if node.attr in SIDED:
            return self._named(node, self.target(node))
        if isinstance(node.value, ast.Name):
            name = node.value.id
            if name == "cutoffs":
                return self._cutoff(node, name, self.scope.cutoffs)
            if name in self.scope.items and node.attr in self.scope.items[name].cutoffs:  # the same for both sides
                return self._cutoff(node, name, self.scope.items[name].cutoffs)
        target = self.target(node.value)
        if self.item_of(target) is not None and node.attr in ("age_days", "date"):
            return self._of_measurement(node, target)
        item = self.item_of(target)
        known = self.scope.value_cutoffs if target.kind == "value" else self.scope.scores
        return self._cutoff(node, target.id, known.get(target.id, {}) if item is None else item.cutoffs)

    def _of_measurement(self, node: ast.Attribute, target: Target) -> Typed:
        item = self.item_of(target)
        if item is None or item.type is not ItemType.QUANTITY or not item.is_dated:
            raise Refused(node, "F414", f"'{target.id}' has no date of measurement", "add 'dated: yes' to the quantity")
        if node.attr == "date":
            return Typed(e.MeasuredOn(target.cell), DATE)
        return Typed(e.AgeDays(target.cell), PLAIN)

    def _cutoff(self, node: ast.Attribute, owner: str, cutoffs: Mapping[str, CutOff]) -> Typed:
        cutoff = cutoffs.get(node.attr)
        if cutoff is None:
            message = f"'{owner}' has no cut-off or part '{node.attr}'"
            raise Refused(node, "F414", message, nearest(node.attr, cutoffs))
        units = tuple(cutoff.numbers)
        name = f"{owner}.{node.attr}"
        numbers = {} if cutoff.is_unset else cutoff.numbers  # no number is no value
        return Typed(e.CutOffNumber(name, numbers), units if len(units) > 1 else PLAIN)

    def _function(self, call: ast.Call) -> Typed:
        name, args = self.call(call)
        functions = {
            "min": self._picked, "max": self._picked, "years": self._years, "days": self._days, "egfr": self._egfr,
            "fall": self._fall, "lookup": self._lookup, "count": self._count,
        }  # fmt: skip
        if name not in functions:
            raise Refused(call, "F410", f"{name}() is a condition, not a number", "take the comparison away")
        return functions[name](call, args)

    def _picked(self, call: ast.Call, args: list[ast.expr]) -> Typed:
        name, _ = self.call(call)
        if not args[1:]:
            raise Refused(call, "F411", f"{name}() compares two or more numbers", f"write {name}(a, b)")
        return Typed(e.Function(name, tuple(self._plain(arg) for arg in args)), PLAIN)

    def _years(self, call: ast.Call, args: list[ast.expr]) -> Typed:
        self.expect(call, args, 1, "years(born)")
        return Typed(e.Function("years", (self._date(args[0]),)), PLAIN)

    def _days(self, call: ast.Call, args: list[ast.expr]) -> Typed:
        self.expect(call, args, 2, "days(from, to)")
        return Typed(e.Function("days", (self._date(args[0]), self._date(args[1]))), PLAIN)

    def _date(self, node: ast.expr) -> e.Number:
        typed = self.number(node)
        if typed.units != DATE:
            raise Refused(node, "F411", f"'{written(node)}' is not a date", "name a date item, born or assessed")
        return typed.node

    def _egfr(self, call: ast.Call, args: list[ast.expr]) -> Typed:
        form = "egfr(creatinine, age, sex)"
        self.expect(call, args, 3, form)
        creatinine = self.number(args[0])
        if not isinstance(creatinine.node, e.Reading) or not set(creatinine.units) <= CREATININE_UNITS:
            raise Refused(args[0], "F411", "not a creatinine in mg/dL or µmol/L", f"write {form}")
        sex = self.target(args[2])
        item = self.item_of(sex)
        if item is None or {option.id for option in item.options} != {"female", "male"}:
            raise Refused(args[2], "F411", "not a choice between female and male", f"write {form}")
        return Typed(e.Function("egfr", (creatinine.node, self._plain(args[1]), e.Choice(sex.cell))), PLAIN)

    def _fall(self, call: ast.Call, args: list[ast.expr]) -> Typed:
        self.expect(call, args, 2, "fall(previous, current)")
        items = [self.item_of(self.target(arg)) for arg in args]
        previous, current = (self.number(arg) for arg in args)
        analytes = {item.converts for item in items if item is not None}
        if set(previous.units) != set(current.units) or len(analytes) != 1 or analytes == {""}:
            hint = "both need the same units and the same 'converts:'"
            raise Refused(call, "F411", "not two results of one kind", hint)
        return Typed(e.Function("fall", (previous.node, current.node)), current.units)

    def _lookup(self, call: ast.Call, args: list[ast.expr]) -> Typed:
        self.expect(call, args, 2, "lookup(table, item)")
        name = written(args[0])
        if name not in self.scope.lookups:
            raise Refused(args[0], "F404", f"there is no look-up table '{name}'", nearest(name, self.scope.lookups))
        target = self.target(args[1])
        key = self.scope.lookups[name][0]
        if key != (target.cell if target.kind == "column" else target.id):
            message = f"'{name}' is by '{key}', not by '{target.id}'"
            raise Refused(args[1], "F411", message, f"write lookup({name}, {key.rpartition('.')[2]})")
        return Typed(e.LookedUp(name, target.cell), PLAIN)

    def _count(self, call: ast.Call, args: list[ast.expr]) -> Typed:
        if len(args) == 1:
            target = self.target(args[0])
            item = self.item_of(target)
            if item is None or item.type is not ItemType.SEVERAL:
                message = f"'{written(args[0])}' is not an item with several choices"
                raise Refused(args[0], "F411", message, "for rows write count(table, condition)")
            return Typed(e.CountChosen(target.cell), PLAIN)
        table, part = self.rows(call, "count", args)
        return Typed(e.CountRows(table, part), PLAIN)

    # --- calls and rows ----------------------------------------------------------------------------------------

    def call(self, call: ast.Call) -> tuple[str, list[ast.expr]]:
        """Return the name and the arguments of a function of the language."""
        if not isinstance(call.func, ast.Name) or call.func.id not in FUNCTIONS:
            name = written(call.func)
            raise Refused(call, "F412", f"there is no function '{name}'", nearest(name, FUNCTIONS))
        if call.keywords or any(isinstance(arg, ast.Starred) for arg in call.args):
            raise Refused(call, "F411", f"{call.func.id}() takes plain arguments", "write them without '=' and '*'")
        return call.func.id, call.args

    def expect(self, call: ast.Call, args: Sequence[ast.expr], count: int, form: str) -> None:
        """Refuse any other number of arguments."""
        if len(args) != count:
            raise Refused(call, "F411", f"{len(args)} arguments where {count} belong", f"write {form}")

    def rows(self, call: ast.Call, name: str, args: list[ast.expr]) -> tuple[str, e.Truth]:
        """Return the table and the condition on its rows."""
        self.expect(call, args, 2, f"{name}(table, condition)")
        if self.table:
            raise Refused(call, "F415", f"{name}() inside a table's row", "rows are looked at one by one already")
        item = self.scope.items.get(args[0].id) if isinstance(args[0], ast.Name) else None
        if item is None or item.type is not ItemType.TABLE:
            tables = [item.id for item in self.scope.items.values() if item.type is ItemType.TABLE]
            raise Refused(args[0], "F415", f"'{written(args[0])}' is not a table", nearest(written(args[0]), tables))
        inner = self.inside(table=item.id)
        part = inner.truth(args[1])
        self.refused += inner.refused
        return item.id, part


def _decimal(node: ast.Constant) -> Decimal:
    return Decimal(repr(node.value))
