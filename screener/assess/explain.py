"""Why a result is what it is: the answers, the rule in plain words, the source."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from screener.assess.assessment import Asked, FindingState, FlagState, ScoreState
from screener.assess.figures import number_text, total_words, value_words
from screener.assess.nearness import distances
from screener.assess.reads import reads_of
from screener.assess.words import NO_LIMIT, STATE_WORDS, Words, sided, sourced
from screener.frozen import dataclass
from screener.language import any_of, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from screener.assess.assessment import Assessment, Missing, ScoreResult, ValueResult
    from screener.form.rules import Case, Criterion, Finding, Flag, Points, Score, Value

ASKED_WORDS = {Asked.YES: tr("asked"), Asked.NO: tr("not asked"), Asked.OPEN: tr("open")}
FLAG_WORDS = {
    FlagState.RAISED: tr("raised"),
    FlagState.CLEAR: tr("clear"),
    FlagState.NOT_ESTABLISHED: tr("not established"),
}
RAISED = tr("raised · {urgency}")
RAISED_OPEN = tr("raised · {urgency}, unless an answer that is still open makes it less urgent")
DOES_NOT_APPLY = tr("does not apply")


@dataclass(frozen=True, slots=True)
class Explanation:
    """One result explained. `cells` are those the rule reads, in form order, for links back to the questions."""

    title: str
    outcome: str  # in words: "9 of 10, severe", "raised", "information needed"
    rule: tuple[str, ...]  # lines in plain words
    cells: tuple[str, ...]
    missing: tuple[str, ...]  # those that can still change it
    source: str
    distances: tuple[str, ...] = ()  # how far the numbers are from the limits


def explain(assessment: Assessment, result: str) -> Explanation:
    """Explain a value, score, finding (`id` or `id.left`), flag or criterion by its id; KeyError when there is none."""
    form = assessment.form
    name, _, side = result.partition(".")
    explained: dict[str, Callable[[], Explanation]] = {}
    for value, found in zip(form.values, assessment.values, strict=True):
        explained[value.id] = partial(_value, assessment, value, found)
    for score, reached in zip(form.scores, assessment.scores, strict=True):
        explained[score.id] = partial(_score, assessment, score, reached)
    for finding in form.findings:
        explained[finding.id] = partial(_finding, assessment, finding, side)
    for flag in form.flags:
        explained[flag.id] = partial(_flag, assessment, flag)
    for trial in form.trials:
        for criterion in trial.criteria:
            explained[criterion.id] = partial(_criterion, assessment, criterion, trial.source)
    return replace(explained[name](), distances=distances(assessment, result))


def explain_asked(assessment: Assessment, cell: str) -> Explanation:
    """Explain why a question is asked or not."""
    form = assessment.form
    item, words = form.cells[cell], Words(form)
    state = ASKED_WORDS[assessment.asked[cell]]
    if item.is_off:
        return Explanation(words.label(cell), state, (tr("Not used at this clinic."),), (), (), item.source)
    if item.ask_if is None:
        return Explanation(words.label(cell), state, (tr("Always asked."),), (), (), item.source)
    side = cell.rpartition(".")[2] if item.has_sides else ""
    root = item.ask_if.truth(side)
    cells = reads_of(form).expression(root)
    rule = tr("Asked if {condition}.", condition=words.truth(root))
    open_ = tuple(one for one in reads_of(form).ordered(cells) if one not in assessment.answers.cells)
    missing = open_ if assessment.asked[cell] is Asked.OPEN else ()
    return Explanation(words.label(cell), state, (rule,), reads_of(form).ordered(cells), missing, item.source)


def _names(missing: Iterable[Missing]) -> tuple[str, ...]:
    return tuple(one.item for one in missing)


def _value(assessment: Assessment, value: Value, found: ValueResult) -> Explanation:
    reads = reads_of(assessment.form)
    rule = [Words(assessment.form).number(value.is_.number())]
    if value.validity:
        rule.append(value.validity.strip())
    cells = reads.ordered(reads.named(value.id))
    said = value_words(value, found)
    source = sourced(value.source, value)
    return Explanation(value.title, said, tuple(rule), cells, _names(found.missing), source)


def _score(assessment: Assessment, score: Score, reached: ScoreResult) -> Explanation:
    words, reads = Words(assessment.form), reads_of(assessment.form)
    bands = {band.id: band.text or band.id for band in score.bands}
    outcome = DOES_NOT_APPLY if reached.state is ScoreState.NA else total_words(reached)
    if reached.band:
        outcome += f", {bands[reached.band]}"
    rule = tuple(_line(words, line) for line in score.points)
    source = sourced(score.cite.strip(), score)
    return Explanation(
        score.title, outcome, rule, reads.ordered(reads.named(score.id)), _names(reached.missing), source
    )


def _line(words: Words, line: Points) -> str:
    if line.when is not None:
        numbers = {"points": number_text(line.points), "others": number_text(line.otherwise)}
        return tr("{condition}: {points}, else {others}", condition=words.truth(line.when.truth()), **numbers)
    item = words.form.items[line.item]
    if line.options:
        points = ", ".join(f"{option.text} {number_text(line.options[option.id])}" for option in item.options)
    else:
        points = ", ".join(
            tr("from {start}: {points}", start=start, points=number_text(number)) for start, number in line.steps
        )
    sides = ""
    if item.has_sides:
        sides = tr(" (the worse side)") if line.worst_side else tr(" (each side)")
    unasked = "" if line.not_asked is None else tr(", not asked {points}", points=number_text(line.not_asked))
    return f"{item.label}{sides}: {points}{unasked}"


def _cases(words: Words, cases: Iterable[Case], texts: Mapping[str, str], side: str = "") -> tuple[str, ...]:
    lines = []
    for case in cases:
        text = texts.get(case.outcome, case.outcome)
        if case.when is None:
            lines.append(tr("{outcome}: otherwise", outcome=text))
        else:
            lines.append(tr("{outcome}: if {condition}", outcome=text, condition=words.truth(case.when.truth(side))))
    return tuple(lines)


def _finding(assessment: Assessment, finding: Finding, side: str) -> Explanation:
    words, reads = Words(assessment.form), reads_of(assessment.form)
    found = next(one for one in assessment.findings if one.id == finding.id and side in ("", one.side))
    texts = {option.id: option.text for option in finding.outcomes}
    if found.state is FindingState.NA:
        outcome = NO_LIMIT if finding.lacks_limit else DOES_NOT_APPLY
    else:
        outcome = any_of(texts.get(outcome, DOES_NOT_APPLY) for outcome in found.possible)
    rule = _cases(words, finding.cases, texts, found.side)
    if finding.applies_if is not None and not finding.lacks_limit:
        rule = (tr("Applies if {condition}", condition=words.truth(finding.applies_if.truth(found.side))), *rule)
    named = f"{finding.id}.{found.side}" if found.side in ("left", "right") else finding.id
    title = sided(finding.title, found.side)
    source = sourced(finding.cite, finding)
    return Explanation(title, outcome, rule, reads.ordered(reads.named(named)), _names(found.missing), source)


def _flag(assessment: Assessment, flag: Flag) -> Explanation:
    form, words, reads = assessment.form, Words(assessment.form), reads_of(assessment.form)
    found = next(one for one in assessment.flags if one.id == flag.id)
    texts = {tier.id: tier.text for tier in form.tiers} | {"clear": tr("Not raised")}
    rule = _cases(words, flag.cases, texts)
    outcome = FLAG_WORDS[found.state]
    if found.state is FlagState.RAISED:
        said = RAISED_OPEN if found.missing else RAISED
        outcome = said.format(urgency=texts[found.tier])
    return Explanation(
        flag.title, outcome, rule, reads.ordered(reads.cases(flag.cases)), _names(found.missing),
        sourced(flag.cite, flag),
    )  # fmt: skip


def _criterion(assessment: Assessment, criterion: Criterion, source: str) -> Explanation:
    words, reads = Words(assessment.form), reads_of(assessment.form)
    found = next(one for trial in assessment.trials for one in trial.criteria if one.id == criterion.id)
    texts = {state.value: text for state, text in STATE_WORDS.items()}
    rule = _cases(words, criterion.cases, texts)
    title = f"{criterion.id} {criterion.title}"
    cells = reads.ordered(reads.cases(criterion.cases))
    said = texts[found.state]
    cited = sourced(criterion.seen_in or source, criterion)
    return Explanation(title, said, (*rule, criterion.why.strip()), cells, _names(found.missing), cited)
