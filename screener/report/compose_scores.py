"""The scores as bars, the findings as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.answers import Measured, Whole, written_date
from screener.assess.assessment import Asked, CutOffState, FindingState, ScoreState
from screener.assess.figures import number_text
from screener.form.expression import ValueOf
from screener.form.model import ItemType
from screener.form.walk import name_read, names_read, walk
from screener.report import wording
from screener.report.document import Bar, Block, Labelled, Listing, Pairs, ScoreBars, Words
from screener.report.naming import (
    NA,
    finding_words,
    grouped_labels,
    missing_text,
    on_side,
    score_words,
    translation_text,
)
from screener.report.notes import notes_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from screener.assess.assessment import Assessment, CutOffResult, Missing, ScoreResult
    from screener.form.model import Form
    from screener.form.rules import Finding, Score


def heading(assessment: Assessment, *, is_whole: bool) -> str:
    """Return the heading of the scores; where room is short it says that their translation awaits review."""
    unreviewed = translation_text(assessment.form) if is_whole else ""
    return f"{wording.SCORES} ({unreviewed})" if unreviewed else wording.SCORES


def scores(assessment: Assessment, *, is_whole: bool) -> tuple[Block, ...]:
    """Return the scores as bars and the findings of the examination as lines; what says nothing yet in one line.

    `is_whole`: room is short, and bars that are all solid need no key.
    """
    form = assessment.form
    by_id = {score.id: score for score in form.scores}
    results = {result.id: result for result in assessment.scores}
    silent = silences(assessment)
    bars = tuple(_bar(assessment, by_id[id_], results[id_]) for id_ in results if not silent[id_])
    shown = [each for each in form.findings if not (each.is_hidden or each.table or is_of_results(form, each))]
    said = [finding for finding in shown if not silent[finding.id]]
    lines = [finding_line(assessment, finding) for finding in said]
    named: list[Score | Finding] = [*(by_id[id_] for id_ in results), *shown]
    names = [each.short or each.title for each in named if silent[each.id] == wording.NOTHING_RECORDED]
    lines += [Labelled(wording.NOTHING_RECORDED, "; ".join(names))] if names else []
    lines += not_established(assessment, [each for each in shown if silent[each.id] == wording.NOT_ESTABLISHED], said)
    notes = notes_at(assessment, "scores")
    unreviewed = translation_text(form)
    blocks: list[Block] = (
        [Words(f"{unreviewed.capitalize()}.", is_small=True)] if unreviewed and bars and not is_whole else []
    )
    if bars:
        is_explained = not is_whole or any(bar.lowest != bar.highest for bar in bars)
        blocks.append(ScoreBars(bars, _taken(assessment), wording.BAR_KEY) if is_explained else ScoreBars(bars))
    blocks += [Pairs(tuple(lines))] if lines else []
    blocks += [Listing(notes)] if notes else []
    return tuple(blocks)


def silences(assessment: Assessment) -> dict[str, str]:
    """Return, for every score and finding, why it says nothing; "" where it does."""
    by_id = {score.id: score for score in assessment.form.scores}
    silent = {result.id: _silence_of_score(by_id[result.id], result) for result in assessment.scores}
    return silent | {each.id: _silence_of_finding(assessment, each) for each in assessment.form.findings}


def _taken(assessment: Assessment) -> str:
    on = assessment.answers.assessed_on
    return wording.ADMINISTERED.format(date=written_date(on) if on is not None else wording.DATE_MISSING)


def _silence_of_score(score: Score, result: ScoreResult) -> str:
    """Return why a score has nothing to draw ("" where it has)."""
    if result.state is ScoreState.NA:
        return wording.NOT_APPLICABLE
    is_open = result.total is None and result.lowest == score.range.lowest and result.highest == result.maximum
    return wording.NOTHING_RECORDED if is_open and not result.answered else ""


def _silence_of_finding(assessment: Assessment, finding: Finding) -> str:
    """Return why a finding says nothing: it doesn't apply, or every outcome is still possible ("" where it does)."""
    results = [result for result in assessment.findings if result.id == finding.id]
    if all(result.state is FindingState.NA for result in results):
        return "" if finding.lacks_limit and _is_measured(assessment, finding) else wording.NOT_APPLICABLE
    every = len(finding.outcomes)
    if all(len([each for each in result.possible if each != NA]) == every for result in results):
        return wording.NOT_ESTABLISHED if every > 1 else ""
    return ""


def _is_measured(assessment: Assessment, finding: Finding) -> bool:
    """Whether there is a figure that a limit of the clinic would judge."""
    roots = (root for case in finding.cases if case.when is not None for root in case.when.roots)
    return any(
        isinstance(assessment.answers.cells.get(cell), Measured | Whole) and assessment.asked.get(cell) is not Asked.NO
        for cell in names_read(*roots)
    )


def finding_line(assessment: Assessment, finding: Finding) -> Labelled:
    """Return a finding with its outcome, or both outcomes, or those still possible and what they wait for."""
    results = [result for result in assessment.findings if result.id == finding.id]
    words = [(result.side, finding_words(finding, result)) for result in results]
    if len(words) > 1 and len({text for _, text in words}) == 1:
        is_open = results[0].state is FindingState.UNDECIDED
        text = words[0][1] if is_open else wording.BOTH_SIDES.format(words=words[0][1])
    else:
        text = "; ".join(on_side(side, each) for side, each in words)
    missing = missing_text(assessment.form, _missing(assessment, [finding]))
    if missing:
        text += "; " + wording.MISSING.format(items=missing)
    return Labelled(finding.short or finding.title, text or wording.STATES_NA)


def not_established(
    assessment: Assessment, findings: Sequence[Finding], above: Sequence[Finding] = ()
) -> tuple[Labelled, ...]:
    """Return the findings that could still be anything in one line, and what they wait for, if not said above."""
    if not findings:
        return ()
    names = "; ".join(finding.short or finding.title for finding in findings)
    named = set(_missing(assessment, above))
    items = missing_text(assessment.form, [each for each in _missing(assessment, findings) if each not in named])
    return (Labelled(wording.NOT_ESTABLISHED, f"{names}; {wording.MISSING.format(items=items)}" if items else names),)


def _missing(assessment: Assessment, findings: Iterable[Finding]) -> list[Missing]:
    """Return what findings wait for, in the form's order whichever side is first."""
    places = {name: place for place, name in enumerate(assessment.form.items)}
    ids = {finding.id for finding in findings}
    results = (result for result in assessment.findings if result.id in ids)
    found = dict.fromkeys(each for result in results for each in result.missing)
    return sorted(found, key=lambda each: places.get(each.item.partition(".")[0], -1))


def is_of_results(form: Form, finding: Finding) -> bool:
    """Whether a finding judges results rather than the examination: what it reads first is a result."""
    hidden = {each.id: each for each in form.findings if each.is_hidden}
    for case in finding.cases:
        for root in case.when.roots if case.when is not None else ():
            for node in walk(root):
                if isinstance(node, ValueOf):
                    return True
                name = name_read(node)
                step = hidden.get(name.partition(".")[0])
                if step is not None:
                    return is_of_results(form, step)
                item = form.cells.get(name)
                if item is not None and not item.columns:
                    return item.type is ItemType.QUANTITY and not item.has_sides
    return False


def _bar(assessment: Assessment, score: Score, result: ScoreResult) -> Bar:
    number, words = score_words(assessment, result)
    starts = {cutoff.id: cutoff.start for cutoff in score.cutoffs}
    sentences = [words, *(_cutoff_words(result, each, starts[each.id]) for each in result.cutoffs)]
    if result.missing:
        sentences.append(wording.MISSING.format(items=missing_text(assessment.form, result.missing)))
    named = {each.item for each in result.missing}
    not_asked = [cell for cell in result.not_asked if cell not in named]
    if not_asked:
        sentences.append(wording.COUNTS_AS_MISSING.format(items=grouped_labels(assessment.form, not_asked)))
    applies = result.state is not ScoreState.NA
    certain, possible = (result.lowest, result.highest) if result.total is None else (result.total, result.total)
    return Bar(
        title=score.title,
        cite=score.cite,
        number=number,
        words="; ".join(filter(None, sentences)),
        floor=score.range.lowest,
        lowest=certain if applies else None,
        highest=possible if applies else None,
        maximum=result.maximum,
        cutoffs=tuple(starts.values()) if applies else (),
    )


def _cutoff_words(result: ScoreResult, cutoff: CutOffResult, start: Decimal) -> str:
    if result.state is ScoreState.NA:
        return ""
    is_total = result.total is not None
    match cutoff.state:
        case CutOffState.MET:
            words = wording.REACHED if is_total else wording.SURELY_REACHED
        case CutOffState.NOT_MET:
            words = wording.NOT_REACHED if is_total else wording.NOT_REACHABLE
        case CutOffState.UNDECIDED:
            words = wording.OPEN_MARK
    return words.format(mark=number_text(start))
