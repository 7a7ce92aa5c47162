"""Where everything comes from: marks and sources, what isn't sure, what is past its date, what made the summary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from screener.assess.assessment import FlagState
from screener.assess.figures import number_text
from screener.assess.words import sourced
from screener.report import wording
from screener.report.compose_scores import silences
from screener.report.document import Block, Column, Grid, Labelled, Sentences, Words
from screener.report.naming import past_text
from screener.report.texts import strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.assess.assessment import Assessment
    from screener.form.model import Form
    from screener.form.rules import Finding, Flag, Lookup, Score, Trial, Value
    from screener.report.document import Meta, Part

_WORD = re.compile(r"\w+(?:-\w+)*")
MARK_COLUMNS = (Column("", 22), Column("", 78))  # the heading says what they have


def marks(assessment: Assessment) -> tuple[Block, ...]:
    """Return what each mark means, where scores, findings and raised flags come from, and what isn't sure."""
    form, silent = assessment.form, silences(assessment)
    told: list[tuple[Score | Finding, str]] = [(score, _marks(score)) for score in form.scores]
    told += [(finding, finding.help) for finding in form.findings if not finding.is_hidden]
    rows = tuple(
        (each.title, " ".join(filter(None, [meaning, _source(each)])))
        for each, meaning in told
        if silent.get(each.id) != wording.NOT_APPLICABLE
    )
    raised = _of_flags(assessment)
    rows += ((wording.RED_FLAGS, raised),) if raised else ()
    blocks: list[Block] = [Grid(MARK_COLUMNS, rows, is_small=True)] if rows else []
    doubts = tuple(_other_doubts(form))
    if doubts:
        blocks += [Words("", lead=wording.NOT_SURE), Sentences(doubts, is_small=True)]
    return tuple(blocks)


def _marks(score: Score) -> str:
    """Return what each cut-off of a score means, in one sentence."""
    said = [f"≥{number_text(cutoff.start)}: {cutoff.text or cutoff.id}" for cutoff in score.cutoffs]
    return f"{'; '.join(said)}." if said else ""


def _source(each: Score | Finding) -> str:
    said = sourced(each.cite, each)
    return f"{wording.CARD_SOURCE}: {said}" if each.cite else said


def _of_flags(assessment: Assessment) -> str:
    """Return the sources of the flags that are raised."""
    raised = {result.id for result in assessment.flags if result.state is FlagState.RAISED}
    cited = [(flag.title, flag.cite.strip().rstrip(".")) for flag in assessment.form.flags if flag.id in raised]
    return "; ".join(f"{title}: {cite}" for title, cite in cited if cite)


def _other_doubts(form: Form) -> Iterator[Labelled]:
    """Yield what isn't sure about values, look-ups, red flags and trials."""
    things: tuple[Value | Lookup | Flag | Trial, ...] = (*form.values, *form.lookups, *form.flags, *form.trials)
    for each in things:
        if each.uncertain:
            yield Labelled(each.title, each.uncertain.rstrip("."))


def out_of_date(assessment: Assessment) -> tuple[Block, ...]:
    """Return what was to be read again before the day of the assessment."""
    past = past_text(assessment.form, assessment.answers.assessed_on)
    return (Words(past, lead=wording.OUT_OF_DATE_LEAD, is_boxed=True),) if past else ()


def abbreviations(form: Form, parts: tuple[Part, ...]) -> tuple[Block, ...]:
    """Return what the abbreviations mean that these parts use."""
    meanings = {**{score.short: score.title for score in form.scores if score.short}, **form.glossary}
    used = {word for text in strings(parts) for word in _WORD.findall(text)}
    said = [f"{short} {meanings[short]}" for short in sorted(meanings, key=str.lower) if short in used]
    return (Words("; ".join(said) + ".", lead=wording.ABBREVIATIONS, is_small=True),) if said else ()


def provenance(assessment: Assessment, about: Meta) -> tuple[Block, ...]:
    """Return which form and program made the summary, and what both are for."""
    form = wording.FORM.format(id=about.form_id, version=about.form_version, sha256=about.form_sha256)
    lines = (
        f"{form}: {about.review}.",
        f"{wording.DOCUMENT.format(id=about.document_id)}, {about.software}. {wording.COMPUTED_FROM}",
        assessment.form.intended_use,
    )
    return tuple(Words(line, is_small=True) for line in lines if line)
