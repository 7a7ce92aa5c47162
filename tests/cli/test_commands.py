"""The command contract (DESIGN 6): results on standard output, problems on standard error, five exit codes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

from screener.__main__ import main
from screener.form.load import load_form
from screener.paths import FORMS

ROOT = Path(__file__).resolve().parents[2]
ANSWERS = """\
form: neuropathy
date: 2026-11-21T10:40+01:00
patient: {family: MORGAN, given: Alex, born: 1968-03-14, gender: female, identifier: "943 476 5919"}
answers:
  diabetes_type: t2
  hba1c: {value: 8.10, unit: "%", date: 2026-10-31}
  ankle_reflex: {left: absent, right: {no_value: unable, text: in plaster}}
  trial_enquiry: yes
"""
PLACE = re.compile(r"^(?P<file>.+):(?P<line>\d+):(?P<column>\d+): [A-Z]\d{3} \S")


@pytest.fixture
def answers(tmp_path):
    path = tmp_path / "alex.yaml"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


@pytest.fixture
def whole(tmp_path):
    return Path(shutil.copytree(FORMS / "neuropathy", tmp_path / "own" / "neuropathy"))


@pytest.fixture
def copied(whole):
    """The same with two example files of fifty: running them all is most of what `check` takes."""
    for file in (whole / "examples").iterdir():
        if file.name not in ("base.yaml", "v01.yaml"):
            file.unlink()
    return whole


def nds_of(form: Path) -> Path:
    (file,) = (form / "scores").glob("*nds.yaml")
    return file


def spoil(file: Path, old: str, new: str) -> int:
    """Change one text of a file; return the line it stood in."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def forms_looked_at(printed: str) -> int:
    return len(re.findall(r"^neuropathy \d", printed, re.MULTILINE))


# --- check ------------------------------------------------------------------------------------------------------


def test_that_check_finds_no_problem_in_the_shipped_forms_and_counts_what_it_looked_at(capsys):
    assert main(["check"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    counts = r"\S+: (\d+) questions, (\d+) rules, (\d+) examples\nrows: (?:\w+ \d+(?:, )?)+\ncoverage: (\d+) of (\d+)\n"
    counts += r"content: awaiting clinical review, sha256 [0-9a-f]{64}\n"
    without_gaps = re.sub(r"^.* F620 .*\n", "", printed.out, flags=re.MULTILINE)
    without_gaps, languages = re.subn(
        r"^es: (\d+) of \1 texts, awaiting clinical review, sha256 [0-9a-f]{64}\n", "", without_gaps, flags=re.MULTILINE
    )
    found = re.fullmatch(f"foot_check {counts}neuropathy {counts}", without_gaps)
    assert languages == 2
    assert found
    assert all(int(count) >= 15 for count in found.groups())


def test_that_a_verdict_in_a_text_is_told_with_its_place_and_remedy_and_in_a_source_it_is_not(copied, capsys):
    flags = copied / "flags" / "rf19_rf25.yaml"
    spoil(flags, "Assess falls and balance.", "Not suitable for a trial.")
    spoil(copied / "findings" / "3_lops.yaml", "IWGDF practical guidelines", "Recommendations of the IWGDF")
    line = flags.read_text(encoding="utf-8").splitlines().index("- flag: RF24") + 1
    assert main(["check", str(copied)]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "F801" in line]
    remedy = "(say what is recorded; whether a person takes part in a trial, only its team decides)"
    assert lines == [f"{flags}:{line}:3: F801 'flags.RF24.action' says 'suitable' {remedy}"]


def test_that_a_changed_question_is_named_until_its_translation_is_confirmed(copied, capsys):
    spoil(copied / "sections" / "examination.yaml", "text: Knee reflex", "text: Knee reflex, seated")
    file = copied / "languages" / "es" / "examination.yaml"
    spoil(file, "text: Reflejo rotuliano", "text: Reflejo rotuliano, sentado")

    def said() -> list[str]:
        assert main(["check", str(copied)]) == 0
        return [line for line in capsys.readouterr().out.splitlines() if "F721" in line]

    (line,) = said()
    assert line.startswith(f"{file}:19:11: F721 'items.knee_reflex.text' was made for an earlier English text")
    assert main(["confirm", str(copied), "es"]) == 0
    told, count = capsys.readouterr().out.splitlines()
    assert told == "items.knee_reflex.text: Knee reflex, seated | Reflejo rotuliano, sentado"
    assert count.endswith(" compared, 1 of them confirmed just now")
    assert said() == []


def test_that_one_changed_text_is_confirmed_and_the_others_stay_as_they_were(copied, capsys):
    spoil(copied / "sections" / "examination.yaml", "text: Knee reflex", "text: Knee reflex, seated")
    spoil(copied / "sections" / "examination.yaml", "text: Ankle reflex", "text: Ankle reflex, kneeling")
    assert main(["confirm", str(copied), "es", "items.knee_reflex.text"]) == 0
    assert "1 compared, 1 of them confirmed just now" in capsys.readouterr().out
    assert main(["check", str(copied)]) == 0
    printed = capsys.readouterr().out
    assert re.findall(r"F721 '(.*?)'", printed) == ["items.ankle_reflex.text"]
    assert "never confirmed" not in printed
    assert main(["confirm", str(copied), "es", "items.knee_refelx.text"]) == 2
    assert "did you mean 'items.knee_reflex.text'?" in capsys.readouterr().err


def test_that_check_counts_the_translations_that_nobody_confirmed(copied, capsys):
    (copied / "languages" / "es" / "confirmed.yaml").unlink()
    assert main(["check", str(copied)]) == 0
    printed = capsys.readouterr().out
    texts = re.search(r"^es: (\d+) of \1 texts", printed, re.MULTILINE)[1]
    assert f"... {texts} never confirmed" in printed


def test_that_nothing_is_confirmed_where_nothing_is_translated_or_something_is_wrong(copied, capsys):
    assert main(["confirm", str(copied), "fr"]) == 2
    assert f"there is no text in 'fr' in {copied / 'languages'}" in capsys.readouterr().err
    record = copied / "languages" / "es" / "confirmed.yaml"
    before = record.read_bytes()
    spoil(copied / "sections" / "examination.yaml", "text: Knee reflex", "text: Knee reflex at 90 degrees")
    assert main(["check", str(copied)]) == 0
    capsys.readouterr()
    assert main(["confirm", str(copied), "es"]) == 1
    assert capsys.readouterr().err.startswith(f"{copied / 'languages' / 'es' / 'examination.yaml'}:19:11: F704 ")
    assert record.read_bytes() == before


def test_that_of_many_problems_that_are_alike_five_are_told_in_full_and_the_places_of_the_rest(copied, capsys):
    spoil(copied / "sections" / "tests.yaml", "item: tests_done", "item: tests_made")
    assert main(["check", str(copied)]) == 1
    alike = [line for line in capsys.readouterr().err.splitlines() if "F404" in line or line.startswith("... the same")]
    assert [line for line in alike if not PLACE.match(line)] == alike[5:]
    (rest,) = alike[5:]
    assert re.search(rf"in each of these {5 + rest.count(str(copied))} places", alike[0])


def test_that_check_names_a_question_with_sides_that_does_not_say_what_is_nothing_to_act_on(copied, capsys):
    assert main(["check", str(copied)]) == 0
    assert "F802" not in capsys.readouterr().out
    file = copied / "sections" / "examination.yaml"
    spoil(file, "    unremarkable: none\n", "")
    assert main(["check", str(copied)]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "F802" in line]
    assert line.startswith(f"{file}:6:5: F802 no option of 'amputation' is said to be nothing to act on")


def test_that_a_rule_that_no_example_tries_is_named_with_its_place_and_is_no_problem(whole, capsys):
    (whole / "examples" / "circulation.yaml").unlink()
    assert main(["check", str(whole)]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    (line,) = [each for each in printed.out.splitlines() if "perfusion: ABI at 0.9" in each]
    file = whole / "findings" / "6_perfusion.yaml"
    at = file.read_text(encoding="utf-8").splitlines().index("  - reduced: abi.here < 0.9") + 1
    assert line.startswith(f"{file}:{at}:")
    assert line.endswith("F620 no example of perfusion: ABI at 0.9 (add one that expects what comes out)")


def test_that_check_says_whether_the_content_is_approved_and_what_an_approval_names(copied, capsys):
    def said() -> str:
        assert main(["check", str(copied)]) == 0
        return re.search(r"^content: (.*)$", capsys.readouterr().out, re.MULTILINE)[1]

    standing, sha256 = said().split(", sha256 ")
    assert standing == "awaiting clinical review"
    (copied / "approval.yaml").write_text(
        f"approval: Dr A\nrole: x\non: 2026-11-30\nsha256: {sha256}\n", encoding="utf-8"
    )
    assert said() == f"approved, sha256 {sha256}"
    spoil(copied / "form.yaml", "title: Neuropathy", "title: Our neuropathy")
    assert said().startswith("changed since its approval, sha256 ")


def test_that_check_reports_every_problem_of_every_file_with_its_place(copied, capsys):
    line = spoil(nds_of(copied), "score: nds", "scroe: nds")
    other = spoil(copied / "form.yaml", "version:", "verison:")
    assert main(["check", str(copied)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert all(PLACE.match(each) for each in told[:-1])
    assert any(each.startswith(f"{nds_of(copied)}:{line}:") for each in told)
    assert any(each.startswith(f"{copied / 'form.yaml'}:{other}:") for each in told)
    assert told[-1] == f"{len(told) - 1} problems"


def test_that_a_form_that_says_otherwise_than_its_examples_is_a_problem_at_the_expectation(copied, capsys):
    spoil(copied / "examples" / "v01.yaml", "total: 9", "total: 8")
    assert main(["check", str(copied)]) == 1
    told = capsys.readouterr().err
    assert re.search(
        rf"^{re.escape(str(copied / 'examples' / 'v01.yaml'))}:\d+:\d+: F610 expected \w+ total 8, is 9",
        told,
        re.MULTILINE,
    )


def test_that_an_example_that_is_no_yaml_is_a_problem_at_its_place_and_other_forms_are_still_looked_at(copied, capsys):
    shutil.copytree(copied, copied.parent / "second")
    (copied / "examples" / "broken.yaml").write_text("example: [a\n", encoding="utf-8")
    assert main(["check", str(copied.parent)]) == 1
    printed = capsys.readouterr()
    assert printed.err.startswith(f"{copied / 'examples' / 'broken.yaml'}:")
    assert forms_looked_at(printed.out) == 1


def test_that_check_looks_at_all_forms_below_a_folder_and_at_the_form_of_a_file(copied, capsys):
    shutil.copytree(copied, copied.parent / "second")
    assert main(["check", str(copied.parent)]) == 0
    assert forms_looked_at(capsys.readouterr().out) == 2
    assert main(["check", str(nds_of(copied)), str(copied)]) == 0
    assert forms_looked_at(capsys.readouterr().out) == 1


def test_that_a_clinics_own_form_wins_over_the_shipped_one_of_the_same_id(copied, monkeypatch, capsys):
    spoil(copied / "form.yaml", "version: 1", "version: 77")
    assert main(["check", "--forms", str(copied.parent)]) == 0
    assert "\nneuropathy 77" in capsys.readouterr().out
    monkeypatch.setenv("SCREENER_FORMS", str(copied.parent))
    assert main(["describe", "neuropathy"]) == 0
    assert json.loads(capsys.readouterr().out)["version"].startswith("77")


# --- describe and schema ------------------------------------------------------------------------------------------


def test_that_describe_says_what_a_form_holds_with_the_digits_of_its_limits(capsys):
    assert main(["describe", "neuropathy"]) == 0
    told = json.loads(capsys.readouterr().out, parse_float=Decimal)
    assert list(told) == [
        "id", "version", "sha256", "items", "values", "scores", "findings", "flags", "trials", "cards", "leaflets",
    ]  # fmt: skip
    items = {item["id"]: item for item in told["items"]}
    assert all(
        list(item)[:7] == ["id", "type", "options", "sides", "units", "limits", "ask_if"] for item in told["items"]
    )
    assert items["hba1c"]["units"] == ["%", "mmol/mol"]
    assert items["hba1c"]["limits"]["%"] == [3, 20]
    assert items["abi"]["normal"] == {"ratio": "0.9–1.3"}
    assert (items["mnsi_touches"]["normal"], items["hba1c"]["normal"]) == ("≥8", None)
    assert items["ankle_reflex"]["sides"] == ["left", "right"]
    assert "absent" in items["ankle_reflex"]["options"]
    assert {"nds", "nss", "tcss"} <= {score["id"] for score in told["scores"]}
    assert {"RF01", "RF25"} <= {flag["id"] for flag in told["flags"]}
    assert len(told["sha256"]) == 64


def test_that_a_form_may_be_named_by_its_folder(copied, capsys):
    assert main(["describe", str(copied)]) == 0
    by_folder = capsys.readouterr().out
    assert main(["describe", "neuropathy"]) == 0
    assert capsys.readouterr().out == by_folder


def test_that_the_schema_is_json(capsys):
    assert main(["schema"]) == 0
    assert "$schema" in json.loads(capsys.readouterr().out)


# --- assess and report --------------------------------------------------------------------------------------------


def test_that_assess_prints_everything_concluded_as_one_object(answers, capsys):
    assert main(["assess", str(answers)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["form", "values", "scores", "findings", "flags", "trials", "notes", "not_asked", "needed"]
    assert list(told["form"]) == ["id", "version", "sha256"]
    assert list(told["values"][0]) == ["id", "value", "lowest", "highest", "unit"]
    nds = next(score for score in told["scores"] if score["id"] == "nds")
    assert list(nds) == [
        "id", "state", "total", "lowest", "highest", "maximum", "band", "answered", "items", "cutoffs", "missing",
    ]  # fmt: skip
    assert (nds["state"], nds["total"], nds["band"]) == ("incomplete", None, None)
    assert {"id", "side", "state", "outcome", "possible", "missing"} == set(told["findings"][0])
    assert {"id", "tier", "state", "missing"} == set(told["flags"][0])
    assert {"id", "state", "possible", "missing"} == set(told["trials"][0]["criteria"][0])
    assert {"item", "reason"} <= set(nds["missing"][0])
    assert told["needed"][0]["settles"]


def test_that_a_criterion_met_in_spite_of_the_gaps_is_stated(answers, capsys):
    main(["assess", str(answers)])
    criteria = {
        each["id"]: each for trial in json.loads(capsys.readouterr().out)["trials"] for each in trial["criteria"]
    }
    assert criteria["C07"]["state"] == "ok"
    assert criteria["C02"]["state"] == "ok"


def test_that_a_result_that_is_too_old_is_missing_with_its_value_and_age(answers, capsys):
    spoil(answers, "2026-10-31", "2026-05-01")
    main(["assess", str(answers)])
    criteria = {
        each["id"]: each for trial in json.loads(capsys.readouterr().out)["trials"] for each in trial["criteria"]
    }
    assert criteria["C07"]["state"] == "need_info"
    stale = next(each for each in criteria["C07"]["missing"] if each["item"] == "hba1c")
    assert stale["reason"] == "stale"
    assert "8.10 %" in stale["detail"]
    assert "204 days" in stale["detail"]


def test_that_the_same_answers_give_the_same_bytes(answers, tmp_path):
    assert main(["report", str(answers), "-o", str(tmp_path / "a.pdf")]) == 0
    assert main(["report", str(answers), "-o", str(tmp_path / "b.pdf")]) == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")


def test_that_a_summary_is_read_like_the_answers_it_carries(answers, tmp_path, capsys):
    first, again = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert main(["report", str(answers), "-o", str(first)]) == 0
    assert main(["report", str(first), "-o", str(again)]) == 0
    assert again.read_bytes() == first.read_bytes()
    assert main(["assess", str(answers)]) == 0
    of_answers = capsys.readouterr().out
    assert main(["assess", str(first)]) == 0
    assert capsys.readouterr().out == of_answers


def test_that_a_pdf_without_answers_is_a_problem_with_a_remedy(tmp_path, capsys):
    path = tmp_path / "other.pdf"
    path.write_bytes(b"%PDF-1.4\n")
    assert main(["assess", str(path)]) == 1
    assert capsys.readouterr().err.startswith(f"{path}:1:1: A006 ")


def test_that_letter_paper_is_another_size(answers, tmp_path):
    assert main(["report", str(answers), "-o", str(tmp_path / "a.pdf"), "--paper", "letter"]) == 0
    box = PdfReader(tmp_path / "a.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)


def test_that_the_text_is_printed_or_written(answers, tmp_path, capsys):
    assert main(["report", str(answers), "--text"]) == 0
    printed = capsys.readouterr().out
    assert "MORGAN" in printed
    assert main(["report", str(answers), "--text", "-o", str(tmp_path / "a.txt")]) == 0
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == printed


def test_that_the_summary_is_as_long_as_is_asked_for(answers, tmp_path):
    counts = []
    for length in ("page", "full", "answers"):
        out = tmp_path / f"{length}.pdf"
        assert main(["report", str(answers), "--length", length, "-o", str(out)]) == 0
        counts.append(len(PdfReader(out).pages))
    assert counts[0] < counts[1] < counts[2]


@pytest.mark.parametrize("form", ["foot_check", str(FORMS / "foot-check")])
def test_that_a_form_is_printed_blank_by_id_or_folder_on_any_paper_and_as_text(form, tmp_path, capsys):
    out = tmp_path / "blank.pdf"
    assert main(["report", "--blank", form, "-o", str(out), "--paper", "letter"]) == 0
    assert round(PdfReader(out).pages[0].mediabox.width) == 612
    assert main(["report", "--blank", form, "-o", str(out)]) == 0, "over the one before"
    assert main(["report", "--blank", form, "--text"]) == 0
    assert "[ ] Yes  [ ] No" in capsys.readouterr().out


def test_that_a_leaflet_is_printed_by_its_id_and_another_id_names_the_nearest(copied, tmp_path, capsys):
    (copied / "leaflets").mkdir(exist_ok=True)
    (copied / "leaflets" / "feet.yaml").write_text(LEAFLET, encoding="utf-8")
    out = tmp_path / "leaflet.pdf"
    assert main(["report", "--leaflet", "your_feet", str(copied), "-o", str(out)]) == 0
    (page,) = PdfReader(out).pages
    assert "Look at your feet every day." in page.extract_text()
    assert main(["report", "--leaflet", "your_foot", str(copied), "-o", str(out)]) == 2
    assert "did you mean 'your_feet'?" in capsys.readouterr().err


LEAFLET = """\
leaflet: your_feet
title: Your feet
snapshot: 2026-11-21
source: An invented source
parts:
  - heading: Every day
    text: Look at your feet every day.
"""


def test_that_an_answer_the_form_does_not_know_is_an_error_with_its_place(answers, capsys):
    spoil(answers, "ankle_reflex", "ankel_reflex")
    assert main(["assess", str(answers)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert (
        printed.err == f"{answers}:7:3: A101 The form has no question 'ankel_reflex'. (did you mean 'ankle_reflex'?)\n"
    )


def test_that_answers_that_contradict_each_other_are_an_error_at_the_first_of_them(answers, capsys):
    spoil(answers, "  diabetes_type: t2\n", "  diabetes_type: t2\n  diabetes_years: 60\n")
    assert main(["assess", str(answers)]) == 1
    assert capsys.readouterr().err == f"{answers}:6:3: A201 Diabetes can't be older than the person.\n"


def test_that_a_file_for_an_unknown_form_names_the_nearest(answers, capsys):
    spoil(answers, "form: neuropathy", "form: neuropaty")
    assert main(["assess", str(answers)]) == 1
    assert (
        capsys.readouterr().err == f"{answers}:1:7: A003 There is no form 'neuropaty'. (did you mean 'neuropathy'?)\n"
    )


def test_that_a_file_of_another_version_is_read_and_said_to_be(answers, capsys):
    spoil(answers, "form: neuropathy\n", "form: neuropathy\nform_version: 0.0.1\n")
    assert main(["assess", str(answers)]) == 0
    assert "written with version 0.0.1" in capsys.readouterr().err


def test_that_a_summary_finished_with_other_content_of_the_form_is_printed_as_a_draft_and_said_to_be(answers, capsys):
    """Hazard H08: it was printed as final."""
    signed = "summary: {signer: {name: Dr Then, role: registrar, form_sha256: %s}}\nanswers:"
    form = load_form(FORMS / "neuropathy")
    for sha256, standing, told in (
        (form.sha256, "Final", ""),
        ("0" * 64, "Draft: to be finished anew", "Finished by Dr Then with other content of the form"),
    ):
        answers.write_text(ANSWERS.replace("answers:", signed % f'"{sha256}"'), encoding="utf-8")
        assert main(["report", str(answers), "--text"]) == 0
        printed = capsys.readouterr()
        assert standing in printed.out
        assert printed.err.startswith(f"{answers}: {told}" if told else "")
        assert bool(printed.err) == bool(told)


def test_that_a_clinics_own_form_is_used_for_its_answers(answers, copied, capsys):
    spoil(copied / "form.yaml", "version: 1", "version: 77")
    assert main(["assess", str(answers), "--forms", str(copied.parent)]) == 0
    assert json.loads(capsys.readouterr().out)["form"]["version"].startswith("77")


# --- the exit codes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["check", "--help"], 0),
        (["describe"], 2),
        (["describe", "no_such_form"], 2),
        (["assess"], 2),
        (["assess", "a", "b"], 2),
        (["report", "a.yaml"], 2),
        (["report", "a.yaml", "-o", "a.pdf", "--paper", "a3"], 2),
        (["check", "--colour"], 2),
        (["check", "./nowhere"], 3),
        (["check", "--forms", "./nowhere"], 3),
        (["check", "nowhere"], 2),
        (["describe", "./nowhere"], 3),
        (["describe", "."], 3),
        (["assess", "./nowhere.yaml"], 3),
        (["assess", "."], 3),
        (["report", "./nowhere.yaml", "-o", "a.pdf"], 3),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)  # fmt: skip
def test_that_the_exit_code_says_what_happened(words, code, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(words) == code
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    assert bool(printed.err) == (code != 0)


@pytest.mark.parametrize("name", ["no/a.pdf", "."])
def test_that_a_summary_that_can_not_be_written_is_told_by_the_name_given_and_leaves_nothing(
    answers, tmp_path, name, capsys
):
    assert main(["report", str(answers), "-o", str(tmp_path / name)]) == 3
    assert capsys.readouterr().err.startswith(f"screener: {tmp_path / name}: ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["alex.yaml"]


def test_that_a_summary_is_never_written_over_the_answers_it_is_made_of(answers, capsys):
    before = answers.read_bytes()
    assert main(["report", str(answers), "-o", str(answers.parent / "." / answers.name)]) == 2
    assert "name another file after -o" in capsys.readouterr().err
    assert answers.read_bytes() == before


def test_that_a_fault_of_ours_is_one_sentence_without_an_answer_in_it(answers, monkeypatch, capsys):
    def broken(*_):
        raise RuntimeError("8.10 % of MORGAN")

    monkeypatch.setattr("screener.cli.opened.assess", broken)
    assert main(["assess", str(answers)]) == 70
    printed = capsys.readouterr()
    assert len(printed.err.splitlines()) == 1
    assert "fault of the program (RuntimeError at" in printed.err
    assert "MORGAN" not in printed.err


# --- as a person starts it ----------------------------------------------------------------------------------------


def run(*words, cwd=None, **surroundings):
    command = [sys.executable, str(ROOT / "main.py"), *map(str, words)]
    return subprocess.run(command, cwd=cwd, env=os.environ | surroundings, capture_output=True, timeout=60, check=False)


def test_that_no_command_loads_qt(answers, tmp_path):
    script = (
        "import sys; from screener.__main__ import main\n"
        f"codes = [main(words) for words in (['check'], ['describe', 'neuropathy'], ['assess', {str(answers)!r}], ['schema'],"
        f" ['report', {str(answers)!r}, '-o', {str(tmp_path / 'a.pdf')!r}])]\n"
        "assert codes == [0] * 5, codes\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_that_units_are_printed_as_utf8_whatever_the_terminal(answers, tmp_path):
    done = run("assess", answers, cwd=tmp_path, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "mL/min/1.73 m²" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("folder", "code", "told"),
    [
        ("forms/nowhere", 3, "There is no folder forms/nowhere.\n"),
        (
            "nowhere",
            2,
            "There is no form 'nowhere' (known here: foot_check, neuropathy), and no folder of that name.\n",
        ),
    ],
)
def test_that_a_folder_that_is_not_there_is_said_not_to_be_there(folder, code, told, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["check", folder]) == code
    assert capsys.readouterr().err == f"screener: {told}"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["neuropathy", "--new", "--forms", "nowhere"], 3, "Your own forms can't be read (nowhere: "),
        (["nothing", "--new"], 2, "There is no form 'nothing' ("),
        (["--language", "fr"], 2, "usage: screener "),
    ],
    ids=str,
)
def test_that_a_window_that_can_not_open_says_why(words, code, told, tmp_path):
    done = run(*words, cwd=tmp_path)
    assert done.returncode == code
    assert told in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="it takes a shell of POSIX; on Windows nothing tries this")
@pytest.mark.parametrize(
    ("words", "code"),
    [(["check", "foot_check"], 0), (["describe", "nowhere"], 2), (["chekc"], 2)],
    ids=str,
)
def test_that_closed_outputs_do_not_change_the_exit_code(words, code):
    line = '"$@" >&- 2>&-'
    command = ["sh", "-c", line, "sh", sys.executable, str(ROOT / "main.py"), *words]
    assert subprocess.run(command, timeout=60, check=False).returncode == code


@pytest.mark.skipif(os.name == "nt", reason="it takes a shell of POSIX; on Windows nothing tries this")
@pytest.mark.parametrize("output", [">&-", ">/dev/full"])
@pytest.mark.parametrize(
    "words", [["assess"], ["report", "--text"], ["report", "-o", "-"], ["describe"], ["schema"]], ids=str
)
def test_that_a_result_that_nobody_received_is_not_called_done(words, output, answers):
    given = {"describe": ["foot_check"], "schema": []}.get(words[0], [str(answers)])
    command = ["sh", "-c", f'"$@" {output}', "sh", sys.executable, str(ROOT / "main.py"), *words, *given]
    done = subprocess.run(command, timeout=60, check=False, capture_output=True)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert done.stderr.startswith(
        b"screener: standard output: it is closed" if output == ">&-" else b"screener: No space"
    )


def test_that_a_document_is_written_to_standard_output_where_that_is_asked_for(answers, tmp_path):
    file = tmp_path / "a.pdf"
    assert main(["report", str(answers), "-o", str(file)]) == 0
    assert run("report", str(answers), "-o", "-", cwd=tmp_path).stdout == file.read_bytes()
    text = run("report", str(answers), "--text", cwd=tmp_path).stdout
    assert text.strip()
    assert run("report", str(answers), "--text", "-o", "-", cwd=tmp_path).stdout == text
    assert not (tmp_path / "-").exists()


def test_that_a_pdf_is_not_written_to_a_terminal(answers, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["report", str(answers), "-o", "-"]) == 2
    assert "say where to write the PDF" in capsys.readouterr().err


def test_that_a_reader_who_stops_reading_gets_no_traceback(tmp_path):
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "describe", "neuropathy"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        program.stdout.close()
        told = program.stderr.read()
        assert program.wait(60) == 3
    assert told == b""
