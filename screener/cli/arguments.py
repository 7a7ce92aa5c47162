"""The words of the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from screener import __version__
from screener.language import ENGLISH, LANGUAGES, OPTION, tr

ABOUT = tr(
    "Without a command the program's window opens. Exit codes: 0 done, 1 problems in a form or in answers, 2 usage, "
    "3 a file could not be read or written, 70 a fault of the program."
)
LENGTH = tr("one page, the full summary, or the full summary with every question and its answer")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(prog="screener", description=ABOUT)
    top.add_argument("--version", action="version", version=f"screener {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    check = commands.add_parser("check", help=tr("find every problem in forms, and run their examples"))
    check.add_argument("paths", nargs="*", metavar="PATH", help=tr("folders of forms, or ids (default: all forms)"))

    confirm = commands.add_parser("confirm", help=tr("say that the texts of a language say what the English ones do"))
    confirm.add_argument("form", metavar="FORM", help=tr("the id of a form, or its folder"))
    confirm.add_argument("of", metavar="LANGUAGE", help=tr("the folder of the language, such as es"))
    confirm.add_argument("texts", nargs="*", metavar="TEXT", help=tr("only these, as check names them (default: all)"))

    describe = commands.add_parser("describe", help=tr("say what a form holds, as JSON"))
    describe.add_argument("form", metavar="FORM", help=tr("the id of a form, or its folder"))

    assess = commands.add_parser("assess", help=tr("say what answers mean, as JSON"))
    report = commands.add_parser("report", help=tr("write the referral summary of answers"))
    for command in (assess, report):
        command.add_argument("file", metavar="FILE", type=Path, help=tr("an answers file, or a summary (PDF)"))
    report.add_argument("-o", "--output", metavar="OUT", type=Path, help=tr("the file to write; - is standard output"))
    report.add_argument("--text", action="store_true", help=tr("plain text instead of PDF, to the screen without -o"))
    report.add_argument("--length", choices=("page", "full", "answers"), default="full", help=LENGTH)
    other = report.add_mutually_exclusive_group()
    other.add_argument("--blank", action="store_true", help=tr("print the form FILE (id or folder) to fill in by hand"))
    other.add_argument("--leaflet", metavar="ID", help=tr("print a leaflet of the form FILE (id or folder)"))
    sizes = ("A4", "Letter")
    report.add_argument("--paper", type=str.capitalize, choices=sizes, default="A4", help=tr("the size of the pages"))

    commands.add_parser("schema", help=tr("print the JSON Schema of the form files, for editors"))
    for command in (check, confirm, describe, assess, report):
        command.add_argument(OPTION, choices=tuple(LANGUAGES), default=ENGLISH, help=tr("the language to speak"))
        command.add_argument("--forms", metavar="DIR", type=Path, help=tr("a folder of your own forms; they win"))
    return top
