"""A clinic's folder without a form.yaml adds to the shipped form of its name; no update touches it, and it touches none.

1. Its files are the form's too: a page, a score, a rule of its own; site.yaml and approval.yaml are the clinic's.
2. The hash covers them; without a file that changes a result it is the shipped one.
3. What the shipped form has is not defined a second time: refused with both places.
4. `check` runs the clinic's examples, which may start from shipped patients; shipped ones are not measured by its numbers.
5. The forms of the clinic are found below its folder, by name, by path and by a file of it.
"""

from __future__ import annotations

import os
import re

import pytest

from screener.__main__ import main
from screener.assess.answers import Answers, Chosen
from screener.assess.assess import assess
from screener.form.load import load_form
from screener.form.problem import FormError
from screener.paths import FORMS
from screener.report.compose import compose_report
from screener.report.text import render_text
from screener.shelf import NoSuchFormError, form_folder, forms_at, shelf
from screener.store.kept_forms import KeptForms
from screener.wizard import REVIEW, Wizard
from tests.form.minimal import written

LICENSED = {
    "sections/licensed.yaml": """\
section: licensed
title: Licensed questionnaire
intro: Wording by the clinic's licence.
items:
  - item: licensed_first
    text: First question of the licensed instrument
    type: yes_no
  - item: licensed_second
    text: Second question of the licensed instrument
    type: yes_no
""",
    "scores/licensed.yaml": """\
score: licensed
title: Licensed instrument
cite: Its publication.
licence: D
range: [0, 2]
points:
  licensed_first: {yes: 1, no: 0}
  licensed_second: {yes: 1, no: 0}
cutoffs:
  - {from: 2, is: positive}
""",
    "examples/licensed.yaml": """\
example: licensed_positive
like: base
answers: {licensed_first: yes, licensed_second: yes}
expect:
  scores:
    licensed: 2
  cutoffs: {licensed.positive: met}
""",
    "site.yaml": "site: Riverside Clinic\n",
}
SHIPPED = FORMS / "neuropathy"


@pytest.fixture
def own(tmp_path):
    return written(tmp_path / "own" / "neuropathy", LICENSED)


def test_that_a_clinics_page_and_score_stand_beside_the_shipped_ones(own):
    form, shipped = load_form(own), load_form(SHIPPED)
    assert [section.id for section in form.sections] == [*(section.id for section in shipped.sections), "licensed"]
    assert {score.id for score in form.scores} == {*(score.id for score in shipped.scores), "licensed"}
    assert form.clinic == "Riverside Clinic"
    assert (form.id, form.version) == (shipped.id, shipped.version)
    assert Wizard(form, Answers(), assess).pages[-2:] == ("licensed", REVIEW)


def test_that_a_licensed_score_is_concluded_and_printed(own):
    answers = Answers(cells={"licensed_first": Chosen("yes"), "licensed_second": Chosen("yes")})
    assessment = assess(load_form(own), answers)
    assert next(score.total for score in assessment.scores if score.id == "licensed") == 2
    assert "Licensed instrument" in render_text(compose_report(assessment))


def test_that_the_hash_covers_what_the_clinic_adds_and_nothing_else(own, tmp_path):
    shipped = load_form(SHIPPED)
    only_examples = {name: text for name, text in LICENSED.items() if name.startswith("examples")}
    same = written(tmp_path / "other" / "neuropathy", {"approval.yaml": approval(shipped.sha256), **only_examples})
    assert load_form(same).sha256 == shipped.sha256
    assert load_form(same).is_approved
    before = load_form(own).sha256
    assert before != shipped.sha256
    written(own, {"site.yaml": "site: Hillside Clinic\n"})
    assert load_form(own).sha256 != before


def approval(sha256: str) -> str:
    return f"approval: Dr A. Example\nrole: Consultant\non: 2026-11-30\nsha256: {sha256}\n"


def test_that_a_kept_form_follows_the_files_of_the_clinic(own, tmp_path):
    kept = KeptForms(tmp_path / "cache")
    first = kept.form(own)
    kept.keep()
    assert kept.form(own).sha256 == first.sha256
    written(own, {"site.yaml": "site: Hillside Clinic\n"})
    assert kept.form(own).clinic == "Hillside Clinic"


def test_that_what_the_shipped_form_has_is_not_defined_twice(own):
    (nds,) = (SHIPPED / "scores").glob("*_nds.yaml")
    written(own, {"scores/mine.yaml": nds.read_text(encoding="utf-8")})
    with pytest.raises(FormError) as caught:
        load_form(own)
    (problem,) = [problem for problem in caught.value.problems if problem.code == "F301"]
    places = {str(problem.at.file), problem.hint.removeprefix("first in ").partition(":")[0]}
    assert places == {"neuropathy/scores/mine.yaml", f"neuropathy (shipped)/scores/{nds.name}"}


def test_that_the_clinics_file_is_the_place_where_it_takes_an_id_of_the_shipped_form(own, capsys):
    """Also where its path comes before that of the shipped file; what follows from it in shipped files is not told."""
    flag = "flag: RF07\ntitle: A\ntier: U1\nraised_if: acute_limb\naction: A\ncite: A\n"
    page = "section: more\ntitle: A\nitems:\n  - item: abi\n    text: A\n    type: yes_no\n"
    trial = "trial: more\ntitle: A\nkind: composite\nsnapshot: 2026-11-01\nsource: A\ncriteria:\n"
    trial += "  - criterion: C07\n    title: A\n    why: A\n    cases:\n      - otherwise: ok\n"
    written(own, {"flags/a.yaml": flag, "sections/a.yaml": page, "trials/a.yaml": trial})
    assert main(["check", str(own)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": F301")[0] for line in told[:-1]] == [
        f"{own / 'flags' / 'a.yaml'}:1:7",
        f"{own / 'sections' / 'a.yaml'}:4:5",
        f"{own / 'trials' / 'a.yaml'}:7:5",
    ]
    assert all("neuropathy (shipped)/" in line and str(SHIPPED) not in line for line in told[:-1])


def test_that_a_page_of_the_shipped_form_must_still_be_named_in_its_first_file(tmp_path):
    whole = written(tmp_path / "other", {"form.yaml": (SHIPPED / "form.yaml").read_text(encoding="utf-8"), **LICENSED})
    with pytest.raises(FormError) as caught:
        load_form(whole)
    assert ("other/sections/licensed.yaml", "F303") in [(p.at.file, p.code) for p in caught.value.problems]


def test_that_check_runs_the_examples_of_the_clinic_on_the_whole_form(own, capsys):
    assert main(["check", "--forms", str(own.parent), "neuropathy"]) == 0
    printed = capsys.readouterr()
    assert re.search(r"^rows: .*licensed_positive \d+", printed.out, re.MULTILINE)
    assert f"{os.sep}scores{os.sep}licensed.yaml" in printed.out  # what no example of the clinic tries
    assert " (shipped)" not in printed.out
    written(own, {"examples/licensed.yaml": LICENSED["examples/licensed.yaml"].replace("licensed: 2", "licensed: 1")})
    assert main(["check", "--forms", str(own.parent), "neuropathy"]) == 1
    assert "examples/licensed.yaml:6:15: F610" in capsys.readouterr().err


def test_that_a_number_of_the_laboratory_makes_no_shipped_example_a_problem(own, capsys):
    written(own, {"site.yaml": "site: A\ncutoffs:\n  b12.deficient: {pmol/L: 100, pg/mL: 136}\n"})
    assert main(["check", str(own)]) == 0
    assert capsys.readouterr().err == ""


def test_that_a_problem_in_a_file_of_the_clinic_is_shown_where_it_can_be_opened(own, capsys):
    written(own, {"scores/licensed.yaml": LICENSED["scores/licensed.yaml"].replace("range: [0, 2]", "range: [0, 3]")})
    assert main(["check", str(own)]) == 1
    assert capsys.readouterr().err.startswith(f"{own / 'scores' / 'licensed.yaml'}:5:1: F502")


def test_that_the_form_of_the_clinic_is_found_by_name_by_path_and_by_a_file_of_it(own):
    assert shelf(own.parent)["neuropathy"] == own
    assert shelf(own.parent).keys() == shelf().keys()
    assert form_folder("neuropathy", own.parent) == own
    assert form_folder(str(own)) == own
    assert forms_at(own / "scores" / "licensed.yaml") == [own]


def test_that_a_translation_may_be_called_as_the_first_file_of_a_form_is(own):
    written(own, {"languages/es/form.yaml": "translation: es\nform:\n  title: Nuestro título\n"})
    assert shelf(own.parent)["neuropathy"] == own
    assert load_form(own, "es").title == "Nuestro título"
    assert forms_at(own / "languages" / "es" / "form.yaml") == [own]


def test_that_files_of_the_clinic_that_no_form_takes_are_named_and_not_passed_over(own, tmp_path, capsys):
    files = {"scores/a.yaml": "score: a\n", ".kept/b.yaml": "score: b\n", "saved.yaml": "form: x\nanswers: {}\n"}
    lost = written(tmp_path / "own" / "neuropaty", files)
    assert main(["check", str(own.parent)]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"{lost / 'scores' / 'a.yaml'}:1:1: F219 this file belongs to no form (")
    assert "did you mean 'neuropathy'?" in told
    assert told.endswith("\n1 problem\n")
    assert main(["check", "--forms", str(own.parent)]) == 1


@pytest.fixture
def doubled(tmp_path):
    """Return a clinic's folder with a copy left beside a form, and another form."""
    form = {"form.yaml": "form: mine\nversion: 1.0.0\ntitle: Mine\nsections: [a]\n"}
    for name in ("mine", "mine - copy"):
        written(tmp_path / "own" / name, form)
    written(tmp_path / "own" / "theirs", {"form.yaml": form["form.yaml"].replace("form: mine", "form: theirs")})
    return tmp_path / "own"


@pytest.mark.parametrize("command", [["describe", "mine"], ["assess", "answers.yaml"], ["check", "mine"]], ids=str)
def test_that_a_copy_of_a_form_left_beside_it_is_told_and_neither_is_taken_for_the_other(doubled, capsys, command):
    answers = written(doubled.parent, {"answers.yaml": "form: mine\nanswers: {}\n"}) / "answers.yaml"
    words = [str(answers) if word == answers.name else word for word in command]
    assert main([*words, "--forms", str(doubled)]) == 3
    told = capsys.readouterr().err
    assert f"twice, in {doubled / 'mine'} and in {doubled / 'mine - copy'}: take one of them out." in told


def test_that_check_tells_what_is_wrong_in_each_of_two_copies_too(doubled, capsys):
    for name in ("mine", "mine - copy"):
        written(doubled / name, {"flags/a.yaml": f"flag: {name[0]}1\ntitle: A\n"})
    assert main(["check", "--forms", str(doubled)]) == 1
    told = capsys.readouterr().err
    assert f"{doubled / 'mine' / 'flags' / 'a.yaml'}:1:1: F202" in told
    assert f"{doubled / 'mine - copy' / 'flags' / 'a.yaml'}:1:1: F202" in told
    assert f"{doubled}:1:1: F219 The form 'mine' is there twice" in told


def test_that_other_forms_can_be_used_while_one_is_there_twice(doubled):
    assert set(shelf(doubled)) == {"foot_check", "neuropathy", "theirs"}


def test_that_no_shipped_form_takes_the_place_of_one_that_a_clinic_has_twice(tmp_path):
    """It would not have the limits that the clinic sets."""
    for name in ("a", "b"):
        written(tmp_path / name / "neuropathy", {"site.yaml": LICENSED["site.yaml"]})
    assert set(shelf(tmp_path)) == {"foot_check"}
    with pytest.raises(NoSuchFormError, match="is there twice"):
        form_folder("neuropathy", tmp_path)


def test_that_a_file_of_the_clinic_with_the_wrong_ending_is_a_problem_and_leaves_no_shipped_form_in_its_place(tmp_path):
    own = written(tmp_path / "own" / "neuropathy", {"site.yml": LICENSED["site.yaml"]})
    assert shelf(own.parent)["neuropathy"] == own
    with pytest.raises(FormError, match=r"site\.yml:1:1: F219 this file is not read"):
        load_form(own)


@pytest.mark.parametrize("name", ["form.yml", "form.yaml.txt", "Form.YAML.txt"])
def test_that_a_first_file_of_nearly_the_right_name_is_named(name, tmp_path):
    written(tmp_path, {name: "form: mine\n"})
    for find in (forms_at, lambda folder: form_folder(str(folder))):
        with pytest.raises(NoSuchFormError, match=rf"{name} is not read: name it form\.yaml\."):
            find(tmp_path)


def test_that_a_folder_of_the_forms_name_without_any_file_adds_nothing(tmp_path):
    (tmp_path / "neuropathy").mkdir()
    assert shelf(tmp_path)["neuropathy"] == SHIPPED


def test_that_a_whole_form_below_a_folder_of_that_name_is_that_form(tmp_path):
    whole = written(
        tmp_path / "neuropathy" / "mine",
        {
            "form.yaml": "form: mine\nversion: 1.0.0\ntitle: Mine\nsections: [a]\n",
            "a.yaml": "section: a\ntitle: A\nitems:\n  - item: a\n    text: A\n    type: text\n",
        },
    )
    assert shelf(tmp_path)["mine"] == whole
    assert shelf(tmp_path)["neuropathy"] == SHIPPED
