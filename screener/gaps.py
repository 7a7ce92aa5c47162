"""What is missing, was not taken, or contradicts itself: lists whose entries lead to their question. Pure."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from screener.assess.answers import NOTHING, OPEN_WORDS, STALE
from screener.frozen import dataclass
from screener.language import tr
from screener.progress import broken_rules, cells_of_rules, is_asked, is_dealt_with, label_of, page_of, parted

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.assess.assessment import Needed
    from screener.form.model import Form
    from screener.wizard import Wizard

OPEN = (NOTHING, STALE)  # reasons that nobody gave: these come first


@dataclass(frozen=True, slots=True)
class Gap:
    """Something at the review that can be gone to: a missing answer, a refused one, a broken rule."""

    cell: str  # or a part of one, rows counted from 1; or BORN
    page: str
    label: str
    detail: str = ""
    is_asked: bool = True


def gaps(wizard: Wizard) -> tuple[Gap, ...]:
    """Return what is missing: first what would settle most, then the rest in form order; reasons given come last."""
    form = wizard.form
    needed = wizard.assessment.needed
    found = {each.item: _gap(form, each) for each in needed if each.reason in OPEN}
    late = {each.item: _gap(form, each) for each in needed if each.reason not in OPEN}
    refused = [name for name in wizard.refusals if is_asked(wizard, name)]
    named = {parted(form, name)[0] for name in (*found, *late, *refused)}
    for cell, item in form.cells.items():
        given = wizard.answers.cells.get(cell)
        if cell in wizard.assessment.on_screen and cell not in named and not is_dealt_with(item, given):
            found[cell] = Gap(cell, page_of(form, cell), label_of(form, cell))
    return (*found.values(), *late.values())


def settling_most(wizard: Wizard, most: int, named: Callable[[list[str]], str]) -> tuple[Gap, ...]:
    """Return the first of what is missing, with the results that wait for it as `named` lists them."""
    open_ones = (each for each in wizard.assessment.needed if each.reason in OPEN)
    return tuple(_gap(wizard.form, each, named) for each in islice(open_ones, most))


@lru_cache(maxsize=256)
def _gap(form: Form, needed: Needed, named: Callable[[list[str]], str] = ", ".join) -> Gap:
    from screener.assess.words import result_titles  # noqa: PLC0415  # not needed before the first page

    titles = result_titles(form)
    settles = named([*dict.fromkeys(titles.get(result, result) for result in needed.settles)])
    words = settles
    if needed.reason != NOTHING:
        reason = OPEN_WORDS.get(needed.reason, needed.reason)
        words = tr("{reason}; open for {results}", reason=reason, results=settles)
    return Gap(needed.item, page_of(form, needed.item), label_of(form, needed.item), words)


def refused_entries(wizard: Wizard) -> tuple[Gap, ...]:
    """Return what was typed and not taken, with the reason; also where it is not asked any more."""
    form, found = wizard.form, []
    for name in wizard.refusals:
        place, words = _counted(name), _refused_words(wizard, name)
        found.append(Gap(place, page_of(form, name), label_of(form, place), words, is_asked(wizard, name)))
    return tuple(found)


def _counted(name: str) -> str:
    """Return a name with its row, if it has one, counted from 1: refusals count from 0."""
    return ".".join(str(int(part) + 1) if part.isdigit() else part for part in name.split("."))


def _refused_words(wizard: Wizard, name: str) -> str:
    kept = wizard.refusals[name]
    typed = " ".join(part for part in (kept.typed.value, kept.typed.unit, kept.typed.date) if part)
    return tr("typed: {typed}. {reason}", typed=typed, reason=kept.reason) if typed else kept.reason


def contradictions(wizard: Wizard) -> tuple[Gap, ...]:
    """Return the broken rules, each with the first question it reads."""
    form = wizard.form
    return tuple(
        Gap(cell, page_of(form, cell), must.message, label_of(form, cell))
        for must in broken_rules(wizard)
        for cell in cells_of_rules(form)[must.id][:1]
    )
