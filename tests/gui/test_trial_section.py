"""What the panel says of trials (clinical.md 3.4, 3.5).

1. A raised flag that is to be addressed first stands before everything about trials, and the points fold to one line
   until it clears; all of them open on request, from the keyboard too.
2. It is the same sentence as on paper, and so is what is said of a trial as a whole, but for a long list.
3. That this is no decision stands once below.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from screener.assess.answers import Chosen, Rows, Whole, Written
from screener.assess.assess import assess
from screener.assess.explain import explain
from screener.entry import Typed
from screener.gui.labels import LinkButton, Words
from screener.gui.why import Why, points
from screener.report import wording
from screener.report.compose import compose_report
from screener.report.document import Words as Printed
from screener.wizard import Wizard
from tests.gui.conftest import settle
from tests.report.vignettes import answers

if TYPE_CHECKING:
    from screener.assess.assessment import Assessment

URGENT, NOT_URGENT = "cord_compression", "diabetes_years"


def said_in(part: QWidget) -> list[str]:
    """Return the words of a part of the window that are shown, from top to bottom."""
    shown = [words for words in part.findChildren(Words) if words.isVisible() and words.text()]
    return [words.text() for words in sorted(shown, key=lambda words: words.mapTo(part, words.pos() * 0).y())]


def links_in(part: QWidget) -> list[LinkButton]:
    return [link for link in part.findChildren(LinkButton) if link.isVisible()]


@pytest.fixture
def enquiry(form):
    """Return a screening with an enquiry, points to discuss among its points, and no urgent flag."""
    return Wizard(form, answers("v11"), assess)


def test_that_an_urgent_flag_stands_before_everything_about_trials_and_their_points_fold_to_a_line(enquiry, shown):
    window = shown(enquiry)
    section = window.so_far._trials
    assert len(links_in(section)) > 2, "the points that are named, each with its why"
    window.session.answer(URGENT, Chosen("yes"), Typed())
    settle()
    flag = next(each for each in enquiry.form.flags if each.id in {key for key, _ in window.so_far._raised})
    title, first, *line = said_in(section)
    assert title == "TRIAL ENQUIRY (CONSIDERATIONS)"
    assert first == wording.ADDRESS_FIRST.format(flags=flag.title)
    assert line == [enquiry.form.trials[0].title, wording.COME_AFTER]
    assert len(links_in(section)) == 1


def test_that_the_points_stand_open_again_once_nothing_is_to_be_addressed_first(enquiry, shown):
    window = shown(enquiry)
    open_ = said_in(window.so_far._trials)
    window.session.answer(URGENT, Chosen("yes"), Typed())
    assert said_in(window.so_far._trials) != open_
    window.session.undo()
    settle()
    assert said_in(window.so_far._trials) == open_


def test_that_the_panel_says_what_is_to_be_addressed_first_in_the_words_of_the_paper(enquiry, shown):
    window = shown(enquiry.offered(URGENT, Chosen("yes")))
    report = compose_report(window.session.wizard.assessment)
    blocks = [block for part in report.parts if part.title == wording.TRIAL for block in part.blocks]
    printed = next(block for block in blocks if isinstance(block, Printed))
    _, first, _, after = said_in(window.so_far._trials)
    assert (first, f"{after} {wording.ON_LATER_PAGES}") == (printed.lead, printed.text)


def test_that_a_flag_for_safety_alone_does_not_fold_the_points(enquiry, shown):
    window = shown(enquiry)
    assert window.so_far.raised
    assert not any("Address first" in text for text in said_in(window.so_far._trials))


def test_that_nothing_is_addressed_before_trials_nobody_asked_about(enquiry, shown):
    window = shown(enquiry.offered(URGENT, Chosen("yes")).offered("trial_enquiry", Chosen("no")))
    assert said_in(window.so_far._trials)[1:] == [wording.OVERALL["na"]]


def test_that_all_points_of_a_folded_trial_open_from_the_keyboard_below_what_comes_first(enquiry, shown, qtbot):
    window = shown(enquiry.offered(URGENT, Chosen("yes")))
    (link,) = links_in(window.so_far._trials)
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    opened = QApplication.activeModalWidget()
    said = said_in(opened)
    trial = enquiry.form.trials[0]
    assert said[0] == trial.title
    assert said[1].startswith("Address first")
    assert {criterion.title for criterion in trial.criteria} <= set(said[2:])
    opened.close()


def test_that_the_points_of_a_trial_begin_with_its_sentence_where_no_flag_is_urgent(enquiry, shown):
    window = shown(enquiry)
    trial = enquiry.form.trials[0].id
    said = [words.text() for words in points(enquiry.assessment, trial)[1]]
    assert said == [said_in(window.so_far._trials)[1], wording.NO_DECISION]


def printed_sentence(assessment: Assessment) -> str:
    """Return the sentence of page 1 without how many points stand where."""
    blocks = [
        block for part in compose_report(assessment).parts if part.title == wording.TRIAL for block in part.blocks
    ]
    printed = next(block for block in blocks if isinstance(block, Printed))
    return printed.text.partition(f" {wording.COUNTS.partition(' ')[0]} ")[0]


@pytest.mark.parametrize(("vignette", "overall"), [("v01", "no_barrier_recorded"), ("v11", "barrier_recorded")])
def test_that_the_panel_says_of_a_trial_what_paper_says_of_it(form, shown, vignette, overall):
    wizard = Wizard(form, answers(vignette), assess)
    assert wizard.assessment.trials[0].overall == overall
    said = said_in(shown(wizard).so_far._trials)
    assert said[1] == printed_sentence(wizard.assessment)
    assert said[1].endswith(("A trial team may apply different rules.", "trial team against its own protocol."))


def test_that_a_long_list_of_points_is_named_as_far_as_there_is_room(enquiry, shown):
    open_ = replace(enquiry.answers, cells={"trial_enquiry": Chosen("yes")})
    wizard = replace(enquiry, answers=open_)
    start, end = wording.OVERALL["information_needed"].split("{list}")
    said = said_in(shown(wizard).so_far._trials)[1]
    waiting = sum(each.state == "need_info" for each in wizard.assessment.trials[0].criteria)
    assert waiting > 20
    assert said.startswith(start)
    assert said.endswith(f" and {waiting - 3} more{end}")


def test_that_it_is_not_yet_known_whether_there_is_an_enquiry_while_nobody_said(empty, shown):
    said = said_in(shown(empty).so_far._trials)
    assert said[1] == printed_sentence(empty.assessment)
    assert said[1].startswith(wording.TRIAL_OPEN)


def test_that_the_panel_says_once_below_all_points_that_this_is_no_decision(enquiry, shown):
    window = shown(enquiry)
    assert said_in(window.so_far._trials).count(wording.NO_DECISION) == 1
    assert said_in(window.so_far._trials)[-1] == wording.NO_DECISION
    window.session.answer("trial_enquiry", Chosen("no"), Typed())
    settle()
    assert wording.NO_DECISION not in said_in(window.so_far._trials)


def test_that_why_leaves_out_what_is_not_asked_of_a_row(qtbot, form):
    """The name of a medicine that has one on the list, kept from before another was chosen."""
    rows = ({"drug": Chosen("duloxetine"), "name": Written("Tramadol"), "weeks": Whole(12)},)
    given = answers("v01").with_answer("medicines", Rows(rows, complete=True))
    assessment = assess(form, given)
    parent = QWidget()
    qtbot.addWidget(parent)
    why = Why(parent, assessment, explain(assessment, "failures_by_definition"), lambda _: None)
    said = [words.text() for words in why.findChildren(Words)]
    assert "Duloxetine, 12 weeks" in said
    assert not [text for text in said if "Tramadol" in text]
