"""Every key of the window with what it does: the shortcuts, and the sheet that F1 opens."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from screener.frozen import dataclass
from screener.gui.fields import NO_KEY, YES_KEYS
from screener.language import tr

if TYPE_CHECKING:
    from screener.gui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the sheet; `act`: what of the window the keys call."""

    keys: tuple[str, ...]
    words: str
    act: str = ""


IN_A_QUESTION = (
    Key((tr("1 to 9, 0"),), tr("choose an option, 0 the tenth; in a table, of the list")),
    Key(
        (*dict.fromkeys(YES_KEYS), NO_KEY),
        tr("answer yes or no; N in a number that may be not done, and for none in a long list"),
    ),
    Key(("U",), tr("not known")),
    Key(("X",), tr("not assessed")),
    Key(("R",), tr("declined (refused)")),
    Key(("C",), tr("unable (cannot)")),
    Key(("F2",), tr("reasons for no value, and why a question is asked")),
    Key(("F3",), tr("write a note on the answer")),
    Key(("Delete",), tr("take the answer back")),
    Key(
        ("Left", "Right", "Space"), tr("move over options without answering, then choose; Left first goes to the last")
    ),
    Key(("Enter",), tr("go to the next question; confirm an unusual value")),
    Key(("Ctrl+Enter",), tr("go on from a text of several lines")),
    Key(("Tab", "Shift+Tab"), tr("go to the next or the previous control")),
)
OF_THE_WINDOW = (
    Key(("PgDown", "Ctrl+PgDown"), tr("next page"), "navigation.go_next"),
    Key(("PgUp", "Ctrl+PgUp"), tr("previous page"), "navigation.go_back"),
    Key(("F6",), tr("the list of pages, Home and End to its ends; again to go back"), "navigation.open_pages"),
    Key(
        ("F7",), tr("what the answers mean so far, Home and End to its ends; again to go back"), "navigation.open_side"
    ),
    Key(("Esc",), tr("back to the question from the list, or from what the answers mean"), "navigation.go_to_page"),
    Key(("F4",), tr("back to the page from which a question was gone to"), "navigation.return_"),
    Key(("Ctrl+J",), tr("jump to a question"), "asides.open_jump_box"),
    Key(("Ctrl+M",), tr("mark the rest of this block normal, or no"), "mark_rest"),
    Key(("Ctrl+Z",), tr("undo the last answer"), "navigation.undo"),
    Key(("Ctrl+Shift+Z", "Ctrl+Y"), tr("redo"), "navigation.redo"),
    Key(("F9",), tr("what if: try answers without recording them; again to end"), "try_out"),
    Key(("Ctrl+S",), tr("save the answers"), "save_asked.emit"),
    Key(("Ctrl+P",), tr("preview the summary"), "preview_asked.emit"),
    Key(("Ctrl++", "Ctrl+="), tr("larger letters"), "enlarge"),
    Key(("Ctrl+-",), tr("smaller letters"), "reduce"),
    Key(("Ctrl+0",), tr("letters as they come"), "use_usual_size"),
    Key(("Ctrl+N",), tr("another screening, after this one is saved and closed"), "new_asked.emit"),
    Key(("Ctrl+O",), tr("a screening from a file, after this one is saved and closed"), "open_asked.emit"),
    Key(("Ctrl+,",), tr("settings"), "settings_asked.emit"),
    Key(("F1",), tr("this sheet"), "asides.open_keys"),
)
NAMES = {
    "plus": "+", "PgDown": tr("Page Down"), "PgUp": tr("Page Up"), "Left": tr("Left arrow"), "Right": tr("Right arrow"),
    "Space": tr("Space"), "Enter": tr("Enter"), "Tab": tr("Tab"), "Shift": tr("Shift"), "Ctrl": tr("Ctrl"),
    "Delete": tr("Delete"), "Esc": tr("Esc"),
}  # fmt: skip


def add_keys(window: MainWindow) -> None:
    """Give the window its keys."""
    for key in OF_THE_WINDOW:
        for sequence in key.keys:
            QShortcut(QKeySequence(sequence), window).activated.connect(attrgetter(key.act)(window))


def key_words(key: Key) -> str:
    """Return the keys of a line as they are written on them."""
    return ", ".join(_named(each) for each in key.keys)


def _named(sequence: str) -> str:
    return "+".join(NAMES.get(each, each) for each in sequence.replace("++", "+plus").split("+"))
