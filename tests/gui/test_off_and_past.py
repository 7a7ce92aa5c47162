"""What a clinic doesn't use, and what is past its date, in the window.

1. A page that is switched off is in no list of pages; nothing of a result switched off is in the panel.
2. What is past its date on the day of the assessment is named at the top of the panel, and nothing on the day itself.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from screener.assess.answers import Answers
from screener.assess.assess import assess
from screener.form.folder import SourceFile, form_files
from screener.form.load import form_of
from screener.wizard import Wizard
from tests.gui.conftest import FORM, NOON
from tests.gui.test_trial_section import said_in

LAST_DAY = date(2026, 11, 21)


def wizard_of(form, at: datetime = NOON) -> Wizard:
    return Wizard(form, Answers(assessed=at), assess)


@pytest.fixture
def dated(form):
    first, *others = form.scores
    return replace(form, valid_until=None, trials=(), cards=(), scores=(replace(first, valid_until=LAST_DAY), *others))


def test_that_what_is_past_its_date_is_named_at_the_top_of_the_panel(shown, dated):
    panel = shown(wizard_of(dated, NOON + timedelta(days=1))).so_far
    assert not panel._past.isHidden()
    assert panel._past.text() == (
        f"To be read again by clinicians before these days, which are past: {dated.scores[0].title}, 21-Nov-2026."
    )


def test_that_nothing_is_past_its_date_on_the_day_itself(shown, dated):
    assert shown(wizard_of(dated)).so_far._past.isHidden()


def test_that_what_is_switched_off_is_in_no_list_of_pages_and_not_in_the_panel(shown):
    site = "site: A clinic\noff:\n  - msc_prescreen\n  - trial\n"
    form = form_of([*form_files(FORM), SourceFile("neuropathy/site.yaml", site.encode())], "neuropathy")
    window = shown(wizard_of(form))
    pages = [page for page in window.session.wizard.pages if page.isalpha()]
    assert "trial" in [section.id for section in form.sections]
    assert "trial" not in pages
    assert said_in(window.so_far._trials) == []
    for page in pages:
        window.go(page)
        assert window.session.wizard.page == page
