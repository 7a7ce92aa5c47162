"""What opens beside the wizard: why a result is what it is, the points of a trial, the jump box, the sheet of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screener.gui.main_window import MainWindow


class Asides:
    """Opens windows of a screening's window; each is loaded when first asked for."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def explain(self, result: str) -> None:
        """Open why a result is what it is."""
        from screener.gui.why import why  # noqa: PLC0415  # when first asked for

        why(self._window, self._window.session.wizard.assessment, result, self._window.jump).open()

    def show_points(self, trial: str) -> None:
        """Open the points of a trial."""
        from screener.gui.why import Points, why  # noqa: PLC0415  # when first asked for

        assessment = self._window.session.wizard.assessment
        points = Points(self._window, assessment, trial)

        def go(cell: str) -> None:
            points.accept()
            self._window.jump(cell)

        points.why_asked.connect(lambda result: why(points, assessment, result, go).open())
        points.open()

    def explain_asked(self, cell: str) -> None:
        """Open why a question is asked."""
        from screener.gui.why import why_asked  # noqa: PLC0415  # when first asked for

        why_asked(self._window, self._window.session.wizard.assessment, cell, self._window.jump).open()

    def open_jump_box(self) -> None:
        """Let the user type part of a question."""
        from screener.gui.jump_box import JumpBox  # noqa: PLC0415  # when first asked for

        self._window.commit()
        box = JumpBox(self._window, self._window.session.wizard)
        box.chosen.connect(self._window.jump)
        box.open()

    def open_keys(self) -> None:
        """Show what every key does."""
        from screener.gui.key_sheet import KeySheet  # noqa: PLC0415  # when first asked for

        KeySheet(self._window).open()
