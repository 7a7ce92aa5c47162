"""Expressions are read as Python would read them, and what can't be read is refused at its very place."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.form import parts as p
from screener.form.grammar import place_of, read, written
from screener.form.load import load_form
from screener.form.rules import expressions
from screener.paths import FORMS

SIGNS = {
    ast.And: "and", ast.Or: "or", ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Eq: "==",
    ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.In: "in", ast.NotIn: "not in",
}  # fmt: skip


def as_python_reads(node: ast.expr) -> object:
    match node:
        case ast.BoolOp():
            return (SIGNS[type(node.op)], *map(as_python_reads, node.values))
        case ast.Compare():
            others = zip(node.ops, node.comparators, strict=True)
            return (as_python_reads(node.left), *((SIGNS[type(op)], as_python_reads(other)) for op, other in others))
        case ast.BinOp():
            return (as_python_reads(node.left), SIGNS[type(node.op)], as_python_reads(node.right))
        case ast.UnaryOp():
            return ("not" if isinstance(node.op, ast.Not) else "-", as_python_reads(node.operand))
        case ast.Call():
            return (ast.unparse(node.func), list(map(as_python_reads, node.args)))
        case ast.Tuple() | ast.List() | ast.Set():
            return list(map(as_python_reads, node.elts))
        case ast.Constant(value):
            return value if isinstance(value, str) else str(float(value))
        case _:
            return ast.unparse(node)


def as_read_here(part: p.Part) -> object:
    match part:
        case p.Joined():
            return (part.word, *map(as_read_here, part.parts))
        case p.Comparison():
            return (as_read_here(part.left), *((sign, as_read_here(other)) for sign, other in part.others))
        case p.Calculation():
            return (as_read_here(part.left), part.sign, as_read_here(part.right))
        case p.Not() | p.Negative():
            return ("not" if isinstance(part, p.Not) else "-", as_read_here(part.part))
        case p.Call():
            return (part.name, list(map(as_read_here, part.parts)))
        case p.Listed():
            return list(map(as_read_here, part.parts))
        case p.Word():
            return str(float(part.text)) if isinstance(part, p.Number) else part.text
    raise AssertionError(part)


def in_python(text: str) -> object:
    return as_python_reads(ast.parse(f"({text}\n)", mode="eval").body)


WORDS = ["a", "b.left", "3", "and", "or", "not", "in", *"()[],<+-*/'.=", '"', "=="]
names = st.sampled_from(["pain", "ankle_reflex.left", "hba1c.high", "3", "0.9", "'%'"])
numbers = st.recursive(
    names,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(" ".join),
        inner.map("({})".format),
        inner.map("-{}".format),
        st.lists(inner, min_size=1, max_size=3).map(lambda args: f"max({', '.join(args)})"),
    ),
    max_leaves=6,
)
comparisons = st.one_of(
    numbers,
    st.tuples(numbers, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), numbers).map(" ".join),
    st.tuples(numbers, st.just("<"), numbers, st.just("<="), numbers).map(" ".join),
    st.tuples(names, st.sampled_from(["in", "not in"]), st.sampled_from(["(a, b)", "[a, b]", "(a,)", "some"])).map(
        " ".join
    ),
)
conditions = st.recursive(
    comparisons,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(" ".join),
        inner.map("({})".format),
        inner.map("not {}".format),
        inner.map("either({})".format),
    ),
    max_leaves=8,
)


def test_that_every_expression_of_the_shipped_forms_is_read_as_python_would():
    for folder in (each for each in FORMS.iterdir() if (each / "form.yaml").is_file()):
        for expression in expressions(load_form(folder)):
            if expression.text:  # not of a result that lacks a limit of the clinic
                assert as_read_here(read(expression.text)) == in_python(expression.text), expression.text


@given(conditions)
def test_that_whatever_can_be_written_is_read_as_python_would(text):
    assert as_read_here(read(text)) == in_python(text)


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(st.sampled_from(WORDS)).map(" ".join),
    )
)
def test_that_any_text_is_read_or_refused_inside_it(text):
    refused = None
    try:
        read(text)
    except p.Refused as error:
        refused = error
    assert refused is None or (0 <= place_of(refused.part, text) <= len(text) and refused.hint)


@pytest.mark.parametrize(
    ("text", "at", "code"),
    [
        ("known(a", 5, "F401"),
        ("a) or (b", 1, "F401"),
        ("a and", 5, "F401"),
        ("a == 'b", 5, "F401"),
        ("a = b", 2, "F401"),
        ("a && b", 2, "F401"),
        ("a b", 2, "F401"),
        ("a > 1e3", 4, "F401"),
        ("a == (b, c)", 5, "F401"),
        ("a .left", 2, "F401"),
        ("a # b", 2, "F401"),
        ("a is b", 2, "F403"),
        ("a ** 2", 2, "F403"),
        ("(" * 31 + "a" + ")" * 31, 30, "F402"),
        ("not " * 200 + "a", 0, "F402"),
    ],
)
def test_that_what_cannot_stand_is_pointed_at(text, at, code):
    with pytest.raises(p.Refused) as caught:
        read(text)
    assert (place_of(caught.value.part, text), caught.value.code) == (at, code)


def test_that_a_part_is_shown_as_it_was_written_and_cut_when_long():
    text = "either(abi.left  <\n 0.9 and tbi.left in (low, lower))"
    part = read(text)
    assert isinstance(part, p.Call)
    assert written(part.parts[0], text) == "abi.left < 0.9 and tbi.left in (low, ..."


# what people write who know another language, and the sign or word that the remedy names
WRITTEN_OTHERWISE = {
    "a >= 1 && b": "write 'and'",
    "a == 1 & b == 2": "write 'and'",
    "a || b": "write 'or'",
    "a >= 1 and !b": "write 'not'",
    "a = 1": "write '=='",
    "a = 1 and b >= 2": "write '=='",
    "a => 1": "write '>='",
    "a \N{GREATER-THAN OR EQUAL TO} 1": "write '>='",
    "a \N{LESS-THAN OR EQUAL TO} 1": "write '<='",
    "a \N{NOT EQUAL TO} 1": "write '!='",
    "a == \N{LEFT DOUBLE QUOTATION MARK}b\N{RIGHT DOUBLE QUOTATION MARK}": "without quotes",
    "a == \N{LEFT SINGLE QUOTATION MARK}b\N{RIGHT SINGLE QUOTATION MARK}": "without quotes",
    "a \N{MULTIPLICATION SIGN} 2 > 3": "write '*'",
    "a \N{EN DASH} 2 > 3": "write '-'",
    "a > 1,5": "a point before the decimals",
    "within(on, 6 months)": "within(date, 3, months)",
    "within(on, 6months)": "within(date, 3, months)",
    "within(on, 1 year)": "within(date, 3, months)",
}


@pytest.mark.parametrize("text", WRITTEN_OTHERWISE)
def test_that_a_sign_of_another_language_is_met_by_the_one_of_this(text):
    with pytest.raises(p.Refused) as caught:
        read(text)
    assert WRITTEN_OTHERWISE[text] in caught.value.hint
