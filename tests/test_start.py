"""What is imported before the first page is painted: exactly what that page needs.

The comparison is with a bare wizard of Qt in the same Python, so that what Qt's binding itself imports doesn't count.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from screener.store.kept_forms import KeptForms

ROOT = Path(__file__).resolve().parents[1]

FORM = ROOT / "forms" / "neuropathy"

NEEDED = set(
    """
screener screener.__main__ screener.frozen screener.language screener.paths screener.shelf screener.entry screener.wizard screener.progress
screener.assess screener.assess.accept screener.assess.answers
screener.form screener.form.folder screener.form.model screener.form.problem
screener.gui screener.gui.app screener.gui.asides screener.gui.banner screener.gui.fields screener.gui.footer screener.gui.frame screener.gui.labels screener.gui.looks screener.store.settings screener.gui.lazy_qt screener.gui.main_window screener.gui.navigation screener.gui.page_list screener.gui.page_stack
screener.gui.page_wizard screener.gui.pages screener.gui.patient_page screener.gui.program screener.gui.scroll screener.gui.session
screener.gui.sheet screener.gui.strokes screener.gui.theme screener.gui.views screener.gui.views.option_button screener.gui.views.options
screener.store screener.store.kept screener.store.kept_forms
""".split()  # noqa: SIM905  # a list to read
)
TO_LOAD = set(
    """
screener.form.assembly screener.form.cards screener.form.check_graph screener.form.check_scores screener.form.check_unasked screener.form.declare screener.form.decode_cards screener.form.decode_cases screener.form.decode_cutoffs
screener.form.decode_items screener.form.decode_normal screener.form.decode_numbers screener.form.per_unit screener.form.decode_rules screener.form.decode_scores screener.form.decode_trials
screener.form.ends screener.form.expression screener.form.grammar screener.form.guard screener.form.keys screener.form.keys_cards screener.form.kinds screener.form.limits screener.form.load
screener.form.names screener.form.nodes screener.form.parse screener.form.parts screener.form.rules screener.form.shapes
screener.form.scope screener.form.shapes_number screener.form.shapes_text screener.form.scan screener.form.source screener.form.syntax screener.form.typing_numbers screener.form.typing_rules screener.form.unbroken screener.form.walk
""".split()  # noqa: SIM905  # a list to read
)
STANDARD = set("copy dataclasses datetime decimal gc numbers signal".split())  # noqa: SIM905  # a list to read


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> str:
    """Return a cache folder that holds the form."""
    folder = tmp_path_factory.mktemp("kept")
    forms = KeptForms(folder)
    forms.form(FORM)
    forms.keep()
    return str(folder)


@pytest.fixture(scope="module")
def nothing_kept(tmp_path_factory) -> str:
    return str(tmp_path_factory.mktemp("nothing"))


@cache
def modules(*words: str, kept_in: str = "") -> frozenset[str]:
    """Return what is imported when the first page has been painted."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "first_paint.py"), "--modules", *words],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "SCREENER_CACHE": kept_in},
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return frozenset(done.stdout.split())


def ours(kept_in: str) -> frozenset[str]:
    return modules(str(FORM), "--new", kept_in=kept_in) - modules("--bare")


def test_that_the_modules_of_the_program_loaded_before_the_first_page_are_those_it_needs(kept):
    loaded = {name for name in ours(kept) if name.partition(".")[0] == "screener"}
    assert (sorted(loaded - NEEDED), sorted(NEEDED - loaded)) == ([], [])


def test_that_a_form_that_was_not_kept_brings_its_loader_and_nothing_else(nothing_kept, kept):
    more = {name for name in ours(nothing_kept) - ours(kept) if not name.startswith("_")}
    assert sorted(more ^ TO_LOAD) == ["hashlib"]


def test_that_no_library_and_little_of_pythons_own_is_loaded_before_the_first_page(kept):
    others = {name for name in ours(kept) if name.partition(".")[0] != "screener"}
    public = {name for name in others if not name.startswith("_")}
    assert sorted(public - STANDARD) == []


def test_that_the_names_of_qt_are_not_made_before_the_first_page(kept):
    made = {name for name in modules(str(FORM), "--new", kept_in=kept) if name.startswith("Qt.")}
    assert made == set(), "use screener.gui.lazy_qt and screener.gui.strokes on the way to the first page"


def test_that_no_widgets_are_made_ready_before_the_first_page_that_it_does_not_have(kept):
    made = {name for name in modules(str(FORM), "--new", kept_in=kept) if name.startswith("QCalendar")}
    assert made == set(), "a call gave a widget that Qt itself had made, such as viewport()"


def test_that_no_part_of_qt_is_loaded_before_the_first_page_but_its_three(kept):
    qt = {name for name in modules(str(FORM), "--new", kept_in=kept) if name.startswith("PySide6.")}
    assert qt == {name for name in modules("--bare") if name.startswith("PySide6.")}
