"""YAML text -> texts with their places.

1. A character of a text has its own place in the file, in every style of writing.
2. What a form language doesn't need (anchors, tags, tabs, a second document ...) is refused with its place.
3. No bytes raise anything but FormError.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.form import source
from screener.form.problem import FormError, Span
from screener.form.source import Mapping, Scalar, Sequence, collect_yaml, read_by_library, read_yaml


def text_under(key: str, yaml: str) -> Scalar:
    node = read_yaml(yaml.encode(), "f.yaml")
    assert isinstance(node, Mapping)
    text = node.fields[key]
    assert isinstance(text, Scalar)
    return text


def problems_of(raw: bytes) -> list[str]:
    with pytest.raises(FormError) as caught:
        read_yaml(raw, "f.yaml")
    return [f"{problem.at.line}:{problem.at.column} {problem.code}" for problem in caught.value.problems]


WAYS_TO_WRITE = {
    "plain": "a: one two three\n",
    "single quotes": "a: 'one two three'\n",
    "double quotes": 'a: "one two three"\n',
    "plain over lines": "a: one\n   two\n   three\n",
    "double quotes over lines": 'a: "one\n   two\n   three"\n',
    "literal": "a: |\n  one\n  two three\n",
    "folded": "b: 1\na: >\n  one two\n  three\n\n  four\n",
    "folded with a comment after the sign": "a: > # why\n  one two\n  three\n",
    "on the next line": "a:\n  one two three\n",
    "in brackets": "a: [0]\nb: {c: 1}\n",
}


@pytest.mark.parametrize("way", WAYS_TO_WRITE)
def test_that_every_letter_of_a_text_has_its_place_in_the_file(way):
    yaml = WAYS_TO_WRITE[way]
    lines = yaml.split("\n")
    node = read_yaml(yaml.encode(), "f.yaml")
    seen = 0
    for _, value in node.entries:
        for offset, letter in enumerate(value.text) if isinstance(value, Scalar) else ():
            if not letter.isspace():
                at = value.place(offset)
                assert lines[at.line - 1][at.column - 1] == letter
                seen += 1
    assert seen >= 11 or way == "in brackets"


def test_that_a_doubled_quote_and_an_escape_count_as_one_letter():
    assert text_under("a", "a: 'it''s me'\n").place(5) == Span("f.yaml", 1, 11)
    assert text_under("a", 'a: "q\\"x y"\n').place(2) == Span("f.yaml", 1, 8)
    assert text_under("a", 'a: "\\u00b5mol z"\n').place(5) == Span("f.yaml", 1, 15)


def test_that_the_place_after_the_end_of_a_text_is_one_further():
    assert text_under("a", "a: >\n  one\n  two\nb: 1\n").place(8) == Span("f.yaml", 3, 6)
    assert text_under("a", "a: one\n").place(3) == Span("f.yaml", 1, 7)


def test_that_a_text_made_by_hand_counts_from_its_place():
    assert Scalar("one two", Span("f.yaml", 4, 10)).place(4) == Span("f.yaml", 4, 14)
    assert Scalar("one two", Span("f.yaml", 4, 10), style="'").place(4) == Span("f.yaml", 4, 15)


def test_that_every_scalar_stays_text():
    node = read_yaml(b"a: no\nb: 012\nc: 1:30\nd: 3.10\ne: ~\nf: 2026-11-21\ng: 0x1F\nh: null\n", "f.yaml")
    assert [value.text for _, value in node.entries] == ["no", "012", "1:30", "3.10", "~", "2026-11-21", "0x1F", "null"]


def test_that_a_decimal_comma_does_not_end_a_number_in_brackets():
    (_, node), *_ = read_yaml(b"a: {b: 7,5, c: 1, d: 7, 5, e: 2, 5: , f: [1,5], g: x, 5: }\n", "f.yaml").entries
    assert [(key.text, getattr(value, "text", "")) for key, value in node.entries] == [
        ("b", "7,5"), ("c", "1"), ("d", "7,5"), ("e", "2,5"), ("f", ""), ("g", "x"), ("5", ""),
    ]  # fmt: skip


def test_that_places_count_characters_not_bytes_and_a_byte_order_mark_is_none():
    node = read_yaml("\ufeffµmol: {größe: ä}\n".encode(), "f.yaml")
    inner = node.entries[0][1]
    assert inner.entries[0][1].at == Span("f.yaml", 1, 15)


def test_that_windows_line_ends_change_nothing():
    unix, windows = "a: >\n  one\n  two\nb: [1,\n 2]\n", "a: >\r\n  one\r\n  two\r\nb: [1,\r\n 2]\r\n"
    first, second = read_yaml(unix.encode(), "f"), read_yaml(windows.encode(), "f")
    assert first.fields["a"].text == second.fields["a"].text == "one two\n"
    assert isinstance(second.fields["b"], Sequence)
    assert [node.at for node in first.fields["b"].nodes] == [node.at for node in second.fields["b"].nodes]


def test_that_json_is_read_as_it_is_also_when_indented_with_tabs():
    node = read_yaml(b'{\n\t"form": "mini",\n\t"answers": {"a": [1.50, "x"], "b": true}\n}\n', "f.json")
    assert node.fields["answers"].fields["a"].nodes[0].text == "1.50"


def test_that_a_comment_that_ends_a_plain_text_is_seen():
    assert text_under("a", "a: pain # severe\n").is_cut
    assert text_under("a", "a: pain\n  at night # severe\n").is_cut
    assert not text_under("a", "a: 'pain' # severe\n").is_cut
    assert not text_under("a", "a: pain#severe\n# why\n").is_cut


REFUSED = {
    "too large": (b"# " + b"x" * 1024 * 1024, "1:1 F101"),
    "Latin-1": ("a: 1\nb: \xfcber".encode("latin-1"), "2:4 F102"),
    "a cut UTF-8 sequence": ("a: 1\nµb: ä".encode()[:-1], "2:5 F102"),
    "a NUL": (b"a: 1\nb: x\x00y\n", "2:5 F103"),
    "a C1 control": ("a: x\x85y\n".encode(), "1:5 F103"),
    "a line separator": ("a: x\u2028y\n".encode(), "1:5 F103"),
    "a turn of the reading direction": ("a: 1\nb: \u202etxet\n".encode(), "2:4 F103"),
    "a space without width": ("a: 1\nb: te\u200bxt\n".encode(), "2:6 F103"),
    "a bare carriage return": (b"a: 1\rb: 2\n", "1:5 F103"),
    "a byte order mark inside": ("a: 1\nb: \ufeffx\n".encode(), "2:4 F103"),
    "a tab": (b"a: 1\nb:\n\tc: 2\n", "3:1 F104"),
    "an empty file": (b"", "1:1 F105"),
    "a file of comments": (b"# nothing yet\n", "1:1 F105"),
    "a colon in a text": (b"a: 1\nb: note: this\n", "2:8 F110"),
    "a quote never closed": (b"a: 1\nb: 'x\nc: 2\n", "2:4 F110"),
    "a quote that swallows lines": (b'a: 1\nb: "x\nc: 2\nd: the "word" here\n', "2:4 F110"),
    "a bracket never closed": (b"a: {b: 1\nc: 2\n", "1:4 F110"),
    "a key indented too little": (b"a:\n    b: 1\n  c: 2\n", "3:3 F110"),
    "a text that begins with a percent sign": (b"a: %\n", "1:4 F110"),
    "a text that begins with a question mark": (b"a: ? x\n", "1:4 F110"),
    "a text that goes on behind its quotes": (b"a: 1\nb: 'x' y\nc: 2\n", "2:4 F110"),
    "a text with an apostrophe in such quotes": (b"a: 1\nb: 'x's y'\nc: 2\n", "2:4 F110"),
    "a text that goes on behind its brackets": (b"a: 1\nb: [x] y\n", "2:4 F110"),
    "quotes of a word processor": ("a: 1\nb: “x: y”\n".encode(), "2:4 F110"),
    "a dash of a word processor": ("- a: 1\n– a: 2\n".encode(), "2:1 F110"),
    "a space of a word processor behind a colon": ("a: 1\nb:\N{NO-BREAK SPACE}2\nc: 3\n".encode(), "2:3 F103"),
    "an unknown escape": (b'a: "\\q"\n', "1:5 F110"),
    "something after a list": (b"- a\nb: 1\n", "2:1 F110"),
    "a key without its colon": (b"a: 1\nb 2\nc: 3\n", "2:1 F110"),
    "a first key without its colon": (b"- flag RF01\n\n  title: x\n", "1:1 F110"),
    "a text of lines with a key among them": (b"a: one\n  two: three\n", "2:6 F110"),
    "an anchor": (b"a: 1\nb: &x {c: 1}\n", "2:4 F111"),
    "an alias": (b"a: 1\nb: *x\n", "2:4 F111"),
    "a tag": (b"a: !!int 1\n", "1:4 F111"),
    "a tag on a list": (b"a: !x [1]\n", "1:4 F111"),
    "a merge key": (b"a:\n  <<: b\n", "2:3 F111"),
    "a second document": (b"a: 1\n---\nb: 2\n", "2:1 F112"),
    "a directive": (b"%YAML 1.1\n---\na: 1\n", "1:1 F112"),
    "a first line that is lost": (b"# - a: 1\n  b: 2\n- a: 3\n", "2:3 F110"),
    "a key twice": (b"a: 1\nb: 2\na: 3\n", "3:1 F113"),
    "a key twice in brackets": (b"a: {b: 1, c: 2, b: 3}\n", "1:17 F113"),
    "a list as key": (b"? [a]\n: 1\n", "1:3 F114"),
    "brackets in brackets": (b"[" * 40, "1:33 F115"),
    "too many parts": (b"[" + b"1," * 50_001 + b"1]", "1:100006 F115"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_that_it_is_refused_where_it_stands(what):
    raw, expected = REFUSED[what]
    assert problems_of(raw) == [expected]


def test_that_every_refusal_says_what_to_do():
    for raw, _ in REFUSED.values():
        with pytest.raises(FormError) as caught:
            read_yaml(raw, "f.yaml")
        assert all(problem.hint for problem in caught.value.problems)


def test_that_every_key_written_twice_is_reported():
    assert problems_of(b"z: 1\na: 1\na: 2\nb: {z: 1, c: 1, c: 2}\na: 3\n") == ["3:1 F113", "4:17 F113", "5:1 F113"]


def test_that_things_that_run_into_each_other_for_want_of_a_dash_are_reported_where_the_next_begins():
    assert problems_of(b"- a: 1\n  b: 1\n  a: 2\n  b: 2\n  a: 3\n  b: 3\n") == ["3:3 F113", "5:3 F113"]
    assert problems_of(b"- a: 1\n  b: 1\n  c: 1\n# - a: 2\n  b: 2\n  c: 2\n") == ["5:3 F113"]


def test_that_the_parser_in_python_gives_the_same_tree(monkeypatch):
    from yaml import SafeLoader

    raw = WAYS_TO_WRITE["plain"].encode() + b"b: [1, {c: d}]\ne: >\n  f\n  g\n"
    fast = tree(read_yaml(raw, "f"))
    monkeypatch.setattr(source, "_parser", lambda: SafeLoader)
    assert tree(read_by_library(source.read_text(raw, "f", []), [])) == fast
    assert problems_of(b"a: 1\nb: &x 1\n") == ["2:4 F111"]


def tree(node):
    if isinstance(node, Scalar):
        return (node.text, node.at, node.style, node.in_flow)
    if isinstance(node, Mapping):
        return ("mapping", node.at, node.in_flow, [(tree(key), tree(value)) for key, value in node.entries])
    return ("sequence", node.at, node.in_flow, [tree(each) for each in node.nodes])


PIECES = st.sampled_from(
    ["a", "b: ", "- ", "\n", "  ", "    ", "{", "}", "[", "]", ", ", "'", '"', "|\n", ">\n", "# x", "&x ", "*x", "!t ", "\\", "? ", ": ",
     "%", "@", "---\n", "...\n", "\t", "\r\n", "\ufeff", "µ", "<<: ", "|2-\n", "\\u12", "~", "\x00"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join).map(str.encode) | st.binary(max_size=60))
@settings(max_examples=600, deadline=None)
def test_that_no_bytes_raise_and_every_text_has_a_place_in_the_file(raw):
    problems = []
    node = collect_yaml(raw, "f", problems)
    lines = raw.decode("utf-8", errors="replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    for problem in problems:
        assert 1 <= problem.at.line <= len(lines)
        assert 1 <= problem.at.column <= len(lines[problem.at.line - 1]) + 1
    waiting = [node] if node is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            waiting += [part for entry in node.entries for part in entry]
        elif isinstance(node, Sequence):
            waiting += node.nodes
        else:
            for offset in range(len(node.text) + 1):
                at = node.place(offset)
                assert 1 <= at.line <= len(lines) + 1
                assert at.column >= 1
