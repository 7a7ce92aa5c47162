"""Reads what a file holds of a screening, and tells calmly why it can't be opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screener.assess.answers_file import form_named, read_answers_leniently
from screener.form.problem import FormError
from screener.language import tr
from screener.shelf import NoSuchFormError, form_folder
from screener.store.answers_in_pdf import answers_file
from screener.store.reason import reason
from screener.store.seen_file import SeenFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from screener.assess.answers import Answers
    from screener.form.model import Form
    from screener.form.problem import Problem
    from screener.gui.program import Program

    Read = tuple[Form, Answers, list[Problem], SeenFile]


LOOK_THERE = tr("Look whether it still lies there and may be read, then open it again. Nothing was changed.")
NOT_OPENED = tr("This file could not be opened, and was not changed. It may be damaged, or hold no screening.")


def screening_in(path: Path, program: Program) -> Read | None:
    """Return the form of a file, what the file holds, what no longer fits, and the file as it was read.

    None when it was given up, or it has been said why it can't be opened.
    """
    try:
        return program.waited(tr("Reading the screening"), partial(read, path, program.kept.form, program.own_forms))
    except FormError as error:
        program.show_problems(path.name, error.problems, NOT_OPENED)
    except NoSuchFormError as error:
        program.tell(tr("This file can't be opened"), str(error))
    except OSError as error:
        program.tell(tr("This file can't be opened"), f"{reason(error)}. {LOOK_THERE}")
    return None


def read(path: Path, form_in: Callable[[Path], Form], own_forms: Path | None) -> Read:
    """Return the same; raises FormError, OSError and NoSuchFormError."""
    seen = SeenFile(path, path.read_bytes())
    text, file = answers_file(seen.content, path.name)
    name, _ = form_named(text, file)
    form = form_in(form_folder(name, own_forms))
    return form, *read_answers_leniently(text, file, form), seen
