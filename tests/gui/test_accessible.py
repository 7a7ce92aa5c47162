"""For everyone: every control of every page of every form, and of every dialog, has a name, a role and its state."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from screener.assess.answers import Answers, Chosen, Measured, NotDone, Rows
from screener.assess.assess import assess
from screener.entry import Typed
from screener.form.load import load_form
from screener.gui import spoken_words
from screener.gui.body_view import BodyView
from screener.gui.views.option_button import REASON
from screener.gui.views.options import OptionBar
from screener.progress import page_states
from screener.shelf import shelf
from screener.wizard import PATIENT, REVIEW, CellState, Wizard
from tests.gui.conftest import NOON


def focusable(inside):
    return [
        each for each in inside.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled() and each.window() is inside.window()
    ]  # fmt: skip


def heard(widget) -> tuple[str, QAccessible.Role]:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None, widget
    return found.text(QAccessible.Text.Name), found.role()


def described(widget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def nameless(inside) -> list[str]:
    return [f"{type(each).__name__} {each.objectName()}" for each in focusable(inside) if not heard(each)[0].strip()]


@pytest.fixture(params=sorted(shelf()))
def screening(request) -> Wizard:
    form = load_form(shelf()[request.param])
    answers = {item.id: Chosen("yes") for item in form.items.values() if item.id == "trial_enquiry"}
    return Wizard(form, Answers(answers, assessed=NOON), assess)


def test_that_every_control_of_every_page_has_a_name_of_its_own(screening, shown):
    window = shown(screening)
    for page in screening.pages:
        window.go(page)
        assert nameless(window) == [], page
        names = [heard(each)[0] for each in focusable(window.body)]
        assert len(names) == len(set(names)), (page, sorted(name for name in names if names.count(name) > 1))


def test_that_every_option_is_heard_with_its_words_and_whether_it_is_chosen(begun, shown):
    window = shown(begun)
    window.jump("diabetes_type")
    found = QAccessible.queryAccessibleInterface(window.body.view_of("diabetes_type").bar)
    options = [found.child(place) for place in range(found.childCount())]
    names = [option.text(QAccessible.Text.Name) for option in options]
    assert names[:2] == ["Type 1", "Type 2"]
    assert [bool(option.state().checked) for option in options][:2] == [False, True]


def test_that_the_options_of_a_choice_are_radio_buttons_in_a_group_with_the_name_of_the_question(begun, shown):
    window = shown(begun)
    for cell, role in (
        ("diabetes_type", QAccessible.Role.RadioButton),
        ("trial_enquiry", QAccessible.Role.RadioButton),
        ("other_causes", QAccessible.Role.CheckBox),
    ):
        window.jump(cell)
        bar = window.body.view_of(cell).bar
        group = QAccessible.queryAccessibleInterface(bar)
        assert (group.role(), group.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, bar.accessibleName())
        options = [group.child(place) for place in range(len(bar.buttons) - 1)]
        assert {option.role() for option in options} == {role}, cell
        assert {option.parent().text(QAccessible.Text.Name) for option in options} == {window.body.view_of(cell).label}


@pytest.fixture
def announced(monkeypatch):
    """Return what a screen reader is asked to say at once."""
    said = []
    monkeypatch.setattr(spoken_words.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(spoken_words.QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    return said


def test_that_what_keeps_the_keyboard_because_it_was_refused_is_heard(begun, shown, qtbot, announced):
    window = shown(begun)
    window.body._lines["born"].setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "14 mar 62\r")
    window.jump("diabetes_years")
    for key in "9o\r":
        qtbot.keyClicks(QApplication.focusWidget(), key)
    assert [said.partition(".")[0] for said in announced] == [
        "not taken: The year needs its four digits: write 3 Apr 2026, 2026-04-03, Apr 2026 or 2026",
        "not taken: This is no whole number: write digits only, such as 12",
    ]


def test_that_arrows_over_options_and_regions_are_heard(begun, shown, qtbot, announced):
    window = shown(begun)
    window.jump("diabetes_type")
    bar = window.body.view_of("diabetes_type").bar
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(bar, key)
    assert announced == ["Type 1", "Type 2: chosen", "Type 1"]
    announced.clear()
    window.jump("regions.left")
    drawing = window.body.findChild(BodyView)
    drawing.setFocus()
    drawing._go("left.hip")
    qtbot.keyClick(drawing, Qt.Key.Key_Down)
    assert announced[-1] == "Thigh, left: not recorded"


def toggle(bar, option):
    """Do what a screen reader does."""
    button = next(button for button in bar.buttons if button.segment.id == option)
    actions = QAccessible.queryAccessibleInterface(button).actionInterface()
    actions.doAction(actions.toggleAction())


def test_that_a_choice_made_by_a_screen_reader_is_one_change_and_the_other_option_is_heard_as_not_chosen(begun, shown):
    window = shown(begun)
    window.jump("diabetes_type")
    bar = window.body.view_of("diabetes_type").bar
    toggle(bar, "t1")
    assert window.session.wizard.answers.cells["diabetes_type"] == Chosen("t1")
    assert len(window.session.wizard.past) == 1
    heard_chosen = [
        QAccessible.queryAccessibleInterface(button).state().checked
        for button in bar.buttons
        if button.segment.id in ("t1", "t2")
    ]
    assert heard_chosen == [1, 0]


def test_that_reasons_opened_by_a_screen_reader_and_closed_again_change_nothing(begun, shown):
    window = shown(begun)
    window.jump("diabetes_type")
    bar = window.body.view_of("diabetes_type").bar
    toggle(bar, REASON)
    QApplication.activePopupWidget().close()
    chosen = [button.segment.id for button in bar.buttons if button.isChecked()]
    assert chosen == ["t2"]
    assert not window.session.wizard.past


def test_that_an_answer_taken_back_leaves_no_option_chosen(begun, shown):
    window = shown(begun)
    window.jump("diabetes_type")
    window.session.undo()
    window.session.answer("diabetes_type", None, Typed())
    bar = window.body.view_of("diabetes_type").bar
    assert not any(QAccessible.queryAccessibleInterface(button).state().checked for button in bar.buttons)


def test_that_an_error_is_part_of_what_is_heard_at_the_field(begun, shown, qtbot):
    window = shown(begun)
    window.jump("diabetes_years")
    line = QApplication.focusWidget()
    qtbot.keyClicks(line, "300\r")
    found = QAccessible.queryAccessibleInterface(line)
    assert "not possible" in found.text(QAccessible.Text.Description)


def test_that_every_window_that_opens_names_its_controls(begun, shown):
    window = shown(begun)
    window.go("results")
    asides = window.asides
    trial = begun.form.trials[0].id
    opened = [
        lambda: asides.explain("nds"), lambda: asides.show_points(trial), asides.show_flags, asides.show_not_asked,
        lambda: asides.explain_asked("hba1c"), asides.open_jump_box, asides.open_keys, asides.open_finish,
    ]  # fmt: skip
    for act in opened:
        act()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        assert nameless(dialog) == [], dialog.windowTitle()
        assert dialog.windowTitle()
        dialog.close()


def test_that_what_nobody_touched_is_heard_to_have_no_answer(screening, shown):
    window = shown(screening)
    for page in screening.pages[1:-1]:
        window.go(page)
        views = [view for block in window.body.blocks for view in block.views if view.state.answer is None]
        stops = [stop for view in views for stop in view.findChildren(QWidget) if stop in view.stops()]
        assert {described(stop) for stop in stops if not isinstance(stop, QPushButton)} == {"no answer yet"}, page


def test_that_each_page_in_the_list_is_heard_with_how_far_it_is(begun, shown):
    window = shown(begun)
    states = {
        state.page: state.spoken for state in page_states(begun) if state.page != REVIEW
    }  # where nothing is asked
    states[begun.page] = f"this page, {states[begun.page]}"
    assert {page: described(window.list.buttons[page]) for page in states} == states


def test_that_what_is_chosen_beside_the_form_is_heard_as_well(begun, shown, qtbot):
    window = shown(begun)
    window.go(PATIENT)
    gender = window.findChild(QWidget, "patient.gender")
    assert described(gender) == "no answer yet"
    gender.pressed.emit("female")
    assert described(gender) == "Female"
    window.go(REVIEW)
    sharing = next(bar for bar in window.body.findChildren(OptionBar) if bar.isVisible())
    assert described(sharing) == "Not recorded"


def test_that_a_number_is_heard_with_what_is_wrong_with_it_and_its_note(begun, shown):
    window = shown(begun)
    window.jump("hba1c_previous")
    view = window.body.view_of("hba1c_previous")
    number = Measured(Decimal("8.1"), "%")
    view.show_value(CellState(number, None, note="fasting", contradiction="Later than the other."))
    assert described(view.line) == "8.1 %; Later than the other.; note: fasting"
    view.show_value(CellState(NotDone(), None))
    assert described(view.line) == "Not done"


def test_that_the_end_of_a_table_is_heard_as_it_stands(begun, shown):
    window = shown(begun)
    window.jump("medicines")
    end = window.body.view_of("medicines").end
    row = {"drug": Chosen("duloxetine")}
    for rows, said in (
        (Rows((), complete=True), "None"), (Rows((row,)), "no answer yet"), (Rows((row,), complete=True), "That is all"),
    ):  # fmt: skip
        window.session.answer("medicines", rows, Typed())
        assert described(end) == said
