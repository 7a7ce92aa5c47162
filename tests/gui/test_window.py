"""What the window does and never does.

1. Nothing closes or moves on by accident: Esc, Enter.
2. Half-typed, impossible and unusual texts are never dropped silently.
3. Texts of forms and patients are never markup, never a shortcut.
4. The keyboard goes through a page as one reads it.
5. The list of pages, the panel and the review lead where they say.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox, QWidget

from screener.assess.answers import Answers, Chosen, Measured, NotDone, NoValue, Patient, Reason, Rows, Whole
from screener.gui.feet_view import FeetView
from screener.gui.labels import Words
from screener.gui.why import Why
from screener.wizard import PATIENT, REVIEW, Wizard

GUI = Path(__file__).resolve().parents[2] / "screener" / "gui"


def press(qtbot, key, times=1):
    for _ in range(times):
        qtbot.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key)


def at(window, cell):
    window.jump(cell)
    view = window.body.view_of(cell)
    assert view.isVisible()
    return view


# --- 1 ---------------------------------------------------------------------------------------------------------------


def test_that_escape_neither_closes_the_window_nor_hides_the_page(empty, shown, qtbot):
    window = shown(empty)
    at(window, "diabetes_type")
    press(qtbot, Qt.Key.Key_Escape, 3)
    assert window.isVisible()
    assert window.pages.wizard.isVisible()
    assert window.body.isVisible()
    assert window.session.wizard.page == "history"


def test_that_enter_walks_through_the_questions_and_stops_at_next(empty, shown, qtbot):
    window = shown(empty)
    window.go("examination")
    seen = []
    for _ in range(60):
        if QApplication.focusWidget() is window.footer.next:
            break
        seen.append(QApplication.focusWidget().accessibleName())
        press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is window.footer.next
    assert (
        len(seen)
        == len(set(seen))
        == len([cell for cell in window.session.wizard.assessment.on_screen if window.body.view_of(cell)])
    )
    assert window.session.wizard.page == "examination"
    assert dict(window.session.wizard.answers.cells) == {}


def test_that_one_digit_chooses_and_moves_to_the_next_question(begun, shown, qtbot):
    window = shown(begun)
    at(window, "ankle_reflex.left")
    press(qtbot, Qt.Key.Key_4)
    assert window.session.wizard.answers.cells["ankle_reflex.left"] == Chosen("absent")
    assert window.focusWidget() is window.body.view_of("ankle_reflex.right").bar


@pytest.mark.parametrize(
    ("key", "reason"),
    [("U", Reason.UNKNOWN), ("X", Reason.NOT_ASSESSED), ("R", Reason.DECLINED), ("C", Reason.UNABLE)],
)
@pytest.mark.parametrize("cell", ["ankle_reflex.left", "hba1c", "diabetes_years"])
def test_that_each_reason_for_no_value_has_its_key(begun, shown, qtbot, key, reason, cell):
    window = shown(begun)
    at(window, cell)
    qtbot.keyClicks(QApplication.focusWidget(), key)
    assert window.session.wizard.answers.cells[cell] == NoValue(reason)


def test_that_back_leads_to_the_page_before_however_the_page_was_reached(empty, shown):
    window = shown(empty)
    for page in ("trial", "history", "results", PATIENT, "feet"):
        window.go(page)
    pages = [section.id for section in empty.form.sections]
    window.navigation.go_back()
    assert window.session.wizard.page == pages[pages.index("feet") - 1]
    assert window.pages.wizard.currentPage().body is window.body
    assert window.body.isVisible()


def test_that_no_way_through_the_pages_breaks_the_history_that_qt_keeps(empty, shown):
    window = shown(empty)
    rng = random.Random(1)
    for _ in range(200):
        page = rng.choice(window.session.wizard.pages)
        window.go(page)
        assert window.pages.wizard.currentPage().body is window.body
        assert len(window.pages.wizard.visitedIds()) == 1


# --- 2 ---------------------------------------------------------------------------------------------------------------


def test_that_an_impossible_value_stays_to_be_seen_counts_as_no_answer_and_is_listed(begun, shown, qtbot):
    window = shown(begun)
    view = at(window, "diabetes_years")
    qtbot.keyClicks(QApplication.focusWidget(), "300")
    press(qtbot, Qt.Key.Key_Return)
    assert "diabetes_years" not in window.session.wizard.answers.cells
    assert view.line.text() == "300"
    assert "not possible" in view.line.accessibleDescription()
    window.go(REVIEW)
    shown_texts = [label.text() for label in window.body.findChildren(QLabel) if label.isVisible()]
    assert any("300" in text for text in shown_texts)


def test_that_an_unusual_value_is_taken_after_a_second_look_with_the_keyboard(begun, shown, qtbot):
    window = shown(begun)
    at(window, "hba1c")
    qtbot.keyClicks(QApplication.focusWidget(), "17")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "1")
    assert "hba1c" not in window.session.wizard.answers.cells
    press(qtbot, Qt.Key.Key_Return)
    assert "right" in QApplication.focusWidget().text()
    press(qtbot, Qt.Key.Key_Return)
    answer = window.session.wizard.answers.cells["hba1c"]
    assert (str(answer.value), answer.unit, answer.confirmed) == ("17", "%", True)


def test_that_a_half_typed_number_is_taken_when_the_page_is_left(begun, shown, qtbot):
    window = shown(begun)
    at(window, "diabetes_years")
    qtbot.keyClicks(QApplication.focusWidget(), "12")
    window.navigation.go_next()
    assert window.session.wizard.answers.cells["diabetes_years"] == Whole(12)


def test_that_a_number_never_gets_a_unit_that_nobody_chose(begun, shown, qtbot):
    window = shown(begun)
    at(window, "hba1c")
    qtbot.keyClicks(QApplication.focusWidget(), "8,1")
    press(qtbot, Qt.Key.Key_Return)
    answer = window.session.wizard.answers.cells["hba1c"]
    assert isinstance(answer, Measured)
    assert (str(answer.value), answer.unit) == ("8.1", "")


def test_that_an_edit_reaches_the_session_once_and_is_drawn_back_without_an_echo(begun, shown, qtbot):
    window = shown(begun)
    view = at(window, "diabetes_years")
    with qtbot.assertNotEmitted(window.session.changed):
        view.show_value(replace(view.state, answer=Whole(3)))
    view.show_value(replace(view.state, answer=None))
    heard = []
    window.session.changed.connect(heard.append)
    qtbot.keyClicks(QApplication.focusWidget(), "7")
    press(qtbot, Qt.Key.Key_Return)
    assert len(heard) == 1


def test_that_closing_asks_when_something_is_not_saved(empty, shown, qtbot):
    window = shown(empty)
    assert window.close()
    window.show()
    window.session.answer("diabetes_type", Chosen("t2"), None)
    with qtbot.waitSignal(window.close_asked):
        assert not window.close()
    assert window.isVisible()


# --- 3 ---------------------------------------------------------------------------------------------------------------


def test_that_markup_in_a_name_is_shown_as_it_is(empty, shown):
    patient = Patient(family="<h1>Cleared</h1>", given="A&B", identifier="<img src='x'>")
    window = shown(empty.with_patient(patient))
    labels = [label for label in window.findChildren(QLabel) if "cleared" in label.text().lower()]
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in window.findChildren(QLabel))


def test_that_every_text_on_screen_is_made_by_the_one_class_that_shows_it_plain():
    users = [path.name for path in GUI.rglob("*.py") if "QLabel" in path.read_text()]
    assert users == ["labels.py"]
    assert issubclass(Words, QLabel)


def test_that_no_two_controls_of_a_page_share_a_letter_of_the_keyboard(empty, shown):
    window = shown(empty)
    for page in window.session.wizard.pages:
        window.go(page)
        texts = [
            button.text().replace("&&", "") for button in window.findChildren(QAbstractButton) if button.isVisible()
        ]
        assert not [text for text in texts if "&" in text]


# --- 4 ---------------------------------------------------------------------------------------------------------------


def test_that_tab_goes_through_a_page_as_one_reads_it(begun, shown, qtbot):
    window = shown(begun)
    for page in window.session.wizard.pages:
        window.go(page)
        stops = [
            each
            for each in window.body.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
        ]
        drawings = [
            isinstance(each, FeetView) for each in stops
        ]  # beside the rows that they belong to: read after them
        places = [
            each.mapTo(window.body, each.rect().bottomRight() if is_drawing else each.rect().center())
            for each, is_drawing in zip(stops, drawings, strict=True)
        ]
        rows = sorted(range(len(stops)), key=lambda i: (places[i].y() // 12, places[i].x()))
        stops[rows[0]].setFocus()
        walked = []
        for _ in stops:
            walked.append(QApplication.focusWidget())
            press(qtbot, Qt.Key.Key_Tab)
        assert set(walked) == set(stops), page
        tops = [each.mapTo(window.body, each.rect().bottomRight()).y() for each in walked]
        assert [each.accessibleName() for each in walked] == [stops[i].accessibleName() for i in rows], page
        rises = [(a, b) for a, b in itertools.pairwise(tops) if b < a - 60]
        assert not rises, (page, rises)


def test_that_tab_goes_from_the_list_through_the_page_to_its_meaning_also_on_a_page_seen_before(begun, shown):
    window = shown(begun)
    for page in ("history", "safety", REVIEW, "history", "safety"):
        window.go(page)
        parts = (window.list, window.body, window.so_far, window.footer)
        here, gone_through = window.list.buttons[REVIEW], []
        while not gone_through or here is not window.list.buttons[REVIEW]:
            if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.isVisible() and here.window() is window:
                gone_through += [part for part in parts if part.isAncestorOf(here)]
            here = here.nextInFocusChain()
        assert [part for part, _ in itertools.groupby(gone_through)] == [*parts, *parts[:1]], page


# --- 5 ---------------------------------------------------------------------------------------------------------------


def test_that_an_entry_of_the_review_leads_to_its_question(empty, shown, qtbot):
    window = shown(empty)
    window.go(REVIEW)
    first = window.body._open._gaps[0]
    window.body.jump_asked.emit(first.cell)
    assert window.session.wizard.page == first.page


def test_that_the_paragraph_is_the_draft_until_it_is_edited_and_again_after_going_back(begun, shown, qtbot):
    window = shown(begun)
    window.go(REVIEW)
    form = window.body._summary
    drafted = form._text.toPlainText()
    assert "Diabetes: type 2" in drafted
    form.commit()
    assert window.session.wizard.answers.summary.text == "", "a draft that nobody edited follows the answers"
    form._text.setPlainText(f"{drafted} He asks about driving.")
    form.commit()
    assert window.session.wizard.answers.summary.text.endswith("He asks about driving.")
    assert form.back.isVisible()
    form.back.click()
    assert window.session.wizard.answers.summary.text == ""
    assert form._text.toPlainText() == drafted
    assert not form.back.isVisible()


def test_that_why_opens_for_every_result_of_the_panel(empty, shown, qtbot):
    window, form = shown(empty), empty.form
    titles = {each.id: each.title for each in (*form.scores, *form.findings, *form.values)}
    for result in (*window.so_far._scores, *window.so_far._findings, *window.so_far._values):
        window.asides.explain(result)
        why = QApplication.activeModalWidget()
        assert isinstance(why, Why)
        assert titles[result.partition(".")[0]] in why.accessibleName()
        why.close()


def test_that_a_table_takes_rows_one_after_the_other_and_its_end(empty, shown, qtbot):
    window = shown(empty)
    view = at(window, "medicines")
    view.edited.emit("medicines.0.weeks", Whole(12), None)
    view.edited.emit("medicines.1.weeks", Whole(8), None)
    view.row_removed.emit("medicines", 0)
    answer = window.session.wizard.answers.cells["medicines"]
    assert isinstance(answer, Rows)
    assert [dict(row) for row in answer.rows] == [{"weeks": Whole(8)}]


def test_that_what_a_screen_reader_selects_in_a_closed_list_is_the_answer(empty, shown):
    window = shown(empty)
    window.go("treatment")
    pick = at(window, "medicines")._parts[0]["drug"].pick
    pick.view().selectionModel().select(pick.model().index(1, 0), QItemSelectionModel.SelectionFlag.Toggle)
    assert window.session.wizard.answers.cells["medicines"].rows[0]["drug"] == pick.itemData(1)


def test_that_the_parts_of_a_page_that_a_screen_reader_counts_stay_the_same(begun, shown):
    window = shown(begun)
    window.go("history")
    page = QAccessible.queryAccessibleInterface(window.pages._pages["history"].area)
    counted = page.childCount()
    window.resize(window.width(), 3000)
    QApplication.processEvents()
    assert page.childCount() == counted
    window.go(REVIEW)
    assert page.childCount() == counted


def test_that_a_birth_date_written_by_another_program_stays_until_it_is_taken(empty, shown):
    window = shown(empty)
    window.go(PATIENT)
    line = window.findChild(QWidget, "patient.born")
    line.setText("1968-03-14")
    window.session.set_patient(Patient("EXAMPLE"))
    assert line.text() == "1968-03-14"


def test_that_the_first_page_needs_no_evaluator(form, qtbot, qapp):
    from screener.entry import Habits
    from screener.gui.main_window import MainWindow
    from screener.gui.session import Session

    def refuse(*_):
        raise AssertionError("assessed before the first page was drawn")

    window = MainWindow(Session(Wizard(form, Answers(), refuse), Habits()))
    qtbot.addWidget(window)
    assert window.body is not None


def test_that_the_message_windows_show_plain_text(shown, empty):
    from screener.gui.keeping import ask_before_closing, tell

    window = shown(empty)
    for box in (tell(window, "x", "<b>y</b>"), ask_before_closing(window, "<b>z</b>", list, list, list)):
        assert isinstance(box, QMessageBox)
        assert box.textFormat() is Qt.TextFormat.PlainText
        box.close()


def jump_box(window, qtbot, words):
    """Open the jump box and type into it."""
    window.asides.open_jump_box()
    box = QApplication.activeModalWidget()
    qtbot.waitUntil(box.line.hasFocus)
    qtbot.keyClicks(box.line, words)
    return box


def test_that_the_jump_box_leads_to_a_question_by_a_part_of_its_words(begun, shown, qtbot):
    window = shown(begun)
    press(qtbot, Qt.Key.Key_Tab)
    box = jump_box(window, qtbot, "ankle refl right")
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert window.session.wizard.page == "examination"
    assert window.focusWidget() is window.body.view_of("ankle_reflex.right").bar


@pytest.mark.parametrize(
    ("words", "first"),
    [("fast h", "Fast HbA1c fall reported"), ("fast fall", "Acute symptoms"), ("fall fast", "Acute")],
)
def test_that_the_jump_box_begins_with_what_begins_with_the_words_then_with_what_has_them_together(
    begun, shown, qtbot, words, first
):
    window = shown(begun.offered("hba1c_previous", NotDone()))
    box = jump_box(window, qtbot, words)
    assert box.list.item(0).text().startswith(first)
    box.close()


def test_that_the_jump_box_leads_to_the_question_that_decides_one_not_asked_yet(empty, shown, qtbot):
    window = shown(empty)
    box = jump_box(window, qtbot, "ankle refl right")
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert window.session.wizard.page == "examination"
    assert window.focusWidget() is window.body.view_of("amputation.right").bar


def test_that_the_jump_box_says_so_when_no_question_has_the_words(empty, shown, qtbot):
    window = shown(empty)
    box = jump_box(window, qtbot, "xyzzy")
    assert "No question" in box.list.item(0).text()
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert box.isVisible()
    box.close()


def test_that_what_the_keyboard_is_on_is_in_sight(begun, shown, qtbot):
    window = shown(begun)
    window.resize(1280, 720)
    window.go("safety")
    area = window.pages._pages["safety"].area
    for _ in range(40):
        here = QApplication.focusWidget()
        if here is window.footer.next:
            break
        top = here.mapTo(area.viewport(), here.rect().topLeft()).y()
        assert -1 <= top < area.viewport().height(), here.accessibleName()
        press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is window.footer.next


def test_that_the_points_of_a_trial_are_all_shown_and_each_can_be_explained(begun, shown, qtbot):
    window = shown(begun)
    window.go(REVIEW)
    trial = begun.form.trials[0]
    window.asides.show_points(trial.id)
    points = QApplication.activeModalWidget()
    links = [button for button in points.findChildren(QAbstractButton) if button.text() == "Why"]
    assert len(links) == len(trial.criteria)
    links[0].click()
    why = QApplication.activeModalWidget()
    assert why is not points
    question = next(
        button for button in why.findChildren(QAbstractButton) if button.accessibleName().startswith("Go to")
    )
    question.click()
    assert QApplication.activeModalWidget() is None
    assert window.session.wizard.page != REVIEW
