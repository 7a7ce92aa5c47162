"""The keys of everything that a form is written in, each with its shape: one table for decoder and schema."""

from __future__ import annotations

from screener.form.model import BODY, FOOT_PLACES, ItemType
from screener.form.rules import State
from screener.form.shapes import Key, Keys, any_of, list_of, schema_of, table_of
from screener.form.shapes_number import DATE, DURATION, NORMAL, NUMBER, NUMBERS, RANGE, VERSION, WHOLE
from screener.form.shapes_text import (
    EXPRESSION,
    ID,
    NAME,
    OPTION_TEXT,
    SENTENCE,
    TEXTS,
    WORD,
    YES_ONLY,
    YES_OR_NO,
    node_like,
    one_of,
)

PLACES = (
    "first", "actions", "summary", "symptoms", "examination", "scores", "results", "treatment", "trial", "education",
    "advice",
)  # fmt: skip

# --- shared ----------------------------------------------------------------------------------------------------------

TITLE = Key("title", SENTENCE, "the name on screen and paper", is_required=True)
LINE_TITLE = Key("title", SENTENCE, "the name of this line")
SHORT = Key("short", SENTENCE, "a shorter wording for lists and paper")
HELP = Key("help", SENTENCE, "how to do it, or what it means")
SOURCE = Key("source", SENTENCE, "where it comes from")
CITE = Key("cite", SENTENCE, "the publication it comes from", is_required=True)
APPLIES_IF = Key("applies_if", EXPRESSION, "a condition; the result doesn't apply when it is false")
WHEN = Key("when", EXPRESSION, "a condition", is_required=True)
UNIT = Key("unit", WORD, "the unit, for people")
UNIT_OF_ONE = Key("unit_of_one", WORD, "the unit after the number 1")
REVIEWED = Key("reviewed", SENTENCE, "who compared it with the publication, and when")
UNCERTAIN = Key("uncertain", SENTENCE, "what isn't sure about it")
SNAPSHOT = Key("snapshot", DATE, "the day it was read", is_required=True)
VALID_UNTIL = Key("valid_until", DATE, "past this day, screen and paper say so")

# --- cut-offs --------------------------------------------------------------------------------------------------------

NUMBER_PER_UNIT = any_of((NUMBERS, table_of(NUMBERS)))
CUTOFF = any_of((NUMBERS, table_of(NUMBERS), {"enum": ["site"]}))
CUTOFFS = Key("cutoffs", node_like(table_of(CUTOFF)), "named numbers, one per unit, or left to the site")
CUTOFF_OF = {**table_of(TEXTS), "required": ["of"]}
OWN_CUTOFFS = Key("cutoffs", node_like(table_of(any_of((NUMBERS, CUTOFF_OF)))), "named numbers of this file")

# --- form, site, approval --------------------------------------------------------------------------------------------

FORM_ID = Key("form", ID, "the form's id", is_required=True)
FORM_VERSION = Key("version", VERSION, "like 1.0.0", is_required=True)
INTENDED_USE = Key("intended_use", SENTENCE, "who uses it, for whom, and what for")
USUAL_AGE = Key("usual_age", RANGE, "[lowest, highest] age of the patients, in years; a second look outside")
TIERS = Key("tiers", node_like(table_of(TEXTS)), "urgency of red flags, the most urgent first")
ADDRESS_FIRST = Key(
    "address_first", node_like(list_of(NAME.schema)), "tiers of which a raised flag comes before any talk of trials"
)
GLOSSARY = Key("glossary", node_like(table_of(TEXTS)), "what abbreviations mean; printed where they are used")
SECTIONS = Key("sections", node_like(list_of(ID.schema)), "the pages, in order", is_required=True)
FORM = Keys(
    "a form", FORM_ID, FORM_VERSION, TITLE, INTENDED_USE, VALID_UNTIL, USUAL_AGE, TIERS, ADDRESS_FIRST, GLOSSARY,
    SECTIONS,
)  # fmt: skip

SITE_NAME = Key("site", WORD, "the clinic's name, printed", is_required=True)
SITE_IDENTIFIER = Key("identifier", WORD, "what the clinic calls a patient's number, such as NHS No.; printed")
SITE_CUTOFFS = Key("cutoffs", node_like(table_of(NUMBER_PER_UNIT)), "the laboratory's own numbers: item.cutoff")
RANGE_PER_UNIT = any_of((NORMAL.schema, table_of(NORMAL.schema)))
SITE_NORMAL = Key("normal", node_like(table_of(RANGE_PER_UNIT)), "the laboratory's own normal ranges, by item")
SITE_ACTIONS = Key("actions", node_like(table_of(TEXTS)), "local wording of what to do, by red flag")
SITE_OFF = Key("off", node_like(list_of(TEXTS)), "sections, scores, findings and trials that the clinic doesn't use")
SITE = Keys("a site", SITE_NAME, SITE_IDENTIFIER, SITE_CUTOFFS, SITE_NORMAL, SITE_ACTIONS, SITE_OFF)

APPROVED_BY = Key("approval", WORD, "who approved it", is_required=True)
ROLE = Key("role", WORD, "the role of that person", is_required=True)
APPROVED_ON = Key("on", DATE, "the day", is_required=True)
SHA256 = Key("sha256", WORD, "the hash that `check` prints", is_required=True)
APPROVAL = Keys("an approval", APPROVED_BY, ROLE, APPROVED_ON, SHA256)

# --- sections and items ----------------------------------------------------------------------------------------------

ITEM_ID = Key("item", ID, "the item's id", is_required=True)
COLUMN_ID = Key("column", ID, "the column's id", is_required=True)
TEXT = Key("text", SENTENCE, "the wording of the question", is_required=True)
TYPE = Key("type", one_of(*ItemType), "what kind of answer it takes", is_required=True)
SIDES = Key("sides", one_of("both"), "asked left and right")
ASK_IF = Key("ask_if", EXPRESSION, "a condition; not asked when it is false")
NORMAL_OPTION = Key("normal", WORD, "the option that 'mark the rest of this block normal' gives")
UNREMARKABLE = Key("unremarkable", WORD, "the option that is nothing to act on, where no block may give it")
REQUEST = Key("request", SENTENCE, "the test to ask for when a result waits for this answer")
PAGE_1 = Key("page_1", YES_ONLY, "the answer stands on page 1 of the summary too")
DRAW = Key("draw", one_of(*FOOT_PLACES), "its place on the drawing of the feet")
DRAW_REGIONS = Key("draw", one_of(BODY), "its options are regions on the drawing of the body")

EXCLUSIVE = Key("exclusive", YES_ONLY, "excludes the other options")
OPTION_WORDS = Key("text", OPTION_TEXT, "the wording of the option", is_required=True)
LONG_OPTION = Keys("an option", OPTION_WORDS, EXCLUSIVE)
OPTION = any_of((TEXTS, schema_of(LONG_OPTION)))
OPTIONS = Key("options", node_like(table_of(OPTION, ID.schema)), "id: wording", is_required=True)
LIMITS = Key("limits", RANGE, "[lowest, highest]; refused outside", is_required=True)
USUAL = Key("usual", RANGE, "[lowest, highest]; a second look outside")
NORMAL_RANGE = Key("normal", NORMAL, "what is normal: 0.9 to 1.3, at least 0.7, below 5.6")
UNIT_RANGES = Keys("a unit", LIMITS, USUAL, NORMAL_RANGE)
UNITS = Key("units", node_like(table_of(schema_of(UNIT_RANGES))), "each unit with its limits", is_required=True)
COLUMN_UNIT_RANGES = Keys("a unit of a column", LIMITS, USUAL)
COLUMN_UNITS = Key("units", node_like(table_of(schema_of(COLUMN_UNIT_RANGES))), UNITS.about, is_required=True)
DATED = Key("dated", YES_ONLY, "asks for the date of the measurement")
FRESH_FOR = Key("fresh_for", DURATION, "an older result is unknown to rules")
NOT_DONE = Key("not_done", one_of("allowed"), "'not done' is an answer")
NOT_DONE_OPTION = Key("not_done", WORD, "the option that says that it was not done")
CONVERTED_UNITS = {  # of the reviewed conversions
    "hba1c": ("%", "mmol/mol"),
    "glucose": ("mmol/L", "mg/dL"),
    "creatinine": ("µmol/L", "mg/dL"),
    "b12": ("pmol/L", "pg/mL"),
}
CONVERTS = Key("converts", one_of(*CONVERTED_UNITS), "a reviewed conversion")
FUTURE = Key("future", one_of("allowed"), "days to come are accepted")
LINES = Key("lines", WHOLE, "the height of the field")

_EVERY_ITEM = (TEXT, SHORT, HELP, SOURCE, ASK_IF)
_OF_TYPE = {type_: Key("type", one_of(type_.value), TYPE.about, is_required=True) for type_ in ItemType}
_BY_TYPE: dict[ItemType, tuple[Key[object], ...]] = {
    ItemType.YES_NO: (NORMAL_OPTION, UNREMARKABLE),
    ItemType.CHOICE: (OPTIONS, NORMAL_OPTION, UNREMARKABLE, NOT_DONE_OPTION),
    ItemType.SEVERAL: (OPTIONS, NORMAL_OPTION, UNREMARKABLE),
    ItemType.WHOLE: (LIMITS, USUAL, NORMAL_RANGE, UNIT, UNIT_OF_ONE, CUTOFFS, VALID_UNTIL),
    ItemType.QUANTITY: (UNITS, CUTOFFS, DATED, FRESH_FOR, NOT_DONE, CONVERTS, VALID_UNTIL),
    ItemType.DATE: (FUTURE,),
    ItemType.TEXT: (LINES,),
}

_IN_COLUMNS = {"normal": (), "unremarkable": (), "units": (COLUMN_UNITS,)}  # what is normal differs from row to row
COLUMN_OF_TYPE = {
    type_: Keys(
        f"a column of type {type_.value}",
        COLUMN_ID,
        _OF_TYPE[type_],
        *_EVERY_ITEM,
        *(each for key in keys for each in _IN_COLUMNS.get(key.name, (key,))),
    )
    for type_, keys in _BY_TYPE.items()
}
COLUMNS = Key(
    "columns", node_like(list_of(any_of(schema_of(keys) for keys in COLUMN_OF_TYPE.values()))), "", is_required=True
)
_BY_TYPE[ItemType.TABLE] = (COLUMNS,)
_DRAWN = {ItemType.SEVERAL: (SIDES, DRAW_REGIONS), ItemType.TABLE: ()}
ITEM_OF_TYPE = {
    type_: Keys(
        f"an item of type {type_.value}",
        ITEM_ID,
        _OF_TYPE[type_],
        *_EVERY_ITEM,
        REQUEST,
        PAGE_1,
        *_DRAWN.get(type_, (SIDES, DRAW)),
        *keys,
    )
    for type_, keys in _BY_TYPE.items()
}
ITEM_KEYS = frozenset(name for keys in ITEM_OF_TYPE.values() for name in keys.by_name)
OF_ANY_TYPE = Keys("an item", TYPE, *(Key(name, WORD) for name in {"column", *ITEM_KEYS} - {"type"}))
HEADING_TEXT = Key("heading", SENTENCE, "starts a block of items", is_required=True)
HEADING = Keys("a heading", HEADING_TEXT)

SECTION_ID = Key("section", ID, "the page's id", is_required=True)
INTRO = Key("intro", SENTENCE, "a sentence at the top of the page")
ITEMS = Key(
    "items",
    node_like(list_of(any_of((schema_of(HEADING), *(schema_of(keys) for keys in ITEM_OF_TYPE.values()))))),
    "the questions, in order",
    is_required=True,
)
SECTION = Keys("a section", SECTION_ID, TITLE, INTRO, ITEMS)

# --- values, look-ups ------------------------------------------------------------------------------------------------

VALUE_ID = Key("value", ID, "the value's id", is_required=True)
IS = Key("is", EXPRESSION, "how it is calculated", is_required=True)
ROUND = Key("round", WHOLE, "decimals for display")
LIKE = Key("like", WORD, "the item whose units the result has")
VALUE_SOURCE = Key("source", SENTENCE, "where the formula comes from", is_required=True)
VALIDITY = Key("validity", SENTENCE, "when not to trust it")
VALUE = Keys(
    "a value", VALUE_ID, TITLE, UNIT, IS, ROUND, LIKE, CUTOFFS, VALUE_SOURCE, VALIDITY, REVIEWED, UNCERTAIN, VALID_UNTIL
)

LOOKUP_ID = Key("lookup", ID, "the table's id", is_required=True)
LOOKUP_OF = Key("of", WORD, "the choice, or table.column, whose options are the keys", is_required=True)
LOOKUP_NUMBERS = Key("numbers", node_like(table_of(NUMBERS)), "option: number", is_required=True)
LOOKUP_SOURCE = Key("source", SENTENCE, "where the numbers come from", is_required=True)
LOWEST_USUAL = Key("lowest_usual", WORD, "the column beside that choice; a second look below these numbers")
HIGHEST_USUAL = Key("highest_usual", WORD, "the column beside that choice; a second look above these numbers")
LOOKUP = Keys(
    "a look-up table",
    LOOKUP_ID,
    TITLE,
    UNIT,
    LOOKUP_OF,
    LOOKUP_NUMBERS,
    LOWEST_USUAL,
    HIGHEST_USUAL,
    LOOKUP_SOURCE,
    REVIEWED,
    UNCERTAIN,
    VALID_UNTIL,
)

# --- scores ----------------------------------------------------------------------------------------------------------

SCORE_ID = Key("score", ID, "the score's id", is_required=True)
LICENCE = Key("licence", one_of("A", "B", "C", "D"), "A technique, B published table, C stated free, D total only")
SCORE_RANGE = Key("range", RANGE, "[lowest, highest] total", is_required=True)
SCORED_SIDES = Key("sides", one_of("sum", "worst"), "a line per side, or one line for both")
NOT_ASKED = Key("not_asked", NUMBER, "points when the item is not asked")
FROM_STEPS = Key("from", node_like(table_of(NUMBERS)), "points from each lower end on", is_required=True)
MET_POINTS = Key("points", NUMBER, "points when the condition is met")
OTHERWISE_POINTS = Key("otherwise", NUMBER, "points when it is not met")
CONDITION_LINE = Keys("a line with a condition", WHEN, MET_POINTS, OTHERWISE_POINTS, NOT_ASKED, LINE_TITLE)
STEPS_LINE = Keys("a line with steps", FROM_STEPS, SCORED_SIDES, NOT_ASKED, LINE_TITLE)
OPTIONS_LINE = Keys("a line of points", SCORED_SIDES, NOT_ASKED, LINE_TITLE)  # and the options of its item
AS_ENTERED = "as_entered"  # a whole number that is its own points
_POINTS_SCHEMA = any_of(({"enum": [AS_ENTERED]}, schema_of(CONDITION_LINE), schema_of(STEPS_LINE), table_of(TEXTS)))
POINTS = Key("points", node_like(table_of(_POINTS_SCHEMA)), "the scored lines", is_required=True)
MARK_FROM = Key("from", NUMBER, "the lower end", is_required=True)
MARK_IS = Key("is", NAME, "its id", is_required=True)
MARK_TEXT = Key("text", SENTENCE, "its wording")
MARK = Keys("a band or cut-off", MARK_FROM, MARK_IS, MARK_TEXT)
BANDS = Key("bands", node_like(list_of(schema_of(MARK))), "by their lower end, rising")
MARKS = Key("cutoffs", node_like(list_of(schema_of(MARK))), "met from this total on")
SCORE = Keys(
    "a score", SCORE_ID, TITLE, SHORT, CITE, LICENCE, APPLIES_IF, SCORE_RANGE, POINTS, BANDS, MARKS,
    REVIEWED, UNCERTAIN, VALID_UNTIL,
)  # fmt: skip

# --- rules with cases ------------------------------------------------------------------------------------------------

_CASES_SCHEMA = list_of({**table_of(TEXTS), "maxProperties": 1})
CASES = Key(
    "cases", node_like(_CASES_SCHEMA), "the first that is true decides; the last is otherwise", is_required=True
)
FINDING_ID = Key("finding", ID, "the finding's id", is_required=True)
FINDING_CITE = Key("cite", SENTENCE, "the publication it comes from")  # required unless hidden
PER = Key("per", one_of("person", "side", "row"), "what it is about")
TABLE = Key("table", WORD, "the table, for per: row")
ORDERED = Key("ordered", YES_OR_NO, "the outcomes stand in rising order")
HIDDEN = Key("hidden", YES_OR_NO, "a step of other rules, not printed by itself")
OUTCOMES = Key("outcomes", node_like(table_of(TEXTS, ID.schema)), "id: wording", is_required=True)
FINDING = Keys(
    "a finding",
    FINDING_ID,
    TITLE,
    SHORT,
    HELP,
    FINDING_CITE,
    PER,
    TABLE,
    ORDERED,
    HIDDEN,
    APPLIES_IF,
    OWN_CUTOFFS,
    OUTCOMES,
    CASES,
    REVIEWED,
    UNCERTAIN,
    VALID_UNTIL,
)  # fmt: skip

FLAG_ID = Key("flag", NAME, "the flag's id", is_required=True)
TIER = Key("tier", WORD, "how urgent, out of the form's tiers")
RAISED_IF = Key("raised_if", EXPRESSION, "a condition")
ACTION = Key("action", SENTENCE, "what to do", is_required=True)
FLAG_CASES = Key("cases", CASES.shape, "tier: condition; the last is otherwise: clear")
FLAG = Keys("a red flag", FLAG_ID, TITLE, TIER, RAISED_IF, FLAG_CASES, ACTION, CITE, OWN_CUTOFFS, REVIEWED, UNCERTAIN)

NOTE_ID = Key("note", ID, "the note's id", is_required=True)
PLACE = Key("place", one_of(*PLACES), "where it stands on paper", is_required=True)
WORDS = Key("text", SENTENCE, "the sentence", is_required=True)
ABOUT = Key("about", WORD, "the value or the dated quantity in whose row it stands")
NOTE = Keys("a note", NOTE_ID, PLACE, WHEN, WORDS, ABOUT, SOURCE)
TRIAL_NOTE = Keys("a note of a trial", NOTE_ID, WHEN, WORDS, SOURCE)

RULE_ID = Key("rule", ID, "the rule's id", is_required=True)
MUST = Key("must", EXPRESSION, "a condition; broken when it is false", is_required=True)
MESSAGE = Key("message", SENTENCE, "what is wrong when it is broken", is_required=True)
RULE = Keys("a rule", RULE_ID, MUST, MESSAGE)

CRITERION_ID = Key("criterion", NAME, "the criterion's id", is_required=True)
BLOCKING = Key("blocking", YES_OR_NO, "no: an open point does not by itself ask for information")
WHY = Key("why", SENTENCE, "why trial teams ask", is_required=True)
SEEN_IN = Key("seen_in", SENTENCE, "the trials it was seen in")
CRITERION_CASES = Key(
    "cases", CASES.shape, f"in this order: {', '.join(State)}; the last is otherwise", is_required=True
)
CRITERION = Keys("a criterion", CRITERION_ID, TITLE, BLOCKING, CRITERION_CASES, WHY, SEEN_IN, REVIEWED, UNCERTAIN)

TRIAL_ID = Key("trial", ID, "the trial's id", is_required=True)
KIND = Key("kind", one_of("composite", "reference"), "", is_required=True)
TRIAL_SOURCE = Key("source", SENTENCE, "where it was read", is_required=True)
CRITERIA = Key("criteria", node_like(list_of(schema_of(CRITERION))), "the points asked about", is_required=True)
TRIAL_NOTES = Key("notes", node_like(list_of(schema_of(TRIAL_NOTE))), "sentences with a condition")
TRIAL = Keys(
    "a trial", TRIAL_ID, TITLE, KIND, SNAPSHOT, VALID_UNTIL, TRIAL_SOURCE, APPLIES_IF, OWN_CUTOFFS, CRITERIA,
    TRIAL_NOTES,
    REVIEWED, UNCERTAIN,
)  # fmt: skip
