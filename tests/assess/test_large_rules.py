"""Rules that are large, or many, are assessed like any other; what is decided stays right (what is open may be said as more).

The diagram of one rule is kept small; a rule that would grow past that takes its parts as variables of their own.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from screener.assess.answers import Answers, Chosen, Rows, Whole
from screener.assess.assess import Assessor
from screener.assess.assessment import FlagState
from screener.form.load import load_form

ITEMS = 60
HALF = ITEMS // 2


def written(folder, **files):
    folder.mkdir()
    questions = "".join(f"  - item: q{n}\n    text: Question {n}\n    type: yes_no\n" for n in range(ITEMS))
    files["section"] = (
        f"section: page\ntitle: Page\nitems:\n{questions}"
        "  - item: doses\n    text: Doses\n    type: table\n    columns:\n"
        "      - column: mg\n        text: Dose\n        type: whole\n        limits: [0, 100]\n"
    )
    files["form"] = "form: large\nversion: 1.0.0\ntitle: Large\ntiers:\n  S: Safety\nsections: [page]\n"
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text)
    return load_form(folder)


def answers(yes, no=(), **more):
    cells = {f"q{n}": Chosen("yes") for n in yes} | {f"q{n}": Chosen("no") for n in no} | more
    return Answers(cells, assessed=datetime(2026, 11, 21, tzinfo=UTC))


def of_all(names=range(ITEMS)):
    return ", ".join(f"q{n}" for n in names)


@pytest.fixture(scope="module")
def counting(tmp_path_factory):
    """A flag whose diagram has hundreds of nodes whatever the order of its questions."""
    flag = f"flag: R1\ntitle: Half\ntier: S\ncite: invented\naction: Act.\nraised_if: at_least({HALF}, {of_all()})\n"
    return Assessor(written(tmp_path_factory.mktemp("a") / "large", flag=flag))


@pytest.mark.parametrize(
    ("yes", "no", "state"),
    [
        (HALF, 0, FlagState.RAISED),
        (HALF - 1, ITEMS - HALF, FlagState.NOT_ESTABLISHED),
        (HALF - 1, ITEMS - HALF + 1, FlagState.CLEAR),
        (0, 0, FlagState.NOT_ESTABLISHED),
    ],
)
def test_that_half_of_sixty_questions_are_counted(counting, yes, no, state):
    (flag,) = counting.assess(answers(range(yes), range(yes, yes + no))).flags
    assert flag.state is state


def test_that_the_one_question_that_decides_a_count_is_named(counting):
    (flag,) = counting.assess(answers(range(HALF - 1), range(HALF - 1, ITEMS - 1))).flags
    assert [one.item for one in flag.missing] == [f"q{ITEMS - 1}"]


def test_that_many_scored_conditions_are_added_up(tmp_path):
    """Each condition is of a fair size; together they are far larger than one rule may be."""
    lines = "".join(
        f"  line{n}:\n    when: at_least(5, {of_all((n + k) % ITEMS for k in range(12))})\n    points: 1\n    otherwise: 0\n"
        for n in range(40)
    )
    score = f"score: s\ntitle: S\ncite: invented\nrange: [0, 40]\npoints:\n{lines}"
    assessor = Assessor(written(tmp_path / "large", score=score))
    (full,) = assessor.assess(answers(range(ITEMS))).scores
    assert full.total == Decimal(40)
    (none,) = assessor.assess(answers((), range(ITEMS))).scores
    assert none.total == Decimal(0)
    (opened,) = assessor.assess(answers(())).scores
    assert (opened.lowest, opened.highest, opened.total) == (Decimal(0), Decimal(40), None)


def test_that_large_rules_over_rows_are_assessed(tmp_path):
    flag = (
        "flag: R1\ntitle: Rows\ntier: S\ncite: invented\naction: Act.\n"
        f"raised_if: any(doses, mg > 10 and at_least({HALF}, {of_all()}))\n"
    )
    assessor = Assessor(written(tmp_path / "large", flag=flag))
    rows = Rows(({"mg": Whole(5)}, {"mg": Whole(20)}), complete=True)
    for yes, state in ((HALF, FlagState.RAISED), (HALF - 1, FlagState.CLEAR)):
        (flag,) = assessor.assess(answers(range(yes), range(yes, ITEMS), doses=rows)).flags
        assert flag.state is state
    (flag,) = assessor.assess(answers(range(HALF - 1), doses=rows)).flags
    assert flag.state is FlagState.NOT_ESTABLISHED
