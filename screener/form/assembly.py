"""The definitions of all files of a form -> the Form, with the problems that only show when they stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.form import keys as k
from screener.form.check_graph import check_graph
from screener.form.check_unasked import check_unasked
from screener.form.declare import declare
from screener.form.decode_cards import read_card, read_leaflet
from screener.form.decode_numbers import with_usual
from screener.form.decode_rules import RuleReader
from screener.form.decode_scores import read_score
from screener.form.decode_trials import TrialReader
from screener.form.folder import FIRST_FILE, is_shipped
from screener.form.model import Approval, Form, Section
from screener.form.nodes import Mapping, Scalar
from screener.form.parse import parse
from screener.form.problem import Problem, Span, nearest
from screener.form.rules import Tier
from screener.form.scope import Lost, Scope, Sided
from screener.form.shapes import entries, listed
from screener.form.shapes_text import ID, NAME, SENTENCE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from screener.form.declare import Declared, Definitions
    from screener.form.nodes import Node
    from screener.form.rules import Score
    from screener.form.shapes import Problems


class Assembly:
    """Puts the definitions of all files together."""

    def __init__(self, definitions: Definitions, problems: Problems, folder: str) -> None:
        self.definitions = definitions
        self.problems = problems
        self.folder = folder
        self.lost = Lost()
        self.scope = Scope({})
        self.site: Mapping | None = None
        self.actions: dict[str, Node] = {}  # the clinic's own wording by red flag
        self._left_to_site: dict[str, bool] = {}

    def form(self, sha256: str) -> Form:
        """Return the form, one that must not be used when there are problems."""
        head = self._only("form", f"{self.folder}/{FIRST_FILE}", is_required=True)
        self.site = site = self._only("site", "")
        approval = self._only("approval", "")
        declared = declare(self.definitions, self.problems, self.lost)
        self.scope = declared.scope
        entry = k.FORM.open(head, self.problems) if head is not None else None
        tiers = self._tiers(entry.get(k.TIERS)) if entry else ()
        sections = self._with_conditions(declared)
        if entry is not None and "sections" in entry.mapping.fields:
            sections = self._in_order(sections, entry.mapping.fields["sections"])
        rules = RuleReader(declared, self.problems, self.lost)
        lookups = tuple(lookup for each in self._of("lookup") if (lookup := rules.lookup(each)))
        trials = TrialReader(rules)
        self.actions = actions = self._actions(site)
        of_site = k.SITE.open(site, self.problems) if site is not None else None
        self._left_to_site = declared.left_to_site
        of = self._of
        form = Form(
            id=entry.text(k.FORM_ID) if entry else "",
            version=entry.text(k.FORM_VERSION) if entry else "",
            title=entry.text(k.TITLE) if entry else "",
            sha256=sha256,
            tiers=tiers,
            sections=with_usual(sections, lookups),
            values=tuple(value for each in of("value") if (value := rules.value(each))),
            scores=tuple(score for each in of("score") if (score := self._score(each))),
            findings=tuple(finding for each in of("finding") if (finding := rules.finding(each))),
            flags=tuple(flag for each in of("flag") if (flag := rules.flag(each, tiers, actions))),
            notes=tuple(note for each in of("note") if (note := rules.note(each))),
            musts=tuple(must for each in of("rule") if (must := rules.must(each))),
            lookups=lookups,
            trials=tuple(trial for each in of("trial") if (trial := trials.trial(each))),
            cards=tuple(card for each in of("card") if (card := read_card(each, self.problems))),
            leaflets=tuple(leaflet for each in of("leaflet") if (leaflet := read_leaflet(each, self.problems))),
            address_first=self._address_first(entry.get(k.ADDRESS_FIRST), tiers) if entry else frozenset(),
            glossary=self._glossary(entry.get(k.GLOSSARY)) if entry else {},
            intended_use=entry.text(k.INTENDED_USE) if entry else "",
            valid_until=entry.get(k.VALID_UNTIL) if entry else None,
            usual_age=entry.get(k.USUAL_AGE) if entry else None,
            clinic=of_site.text(k.SITE_NAME) if of_site else "",
            identifier=of_site.text(k.SITE_IDENTIFIER) if of_site else "",
            approval=self._approval(approval),
        )
        check_unasked(form, check_graph(form, self.problems), self.problems)
        return form

    def _score(self, mapping: Mapping) -> Score | None:
        return read_score(mapping, self.scope, self.problems, self.lost)

    def of_the_clinic(self, form: Form) -> Form:
        """Return the form with the limits that the clinic sets, and without what it doesn't use."""
        if self._left_to_site:
            from screener.form.limits import with_limits_of_site  # noqa: PLC0415  # few forms leave a limit to the site

            form = with_limits_of_site(form, self._left_to_site, self.problems)
        off = self.site.fields.get("off") if self.site is not None else None
        if off is None:
            return form
        from screener.form.off import switched_off  # noqa: PLC0415  # few clinics switch anything off

        return switched_off(form, off, self.problems)

    def causes(self) -> list[Problem]:
        """Return the problems without those that only follow from others."""
        from screener.form.causes import only_causes  # noqa: PLC0415  # after a slip

        return only_causes(self.problems, self.definitions, self.lost, self.scope)

    def _of(self, kind: str) -> list[Mapping]:
        return self.definitions.get(kind, [])

    def _only(self, kind: str, file: str, *, is_required: bool = False) -> Mapping | None:
        """Return the one definition of a kind; further ones are reported."""
        found = self._of(kind)
        for further in found[1:]:
            message = f"a second '{kind}:', the first is in {found[0].at}"
            self.problems.append(Problem(further.at, "F219", message, "keep one of them"))
        if not found and is_required:
            hint = "it begins with 'form:' and the form's id"
            self.problems.append(Problem(Span(file, 1, 1), "F219", "the form's first file is missing", hint))
        return found[0] if found else None

    def _tiers(self, node: Node | None) -> tuple[Tier, ...]:
        return tuple(
            Tier(key.text, SENTENCE.read(text, self.problems) or "")
            for key, text in entries(node, self.problems, "tiers")
            if NAME.read(key, self.problems) is not None
        )

    def _address_first(self, node: Node | None, tiers: tuple[Tier, ...]) -> frozenset[str]:
        """Return the tiers named, after reporting those that the form doesn't have."""
        known = [tier.id for tier in tiers]
        names = []
        for each in listed(node, self.problems, "tiers"):
            names.append(NAME.read(each, self.problems) or "")
            if names[-1] not in ("", *known):
                hint = nearest(names[-1], known) if known else "add it to 'tiers:'"
                self.problems.append(Problem(each.at, "F304", f"the form has no tier '{names[-1]}'", hint, names[-1]))
        return frozenset(names)

    def _glossary(self, node: Node | None) -> dict[str, str]:
        """Return what abbreviations mean."""
        found = entries(node, self.problems, "abbreviations")
        return {key.text: SENTENCE.read(text, self.problems) or "" for key, text in found}

    def _with_conditions(self, declared: Declared) -> tuple[Section, ...]:
        """Return the sections, the conditions of their items put in now that every name is known."""
        for condition in declared.conditions:
            table = declared.scope.items.get(condition.table) if condition.table else None
            item = condition.item
            sided = Sided.PER_SIDE if item.has_sides else Sided.ONCE
            if condition.table and table is None:
                continue
            ask_if = parse(condition.source, declared.scope, self.problems, sided=sided, table=condition.table)
            object.__setattr__(item, "ask_if", ask_if)  # the item is complete only now; nobody else has seen it yet
        return tuple(declared.sections)

    def _in_order(self, sections: tuple[Section, ...], node: Node) -> tuple[Section, ...]:
        """Return the sections in the order of form.yaml, after reporting those that only one side knows."""
        names = listed(node, self.problems, "sections")
        if not names:
            return sections
        by_id = {section.id: section for section in sections}
        ordered: dict[str, Section] = {}
        named = [*self._named(names, by_id)]
        for id_, name in named:
            if id_ not in by_id:
                unnamed = by_id.keys() - {each for each, _ in named}
                hint = nearest(id_, unnamed) if unnamed else f"add a file with 'section: {id_}', or take it out here"
                self.problems.append(Problem(name.at, "F302", f"no file has the section '{id_}'", hint, id_))
            elif id_ in ordered:
                self.problems.append(Problem(name.at, "F301", f"the section '{id_}' stands here twice", "keep one"))
            else:
                ordered[id_] = by_id[id_]
        for section in sections:
            is_added = is_shipped(node.at.file) and not is_shipped(section.at.file)  # a clinic's page stands at the end
            if section.id not in ordered and not is_added:
                hint = f"add '{section.id}' to 'sections:' of {FIRST_FILE}"
                message = f"{FIRST_FILE} does not name the section '{section.id}'"
                self.problems.append(Problem(section.at, "F303", message, hint, section.id))
        return (*ordered.values(), *(section for section in sections if section.id not in ordered))

    def _named(self, names: Iterable[Node], known: Collection[str]) -> Iterator[tuple[str, Node]]:
        """Yield each section named, those between which a comma is missing too."""
        for name in names:
            ids = name.text.split() if isinstance(name, Scalar) else []
            if len(ids) > 1 and all(id_ in known for id_ in ids):
                message = f"a comma is missing between {' and '.join(ids)}"
                self.problems.append(Problem(name.at, "F210", message, f"write {', '.join(ids)}"))
                yield from ((id_, name) for id_ in ids)
            elif (read := ID.read(name, self.problems)) is not None:
                yield read, name
            else:
                self.lost.take(name)

    def _actions(self, site: Mapping | None) -> dict[str, Node]:
        """Return the clinic's own wording by red flag."""
        node = site.fields.get("actions") if site is not None else None
        flags = [flag.text for each in self._of("flag") if isinstance(flag := each.fields["flag"], Scalar)]
        actions = {}
        for key, text in entries(node, self.problems, "actions"):
            actions[key.text] = text
            if key.text not in flags:
                message = f"the form has no red flag '{key.text}'"
                self.problems.append(Problem(key.at, "F311", message, nearest(key.text, flags), key.text))
        return actions

    def _approval(self, mapping: Mapping | None) -> Approval | None:
        entry = k.APPROVAL.open(mapping, self.problems) if mapping is not None else None
        on = entry.get(k.APPROVED_ON) if entry else None
        if entry is None or on is None:
            return None
        return Approval(entry.text(k.APPROVED_BY), entry.text(k.ROLE), on, entry.text(k.SHA256))
