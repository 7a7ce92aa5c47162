"""Every sentence the product itself says on paper; `verdicts` holds the words it never says.

The form brings its own texts; these are the product's: states, reasons, headings, and the statements that stand on
every summary (clinical source 3.5, 3.6, 4.4).
"""

from __future__ import annotations

from types import MappingProxyType

from screener.assess.answers import REASON_WORDS
from screener.assess.assessment import Overall
from screener.assess.figures import NOT_RECORDED as NOT_RECORDED  # noqa: PLC0414 - one of the words given on
from screener.assess.words import STATE_WORDS
from screener.form.cards import Confidence
from screener.form.model import State
from screener.report.document import Length

# --- standing statements -----------------------------------------------------------------------------------------

INVESTIGATIONAL = (
    "Mesenchymal stem/stromal cell treatment for diabetic neuropathy is investigational. It is not an approved "
    "treatment and benefit has not been established."
)
NO_DECISION = (
    "This summary lists recorded points that trial teams commonly ask about. It is not a decision about eligibility. "
    "Only the trial team can decide, using its own current protocol."
)
CRITERIA_SOURCE = "Criteria source: {source}, reviewed on {date}. Trial details change: check the registry."
CRITERIA_PAST = "These criteria were to be read again by {date}."
UNPROVEN_CLINICS = (
    "Some clinics sell stem-cell injections for neuropathy. These are not approved. Serious harm has been reported. "
    "Listing on a trial registry, a patient fee, guarantees of results or treatment of many unrelated diseases are "
    "warning signs. Having such treatment can also exclude a person from real trials."
)

# --- criteria ----------------------------------------------------------------------------------------------------

STATES = MappingProxyType(STATE_WORDS)
OVERALL = MappingProxyType({
    Overall.BARRIER_RECORDED: (
        "One or more points recorded here are commonly reasons not to enter trials of this kind: {list}. A trial "
        "team may apply different rules."
    ),
    Overall.INFORMATION_NEEDED: "These points are not recorded and are usually needed: {list}.",
    Overall.POINTS_TO_DISCUSS: "No commonly used exclusion is recorded. Points to discuss: {list}.",
    Overall.NO_BARRIER_RECORDED: (
        "No commonly used exclusion is recorded on the information given. Eligibility can only be determined by a "
        "trial team against its own protocol."
    ),
    Overall.NA: "No trial enquiry was made.",
})  # fmt: skip
TRIAL_OPEN = "Whether there is a trial enquiry is not recorded."
CARDS_ARE = (
    "Copies of public records of registered trials, for reading only: no answer is compared with them. Trial details "
    "change: check the registry."
)
CARD_PRODUCT, CARD_ROUTE, CARD_DESIGN, CARD_STATUS = "Product", "Given", "Design", "Status when read"
CARD_INCLUDE, CARD_EXCLUDE, CARD_NOT_SEEN = "Entry points seen", "Exclusions seen", "Not seen"
CARD_OUTCOME, CARD_SOURCE, CARD_DOUBT = "Outcome", "Source", "Not sure"
CARD_SEEN = MappingProxyType({
    Confidence.WHOLE: "read on {date}",
    Confidence.PART: "read in part on {date}",
    Confidence.KNOWLEDGE: "record not read; from general knowledge, {date}",
})  # fmt: skip
CARD_PAST = "to be read again by {date}"
NEEDED = "Needed: {items}"
SEEN_IN = "Seen in: {trials}."
SHORT_STATES = MappingProxyType({
    State.OK: "no concern",
    State.DISCUSS: "to discuss",
    State.BARRIER: "commonly an exclusion",
    State.NEED_INFO: "information needed",
    State.NA: "not applicable",
})  # fmt: skip

# --- answers -----------------------------------------------------------------------------------------------------

REASONS = MappingProxyType(REASON_WORDS)
UNITS = MappingProxyType({"ratio": "", "10^9/L": "×10⁹/L"})
NOT_ASKED = "not asked"
NOT_DONE = "not done"
NOT_KNOWN = "Not known"
NONE_CHOSEN = "none chosen"
STILL_OPEN = "more may be added"
NO_ROWS = "none"
CONFIRMED = "checked"
UNIT_MISSING = "unit not recorded"
DATE_MISSING = "date not recorded"
TOO_OLD = "older than {days} days: not used"

# --- results -----------------------------------------------------------------------------------------------------

STATES_NA = "not applicable"
INCOMPLETE = "incomplete ({answered} of {items}): possible {range}"
CERTAIN_BAND = "{band} in any case"
UNDECIDED = "undecided: {outcomes}"
NO_END = "no limit"
MISSING = "missing: {items}"
REACHED = "≥{mark} reached"
NOT_REACHED = "≥{mark} not reached"
SURELY_REACHED = "≥{mark} reached in any case"
NOT_REACHABLE = "≥{mark} not reachable"
OPEN_MARK = "≥{mark} undecided"
STARRED = "other than normal, or yes"
AT_LEAST = "{number} or more {unit}"
FEWER = "fewer"
SEE_BELOW = "{words} (see below)"
AS_BLOCK = "Marked normal together, as a block: {items}"
OTHER_THAN_NORMAL = "Found other than normal: {found}."
NOTHING_RECORDED = "Nothing recorded for"
UNDECIDED_ROW = "undecided; missing: {items}"
NOT_APPLICABLE = "Not applicable"
BAR_KEY = (
    "Clinician-administered, {date}. On a bar: solid is certain, hatched still possible, an upright line a cut-off."
)
BY_BLOCK = "answered as a block"
DOUBT = "Not sure: {text}"
NOT_SURE = "What is not sure"
PAST = "{title}, {date}"
COUNTS_AS_MISSING = "not asked, so counted as missing: {items}"
ANSWERED_NO = "Answered no"
NOTE = "Note on {item}: {text}"
ANSWERED_NO_AS_LIST = "Answered no, asked in a list"
COUNTS = "Of {count} points: {parts}."
COUNT_PARTS = MappingProxyType({
    State.BARRIER: "{count} commonly an exclusion",
    State.NEED_INFO: "{count} information needed",
    State.DISCUSS: "{count} to discuss",
    State.OK: "{count} no concern recorded",
    State.NA: "{count} not applicable",
})  # fmt: skip
ROW = "row {row}"
STALE = "too old"
INEXACT = "only known as {answer}"
BOTH_SIDES = "{words} on both sides"
NEITHER_SIDE = "{words} on either side"
EACH_SIDE = "left {left}, right {right}"
OTHER_PLACES = MappingProxyType({"patient.born": "Date of birth", "date": "Date of the assessment"})
PARTS = MappingProxyType({"date": "date of measurement", "unit": "unit", "more": "whether there are more"})

# --- red flags ---------------------------------------------------------------------------------------------------

RED_FLAGS = "Red flags"
OTHER_FLAGS = "Other red flags"
NONE_RECORDED = "None recorded"
ALL_ESTABLISHED = "All {count} were asked and are clear."
NONE_ESTABLISHED = "None of {count} could be established."
SOME_CLEAR = "{clear} of {count} are clear, {open} not established."
AGED = "aged {age}"
NOT_ESTABLISHED = "Not established"
CONTRADICTION = "Answers that contradict each other"
TO_DO = "To do"
ADDRESS_FIRST = "Address first: {flags}."
MANY_FLAGS = "the {count} urgent red flags above"
ADDRESSED_LATER = "The points that trial teams ask about come after that; they are on the later pages."
TO_REQUEST = "Results to request"

NOTHING_NEEDED = "No answer is missing; what was not done or not tested stands under its result."
NOT_USED = "Not used at this clinic"
NOT_ASKED_BY_RULE = "by the condition of the form"
COMPUTED = "calculated"
COMPUTED_FROM = "Every result is calculated from the answers by the form named here."
WHY_OPEN = MappingProxyType(
    {"nothing": NOT_RECORDED, "stale": STALE, "inexact": "not exact", **{str(k): v for k, v in REASONS.items()}}
)

# --- headings ----------------------------------------------------------------------------------------------------

GENDERS = MappingProxyType({"female": "Female", "male": "Male", "other": "Other", "unknown": NOT_KNOWN})
NAME_MISSING = "Name not known"
ASSESSED = "assessed {date}"
DOCUMENT = "Document {id}"
DRAFT = "Draft"
DRAFT_IDENTITY = "Draft: identity incomplete"
DRAFT_UNSIGNED = "Draft: not signed"
FINAL = "Final"
UNREVIEWED = "awaiting clinical review"
REVIEWED = "reviewed by {by}, {date}"
FORM_PAST = "was to be reviewed again by {date}"
SUMMARY_TITLE = "referral summary"
LENGTHS = MappingProxyType({Length.PAGE: ", one page", Length.FULL: "", Length.ANSWERS: ", with every answer"})
ACT_FIRST = "Act on first"
QUESTION = "Question"
PARAGRAPH = "In one paragraph"
PARAGRAPH_DRAFT = "In one paragraph (drafted from the answers)"
EXAMINATION = "Examination, left and right"
SCORES = "Scores and findings"
OUT_OF_DATE = "Past its date"
OUT_OF_DATE_LEAD = "To be read again by clinicians before these days, which are past:"
MARKS = "Scores: what the marks mean, and sources"
EVERY_ANSWER = "Every answer"
ABBREVIATIONS = "Abbreviations:"
CARDS = "Registered trials, as they were read"
WORKED_OUT = "Worked out from the answers"
TRIAL = "Points that trial teams commonly ask about"
TRIAL_POINTS = "Points that trial teams commonly ask about, one by one"
ADVICE = "Advice"
REMARKS = "Remarks"
STILL_NEEDED = "Still open, and what it would settle"
NOT_ASKED_TITLE = "Not asked of this patient"
COMPLETED_BY = "Completed by"
SIGNED = "Completed by (name, role, organisation); signature, date and time"
PROVENANCE = "How this summary was made"

# --- the blank form, and leaflets --------------------------------------------------------------------------------

BLANK_TITLE = "form to fill in by hand"
LEAFLET_TITLE = "for patients"
HOW_TO_FILL = (
    "Tick or write; correct with a line, initials and date. Where there is no answer, write why in the last column: NA "
    "not assessed, U unable (and why), D declined, NK not known. Whatever stays empty was not asked: it is never read "
    "as no, and never as zero."
)
ONLY_IF = "Only if {condition}."
SAME_SIDE = "(the same side)"
TICK_ALL = "Tick all that apply."
DAY_MONTH_YEAR = "(day month year; month or year alone will do)"
ON_DAY = "on"
FROM_TO = "{lowest} to {highest}"
NO_ANSWER = "No answer"
BLANK_SUMMARY = "For the summary"
BLANK_ASKED = ("Question: who is asked to do what, by when", "In one paragraph, in your own words")
BLANK_SIGNATURE = ("Name", "Role", "Organisation", "Registration number and contact", "Signature, date and time")
LEAFLET_WRITTEN = "Written on {date}."
LEAFLET_UNTIL = "After {date} ask for a newer leaflet."
LEAFLET_SOURCE = "Sources: {source}"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
