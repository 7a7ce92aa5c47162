"""Every problem of a form file is reported where it stands.

1. Each code of the catalogue is provoked below, with file, line and column; the others of the same file don't appear.
2. Every code that the program uses is in the catalogue and in docs/problems.md, and no other.
3. Every problem says what to do.
4. All problems of all files come in one run, in the order of their places.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from screener.form.codes import CATALOGUE, problems_page
from screener.form.kinds import KINDS
from screener.form.problem import FormError, nearest
from tests.form.minimal import FILES, changed, form_with, problems_with
from tests.form.mistakes import KEY_LINE, KEYS, misspelt

ROOT = Path(__file__).parents[2]
TEXT_CODES = {"F101", "F102", "F103", "F104", "F105", "F110", "F111", "F112", "F113", "F114", "F115"}  # test_source.py
EXAMPLE_CODES = {"F601", "F602", "F603", "F610", "F620"}  # tests/assess: test_examples.py, test_coverage.py
BEHIND_CONVERSIONS = {"F518"}  # tests/assess: test_contradictions.py
TOLD_BY_CHECK = {"F801", "F802"}  # tests/cli: test_commands.py

HISTORY, EXAMINATION = "sections/history.yaml", "sections/examination.yaml"
SIGNS, LEVEL, LOSS, DOSE = "scores/signs.yaml", "findings/level.yaml", "findings/loss.yaml", "findings/dose.yaml"
FLAGS, NOTES, RULES, TRIAL = "flags/all.yaml", "notes/all.yaml", "rules/all.yaml", "trials/one.yaml"
VALUE, LOOKUP, SITE, FORM = "values/dose.yaml", "lookups/doses.yaml", "site.yaml", "form.yaml"

SPOTS = """  - item: spots
    text: Where is it felt
    type: several
    sides: both
    draw: body
    options:
      none: {text: Nowhere, exclusive: yes}
      hip: Hip
  - item: onset"""

# what is wrong: file, what stands there, what is written instead, where it is reported
MISTAKES = {
    # keys
    "a brace that is not closed": (NOTES, "{signs} points", "{signs points", "8:62 F221"),
    "a brace that was not opened": (NOTES, "{signs} points", "signs} points", "8:67 F221"),
    "a brace alone in an action": (FLAGS, "Treat the pain.", "Treat {pain_score.", "13:17 F221"),
    "a brace alone in a reason": (TRIAL, "Because.", "Because of {pain_score.", "16:21 F221"),
    "a misspelt key": (HISTORY, "short: Pain", "shrot: Pain", "14:5 F201"),
    "a normal range of a column": (HISTORY, "        limits: [0, 2000]", "        limits: [0, 2000]\n        normal: at most 60\n        source: Ours", "51:9 F201"),
    "a normal option of a column": (HISTORY, "          pregabalin: Pregabalin\n", "          pregabalin: Pregabalin\n        normal: duloxetine\n", "47:9 F201"),
    "a normal range in a unit of a column": (HISTORY, "        type: whole\n        limits: [0, 2000]", "        type: quantity\n        units: {mg: {limits: [0, 2000], normal: at most 60}}\n        source: Ours", "50:41 F201"),
    "a space of a word processor before a key": (HISTORY, "    short: Pain", "    \N{NO-BREAK SPACE}short: Pain", "14:5 F103"),
    "a unit in quotes of a word processor": (EXAMINATION, '"%": {limits', "“%”: {limits", "31:7 F212"),
    "a unit whose first quote is lost": (EXAMINATION, "      kg: {limits", '      kg": {limits', "39:7 F212"),
    "a column without its dash": (HISTORY, "      - column: mg_day", "        column: mg_day", "47:9 F113"),
    "a comma in the text of an option": (HISTORY, "      nothing: {text: None of these, exclusive: yes}", "      nothing: {text: None, of these, exclusive: yes}", "29:29 F201"),
    "options in brackets with a comma in a text": (HISTORY, "\n          duloxetine: Duloxetine\n          pregabalin: Pregabalin", " {duloxetine: Duloxetine, also: , pregabalin: Pregabalin}", "44:49 F204"),
    "a misspelt key that is needed otherwise": (FLAGS, "  cite:", "  ciet:", "6:3 F201"),
    "a misspelt key that is needed": (SIGNS, "title:", "Title:", "2:1 F201"),
    "a key of another type of item": (HISTORY, "lines: 3", "limits: [0, 3]", "36:5 F201"),
    "a comma in a text in brackets": (HISTORY, "{text: None of these,", "{text: None, of these,", "29:29 F201"),
    "no title": (HISTORY, "title: History\n", "", "1:1 F202"),
    "a score without citation": (SIGNS, "cite: Invented for the tests.\n", "", "1:1 F202"),
    "a finding without citation": (LEVEL, "cite: Invented for the tests.\n", "", "1:1 F202"),
    "a flag without citation": (FLAGS, "  cite: Invented for the tests.\n", "", "1:3 F202"),
    "something studied without source": (NOTES, "place: scores", "place: education", "1:3 F202"),
    "a criterion without why": (TRIAL, "    why: Because.\n", "", "10:5 F202"),
    "an item without type": (HISTORY, "    type: yes_no\n", "", "11:5 F202"),
    "a flag with a tier alone": (FLAGS, "  raised_if: either(loss == lost)\n", "", "1:3 F202"),
    "a cut-off of nothing": (TRIAL, "of: hba1c, ", "", "7:9 F202"),
    "a list for a text": (HISTORY, "title: History", "title: [History]", "2:8 F203"),
    "a text for a list": (FORM, "[history, examination]", "history", "8:11 F203"),
    "keys for an expression": (RULES, "must: not known(pain_score) or pain", "must: {a: b}", "2:7 F203"),
    "a text for the points": (SIGNS, "{present: 0, reduced: 1, absent: 2}", "2", "7:17 F203"),
    "a text for an item": (HISTORY, "- item: words\n    text: In own words\n    type: text\n    lines: 3\n", "- words\n", "33:5 F203"),
    "a case that is a text": (LEVEL, "- high: signs >= signs.at_risk", "- high", "9:5 F203"),
    "nothing after a key": (HISTORY, "text: Pain\n", "text:\n", "12:10 F204"),
    "nothing after a condition": (RULES, "must: not known(pain_score) or pain", "must:", "2:6 F204"),
    "an expression in brackets": (LEVEL, "- high: signs >= signs.at_risk", "- {high: signs >= signs.at_risk}", "9:12 F205"),
    "a sentence in brackets": (
        FLAGS, "- flag: RF01\n  title: Lost feeling\n", "- flag: RF01\n  title: [Lost feeling]\n", "2:10 F203",
    ),
    "a comment in a sentence": (FLAGS, "See the foot team.", "See the foot team #2.", "5:28 F206"),
    "a comment in an expression": (RULES, "or pain", "or pain # both", "2:36 F206"),
    "a comment in an option": (HISTORY, "t1: Type 1", "t1: Type #1", "9:15 F206"),
    "a comma in a number": (SIGNS, "range: [0, 7]", "range: [0, seven]", "5:12 F207"),
    "a decimal comma in a cut-off": (EXAMINATION, '"%": 10.0, mmol/mol: 86', '"%": 10,5, mmol/mol: 86', "34:19 F207"),
    "decimal commas with the same decimals": (EXAMINATION, '"%": 10.0, mmol/mol: 86', '"%": 10,5, mmol/mol: 86,5', "34:19 F207 | 34:35 F207"),
    "a decimal comma without brackets": (HISTORY, "strong: 7", "strong: 7,5", "22:15 F207"),
    "a decimal comma at the end": (EXAMINATION, '"%": 10.0, mmol/mol: 86', 'mmol/mol: 86, "%": 10,5', "34:33 F207"),
    "a decimal comma in a cut-off of a trial": (TRIAL, '"%": 9.5', '"%": 9,5', "7:26 F207"),
    "a decimal comma in a cut-off of the site": (SITE, '"%": 9.0', '"%": 9,5', "3:21 F207"),
    "a decimal comma in points": (SIGNS, "reduced: 1,", "reduced: 0,5,", "7:39 F207"),
    "a decimal comma in steps": (SIGNS, "{0: 0, 4: 1}", "{0: 0, 4: 1,5}", "10:21 F207"),
    "a decimal comma in a look-up": (LOOKUP, "duloxetine: 60,", "duloxetine: 60,5,", "4:23 F207"),
    "decimal commas in limits": (EXAMINATION, "limits: [3.0, 20.0]", "limits: [3,0, 20,0]", "31:21 F213"),
    "decimals that are none": (VALUE, "round: 1", "round: 1.5", "4:8 F207"),
    "a date of another order": (FORM, "2027-11-30", "30.11.2027", "4:14 F208"),
    "a day that is not in the calendar": (FORM, "2027-11-30", "2027-11-31", "4:14 F208"),
    "a version of letters": (FORM, "1.0.0", "one", "2:10 F209"),
    "a capital in an id": (HISTORY, "item: words", "item: Words", "33:11 F210"),
    "a space in an option": (HISTORY, "t1: Type 1", "t 1: Type 1", "9:7 F210"),
    "an id that is a function": (HISTORY, "item: words", "item: count", "33:11 F211"),
    "an option that is a word of the language": (HISTORY, "t2: Type 2", "not: Type 2", "10:7 F211"),
    "a cut-off that is a part of an answer": (VALUE, "{some: 2}", "{unit: 2}", "6:11 F211"),
    "an unknown type": (HISTORY, "type: yes_no", "type: yesno", "13:11 F212"),
    "sides left": (EXAMINATION, "sides: both", "sides: left", "9:12 F212"),
    "an unknown place of a note": (NOTES, "place: scores", "place: score", "2:10 F212"),
    "limits upside down": (HISTORY, "limits: [0, 10]", "limits: [10, 0]", "19:13 F213"),
    "limits of one number": (HISTORY, "limits: [0, 10]", "limits: [10]", "19:13 F213"),
    "a length of time in words": (EXAMINATION, "90 days", "three months", "28:16 F214"),
    "a default": (HISTORY, "short: Pain", "default: no", "14:5 F215"),
    "an unknown kind of file": (VALUE, "value: pain_half", "vlaue: pain_half", "1:1 F216"),
    "the kind of file not first": (RULES, "rule: score_needs_pain\nmust", "must: pain\nrule: y\nmsut", "1:1 F216"),
    "an item with its key misspelt": (HISTORY, "- item: pain\n", "- itme: pain\n", "11:5 F216"),
    "an item without an id": (HISTORY, "- item: words\n    text", "- text", "33:5 F216"),
    "a file of a text": (RULES, FILES[RULES], "hello\n", "1:1 F216"),
    "two exclusive options": (
        HISTORY, "nephropathy: Nephropathy", "nephropathy: {text: Nephropathy, exclusive: yes}", "27:7 F217",
    ),
    "an exclusive option of a choice": (HISTORY, "t1: Type 1", "t1: {text: Type 1, exclusive: yes}", "9:26 F217"),
    "an unremarkable option without sides": (HISTORY, "short: Pain", "unremarkable: no", "14:5 F217"),
    "an unremarkable option beside a normal one": (EXAMINATION, "normal: present", "normal: present\n    unremarkable: present", "11:5 F217"),
    "an unremarkable option of a column": (HISTORY, "          pregabalin: Pregabalin\n", "          pregabalin: Pregabalin\n        unremarkable: duloxetine\n", "47:9 F201"),
    "a drawing without sides": (HISTORY, "short: Pain", "short: Pain\n    draw: toe1", "15:5 F217"),
    "a place on the foot for some of several": (HISTORY, "  - item: onset", SPOTS.replace("body", "toe1"), "34:11 F212"),
    "an option that is no region of the body": (HISTORY, "  - item: onset", SPOTS.replace("hip:", "hpi:"), "37:7 F321"),
    "two outcomes in a case": (LEVEL, "- otherwise: low", "- otherwise: low\n    low: pain", "10:5 F217"),
    "rows without a table": (DOSE, "table: medicines\n", "", "4:6 F217"),
    "a table without rows": (DOSE, "per: row", "per: person", "5:1 F217"),
    "a quantity without 'like'": (VALUE, "is: pain_score / 2", "is: hba1c", "3:5 F217"),
    "'like' with a plain number": (VALUE, "round: 1", "like: hba1c", "4:1 F217 | 6:17 F312"),
    "an empty list": (FORM, "sections: [history, examination]", "sections: []", "8:11 F218"),
    "an example among the rules": (RULES, "rule: score_needs_pain", "example: one", "1:1 F219"),
    "a second form": (RULES, FILES[RULES], FILES[FORM], "1:1 F219"),
    # names
    "an item twice": (HISTORY, "item: words", "item: onset", "33:5 F301"),
    "a column with the id of an item": (HISTORY, "- column: mg_day", "- column: pain\n        text: A\n        type: date\n      - column: mg_day", "47:9 F301"),
    "a criterion twice": (TRIAL, "criterion: C02", "criterion: C01", "17:5 F301"),
    "a band twice": (SIGNS, "is: some", "is: none", "16:19 F301"),
    "a section that no file has": (FORM, "examination]", "examinatoin]", "8:21 F302 | sections/examination.yaml:1:1 F303"),
    "a section twice": (FORM, "examination]", "examination, history]", "8:34 F301"),
    "an unknown tier": (FLAGS, "tier: U1", "tier: U3", "3:9 F304"),
    "a normal answer that is no option": (EXAMINATION, "normal: felt", "normal: fellt", "20:13 F305"),
    "an unremarkable answer that is no option": (EXAMINATION, "normal: felt", "unremarkable: fellt", "20:19 F305"),
    "a note about no result": (NOTES, "place: scores", "about: weigth\n  place: scores", "2:10 F306"),
    "an option for not done that is none": (EXAMINATION, "normal: present", "not_done: absnt", "10:15 F305"),
    "a normal range in other words": (EXAMINATION, "45 to 120", "45 - 120", "39:39 F220"),
    "a normal range upside down": (EXAMINATION, "45 to 120", "120 to 45", "39:39 F220"),
    "a normal range beyond the limits": (EXAMINATION, "45 to 120", "at most 401", "39:39 F517"),
    "a normal range without source": (EXAMINATION, "    source: Invented for the tests.\n", "", "35:5 F202"),
    "a normal range for one of two units": (EXAMINATION, "usual: [4.5, 14.0]}", "usual: [4.5, 14.0], normal: below 5.7}", "25:5 F202 | 31:7 F312"),
    "a site's range of what is no number": (SITE, "actions:", "normal: {ankle_reflex: at least 1}\nactions:", "4:10 F316"),
    "a site's range for one of two units": (SITE, "actions:", 'normal:\n  hba1c: {"%": below 6.0}\nactions:', "5:10 F312"),
    "a site's range without unit where there are two": (SITE, "actions:", "normal:\n  hba1c: below 6.0\nactions:", "5:10 F312"),
    "a site's range of a unit that is not there": (SITE, "actions:", "normal:\n  weight: {lb: at most 250}\nactions:", "5:12 F312"),
    "a site's range beyond the limits": (SITE, "actions:", "normal:\n  weight: at most 500\nactions:", "5:11 F517"),
    "points for an option that is not there": (SIGNS, "reduced: 1, absent: 2", "reduced: 1, absent: 2, gone: 2", "7:53 F305"),
    "a number for an option that is not there": (LOOKUP, "pregabalin: 300", "pregablin: 300", "4:27 F305"),
    "points for an item that is not there": (SIGNS, "monofilament: {", "monofilment: {", "8:3 F306"),
    "a table that is not there": (DOSE, "table: medicines", "table: medicine", "5:8 F306"),
    "usual numbers of no quantity": (LOOKUP, "of: medicines.drug", "of: medicines.drug\nhighest_usual: mg_day", "4:16 F306"),
    "a look-up by no choice": (LOOKUP, "of: medicines.drug", "of: medicines.dose", "findings/dose.yaml:10:37 F411 | 3:5 F306"),
    "a cut-off of something that is not there": (TRIAL, "of: hba1c,", "of: hba1,", "7:14 F306"),
    "the units of something that is not there": (VALUE, "round: 1", "like: hba", "4:7 F306"),
    "a summary that names nothing": (NOTES, "{signs} points", "{sign} points", "8:62 F306"),
    "an ask_if that reads its own item": (HISTORY, "ask_if: pain", "ask_if: pain_score > 3", "18:13 F308"),
    "an item that may not be asked": (FLAGS, "- E: known(pain_score) and pain_score > pain_score.strong\n    - U1: pain", "- E: pain_score > 7", "10:10 F309"),
    "a value of an item that may not be asked": (FLAGS, "- E: known(pain_score) and pain_score > pain_score.strong\n    - U1: pain", "- E: pain_half > pain_half.some", "10:10 F309"),
    "a wrong case that may be what asks whether an item is asked": (
        FLAGS, "- E: known(pain_score) and pain_score > pain_score.strong\n    - U1: pain", "- E: pain_score > 7\n    - U1: pian", "11:11 F404",
    ),
    "a normal answer to what a flag asks": (HISTORY, "short: Pain", "normal: no", "flags/all.yaml:11:7 F320 | trials/one.yaml:22:9 F320"),
    "a cut-off of the site that the form has not": (SITE, "hba1c.high", "hba1c.hihg", "3:3 F310"),
    "an action of the site for no flag": (SITE, "RF01:", "RF91:", "5:3 F311"),
    "a cut-off without a unit's number": (EXAMINATION, 'high: {"%": 10.0, mmol/mol: 86}', 'high: {"%": 10.0}', "34:13 F312"),
    "a cut-off in another unit": (EXAMINATION, "mmol/mol: 86", "mmol/L: 86", "34:25 F312"),
    "a conversion from an unknown unit": (EXAMINATION, "converts: hba1c", "converts: b12", "31:7 F312 | 32:7 F312"),
    "one number for two units": (EXAMINATION, 'high: {"%": 10.0, mmol/mol: 86}', "high: 10.0", "34:13 F312"),
    # expressions
    "a bracket too few": (RULES, "known(pain_score)", "known(pain_score", "2:16 F401"),
    "a comment of Python": (RULES, "must: not known(pain_score) or pain", "must: >\n  pain\n  #or pain_score", "4:3 F401"),
    "a number in another notation": (RULES, "or pain", "or pain_score > 1e3", "2:45 F401"),
    "more digits than can be kept": (RULES, "or pain", "or pain_score > 0.1234567890123456789", "2:45 F401"),
    "an expression of a thousand words": (RULES, "or pain", "or pain" * 400, "2:7 F402"),
    "a power": (VALUE, "pain_score / 2", "pain_score ** 2", "3:16 F403"),
    "a name that does not exist": (RULES, "or pain", "or pian", "2:32 F404"),
    "an option of another item": (TRIAL, "diabetes == none", "diabetes == present", "21:25 F405"),
    "a choice compared with a number": (TRIAL, "diabetes == none", "diabetes == 1", "21:25 F406"),
    "a quantity compared without unit": (TRIAL, "hba1c > hba1c.high", "hba1c > 10", "13:26 F407"),
    "a side forgotten": (LOSS, "monofilament.here", "monofilament", "9:11 F408"),
    "a number as condition": (RULES, "or pain", "or pain_score", "2:32 F409"),
    "a condition as number": (VALUE, "pain_score / 2", "pain / 2", "3:5 F410"),
    "an argument too many": (RULES, "known(pain_score)", "known(pain_score, pain)", "2:11 F411"),
    "a function that does not exist": (RULES, "known(pain_score)", "knwon(pain_score)", "2:11 F412"),
    "a divisor that can be 0": (VALUE, "pain_score / 2", "2 / pain_score", "3:9 F413"),
    "a cut-off that does not exist": (LEVEL, "signs.at_risk", "signs.at_rsik", "9:20 F414"),
    "rows outside their table": (LEVEL, "signs >= signs.at_risk", "tried == enough", "9:11 F415"),
    "a number beyond all answers": (RULES, "or pain", "or pain_score > 70", "2:45 F416"),
    "a number that no answer is above": (RULES, "or pain", "or 10 < pain_score", "2:32 F416"),
    "a sum beyond all answers": (FLAGS, "either(loss == lost)", "weight + 10 < 20", "4:28 F416"),
    "a number beyond all totals": (LEVEL, "signs >= signs.at_risk", "signs >= 40", "9:20 F416"),
    "a mistake in the second line of an expression": (
        LEVEL, "- high: signs >= signs.at_risk", "- high: >\n      signs >= signs.at_risk\n      and pian", "11:11 F404",
    ),
    # scores, findings, criteria
    "an option without points": (SIGNS, "reduced: 1, ", "", "7:3 F501"),
    "an option that its question calls otherwise": (EXAMINATION, "absent: Absent", "gone: Absent", "scores/signs.yaml:7:42 F305"),
    "a colon without a space": (SIGNS, "absent: 2}", "absent:2}", "7:42 F305"),
    "a range that the points leave": (SIGNS, "range: [0, 7]", "range: [0, 6]", "5:1 F502"),
    "a range below its bands": (SIGNS, "range: [0, 7]", "range: [1, 2]", "5:1 F502"),
    "a range that the points don't reach": (SIGNS, "range: [0, 7]", "range: [0, 8]", "5:1 F502"),
    "a first band above the lowest total": (SIGNS, "{from: 0, is: none}", "{from: 1, is: none}", "15:12 F503"),
    "a first band that can't be read": (SIGNS, "{from: 0, is: none}", "{from: zero, is: none}", "15:12 F207"),
    "options of a scored question that are none": (SIGNS, "{present: 0, reduced: 1, absent: 2}", "{there: 0, weak: 1, absent: 2}", "7:18 F305 | 7:28 F305"),
    "bands that don't rise": (SIGNS, "{from: 3, is: some}", "{from: 0, is: some}", "16:12 F504"),
    "a band above the highest total": (SIGNS, "{from: 3, is: some}", "{from: 8, is: some}", "16:12 F505"),
    "a cut-off above the highest total": (SIGNS, "{from: 4, is: at_risk}", "{from: 8, is: at_risk}", "18:12 F505"),
    "a case that comes too late": (
        TRIAL, "- na: diabetes == none\n      - need_info: pain", "- need_info: pain\n      - na: diabetes == none", "22:9 F506",
    ),
    "an urgent tier behind a less urgent one, which would hide it": (
        FLAGS,
        "    - E: known(pain_score) and pain_score > pain_score.strong\n    - U1: pain\n",
        "    - U1: pain\n    - E: known(pain_score) and pain_score > pain_score.strong\n",
        "11:7 F506",
    ),
    "an otherwise that comes too late": (TRIAL, "- otherwise: ok", "- otherwise: barrier", "15:9 F506"),
    "no otherwise": (TRIAL, "      - otherwise: ok\n    why: Because.\n  - criterion", "    why: Because.\n  - criterion", "14:9 F507"),
    "a case after otherwise": (
        LEVEL, "- high: signs >= signs.at_risk\n  - otherwise: low", "- otherwise: low\n  - high: pain", "9:5 F507",
    ),
    "an outcome that does not exist": (LEVEL, "- high:", "- hihg:", "9:5 F508"),
    "an otherwise that does not exist": (LEVEL, "otherwise: low", "otherwise: lo", "10:16 F508"),
    "a flag that otherwise has a tier": (FLAGS, "otherwise: clear", "otherwise: U1", "12:18 F508"),
    "a barrier in any case": (TRIAL, "      - discuss: hba1c > cutoffs.most or weight < cutoffs.light\n      - otherwise: ok", "      - otherwise: barrier", "14:9 F509"),
    "a state twice": (TRIAL, "- need_info: pain", "- na: pain", "22:9 F509"),
    "an outcome that no case gives": (LEVEL, "high: High\n", "high: High\n  other: Other\n", "9:1 F510"),
    "steps that don't rise": (SIGNS, "{0: 0, 4: 1}", "{0: 0, 4: 1, 3: 1}", "10:24 F511"),
    "steps that begin too high": (SIGNS, "{0: 0, 4: 1}", "{1: 0, 4: 1}", "9:3 F511"),
    "steps that are never reached": (SIGNS, "{0: 0, 4: 1}", "{0: 0, 40: 1}", "9:3 F511"),
    "points for a text": (SIGNS, "monofilament: {sides: worst, felt: 0, not_felt: 1}", "words: {yes: 1}", "8:3 F512"),
    "steps for a quantity of two units": (SIGNS, "pain_score:\n    from", "hba1c:\n    from", "9:3 F512"),
    "the points of an answer in words": (SIGNS, "monofilament: {sides: worst, felt: 0, not_felt: 1}", "words: as_entered", "8:3 F512"),
    "a total that is not there": (SIGNS, "monofilament: {sides: worst, felt: 0, not_felt: 1}", "total: as_entered", "8:3 F306"),
    "a condition with the id of an item": (SIGNS, "high_sugar:", "weight:", "12:3 F512"),
    "sides of an item without": (SIGNS, "not_asked: 0", "sides: sum", "11:5 F513"),
    "a usual range beyond the limits": (HISTORY, "usual: [0, 9]", "usual: [0, 11]", "20:12 F515"),
    "a cut-off of a trial outside the limits": (TRIAL, '"%": 9.5', '"%": 95', "7:3 F516"),
    "a cut-off of a trial in another unit": (TRIAL, "mmol/mol: 80", "mmol/l: 80", "7:31 F312"),
    "a trial that was read after its last day": (TRIAL, "snapshot: 2026-11-21", "snapshot: 2026-11-21\nvalid_until: 2025-11-21", "5:14 F217"),
    "a card that was read after its last day": ("cards/one.yaml", "valid_until: 2027", "valid_until: 2025", "7:14 F217"),
    "a cut-off outside the limits": (HISTORY, "strong: 7", "strong: 17", "22:7 F516"),
}  # fmt: skip


def expected(file: str, places: str) -> list[str]:
    """Return the places as they are reported; those of another file are written with it."""
    each = [place if ".yaml:" in place else f"{file}:{place}" for place in places.split(" | ") if place]
    return sorted(each, key=_order)


def _order(place: str) -> tuple[str, int, int, str]:
    file, line, column = place.split(" ", maxsplit=1)[0].rsplit(":", 2)
    return file, int(line), int(column), place.split(" ")[1]


@pytest.mark.parametrize("what", MISTAKES)
def test_that_it_is_reported_where_it_stands(what):
    file, old, new, places = MISTAKES[what]
    assert problems_with(changed(file, old, new)) == expected(file, places)


FIRST_KEYS = {*KINDS, "item", "column", "criterion", "heading", "otherwise"}


@pytest.mark.parametrize("file", FILES)
def test_that_a_misspelt_key_is_one_problem_and_what_stands_under_it_is_read(file):
    lines, wrong = FILES[file].split("\n"), []
    for number, line in enumerate(lines):
        key = KEY_LINE.match(line)
        if key and key[3] in KEYS | FIRST_KEYS and (file, key[3]) != (SIGNS, "when"):  # which says what the line is
            other = line.replace(key[3], misspelt(key[3]), 1)
            problems = problems_with({file: "\n".join([*lines[:number], other, *lines[number + 1 :]])})
            if [place.rsplit(":", 1)[0] for place in problems] != [f"{file}:{number + 1}"]:
                wrong.append((other, problems))
    assert wrong == []


# what is wrong: more files, where it is reported
MORE = {
    "a value with the id of an item": (
        {"values/more.yaml": "value: pain\ntitle: A\nis: 1\nsource: A\n"}, ["values/more.yaml:1:8 F301"],
    ),
    "a flag twice": (
        {"flags/more.yaml": "flag: RF01\ntitle: A\ntier: E\nraised_if: pain\naction: A\ncite: A\n"}, ["flags/more.yaml:1:7 F301"],
    ),
    "a section that form.yaml does not name": (
        {"sections/more.yaml": "section: more\ntitle: A\nitems:\n  - item: more_pain\n    text: A\n    type: yes_no\n"},
        ["sections/more.yaml:1:1 F303"],
    ),
    "a copy of a page": ({"sections/z.yaml": FILES[HISTORY]}, ["sections/z.yaml:1:1 F301"]),
    "a second site": ({"z.yaml": "site: Another\n"}, ["z.yaml:1:1 F219"]),
    "a file of another ending": ({"flags/more.yml": "flag: RF03\n"}, ["flags/more.yml:1:1 F219"]),
    "a file of another ending, of which rules read something": (
        changed(SIGNS, "score: signs", "score: signs_lost") | {"z.yaml.txt": FILES[SIGNS]}, ["z.yaml.txt:1:1 F219"],
    ),
    "a circle of values": (
        {
            "values/a.yaml": "value: first\ntitle: A\nis: second + 1\nsource: A\n",
            "values/b.yaml": "- value: second\n  title: A\n  is: third\n  source: A\n- value: third\n  title: A\n  is: first\n  source: A\n",
        },
        ["values/a.yaml:1:1 F307"],
    ),
    "a circle through a question, a score and a finding": (
        changed(HISTORY, "ask_if: pain", "ask_if: level == high"), ["findings/level.yaml:1:1 F307"],
    ),
    "an ask_if of a column that reads the column": (
        changed(HISTORY, "text: Dose a day\n", "text: Dose a day\n        ask_if: mg_day > 3\n"), ["sections/history.yaml:49:17 F308"],
    ),
    "something switched off that the form does not have": (
        {SITE: FILES[SITE] + "off: [sings]\n"}, ["site.yaml:6:7 F313"],
    ),
    "a score switched off that a finding reads": (
        {SITE: FILES[SITE] + "off: [signs]\n"}, ["site.yaml:6:7 F314"],
    ),
    "a limit left to the site that a criterion reads": (
        changed(EXAMINATION, 'high: {"%": 10.0, mmol/mol: 86}', "high: site"),
        ["scores/signs.yaml:13:11 F315", "trials/one.yaml:13:18 F315"],
    ),
    "a bracket of sentences": (
        {"flags/more.yaml": "- {flag: RF03, title: A, tier: E, raised_if: pain, action: A, cite: A}\n"},
        [f"flags/more.yaml:1:{column} F205" for column in (23, 46, 60, 69)],
    ),
    "two files, one unreadable: names that the other declares are not called missing": (
        changed(HISTORY, "title: History", "title: 'History"), ["sections/history.yaml:2:8 F110"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", MORE)
def test_that_it_is_reported_across_files(what):
    changes, places = MORE[what]
    assert problems_with(changes) == places


# how a finding reads pain_score, which is asked if there is pain; how a flag reads the finding; is it reported
THROUGH_A_FINDING = {
    "nobody reads the gate": ("pain_score > 7", "severe == yes", True),
    "the flag reads the gate": ("pain_score > 7", "pain and severe == yes", False),
    "the flag asks whether it is known": ("pain_score > 7", "known(pain_score) and severe == yes", False),
    "the finding applies, which says nothing of the item": ("pain_score > 7", "known(severe) and severe == yes", True),
    "the finding reads the gate": ("pain and pain_score > 7", "severe == yes", False),
    "the finding asks whether it is known": ("known(pain_score) and pain_score > 7", "severe == yes", False),
    "the finding reads a value": ("pain_half > 3", "severe == yes", True),
    "the finding asks whether the value is known": ("known(pain_half) and pain_half > 3", "severe == yes", False),
}


@pytest.mark.parametrize("what", THROUGH_A_FINDING)
def test_that_not_asked_is_no_no_through_a_finding_either(what):
    finding, flag, is_reported = THROUGH_A_FINDING[what]
    files = {
        "findings/severe.yaml": f"finding: severe\ntitle: A\ncite: A\noutcomes: {{yes: A, no: B}}\ncases:\n  - yes: {finding}\n  - otherwise: no\n",
        "flags/more.yaml": f"flag: RF03\ntitle: A\ntier: E\nraised_if: {flag}\naction: A\ncite: A\n",
    }  # fmt: skip
    assert problems_with(files) == (["flags/more.yaml:4:12 F309"] if is_reported else [])


def test_that_a_finding_that_may_hold_the_guard_where_it_cant_be_read_is_not_said_to_lack_it():
    finding = "finding: severe\ntitle: A\ncite: A\noutcomes: {yes: A, no: B}\ncases:\n  - yes: pain_score > 7\n"
    files = {
        "findings/severe.yaml": f"{finding}  - no: not pian\n  - otherwise: no\n",
        "flags/more.yaml": "flag: RF03\ntitle: A\ntier: E\nraised_if: severe == yes\naction: A\ncite: A\n",
    }
    assert problems_with(files) == ["findings/severe.yaml:7:13 F404"]


def test_that_the_remedy_for_a_value_of_an_item_not_asked_is_to_ask_whether_the_value_is_known():
    files = {"flags/more.yaml": "flag: RF03\ntitle: A\ntier: E\nraised_if: pain_half > 3\naction: A\ncite: A\n"}
    with pytest.raises(FormError) as caught:
        form_with(files)
    (problem,) = caught.value.problems
    assert (problem.message, problem.hint) == (
        "'pain_half' reads 'pain_score', which may not be asked; that would look like a 'no' here",
        "add 'known(pain_half)', or read pain too",
    )


def test_that_a_value_of_two_items_not_asked_is_one_problem():
    files = changed(VALUE, "pain_score / 2", "pain_score + more_pain") | changed(
        HISTORY, "  - item: complications", "  - item: more_pain\n    text: A\n    type: whole\n    ask_if: pain\n    limits: [0, 9]\n  - item: complications"
    )  # fmt: skip
    files["flags/more.yaml"] = "flag: RF03\ntitle: A\ntier: E\nraised_if: pain_half > 3\naction: A\ncite: A\n"
    with pytest.raises(FormError) as caught:
        form_with(files)
    assert [problem.message for problem in caught.value.problems] == [
        "'pain_half' reads 'more_pain' and 'pain_score', which may not be asked; that would look like a 'no' here"
    ]


def test_that_the_remedy_in_a_criterion_is_a_case_so_that_it_is_not_ok_where_nobody_asked():
    discuss = "- discuss: hba1c > cutoffs.most"
    with pytest.raises(FormError) as caught:
        form_with(changed(TRIAL, discuss, "- discuss: pain_score > 7 or hba1c > cutoffs.most"))
    assert [problem.hint for problem in caught.value.problems] == [
        "add the case 'need_info: not known(pain_score)', or read pain too, here or in the applies_if of the trial"
    ]
    case = "- need_info: not known(pain_score)\n      - discuss: pain_score > 7 or hba1c > cutoffs.most"
    assert problems_with(changed(TRIAL, discuss, case)) == []


def test_that_the_remedy_for_a_table_that_may_not_be_asked_is_one_that_is_possible():
    files = changed(HISTORY, "text: Medicines tried\n", "text: Medicines tried\n    ask_if: pain\n") | {
        "flags/more.yaml": "flag: RF03\ntitle: A\ntier: E\nraised_if: count(medicines, mg_day > 3) > 1\naction: A\ncite: A\n"
    }  # fmt: skip
    with pytest.raises(FormError) as caught:
        form_with(files)
    assert [problem.hint for problem in caught.value.problems] == ["read pain too"]


@pytest.mark.parametrize(
    ("flag", "places"), [("known(strong) and strong < 2", ["flags/more.yaml:4:12 F309"]), ("pain and strong < 2", [])]
)
def test_that_a_count_over_a_table_that_may_not_be_asked_is_known_to_be_none_and_guards_nothing(flag, places):
    files = changed(HISTORY, "text: Medicines tried\n", "text: Medicines tried\n    ask_if: pain\n") | {
        "values/more.yaml": "value: strong\ntitle: A\nis: count(medicines, mg_day > 3)\nsource: A\n",
        "flags/more.yaml": f"flag: RF03\ntitle: A\ntier: E\nraised_if: {flag}\naction: A\ncite: A\n",
    }
    assert problems_with(files) == places


def test_that_a_name_that_several_rules_miss_is_lost_and_not_misspelt():
    """Also where another name is near: two values that read `complications` don't mean `complication`."""
    files = changed(HISTORY, "item: complications", "item: in") | {
        "values/more.yaml": "".join(
            f"- value: {id_}\n  title: A\n  is: count(complications)\n  source: A\n" for id_ in ("complication", "more")
        )
    }
    assert problems_with(files) == ["sections/history.yaml:23:11 F211"]


# a slip in a question, and what rules are not blamed for because of it
FOLLOWS = {
    "a type that is none": ("type: several", "type: multiple", ["sections/history.yaml:25:11 F212"]),
    "an id that is taken": ("item: complications", "item: pain", ["sections/history.yaml:23:5 F301"]),
    "an id with a capital": ("item: complications", "item: Complications", ["sections/history.yaml:23:11 F210"]),
    "an id of the language": ("item: complications", "item: in", ["sections/history.yaml:23:11 F211"]),
    "options under a misspelt key": ("    options:\n      retino", "    option:\n      retino", ["sections/history.yaml:26:5 F201"]),
    "options in a list": ("retinopathy: Retinopathy\n      nephropathy: Nephropathy\n      nothing: {text: None of these, exclusive: yes}", "- retinopathy\n      - nephropathy", ["sections/history.yaml:27:7 F203"]),
    "a page whose items stand under a misspelt key": ("items:\n", "item:\n", ["sections/history.yaml:3:1 F201"]),
    "a page that doesn't say that it is one": ("section: history", "secton: history", ["sections/history.yaml:1:1 F216"]),
    "a page in capitals": ("section: history", "SECTION: HISTORY", ["sections/history.yaml:1:1 F216"]),
    "a page that begins with another key": ("section: history\ntitle: History", "title: History\nsection: history", ["sections/history.yaml:1:1 F216"]),
    "an option with a blank": ("retinopathy: Ret", "ret inopathy: Ret", ["sections/history.yaml:27:7 F210"]),
}  # fmt: skip
READERS = {
    "notes/more.yaml": "note: more\nplace: scores\nwhen: retinopathy in complications\ntext: Found {complications}.\n",
    "values/more.yaml": "value: more\ntitle: A\nis: count(complications)\nsource: A\n",
}


# a slip in something that rules read, and all that is reported of it
LOST = {
    "a page without its id": (HISTORY, "section: history", "section:", "1:9 F204"),
    "questions under a key that is none": (HISTORY, "items:", "questions:", "1:1 F202 | 3:1 F201"),
    "a question without its id": (EXAMINATION, "item: hba1c", "item:", "25:10 F204"),
    "a question without its type": (HISTORY, "    type: choice\n", "", "4:5 F202"),
    "options of a type that has none": (HISTORY, "type: choice", "type: text", "7:5 F201"),
    "limits that are none": (HISTORY, "limits: [0, 10]", "limits: 10", "19:13 F203"),
    "a unit without limits": (EXAMINATION, "{limits: [3.0, 20.0], usual: [4.5, 14.0]}", "{usual: [4.5, 14.0]}", "31:12 F202"),
    "cut-offs that are none": (EXAMINATION, '\n      high: {"%": 10.0, mmol/mol: 86}', " 10", "33:14 F203"),
    "a column of no type": (HISTORY, "type: whole\n        limits: [0, 2000]", "type: number\n        limits: [0, 2000]", "49:15 F212"),
    "a column twice": (HISTORY, "column: mg_day", "column: drug", "47:9 F301"),
    "a finding without its first line": (LEVEL, "finding: level\n", "", "1:1 F216"),
    "a name of a finding twice": (LOSS, FILES[LOSS], "- finding: loss\n- " + FILES[LOSS].rstrip("\n").replace("\n", "\n  ") + "\n", "1:3 F202"),
    "a question whose dash is lost": (EXAMINATION, "  - item: hba1c", "    item: hba1c", "25:5 F216"),
    "a question without its first line below a heading": (EXAMINATION, "  - item: hba1c\n", "", "25:5 F216"),
    "a question without its first line": (HISTORY, "  - item: pain_score\n", "", "15:5 F113"),
    "an outcome with a capital": (LOSS, "lost: Lost", "Lost: Lost", "6:3 F210"),
    "outcomes with capitals": (LEVEL, "  high: High\ncases:\n  - high:", "  High: High\ncases:\n  - High:", "7:3 F210"),
    "a condition that is lost with its guard": (LOSS, "  - lost: monofilament.here == not_felt\n", "  - lost:\n", "9:10 F204"),
    "a score without its id": (SIGNS, "score: signs", "score:", "1:7 F204"),
    "a score with the id of a question": (SIGNS, "score: signs", "score: pain", "1:8 F301"),
    "a finding without its id": (LEVEL, "finding: level", "finding:", "1:9 F204"),
    "a value with the id of a table": (VALUE, "value: pain_half", "value: medicines", "1:8 F301"),
    "a value that is like nothing": (VALUE, "round: 1", "like: pian_score", "4:7 F306"),
    "a capital in a page of form.yaml": (FORM, "[history, ", "[History, ", "8:12 F210"),
}  # fmt: skip


@pytest.mark.parametrize("what", LOST)
def test_that_who_misses_a_name_that_is_lost_is_not_blamed(what):
    file, old, new, places = LOST[what]
    reader = {"notes/more.yaml": "note: more\nplace: scores\nwhen: pain_half > pain_half.some\ntext: Half.\n"}
    assert problems_with(changed(file, old, new) | reader) == expected(file, places)


def test_that_what_names_nothing_is_reported_beside_a_file_that_cant_be_read():
    files = changed(EXAMINATION, "title: Examination", "title Examination") | changed(RULES, "or pain", "or pain = yes")
    files |= changed(TRIAL, "hba1c > hba1c.high", "hba1c > hba1c.high or greater(hba1c)")
    assert problems_with(files) == [
        "rules/all.yaml:2:37 F401",
        "sections/examination.yaml:2:1 F110",
        "trials/one.yaml:13:40 F412",
    ]


def test_that_a_page_whose_file_is_gone_is_one_problem():
    assert problems_with({EXAMINATION: None}) == ["form.yaml:8:21 F302"]
    assert problems_with({HISTORY: None}) == ["form.yaml:8:12 F302"]
    assert problems_with({EXAMINATION: ""}) == ["sections/examination.yaml:1:1 F105"]


@pytest.mark.parametrize("content", ["", "\ufeff", " \r\n\n"])
def test_that_an_empty_file_is_no_file_that_was_meant(content):
    assert problems_with({FLAGS: content}) == ["flags/all.yaml:1:1 F105"]
    assert problems_with({LEVEL: content}) == ["findings/level.yaml:1:1 F105"]
    assert problems_with({NOTES: "# not yet\n"}) == []


def test_that_problems_that_miss_no_name_are_told_where_an_id_is_lost():
    files = changed(HISTORY, "- item: words\n    text", "- text") | changed(RULES, "or pain", "or known(3) or known(4)")
    assert problems_with(files) == [
        "rules/all.yaml:2:38 F404",
        "rules/all.yaml:2:50 F404",
        "sections/history.yaml:33:5 F216",
    ]
    with pytest.raises(FormError) as caught:
        form_with(files)
    assert not any("renamed" in problem.hint for problem in caught.value.problems)


def test_that_a_question_with_a_key_that_says_nothing_of_its_answers_is_not_lost():
    files = changed(HISTORY, "        limits: [0, 2000]", "        limits: [0, 2000]\n        fresh_for: 3 months")
    files |= changed(LEVEL, "signs >= signs.at_risk", "tried == enough")
    assert problems_with(files) == ["findings/level.yaml:9:11 F415", "sections/history.yaml:51:9 F201"]


def test_that_what_else_is_wrong_in_a_condition_that_misses_a_lost_name_is_reported():
    files = changed(HISTORY, "type: several", "type: multiple") | {
        "notes/more.yaml": "note: more\nplace: scores\nwhen: retinopathy in complications and diabetse == t1\ntext: A.\n"
    }
    assert problems_with(files) == ["notes/more.yaml:3:40 F404", "sections/history.yaml:25:11 F212"]


def test_that_the_remedy_for_a_name_that_several_miss_is_its_new_name_in_each_place():
    with pytest.raises(FormError) as caught:
        form_with(changed(HISTORY, "item: diabetes", "item: diabetes_type"))
    assert {problem.hint for problem in caught.value.problems} == {
        "did you mean 'diabetes_type'?; if 'diabetes' was renamed, write its new name in each of these 2 places"
    }


def test_that_the_remedy_where_there_is_nothing_to_name_is_to_add_it():
    with pytest.raises(FormError) as caught:
        form_with({LOOKUP: "# none\n"})
    assert [problem.hint for problem in caught.value.problems] == ["there is none yet: add it, or take the name out"]


@pytest.mark.parametrize("what", FOLLOWS)
def test_that_rules_are_not_blamed_for_a_question_that_is_not_right(what):
    old, new, places = FOLLOWS[what]
    assert problems_with(READERS) == []
    assert problems_with(changed(HISTORY, old, new) | READERS) == places


@pytest.mark.parametrize("what", FOLLOWS)
def test_that_what_is_wrong_elsewhere_is_reported_all_the_same(what):
    old, new, places = FOLLOWS[what]
    found = problems_with(changed(HISTORY, old, new) | changed(TRIAL, "diabetes == t1", "diabetse == t1") | READERS)
    assert found == sorted(["trials/one.yaml:27:11 F404", *places], key=_order)


def test_that_a_date_is_not_missed_where_the_length_of_time_that_asks_for_it_is_none():
    reader = {"notes/more.yaml": "note: more\nplace: scores\nwhen: hba1c.age_days > 30\ntext: Old.\n"}
    assert problems_with(reader) == []
    found = problems_with(changed(EXAMINATION, "fresh_for: 90 days", "fresh_for: 90") | reader)
    assert found == ["sections/examination.yaml:28:16 F214"]


def test_that_units_are_not_missed_in_what_is_like_a_question_whose_id_is_taken():
    like = 'value: more\ntitle: A\nis: hba1c\nlike: hba1c\nsource: A\ncutoffs:\n  high: {"%": 9, mmol/mol: 75}\n'
    files = changed(HISTORY, "item: onset", "item: hba1c") | {"values/more.yaml": like}
    assert problems_with(files) == ["sections/examination.yaml:25:5 F301"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (EXAMINATION, '"%": 10.0, mmol/mol: 86', '"%": 10,5, mmol/mol: 86'),
        (EXAMINATION, "limits: [20, 400]", 'limits: ["10,5", 400]'),
        (VALUE, "{some: 2}", "\n  some: 10,5"),
    ],
)
def test_that_the_remedy_for_a_decimal_comma_is_a_point(file, old, new):
    with pytest.raises(FormError) as caught:
        form_with(changed(file, old, new))
    assert [problem.hint for problem in caught.value.problems] == ["write a point before the decimals: 10.5"]


def test_that_a_circle_is_reported_with_its_path():
    with pytest.raises(FormError) as caught:
        form_with(MORE["a circle of values"][0])
    assert "first -> second -> third -> first" in caught.value.problems[0].message


def test_that_the_form_without_mistakes_has_no_problems():
    assert problems_with({}) == []


def test_that_a_missing_first_file_is_reported_at_its_name():
    with pytest.raises(FormError) as caught:
        form_with({FORM: "# moved\n"})
    assert [str(problem.at) for problem in caught.value.problems if problem.code == "F219"] == ["small/form.yaml:1:1"]


def test_that_all_problems_of_all_files_come_in_one_run_in_order_of_place():
    changes = (
        changed(FLAGS, "tier: U1", "tier: U3")
        | changed(HISTORY, "short: Pain", "normal: on")
        | {VALUE: FILES[VALUE].replace("value:", "vlaue:")}
    )
    assert problems_with(changes) == [
        "flags/all.yaml:3:9 F304",
        "sections/history.yaml:14:13 F305",
        "values/dose.yaml:1:1 F216",
    ]


NEAREST = {
    "a key": (HISTORY, "short: Pain", "shrot: Pain", "'short'"),
    "a kind of file": (VALUE, "value: pain_half", "vlaue: pain_half", "'value'"),
    "an option": (EXAMINATION, "normal: felt", "normal: fellt", "'felt'"),
    "an item": (SIGNS, "monofilament: {", "monofilment: {", "'monofilament'"),
    "a name in an expression": (RULES, "or pain", "or pian", "'pain'"),
    "an outcome": (LEVEL, "- high:", "- hihg:", "'high'"),
    "a tier": (FLAGS, "tier: U1", "tier: U3", "U1"),
    "a section": (FORM, "examination]", "examinatoin]", "'examination'"),
    "a section too many": (FORM, "examination]", "examination, results]", "add a file with 'section: results'"),
    "a line of points without its when": (
        SIGNS,
        "  high_sugar:\n",
        "  high_suger:\n    whne: pain\n  high_sugar:\n",
        "'when:'",
    ),
    "a cut-off": (SITE, "hba1c.high", "hba1c.hihg", "'hba1c.high'"),
    "a unit": (EXAMINATION, "mmol/mol: 86", "mmol/mo: 86", "mmol/mol"),
    "a type": (HISTORY, "type: yes_no", "type: yesno", "'yes_no'"),
}


@pytest.mark.parametrize("what", NEAREST)
def test_that_the_remedy_names_the_nearest_name(what):
    file, old, new, name = NEAREST[what]
    with pytest.raises(FormError) as caught:
        form_with(changed(file, old, new))
    assert any(name in problem.hint for problem in caught.value.problems)


SHAPES = {
    "an id with capitals and blanks": (HISTORY, "t1: Type 1", "Type One: Type 1", "small letters, digits and _: type_one"),
    "a minus of a word processor": (HISTORY, "limits: [0, 10]", "limits: [−1, 10]", "begins with the sign '-'"),
    "a list for options": (HISTORY, "\n      none: None\n      t1: Type 1\n      t2: Type 2", " [none, t1, t2]", "write each as 'name: ...'"),
    "'else' in cases": (LEVEL, "otherwise: low", "else: low", "did you mean 'otherwise'?"),
    "keys for a list": (SIGNS, "  - {from: 0, is: none}\n  - {from: 3, is: some}", "  none: 0\n  some: 3", "begin each of them with '- '"),
    "a text for a pair": (SIGNS, "range: [0, 7]", "range: 0-7", "write both, in brackets"),
    "two sections without a comma": (FORM, "[history, examination]", "[history examination]", "write history, examination"),
    "a question that is switched off": (SITE, "site: A clinic", "site: A clinic\noff: [pain]", "goes with its section, 'history'"),
    "a red flag that is switched off": (SITE, "site: A clinic", "site: A clinic\noff: [RF01]", "a red flag always stays"),
    "a scored line of no item": (SIGNS, "  high_sugar:", "  quite_another: {yes: 1, no: 0}\n  high_sugar:", "take the line out, or write the id"),
    "a range without unit where one is a sign": (SITE, "actions:", "normal:\n  hba1c: below 6.0\nactions:", 'write {"%": ..., mmol/mol: ...}'),
    "a text for a list": (FORM, "[history, examination]", "history", "begin each of them with '- '"),
}  # fmt: skip


@pytest.mark.parametrize("what", SHAPES)
def test_that_the_remedy_says_how_it_is_written_here(what):
    file, old, new, said = SHAPES[what]
    with pytest.raises(FormError) as caught:
        form_with(changed(file, old, new))
    assert [said in problem.hint for problem in caught.value.problems] == [True]


def test_that_the_remedy_never_names_the_opposite():
    assert nearest("abnormal", ["normal", "not_done"]) == "known here: normal, not_done"
    assert nearest("present", ["absent", "reduced"]) == "known here: absent, reduced"
    assert nearest("not_felt", ["felt", "not_flet"]) == "did you mean 'not_flet'?"
    assert nearest("B12.Deficient", ["b12.deficient"]) == "did you mean 'b12.deficient'?"


# how a condition comes to be written by those who don't program, and what they are told to write
CONDITIONS = {
    "t1 > 3": "write the id behind an 'item:', 'value:', 'score:' or 'finding:'",
    "pain, known(hba1c)": "between two conditions stands 'and' or 'or'",
    "weight > 10 kg": "write the number without its unit",
    "any(medicines, medicines.mg_day > 60)": "write mg_day: it is read in the row",
    "pain AND spots": "write 'and' in small letters",
    "NOT pain": "write 'not' in small letters",
    "if pain": "write the condition alone, without 'if'",
    "diabetes <> none": "write '!='",
    "pain && known(hba1c)": "write 'and'",
    "diabetes is not t1": "write '!='",
    "weight > 10%": "write the number without its unit",
    "pain_half between 3 and 5": "write '3 <= a <= 5'",
    "complications contains retinopathy": "write 'option in item'",
    "diabetes none": "between two conditions stands 'and' or 'or'; words of one name are joined: diabetes_none",
    "pain-score": "did you mean 'pain_score'?",
    "complications == retinopathy": "write 'option in complications', or count(complications)",
    "words == foot": "no rule reads words; ask for them as a choice",
    "medicines > 1": "write any(medicines, ...), all(medicines, ...) or count(medicines, ...)",
    "medicines.mg_day > 60": "write any(medicines, ...), all(medicines, ...) or count(medicines, ...)",
    "mg_day > 60": "a column is read in the rows of its table: any(medicines, ...)",
    "diabetes == t1 or t2": "write 'diabetes == t2'",
    "retinopathy in complications or nephropathy": "write 'nephropathy in complications'",
    "signs == some": "compare it with a number or a cut-off, such as 6, signs.at_risk",
    "signs.at_risk > words.some": "it has no cut-offs",
    "t1": "write 'diabetes == t1'",
    "pain or nephropathy": "write 'nephropathy in complications'",
    "foot_infection_severity": "write the id behind an 'item:', 'value:', 'score:' or 'finding:'",
}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_that_the_remedy_says_how_a_condition_is_written(condition):
    with pytest.raises(FormError) as caught:
        form_with(changed(RULES, "not known(pain_score) or pain", condition))
    assert [problem.hint for problem in caught.value.problems] == [CONDITIONS[condition]]


@pytest.mark.parametrize("condition", ["0 <= pain_score <= 10", "pain_score == 10", "weight > 0", "signs < 7"])
def test_that_a_number_may_stand_at_the_end_of_what_is_possible(condition):
    assert problems_with(changed(RULES, "not known(pain_score) or pain", condition)) == []


def test_that_no_total_is_judged_by_a_range_that_is_wrong():
    files = changed(SIGNS, "range: [0, 7]", "range: [0, 3]") | changed(LEVEL, "signs >= signs.at_risk", "signs >= 5")
    assert problems_with(files) == ["scores/signs.yaml:5:1 F502"]


def test_that_the_remedy_for_a_cut_off_of_the_same_file_is_its_whole_name():
    with pytest.raises(FormError) as caught:
        form_with(changed(TRIAL, "hba1c > cutoffs.most", "hba1c > most"))
    assert [problem.hint for problem in caught.value.problems] == ["write cutoffs.most"]


# the cases of a criterion or finding that has no 'otherwise', and the outcome to add: one that may stand there
NO_OTHERWISE = {
    "after a barrier": (TRIAL, "      - discuss: hba1c > cutoffs.most or weight < cutoffs.light\n      - otherwise: ok\n", "", "ok"),
    "after a point to discuss": (TRIAL, "      - otherwise: ok\n", "", "ok"),
    "of a finding": (LEVEL, "  - otherwise: low\n", "", "low"),
    "of a finding whose first outcome has a case": (LEVEL, "  - high: signs >= signs.at_risk\n  - otherwise: low\n", "  - low: signs < signs.at_risk\n", "high"),
}  # fmt: skip


@pytest.mark.parametrize("what", NO_OTHERWISE)
def test_that_the_remedy_for_a_missing_otherwise_leads_into_no_other_problem(what):
    file, old, new, outcome = NO_OTHERWISE[what]
    changes = changed(file, old, new)
    with pytest.raises(FormError) as caught:
        form_with(changes)
    (problem,) = [problem for problem in caught.value.problems if problem.code == "F507"]
    assert problem.hint == f"add '- otherwise: {outcome}'"
    lines = changes[file].splitlines()
    lines.insert(problem.at.line, " " * (problem.at.column - 3) + f"- otherwise: {outcome}")
    assert problems_with({file: "\n".join(lines) + "\n"}) == []


def test_that_every_problem_says_what_to_do():
    silent = []
    for what, (file, old, new, _) in MISTAKES.items():
        with pytest.raises(FormError) as caught:
            form_with(changed(file, old, new))
        silent += [(what, str(problem)) for problem in caught.value.problems if not problem.hint]
    assert silent == []


def used_codes() -> set[str]:
    """Return the codes that stand in the program's source."""
    sources = [path for path in (ROOT / "screener").rglob("*.py") if path.name != "codes.py"]
    return {code for path in sources for code in re.findall(r'"(F\d{3})"', path.read_text(encoding="utf-8"))}


def test_that_the_catalogue_holds_every_code_that_the_program_uses_and_no_other():
    assert used_codes() == set(CATALOGUE)


def test_that_the_page_of_problems_is_the_catalogue():
    assert (ROOT / "docs" / "problems.md").read_text(encoding="utf-8") == problems_page()


def test_that_every_code_is_provoked_with_its_place():
    places = [each for *_, places in MISTAKES.values() for each in places.split(" | ")]
    places += [each for _, each_places in MORE.values() for each in each_places]
    provoked = {place.rpartition(" ")[2] for place in places}
    translations = {code for code in CATALOGUE if code.startswith("F7")}  # test_translations.py
    assert (
        set(CATALOGUE) - TEXT_CODES - EXAMPLE_CODES - BEHIND_CONVERSIONS - TOLD_BY_CHECK - translations - provoked
        == set()
    )
    texts = (ROOT / "tests" / "form" / "test_source.py").read_text(encoding="utf-8")
    assert all(re.search(rf"\d+:\d+ {code}", texts) for code in TEXT_CODES)
