"""The answers file (DESIGN 6): everything the wizard prints, digits kept, nothing ignored."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.assess.answers import (
    LONGEST_IDENTITY,
    Answers,
    Chosen,
    ChosenSeveral,
    Measured,
    NotDone,
    NoValue,
    PartialDate,
    Patient,
    Reason,
    Rows,
    Sharing,
    Signer,
    Summary,
    Whole,
    Written,
)
from screener.assess.answers_file import form_named, places, read_answers, read_answers_leniently
from screener.assess.answers_json import write_json
from screener.assess.answers_text import write_answers
from screener.form.problem import FormError, Problem
from tests.assess.small_form import FORM

FILE = """\
form: small
form_version: 1.0.0
date: 2026-11-21T10:40+01:00
patient: {family: MORGAN, given: Alex, born: 1968-03-14, gender: female, identifier: "943 476 5919"}
summary: {question: "", text: "", signer: {name: "", role: ""}}
answers:
  numbness: yes
  reflex: {left: absent, right: {no_value: unable, text: amputated}}
  complications: [retinopathy, nephropathy]
  pain: 7
  hba1c: {value: 8.10, unit: "%", date: 2026-10-31, confirmed: true}
  abi: {left: not_done, right: {value: "<0.9", unit: ratio, date: 2026-09}}
  onset: 2024
  remarks: "a: b # c"
  medicines: {rows: [{drug: duloxetine, mg_day: 60}], complete: true}
"""


def problems_of(text: str) -> list[str]:
    with pytest.raises(FormError) as caught:
        read_answers(text.encode(), "p.yaml", FORM)
    return [str(problem) for problem in caught.value.problems]


def changed(old: str, new: str) -> str:
    assert FILE.count(old) == 1
    return FILE.replace(old, new)


def test_that_a_file_in_the_published_form_is_written_back_byte_for_byte():
    assert write_answers(read_answers(FILE.encode(), "p.yaml", FORM), FORM) == FILE


def test_that_each_kind_of_answer_is_understood_as_entered():
    answers = read_answers(FILE.encode(), "p.yaml", FORM)
    assert answers.cells == {
        "numbness": Chosen("yes"),
        "reflex.left": Chosen("absent"),
        "reflex.right": NoValue(Reason.UNABLE, "amputated"),
        "complications": ChosenSeveral(("retinopathy", "nephropathy")),
        "pain": Whole(7),
        "hba1c": Measured(Decimal("8.10"), "%", date=PartialDate(2026, 10, 31), confirmed=True),
        "abi.left": NotDone(),
        "abi.right": Measured(Decimal("0.9"), "ratio", "<", PartialDate(2026, 9)),
        "onset": PartialDate(2024),
        "remarks": Written("a: b # c"),
        "medicines": Rows((MappingProxyType({"drug": Chosen("duloxetine"), "mg_day": Whole(60)}),), complete=True),
    }
    assert str(answers.cells["hba1c"].value) == "8.10"
    assert answers.patient == Patient("MORGAN", "Alex", PartialDate(1968, 3, 14), "female", "943 476 5919")
    assert answers.assessed == datetime(2026, 11, 21, 10, 40, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize("written", ["0.875", "{value: 0.875}", "{value: 0.875, unit: ratio}"])
def test_that_a_quantity_with_one_unit_has_it_without_saying_so(written):
    text = FILE.replace('{value: "<0.9", unit: ratio, date: 2026-09}', written)
    answers = read_answers(text.encode(), "p.yaml", FORM)
    assert answers.cells["abi.right"] == Measured(Decimal("0.875"), "ratio")
    assert read_answers(FILE.replace(', unit: "%"', "").encode(), "p.yaml", FORM).cells["hba1c"].unit == ""


def test_that_json_says_the_same_as_yaml_also_with_tabs_and_halved_characters():
    told = {
        "form": "small",
        "answers": {"pain": 7, "hba1c": {"value": 8.1, "unit": "%"}, "remarks": "\U0001f9b6\t\\ud83e"},
    }
    answers = read_answers(json.dumps(told, indent="\t").encode(), "p.json", FORM)
    assert answers.cells["remarks"] == Written("\U0001f9b6\t\\ud83e")
    assert answers.cells["hba1c"] == Measured(Decimal("8.1"), "%")
    assert answers.cells["pain"] == Whole(7)


def test_that_only_the_form_and_the_answers_are_needed():
    assert read_answers(b"form: small\nanswers: {}\n", "p.yaml", FORM) == Answers()
    assert read_answers(b"form: small\nanswers:\n", "p.yaml", FORM) == Answers()
    assert form_named(b"form: small\nanswers: {}\n", "p.yaml") == ("small", "")
    assert form_named(FILE.encode(), "p.yaml") == ("small", "1.0.0")


def test_that_every_problem_of_a_file_is_reported_at_once_each_at_its_place():
    text = (
        changed("numbness: yes", "numbnes: yes")
        .replace("left: absent", "left: abesnt")
        .replace("pain: 7", "pain: 7.5")
        .replace("onset: 2024", "onset: 2024-13")
        .replace("mg_day: 60", "mg_day: 6000")
        .replace("[retinopathy, nephropathy]", "[none, retinopathy]")
        .replace("gender", "sex")
    )
    assert problems_of(text) == [
        "p.yaml:4:58: A004 There is no 'sex' here. (known here: born, family, gender, given, identifier)",
        "p.yaml:7:3: A101 The form has no question 'numbnes'. (did you mean 'numbness'?)",
        "p.yaml:8:18: A102 Reflex (left): 'abesnt' is no option here: did you mean 'absent'?",
        "p.yaml:9:18: A102 Complications: 'none' excludes the others: choose it alone, or leave it out.",
        "p.yaml:10:9: A102 Pain: '7.5' is no whole number. (give a whole number from 0 to 10 of 10)",
        "p.yaml:13:10: A102 Onset: There is no such date as 2024-13. (write 2026-09-03, 2026-09 or 2026)",
        "p.yaml:15:49: A102 Medicines tried: 6000 is not possible: give a number from 1 to 5000.",
    ]


def test_that_all_slips_of_one_part_are_reported_and_the_rest_of_it_is_kept():
    text = (
        changed("gender: female", "sex: female")
        .replace("identifier:", "number:")
        .replace("given: Alex", "given: [Alex]")
        .replace('name: "", role', "nmae: A, rloe")
        .replace("right: {no_value", "rihgt: {no_value")
    )
    answers, problems = read_answers_leniently(text.encode(), "p.yaml", FORM)
    assert [f"{problem.at.line}:{problem.at.column} {problem.code}" for problem in problems] == [
        "4:60 A004", "4:73 A004", "4:34 A004", "5:44 A004", "5:53 A004", "8:26 A102",
    ]  # fmt: skip
    assert (answers.patient.family, answers.patient.born) == ("MORGAN", PartialDate(1968, 3, 14))
    assert answers.cells["reflex.left"] == Chosen("absent")
    assert [line.split(" There")[0] for line in problems_of("frm: small\nanswer: {}\n")] == [
        "p.yaml:1:1: A001",
        "p.yaml:2:1: A001",
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("form: small", "frm: small", "p.yaml:1:1: A001 There is no 'frm' here. (did you mean 'form'?)"),
        ("form: small\n", "", "p.yaml:1:1: A001 There is no 'form' in this file. (an answers file needs 'form:' and 'answers:')"),
        ("form: small", "form: large", "p.yaml:1:7: A003 These answers are for the form 'large', not 'small'."),
        ("2026-11-21T10:40+01:00", "yesterday", "p.yaml:3:7: A005 The date of the assessment is no date and time. (write 2026-11-21T10:40+01:00)"),
        ("1968-03-14", "2026-11-22", "p.yaml:4:46: A005 22-Nov-2026 is after the assessment: give a date up to 21-Nov-2026."),
        ("family: MORGAN", f"family: {'M' * 201}", "p.yaml:4:19: A004 'family' has 201 letters; it stands on every page. (shorten it to 200)"),
        ('text: "", signer', 'text: "", sharing: yes, signer', "p.yaml:5:44: A004 'yes' says nothing of what the patient agrees to (write agreed or refused, or leave 'sharing' out)"),
        ("no_value: unable", "no_value: tired", "p.yaml:8:44: A102 Reflex (right): 'tired' is no reason for no value. (known here: declined, not_assessed, unable, unknown)"),
        ("{left: absent,", "{lft: absent,", "p.yaml:8:12: A102 There is no 'lft' here. (did you mean 'left'?)"),
        ("reflex: {left: absent, right: {no_value: unable, text: amputated}}", "reflex: absent", "p.yaml:8:11: A102 This is not an answer for each side. (write {left: ..., right: ...})"),
        (FILE[FILE.index("answers:"):], "answers: [numbness]\n", "p.yaml:6:10: A001 This is not a list of questions, each with what is said to it. (write numbness: ...)"),
        ("pain: 7", "pain: [7]", "p.yaml:10:9: A102 Pain: This question takes a whole number from 0 to 10 of 10."),
        ("8.10", '"8,1"', "p.yaml:11:18: A102 HbA1c: '8,1' is no number. (give a number with its unit (% or mmol/mol), such as 8.1 or <0.01)"),
        ("8.10", "1e1", "p.yaml:11:18: A102 HbA1c: '1e1' is no number. (give a number with its unit (% or mmol/mol), such as 8.1 or <0.01)"),
        ("confirmed: true", "confirmed: perhaps", "p.yaml:11:64: A102 HbA1c: 'perhaps' is neither true nor false. (write true or false)"),
        ("drug: duloxetine", "drgu: duloxetine", "p.yaml:15:23: A102 Medicines tried: There is no 'drgu' here. (did you mean 'drug'?)"),
        ("pain: 7", "pain: {confirmed: true}", "p.yaml:10:9: A102 Pain: The number is missing. (write value: and the number)"),
        ('{value: 8.10, unit: "%",', '{unit: "%",', "p.yaml:11:10: A102 HbA1c: The number is missing. (write value: and the number)"),
        ("numbness: yes", "numbness: {by_block: true}", "p.yaml:7:13: A102 Numbness: The option is missing. (write chosen: and one of: yes, no)"),
        ("[retinopathy, nephropathy]", "retinopathy", "p.yaml:9:18: A102 Complications: This question takes a list of: retinopathy, nephropathy, none. (write [a, b])"),
        ("{rows: [{drug: duloxetine, mg_day: 60}], complete: true}", "{rows: {drug: duloxetine}}", "p.yaml:15:21: A102 Medicines tried: This question takes rows of drug, mg_day, remark. (write [a, b])"),
        ("onset: 2024", "onset: [2024]", "p.yaml:13:10: A102 Onset: This question takes a date: year, month or day."),
        ("onset: 2024", "onset: soon", "p.yaml:13:10: A102 Onset: 'soon' is no date. (write 2026-09-03, 2026-09 or 2026)"),
        ("no_value: unable, text: amputated", "no_value: [unable]", "p.yaml:8:44: A102 Reflex (right): This question takes a reason."),
        ("  numbness: yes", "  reflex.left: absent", "p.yaml:7:3: A101 The form has no question 'reflex.left'. (write reflex: {left: ...})"),
    ],
)  # fmt: skip
def test_that_what_the_form_does_not_accept_is_an_error_with_its_place(old, new, problem):
    assert problems_of(changed(old, new)) == [problem]


def test_that_a_file_of_another_version_opens_with_a_report_of_what_no_longer_fits():
    text = changed("form_version: 1.0.0", "form_version: 0.9.0").replace("numbness: yes", "tingling: yes")
    answers, problems = read_answers_leniently(text.encode(), "p.yaml", FORM)
    assert [problem.message for problem in problems] == ["The form has no question 'tingling'."]
    assert set(answers.cells) == set(read_answers(FILE.encode(), "p.yaml", FORM).cells) - {"numbness"}


def test_that_the_place_of_each_answered_question_is_known():
    assert str(places(FILE.encode(), "p.yaml")["pain"]) == "p.yaml:10:3"


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xfe", b"- a\n", b"form", b"form: {a: b}\nanswers: {}", b"form: small\nanswers: [1]\n"]
)
def test_that_what_is_no_answers_file_is_a_problem_with_a_place(raw):
    with pytest.raises(FormError) as caught:
        read_answers(raw, "p.yaml", FORM)
    assert all(problem.at.file == "p.yaml" and problem.at.line >= 1 for problem in caught.value.problems)


# --- the round trip ---------------------------------------------------------------------------------------------

words = st.text(min_size=1).filter(str.strip)
texts = st.text()
identities = st.text(max_size=LONGEST_IDENTITY)
born = st.dates(datetime(1970, 1, 1).date(), datetime(1999, 1, 1).date())  # 120 years before the latest moment, at most
reasons = st.builds(NoValue, st.sampled_from(Reason), texts)


def numbers(lowest: str, highest: str) -> st.SearchStrategy[Decimal]:
    return st.decimals(Decimal(lowest), Decimal(highest), allow_nan=False, places=4)


days = st.dates(datetime(2000, 1, 1).date(), datetime(2026, 1, 1).date())
dates = st.one_of(
    days.map(lambda day: PartialDate(day.year, day.month, day.day)),
    days.map(lambda day: PartialDate(day.year, day.month)),
    days.map(lambda day: PartialDate(day.year)),
)
mg = st.builds(Whole, st.integers(1, 5000), st.booleans())
row = st.fixed_dictionaries(
    {"drug": st.sampled_from(["duloxetine", "pregabalin"]).map(Chosen)},
    optional={"mg_day": st.one_of(mg, reasons), "remark": words.map(Written)},
).map(MappingProxyType)
hba1c = st.builds(
    Measured, numbers("3.01", "19.99"), st.just("%"), st.sampled_from(["", "<", ">"]), st.none() | dates, st.booleans()
)
reflex = st.builds(Chosen, st.sampled_from(["present", "absent"]), st.booleans())
cells = st.fixed_dictionaries(
    {},
    optional={
        "numbness": st.sampled_from(["yes", "no"]).map(Chosen),
        "reflex.left": reflex | reasons,
        "reflex.right": reflex | reasons,
        "complications": st.sampled_from([("retinopathy",), ("nephropathy", "retinopathy"), ("none",)]).map(
            ChosenSeveral
        ),
        "pain": st.builds(Whole, st.integers(0, 10), st.booleans()) | reasons,
        "hba1c": hba1c | reasons,
        "abi.left": st.just(NotDone()) | st.builds(Measured, numbers("0.01", "2.99"), st.just("ratio")),
        "onset": dates,
        "remarks": words.map(Written) | reasons,
        "medicines": st.builds(Rows, st.lists(row, max_size=4).map(tuple), st.booleans()) | reasons,
    },
)
moments = st.one_of(
    st.none(),
    st.datetimes(datetime(2026, 2, 1), datetime(2090, 1, 1)),
    st.datetimes(
        datetime(2026, 2, 1),
        datetime(2090, 1, 1),
        timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))]),
    ),
)
patients = st.builds(
    Patient,
    identities,
    identities,
    st.none() | born.map(lambda day: PartialDate(day.year, day.month, day.day)),
    identities,
    identities,
)
screenings = st.builds(
    Answers,
    cells.map(MappingProxyType),
    patients,
    moments,
    st.builds(
        Summary,
        texts,
        texts,
        st.builds(Signer, texts, texts, texts, texts, st.sampled_from(["", FORM.sha256, "1e9" * 8])),
        st.sampled_from([None, *Sharing]),
        texts,
    ),
    st.fixed_dictionaries({}, optional={"numbness": words, "reflex.left": words, "abi.right": words}).map(
        MappingProxyType
    ),
)


WRITERS = pytest.mark.parametrize("write", [write_answers, write_json])


@WRITERS
@given(screenings)
def test_that_what_is_saved_is_what_is_opened_whatever_is_written_in_it(write, answers):
    text = write(answers, FORM)
    again = read_answers(text.encode(), "p.yaml", FORM)
    assert again == answers
    assert write(again, FORM) == text


@WRITERS
@given(texts)
def test_that_any_text_comes_back_from_any_field(write, text):
    answers = Answers(
        patient=Patient(family=text[:LONGEST_IDENTITY]),
        summary=Summary(text, text, Signer(text, text, text, text, text), copies_to=text),
    )
    assert read_answers(write(answers, FORM).encode(), "p.yaml", FORM) == answers


@given(screenings)
def test_that_the_answers_file_in_json_is_json_with_its_numbers_as_written(answers):
    whole = json.loads(write_json(answers, FORM), parse_float=Decimal)
    assert whole["form"] == "small"
    value = answers.cells.get("hba1c")
    if isinstance(value, Measured) and not value.comparator:
        assert str(whole["answers"]["hba1c"]["value"]) == f"{value.value:f}"


@WRITERS
@given(st.decimals(Decimal("3.0"), Decimal("20.0"), allow_nan=False))
def test_that_the_digits_of_a_number_are_kept(write, number):
    if len(number.as_tuple().digits) > 20 or -number.as_tuple().exponent > 20:
        return
    answers = Answers(MappingProxyType({"hba1c": Measured(number, "%")}))
    again = read_answers(write(answers, FORM).encode(), "p.yaml", FORM)
    assert f"{again.cells['hba1c'].value:f}" == f"{number:f}"


# --- whatever is in the file ----------------------------------------------------------------------------------------

ROOT = Path(__file__).resolve().parents[2]


def problems_in(raw: bytes) -> tuple[Problem, ...]:
    """Return what is wrong with a file; anything but a FormError fails the test."""
    try:
        read_answers(raw, "p.yaml", FORM)
    except FormError as error:
        return error.problems
    return ()


@given(st.binary(max_size=300))
def test_that_bytes_of_any_kind_are_problems_with_a_place(raw):
    problems = problems_in(raw)
    assert problems
    assert all(problem.at.file == "p.yaml" for problem in problems)


@given(st.integers(0, len(FILE)), st.integers(0, 12), st.text(max_size=6))
def test_that_a_slip_anywhere_in_a_file_is_told_with_its_place_or_says_something_else(at, length, typed):
    text = FILE[:at] + typed + FILE[at + length :]
    for problem in problems_in(text.encode(errors="replace")):
        assert 1 <= problem.at.line <= text.count("\n") + 2
        assert problem.message


def test_that_every_code_of_answers_files_is_explained():
    sources = [ROOT / "screener" / folder for folder in ("assess", "cli", "store")]
    used = {
        code
        for folder in sources
        for path in folder.glob("*.py")
        for code in re.findall(r'"(A\d{3})"', path.read_text("utf-8"))
    }
    explained = set(re.findall(r"\bA\d{3}\b", (ROOT / "docs" / "answers.md").read_text("utf-8")))
    assert used == explained


@WRITERS
def test_that_what_was_finished_is_not_finished_without_what_no_longer_fits(write):
    """Hazard H08: answers were left out, and the rest stayed final under the name of who had signed all of them."""
    signed = Signer("Dr A", "registrar", form_sha256=FORM.sha256)
    text = write(Answers(MappingProxyType({"pain": Whole(7)}), summary=Summary(signer=signed)), FORM)
    whole, none = read_answers_leniently(text.encode(), "p.yaml", FORM)
    assert (whole.summary.is_finished_with(FORM), none) == (True, [])
    rest, found = read_answers_leniently(re.sub(r"pain(\W+)7", r"pains\g<1>7", text).encode(), "p.yaml", FORM)
    assert not rest.summary.is_finished_with(FORM)
    assert (rest.summary.signer.name, len(found)) == ("Dr A", 1)
