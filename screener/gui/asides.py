"""What opens beside the wizard: why a result is what it is, the points of a trial, the jump box, the sheet of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.assess.assessment import Assessment
    from screener.gui.main_window import MainWindow
    from screener.gui.why import Shown, Why

    Explain = Callable[..., Why]


class Asides:
    """Opens windows of a screening's window; each is loaded when first asked for."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def explain(self, result: str) -> None:
        """Open why a result is what it is."""
        from screener.gui.why import why  # noqa: PLC0415  # when first asked for

        why(self._window, self._assessment, result, self._window.jump).open()

    def show_points(self, trial: str) -> None:
        """Open the points of a trial."""
        from screener.gui.why import points, why  # noqa: PLC0415  # when first asked for

        self._list(points(self._assessment, trial), why)

    def show_flags(self) -> None:
        """Open all red flags with their states."""
        from screener.gui.why import flags, why  # noqa: PLC0415  # when first asked for

        self._list(flags(self._assessment), why)

    def show_not_asked(self) -> None:
        """Open the questions of this page that are not asked of this patient."""
        from screener.gui.why import not_asked, why_asked  # noqa: PLC0415  # when first asked for

        section = self._window.session.wizard.section
        if section is not None:
            self._list(not_asked(self._assessment, section), why_asked)

    @property
    def _assessment(self) -> Assessment:
        return self._window.session.wizard.assessment

    def _list(self, shown: Shown, explain: Explain) -> None:
        """Open a list; from there each entry is explained, and from there one goes to a question."""
        from screener.gui.why import Listed  # noqa: PLC0415  # when first asked for

        listed = Listed(self._window, *shown)

        def go(cell: str) -> None:
            listed.accept()
            self._window.jump(cell)

        listed.jump_asked.connect(go)
        listed.why_asked.connect(lambda key: explain(listed, self._assessment, key, go).open())
        listed.open()

    def explain_asked(self, cell: str) -> None:
        """Open why a question is asked."""
        from screener.gui.why import why_asked  # noqa: PLC0415  # when first asked for

        why_asked(self._window, self._assessment, cell, self._window.jump).open()

    def open_finish(self) -> None:
        """Ask who finishes the summary, and whose it is once more."""
        from screener.gui.finish_window import FinishWindow  # noqa: PLC0415  # when first asked for

        FinishWindow(self._window, self._window.session).open()

    def open_jump_box(self) -> None:
        """Let the user type part of a question."""
        from screener.gui.jump_box import JumpBox  # noqa: PLC0415  # when first asked for

        self._window.commit()
        box = JumpBox(self._window, self._window.session.wizard)
        box.chosen.connect(self._window.jump)
        box.why_asked.connect(self.explain_asked)
        box.open()

    def open_keys(self) -> None:
        """Show what every key does."""
        from screener.gui.key_sheet import KeySheet  # noqa: PLC0415  # when first asked for

        KeySheet(self._window).open()
