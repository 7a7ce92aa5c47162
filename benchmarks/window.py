"""From a key to the answer assessed and everything repainted, and from one page to another, in the real window.

Each choice and yes/no question that is asked is answered by its key, from nothing answered and from half of it; the
time goes from the press until nothing waits to be painted. Percentiles are of this first press.

Then the answer is taken back and pressed again, and taken back and the same window given the texts and states that came
of it ready-made: what Qt and our drawing cost without the work of finding them. The quotient is of these two, as both
find everything as the other does: taken back just now, and not drawn for the first time. At last every page is switched
to, for the first time and again.

A key's time is the median of its repetitions in fresh windows, so that what the machine does beside us goes and what
is slow in the key stays; percentiles are over all keys. The second figure is the processor's time.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import statistics
import sys
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parent)]

from edit import ABOUT, an_answer
from generate_form import generate_form
from PySide6.QtCore import QEvent, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from rounds import percentile

from screener.assess.assess import assess
from screener.entry import Habits
from screener.form.load import load_form
from screener.gui.column import Column
from screener.gui.labels import Words
from screener.gui.main_window import MainWindow
from screener.gui.page_list import PageButton
from screener.gui.pauses import PAUSE
from screener.gui.score_bar import ScoreBar
from screener.gui.session import Session
from screener.gui.theme import dress
from screener.gui.views.below import Below
from screener.gui.views.cell_view import CellView
from screener.gui.views.choice import ChoiceView
from screener.gui.views.options import OptionBar
from screener.shelf import form_folder
from screener.wizard import PATIENT, REVIEW, Wizard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from screener.assess.answers import Answers
    from screener.form.model import Form

LIMITS = {"shipped": 6.0, "generated": 10.0}  # ms at p99
READY_MADE = 2.5  # times the median of the window given ready-made texts
FRAME = 16.7  # ms
NONE = Qt.KeyboardModifier.NoModifier
DRAWN = (
    (Words, "say"), (Column, "show_only"), (OptionBar, "show_chosen"), (ScoreBar, "show_result"),
    (PageButton, "show_state"), (Below, "show"), (CellView, "describe"),
)  # fmt: skip  # what a window is given to draw


class Took(NamedTuple):
    """How long something took, in ms: on the wall clock, and of the processor."""

    wall: float
    cpu: float


def timed(work: Callable[[], object]) -> Took:
    """Return how long something takes until all of it is painted."""
    wall, cpu = perf_counter(), thread_time()
    work()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return Took((perf_counter() - wall) * 1000, (thread_time() - cpu) * 1000)


def settle(ms: int = 0) -> None:
    """Let everything that waits be drawn, and what is done in idle time."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    if ms:
        QTest.qWait(ms)


def rest(window: MainWindow) -> None:
    """Let the window do all that it does in pauses, without the wait for them."""
    pauses = window._pauses
    pauses.setInterval(0)
    pauses.start()
    while pauses.isActive():
        settle()
    pauses.setInterval(PAUSE)


@contextmanager
def noted(calls: list[Callable[[], object]]) -> Iterator[None]:
    """Note what the window is given to draw, so that it can be given again."""
    kept = [(kind, name, getattr(kind, name)) for kind, name in DRAWN]

    def noting(draw: Callable[..., object]) -> Callable[..., object]:
        def note(*given: object, **named: object) -> object:
            calls.append(lambda: draw(*given, **named))
            return draw(*given, **named)

        return note

    for kind, name, draw in kept:
        setattr(kind, name, noting(draw))
    try:
        yield
    finally:
        for kind, name, draw in kept:
            setattr(kind, name, draw)


class Pressed(NamedTuple):
    """How long a key took: at first, and again; and how long its ready-made texts took."""

    first: Took
    again: Took
    ready_made: Took


def press(window: MainWindow, view: ChoiceView, key: str) -> Pressed:
    """Return how long a key takes, and how long its ready-made texts take."""
    session = window.session
    calls: list[Callable[[], object]] = []

    def send() -> None:
        QApplication.sendEvent(view.bar, QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(key)), NONE, key))

    def give() -> None:
        for call in calls:
            call()
        window.frame.lay_out_now()
        view.left.emit(view)

    def take_back() -> None:
        session.undo()
        view.setFocus()
        settle()

    first = timed(send)
    settle()
    take_back()
    with noted(calls):
        session.redo()
    settle()
    take_back()
    again = timed(send)
    settle()
    take_back()
    ready_made = timed(give)
    session.redo()
    settle()
    return Pressed(first, again, ready_made)


def start(form: Form, share: float, draw: random.Random) -> Answers:
    """Return answers to a share of the questions."""
    answers = ABOUT
    for cell, item in form.cells.items():
        if draw.random() < share:
            answers = answers.with_answer(cell, an_answer(item, draw))
    return answers


@contextmanager
def shown(form: Form, share: float, draw: random.Random) -> Iterator[MainWindow]:
    """Show a window, with the collector of garbage as the program has it."""
    gc.disable()
    gc.unfreeze()
    gc.collect()
    window = MainWindow(Session(Wizard(form, start(form, share, draw), assess), Habits()))
    window.show()
    while window.so_far is None:
        QApplication.processEvents()
    settle(3 * PAUSE)
    gc.collect()
    gc.freeze()
    yield window
    window.leave()
    window.deleteLater()
    settle()


def keys(form: Form, share: float, seed: int, pages: int) -> list[tuple[str, Pressed]]:
    """Return how long each key took on the first pages."""
    draw = random.Random(seed)
    figures = []
    with shown(form, share, draw) as window:
        for page in [page for page in window.session.wizard.pages if page not in (PATIENT, REVIEW)][:pages]:
            window.go(page)
            settle()
            rest(window)
            for view in [view for view in getattr(window.body, "_views", ()) if isinstance(view, ChoiceView)]:
                if view.isVisible():
                    view.setFocus()
                    settle()
                    options = [each.segment for each in view.bar.buttons if each.segment.id not in view.bar._shown]
                    key = draw.choice([each.key for each in options if each.key])  # one that changes the answer
                    figures.append((view.name, press(window, view, key)))
    return figures


def switches(form: Form, pages: int) -> tuple[list[Took], list[Took]]:
    """Return how long each page took to be shown for the first time, and again; before each, the pauses of a user."""
    with shown(form, 0.5, random.Random(0)) as window:
        order = window.session.wizard.pages[1:pages]
        figures = []
        for _ in range(2):
            figures.append([])
            for page in order:
                rest(window)
                figures[-1].append(timed(lambda page=page: window.go(page)))
    return figures[0], figures[1]


def typical(repeated: Iterable[Took]) -> Took:
    """Return the median of the repetitions of one step."""
    return Took(*map(statistics.median, zip(*repeated, strict=True)))


def middle(figures: Iterable[Took]) -> float:
    """Return the median on the wall clock."""
    return statistics.median(each.wall for each in figures)


def said(figures: list[Took], *shares: float) -> str:
    """Return percentiles in words, with the processor's time."""
    return "  ".join(
        f"p{share * 100:.0f} {percentile([f.wall for f in figures], share):.2f}"
        f" ({percentile([f.cpu for f in figures], share):.2f})"
        for share in shares
    )


def measure_keys(name: str, form: Form, chosen: argparse.Namespace) -> bool:
    """Print the figures of the keys of a form; return whether they are inside the limits."""
    is_inside = True
    for share in (0.0, 0.5):
        taken: dict[tuple[int, int, str], list[Pressed]] = defaultdict(list)
        for _ in range(chosen.rounds):
            for seed in range(chosen.seeds):
                for number, (cell, pressed) in enumerate(keys(form, share, seed, chosen.pages)):
                    taken[seed, number, cell].append(pressed)
        each_kind = zip(*(map(typical, zip(*repeated, strict=True)) for repeated in taken.values()), strict=True)
        first, again, ready_made = map(list, each_kind)
        p99 = percentile([each.wall for each in first], 0.99)
        quotient = middle(again) / middle(ready_made)
        is_inside &= p99 <= LIMITS[name] and quotient <= READY_MADE
        print(f"  from {share:.0%} answered, {len(first)} keys: {said(first, 0.5, 0.99, 1)} ms;", end=" ")
        print(f"again {said(again, 0.5)}, ready-made {said(ready_made, 0.5)}: {quotient:.2f} times", end=" ")
        print(f"(at first {middle(first) / middle(ready_made):.2f})")
        if chosen.slowest:
            slow = sorted(zip(first, taken, strict=True), reverse=True)[: chosen.slowest]
            print("   ", ", ".join(f"{cell} {each.wall:.1f} ({each.cpu:.1f})" for each, (_, _, cell) in slow))
    print(f"  limits: p99 {LIMITS[name]} ms, {READY_MADE} times: {'kept' if is_inside else 'EXCEEDED'}")
    return is_inside


def measure_pages(form: Form, chosen: argparse.Namespace) -> bool:
    """Print how long switching pages takes; return whether it stays inside a frame."""
    first, again = zip(*(switches(form, chosen.pages) for _ in range(chosen.rounds)), strict=True)
    figures = [[typical(repeated) for repeated in zip(*rounds, strict=True)] for rounds in (first, again)]
    print(f"  pages, {len(figures[0])}: first {said(figures[0], 0.5, 1)}, again {said(figures[1], 0.5, 1)} ms", end=" ")
    is_inside = max(each.wall for each in (*figures[0], *figures[1])) <= FRAME
    print(f"(slowest); limit {FRAME} ms: {'kept' if is_inside else 'EXCEEDED'}")
    return is_inside


def main() -> int:
    """Measure the shipped form and a generated one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="repetitions of everything")
    parser.add_argument("--seeds", type=int, default=3, help="ways of answering")
    parser.add_argument("--pages", type=int, default=16, help="of each form, from the first on")
    parser.add_argument("--slowest", type=int, default=0, help="name so many of the slowest keys")
    parser.add_argument("--only", choices=LIMITS, default=None)
    chosen = parser.parse_args()
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    qInstallMessageHandler(lambda kind, _, text: print(text) if kind != QtMsgType.QtWarningMsg else None)
    dress(app)
    inside = True
    with TemporaryDirectory() as folder:
        generate_form(Path(folder) / "generated", items=1000, conditions=1000)
        folders = {"shipped": form_folder("neuropathy"), "generated": Path(folder) / "generated"}
        for name in [chosen.only] if chosen.only else LIMITS:
            form = load_form(folders[name])
            print(f"{name}: {len(form.cells)} cells")
            keys(form, 0.0, 99, 2)
            inside &= measure_keys(name, form, chosen)
            inside &= measure_pages(form, chosen)
    return 0 if inside else 1


if __name__ == "__main__":
    sys.exit(main())
