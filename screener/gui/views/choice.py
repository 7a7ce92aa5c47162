"""Yes/no, one of several, and some of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.assess.answers import Chosen, ChosenSeveral
from screener.form.model import NO, YES, ItemType
from screener.gui.fields import NO_KEY, YES_KEYS
from screener.gui.views.cell_view import CellView, reason_words
from screener.gui.views.option_button import REASON, Segment
from screener.gui.views.options import OptionBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from screener.assess.answers import Answer
    from screener.entry import Habits
    from screener.form.model import Item
    from screener.wizard import CellState

YES_NO_KEYS = {YES: YES_KEYS, NO: (NO_KEY, NO_KEY)}
DIGITS = "1234567890"  # the tenth option has the key right of the ninth


def segments_of(item: Item) -> list[Segment]:
    """Return the options of an item with the keys that press them: Y and N, or their number; N for a late "none"."""
    if item.type is ItemType.YES_NO:
        return [Segment(option.id, option.text, *YES_NO_KEYS[option.id]) for option in item.options]
    return [
        Segment(option.id, option.text, DIGITS[number : number + 1] or (NO_KEY if option.exclusive else ""))
        for number, option in enumerate(item.options)
    ]


class ChoiceView(CellView):
    """One option of several: choosing by key goes on to the next question."""

    def __init__(self, name: str, item: Item, habits: Habits, label: str) -> None:
        super().__init__(name, item, habits, label)
        self.bar = OptionBar(segments_of(item), several=item.type is ItemType.SEVERAL)
        self.bar.setAccessibleName(label)
        self.bar.pressed.connect(self._press)
        self.setFocusProxy(self.bar)
        self.row.addWidget(self.bar, 1)

    def stops(self) -> list[QWidget]:
        """Return the options: one stop."""
        return [self.bar]

    def draw(self, state: CellState) -> None:
        """Draw what is chosen."""
        answer = state.answer
        chosen = [answer.option] if isinstance(answer, Chosen) else []
        by_block = isinstance(answer, Chosen) and answer.by_block
        self.bar.show_chosen(chosen, reason_words(answer), is_light=by_block)

    def _press(self, option: str) -> None:
        if option == REASON:
            self.open_reasons(self.bar.where_dots_are())
        else:
            self.choose(option)

    def choose(self, option: str) -> None:
        """Report the option; choosing the same once more says that it was meant."""
        self.give(Chosen(option))
        if self.bar.hasFocus():
            self.left.emit(self)


class SeveralView(ChoiceView):
    """Any number of options; an exclusive one stands alone."""

    def draw(self, state: CellState) -> None:
        """Draw what is chosen."""
        chosen = state.answer.options if isinstance(state.answer, ChosenSeveral) else ()
        self.bar.show_chosen(chosen, reason_words(state.answer))

    def choose(self, option: str) -> None:
        """Put an option in or out."""
        self.give(with_option(self.item, self.state.answer, option))

    def _answer_spoken(self, state: CellState) -> str:
        if isinstance(state.answer, ChosenSeveral):
            return ", ".join(self.item.option(option).text for option in state.answer.options)
        return super()._answer_spoken(state)


def with_option(item: Item, before: Answer | None, option: str) -> ChosenSeveral | None:
    """Return an answer with an option put in, or taken out where it is in; an exclusive one stands alone."""
    chosen = set(before.options) if isinstance(before, ChosenSeveral) else set()
    if option in chosen or item.option(option).exclusive:
        after = chosen - {option} if option in chosen else {option}
    else:
        after = {option, *chosen} - {each.id for each in item.options if each.exclusive}
    return ChosenSeveral(tuple(each.id for each in item.options if each.id in after)) if after else None
