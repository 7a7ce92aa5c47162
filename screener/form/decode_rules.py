"""Values, findings, red flags, notes, rules across answers and look-up tables: nodes -> model."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from screener.form import keys as k
from screener.form.decode_cases import OTHERWISE, ConditionReader
from screener.form.decode_cutoffs import own_cutoffs
from screener.form.expression import Function, Reading, ValueOf
from screener.form.model import SIDES, Option
from screener.form.nodes import Mapping, Scalar
from screener.form.parse import parse
from screener.form.problem import Problem, nearest
from screener.form.rules import IN_BRACES, Case, Finding, Flag, Lookup, Must, Note, Per, Tier, Value
from screener.form.scope import Expects, Sided
from screener.form.shapes import Entry, entries, listed
from screener.form.shapes_text import ID, OPTION_TEXT
from screener.form.unbroken import unless_broken

if TYPE_CHECKING:
    from screener.form.declare import Declared
    from screener.form.expression import Expression
    from screener.form.expression import Node as Part
    from screener.form.nodes import Node
    from screener.form.scope import Lost
    from screener.form.shapes import Key, Keys, Problems

CLEAR = "clear"
PLAIN = ("",)  # the units of a plain number
OF_CASES = {"F203", "F217", "F507", "F508"}  # a case that is lost, or gives something else


class RuleReader:
    """Reads what stands on top of the items, when every name is known."""

    def __init__(self, declared: Declared, problems: Problems, lost: Lost) -> None:
        self.declared = declared
        self.lost = lost
        self.scope = declared.scope
        self.problems = problems
        self._plain = ConditionReader(self.scope, problems)

    def value(self, mapping: Mapping) -> Value | None:
        """Return a derived number."""
        entry = k.VALUE.open(mapping, self.problems)
        id_, source = entry.get(k.VALUE_ID), entry.get(k.IS)
        is_ = None if source is None else parse(source, self.scope, self.problems, expects=Expects.NUMBER)
        if id_ is None or is_ is None:
            return None
        if id_ in self.scope.values:  # else it isn't sure what its units are
            self._check_units(id_, is_, mapping)
        return Value(
            id=id_, title=entry.text(k.TITLE), is_=is_, at=mapping.at, unit=entry.text(k.UNIT),
            decimals=entry.get(k.ROUND), like=entry.text(k.LIKE), cutoffs=self.scope.value_cutoffs.get(id_, {}),
            source=entry.text(k.VALUE_SOURCE), validity=entry.text(k.VALIDITY),
            reviewed=entry.text(k.REVIEWED), uncertain=entry.text(k.UNCERTAIN),
            valid_until=entry.get(k.VALID_UNTIL),
        )  # fmt: skip

    def _check_units(self, id_: str, is_: Expression, mapping: Mapping) -> None:
        """Report a result with units that the value doesn't say, or the other way round."""
        units = self._units(is_.roots[0])
        if units == PLAIN and self.scope.values.get(id_, PLAIN) != PLAIN:
            hint = "take 'like' out; only a quantity, such as fall(previous, current), has units"
            self.problems.append(Problem(mapping.key("like").at, "F217", "the result is a plain number", hint))
        elif units != PLAIN and set(units) != set(self.scope.values.get(id_, PLAIN)):
            hint = "add 'like:' and an item with these units"
            message = f"the result has the units {' and '.join(units)}, the value does not"
            self.problems.append(Problem(is_.at, "F217", message, hint))

    def _units(self, node: Part) -> tuple[str, ...]:
        match node:
            case Function("fall", (first, *_)):
                return self._units(first)
            case ValueOf(id_):
                return tuple(self.scope.values.get(id_, PLAIN))
            case Reading(cell):
                item = self.scope.items.get(cell.partition(".")[0])
                return tuple(unit.id for unit in item.units) if item and len(item.units) > 1 else PLAIN
            case _:
                return PLAIN

    def lookup(self, mapping: Mapping) -> Lookup | None:
        """Return a look-up table."""
        entry = k.LOOKUP.open(mapping, self.problems)
        id_ = entry.get(k.LOOKUP_ID)
        if id_ is None or id_ not in self.declared.lookups:
            return None
        key, numbers = self.declared.lookups[id_]
        source = entry.text(k.LOOKUP_SOURCE)
        return Lookup(
            id=id_, title=entry.text(k.TITLE), key=key, numbers=numbers, source=source, at=mapping.at,
            unit=entry.text(k.UNIT), reviewed=entry.text(k.REVIEWED), uncertain=entry.text(k.UNCERTAIN),
            valid_until=entry.get(k.VALID_UNTIL),
            lowest_usual=self._column_beside(key, entry, k.LOWEST_USUAL),
            highest_usual=self._column_beside(key, entry, k.HIGHEST_USUAL),
        )  # fmt: skip

    def _column_beside(self, choice: str, entry: Entry, key: Key[str]) -> str:
        """Return the column that a look-up is about; it stands in the table of its choice, and has one unit."""
        name, table = entry.text(key), self.scope.items.get(choice.partition(".")[0])
        known = [column.id for column in table.columns if len(column.units) == 1] if table else []
        if not name or name in known:
            return name
        message, missing = f"'{name}' is no quantity with one unit beside '{choice}'", choice.partition(".")[0]
        at = entry.mapping.fields[key.name].at
        self.problems.append(Problem(at, "F306", message, nearest(name, known), "" if table else missing))
        return ""

    def finding(self, mapping: Mapping) -> Finding | None:
        """Return a rule with named outcomes."""
        entry = k.FINDING.open(mapping, self.problems)
        id_ = entry.get(k.FINDING_ID)
        if id_ is None:
            return None
        per, is_hidden = Per(entry.get(k.PER) or Per.PERSON), entry.get(k.HIDDEN) == "yes"
        table = self._table(entry, per)
        is_readable = bool(table) or per is not Per.ROW  # without its table, no name of a row can be understood
        if not is_hidden and "cite" not in mapping.fields:
            hint = "add 'cite:', the publication it comes from; a step of other rules has 'hidden: yes'"
            self.problems.append(Problem(mapping.at, "F202", "a finding needs 'cite'", hint))
        conditions = self.conditions(entry, Sided.PER_SIDE if per is Per.SIDE else Sided.ONCE, table)
        applies_if = conditions.condition(entry.get(k.APPLIES_IF)) if is_readable else None
        outcomes = tuple(
            Option(key.text, OPTION_TEXT.read(node, self.problems) or "")
            for key, node in entries(entry.get(k.OUTCOMES), self.problems, "outcomes")
            if self._is_fit(key, id_)
        )
        ids = [outcome.id for outcome in outcomes]
        before = len(self.problems)
        cases = conditions.cases(entry.get(k.CASES), ids, ids) if is_readable else ()
        if OF_CASES.isdisjoint(problem.code for problem in self.problems[before:]):
            self._report_never_given(entry, ids)
        return Finding(
            id=id_, title=entry.text(k.TITLE), outcomes=outcomes, cases=cases, cite=entry.text(k.FINDING_CITE),
            at=mapping.at, per=per, table=table, is_ordered=entry.get(k.ORDERED) == "yes", applies_if=applies_if,
            short=entry.text(k.SHORT), help=entry.text(k.HELP), is_hidden=is_hidden,
            reviewed=entry.text(k.REVIEWED), uncertain=entry.text(k.UNCERTAIN),
            valid_until=entry.get(k.VALID_UNTIL),
        )  # fmt: skip

    def _table(self, entry: Entry, per: Per) -> str:
        fields = entry.mapping.fields
        if per is Per.ROW and "table" not in fields:
            self.problems.append(Problem(fields["per"].at, "F217", "rows of which table?", "add 'table:'"))
        if per is not Per.ROW and "table" in fields:
            at = entry.mapping.key("table").at
            self.problems.append(Problem(at, "F217", "'table' belongs to 'per: row'", "add 'per: row', or take it out"))
        names = self.scope.findings.get(entry.text(k.FINDING_ID))
        return names.table if names and names.table in self.scope.items else ""

    def _is_fit(self, outcome: Scalar, finding: str) -> bool:
        if ID.read(outcome, self.problems) is not None:
            return True
        self.lost.take(outcome)
        self.lost.names.add(finding)  # nobody knows all that it can be
        return False

    def _report_never_given(self, entry: Entry, ids: list[str]) -> None:
        given: set[str] = set()
        for case in listed(entry.mapping.fields.get("cases"), self.problems, "cases"):
            for name, node in case.fields.items() if isinstance(case, Mapping) else ():
                given.add(node.text if name == OTHERWISE and isinstance(node, Scalar) else name)
        never = [id_ for id_ in ids if id_ not in given]
        if given and never:
            at = entry.mapping.key("cases").at
            message = f"no case gives {', '.join(never)}"
            self.problems.append(Problem(at, "F510", message, "add a case, or take the outcome out"))

    def flag(self, mapping: Mapping, tiers: tuple[Tier, ...], actions: dict[str, Node]) -> Flag | None:
        """Return a red flag, with the clinic's own wording of its action."""
        entry = k.FLAG.open(mapping, self.problems)
        id_ = entry.get(k.FLAG_ID)
        if id_ is None:
            return None
        action = entry.text(k.ACTION)
        if id_ in actions:
            action = k.ACTION.shape.read(actions[id_], self.problems) or action
        self.check_braces(actions.get(id_, mapping.fields.get("action")))
        cases = self._flag_cases(entry, [tier.id for tier in tiers])
        return Flag(
            id=id_, title=entry.text(k.TITLE), cases=cases, action=action, at=mapping.at, cite=entry.text(k.CITE),
            reviewed=entry.text(k.REVIEWED), uncertain=entry.text(k.UNCERTAIN),
        )  # fmt: skip

    def _flag_cases(self, entry: Entry, tiers: list[str]) -> tuple[Case, ...]:
        fields = entry.mapping.fields
        conditions = self.conditions(entry)
        simple = [name for name in ("tier", "raised_if") if name in fields]
        if "cases" in fields:
            for name in simple:
                at = entry.mapping.key(name).at
                self.problems.append(Problem(at, "F217", f"'{name}' and 'cases' exclude each other", "take one out"))
            cases = conditions.cases(entry.get(k.FLAG_CASES), tiers, (CLEAR,))
            self._check_urgency(cases, tiers)
            return cases
        missing = "raised_if" if simple == ["tier"] else "tier"
        if simple != ["tier", "raised_if"]:
            hint = "add 'tier:' and 'raised_if:', or 'cases:'"
            self.problems.append(Problem(entry.mapping.at, "F202", f"a red flag needs '{missing}'", hint))
        tier = entry.text(k.TIER)
        if tier and tier not in tiers:
            hint = nearest(tier, tiers) if tiers else "add it to 'tiers:' of form.yaml"
            self.problems.append(Problem(fields["tier"].at, "F304", f"the form has no tier '{tier}'", hint, tier))
        source = entry.get(k.RAISED_IF)
        when = conditions.condition(source)
        if source is None or when is None:
            return ()
        return (Case(tier, when, source.at), Case(CLEAR, None, source.at))

    def _check_urgency(self, cases: tuple[Case, ...], tiers: list[str]) -> None:
        """Report a case behind a less urgent one, which would hide it: the first that is true decides."""
        latest = -1
        for case in cases:
            place = tiers.index(case.outcome) if case.outcome in tiers else latest
            if place < latest:
                hint = f"the most urgent first: {', '.join(tiers)}"
                self.problems.append(Problem(case.at, "F506", f"'{case.outcome}' comes too late", hint))
            latest = max(latest, place)

    def note(self, mapping: Mapping, keys: Keys = k.NOTE, conditions: ConditionReader | None = None) -> Note | None:
        """Return a sentence with a condition; `keys` and `conditions` are other ones for the notes of a trial."""
        entry = keys.open(mapping, self.problems)
        id_, when = entry.get(k.NOTE_ID), (conditions or self._plain).condition(entry.get(k.WHEN))
        if id_ is None:
            return None
        place = entry.text(k.PLACE) if keys is k.NOTE else "trial"
        if place == "education" and "source" not in mapping.fields:
            hint = "add 'source:', where what is being studied was read"
            self.problems.append(Problem(mapping.at, "F202", "a note of 'place: education' needs 'source'", hint))
        text = entry.text(k.WORDS)
        self.check_braces(mapping.fields.get("text"))
        about = self._about(mapping.fields.get("about")) if keys is k.NOTE else ""
        return None if when is None else Note(id_, text, place, when, mapping.at, about, entry.text(k.SOURCE))

    def _about(self, node: Node | None) -> str:
        """Return the value or result that a note is about: what has a row of its own among the results."""
        name = node.text if isinstance(node, Scalar) else ""
        if node is None or not name:
            return name
        dated = (item.id for item in self.scope.items.values() if item.is_dated and not item.has_sides)
        known = (*self.scope.values, *dated)
        if name not in known:
            self.problems.append(Problem(node.at, "F306", f"there is no result '{name}'", nearest(name, known), name))
        return name

    def check_braces(self, node: Node | None) -> None:
        """Report names in braces that paper could not replace by words, and a brace alone."""
        if not isinstance(node, Scalar):
            return
        for alone in re.finditer("[{}]", IN_BRACES.sub(lambda found: " " * len(found[0]), node.text)):
            message = f"'{alone[0]}' stands alone: no name is replaced here"
            self.problems.append(Problem(node.place(alone.start()), "F221", message, "write {name}, with both braces"))
        for found in IN_BRACES.finditer(node.text):
            known = self._names_on_paper
            if found[1] not in known:
                at = node.place(found.start())
                message = f"there is no answer or result '{found[1]}'"
                name = found[1].partition(".")[0]
                self.problems.append(Problem(at, "F306", message, nearest(found[1], known), name))

    @cached_property
    def _names_on_paper(self) -> set[str]:
        scope = self.scope
        sided = {f"{name}.{side}" for name, item in scope.items.items() if item.has_sides for side in SIDES}
        sided |= {f"{name}.{side}" for name, each in scope.findings.items() if each.has_sides for side in SIDES}
        return sided | {*scope.items, *scope.findings, *scope.values, *scope.scores}

    def must(self, mapping: Mapping) -> Must | None:
        """Return a rule across answers."""
        entry = k.RULE.open(mapping, self.problems)
        id_, must = entry.get(k.RULE_ID), self._plain.condition(entry.get(k.MUST))
        if id_ is None or must is None:
            return None
        demanded = replace(must, roots=(unless_broken(must.truth()),))
        return Must(id_, demanded, entry.text(k.MESSAGE), mapping.at)

    def conditions(self, entry: Entry, sided: Sided = Sided.ONCE, table: str = "") -> ConditionReader:
        """Return what reads the conditions of a rule, which may name the cut-offs of this file."""
        node, scope = entry.get(k.OWN_CUTOFFS), self.scope
        if node is not None:
            scope = replace(scope, cutoffs=own_cutoffs(node, self.declared.limits_of, self.problems))
        return ConditionReader(scope, self.problems, sided, table)
