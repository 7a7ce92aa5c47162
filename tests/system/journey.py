"""A whole screening from another process, as a screen reader sees and operates the program.

Runs with the system's Python, which has `pyatspi` (Debian: python3-pyatspi); `.ci/system` starts it.

    python3 tests/system/journey.py STEPS.json SAVED.json [print]
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyatspi

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Node = pyatspi.Accessible

PATIENCE = 60.0  # seconds until something that should be there is missing
PROGRAM = "Neuropathy screening"


def until(look: Callable[[], object], what: str) -> Any:
    """Return what `look` finds as soon as it finds it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.02)
    raise SystemExit(f"not there after {PATIENCE:.0f} s: {what}")


def below(node: Node, *, hidden: bool = False) -> Iterator[Node]:
    """Yield what is in sight below a node, in reading order."""
    for place in range(node.childCount):
        child = node.getChildAtIndex(place)
        if child is None:
            continue
        if hidden or child.getState().contains(pyatspi.STATE_SHOWING):
            yield child
            yield from below(child, hidden=hidden)


def act(node: Node, name: str) -> None:
    """Do what a control offers under that name."""
    actions = node.queryAction()
    actions.doAction([actions.getName(place) for place in range(actions.nActions)].index(name))


class Program:
    """The program's windows, by what a screen reader says of them."""

    def __init__(self) -> None:
        self._app = until(self._started, "the program")
        self._seen: list[tuple[str, int, Node]] = []  # walking the tree is slow: once for each page

    @staticmethod
    def _started() -> Node | None:
        desktop = pyatspi.Registry.getDesktop(0)
        for app in desktop:
            if app is not None and any(PROGRAM in window.name for window in app if window is not None):
                return app
        return None

    def find(self, name: str, *roles: int) -> Node | None:
        """Return the control of that name, if it is in sight."""
        found = self._among_seen(name, roles)
        if found is None:
            self._seen = [(node.name, node.getRole(), node) for node in below(self._app)]
            found = self._among_seen(name, roles)
        return found

    def _among_seen(self, name: str, roles: tuple[int, ...]) -> Node | None:
        for known, role, node in self._seen:
            if known == name and (not roles or role in roles) and node.getState().contains(pyatspi.STATE_SHOWING):
                return node
        return None

    def control(self, name: str, *roles: int) -> Node:
        """Return the control of that name; end when it does not appear."""
        return until(lambda: self.find(name, *roles), name)

    def press(self, name: str) -> None:
        """Press a button."""
        act(self.control(name, pyatspi.ROLE_PUSH_BUTTON), "Press")

    def choose(self, group: str, option: str) -> None:
        """Press one of the buttons of a question."""
        buttons = {each.name: each for each in below(self.control(group, *GROUPS), hidden=True)}
        if option not in buttons:
            raise SystemExit(f"{group}: no button {option!r}, but {', '.join(buttons)}")
        button = buttons[option]
        offered = button.queryAction()
        names = [offered.getName(place) for place in range(offered.nActions)]
        act(button, "Press" if "Press" in names else "Toggle")  # a radio button can only be toggled
        until(lambda: button.getState().contains(pyatspi.STATE_CHECKED), f"{group}: {option} chosen")

    def type(self, name: str, text: str) -> None:
        """Write into a field and leave it."""
        field = self.control(name, pyatspi.ROLE_TEXT)
        field.queryComponent().grabFocus()
        field.queryEditableText().setTextContents(text)
        self.control("Patient", pyatspi.ROLE_PUSH_BUTTON).queryComponent().grabFocus()

    def number(self, name: str, text: str) -> None:
        """Give a number: on a scale its button, else typed."""
        if self.control(name).getRole() == pyatspi.ROLE_TEXT:
            self.type(name, text)
        else:
            self.choose(name, text)

    def pick(self, name: str, option: str) -> None:
        """Choose from a list that opens."""
        combo = self.control(name, pyatspi.ROLE_COMBO_BOX)
        items = [each for each in below(combo, hidden=True) if each.getRole() == pyatspi.ROLE_LIST_ITEM]
        act(next(each for each in items if each.name == option), "Toggle")


GROUPS = (pyatspi.ROLE_FILLER, pyatspi.ROLE_PANEL, pyatspi.ROLE_GROUPING)


def play(program: Program, steps: list[dict[str, str]]) -> None:
    """Do one act after the other."""
    for step in steps:
        match step:
            case {"page": page}:
                program.press(page)
                until(lambda page=page: program.find(page, pyatspi.ROLE_LABEL), f"the page {page}")
            case {"press": group, "option": option}:
                program.choose(group, option)
            case {"pick": name, "option": option}:
                program.pick(name, option)
            case {"number": name, "text": text}:
                program.number(name, text)
            case {"type": name, "text": text}:
                program.type(name, text)


def save(program: Program, file: Path) -> None:
    """Save the answers where the next process looks."""
    program.press("Save answers")
    field = until(lambda: program.find("File name:", pyatspi.ROLE_TEXT), "the field for the file's name")
    field.queryEditableText().setTextContents(str(file))
    program.press("Save")
    until(file.exists, f"{file.name} on disk")


def print_summary(program: Program) -> None:
    """Send the summary to the default printer."""
    program.press("Print")
    until(lambda: program.find("Print", pyatspi.ROLE_DIALOG), "the print dialog")
    dialog = program.control("Print", pyatspi.ROLE_DIALOG)
    button = next(each for each in below(dialog) if each.name == "Print" and each.getRole() == pyatspi.ROLE_PUSH_BUTTON)

    act(button, "Press")


if __name__ == "__main__":
    began = time.monotonic()
    window = Program()
    acts = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    play(window, acts)
    window.press("Review and print")
    save(window, Path(sys.argv[2]))
    if "print" in sys.argv[3:]:
        print_summary(window)
    print(f"{len(acts)} acts in {time.monotonic() - began:.1f} s")  # noqa: T201  # it is run by a script
