"""How the small written forms of these tests begin: the head, and a first page; the second page is each one's own."""

from __future__ import annotations

BEGUN = {
    "form.yaml": """\
form: small
version: 1.0.0
title: Small
intended_use: >
  A form for tests, not for patients.
tiers:
  E: Emergency
  U1: Within 1 working day
sections: [one, two]
""",
    "one.yaml": """\
section: one
title: One
items:
  - item: numbness
    text: Numbness
    type: yes_no
  - item: since
    text: Since
    type: date
    ask_if: numbness
  - item: reflex
    text: Reflex
    type: choice
    sides: both
    options:
      present: Present
      absent: Absent
""",
}
