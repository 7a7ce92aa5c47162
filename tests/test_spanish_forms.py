"""The shipped forms in Spanish: nothing missing, nothing said that the English texts don't say.

1. Every text is translated; no translation is marked as reviewed before somebody did.
2. Numbers are the same in both languages (the loader refuses others), and so are left and right, and the names of studies.
3. No verdict in any text (clinical source 3.5); what is being studied is said to be studied.
4. Answers mean the same in both languages, to the byte of `assess`.
5. What is denied, or counted in words, is so in both; one thing has one name, and every abbreviation its meaning.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from screener.assess.answers_text import write_answers
from screener.assess.assess import assess
from screener.form.load import in_all_languages, load_form
from screener.form.model import Approval, Translation
from screener.form.retell import WORDS, originals
from screener.form.rules import expressions
from screener.form.translations import dotted
from screener.language import catalogue
from screener.report.compose import compose_report
from screener.report.document import Length, Words
from screener.report.identity import review_text
from screener.report.texts import strings
from screener.report.verdicts import forbidden_in
from screener.report.wording import NOT_TRANSLATED, SCORES, UNREVIEWED_TRANSLATION
from screener.shelf import shelf
from tests.report import vignettes

ROOT = Path(__file__).resolve().parents[1]
FORMS = shelf()
LEFT_RIGHT = ((r"\bleft\b(?! out)", r"\bizquierd[oa]s?\b"), (r"\bright\b", r"\bderech[oa]s?\b(?! de autor)"))
STUDIES = re.compile(r"NCT\d{8}|NICE NG\d+|IWGDF|\bS\d{2}[a-z]?\b|et al\.")
DENIED = (
    r"\b(?:not|no|never|none|nothing|without|neither|nor|nobody|(?<!cut-)off|non|unable|unexplained|unreliable|pulseless)\b|n't\b",
    r"\b(?:no|nunca|ningun[oa]?|ningún|nada|sin|ni|nadie|inadvertida)\b",
)
COUNTED = (
    ("two|both|either|dual|double|twice", "dos|ambos|ambas|doble|cualquiera"),
    ("three", "tres"), ("four", "cuatro"), ("five", "cinco"), ("six", "seis"), ("eight", "ocho"), ("fifteen", "quince"),
)  # fmt: skip
ONE_NAME = {  # what is not said: what is said
    r"TFGe?|eGFR|tasa de filtra\w+": "FGe, filtrado glomerular estimado",
    r"ABI|TBI|LOPS": "ITB, IDB, PSP",
    r"metatarsal(?:es)?": "metatarsiano",
    r"amiloide": "amiloidosis",
    r"opini[oó]n(?:es)?": "valoración",
    r"(?:condiciones|puntos) de entrada|motivos de exclusión": "criterios de inclusión, criterios de exclusión",
    r"disfunción autonómica": "fallo autonómico",
    r"autonómica cardíaca": "autonómica cardiovascular",
    r"señales de (?:aviso|advertencia)": "señales de alerta (a red flag is a signo de alarma)",
    r"sin reparos": "nada que señalar",
    r"su consulta": "su centro",
}
BADLY_SET = re.compile(r"[\"'“”]|\s[:;,.?!»]|«\s|\s\s|\d%|\d\s?x\s")


@pytest.fixture(scope="module", params=sorted(FORMS))
def told(request):
    """Return the English and the Spanish text of every text of a form."""
    form, translations = in_all_languages(FORMS[request.param])
    (spanish,) = [each for each in translations if each.translation.language == "es"]
    other = originals(spanish.form)
    pairs = {dotted(key): (text.text, other[key].text) for key, text in originals(form).items() if key in other}
    return spanish, {address: pair for address, pair in pairs.items() if pair[0]}


def test_that_every_text_is_translated_and_waits_for_its_review(told):
    spanish, pairs = told
    assert [str(gap) for gap in spanish.missing] == []
    assert spanish.translation.said > 0
    assert not spanish.translation.is_reviewed
    assert [address for address, (_, text) in pairs.items() if "[en]" in text] == []


def test_that_no_text_gives_a_verdict(told):
    found = {address: words for address, (_, text) in told[1].items() if (words := forbidden_in(text))}
    assert found == {}


def test_that_left_is_left_and_right_is_right(told):
    differing = []
    for address, (english, spanish) in told[1].items():
        ours, theirs = (re.sub(r"\{[^}]*\}", "", text.lower()) for text in (english, spanish))
        for word, other in LEFT_RIGHT:
            if len(re.findall(word, ours)) != len(re.findall(other, theirs)):
                differing.append((address, english, spanish))
    assert differing == []


def test_that_studies_and_guidelines_keep_their_names(told):
    differing = {
        address: (english, spanish)
        for address, (english, spanish) in told[1].items()
        if sorted(set(STUDIES.findall(english))) != sorted(set(STUDIES.findall(spanish)))
    }
    assert differing == {}


def test_that_a_question_is_a_question_in_both_languages(told):
    differing = {
        address: (english, spanish)
        for address, (english, spanish) in told[1].items()
        if english.endswith("?") != spanish.endswith("?") or ("?" in spanish) != ("¿" in spanish)
    }
    assert differing == {}


def test_that_what_is_denied_is_denied_in_both_languages(told):
    differing = {
        address: (english, spanish)
        for address, (english, spanish) in told[1].items()
        if bool(re.search(DENIED[0], english, re.IGNORECASE)) != bool(re.search(DENIED[1], spanish, re.IGNORECASE))
    }
    assert differing == {}


@pytest.mark.parametrize(("english", "spanish"), COUNTED)
def test_that_what_is_counted_in_words_is_the_same_in_both_languages(told, english, spanish):
    differing = [
        pair
        for pair in told[1].values()
        if bool(re.search(rf"\b(?:{english})\b", pair[0], re.IGNORECASE))
        != bool(re.search(rf"\b(?:{spanish})\b", pair[1], re.IGNORECASE))
    ]
    assert differing == []


def spanish_texts(told) -> dict[str, str]:
    """Return every Spanish text of a form and of the program, with X for what is filled in."""
    said = catalogue("es") | {address: spanish for address, (_, spanish) in told[1].items()}
    return {address: re.sub(r"\{[^}]*\}", "X", " ".join(text.split())) for address, text in said.items()}


def test_that_one_thing_has_one_name(told):
    others = re.compile(rf"\b(?:{'|'.join(ONE_NAME)})\b", re.IGNORECASE)
    assert {address: text for address, text in spanish_texts(told).items() if others.search(text)} == {}


def test_that_texts_are_set_as_spanish_is(told):
    badly = {
        address: text
        for address, text in spanish_texts(told).items()
        if BADLY_SET.search(text)
        or any(text.count(opened) != text.count(closed) for opened, closed in ("¿?", "¡!", "«»", "()"))
    }
    assert badly == {}


def test_that_every_abbreviation_has_its_meaning_in_spanish_too_and_none_is_left_over(told):
    spanish, english = told[0].form, load_form(FORMS[told[0].form.id])
    words = {word for _, text in told[1].values() for word in re.findall(r"[\w-]+", text)}
    assert {word for word in english.glossary if word in words} - spanish.glossary.keys() == set()
    assert spanish.glossary.keys() - words == set()


NO_TEXTS = set("id key table measures licence normal unremarkable converts draw registry kind like not_done".split())  # noqa: SIM905  # a list to read
NO_TEXTS |= {"lowest_usual", "highest_usual"}


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_that_no_text_of_a_form_is_forgotten(kind):
    texts = {each.name for each in fields(kind) if str(each.type).startswith("str")}
    assert texts - set(WORDS[kind]) <= NO_TEXTS


@pytest.mark.parametrize("name", sorted(FORMS))
def test_that_a_form_is_the_same_in_both_languages_but_for_its_texts(name):
    english, spanish = load_form(FORMS[name]), load_form(FORMS[name], "es")
    assert english.sha256 == spanish.sha256
    assert english.cells.keys() == spanish.cells.keys()
    assert [(each.text, each.roots) for each in expressions(english)] == [
        (each.text, each.roots) for each in expressions(spanish)
    ]


@pytest.mark.parametrize("name", vignettes.NAMES)
def test_that_answers_mean_the_same_in_both_languages(name, tmp_path):
    file = tmp_path / f"{name}.yaml"
    file.write_text(write_answers(vignettes.answers(name), load_form(FORMS["neuropathy"], "es")), encoding="utf-8")
    said = [
        subprocess.run(
            [sys.executable, ROOT / "main.py", "assess", file, "--language", language],
            capture_output=True, check=True, timeout=60,
        ).stdout
        for language in ("en", "es")
    ]  # fmt: skip
    assert said[0] == said[1]
    assert b'"toronto"' in said[0]


@pytest.mark.parametrize("length", Length)
def test_that_the_paper_says_that_the_translation_waits_for_its_review_and_at_the_scores_again(length):
    form = load_form(FORMS["neuropathy"], "es")
    report = compose_report(assess(form, vignettes.answers("v01")), length)
    assert UNREVIEWED_TRANSLATION in report.meta.review
    (scores,) = [part for part in report.parts if part.title.startswith(SCORES)]
    if length is Length.PAGE:  # without a line of its own
        assert scores.title == f"{SCORES} ({UNREVIEWED_TRANSLATION})"
    else:
        assert scores.blocks[0] == Words("Translation awaiting clinical review.", is_small=True)
    reviewed = replace(form.translation, review=Approval("Dr", "", date(2026, 11, 30), form.translation.sha256))
    report = compose_report(assess(replace(form, translation=reviewed), vignettes.answers("v01")), length)
    assert not [text for text in strings((report.meta, report.parts)) if "ranslation" in text]


def test_that_no_vignette_of_the_spanish_form_gives_a_verdict_and_they_say_that_it_is_investigational():
    form = load_form(FORMS["neuropathy"], "es")
    said = {
        text
        for name in vignettes.NAMES
        for text in strings(compose_report(assess(form, vignettes.answers(name)), Length.ANSWERS).parts)
    }
    assert {text for text in said if forbidden_in(text)} == set()
    assert any("en investigación" in text for text in said)


def test_that_a_form_without_texts_of_the_language_says_so():
    form = replace(load_form(FORMS["foot_check"]), translation=Translation("fr", 0, 137, ""))
    assert review_text(form, None).endswith(NOT_TRANSLATED)
