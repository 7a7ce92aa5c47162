"""A clinic with a licence adds the whole instrument as a file of its own; the points that were published hold for it.

The texts are the clinic's; here they are numbers. What the shipped form has of these instruments is the total alone.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from screener.assess.answers import Answers, Chosen, NoValue, Reason
from screener.assess.assess import assess
from screener.assess.assessment import Asked, CutOffState, ScoreState
from screener.form.load import load_form
from tests.form.minimal import written

DAY = datetime(2026, 11, 21, 10, 40, tzinfo=UTC)
MET, NOT_MET, OPEN = CutOffState.MET, CutOffState.NOT_MET, CutOffState.UNDECIDED
# points for each answer of each question, the lowest and highest total, the cut-off
INSTRUMENTS: dict[str, tuple[list[tuple[int, ...]], tuple[int, int], int | None]] = {
    "mtcns": ([(0, 1, 2, 3)] * 11, (0, 33), None),
    "lanss": ([(0, weight) for weight in (5, 5, 3, 2, 1, 5, 3)], (0, 24), 12),
    "id_pain": ([(0, 1)] * 5 + [(0, -1)], (-1, 5), None),
    "dn4": ([(0, 1)] * 10, (0, 10), 4),
    "uens": ([tuple(range(most + 1)) for most in (2, 12, 1, 2, 2, 2)] * 2, (0, 42), 5),
}
# the answer chosen at each question (None: not assessed), the total or its ends, the cut-off
VECTORS = [
    ("mtcns", [0] * 11, (0, 0), None),
    ("mtcns", [1, 1, 1, 0, 0, 0, 1, 1, 0, 1, 0], (6, 6), None),
    ("mtcns", [3, 2, 2, 1, 1, 0, 2, 2, 1, 3, 1], (18, 18), None),
    ("mtcns", [3] * 11, (33, 33), None),
    ("mtcns", [3, 2, 2, None, 1, 0, 2, 2, 1, 3, 1], (17, 20), None),
    ("lanss", [1, 0, 1, 1, 1, 0, 0], (11, 11), NOT_MET),
    ("lanss", [1, 1, 0, 1, 0, 0, 0], (12, 12), MET),
    ("lanss", [1] * 7, (24, 24), MET),
    ("lanss", [0, 0, 0, 0, 1, 0, 1], (4, 4), NOT_MET),
    ("lanss", [1, 0, 1, 1, 1, None, 0], (11, 16), OPEN),
    ("id_pain", [0, 0, 0, 0, 0, 1], (-1, -1), None),
    ("id_pain", [0] * 6, (0, 0), None),
    ("id_pain", [1, 1, 0, 0, 0, 1], (1, 1), None),
    ("id_pain", [1, 1, 1, 0, 0, 0], (3, 3), None),
    ("id_pain", [1, 1, 1, 1, 1, 0], (5, 5), None),
    ("id_pain", [1, 1, 0, 0, 0, None], (1, 2), None),
    ("dn4", [1] * 3 + [0] * 7, (3, 3), NOT_MET),
    ("dn4", [1] * 3 + [0] * 4 + [1] + [0] * 2, (4, 4), MET),
    ("dn4", [1] * 3 + [0] * 4 + [None] * 3, (3, 6), OPEN),
    ("uens", [0, 2, 0, 0, 0, 0] * 2, (4, 4), NOT_MET),
    ("uens", [0, 2, 0, 0, 0, 0, 0, 2, 0, 1, 0, 0], (5, 5), MET),
    ("uens", [2, 12, 1, 2, 2, 2] * 2, (42, 42), MET),
]


def files_of(name: str) -> dict[str, str]:
    """The two files that a clinic adds, as docs/forms.md shows them."""
    lines, (lowest, highest), cutoff = INSTRUMENTS[name]
    page = f"section: {name}_questions\ntitle: {name}\nitems:\n"
    score = f'score: {name}_licensed\ntitle: {name}\ncite: Its publication.\nlicence: D\nrange: ["{lowest}", {highest}]\npoints:\n'
    for number, points in enumerate(lines, start=1):
        page += f"  - item: {name}_{number}\n    text: Question {number}\n    type: choice\n    options:\n"
        page += "".join(f"      answer_{place}: Answer {place}\n" for place in range(len(points)))
        score += f"  {name}_{number}:\n" + "".join(f"    answer_{place}: {each}\n" for place, each in enumerate(points))
    if cutoff is not None:
        score += f"cutoffs:\n  - {{from: {cutoff}, is: reached}}\n"
    return {f"sections/{name}.yaml": page, f"scores/{name}.yaml": score}


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    files = {path: text for name in INSTRUMENTS for path, text in files_of(name).items()}
    files["site.yaml"] = "site: Riverside Clinic\noff: [mtcns, lanss]\n"
    return load_form(written(tmp_path_factory.mktemp("own") / "neuropathy", files))


@pytest.mark.parametrize(("name", "chosen", "total", "cutoff"), VECTORS)
def test_that_the_clinics_own_file_scores_as_published(form, name, chosen, total, cutoff):
    cells = {
        f"{name}_{number}": NoValue(Reason.NOT_ASSESSED) if place is None else Chosen(f"answer_{place}")
        for number, place in enumerate(chosen, start=1)
    }
    scores = assess(form, Answers(cells=cells, assessed=DAY)).scores
    result = next(each for each in scores if each.id == f"{name}_licensed")
    assert (result.lowest, result.highest) == total
    assert result.state is (ScoreState.COMPLETE if None not in chosen else ScoreState.INCOMPLETE)
    assert [each.state for each in result.cutoffs] == ([] if cutoff is None else [cutoff])


def test_that_a_total_that_the_own_file_replaces_is_switched_off(form):
    assessment = assess(form, Answers(assessed=DAY))
    assert {"mtcns", "lanss"}.isdisjoint(each.id for each in assessment.scores)
    assert assessment.asked["lanss_points"] is Asked.NO
