"""The program around a screening: files, paper, forms with problems, leaving."""

from __future__ import annotations

import re
import shutil
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMessageBox

from screener.assess.answers import Chosen, Patient, Whole
from screener.entry import Typed
from screener.form.load import load_form
from screener.gui import paper, paperwork
from screener.gui.app import _understood
from screener.gui.labels import ActionButton, LinkButton, Words
from screener.gui.program import Program
from screener.gui.settings_window import SettingsWindow
from screener.gui.start_window import ProblemWindow, StartWindow
from tests.gui.conftest import FORM, NOON


@pytest.fixture
def begun_program(program, qtbot):
    program.new_screening(FORM)
    qtbot.waitUntil(lambda: program.window.so_far is not None)
    program.window.session.set_patient(Patient("Example", "One", None, "female", "1"))
    program.window.session.answer("diabetes_type", Chosen("t2"), Typed())
    return program


def dialog(kind):
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def test_that_a_saved_screening_opens_with_the_same_answers(begun_program, program, tmp_path, qtbot):
    file = tmp_path / "screening.yaml"
    answers = begun_program.window.session.wizard.answers
    assert begun_program.files().save_to(file)
    assert not begun_program.window.session.is_unsaved
    begun_program.window.leave()
    program.open_answers(file)
    again = program.window.session.wizard.answers
    assert dict(again.cells) == dict(answers.cells)
    assert (again.patient, again.assessed) == (answers.patient, answers.assessed)


def test_that_a_summary_opens_with_the_answers_it_carries_and_is_never_saved_over(
    begun_program, program, tmp_path, qtbot
):
    answers = begun_program.window.session.wizard.answers
    pdf, document_id = begun_program.paperwork().summary()
    file = tmp_path / f"{document_id}.pdf"
    file.write_bytes(pdf)
    begun_program.window.leave()
    program.open_answers(file)
    again = program.window.session.wizard.answers
    assert (dict(again.cells), again.patient) == (dict(answers.cells), answers.patient)
    program.files().save()
    dialog(QFileDialog).reject()
    assert file.read_bytes() == pdf


def test_that_the_next_screening_fills_the_screen_when_the_last_one_did(begun_program, program, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "screener.gui.program.show_whole", lambda window, *, fills: (asked.append(fills), window.show())
    )
    for show in ("showMaximized", "showNormal"):
        getattr(program.window, show)()
        program.window.leave()
        program.new_screening(FORM)
    assert asked == [True, False]


def test_that_a_summary_saved_says_so_and_one_that_could_not_be_does_not(begun_program, tmp_path):
    for folder, words in ((tmp_path / "none", ""), (tmp_path, "Saved: summary.pdf")):
        begun_program.window.footer.say("")
        begun_program.paperwork().ask_where_to_save()
        asked = dialog(QFileDialog)
        asked.fileSelected.emit(str(folder / "summary.pdf"))
        asked.reject()
        for box in begun_program.window.findChildren(QMessageBox):
            box.close()
        assert begun_program.window.footer._progress.text() == words
    assert (tmp_path / "summary.pdf").read_bytes().startswith(b"%PDF")


def test_that_a_name_that_no_font_can_print_is_told_with_the_remedy(begun_program, qtbot):
    begun_program.window.session.set_patient(Patient("ሀሁ", "One", None, "female", "1"))
    begun_program.paperwork().preview()
    words = dialog(QMessageBox).text()
    assert "ሀ (U+1200 ethiopic syllable ha)" in words
    assert "other letters" in words
    QApplication.activeModalWidget().close()


def test_that_saving_says_what_the_file_does_not_hold(begun_program, tmp_path):
    begun_program.window.session.answer("diabetes_years", Whole(300), Typed("300"))
    begun_program.files().save_to(tmp_path / "screening.yaml")
    assert "300" in dialog(QMessageBox).text()
    QApplication.activeModalWidget().close()


def test_that_a_place_that_can_not_be_written_is_told_in_a_sentence(begun_program, tmp_path):
    assert not begun_program.files().save_to(tmp_path / "nowhere" / "screening.yaml")
    said = dialog(QMessageBox).text()
    assert said == f"There is no folder {tmp_path / 'nowhere'}. Choose another place."
    QApplication.activeModalWidget().close()
    assert begun_program.window.session.is_unsaved


def test_that_leaving_an_unsaved_screening_asks_and_cancel_stays(begun_program):
    assert not begun_program.window.close()
    box = dialog(QMessageBox)
    assert {box.buttonRole(button) for button in box.buttons()} == {
        QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.DestructiveRole, QMessageBox.ButtonRole.RejectRole,
    }  # fmt: skip
    box.reject()
    assert begun_program.window.isVisible()


def test_that_discard_leaves(begun_program):
    window = begun_program.window
    window.close()
    box = dialog(QMessageBox)
    next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.DestructiveRole).click()
    assert begun_program.window is None
    assert not window.isVisible()


def test_that_all_begins_at_one_line_where_the_program_begins(program):
    program.show_start()
    begins = [
        each.mapTo(program.start, QPoint(0, 0)).x()
        for kind, words in ((Words, "New screening"), (ActionButton, "Open a screening from a file"))
        for each in program.start.findChildren(kind) if each.text() == words
    ]  # fmt: skip
    assert len(begins) == 2
    assert len(set(begins)) == 1


def test_that_a_form_with_problems_shows_them_by_place_and_other_forms_still_start(qtbot, tmp_path):
    broken = tmp_path / "broken"
    shutil.copytree(FORM, broken)
    section = broken / "sections" / "history.yaml"
    section.write_text(section.read_text().replace("type: choice", "type: chioce", 1))
    window = StartWindow({"broken": broken, "neuropathy": FORM}, load_form)
    qtbot.addWidget(window)
    window.show()
    asked = []
    window.new_asked.connect(asked.append)
    window.buttons["neuropathy"].click()
    assert asked == [FORM]
    window.buttons["broken"].click()
    shown = window.findChild(ProblemWindow)
    assert "broken/sections/history.yaml:" in shown.text.toPlainText()
    assert "choice" in shown.text.toPlainText()
    shown.close()


def test_that_the_foot_check_starts_from_the_start_window_and_comes_to_paper(program, qtbot):
    program.show_start()
    program.start.buttons["foot_check"].click()
    qtbot.waitUntil(lambda: program.window is not None and program.window.so_far is not None)
    program.window.session.answer("diabetes", Chosen("yes"), Typed())
    program.paperwork().preview()
    preview = dialog(paper.Preview)
    qtbot.waitUntil(lambda: preview.document.status() is QPdfDocument.Status.Ready)
    assert "Diabetic foot check" in preview.document.getAllText(0).text()
    preview.close()


def test_that_the_preview_shows_the_length_and_the_paper_that_are_chosen(begun_program, qtbot):
    begun_program.paperwork().preview()
    preview = dialog(paper.Preview)

    def pages():
        qtbot.waitUntil(lambda: preview.document.status() is QPdfDocument.Status.Ready)
        return preview.document.pageCount()

    full = pages()
    assert (
        round(preview.document.pagePointSize(0).width()) == {"A4": 595, "Letter": 612}[begun_program.paperwork().size()]
    )
    press(preview, "Full with every answer")
    assert pages() > full
    press(preview, "One page")
    assert pages() == 1
    press(preview, "Letter")
    assert (pages(), round(preview.document.pagePointSize(0).width())) == (1, 612)
    preview.close()


def press(window, text):
    (button,) = [each for each in window.findChildren(QAbstractButton) if each.text() == text]
    button.click()


def test_that_a_form_is_printed_blank_from_the_start_window(program, qtbot):
    program.show_start()
    (button,) = [
        each for each in program.start.findChildren(QAbstractButton)
        if each.accessibleName() == "Blank form of Diabetic foot check"
    ]  # fmt: skip
    button.click()
    preview = dialog(paper.Preview)
    qtbot.waitUntil(lambda: preview.document.status() is QPdfDocument.Status.Ready)
    assert "form to fill in by hand" in preview.document.getAllText(0).text()
    assert not preview.lengths.isVisible()
    preview.close()


SCRIPT = "\N{ETHIOPIC SYLLABLE HA}\N{ETHIOPIC SYLLABLE LA}"  # no font of the program has it


@pytest.fixture
def changing_form(tmp_path, qapp, qtbot):
    """Return a program whose only form lies in a folder that can be changed."""
    folder = tmp_path / "foot_check"
    shutil.copytree(FORM.parent / "foot-check", folder)
    program = Program(qapp, lambda: NOON, tmp_path)
    program.show_start()
    yield program, folder
    program.start.close()
    program.start.deleteLater()


def blank_form(program, folder):
    program.start.paper_asked.emit(folder, "")


def test_that_a_form_in_a_script_that_no_font_carries_is_told_with_the_remedy(changing_form):
    program, folder = changing_form
    file = folder / "form.yaml"
    file.write_text(re.sub("title: .*", f"title: {SCRIPT}", file.read_text(encoding="utf-8")), encoding="utf-8")
    blank_form(program, folder)
    told = dialog(QMessageBox)
    assert told.windowTitle() == "This can't be printed"
    assert "You can " in told.text()
    told.close()


def test_that_a_form_that_broke_since_the_start_window_opened_shows_its_problems(changing_form):
    program, folder = changing_form
    file = folder / "form.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("version:", "vresion:"), encoding="utf-8")
    blank_form(program, folder)
    shown = dialog(ProblemWindow)
    assert "form.yaml:" in shown.text.toPlainText()
    assert "F20" in shown.text.toPlainText()
    shown.close()


def test_that_a_form_that_is_gone_since_the_start_window_opened_is_told(changing_form):
    program, folder = changing_form
    shutil.rmtree(folder)
    blank_form(program, folder)
    told = dialog(QMessageBox)
    assert str(folder) in told.text()
    told.close()


def test_that_a_file_opened_last_that_can_not_be_looked_for_is_left_out(qtbot, tmp_path):
    there = tmp_path / "there.yaml"
    there.touch()
    window = StartWindow({}, load_form, [tmp_path / ("x" * 300), there])
    qtbot.addWidget(window)
    assert [link.text() for link in window.findChildren(LinkButton)] == ["there.yaml"]


@pytest.mark.parametrize(("key", "opened"), [(Qt.Key.Key_O, QFileDialog), (Qt.Key.Key_Comma, SettingsWindow)])
def test_that_a_file_and_the_settings_have_their_keys_at_the_start_too(program, qtbot, key, opened):
    program.show_start()
    qtbot.waitExposed(program.start)
    program.start.activateWindow()
    qtbot.waitUntil(program.start.isActiveWindow)
    qtbot.keyClick(program.start, key, Qt.KeyboardModifier.ControlModifier)
    dialog(opened).reject()


def test_that_files_of_a_clinic_that_no_form_takes_are_named_where_the_program_begins(program, tmp_path):
    (tmp_path / "neuropaty").mkdir()
    (tmp_path / "neuropaty" / "site.yaml").write_text("site: North clinic\n", encoding="utf-8")
    program.own_forms = tmp_path
    program.show_start()
    assert any("not used: neuropaty" in words.text() for words in program.start.findChildren(Words))
    assert set(program.start.buttons) == {"foot_check", "neuropathy"}


def test_that_a_form_that_a_clinic_has_twice_is_named_where_the_program_begins_and_others_start(program, tmp_path):
    for name in ("mine", "mine - copy"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "form.yaml").write_text("form: neuropathy\n", encoding="utf-8")
    program.own_forms = tmp_path
    program.show_start()
    assert any("'neuropathy' is there twice" in words.text() for words in program.start.findChildren(Words))
    assert set(program.start.buttons) == {"foot_check"}


def test_that_a_clinics_own_forms_out_of_reach_are_told_and_no_shipped_one_takes_their_place(program, tmp_path):
    program.own_forms = tmp_path / "share"
    program.show_start()
    (told,) = [words.text() for words in program.start.findChildren(Words) if "share" in words.text()]
    assert told.startswith("Your own forms can't be read")
    assert program.start.buttons == {}
    answers = tmp_path / "answers.yaml"
    answers.write_text("form: neuropathy\nanswers: {}\n", encoding="utf-8")
    for path in (answers, tmp_path / "gone.yaml"):
        program.open_answers(path)
        box = dialog(QMessageBox)
        assert (str(tmp_path / "share") if path == answers else f"{path}: No such file") in box.text()
        box.close()
    program.open_about()
    QApplication.activeModalWidget().close()


def test_that_the_preview_has_the_pages_that_are_printed(begun_program, tmp_path, qtbot):
    begun_program.paperwork().preview()
    preview = dialog(paper.Preview)
    qtbot.waitUntil(lambda: preview.document.status() is QPdfDocument.Status.Ready)
    pages = preview.document.pageCount()
    assert pages >= 1
    assert printed_pages(preview.document, tmp_path).pageCount() == pages
    preview.close()


def test_that_the_foot_of_a_page_is_printed_on_a_shorter_sheet_too(begun_program, tmp_path, qtbot):
    looks = begun_program.looks
    looks.settings = replace(looks.settings, paper="A4")  # of the same shape as A5, wherever the tests are run
    begun_program.paperwork().preview()
    preview = dialog(paper.Preview)
    qtbot.waitUntil(lambda: preview.document.status() is QPdfDocument.Status.Ready)
    printed = printed_pages(preview.document, tmp_path, QPageSize.PageSizeId.A5)
    page = printed.render(0, printed.pagePointSize(0).toSize())
    foot = page.copy(0, page.height() * 9 // 10, page.width(), page.height() // 10)
    assert len({foot.pixel(x, y) for x in range(foot.width()) for y in range(foot.height())}) > 1
    preview.close()


def test_that_only_the_pages_asked_for_are_printed(begun_program, tmp_path, qtbot):
    begun_program.paperwork().preview()
    preview = dialog(paper.Preview)
    qtbot.waitUntil(lambda: preview.document.status() is QPdfDocument.Status.Ready)
    assert preview.document.pageCount() > 1
    assert printed_pages(preview.document, tmp_path, first_to_last=(2, 2)).pageCount() == 1
    preview.close()


def printed_pages(document, folder, sheet=QPageSize.PageSizeId.A4, first_to_last=None) -> QPdfDocument:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "out.pdf"))
    printer.setPageSize(QPageSize(sheet))
    printer.setFullPage(True)
    if first_to_last:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(*first_to_last)
    paper.send(document, printer)
    printed = QPdfDocument()
    printed.load(str(folder / "out.pdf"))
    return printed


def test_that_what_a_printer_lists_and_a_file_is_called_is_the_document_and_never_the_patient(begun_program):
    _, name = begun_program.paperwork().summary()
    assert "example" not in name.lower()
    assert name == paper.summary(begun_program.window.session.wizard.assessment, "full")[1]


def test_that_a_document_that_is_given_up_opens_nothing(begun_program, monkeypatch):
    monkeypatch.setattr(paperwork, "wait_for", lambda _text, _work: None)
    begun_program.paperwork().preview()
    begun_program.paperwork().print()
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize(("name", "is_drawn_beside"), [("Example", True), ("مثال", False)])
def test_that_pages_are_drawn_beside_the_window_but_not_where_qt_lays_out_the_script(
    begun_program, monkeypatch, name, is_drawn_beside
):
    threads, draw = [], paper.render_pdf

    def drawn(report, size):
        threads.append(threading.current_thread())
        return draw(report, size)

    monkeypatch.setattr(paper, "render_pdf", drawn)
    begun_program.window.session.set_patient(Patient(name))
    assert begun_program.paperwork().summary()
    assert [each is threading.main_thread() for each in threads] == [not is_drawn_beside]


def test_that_the_text_on_the_clipboard_says_whose_summary_it_is(begun_program):
    begun_program.paperwork().copy_text()
    assert "EXAMPLE, One" in QApplication.clipboard().text()


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ([], ("", False, None)), (["neuropathy", "--new"], ("neuropathy", True, None)),
        (["answers.yaml"], ("answers.yaml", False, None)), (["a", "b"], None), (["--new"], None), (["--old"], None),
        (["--forms"], None),
    ],
)  # fmt: skip
def test_that_the_command_line_of_the_window_is_understood_or_refused(given, meant):
    assert _understood(given) == meant
