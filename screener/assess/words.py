"""Expressions and sources of a form in plain words, with its labels."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from screener.assess.answers import SIDE_WORDS
from screener.form import expression as e
from screener.form.model import SIDES, YES, ItemType
from screener.form.rules import State
from screener.language import all_of, any_of, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from screener.form.model import Form, Item
    from screener.form.rules import Criterion, Finding, Flag, Score, Value

STATE_WORDS = {  # of a criterion (clinical source 3.4)
    State.NA: tr("Not applicable"),
    State.BARRIER: tr("Commonly an exclusion in trials of this kind"),
    State.NEED_INFO: tr("Information needed"),
    State.DISCUSS: tr("To discuss with the trial team"),
    State.OK: tr("No concern on the information recorded"),
}
NO_LIMIT = tr("no limit configured at this clinic; value only")  # of a finding that lacks its limit
_IS, _IS_NOT = tr("{one} is {other}"), tr("{one} is not {other}")
_COMPARISONS = {
    "==": _IS,
    "<": tr("{one} is below {other}"),
    "<=": tr("{one} is at most {other}"),
    ">": tr("{one} is above {other}"),
    ">=": tr("{one} is at least {other}"),
}
_OPPOSITES = {
    "==": _IS_NOT,
    "<": tr("{one} is not below {other}"),
    "<=": tr("{one} is not at most {other}"),
    ">": tr("{one} is not above {other}"),
    ">=": tr("{one} is not at least {other}"),
}
_WITHIN = {
    "days": tr("{date} is within the {count} days before the assessment"),
    "weeks": tr("{date} is within the {count} weeks before the assessment"),
    "months": tr("{date} is within the {count} months before the assessment"),
    "years": tr("{date} is within the {count} years before the assessment"),
}
_FUNCTIONS = {
    "years": tr("whole years since {one}"),
    "fall": tr("the fall from {one} to {other}"),
    "egfr": tr("CKD-EPI 2021 from {all}"),
    "days": tr("days between {all}"),
    "min": tr("the smaller of {all}"),
    "max": tr("the larger of {all}"),
}
_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}


def sided(label: str, side: str) -> str:
    """Return a label with its side, or with the number of its row, in brackets."""
    return f"{label} ({SIDE_WORDS.get(side, side)})" if side else label


def sourced(source: str, each: Value | Score | Finding | Flag | Criterion) -> str:
    """Return the source of a rule, who compared the rule with it, and what isn't sure about it."""
    compared = tr("Compared with the publication: {text}.", text=each.reviewed.rstrip(".")) if each.reviewed else ""
    doubt = tr("Not sure: {text}", text=each.uncertain) if each.uncertain else ""
    cited = source.strip()
    if cited and (compared or doubt):
        cited = f"{cited.rstrip('.')}."
    return " ".join(filter(None, [cited, compared, doubt]))


@lru_cache(maxsize=4)
def result_titles(form: Form) -> dict[str, str]:
    """Return the short name of every value, score, finding, red flag and criterion by its id."""
    titles = {value.id: value.title for value in form.values}
    titles |= {score.id: score.short or score.title for score in form.scores}
    titles |= {finding.id: finding.short or finding.title for finding in form.findings}
    titles |= {flag.id: flag.title for flag in form.flags}
    return titles | {criterion.id: criterion.title for trial in form.trials for criterion in trial.criteria}


class Words:
    """Says expressions of one form in words; `in_full`: questions by their wording, quoted, findings by their title."""

    def __init__(self, form: Form, *, in_full: bool = False) -> None:
        self.form, self._in_full = form, in_full
        self._findings = {finding.id: finding for finding in form.findings}
        self._titles = {value.id: value.title for value in form.values}
        self._titles.update((lookup.id, lookup.title) for lookup in form.lookups)
        self._titles.update((score.id, score.short or score.title) for score in form.scores)
        self._units = {unit.id: unit.label for item in form.items.values() for unit in item.units}

    def item(self, cell: str) -> Item:
        """Return the item, or the column, of a cell."""
        if cell in self.form.cells:
            return self.form.cells[cell]
        table, _, column = cell.partition(".")
        return next(one for one in self.form.items[table].columns if one.id == column)

    def label(self, cell: str) -> str:
        """Return the wording of a cell, with its side in brackets."""
        name, _, side = cell.rpartition(".")
        if side in SIDES and name in self._findings:
            return sided(self._title(self._findings[name]), side)
        if cell in self._findings:
            return self._title(self._findings[cell])
        item = self.item(cell)
        label = tr("“{wording}”", wording=item.text) if self._in_full and cell in self.form.cells else item.label
        return sided(label, side) if side in SIDES else label

    def _title(self, finding: Finding) -> str:
        return finding.title if self._in_full else finding.short or finding.title

    def truth(self, node: e.Truth) -> str:  # noqa: C901, PLR0912 - one line per kind of condition
        """Return a condition in words."""
        match node:
            case e.Always(value):
                return tr("always") if value else tr("never")
            case e.And():
                return self._joined(node, all_of, tr("on both sides, {condition}"))
            case e.Or():
                return self._joined(node, any_of, tr("on either side, {condition}"))
            case e.Not(part):
                return self._negated(part)
            case e.AtLeast(n, parts):
                conditions = "; ".join(self.truth(part) for part in parts)
                return tr("at least {n} of: {conditions}", n=n, conditions=conditions)
            case e.Is(cell, options):
                return self._is(cell, options)
            case e.Has(cell, option):
                said = self.item(cell).option(option).text
                return tr("{list} includes {option}", list=self.label(cell), option=said)
            case e.Finds(cell, outcomes):
                return self._finds(cell, outcomes, _IS)
            case e.UnitIs(cell, units):
                return tr(
                    "{quantity} is in {units}",
                    quantity=self.label(cell),
                    units=any_of(self._units.get(unit, unit) for unit in sorted(units)),
                )
            case e.Known(cell):
                return tr("{name} has a value", name=self.label(cell))
            case e.KnownResult(id_):
                return tr("{name} has a value", name=self._titles.get(id_, id_))
            case e.Compare(">=", e.CountChosen(cell), e.Literal(least)) if least == 1:
                return tr("{list} names at least one", list=self.label(cell))
            case e.Compare(op, left, right):
                return _COMPARISONS[op].format(one=self.number(left), other=self.number(right))
            case e.Within(date, count, unit):
                return _WITHIN[unit].format(date=self.number(date), count=count)
            case e.AnyRow(table, e.Known(cell)) if cell == f"{table}.{self.form.items[table].columns[0].id}":
                return tr("{table} has a row", table=self.label(table))
            case e.AnyRow(table, part):
                return tr("a row of {table} has: {condition}", table=self.label(table), condition=self.truth(part))
            case e.AllRows(table, part):
                return tr("every row of {table} has: {condition}", table=self.label(table), condition=self.truth(part))
        raise TypeError(node)

    def _joined(self, node: e.And | e.Or, joined: Callable[[Iterable[str]], str], on_sides: str) -> str:
        texts = [self.truth(part) for part in node.parts]
        left, right = (f"({side})" for side in SIDE_WORDS.values())
        if texts[1:] and left in texts[0] and texts[1:] == [texts[0].replace(left, right)]:
            return on_sides.format(condition=texts[0].replace(f" {left}", ""))
        other = e.And if isinstance(node, e.Or) else e.Or
        bracketed = [
            f"({text})" if isinstance(part, other | e.AtLeast) else text
            for part, text in zip(node.parts, texts, strict=True)
        ]
        return joined(bracketed)

    def _negated(self, part: e.Truth) -> str:
        match part:
            case e.Is(cell, options):
                return self._is(cell, options, negated=True)
            case e.Finds(cell, outcomes):
                return self._finds(cell, outcomes, _IS_NOT)
            case e.Known(cell):
                return tr("{name} has no value", name=self.label(cell))
            case e.Compare(op, left, right):
                return _OPPOSITES[op].format(one=self.number(left), other=self.number(right))
            case _:
                return tr("not ({condition})", condition=self.truth(part))

    def _is(self, cell: str, options: frozenset[str], *, negated: bool = False) -> str:
        item = self.item(cell)
        if item.type is ItemType.YES_NO and options == {YES}:
            said = tr("{question}: not yes") if negated else tr("{question}: yes")
            return said.format(question=self.label(cell))
        texts = [option.text for option in item.options if option.id in options]
        return (_IS_NOT if negated else _IS).format(one=self.label(cell), other=any_of(texts))

    def _finds(self, cell: str, outcomes: frozenset[str], said: str) -> str:
        finding = self._findings[cell.partition(".")[0]]
        texts = [option.text for option in finding.outcomes if option.id in outcomes]
        return said.format(one=self.label(cell), other=any_of(texts))

    def number(self, node: e.Number | e.Choice) -> str:  # noqa: C901, PLR0912 - one line per kind of number
        """Return a number in words."""
        match node:
            case e.Literal(value):
                return str(value)
            case e.CutOffNumber(_, numbers):
                limits = (f"{number} {self._units.get(unit, unit)}".strip() for unit, number in numbers.items())
                return any_of(limits) or tr("the clinic's own limit")
            case e.Reading(cell) | e.Choice(cell):
                return self.label(cell)
            case e.AgeDays(cell):
                return tr("the age in days of {quantity}", quantity=self.label(cell))
            case e.MeasuredOn(cell):
                return tr("the date of {quantity}", quantity=self.label(cell))
            case e.ValueOf(id_) | e.ScoreOf(id_):
                return self._titles[id_]
            case e.Assessed():
                return tr("the day of the assessment")
            case e.Born():
                return tr("the date of birth")
            case e.Arithmetic(op, left, right):
                return f"({self.number(left)} {_SIGNS[op]} {self.number(right)})"
            case e.Function(name, args):
                said = [self.number(arg) for arg in args]
                return _FUNCTIONS[name].format(one=said[0], other=said[-1], all=", ".join(said))
            case e.LookedUp(id_, cell):
                return tr("{figure} for {name}", figure=self._titles[id_], name=self.label(cell))
            case e.CountRows(table, part):
                condition = self.truth(part)
                return tr(
                    "the number of rows of {table} with: {condition}", table=self.label(table), condition=condition
                )
            case e.CountChosen(cell):
                return tr("how many are chosen in {list}", list=self.label(cell))
        raise TypeError(node)
