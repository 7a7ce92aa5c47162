"""An edit is assessed as the same answers are from the start, whatever questions have in common.

1. Questions under one condition appear and go together.
2. What an edit says nothing new of is the same object as before, so that nobody has to look at it again.
"""

from __future__ import annotations

from screener.assess.answers import Answers, Chosen, Written
from screener.assess.assess import assess
from screener.assess.assessment import Asked
from screener.form.folder import SourceFile
from screener.form.load import form_of
from tests.form.minimal import form_with

FORM = "form: tiny\nversion: 1.0.0\ntitle: Tiny\ntiers:\n  E: Emergency\nsections: [history]\n"
FOLLOW_UP = ("since", "place")
SECTION = "section: history\ntitle: History\nitems:\n  - item: pain\n    text: Pain\n    type: yes_no\n" + "".join(
    f"  - item: {name}\n    text: Say {name}\n    type: text\n    ask_if: pain\n" for name in FOLLOW_UP
)


def tiny():
    texts = {"form.yaml": FORM, "sections/history.yaml": SECTION}
    return form_of([SourceFile(f"tiny/{path}", text.encode()) for path, text in texts.items()], "tiny")


def test_that_questions_under_one_condition_appear_and_go_with_an_edit():
    form, nothing = tiny(), Answers()
    yes = nothing.with_answer("pain", Chosen("yes"))
    empty = assess(form, nothing)
    asked = assess(form, yes, empty)
    assert asked.on_screen == {"pain", *FOLLOW_UP}
    assert set(asked.asked.values()) == {Asked.YES}
    assert asked.same_as(assess(form, yes))
    back = assess(form, nothing, asked)
    assert back.on_screen == {"pain"}
    assert back.same_as(empty)
    no = nothing.with_answer("pain", Chosen("no"))
    assert assess(form, no, asked).not_asked == FOLLOW_UP


def test_that_what_an_edit_says_nothing_new_of_is_the_same_object():
    form = form_with()
    before = assess(form, Answers())
    after = assess(form, Answers().with_answer("words", Written("at night")), before)
    for part in ("values", "scores", "findings", "flags", "trials", "asked", "on_screen", "parts_not_asked"):
        assert getattr(after, part) is getattr(before, part), part
