"""Settings: how the window looks, the paper, who finishes summaries. Nothing here changes a result."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from screener.gui.fields import Line
from screener.gui.labels import ActionButton, Words
from screener.gui.scroll import Scroll
from screener.gui.theme import HEADING, SMALL, give_size, keep_on_screen
from screener.gui.views.option_button import Segment
from screener.gui.views.options import OptionBar
from screener.language import LANGUAGES, tr
from screener.store.settings import PAPERS, SIZES, THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screener.gui.looks import Looks

THEME_WORDS = (tr("As the system"), tr("Light"), tr("Dark"), tr("High contrast"))
PAPER_WORDS = (tr("As the system"), "A4", tr("Letter"))


class SettingsWindow(QDialog):
    """Takes each setting at once."""

    about_asked = Signal()

    def __init__(self, parent: QWidget, looks: Looks) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Settings"))
        self._looks = looks
        self._whole = QVBoxLayout(self)
        self._build()
        looks.changed.connect(self._build_anew)

    def _build_anew(self) -> None:
        """Make everything in the window again, in the letters that were chosen; the keyboard stays where it is."""
        self._take_names()
        inside, focused = self._inside, self.focusWidget()
        place = self._stops.index(focused) if focused in self._stops else 0
        self._build()
        keep_on_screen(self)
        now = self._stops[place]
        if isinstance(now, SettingBar) and isinstance(focused, SettingBar):
            now.go_on_from(focused)
        now.setFocus()
        inside.hide()
        inside.deleteLater()

    def _build(self) -> None:
        self._stops: list[QWidget] = []
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setSpacing(6)
        self._column.addWidget(Words(tr("Settings"), HEADING, bold=True))
        self._column.addWidget(Words(tr("For this computer. Nothing here changes a result."), SMALL, role="muted"))
        looks, settings = self._looks, self._looks.settings
        self.theme = self._choice(tr("Colours"), THEMES, THEME_WORDS, settings.theme)
        self.theme.pressed.connect(lambda theme: looks.set(replace(looks.settings, theme=theme)))
        sizes = tuple(str(size) for size in SIZES)
        percents = tuple(f"{size} %" for size in sizes)
        self.size_ = self._choice(tr("Letters (Ctrl + and Ctrl -)"), sizes, percents, str(settings.percent))
        self.size_.pressed.connect(lambda size: looks.set(replace(looks.settings, percent=int(size))))
        self.paper = self._choice(tr("Paper"), PAPERS, PAPER_WORDS, settings.paper)
        self.paper.pressed.connect(lambda paper: looks.set(replace(looks.settings, paper=paper)))
        said = tr("Language: takes effect when the program is started again")
        self.language = self._choice(said, tuple(LANGUAGES), tuple(LANGUAGES.values()), settings.language)
        self.language.pressed.connect(lambda language: looks.set(replace(looks.settings, language=language)))
        self.clinician = self._line(tr("Your name, offered when a summary is finished"), settings.clinician)
        self.role = self._line(tr("Your role"), settings.role)
        self.clinic = self._line(tr("Your clinic"), settings.clinic)
        self.contact = self._line(tr("Your registration number and contact"), settings.contact)
        self._column.addStretch(1)
        low = QHBoxLayout()
        low.addWidget(ActionButton(tr("About this program"), self.about_asked.emit))
        low.addStretch(1)
        low.addWidget(ActionButton(tr("Close"), self.accept))
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(Scroll(body))
        inside.addLayout(low)
        self._whole.addWidget(self._inside)
        give_size(self, 44, 50)

    def _choice(self, words: str, ids: Sequence[str], texts: Sequence[str], chosen: str) -> SettingBar:
        """Add the options of a setting; the one that is pressed is drawn at once."""
        bar = SettingBar([Segment(i, text, str(n)) for n, (i, text) in enumerate(zip(ids, texts, strict=True), 1)])
        bar.setAccessibleName(words)
        bar.tell_chosen([chosen])
        bar.pressed.connect(lambda option: bar.tell_chosen([option]))
        self._add(words, bar)
        return bar

    def _line(self, words: str, text: str) -> Line:
        line = Line(words, 24, takes_letters=True)
        line.show_text(text)
        line.editingFinished.connect(self._take_names)
        self._add(words, line)
        return line

    def _add(self, words: str, setting: QWidget) -> None:
        self._stops.append(setting)
        self._column.addSpacing(6)
        self._column.addWidget(Words(words))
        self._column.addWidget(setting)

    def _take_names(self) -> None:
        lines = (self.clinician, self.role, self.clinic, self.contact)
        clinician, role, clinic, contact = (line.text().strip() for line in lines)
        set_to = replace(self._looks.settings, clinician=clinician, role=role, clinic=clinic, contact=contact)
        self._looks.set(set_to)

    def done(self, result: int) -> None:
        """Take half-typed names."""
        self._take_names()
        super().done(result)


class SettingBar(OptionBar):
    """Options of a setting: always side by side, with no reasons for no value."""

    most_segments = len(SIZES)

    def __init__(self, segments: Sequence[Segment]) -> None:
        super().__init__(segments, reasons=False)

    def go_on_from(self, before: SettingBar) -> None:
        """Stay with the arrows on the option where they were."""
        self._move_cursor(before._cursor)
