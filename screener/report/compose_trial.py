"""The points that trial teams commonly ask about: a sentence on page 1, every one later, cards. Never a verdict."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from screener.assess.answers import written_date
from screener.assess.assessment import Overall
from screener.form.rules import State
from screener.language import tr
from screener.report import wording
from screener.report.compose_grounds import Grounds
from screener.report.document import Block, Column, Grid, Labelled, Listing, Sentences, Words
from screener.report.naming import missing_text
from screener.report.notes import filled, note_text, notes_at
from screener.report.overall import overall_words, to_address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from screener.assess.assessment import Assessment, CriterionResult, TrialResult
    from screener.form.cards import Card
    from screener.form.model import Form
    from screener.form.rules import Criterion, Trial

COLUMNS = (
    Column(tr("Point"), 21),
    Column(tr("On the information recorded"), 33),
    Column(tr("Why it is asked"), 46),
)


def overall(assessment: Assessment, *, is_whole: bool) -> tuple[Block, ...]:
    """Return the overall sentence of every trial, after what is to be addressed first, and the standing statements."""
    first = to_address(assessment)
    blocks: list[Block] = []
    if first and not is_whole:
        blocks.append(Words(f"{wording.COME_AFTER} {wording.ON_LATER_PAGES}", lead=first))
    else:
        blocks += [Words(first, is_boxed=True)] if first else []
        blocks += [
            Words(_overall_words(assessment.form, trial, result), lead=f"{trial.title}:")
            for trial, result in _with_results(assessment)
        ]
    if not blocks:
        return ()
    said = [wording.INVESTIGATIONAL, wording.NO_DECISION]
    if is_whole:
        said += [*(_source(assessment, trial) for trial in assessment.form.trials), wording.UNPROVEN_CLINICS]
    return (*blocks, Words(" ".join(said), is_small=True))


def criteria(assessment: Assessment) -> tuple[Block, ...]:
    """Return every criterion with its state, what it needs and why; then sources, education and warning."""
    first = to_address(assessment)
    blocks: list[Block] = []
    for trial, result in _with_results(assessment):
        if result.overall is Overall.NA:
            blocks.append(Words(_overall_words(assessment.form, trial, result), lead=f"{trial.title}:"))
            continue
        blocks += [Words("", lead=first, is_boxed=True)] if first else []
        blocks.append(Words(_overall_words(assessment.form, trial, result), lead=f"{trial.title}:"))
        blocks += _grids(assessment, trial, result, is_small=bool(first))
        held = [note_text(assessment, note) for note in trial.notes if note.id in result.notes]
        if held:
            blocks.append(Listing(tuple(held)))
    blocks += [Words(_source(assessment, trial), is_small=True) for trial in assessment.form.trials]
    notes = notes_at(assessment, "trial") + (notes_at(assessment, "education") if _has_enquiry(assessment) else ())
    if notes:
        blocks.append(Listing(notes))
    if assessment.trials:
        blocks.append(Words(wording.UNPROVEN_CLINICS, is_boxed=True))
    return tuple(blocks)


def cards(assessment: Assessment) -> tuple[Block, ...]:
    """Return the registered trials as they were read, where trials are asked about."""
    if not (_has_enquiry(assessment) and assessment.form.cards):
        return ()
    on = assessment.answers.assessed_on
    return (
        Words(wording.CARDS_ARE, is_small=True),
        *(block for card in assessment.form.cards for block in _card(card, on)),
    )


def _card(card: Card, on: date | None) -> Iterator[Block]:
    """Yield the name of a card with how much was read when, and what was read, in one paragraph."""
    said = (
        (wording.CARD_PRODUCT, card.product), (wording.CARD_ROUTE, card.route), (wording.CARD_DESIGN, card.design),
        (wording.CARD_STATUS, card.status), (wording.CARD_INCLUDE, _sentences(card.include)),
        (wording.CARD_EXCLUDE, _sentences(card.exclude)), (wording.CARD_NOT_SEEN, _sentences(card.not_seen)),
        (wording.CARD_OUTCOME, card.outcome), (wording.CARD_SOURCE, card.source),
        (wording.CARD_DOUBT, card.uncertain),
    )  # fmt: skip
    seen = wording.CARD_SEEN[card.confidence].format(date=written_date(card.snapshot))
    if card.valid_until is not None and on is not None and on > card.valid_until:
        seen = f"{seen}; {wording.CARD_PAST.format(date=written_date(card.valid_until))}"
    title = card.title if card.registry in card.title else f"{card.title} ({card.registry})"
    yield Words(seen, lead=title)
    yield Sentences(tuple(Labelled(label, text.rstrip(".")) for label, text in said if text), is_small=True)


def _sentences(texts: tuple[str, ...]) -> str:
    return "; ".join(text.strip().rstrip(".") for text in texts)


def _has_enquiry(assessment: Assessment) -> bool:
    """Whether trials are asked about for certain: a trial applies, and not only possibly."""
    return any(result.overall is not Overall.NA and not result.missing for result in assessment.trials)


def _grids(assessment: Assessment, trial: Trial, result: TrialResult, *, is_small: bool) -> Iterator[Grid]:
    """Yield the points that stand in the way or are open, then the others in small print."""
    states = {each.id: each for each in result.criteria}
    order = list(wording.COUNT_PARTS)
    listed = sorted(trial.criteria, key=lambda each: order.index(State(states[each.id].state)))
    grounds = Grounds(assessment)
    calm = [each for each in listed if states[each.id].state in (State.OK, State.NA)]
    for group in ([each for each in listed if each not in calm], calm):
        rows = tuple(
            _row(assessment, each, states[each.id], grounds.of(trial, each, states[each.id])) for each in group
        )
        strong = frozenset(place for place, each in enumerate(group) if states[each.id].state == State.BARRIER)
        if rows:
            yield Grid(COLUMNS, rows, strong, is_small=is_small or group is calm)


def _with_results(assessment: Assessment) -> list[tuple[Trial, TrialResult]]:
    results = {result.id: result for result in assessment.trials}
    return [(trial, results[trial.id]) for trial in assessment.form.trials if trial.id in results]


def _overall_words(form: Form, trial: Trial, result: TrialResult) -> str:
    """Return the fixed sentence with its list, and how many points stand where."""
    sentence = overall_words(form, trial, result, ", ".join)
    if result.overall is Overall.NA or result.missing:
        return sentence
    counts = Counter(State(each.state) for each in result.criteria)
    parts = [text.format(count=counts[state]) for state, text in wording.COUNT_PARTS.items() if counts[state]]
    return f"{sentence} {wording.COUNTS.format(count=len(result.criteria), parts=', '.join(parts))}"


def _row(assessment: Assessment, criterion: Criterion, result: CriterionResult, rests_on: str) -> tuple[str, ...]:
    needed = missing_text(assessment.form, result.missing, with_nothing=True)
    parts = [
        wording.STATES[State(result.state)],
        rests_on,
        wording.NEEDED.format(items=needed) if needed else "",
    ]
    said = ". ".join(filter(None, parts))
    why = filled(assessment, criterion.why)
    if criterion.seen_in:
        why = f"{why} {wording.SEEN_IN.format(trials=criterion.seen_in.rstrip('.'))}"
    if criterion.uncertain:
        why = f"{why} {wording.DOUBT.format(text=criterion.uncertain)}"
    return (f"{criterion.id} {criterion.title}", said, why)


def _source(assessment: Assessment, trial: Trial) -> str:
    is_ours = trial.kind == "composite"
    source = tr("generic composite") if is_ours else trial.source.strip().rstrip(".")
    made = (wording.CRITERIA_MADE if is_ours else wording.CRITERIA_READ).format(date=written_date(trial.snapshot))
    review = _review(assessment.form, trial)
    words = wording.CRITERIA_SOURCE.format(source=source, made=made, review=review)
    on = assessment.answers.assessed_on
    if trial.valid_until is not None and on is not None and on > trial.valid_until:
        words += " " + wording.CRITERIA_PAST.format(date=written_date(trial.valid_until))
    return words


def _review(form: Form, trial: Trial) -> str:
    """Return who reviewed the criteria, or when, or that nobody did: reading them is no review."""
    if trial.reviewed:
        return wording.CRITERIA_COMPARED.format(text=trial.reviewed.strip().rstrip("."))
    if form.approval is not None and form.is_approved:
        return wording.CRITERIA_REVIEWED.format(date=written_date(form.approval.on))
    return wording.CRITERIA_UNREVIEWED
