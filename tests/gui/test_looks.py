"""Themes, sizes of letters, folding, settings, About, recent files; one screening at a time."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from screener.assess.answers import Chosen, NoValue, PartialDate, Patient, Reason, Whole
from screener.assess.assess import assess
from screener.entry import Typed
from screener.gui.frame import PAGES_WORD, SIDE_WORD
from screener.gui.labels import LinkButton, Words
from screener.gui.main_window import WIDTH
from screener.gui.program import Program
from screener.gui.scroll import is_in_sight
from screener.gui.theme import CONTRAST, DARK, HEADING, LIGHT, SMALL, dress, sized, theme_of
from screener.gui.why import flags, why
from screener.language import spoken
from screener.progress import page_states
from screener.report.document import ActionBox
from screener.report.notes import limits
from screener.store.settings import SIZES, Settings, read_settings, write_settings
from screener.wizard import PATIENT, REVIEW, Wizard
from tests.gui.conftest import FORM, NOON, settle
from tests.gui.drawn import faults
from tests.report.vignettes import answers, report


@pytest.fixture
def program(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("SCREENER_SETTINGS", str(tmp_path / "settings"))
    made = Program(qapp, lambda: NOON)
    yield made
    if made.window is not None:
        made.window.leave()
    if made.start is not None:
        made.start.close()
    dress(qapp)


@pytest.fixture
def opened(program, qtbot):
    program.new_screening(FORM)
    qtbot.waitUntil(lambda: program.window.so_far is not None)
    return program


def press(qtbot, key, modifiers=Qt.KeyboardModifier.ControlModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def test_that_larger_letters_keep_the_page_the_question_and_what_was_half_typed(opened, qtbot):
    window = opened.window
    window.session.answer("diabetes_type", Chosen("t2"), Typed())
    window.jump("diabetes_years")

    def letters():
        return QApplication.focusWidget().fontInfo().pixelSize()

    before = letters()
    qtbot.keyClicks(QApplication.focusWidget(), "12")
    press(qtbot, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: letters() > before)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.body.view_of("diabetes_years").line)
    assert QApplication.focusWidget().text() == "12"
    assert opened.looks.settings.percent == SIZES[1]
    press(qtbot, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: letters() == before)


@pytest.mark.parametrize("percent", SIZES)
def test_that_no_page_is_wider_than_a_small_screen_whatever_the_size_of_the_letters(begun, shown, qapp, percent):
    dress(qapp, "light", percent)
    window = shown(begun)
    window.resize(1280, 720)
    QApplication.processEvents()
    assert window.minimumSizeHint().width() <= 1280
    assert window.minimumSizeHint().height() <= 720
    for page in window.session.wizard.pages:
        window.go(page)
        assert window.body.minimumSizeHint().width() <= window.pages._pages[page].area.viewport().width(), page
    dress(qapp)


def test_that_the_panels_fold_to_buttons_when_letters_are_large_and_open_from_there(begun, shown, qapp, qtbot):
    dress(qapp, "light", 200)
    window = shown(begun)
    window.resize(1280, 720)
    QApplication.processEvents()
    assert (window.list.isVisible(), window.so_far.isVisible(), window.pages.isVisible()) == (False, False, True)
    window.frame._folds[SIDE_WORD].click()
    assert (window.so_far.isVisible(), window.pages.isVisible()) == (True, False)
    press(qtbot, Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    assert (window.list.isVisible(), window.so_far.isVisible()) == (True, False)
    window.list.buttons[REVIEW].click()
    assert (window.list.isVisible(), window.pages.isVisible()) == (False, True)
    assert window.session.wizard.page == REVIEW
    dress(qapp)
    assert PAGES_WORD in window.frame._folds


@pytest.fixture
def large(begun, shown, qapp):
    """Return a window of twice the usual letters on a small screen."""
    dress(qapp, "light", 200)
    window = shown(begun)
    window.resize(1280, 720)
    settle()
    yield window
    dress(qapp)


@pytest.mark.parametrize("percent", [100, 200])
def test_that_a_long_name_and_a_long_identifier_are_read_to_their_end(begun, shown, qapp, percent):
    dress(qapp, "light", percent)
    window = shown(begun)
    window.resize(1280, 720)
    family, given = "Wolfeschlegelstein-Featherstonehaugh", "Maximiliana Alexandra Konstantina"
    window.session.set_patient(Patient(family, given, identifier="NHS 943 476 5919 / Hospital number 00123456789-XK"))
    settle()
    assert faults(window) == []
    assert window.width() == 1280
    dress(qapp)


def test_that_opening_one_folded_panel_after_the_other_never_widens_the_window(large, qtbot):
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F6):
        press(qtbot, key, Qt.KeyboardModifier.NoModifier)
        settle()
    assert (large.width(), large.list.width()) == (1280, 1280)


def test_that_going_on_and_undoing_from_a_folded_panel_lead_back_to_the_page(large, qtbot):
    large.session.answer("diabetes_years", Whole(12), Typed("12"))
    for panel, leave in itertools.product((Qt.Key.Key_F6, Qt.Key.Key_F7), (Qt.Key.Key_PageDown, Qt.Key.Key_Z)):
        press(qtbot, panel, Qt.KeyboardModifier.NoModifier)
        assert not large.pages.isVisible()
        press(qtbot, leave)
        assert large.pages.isVisible()
        large.session.redo()


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_F7, Qt.Key.Key_F9])
def test_that_the_keyboard_stays_in_sight_whatever_opens(large, qtbot, key):
    for cell in ("knee_reflex.left", "pinprick.right"):
        large.so_far.verticalScrollBar().setValue(400)
        large.jump(cell)
        settle()
        press(qtbot, key, Qt.KeyboardModifier.NoModifier)
        settle()
        focused = QApplication.focusWidget()
        assert focused.isVisible(), (cell, focused.accessibleName())
        assert is_in_sight(focused), (cell, focused.accessibleName())
        if key == Qt.Key.Key_F9:
            press(qtbot, key, Qt.KeyboardModifier.NoModifier)


def test_that_raised_red_flags_stay_in_sight_where_the_panel_is_folded(begun, shown, qapp, qtbot):
    dress(qapp, "light", 150)
    window = shown(begun)
    window.resize(1280, 720)
    QApplication.processEvents()
    button = window.frame._folds[SIDE_WORD]
    assert (button.text(), window.so_far.isVisible()) == ("So far (F7): 25 not established", False)
    window.session.answer("cord_compression", Chosen("yes"), Typed())
    assert (button.text(), button.isVisible()) == ("So far (F7): 1 to act on", True)
    assert button.palette().color(button.foregroundRole()).name() == LIGHT.alarm
    assert window.rect().contains(button.geometry().translated(button.parentWidget().pos()))
    window.session.undo()
    assert (button.text(), button.tone) == ("So far (F7): 25 not established", "plain")
    dress(qapp)


def test_that_the_list_of_red_flags_marks_those_that_are_raised(begun, qtbot):
    raised = begun.offered("cord_compression", Chosen("yes"))
    _, _, found = flags(raised.assessment)
    assert [(said.key, said.more) for said in found if said.role == "alarm"] == [("RF01", "raised")]
    assert found[0].key == "RF01"


def test_that_words_take_the_room_of_the_letters_and_the_margins_they_have_now(qapp):
    """The same words in other letters, and other words in the same, are measured for themselves."""
    said = "Numbness that began in the toes and has reached the knees."
    small, large = Words(said, SMALL), Words(said, SMALL)
    sized(large, HEADING, bold=True)
    high = small.heightForWidth(160)
    assert high < large.heightForWidth(160)
    apart = Words(said, SMALL)
    apart.setContentsMargins(0, 12, 0, 0)
    assert apart.heightForWidth(160) == high + 12
    small.say(f"{said} {said}")
    assert small.heightForWidth(160) > high
    small.say(said)
    assert small.heightForWidth(160) == high
    sized(small, HEADING, bold=True)
    assert small.heightForWidth(160) == large.heightForWidth(160)


def test_that_a_link_is_as_wide_as_its_words_in_its_letters(qapp):
    link, wide = LinkButton("Why"), LinkButton("Why is this asked?")
    narrow = link.sizeHint().width()
    link.setText("Why is this asked?")
    assert narrow < link.sizeHint().width() == wide.sizeHint().width()
    sized(link, HEADING, bold=True)
    assert link.sizeHint().width() > wide.sizeHint().width()


def test_that_nothing_folds_at_the_usual_size(begun, shown):
    window = shown(begun)
    assert window.frame.hides == ()
    assert window.list.isVisible()
    assert window.so_far.isVisible()
    assert window.pages.isVisible()


def test_that_the_window_fills_a_screen_with_too_little_room_for_it_and_its_frame(opened):
    window = opened.window
    room = window.screen().availableSize()
    assert room.width() < WIDTH  # the screen of tests is small
    assert window.isMaximized()
    assert window.width() <= room.width()
    assert window.height() <= room.height()


@pytest.mark.parametrize(("name", "theme"), [("light", LIGHT), ("dark", DARK), ("contrast", CONTRAST)])
def test_that_a_theme_that_is_set_is_worn_by_every_part_and_kept(opened, qtbot, name, theme):
    settings = opened.looks.open_settings(opened.window)
    settings.theme.setFocus()
    qtbot.keyClicks(settings.theme, {"light": "2", "dark": "3", "contrast": "4"}[name])
    parts = opened.window.findChildren(QWidget)
    qtbot.waitUntil(lambda: {theme_of(each).text for each in opened.window.findChildren(QWidget)} == {theme.text})
    assert len(parts) > 100
    assert read_settings(opened.looks._folder).theme == name
    settings.close()


def test_that_settings_are_read_as_they_were_written_and_nonsense_counts_as_not_set(tmp_path):
    settings = Settings("dark", 150, "Letter", "es", "Dr A = B", "registrar", "North clinic", "ext. 4").with_recent(
        tmp_path / "a b.yaml"
    )
    write_settings(tmp_path, settings)
    assert read_settings(tmp_path) == settings
    (tmp_path / "settings.txt").write_text("theme=pink\npercent=1e9\npaper\nrole=x\n")
    assert read_settings(tmp_path) == Settings(role="x")
    (tmp_path / "settings.txt").write_bytes(b"\xff\xfe")
    assert read_settings(tmp_path) == Settings()


def test_that_settings_that_can_not_be_kept_are_worn_and_it_is_said_why(opened, tmp_path):
    (tmp_path / "settings").write_text("in the way", encoding="utf-8")
    opened.looks.set(Settings("dark"))
    box = QApplication.activeModalWidget()
    assert box.windowTitle() == "The settings could not be kept"
    assert str(tmp_path / "settings") in box.text()
    assert opened.looks.settings.theme == "dark"
    box.close()


def test_that_the_settings_wear_the_letters_chosen_in_them_and_the_keyboard_stays(opened, qtbot):
    settings = opened.looks.open_settings(opened.window)
    qtbot.waitUntil(settings.isActiveWindow)
    settings.clinic.setText("half typed")
    settings.size_.setFocus()
    for key in (*[Qt.Key.Key_Right] * (SIZES.index(150) + 1), Qt.Key.Key_Space):
        qtbot.keyClick(QApplication.focusWidget(), key)
    settle()
    assert settings.clinic.text() == "half typed"
    assert QApplication.focusWidget() is settings.size_
    sizes = {words.font().pointSizeF() for words in settings.findChildren(Words) if words.isVisible()}
    assert sizes == {15.0 * size for size in (HEADING, SMALL, 1)}
    qtbot.keyClick(settings.size_, Qt.Key.Key_Right)
    qtbot.keyClick(settings.size_, Qt.Key.Key_Space)
    settle()
    assert opened.looks.settings.percent == SIZES[SIZES.index(150) + 1]
    assert settings.screen().availableGeometry().contains(settings.frameGeometry())
    assert [fault for fault in faults(settings) if fault] == []
    settings.close()


def test_that_a_setting_is_drawn_as_it_is_set(opened, qtbot):
    """Paper and language were kept, and looked as before."""
    settings = opened.looks.open_settings(opened.window)
    for bar in (settings.theme, settings.size_, settings.paper, settings.language):
        qtbot.keyClick(bar, "2")
        assert [button.isChecked() for button in bar.buttons].index(True) == 1
    settings.close()


def test_that_the_language_of_the_next_start_is_chosen_by_its_own_name(opened, qtbot):
    settings = opened.looks.open_settings(opened.window)
    assert [button.text() for button in settings.language.buttons] == ["English", "Español"]
    assert "started again" in settings.language.accessibleName()
    qtbot.keyClick(settings.language, "2")
    assert read_settings(opened.looks._folder).language == "es"
    assert spoken() == "en"
    settings.close()


def test_that_settings_change_no_result(opened):
    before = opened.window.session.wizard.assessment
    opened.looks.set(Settings("contrast", 200, "Letter", "es", clinician="A", role="B", clinic="C", contact="D"))
    assert opened.window.session.wizard.assessment.same_as(before)


def test_that_about_names_versions_licences_the_hash_and_the_use(opened):
    opened.open_about()
    text = QApplication.activeModalWidget().text.toPlainText()
    for part in ("Qt 6", "LGPL", opened.window.session.wizard.form.sha256, "awaiting clinical review"):
        assert part in text
    QApplication.activeModalWidget().close()


def test_that_files_opened_last_are_offered_at_the_start(opened, tmp_path, qtbot):
    file = tmp_path / "screening.yaml"
    assert opened.files().save_to(file)
    opened.window.leave()
    opened.show_start()
    links = [link for link in opened.start.findChildren(LinkButton) if "screening.yaml" in link.text()]
    assert len(links) == 1
    links[0].click()
    assert opened.window.isVisible()
    assert not opened.start.isVisible()


def test_that_a_second_screening_asks_to_save_the_first_and_cancel_stays(opened, qtbot):
    first = opened.window
    first.session.answer("diabetes_type", Chosen("t2"), Typed())
    opened.new_screening(FORM)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "One screening is open at a time" in box.text()
    box.reject()
    assert opened.window is first
    first.close()
    box = QApplication.activeModalWidget()
    assert "before closing" in box.text()
    box.reject()


def test_that_a_file_to_open_is_chosen_before_anything_is_asked_of_the_screening_that_is_open(opened, tmp_path, qtbot):
    file = tmp_path / "screening.yaml"
    assert opened.files().save_to(file)
    first = opened.window
    qtbot.keyClick(first, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    QApplication.activeModalWidget().reject()
    assert (opened.window, first.isVisible()) == (first, True)
    qtbot.keyClick(first, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    QApplication.activeModalWidget().fileSelected.emit(str(file))
    assert opened.window is not first
    assert dict(opened.window.session.wizard.answers.cells) == dict(first.session.wizard.answers.cells)


def test_that_a_file_that_can_not_be_opened_leaves_the_screening_as_it_is(opened, tmp_path):
    first = opened.window
    opened.open_answers(tmp_path / "gone.yaml")
    assert "can't be opened" in QApplication.activeModalWidget().windowTitle()
    assert (
        QApplication.activeModalWidget().text().startswith(f"{tmp_path / 'gone.yaml'}: No such file or directory. Look")
    )
    QApplication.activeModalWidget().close()
    assert (opened.window, first.isVisible()) == (first, True)


def test_that_a_second_screening_opens_once_the_first_was_given_up(opened, qtbot):
    first = opened.window
    first.session.answer("diabetes_type", Chosen("t2"), Typed())
    opened.new_screening(FORM)
    box = QApplication.activeModalWidget()
    next(each for each in box.buttons() if box.buttonRole(each) is QMessageBox.ButtonRole.DestructiveRole).click()
    assert opened.window is not first
    assert dict(opened.window.session.wizard.answers.cells) == {}
    assert not first.isVisible()


def test_that_clear_red_flags_are_never_said_in_a_word_that_could_mean_raised(form, shown):
    window = shown(Wizard(form, answers("v01"), assess))
    assert window.so_far._flags_said.text() == "The other 24 are clear."
    assert {said.more for said in flags(window.session.wizard.assessment)[2]} == {"raised", "clear"}


def test_that_a_page_that_answers_still_to_come_decide_is_not_called_needless(empty, shown):
    window = shown(empty)
    states = {state.page: state.words for state in page_states(window.session.wizard)}
    assert states["trial"] == "not yet known"
    decided = empty.offered("trial_enquiry", Chosen("no"))
    assert {state.page: state.words for state in page_states(decided)}["trial"] == "not needed"


def test_that_questions_still_open_are_not_said_to_be_not_asked(empty, shown):
    window = shown(empty)
    window.go("examination")
    assert "not asked" not in window.body._not_asked.text()
    assert "more may follow" in window.body._not_asked.text()


def test_that_what_the_paper_says_is_to_be_done_stands_in_the_panel_as_well(form, begun, shown):
    nothing, window = shown(begun), shown(Wizard(form, answers("v03"), assess))
    assert not nothing.so_far._to_do.isVisible()
    panel = window.so_far
    assert panel._to_do.isVisible()
    assert panel._to_do.text().startswith("Vitamin B12: Deficiency range")
    boxes = [block for part in report("v03").parts for block in part.blocks if isinstance(block, ActionBox)]
    printed = [action.text for box in boxes for action in box.actions]
    assert set(panel._to_do.text().splitlines()) <= set(printed)


def test_that_what_limits_a_figure_on_paper_stands_beside_it_in_the_panel_and_in_its_explanation(form, shown):
    """In pregnancy eGFR is not valid, and total B12 falls."""
    pregnant = Wizard(form, answers("v05"), assess)
    window = shown(pregnant)
    of_figure = {"egfr": window.so_far._values, "b12_status": window.so_far._findings}
    for result, lines in of_figure.items():
        sentence = " ".join(limits(pregnant.assessment)[result])
        assert "pregnancy" in sentence
        assert (lines[result].more.isVisible(), lines[result].more.text()) == (True, sentence)
        explained = why(window, pregnant.assessment, result, print)
        assert sentence in [words.text() for words in explained.findChildren(Words)]
    window.session.answer("reproductive_status", Chosen("breast_feeding"), Typed())
    assert [lines[result].more.isVisible() for result, lines in of_figure.items()] == [False, False]


def test_that_a_red_flag_just_raised_comes_into_sight_though_the_panel_was_scrolled(begun, shown):
    window = shown(begun)
    bar = window.so_far.verticalScrollBar()
    bar.setValue(bar.maximum())
    window.session.answer("diabetes_years", Whole(12), Typed("12"))
    settle()
    assert bar.value() > 0
    window.session.answer("cord_compression", Chosen("yes"), Typed())
    assert bar.value() == 0


def test_that_a_red_flag_raised_as_another_clears_comes_into_sight_as_well(begun, shown):
    window = shown(begun.offered("cord_compression", Chosen("yes")))
    panel = window.so_far
    panel.verticalScrollBar().setValue(panel.verticalScrollBar().maximum())
    panel.show_wizard(begun.offered("acute_weakness", Chosen("yes")))
    assert (panel.raised, panel.verticalScrollBar().value()) == (1, 0)


@pytest.mark.parametrize(("percent", "most"), [(100, 0.08), (150, 0.13), (200, 0.17)])
def test_that_the_banner_is_low_and_names_the_patient_whatever_the_size_of_the_letters(
    form, begun, shown, qapp, percent, most
):
    """At 200 % it took 24 % of a small screen, 28 % in Spanish."""
    dress(qapp, "light", percent)
    patient = Patient("EXAMPLE", "Three", PartialDate(1962, 5, 2), "female", "900 000 0003")
    window = shown(begun.with_patient(patient))
    window.resize(1280, 720)
    settle()
    said = {words.text() for words in window.banner.findChildren(Words) if words.isVisible()}
    assert {"EXAMPLE, Three", "02-May-1962 (64 y)", "900 000 0003"} <= said
    assert window.banner.height() <= most * 720
    assert faults(window) == []
    dress(qapp)


@pytest.mark.parametrize("percent", [100, 200])
def test_that_it_is_said_whether_the_screening_is_saved_and_what_was_reviewed_in_little_room_as_well(
    begun, shown, qapp, percent
):
    dress(qapp, "light", percent)
    window = shown(begun)
    window.resize(1280, 720)
    window.go(REVIEW)
    settle()
    said = " ".join(words.text() for words in window.findChildren(Words) if words.isVisible())
    assert said.count("No changes · Screening 21-Nov-2026") == 1
    assert "Form awaiting clinical review." in said
    dress(qapp)


@pytest.mark.parametrize(
    "name",
    ["medicines.2.mg_day", "medicines.2.drug", "medicines.more", "hba1c.date", "hba1c.unit", "hba1c.*note",
     "ankle_reflex.left.*why", "patient_concerns", "patient.identifier", "summary.question", "summary.sharing"],
)  # fmt: skip
def test_that_larger_letters_leave_the_keyboard_on_the_very_field(begun, shown, name):
    """In the second row of the medicines a digit typed next chose another medicine in the first."""
    rows = begun.part_offered("medicines", 0, "drug", Chosen("duloxetine"))
    rows = rows.part_offered("medicines", 1, "drug", Chosen("pregabalin")).noted("hba1c", "fasting")
    window = shown(rows.offered("ankle_reflex.left", NoValue(Reason.UNABLE, "plaster")))
    if name.startswith(("patient.", "summary.")):
        window.go(REVIEW if name.startswith("summary") else PATIENT)
        window.findChild(QWidget, name).setFocus()
    else:
        window.jump(name)
    before = window.focusWidget()
    assert window.navigation.here().name == name
    window.build_anew()
    assert window.focusWidget() is not before
    assert type(window.focusWidget()) is type(before)
    assert window.navigation.here().name == name


def test_that_what_is_being_typed_goes_on_after_its_letters_grew(begun, shown, qtbot):
    window = shown(begun)
    for cell, said in (("diabetes_years", "12"), ("patient_concerns", "walking far")):
        window.jump(cell)
        qtbot.keyClicks(QApplication.focusWidget(), said[:1])
        window.build_anew()
        qtbot.keyClicks(window.focusWidget(), said[1:])
        window.commit()
        given = window.session.wizard.answers.cells[cell]
        assert said in (getattr(given, "text", ""), str(getattr(given, "value", "")))
