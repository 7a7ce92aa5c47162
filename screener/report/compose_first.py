"""What stands on page 1: what to act on, the question, one paragraph, left and right, the scores."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from screener.assess.assessment import Asked, CutOffState, FlagState, ScoreState
from screener.assess.answers import Chosen, NoValue
from screener.form.model import SIDES, ItemType
from screener.report import wording
from screener.report.answer_text import answer_text, number_text, visible
from screener.report.document import (
    Action,
    ActionBox,
    Bar,
    Block,
    Feet,
    FootPoint,
    Labelled,
    Listing,
    Mark,
    Pairs,
    ScoreBars,
    SideRow,
    SidesTable,
    Words,
)
from screener.report.identity import ages
from screener.report.naming import (
    assessed_on,
    cell_label,
    filled,
    finding_words,
    missing_text,
    score_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.assess.assessment import Assessment, CutOffResult, FlagResult, ScoreResult
    from screener.form.model import Finding, Item, Score

LONGEST_CELL = 90  # characters in a narrow column; longer reasons stand below the table


def notes_at(assessment: Assessment, place: str) -> tuple[str, ...]:
    """Return the form's sentences that hold and belong to a place."""
    held = set(assessment.notes)
    return tuple(
        filled(assessment, note.text) for note in assessment.form.notes if note.place == place and note.id in held
    )


def action_box(assessment: Assessment) -> ActionBox:
    """Return the red flags by urgency, whatever else was found, and what could not be established."""
    form = assessment.form
    results = {result.id: result for result in assessment.flags}
    actions = []
    for tier in form.tiers:
        raised = [
            flag for flag in form.flags
            if results[flag.id].state is FlagState.RAISED and results[flag.id].tier == tier.id
        ]  # fmt: skip
        actions += [
            Action("" if place else tier.text, flag.title, filled(assessment, flag.action))
            for place, flag in enumerate(raised)
        ]
    actions.append(Action("", "", _how_many(assessment, has_raised=bool(actions))))
    actions += [
        Action(wording.CONTRADICTION, "", must.message) for must in form.musts if must.id in assessment.violated
    ]
    actions += list(_not_established(assessment))
    actions += [Action(wording.ALSO, "", text) for text in notes_at(assessment, "actions")]
    return ActionBox(tuple(actions))


def question(assessment: Assessment) -> Words:
    """Return what is asked of the reader."""
    return Words(visible(assessment.answers.summary.question) or wording.NOT_RECORDED, lead=wording.QUESTION)


def paragraph(assessment: Assessment) -> tuple[str, Words]:
    """Return the heading and the paragraph: the clinician's own words, or a draft from the answers."""
    own = visible(assessment.answers.summary.text).strip()
    if own:
        return wording.PARAGRAPH, Words(own)
    patient, on = assessment.answers.patient, assessed_on(assessment.answers)
    age = ages(patient.born, on)
    who = ", ".join(filter(None, [f"{age} years old" if age else "", wording.GENDERS.get(patient.gender, patient.gender)]))
    sentences = [f"{who}." if who else "", *notes_at(assessment, "summary"), *_examined(assessment)]
    return wording.PARAGRAPH_DRAFT, Words(" ".join(filter(None, sentences)) or wording.NOT_RECORDED)


def left_and_right(assessment: Assessment) -> tuple[Block, ...]:
    """Return every finding that has a left and a right, with the drawing of the feet."""
    answers, on = assessment.answers, assessed_on(assessment.answers)
    rows, below, as_block = [], [], []
    for item in _sided(assessment):
        texts = []
        for cell in item.cells:
            answer = answers.cells.get(cell)
            text = wording.NOT_ASKED if assessment.asked.get(cell) is Asked.NO else answer_text(item, answer, on)
            if len(text) > LONGEST_CELL:
                side = cell.rpartition(".")[2]
                below.append(f"{item.label}, {side}: {text}")
                text = wording.SEE_BELOW.format(words=text.partition(":")[0])
            texts.append(text)
            if isinstance(answer, Chosen) and answer.by_block and item.label not in as_block:
                as_block.append(item.label)
        strong = tuple(side for side in SIDES if _is_abnormal(assessment, item, side))
        rows.append(SideRow(item.label, texts[0], texts[1], strong))
    if not rows:
        return ()
    if as_block:
        below.append(wording.AS_BLOCK.format(items=", ".join(as_block)))
    below += notes_at(assessment, "examination")
    table = SidesTable(tuple(rows), _feet(assessment))
    return (table, Listing(tuple(below))) if below else (table,)


def scores(assessment: Assessment) -> tuple[Block, ...]:
    """Return the scores as bars and the findings as lines."""
    form = assessment.form
    by_id = {score.id: score for score in form.scores}
    bars = tuple(_bar(assessment, by_id[result.id], result) for result in assessment.scores)
    lines = tuple(_finding_line(assessment, finding) for finding in form.findings if _is_printed(finding))
    notes = notes_at(assessment, "scores")
    blocks: list[Block] = []
    if bars:
        blocks.append(ScoreBars(bars))
    if lines:
        blocks.append(Pairs(lines))
    if notes:
        blocks.append(Listing(notes))
    return tuple(blocks)


def _how_many(assessment: Assessment, *, has_raised: bool) -> str:
    states = [result.state for result in assessment.flags]
    clear, open_ = states.count(FlagState.CLEAR), states.count(FlagState.NOT_ESTABLISHED)
    first = wording.NO_OTHER_FLAG if has_raised else wording.NO_FLAG
    if not open_:
        return f"{first} {wording.ALL_ASKED.format(count=len(states))}" if states else first
    return f"{first} {wording.SOME_ASKED.format(clear=clear, count=len(states))}"


def _not_established(assessment: Assessment) -> Iterator[Action]:
    """Yield the flags that could not be established, those that could be the most urgent first."""
    form = assessment.form
    order = {tier.id: place for place, tier in enumerate(form.tiers)}
    titles = {flag.id: flag.title for flag in form.flags}
    open_ = [result for result in assessment.flags if result.state is FlagState.NOT_ESTABLISHED]
    open_.sort(key=lambda result: order.get(result.tier, len(order)))
    if not open_:
        return
    named = "; ".join(f"{titles[result.id]}{_why_open(assessment, result)}" for result in open_)
    yield Action(wording.NOT_ESTABLISHED, "", f"{named}.")


def _why_open(assessment: Assessment, result: FlagResult) -> str:
    missing = missing_text(assessment.form, result.missing, with_nothing=True)
    return f" [{missing}]" if missing else ""


def _examined(assessment: Assessment) -> Iterator[str]:
    """Yield what was found other than normal, by side, and the outcome of the findings."""
    groups: dict[str, list[str]] = {"left and right": [], "left": [], "right": []}
    for item in _sided(assessment):
        sides = [side for side in SIDES if _is_abnormal(assessment, item, side)]
        if sides:
            groups[" and ".join(sides)].append(item.label)
    found = "; ".join(f"{sides}: {', '.join(labels)}" for sides, labels in groups.items() if labels)
    if found:
        yield wording.OTHER_THAN_NORMAL.format(found=found)


def _is_abnormal(assessment: Assessment, item: Item, side: str) -> bool:
    cell = f"{item.id}.{side}"
    answer = assessment.answers.cells.get(cell)
    is_asked = assessment.asked.get(cell) is not Asked.NO
    return is_asked and item.normal is not None and isinstance(answer, Chosen) and answer.option != item.normal


def _sided(assessment: Assessment) -> Iterator[Item]:
    for item in assessment.form.items.values():
        if item.has_sides and any(assessment.asked.get(cell) is not Asked.NO for cell in item.cells):
            yield item


def _feet(assessment: Assessment) -> Feet | None:
    drawn = [item for item in _sided(assessment) if item.draw]
    if not drawn:
        return None
    points = tuple(
        FootPoint(item.draw, side, _mark(assessment, item, f"{item.id}.{side}")) for item in drawn for side in SIDES
    )
    normal = [option.text for item in drawn for option in item.options if option.id == item.normal]
    others = [option.text for item in drawn for option in item.options if option.id != item.normal]
    legend = {Mark.FILLED: " / ".join(dict.fromkeys(others)), Mark.OPEN: " / ".join(dict.fromkeys(normal))}
    legend[Mark.BROKEN] = wording.NOT_RECORDED
    used = {point.mark for point in points}
    return Feet(points, tuple((mark, text) for mark, text in legend.items() if mark in used or mark is not Mark.BROKEN))


def _mark(assessment: Assessment, item: Item, cell: str) -> Mark:
    answer = assessment.answers.cells.get(cell)
    if assessment.asked.get(cell) is Asked.NO or answer is None or isinstance(answer, NoValue):
        return Mark.BROKEN
    if item.normal is None or not isinstance(answer, Chosen):
        return Mark.BROKEN
    return Mark.OPEN if answer.option == item.normal else Mark.FILLED


def _bar(assessment: Assessment, score: Score, result: ScoreResult) -> Bar:
    number, words = score_words(assessment, result)
    marks = {cutoff.id: (cutoff.text or cutoff.id, cutoff.start) for cutoff in score.cutoffs}
    sentences = [words, *(_cutoff_words(result, each, marks[each.id]) for each in result.cutoffs)]
    if result.missing:
        sentences.append(wording.MISSING.format(items=missing_text(assessment.form, result.missing)))
    not_asked = [cell for cell in result.not_asked if cell not in {each.item for each in result.missing}]
    if not_asked:
        named = ", ".join(cell_label(assessment.form, cell) for cell in not_asked)
        sentences.append(wording.COUNTS_AS_MISSING.format(items=named))
    applies = result.state is not ScoreState.NA
    return Bar(
        title=score.title,
        cite=score.cite,
        number=number,
        words="; ".join(filter(None, sentences)),
        floor=score.range.lowest,
        lowest=(result.total if result.total is not None else result.lowest) if applies else None,
        highest=(result.total if result.total is not None else result.highest) if applies else None,
        maximum=result.maximum,
        cutoffs=tuple(cutoff.start for cutoff in score.cutoffs) if applies else (),
    )


def _cutoff_words(result: ScoreResult, cutoff: CutOffResult, mark: tuple[str, Decimal]) -> str:
    text, start = mark
    named = f"{text} (≥{number_text(start)})"
    if result.state is ScoreState.NA:
        return ""
    is_whole = result.total is not None
    match cutoff.state:
        case CutOffState.MET:
            return (wording.REACHED if is_whole else wording.SURELY_REACHED).format(mark=named)
        case CutOffState.NOT_MET:
            return (wording.NOT_REACHED if is_whole else wording.NOT_REACHABLE).format(mark=named)
        case CutOffState.UNDECIDED:
            return wording.OPEN_MARK.format(mark=named)


def _finding_line(assessment: Assessment, finding: Finding) -> Labelled:
    results = [result for result in assessment.findings if result.id == finding.id]
    words = [(result.side, finding_words(finding, result), result) for result in results]
    if len({text for _, text, _ in words}) == 1 and len(words) > 1:
        text = wording.BOTH_SIDES.format(words=words[0][1])
    else:
        text = ", ".join(f"{side} {each}".strip() for side, each, _ in words)
    missing = [each for result in results for each in result.missing]
    if missing:
        text += "; " + wording.MISSING.format(items=missing_text(assessment.form, dict.fromkeys(missing)))
    return Labelled(finding.title, text or wording.STATES_NA)


def _is_printed(finding: Finding) -> bool:
    return not finding.is_hidden and not finding.table
