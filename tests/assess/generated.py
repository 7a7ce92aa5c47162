"""Random small forms and random partial answers, for the properties of the evaluator."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.answers import (
    Answer,
    Answers,
    Measured,
    NoValue,
    PartialDate,
    Patient,
    Reason,
    Rows,
)
from screener.form import expression as e
from screener.form.decode_trials import unless
from screener.form.model import Block, CutOff, Form, Item, ItemType, Option, Range, Section, Unit
from screener.form.problem import Span
from screener.form.rules import (
    Band,
    Case,
    Criterion,
    Finding,
    Flag,
    Note,
    Per,
    Points,
    Score,
    State,
    Tier,
    Trial,
    Value,
)
from tests.assess.concrete import candidates, completions, numbers_met

if TYPE_CHECKING:
    from collections.abc import Mapping

AT = Span("generated.yaml", 1, 1)
ASSESSED = datetime(2026, 11, 21, 10, 40, tzinfo=UTC)
YES_NO = (Option("yes", "Yes"), Option("no", "No"))


def _expression(*roots: e.Node) -> e.Expression:
    return e.Expression("generated", AT, roots)


class Maker:
    """Makes one random form from a seed."""

    def __init__(self, seed: int, items: int = 9, *, has_rows: bool = False) -> None:
        self.random = random.Random(seed)
        self.items: list[Item] = []
        self.findings: list[Finding] = []
        self.values: list[Value] = []
        self.scores: list[Score] = []
        self.of_rows: tuple[Finding, ...] = ()
        for number in range(items):
            self.items.append(self._item(f"q{number}"))
        if has_rows:
            self.items.append(self._table())

    def form(self) -> Form:
        pick = self.random
        for number in range(2):
            self.values.append(Value(f"v{number}", "v", _expression(self._arithmetic()), AT))
        for number in range(2):
            self.scores.append(self._score(f"s{number}"))
        for number in range(4):
            self.findings.append(self._finding(f"f{number}"))
        tiers = (Tier("E", "E"), Tier("U", "U"))
        flags = tuple(Flag(f"R{n}", "r", self._cases(pick.sample(["E", "U"], 2), "clear"), "act", AT) for n in range(3))
        states = [state.value for state in State if state is not State.OK]
        criteria = tuple(
            Criterion(f"C{n}", "c", self._cases(sorted(pick.sample(states, 3), key=states.index), "ok"), "why", AT,
                      is_blocking=pick.random() < 0.7)
            for n in range(4)
        )  # fmt: skip
        note = Note("n", "text", "scores", _expression(self.truth(2)), AT)
        trial = self._trial(criteria)
        section = Section("s", "s", AT, (Block("", tuple(self.items)),))
        return Form(
            "generated", "1", "t", "0", tiers, (section,), tuple(self.values), tuple(self.scores),
            (*self.findings, *self.of_rows), flags, (note,), trials=(trial,),
        )  # fmt: skip

    def _trial(self, criteria: tuple[Criterion, ...]) -> Trial:
        trial = Trial("t", "t", "composite", ASSESSED.date(), "s", criteria, AT)
        if self.random.random() < 0.5:
            return trial
        applies_if = _expression(self.truth(1))
        gated = tuple(replace(each, cases=(unless(applies_if), *each.cases)) for each in criteria)
        return replace(trial, criteria=gated, applies_if=applies_if)

    # --- items -------------------------------------------------------------------------------------------------

    def _item(self, id_: str) -> Item:  # noqa: C901 - one branch per kind of item
        pick = self.random
        kind = pick.choice(["yes_no", "yes_no", "choice", "choice", "several", "whole", "quantity", "ratio", "date"])
        has_sides = pick.random() < 0.25 and kind in ("yes_no", "choice", "ratio")
        ask_if = None
        if self.items and pick.random() < 0.35:
            roots = [self.truth(1, side) for side in (("left", "right") if has_sides else ("",))]
            ask_if = _expression(*roots)
        common = {"id": id_, "text": id_, "at": AT, "has_sides": has_sides, "ask_if": ask_if}
        match kind:
            case "yes_no":
                return Item(type=ItemType.YES_NO, options=YES_NO, **common)
            case "choice":
                options = tuple(Option(f"o{n}", "o") for n in range(pick.randint(2, 4)))
                return Item(type=ItemType.CHOICE, options=options, **common)
            case "several":
                options = [Option(f"o{n}", "o") for n in range(2)]
                if pick.random() < 0.6:
                    options.append(Option("none_of", "none", exclusive=True))
                return Item(type=ItemType.SEVERAL, options=tuple(options), **common)
            case "whole":
                return Item(type=ItemType.WHOLE, limits=Range(Decimal(0), Decimal(10)), **common)
            case "date":
                return Item(type=ItemType.DATE, **common)
            case "ratio":
                unit = Unit("ratio", Range(Decimal(0), Decimal(3)))
                return Item(type=ItemType.QUANTITY, units=(unit,), has_not_done=pick.random() < 0.5, **common)
            case _:
                units = (Unit("%", Range(Decimal(3), Decimal(20))), Unit("mmol/mol", Range(Decimal(9), Decimal(195))))
                high = CutOff("high", {"%": Decimal("10.0"), "mmol/mol": Decimal(86)}, AT)
                low = CutOff("low", {"%": Decimal("6.5"), "mmol/mol": Decimal(48)}, AT)
                return Item(
                    type=ItemType.QUANTITY, units=units, cutoffs={"high": high, "low": low}, is_dated=True,
                    has_not_done=pick.random() < 0.3, fresh_for=90 if pick.random() < 0.5 else None, **common,
                )  # fmt: skip

    def _table(self) -> Item:
        pick = self.random
        drug = Item("drug", ItemType.CHOICE, "d", AT, options=tuple(Option(f"d{n}", "d") for n in range(3)))
        weeks = Item("weeks", ItemType.WHOLE, "w", AT, limits=Range(Decimal(0), Decimal(20)))
        units = (Unit("%", Range(Decimal(3), Decimal(20))), Unit("mmol/mol", Range(Decimal(9), Decimal(195))))
        level = Item("level", ItemType.QUANTITY, "l", AT, units=units, is_dated=True, fresh_for=pick.choice([None, 90]))
        first = _expression(e.Is("meds.drug", frozenset(("d1",))))
        strong = Item("strong", ItemType.YES_NO, "s", AT, options=YES_NO, ask_if=first)
        cases = (
            *(Case(one, _expression(self._in_row(self._atom(""))), AT) for one in ("r0", "r1")),
            Case("r2", None, AT),
        )
        outcomes = tuple(Option(case.outcome, "r") for case in cases)
        self.of_rows = (Finding("of_row", "f", outcomes, cases, "cite", AT, Per.ROW, table="meds"),)
        ask_if = _expression(self.truth(1)) if pick.random() < 0.3 else None
        return Item("meds", ItemType.TABLE, "m", AT, columns=(drug, weeks, level, strong), ask_if=ask_if)

    def _in_row(self, *beside: e.Truth) -> e.Truth:
        """A condition on a row, and on what lies beside its table."""
        pick = self.random
        parts: list[e.Truth] = [
            e.Is("meds.drug", frozenset(pick.sample(["d0", "d1", "d2"], 2))),
            e.Compare(">=", e.Reading("meds.weeks"), e.Literal(Decimal(4))),
            e.Compare(">", e.Reading("meds.level"), e.CutOffNumber("", {"%": Decimal(10), "mmol/mol": Decimal(86)})),
            e.Compare(">", e.AgeDays("meds.level"), e.Literal(Decimal(30))),
            e.Is("meds.strong", frozenset(("yes",))),
        ]
        parts += [e.Finds("of_row", frozenset(("r0",)))] if self.of_rows else []
        return (e.And if pick.random() < 0.6 else e.Or)(tuple(pick.sample([*parts, *beside], 2)))

    # --- expressions -------------------------------------------------------------------------------------------

    def truth(self, depth: int, side: str = "") -> e.Truth:
        pick = self.random
        if depth <= 0 or pick.random() < 0.25:
            return self._atom(side)
        kind = pick.choice(["and", "or", "not", "at_least", "sides", "and", "or"])
        if kind == "not":
            return e.Not(self.truth(depth - 1, side))
        if kind == "sides" and not side:
            state = pick.getstate()
            left = self.truth(depth - 1, "left")
            pick.setstate(state)
            right = self.truth(depth - 1, "right")
            return (e.Or if pick.random() < 0.5 else e.And)((left, right))
        parts = tuple(self.truth(depth - 1, side) for _ in range(pick.randint(2, 3)))
        if kind == "at_least":
            return e.AtLeast(2, (*parts, self._atom(side)))
        return (e.And if kind == "and" else e.Or)(parts)

    def _atom(self, side: str) -> e.Truth:  # noqa: C901 - one branch per kind of item
        pick = self.random
        named = [*self.findings, *self.values, *self.scores]
        if named and pick.random() < 0.3:
            return self._result_atom(pick.choice(named), side)
        item = pick.choice(self.items)
        cell = item.id
        if item.has_sides:
            cell = f"{item.id}.{side or pick.choice(['left', 'right'])}"
        if item.has_not_done and pick.random() < 0.3:
            return e.Known(cell)
        match item.type:
            case ItemType.YES_NO:
                return e.Is(cell, frozenset(("yes",)))
            case ItemType.CHOICE:
                ids = [option.id for option in item.options]
                return e.Is(cell, frozenset(pick.sample(ids, pick.randint(1, len(ids) - 1))))
            case ItemType.SEVERAL:
                return e.Has(cell, pick.choice(item.options).id)
            case ItemType.WHOLE:
                return e.Compare(
                    pick.choice(["<", "<=", ">", ">=", "=="]), e.Reading(cell), e.Literal(Decimal(pick.randint(2, 8)))
                )
            case ItemType.DATE:
                return e.Within(e.Reading(cell), pick.choice([1, 3, 12]), pick.choice(["months", "weeks", "years"]))
            case ItemType.TABLE:
                return pick.choice([e.AnyRow, e.AllRows])("meds", self._in_row())
            case _ if len(item.units) == 1:
                return e.Compare(
                    pick.choice(["<", ">="]), e.Reading(cell), e.Literal(Decimal(pick.choice(["0.5", "0.9", "1.3"])))
                )
            case _:
                cutoff = item.cutoffs[pick.choice(["high", "low"])]
                return e.Compare(pick.choice([">", "<="]), e.Reading(cell), e.CutOffNumber(cutoff.id, cutoff.numbers))

    def _result_atom(self, named: Finding | Value | Score, side: str) -> e.Truth:
        pick = self.random
        if isinstance(named, Finding):
            ids = [option.id for option in named.outcomes]
            cell = f"{named.id}.{side or pick.choice(['left', 'right'])}" if named.per is Per.SIDE else named.id
            return e.Finds(cell, frozenset(pick.sample(ids, pick.randint(1, 2))))
        node = e.ValueOf(named.id) if isinstance(named, Value) else e.ScoreOf(named.id)
        return e.Compare(pick.choice([">=", "<"]), node, e.Literal(Decimal(pick.randint(1, 6))))

    def _arithmetic(self) -> e.Number:
        wholes = [e.Reading(item.id) for item in self.items if item.type is ItemType.WHOLE and not item.has_sides]
        first: e.Number = self.random.choice(wholes) if wholes else e.Literal(Decimal(3))
        return e.Arithmetic(self.random.choice(["+", "-", "*"]), first, e.Literal(Decimal(2)))

    def _cases(self, outcomes: list[str], otherwise: str, *sides: str) -> tuple[Case, ...]:
        cases = [
            Case(outcome, _expression(*(self.truth(2, side) for side in sides or ("",))), AT) for outcome in outcomes
        ]
        return (*cases, Case(otherwise, None, AT))

    def _finding(self, id_: str) -> Finding:
        pick = self.random
        count = pick.choice([2, 2, 3, 4])
        outcomes = tuple(Option(f"r{n}", "r") for n in range(count))
        per = Per.SIDE if pick.random() < 0.25 else Per.PERSON
        sides = ("left", "right") if per is Per.SIDE else ()
        ids = [option.id for option in outcomes]
        applies = _expression(*(self.truth(1, side) for side in sides or ("",))) if pick.random() < 0.2 else None
        return Finding(id_, id_, outcomes, self._cases(ids[:-1], ids[-1], *sides), "cite", AT, per, applies_if=applies)

    def _score(self, id_: str) -> Score:
        pick = self.random
        scored = [item for item in self.items if item.type in (ItemType.YES_NO, ItemType.CHOICE)]
        lines = []
        for item in pick.sample(scored, min(3, len(scored))):
            points = {option.id: Decimal(pick.choice([0, 1, 2, "0.5"])) for option in item.options}
            not_asked = Decimal(0) if item.ask_if is not None else None
            worst = item.has_sides and pick.random() < 0.5
            lines.append(Points(item.id, AT, options=points, not_asked=not_asked, worst_side=worst))
        lines.append(Points("line", AT, when=_expression(self.truth(1)), points=Decimal(2)))
        bands = (Band(Decimal(0), "none", ""), Band(Decimal(2), "some", ""))
        return Score(id_, id_, tuple(lines), Range(Decimal(0), Decimal(20)), "cite", AT, bands=bands)


def form_of(seed: int, *, items: int = 9, has_rows: bool = False) -> Form:
    """A random form; the same seed gives the same form."""
    return Maker(seed, items, has_rows=has_rows).form()


def complete_answers(form: Form, seed: int) -> Answers:
    """Random acceptable answers to everything."""
    pick = random.Random(seed)
    met = numbers_met(form)
    cells = {cell: pick.choice(candidates(item, cell, ASSESSED.date(), met)) for cell, item in form.cells.items()}
    return Answers(cells, Patient(born=PartialDate(1968, 3, 14)), ASSESSED)


def partial_answers(form: Form, seed: int, *, keep: float | None = None, most_open: int | None = None) -> Answers:
    """Random answers with some taken away or replaced by a reason.

    With `most_open` at most that many are open and the others are plain values; without, some are also entered in
    half: without unit or date, too old, with < or >, as a month, a table still open.
    """
    pick = random.Random(seed)
    whole = complete_answers(form, seed)
    cells = dict(whole.cells)
    if most_open is not None:
        gone = pick.sample(list(cells), min(pick.randint(1, most_open), len(cells)))
    else:
        share = pick.random() if keep is None else keep
        gone = [cell for cell in cells if pick.random() > share]
        for cell, answer in whole.cells.items():
            if pick.random() < 0.2:
                cells[cell] = _in_half(form.cells[cell], answer, pick)
    for cell in gone:
        if pick.random() < 0.25:
            cells[cell] = NoValue(pick.choice([Reason.DECLINED, Reason.UNKNOWN, Reason.NOT_ASSESSED]))
        else:
            del cells[cell]
    return Answers(cells, whole.patient, whole.assessed)


def _in_half(item: Item, answer: Answer, pick: random.Random) -> Answer:
    match answer:
        case Measured():
            kinds = [replace(answer, comparator=pick.choice("<>"))]
            if len(item.units) > 1:
                kinds.append(replace(answer, unit=""))
            if item.is_dated:
                old = ASSESSED - timedelta(days=pick.choice([91, 400]))
                kinds += [replace(answer, date=None), replace(answer, date=PartialDate(old.year, old.month, old.day))]
                kinds.append(replace(answer, date=PartialDate(2026, pick.choice([7, 8, 11]))))
            return pick.choice(kinds)
        case PartialDate(year, month):
            return pick.choice([PartialDate(year), PartialDate(year, month)])
        case Rows(rows):
            return Rows(tuple(_row_in_half(item, row, pick) for row in rows), complete=pick.random() < 0.5)
    return answer


def _row_in_half(table: Item, row: Mapping[str, Answer], pick: random.Random) -> Mapping[str, Answer]:
    found = dict(row)
    for column in table.columns:
        kind = pick.random()
        if kind < 0.15:
            del found[column.id]
        elif kind < 0.3:
            found[column.id] = NoValue(Reason.UNKNOWN)
        elif kind < 0.6:
            found[column.id] = _in_half(column, found[column.id], pick)
    return found


def open_in_rows(form: Form, answers: Answers, pick: random.Random) -> Answers:
    """The same screening with up to two rows in each table, up to three of their columns open or answered in half."""
    cells = dict(answers.cells)
    for cell, item in form.cells.items():
        if not isinstance(rows := cells.get(cell), Rows):
            continue
        kept = [dict(row) for row in pick.sample(rows.rows, min(2, len(rows.rows)))]
        for _ in range(3 if kept else 0):
            row, column = pick.choice(kept), pick.choice(item.columns)
            if column.id in row:
                halved = _in_half(column, row.pop(column.id), pick)
                row |= {column.id: halved} if pick.random() < 0.6 else {}
        cells[cell] = Rows(tuple(kept), complete=True)
    return Answers(cells, answers.patient, answers.assessed)


def a_completion(form: Form, answers: Answers, pick: random.Random) -> Answers:
    """The same screening with everything that is open answered; what was entered stays."""
    met, today = numbers_met(form), ASSESSED.date()
    cells = dict(answers.cells)
    for cell, item in form.cells.items():
        answer = cells.get(cell)
        if isinstance(answer, Rows):
            cells[cell] = _whole_rows(cell, item, answer, pick, met)
        else:
            cells[cell] = pick.choice(completions(item, cell, answer, today, met))
    return Answers(cells, answers.patient, answers.assessed)


def _whole_rows(table: str, item: Item, answer: Rows, pick: random.Random, met: dict) -> Rows:
    more = () if answer.complete else ({},) * pick.randint(0, 2)
    rows = [
        {
            one.id: pick.choice(completions(one, f"{table}.{one.id}", row.get(one.id), ASSESSED.date(), met))
            for one in item.columns
        }
        for row in (*answer.rows, *more)
    ]
    return Rows(tuple(rows), complete=True)
