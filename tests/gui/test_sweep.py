"""No page of three patients cuts off a text, in any language, at any size; `sweep.py` looks at every combination."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.gui.sweep import EVERY, IN_TURN, SCREENS

SWEEP = Path(__file__).with_name("sweep.py")
AT_MOST = 900  # seconds, where the machine has much else to do


@pytest.mark.timeout(AT_MOST)
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_that_every_text_of_every_page_can_be_read(language, screen):
    command = [sys.executable, str(SWEEP), language, screen]
    done = subprocess.run(command, capture_output=True, text=True, timeout=AT_MOST, check=False)
    assert done.returncode == 0, f"{done.stdout[-4000:]}\n{done.stderr[-2000:]}"
    assert "pictures, 0 with faults" in done.stdout


def test_that_every_two_kinds_of_look_meet():
    for one, two in [*pairwise(range(3)), (0, 2)]:
        assert {(each[one], each[two]) for each in IN_TURN} == {(each[one], each[two]) for each in EVERY}
