"""docs/forms.md is true, for who writes a form by it alone.

1. Its first form is read, checked and tried whole as it stands there.
2. Each other block is read without a fault of writing, its explanations behind '#' and the lines left to the reader ('...') aside.
3. It names every key, type, function and place that there is, and no key in its blocks is unknown.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from screener.__main__ import main
from screener.assess.examples import read_examples
from screener.form import keys as k
from screener.form.kinds import EXAMPLE_KINDS, KINDS
from screener.form.problem import FormError
from screener.form.scope import FUNCTIONS
from screener.form.source import read_yaml
from tests.form.minimal import form_with, written

PAGE = (Path(__file__).parents[2] / "docs" / "forms.md").read_text(encoding="utf-8")
BLOCKS = [textwrap.dedent(block).strip("\n") + "\n" for block in re.findall(r"(?m)(?:^    .*\n|^\n(?=    ))+", PAGE)]
FILE = re.compile(r"(?m)^# OWN/(\S+).*\n")
OF_WRITING = re.compile("F1..|F20[1-9]|F21[0-8]|F22.")
PLACED = {"form": "form.yaml", "site": "site.yaml", "approval": "approval.yaml", "translation": "languages/es/docs.yaml", "review": "languages/es/review.yaml"}  # fmt: skip
FLAG = "flag: RF09\ntitle: A\naction: A\ncite: A\n"


def files_of(block: str) -> dict[str, str]:
    """Return the files of a block in which each begins with its name."""
    parts = FILE.split(block)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def pieces() -> dict[str, str]:
    """Return what the other blocks define, by their first lines, without explanations."""
    found = {}
    for block in BLOCKS:
        if block.startswith("# OWN/foot-numbness/"):
            continue
        for piece in re.split(r"\n\n(?=\w+: )|(?m:^# OWN/.*\n)", re.sub(r"(?m)(?<=\S) +# .*$", "", block)):
            if re.match(r"(- )?\w+:", piece):
                found[piece.partition("\n")[0]] = piece + "\n"
    return found


PIECES = pieces()


def faults_of(piece: str) -> list[str]:
    """Return the faults of writing in a piece, read among the files of the small form."""
    kind = re.match(r"(?:- )?(\w+)", piece)[1]
    if kind in EXAMPLE_KINDS:
        problems = []
        read_examples([read_yaml(piece.encode(), "docs.yaml")], problems)
        return [str(problem) for problem in problems]
    if kind == "item":
        piece = f"section: docs\ntitle: A\nitems:\n{textwrap.indent(piece, '  ')}"
    elif kind == "cases":
        piece = FLAG + piece
    file = PLACED.get(kind, "docs.yaml")
    lines = piece.splitlines()
    try:
        form_with({file: piece}, "es" if "/es/" in file else "en")
    except FormError as error:
        return [
            str(problem)
            for problem in error.problems
            if problem.at.file == f"small/{file}"
            and OF_WRITING.fullmatch(problem.code)
            and "nothing where" not in problem.message  # a kind whose texts are only explained
            and "..." not in "".join(lines[problem.at.line - 1 : problem.at.line + 1])
        ]
    return []


def test_that_the_first_form_of_the_page_is_right_and_tried_whole(tmp_path, capsys):
    (block,) = [block for block in BLOCKS if block.startswith("# OWN/foot-numbness/")]
    written(tmp_path, files_of(block))
    assert main(["check", str(tmp_path / "foot-numbness")]) == 0
    printed = capsys.readouterr().out
    said = re.search(r"`(coverage: (\d+) of \2)`", PAGE)[1]
    assert said in printed
    assert not re.search(r"F\d{3}", printed)


@pytest.mark.parametrize("first_line", PIECES)
def test_that_a_block_of_the_page_is_written_as_the_page_says(first_line):
    assert faults_of(PIECES[first_line]) == []


def test_that_a_fault_of_writing_in_a_block_would_be_seen():
    piece = PIECES["flag: RF07"]
    assert faults_of(piece.replace("tier:", "teir:")) == ["small/docs.yaml:3:1: F201 a red flag has no key 'teir' (did you mean 'tier'?)"]  # fmt: skip
    assert faults_of(PIECES["example: v01"].replace("answers:", "anwsers:")) != []


def test_that_the_blocks_of_the_page_show_every_kind_of_file():
    shown = {re.match(r"(?:- )?(\w+)", piece)[1] for piece in PIECES.values()}
    assert set(KINDS) - shown == set()


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_page_names_every_key(kind):
    assert [name for name in KINDS[kind].by_name if not re.search(rf"\b{name}\b", PAGE)] == []


@pytest.mark.parametrize("type_", k.ITEM_OF_TYPE)
def test_that_the_page_names_every_key_of_an_item(type_):
    names = {*k.ITEM_OF_TYPE[type_].by_name, type_.value}
    assert [name for name in names if not re.search(rf"`[^`\n]*\b{name}\b", PAGE)] == []


def test_that_the_page_names_every_function_and_every_place_of_a_note():
    assert [name for name in FUNCTIONS if not re.search(rf"\b{name}\(", PAGE)] == []
    assert [name for name in k.PLACES if not re.search(rf"place: scores .*\b{name}\b", PAGE)] == []
