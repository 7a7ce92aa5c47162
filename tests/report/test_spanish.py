"""The paper in Spanish: the same content in other words, letters with accents, and the same bytes each time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from io import BytesIO

import pytest
from pypdf import PdfReader

from screener.assess.answers_text import write_answers
from tests.report import vignettes

DOCUMENTS = {
    "summary": ("FILE", "Puntos por los que suelen preguntar los equipos de ensayos"),
    "page": ("FILE", "--length", "page", "Atender primero"),
    "answers": ("FILE", "--length", "answers", "¿Entumecimiento de los pies o las piernas"),
    "blank": ("neuropathy", "--blank", "Marque todo lo que corresponda."),
    "leaflet": ("neuropathy", "--leaflet", "unproven_clinics", "Escrito el"),
}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "v07.yaml"
    path.write_text(write_answers(vignettes.answers("v07"), vignettes.form()), encoding="utf-8")
    return path


def said(*words: object) -> bytes:
    """What a command prints in Spanish."""
    command = [sys.executable, "main.py", *map(str, words), "--language", "es"]
    done = subprocess.run(command, cwd=vignettes.ROOT, capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout


def printed(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_that_the_text_of_v01_in_spanish_is_the_golden_one():
    golden = vignettes.GOLDEN_SPANISH.read_text(encoding="utf-8")
    assert vignettes.spanish() == golden, "look at the difference, then: python -m tests.report.vignettes"


def test_that_the_largest_summary_in_spanish_stays_below_60_kilobytes_and_its_one_page_is_one():
    program = (
        "from io import BytesIO\nfrom pypdf import PdfReader\nfrom screener.report.compose import compose_report\n"
        "from screener.report.document import Length\nfrom screener.report.pdf import render_pdf\n"
        "from tests.report import vignettes\n"
        "print(max(len(render_pdf(vignettes.report(name), paper)) for name in vignettes.NAMES for paper in ('A4', 'Letter')))\n"
        "page = compose_report(vignettes.assessment('v11'), Length.PAGE)\n"
        "print(*(len(PdfReader(BytesIO(render_pdf(page, paper))).pages) for paper in ('A4', 'Letter')))"
    )
    largest, pages = vignettes.in_spanish(program).splitlines()
    assert int(largest) < 60_000
    assert pages == "1 1"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_every_document_is_printed_in_spanish_and_says_so_with_the_same_bytes_each_time(name, file, tmp_path):
    *words, sentence = (file if word == "FILE" else word for word in DOCUMENTS[name])
    out, again = tmp_path / "one.pdf", tmp_path / "two.pdf"
    for each in (out, again):
        said("report", *words, "-o", each)
    assert out.read_bytes() == again.read_bytes()
    assert PdfReader(out).trailer["/Root"]["/Lang"] == "es"
    text = " ".join(said("report", *words, "--text").decode().split())
    for paper in (printed(out.read_bytes()), text):
        assert sentence.lower() in paper.lower()
        assert "en español" in paper


def test_that_numbers_on_paper_have_one_decimal_mark_in_every_language(file):
    text = said("report", file, "--text").decode()
    assert "≥2.5" in text
    assert re.findall(r"[0-9],[0-9]", text) == []


def test_that_a_no_for_both_sides_never_reads_as_not_on_both():
    """ "No en ambos lados: gangrena" would leave one foot open."""
    program = (
        "from screener.report.text import render_text\nfrom screener.report.compose import compose_report\n"
        "from screener.report.document import Length\nfrom tests.report import vignettes\n"
        "for name in vignettes.NAMES:\n    for length in Length:\n"
        "        print(render_text(compose_report(vignettes.assessment(name), length)))"
    )
    said = " ".join(vignettes.in_spanish(program).split())
    assert re.findall(r"\b[Nn]o en ambos lados", said) == []
    assert "No (ambos lados): Deformidad del pie" in said
    assert "(medicamentos para el dolor: no consta)" in said


def test_that_a_number_known_in_part_has_its_unit_in_spanish_wherever_it_is_named(tmp_path):
    path = tmp_path / "dose.yaml"
    row = 'drug: duloxetine, mg_day: ">50", weeks: 8, outcome: none'
    path.write_text(
        f"form: neuropathy\nanswers:\n  medicines: {{rows: [{{{row}}}], complete: true}}\n", encoding="utf-8"
    )
    text = " ".join(said("report", path, "--text").decode().split())
    assert "Dosis máxima (solo se conoce como >50 mg/día)" in text
    assert "mg/day" not in text


def test_that_a_question_ends_with_its_mark_and_no_point_after_it(file):
    assert "?." not in said("report", file, "--length", "answers", "--text").decode()


def test_that_what_answers_mean_as_json_is_the_same_in_every_language(file):
    command = [sys.executable, "main.py", "assess", str(file)]
    english = subprocess.run(command, cwd=vignettes.ROOT, capture_output=True, check=True).stdout
    spanish, expected = json.loads(said("assess", file)), json.loads(english)
    spanish["form"].pop("language", None)
    assert spanish == expected


def test_that_an_answer_that_is_refused_says_why_in_spanish(tmp_path):
    path = tmp_path / "wrong.yaml"
    path.write_text('form: neuropathy\nanswers:\n  hba1c: {value: 99, unit: "%"}\n', encoding="utf-8")
    command = [sys.executable, "main.py", "assess", str(path), "--language", "es"]
    done = subprocess.run(command, cwd=vignettes.ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "99 no es posible: indique un número de 3.0 a 20.0 %." in done.stderr


def test_that_a_skip_hint_of_the_blank_form_says_units_in_spanish():
    text = " ".join(said("report", "neuropathy", "--blank", "--text").decode().split())
    assert "» es mayor que 14 unidades británicas/semana u 8 bebidas de EE. UU./semana" in text
