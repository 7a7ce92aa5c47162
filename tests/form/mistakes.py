"""Mistakes that people make when they edit form files, seeded into a text.

Each kind is a function from the lines of a file and a number to the changed lines and the lines (from 1) at which the
mistake may be reported: its own; the beginning of a definition from which something was taken; one line around a slip
of indentation. A kind returns None where it can't be made.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from screener.form import keys, kinds
from screener.form.problem import FormError
from screener.form.source import Mapping, Scalar, Sequence, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from screener.form.model import Form
    from screener.form.source import Node

ITEM_KEYS = keys.ITEM_KEYS
KEYS = {name for kind in kinds.KINDS.values() for name in kind.by_name} | ITEM_KEYS
REQUIRED = {"title", "text", "cite", "range", "cases", "source", "why", "action", "options", "units", "type"}
DEFINES = (
    "item",
    "column",
    "score",
    "finding",
    "flag",
    "criterion",
    "note",
    "rule",
    "value",
    "lookup",
    "trial",
    "card",
    "leaflet",
    "section",
    "form",
)
RULES = {"ask_if", "raised_if", "when", "is", "must", "applies_if"}
KEY_LINE = re.compile(r"^(\s*)(- )?([a-z_]+):( .*)?$")
CASE_LINE = re.compile(r"^(\s*)- ([A-Za-z_0-9]+): (.+)$")


@dataclass(frozen=True)
class Change:
    """A file with a mistake in it."""

    lines: list[str]
    places: set[int]


@dataclass(frozen=True)
class Mistake:
    """One seeded mistake."""

    kind: str
    file: str
    number: int  # the line it was made in, from 0
    line: str  # as it was
    change: Change

    @property
    def name(self) -> str:
        return f"{self.kind}: {self.file}: {self.line.strip()}"


class Names:
    """What the rules of a form may name."""

    def __init__(self, form: Form) -> None:
        self.things = {*form.items, *(each.id for each in (*form.values, *form.scores, *form.findings))}
        self.things |= {column.id for item in form.items.values() for column in item.columns}
        self.options = {option.id for item in form.items.values() for option in item.options}
        self.options |= {outcome.id for finding in form.findings for outcome in finding.outcomes}


def rule_in(line: str) -> tuple[int, str] | None:
    """Return where an expression begins in a line, and the expression; None when the line has none."""
    key = KEY_LINE.match(line)
    if key and key[3] in RULES and key[4] and not key[4].strip().startswith(">"):
        return key.start(4) + 1, key[4].strip()
    case = CASE_LINE.match(line)
    if (
        case
        and case[2] not in (*DEFINES, "heading", "otherwise", "example")
        and not case[3].startswith(("{", ">", "["))
    ):
        return case.start(3), case[3]
    return None


def misspelt(word: str) -> str:
    return word[:-2] + word[-1] + word[-2] if len(word) > 3 and word[-1] != word[-2] else word + "x"


def with_line(lines: list[str], number: int, line: str, *places: int) -> Change:
    changed = [*lines]
    changed[number] = line
    return Change(changed, {number + 1, *places})


def start_of(lines: list[str], number: int) -> int:
    """Return the line (from 1) in which the definition around a line begins."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    for above in range(number, -1, -1):
        found = KEY_LINE.match(lines[above])
        if found and found[3] in DEFINES and len(found[1]) + len(found[2] or "") <= indent:
            return above + 1
    return 1


def replaced(lines: list[str], number: int, pattern: str, new: str | Callable[[re.Match[str]], str]) -> Change | None:
    line = lines[number]
    changed = re.sub(pattern, new, line, count=1)
    return None if changed == line else with_line(lines, number, changed)


# --- keys and indentation --------------------------------------------------------------------------------------------


def a_misspelt_key(lines, number, _):
    found = KEY_LINE.match(lines[number])
    if not found or found[3] not in KEYS:
        return None
    return with_line(lines, number, lines[number].replace(found[3], misspelt(found[3]), 1))


def a_value_lost(lines, number, _):
    found = KEY_LINE.match(lines[number])
    if not found or found[3] not in KEYS or not found[4] or found[4].strip() in (">", "|"):
        return None
    return with_line(lines, number, lines[number][: found.start(4)])


def _shifted(lines, number, by):
    line = lines[number]
    if not line.strip() or line.startswith("#") or (by < 0 and not line.startswith(" " * -by)):
        return None
    if KEY_LINE.match(line) is None:  # a line of a text: its indentation says nothing
        return None
    shifted = " " * by + line if by > 0 else line[-by:]
    return with_line(lines, number, shifted, number, number + 2)


def a_slip_to_the_right(lines, number, _):
    return _shifted(lines, number, 1)


def a_slip_to_the_left(lines, number, _):
    return _shifted(lines, number, -1)


def a_level_too_deep(lines, number, _):
    return _shifted(lines, number, 2)


def a_level_too_high(lines, number, _):
    return _shifted(lines, number, -2)


def a_tab(lines, number, _):
    return replaced(lines, number, r"^  ", "\t")


def a_line_twice(lines, number, _):
    found = KEY_LINE.match(lines[number])
    if not found or found[2] or not found[4]:
        return None
    return Change([*lines[: number + 1], lines[number], *lines[number + 1 :]], {number + 1, number + 2})


def a_key_lost(lines, number, _):
    found = KEY_LINE.match(lines[number])
    if not found or found[3] not in REQUIRED or found[2] or not found[4] or found[4].strip() in (">", "|"):
        return None
    start = start_of(lines, number)
    return Change(lines[:number] + lines[number + 1 :], {start, number + 1})


def a_colon_lost(lines, number, _):
    found = KEY_LINE.match(lines[number])
    if not found or not found[4] or found[3] not in KEYS:
        return None
    return with_line(lines, number, lines[number].replace(":", "", 1))


def a_quote_opened(lines, number, _):
    found = KEY_LINE.match(lines[number])
    if not found or not found[4] or found[4].strip()[0] in "\"'[{>|":
        return None
    return with_line(lines, number, lines[number][: found.start(4) + 1] + '"' + lines[number][found.start(4) + 1 :])


def a_bracket_not_closed(lines, number, _):
    return replaced(lines, number, r"[}\]]$", "")


def a_comment_in_a_text(lines, number, _):
    found = KEY_LINE.match(lines[number])
    if (
        not found
        or found[3] not in ("title", "text", "cite", "message")
        or not found[4]
        or found[4].strip()[0] in "\"'>|"
    ):
        return None
    return replaced(lines, number, r" (\w+)$", r" #\1")


def an_alias(lines, number, _):
    found = KEY_LINE.match(lines[number])
    if (
        not found
        or found[3] not in ("type", "title", "text", "normal")
        or not found[4]
        or not found[4].strip()[0].isalpha()
    ):
        return None
    return with_line(lines, number, lines[number][: found.start(4) + 1] + "*" + lines[number][found.start(4) + 1 :])


# --- names ---------------------------------------------------------------------------------------------------------


def _word_changed(lines, number, known, new):
    rule = rule_in(lines[number])
    if rule is None:
        return None
    start, text = rule
    for word in re.finditer(r"(?<![\w.])[a-z][a-z0-9_]*", text):
        if word[0] in known and (changed := new(word[0])):
            at = start + word.start()
            return with_line(lines, number, lines[number][:at] + changed + lines[number][at + len(word[0]) :])
    return None


def an_unknown_name(lines, number, names):
    return _word_changed(lines, number, names.things, misspelt)


def a_misspelt_option(lines, number, names):
    return _word_changed(lines, number, names.options - names.things, misspelt)


def an_option_of_another_item(lines, number, names):
    others = sorted(names.options - names.things)
    return _word_changed(lines, number, names.options - names.things, lambda word: others[len(word) * 7 % len(others)])


def a_misspelt_function(lines, number, _):
    return replaced(
        lines, number, r"\b(known|either|within|lookup|at_least|egfr)\(", lambda found: misspelt(found[1]) + "("
    )


def an_unknown_cut_off(lines, number, names):
    rule = rule_in(lines[number])
    parts = "left|right|here|date|unit|age_days"
    return (
        replaced(lines, number, rf"\.(?!(?:{parts})\b)([a-z_]{{3,}})\b", lambda found: "." + misspelt(found[1]))
        if rule
        else None
    )


def an_item_with_a_taken_id(lines, number, _):
    found = re.match(r"^(\s*- item: )(\w+)$", lines[number])
    before = [each for each in (re.match(r"^\s*- item: (\w+)$", line) for line in lines[:number]) if each]
    return with_line(lines, number, found[1] + before[0][1]) if found and before else None


def a_wrong_normal(lines, number, _):
    return replaced(lines, number, r"^(\s+normal: )([a-z]\w*)$", lambda found: found[1] + misspelt(found[2]))


def a_normal_range_in_other_words(lines, number, _):
    return replaced(lines, number, r"(normal: [0-9.]+) to ([0-9.]+)", lambda found: f"{found[1]}-{found[2]}")


def a_misspelt_type(lines, number, _):
    return replaced(lines, number, r"^(\s+type: )(\w+)$", lambda found: found[1] + misspelt(found[2]))


def a_section_that_no_file_has(lines, number, _):
    return replaced(lines, number, r"^(sections: \[)(\w+)", lambda found: found[1] + misspelt(found[2]))


def an_unknown_tier(lines, number, _):
    return replaced(lines, number, r"^(\s+tier: )(\w+)$", r"\1X\2")


# --- numbers and units ---------------------------------------------------------------------------------------------


def a_wrong_unit(lines, number, _):
    line = lines[number]
    if "of:" in line or "{" not in line or "limits:" in line:
        return None
    return replaced(lines, number, r"(mmol/mol|mmol/L|mg/dL|pmol/L|pg/mL|µmol/L|\"%\")(?=:)", '"mmol/litre"')


def a_unit_lost(lines, number, _):
    return replaced(lines, number, r", (mmol/mol|mmol/L|mg/dL|pmol/L|pg/mL|µmol/L): [\d.]+\}", "}")


def limits_upside_down(lines, number, _):
    return replaced(lines, number, r"limits: \[([\d.]+), ([\d.]+)\]", r"limits: [\2, \1]")


def letters_in_a_number(lines, number, _):
    return replaced(lines, number, r"(limits: \[|range: \[|from: |round: )(\d)", r"\1O\2")


def another_cut_off(lines, number, _):
    line = lines[number]
    if (
        _range_line(lines)
        or not re.match(r"^\s+(\w+): (\{.*\}|[\d.]+)$", line)
        or re.search("limits|from|round|lines", line)
    ):
        return None
    return replaced(lines, number, r"(: )(\d+)(?=[.,}]|$)", lambda found: f"{found[1]}{int(found[2]) + 3}")


# --- scores, cases, meaning ------------------------------------------------------------------------------------------


def _range_line(lines):
    return next((number + 1 for number, line in enumerate(lines) if line.startswith("range:")), 0)


def _is_points(line: str) -> bool:
    return bool(re.match(r"^  \w+: \{.*\w+: \d.*\}$", line)) and "from:" not in line


def points_missing(lines, number, _):
    return (
        replaced(lines, number, r"(?<=[{ ])\w+: [\d.]+, (?=\w+: \d)", "")
        if _is_points(lines[number]) and _range_line(lines)
        else None
    )


def points_for_a_misspelt_option(lines, number, _):
    if not _is_points(lines[number]) or not _range_line(lines):
        return None
    return replaced(lines, number, r"(\w+)(: [\d.]+\})$", lambda found: misspelt(found[1]) + found[2])


def other_points(lines, number, _):
    if not _is_points(lines[number]) or not _range_line(lines):
        return None
    change = replaced(lines, number, r"(: )(\d)(?=\}$)", lambda found: f"{found[1]}{int(found[2]) + 1}")
    return change and Change(change.lines, {number + 1, _range_line(lines)})


def bands_swapped(lines, number, _):
    pair = lines[number : number + 2]
    if len(pair) < 2 or not all(re.match(r"^  - \{from: [\d.]+, is: \w+\}$", line) for line in pair):
        return None
    return Change([*lines[:number], pair[1], pair[0], *lines[number + 2 :]], {number + 1, number + 2})


def another_range(lines, number, _):
    return replaced(lines, number, r"^(range: \[\d+, )(\d+)", lambda found: f"{found[1]}{int(found[2]) + 1}")


def otherwise_lost(lines, number, _):
    found = re.match(r"^(\s*)- otherwise: ", lines[number])
    if not found:
        return None
    last = next(above for above in range(number - 1, -1, -1) if lines[above].startswith(f"{found[1]}- "))
    return Change(lines[:number] + lines[number + 1 :], {last + 1})


def an_unknown_outcome(lines, number, _):
    return replaced(lines, number, r"^(\s*- otherwise: )(\w+)$", lambda found: found[1] + misspelt(found[2]))


def cases_swapped(lines, number, _):
    pair = lines[number : number + 2]
    cases = [CASE_LINE.match(line) for line in pair]
    if len(pair) < 2 or not all(rule_in(line) for line in pair) or not all(cases) or cases[0][2] == cases[1][2]:
        return None
    return Change([*lines[:number], pair[1], pair[0], *lines[number + 2 :]], {number + 1, number + 2})


def _rule_replaced(lines, number, pattern, new):
    rule = rule_in(lines[number])
    if rule is None:
        return None
    changed = re.sub(pattern, new, rule[1], count=1)
    return None if changed == rule[1] else with_line(lines, number, lines[number][: rule[0]] + changed)


def a_single_equals_sign(lines, number, _):
    return _rule_replaced(lines, number, "==", "=")


def a_bracket_too_few(lines, number, _):
    return _rule_replaced(lines, number, r"\)", "")


def signs_of_another_language(lines, number, _):
    return _rule_replaced(lines, number, " and ", " && ")


def a_comparison_turned_round(lines, number, _):
    turned = {">=": "<", ">": "<=", "<=": ">", "<": ">=", "==": "!=", "!=": "=="}
    return _rule_replaced(lines, number, "[<>!=]=|[<>]", lambda found: turned[found[0]])


def and_for_or(lines, number, _):
    return _rule_replaced(lines, number, " (and|or) ", lambda found: " or " if found[1] == "and" else " and ")


def a_lost_not(lines, number, _):
    return _rule_replaced(lines, number, r"\bnot ", "")


def sides_lost(lines, number, _):
    if lines[number].strip() != "sides: both":
        return None
    return Change(lines[:number] + lines[number + 1 :], {number + 1, start_of(lines, number)})


KINDS = (
    a_misspelt_key, a_value_lost, a_slip_to_the_right, a_slip_to_the_left, a_level_too_deep, a_level_too_high, a_tab,
    a_line_twice, a_key_lost, a_colon_lost, a_quote_opened, a_bracket_not_closed, a_comment_in_a_text, an_alias,
    an_unknown_name, a_misspelt_option, an_option_of_another_item, a_misspelt_function, an_unknown_cut_off,
    an_item_with_a_taken_id, a_wrong_normal, a_normal_range_in_other_words, a_misspelt_type, a_section_that_no_file_has, an_unknown_tier,
    a_wrong_unit, a_unit_lost, limits_upside_down, letters_in_a_number, another_cut_off, points_missing,
    points_for_a_misspelt_option, other_points, bands_swapped, another_range, otherwise_lost, an_unknown_outcome,
    cases_swapped, a_single_equals_sign, a_bracket_too_few, signs_of_another_language, a_comparison_turned_round,
    and_for_or, a_lost_not, sides_lost,
)  # fmt: skip


def mistakes(files: dict[str, str], form: Form, count: int) -> list[Mistake]:
    """Return so many mistakes, of every kind in turn; which ones depends on the lines alone, not on their order."""
    names = Names(form)
    waiting = [iter(_of_kind(kind, files, names)) for kind in KINDS]
    chosen: list[Mistake] = []
    while len(chosen) < count and waiting:
        for each in list(waiting):
            mistake = next(each, None)
            if mistake is None:
                waiting.remove(each)
            elif len(chosen) < count:
                chosen.append(mistake)
    return chosen


def meaning(lines: list[str]) -> object:
    """Return what the lines say without their places: an indentation that changes nothing is no mistake."""

    def of(node: Node) -> object:
        match node:
            case Scalar(text):
                return text
            case Mapping(entries):
                return [(key.text, of(value)) for key, value in entries]
            case Sequence(nodes):
                return [of(each) for each in nodes]

    try:
        return of(read_yaml("\n".join(lines).encode(), ""))
    except FormError as error:
        return error.problems


def _of_kind(kind: Callable[..., Change | None], files: dict[str, str], names: Names) -> Iterator[Mistake]:
    title = kind.__name__.replace("_", " ")
    seen: Counter[tuple[str, str]] = Counter()
    lines = []
    for file, text in files.items():
        for number, line in enumerate(text.split("\n")):
            seen[file, line] += 1
            rank = hashlib.sha256(f"{title} {file} {line} {seen[file, line]}".encode()).digest()
            lines.append((rank, file, number, line))
    for _, file, number, line in sorted(lines):
        change = kind(files[file].split("\n"), number, names)
        if change is not None and meaning(change.lines) != meaning(files[file].split("\n")):
            yield Mistake(title, file, number, line, change)
