"""The texts of a form file: words, sentences, expressions and ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from screener.form.nodes import Node, Scalar
from screener.form.problem import Problem, nearest
from screener.form.shapes import Shape, list_of, listed, wrong_kind

if TYPE_CHECKING:
    from screener.form.shapes import Problems, Schema

ID_PATTERN = "[a-z][a-z0-9_]*"
NAME_PATTERN = "[A-Za-z][A-Za-z0-9_]*"
is_id = re.compile(ID_PATTERN).fullmatch
_is_name = re.compile(NAME_PATTERN).fullmatch


def read_word(node: Node, problems: Problems) -> str | None:
    """Return a text that says something."""
    if not isinstance(node, Scalar):
        problems.append(wrong_kind(node, "a text"))
        return None
    if not node.text:
        hint = "write it, or take the key out"
        if node.in_flow:
            hint = "a comma inside { } ends the text before it: write each text on a line of its own"
        problems.append(Problem(node.at, "F204", "nothing is written here", hint))
        return None
    return node.text.strip()


def _sentence(node: Node, problems: Problems) -> str | None:
    if isinstance(node, Scalar) and (node.in_flow or node.source.has_comments):
        _refuse_cut(node, problems, "a sentence")
    return read_word(node, problems)


def _sentences(node: Node, problems: Problems) -> tuple[str, ...]:
    written = listed(node, problems, "sentences")
    for each in written:
        if isinstance(each, Scalar) and not each.style and " - " in each.text:
            _refuse_dash(each, problems)
    read = (_sentence(each, problems) for each in written)
    return tuple(sentence for sentence in read if sentence is not None)


def _refuse_dash(scalar: Scalar, problems: Problems) -> None:
    """Report an entry of a list that is indented further than the others: it would be a part of the one above."""
    at = scalar.place(scalar.text.index(" - ") + 1)
    if not scalar.source.lines[at.line - 1][: at.column - 1].strip():
        problems.append(Problem(at, "F110", "this dash belongs to the text above", "indent it as the other dashes"))


def _expression(node: Node, problems: Problems) -> Scalar | None:
    if not isinstance(node, Scalar) or read_word(node, problems) is None:
        if not isinstance(node, Scalar):
            problems.append(wrong_kind(node, "an expression"))
        return None
    _refuse_cut(node, problems, "an expression")
    return node


def _refuse_cut(scalar: Scalar, problems: Problems, what: str) -> None:
    if scalar.in_flow:
        hint = "a comma would cut it: write it after its key on a line of its own"
        problems.append(Problem(scalar.at, "F205", f"{what} inside {{ }} or [ ]", hint))
    elif scalar.is_cut:
        hint = "put the text in quotes or after '>'; a comment goes on a line of its own"
        problems.append(Problem(scalar.place(len(scalar.text)), "F206", f"a comment (' #') ends {what} here", hint))


def _option_text(node: Node, problems: Problems) -> str | None:
    if isinstance(node, Scalar) and node.source.has_comments and not node.in_flow:
        _refuse_cut(node, problems, "a sentence")
    return read_word(node, problems)


def _node(node: Node, _: Problems) -> Node:
    return node


def _id(node: Node, problems: Problems) -> str | None:
    text = read_word(node, problems)
    if text is None or is_id(text):
        return text
    problems.append(_no_id(node, text, "begin with a small letter, then small letters, digits and _"))
    return None


def _name(node: Node, problems: Problems) -> str | None:
    text = read_word(node, problems)
    if text is None or _is_name(text):
        return text
    problems.append(_no_id(node, text, "begin with a letter, then letters, digits and _"))
    return None


def _no_id(node: Node, text: str, hint: str) -> Problem:
    """Return the problem of a text that is no id, with one that it could be."""
    fit = as_id(text)
    return Problem(node.at, "F210", f"'{text}' is no id", f"{hint}: {fit}" if text.isascii() and is_id(fit) else hint)


def as_id(text: str) -> str:
    """Return the id that a text would be."""
    return re.sub("[^a-z0-9]+", "_", text.lower()).strip("_")


TEXTS: Schema = {"type": ["string", "number", "boolean"]}
WORD = Shape(read_word, TEXTS)
SENTENCE = Shape(_sentence, TEXTS)
SENTENCES = Shape(_sentences, list_of(TEXTS))
OPTION_TEXT = Shape(_option_text, TEXTS)
EXPRESSION = Shape(_expression, {"type": ["string", "boolean"]})
ID = Shape(_id, {"type": "string", "pattern": f"^{ID_PATTERN}$"})
NAME = Shape(_name, {"type": "string", "pattern": f"^{NAME_PATTERN}$"})


def node_like(schema: Schema) -> Shape[Node]:
    """Return the shape of a node that its own decoder reads."""
    return Shape(_node, schema)


def one_of(*words: str) -> Shape[str]:
    """Return the shape of a word out of a few."""
    known = frozenset(words)

    def read(node: Node, problems: Problems) -> str | None:
        text = read_word(node, problems)
        if text is None or text in known:
            return text
        problems.append(Problem(node.at, "F212", f"'{text}' is not possible here", nearest(text, known)))
        return None

    values: list[object] = [*words, *({"yes": [True], "no": [False]}.get(words[0], []) if len(words) == 1 else [])]
    if words == ("yes", "no"):
        values = ["yes", "no", True, False]
    return Shape(read, {"enum": values})


YES_ONLY = one_of("yes")
YES_OR_NO = one_of("yes", "no")
