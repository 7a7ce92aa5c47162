"""A screening begun long ago says so, on every page and where it is finished (hazard H02); so does one signed otherwise."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from screener.assess.answers import Patient, Signer
from screener.gui.finish_window import NOT_CHECKED
from screener.gui.program import Program
from screener.report.compose import compose_report
from screener.report.text import render_text
from screener.wizard import REVIEW
from tests.gui.conftest import NOON, finishing

ANSWERS = """\
form: neuropathy
date: 2026-11-21T10:40+01:00
patient: {family: Example, given: One, born: 1968-03-14, gender: female, identifier: "1"}
%sanswers: {diabetes_type: t2}
"""
TYPED = ("Example", "14 Mar 1968", "Dr A", "registrar")
LONG_AGO = "Begun 8 days ago: check that the findings still hold."


@pytest.fixture
def opened(qapp, qtbot, tmp_path):
    """Return what opens a screening some days after it was begun."""
    programs = []

    def open_after(days, summary=""):
        file = tmp_path / "screening.yaml"
        file.write_text(ANSWERS % summary, encoding="utf-8")
        program = Program(qapp, lambda: NOON + timedelta(days))
        programs.append(program)
        program.open_answers(file)
        qtbot.waitUntil(lambda: program.window.so_far is not None)
        return program.window

    yield open_after
    for program in programs:
        program.window.leave()
        program._forget_start()


def noticed(window):
    notice = window.frame.notice
    return notice.words.text() if notice.isVisible() else ""


@pytest.mark.parametrize(("days", "said"), [(0, ""), (7, ""), (8, LONG_AGO), (-1, "")])
def test_that_an_unfinished_screening_says_on_every_page_when_it_was_begun_more_than_a_week_ago(opened, days, said):
    window = opened(days)
    assert noticed(window) == said
    window.go(REVIEW)
    assert noticed(window) == said
    window.build_anew()
    assert noticed(window) == said, "with other letters, too"


def test_that_a_screening_that_is_finished_is_not_asked_to_be_checked_until_it_is_a_draft_again(opened, form):
    window = opened(8, f'summary: {{signer: {{name: Dr A, role: registrar, form_sha256: "{form.sha256}"}}}}\n')
    assert noticed(window) == ""
    window.session.set_patient(Patient("Other"))
    assert noticed(window) == LONG_AGO
    window.session.undo()
    assert noticed(window) == ""


def test_that_a_screening_signed_with_another_form_says_so_on_every_page(opened):
    window = opened(0, "summary: {signer: {name: Dr A, role: registrar, form_sha256: abc}}\n")
    assert noticed(window) == "Finished by Dr A with other content of the form: read it again and finish it anew."


def test_that_an_old_screening_is_finished_only_by_who_says_that_the_findings_still_hold(opened, qtbot, form):
    window = opened(8)
    begun = window.session.wizard.answers.assessed
    finish = finishing(window)
    qtbot.waitUntil(finish.still.hasFocus)
    assert finish.still.accessibleName() == LONG_AGO
    for line, text in zip((finish.family, finish.born, finish.name, finish.role), TYPED, strict=True):
        line.show_text(text)
    finish.finish.click()
    assert finish.said.text() == NOT_CHECKED
    assert finish.still.hasFocus()
    assert window.session.wizard.answers.summary.signer == Signer()
    qtbot.keyClick(finish.still, Qt.Key.Key_1)
    assert finish.family.hasFocus()
    finish.finish.click()
    answers = window.session.wizard.answers
    assert answers.summary.is_finished_with(form)
    assert answers.assessed == begun, "the day of the findings stays theirs"
    assert noticed(window) == ""


def test_that_a_screening_of_this_week_is_finished_without_that_question(opened):
    finish = finishing(opened(7))
    assert finish.still is None
    finish.close()


def test_that_the_day_a_screening_is_opened_changes_nothing_on_paper(opened):
    printed = {render_text(compose_report(opened(days).session.wizard.assessment)) for days in (0, 8)}
    assert len(printed) == 1
