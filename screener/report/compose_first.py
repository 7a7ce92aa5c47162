"""What page 1 begins with: what to act on first, the question, one paragraph, the next steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.answers import NOTHING, Chosen, Measured, NotDone, NoValue, Reason, Sharing, written_date
from screener.assess.assessment import FlagState
from screener.assess.cells import days_too_old
from screener.assess.reads import reads_of
from screener.form.rules import State
from screener.report import wording
from screener.report.answer_text import figure_text, result_age, visible
from screener.report.compose_details import is_asked
from screener.report.compose_grounds import Grounds
from screener.report.compose_sides import other_than_normal
from screener.report.document import Action, ActionBox, Labelled, Sentences, Words
from screener.report.identity import ages
from screener.report.naming import missing_text
from screener.report.notes import filled, notes_at, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screener.assess.answers import Answer
    from screener.assess.assessment import Assessment, FlagResult
    from screener.form.model import Item
    from screener.form.rules import Tier


_DECLINED = wording.REASONS[Reason.DECLINED]
MOST_OPEN = 6  # flags that are listed with each answer they wait for


def action_box(assessment: Assessment) -> ActionBox:
    """Return the red flags by urgency, what could not be established, and what stands against sending the summary."""
    form, grounds = assessment.form, Grounds(assessment)
    actions = [
        *_raised(assessment, grounds, form.tiers[:1]),
        *_under(wording.IN_ANY_CASE, notes_at(assessment, "first")),  # it may be as urgent as that
        *_raised(assessment, grounds, form.tiers[1:]),
        _how_many(assessment),
        *_not_established(assessment),
    ]
    actions += [
        Action(wording.CONTRADICTION, "", must.message) for must in form.musts if must.id in assessment.violated
    ]
    if assessment.answers.summary.sharing is Sharing.REFUSED:
        actions.append(Action(wording.NOT_SHARED_LEAD, "", wording.NOT_SHARED))
    return ActionBox(tuple(actions))


def _raised(assessment: Assessment, grounds: Grounds, tiers: Iterable[Tier]) -> Iterator[Action]:
    results = {result.id: result for result in assessment.flags}
    for tier in tiers:
        raised = [
            flag for flag in assessment.form.flags
            if results[flag.id].state is FlagState.RAISED and results[flag.id].tier == tier.id
        ]  # fmt: skip
        for place, flag in enumerate(raised):
            by = _why(assessment, grounds.of_flag(flag, results[flag.id]), results[flag.id])
            yield Action("" if place else tier.text, flag.title, filled(assessment, flag.action), by)


def next_steps(assessment: Assessment) -> tuple[ActionBox, ...]:
    """Return what else is to be done, and the results to ask for."""
    actions = _under(wording.TO_DO, notes_at(assessment, "actions"))
    wanted = _results_wanted(assessment)
    if wanted:
        actions.append(Action(wording.TO_REQUEST, "", f"{wanted}."))
    return (ActionBox(tuple(actions)),) if actions else ()


def _under(lead: str, texts: Iterable[str]) -> list[Action]:
    return [Action("" if place else lead, "", text) for place, text in enumerate(texts)]


def question(assessment: Assessment) -> Words:
    """Return what is asked of the reader."""
    return Words(visible(assessment.answers.summary.question).strip() or wording.NOT_RECORDED, lead=wording.QUESTION)


def paragraph(assessment: Assessment) -> tuple[str, Words]:
    """Return the heading and the paragraph: the clinician's own words, or a draft from the answers."""
    own = visible(assessment.answers.summary.text).strip()
    if own:
        return wording.PARAGRAPH, Words(own)
    return wording.PARAGRAPH_DRAFT, Words(draft(assessment) or wording.NOT_RECORDED)


def marked(assessment: Assessment) -> tuple[Sentences, ...]:
    """Return the answers that the form wants on page 1 too, such as medicines and allergies."""
    rows = tuple(
        Labelled(item.label, "; ".join(words_of(assessment, item.id).rstrip(".").splitlines()))
        for section in assessment.form.pages
        for item in section.items
        if item.is_on_page_1 and any(is_asked(assessment, cell) for cell in item.cells)
    )
    return (Sentences(rows),) if rows else ()


def draft(assessment: Assessment) -> str:
    """Return the paragraph as it follows from the answers: who, the form's sentences, what is other than normal."""
    patient = assessment.answers.patient
    age = ages(patient.born, assessment.answers.assessed_on)
    who = wording.NOT_AGED.get(patient.gender, "")
    if age:
        who = wording.AGED.get(patient.gender, wording.PERSON_AGED).format(age=age)
    sentences = [f"{who}." if who else "", *notes_at(assessment, "summary"), other_than_normal(assessment)]
    return " ".join(sentence.strip() for sentence in sentences if sentence)


def _why(assessment: Assessment, said: str, flag: FlagResult) -> str:
    """Return what raised a red flag, and what decides how urgent it is where that is open."""
    waits = missing_text(assessment.form, flag.missing)
    by = wording.RAISED_BY.format(answers=said) if said else ""
    return " ".join(filter(None, [by, wording.TIER_OPEN.format(items=waits) if waits else ""]))


def _how_many(assessment: Assessment) -> Action:
    """Return how many flags are clear, so that an empty list can't be mistaken for one never asked."""
    states = [result.state for result in assessment.flags if result.state is not FlagState.RAISED]
    clear, open_ = states.count(FlagState.CLEAR), states.count(FlagState.NOT_ESTABLISHED)
    words = wording.SOME_CLEAR.format(clear=clear, count=len(states), open=open_)
    if not clear:
        words = wording.NONE_ESTABLISHED.format(count=len(states))
    if not open_:
        words = wording.ALL_ESTABLISHED.format(count=len(states))
    lead = wording.OTHER_FLAGS if len(states) < len(assessment.flags) else wording.RED_FLAGS
    return Action(lead, "" if open_ and not clear else wording.NONE_RECORDED, words if states else "")


def _not_established(assessment: Assessment) -> Iterator[Action]:
    """Yield the flags that could not be established, those that could be the most urgent first."""
    form = assessment.form
    order = {tier.id: place for place, tier in enumerate(form.tiers)}
    titles = {flag.id: flag.title for flag in form.flags}
    open_ = [result for result in assessment.flags if result.state is FlagState.NOT_ESTABLISHED]
    open_.sort(key=lambda result: order.get(result.tier, len(order)))
    if open_:
        is_long = len(open_) > MOST_OPEN
        named = "; ".join(_open_flag(assessment, titles[result.id], result, is_long=is_long) for result in open_)
        yield Action(wording.NOT_ESTABLISHED, "", f"{named}.")


def _results_wanted(assessment: Assessment) -> str:
    """Return the tests that something waits for, as the form calls them, each once; with a result too old to count.

    A test that was declined wherever it is asked for says so.
    """
    waited = {needed.item for needed in assessment.needed} | _not_done(assessment)
    wanted: dict[str, list[str]] = {}
    for cell, item in assessment.form.cells.items():
        if cell in waited and item.request:
            wanted.setdefault(item.request, []).append(_so_far(assessment, cell, item))
    said = []
    for request, results in wanted.items():
        old = [result for result in results if result != _DECLINED]
        remark = next(filter(None, old), "") if old else _DECLINED
        said.append(f"{request} ({remark})" if remark else request)
    return "; ".join(said)


def _so_far(assessment: Assessment, cell: str, item: Item) -> str:
    """Return what there is of a test that is asked for: that it was declined, or a result too old to count."""
    on = assessment.answers.assessed_on
    match assessment.answers.cells.get(cell):
        case NoValue(Reason.DECLINED):
            return _DECLINED
        case Measured(date=day) as answer if day is not None and days_too_old(item, answer, on):
            parts = (figure_text(item, answer), written_date(day), result_age(answer, on))
            return wording.LAST_RESULT.format(result=", ".join(parts))
        case _:
            return ""


def _not_done(assessment: Assessment) -> set[str]:
    """Return what was not done where a criterion asks for it."""
    form, cells = assessment.form, assessment.answers.cells
    results = {(trial.id, found.id): found for trial in assessment.trials for found in trial.criteria}
    asking = [
        criterion for trial in form.trials for criterion in trial.criteria
        if (trial.id, criterion.id) in results and results[trial.id, criterion.id].possible == (State.NEED_INFO,)
    ]  # fmt: skip
    read = {cell for criterion in asking for cell in reads_of(form).cases(criterion.cases)}
    return {cell for cell in read if _is_not_done(form.cells[cell], cells.get(cell))}


def _is_not_done(item: Item, answer: Answer | None) -> bool:
    return isinstance(answer, NotDone) or (isinstance(answer, Chosen) and answer.option == item.not_done)


def _open_flag(assessment: Assessment, title: str, result: FlagResult, *, is_long: bool) -> str:
    """Return the flag with the answers it waits for; a question of the same name is not repeated.

    In a long list what was never answered is not named: it stands with the open questions.
    """
    if is_long and all(each.reason == NOTHING for each in result.missing):
        return title
    missing = missing_text(assessment.form, result.missing, with_nothing=True)
    if missing.startswith(f"{title} ("):
        return missing
    return f"{title}: {missing}" if missing else title
