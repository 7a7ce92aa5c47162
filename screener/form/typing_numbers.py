"""Numbers in expressions: which names are numbers, in which units, and what may be calculated with them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from screener.form import expression as e
from screener.form import parts as p
from screener.form.ends import can_be_zero
from screener.form.model import ItemType
from screener.form.names import SIDED, Names, Target
from screener.form.problem import nearest
from screener.form.scope import FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screener.form.model import CutOff

PLAIN = ("",)  # the units of a number without unit
DATE = ("date",)
DAYS: dict[str, e.Number] = {"assessed": e.Assessed(), "born": e.Born()}
INSTEAD = {  # of a comparison
    ItemType.SEVERAL: "write 'option in {}', or count({})",
    ItemType.YES_NO: "write '{}' alone, or 'not {}'",
    ItemType.TEXT: "no rule reads words; ask for them as a choice",
    ItemType.TABLE: "write any({}, ...), all({}, ...) or count({}, ...)",
}
CREATININE_UNITS = {"mg/dL", "µmol/L"}


class Typed(NamedTuple):
    """A number node with its units: PLAIN, DATE or the units it may be entered in."""

    node: e.Number
    units: tuple[str, ...]


class NumberTyper(Names):
    """Turns syntax into typed numbers."""

    def truth(self, part: p.Part) -> e.Truth:
        """Return a condition; the conditions inside a number are typed by the class that knows them."""
        raise NotImplementedError

    def plain_or_quantity(self, part: p.Part) -> e.Number:
        """Return the number, quantity or date; what is wrong in it is collected and stands as 0."""
        try:
            return self.number(part).node
        except p.Refused as refused:
            self.refused.append(refused)
            return e.Literal(Decimal(0))

    def number(self, part: p.Part) -> Typed:
        """Return the number, quantity or date."""
        match part:
            case p.Number():
                return Typed(e.Literal(Decimal(part.text)), PLAIN)
            case p.Name():
                return self._named(part)
            case p.Negative():
                return Typed(self._negative(part), PLAIN)
            case p.Calculation():
                return self._calculation(part)
            case p.Call():
                return self._function(part)
            case _:
                raise p.Refused(part, "F410", "this is not a number", "write a number, or the name of one")

    def _negative(self, part: p.Negative) -> e.Number:
        inner = self._plain(part.part)
        return (
            e.Literal(-inner.value) if isinstance(inner, e.Literal) else e.Arithmetic("-", e.Literal(Decimal(0)), inner)
        )

    def _plain(self, part: p.Part) -> e.Number:
        typed = self.number(part)
        if typed.units == DATE:
            raise p.Refused(part, "F406", "a date is not a number", "use days(a, b) or years(date)")
        if len(typed.units) > 1:
            hint = "only quantities with one unit can be calculated with"
            raise p.Refused(part, "F407", f"'{self.written(part)}' may be in {' or '.join(typed.units)}", hint)
        return typed.node

    def _calculation(self, part: p.Calculation) -> Typed:
        left, right = self._plain(part.left), self._plain(part.right)
        if part.sign == "/" and can_be_zero(right, self.scope):
            hint = "divide by an item whose limits leave 0 out"
            raise p.Refused(part.right, "F413", f"'{self.written(part.right)}' can be 0", hint)
        return Typed(e.Arithmetic(part.sign, left, right), PLAIN)

    def _named(self, part: p.Name) -> Typed:
        """Return what a name is: a number, one on a side, a cut-off or a part of a quantity."""
        name, _, end = part.text.rpartition(".")
        if name and end not in SIDED:
            return self._of(part, name, end)
        day = DAYS.get(end)
        return self._target(part, self.target(part)) if day is None or name else Typed(day, DATE)

    def _target(self, part: p.Name, target: Target) -> Typed:
        if target.kind == "score":
            return Typed(e.ScoreOf(target.id), PLAIN)
        if target.kind == "value":
            return Typed(e.ValueOf(target.id), self.scope.values[target.id])
        item = target.item
        if item is not None and item.type is ItemType.WHOLE:
            return Typed(e.Reading(target.cell), PLAIN)
        if item is not None and item.type is ItemType.DATE:
            return Typed(e.Reading(target.cell), DATE)
        if item is not None and item.type is ItemType.QUANTITY:
            units = tuple([unit.id for unit in item.units])
            return Typed(e.Reading(target.cell), units if len(units) > 1 else PLAIN)
        hint = INSTEAD.get(item.type, "").replace("{}", item.id) if item is not None else ""
        hint = hint or "compare a choice with one of its options"
        raise p.Refused(part, "F410", f"'{part.text}' is not a number", hint)

    def _of(self, part: p.Name, name: str, end: str) -> Typed:
        """Return the cut-off, or the part of a quantity, that `end` is of what stands before the dot."""
        if name == "cutoffs":
            return self._cutoff(part, name, end, self.scope.cutoffs)
        item = self.scope.items.get(name)
        if item is not None and end in item.cutoffs:  # the same for both sides
            return self._cutoff(part, name, end, item.cutoffs)
        target = self.named(part, name)
        if target.item is not None and end in ("age_days", "date"):
            return self._of_measurement(part, target, end)
        known = self.scope.value_cutoffs if target.kind == "value" else self.scope.scores
        return self._cutoff(
            part, target.id, end, known.get(target.id, {}) if target.item is None else target.item.cutoffs
        )

    def _of_measurement(self, part: p.Name, target: Target, end: str) -> Typed:
        item = target.item
        if item is None or item.type is not ItemType.QUANTITY or not item.is_dated:
            raise p.Refused(
                part, "F414", f"'{target.id}' has no date of measurement", "add 'dated: yes' to the quantity"
            )
        if end == "date":
            return Typed(e.MeasuredOn(target.cell), DATE)
        return Typed(e.AgeDays(target.cell), PLAIN)

    def _cutoff(self, part: p.Name, owner: str, end: str, cutoffs: Mapping[str, CutOff]) -> Typed:
        cutoff = cutoffs.get(end)
        if cutoff is None:
            item = self.scope.items.get(owner)
            hint = nearest(end, cutoffs) if cutoffs else "it has no cut-offs"
            if item is not None and item.type is ItemType.TABLE:
                is_row = self.table == owner and any(column.id == end for column in item.columns)
                hint = f"write {end}: it is read in the row" if is_row else INSTEAD[ItemType.TABLE].replace("{}", owner)
            raise p.Refused(part, "F414", f"'{owner}' has no cut-off or part '{end}'", hint)
        units = tuple(cutoff.numbers)
        name = f"{owner}.{end}"
        numbers = {} if cutoff.is_unset else cutoff.numbers  # no number is no value
        return Typed(e.CutOffNumber(name, numbers), units if len(units) > 1 else PLAIN)

    def _function(self, call: p.Call) -> Typed:
        name = self.called(call)
        functions = {
            "min": self._picked, "max": self._picked, "years": self._years, "days": self._days, "egfr": self._egfr,
            "fall": self._fall, "lookup": self._lookup, "count": self._count,
        }  # fmt: skip
        if name not in functions:
            raise p.Refused(call, "F410", f"{name}() is a condition, not a number", "take the comparison away")
        return functions[name](call)

    def _picked(self, call: p.Call) -> Typed:
        name = call.name
        if not call.parts[1:]:
            raise p.Refused(call, "F411", f"{name}() compares two or more numbers", f"write {name}(a, b)")
        return Typed(e.Function(name, tuple(self._plain(arg) for arg in call.parts)), PLAIN)

    def _years(self, call: p.Call) -> Typed:
        self.expect(call, 1, "years(born)")
        return Typed(e.Function("years", (self._date(call.parts[0]),)), PLAIN)

    def _days(self, call: p.Call) -> Typed:
        self.expect(call, 2, "days(from, to)")
        return Typed(e.Function("days", (self._date(call.parts[0]), self._date(call.parts[1]))), PLAIN)

    def _date(self, part: p.Part) -> e.Number:
        typed = self.number(part)
        if typed.units != DATE:
            raise p.Refused(part, "F411", f"'{self.written(part)}' is not a date", "name a date item, born or assessed")
        return typed.node

    def _egfr(self, call: p.Call) -> Typed:
        form = "egfr(creatinine, age, sex)"
        self.expect(call, 3, form)
        creatinine = self.number(call.parts[0])
        if not isinstance(creatinine.node, e.Reading) or not set(creatinine.units) <= CREATININE_UNITS:
            raise p.Refused(call.parts[0], "F411", "not a creatinine in mg/dL or µmol/L", f"write {form}")
        sex = self.target(call.parts[2])
        item = sex.item
        if item is None or {option.id for option in item.options} != {"female", "male"}:
            raise p.Refused(call.parts[2], "F411", "not a choice between female and male", f"write {form}")
        return Typed(e.Function("egfr", (creatinine.node, self._plain(call.parts[1]), e.Choice(sex.cell))), PLAIN)

    def _fall(self, call: p.Call) -> Typed:
        self.expect(call, 2, "fall(previous, current)")
        items = [self.target(arg).item for arg in call.parts]
        previous, current = (self.number(arg) for arg in call.parts)
        analytes = {item.converts for item in items if item is not None}
        if set(previous.units) != set(current.units) or len(analytes) != 1 or analytes == {""}:
            hint = "both need the same units and the same 'converts:'"
            raise p.Refused(call, "F411", "not two results of one kind", hint)
        return Typed(e.Function("fall", (previous.node, current.node)), current.units)

    def _lookup(self, call: p.Call) -> Typed:
        self.expect(call, 2, "lookup(table, item)")
        name = self.written(call.parts[0])
        if name not in self.scope.lookups:
            message = f"there is no look-up table '{name}'"
            raise p.Refused(call.parts[0], "F404", message, nearest(name, self.scope.lookups), name)
        target = self.target(call.parts[1])
        key = self.scope.lookups[name][0]
        if key != (target.cell if target.kind == "column" else target.id):
            message = f"'{name}' is by '{key}', not by '{target.id}'"
            raise p.Refused(call.parts[1], "F411", message, f"write lookup({name}, {key.rpartition('.')[2]})")
        return Typed(e.LookedUp(name, target.cell), PLAIN)

    def _count(self, call: p.Call) -> Typed:
        if len(call.parts) == 1:
            target = self.target(call.parts[0])
            item = target.item
            if item is None or item.type is not ItemType.SEVERAL:
                message = f"'{self.written(call.parts[0])}' is not an item with several choices"
                raise p.Refused(call.parts[0], "F411", message, "for rows write count(table, condition)")
            return Typed(e.CountChosen(target.cell), PLAIN)
        table, part = self.rows(call, "count")
        return Typed(e.CountRows(table, part), PLAIN)

    # --- calls and rows ----------------------------------------------------------------------------------------

    def called(self, call: p.Call) -> str:
        """Return the name of a function of the language."""
        if call.name not in FUNCTIONS:
            raise p.Refused(call, "F412", f"there is no function '{call.name}'", nearest(call.name, FUNCTIONS))
        return call.name

    def expect(self, call: p.Call, count: int, form: str) -> None:
        """Refuse any other number of arguments."""
        if len(call.parts) != count:
            raise p.Refused(call, "F411", f"{len(call.parts)} arguments where {count} belong", f"write {form}")

    def rows(self, call: p.Call, name: str) -> tuple[str, e.Truth]:
        """Return the table and the condition on its rows."""
        self.expect(call, 2, f"{name}(table, condition)")
        if self.table:
            raise p.Refused(call, "F415", f"{name}() inside a table's row", "rows are looked at one by one already")
        table, condition = call.parts
        item = self.scope.items.get(table.text) if isinstance(table, p.Name) else None
        if item is None or item.type is not ItemType.TABLE:
            name, tables = self.written(table), [each.id for each in self.scope.items.values() if each.columns]
            raise p.Refused(table, "F415", f"'{name}' is not a table", nearest(name, tables), "" if item else name)
        self.table = item.id
        part = self.truth(condition)
        self.table = ""
        return item.id, part
