"""One script, two players: the same steps on the core, and on the real window with its keyboard."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from screener.assess.answers import (
    Chosen,
    ChosenSeveral,
    Measured,
    NotDone,
    NoValue,
    PartialDate,
    Reason,
    Rows,
    Whole,
    Written,
)  # fmt: skip
from screener.entry import Typed, judged
from screener.form.model import ItemType
from screener.language import tr
from screener.wizard import PATIENT

if TYPE_CHECKING:
    from screener.assess.answers import Answer, Answers, Patient
    from screener.form.model import Form, Item
    from screener.wizard import Wizard

LETTERS = {Reason.UNKNOWN: "U", Reason.NOT_ASSESSED: "X", Reason.DECLINED: "R", Reason.UNABLE: "C"}


@dataclass(frozen=True)
class Identified:
    """Say who it is."""

    patient: Patient


@dataclass(frozen=True)
class Went:
    """Show a page."""

    page: str


@dataclass(frozen=True)
class Answered:
    """Give an answer to a cell."""

    cell: str
    answer: Answer


@dataclass(frozen=True)
class Mistyped:
    """Type something that is no answer to the cell, or not yet."""

    cell: str
    text: str


@dataclass(frozen=True)
class MarkedNormal:
    """Mark the rest of a block of the current section normal."""

    block: int


@dataclass(frozen=True)
class Undone:
    """Take the last change back."""


Step = Identified | Went | Answered | Mistyped | MarkedNormal | Undone


def script_of(form: Form, answers: Answers) -> list[Step]:
    """Return the steps that give all answers, in the order of the form."""
    steps: list[Step] = [Identified(answers.patient)]
    for section in form.sections:
        steps.append(Went(section.id))
        steps += [
            Answered(cell, answers.cells[cell])
            for item in section.items for cell in item.cells if cell in answers.cells
        ]  # fmt: skip
    return steps


def on_core(wizard: Wizard, steps: list[Step]) -> Wizard:
    """Play the script without any window."""
    for step in steps:
        match step:
            case Identified(patient):
                wizard = wizard.with_patient(patient)
            case Went(page):
                wizard = wizard.go(page)
            case Answered(cell, answer):
                wizard = wizard.offered(cell, answer)
            case Mistyped(cell, text):
                wizard = _mistyped(wizard, cell, text)
            case MarkedNormal(block):
                wizard = wizard.marked_normal(wizard.section.blocks[block])
            case Undone():
                wizard = wizard.undo()
    return wizard


def _mistyped(wizard: Wizard, cell: str, text: str) -> Wizard:
    if text.isdigit():
        return wizard.offered(cell, Whole(int(text)), Typed(text))
    return wizard.refused(cell, Typed(text), "")


class Hand:
    """Plays the script on a window, with keys alone."""

    def __init__(self, window: Any, qtbot: Any) -> None:
        self.window, self.qtbot = window, qtbot
        self.presses = 0
        self.left_out: list[str] = []

    def play(self, steps: list[Step]) -> Wizard:
        for step in steps:
            match step:
                case Identified(patient):
                    self._identify(patient)
                case Went(page):
                    self.window.go(page)
                case Answered(cell, answer):
                    self._answer(cell, answer)
                case Mistyped(cell, text):
                    self._focus(cell)
                    self._type(text)
                    self._press("Enter")
                case MarkedNormal(block):
                    self._mark_rest(block)
                case Undone():
                    self._press("Ctrl+Z")
        return self.window.session.wizard

    # --- keys ---------------------------------------------------------------------------------------------------

    @property
    def here(self) -> Any:
        from PySide6.QtWidgets import QApplication

        popup = QApplication.activePopupWidget()
        found = (popup.focusWidget() or popup) if popup is not None else QApplication.focusWidget()
        assert found is not None, "the keyboard is nowhere"
        return found

    def _press(self, key: str) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence

        if len(key) == 1:
            self.qtbot.keyClicks(self.here, key)
        else:
            combination = QKeySequence("Return" if key == "Enter" else key)[0]
            self.qtbot.keyClick(self.here, Qt.Key(combination.key()), combination.keyboardModifiers())
        self.presses += 1

    def _type(self, text: str) -> None:
        for letter in text:
            self._press("Enter" if letter == "\n" else letter)

    def _mark_rest(self, block: int) -> None:
        before = self.window.session.wizard
        self._focus(before.section.blocks[block].items[0].cells[0])
        self._press("Ctrl+M")
        if self.window.session.wizard is before:  # the block had to be brought into sight first
            self._press("Ctrl+M")

    def _focus(self, cell: str) -> bool:
        view = self.window.body.view_of(cell)
        if view is None or not view.isVisible():
            return False
        view.setFocus()
        return True

    # --- answers ------------------------------------------------------------------------------------------------

    def _identify(self, patient: Patient) -> None:
        self.window.go(PATIENT)
        born = str(patient.born) if patient.born else ""
        for name, text in (("family", patient.family), ("given", patient.given), ("born", born)):
            self._fill(f"patient.{name}", text)
        if patient.gender:
            self._find("patient.gender").setFocus()
            self._press({"female": "1", "male": "2", "other": "3", "unknown": "U"}[patient.gender])
        self._fill("patient.identifier", patient.identifier)

    def _find(self, name: str) -> Any:
        from PySide6.QtWidgets import QWidget

        return self.window.findChild(QWidget, name)

    def _fill(self, name: str, text: str) -> None:
        if text:
            self._find(name).setFocus()
            self._type(text)
            self._press("Enter")

    def _answer(self, cell: str, answer: Answer) -> None:
        if not self._focus(cell):
            self.left_out.append(cell)
            return
        wizard = self.window.session.wizard
        self._give(wizard, wizard.form.cells[cell], cell, answer)

    def _give(self, wizard: Wizard, item: Item, name: str, answer: Answer) -> None:
        match answer:
            case NoValue(reason, text):
                self._give_reason(item, reason, text)
            case Chosen() | ChosenSeveral():
                self._choose(item, answer)
            case Whole() | Measured():
                self._give_number(wizard, item, answer)
            case NotDone():
                self._press("N")
            case PartialDate():
                self._type(str(answer))
                self._press("Enter")
            case Written(text):
                self._type(text)
                self._press("Ctrl+Return" if item.lines > 1 else "Enter")
            case Rows():
                self._give_rows(wizard, item, name, answer)

    def _choose(self, item: Item, answer: Chosen | ChosenSeveral) -> None:
        chosen = answer.options if isinstance(answer, ChosenSeveral) else (answer.option,)
        ids = [option.id for option in item.options] or ["yes", "no"]
        for option in chosen:
            number = ids.index(option) + 1
            if item.type is ItemType.YES_NO:
                self._press(tr("Y") if option == "yes" else "N")
            elif number <= 10:
                self._press(str(number % 10))
            else:
                for _ in range(number):
                    self._press("Right")
                self._press("Space")

    def _give_reason(self, item: Item, reason: Reason, text: str) -> None:
        if item.type is ItemType.TEXT:
            self._press("F2")
        self._press(LETTERS[reason])
        if text:
            self._type(text)
            self._press("Enter")

    def _give_number(self, wizard: Wizard, item: Item, answer: Whole | Measured) -> None:
        if isinstance(answer, Whole):
            before = self.here
            self._type(str(answer.value))
            if self.here is not before:
                return  # a number of a scale that can only be this one
        else:
            self._type(f"{answer.comparator}{answer.value:f}")
            units = [unit.id for unit in item.units]
            if len(units) > 1 and answer.unit:
                self._press("Enter")
                self._press(str(units.index(answer.unit) + 1))
            if answer.date is not None:
                if not self.here.accessibleName().endswith(tr("date")):
                    self._press("Enter")
                self._type(str(answer.date))
        self._press("Enter")
        unconfirmed = replace(answer, confirmed=False)
        if answer.confirmed and judged(item, wizard.answers, unconfirmed, Typed())[1] is not None:
            self._press("Enter")

    def _give_rows(self, wizard: Wizard, table: Item, name: str, answer: Rows) -> None:
        for number, row in enumerate(answer.rows):
            for column in table.columns:
                if column.id in row:
                    self._find(f"{name}.{number}.{column.id}").setFocus()
                    self._give_part(wizard, column, f"{name}.{number}.{column.id}", row[column.id])
        if answer.complete:
            self._find(f"{name}.end").setFocus()
            self._press("1")

    def _give_part(self, wizard: Wizard, column: Item, name: str, answer: Answer) -> None:
        if column.type in (ItemType.CHOICE, ItemType.YES_NO) and isinstance(answer, Chosen | NoValue):
            self._pick(answer)
        else:
            self._give(wizard, column, name, answer)

    def _pick(self, answer: Chosen | NoValue) -> None:
        combo = self.here
        wanted = next(i for i in range(combo.count()) if combo.itemData(i) == answer)
        if isinstance(answer, Chosen) and wanted <= 9:
            self._press(str(wanted))
            return
        self._press("Down")
        steps = wanted - combo.currentIndex() - sum(combo.itemText(i) == "" and i > 0 for i in range(wanted))
        for _ in range(max(steps, 0)):
            self._press("Down")
        self._press("Enter")
