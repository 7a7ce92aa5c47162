"""Windows beside a screening: keys, jumping, preview, printing, opening and saving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from screener.assess.answers import Answers, Chosen, Whole
from screener.assess.assess import assess
from screener.entry import Typed, unaccented
from screener.form.load import load_form
from screener.gui import paper
from screener.gui.about import About
from screener.gui.jump_box import destinations
from screener.gui.labels import Words
from screener.gui.scroll import Scroll
from screener.gui.start_window import ProblemWindow
from screener.gui.theme import give_size
from screener.store.seen_file import SeenFile
from screener.store.settings import Settings
from screener.wizard import Wizard
from tests.gui.conftest import FORM, settle


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_that_the_sheet_of_keys_is_read_to_its_end_with_the_keyboard(empty, shown, qtbot):
    window = shown(empty)
    window.asides.open_keys()
    sheet = QApplication.activeModalWidget()
    sheet.resize(sheet.width(), 300)
    settle()
    bar = sheet.findChild(Scroll).verticalScrollBar()
    close = QApplication.focusWidget()
    for _ in range(20):
        press(qtbot, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum() > 0
    press(qtbot, Qt.Key.Key_Up)
    assert bar.value() < bar.maximum()
    assert QApplication.focusWidget() is close
    sheet.close()


@pytest.mark.parametrize("typed_text", ["estacion", "ESTACIÓN", "Estación"])
def test_that_a_question_is_found_without_its_accents(typed_text):
    assert unaccented(typed_text) in unaccented("¿Cuándo fue la última estación?")


def test_that_no_window_with_its_frame_is_larger_than_the_screen(empty, shown, qapp):
    window = shown(empty)
    room = window.screen().availableSize()
    give_size(window, 1000, 1000)
    assert (window.width() + 16, window.height() + 48) <= (room.width(), room.height())


def test_that_the_preview_zooms_and_fits_again(program, qtbot):
    program.new_screening(FORM)
    qtbot.waitUntil(lambda: program.window.so_far is not None)
    program.paperwork().preview()
    preview = QApplication.activeModalWidget()
    settle()
    view = preview.view
    view.enlarge()
    once = view.zoomFactor()
    view.enlarge()
    assert view.zoomMode() is view.ZoomMode.Custom
    assert view.zoomFactor() > once > 0
    view.fit()
    assert view.zoomMode() is view.ZoomMode.FitToWidth
    qtbot.keyClick(preview.papers, Qt.Key.Key_2)
    assert preview._paper == "Letter"
    preview.close()


@pytest.mark.qt_log_ignore("QPainter::begin", "This plugin does not support", extend=True)
def test_that_a_printer_that_takes_nothing_is_told(program, tmp_path, qtbot):
    program.new_screening(FORM)
    qtbot.waitUntil(lambda: program.window.so_far is not None)
    pdf, _ = program.paperwork().summary()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "x.pdf"))
    paper.send(paper.Loaded(pdf, program.window).document, printer, program.window)
    box = QApplication.activeModalWidget()
    assert "save the PDF" in box.text()
    box.close()


def test_that_a_file_with_answers_that_no_longer_fit_is_not_saved_over(program, tmp_path, qtbot):
    """Saving once dropped them from the file without a further word."""
    file = tmp_path / "old.yaml"
    written = "form: neuropathy\nform_version: 0.9.0\nanswers:\n  diabetes_type: t1\n  diabetes_years: 400\n"
    file.write_text(written, encoding="utf-8")
    program.open_answers(file)
    box = QApplication.activeModalWidget()
    assert "not in this screening" in " ".join(words.text() for words in box.findChildren(Words))
    assert "400" in box.text.toPlainText()
    box.close()
    program.files().save()
    QApplication.activeModalWidget().reject()
    assert file.read_text(encoding="utf-8") == written


def test_that_a_damaged_file_is_said_to_be_unchanged_and_not_opened(program, tmp_path):
    file = tmp_path / "cut.yaml"
    file.write_text("form: neuropathy\nanswers: {diabetes_type: t", encoding="utf-8")
    program.show_start()
    program.open_answers(file)
    box = QApplication.activeModalWidget()
    assert "could not be opened" in " ".join(words.text() for words in box.findChildren(Words))
    box.close()


def test_that_a_file_is_first_looked_for_where_the_last_one_lies(program, tmp_path, monkeypatch):
    """Patients' files were offered a place among the program's own."""
    program.looks.settings = Settings(recent=(tmp_path / "gone" / "a.yaml", tmp_path / "b.yaml"))
    assert program.folder == tmp_path
    program.looks.settings = Settings()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(tmp_path / place.name))
    (tmp_path / "HomeLocation").mkdir()
    assert program.folder == tmp_path / "HomeLocation"
    (tmp_path / "DocumentsLocation").mkdir()
    assert program.folder == tmp_path / "DocumentsLocation"


@pytest.fixture
def with_refusal(program, qtbot, tmp_path):
    """Return the program with a screening of which an entry was not taken, and a file for it."""
    program.new_screening(FORM)
    qtbot.waitUntil(lambda: program.window.so_far is not None)
    program.window.session.answer("diabetes_type", Chosen("t2"), Typed())
    program.window.session.answer("diabetes_years", Whole(300), Typed("300"))
    program.files().file = SeenFile(tmp_path / "screening.yaml", b"")
    return program


def press_button(kind):
    box = QApplication.activeModalWidget()
    box.button(kind).click()


def test_that_saving_before_closing_says_what_was_not_taken_before_it_is_gone(with_refusal, tmp_path):
    """The message once went with the window."""
    program, button = with_refusal, QMessageBox.StandardButton
    program.window.close()
    press_button(button.Save)
    box = QApplication.activeModalWidget()
    assert "300" in box.text()
    assert program.window.isVisible()
    box.button(button.Cancel).click()
    assert program.window.isVisible()
    assert "diabetes_type: t2" in (tmp_path / "screening.yaml").read_text(encoding="utf-8")
    program.window.session.mark_unsaved()
    program.window.close()
    press_button(button.Save)
    press_button(button.Close)
    assert program.window is None


def test_that_giving_up_where_to_save_gives_up_the_other_screening_too(with_refusal):
    """What was to come next came at the next closing, whatever that was for."""
    program = with_refusal
    program.files().file = None
    program.new_screening(FORM)
    press_button(QMessageBox.StandardButton.Save)
    QApplication.activeModalWidget().reject()
    assert program._next is None
    assert program.window.isVisible()


def test_that_larger_letters_leave_the_keyboard_in_its_line(program, qtbot):
    """It went to the first line, and the rest of an identifier into the name."""
    program.new_screening(FORM)
    qtbot.waitUntil(lambda: program.window.so_far is not None)
    program.window.findChild(QWidget, "patient.identifier").setFocus()
    program.window.enlarge()
    settle()
    program._draw_anew()
    assert program.window.focusWidget().objectName() == "patient.identifier"
    program.looks.resize(0)
    settle()


def test_that_a_name_set_while_a_screening_is_open_is_offered_when_it_is_finished(program, qtbot):
    program.new_screening(FORM)
    qtbot.waitUntil(lambda: program.window.so_far is not None)
    program.open_settings()
    settings = QApplication.activeModalWidget()
    settings.clinician.setText("Dr Example")
    settings.accept()
    assert program.window.session.signer.name == "Dr Example"


def test_that_the_list_of_pages_begins_at_the_page_that_is_shown(empty, shown, qtbot):
    window = shown(empty)
    window.go("symptoms")
    press(qtbot, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is window.list.buttons["symptoms"]


def test_that_a_text_to_read_shows_that_the_keyboard_is_on_it(qtbot):
    window = ProblemWindow(None, "form", (), "")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    view = window.text.viewport()
    window.text.clearFocus()
    without = view.grab().toImage().pixelColor(view.width() // 2, 1)
    window.text.setFocus()
    settle()
    assert view.grab().toImage().pixelColor(view.width() // 2, 1) != without


@pytest.mark.parametrize("make", [lambda: ProblemWindow(None, "form", (), ""), lambda: About(None, "versions")])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_that_enter_and_esc_close_what_is_only_read(qtbot, make, key):
    window = make()
    window.open()
    with qtbot.waitExposed(window):
        window.activateWindow()
    qtbot.waitUntil(window.text.hasFocus)
    with qtbot.waitSignal(window.finished):
        press(qtbot, key)


def test_that_no_question_is_named_twice_where_one_jumps_to_it():
    titles = [title for title, _ in destinations(Wizard(load_form(FORM, "es"), Answers(), assess))]
    halves = [title.partition(" (asked after")[0].split(" · ") for title in titles]
    assert len(halves) > 200
    assert [each for each in halves if len(set(each)) < len(each)] == []
