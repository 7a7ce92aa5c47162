"""Writes a form of any size, valid and always the same for the same numbers: the ground of the benchmarks.

    python benchmarks/generate_form.py FOLDER --items 300 --conditions 223 --seed 1

`conditions` counts every expression: ask_if, cases, flags, criteria, notes, rules and values.
"""

from __future__ import annotations

import argparse
import random
import sys
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import fill, indent

TOPICS = [
    "burning", "numbness", "tingling", "cramp", "weakness", "balance", "sleep", "walking", "foot_care", "skin",
    "nail", "ulcer", "callus", "pulse", "pressure", "glucose", "kidney", "thyroid", "vitamin", "alcohol",
    "smoking", "medicine", "pain_relief", "fall", "vision", "swallowing", "bladder", "heart", "weight",
]  # fmt: skip
ASPECTS = [
    "now", "past", "worst", "average", "onset", "course", "side_effect", "spread", "relief", "trigger", "daily",
    "night", "rest", "effort", "change",
]  # fmt: skip
WORDS = [
    "the", "a", "person", "patient", "left", "right", "foot", "leg", "hand", "toe", "calf", "since", "when",
    "before", "after", "during", "more", "less", "than", "usual", "about", "how", "often", "strongly",
    "clearly", "slowly", "at", "night", "in", "the", "morning", "walking", "standing", "resting", "touch",
    "cold", "heat", "light", "firm", "weeks", "months", "years", "noticed", "reported", "felt", "seen",
    "measured", "examined", "by", "hand", "with", "both", "eyes", "closed",
]  # fmt: skip
SHARE = {  # of a hundred items
    "yes_no": 30, "choice": 22, "sided": 10, "several": 6, "whole": 11, "quantity": 10, "date": 4, "text": 5,
    "table": 2,
}  # fmt: skip
PER_SECTION = 8
PER_FILE = 10


@dataclass
class Question:
    """An item that rules may read, and how."""

    id: str
    kind: str
    options: tuple[str, ...] = ()
    cutoff: str = ""
    gated: bool = False
    high: int = 0


@dataclass
class Writer:
    """Makes the parts of one form."""

    random: random.Random
    questions: list[Question] = field(default_factory=list)
    findings: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    scores: list[str] = field(default_factory=list)

    def chance(self, percent: int) -> bool:
        """Return whether it is one of those."""
        return self.random.random() * 100 < percent

    def words(self, fewest: int, most: int) -> str:
        """Return a few words that read like a question."""
        count = self.random.randint(fewest, most)
        return " ".join(self.random.choice(WORDS) for _ in range(count)).capitalize()

    def sentence(self, key: str, fewest: int, most: int, depth: int) -> str:
        """Return a folded text under a key."""
        space = " " * depth
        return f"{space}{key}: >\n{indent(fill(self.words(fewest, most) + '.', 100), space + '  ')}\n"

    def item(self, number: int, ask: bool) -> str:
        """Return the YAML of an item and remember it."""
        kind = self.random.choices(list(SHARE), list(SHARE.values()))[0] if number > 1 else "whole"
        id_ = f"{TOPICS[number % len(TOPICS)]}_{ASPECTS[number // len(TOPICS) % len(ASPECTS)]}_{number}"
        ask_if = self.condition(1, 2, [each for each in self.questions if each.kind != "sided"]) if ask else ""
        question = Question(id_, kind, gated=bool(ask_if))
        lines = [f"  - item: {id_}", f"    text: {self.words(4, 12)}?"]
        lines.append(f"    type: {'choice' if kind == 'sided' else kind}")
        if self.chance(30):
            lines.append(f"    short: {self.words(1, 3)}")
        if ask_if:
            lines.append(f"    ask_if: {ask_if}")
        text = "\n".join(lines) + "\n" + getattr(self, f"_{kind}")(question)
        if self.chance(15):
            text += self.sentence("help", 12, 30, 4)
        self.questions.append(question)
        return text

    def _options(self, question: Question, fewest: int, most: int) -> str:
        ids = self.random.sample(["none", "mild", "moderate", "severe", "present", "reduced", "absent", "unclear"],
                                 self.random.randint(fewest, most))  # fmt: skip
        question.options = tuple(ids)
        return "    options:\n" + "".join(f"      {each}: {self.words(1, 5)}\n" for each in ids)

    def _yes_no(self, _: Question) -> str:
        return "    source: As asked in a clinic.\n" if self.chance(50) else ""

    def _choice(self, question: Question) -> str:
        text = self._options(question, 3, 6)
        return text + ("    source: As seen in a clinic.\n" if self.chance(50) else "")

    def _sided(self, question: Question) -> str:
        return "    sides: both\n" + self._choice(question)

    def _several(self, question: Question) -> str:
        return self._options(question, 3, 6) + f"      nothing: {{text: {self.words(1, 3)}, exclusive: yes}}\n"

    def _whole(self, question: Question) -> str:
        question.high = self.random.choice((10, 50, 120))
        return f"    limits: [0, {question.high}]\n"

    def _quantity(self, question: Question) -> str:
        question.cutoff = "high"
        dated = self.random.choice(("", "    dated: yes\n", "    fresh_for: 90 days\n"))
        return (
            dated + "    units:\n      mmol/L: {limits: [1.0, 40.0], usual: [3.0, 20.0]}\n"
            "      mg/dL: {limits: [18, 720], usual: [54, 360]}\n"
            "    cutoffs:\n"
            f"      high: {{mmol/L: {self.random.randint(6, 15)}.5, mg/dL: {self.random.randint(110, 270)}}}\n"
        )

    def _date(self, _: Question) -> str:
        return ""

    def _text(self, _: Question) -> str:
        return f"    lines: {self.random.randint(1, 4)}\n"

    def _table(self, question: Question) -> str:
        column = f"{question.id}_what"
        question.options = ("first", "second", "other")
        return (
            f"    columns:\n      - column: {column}\n        text: {self.words(2, 5)}\n        type: choice\n"
            "        options:\n" + "".join(f"          {each}: {self.words(1, 3)}\n" for each in question.options)
            + f"      - column: {question.id}_weeks\n        text: {self.words(2, 5)}\n        type: whole\n"
            "        limits: [0, 520]\n"
        )  # fmt: skip

    def atom(self, question: Question) -> str:  # noqa: C901 - a line for each type of item
        """Return a condition that reads one item, safe where the item may not be asked."""
        choose = self.random.choice
        match question.kind:
            case "yes_no":
                text = choose((question.id, f"not {question.id}"))
            case "choice" | "sided":
                some = self.random.sample(question.options, 2)
                text = choose((f"{question.id} == {some[0]}", f"{question.id} in ({some[0]}, {some[1]})"))
            case "several":
                text = f"{choose(question.options)} in {question.id}"
            case "whole":
                text = f"{question.id} {choose(('>=', '<'))} {self.random.randint(1, question.high - 1)}"
            case "quantity":
                text = f"{question.id} {choose(('>', '<='))} {question.id}.{question.cutoff}"
            case "date":
                text = f"within({question.id}, {self.random.randint(1, 12)}, months)"
            case "table":
                text = f"any({question.id}, {question.id}_what == first and {question.id}_weeks > 6)"
            case _:
                text = f"known({question.id})"
        if question.gated and question.kind not in ("table", "text"):
            text = f"known({question.id}) and {text}"
        return f"{choose(('either', 'both'))}({text})" if question.kind == "sided" else text

    def condition(self, fewest: int, most: int, questions: list[Question] | None = None) -> str:
        """Return a condition of a few parts; empty while there is nothing to read."""
        known = [each for each in questions or self.questions if not (each.gated and each.kind in ("table", "text"))]
        if not known:
            return ""
        count = self.random.randint(fewest, most)
        parts = [self.atom(each) for each in self.random.sample(known, min(count, len(known)))]
        return self._joined(parts)

    def _joined(self, parts: list[str]) -> str:
        sign = self.random.choice((" and ", " or "))
        return sign.join(f"({part})" if " and " in part and sign == " or " else part for part in parts)

    def rule_condition(self) -> str:
        """Return a condition of a rule, which may also read findings, values and scores."""
        parts = [self.condition(1, 3)]
        if self.chance(20) and self.findings:
            name, outcomes = self.random.choice(self.findings)
            parts.append(f"{name} == {self.random.choice(outcomes)}")
        elif self.chance(12) and self.scores:
            parts.append(f"{self.random.choice(self.scores)} >= 2")
        elif self.chance(7) and self.values:
            value = self.random.choice(self.values)
            parts.append(f"known({value}) and {value} > 3")
        if self.chance(10):
            parts.append("at_least(2, " + ", ".join(self.condition(1, 1) for _ in range(3)) + ")")
        return self._joined([f"({part})" if " or " in part and len(parts) > 1 else part for part in parts])

    def score(self, number: int) -> str:
        """Return a score over some of the choices."""
        lines, highest = [], 0
        scorable = [each for each in self.questions if each.kind in ("yes_no", "choice", "sided")]
        for question in self.random.sample(scorable, min(len(scorable), 6)):
            options = question.options or ("no", "yes")
            points = {option: place % 3 for place, option in enumerate(options)}
            highest += max(points.values())
            sides = "sides: worst, " if question.kind == "sided" else ""
            written = ", ".join(f"{option}: {each}" for option, each in points.items())
            lines.append(f"  {question.id}: {{{sides}{written}}}")
        self.scores.append(f"score_{number}")
        return (
            f"score: score_{number}\ntitle: {self.words(3, 6)}\n" + self.sentence("cite", 8, 16, 0)
            + f"range: [0, {highest}]\npoints:\n" + "\n".join(lines)
            + "\nbands:\n  - {from: 0, is: none}\n  - {from: 1, is: some}\n  - {from: 2, is: clear}\n"
        )  # fmt: skip

    def finding(self, number: int) -> str:
        """Return a finding of two cases."""
        outcomes = ("low", "medium", "high")
        cases = [f"  - {outcome}: {self.rule_condition()}" for outcome in outcomes[:0:-1]]
        name = f"finding_{number}"
        text = (
            f"- finding: {name}\n  title: {self.words(3, 6)}\n" + self.sentence("cite", 8, 16, 2)
            + "  outcomes:\n" + "".join(f"    {each}: {self.words(2, 5)}\n" for each in outcomes)
            + "  cases:\n" + "".join(f"  {case}\n" for case in cases) + "    - otherwise: low\n"
        )  # fmt: skip
        self.findings.append((name, outcomes))
        return text

    def value(self, number: int) -> str:
        """Return a derived number."""
        wholes = [each.id for each in self.questions if each.kind == "whole"]
        first, second = self.random.choices(wholes, k=2)
        self.values.append(f"value_{number}")
        return (
            f"- value: value_{number}\n  title: {self.words(2, 5)}\n  is: ({first} + {second}) / 2\n  round: 1\n"
            + self.sentence("source", 6, 12, 2)
        )  # fmt: skip

    def flag(self, number: int) -> str:
        """Return a red flag."""
        return (
            f"- flag: F{number:03}\n  title: {self.words(3, 6)}\n  tier: {self.random.choice(('E', 'U1', 'U2'))}\n"
            f"  raised_if: {self.rule_condition()}\n" + self.sentence("action", 10, 20, 2)
            + self.sentence("cite", 6, 12, 2)
        )  # fmt: skip

    def criterion(self, number: int) -> str:
        """Return a criterion of two cases."""
        return (
            f"  - criterion: C{number:03}\n    title: {self.words(2, 5)}\n    cases:\n"
            f"      - barrier: {self.rule_condition()}\n      - discuss: {self.rule_condition()}\n"
            "      - otherwise: ok\n" + self.sentence("why", 10, 25, 4)
        )  # fmt: skip


def generate_form(folder: Path, items: int = 300, conditions: int = 223, seed: int = 1) -> None:
    """Write a form with that many items and expressions into a folder, which is made."""
    writer = Writer(random.Random(seed))
    folder.mkdir(parents=True, exist_ok=True)
    asked = min(conditions * 2 // 5, items // 2)
    _write_sections(folder, writer, items, asked)
    rest = conditions - asked
    values = max(1, rest // 40)
    for number in range(1, max(2, items // 50)):
        _write(folder / "scores" / f"score_{number}.yaml", writer.score(number))
    _write(folder / "values" / "values.yaml", "".join(writer.value(number) for number in range(1, values + 1)))
    rest -= values
    findings, flags = rest // 6, rest // 3
    _write_lists(folder / "findings", [writer.finding(number) for number in range(1, findings + 1)])
    _write_lists(folder / "flags", [writer.flag(number) for number in range(1, flags + 1)])
    criteria = (rest - 2 * findings - flags) // 2
    odd = rest - 2 * findings - flags - 2 * criteria
    head = (
        f"trial: generated\ntitle: {writer.words(3, 6)}\nkind: composite\nsnapshot: 2026-11-21\n"
        + writer.sentence("source", 8, 16, 0) + "criteria:\n"
    )  # fmt: skip
    _write(folder / "trials" / "generated.yaml", head + "".join(map(writer.criterion, range(1, criteria + 1))))
    if odd:
        note = f"note: generated\nplace: scores\nwhen: {writer.rule_condition()}\n" + writer.sentence("text", 8, 16, 0)
        _write(folder / "notes" / "generated.yaml", note)


def _write_sections(folder: Path, writer: Writer, items: int, asked: int) -> None:
    with_condition = set(writer.random.sample(range(4, items), min(asked, items - 4)))
    names = []
    for start in range(0, items, PER_SECTION):
        name = f"section_{start // PER_SECTION + 1}"
        names.append(name)
        text = f"section: {name}\ntitle: {writer.words(1, 4)}\nintro: {writer.words(5, 12)}.\nitems:\n"
        for number in range(start, min(start + PER_SECTION, items)):
            if number % 4 == 0:
                text += f"  - heading: {writer.words(1, 3)}\n"
            text += writer.item(number, number in with_condition)
        _write(folder / "sections" / f"{name}.yaml", text)
    form = "form: generated\nversion: 1.0.0\ntitle: A generated form\n"
    form += "tiers:\n  E: Emergency\n  U1: One day\n  U2: Two weeks\n"
    _write(folder / "form.yaml", form + "sections:\n" + "".join(f"  - {name}\n" for name in names))


def _write_lists(folder: Path, parts: list[str]) -> None:
    for start in range(0, len(parts), PER_FILE):
        _write(folder / f"{folder.name}_{start // PER_FILE + 1}.yaml", "".join(parts[start : start + PER_FILE]))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Write the form that the command line describes."""
    parser = argparse.ArgumentParser(description="Write a generated form.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--items", type=int, default=300)
    parser.add_argument("--conditions", type=int, default=223)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    generate_form(chosen.folder, chosen.items, chosen.conditions, chosen.seed)
    size = sum(path.stat().st_size for path in chosen.folder.rglob("*.yaml"))
    sys.stdout.write(f"{chosen.folder}: {size / 1024:.0f} KiB\n")


if __name__ == "__main__":
    main()
