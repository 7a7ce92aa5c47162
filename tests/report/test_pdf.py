"""The summary on paper (reliability source, facts 1 and A4, P1-P6)."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import unicodedata
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from screener.assess.answers import Answers, NoValue, Reason, Rows, Summary, Written
from screener.assess.assess import assess
from screener.form.model import BODY_REGIONS, FOOT_PLACES, SIDES
from screener.report import wording
from screener.report.compose import compose_report
from screener.report.document import ScoreBars
from screener.report.fonts import UnprintableText
from screener.report.marks import Mark
from screener.report.pdf import render_pdf
from screener.report.text import render_text
from screener.report.texts import texts
from tests.report import vignettes
from tests.report.hand_made import FORM, assessment, typed_everywhere
from tests.report.operations import operations

PACKAGE = Path(wording.__file__).parent
SMALL = compose_report(assessment())
TYPED = [
    "Pain <severe> daily",
    "Allergies: <none>",
    "AT&T",
    "a &lt; b &amp; c",
    "<!-- x --> seen",
    "5<x<10",
    "<b>bold</b> <i>i</i>",
    "<font color='red'>red</font>",
    "<para align='right'>p</para>",
    "<br/>",
    '<img src="/etc/hostname"/>',
    '<a href="file:///etc/passwd">x</a>',
    '<onDraw name="os.system" label="x"/>',
    "<font color=\"[[getattr(pow,Attacker('__globals__'))]]\">x</font>",
    "<![CDATA[ x ]]>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]> &y;",
    "&nbsp;&#65;&copy;",
    "100 % \\n \\\\ {braces} {hba1c} %s %(x)s $x",
    "(brackets) [square] ) ( ]",
    "'single' \"double\" “curly” ‘quotes’",
    "Łukasz Ćwikła Ömer Şahin İğdır",
    "Jose\u0301 Nguye\u0302\u0301n",
    "Ελλάς Жуков",
    "µmol/L ≥ 5 ≤ 6 ≠ 7 → 8 ± 1 × 2 ½ m²",
    "a – b — c … • ·",
    "<U+202E>",
    "]]> ]]&gt;",
    "-5.2 =cmd|' /C calc'!A0 @x +1",
    "{{ 7*7 }} ${7*7} #{7*7}",
    "x" * 300,
    "Bob & Co; tel. +44 (0)20 7946 0000",
    "a\tb",
    "no",
]


def read(report, paper="A4"):
    return PdfReader(BytesIO(render_pdf(report, paper)))


def folded(text):
    return "".join(text.split())


def shown(report, paper="A4"):
    """All words of all pages, the head and foot of the further ones left out: a sentence may go on over them."""
    pages = [folded(page.extract_text()) for page in read(report, paper).pages]
    least, most = min(pages), max(pages)
    head = next((least[:at] for at, letter in enumerate(least) if letter != most[at]), "")
    foot = folded(f"Document {report.meta.document_id} · Page")
    return "".join([pages[0].rpartition(foot)[0], *(page.removeprefix(head).rpartition(foot)[0] for page in pages[1:])])


@pytest.mark.parametrize("typed", TYPED)
def test_that_what_is_typed_into_any_field_is_printed_as_typed(typed):
    report = compose_report(typed_everywhere(typed))
    expected = [text for _, text in texts(report) if text.strip()]
    paper = shown(report)
    unseen = {
        "place",
        report.meta.form_sha256,
        *(str(mark) for mark in ("open circle", "filled circle", "broken circle")),
    }
    unseen |= {"toe1", "ball1", "left", "right", "Young 1993"}
    assert [text for text in expected if folded(text) not in paper and text not in unseen] == []
    assert paper.count(folded(unicodedata.normalize("NFC", typed))) >= 7


TRAPS = [
    '<img src="http://127.0.0.1:9/x.png"/>',
    '<img src="{secret}"/>',
    '<img src="data:image/png;base64,AAAA"/>',
    '<a href="file://{secret}">x</a> <a href="javascript:alert(1)">y</a>',
    "<!DOCTYPE x [<!ENTITY y SYSTEM 'file://{secret}'>]> &y;",
    '<onDraw name="os.system" label="touch {made}"/>',
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('touch {made}') for Word in [str]]]]\">x</font>",
    "<font color=\"__import__('os').system('touch {made}')\">x</font>",
    '<font size="1e9">x</font>' + "<b>" * 50,
]
WATCHED = """
import sys
from screener.report.compose import compose_report
from screener.report.pdf import render_pdf
from screener.report.text import render_text
from screener.assess.answers import Patient, Written
from tests.report.hand_made import assessment

for _ in range(40):  # what any summary loads is loaded, and what is made often is compiled (screener/frozen.py)
    render_pdf(compose_report(assessment()))
seen = []
sys.addaudithook(lambda event, given: seen.append((event, given)))
for typed in sys.argv[1:]:
    render_pdf(compose_report(assessment(patient=Patient(typed, typed), question=typed, course=Written(typed))))
for event, given in seen:
    if event in ("open", "os.system", "subprocess.Popen", "compile") or event.startswith(("socket.", "urllib.")):
        print(event, given[0])
"""


def test_that_nothing_typed_makes_the_paper_read_a_file_run_a_command_or_reach_the_network(tmp_path):
    secret, made = tmp_path / "secret.png", tmp_path / "made"
    secret.write_bytes(b"not to be read")
    typed = [trap.replace("{secret}", str(secret)).replace("{made}", str(made)) for trap in TRAPS]
    command = [sys.executable, "-c", WATCHED, *typed]
    done = subprocess.run(command, cwd=PACKAGE.parents[1], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not made.exists()


@pytest.mark.parametrize("count", [1, 80, 2_000, 20_000])
def test_that_an_answer_of_any_length_is_printed_whole_and_in_order(count):
    words = [f"w{number:05}" for number in range(count)]
    typed = " ".join(words)
    for changes in (
        {"course": Written(typed)},
        {"vibration__left": NoValue(Reason.UNABLE, typed)},
        {"text": typed},
        {"question": typed},
        {"medicines": Rows(({"drug": Written(typed)},), complete=True)},
    ):
        paper = "".join(page.extract_text() for page in read(compose_report(assessment(**changes))).pages)
        found = re.findall(r"w\d{5}", paper)
        assert found[:count] == words, changes.keys()


@pytest.mark.parametrize("code", [0x202A, 0x202E, 0x2066, 0x2069, 0x200B, 0x2060, 0x0007])
def test_that_a_character_that_hides_or_turns_text_is_shown_as_its_code_in_every_field(code):
    typed = f"live{chr(code)}evil"
    report = compose_report(typed_everywhere(typed))
    assert all(chr(code) not in text for _, text in texts(report))
    assert shown(report).count(f"live<U+{code:04X}>evil") >= 6


def test_that_an_unbroken_word_wraps_inside_the_page():
    page = read(compose_report(assessment(course=Written("W" * 2_000)))).pages
    edges = []
    for each in page:
        each.extract_text(visitor_text=lambda text, _cm, tm, _font, _size: edges.append((tm[4], text)))
    assert max(x for x, text in edges if text.strip()) < 595 - 40


AMOUNTS = [
    "8 %", "165 µmol/L", "1.87 mg/dL", "27 mL/min/1.73 m²", "96 ×10⁹/L", "60 mg/day", "10 g", "80 mmHg", "58 mmol/mol",
    "2.0 mIU/L", "38 °C", "72 /min", "9 mS", "5 mV", "400 mg.",
]  # fmt: skip


@pytest.mark.parametrize("word", ["daily", "يوميا"])
def test_that_no_line_ends_between_a_number_and_its_unit(word):
    """A GP who reads "165" at the end of a line and "mg/dL" in a line below reads two things."""
    typed = " ".join(f"{'a' * (place % 17 + 1)} with {AMOUNTS[place % 15]} {word}" for place in range(1_000))
    report = compose_report(assessment(course=Written(typed)))
    ends = tuple(f"with {amount.split()[0]}" for amount in AMOUNTS)
    for text in (*(page.extract_text() for page in read(report).pages), render_text(report)):
        assert [line for line in text.splitlines() if line.rstrip().endswith(ends)] == []


def test_that_a_line_may_end_between_a_number_and_a_word():
    paper = read(compose_report(assessment(course=Written("for 8 months and 3 Layers " * 200)))).pages
    lines = [line.strip() for page in paper for line in page.extract_text().splitlines()]
    assert {"8", "3"} <= {line.split()[-1] for line in lines if line}


def test_that_typed_line_ends_stay():
    paper = read(compose_report(assessment(course=Written("first line\nsecond line")))).pages
    assert "first line\nsecond line" in "".join(page.extract_text() for page in paper)


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_that_every_page_is_of_its_size_with_identity_number_document_and_form(paper, size):
    pages = read(vignettes.report("v07"), paper).pages
    assert len(pages) > 2
    about = vignettes.report("v07").meta
    for number, page in enumerate(pages, start=1):
        assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == size
        words = page.extract_text()
        for expected in (
            "EXAMPLE, Seven", "09-Aug-1971 (55 y)", "Female", "900 000 0007", f"Page {number} of {len(pages)}",
            about.document_id, about.form_version, about.form_sha256[:12], about.standing, about.assessed, about.review,
        ):  # fmt: skip
            assert folded(expected) in folded(words), (number, expected)
    assert folded(pages[0].extract_text()).count(about.document_id) == 1, "beside the number of the page"


@pytest.mark.parametrize("name", vignettes.NAMES)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_that_page_1_stands_alone(name, paper):
    first = folded(read(vignettes.report(name), paper).pages[0].extract_text())
    for heading in (wording.ACT_FIRST, wording.EXAMINATION, wording.SCORES, wording.TRIAL):
        assert folded(heading) in first
    assert folded(wording.NO_DECISION) in first
    second = folded(read(vignettes.report(name), paper).pages[1].extract_text())
    assert folded(vignettes.form().sections[0].title) in second


@pytest.mark.parametrize("name", vignettes.NAMES)
def test_that_everything_composed_is_on_paper(name):
    report = vignettes.report(name)
    paper = shown(report)
    cites = {score.cite for score in vignettes.form().scores}
    drawn = {*FOOT_PLACES, *BODY_REGIONS, *SIDES, *Mark}
    lost = [text for _, text in texts(report) if folded(text) not in paper and text not in drawn | cites]
    assert lost == []


def test_that_the_same_report_is_the_same_bytes_whatever_the_time(monkeypatch):
    first = render_pdf(SMALL)
    localtime, gmtime, later = time.localtime, time.gmtime, 2_000_000_000.0
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(time, "localtime", lambda at=later: localtime(at))
    monkeypatch.setattr(time, "gmtime", lambda at=later: gmtime(at))
    assert render_pdf(compose_report(assessment())) == first


def unpacked(pdf):
    """Return the objects of a PDF with their streams unpacked, without what only says how long those were."""
    objects = pdf[: pdf.rindex(b"\nxref\n")]
    streams = re.compile(rb"\nstream\n(.*?)endstream", re.DOTALL)
    plain = streams.sub(lambda found: zlib.decompress(found[1]), objects)
    return re.sub(rb"/Length \d+", b"", plain)


@pytest.mark.parametrize("level", [1, 6])
def test_that_a_known_summary_holds_the_same_whatever_packs_it(monkeypatch, level):
    compress = zlib.compress
    monkeypatch.setattr(zlib, "compress", lambda content: compress(content, level))
    assert unpacked(render_pdf(vignettes.small())) == unpacked(vignettes.GOLDEN_PDF.read_bytes())


@pytest.mark.skipif(
    "ng" in zlib.ZLIB_RUNTIME_VERSION, reason="zlib-ng packs into other bytes; the test above compares what is packed"
)
def test_that_a_known_summary_is_these_bytes():
    assert render_pdf(vignettes.small()) == vignettes.GOLDEN_PDF.read_bytes(), (
        "if meant: python -m tests.report.vignettes"
    )


def test_that_the_papers_properties_name_the_document_and_nobody():
    reader = read(SMALL)
    title = reader.metadata.title
    assert title == f"{SMALL.meta.title} {SMALL.meta.document_id}"
    words = " ".join(str(value) for value in reader.metadata.values()).lower()
    assert "morgan" not in words
    assert "943" not in words
    assert "anonymous" not in words
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_that_only_carried_fonts_are_used_and_all_are_embedded():
    fonts = set()
    for page in read(vignettes.report("v01")).pages:
        for font in page["/Resources"]["/Font"].values():
            fonts.add(font["/BaseFont"].partition("+")[2])
            assert "/FontFile2" in font["/FontDescriptor"]
    assert fonts == {"NotoSans-Regular", "NotoSans-Bold"}


def test_that_nothing_is_printed_in_colour():
    for page in read(vignettes.report("v11")).pages:
        colours = [tuple(operands) for operands, operator in operations(page) if operator in ("rg", "RG")]
        assert colours
        assert all(len(set(colour)) == 1 for colour in colours)


def test_that_a_paper_carries_the_letters_it_shows_and_no_others():
    """A face is the larger part of a short paper."""
    pages = read(SMALL).pages
    shown = set("".join(page.extract_text() for page in pages))
    for font in pages[0]["/Resources"]["/Font"].values():
        said = re.findall(rb"<\w\w> <(\w{4})>", font["/ToUnicode"].get_data())
        letters = {chr(int(code, 16)) for code in said} - {"\0"}
        assert len(letters) > 20
        assert letters <= shown


def test_that_what_stands_on_every_page_is_in_the_file_once():
    pages = read(vignettes.report("v07")).pages
    (shared,) = {
        page["/Resources"]["/XObject"].raw_get(name) for page in pages for name in page["/Resources"]["/XObject"]
    }
    assert len(pages) > 5
    assert b"EXAMPLE, Seven" in shared.get_object().get_data()
    assert not any(b"EXAMPLE, Seven" in page.get_contents().get_data() for page in pages)


def test_that_nothing_reads_markup():
    places = [
        path.name for path in sorted(PACKAGE.parent.rglob("*.py"))
        for _ in re.findall(r"\b(?:Paragraph|XPreformatted|Preformatted)\(", path.read_text(encoding="utf-8"))
    ]  # fmt: skip
    assert places == []


def test_that_the_number_of_a_score_stays_on_one_line():
    given = vignettes.answers("v01").with_answer("position_sense.left", None).with_answer("position_sense.right", None)
    report = compose_report(assess(vignettes.form(), given))
    (bars,) = [block for part in report.parts for block in part.blocks if isinstance(block, ScoreBars)]
    (number,) = [bar.number for bar in bars.bars if bar.title.startswith("Toronto")]
    assert number == "10–11 of 19"
    assert number in PdfReader(BytesIO(render_pdf(report))).pages[0].extract_text()


def test_that_a_character_no_font_has_stops_the_print_and_is_named_by_its_field():
    with pytest.raises(UnprintableText) as caught:
        render_pdf(compose_report(assessment(course=Written("numb \u0378"))))
    assert caught.value.places == ("Course",)


def test_that_a_paper_has_less_than_sixty_kilobytes():
    assert max(len(render_pdf(vignettes.report(name))) for name in vignettes.NAMES) < 60_000


def test_that_a_day_of_many_zeros_prints_its_minutes():
    given = assessment()
    answers = replace(given.answers, assessed=datetime(2026, 1, 1, 0, 5, tzinfo=UTC), summary=Summary())
    assert folded("01-Jan-2026 00:05") in shown(compose_report(replace(given, answers=answers)))
    assert FORM.clinic in read(SMALL).pages[0].extract_text()


def test_that_red_flags_longer_than_a_page_go_on_to_the_next():
    given = assessment()
    words = [f"w{number:05}" for number in range(3_000)]
    flags = tuple(replace(flag, action=" ".join(words)) for flag in FORM.flags)
    report = compose_report(replace(given, form=replace(FORM, flags=flags)))
    paper = "".join(page.extract_text() for page in read(report).pages)
    assert re.findall(r"w\d{5}", paper) == words


def test_that_an_empty_screening_prints_every_red_flag_as_not_established():
    empty = assess(vignettes.form(), Answers())
    report = compose_report(empty)
    first = folded(read(report).pages[0].extract_text())
    assert "Noneof25couldbeestablished." in first
    assert all(folded(flag.title) in first for flag in vignettes.form().flags)
    assert "Draft:identityincomplete" in first
