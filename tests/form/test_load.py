"""A folder of YAML files -> a Form.

1. What is written is what the form says, in the order of the files and of form.yaml.
2. The hash is over every file that can change a result or a wording, with its path; not over examples and the approval.
3. The clinic's own file changes cut-offs and actions, and nothing else.
4. No bytes raise anything but FormError; what can't be read from disk is an OSError of its own.
"""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.assess import conversions
from screener.form.expression import CutOffNumber, Is
from screener.form.keys import CONVERTED_UNITS
from screener.form.load import SourceFile, UnreadableError, example_files, form_of, load_form
from screener.form.model import ItemType, Range
from screener.form.problem import FormError
from screener.form.rules import Per, expressions
from screener.form.source import Mapping
from screener.form.walk import walk
from tests.form.minimal import FILES, changed, form_with, written


@pytest.fixture(scope="module")
def form():
    return form_with()


@pytest.fixture
def folder(tmp_path):
    return written(tmp_path / "small", FILES)


def test_that_the_pages_and_questions_stand_in_the_order_of_form_yaml(form):
    assert [section.id for section in form.sections] == ["history", "examination"]
    assert list(form.items)[:3] == ["diabetes", "pain", "pain_score"]
    assert [block.title for block in form.sections[1].blocks] == ["Reflexes", "Results"]
    assert [item.id for item in form.sections[1].blocks[1].items] == ["hba1c", "weight"]
    assert list(form.cells)[7:9] == ["ankle_reflex.left", "ankle_reflex.right"]


def test_that_every_type_of_item_keeps_what_is_written(form):
    items = form.items
    assert [option.id for option in items["pain"].options] == ["yes", "no"]
    assert items["ankle_reflex"].normal == "present"
    assert items["pain_score"].limits == Range(Decimal(0), Decimal(10))
    assert items["pain_score"].usual == Range(Decimal(0), Decimal(9))
    assert [option.exclusive for option in items["complications"].options] == [False, False, True]
    assert items["onset"].type is ItemType.DATE
    assert not items["onset"].future
    assert items["words"].lines == 3
    assert [column.id for column in items["medicines"].columns] == ["drug", "mg_day"]
    assert items["monofilament"].draw == "toe1"
    hba1c = items["hba1c"]
    assert (hba1c.fresh_for, hba1c.is_dated, hba1c.converts) == (90, True, "hba1c")
    assert hba1c.unit_of("mmol/mol").usual == Range(Decimal(25), Decimal(130))
    assert items["weight"].unit_of("kg").usual is None
    assert str(items["pain"].at) == "small/sections/history.yaml:11:5"


def test_that_a_condition_is_understood_and_knows_its_place(form):
    condition = form.items["pain_score"].ask_if
    assert condition.truth() == Is("pain", frozenset(("yes",)))
    assert str(condition.at) == "small/sections/history.yaml:18:13"


def test_that_a_score_keeps_its_lines_bands_and_cut_offs(form):
    (score,) = form.scores
    assert [line.item for line in score.points] == ["ankle_reflex", "monofilament", "pain_score", "high_sugar"]
    assert score.points[0].options == {"present": 0, "reduced": 1, "absent": 2}
    assert [line.worst_side for line in score.points] == [False, True, False, False]
    assert score.points[2].steps == ((Decimal(0), Decimal(0)), (Decimal(4), Decimal(1)))
    assert (score.points[2].not_asked, score.points[0].not_asked) == (Decimal(0), None)
    assert (score.points[3].points, score.points[3].otherwise) == (Decimal(1), Decimal(0))
    assert [(band.start, band.id, band.text) for band in score.bands] == [(0, "none", "none"), (3, "some", "some")]
    assert [(cutoff.start, cutoff.id, cutoff.text) for cutoff in score.cutoffs] == [(4, "at_risk", "at risk")]


def test_that_findings_flags_and_criteria_keep_their_cases(form):
    dose, level, loss = form.findings
    assert (level.is_ordered, level.is_hidden, loss.per, loss.cells) == (
        True,
        False,
        Per.SIDE,
        ("loss.left", "loss.right"),
    )
    assert len(loss.cases[0].when.roots) == 2
    assert (dose.per, dose.table) == (Per.ROW, "medicines")
    assert [[case.outcome for case in flag.cases] for flag in form.flags] == [["U1", "clear"], ["E", "U1", "clear"]]
    (trial,) = form.trials
    assert [[case.outcome for case in each.cases] for each in trial.criteria] == [
        ["barrier", "discuss", "ok"],
        ["na", "need_info", "ok"],
    ]
    assert [each.is_blocking for each in trial.criteria] == [True, False]
    assert (trial.snapshot, trial.notes[0].place) == (date(2026, 11, 21), "trial")


def test_that_values_notes_rules_and_look_ups_are_there(form):
    assert (form.values[0].decimals, form.values[0].cutoffs["some"].numbers) == (1, {"": Decimal(2)})
    assert [note.place for note in form.notes] == ["scores", "summary"]
    assert form.musts[0].message == "A pain score without pain."
    assert (form.lookups[0].key, form.lookups[0].numbers["pregabalin"]) == ("medicines.drug", Decimal(300))
    assert form.valid_until == date(2027, 11, 30)


def test_that_the_clinic_changes_a_cut_off_everywhere_and_an_action(form):
    own = {"%": Decimal("9.0"), "mmol/mol": Decimal(75)}
    assert form.items["hba1c"].cutoffs["high"].numbers == own
    read = [
        node.numbers
        for expression in expressions(form)
        for node in walk(expression.on())
        if isinstance(node, CutOffNumber) and node.name == "hba1c.high"
    ]
    assert read == [own] * 2
    assert [flag.action for flag in form.flags] == ["Call 1234.", "Treat the pain."]
    assert form.clinic == "A clinic"


def test_that_without_the_clinics_file_the_form_says_its_own():
    form = form_with({"site.yaml": "# none\n"})
    assert form.items["hba1c"].cutoffs["high"].numbers["%"] == Decimal("10.0")
    assert form.flags[0].action == "See the foot team."
    assert form.identifier == ""


def test_that_the_clinic_says_what_a_patients_number_is_called():
    assert form_with({"site.yaml": "site: A clinic\nidentifier: NHS No.\n"}).identifier == "NHS No."


def test_that_the_approval_holds_for_exactly_this_content(form):
    assert not form.is_approved
    approved = {"approval.yaml": FILES["approval.yaml"].replace("abc", form.sha256)}
    assert form_with(approved).is_approved
    assert form_with(approved).approval.on == date(2026, 11, 30)
    assert not form_with(approved | changed("notes/all.yaml", "measure different", "say different")).is_approved


@pytest.mark.parametrize("file", sorted(set(FILES) - {"approval.yaml"}))
def test_that_any_change_of_a_file_changes_the_hash(form, file):
    assert form_with({file: FILES[file] + "# looked at\n"}).sha256 != form.sha256


def test_that_a_file_moved_changes_the_hash_and_line_ends_do_not(form):
    moved = {"rules/all.yaml": "# moved\n", "rules/other.yaml": FILES["rules/all.yaml"]}
    kept = {"rules/all.yaml": "# moved\n" + FILES["rules/all.yaml"]}
    assert form_with(moved).sha256 != form_with(kept).sha256
    windows = [
        SourceFile(f"small/{name}", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
        for name, text in sorted(FILES.items())
    ]
    assert form_of(windows, "small").sha256 == form.sha256


def test_that_a_folder_gives_the_same_form_and_examples_are_no_part_of_it(folder, form):
    loaded = load_form(folder)
    (folder / "examples").mkdir()
    (folder / "examples" / "one.yaml").write_text("example: one\nanswers: {}\n", encoding="utf-8")
    (folder / ".draft.yaml").write_text("flag: [", encoding="utf-8")
    assert loaded.sha256 == load_form(folder).sha256 == form.sha256
    ((name, node),) = example_files(folder)
    assert name == "small/examples/one.yaml"
    assert isinstance(node, Mapping)


def test_that_problems_name_the_file_from_the_forms_folder_on(folder):
    (folder / "flags" / "all.yaml").write_text("flag: RF01\n", encoding="utf-8")
    with pytest.raises(FormError) as caught:
        load_form(folder)
    assert {problem.at.file for problem in caught.value.problems} == {"small/flags/all.yaml"}
    (folder / "examples").mkdir()
    (folder / "examples" / "one.yaml").write_text("a: &b 1\n", encoding="utf-8")
    with pytest.raises(FormError) as caught:
        example_files(folder)
    assert [str(problem.at) for problem in caught.value.problems] == ["small/examples/one.yaml:1:4"]


def test_that_a_file_of_any_name_and_size_is_a_problem_of_its_place(folder):
    (folder / "flags" / "big.yaml").write_bytes(b"#" * 3_000_000)
    (folder / "notes" / "\udcff.yaml").write_text("note: [", encoding="utf-8")
    with pytest.raises(FormError) as caught:
        load_form(folder)
    assert [problem.code for problem in caught.value.problems] == ["F101", "F110"]


def test_that_a_folder_that_is_not_there_is_no_problem_of_its_author(tmp_path):
    with pytest.raises(UnreadableError, match="no folder"):
        load_form(tmp_path / "nothing")


def test_that_a_file_that_cannot_be_read_is_named(folder, monkeypatch):
    def refuse(path, *_):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.open", refuse)
    with pytest.raises(UnreadableError, match=r"yaml can't be read: Permission denied"):
        load_form(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes; nothing tries its devices")
@pytest.mark.timeout(10)
def test_that_a_pipe_among_the_files_is_named_and_not_waited_for(folder):
    os.mkfifo(folder / "flags" / "pipe.yaml")
    with pytest.raises(UnreadableError, match=r"pipe.yaml can't be read: it is not a file"):
        load_form(folder)


def test_that_a_range_may_be_narrower_only_where_conditions_exclude_each_other():
    lines = "points:\n  a_lot: {when: pain_score > 7, points: 2}\n  some: {when: pain_score > 3 and pain_score <= 7}\n"
    score = "score: more\ntitle: A\ncite: A\nrange: [0, 2]\n" + lines.replace("{when: ", "\n    when: ").replace(
        ", points", "\n    points"
    ).replace("}", "")
    assert form_with({"scores/more.yaml": score}).scores[0].range.highest == 2
    apart = score.replace("pain_score > 3 and pain_score <= 7", "pain")
    with pytest.raises(FormError) as caught:
        form_with({"scores/more.yaml": apart})
    assert [problem.code for problem in caught.value.problems] == ["F502"]


def test_that_a_total_from_another_form_gives_its_own_points():
    score = "score: more\ntitle: A\ncite: A\nrange: [0, 10]\npoints:\n  pain_score: as_entered\n"
    (line,) = form_with({"scores/more.yaml": score}).scores[0].points
    assert line.steps == tuple((Decimal(number), Decimal(number)) for number in range(11))


@pytest.mark.parametrize("chain", [400])
def test_that_a_long_chain_of_conditions_is_no_circle_and_no_traceback(chain):
    items = "".join(
        f"  - item: q{number}\n    text: Q\n    type: yes_no\n" + (f"    ask_if: q{number - 1}\n" if number else "")
        for number in range(chain)
    )
    section = "section: history\ntitle: Chain\nitems:\n" + items
    form = "form: small\nversion: 1.0.0\ntitle: A\nsections: [history]\n"
    files = [SourceFile("small/form.yaml", form.encode()), SourceFile("small/history.yaml", section.encode())]
    assert len(form_of(files, "small").items) == chain


@st.composite
def mutants(draw):
    """The small form with a few lines or letters of one file changed."""
    name = draw(st.sampled_from(sorted(FILES)))
    lines = FILES[name].split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        cut = draw(st.integers(0, len(line)))
        other = draw(st.sampled_from([line for text in FILES.values() for line in text.split("\n")]))
        piece = draw(
            st.sampled_from(
                ["[", "{", ": ", "- ", "'", '"', " #", "&a ", "*a", "yes", "0", "\t", "", "-", "  ", ",", ".", "\u2028"]
            )
        )
        lines[at] = draw(
            st.sampled_from([
                line[:cut], line[cut:], line[:cut] + piece + line[cut:], " " + line, line[1:], "", other, line + "\n" + other,
                line[:cut] + draw(st.characters(codec="utf-8")) + line[cut + 1 :],
            ])
        )  # fmt: skip
    return {name: "\n".join(lines)}


@given(mutants())
@settings(max_examples=400, deadline=None)
def test_that_a_mutant_is_a_form_or_a_list_of_problems_with_places_and_remedies(changes):
    (name,) = changes
    for problem in problems_of(changes):
        text = changes[name] if problem.at.file == f"small/{name}" else FILES.get(problem.at.file.partition("/")[2], "")
        assert 1 <= problem.at.line <= text.count("\n") + 2
        assert problem.at.column >= 1
        assert problem.hint


def problems_of(changes):
    try:
        form_with(changes)
    except FormError as error:
        return error.problems
    return ()


@given(st.dictionaries(st.sampled_from(["form.yaml", "a.yaml", "sections/b.yaml"]), st.binary(max_size=80), min_size=1))
@settings(max_examples=300, deadline=None)
def test_that_any_bytes_are_a_list_of_problems(files):
    with pytest.raises(FormError):
        form_of([SourceFile(f"x/{name}", raw) for name, raw in sorted(files.items())], "x")


def test_that_the_units_of_conversions_are_those_that_can_be_converted():
    assert {analyte: frozenset(units) for analyte, units in CONVERTED_UNITS.items()} == conversions.UNITS


@pytest.mark.parametrize("name", ["more.yml", "more.YAML", "more.yaml.txt", "more.Yml.TXT"])
@pytest.mark.parametrize(("part", "read"), [("flags", load_form), ("examples", example_files)])
def test_that_a_file_that_nearly_has_the_ending_is_never_left_out_in_silence(part, read, name, tmp_path):
    folder = written(tmp_path, FILES | {f"{part}/{name}": "flag: RF03\n"})
    with pytest.raises(FormError, match=rf"{part}/{name}:1:1: F219 this file is not read \(give it the ending .yaml"):
        read(folder)


def test_that_other_files_may_lie_beside_those_of_the_form(tmp_path):
    folder = written(
        tmp_path, FILES | {"flags/more.yaml.bak": "flag:", "read me.txt": "Ours", "sections/notes.md": "- x"}
    )
    assert load_form(folder).id == "small"
