"""Scores: nodes -> model. What the points can reach is checked in `check_scores`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.form import keys as k
from screener.form.check_scores import check_range
from screener.form.model import CutOff, Item, ItemType, Range
from screener.form.nodes import Mapping, Scalar, Sequence
from screener.form.parse import parse
from screener.form.problem import Problem, closest, nearest
from screener.form.rules import Band, Points, Score, ScoreCutOff
from screener.form.shapes import entries, listed, wrong_kind
from screener.form.shapes_number import NUMBER
from screener.form.shapes_text import ID

if TYPE_CHECKING:
    from screener.form.nodes import Node
    from screener.form.scope import Lost, Scope
    from screener.form.shapes import Entry, Problems

BY_OPTION = (ItemType.YES_NO, ItemType.CHOICE)
BY_NUMBER = (ItemType.WHOLE, ItemType.QUANTITY)
NOT_OPTIONS = frozenset(k.OPTIONS_LINE.by_name)


def marks(node: Node | None, problems: Problems) -> dict[str, CutOff]:
    """Return the cut-offs of a score as numbers that expressions may name."""
    found: dict[str, CutOff] = {}
    for mark in node.nodes if isinstance(node, Sequence) else ():
        if isinstance(mark, Mapping) and {"from", "is"} <= mark.fields.keys():
            id_, start = k.MARK_IS.shape.read(mark.fields["is"], problems), NUMBER.read(mark.fields["from"], problems)
            if id_ is not None and start is not None:
                found[id_] = CutOff(id_, {"": start}, mark.at)
    return found


def read_score(mapping: Mapping, scope: Scope, problems: Problems, lost: Lost) -> Score | None:
    """Return a score, or None when its id or range can't be read."""
    entry = k.SCORE.open(mapping, problems)
    id_, range_ = entry.get(k.SCORE_ID), entry.get(k.SCORE_RANGE)
    applies_if = entry.get(k.APPLIES_IF)
    applies = None if applies_if is None else parse(applies_if, scope, problems)
    before, reached = len(problems), range_  # None where it isn't sure
    points = _ScoredLines(scope, problems).read(entry.get(k.POINTS))
    if range_ is not None and len(problems) == before:
        check_range(points, range_, entry.mapping.key("range").at, scope.items, problems)
        if len(problems) > before:
            reached = None
            lost.names.add(id_ or "")  # nobody knows how far it goes
    bands = _bands(entry, reached, problems)
    cutoffs = _cutoffs(entry, reached, problems)
    if id_ is None or range_ is None:
        return None
    return Score(
        id=id_, title=entry.text(k.TITLE), points=points, range=range_, cite=entry.text(k.CITE), at=mapping.at,
        short=entry.text(k.SHORT), licence=entry.text(k.LICENCE), applies_if=applies,
        bands=bands, cutoffs=cutoffs, reviewed=entry.text(k.REVIEWED), uncertain=entry.text(k.UNCERTAIN),
        valid_until=entry.get(k.VALID_UNTIL),
    )  # fmt: skip


class _ScoredLines:
    """Reads the lines under `points`."""

    def __init__(self, scope: Scope, problems: Problems) -> None:
        self.scope = scope
        self.problems = problems

    def read(self, node: Node | None) -> tuple[Points, ...]:
        lines = []
        for key, written in entries(node, self.problems, "scored lines"):
            if isinstance(written, Scalar) and written.text == k.AS_ENTERED:
                line = self._as_entered(key)
            elif not isinstance(written, Mapping):
                self.problems.append(wrong_kind(written, "the points of each option"))
                continue
            else:
                line = self._condition(key, written) if "when" in written.fields else self._item(key, written)
            if line is not None:
                lines.append(line)
        return tuple(lines)

    def _condition(self, key: Scalar, mapping: Mapping) -> Points | None:
        entry = k.CONDITION_LINE.open(mapping, self.problems)
        if ID.read(key, self.problems) is None:
            return None
        if key.text in self.scope.items:
            hint = "give the line an id of its own"
            message = f"'{key.text}' is an item, but the line has a condition"
            self.problems.append(Problem(key.at, "F512", message, hint))
        when = entry.get(k.WHEN)
        points, otherwise = entry.get(k.MET_POINTS), entry.get(k.OTHERWISE_POINTS)
        return Points(
            item=key.text, at=key.at, when=None if when is None else parse(when, self.scope, self.problems),
            points=Decimal(1) if points is None else points, otherwise=otherwise or Decimal(0),
            not_asked=entry.get(k.NOT_ASKED), title=entry.text(k.LINE_TITLE),
        )  # fmt: skip

    def _as_entered(self, key: Scalar) -> Points | None:
        """Return the line of a whole number that is its own points, such as a total from a licensed form."""
        item = self._scored_item(key)
        if item is None:
            return None
        if item.limits is None:
            message = f"'{item.id}' is no whole number that could be its own points"
            self.problems.append(Problem(key.at, "F512", message, "give the points of each option, or steps"))
            return None
        numbers = map(Decimal, range(int(item.limits.lowest), int(item.limits.highest) + 1))
        return Points(item=item.id, at=key.at, steps=tuple((number, number) for number in numbers))

    def _scored_item(self, key: Scalar) -> Item | None:
        item = self.scope.items.get(key.text)
        if item is None:
            near = closest(key.text, self.scope.items)
            meant = f"did you mean '{near}'?" if near else "take the line out, or write the id of an item"
            hint = f"{meant}; a line that is no item has a condition, 'when:'"
            self.problems.append(Problem(key.at, "F306", f"there is no item '{key.text}'", hint, key.text))
        return item

    def _item(self, key: Scalar, mapping: Mapping) -> Points | None:
        item = self._scored_item(key)
        if item is None:
            return None
        if "from" in mapping.fields:
            entry = k.STEPS_LINE.open(mapping, self.problems)
            return self._steps(key, item, entry)
        if item.type not in BY_OPTION:
            hint = "give steps with 'from:'" if item.type in BY_NUMBER else "score a condition with 'when:'"
            self.problems.append(Problem(key.at, "F512", f"'{item.id}' has no options to score", hint))
            return None
        return self._options(key, item, mapping)

    def _options(self, key: Scalar, item: Item, mapping: Mapping) -> Points:
        ids = [option.id for option in item.options]
        missing = [each for each in ids if each not in mapping.fields]
        options: dict[str, Decimal] = {}
        unknown = []
        for option, node in mapping.entries:
            if option.text in ids:
                options[option.text] = NUMBER.read(node, self.problems) or Decimal(0)
            elif option.text not in NOT_OPTIONS:
                unknown.append((option, node))
        for option, node in unknown:
            hint = nearest(option.text, missing) if missing else "take it out, or add it to the question"
            if len(missing) == 1 == len(unknown):
                hint = f"write '{missing[0]}', which has no points"
            if not (isinstance(node, Scalar) and node.text):
                hint = "write 'option: points', with a space after the ':'"
            message = f"'{item.id}' has no option '{option.text}'"
            self.problems.append(Problem(option.at, "F305", message, hint))
        if missing and not unknown:
            message = f"no points for {', '.join(missing)} of '{item.id}'"
            self.problems.append(Problem(key.at, "F501", message, "every option of a scored item has its points"))
        return self._line(key, item, self._entry(mapping), options=options)

    def _entry(self, mapping: Mapping) -> Entry:
        known = tuple((key, node) for key, node in mapping.entries if key.text in NOT_OPTIONS)
        return k.OPTIONS_LINE.open(Mapping(known, mapping.at, mapping.in_flow), self.problems)

    def _steps(self, key: Scalar, item: Item, entry: Entry) -> Points | None:
        if item.type not in BY_NUMBER or len(item.units) > 1:
            hint = "score a condition with 'when:'"
            self.problems.append(Problem(key.at, "F512", f"'{item.id}' is no number with one unit", hint))
            return None
        steps: list[tuple[Decimal, Decimal]] = []
        for start_key, node in entries(entry.get(k.FROM_STEPS), self.problems, "points from each lower end on"):
            start, points = NUMBER.read(start_key, self.problems), NUMBER.read(node, self.problems)
            if start is None or points is None:
                continue
            if steps and start <= steps[-1][0]:
                message = f"{start} is not above {steps[-1][0]}"
                self.problems.append(Problem(start_key.at, "F511", message, "the lower ends rise"))
            steps.append((start, points))
        limits = item.limits or (item.units[0].limits if item.units else None)
        if steps and limits and steps[0][0] > limits.lowest:
            message = f"no points below {steps[0][0]}, but '{item.id}' begins at {limits.lowest}"
            self.problems.append(Problem(key.at, "F511", message, f"begin with {limits.lowest}"))
        if steps and limits and steps[-1][0] > limits.highest:
            message = f"'{item.id}' ends at {limits.highest}, it never reaches {steps[-1][0]}"
            self.problems.append(Problem(key.at, "F511", message, "take the step out"))
        return self._line(key, item, entry, steps=tuple(steps))

    def _line(
        self,
        key: Scalar,
        item: Item,
        entry: Entry,
        *,
        options: dict[str, Decimal] | None = None,
        steps: tuple[tuple[Decimal, Decimal], ...] = (),
    ) -> Points:
        sides = entry.get(k.SCORED_SIDES)
        if sides is not None and not item.has_sides:
            at = entry.mapping.key("sides").at
            self.problems.append(Problem(at, "F513", f"'{item.id}' has no sides", "take 'sides' out"))
        return Points(
            item=item.id, at=key.at, options=options or {}, steps=steps, worst_side=sides == "worst",
            not_asked=entry.get(k.NOT_ASKED), title=entry.text(k.LINE_TITLE),
        )  # fmt: skip


def _marks(node: Node | None, problems: Problems, wanted: str) -> list[tuple[Entry, Decimal, str, str]]:
    found: list[tuple[Entry, Decimal, str, str]] = []
    for mark in listed(node, problems, wanted):
        entry = k.MARK.open(mark, problems)
        start, id_ = entry.get(k.MARK_FROM), entry.get(k.MARK_IS)
        if start is None or id_ is None:
            continue
        if any(id_ == before[2] for before in found):
            at = entry.mapping.fields["is"].at
            problems.append(Problem(at, "F301", f"'{id_}' stands here twice", "take another id"))
        found.append((entry, start, id_, entry.text(k.MARK_TEXT) or id_.replace("_", " ")))
    return found


def _bands(entry: Entry, range_: Range | None, problems: Problems) -> tuple[Band, ...]:
    bands: list[Band] = []
    before = len(problems)
    found = _marks(entry.get(k.BANDS), problems, "bands")
    are_all = len(problems) == before  # else the first of them may be missing
    for mark, start, id_, text in found:
        at = mark.mapping.fields["from"].at
        if not bands and are_all and range_ and start != range_.lowest:
            message = f"the first band begins at {start}, the lowest total is {range_.lowest}"
            problems.append(Problem(at, "F503", message, f"begin with 'from: {range_.lowest}'"))
        elif bands and start <= bands[-1].start:
            message = f"this band begins at {start}, not above {bands[-1].start} of the band before"
            problems.append(Problem(at, "F504", message, "the lower ends rise"))
        if range_ and start > range_.highest:
            message = f"this band begins at {start}, above the highest total {range_.highest}"
            problems.append(Problem(at, "F505", message, "no total reaches it"))
        bands.append(Band(start, id_, text))
    return tuple(bands)


def _cutoffs(entry: Entry, range_: Range | None, problems: Problems) -> tuple[ScoreCutOff, ...]:
    cutoffs = []
    for mark, start, id_, text in _marks(entry.get(k.MARKS), problems, "cut-offs"):
        if range_ and not range_.lowest < start <= range_.highest:
            at = mark.mapping.fields["from"].at
            message = f"the cut-off {start} divides no totals of {range_.lowest} to {range_.highest}"
            problems.append(Problem(at, "F505", message, "it lies above the lowest and up to the highest total"))
        cutoffs.append(ScoreCutOff(id_, start, text, mark.mapping.at))
    return tuple(cutoffs)
