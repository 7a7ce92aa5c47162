"""What is said of a foot agrees with itself: a problem that is there is acted on, and never beside a low risk.

Each problem of a foot alone, with each answer lacking that could say how bad it is (hazards H12 to H14).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from screener.assess.answers import Chosen, ChosenSeveral, Measured, NoValue, Reason
from screener.assess.assess import assess
from screener.assess.assessment import FlagState
from tests.report import vignettes

YES, UNKNOWN = Chosen("yes"), NoValue(Reason.UNKNOWN)
ACTIVE = {
    "an ulcer": {"foot_ulcer.left": YES},
    "an infection": {"foot_infection.left": Chosen("superficial")},
    "a deep infection": {"foot_infection.left": Chosen("deep")},
    "gangrene": {"gangrene.left": YES},
    "a hot, swollen foot": {"hot_swollen_foot.left": YES},
}
ISCHAEMIC = {
    "rest pain": {"rest_pain.left": YES},
    "an ABI below 0.5": {"vessel_tests": ChosenSeveral(("abi",)), "abi.left": Measured(Decimal("0.49"), "ratio")},
    "a toe pressure below 30": {
        "vessel_tests": ChosenSeveral(("toe_pressure",)), "toe_pressure.left": Measured(Decimal(29), "mmHg"),
    },
    "an ankle pressure below 50": {
        "vessel_tests": ChosenSeveral(("ankle_pressure",)), "ankle_pressure.left": Measured(Decimal(49), "mmHg"),
    },
}  # fmt: skip
LACKING = (
    (), ("foot_fever",), ("ulcer_ischaemia.left",), ("gangrene.right",), ("rest_pain.right",), ("foot_infection.right",),
    ("pad_known",), ("pulses.left", "pulses.right"), ("monofilament_hallux.left",), ("foot_deformity.left", "ulcer_history.left"),
)  # fmt: skip


def assessed(found, lacking):
    start = vignettes.answers("base")
    felt = dict.fromkeys(
        [f"monofilament_{site}.{side}" for site in ("hallux", "mth1", "mth5") for side in ("left", "right")]
    )
    cells = {**start.cells, **{cell: vignettes.answers("v03").cells[cell] for cell in felt}}
    cells |= {"foot_fever": Chosen("no"), "ulcer_ischaemia.left": Chosen("no")}
    return assess(vignettes.form(), replace(start, cells=cells | dict.fromkeys(lacking, UNKNOWN) | found))


def said(assessment):
    """The raised flags that are urgent, with the note on what decides between two, the foot risk categories still possible, and the state of each criterion."""
    raised = {flag.id for flag in assessment.flags if flag.state is FlagState.RAISED and flag.tier in ("E", "U1")}
    raised |= {"foot_problem"} & set(assessment.notes)
    (risk,) = [finding.possible for finding in assessment.findings if finding.id == "iwgdf"]
    states = {each.id: each.state for trial in assessment.trials for each in trial.criteria}
    return raised, risk, states


@pytest.mark.parametrize("lacking", LACKING, ids=lambda lacking: ", ".join(lacking) or "nothing lacks")
@pytest.mark.parametrize("name", ACTIVE)
def test_that_an_active_problem_is_acted_on_and_has_no_category_whatever_is_not_known(name, lacking):
    raised, risk, states = said(assessed(ACTIVE[name], lacking))
    assert raised & {"RF03", "RF07", "RF08", "foot_problem"}
    assert set(risk) == {"active_problem"}
    assert "barrier" in (states["X03"], states["X04"])


@pytest.mark.parametrize("lacking", LACKING, ids=lambda lacking: ", ".join(lacking) or "nothing lacks")
@pytest.mark.parametrize("name", ISCHAEMIC)
def test_that_a_leg_that_may_be_lost_is_acted_on_and_never_at_the_lowest_risk(name, lacking):
    raised, risk, states = said(assessed(ISCHAEMIC[name], lacking))
    assert "RF09" in raised
    assert "r0" not in risk
    assert states["X05"] == "barrier"
