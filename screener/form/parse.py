"""Expression text -> typed tree, or problems with their places and the nearest name.

Python's own `ast` reads the syntax; nothing is ever compiled or executed as Python. What is not listed here is refused.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from screener.form.expression import Expression
from screener.form.problem import Problem
from screener.form.scope import Expects, Refused, Scope, Sided
from screener.form.typing_rules import Typer

if TYPE_CHECKING:
    from screener.form.source import Scalar

MOST_CHARACTERS = 2000
MOST_PARTS = 200
_numbers = re.compile(r"\d(?<![\w.]\d)[\w.]*").finditer
_is_plain_number = re.compile(r"\d{1,9}(\.\d{1,6})?").fullmatch  # a float keeps so many digits
_words_and_signs = re.compile(r"\w+|[^\w\s]").findall


def parse(
    source: Scalar,
    scope: Scope,
    problems: list[Problem],
    *,
    expects: Expects = Expects.TRUTH,
    sided: Sided = Sided.ONCE,
    table: str = "",
) -> Expression | None:
    """Return the typed expression, or None after adding what is wrong to `problems`.

    `table`: the table whose columns are bare names. Every wrong part is reported, as far as one does not hide another.
    """
    tree = _syntax(source, problems)
    if tree is None:
        return None
    sides = ("left", "right") if sided is Sided.PER_SIDE else ("",)
    roots = []
    for side in sides:
        typer = Typer(scope, side=side, table=table)
        roots.append(typer.truth(tree) if expects is Expects.TRUTH else typer.plain_or_quantity(tree))
        if typer.refused:
            problems += [_problem(source, refused) for refused in typer.refused]
            return None
    return Expression(source.text, source.at, tuple(roots))


def _syntax(source: Scalar, problems: list[Problem]) -> ast.expr | None:
    text = source.text
    if len(text) > MOST_CHARACTERS:
        message = f"the expression has {len(text)} characters"
        hint = f"at most {MOST_CHARACTERS}; give a part a name as a finding"
        problems.append(Problem(source.at, "F402", message, hint))
        return None
    unfit = _unfit(text)
    if unfit is not None:
        offset, what, hint = unfit
        problems.append(Problem(source.place(offset), "F401", f"'{what}' is not understood here", hint))
        return None
    try:
        tree = ast.parse(f"({text}\n)", mode="eval").body
    except SyntaxError as error:
        column = max((error.offset or 1) - (2 if error.lineno == 1 else 1), 0)
        offset = min(_line_start(text, error.lineno or 1) + column, max(len(text) - 1, 0))
        problems.append(Problem(source.place(offset), "F401", f"not an expression: {_plain(error)}", _remedy(text)))
        return None
    except (ValueError, MemoryError, RecursionError):
        problems.append(Problem(source.at, "F401", "not an expression", "see 'Expressions' in docs/forms.md"))
        return None
    if len(text) > MOST_PARTS and len(_words_and_signs(text)) > MOST_PARTS:  # no part without a word or sign
        parts = sum(isinstance(node, ast.expr) for node in ast.walk(tree))
        if parts > MOST_PARTS:
            hint = f"at most {MOST_PARTS}; give a part a name as a finding"
            problems.append(Problem(source.at, "F402", f"the expression has {parts} parts", hint))
            return None
    return tree


def _unfit(text: str) -> tuple[int, str, str] | None:
    """Return where Python's comments and line joints would cut an expression silently, or a number is not plain."""
    for sign in "#\\":
        if sign in text:
            return text.index(sign), sign, "take it out"
    for found in _numbers(text):
        if not _is_plain_number(found[0]):
            return found.start(), found[0], "at most nine digits, and six after the point"
    return None


def _plain(error: SyntaxError) -> str:
    message = (error.msg or "").lower()
    if "never closed" in message or "unmatched" in message or "eof" in message:
        return "brackets or quotes don't match"
    return "a word or sign stands where none can"


def _remedy(text: str) -> str:
    if "&&" in text or "||" in text or "!" in text.replace("!=", ""):
        return "write 'and', 'or', 'not'"
    if "=" in text and not any(sign in text for sign in ("==", "!=", "<=", ">=")):
        return "write '==' to compare"
    if ">>" in text or "=>" in text or "=<" in text:
        return "write '>=' or '<='"
    return "see 'Expressions' in docs/forms.md"


def _line_start(text: str, line: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if start == 0:
            return len(text)
    return start


def _problem(source: Scalar, refused: Refused) -> Problem:
    line = getattr(refused.node, "lineno", 1)
    column = getattr(refused.node, "col_offset", 0)
    text = source.text
    start = _line_start(text, line)
    if line == 1:
        column -= 1  # the bracket put before the text
    if not text.isascii():
        column = len(text[start:].encode()[: max(column, 0)].decode(errors="ignore"))
    hint = refused.hint or "see 'Expressions' in docs/forms.md"
    return Problem(source.place(max(start + column, 0)), refused.code, refused.message, hint)
