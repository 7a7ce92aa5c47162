"""Names and words in any script on paper (reliability source, facts 2 and 3, P4, S7)."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from shutil import which

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtPdf import QPdfDocument

from screener.assess.answers import NoValue, PartialDate, Patient, Reason, Rows, Written
from screener.paths import RESOURCES
from screener.report.compose import compose_report
from screener.report.compose_blank import compose_blank
from screener.report.fonts import UnprintableText, check_printable, is_plain
from screener.report.pdf import render_pdf
from screener.report.script.faces import CARRIED, renamed
from screener.report.script.lines import Run, lay_out
from screener.report.texts import texts
from tests.report import vignettes
from tests.report.hand_made import FORM, assessment, typed_everywhere

NAMES = {
    "accents": "Łukasz Nguyễn Şahin Ćwikła",
    "marks that no letter has composed": "Q̃uintero ẹ́ x̌",
    "Greek": "Ελένη Παπαδοπούλου",
    "polytonic Greek": "ᾠδὴ ἄνθρωπος",
    "Cyrillic": "Жуков Ґалаґан Їжак",
    "Arabic": "مريم الإدريسي",
    "Arabic with marks": "مَرْحَبًا",
    "Persian": "می‌خواهم پژمان",
    "Urdu": "ڈاکٹر ٹیپو",
    "Hebrew": "דוד בן־גוריון",
    "Hebrew with points": "שָׁלוֹם",
    "Devanagari": "क्षितिज श्रीवास्तव हड्डी",
    "Thai": "สมชาย น้ำเงิน ผู้ป่วย",
}
SIDEWAYS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF])
LONG = {
    "Arabic": "كان المريض يعاني من ألم شديد في القدمين منذ سنتين ويزداد ليلا",
    "Hebrew": "כאב צורב בשתי כפות הרגליים מזה שנתיים ומחמיר בלילה",
    "Devanagari": "दोनों पैरों में दो साल से जलन और सुन्नपन है जो रात में बढ़ जाता है",
    "Thai": "ผู้ป่วยมีอาการชาและปวดแสบปวดร้อนที่เท้าทั้งสองข้างมานานสองปีและเป็นมากตอนกลางคืน",
}


def folded(text):
    return "".join(unicodedata.normalize("NFC", text.translate(SIDEWAYS)).split())


def poppler(pdf):
    """What pdftotext reads."""
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def pdfium(pdf):
    """What the preview, and browsers, read; they know the rules of writing from right to left."""
    content = QByteArray(pdf)
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return "".join(document.getAllText(page).text() for page in range(document.pageCount()))


READERS = (pdfium, poppler) if which("pdftotext") else (pdfium,)


def everywhere(typed):
    """A report with the words in every kind of field."""
    return compose_report(typed_everywhere(typed))


@pytest.mark.parametrize("typed", NAMES.values(), ids=NAMES)
def test_that_a_name_in_any_script_is_read_from_the_paper_as_it_was_typed(typed):
    pdf = render_pdf(everywhere(typed))
    for words in (read(pdf) for read in READERS):
        assert folded(words).count(folded(typed)) >= 6


@pytest.mark.parametrize("typed", ["مرحبا ١٢٣ بالعالم", "جرعة 45 مرتين", "מינון 45 פעמיים", "खुराक १२३"])
def test_that_digits_keep_their_order(typed):
    assert folded(pdfium(render_pdf(everywhere(typed)))).count(folded(typed)) >= 6
    digits = "".join(each for each in typed if each.isdigit())
    (line,) = lay_out([Run(typed, 8.5, is_bold=False)], 400)
    seen = "".join(placed.cluster.text for placed in line.clusters)
    assert digits in seen, "digits run from left to right, also in Arabic"


def test_that_words_run_from_right_to_left_and_latin_words_among_them_from_left_to_right():
    (line,) = lay_out([Run("דוד abc כהן", 8.5, is_bold=False)], 400)
    assert "".join(placed.cluster.text for placed in line.clusters) == "ןהכ abc דוד"
    assert line.is_leftward


def test_that_what_follows_a_hebrew_name_stays_after_it():
    made = assessment(medicines=Rows(({"drug": Written("אבג"), "mg_day": Written("60 mg")},), complete=True))
    (cell,) = {text for text in grid_cells(compose_report(made)) if "אבג" in text}
    (line,) = lay_out([Run(f"{cell}, 60 mg/day", 8.5, is_bold=False)], 400)
    assert "".join(placed.cluster.text for placed in line.clusters).endswith("גבא, 60 mg/day")


def grid_cells(report):
    for part in report.parts:
        for block in part.blocks:
            yield from (cell for row in getattr(block, "rows", ()) if isinstance(row, tuple) for cell in row)


@pytest.mark.parametrize("script", LONG)
def test_that_a_long_answer_wraps_inside_its_column_and_loses_no_word(script):
    typed = " ".join([LONG[script]] * 30)
    lines = lay_out([Run(typed, 8.5, is_bold=False)], 200)
    assert len(lines) > 20
    assert all(line.width <= 200.01 for line in lines)
    assert all(0 <= placed.x <= 200 for line in lines for placed in line.clusters)
    said = sum(len(folded(placed.cluster.text)) for line in lines for placed in line.clusters)
    assert said == len(folded(typed))


def test_that_lines_break_between_words_where_there_are_spaces():
    typed = " ".join([LONG["Arabic"]] * 5)
    words = {word[::-1] for word in typed.split()}
    for line in lay_out([Run(typed, 8.5, is_bold=False)], 150):
        assert words.issuperset("".join(placed.cluster.text for placed in line.clusters).split())


@given(st.text(st.sampled_from("abc אבג مرح १२३ กขค é ́-(),.\n 12٣"), max_size=60), st.integers(20, 200))
def test_that_no_character_is_lost_however_a_text_is_mixed(typed, width):
    lines = lay_out([Run(typed, 8.5, is_bold=False)], width)
    drawn = "".join(placed.cluster.text for line in lines for placed in line.clusters)
    assert sorted("".join(drawn.split())) == sorted("".join(typed.split()))


@pytest.mark.parametrize("script", LONG)
def test_that_an_answer_of_two_thousand_words_in_another_script_is_printed_whole_in_every_kind_of_field(script):
    count = 2_000
    word = LONG[script].split()[0][:6]
    typed = " ".join([word] * count)
    made = assessment(
        question=typed,
        text=typed,
        course=Written(typed),
        medicines=Rows(({"drug": Written(typed)},), complete=True),
        vibration__left=NoValue(Reason.UNABLE, typed),
    )
    words = "".join(pdfium(render_pdf(compose_report(made))).translate(SIDEWAYS).split())
    assert words.count(word) >= 5 * count


def test_that_typed_line_ends_stay():
    lines = lay_out([Run("שלום\n\nעולם", 8.5, is_bold=False)], 200)
    assert ["".join(placed.cluster.text for placed in line.clusters) for line in lines] == ["םולש", "", "םלוע"]


@pytest.mark.parametrize("script", LONG)
def test_that_letters_of_a_paragraph_stand_beside_each_other_without_overlap(script):
    for line in lay_out([Run(LONG[script], 8.5, is_bold=False)], 200):
        for one, other in pairwise(line.clusters):
            advance = sum(one.cluster.face.advance(number) for number, _, _ in one.cluster.glyphs)
            assert other.x >= one.x + advance * 8.5 / 1000 - 0.6


def test_that_each_script_has_its_letters_with_their_joins_from_fonts_that_the_program_carries():
    used = {
        placed.cluster.face.name
        for typed in NAMES.values()
        for line in lay_out([Run(typed, 8.5, is_bold=False), Run(typed, 8.5, is_bold=True)], 400)
        for placed in line.clusters
    }
    assert used == {f"{name}-{weight}" for name in CARRIED for weight in ("Regular", "Bold")}
    joined = lay_out([Run("ببب", 8.5, is_bold=False)], 400)[0].clusters
    assert len({placed.cluster.glyphs for placed in joined}) == 3, "beginning, middle and end differ"


def test_that_a_character_that_no_font_has_is_named_with_its_field_and_a_remedy():
    with pytest.raises(UnprintableText) as caught:
        check_printable([("Course", "pain ሀ at night")])
    assert caught.value.characters == ("ሀ",)
    assert "ሀ (U+1200 ethiopic syllable ha)" in str(caught.value)
    assert "Course" in str(caught.value)
    assert "other letters" in caught.value.remedy
    assert "pain" not in str(caught.value)
    with pytest.raises(UnprintableText) as caught:
        check_printable([("Name", "\U00020000")])
    assert "pylopdf-fonts-" in caught.value.remedy


def test_that_a_name_of_a_font_is_our_own_whatever_is_installed():
    font = renamed((RESOURCES / "fonts" / "NotoSansThai-Regular.ttf").read_bytes(), "screener test")
    assert font.count("screener test".encode("utf-16-be")) == 1
    directory = font[12 : 12 + 16 * int.from_bytes(font[4:6])]
    at = directory.index(b"name")
    offset, length = (int.from_bytes(directory[at + part : at + part + 4]) for part in (8, 12))
    assert "screener test".encode("utf-16-be") in font[offset : offset + length]


def test_that_the_same_words_are_the_same_bytes():
    report = everywhere(" ".join(NAMES.values()))
    assert render_pdf(report) == render_pdf(report)


def test_that_qt_is_loaded_for_other_scripts_only():
    script = (
        "import sys; from screener.report.pdf import render_pdf; from tests.report import vignettes;"
        "render_pdf(vignettes.report('v01')); print('PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
    assert all(map(is_plain, ("Łukasz Nguyễn", "Ελένη", "Жуков", "≥ 5 µmol/L")))
    assert not any(map(is_plain, ("مريم", "דוד", "क", "ก", "Q̃", "王")))


def test_that_fonts_of_other_scripts_are_embedded_as_outlines_and_nothing_is_left_to_the_reader():
    reader = PdfReader(BytesIO(render_pdf(everywhere(" ".join(NAMES.values())))))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            assert font["/Subtype"] == "/Type3" or "/FontFile2" in font["/FontDescriptor"]


def test_that_the_banner_stays_in_its_order_whatever_script_the_name_has():
    made = assessment(patient=Patient("כהן", "דוד", PartialDate(1968), "male", "1"))
    words = pdfium(render_pdf(compose_report(made)))
    assert re.search(r"כהן.*דוד.*Born.*1968.*Identifier", words.replace("\n", " "))


def test_that_all_vignettes_are_plain():
    assert all(is_plain(text) for name in vignettes.NAMES for _, text in texts(vignettes.report(name)))


def test_that_a_blank_form_in_another_script_has_its_words():
    items = {
        item.id: replace(item, options=tuple(replace(each, text="حار ومتورم") for each in item.options))
        for item in FORM.sections[1].items
    }
    blocks = tuple(
        replace(block, items=tuple(items[item.id] for item in block.items)) for block in FORM.sections[1].blocks
    )
    sections = (FORM.sections[0], replace(FORM.sections[1], blocks=blocks), *FORM.sections[2:])
    words = pdfium(render_pdf(compose_blank(replace(FORM, sections=sections))))
    assert folded(words).count(folded("حار ومتورم")) >= 4


@pytest.mark.parametrize(
    ("package", "typed"),
    [
        ("pylopdf-fonts-zh-cn", "王小明 麻木感从足底开始，逐渐向上。"),
        ("pylopdf-fonts-jp", "山田 しびれ テスト"),
        ("pylopdf-fonts-ko", "김철수 저림"),
    ],
)
def test_that_a_package_brings_chinese_japanese_and_korean(package, typed):
    if not [each for each in importlib.metadata.distributions() if each.name == package]:
        pytest.skip(f"{package}, an optional font package, is not installed; that it is asked for then is tried above")
    assert folded(pdfium(render_pdf(everywhere(typed)))).count(folded(typed)) >= 6
