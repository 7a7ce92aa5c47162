"""The fast reading of everyday YAML gives exactly the tree of the YAML library, or leaves the file to it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.form.guard import read_text
from screener.form.nodes import Mapping, Scalar
from screener.form.scan import scan
from screener.form.source import read_by_library
from screener.paths import FORMS
from tests.form.minimal import FILES
from tests.form.test_load import mutants

SHIPPED = sorted(path for path in FORMS.rglob("*.yaml") if "examples" not in path.parts)


def tree(node):
    if isinstance(node, Scalar):
        return (node.text, node.row, node.column, node.style, node.in_flow)
    place = (type(node).__name__, node.row, node.column, node.in_flow)
    if isinstance(node, Mapping):
        assert list(node.fields.values()) == [value for _, value in node.entries]
        return (*place, [(tree(key), tree(value)) for key, value in node.entries])
    return (*place, [tree(each) for each in node.nodes])


def agrees(text: str) -> bool:
    """Hold both ways of reading against each other; return whether the fast one read the text."""
    problems = []
    source = read_text(text.encode(), "f", problems)
    fast = None if source is None else scan(source)
    if fast is None:
        return False
    slow = read_by_library(source, problems)
    assert not problems
    assert tree(fast) == tree(slow)
    return True


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_that_every_shipped_file_is_read_fast_and_alike(path):
    assert agrees(path.read_text(encoding="utf-8"))


READ_FAST = [
    "a: b\n", "a: b", "a:\n  b: c\n  d: e\nf: g\n", "- a: b\n  c: d\n- a: e\n", "a:\n- b\n- c\nd: e\n", "a:\n  - b\n  - c\n",
    "# why\na: b\n\n  # also\nc: d\n", '"%": b\n', "a: 'b: c'\n", 'a: "b # c"\n', "a: {b: c, d: [1, 2.5]}\n", "a: [b, c d]\n",
    "a: [b,\n  c]\nd: e\n", "a: {b: {c: d}, 'e': \"f, g\"}\n", "a: {}\nb: []\n", "- [a, b]\n- {c: d}\n- e\n",
    "a: >\n  b\n  c\n\n  d\ne: f\n", "a: |\n  b\n    c\n  d\n\n\ne: f\n", "a:\n  - b: >\n      c\n    d: e\n", "- >\n  a\n  b\n",
    "a: -1\nb: -2.5\n", "µmol/L: 10^9/L\n10^9/L: x\n", "a: (b or c) and d == e\n", "a: b > c\n", "a:   b\n", "a: b-c - d\n", "a: >\n  b \n  c\n",
]  # fmt: skip


@pytest.mark.parametrize("text", READ_FAST)
def test_that_it_is_read_fast_and_alike(text):
    assert agrees(text)


LEFT_TO_THE_LIBRARY = [
    "", "# nothing\n", "a:\n", "a: b: c\n", "a: b\n  c\n", "a:\n  b\n", "a: b # c\n", "a: 'it''s'\n", 'a: "\\u00b5"\n', "a: &b c\n",
    "a: *b\n", "a: !t b\n", "<<: a\n", "a: 1\na: 2\n", "? a\n: b\n", "--- \na: b\n", "a: >-\n  b\n", "a: |2\n  b\n", "a: {b}\n",
    "a: {b: c, }\n", "a: {b:}\n", "a: {b: }\n", "a: {b: c, d: }\n", "a: [b, {c: }]\n", "a: {,}\n", "a: [,]\n",
    "a: [b: c]\n", "a: {b: c} d\n", "a: {b: c\n", "a: 'b\n  c'\n", "- - a\n", "-\n  a: b\n", "a: b\n c: d\n",
    "  a: b\nc: d\n", "a: >\n    b\n  c\n", "a: >\n  b\n    c\n  d\n", "a: >\n\n  b\n", "a: >\n  b", "a: ? b\n", "a: - b\n", "a: b:\n", "a: \n  b: c\n- d\n",
    "a:\n  - b\n c: d\n", "key with space: b\n", "a: b \n",
]  # fmt: skip


@pytest.mark.parametrize("text", LEFT_TO_THE_LIBRARY)
def test_that_it_is_left_to_the_library_or_read_alike(text):
    agrees(text)


@given(mutants())
@settings(max_examples=600, deadline=None)
def test_that_a_mutant_of_a_form_is_read_alike(changes):
    for text in changes.values():
        agrees(text)


PIECES = st.sampled_from(
    ["a: ", "b:", "- ", "\n", "\n", "  ", "    ", "c", "d e", "{", "}", "[", "]", ", ", "'", '"', ">\n", "|\n", "#", " # x", ": ", "?", "&", "*",
     "!", "-", "1", ".", "%", "@", "---\n", "...", "µ", "<<", "\\", "~", "/", "^", "(", "=="]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=3000, deadline=None)
def test_that_any_text_is_read_alike(text):
    agrees(text)


IN_BRACKETS = st.sampled_from(
    ["[", "]", "{", "}", ", ", ",", "b", "c: ", ":", " ", "\n", "\n  ", "'d'", '"e"', "-", "1.5"]
)


@given(st.lists(IN_BRACKETS, max_size=12).map("".join), st.sampled_from(["{}", "[{}]", "{{c: {}}}"]))
@settings(max_examples=3000, deadline=None)
def test_that_anything_in_brackets_is_read_alike(text, around):
    agrees(f"a: {around.format(text)}\n")


@given(
    st.lists(st.sampled_from([line for text in FILES.values() for line in text.split("\n")]), max_size=12).map(
        "\n".join
    )
)
@settings(max_examples=600, deadline=None)
def test_that_any_order_of_lines_is_read_alike(text):
    agrees(text)


def test_that_loading_a_shipped_form_does_not_load_the_library():
    code = (
        "import sys; from screener.form.load import load_form; load_form(sys.argv[1]); sys.exit('yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(FORMS / "neuropathy")], check=False).returncode == 0
