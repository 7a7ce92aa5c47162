"""Runs a command, and turns everything that can go wrong into an exit code and a sentence."""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from screener.cli.arguments import parser
from screener.form.problem import FormError
from screener.language import tr
from screener.shelf import NoSuchFormError
from screener.store.reason import reason

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


STANDARD_OUTPUT = Path("-")  # after -o


class Exit(IntEnum):
    """What the command's exit code says."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    FILE = 3
    OUR_FAULT = 70


class UsageError(Exception):
    """The words of the command don't fit together; the text says what to write."""


def main(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code; never raises."""
    _prepare_streams()
    try:
        chosen = parser().parse_args(arguments)
        code = _run(chosen)
        if sys.stdout is not None:  # it may be closed
            sys.stdout.flush()
    except SystemExit as leaving:  # argparse has said what is wrong
        return Exit.DONE if leaving.code in (0, None) else Exit.USAGE
    except Exception as error:  # noqa: BLE001  # the last place where it can be turned into a sentence
        code = told(error)
        _drop_unwritten()
    return code


def _run(chosen: argparse.Namespace) -> Exit:
    """Call the command, loading only what it needs."""
    match chosen.command:
        case "check":
            from screener.cli.check import check  # noqa: PLC0415  # for this command only

            return Exit.DONE if check(chosen.paths, chosen.forms) else Exit.PROBLEMS
        case "confirm":
            _confirm(chosen)
        case "describe":
            from screener.cli.describe import describe  # noqa: PLC0415  # for this command only

            _deliver(f"{describe(chosen.form, chosen.forms)}\n")
        case "assess":
            from screener.cli.concluded import assess_file  # noqa: PLC0415  # for this command only

            _deliver(f"{assess_file(chosen.file, chosen.forms)}\n")
        case "report":
            _report(chosen)
        case _:
            from screener.form.schema import schema_text  # noqa: PLC0415  # for this command only

            _deliver(schema_text())
    return Exit.DONE


def _deliver(result: str | bytes) -> None:
    """Write a result to standard output; OSError where that is closed, as nobody would have it."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, tr("it is closed"), tr("standard output"))
    if isinstance(result, str):
        sys.stdout.write(result)
    else:
        sys.stdout.buffer.write(result)


def _confirm(chosen: argparse.Namespace) -> None:
    """Record that a translation was compared with the English texts."""
    from screener.cli.confirm import NotTranslatedError, confirm  # noqa: PLC0415  # for this command only

    try:
        confirm(chosen.form, chosen.of, chosen.texts, chosen.forms)
    except NotTranslatedError as error:
        raise UsageError(str(error)) from error


def _report(chosen: argparse.Namespace) -> None:
    """Write the document to the file, or to standard output."""
    out, file = chosen.output, chosen.file
    if not chosen.text and (out is None or (out == STANDARD_OUTPUT and sys.stdout is not None and sys.stdout.isatty())):
        raise UsageError(tr("say where to write the PDF: report FILE -o OUT.pdf"))
    if out == STANDARD_OUTPUT:
        out = None
    if out is not None and out.exists() and file.exists() and out.samefile(file):
        raise UsageError(tr("{file} would be written over: name another file after -o", file=out))
    from screener.cli.paper import NoSuchLeafletError, composed, pdf_of, text_of  # noqa: PLC0415  # for this command only
    from screener.store.whole_file import write_whole  # noqa: PLC0415  # for this command only

    try:
        report = composed(chosen)
    except NoSuchLeafletError as error:
        raise UsageError(str(error)) from error
    document = text_of(report) if chosen.text else pdf_of(report, str(file), chosen.paper)
    if out is None:
        _deliver(document)
    else:
        write_whole(out, document.encode() if isinstance(document, str) else document)


def told(error: Exception) -> Exit:
    """Say on standard error what happened, without a traceback, and return the exit code."""
    match error:
        case FormError(problems=problems):
            for problem in problems:
                print(problem, file=sys.stderr)
            return Exit.PROBLEMS
        case UsageError() | NoSuchFormError():
            print(f"screener: {error}", file=sys.stderr)
            return Exit.FILE if isinstance(error, NoSuchFormError) and error.is_path else Exit.USAGE
        case BrokenPipeError() | OSError(errno=errno.EINVAL, filename=None):  # the latter on Windows
            return Exit.FILE  # in silence: nobody reads on
        case OSError():
            print(f"screener: {reason(error)}", file=sys.stderr)
            return Exit.FILE
        case ImportError():
            remedy = tr("python run.py installs what the program needs; README.md names what it needs of the system")
            print(f"screener: {error} ({remedy})", file=sys.stderr)
            return Exit.FILE
        case _:
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(place.filename).name}:{place.lineno}"
            sentence = tr(
                "this is a fault of the program ({fault} at {place}), not of your files; please report it",
                fault=type(error).__name__,
                place=where,
            )
            print(f"screener: {sentence}", file=sys.stderr)
            return Exit.OUR_FAULT


def _drop_unwritten() -> None:
    """Drop what standard output did not take, which Python would try to write again as it ends, and complain."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _prepare_streams() -> None:
    """Write UTF-8, whatever the terminal says it takes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
