"""From the spawn of `main.py FORM --new` to its first painted wizard page, against a bare lazy QWizard.

Fresh processes, the two in turn, the same measuring: a zero-timer posted from the first paint of a page.
Python keeps its compiled modules beside the sources, as it does unless told not to; the first start writes them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from rounds import ratio

LIMIT = 1.5
DRIVER = Path(__file__).resolve().parent / "first_paint.py"


def painted(*words: str) -> float:
    """Return the milliseconds from the spawn to the first painted page."""
    surroundings = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.monotonic()
    command = [sys.executable, str(DRIVER), *words]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(words)} did not paint: {done.stderr.strip()}")
    return (float(done.stdout) - start) * 1000


def main() -> int:
    """Print milliseconds and their quotient, medians over the rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--form", default="neuropathy")
    chosen = parser.parse_args()
    painted("--bare")
    painted(chosen.form, "--new")  # what both read from disk is at hand from here on
    ours, theirs = [], []
    for _ in range(chosen.rounds):
        theirs.append(painted("--bare"))
        ours.append(painted(chosen.form, "--new"))
    program, bare, quotient = ratio(ours, theirs)
    spread = statistics.quantiles([one / other for one, other in zip(ours, theirs, strict=True)], n=4)
    print(f"first page painted after {program:.0f} ms, that of a bare lazy wizard after {bare:.0f} ms")
    print(f"{quotient:.2f} times (quartiles {spread[0]:.2f} to {spread[2]:.2f}; limit {LIMIT}; {chosen.rounds} rounds)")
    return 0 if quotient <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
