"""A small form with one of everything, and a way to change a file of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.form.load import SourceFile, form_of
from screener.form.problem import FormError

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "form.yaml": """\
form: small
version: 1.0.0
title: A small form
valid_until: 2027-11-30
tiers:
  E: Emergency
  U1: One working day
sections: [history, examination]
""",
    "sections/history.yaml": """\
section: history
title: History
items:
  - item: diabetes
    text: Diabetes
    type: choice
    options:
      none: None
      t1: Type 1
      t2: Type 2
  - item: pain
    text: Pain
    type: yes_no
    short: Pain
  - item: pain_score
    text: Pain from 0 to 10
    type: whole
    ask_if: pain
    limits: [0, 10]
    usual: [0, 9]
    cutoffs:
      strong: 7
  - item: complications
    text: Complications
    type: several
    options:
      retinopathy: Retinopathy
      nephropathy: Nephropathy
      nothing: {text: None of these, exclusive: yes}
  - item: onset
    text: Since when
    type: date
  - item: words
    text: In own words
    type: text
    lines: 3
  - item: medicines
    text: Medicines tried
    type: table
    columns:
      - column: drug
        text: Medicine
        type: choice
        options:
          duloxetine: Duloxetine
          pregabalin: Pregabalin
      - column: mg_day
        text: Dose a day
        type: whole
        limits: [0, 2000]
""",
    "sections/examination.yaml": """\
section: examination
title: Examination
intro: Each side separately.
items:
  - heading: Reflexes
  - item: ankle_reflex
    text: Ankle reflex
    type: choice
    sides: both
    normal: present
    options:
      present: Present
      reduced: Reduced
      absent: Absent
  - item: monofilament
    text: Monofilament at the great toe
    type: choice
    sides: both
    draw: toe1
    normal: felt
    options:
      felt: Felt
      not_felt: Not felt
  - heading: Results
  - item: hba1c
    text: HbA1c
    type: quantity
    fresh_for: 90 days
    converts: hba1c
    units:
      "%": {limits: [3.0, 20.0], usual: [4.5, 14.0]}
      mmol/mol: {limits: [9, 195], usual: [25, 130]}
    cutoffs:
      high: {"%": 10.0, mmol/mol: 86}
  - item: weight
    text: Weight
    type: quantity
    units:
      kg: {limits: [20, 400], normal: 45 to 120}
    source: Invented for the tests.
""",
    "values/dose.yaml": """\
value: pain_half
title: Half of the pain
is: pain_score / 2
round: 1
source: Invented for the tests.
cutoffs: {some: 2}
""",
    "scores/signs.yaml": """\
score: signs
title: Signs
cite: Invented for the tests.
licence: B
range: [0, 7]
points:
  ankle_reflex: {present: 0, reduced: 1, absent: 2}
  monofilament: {sides: worst, felt: 0, not_felt: 1}
  pain_score:
    from: {0: 0, 4: 1}
    not_asked: 0
  high_sugar:
    when: hba1c > hba1c.high
bands:
  - {from: 0, is: none}
  - {from: 3, is: some}
cutoffs:
  - {from: 4, is: at_risk}
""",
    "findings/level.yaml": """\
finding: level
title: Level
cite: Invented for the tests.
ordered: yes
outcomes:
  low: Low
  high: High
cases:
  - high: signs >= signs.at_risk
  - otherwise: low
""",
    "findings/loss.yaml": """\
finding: loss
title: Loss of sensation
hidden: yes
per: side
outcomes:
  lost: Lost
  kept: Kept
cases:
  - lost: monofilament.here == not_felt
  - otherwise: kept
""",
    "findings/dose.yaml": """\
finding: tried
title: Tried long enough
hidden: yes
per: row
table: medicines
outcomes:
  enough: Enough
  too_little: Too little
cases:
  - enough: mg_day >= lookup(doses, drug)
  - otherwise: too_little
""",
    "lookups/doses.yaml": """\
lookup: doses
title: Dose of a trial
of: medicines.drug
numbers: {duloxetine: 60, pregabalin: 300}
source: Invented for the tests.
""",
    "flags/all.yaml": """\
- flag: RF01
  title: Lost feeling
  tier: U1
  raised_if: either(loss == lost)
  action: See the foot team.
  cite: Invented for the tests.
- flag: RF02
  title: Strong pain
  cases:
    - E: known(pain_score) and pain_score > pain_score.strong
    - U1: pain
    - otherwise: clear
  action: Treat the pain.
  cite: Invented for the tests.
""",
    "notes/all.yaml": """\
- note: both
  place: scores
  when: level == high
  text: Symptoms and signs measure different things.
- note: draft
  place: summary
  when: pain
  text: Pain {pain_score} of 10, reflex {ankle_reflex.left}, {signs} points, {level}.
""",
    "rules/all.yaml": """\
rule: score_needs_pain
must: not known(pain_score) or pain
message: A pain score without pain.
""",
    "trials/one.yaml": """\
trial: one
title: A trial
kind: composite
snapshot: 2026-11-21
source: Invented for the tests.
cutoffs:
  most: {of: hba1c, "%": 9.5, mmol/mol: 80}
  light: 50
criteria:
  - criterion: C01
    title: HbA1c
    cases:
      - barrier: hba1c > hba1c.high
      - discuss: hba1c > cutoffs.most or weight < cutoffs.light
      - otherwise: ok
    why: Because.
  - criterion: C02
    title: Diabetes
    blocking: no
    cases:
      - na: diabetes == none
      - need_info: pain
      - otherwise: ok
    why: Because.
notes:
  - note: about
    when: diabetes == t1
    text: A sentence.
""",
    "cards/one.yaml": """\
card: example_trial
title: A registered trial
registry: NCT00000000
product: Cells of an invented kind.
status: Recruiting.
snapshot: 2026-06-01
valid_until: 2027-06-01
confidence: part
include:
  - Adults, with a comma in the sentence.
  - Diabetes of any type.
exclude:
  - >
    Cancer within five years.
not_seen:
  - The doses.
source: Invented for the tests.
uncertain: The status may have changed.
""",
    "leaflets/one.yaml": """\
leaflet: asking
title: What to ask
parts:
  - heading: Before you decide
    text: >
      Ask who pays, and who looks after you later.
    points:
      - Is it registered?
      - What does it cost?
  - heading: Afterwards
    text: Tell your doctor.
snapshot: 2026-06-01
source: Invented for the tests.
""",
    "site.yaml": """\
site: A clinic
cutoffs:
  hba1c.high: {"%": 9.0, mmol/mol: 75}
actions:
  RF01: Call 1234.
""",
    "approval.yaml": """\
approval: Dr A. Example
role: Consultant
on: 2026-11-30
sha256: abc
""",
}


def form_with(changes: dict[str, str | None] | None = None, language: str = "en"):
    """Return the small form with some of its files written anew (None: gone), in a language."""
    files = FILES | (changes or {})
    read = [SourceFile(f"small/{name}", text.encode()) for name, text in sorted(files.items()) if text is not None]
    return form_of(read, "small", language)


def written(folder: Path, files: dict[str, str]) -> Path:
    """Write files below a folder, and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def problems_with(changes: dict[str, str | None]) -> list[str]:
    """Return the problems as `file:line:column CODE`, those of the folder's name left out."""
    try:
        form_with(changes)
    except FormError as error:
        return [f"{str(problem.at).removeprefix('small/')} {problem.code}" for problem in error.problems]
    return []


def changed(file: str, old: str, new: str, count: int = 1) -> dict[str, str]:
    """Return one file with a text in it replaced."""
    assert old in FILES[file], f"{old!r} is not in {file}"
    return {file: FILES[file].replace(old, new, count)}
