"""From an edit to the whole assessment, with what is missing and what is needed.

Each cell is edited in turn, from nothing answered, from half of it and from all of it; an edit gives an answer, changes
it, or takes it back. The baseline, in the same round, is 1,000 comparisons as Python evaluates them itself, two-valued,
from code objects.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from types import MappingProxyType
from typing import TYPE_CHECKING

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parent)]

from generate_form import generate_form
from rounds import milliseconds, percentile

from screener.assess.answers import (
    Answers,
    Chosen,
    ChosenSeveral,
    Measured,
    PartialDate,
    Patient,
    Rows,
    Whole,
    Written,
)
from screener.assess.assess import assess
from screener.form.load import load_form
from screener.form.model import ItemType
from screener.form.rules import expressions
from screener.shelf import form_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.assess.answers import Answer
    from screener.form.model import Form, Item, Range

LIMITS = {"shipped": 3.0, "generated": 6.0}  # ms at p99
TAKEN_BACK = 0.3  # of the edits of what is answered
STATES = ("empty", "half", "full")
ABOUT = Answers(
    patient=Patient(family="EXAMPLE", born=PartialDate(1968, 3, 14), identifier="1"),
    assessed=datetime(2026, 11, 21, 10, 40, tzinfo=UTC),
)


def an_answer(item: Item, draw: random.Random) -> Answer:
    """Return an acceptable answer."""
    match item.type:
        case ItemType.YES_NO | ItemType.CHOICE:
            return Chosen(draw.choice(item.options).id)
        case ItemType.SEVERAL:
            return ChosenSeveral((draw.choice(item.options).id,))
        case ItemType.WHOLE:
            return Whole(int(_number(item.limits, draw)))
        case ItemType.QUANTITY:
            unit = draw.choice(item.units)
            date = PartialDate(2026, 11, draw.randint(1, 20)) if item.is_dated or item.fresh_for else None
            return Measured(_number(unit.limits, draw), unit.id, date=date)
        case ItemType.DATE:
            return PartialDate(draw.randint(2015, 2025), draw.randint(1, 12))
        case ItemType.TEXT:
            return Written("some words")
        case ItemType.TABLE:
            rows = [MappingProxyType({each.id: an_answer(each, draw) for each in item.columns}) for _ in range(2)]
            return Rows(tuple(rows), complete=True)


def _number(limits: Range | None, draw: random.Random) -> Decimal:
    if limits is None:
        return Decimal(draw.randint(0, 10))
    tenths = draw.randint(int(limits.lowest * 10), int(limits.highest * 10))
    return max(limits.lowest, min(limits.highest, Decimal(tenths) / 10))


def edits(form: Form, state: str, draw: random.Random) -> Iterator[tuple[Answers, Answers]]:
    """Yield the answers before and after each edit."""
    share = {"empty": 0.0, "half": 0.5, "full": 1.0}[state]
    cells = {cell: an_answer(item, draw) for cell, item in form.cells.items() if draw.random() < share}
    start = Answers(MappingProxyType(cells), ABOUT.patient, ABOUT.assessed)
    for cell, item in form.cells.items():
        taken_back = cell in cells and draw.random() < TAKEN_BACK
        yield start, start.with_answer(cell, None if taken_back else an_answer(item, draw))


def one_round(form: Form, state: str, seed: int) -> list[float]:
    """Return how long each edit took, in ms; what was concluded before it is at hand, as it is in the window."""
    figures = []
    before = None
    for start, after in edits(form, state, random.Random(seed)):
        before = before or assess(form, start)
        begun = perf_counter()
        assess(form, after, before)
        figures.append((perf_counter() - begun) * 1000)
    return figures


def from_nothing(form: Form, state: str, seed: int) -> float:
    """Return how long the first assessment of these answers takes, as when a file is opened."""
    start, _ = next(edits(form, state, random.Random(seed)))
    return milliseconds(lambda: assess(form, start))


def baseline() -> float:
    """Return how long Python takes for 1,000 comparisons of its own."""
    codes = [compile(f"a{n % 50} == 'x' and b{n % 40} > {n % 7}", "", "eval") for n in range(1000)]
    names: dict[str, object] = {f"a{n}": "xy"[n % 2] for n in range(50)} | {f"b{n}": n for n in range(40)}
    names["__builtins__"] = {}
    return milliseconds(lambda: [eval(code, names) for code in codes])  # noqa: S307  # our own expressions


def measure(name: str, form: Form, rounds: int) -> bool:
    """Print the figures of a form; return whether they are inside the limit."""
    conditions = sum(1 for _ in expressions(form))
    print(f"{name}: {len(form.cells)} cells, {conditions} conditions")
    assess(form, ABOUT)
    is_inside = True
    for state in STATES:
        per_round = []
        natives = []
        for seed in range(rounds):
            natives.append(baseline())
            per_round.append(one_round(form, state, seed))
        whole = statistics.median(from_nothing(form, state, seed) for seed in range(rounds))
        p50, p99 = (statistics.median(percentile(each, share) for each in per_round) for share in (0.5, 0.99))
        worst = max(figure for each in per_round for figure in each)
        native = statistics.median(natives)
        is_inside &= p99 <= LIMITS[name]
        print(f"  from {state:5}: p50 {p50:6.3f}  p99 {p99:6.3f}  max {worst:6.3f} ms", end="; ")
        print(f"p50 is {p50 / native:.1f} times 1,000 native comparisons; first assessment {whole:.1f} ms")
    print(f"  limit: p99 {LIMITS[name]} ms: {'kept' if is_inside else 'EXCEEDED'}")
    return is_inside


def main() -> int:
    """Measure the shipped form and a generated one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    inside = measure("shipped", load_form(form_folder("neuropathy")), chosen.rounds)
    with TemporaryDirectory() as folder:
        generate_form(Path(folder) / "generated", items=1000, conditions=1000)
        form = load_form(Path(folder) / "generated")
    return 0 if measure("generated", form, chosen.rounds) and inside else 1


if __name__ == "__main__":
    sys.exit(main())
