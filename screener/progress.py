"""How far a screening is: the state of each page, counted by what is asked of this patient. Pure."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from screener.assess.answers import SIDE_WORDS, Measured, Rows
from screener.frozen import dataclass
from screener.language import tr
from screener.wizard import BORN, PATIENT, REVIEW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from screener.assess.answers import Answer
    from screener.form.model import Form, Item, Section
    from screener.form.rules import Must
    from screener.wizard import Wizard

PATIENT_TITLE, REVIEW_TITLE = tr("Patient"), tr("Review and print")


class Stand(StrEnum):
    """How far a page is."""

    DONE = "done"
    GAPS = "gaps"
    UNTOUCHED = "untouched"
    PROBLEM = "problem"
    NOT_NEEDED = "not needed"
    NOT_YET = "not yet known"


STAND_WORDS = {
    Stand.DONE: tr("done"), Stand.GAPS: tr("gaps"), Stand.UNTOUCHED: tr("untouched"), Stand.PROBLEM: tr("problem"),
    Stand.NOT_NEEDED: tr("not needed"), Stand.NOT_YET: tr("not yet known"),
}  # fmt: skip
WITHOUT_COUNT = (Stand.DONE, Stand.NOT_NEEDED, Stand.NOT_YET)


@dataclass(frozen=True, slots=True)
class PageState:
    """A page in the list of pages: what is asked there of this patient, and what is answered of it."""

    page: str
    title: str
    stand: Stand
    answered: int = 0
    asked: int = 0
    problems: int = 0

    @property
    def words(self) -> str:
        """The state in the words beside its sign."""
        if self.stand is Stand.PROBLEM:
            return tr("{count} to check", count=self.problems)
        if self.stand in WITHOUT_COUNT:
            return STAND_WORDS[self.stand]
        if not self.asked:
            return ""
        left = self.asked - self.answered
        if self.stand is Stand.UNTOUCHED:
            return str(left)
        return tr("1 open") if left == 1 else tr("{count} open", count=left)

    @property
    def spoken(self) -> str:
        """The state for who doesn't see the sign."""
        sign = STAND_WORDS[self.stand]
        return sign if self.stand in WITHOUT_COUNT else f"{sign} {self.words}".rstrip()


def label_of(form: Form, name: str) -> str:
    """Return the short wording of a cell, or of a part of one: "Ankle reflex, left", "HbA1c: date".

    Rows count from 1, as in what results name: "Medicines: row 1, Weeks".
    """
    cell, rest = parted(form, name)
    if cell not in form.cells:
        return {BORN: tr("Date of birth"), "date": tr("Date of the screening")}.get(name, name)
    item = form.cells[cell]
    words = item.label
    if item.has_sides:
        words += f", {SIDE_WORDS[cell.rpartition('.')[2]]}"
    if not rest:
        return words
    return f"{words}: {_part_words(item, rest)}"


def _part_words(item: Item, rest: str) -> str:
    known = {"unit": tr("unit"), "date": tr("date"), "more": tr("is that all?")}
    if rest in known:
        return known[rest]
    row, _, name = rest.partition(".")
    column, _, part = name.partition(".")
    label = next((each.label for each in item.columns if each.id == column), column)
    return tr("row {number}, {column}", number=row, column=f"{label}: {known[part]}" if part else label)


def parted(form: Form, name: str) -> tuple[str, str]:
    """Return the cell that a name belongs to, and the part of it: "hba1c.date" is ("hba1c", "date")."""
    cell = name
    while cell and cell not in form.cells:
        cell = cell.rpartition(".")[0]
    if not cell:
        return name, ""
    return cell, name[len(cell) + 1 :]


def page_of(form: Form, name: str) -> str:
    """Return the page on which a cell, or a part of one, is answered."""
    cell, _ = parted(form, name)
    return form.section_of[form.cells[cell].id].id if cell in form.cells else PATIENT


def is_dealt_with(item: Item, answer: Answer | None) -> bool:
    """Whether nothing more is asked: a number needs its unit and, where asked, its date; a table its end."""
    if isinstance(answer, Measured):
        has_unit = bool(answer.unit) or not any(unit.id for unit in item.units)
        return has_unit and (answer.date is not None or not item.is_dated)
    if isinstance(answer, Rows):
        return answer.complete
    return answer is not None


Before = tuple["Wizard", tuple[PageState, ...]]


def page_states(wizard: Wizard, before: Before | None = None) -> tuple[PageState, ...]:
    """Return the state of every page, in order; what did not change is the same object as before.

    `before`: a wizard of the same form and its states; only pages on which the two differ are counted again.
    """
    form = wizard.form
    if before is not None:
        states, again = list(before[1]), _differing(before, wizard)
    else:
        states = [PageState(REVIEW, REVIEW_TITLE, Stand.UNTOUCHED)] * len(wizard.pages)
        again = set(range(1, len(wizard.pages) - 1))
    states[0] = _patient_state(wizard)
    problems = Counter(map(_page_at(form).get, _wrong(wizard)))
    for number in again:
        states[number] = _section_state(wizard, form.pages[number - 1], problems[number])
    return tuple(states)


def _differing(before: Before, now: Wizard) -> set[int]:
    """Return the pages that may stand otherwise than they did, by their numbers in the list of all."""
    was, states = before
    cells = {*was.answers.differing(now.answers), *_wrong(was), *_wrong(now)}
    if was.assessment.on_screen is not now.assessment.on_screen:
        cells |= was.assessment.on_screen ^ now.assessment.on_screen
    page_at = _page_at(now.form)
    pages = {page_at[cell] for cell in cells if cell in page_at}
    if was.assessment.asked is not now.assessment.asked:
        pages.update([number for number, state in enumerate(states[1:-1], 1) if not state.asked])
    return pages


@lru_cache(maxsize=4)
def _page_at(form: Form) -> dict[str, int]:
    """Return the number of each cell's page; before all sections comes the patient's page."""
    return {cell: number for number, cells in enumerate(_cells_on(form).values(), 1) for cell in cells}


@lru_cache(maxsize=4)
def _cells_on(form: Form) -> dict[str, dict[str, Item]]:
    """Return the cells on each page, by its id, each with its question."""
    return {page.id: {cell: item for item in page.items for cell in item.cells} for page in form.pages}


def _wrong(wizard: Wizard) -> Iterator[str]:
    """Yield the cells of what is refused, and of the rules that are broken, as far as they are asked."""
    broken = (cell for must in broken_rules(wizard) for cell in cells_of_rules(wizard.form)[must.id])
    return (parted(wizard.form, name)[0] for name in (*wizard.refusals, *broken) if is_asked(wizard, name))


def is_asked(wizard: Wizard, name: str) -> bool:
    """Whether a cell, or a part of a table's row (counted from 0), is asked of this patient, so that it can be seen."""
    cell, _ = parted(wizard.form, name)
    if cell not in wizard.form.cells:
        return True  # of the patient
    return cell in wizard.assessment.on_screen and name not in wizard.assessment.parts_not_asked


def _section_state(wizard: Wizard, page: Section, problems: int) -> PageState:
    from screener.assess.assessment import Asked  # noqa: PLC0415  # not needed before the first page

    asked, answers, cells = wizard.assessment.asked, wizard.answers.cells, _cells_on(wizard.form)[page.id]
    on_screen = wizard.assessment.on_screen.intersection(cells)  # not `&`, which goes through all of the form
    if not on_screen and any(asked[cell] is Asked.OPEN for cell in cells):
        return _not_yet(page.id, page.title)
    given = [cell for cell in on_screen if cell in answers]
    answered = sum(is_dealt_with(cells[cell], answers[cell]) for cell in given)
    return _state(page.id, page.title, answered, len(on_screen), problems, bool(given))


@lru_cache(maxsize=1024)
def _state(page: str, title: str, answered: int, asked: int, problems: int, is_touched: bool) -> PageState:
    if problems:
        stand = Stand.PROBLEM
    elif not asked:
        stand = Stand.NOT_NEEDED
    elif answered == asked:
        stand = Stand.DONE
    else:
        stand = Stand.GAPS if is_touched else Stand.UNTOUCHED
    return PageState(page, title, stand, answered, asked, problems)


@lru_cache(maxsize=64)
def _not_yet(page: str, title: str) -> PageState:
    return PageState(page, title, Stand.NOT_YET)


def _patient_state(wizard: Wizard) -> PageState:
    patient = wizard.answers.patient
    parts = (patient.family, patient.born, patient.gender, patient.identifier)
    answered = sum(bool(part) for part in parts)
    return _state(PATIENT, PATIENT_TITLE, answered, len(parts), int(BORN in wizard.refusals), bool(answered))


def progress(states: tuple[PageState, ...]) -> tuple[int, int]:
    """Return how many of the questions asked of this patient are answered, and how many are asked."""
    sections = states[1:-1]
    return sum(map(attrgetter("answered"), sections)), sum(map(attrgetter("asked"), sections))


def broken_rules(wizard: Wizard) -> tuple[Must, ...]:
    """Return the rules across answers that are broken."""
    return tuple(must for must in wizard.form.musts if must.id in wizard.assessment.violated)


def contradicted(wizard: Wizard) -> Mapping[str, str]:
    """Return what is said at each answer that breaks a rule with others."""
    cells = cells_of_rules(wizard.form)
    said = {cell: must.message for must in broken_rules(wizard) for cell in cells[must.id]}
    return {cell: message for cell, message in said.items() if cell in wizard.answers.cells}


@lru_cache(maxsize=4)
def cells_of_rules(form: Form) -> dict[str, tuple[str, ...]]:
    """Return the cells that each rule across answers reads, by the rule's id."""
    from screener.form.walk import names_read  # noqa: PLC0415  # not needed before the first page

    read = {must.id: names_read(*must.must.roots) for must in form.musts}
    return {id_: tuple(name for name in names if name.partition(".")[0] in form.items) for id_, names in read.items()}
