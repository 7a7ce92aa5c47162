"""Two hundred mistakes seeded into copies of the shipped form.

Each is reported at its line with a remedy, or makes an example fail; no traceback. At most four are neither; they are
listed here with the reason.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from screener.assess import examples as ex
from screener.form.load import SourceFile, example_files, form_of, load_form
from screener.form.problem import FormError
from screener.form.source import Mapping, Scalar, Sequence
from screener.paths import FORMS
from tests.form.mistakes import KINDS, Mistake, mistakes

if TYPE_CHECKING:
    from screener.form.model import Form
    from screener.form.source import Node

FOLDER = FORMS / "neuropathy"
MANY = 200

# mistakes that are neither reported nor caught by an example, and why that is so
ESCAPED = {
    "cases swapped: findings/1_toronto.yaml: - subclinical: nerve_conduction == abnormal": (
        "the two cases exclude each other: with abnormal conduction and any sign, the case before has decided already"
    ),
    "cases swapped: findings/3_lops.yaml: - not_testable: amputation.here == major": (
        "the two cases exclude each other: after a major amputation the monofilament is not asked, so nothing is lost"
    ),
    "a lost not: sections/treatment.yaml: ask_if: drug not in (capsaicin_patch, capsaicin_cream, lidocaine)": (
        "it decides only whether the dose is asked; no rule reads the dose"
    ),
}


class Shipped:
    """The shipped form and its examples, read once."""

    def __init__(self) -> None:
        apart = {"examples", "languages"}  # translations: test_translations.py
        paths = sorted(path for path in FOLDER.rglob("*.yaml") if not apart & set(path.relative_to(FOLDER).parts))
        self.files = {path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in paths}
        self.form = load_form(FOLDER)
        found = ex.read_examples((node for _, node in example_files(FOLDER)), [])
        self.examples = {example.id.text: example for example in found}
        self.words = {name: set(words_in(example)) for name, example in self.examples.items()}

    def load(self, mistake: Mistake) -> Form:
        files = self.files | {mistake.file: "\n".join(mistake.change.lines)}
        return form_of([SourceFile(f"neuropathy/{name}", text.encode()) for name, text in files.items()], "neuropathy")

    def is_caught(self, form: Form, mistake: Mistake) -> bool:
        """Whether an example fails; those that name what the mistake touches run first."""
        around = set(
            "\n".join(mistake.change.lines[max(0, mistake.number - 12) : mistake.number + 3]).replace(":", " ").split()
        )
        order = sorted(self.examples, key=lambda name: -len(self.words[name] & around))
        return any(ex.broken_examples(form, [self.examples[name] for name in order]))


def words_in(example: ex.Example) -> list[str]:
    words: list[str] = []
    waiting: list[Node] = list(example.parts.values())
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            words += node.text.replace(".", " ").split()
        elif isinstance(node, Sequence):
            waiting += node.nodes
        elif isinstance(node, Mapping):
            waiting += [part for entry in node.entries for part in entry]
    return words


@pytest.fixture(scope="module")
def shipped() -> Shipped:
    return Shipped()


def outcome(shipped: Shipped, mistake: Mistake) -> str:
    """Return what becomes of a mistake: "" when it escapes."""
    try:
        form = shipped.load(mistake)
    except FormError as error:
        places = {(problem.at.file, problem.at.line) for problem in error.problems if problem.hint}
        own = {(f"neuropathy/{mistake.file}", line) for line in mistake.change.places}
        return "reported" if places & own else f"elsewhere: {error.problems[0]}"
    return "caught" if shipped.is_caught(form, mistake) else "escaped"


@pytest.mark.timeout(600)
def test_that_two_hundred_mistakes_are_reported_at_their_lines_or_fail_an_example(shipped):
    chosen = mistakes(shipped.files, shipped.form, MANY)
    outcomes = {mistake.name: outcome(shipped, mistake) for mistake in chosen}
    assert len(chosen) == MANY
    assert len({mistake.kind for mistake in chosen}) == len(KINDS)
    neither = {name: each for name, each in outcomes.items() if each not in ("reported", "caught")}
    assert neither.keys() <= ESCAPED.keys(), Counter(outcomes.values())
    assert len(ESCAPED) <= 4
