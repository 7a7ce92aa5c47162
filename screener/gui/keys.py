"""Every key of the window with what it does: the shortcuts, and the sheet that F1 opens."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from screener.frozen import dataclass

if TYPE_CHECKING:
    from screener.gui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the sheet; `act`: what of the window the keys call."""

    keys: tuple[str, ...]
    words: str
    act: str = ""


IN_A_QUESTION = (
    Key(("1 to 9, 0",), "choose an option, 0 the tenth; in a table, of the list"),
    Key(("Y", "N"), "answer yes or no; N in a number that may be not done"),
    Key(("U",), "not known"),
    Key(("X",), "not assessed"),
    Key(("R",), "declined (refused)"),
    Key(("C",), "unable (cannot)"),
    Key(("F2",), "reasons for no value, and why a question is asked"),
    Key(("F3",), "write a note on the answer"),
    Key(("Delete",), "take the answer back"),
    Key(("Left", "Right", "Space"), "move over options without answering, then choose"),
    Key(("Enter",), "go to the next question; confirm an unusual value"),
    Key(("Tab", "Shift+Tab"), "go to the next or the previous control"),
)
OF_THE_WINDOW = (
    Key(("PgDown", "Ctrl+PgDown"), "next page", "navigation.go_next"),
    Key(("PgUp", "Ctrl+PgUp"), "previous page", "navigation.go_back"),
    Key(("F6",), "the list of pages", "open_pages"),
    Key(("F7",), "what the answers mean so far", "open_side"),
    Key(("F4",), "back to the page from which a question was gone to", "navigation.return_"),
    Key(("Ctrl+J",), "jump to a question", "asides.open_jump_box"),
    Key(("Ctrl+M",), "mark the rest of this block normal, or no", "mark_rest"),
    Key(("Ctrl+Z",), "undo the last answer", "navigation.undo"),
    Key(("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "navigation.redo"),
    Key(("F9",), "what if: try answers without recording them; again to end", "try_out"),
    Key(("Ctrl+S",), "save the answers", "save_asked.emit"),
    Key(("Ctrl+P",), "preview the summary", "preview_asked.emit"),
    Key(("Ctrl++", "Ctrl+="), "larger letters", "enlarge"),
    Key(("Ctrl+-",), "smaller letters", "reduce"),
    Key(("Ctrl+0",), "letters as they come", "use_usual_size"),
    Key(("Ctrl+N",), "another screening, after this one is saved and closed", "new_asked.emit"),
    Key(("Ctrl+O",), "a screening from a file, after this one is saved and closed", "open_asked.emit"),
    Key(("Ctrl+,",), "settings", "settings_asked.emit"),
    Key(("F1",), "this sheet", "asides.open_keys"),
)
NAMES = {"plus": "+", "PgDown": "Page Down", "PgUp": "Page Up"}


def add_keys(window: MainWindow) -> None:
    """Give the window its keys."""
    for key in OF_THE_WINDOW:
        for sequence in key.keys:
            QShortcut(QKeySequence(sequence), window).activated.connect(attrgetter(key.act)(window))


def key_words(key: Key) -> str:
    """Return the keys of a line as they are written on them."""
    return ", ".join(_named(each) for each in key.keys)


def _named(sequence: str) -> str:
    *held, last = sequence.replace("++", "+plus").split("+")
    return "+".join((*held, NAMES.get(last, last)))
