"""Another language: nothing said in two languages at once, nothing lost on the way, and English where nothing better is there."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest

from screener.language import LANGUAGES, catalogue, read_catalogue, tr, wanted_language
from screener.paths import RESOURCES
from screener.report.verdicts import forbidden_in

ROOT = Path(__file__).resolve().parents[1]
OTHERS = [code for code in LANGUAGES if code != "en"]


GUI = "screener/gui"
CATALOGUES = [(code, name) for code in OTHERS for name in ("gui", "core")]


def source_texts(folder: str = "screener", without: str = "tests") -> dict[str, str]:
    """Return every text given to `tr` in the source, with its place."""
    texts = {}
    files = (file for file in (ROOT / folder).rglob("*.py") if not file.is_relative_to(ROOT / without))
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                place = f"{file.relative_to(ROOT)}:{node.lineno}"
                assert isinstance(node.args[0], ast.Constant), f"{place}: a text that can't be collected"
                texts[node.args[0].value] = place
    return texts


def texts_of(name: str) -> dict[str, str]:
    """Return the texts that belong into a catalogue: those of the window, or all others."""
    return source_texts(GUI) if name == "gui" else source_texts(without=GUI)


READ = (
    *(file for file in (ROOT / "screener" / "report").glob("*.py") if file.stem not in ("pdf_script", "verdicts")),
    *(ROOT / "screener" / f"{name}.py" for name in ("entry", "progress", "wizard", "shelf")),
    *(ROOT / "screener" / "assess" / f"{name}.py" for name in ("accept", "explain", "figures", "nearness", "words")),
)
NOT_READ = {
    "open circle",
    "filled circle",
    "broken circle",
    "not needed",
    "not yet known",
}  # kinds of marks and of pages
SENTENCE = re.compile(r"[a-z]{2,},? [a-z]{2,}")


def past_the_catalogue(file: Path) -> set[str]:
    """Return what looks like words to read and is given to no `tr`: neither a docstring nor for a program."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    said = [node.args[0] for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr"]
    said += [node.value for node in nodes if isinstance(node, ast.Expr)]  # a docstring
    aside = {id(part) for node in said if isinstance(node, ast.Constant) for part in ast.walk(node)}
    texts = (node.value for node in nodes if isinstance(node, ast.Constant) and id(node) not in aside)
    return {text for text in texts if isinstance(text, str) and SENTENCE.search(text)} - NOT_READ


@pytest.mark.parametrize("file", READ, ids=lambda file: file.stem)
def test_that_what_clinicians_read_is_said_by_way_of_the_catalogue(file):
    assert past_the_catalogue(file) == set()


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", OTHERS)
def test_that_a_translation_has_the_places_of_its_text(code):
    assert {text: said for text, said in catalogue(code).items() if places(text) != places(said)} == {}


@pytest.mark.parametrize(("code", "name"), CATALOGUES)
def test_that_every_text_has_a_finished_translation(code, name):
    said = read_catalogue(RESOURCES / "languages" / code / f"{name}.ts")
    assert {text: place for text, place in texts_of(name).items() if text not in said} == {}


@pytest.mark.parametrize(("code", "name"), CATALOGUES)
def test_that_no_catalogue_holds_a_text_of_another_part(code, name):
    said = read_catalogue(RESOURCES / "languages" / code / f"{name}.ts")
    assert sorted(said.keys() - texts_of(name).keys()) == []


@pytest.mark.parametrize("code", OTHERS)
def test_that_a_text_is_said_in_one_way(code):
    said: dict[str, set[str]] = {}
    for file in (RESOURCES / "languages" / code).glob("*.ts"):
        for text, translation in read_catalogue(file).items():
            said.setdefault(text, set()).add(translation)
    assert {text: ways for text, ways in said.items() if len(ways) > 1} == {}


@pytest.mark.parametrize("code", OTHERS)
def test_that_a_translation_has_the_numbers_of_its_text(code):
    numbers = {text: [set(re.findall(r"\d+", each)) for each in (text, said)] for text, said in catalogue(code).items()}
    assert {text: found for text, found in numbers.items() if found[0] != found[1]} == {}


@pytest.mark.parametrize("code", OTHERS)
def test_that_no_translation_gives_a_verdict(code):
    assert {text: said for text, said in catalogue(code).items() if forbidden_in(said)} == {}


@pytest.mark.parametrize("code", OTHERS)
def test_that_the_shortcuts_of_a_menu_stay_apart(code):
    said = catalogue(code)
    menus = (source_texts("screener/gui/views").keys(), [f"(&{key})" for key in "UXRC"])
    marked = [said.get(text, text) for texts in menus for text in texts if "&" in text]
    letters = [text[text.index("&") + 1].upper() for text in marked]
    assert len(marked) == 8
    assert len(set(letters)) == len(letters), marked


@pytest.mark.parametrize("code", OTHERS)
def test_that_no_translation_is_of_a_text_that_is_not_said_any_more(code):
    assert sorted(catalogue(code).keys() - source_texts().keys()) == []


def test_that_a_text_without_translation_is_said_in_english_with_its_parts():
    assert tr("{count} of {all}", count=1, all="{x}") == "1 of {x}"


def test_that_an_unfinished_translation_is_not_said(tmp_path):
    file = tmp_path / "some.ts"
    file.write_text(
        "<TS><context><message><source>One</source><translation type='unfinished'>Uno?</translation></message>"
        "<message><source>Two &amp; three</source><translation>Dos y tres</translation></message></context></TS>",
        encoding="utf-8",
    )
    assert read_catalogue(file) == {"Two & three": "Dos y tres"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--language", "es"], "es"),
        (["neuropathy", "--new", "--language", "es"], "es"),
        (["--language"], None),
        (["--language", "zz"], None),
        (["es"], None),
    ],
)
def test_that_the_language_is_the_one_named_after_its_option_where_there_is_such_a_one(words, code):
    assert wanted_language(words) == code


SPANISH = """
from screener.language import all_of, any_of, speak
speak("es")
from screener.assess.answers import written_date
from screener.entry import parse_date
for text in ("3 abr 2026", "3 de abril de 2026", "03-abr-2026", "3 Apr 2026"):
    print(written_date(parse_date(text, day_first=True)))
for words in (["7", "8"], ["uno", "otro"], ["uno", "dos", "tres"]):
    print(any_of(words))
for words in (["diabetes", "hipertensión"], ["agua", "hielo"], ["talla", "IMC"]):
    print(all_of(words))
"""


def test_that_spanish_has_its_months_and_its_small_words():
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", SPANISH], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines() == [
        *["03-abr-2026"] * 4,
        "7 u 8", "uno u otro", "uno o dos o tres", "diabetes e hipertensión", "agua y hielo", "talla e IMC",
    ]  # fmt: skip


def test_that_parts_keep_their_order_among_words_that_are_read_from_the_right():
    """Else a range that follows a Latin name turns around: "NSS: 9 of 7 to 6"."""
    program = "from screener.language import speak, tr\nspeak('ar', {})\nprint(ascii(tr('{name}: {range}', name='NSS', range='<6')))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "'\\u200f\\u2068NSS\\u2069: \\u2068<6\\u2069'\n"
    assert tr("{name}: {range}", name="NSS", range="<6") == "NSS: <6"


def test_that_a_language_is_not_changed_once_something_has_been_said():
    program = "from screener.language import speak, tr\ntr('Yes')\ntry:\n    speak('es')\nexcept RuntimeError as e:\n    print(e)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "the language is chosen before anything is said\n"
