"""What a clinic doesn't use, taken out of its form: the `off:` of site.yaml.

What is listed goes (sections, scores, findings, trials), and with it what is left without use or without an answer:
questions of such a section or read by such results only; scores and findings that read nothing else; hidden findings,
values, notes and rules across answers that read one of these.
A score, finding, red flag, criterion or condition of a question that is still in use and reads one of them is a
problem: not asked means "no value", and that must never look like "no".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from screener.form.expression import Always, Expression
from screener.form.problem import Problem, nearest
from screener.form.rules import names_in_braces
from screener.form.shapes import listed
from screener.form.shapes_text import read_word
from screener.form.walk import names_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from screener.form.model import Form, Item, Section
    from screener.form.nodes import Node
    from screener.form.problem import Span
    from screener.form.rules import Criterion, Note, Trial
    from screener.form.shapes import Problems


class Reader(NamedTuple):
    """Something that reads answers or results: how it is called, and its key among what is off.

    `yields`: it goes when something it reads goes. `feeds`: it goes when all of these go, and all are questions.
    `is_use`: to be read by it is a reason to be asked.
    """

    key: str
    name: str
    reads: frozenset[str]
    yields: bool = False
    feeds: frozenset[str] = frozenset()
    is_use: bool = True


def switched_off(form: Form, node: Node | None, problems: Problems) -> Form:
    """Return the form without what the list in site.yaml names, after reporting what can't be switched off."""
    chosen = _chosen(form, node, problems)
    if not chosen:
        return form
    readers = list(_readers(form))
    off = _everything_off(form, chosen, readers)
    for reader in readers:
        found = [] if reader.key in off or reader.yields else sorted(reader.reads & off.keys())
        if found:
            entry, at = off[found[0]]
            read = "it" if entry == found[0] else f"'{found[0]}'"
            hint = f"switch that off too, or take '{entry}' out of 'off'; a red flag always stays"
            problems.append(Problem(at, "F314", f"'{entry}' can't be switched off: {reader.name} reads {read}", hint))
    return _without(form, frozenset(off))


Off = dict[str, tuple[str, "Span"]]  # what is off -> the entry of the list that it goes with


def _instead(form: Form, id_: str) -> str:
    """Return the remedy where something is named that can't be switched off by itself; "" for all else."""
    for section in form.sections:
        if any(item.id == id_ for item in section.items):
            return f"a question goes with its section, '{section.id}', or with all that reads it"
    return "a red flag always stays" if any(flag.id == id_ for flag in form.flags) else ""


def _chosen(form: Form, node: Node | None, problems: Problems) -> Off:
    known = [*(section.id for section in form.sections), *(score.id for score in form.scores)]
    known += [finding.id for finding in form.findings if not finding.is_hidden]
    known += [trial.id for trial in form.trials]
    chosen: Off = {}
    for each in listed(node, problems, "sections, scores, findings and trials"):
        id_ = read_word(each, problems)
        if id_ is None:
            continue
        if id_ not in known:
            message = f"the form has no section, score, finding or trial '{id_}'"
            problems.append(Problem(each.at, "F313", message, _instead(form, id_) or nearest(id_, known), id_))
        chosen[id_] = (id_, each.at)
    return chosen


def _readers(form: Form) -> Iterator[Reader]:
    yield from _results(form)
    for flag in form.flags:
        read = _read(flag.conditions, flag.action)
        yield Reader(flag.id, f"the red flag '{flag.id}'", read)
    for trial in form.trials:
        yield from _parts(trial)
    for note in form.notes:
        yield Reader(f"note {note.id}", "", _read([note.when], note.text), yields=True)
    for must in form.musts:
        yield Reader(f"rule {must.id}", "", _read([must.must]), yields=True, is_use=False)


def _results(form: Form) -> Iterator[Reader]:
    """Yield what others can read: questions by their conditions, values, scores, findings."""
    for item in form.items.values():
        conditions = [each.ask_if for each in (item, *item.columns)]
        yield Reader(item.id, f"the question '{item.id}'", _read(conditions))
    for value in form.values:
        yield Reader(value.id, f"the value '{value.id}'", _read([value.is_]), yields=True)
    for score in form.scores:
        lines = frozenset(line.item for line in score.points if line.when is None)
        lines |= _read([line.when for line in score.points])
        yield Reader(score.id, f"the score '{score.id}'", lines | _read([score.applies_if]), feeds=lines)
    for finding in form.findings:
        cases = _read([case.when for case in finding.cases])
        read = cases | _read([finding.applies_if]) | frozenset((finding.table,) if finding.table else ())
        yield Reader(finding.id, f"the finding '{finding.id}'", read, yields=finding.is_hidden, feeds=cases)


def _parts(trial: Trial) -> Iterator[Reader]:
    for criterion in trial.criteria:
        read = _read(criterion.conditions, criterion.why)
        yield Reader(_of_trial(trial, criterion), f"the criterion '{criterion.id}'", read)
    for note in trial.notes:
        yield Reader(_of_trial(trial, note), "", _read([note.when], note.text), yields=True)


def _of_trial(trial: Trial, part: Criterion | Note) -> str:
    return f"trial {trial.id} {part.id}"


def _read(expressions: Iterable[Expression | None], text: str = "") -> frozenset[str]:
    """Return the ids of what expressions and the braces of a text read, without side or column."""
    roots = (root for expression in expressions if expression is not None for root in expression.roots)
    names = chain(names_read(*roots), names_in_braces(text))
    return frozenset(name.partition(".")[0] for name in names)


def _everything_off(form: Form, chosen: Off, readers: list[Reader]) -> Off:
    """Return all that goes with what was chosen."""
    off = _named_off(form, chosen)
    users: dict[str, list[str]] = {finding.id: [] for finding in form.findings if finding.is_hidden}
    users |= {id_: [] for id_ in form.items}
    for reader in readers:
        for name in reader.reads & users.keys() if reader.is_use else ():
            users[name].append(reader.key)
    before = -1
    while len(off) != before:
        before = len(off)
        for reader in readers:
            cause = min(reader.reads & off.keys(), default="")
            starves = bool(reader.feeds) and reader.feeds <= off.keys() & form.items.keys()
            if cause and (reader.yields or starves):
                off.setdefault(reader.key, off[cause])
        for name, keys in users.items():
            if keys and off.keys() >= set(keys):
                off.setdefault(name, off[keys[0]])
    return off


def _named_off(form: Form, chosen: Off) -> Off:
    """Return the results, questions and parts of trials that the list itself names."""
    off = {score.id: chosen[score.id] for score in form.scores if score.id in chosen}
    off |= {finding.id: chosen[finding.id] for finding in form.findings if finding.id in chosen}
    for section in form.sections:
        if section.id in chosen:
            off |= {item.id: chosen[section.id] for item in section.items}
    for trial in form.trials:
        if trial.id in chosen:
            parts = [_of_trial(trial, criterion) for criterion in trial.criteria]
            parts += [_of_trial(trial, note) for note in trial.notes]
            off |= dict.fromkeys(parts, chosen[trial.id])
    return off


def _without(form: Form, off: frozenset[str]) -> Form:
    """Return the form without these results, notes and rules, and with these questions never asked."""
    trials = tuple(
        replace(trial, notes=tuple(note for note in trial.notes if _of_trial(trial, note) not in off))
        for trial in form.trials
        if not any(_of_trial(trial, criterion) in off for criterion in trial.criteria)
    )
    gone = {trial.id for trial in form.trials} - {trial.id for trial in trials}
    return replace(
        form,
        sections=tuple(_section_without(section, off) for section in form.sections),
        values=tuple(value for value in form.values if value.id not in off),
        scores=tuple(score for score in form.scores if score.id not in off),
        findings=tuple(finding for finding in form.findings if finding.id not in off),
        notes=tuple(note for note in form.notes if f"note {note.id}" not in off),
        musts=tuple(must for must in form.musts if f"rule {must.id}" not in off),
        trials=trials,
        off=frozenset(gone).union(name.rpartition(" ")[2] for name in off),
    )


def _section_without(section: Section, off: frozenset[str]) -> Section:
    blocks = tuple(
        replace(block, items=tuple(_never_asked(item) if item.id in off else item for item in block.items))
        for block in section.blocks
    )
    return replace(section, blocks=blocks)


def _never_asked(item: Item) -> Item:
    never = Expression("", item.at, (Always(value=False),) * len(item.cells))
    return replace(item, ask_if=never, is_off=True)
