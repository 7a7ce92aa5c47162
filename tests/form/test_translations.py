"""A form in another language.

1. Only texts change: ids, rules, numbers and the hash are those of the form.
2. What isn't translated is said as it was written, behind a mark.
3. Every mistake in a translation is reported where it stands, those of all languages in one run.
4. A review holds for the very texts that were reviewed.
5. A clinic's own texts win over shipped ones; what its site.yaml words stays as it is.
6. A translation is shown only for the English text that it was made for.
"""

from __future__ import annotations

import re
import shutil

import pytest

import tests.form.mistakes as slips
from screener.form.codes import CATALOGUE
from screener.form.confirmed import CONFIRMED_FILE, checksum, pairs
from screener.form.folder import SourceFile, form_files
from screener.form.load import form_of, in_all_languages, load_form
from screener.form.model import SIDES
from screener.form.problem import FormError
from screener.form.retell import dotted, originals
from screener.form.rules import expressions
from screener.form.unchanged import numbers_in
from screener.paths import FORMS
from screener.store.kept_forms import KeptForms
from tests.form.minimal import FILES, form_with, written

MANY = 5  # of a kind; each loads the form
ES = "languages/es/all.yaml"
SPANISH = """\
translation: es
form:
  title: Un formulario pequeño
  tiers:
    E: Urgencia
    U1: Un día laborable
sections:
  examination:
    title: Exploración
    intro: Cada lado por separado.
    headings:
      - Reflejos
      - Resultados
items:
  ankle_reflex:
    text: Reflejo aquíleo
    short: Aquíleo
    options: {present: Presente, reduced: Disminuido, absent: Ausente}
  pain_score:
    text: Dolor de 0 a 10
  complications:
    options:
      nothing: Ninguna de estas
  medicines:
    columns:
      drug:
        text: Medicamento
        options: {duloxetine: Duloxetina, pregabalin: Pregabalina}
scores:
  signs:
    bands: {none: ninguno, some: algunos}
    cutoffs:
      at_risk: en riesgo
findings:
  level:
    outcomes: {low: Bajo, high: Alto}
flags:
  RF01:
    action: Al equipo del pie.
  RF02:
    action: Tratar el dolor.
notes:
  draft: >
    {signs} puntos, {level}; dolor {pain_score} de 10, reflejo {ankle_reflex.left}.
rules:
  score_needs_pain: Puntos de dolor sin dolor.
trials:
  one:
    criteria:
      C01:
        why: Porque sí.
    notes:
      about: Una frase.
cards:
  example_trial:
    include:
      - Adultos, con una coma en la frase.
      - Diabetes de cualquier tipo.
leaflets:
  asking:
    parts:
      - heading: Antes de decidir
        points:
          - ¿Está registrado?
          - ¿Cuánto cuesta?
      - text: Dígaselo a su médico.
"""


def spoken(text: str = SPANISH, language: str = "es", **more: str):
    return form_with({ES: text} | more, language)


def test_that_texts_of_every_kind_are_said_in_the_other_language():
    form = spoken()
    assert form.title == "Un formulario pequeño"
    assert [tier.text for tier in form.tiers] == ["Urgencia", "Un día laborable"]
    assert [block.title for block in form.sections[1].blocks] == ["Reflejos", "Resultados"]
    reflex = form.items["ankle_reflex"]
    assert (reflex.text, reflex.label, reflex.option("absent").text) == ("Reflejo aquíleo", "Aquíleo", "Ausente")
    assert form.items["medicines"].columns[0].option("pregabalin").text == "Pregabalina"
    assert [mark.text for mark in (*form.scores[0].bands, *form.scores[0].cutoffs)] == [
        "ninguno",
        "algunos",
        "en riesgo",
    ]
    assert form.notes[1].text.startswith("{signs} puntos")
    assert form.musts[0].message == "Puntos de dolor sin dolor."
    assert form.trials[0].criteria[0].why == "Porque sí."
    assert form.cards[0].include[1] == "Diabetes de cualquier tipo."
    assert form.leaflets[0].parts[0].points == ("¿Está registrado?", "¿Cuánto cuesta?")


def test_that_a_text_without_translation_is_said_as_it_was_written_behind_a_mark():
    form = spoken()
    assert form.items["monofilament"].text == "[en] Monofilament at the great toe"
    assert form.items["monofilament"].option("felt").text == "[en] Felt"
    assert form.leaflets[0].parts[1].heading == "[en] Afterwards"
    assert form.items["monofilament"].short == ""
    assert [option.text for option in form.items["pain"].options] == ["Yes", "No"]  # the program's own words


def test_that_a_form_without_a_word_of_the_language_stays_as_it_is_and_says_so():
    form = spoken(language="fr")
    assert form.items["monofilament"].text == "Monofilament at the great toe"
    assert form.translation is not None
    assert form.translation.said == 0 < form.translation.missing


def test_that_in_its_own_language_a_form_has_no_translation_and_reads_none():
    form = spoken("translation: es\nnonsense: yes\n", "en")
    assert form.translation is None
    assert form.items["ankle_reflex"].text == "Ankle reflex"


def test_that_nothing_but_texts_differs_between_languages():
    one, other = spoken(language="en"), spoken()
    assert (one.sha256, one.version, one.id) == (other.sha256, other.version, other.id)
    assert one.items.keys() == other.items.keys()
    assert [str(each) for each in expressions(one)] == [str(each) for each in expressions(other)]
    assert originals(one).keys() == originals(other).keys()


def test_that_the_hash_covers_translations_but_not_who_reviewed_them():
    before = spoken().sha256
    assert spoken(SPANISH.replace("Aquíleo", "R. aquíleo")).sha256 != before != form_with().sha256
    assert spoken(**{"languages/es/review.yaml": REVIEW.format(sha256=1)}).sha256 == before


REVIEW = "review: Dra. A. Ejemplo\nrole: Neuróloga\non: 2026-11-30\nsha256: {sha256}\n"


def test_that_a_review_holds_until_a_text_of_either_language_changes():
    file = "languages/es/review.yaml"
    form = spoken()
    assert not form.translation.is_reviewed
    review = {file: REVIEW.format(sha256=form.translation.sha256)}
    assert spoken(**review).translation.is_reviewed
    assert spoken(**review).translation.review.by == "Dra. A. Ejemplo"
    assert not spoken(SPANISH.replace("Aquíleo", "R. aquíleo"), **review).translation.is_reviewed
    shorter = FILES["sections/history.yaml"].replace("Since when", "Since which day")
    assert not spoken(**review, **{"sections/history.yaml": shorter}).translation.is_reviewed
    rule = FILES["rules/all.yaml"].replace("or pain", "or not not pain")
    assert spoken(**review, **{"rules/all.yaml": rule}).translation.is_reviewed


def test_that_texts_of_one_language_may_stand_in_several_files():
    items, _, rest = SPANISH.partition("scores:")
    both = spoken(items, **{"languages/es/more.yaml": f"translation: es\nscores:{rest}"})
    assert originals(both) == originals(spoken())
    assert both.translation.sha256 == spoken().translation.sha256


def test_that_only_units_that_are_words_are_translated():
    diary = "  - item: diary\n    text: Diary\n    type: quantity\n    units:\n      of 10: {limits: [0, 10]}\n"
    more = {"sections/examination.yaml": FILES["sections/examination.yaml"] + diary}
    given = SPANISH.replace("items:\n", "items:\n  diary:\n    units: {of 10: de 10}\n")
    assert [(unit.id, unit.label) for unit in spoken(given, **more).items["diary"].units] == [("of 10", "de 10")]
    assert spoken(**more).items["diary"].units[0].label == "[en] of 10"
    assert [unit.label for unit in spoken(**more).items["hba1c"].units] == ["%", "mmol/mol"]
    a_day = {"sections/examination.yaml": more["sections/examination.yaml"].replace("of 10:", "mg/day:")}
    given = SPANISH.replace("items:\n", "items:\n  diary:\n    units: {mg/day: mg/día}\n")
    assert [(unit.id, unit.label) for unit in spoken(given, **a_day).items["diary"].units] == [("mg/day", "mg/día")]
    for wrong, code in (("diary:\n    units: {of 10: de 100}", "F704"), ("weight:\n    units: {kg: libras}", "F701")):
        with pytest.raises(FormError) as caught:
            spoken(SPANISH.replace("items:\n", f"items:\n  {wrong}\n"), **more)
        assert [(each.at.line, each.code) for each in caught.value.problems] == [(16, code)]


def test_that_a_language_has_abbreviations_of_its_own():
    form = FILES["form.yaml"] + "glossary:\n  ABI: ankle-brachial index\n  PAD: peripheral arterial disease\n"
    words = SPANISH.replace("form:\n", "form:\n  glossary:\n    ITB: índice tobillo-brazo\n")
    assert spoken(words, **{"form.yaml": form}).glossary == {"ITB": "índice tobillo-brazo"}
    assert spoken(**{"form.yaml": form}).glossary["PAD"] == "[en] peripheral arterial disease"
    before, after = (spoken(text, **{"form.yaml": form}).translation for text in (SPANISH, words))
    assert (after.said, after.missing) == (before.said, before.missing - 2)
    assert after.sha256 != spoken(words.replace("tobillo-", "tobillo/"), **{"form.yaml": form}).translation.sha256


def test_that_what_the_clinic_words_itself_stays_as_it_is_written():
    form = spoken()
    assert [flag.action for flag in form.flags] == ["Call 1234.", "Tratar el dolor."]


# what is wrong: what stands there, what is written instead, where it is reported
MISTAKES = {
    "an unknown kind": ("items:", "itmes:", "14:1 F701"),
    "an unknown item": ("ankle_reflex:", "ankel_reflex:", "15:3 F701"),
    "an unknown text": ("short: Aquíleo", "shrot: Aquíleo", "17:5 F701"),
    "an option that is not there": ("reduced: Dis", "redused: Dis", "18:34 F701"),
    "a comma in a text in brackets": ("present: Presente", "present: Presente, o no", "18:34 F701"),
    "options of a yes/no question": ("pain_score:\n", "pain:\n    options: {yes: Sí}\n  pain_score:\n", "20:5 F701"),
    "an unknown outcome": ("high: Alto", "hihg: Alto", "36:27 F701"),
    "a rule in a translation": ("text: Dolor de 0 a 10", "ask_if: pain", "20:5 F701"),
    "another language": ("translation: es", "translation: fr", "1:14 F702"),
    "a text twice": ("translation: es", "translation: es\nrules: {score_needs_pain: A}", "46:1 F113"),
    "a question indented too far": ("  pain_score:\n", "    pain_score:\n", "20:5 F113"),
    "another number": ("de 0 a 10", "de 1 a 10", "20:20 F704"),
    "a number in words": ("de 0 a 10", "de cero a diez", "20:11 F704"),
    "a number more": ("Ninguna de estas", "Ninguna de estas 3", "23:33 F704"),
    "a name in braces translated": ("{level}", "{nivel}", "44:21 F705"),
    "a name in braces left out": ("{level}", "alto", "43:10 F705"),
    "a heading less": ("      - Reflejos\n", "", "12:7 F706"),
    "a heading more": ("- Reflejos", "- Reflejos\n      - Otros", "12:7 F706"),
    "no list": ("- ¿Está registrado?\n          - ¿Cuánto cuesta?", "¿Está registrado?", "64:11 F203"),
    "a list for a text": ("short: Aquíleo", "short: [Aquíleo]", "17:12 F203"),
    "nothing translated": ("short: Aquíleo", "short:", "17:11 F204"),
    "a comment in a text": ("short: Aquíleo", "short: Aquíleo #1", "17:19 F206"),
    "no translation": ("translation: es", "tranlsation: es", "1:1 F216"),
}


@pytest.mark.parametrize("what", MISTAKES)
def test_that_a_mistake_in_a_translation_is_reported_where_it_stands(what):
    old, new, places = MISTAKES[what]
    assert SPANISH.count(old) >= 1
    with pytest.raises(FormError) as caught:
        spoken(SPANISH.replace(old, new, 1))
    found = [f"{problem.at.line}:{problem.at.column} {problem.code}" for problem in caught.value.problems]
    assert " | ".join(found) == places
    assert all(problem.hint for problem in caught.value.problems)
    assert {str(problem.at.file) for problem in caught.value.problems} == {f"small/{ES}"}


def test_that_of_a_text_for_what_the_form_no_longer_has_it_is_said_to_take_it_out():
    with pytest.raises(FormError) as caught:
        spoken(SPANISH.replace("  pain_score:\n", "  quite_another:\n"))
    assert [problem.hint.rpartition("; ")[2] for problem in caught.value.problems] == [
        "or take it out, if the form had it once"
    ]


def test_that_a_clinic_s_words_for_a_flag_that_is_not_there_are_reported_beside_translations():
    with pytest.raises(FormError) as caught:
        spoken(**{"site.yaml": FILES["site.yaml"].replace("RF01", "RF10")})
    assert [(str(each.at), each.code) for each in caught.value.problems] == [("small/site.yaml:5:3", "F311")]


def test_that_the_nearest_name_is_named():
    with pytest.raises(FormError) as caught:
        spoken(SPANISH.replace("ankle_reflex:", "ankel_reflex:"))
    assert "did you mean 'ankle_reflex'?" in str(caught.value)


def test_that_one_text_in_two_files_is_reported_with_both_places():
    with pytest.raises(FormError) as caught:
        spoken(**{"languages/es/more.yaml": "translation: es\nrules:\n  score_needs_pain: Otra vez.\n"})
    (problem,) = caught.value.problems
    assert (str(problem.at), problem.code) == ("small/languages/es/more.yaml:3:21", "F703")
    assert f"small/{ES}:" in problem.hint


SLIPS = (
    slips.a_value_lost, slips.a_slip_to_the_right, slips.a_slip_to_the_left, slips.a_level_too_deep,
    slips.a_level_too_high, slips.a_tab, slips.a_line_twice, slips.a_colon_lost, slips.a_quote_opened,
    slips.a_bracket_not_closed, slips.a_comment_in_a_text, slips.an_alias,
)  # fmt: skip


def of_any_id(lines, number, _):
    """Misspell a key, be it an id or one of the language of forms."""
    found = slips.KEY_LINE.match(lines[number])
    return found and slips.with_line(lines, number, lines[number].replace(found[3], slips.misspelt(found[3]), 1))


def another_number(lines, number, _):
    return slips.replaced(lines, number, r"(?<!\w)\d+", lambda found: f"{found[0]}7")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("slip", [*SLIPS, of_any_id, another_number], ids=lambda slip: slip.__name__)
def test_that_mistakes_seeded_into_the_shipped_translation_are_reported_at_their_lines(slip):
    files = {file.name: file for file in form_files(FORMS / "neuropathy")}
    texts = {name: file.raw.decode().split("\n") for name, file in files.items() if "/languages/" in name}
    del texts[f"neuropathy/languages/es/{CONFIRMED_FILE}"]  # written by the program
    places = [(name, number) for name, lines in texts.items() for number in range(len(lines))]
    possible = [(name, change) for name, number in places if (change := slip(texts[name], number, None))]
    chosen = possible[:: max(1, len(possible) // MANY)]
    told = originals(form_of(list(files.values()), "neuropathy", "es"))
    escaped = []
    for name, change in chosen:
        changed = files | {name: SourceFile(name, "\n".join(change.lines).encode())}
        try:
            form = form_of(list(changed.values()), "neuropathy", "es")
            if form.translation.missing or told == originals(form):  # `check` names what is missing
                continue
        except FormError as error:
            found = {problem.at.line for problem in error.problems if problem.at.file == name and problem.hint}
            near = 6 if "level" in slip.__name__ else 0  # what is indented anew may swallow what follows
            if any(abs(line - place) <= near for line in found for place in change.places):
                continue
        escaped.append((name, sorted(change.places), change.lines[min(change.places) - 1]))
    assert chosen
    assert escaped == []


MISPLACED = {
    "languages/all.yaml": SPANISH,
    "notes/es.yaml": SPANISH,
    "languages/es/all.yml": SPANISH,
    "rules/review.yaml": REVIEW,
    "rules/confirmed.yaml": 'confirmed: es\ntexts: ""\n',
}


@pytest.mark.parametrize("file", MISPLACED)
def test_that_a_translation_in_the_wrong_place_is_reported_in_every_language(file):
    for language in ("en", "es"):
        with pytest.raises(FormError) as caught:
            form_with({file: MISPLACED[file]}, language)
        assert [(str(each.at), each.code) for each in caught.value.problems] == [(f"small/{file}:1:1", "F219")]


def test_that_problems_of_the_form_and_of_all_languages_come_in_one_run(tmp_path):
    french = SPANISH.replace("translation: es", "translation: fr").replace("de 0 a 10", "de 1 a 10")
    broken = FILES["values/dose.yaml"].replace("pain_score / 2", "pain_scroe / 2")
    files = {"languages/fr/all.yaml": french, "values/dose.yaml": broken, ES: SPANISH.replace("{level}", "{nivel}")}
    with pytest.raises(FormError) as caught:
        in_all_languages(written(tmp_path / "small", FILES | files))
    assert [problem.code for problem in caught.value.problems] == ["F705", "F704", "F404"]


def test_that_check_counts_what_is_translated_and_names_what_is_not(tmp_path):
    form, (told,) = in_all_languages(written(tmp_path / "small", FILES | {ES: SPANISH}))
    assert form.translation is None
    texts = [address for address, text in originals(form).items() if text.text]
    assert told.translation.said + told.translation.missing == len(texts) - 1  # the site words one itself
    missing = {problem.message: str(problem.at) for problem in told.missing}
    assert missing["no es text for 'items.monofilament.text'"] == "small/sections/examination.yaml:15:5"
    assert missing["no es text for 'sections.history.title'"] == "small/sections/history.yaml:1:1"
    assert "no es text for 'items.ankle_reflex.text'" not in missing
    assert len(missing) == told.translation.missing


def test_that_a_clinic_adds_and_replaces_texts_and_reviews_them(tmp_path, monkeypatch):
    shipped = written(
        tmp_path / "forms" / "small", {name: text for name, text in FILES.items() if name[:4] != "site"} | {ES: SPANISH}
    )
    monkeypatch.setattr("screener.form.folder.FORMS", shipped.parent)
    own = tmp_path / "own" / "small"
    texts = "translation: es\nitems:\n  ankle_reflex: {short: Reflejo A.}\n  monofilament:\n    text: Monofilamento\n"
    form = load_form(written(own, {"languages/es/ours.yaml": texts}), "es")
    assert form.items["ankle_reflex"].label == "Reflejo A."
    assert form.items["ankle_reflex"].text == "Reflejo aquíleo"
    assert form.items["monofilament"].text == "Monofilamento"
    assert form.flags[0].action == "Al equipo del pie."
    review = REVIEW.format(sha256=form.translation.sha256)
    assert load_form(written(own, {"languages/es/review.yaml": review}), "es").translation.is_reviewed
    written(shipped, {"languages/es/review.yaml": REVIEW.format(sha256="of an older one")})
    assert load_form(own, "es").translation.is_reviewed
    shutil.rmtree(own / "languages")
    written(own, {"site.yaml": "site: A clinic\nactions:\n  RF01: Call 1234.\n"})
    assert load_form(own, "es").flags[0].action == "Call 1234."


def confirmed(language: str = "es", *addresses: str) -> dict[str, str]:
    """Return the record that the texts of the small form were compared with their translation."""
    form = form_with()
    lines = [f"  {dotted(address)}: {checksum(text.text)}\n" for address, text in originals(form).items()]
    chosen = [line for line in lines if not addresses or line.split(":")[0].strip() in addresses]
    return {f"languages/es/{CONFIRMED_FILE}": f"confirmed: {language}\ntexts: |\n{''.join(chosen)}"}


LATER = {
    "sections/examination.yaml": FILES["sections/examination.yaml"].replace("Ankle reflex", "Ankle reflex, kneeling")
}


def test_that_a_translation_of_an_earlier_english_text_gives_way_to_the_english_one_behind_a_mark():
    assert spoken(**confirmed()).items["ankle_reflex"].text == "Reflejo aquíleo"
    reflex = spoken(**confirmed(), **LATER).items["ankle_reflex"]
    assert reflex.text == "[en] Ankle reflex, kneeling"
    assert (reflex.short, reflex.option("absent").text) == ("Aquíleo", "Ausente")
    now = f"items.ankle_reflex.text: {checksum('Ankle reflex, kneeling')}"
    again = {file: re.sub("items.ankle_reflex.text: .*", now, text) for file, text in confirmed().items()}
    assert spoken(**again, **LATER).items["ankle_reflex"].text == "Reflejo aquíleo"


def test_that_numbers_of_a_translation_that_is_not_shown_are_left_until_it_is_confirmed():
    later = {"sections/history.yaml": FILES["sections/history.yaml"].replace("Pain from 0 to 10", "Pain from 0 to 100")}
    assert spoken(**confirmed(), **later).items["pain_score"].text == "[en] Pain from 0 to 100"
    with pytest.raises(FormError) as caught:
        spoken(**later)
    assert [problem.code for problem in caught.value.problems] == ["F704"]


def test_that_a_translation_that_nobody_confirmed_is_shown():
    assert spoken(**LATER).items["ankle_reflex"].text == "Reflejo aquíleo"
    other = confirmed("es", "items.pain_score.text")
    assert spoken(**other, **LATER).items["ankle_reflex"].text == "Reflejo aquíleo"


def test_that_check_names_each_translation_of_an_earlier_text_where_it_stands(tmp_path):
    _, (told,) = in_all_languages(written(tmp_path / "small", FILES | {ES: SPANISH} | confirmed() | LATER))
    (problem,) = told.earlier
    assert (str(problem.at), problem.code) == (f"small/{ES}:16:11", "F721")
    assert problem.message.endswith("it is now: Ankle reflex, kneeling")
    assert problem.hint.endswith("python run.py confirm FOLDER es items.ankle_reflex.text")
    _, (before,) = in_all_languages(written(tmp_path / "small", FILES))
    assert told.translation.said == before.translation.said - 1
    assert told.translation.missing == before.translation.missing + 1
    assert [pair.address for pair in pairs(told) if not pair.is_confirmed] == ["items.ankle_reflex.text"]


def test_that_an_abbreviation_explained_for_an_earlier_text_is_explained_in_english():
    form = {"form.yaml": FILES["form.yaml"] + "glossary:\n  ABI: ankle-brachial index at rest\n"}
    words = SPANISH.replace("form:\n", "form:\n  glossary:\n    ABI: índice tobillo-brazo\n    ITB: otro\n", 1)
    record = {
        f"languages/es/{CONFIRMED_FILE}": f"confirmed: es\ntexts: |\n  form.glossary.ABI: {checksum('earlier')}\n"
    }
    assert spoken(words, **form, **record).glossary == {"ABI": "[en] ankle-brachial index at rest", "ITB": "otro"}


def test_that_the_hash_covers_which_texts_are_confirmed():
    assert spoken(**confirmed()).sha256 != spoken().sha256


def test_that_a_confirmation_of_another_language_is_reported():
    with pytest.raises(FormError) as caught:
        spoken(**confirmed("fr"))
    assert [(str(each.at), each.code) for each in caught.value.problems] == [
        (f"small/languages/es/{CONFIRMED_FILE}:1:12", "F702")
    ]


def test_that_what_was_confirmed_of_shipped_texts_says_nothing_of_a_clinic_s_own(tmp_path, monkeypatch):
    files = {name: text for name, text in FILES.items() if name[:4] != "site"} | {ES: SPANISH} | confirmed()
    shipped = written(tmp_path / "forms" / "small", files)
    monkeypatch.setattr("screener.form.folder.FORMS", shipped.parent)
    ours = "translation: es\nitems:\n  ankle_reflex:\n    text: R. aquíleo\n"
    earlier = confirmed("es", "items.ankle_reflex.text")
    own = written(tmp_path / "own" / "small", {"languages/es/ours.yaml": ours} | earlier)
    later = LATER["sections/examination.yaml"]
    now = {f"languages/es/{CONFIRMED_FILE}": f"confirmed: es\ntexts: |\n  items.ankle_reflex.text: {checksum('x')}\n"}
    written(shipped, {"sections/examination.yaml": later} | now)
    assert load_form(own, "es").items["ankle_reflex"].text == "[en] Ankle reflex, kneeling"
    _, (told,) = in_all_languages(own)
    assert [(pair.address, pair.said) for pair in pairs(told)] == [("items.ankle_reflex.text", "R. aquíleo")]


@pytest.mark.parametrize("form", ["neuropathy", "foot-check"])
def test_that_every_text_of_the_shipped_forms_is_confirmed(form):
    _, translations = in_all_languages(FORMS / form)
    assert translations
    assert [pair for told in translations for pair in pairs(told) if not pair.is_confirmed] == []


def test_that_a_switched_off_page_takes_its_translation_with_it():
    site = "site: A clinic\noff: [one]\n"
    form = spoken(**{"site.yaml": site})
    assert form.trials == ()


def test_that_forms_are_kept_for_each_language(tmp_path, monkeypatch):
    folder = written(tmp_path / "small", FILES | {ES: SPANISH})
    said = {}
    for _ in range(2):
        for language in ("en", "es"):
            monkeypatch.setattr("screener.store.kept_forms.spoken", lambda language=language: language)
            forms = KeptForms(tmp_path / "cache")
            said.setdefault(language, []).append(forms.form(folder).items["ankle_reflex"].text)
            forms.keep()
    assert said == {"en": ["Ankle reflex"] * 2, "es": ["Reflejo aquíleo"] * 2}


def test_that_a_decimal_comma_is_a_point_and_the_order_of_numbers_is_free():
    assert numbers_in("2,5 de 10 en 30:15") == numbers_in("30:15, 10 and 2.5")
    assert numbers_in("2,5") != numbers_in("2 and 5")
    assert numbers_in(" ".join(SIDES)) == []


def test_that_every_code_of_translations_is_provoked_here():
    provoked = {code for *_, places in MISTAKES.values() for code in places.replace("|", " ").split()}
    assert {code for code in CATALOGUE if code.startswith("F7")} - provoked == {"F703", "F720", "F721"}
