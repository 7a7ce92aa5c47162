"""The answers inside a summary: what comes out is what went in, and any other PDF is refused in words."""

from __future__ import annotations

import random
import subprocess
from io import BytesIO
from shutil import which

import pytest
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from screener.assess.answers_file import read_answers
from screener.form.problem import FormError
from screener.report.compose import compose_report
from screener.report.pdf import render_pdf
from screener.store.answers_in_pdf import answers_file
from tests.report import vignettes

SUMMARY = render_pdf(vignettes.report("v01"))


def refused(pdf):
    with pytest.raises(FormError) as caught:
        answers_file(pdf, "a.pdf")
    (problem,) = caught.value.problems
    return str(problem)


def came_out(pdf):
    """The answers, or the code under which they are refused."""
    try:
        return answers_file(pdf, "a.pdf")[0]
    except FormError as error:
        (problem,) = error.problems
        return problem.code


def rewritten(change=None):
    """The summary as another program saves it."""
    writer = PdfWriter(clone_from=BytesIO(SUMMARY))
    if change is not None:
        change(writer)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


@pytest.mark.parametrize("name", vignettes.NAMES)
def test_that_a_summary_opens_as_the_answers_it_was_made_from_and_prints_the_same_bytes_again(name):
    pdf = render_pdf(vignettes.report(name))
    content, file = answers_file(pdf, "a.pdf")
    assert file == "a.pdf (answers.json)"
    answers = read_answers(content, file, vignettes.form())
    assert answers == vignettes.answers(name)
    assert render_pdf(compose_report(vignettes.assess(vignettes.form(), answers))) == pdf


@pytest.mark.skipif(which("pdfdetach") is None, reason="poppler is not installed")
def test_that_other_readers_of_pdf_find_the_answers_too(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(SUMMARY)
    subprocess.run(["pdfdetach", "-saveall", "-o", tmp_path, path], check=True, capture_output=True)
    assert (tmp_path / "answers.json").read_bytes() == answers_file(SUMMARY, "a.pdf")[0]


def test_that_a_summary_saved_by_another_program_still_opens():
    assert answers_file(rewritten(), "a.pdf")[0] == answers_file(SUMMARY, "a.pdf")[0]


def test_that_an_answers_file_is_taken_as_it_is():
    assert answers_file(b"form: neuropathy\nanswers: {}\n", "a.yaml") == (b"form: neuropathy\nanswers: {}\n", "a.yaml")


def test_that_a_pdf_without_answers_is_refused_with_a_remedy():
    target = BytesIO()
    canvas = Canvas(target)
    canvas.drawString(10, 10, "letter")
    canvas.save()
    words = refused(target.getvalue())
    assert words.startswith("a.pdf:1:1: A006 The PDF carries no answers.")
    assert "summary that this program made" in words


def test_that_a_pdf_with_other_attachments_only_or_with_two_answers_is_refused():
    other = PdfWriter()
    other.add_blank_page(100, 100)
    other.add_attachment("notes.txt", b"notes")
    target = BytesIO()
    other.write(target)
    assert "no answers" in refused(target.getvalue())
    assert "more than once" in refused(rewritten(lambda writer: writer.add_attachment("answers.json", b"{}")))


def test_that_a_pdf_too_large_to_be_a_summary_is_not_looked_into(monkeypatch):
    monkeypatch.setattr("screener.store.answers_in_pdf.MOST_BYTES", len(SUMMARY))
    assert "too large" in refused(SUMMARY + b" ")
    assert answers_file(SUMMARY, "a.pdf")[0]


def test_that_a_protected_pdf_is_refused_by_its_name():
    assert "password" in refused(rewritten(lambda writer: writer.encrypt("secret", algorithm="RC4-128")))


@pytest.mark.parametrize("seed", range(60))
def test_that_a_damaged_summary_is_refused_in_words_or_still_says_the_same(seed):
    chance = random.Random(seed)
    spoilt = bytearray(SUMMARY)
    if seed % 3 == 0:
        del spoilt[chance.randrange(10, len(spoilt)) :]
    for _ in range(chance.choice([1, 5, 200])):
        spoilt[chance.randrange(10, len(spoilt))] = chance.randrange(256)
    assert came_out(bytes(spoilt)) in ("A006", answers_file(SUMMARY, "a.pdf")[0])


def test_that_no_damage_makes_other_answers_of_those_that_a_summary_carries():
    """One bit made another name, birth date or identifier: the bytes are compared with the checksum that was written with them."""
    start = SUMMARY.index(b"stream", SUMMARY.index(b"/EmbeddedFile")) + len(b"stream\n")
    end = SUMMARY.index(b"endstream", start)
    for place in range(start, end - 8, 20):
        spoilt = bytearray(SUMMARY)
        spoilt[place] ^= 1
        assert "damaged" in refused(bytes(spoilt))
