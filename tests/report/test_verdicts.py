"""No paper of any answers gives a verdict (clinical source 3.5), and every one says what it is.

`SCREENER_PAPERS=10000 pytest tests/report/test_verdicts.py` composes ten thousand papers of each form; CI a few hundred.
"""

from __future__ import annotations

import os

import pytest

from screener.assess.answers import Summary
from screener.assess.assess import assess
from screener.form.load import load_form
from screener.language import spoken
from screener.paths import FORMS
from screener.report import wording
from screener.report.compose import compose_report
from screener.report.document import Length
from screener.report.texts import strings
from screener.report.verdicts import forbidden_in
from tests.assess.generated import partial_answers
from tests.report import vignettes

PAPERS = int(os.environ.get("SCREENER_PAPERS", "200"))
LENGTHS = list(Length)
SHIPPED = {folder.name: load_form(folder, spoken()) for folder in sorted(FORMS.iterdir())}


@pytest.mark.timeout(0)
@pytest.mark.parametrize("name", SHIPPED)
def test_that_no_paper_of_random_answers_gives_a_verdict_and_all_say_what_is_not_established(name):
    judged(name, PAPERS)


@pytest.mark.timeout(0)
@pytest.mark.parametrize("name", SHIPPED)
def test_that_no_paper_in_spanish_gives_a_verdict(name):
    vignettes.in_spanish(f"from tests.report.test_verdicts import judged\njudged({name!r}, {PAPERS // 4})")


def judged(name: str, papers: int) -> None:
    """Compose papers of random answers and look for the words that are never said."""
    form, said = SHIPPED[name], set()
    for seed in range(papers):
        given = partial_answers(form, seed)
        assert given.summary == Summary(), "nothing that people typed is judged"
        words = set(strings(compose_report(assess(form, given), LENGTHS[seed % 3]).parts))
        if form.trials:
            for statement in (f"{wording.INVESTIGATIONAL} {wording.NO_DECISION}", wording.UNPROVEN_CLINICS):
                assert any(statement in text for text in words), seed
        said |= words
    found = {text: forbidden_in(text) for text in said}
    assert {text: words for text, words in found.items() if words} == {}
