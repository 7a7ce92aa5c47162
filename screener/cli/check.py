"""The command `check`: every problem of every form, and its examples."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from screener.assess.contradictions import contradictions
from screener.assess.coverage import Coverage
from screener.assess.examples import read_examples, run_examples, vignettes
from screener.cli.loaded import placed
from screener.form.confirmed import pairs
from screener.form.folder import FIRST_FILE, is_shipped
from screener.form.load import example_files, in_all_languages
from screener.form.problem import FormError, Problem, Span, nearest
from screener.form.retell import dotted, originals
from screener.language import LANGUAGES
from screener.report.verdicts import forbidden_in
from screener.shelf import astray, copies, form_folder, forms_at, own_folder, shelf, shipped_folders, twice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from screener.form.model import Form
    from screener.form.translations import Translated

MOST_GAPS = 20  # texts without a translation that are named
MOST_ALIKE = 5  # problems that are told in full
SOURCES = {"cite", "source", "seen_in", "reviewed", "note_sources"}  # a guideline is called what it is called


def check(paths: Sequence[str], own: Path | None) -> bool:
    """Print the problems of the forms at these paths (all forms without one); return whether there are none."""
    folders = [folder for path in paths for folder in _folders(path, own)] if paths else _all(own)
    problems = [problem for folder in dict.fromkeys(folders) for problem in _problems(folder)]
    for place in map(Path, paths or filter(None, [own_folder(own)])):
        problems += _astray(place) if place.is_dir() else ()
    if not paths:
        problems += [Problem(Span(str(own_folder(own)), 1, 1), "F219", told) for told in twice(own).values()]
    _tell(problems)
    if problems:
        print(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}", file=sys.stderr)
    return not problems


def _tell(problems: Iterable[Problem]) -> None:
    """Print problems; of many that are alike, as of a question renamed, the first ones, and the places of the rest."""
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.code, problem.message, problem.hint), []).append(problem)
    for each in alike.values():
        for problem in each[:MOST_ALIKE]:
            print(problem, file=sys.stderr)
        if rest := each[MOST_ALIKE:]:
            print(f"... the same at {', '.join(str(problem.at) for problem in rest)}", file=sys.stderr)


def _all(own: Path | None) -> list[Path]:
    """Return every form, and each copy of one that is there twice."""
    return [*shelf(own).values(), *(folder for folders in copies(own).values() for folder in folders)]


def _folders(path: str, own: Path | None) -> list[Path]:
    """Return the forms that a path or an id names."""
    is_id = path in shelf(own) or not Path(path).exists()
    return [form_folder(path, own)] if is_id else forms_at(Path(path))


def _astray(folder: Path) -> Iterator[Problem]:
    """Yield the files below a folder that belong to no form: nothing in them is used."""
    names = shipped_folders()
    for file in astray(folder):
        meant = nearest(file.relative_to(folder).parts[0], names)
        hint = f"add a {FIRST_FILE}, or name its folder like that of a shipped form: {meant}"
        yield Problem(Span(str(file), 1, 1), "F219", "this file belongs to no form", hint)


def _problems(folder: Path) -> Sequence[Problem]:
    """Return the problems of one form and its examples, and say what was looked at and what no example tries."""
    try:
        form, translations = in_all_languages(folder)
        nodes = [node for _, node in example_files(folder)]
    except FormError as error:
        return list(placed(error.problems, folder))
    problems: list[Problem] = []
    examples, coverage = read_examples(nodes, problems), Coverage(form)
    problems += [*run_examples(form, examples, coverage), *contradictions(form)]
    print(f"{form.id} {form.version}: {len(form.items)} questions, {_rules(form)} rules, {len(examples)} examples")
    rows = ", ".join(f"{name} {assessment.rows}" for name, assessment in vignettes(form, examples))
    if rows:
        print(f"rows: {rows}")
    print(f"coverage: {coverage.tried} of {coverage.points}")
    print(f"content: {_standing(form)}, sha256 {form.sha256}")
    gaps = [gap for gap in coverage.gaps() if not is_shipped(gap.at.file)]
    verdicts = dict.fromkeys(_verdicts([form, *(each.form for each in translations)]))
    for told in placed([*gaps, *verdicts, *_unjudged(form)], folder):
        print(told)
    for translation in translations:
        _tell_language(translation, folder)
    # shipped examples are not held against the numbers of a site
    return list(placed([problem for problem in problems if not is_shipped(problem.at.file)], folder))


def _standing(form: Form) -> str:
    """Say whether this very content is approved."""
    if form.is_approved:
        return "approved"
    return "changed since its approval" if form.approval is not None else "awaiting clinical review"


def _verdicts(languages: Iterable[Form]) -> Iterator[Problem]:
    """Yield the texts of a form, in each language, that could be read as a verdict on the patient."""
    for form in languages:
        for address, text in originals(form).items():
            words = forbidden_in(text.text) if SOURCES.isdisjoint(address) else []
            if words:
                hint = "say what is recorded; whether a person takes part in a trial, only its team decides"
                yield Problem(text.at, "F801", f"'{dotted(address)}' says '{words[0]}'", hint)


def _unjudged(form: Form) -> Iterator[Problem]:
    """Yield the questions with sides of which paper can't tell what is nothing to act on."""
    for item in form.items.values():
        if item.has_sides and item.options and item.unremarkable is None:
            hint = "write 'unremarkable:' with that option, or 'normal:' where its block may answer it"
            message = f"no option of '{item.id}' is said to be nothing to act on: paper prints none of them bold"
            yield Problem(item.at, "F802", message, hint)


def _tell_language(told: Translated, folder: Path) -> None:
    """Print how much of the form is translated, the hash that a review names, and what is missing."""
    is_, count = told.translation, told.translation.said + told.translation.missing
    state = "reviewed" if is_.is_reviewed else "awaiting clinical review"
    print(f"{is_.language}: {is_.said} of {count} texts, {state}, sha256 {is_.sha256}")
    if is_.language not in LANGUAGES:
        print(f"... the program doesn't speak '{is_.language}': nobody sees these texts (docs/languages.md)")
    for gap in placed([*told.earlier, *told.missing[:MOST_GAPS]], folder):
        print(gap)
    if len(told.missing) > MOST_GAPS:
        print(f"... and {len(told.missing) - MOST_GAPS} more")
    unknown = sum(not pair.recorded for pair in pairs(told))
    if unknown:
        print(f"... {unknown} never confirmed: if their English text changes, nobody is told (python run.py confirm)")


def _rules(form: Form) -> int:
    """Count what is computed from the answers."""
    criteria = sum(len(trial.criteria) for trial in form.trials)
    return criteria + sum(map(len, (form.values, form.scores, form.findings, form.flags, form.notes, form.musts)))
