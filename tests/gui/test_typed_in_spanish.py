"""A vignette typed from scratch in the Spanish window: the letters of the answers are others, what it means is the same.

What a program speaks is set at its start, so the window is in a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys

from tests.gui.pictures import ROOT

NAME = "v05"


class Keys:
    """What a hand presses keys with, without a test around it."""

    def keyClicks(self, widget, keys):
        from PySide6.QtTest import QTest

        QTest.keyClicks(widget, keys)

    def keyClick(self, widget, key, modifiers):
        from PySide6.QtTest import QTest

        QTest.keyClick(widget, key, modifiers)


def type_it() -> None:
    """Type the vignette, and say what came out otherwise than its answers."""
    from tests.gui.pictures import application, settle, speak_language, spoken_form, window_of

    speak_language("es")
    app = application((1280, 900))
    from screener.assess.assessment import Asked
    from tests.report import vignettes
    from tests.scenario import Hand, Went, script_of

    form = spoken_form()
    wanted = vignettes.answers(NAME)
    window = window_of(form, "empty")
    window.show()
    window.activateWindow()
    settle()
    steps = script_of(form, wanted)
    hand = Hand(window, Keys())
    typed = hand.play(steps)
    for _ in range(2):
        left_out, hand.left_out = hand.left_out, []
        typed = hand.play([step for step in steps if isinstance(step, Went) or getattr(step, "cell", "") in left_out])
    asked = [cell for cell in wanted.cells if typed.assessment.asked[cell] is not Asked.NO]
    otherwise = [cell for cell in asked if typed.answers.cells.get(cell) != wanted.cells[cell]]
    print(len(asked), otherwise, sorted(typed.refusals))  # noqa: T201 - what the test reads
    window.leave()
    app.quit()


def test_that_a_vignette_typed_in_spanish_means_what_it_means_in_english():
    program = "from tests.gui.test_typed_in_spanish import type_it\ntype_it()"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        check=False, cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, encoding="utf-8", timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    count, rest = done.stdout.split(maxsplit=1)
    assert int(count) > 130
    assert rest.split() == ["[]", "[]"], "answered otherwise, refused"
