"""No page of three patients cuts off a text, in any language, at any size; `sweep.py` looks at every combination."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from tests.gui.sweep import EVERY, IN_TURN, SCREENS

SWEEP = Path(__file__).with_name("sweep.py")


def swept(language, screen):
    command = [sys.executable, str(SWEEP), language, screen]
    return subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)


@pytest.fixture(scope="module")
def sweeps(request):
    """Return the sweeps that are asked for: a quarter of all tests' time, so as many at once as there are processors."""
    asked = [each.callspec.params for each in request.session.items if "sweeps" in getattr(each, "fixturenames", ())]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield {(each["language"], each["screen"]): pool.submit(swept, **each) for each in asked}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_that_every_text_of_every_page_can_be_read(sweeps, language, screen):
    done = sweeps[language, screen].result()
    assert done.returncode == 0, f"{done.stdout[-4000:]}\n{done.stderr[-2000:]}"
    assert "pictures, 0 with faults" in done.stdout


def test_that_every_two_kinds_of_look_meet():
    for one, two in [*pairwise(range(3)), (0, 2)]:
        assert {(each[one], each[two]) for each in IN_TURN} == {(each[one], each[two]) for each in EVERY}
