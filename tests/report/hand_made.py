"""A small form and its assessment, made by hand, so that paper is tested without the evaluator."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from types import MappingProxyType

from screener.assess.answers import (
    Answer,
    Answers,
    Chosen,
    ChosenSeveral,
    Measured,
    NoValue,
    PartialDate,
    Patient,
    Reason,
    Rows,
    Signer,
    Summary,
    Whole,
    Written,
)
from screener.assess.assessment import (
    Asked,
    Assessment,
    CriterionResult,
    CutOffResult,
    CutOffState,
    FindingResult,
    FindingState,
    FlagResult,
    FlagState,
    Missing,
    Needed,
    Overall,
    ScoreResult,
    ScoreState,
    TrialResult,
    ValueResult,
)
from screener.form.expression import Expression, Is, Reading
from screener.form.model import Block, Form, Item, ItemType, Option, Range, Section, Unit
from screener.form.problem import Span
from screener.form.rules import Band, Criterion, Finding, Flag, Note, Per, Score, ScoreCutOff, Tier, Trial, Value

AT = Span("hand_made.yaml", 1, 1)
NORMAL_ABNORMAL = (Option("normal", "Normal"), Option("abnormal", "Abnormal"))
YES_NO = (Option("yes", "Yes"), Option("no", "No"))
FELT = (Option("felt", "Felt"), Option("not_felt", "Not felt"))


def _item(name: str, kind: ItemType, text: str, **more: object) -> Item:
    return Item(name, kind, text, AT, **more)  # type: ignore[arg-type]  # as its callers name them


def _sided(name: str, text: str, options: tuple[Option, ...] = NORMAL_ABNORMAL, draw: str = "") -> Item:
    normal = options[0].id
    return _item(
        name, ItemType.CHOICE, text, has_sides=True, options=options, normal=normal, unremarkable=normal, draw=draw
    )


IS_PREGNANT_ASKED = Expression("sex == female", AT, (Is("sex", frozenset({"female"})),))
ITEMS = (
    _item("sex", ItemType.CHOICE, "Sex", options=(Option("female", "Female"), Option("male", "Male"))),
    _item("pregnant", ItemType.YES_NO, "Pregnant", options=YES_NO, ask_if=IS_PREGNANT_ASKED),
    _item("weight_loss", ItemType.YES_NO, "Weight loss", options=YES_NO),
    _item("fever", ItemType.YES_NO, "Fever", options=YES_NO),
    _item(
        "complications", ItemType.SEVERAL, "Complications", options=(Option("eye", "Eye"), Option("kidney", "Kidney"))
    ),
    _item("woken", ItemType.WHOLE, "Nights woken", unit="nights a week", unit_of_one="night a week"),
    _item("course", ItemType.TEXT, "Course", lines=4),
    _item("onset", ItemType.DATE, "Onset"),
    _item(
        "medicines",
        ItemType.TABLE,
        "Medicines tried",
        columns=(_item("drug", ItemType.TEXT, "Drug"), _item("mg_day", ItemType.WHOLE, "Dose", unit="mg/day")),
    ),
)
EXAMINED = (
    _sided("vibration", "Vibration, great toe"),
    _sided("ankle_reflex", "Ankle reflex"),
    _sided("touch_toe", "Monofilament, great toe", FELT, "toe1"),
    _sided("touch_ball", "Monofilament, ball of the foot", FELT, "ball1"),
)
RESULTS = (
    _item(
        "hba1c",
        ItemType.QUANTITY,
        "HbA1c",
        fresh_for=90,
        is_dated=True,
        converts="hba1c",
        units=tuple(Unit(unit, Range(Decimal(1), Decimal(200))) for unit in ("%", "mmol/mol")),
    ),
    _item(
        "creatinine",
        ItemType.QUANTITY,
        "Creatinine",
        units=(Unit("µmol/L", Range(Decimal(1), Decimal(2000))),),
        request="Creatinine",
    ),
)
FORM = Form(
    id="small",
    version="1.0.0",
    title="Small screening",
    sha256="4c1e90ab" * 8,
    tiers=(Tier("E", "Emergency, same day"), Tier("U1", "Within 1 working day")),
    sections=(
        Section("history", "History", AT, (Block("", ITEMS),)),
        Section("examination", "Examination", AT, (Block("", EXAMINED),)),
        Section("results", "Results", AT, (Block("", RESULTS),)),
    ),
    values=(Value("egfr", "eGFR", Expression("", AT, (Reading("creatinine"),)), AT, "mL/min/1.73 m²", 0),),
    scores=(
        Score(
            "nds",
            "Neuropathy Disability Score",
            (),
            Range(Decimal(0), Decimal(10)),
            "Young 1993",
            AT,
            "NDS",
            bands=tuple(
                Band(Decimal(start), text, text) for start, text in ((0, "none"), (3, "mild"), (6, "moderate"))
            ),
            cutoffs=(ScoreCutOff("at_risk", Decimal(6), "at risk", AT),),
        ),
    ),
    findings=(
        Finding(
            "lops", "Protective sensation", (Option("lost", "lost"), Option("kept", "kept")), (), "", AT, per=Per.SIDE
        ),
    ),
    flags=(
        Flag("RF07", "Hot, swollen foot", (), "Suspected acute Charcot foot: stop weight-bearing, foot service.", AT),
        Flag("RF19", "Unexplained weight loss", (), "Look for a cause.", AT),
    ),
    notes=(
        Note("history", "Neuropathy for {woken}; ankle reflexes {ankle_reflex}.", "summary", IS_PREGNANT_ASKED, AT),
    ),
    trials=(
        Trial(
            "prescreen",
            "Generic pre-screen",
            "composite",
            date(2026, 11, 21),
            "Composite of several trials",
            (
                Criterion("X09", "Kidney", (), "Clearance.", AT),
                Criterion("C07", "HbA1c", (), "Very high glucose blunts the response.", AT),
            ),
            AT,
        ),
    ),
    clinic="Riverside Clinic",
)
ANSWERS: dict[str, Answer] = {
    "sex": Chosen("male"),
    "weight_loss": NoValue(Reason.UNKNOWN),
    "fever": Chosen("no"),
    "complications": ChosenSeveral(("eye", "kidney")),
    "woken": Whole(6),
    "course": Written("Three years of burning,\nworse at night."),
    "onset": PartialDate(2023, 9),
    "medicines": Rows((MappingProxyType({"drug": Written("duloxetine"), "mg_day": Whole(60)}),), complete=True),
    "vibration.left": Chosen("abnormal"),
    "vibration.right": Chosen("normal"),
    "ankle_reflex.left": Chosen("abnormal"),
    "ankle_reflex.right": NoValue(Reason.UNABLE, "amputated"),
    "touch_toe.left": Chosen("not_felt"),
    "touch_toe.right": Chosen("felt"),
    "touch_ball.left": Chosen("felt"),
    "hba1c": Measured(Decimal("8.1"), "%", "", PartialDate(2026, 10, 31)),
}
PATIENT = Patient("Morgan", "Alex", PartialDate(1968, 3, 14), "male", "943 476 5919")


def assessment(patient: Patient = PATIENT, question: str = "", text: str = "", **answers: Answer | None) -> Assessment:
    """Return the assessment of the small form; a double underscore in a name stands for the dot of a cell."""
    cells = dict(ANSWERS)
    for name, answer in answers.items():
        cell = name.replace("__", ".")
        cells.pop(cell, None)
        if answer is not None:
            cells[cell] = answer
    given = Answers(
        MappingProxyType(cells),
        patient,
        datetime(2026, 11, 21, 10, 40, tzinfo=UTC),
        Summary(question, text, Signer("Dr B. Example", "Physician", form_sha256=FORM.sha256)),
    )
    return replace(_CONCLUDED, answers=given)


_CONCLUDED = Assessment(
    form=FORM,
    answers=Answers(),
    values=(ValueResult("egfr", None, None, None, "", missing=(Missing("creatinine", "nothing"),)),),
    scores=(
        ScoreResult(
            "nds",
            ScoreState.INCOMPLETE,
            None,
            Decimal(4),
            Decimal(8),
            Decimal(10),
            None,
            ("mild", "moderate"),
            6,
            8,
            (CutOffResult("at_risk", CutOffState.UNDECIDED),),
            (
                Missing("vibration.left", "nothing"),
                Missing("vibration.right", "nothing"),
                Missing("ankle_reflex.right", "unable", NoValue(Reason.UNABLE, "amputated")),
            ),
        ),
    ),
    findings=(
        FindingResult("lops", "left", FindingState.DECIDED, "lost", ("lost",)),
        FindingResult(
            "lops", "right", FindingState.UNDECIDED, None, ("lost", "kept"), (Missing("touch_ball.right", "nothing"),)
        ),
    ),
    flags=(
        FlagResult("RF07", "U1", FlagState.RAISED),
        FlagResult(
            "RF19", "E", FlagState.NOT_ESTABLISHED, (Missing("weight_loss", "unknown", NoValue(Reason.UNKNOWN)),)
        ),
    ),
    trials=(
        TrialResult(
            "prescreen",
            Overall.INFORMATION_NEEDED,
            (
                CriterionResult("X09", "need_info", ("ok", "discuss", "barrier"), (Missing("creatinine", "nothing"),)),
                CriterionResult("C07", "ok", ("ok",)),
            ),
        ),
    ),
    notes=("history",),
    violated=(),
    asked={cell: Asked.NO if cell == "pregnant" else Asked.YES for cell in FORM.cells},
    on_screen=frozenset(FORM.cells) - {"pregnant"},
    needed=(Needed("creatinine", ("X09", "egfr")), Needed("weight_loss", ("RF19",), "unknown")),
)


def typed_everywhere(typed: str) -> Assessment:
    """Return the assessment with the same words in every kind of field."""
    made = assessment(
        patient=Patient(typed, typed, PartialDate(1968), typed, typed),
        question=typed,
        text=typed,
        course=Written(typed),
        medicines=Rows(({"drug": Written(typed)},), complete=True),
        vibration__left=NoValue(Reason.UNABLE, typed),
    )
    summary = replace(made.answers.summary, signer=Signer(typed, typed, typed, typed, FORM.sha256))
    return replace(made, answers=replace(made.answers, summary=summary))
