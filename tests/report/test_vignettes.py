"""What each vignette must print (clinical source, "The printed summary must"), and what it must not (its traps).

What must come out of the answers is in the examples of the form; here it has to reach the paper, in words.
"""

from __future__ import annotations

import re

import pytest

from screener.report import wording
from screener.report.text import render_text
from tests.report import vignettes

MUST_PRINT = {
    "v01": [
        "Protective sensation: Lost on both sides",
        "IWGDF category: 1 (low risk",
        "Foot protection, footwear, daily inspection of the feet",
        wording.OVERALL["no_barrier_recorded"],
        wording.INVESTIGATIONAL,
        "Average pain, last 7 days: 7 of 10",
        "Date: calculated; Age and remarks: Not valid below 18 years, in pregnancy, in acute kidney injury",
        "Nerve-fibre density did not change significantly in the one placebo-controlled trial (PDA-002). (Wang 2021 (introduction); abstract of the PDA-002 trial)",
        "The cell trials of this neuropathy whose diabetes type was seen ask for type 2; the gene therapy trials take type 1 as well. Seen in: all",
        "The one MSC product approved in the United States is for another disease (steroid-refractory acute graft-versus-host disease in children)",
        "Average pain 7 of 10. Sleep interference 6 of 10",
        "Duloxetine. Highest dose: 60 mg/day; Weeks at dose: 12 weeks; Outcome: Little or none",
        "Pregabalin. Highest dose: 300 mg/day; Weeks at dose: 8 weeks; Outcome: Not tolerated; Reason stopped: sedation",
    ],
    "v03": [
        "Urgent specialist opinion, about 2 weeks: Upper motor neuron signs. Possible cord involvement",
        "121 pg/mL (89 pmol/L)",
        "Deficiency range (NICE NG239 threshold; local laboratory threshold may differ)",
        "on metformin (mg/day: 2000; years: 8)",
        "Metformin commonly lowers vitamin B12 (UK regulator, 2022): test if the result is missing, and again if it is in between.",
        "To do: Vitamin B12: Deficiency range (NICE NG239 threshold; local laboratory threshold may differ). A deficiency is treatable: correct it first",
        "53 mmol/mol (7.0 %)",
    ],
    "v05": [
        "Pregnant, week 14",
        "commonly reasons not to enter trials of this kind: Pregnancy (X02)",
        "Retina (not known): an examination in this pregnancy is not recorded – needs retinal screening in pregnancy",
        "eGFR. Value: 120 mL/min/1.73 m² *; Date: calculated; Age and remarks: Not valid in pregnancy",
        "Retina: not known",
        "The choice of medicines for nerve pain in pregnancy and breast-feeding needs specialist advice",
        "14 days old; Total vitamin B12 falls in pregnancy; the limits used here were not made for it.",
        "- X09 Kidney. On the information recorded: No concern on the information recorded. eGFR: 120 mL/min/1.73 m² (not valid in pregnancy",
        "Vitamin B12: 220 pmol/L (298 pg/mL), 07-Nov-2026 (14 days old) (total vitamin B12 falls in pregnancy; the limits used here were not made for it), Indeterminate range",
        "MNSI examination (10 points): 2.5 of 10; ≥2.5 reached",
        "Symptom and deficit scores measure different things",
    ],
    "v07": [
        "Symptom Score: 6–7 of 9; incomplete (4 of 5): possible 6–7 of 9; moderate or severe; ≥5 reached in any case; missing: Woken from sleep",
        "Disability Score: 4–8 of 10; incomplete (4 of 8): possible 4–8 of 10; mild or moderate",
        "Scoring System: 6–8 of 19; incomplete (13 of 15): possible 6–8 of 19; mild in any case",
        "MNSI history: 4–6 of 13; incomplete (11 of 13): possible 4–6 of 13; ≥4 reached in any case; ≥7 not reachable",
        "MNSI examination (10 points): 1–3 of 10; incomplete (8 of 10): possible 1–3 of 10; ≥2.5 undecided",
        "Young rule: Met",
        "IWGDF category: undecided: 0 (very low risk, screen once a year) or 1 (low risk, screen every 6 to 12 months)",
        "Severity (C04)",
        "eGFR. Value: not calculable (creatinine not recorded)",
        "Not established: Vitamin B12; HbA1c range; Fast HbA1c fall; missing: HbA1c, Vitamin B12; Previous HbA1c, Fast HbA1c fall reported",
        "Not established: Weight loss, sweats, bone pain or fever (not known)",
        "Pregnancy: not known",
    ],
    "v09": [
        "Loss of protective sensation. Foot protection, footwear, daily inspection of the feet",
        "symptom scores near zero do not mean that there is no neuropathy",
        "IWGDF category: 2 (moderate risk",
        "Neuropathy Symptom Score: 0 of 9; none; ≥5 not reached Neuropathy Disability Score: 10 of 10; severe",
        "Symptom and deficit scores measure different things",
        "Conventional therapy: no medicine for nerve pain was tried because there is no pain",
        "MNSI history: 4 of 13; ≥4 reached",
        "No, with points: MNSI 7 (tells hot from cold); MNSI 13 (feels feet when walking) Answered no: MNSI 1",
    ],
    "v11": [
        "IWGDF category: 2 (moderate risk",
        "Foot protection, footwear, daily inspection of the feet",
        "vascular assessment, together with the foot protection service",
        "eGFR. Value: 27 mL/min/1.73 m²",
        "165 µmol/L",
        "CKD-EPI 2021 creatinine equation",
        "Gabapentinoid and duloxetine dosing depends on renal function",
        "An ABI above 1.3 is not a normal result: stiff (calcified) arteries make it unreliable. The measurement at the toe decides. SCORES AND FINDINGS",
        "No definition for this medicine Not recorded: Reached in; Weeks at dose; Relief; Reason stopped",
        "Circulation: left: ABI below 0.9, the range of arterial disease; right: TBI below 0.70, supports arterial disease",
        "Low eGFR alone is not end-stage kidney disease",
        "Repeated falls, or a fall with injury. Assess falls and balance",
    ],
}  # fmt: skip
MUST_NOT_PRINT = {
    "v01": ["information needed", "MNSI history: 9 of"],
    "v03": ["Knee reflex: Reduced", "Indeterminate range"],
    "v05": ["Toronto Clinical Scoring System: 4 of 19; mild", "- Total vitamin B12 falls", "extremes of muscle mass"],
    "v07": ["Disability Score: 4 of 10", "MNSI examination (10 points): 1 of 10", "Weight loss: no", "Pregnancy: Does not apply", "possible 1 to 163"],
    "v09": ["Where: none", "MNSI history: 2 of 13", "Symptom Score: incomplete"],
    "v11": ["right Arterial disease less likely", "IWGDF category: 3"],
}  # fmt: skip


def words_of(name):
    return re.sub(r"\s+", " ", render_text(vignettes.report(name)))


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, all_ in MUST_PRINT.items() for words in all_])
def test_that_a_vignette_prints_what_its_reader_needs(name, words):
    assert re.sub(r"\s+", " ", words) in words_of(name)


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, all_ in MUST_NOT_PRINT.items() for words in all_])
def test_that_a_vignette_falls_into_none_of_its_traps(name, words):
    assert words not in words_of(name)


def test_that_every_vignette_is_held_to_what_it_must_print():
    assert set(MUST_PRINT) == set(MUST_NOT_PRINT) == set(vignettes.NAMES)


def test_that_abbreviations_of_scales_and_growth_factors_are_explained_where_they_are_printed():
    text = words_of("v11")
    said = text[text.rindex(wording.ABBREVIATIONS) :]
    for meaning in (
        "BPI-DPN Brief Pain Inventory", "LANSS Leeds Assessment of Neuropathic Symptoms and Signs", "SD standard deviation",
        "NIS-LL Neuropathy Impairment Score", "VEGF vascular endothelial growth factor", "HGF hepatocyte growth factor",
    ):  # fmt: skip
        assert meaning in said
