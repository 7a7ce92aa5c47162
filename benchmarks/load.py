"""A form of 300 items read from its folder and checked, against PyYAML's C loader alone on the same text in memory."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parent)]

import yaml
from generate_form import generate_form
from rounds import milliseconds, ratio

from screener.form.load import load_form
from screener.form.rules import expressions

LIMIT = 1.0


def main() -> int:
    """Print milliseconds and their quotient, medians over the rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--items", type=int, default=300)
    parser.add_argument("--conditions", type=int, default=223)
    chosen = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name) / "generated"
        generate_form(folder, items=chosen.items, conditions=chosen.conditions)
        texts = [path.read_text("utf-8") for path in sorted(folder.rglob("*.yaml"))]
        form = load_form(folder)
        ours, theirs = [], []
        for _ in range(chosen.rounds):
            theirs.append(milliseconds(lambda: [yaml.load(text, yaml.CSafeLoader) for text in texts]))
            ours.append(milliseconds(lambda: load_form(folder)))
    load, bare, quotient = ratio(ours, theirs)
    size, conditions = sum(map(len, texts)) / 1024, sum(1 for _ in expressions(form))
    print(f"{len(form.items)} items, {conditions} conditions, {size:.0f} KiB, {len(texts)} files")
    print(f"loaded and checked {load:.1f} ms, CSafeLoader alone {bare:.1f} ms: {quotient:.2f} times (limit {LIMIT})")
    return 0 if quotient <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
