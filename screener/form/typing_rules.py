"""Conditions in expressions: which comparisons make sense, and what they mean as a typed tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from screener.form import expression as e
from screener.form import parts as p
from screener.form.ends import ends_of
from screener.form.model import SIDES, YES, ItemType
from screener.form.names import SIDED
from screener.form.problem import nearest
from screener.form.typing_numbers import DATE, DAYS, NumberTyper, Typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

CALENDAR = ("days", "weeks", "months", "years")
LONGEST_WINDOW = 36_500  # of any unit
_CHOICES = (ItemType.CHOICE, ItemType.YES_NO)
_OPTION = (p.Name, p.Quoted)  # what an option may be written as


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

    def truth(self, part: p.Part) -> e.Truth:
        """Return the condition; what is wrong in it is collected and stands as false."""
        try:
            return self._truth(part)
        except p.Refused as refused:
            self.refused.append(refused)
            return e.Always(value=False)

    def _truth(self, part: p.Part) -> e.Truth:
        match part:
            case p.Comparison():
                return self._comparison(part)
            case p.Joined():
                parts = tuple([self.truth(each) for each in part.parts])
                return e.And(parts) if part.word == "and" else e.Or(parts)
            case p.Name():
                return self._yes(part)
            case p.Call():
                return self._condition(part)
            case p.Not():
                return e.Not(self.truth(part.part))
            case _:
                name = self.written(part).replace(" ", "").replace("-", "_")
                hint = f"did you mean '{name}'?" if name in self.scope.items else "compare it with something"
                raise p.Refused(part, "F409", "this is not a condition", hint)

    def _yes(self, part: p.Name) -> e.Truth:
        if part.text in ("True", "False"):
            return e.Always(value=part.text == "True")
        target = self.target(part)
        if target.item is not None and target.item.type is ItemType.YES_NO:
            return e.Is(target.cell, frozenset((YES,)))
        raise p.Refused(part, "F409", f"'{part.text}' is not a yes/no item", "compare it with something")

    def _comparison(self, part: p.Comparison) -> e.Truth:
        left, pairs = part.left, []
        for sign, right in part.others:
            pairs.append(self._pair(left, sign, right))
            left = right
        return pairs[0] if len(pairs) == 1 else e.And(tuple(pairs))

    def _pair(self, left: p.Part, sign: str, right: p.Part) -> e.Truth:
        if sign == "in":
            return self._inside(left, right)
        if sign == "not in":
            return e.Not(self._inside(left, right))
        options = self._options(left)
        if options is not None:
            return self._one_of(options, sign, right)
        if isinstance(left, p.Name) and left.text in self.scope.scores and isinstance(right, _OPTION):
            self._refuse_band(left, right)
        return self._numbers(left, sign, right)

    def _refuse_band(self, score: p.Name, right: p.Name | p.Quoted) -> None:
        """Refuse to compare a score with the name of a band."""
        if isinstance(right, p.Quoted) or not ("." in right.text or right.text in self.names()):
            cutoffs = [f"{score.text}.{each}" for each in self.scope.scores[score.text]]
            hint = f"compare it with a number or a cut-off, such as {', '.join(['6', *cutoffs])}"
            raise p.Refused(right, "F406", f"'{score.text}' is a number, which '{right.text}' is not", hint)

    def _inside(self, left: p.Part, right: p.Part) -> e.Truth:
        if isinstance(right, p.Listed):
            options = self._options(left)
            if options is None:
                raise p.Refused(left, "F406", f"'{self.written(left)}' has no options", "compare numbers with < and >")
            return options.among([self._option(options, part) for part in right.parts])
        target = self.target(right)
        item = target.item
        if item is None or item.type is not ItemType.SEVERAL:
            if self._options(left) is not None:
                raise p.Refused(right, "F406", "options stand in brackets", "write 'in (a, b)'")
            raise p.Refused(right, "F406", f"'{self.written(right)}' is not an item with several choices", "use '=='")
        option = self.written(left)
        ids = [option.id for option in item.options]
        if option not in ids:
            raise p.Refused(left, "F405", f"'{target.id}' has no option '{option}'", nearest(option, ids))
        return e.Has(target.cell, option)

    def _one_of(self, options: Options, sign: str, right: p.Part) -> e.Truth:
        option = self._option(options, right)
        if sign in ("==", "!="):
            truth = options.among((option,))
            return e.Not(truth) if sign == "!=" else truth
        if not options.is_ordered:
            raise p.Refused(right, "F406", f"the options of '{options.name}' have no order", "use '==' or 'in (a, b)'")
        at = options.ids.index(option)
        ids = options.ids
        chosen = {"<": ids[:at], "<=": ids[: at + 1], ">": ids[at + 1 :], ">=": ids[at:]}
        return options.among(chosen[sign])

    def _option(self, options: Options, part: p.Part) -> str:
        if not isinstance(part, _OPTION):
            message = f"'{options.name}' is compared with one of its options, not with a number or item"
            raise p.Refused(part, "F406", message)
        option = part.text
        if option not in options.ids:
            message = f"'{options.name}' has no option '{option}'"
            raise p.Refused(part, "F405", message, nearest(option, options.ids), options.name)
        return option

    def _options(self, part: p.Part) -> Options | None:
        """Return what the name can be, when it is one of named outcomes."""
        if not isinstance(part, p.Name) or part.text in DAYS:
            return None
        name, _, end = part.text.rpartition(".")
        if name and end not in SIDED:
            return self._units(part, name) if end == "unit" else None
        target = self.target(part)
        if target.kind == "finding":
            names = self.scope.findings[target.id]
            return Options(target.id, names.outcomes, names.is_ordered, e.Finds, target.cell)
        item = target.item
        if item is None or item.type not in _CHOICES:
            return None
        return Options(target.id, [option.id for option in item.options], False, e.Is, target.cell)

    def _units(self, part: p.Name, name: str) -> Options:
        target = self.named(part, name)
        item = target.item
        if item is None or item.type is not ItemType.QUANTITY:
            raise p.Refused(part, "F414", f"'{name}' has no unit", "only a quantity has one")
        return Options(f"{target.id}.unit", [unit.id for unit in item.units], False, e.UnitIs, target.cell)

    def _numbers(self, left: p.Part, sign: str, right: p.Part) -> e.Truth:
        first, second = self.number(left), self.number(right)
        if first.units != second.units and set(first.units) != set(second.units):
            raise self._mismatch(left, right, first, second)
        both_measured = len(first.units) > 1 and not isinstance(first.node, e.CutOffNumber)
        if both_measured and not isinstance(second.node, e.CutOffNumber):
            hint = "compare each with a cut-off; for how far a value fell, use fall(previous, current)"
            raise p.Refused(right, "F407", "two quantities in open units can't be compared", hint)
        if isinstance(second.node, e.Literal):
            self._check_reach(left, first.node, sign, right, second.node.value)
        elif isinstance(first.node, e.Literal):
            self._check_reach(right, second.node, e.TURNED.get(sign, sign), left, first.node.value)
        if sign == "!=":
            return e.Not(e.Compare("==", first.node, second.node))
        return e.Compare(sign, first.node, second.node)

    def _check_reach(self, part: p.Part, node: e.Number, sign: str, beyond: p.Part, number: Decimal) -> None:
        """Refuse a number that lies beyond all answers, or at an end with none behind it; `> 0` may be said of any."""
        ends = ends_of(node, self.scope)
        if ends is None or (not number and sign in (">", ">=", "!=")):
            return
        lowest, highest = ends
        if not lowest <= number <= highest or (sign, number) in (("<", lowest), (">", highest)):
            name = self.written(part)
            message = f"'{name} {sign} {number}' is the same for every answer: '{name}' goes from {lowest} to {highest}"
            hint = f"correct the number, or the {'range' if isinstance(node, e.ScoreOf) else 'limits'} of '{name}'"
            raise p.Refused(beyond, "F416", message, hint, name)

    def _mismatch(self, left: p.Part, right: p.Part, first: Typed, second: Typed) -> p.Refused:
        if DATE in (first.units, second.units):
            return p.Refused(right, "F406", "a date is compared with a date", "use within(), days() or years()")
        quantity, other = (first, right) if len(first.units) > 1 else (second, left)
        units = " and ".join(quantity.units)
        hint = f"write a cut-off with a number for {units}, and its name here"
        return p.Refused(other, "F407", f"'{self.written(other)}' has no unit to compare with {units}", hint)

    # --- functions that are conditions -------------------------------------------------------------------------

    def _condition(self, call: p.Call) -> e.Truth:
        name = self.called(call)
        match name:
            case "either" | "both":
                return self._both_sides(call)
            case "any" | "all":
                table, part = self.rows(call, name)
                return e.AnyRow(table, part) if name == "any" else e.AllRows(table, part)
            case "at_least":
                return self._at_least(call)
            case "known":
                return self._is_known(call)
            case "within":
                return self._within(call)
            case _:
                raise p.Refused(call, "F409", f"{name}() is a number, not a condition", "compare it with something")

    def _both_sides(self, call: p.Call) -> e.Truth:
        self.expect(call, 1, f"{call.name}(condition)")
        if self.is_inside_sides or self.side:
            raise p.Refused(call, "F408", f"{call.name}() inside another side", "each side is already looked at here")
        parts, refused = [], len(self.refused)
        self.is_inside_sides = True
        for self.side in SIDES:
            parts.append(self.truth(call.parts[0]))
            if len(self.refused) > refused:
                break  # the other side would say the same
        self.side, self.is_inside_sides = "", False
        return e.Or(tuple(parts)) if call.name == "either" else e.And(tuple(parts))

    def _at_least(self, call: p.Call) -> e.Truth:
        number, *parts = call.parts or [call]
        n = _whole(number)
        if n is None:
            raise p.Refused(call, "F411", "at_least() begins with a whole number", "write at_least(2, a, b, c)")
        if not 0 < n <= len(parts):
            raise p.Refused(number, "F411", f"{n} of {len(parts)} conditions", "it can never be decided by them")
        return e.AtLeast(n, tuple(self.truth(part) for part in parts))

    def _is_known(self, call: p.Call) -> e.Truth:
        self.expect(call, 1, "known(item)")
        target = self.target(call.parts[0])
        if target.item is None:
            return e.KnownResult(target.cell)
        if target.item.type is ItemType.TABLE:
            raise p.Refused(call.parts[0], "F411", "known() of a table", "use count(table, condition)")
        return e.Known(target.cell)

    def _within(self, call: p.Call) -> e.Truth:
        self.expect(call, 3, "within(date, 3, months)")
        day, number, unit = call.parts
        date = self.number(day)
        if date.units != DATE:
            raise p.Refused(day, "F411", f"'{self.written(day)}' is not a date", "write within(date, 3, months)")
        count = _whole(number)
        if count is None or not 0 < count <= LONGEST_WINDOW:
            message = "not a whole number of days, weeks, months or years"
            raise p.Refused(number, "F411", message, "write within(date, 3, months)")
        name = self.written(unit)
        if name not in CALENDAR:
            raise p.Refused(unit, "F411", f"'{name}' is not a length of time", nearest(name, CALENDAR))
        return e.Within(date.node, count, name)


def _whole(part: p.Part) -> int | None:
    return int(part.text) if isinstance(part, p.Number) and part.text.isdigit() else None
