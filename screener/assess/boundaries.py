"""Where a comparison turns: conditions that say whether an answer lies exactly there, or just on the other side.

hba1c > 10.0 %        at 10.0 %; above it by at most 0.1 %: one step of the last decimal written
nds >= 6              at 6; at 5: the totals beside it that the points can give
egfr < 30             30 to below 31; 29 to below 30: such a number is never exactly there
a.date > b.date       the same day; one day later
within(d, 3, months)  the first day inside; the day before it
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.possible import ZERO
from screener.assess.vocabulary import Vocabulary, against_constant
from screener.assess.words import Words
from screener.form import expression as e
from screener.form.walk import children, walk
from screener.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screener.form.model import Form
    from screener.form.rules import Score

Boundary = tuple[str, e.Truth]  # what lies there, in words, and the condition that something does
ONE = Decimal(1)
_NEVER = Decimal("1E9")  # beyond all limits: the number of a unit in which nothing is looked for


class Boundaries:
    """The boundaries of one form's comparisons."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._vocabulary = Vocabulary(form)
        self._words = Words(form)
        self._values = {value.id: value for value in form.values}
        self._lookups = {lookup.id: lookup for lookup in form.lookups}
        self._totals = {score.id: totals(form, score) for score in form.scores}

    def of(self, node: e.Compare | e.Within) -> Iterator[Boundary]:
        """Yield what lies on both sides of where a comparison turns."""
        if isinstance(node, e.Within):
            yield from self._window(node)
            return
        found = against_constant(node)
        if found is None:
            yield from self._of_two(node)
            return
        op, number, constants = found
        if isinstance(number, e.ScoreOf):
            yield from self.of_total(number.id, constants[""], is_above=op in (">", "<="), is_both=op == "==")
        else:
            units = self._vocabulary.units(number)
            for unit, limit in constants.items():
                yield from self._of_number(op, _Line(number, unit, limit, units))

    def of_total(
        self, score: str, start: Decimal, *, is_above: bool = False, is_both: bool = False
    ) -> Iterator[Boundary]:
        """Yield the totals on both sides of a number that a total is compared with."""
        reached = self._totals[score]
        lower = [total for total in reached if total < start or (is_above and total == start)][-1:]
        upper = [total for total in reached if total > start or (not is_above and total == start)]
        for total in (*lower, *upper[: 2 if is_both else 1]):
            yield (
                f"{self._words.number(e.ScoreOf(score))} of {total}",
                e.Compare("==", e.ScoreOf(score), e.Literal(total)),
            )

    def _of_number(self, op: str, line: _Line) -> Iterator[Boundary]:
        name, unit = self._words.number(line.number), f" {line.unit}".rstrip()
        step = _step(line.limit)
        below = e.And((line.compare("<"), line.compare(">=", -step)))
        above = e.And((line.compare(">"), line.compare("<=", step)))
        if self._is_exact(line.number):
            yield f"{name} at {line.limit}{unit}", line.compare("==")
        else:
            near = e.And((line.compare("<="), line.compare(">", -step)))
            from_here = e.And((line.compare(">="), line.compare("<", step)))
            is_above = op in (">", "<=")
            yield f"{name} at {line.limit}{unit} or next to it", near if is_above else from_here
        if self._is_stale(line):
            return  # an older result is unknown to rules
        if op == "==":
            yield f"{name} beside {line.limit}{unit}, by {step} at most", e.Or((below, above))
        elif op in (">", "<="):
            yield f"{name} above {line.limit}{unit}, by {step} at most", above
        else:
            yield f"{name} below {line.limit}{unit}, by {step} at most", below

    def _is_stale(self, line: _Line) -> bool:
        if not isinstance(line.number, e.AgeDays):
            return False
        fresh_for = self._vocabulary.item(line.number.cell).fresh_for
        return fresh_for is not None and fresh_for <= line.limit

    def _is_exact(self, number: e.Number) -> bool:
        for node in walk(number):
            match node:
                case e.Function("egfr", _) | e.Arithmetic("/", _, _):
                    return False
                case e.ValueOf(id_) if not self._is_exact(self._values[id_].is_.number()):
                    return False
                case _:
                    pass
        return True

    def _of_two(self, node: e.Compare) -> Iterator[Boundary]:
        """Yield both sides of where two numbers meet: once, or for every option of a look-up table."""
        left, right = self._words.number(node.left), self._words.number(node.right)
        if self._vocabulary.units(node.left) != ("",):
            yield f"{left} and {right}, true", node
            yield f"{left} and {right}, false", e.Not(node)
            return
        is_below = node.op in ("<", ">=")
        limit = e.Arithmetic("-" if is_below else "+", node.right, e.Literal(ONE))
        beyond, back = ("<", ">=") if is_below else (">", "<=")
        beside = e.And((e.Compare(beyond, node.left, node.right), e.Compare(back, node.left, limit)))
        word = "below" if is_below else "above"
        for option, chosen in self._looked_up(node):
            yield f"{left} equal to {right}{option}", e.And((chosen, e.Compare("==", node.left, node.right)))
            yield f"{left} {word} {right}{option}, by 1 at most", e.And((chosen, beside))

    def _looked_up(self, node: e.Compare) -> Iterator[Boundary]:
        """Yield the options of the look-up table that a number is compared with; "" where there is none."""
        for number in (node.left, node.right):
            if isinstance(number, e.LookedUp):
                for option in self._lookups[number.id].numbers:
                    yield f" ({option})", e.Is(number.cell, frozenset((option,)))
                return
        yield "", e.Always(value=True)

    def _window(self, node: e.Within) -> Iterator[Boundary]:
        name = self._words.number(node.date)
        earlier = e.Within(e.Arithmetic("-", node.date, e.Literal(ONE)), node.count, node.unit)
        later = e.Within(e.Arithmetic("+", node.date, e.Literal(ONE)), node.count, node.unit)
        window = f"the {node.count} {node.unit}"
        yield f"{name} on the first day of {window}", e.And((node, e.Not(earlier)))
        yield f"{name} on the day before {window}", e.And((e.Not(node), later))


@dataclass(frozen=True, slots=True)
class _Line:
    """A number and the limit, in one of its units, that it is compared with."""

    number: e.Number
    unit: str
    limit: Decimal
    units: tuple[str, ...]

    def compare(self, op: str, shift: Decimal = ZERO) -> e.Compare:
        """Return the comparison with the limit, shifted; false in every other unit."""
        if self.units == ("",):
            return e.Compare(op, self.number, e.Literal(self.limit + shift))
        never = _NEVER if op in (">", ">=") else -_NEVER
        numbers = dict.fromkeys(self.units, never) | {self.unit: self.limit + shift}
        return e.Compare(op, self.number, e.CutOffNumber("", numbers))


def totals(form: Form, score: Score) -> tuple[Decimal, ...]:
    """Return every total that the points of a score can give, rising."""
    found = {ZERO}
    for line in score.points:
        points = {*line.options.values(), *(number for _, number in line.steps)}
        if line.when is not None:
            points = {line.points, line.otherwise}
        if line.not_asked is not None:
            points.add(line.not_asked)
        lines = 1 if line.when is not None or line.worst_side else len(form.items[line.item].cells)
        for _ in range(lines):
            found = {total + number for total in found for number in points}
    return tuple(sorted(found))


def _step(limit: Decimal) -> Decimal:
    """Return one step of the last decimal of a number as it is written."""
    exponent = limit.as_tuple().exponent
    return ONE.scaleb(min(0, exponent)) if isinstance(exponent, int) else ONE


def comparisons(roots: Iterable[e.Node], table: str = "") -> Iterator[tuple[e.Compare | e.Within, str]]:
    """Yield every comparison below these nodes, and the table in whose rows it stands."""
    for node in roots:
        if isinstance(node, e.Compare | e.Within):
            yield node, table
        inside = node.table if isinstance(node, e.AnyRow | e.AllRows | e.CountRows) else table
        yield from comparisons(children(node), inside)
