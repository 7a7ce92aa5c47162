"""Expressions in plain words, with the labels of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.answers import Reason
from screener.form import expression as e
from screener.form.model import SIDES, YES, ItemType, State

if TYPE_CHECKING:
    from screener.form.model import Form, Item

STATE_WORDS = {  # of a criterion (clinical source 3.4)
    State.NA: "Not applicable",
    State.BARRIER: "Commonly an exclusion in trials of this kind",
    State.NEED_INFO: "Information needed",
    State.DISCUSS: "To discuss with the trial team",
    State.OK: "No concern on the information recorded",
}
REASON_WORDS = {
    Reason.NOT_ASSESSED: "not assessed",
    Reason.UNABLE: "unable",
    Reason.DECLINED: "declined",
    Reason.UNKNOWN: "not known",
}
NO_LIMIT = "no limit configured at this clinic; value only"  # of a finding that lacks its limit
_COMPARISONS = {"==": "is", "<": "is below", "<=": "is at most", ">": "is above", ">=": "is at least"}
_OPPOSITES = {"==": "is not", "<": "is not below", "<=": "is not at most", ">": "is not above", ">=": "is not at least"}
_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}


class Words:
    """Says expressions of one form in words."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._findings = {finding.id: finding for finding in form.findings}
        self._titles = {value.id: value.title for value in form.values}
        self._titles.update((lookup.id, lookup.title) for lookup in form.lookups)
        self._titles.update((score.id, score.short or score.title) for score in form.scores)

    def item(self, cell: str) -> Item:
        """Return the item, or the column, of a cell."""
        if cell in self.form.cells:
            return self.form.cells[cell]
        table, _, column = cell.partition(".")
        return next(one for one in self.form.items[table].columns if one.id == column)

    def label(self, cell: str) -> str:
        """Return the short wording of a cell, with its side in brackets."""
        name, _, side = cell.rpartition(".")
        if side in SIDES and name in self._findings:
            return f"{self._findings[name].short or self._findings[name].title} ({side})"
        if cell in self._findings:
            return self._findings[cell].short or self._findings[cell].title
        label = self.item(cell).label
        return f"{label} ({side})" if side in SIDES else label

    def truth(self, node: e.Truth) -> str:  # noqa: C901, PLR0912 - one line per kind of condition
        """Return a condition in words."""
        match node:
            case e.Always(value):
                return "always" if value else "never"
            case e.And(parts):
                return self._joined(parts, "and", "on both sides")
            case e.Or(parts):
                return self._joined(parts, "or", "on either side")
            case e.Not(part):
                return self._negated(part)
            case e.AtLeast(n, parts):
                return f"at least {n} of: " + "; ".join(self.truth(part) for part in parts)
            case e.Is(cell, options):
                return self._is(cell, options, "is")
            case e.Has(cell, option):
                return f"{self.label(cell)} includes {self.item(cell).option(option).text}"
            case e.Finds(cell, outcomes):
                return self._finds(cell, outcomes, "is")
            case e.UnitIs(cell, units):
                return f"{self.label(cell)} is in {' or '.join(sorted(units))}"
            case e.Known(cell):
                return f"{self.label(cell)} has a value"
            case e.KnownResult(id_):
                return f"{self._titles.get(id_, id_)} has a value"
            case e.Compare(op, left, right):
                return f"{self.number(left)} {_COMPARISONS[op]} {self.number(right)}"
            case e.Within(date, count, unit):
                return f"{self.number(date)} is within the {count} {unit} before the assessment"
            case e.AnyRow(table, part):
                return f"a row of {self.label(table)} has: {self.truth(part)}"
            case e.AllRows(table, part):
                return f"every row of {self.label(table)} has: {self.truth(part)}"
        raise TypeError(node)

    def _joined(self, parts: tuple[e.Truth, ...], word: str, both_sides: str) -> str:
        texts = [self.truth(part) for part in parts]
        if texts[1:] and "(left)" in texts[0] and texts[1:] == [texts[0].replace("(left)", "(right)")]:
            return f"{both_sides}, {texts[0].replace(' (left)', '')}"
        other = e.Or if word == "and" else e.And
        bracketed = [
            f"({text})" if isinstance(part, other | e.AtLeast) else text
            for part, text in zip(parts, texts, strict=True)
        ]
        return f" {word} ".join(bracketed)

    def _negated(self, part: e.Truth) -> str:
        match part:
            case e.Is(cell, options):
                return self._is(cell, options, "is not")
            case e.Finds(cell, outcomes):
                return self._finds(cell, outcomes, "is not")
            case e.Known(cell):
                return f"{self.label(cell)} has no value"
            case e.Compare(op, left, right):
                return f"{self.number(left)} {_OPPOSITES[op]} {self.number(right)}"
            case _:
                return f"not ({self.truth(part)})"

    def _is(self, cell: str, options: frozenset[str], verb: str) -> str:
        item = self.item(cell)
        if item.type is ItemType.YES_NO and options == {YES}:
            return f"{self.label(cell)}: {'yes' if verb == 'is' else 'not yes'}"
        texts = [option.text for option in item.options if option.id in options]
        return f"{self.label(cell)} {verb} {' or '.join(texts)}"

    def _finds(self, cell: str, outcomes: frozenset[str], verb: str) -> str:
        finding = self._findings[cell.partition(".")[0]]
        texts = [option.text for option in finding.outcomes if option.id in outcomes]
        return f"{self.label(cell)} {verb} {' or '.join(texts)}"

    def number(self, node: e.Number | e.Choice) -> str:  # noqa: C901, PLR0912 - one line per kind of number
        """Return a number in words."""
        match node:
            case e.Literal(value):
                return str(value)
            case e.CutOffNumber(_, numbers):
                said = (f"{number} {unit}".strip() for unit, number in numbers.items())
                return " or ".join(said) or "the clinic's own limit"
            case e.Reading(cell) | e.Choice(cell):
                return self.label(cell)
            case e.AgeDays(cell):
                return f"the age in days of {self.label(cell)}"
            case e.MeasuredOn(cell):
                return f"the date of {self.label(cell)}"
            case e.ValueOf(id_) | e.ScoreOf(id_):
                return self._titles[id_]
            case e.Assessed():
                return "the day of the assessment"
            case e.Born():
                return "the date of birth"
            case e.Arithmetic(op, left, right):
                return f"({self.number(left)} {_SIGNS[op]} {self.number(right)})"
            case e.Function("years", args):
                return f"whole years since {self.number(args[0])}"
            case e.Function("fall", args):
                return f"the fall from {self.number(args[0])} to {self.number(args[1])}"
            case e.Function(name, args):
                inside = ", ".join(self.number(arg) for arg in args)
                return {"egfr": f"CKD-EPI 2021 from {inside}", "days": f"days between {inside}"}.get(
                    name, f"the {'smaller' if name == 'min' else 'larger'} of {inside}"
                )
            case e.LookedUp(id_, cell):
                return f"{self._titles[id_]} for {self.label(cell)}"
            case e.CountRows(table, part):
                return f"the number of rows of {self.label(table)} with: {self.truth(part)}"
            case e.CountChosen(cell):
                return f"how many are chosen in {self.label(cell)}"
        raise TypeError(node)
