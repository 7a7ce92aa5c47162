"""From the spawn of `main.py FORM --new` to its first painted wizard page, against a bare lazy QWizard.

Twice: with the form kept from an earlier start, and with nothing kept, the form read from its YAML files. Fresh
processes, the three in turn, the same measuring: a zero-timer posted from the first paint of a page. Python keeps its
compiled modules beside the sources, as it does unless told not to; the first start writes them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parent)]

from rounds import ratio

from screener.shelf import form_folder
from screener.store.kept_forms import KeptForms

KEPT_LIMIT, YAML_LIMIT, MEMORY_LIMIT = 1.3, 1.5, 1.4
DRIVER = Path(__file__).resolve().parent / "first_paint.py"


def painted(*words: str, cache: str = "") -> tuple[float, float]:
    """Return the milliseconds from the spawn to the first painted page, and the memory in MiB."""
    surroundings = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"SCREENER_CACHE": cache}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.monotonic()
    command = [sys.executable, str(DRIVER), *words]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(words)} did not paint: {done.stderr.strip()}")
    moment, memory = map(float, done.stdout.split())
    return (moment - start) * 1000, memory


def told(name: str, ours: list[tuple[float, float]], theirs: list[tuple[float, float]], limit: float) -> bool:
    """Print what was measured; return whether it is inside the limits."""
    times, their_times = [each[0] for each in ours], [each[0] for each in theirs]
    program, bare, quotient = ratio(times, their_times)
    spread = statistics.quantiles([one / other for one, other in zip(times, their_times, strict=True)], n=4)
    memory, bare_memory, share = ratio([each[1] for each in ours], [each[1] for each in theirs])
    print(f"{name}: first page painted after {program:.0f} ms, that of a bare lazy wizard after {bare:.0f} ms:")
    print(f"  {quotient:.2f} times (quartiles {spread[0]:.2f} to {spread[2]:.2f}; limit {limit}; {len(ours)} rounds)")
    print(f"  memory {memory:.0f} MiB, bare {bare_memory:.0f} MiB: {share:.2f} times (limit {MEMORY_LIMIT})")
    return quotient <= limit and not share > MEMORY_LIMIT  # nan where the system tells no memory


def main() -> int:
    """Print milliseconds, memory and their quotients, medians over the rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--form", default="neuropathy")
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        cache, nothing = str(Path(folder) / "kept"), str(Path(folder) / "file" / "nothing")
        Path(folder, "file").touch()  # where no folder can be made, nothing is kept
        forms = KeptForms(Path(cache))
        forms.form(form_folder(chosen.form))
        forms.keep()
        painted("--bare")
        painted(chosen.form, "--new", cache=nothing)  # what all read from disk is at hand from here on
        kept, loaded, theirs = [], [], []
        for _ in range(chosen.rounds):
            theirs.append(painted("--bare"))
            kept.append(painted(chosen.form, "--new", cache=cache))
            loaded.append(painted(chosen.form, "--new", cache=nothing))
    is_inside = told("form kept", kept, theirs, KEPT_LIMIT)
    return 0 if told("form read from YAML", loaded, theirs, YAML_LIMIT) and is_inside else 1


if __name__ == "__main__":
    sys.exit(main())
