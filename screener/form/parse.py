"""Expression text -> typed tree, or problems with their places and the nearest name. Nothing is executed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.form.expression import Expression
from screener.form.grammar import place_of, read
from screener.form.parts import Refused
from screener.form.problem import Problem
from screener.form.scope import Expects, Scope, Sided
from screener.form.typing_rules import Typer

if TYPE_CHECKING:
    from screener.form.source import Scalar

MOST_CHARACTERS = 2000
ONCE, PER_SIDE = ("",), ("left", "right")


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
    text = source.text
    if len(text) > MOST_CHARACTERS:
        message = f"the expression has {len(text)} characters"
        hint = f"at most {MOST_CHARACTERS}; give a part a name as a finding"
        problems.append(Problem(source.at, "F402", message, hint))
        return None
    try:
        tree = read(text)
    except Refused as refused:
        problems.append(_problem(source, refused))
        return None
    roots = []
    for side in PER_SIDE if sided is Sided.PER_SIDE else ONCE:
        typer = Typer(scope, text, side, table)
        roots.append(typer.truth(tree) if expects is Expects.TRUTH else typer.plain_or_quantity(tree))
        if typer.refused:
            problems += [_problem(source, refused) for refused in typer.refused]
            return None
    return Expression(text, source.at, tuple(roots))


def _problem(source: Scalar, refused: Refused) -> Problem:
    hint = refused.hint or "see 'Expressions' in docs/forms.md"
    return Problem(
        source.place(place_of(refused.part, source.text)), refused.code, refused.message, hint, refused.missing
    )
