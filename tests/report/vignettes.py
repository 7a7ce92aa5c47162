"""The shipped form's vignettes, assessed for real. Run as a script it writes the golden files anew:

python -m tests.report.vignettes
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from screener.assess import examples
from screener.assess.assess import assess
from screener.form.load import example_files, load_form
from screener.language import spoken
from screener.paths import FORMS
from screener.report import wording
from screener.report.compose import compose_report
from screener.report.pdf import render_pdf
from screener.report.text import render_text
from tests.report import hand_made

if TYPE_CHECKING:
    from screener.assess.answers import Answers
    from screener.assess.assessment import Assessment
    from screener.form.model import Form
    from screener.report.document import Report

FOLDER = FORMS / "neuropathy"
NAMES = ("v01", "v03", "v05", "v07", "v09", "v11")
GOLDEN = Path(__file__).parent / "golden" / "v01.txt"
GOLDEN_PDF = GOLDEN.with_name("small.pdf")
GOLDEN_SPANISH = GOLDEN.with_name("v01_es.txt")
ROOT = Path(__file__).resolve().parents[2]


@cache
def form() -> Form:
    return load_form(FOLDER, spoken())


@cache
def answers(name: str) -> Answers:
    by_id = {each.id.text: each for each in examples.read_examples([node for _, node in example_files(FOLDER)], [])}
    return examples.answers_of(form(), by_id[name], by_id, [])[0]


@cache
def assessment(name: str) -> Assessment:
    return assess(form(), answers(name))


@cache
def report(name: str) -> Report:
    return compose_report(assessment(name))


def text_without_marks(name: str) -> str:
    """The text of a vignette without what changes with every edit of the form: its hash and the document's id."""
    about = report(name).meta
    text = render_text(report(name))
    for mark, words in (
        (about.document_id, "DOCUMENT-"), (about.form_sha256[:12], "HASH-OF-FORM"), (about.software, "screener X.Y.Z"),
    ):  # fmt: skip
        text = text.replace(mark, words)
    head, _, _ = text.rpartition(wording.PROVENANCE.upper())
    return head


def small() -> Report:
    """The summary of the hand-made form, the same in every version of the program."""
    made = compose_report(hand_made.assessment())
    return replace(made, meta=replace(made.meta, software="screener X.Y.Z"))


def in_spanish(program: str) -> str:
    """What a program prints that speaks Spanish from its start: a process of its own."""
    speaking = f"from screener.language import speak\nspeak('es')\n{program}"
    command = [sys.executable, "-X", "utf8", "-c", speaking]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout


def spanish() -> str:
    """The text of V01 in Spanish."""
    return in_spanish("from tests.report import vignettes\nprint(vignettes.text_without_marks('v01'), end='')")


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text(text_without_marks("v01"), encoding="utf-8")
    GOLDEN_SPANISH.write_text(spanish(), encoding="utf-8")
    GOLDEN_PDF.write_bytes(render_pdf(small()))
