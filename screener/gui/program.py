"""The desktop program: opens screenings, keeps them in files, brings them to paper. One screening at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from screener.assess.answers import Answers, Signer
from screener.entry import Habits
from screener.form.problem import FormError
from screener.gui.looks import Looks
from screener.gui.main_window import MainWindow
from screener.gui.session import Session
from screener.gui.theme import show_whole
from screener.language import tr
from screener.paths import cache_folder, settings_folder
from screener.store.kept_forms import KeptForms
from screener.wizard import Wizard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path
    from threading import Thread

    from screener.assess.assessment import Assessment
    from screener.form.model import Form
    from screener.form.problem import Problem
    from screener.gui.files import Files
    from screener.gui.paperwork import Paperwork
    from screener.gui.reading import Read
    from screener.gui.start_window import StartWindow
    from screener.store.seen_file import SeenFile

Result = TypeVar("Result")
YAML = (".yaml", ".yml")
LEFT_OUT = tr(
    "These could not be taken over and are not in this screening; everything else is. The file stays as it is: "
    "saving asks for another place."
)
NO_FORM = tr("This form can't be used until they are changed.")


def habits_of(locale: QLocale) -> Habits:
    """Return how numbers and dates are written in a place."""
    order = locale.dateFormat(QLocale.FormatType.ShortFormat).lower()
    return Habits(locale.decimalPoint(), day_first=order.find("d") < order.find("m"))


class Program(QObject):
    """Holds the windows."""

    def __init__(self, app: QApplication, clock: Callable[[], datetime], own_forms: Path | None = None) -> None:
        super().__init__()
        self.clock, self.own_forms = clock, own_forms
        self.kept = KeptForms(cache_folder())
        self.looks = Looks(app, settings_folder())
        self.looks.wear()
        self.looks.changed.connect(self._draw_anew)
        self.looks.not_kept.connect(lambda why: self.tell(tr("The settings could not be kept"), why))
        self._next: Callable[[], object] | None = None  # what comes when the open screening is closed
        self.window: MainWindow | None = None
        self.start: StartWindow | None = None
        self._fills_screen = False  # as the last screening did
        self._file: SeenFile | None = None  # what was opened
        self._copy: Path | None = None  # ... when that was the copy after a mistake of ours
        self._files: Files | None = None
        self._rules: Thread | None = None  # makes those of the open screening ready

    # --- starting -----------------------------------------------------------------------------------------------

    def show_start(self) -> None:
        """Show which forms there are."""
        from screener.gui.start_window import StartWindow, shelved  # noqa: PLC0415  # not on the way straight to a form
        from screener.store.rescued import copies  # noqa: PLC0415  # the same

        if self.start is None:
            rescued = copies(settings_folder())
            forms, remark = shelved(self.own_forms)
            self.start = StartWindow(forms, self.kept.form, self.looks.settings.recent, rescued, remark=remark)
            self.start.copy_asked.connect(self.open_copy)
            self.start.recent_asked.connect(self.open_answers)
            self.start.settings_asked.connect(self.open_settings)
            self.start.about_asked.connect(self.open_about)
            self.start.new_asked.connect(self.new_screening)
            self.start.open_asked.connect(self.ask_to_open)
            self.start.paper_asked.connect(lambda folder, leaflet: self.paperwork().preview_of_form(folder, leaflet))
        self.start.show()
        self._keep_later()

    def new_screening(self, folder: Path) -> None:
        """Begin a screening with the form in a folder; show its problems when it has some."""
        if form := self.form(folder):
            self._leave_first(partial(self._begin, form))

    def _begin(self, form: Form) -> None:
        self._open(form, Answers(assessed=self.clock().replace(second=0, microsecond=0)), None)

    def _open(self, form: Form, answers: Answers, file: SeenFile | None) -> None:
        wizard, habits = Wizard(form, answers, self._assessed), habits_of(QLocale.system())
        session = Session(wizard, habits, self._signer, lambda: self.clock().date())
        self._file, self._copy, self._files = file, None, None
        window = MainWindow(session)
        window.prepare = lambda then: QTimer.singleShot(0, window, partial(self._complete, window, then))
        window.close_asked.connect(self._ask_before_closing)
        window.left.connect(self._forget)
        window.preview_asked.connect(lambda: self.paperwork().preview())
        window.print_asked.connect(lambda: self.paperwork().print())
        window.pdf_asked.connect(lambda: self.paperwork().ask_where_to_save())
        window.copy_asked.connect(lambda: self.paperwork().copy_text())
        window.save_asked.connect(lambda: self.files().save())
        window.resize_asked.connect(self.looks.resize)
        window.settings_asked.connect(self.open_settings)
        window.new_asked.connect(lambda: self._leave_first(self.show_start))
        window.open_asked.connect(self.ask_to_open)
        self.window = window
        if self.start is not None:
            self.start.hide()
        window.painted.connect(self.looks.follow_system)
        window.painted.connect(self._keep_later)
        show_whole(window, fills=self._fills_screen)

    def _complete(self, window: MainWindow, then: Callable[[], None]) -> None:
        from screener.gui.ahead import make_rules_ready  # noqa: PLC0415  # after the first page
        from screener.gui.copying import Copying  # noqa: PLC0415  # the same

        Copying(self, window)
        self._rules = make_rules_ready(window, then)

    def _assessed(self, form: Form, answers: Answers, before: Assessment | None) -> Assessment:
        """Assess; the evaluator is loaded after the first page is drawn. Who needs it sooner waits for it."""
        from screener.assess.assess import assess  # noqa: PLC0415  # after the first page

        if before is None and self._rules is not None:
            self._rules.join()
        return assess(form, answers, before)

    def _keep_later(self) -> None:
        QTimer.singleShot(0, self, self.kept.keep)

    def _forget(self) -> None:
        if self.window is not None:
            self._fills_screen = self.window.isMaximized()
            self.window.deleteLater()
        self.window = None
        if self._files is not None or self._copy is not None:
            self.files().give_up_copy()  # saved, or not wanted
        following, self._next = self._next, None
        is_back = self.start is not None and following is None
        self._forget_start()  # it has other files to offer now
        if following is not None:
            following()
        elif is_back:
            self.show_start()

    def _leave_first(self, act: Callable[[], object]) -> None:
        """Do something that opens another screening once the one that is open was saved, or given up, and closed."""
        if self.window is None:
            act()
            return
        self._next = act
        self.window.close()

    def _draw_anew(self) -> None:
        if self.window is not None:
            self.window.build_anew()
        if self.start is not None:
            self.start.build_anew()

    def _forget_start(self) -> None:
        if self.start is not None:
            self.start.deleteLater()
        self.start = None

    def open_settings(self) -> None:
        """Let the user set how the program looks, and what else is set for this computer."""
        window = self.looks.open_settings(self.in_front())
        window.about_asked.connect(self.open_about)
        window.finished.connect(self._offer_signer)

    @property
    def _signer(self) -> Signer:
        """Who is offered when a summary is finished."""
        settings = self.looks.settings
        return Signer(settings.clinician, settings.role, settings.clinic, settings.contact)

    def _offer_signer(self) -> None:
        if self.window is not None:
            self.window.session.signer = self._signer

    def open_about(self) -> None:
        """Say what this program is made of."""
        from screener.gui.about import About, about_text  # noqa: PLC0415  # when first asked for

        text = about_text(self.kept.form, self.own_forms, self.clock())
        About(QApplication.activeModalWidget() or self.in_front(), text).open()

    # --- files and paper ----------------------------------------------------------------------------------------

    def ask_to_open(self) -> None:
        """Let the user choose an answers file, or a summary, which carries one."""
        from screener.gui.keeping import OPENED, ask_what_to_open  # noqa: PLC0415  # when first asked for

        ask_what_to_open(self.in_front(), OPENED, self.folder, self.open_answers)

    def open_copy(self, path: Path) -> None:
        """Open the copy of a screening that was saved after a mistake of ours; no other file holds it."""
        if self._open_from(path):
            self._file, self._copy = None, path
            self.screening().session.mark_unsaved()

    def open_answers(self, path: Path) -> None:
        """Open a screening from a file; say by place what no longer fits. One that can't be opened closes nothing."""
        if self.window is None:
            if self._open_from(path):
                self.looks.remember(path)
        elif self._read(path) is not None:
            self._leave_first(partial(self.open_answers, path))  # which reads it again: it may be this one's own file

    def _read(self, path: Path) -> Read | None:
        from screener.gui.reading import screening_in  # noqa: PLC0415  # when first asked for

        return screening_in(path, self)

    def _open_from(self, path: Path) -> bool:
        read = self._read(path)
        if read is None:
            return False
        form, answers, problems, seen = read
        self._open(form, answers, seen if path.suffix in YAML and not problems else None)  # saved as YAML only
        if problems:
            self.show_problems(path.name, problems, LEFT_OUT)
        return True

    def form(self, folder: Path) -> Form | None:
        """Return the form in a folder; None when it was given up, or it has been said why it can't be used."""
        try:
            return self.waited(tr("Reading the form"), partial(self.kept.form, folder))
        except FormError as error:
            self.show_problems(folder.name, error.problems, NO_FORM)
        except OSError as error:
            self.tell(tr("This form can't be read"), str(error))
        return None

    def files(self) -> Files:
        """Return what saves the screening that is open."""
        from screener.gui.files import Files  # noqa: PLC0415  # when first asked for

        if self._files is None:
            self._files = Files(self, self._file, self._copy)
        return self._files

    def waited(self, text: str, work: Callable[[], Result]) -> Result | None:
        """Return the result of work that may take long, None when it is given up; at the very start, just do it."""
        if self.window is None and self.start is None:
            return work()
        from screener.gui.waiting import wait_for  # noqa: PLC0415  # not on the way to the first page

        return wait_for(text, work)

    @property
    def folder(self) -> Path:
        """Where files are first looked for."""
        from screener.gui.keeping import usual_folder  # noqa: PLC0415  # when first asked for

        return usual_folder(self.looks.settings.recent)

    def _ask_before_closing(self) -> None:
        self.files().ask_before_closing(self._stay, for_another=self._next is not None)

    def _stay(self) -> None:
        self._next = None

    def paperwork(self) -> Paperwork:
        """Return what brings things to paper."""
        from screener.gui.paperwork import Paperwork  # noqa: PLC0415  # when first asked for

        return Paperwork(self)

    # --- telling ------------------------------------------------------------------------------------------------

    def screening(self) -> MainWindow:
        """Return the window of the screening that is open."""
        if self.window is None:
            raise RuntimeError("no screening is open")
        return self.window

    def in_front(self) -> QWidget:
        """Return the window to speak in; the start window when there is none, where other forms can be chosen."""
        if self.window is not None:
            return self.window
        if self.start is None:
            self.show_start()
        return self.start or QWidget()

    def show_problems(self, name: str, problems: Sequence[Problem], meaning: str) -> None:
        """Show what has to change, by place, and what that means."""
        from screener.gui.start_window import ProblemWindow  # noqa: PLC0415  # when there are some

        ProblemWindow(self.in_front(), name, problems, meaning).open()

    def tell(self, title: str, text: str) -> None:
        """Say something in a small window."""
        from screener.gui.keeping import tell  # noqa: PLC0415  # when there is something to tell

        tell(self.in_front(), title, text)
