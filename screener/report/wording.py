"""What the product itself says on paper; `verdicts` holds the words it never says.

The form brings its own texts; these are the product's: states, reasons, headings, and the statements that stand on
every summary (clinical source 3.5, 3.6, 4.4). The titles of a table's columns stand where the table is composed.
"""

from __future__ import annotations

from types import MappingProxyType

from screener.assess.answers import NOTHING, OPEN_WORDS, REASON_WORDS, Sharing
from screener.assess.assessment import Overall
from screener.assess.figures import NOT_RECORDED as NOT_RECORDED  # noqa: PLC0414 - one of the words given on
from screener.assess.words import STATE_WORDS
from screener.form.cards import Confidence
from screener.form.model import SIDES
from screener.form.rules import State
from screener.language import tr
from screener.report.document import Length

# --- standing statements -----------------------------------------------------------------------------------------

INVESTIGATIONAL = tr(
    "Mesenchymal stem/stromal cell treatment for diabetic neuropathy is investigational. It is not an approved "
    "treatment and benefit has not been established."
)
NO_DECISION = tr(
    "This summary lists recorded points that trial teams commonly ask about. It is not a decision about eligibility. "
    "Only the trial team can decide, using its own current protocol."
)
CRITERIA_SOURCE = tr("Criteria source: {source}, {made}, {review}. Trial details change: check the registry.")
CRITERIA_MADE, CRITERIA_READ = tr("put together on {date}"), tr("as read on {date}")
CRITERIA_REVIEWED, CRITERIA_COMPARED = tr("reviewed on {date}"), tr("reviewed: {text}")
CRITERIA_UNREVIEWED = tr("not yet reviewed")
CRITERIA_PAST = tr("These criteria were to be read again by {date}.")
UNPROVEN_CLINICS = tr(
    "Some clinics sell stem-cell injections for neuropathy. These are not approved. Serious harm has been reported. "
    "Listing on a trial registry, a patient fee, guarantees of results or treatment of many unrelated diseases are "
    "warning signs. Having such treatment can also exclude a person from real trials."
)

# --- criteria ----------------------------------------------------------------------------------------------------

STATES = MappingProxyType(STATE_WORDS)
OVERALL = MappingProxyType({
    Overall.BARRIER_RECORDED: tr(
        "One or more points recorded here are commonly reasons not to enter trials of this kind: {list}. A trial "
        "team may apply different rules."
    ),
    Overall.INFORMATION_NEEDED: tr("These points are not recorded and are usually needed: {list}."),
    Overall.POINTS_TO_DISCUSS: tr("No commonly used exclusion is recorded. Points to discuss: {list}."),
    Overall.NO_BARRIER_RECORDED: tr(
        "No commonly used exclusion is recorded on the information given. Eligibility can only be determined by a "
        "trial team against its own protocol."
    ),
    Overall.NA: tr("No trial enquiry was made."),
})  # fmt: skip
TRIAL_OPEN = tr("Whether there is a trial enquiry is not recorded.")
CARDS_ARE = tr(
    "Copies of public records of registered trials, for reading only: no answer is compared with them. Trial details "
    "change: check the registry."
)
CARD_PRODUCT, CARD_ROUTE, CARD_DESIGN, CARD_STATUS = tr("Product"), tr("Given"), tr("Design"), tr("Status when read")
CARD_INCLUDE, CARD_EXCLUDE, CARD_NOT_SEEN = tr("Entry points seen"), tr("Exclusions seen"), tr("Not seen")
CARD_OUTCOME, CARD_SOURCE, CARD_DOUBT = tr("Outcome"), tr("Source"), tr("Not sure")
CARD_SEEN = MappingProxyType({
    Confidence.WHOLE: tr("read on {date}"),
    Confidence.PART: tr("read in part on {date}"),
    Confidence.KNOWLEDGE: tr("record not read; from general knowledge, {date}"),
})  # fmt: skip
CARD_PAST = tr("to be read again by {date}")
NEEDED = tr("Needed: {items}")
INCOMPLETABLE = tr("{score} can't be completed, as these are not asked: {items}")
SEEN_IN = tr("Seen in: {trials}.")
SHORT_STATES = MappingProxyType({
    State.OK: tr("no concern"),
    State.DISCUSS: tr("to discuss"),
    State.BARRIER: tr("commonly an exclusion"),
    State.NEED_INFO: tr("information needed"),
    State.NA: tr("not applicable"),
})  # fmt: skip

# --- answers -----------------------------------------------------------------------------------------------------

REASONS = MappingProxyType(REASON_WORDS)
UNITS = MappingProxyType({"ratio": "", "10^9/L": "×10⁹/L"})
NOT_ASKED = tr("not asked")
NOT_DONE = tr("not done")
NOT_KNOWN = tr("Not known")
NONE_CHOSEN = tr("none chosen")
STILL_OPEN = tr("more may be added")
NO_ROWS = tr("none")
CONFIRMED, UNCONFIRMED = tr("unusual, confirmed"), tr("unusual, not confirmed")
OUTSIDE = tr("outside the range")
RANGE_OF_SITE = tr("range of this clinic's laboratory")
UNIT_MISSING = tr("unit not recorded")
DATE_MISSING = tr("date not recorded")
TOO_OLD = tr("older than {days} days: not used")

# --- results -----------------------------------------------------------------------------------------------------

STATES_NA = tr("not applicable")
OUT_OF = tr("{total} of {maximum}")
INCOMPLETE = tr("incomplete ({answered} of {items}): possible {range}")
CERTAIN_BAND = tr("{band} in any case")
UNDECIDED = tr("undecided: {outcomes}")
NO_END = tr("no limit")
MISSING = tr("missing: {items}")
REACHED = tr("≥{mark} reached")
NOT_REACHED = tr("≥{mark} not reached")
SURELY_REACHED = tr("≥{mark} reached in any case")
NOT_REACHABLE = tr("≥{mark} not reachable")
OPEN_MARK = tr("≥{mark} undecided")
STARRED = tr("not normal, or yes")
STARRED_BUT_ANSWERS = tr("not normal, or yes; what has no normal answer or range isn't judged here")
STARRED_BUT = tr("not normal, or yes; a number without a range isn't judged here")
AT_LEAST = tr("{number} or more {unit}")
FEWER = tr("fewer")
NO_RESULT = tr("no result")
STRONG_FIGURE = tr("outside its normal range, or limited by the remark")
UNJUDGED_FIGURE = tr("A figure without a range isn't judged here.")
BOLD = tr("Bold: {meaning}.")
SEE_BELOW = tr("{words} (see below)")
AS_BLOCK = tr("Marked normal together, as a block: {items}")
OTHER_THAN_NORMAL = tr("Found other than normal: {found}.")
NOTHING_RECORDED = tr("Nothing recorded for")
UNDECIDED_ROW = tr("undecided; missing: {items}")
NOT_APPLICABLE = tr("Not applicable")
ADMINISTERED = tr("Clinician-administered, {date}.")
BAR_KEY = tr("On a bar: solid is certain, hatched still possible, an upright line a cut-off.")
BY_BLOCK = tr("answered as a block")
DOUBT = tr("Not sure: {text}")
NOT_SURE = tr("What is not sure")
PAST = "{title}, {date}"
COUNTS_AS_MISSING = tr("not asked, so counted as missing: {items}")
ANSWERED_NO = tr("Answered no")
SCORED_NO = tr("No, with points")
NOTE = tr("Note on {item}: {text}")
ANSWERED_NO_AS_LIST = tr("Answered no, asked in a list")
COUNTS = tr("Of {count} points: {parts}.")
COUNT_PARTS = MappingProxyType({
    State.BARRIER: tr("{count} commonly an exclusion"),
    State.NEED_INFO: tr("{count} information needed"),
    State.DISCUSS: tr("{count} to discuss"),
    State.OK: tr("{count} no concern recorded"),
    State.NA: tr("{count} not applicable"),
})  # fmt: skip
ROW = tr("row {row}")
INEXACT = tr("only known as {answer}")
BOTH_SIDES = tr("{words} on both sides")
NEITHER_SIDE = tr("{words}, both sides")
LONE_SIDE = MappingProxyType({  # of a side that is asked alone
    SIDES[0]: tr("{words} on the left, not asked on the right"),
    SIDES[1]: tr("{words} on the right, not asked on the left"),
})  # fmt: skip
UNREMARKABLE = tr("Unremarkable on both sides")
COUNTED_ELSEWHERE = tr("named {place} ({count})")
IN_FULL_SUMMARY, ON_NEXT_PAGES = tr("in the full summary"), tr("on the next pages")
NOT_NAMED = tr("not named")
LABEL_SIDES = MappingProxyType({
    (): "{label}",
    SIDES[:1]: tr("{label} left"),
    SIDES[1:]: tr("{label} right"),
    SIDES: tr("{label} left and right"),
})  # fmt: skip
SIDES_LEAD = MappingProxyType({
    SIDES: tr("left and right: {items}"),
    SIDES[:1]: tr("left: {items}"),
    SIDES[1:]: tr("right: {items}"),
})  # fmt: skip
ON_SIDE = MappingProxyType(dict(zip(SIDES, (tr("left: {words}"), tr("right: {words}")), strict=True)))
EACH_SIDE = tr("left {left}, right {right}")
OTHER_PLACES = MappingProxyType({"patient.born": tr("Date of birth"), "date": tr("Date of the assessment")})
PARTS = MappingProxyType({"date": tr("date of measurement"), "unit": tr("unit"), "more": tr("whether there are more")})

# --- red flags ---------------------------------------------------------------------------------------------------

RED_FLAGS, RED_FLAG = tr("Red flags"), tr("red flag")
OTHER_FLAGS = tr("Other red flags")
NONE_RECORDED = tr("None recorded")
ALL_ESTABLISHED = tr("All {count} were asked and are clear.")
NONE_ESTABLISHED = tr("None of {count} could be established.")
SOME_CLEAR = tr("{clear} of {count} are clear, {open} not established.")
AGED = MappingProxyType({"female": tr("Female, aged {age}"), "male": tr("Male, aged {age}")})
NOT_AGED = MappingProxyType({"female": tr("Female, age not recorded"), "male": tr("Male, age not recorded")})
PERSON_AGED = tr("Aged {age}")
NOT_ESTABLISHED = tr("Not established")
RAISED_BY = tr("By: {answers}.")
TIER_OPEN = tr("How urgent it is depends on: {items}.")
CONTRADICTION = tr("Answers that contradict each other")
TO_DO = tr("To do")
IN_ANY_CASE = tr("In any case")  # among the red flags, whichever of them is raised
ADDRESS_FIRST = tr("Address first: {flags}.")
MANY_FLAGS = tr("the {count} urgent red flags above")
COME_AFTER = tr("The points that trial teams ask about come after that.")
ON_LATER_PAGES = tr("They are on the later pages.")
TO_REQUEST = tr("Results to request")
LAST_RESULT = tr("last: {result}")

NOTHING_NEEDED = tr(
    "No open question could change a result; a test that was not done may. What is not recorded, was not possible or "
    "was not done stands under its heading."
)
NOT_USED = tr("Not used at this clinic")
NOT_ASKED_BY_RULE = tr("By the condition of the form")
COMPUTED = tr("calculated")
COMPUTED_FROM = tr("Every result is calculated from the answers by the form named here.")
WHY_OPEN = MappingProxyType({NOTHING: NOT_RECORDED} | OPEN_WORDS)

# --- headings ----------------------------------------------------------------------------------------------------

GENDERS = MappingProxyType({"female": tr("Female"), "male": tr("Male"), "other": tr("Other"), "unknown": NOT_KNOWN})
BORN, GENDER, IDENTIFIER = tr("Born"), tr("Gender"), tr("Identifier")
BORN_AGED = tr("{date} ({age} y)")
NAME, ROLE, ORGANISATION = tr("Name"), tr("Role"), tr("Organisation")
REGISTRATION, COPIES_TO = tr("Registration number and contact"), tr("Copies to")
SHARING = tr("The patient agrees to sharing")
SHARED = MappingProxyType({Sharing.AGREED: tr("yes"), Sharing.REFUSED: tr("no"), None: ""})
NOT_SHARED_LEAD = tr("Sharing")
NOT_SHARED = tr("The patient does not agree to this summary being shared.")
SIGNATURE = tr("Signature, date and time")
LEFT, RIGHT = tr("Left"), tr("Right")
SIDES_ARE = tr("The sides are the patient's")  # said with a drawing: seen from the front it could be the other way
PAGE_OF = tr("Page {number} of {count}")
NAME_MISSING = tr("Name not recorded")
ASSESSED = tr("assessed {date}")
DOCUMENT = tr("Document {id}")
DRAFT = tr("Draft")
DRAFT_IDENTITY = tr("Draft: identity incomplete")
DRAFT_UNSIGNED = tr("Draft: not signed")
DRAFT_OTHER = tr("Draft: to be finished anew")
FINISHED_OTHER = tr("Finished by {name} with other content of the form: read it again and finish it anew.")
FINISHED_UNKNOWN = tr(
    "Finished by {name}; that it was with exactly what stands here is not recorded: read it again and finish it anew."
)
FINAL = tr("Final")
UNREVIEWED = tr("awaiting clinical review")
REVIEWED = tr("reviewed by {by}, {date}")
UNREVIEWED_TRANSLATION = tr("translation awaiting clinical review")
NOT_TRANSLATED = tr("not translated: its texts are as they were written")
FORM_PAST = tr("was to be reviewed again by {date}")
SUMMARY_TITLE = tr("{form}: referral summary")
LENGTHS = MappingProxyType(
    {Length.PAGE: tr("{title}, one page"), Length.FULL: "{title}", Length.ANSWERS: tr("{title}, with every answer")}
)
ACT_FIRST = tr("Act on first")
QUESTION = tr("Question")
PARAGRAPH = tr("In one paragraph")
PARAGRAPH_DRAFT = tr("In one paragraph (drafted from the answers)")
EXAMINATION = tr("Examination, left and right")
SCORES = tr("Scores and findings")
OUT_OF_DATE = tr("Past its date")
OUT_OF_DATE_LEAD = tr("To be read again by clinicians before these days, which are past:")
MARKS = tr("What the marks mean, and sources")
EVERY_ANSWER = tr("Every answer")
ABBREVIATIONS = tr("Abbreviations:")
CARDS = tr("Registered trials, as they were read")
WORKED_OUT = tr("Worked out from the answers")
TRIAL = tr("Points that trial teams commonly ask about")
TRIAL_POINTS = tr("Points that trial teams commonly ask about, one by one")
ADVICE = tr("Advice")
REMARKS = tr("Remarks")
STILL_NEEDED = tr("Still open, and what it would settle")
NOT_ASKED_TITLE = tr("Not asked of this patient")
COMPLETED_BY = tr("Completed by")
SIGNED = tr("Completed by (name, role, organisation); signature, date and time")
FORM = tr("Form {id} {version}, sha256 {sha256}")
SOFTWARE = tr("screener {version}")  # another language names itself here: it belongs to how a paper was made
PROVENANCE = tr("How this summary was made")

# --- the blank form, and leaflets --------------------------------------------------------------------------------

BLANK_TITLE = tr("{form}: form to fill in by hand")
LEAFLET_TITLE = tr("{form}: for patients")
HOW_TO_FILL = tr(
    "Tick or write; correct with a line, initials and date. Where there is no answer, write why in the last column: NA "
    "not assessed, U unable (and why), D declined, NK not known. Whatever stays empty was not asked: it is never read "
    "as no, and never as zero."
)
ONLY_IF = tr("Only if {condition}.")
SAME_SIDE = tr("(the same side)")
TICK_ALL = tr("Tick all that apply.")
DAY_MONTH_YEAR = tr("(day month year; month or year alone will do)")
ON_DAY = tr("on")
FROM_TO = tr("{lowest} to {highest}")
NO_ANSWER = tr("No answer")
BLANK_SUMMARY = tr("For the summary")
BLANK_ASKED = (tr("Question: who is asked to do what, by when"), tr("In one paragraph, in your own words"))
TABLE_ENDS = (tr("None"), tr("That is all"))
BLANK_SIGNATURE = (NAME, ROLE, ORGANISATION, REGISTRATION, SIGNATURE)
LEAFLET_WRITTEN = tr("Written on {date}.")
LEAFLET_UNTIL = tr("After {date} ask for a newer leaflet.")
LEAFLET_SOURCE = tr("Sources: {source}")
MONTHS = tr("January February March April May June July August September October November December").split()
