"""What results and missing answers are called in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.answers import SIDE_WORDS, STALE, Chosen, Measured, NoValue, PartialDate, Rows, written_date
from screener.assess.assessment import FindingState, ScoreState
from screener.assess.figures import number_text, unanswered, value_words
from screener.assess.words import NO_LIMIT, result_titles
from screener.form.model import SIDES
from screener.form.validity import expired
from screener.language import any_of, tr
from screener.report import wording
from screener.report.answer_text import age_text, figure_text, option_text, small, visible

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from screener.assess.assessment import Assessment, FindingResult, Missing, ScoreResult, ValueResult
    from screener.form.model import Form, Item
    from screener.form.rules import Finding, Value

NA = "na"  # an outcome that is still possible: the finding does not apply
MOST_NAMED = 3  # where there is little room
LONGEST_REASON = 60  # characters, beside every result that waits for the answer


def past_text(form: Form, on: date | None) -> str:
    """Return what is past its `valid_until` on a day, each with that date ("" when nothing is)."""
    past = (wording.PAST.format(title=one.title, date=written_date(one.valid_until)) for one in expired(form, on))
    return "; ".join(past)


def translation_text(form: Form) -> str:
    """Return what is to be said of the language that the form's texts are in ("" when nothing is)."""
    translation = form.translation
    if translation is None or translation.is_reviewed:
        return ""
    return wording.UNREVIEWED_TRANSLATION if translation.said else wording.NOT_TRANSLATED


def cell_label(form: Form, cell: str) -> str:
    """Return the label of a cell: "Ankle reflex, left"."""
    item = form.cells.get(cell)
    if item is None:
        return wording.OTHER_PLACES.get(cell, cell)
    side = cell.rpartition(".")[2] if item.has_sides else ""
    return f"{item.label}, {SIDE_WORDS[side]}" if side else item.label


def row_name(assessment: Assessment, table: str, row: str) -> str:
    """Return what a row of a table is called: by the option chosen in its first column, else by its number, from 1."""
    column, answer = assessment.form.cells[table].columns[0], assessment.answers.cells.get(table)
    rows = answer.rows if isinstance(answer, Rows) else ()
    first = rows[int(row) - 1].get(column.id) if int(row) <= len(rows) else None
    return small(option_text(column, first.option)) if isinstance(first, Chosen) else wording.ROW.format(row=row)


def missing_label(form: Form, item: str, *, is_in_row: bool = False) -> str:
    """Return what a missing answer is called: a question, a side, or the part of an answer that is missing.

    `is_in_row`: said in the row itself, so a column needs neither its table nor the row's number.
    """
    if item in form.cells or item in wording.OTHER_PLACES:
        return cell_label(form, item)
    cell, _, part = item.rpartition(".")
    if part in wording.PARTS and (cell in form.cells or cell.count(".") == len(("row", "column"))):
        return f"{missing_label(form, cell, is_in_row=is_in_row)}, {wording.PARTS[part]}"
    name, _, row = cell.partition(".")
    table = form.items.get(name)
    columns = {column.id: column.label for column in table.columns} if table is not None else {}
    if part not in columns:
        return cell_label(form, cell or item)
    if is_in_row:
        return columns[part]
    return ", ".join(filter(None, [cell_label(form, name), wording.ROW.format(row=row) if row else "", columns[part]]))


def grouped_labels(form: Form, cells: Iterable[str]) -> str:
    """Return the labels of cells, both sides of one question together."""
    sides: dict[str, list[str]] = {}
    for cell in cells:
        base, side = _side(form, cell)
        sides.setdefault(base, []).extend([side] if side else [])
    return ", ".join(with_sides(base, found) for base, found in sides.items())


def missing_text(form: Form, missing: Iterable[Missing], *, with_nothing: bool = False, is_in_row: bool = False) -> str:
    """Return the missing answers by name, those of one side and one reason together."""
    sides: dict[tuple[str, str], list[str]] = {}
    for each in missing:
        base, side = _side(form, each.item, is_in_row=is_in_row)
        found = sides.setdefault((base, _reason(form, each, with_nothing=with_nothing)), [])
        if side and side not in found:
            found.append(side)
    labels: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for (base, reason), found in sides.items():
        labels.setdefault((tuple(side for side in SIDES if side in found), reason), []).append(base)
    return "; ".join(_named(names, found, reason) for (found, reason), names in labels.items())


def score_words(assessment: Assessment, result: ScoreResult) -> tuple[str, str]:
    """Return a score's number and what it means: ("9 of 9", "severe"). A range is never printed as a total."""
    score = next(score for score in assessment.form.scores if score.id == result.id)
    maximum = number_text(result.maximum)
    texts = {band.id: band.text for band in score.bands}
    if result.state is ScoreState.NA:
        return "", wording.STATES_NA
    if result.total is not None:
        total = wording.OUT_OF.format(total=number_text(result.total), maximum=maximum)
        return total, texts.get(result.band or "", "")
    range_ = wording.OUT_OF.format(total=range_text(result.lowest, result.highest), maximum=maximum)
    words = [wording.INCOMPLETE.format(answered=result.answered, items=result.items, range=range_)]
    possible = [texts.get(band, band) for band in result.bands]
    if result.band is not None:
        words.append(wording.CERTAIN_BAND.format(band=texts.get(result.band, result.band)))
    elif 0 < len(possible) < len(score.bands):
        words.append(_either(possible))
    return range_, "; ".join(words)


def value_text(form: Form, value: Value, result: ValueResult) -> str:
    """Return a derived number as it is shown, or why not: "not calculable (creatinine not recorded)"."""
    words = value_words(value, result)
    named: dict[str, list[str]] = {}
    for each in unanswered(result):
        named.setdefault(_reason(form, each, with_nothing=True), []).append(small(missing_label(form, each.item)))
    lacking = "; ".join(
        tr("{answers} {reason}", answers=", ".join(labels), reason=reason) for reason, labels in named.items()
    )
    return tr("{words} ({missing})", words=words, missing=lacking) if lacking else words


def finding_words(finding: Finding, result: FindingResult) -> str:
    """Return the outcome of a finding, or those still possible."""
    texts = {NA: wording.STATES_NA, **{outcome.id: outcome.text for outcome in finding.outcomes}}
    if result.state is FindingState.NA:
        return NO_LIMIT if finding.lacks_limit else wording.STATES_NA
    if result.outcome is not None:
        return texts.get(result.outcome, result.outcome)
    return wording.UNDECIDED.format(outcomes=_either(texts.get(each, each) for each in result.possible))


def on_side(side: str, words: str) -> str:
    """Return the words for a side, or a row, with its name; "" is neither."""
    return wording.ON_SIDE[side].format(words=words) if side in wording.ON_SIDE else f"{side} {words}".strip()


def range_text(lowest: Decimal | None, highest: Decimal | None) -> str:
    """Return the ends of what is possible."""
    ends = (number_text(end) if end is not None else wording.NO_END for end in (lowest, highest))
    return "–".join(dict.fromkeys(ends))


def first_of(names: list[str]) -> str:
    """Name the first, and say how many more there are."""
    named = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return tr("{named} and {count} more", named=named, count=more) if more > 0 else named


def results_text(form: Form, results: Iterable[str]) -> str:
    """Return the names of results, each once; a criterion has its id behind it, a red flag that it is one."""
    titles = result_titles(form)
    behind = {criterion.id: criterion.id for trial in form.trials for criterion in trial.criteria}
    behind |= {flag.id: wording.RED_FLAG for flag in form.flags}
    named = (f"{titles[result]} ({behind[result]})" if result in behind else titles[result] for result in results)
    return "; ".join(dict.fromkeys(named))


def _either(words: Iterable[str]) -> str:
    *most, last = words
    return any_of([", ".join(most), last]) if most else last


def with_sides(label: str, sides: Iterable[str]) -> str:
    """Return a label, or several, with the sides that are meant."""
    return wording.LABEL_SIDES[tuple(side for side in SIDES if side in sides)].format(label=label)


def _side(form: Form, item: str, *, is_in_row: bool = False) -> tuple[str, str]:
    """Return the label without its side, and the side."""
    side = item.rpartition(".")[2]
    if item in form.cells and side in SIDES:
        return form.cells[item].label, side
    return missing_label(form, item, is_in_row=is_in_row), ""


def _reason(form: Form, missing: Missing, *, with_nothing: bool) -> str:
    match missing.answer:
        case NoValue(reason, text):
            words = wording.REASONS[reason]
            is_told = 0 < len(text) <= LONGEST_REASON  # a longer one stands with the answer alone
            return f"{words}: {visible(text)}" if is_told else words
        case PartialDate() as date:
            return wording.INEXACT.format(answer=written_date(date))
        case Measured() as answer:
            figure = figure_text(_question(form, missing.item), answer)
            is_stale = missing.reason == STALE
            return (
                f"{wording.WHY_OPEN[STALE]}: {figure}, {age_text(missing.days)}"
                if is_stale
                else wording.INEXACT.format(answer=figure)
            )
        case _:
            return wording.NOT_RECORDED if with_nothing else ""


def _question(form: Form, name: str) -> Item:
    """Return what was answered: the item of a cell, or the column of a row (`medicines.2.mg_day`)."""
    if name in form.cells:
        return form.cells[name]
    table, _, column = name.split(".")
    return next(each for each in form.items[table].columns if each.id == column)


def _named(labels: list[str], sides: tuple[str, ...], reason: str) -> str:
    named = with_sides(", ".join(labels), sides)
    return f"{named} ({reason})" if reason else named
