"""Every text of a form, each under its address (`items.ankle_reflex.text`): listed, or said in another language.

Texts are what people read: wordings, titles, sources. Ids, expressions, numbers and units of quantities are none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from screener.form.cards import Card, Leaflet
from screener.form.folder import FIRST_FILE
from screener.form.model import Form, Item, ItemType, Option, Section, Unit
from screener.form.problem import Span
from screener.form.rules import Band, Criterion, Finding, Flag, Lookup, Score, ScoreCutOff, Trial, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.form.cards import LeafletPart
    from screener.form.model import Block
    from screener.form.rules import Note

    Address = tuple[str | int, ...]  # a number counts the texts of a list from 1
    Say = Callable[[Address, str, Span], str]

Mark = TypeVar("Mark", Option, Band, ScoreCutOff)
Told = TypeVar("Told", Card, Criterion, Finding, Flag, Item, Leaflet, Lookup, Score, Section, Trial, Value)

WORDS: dict[type, tuple[str, ...]] = {
    Section: ("title", "intro"),
    Item: ("text", "short", "help", "source", "unit", "unit_of_one", "request"),
    Value: ("title", "unit", "source", "validity", "reviewed", "uncertain"),
    Lookup: ("title", "unit", "source", "reviewed", "uncertain"),
    Score: ("title", "short", "cite", "reviewed", "uncertain"),
    Finding: ("title", "short", "help", "cite", "reviewed", "uncertain"),
    Flag: ("title", "action", "cite", "reviewed", "uncertain"),
    Trial: ("title", "source", "reviewed", "uncertain"),
    Criterion: ("title", "why", "seen_in", "reviewed", "uncertain"),
    Card: ("title", "product", "route", "design", "status", "outcome", "source", "reviewed", "uncertain"),
    Leaflet: ("title", "source", "reviewed", "uncertain"),
}
TIMES = ("/hour", "/day", "/week", "/month", "/year")  # units that end so are words
MAY_BE_ADDED = "short"  # a translation may need a short wording where the original needs none


class Original(NamedTuple):
    """A text as the form has it, and the place of the definition that it belongs to."""

    text: str
    at: Span


def dotted(address: Address) -> str:
    """Return an address as people read it."""
    return ".".join(map(str, address))


def originals(form: Form) -> dict[Address, Original]:
    """Return every text of a form by its address; short wordings that a translation may add are empty."""
    found: dict[Address, Original] = {}

    def listed(address: Address, text: str, at: Span) -> str:
        found[address] = Original(text, at)
        return text

    retell(form, listed)
    return found


def retell(form: Form, say: Say) -> Form:
    """Return the form with every text as `say` has it."""
    teller = _Teller(say)
    at = Span(_first_file(form), 1, 1)
    return replace(
        form,
        title=say(("form", "title"), form.title, at),
        intended_use=say(("form", "intended_use"), form.intended_use, at) if form.intended_use else "",
        tiers=tuple(replace(tier, text=say(("form", "tiers", tier.id), tier.text, at)) for tier in form.tiers),
        glossary={word: say(("form", "glossary", word), text, at) for word, text in form.glossary.items()},
        sections=tuple(map(teller.section, form.sections)),
        values=tuple(teller.words(each, ("values", each.id)) for each in form.values),
        lookups=tuple(teller.words(each, ("lookups", each.id)) for each in form.lookups),
        scores=tuple(map(teller.score, form.scores)),
        findings=tuple(map(teller.finding, form.findings)),
        flags=tuple(teller.words(each, ("flags", each.id)) for each in form.flags),
        notes=teller.notes(form.notes, ("notes",)),
        musts=tuple(replace(each, message=say(("rules", each.id), each.message, each.at)) for each in form.musts),
        trials=tuple(map(teller.trial, form.trials)),
        cards=tuple(map(teller.card, form.cards)),
        leaflets=tuple(map(teller.leaflet, form.leaflets)),
    )


def _first_file(form: Form) -> str:
    folder = form.sections[0].at.file.partition("/")[0] if form.sections else form.id
    return f"{folder}/{FIRST_FILE}"


class _Teller:
    """Says the texts of the parts of a form."""

    def __init__(self, say: Say) -> None:
        self.say = say

    def words(self, each: Told, address: Address) -> Told:
        """Return something with its own texts said."""
        said: dict[str, Any] = {  # texts, as their names say
            name: self.say((*address, name), text, each.at)
            for name in WORDS[type(each)]
            if (text := getattr(each, name)) or name == MAY_BE_ADDED
        }
        return replace(each, **said)

    def section(self, section: Section) -> Section:
        address = ("sections", section.id)
        blocks: list[Block] = []
        count = 0
        for block in section.blocks:
            title = block.title
            if title:
                count += 1
                title = self.say((*address, "headings", count), title, section.at)
            items = tuple(self.item(item, ("items", item.id)) for item in block.items)
            blocks.append(replace(block, title=title, items=items))
        return replace(self.words(section, address), blocks=tuple(blocks))

    def item(self, item: Item, address: Address) -> Item:
        told = self.words(item, address)
        if item.type is not ItemType.YES_NO:  # whose options are the program's own words
            told = replace(told, options=self.marks(item.options, (*address, "options"), item.at))
        if item.units:
            told = replace(told, units=tuple(self.unit(unit, (*address, "units"), item.at) for unit in item.units))
        if not item.columns:
            return told
        columns = tuple(self.item(column, (*address, "columns", column.id)) for column in item.columns)
        return replace(told, columns=columns)

    def unit(self, unit: Unit, address: Address, at: Span) -> Unit:
        """Return a unit, said where it is words ("of 10", mg/day): mmol/L is mmol/L in every language."""
        is_words = " " in unit.id or unit.id.endswith(TIMES)
        return replace(unit, text=self.say((*address, unit.id), unit.label, at)) if is_words else unit

    def marks(self, marks: tuple[Mark, ...], address: Address, at: Span) -> tuple[Mark, ...]:
        """Return options, outcomes, bands or cut-offs with their texts said."""
        return tuple(replace(mark, text=self.say((*address, mark.id), mark.text, at)) for mark in marks)

    def score(self, score: Score) -> Score:
        address = ("scores", score.id)
        points = tuple(
            replace(line, title=self.say((*address, "points", line.item), line.title, line.at)) if line.title else line
            for line in score.points
        )
        bands = self.marks(score.bands, (*address, "bands"), score.at)
        cutoffs = self.marks(score.cutoffs, (*address, "cutoffs"), score.at)
        return replace(self.words(score, address), points=points, bands=bands, cutoffs=cutoffs)

    def finding(self, finding: Finding) -> Finding:
        address = ("findings", finding.id)
        outcomes = self.marks(finding.outcomes, (*address, "outcomes"), finding.at)
        return replace(self.words(finding, address), outcomes=outcomes)

    def notes(self, notes: tuple[Note, ...], address: Address) -> tuple[Note, ...]:
        where = (*address[:-1], "note_sources")
        return tuple(
            replace(
                note,
                text=self.say((*address, note.id), note.text, note.at),
                source=self.say((*where, note.id), note.source, note.at) if note.source else "",
            )
            for note in notes
        )

    def trial(self, trial: Trial) -> Trial:
        address = ("trials", trial.id)
        criteria = tuple(self.words(each, (*address, "criteria", each.id)) for each in trial.criteria)
        notes = self.notes(trial.notes, (*address, "notes"))
        return replace(self.words(trial, address), criteria=criteria, notes=notes)

    def card(self, card: Card) -> Card:
        address = ("cards", card.id)
        told = self.words(card, address)
        return replace(
            told,
            include=self.sentences(card.include, (*address, "include"), card.at),
            exclude=self.sentences(card.exclude, (*address, "exclude"), card.at),
            not_seen=self.sentences(card.not_seen, (*address, "not_seen"), card.at),
        )

    def sentences(self, sentences: tuple[str, ...], address: Address, at: Span) -> tuple[str, ...]:
        return tuple(self.say((*address, number), text, at) for number, text in enumerate(sentences, start=1))

    def leaflet(self, leaflet: Leaflet) -> Leaflet:
        address = ("leaflets", leaflet.id)
        parts = tuple(
            self.part(part, (*address, "parts", number), leaflet.at)
            for number, part in enumerate(leaflet.parts, start=1)
        )
        return replace(self.words(leaflet, address), parts=parts)

    def part(self, part: LeafletPart, address: Address, at: Span) -> LeafletPart:
        return replace(
            part,
            heading=self.say((*address, "heading"), part.heading, at),
            text=self.say((*address, "text"), part.text, at),
            points=self.sentences(part.points, (*address, "points"), at),
        )
