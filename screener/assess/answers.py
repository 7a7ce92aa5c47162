"""What was answered, exactly as entered.

An answer to a cell is one of the types below; a cell without one has *nothing yet*. There is no default, and no
answer stands for "no" or zero but the one that says so.

    YAML / JSON                                         type
    t2, yes, absent                                     Chosen
    [retinopathy, nephropathy]                          ChosenSeveral
    7                                                   Whole
    {value: 8.1, unit: "%", date: 2026-10-31}           Measured
    not_done                                            NotDone
    2026-09, 2026, 2026-09-03                           PartialDate
    some words                                          Written
    {rows: [{drug: duloxetine}], complete: true}        Rows
    {no_value: declined, text: ...}                     NoValue
"""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from screener.form.model import LEFT, RIGHT
from screener.frozen import dataclass
from screener.language import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from screener.form.model import Form


IDENTIFIERS_NEEDED = 2  # to finish a summary (clinical source 4.3)


class Reason(StrEnum):
    """Why there is no value."""

    NOT_ASSESSED = "not_assessed"
    UNABLE = "unable"
    DECLINED = "declined"
    UNKNOWN = "unknown"


REASON_WORDS = {
    Reason.NOT_ASSESSED: tr("not assessed"),
    Reason.UNABLE: tr("unable"),
    Reason.DECLINED: tr("declined"),
    Reason.UNKNOWN: tr("not known"),
}
NOTHING, STALE, INEXACT = "nothing", "stale", "inexact"  # why an answer is missing, beside these reasons
OPEN_WORDS = {  # why something is open though a value or a reason is there
    STALE: tr("too old"),
    INEXACT: tr("not exact"),
    **{str(reason): words for reason, words in REASON_WORDS.items()},
}
SIDE_WORDS = {LEFT: tr("left"), RIGHT: tr("right")}
MONTHS = tuple(tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split())


@dataclass(frozen=True, slots=True)
class NoValue:
    """Dealt with, and unknown to every rule. `text` says why for `unable`."""

    reason: Reason
    text: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The option of a choice, or of a yes/no item."""

    option: str
    by_block: bool = False  # given by "mark the rest of this block normal"


@dataclass(frozen=True, slots=True)
class ChosenSeveral:
    """The options of a several-choice, as entered."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    value: int
    confirmed: bool = False  # looked at twice, outside the usual range


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day; `first` and `last` are the ends of its interval of days."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day of the interval."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day of the interval."""
        month = self.month or 12
        from calendar import monthrange  # noqa: PLC0415  # no date stands on the first page

        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


def written_date(when: PartialDate | date) -> str:
    """Return the date in words that no place reads otherwise: 03-Apr-2026, Apr-2026 or 2026 (NHS CUI)."""
    parts = [f"{when.year:04}"]
    if when.month is not None:
        parts.insert(0, MONTHS[when.month - 1])
    if when.day is not None:
        parts.insert(0, f"{when.day:02}")
    return "-".join(parts)


def whole_years(start: date, end: date) -> int:
    """Return how many years are completed from one day to another, as ages are counted; below 0 where it is earlier."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity as entered: its digits are kept. Without its unit it is not an answer to any rule yet."""

    value: Decimal
    unit: str = ""
    comparator: str = ""  # "", "<" or ">", as laboratories write it
    date: PartialDate | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class NotDone:
    """The test was not done: an answer, with no value."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text."""

    text: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table, each a mapping of column id to answer; open until `complete`."""

    rows: tuple[Mapping[str, Answer], ...]
    complete: bool = False


Answer = NoValue | Chosen | ChosenSeveral | Whole | Measured | NotDone | PartialDate | Written | Rows


LONGEST_IDENTITY = 200  # letters of a name or identifier: they stand on every page


@dataclass(frozen=True, slots=True)
class Patient:
    """Who the answers are about; what is not known is empty."""

    family: str = ""
    given: str = ""
    born: PartialDate | None = None
    gender: str = ""
    identifier: str = ""

    @property
    def has_identity(self) -> bool:
        """Whether at least two of name, birth date and identifier are there (clinical source 4.3)."""
        return sum((bool(self.family), self.born is not None, bool(self.identifier))) >= IDENTIFIERS_NEEDED


@dataclass(frozen=True, slots=True)
class Signer:
    """The clinician who finishes the summary, and the content of the form that it was finished with."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    contact: str = ""  # with the registration number
    form_sha256: str = ""

    @property
    def written(self) -> dict[str, str]:
        """What an answers file says of the clinician: name and role, and what else is known."""
        more = {"organisation": self.organisation, "contact": self.contact, "form_sha256": self.form_sha256}
        return {"name": self.name, "role": self.role, **{key: text for key, text in more.items() if text}}


class Sharing(StrEnum):
    """What the patient says to the summary's being shared."""

    AGREED = "agreed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Summary:
    """What the clinician adds to the summary: the question asked, own words for the paragraph, the signature."""

    question: str = ""
    text: str = ""
    signer: Signer = Signer()
    sharing: Sharing | None = None  # None where nobody recorded it
    copies_to: str = ""

    def is_finished_with(self, form: Form) -> bool:
        """Whether somebody finished it with exactly this content of the form (hazard H08)."""
        return bool(self.signer.name) and self.signer.form_sha256 == form.sha256


@dataclass(frozen=True, slots=True)
class Edit:
    """What tells two sets of cells apart, known from making one of the other: nobody has to look through them all."""

    before: MappingProxyType[str, Answer]
    after: MappingProxyType[str, Answer]
    changed: tuple[str, ...]

    def leads_between(self, one: MappingProxyType[str, Answer], other: MappingProxyType[str, Answer]) -> bool:
        """Whether it is these very two that it tells apart, in either order."""
        return (one is self.before and other is self.after) or (one is self.after and other is self.before)


@dataclass(frozen=True, slots=True)
class Answers:
    """A screening: the answers by cell, who they are about and when. Never changed, only replaced."""

    cells: MappingProxyType[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    patient: Patient = Patient()
    assessed: datetime | None = None
    summary: Summary = Summary()
    notes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))  # on answers, by cell
    edit: Edit | None = field(default=None, compare=False)  # how these cells came of others

    @property
    def assessed_on(self) -> date | None:
        """The day of the assessment."""
        return self.assessed.date() if self.assessed is not None else None

    def with_answer(self, cell: str, answer: Answer | None) -> Answers:
        """Return the screening with one answer given, replaced or taken back (None)."""
        return self.with_cells({cell: answer})

    def with_cells(self, changes: Mapping[str, Answer | None]) -> Answers:
        """Return the screening with answers given, replaced or taken back (None); itself when nothing changes."""
        changed = tuple(cell for cell, answer in changes.items() if answer != self.cells.get(cell))
        if not changed:
            return self
        kept = self.cells.copy()
        for cell in changed:
            answer = changes[cell]
            if answer is None:
                del kept[cell]
            else:
                kept[cell] = answer
        cells = MappingProxyType(kept)
        return replace(self, cells=cells, edit=Edit(self.cells, cells, changed))

    def with_cells_of(self, other: Answers) -> Answers:
        """Return the screening with the answers of another; whom it is about, when, summary and notes stay."""
        return replace(self, cells=other.cells, edit=other.edit)

    def differing(self, other: Answers) -> Sequence[str]:
        """Return the cells that are answered otherwise in the other, or in one of the two alone."""
        for edit in (other.edit, self.edit):
            if edit is not None and edit.leads_between(self.cells, other.cells):
                return edit.changed
        was, now = self.cells.copy(), other.cells.copy()  # a proxy is slow to ask a thousand times
        changed = [cell for cell, answer in now.items() if was.get(cell) is not answer and was.get(cell) != answer]
        return changed + [cell for cell in was if cell not in now]
