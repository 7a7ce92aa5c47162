"""From a key to the answer assessed and everything repainted, in the real window drawn off screen.

Each choice and yes/no question that is asked is answered by its key, from nothing answered and from half of it; the
time goes from the press until nothing waits to be painted. In the same run and in turn with it, a key that only moves
the cursor of the same question: what Qt and our drawing cost without an answer.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parent)]

from edit import ABOUT, an_answer
from generate_form import generate_form
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from rounds import percentile

from screener.assess.assess import assess
from screener.entry import Habits
from screener.form.load import load_form
from screener.gui.main_window import MainWindow
from screener.gui.session import Session
from screener.gui.theme import dress
from screener.gui.views.choice import ChoiceView
from screener.shelf import form_folder
from screener.wizard import PATIENT, REVIEW, Wizard

if TYPE_CHECKING:
    from screener.assess.answers import Answers
    from screener.form.model import Form

LIMITS = {"shipped": 6.0, "generated": 10.0}  # ms at p99
NONE = Qt.KeyboardModifier.NoModifier


def settle() -> None:
    """Let everything that waits be drawn."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def press(view: ChoiceView, key: Qt.Key, text: str) -> float:
    """Return how long a key takes until all is painted, in ms."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, text)
    begun = perf_counter()
    QApplication.sendEvent(view.bar, event)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return (perf_counter() - begun) * 1000


def start(form: Form, share: float, draw: random.Random) -> Answers:
    """Return answers to a share of the questions."""
    answers = ABOUT
    for cell, item in form.cells.items():
        if draw.random() < share:
            answers = answers.with_answer(cell, an_answer(item, draw))
    return answers


def one_round(form: Form, share: float, seed: int) -> tuple[list[float], list[float]]:
    """Return how long answers took, and moves of the cursor."""
    draw = random.Random(seed)
    window = MainWindow(Session(Wizard(form, start(form, share, draw), assess), Habits()))
    window.show()
    while window.so_far is None:
        QApplication.processEvents()
    answers, moves = [], []
    for page in window.session.wizard.pages:
        window.go(page)
        settle()
        views = [view for view in getattr(window.body, "_views", ()) if isinstance(view, ChoiceView)]
        for view in views if page not in (PATIENT, REVIEW) else ():
            if not view.isVisible():
                continue
            view.setFocus()
            settle()
            moves.append(press(view, Qt.Key.Key_Right, ""))
            key = draw.choice([segment.segment.key for segment in view.bar.buttons if segment.segment.key])
            answers.append(press(view, Qt.Key(ord(key)), key))
            settle()
    window.leave()
    window.deleteLater()
    settle()
    return answers, moves


def measure(name: str, form: Form, rounds: int) -> bool:
    """Print the figures of a form; return whether they are inside the limit."""
    one_round(form, 0.0, 99)
    is_inside = True
    print(f"{name}: {len(form.cells)} cells")
    for share in (0.0, 0.5):
        figures = [one_round(form, share, seed) for seed in range(rounds)]
        p50, p99 = (statistics.median(percentile(each[0], at) for each in figures) for at in (0.5, 0.99))
        worst = max(max(each[0]) for each in figures)
        move = statistics.median(percentile(each[1], 0.5) for each in figures)
        is_inside &= p99 <= LIMITS[name]
        print(f"  from {share:.0%} answered: p50 {p50:.2f}  p99 {p99:.2f}  max {worst:.2f} ms;", end=" ")
        print(f"{len(figures[0][0])} keys a round; p50 is {p50 / move:.1f} times a move of the cursor")
    print(f"  limit: p99 {LIMITS[name]} ms: {'kept' if is_inside else 'EXCEEDED'}")
    return is_inside


def main() -> int:
    """Measure the shipped form and a generated one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--generated", action="store_true")
    chosen = parser.parse_args()
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    dress(app)
    inside = measure("shipped", load_form(form_folder("neuropathy")), chosen.rounds)
    if chosen.generated:
        with TemporaryDirectory() as folder:
            generate_form(Path(folder) / "generated", items=1000, conditions=1000)
            inside &= measure("generated", load_form(Path(folder) / "generated"), chosen.rounds)
    return 0 if inside else 1


if __name__ == "__main__":
    sys.exit(main())
