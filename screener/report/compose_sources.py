"""Where everything comes from: marks and sources, what isn't sure, what is past its date, what made the summary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from screener.assess.figures import number_text
from screener.language import tr
from screener.report import wording
from screener.report.compose_scores import silences
from screener.report.document import Block, Column, Grid, Listing, Words, strings
from screener.report.naming import past_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screener.assess.assessment import Assessment
    from screener.form.model import Form
    from screener.form.rules import Flag, Lookup, Trial, Value
    from screener.report.document import Meta, Part

_WORD = re.compile(r"\w+(?:-\w+)*")
MARK_COLUMNS = (
    Column(tr("Score"), 17),
    Column(tr("Mark"), 6),
    Column(tr("What it means"), 30),
    Column(tr("Source"), 47),
)


def marks(assessment: Assessment) -> tuple[Block, ...]:
    """Return what each mark means, where the scores and findings of this paper come from, and what isn't sure."""
    rows = []
    silent = silences(assessment)
    for score in assessment.form.scores:
        if silent.get(score.id) == wording.NOT_APPLICABLE:
            continue
        first = (score.title, _with_doubt(score.cite, score.uncertain))
        for cutoff in score.cutoffs:
            mark = f"≥{number_text(cutoff.start)}"
            rows.append((first[0], mark, cutoff.text or cutoff.id, first[1]))
            first = ("", "")
        if not score.cutoffs:
            rows.append((first[0], "", "", first[1]))
    rows += [
        (each.title, "", each.help, _with_doubt(each.cite, each.uncertain))
        for each in assessment.form.findings
        if not each.is_hidden and silent.get(each.id) != wording.NOT_APPLICABLE
    ]  # fmt: skip
    blocks: list[Block] = [Grid(MARK_COLUMNS, tuple(rows), is_small=True)] if rows else []
    doubts = tuple(_other_doubts(assessment.form))
    if doubts:
        blocks += [Words("", lead=wording.NOT_SURE), Listing(doubts, is_small=True)]
    return tuple(blocks)


def _with_doubt(source: str, doubt: str) -> str:
    return " ".join(filter(None, [source, wording.DOUBT.format(text=doubt) if doubt else ""]))


def _other_doubts(form: Form) -> Iterator[str]:
    """Yield what isn't sure about values, look-ups, red flags and trials."""
    things: tuple[Value | Lookup | Flag | Trial, ...] = (*form.values, *form.lookups, *form.flags, *form.trials)
    for each in things:
        if each.uncertain:
            yield f"{each.title}: {each.uncertain}"


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
