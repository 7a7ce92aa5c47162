"""The words of the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from screener import __version__
from screener.language import ENGLISH, LANGUAGES, OPTION

ABOUT = (
    "Without a command the program's window opens. Exit codes: 0 done, 1 problems in a form or in answers, 2 usage, "
)
LENGTH = "one page, the full summary, or the full summary with every question and its answer"
CODES = "3 a file could not be read or written, 70 a fault of the program."


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser(prog="screener", description=ABOUT + CODES)
    top.add_argument("--version", action="version", version=f"screener {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="find every problem in forms, and run their examples")
    check.add_argument("paths", nargs="*", metavar="PATH", help="folders of forms, or ids (default: all forms)")

    describe = commands.add_parser("describe", help="say what a form holds, as JSON")
    describe.add_argument("form", metavar="FORM", help="the id of a form, or its folder")

    assess = commands.add_parser("assess", help="say what answers mean, as JSON")
    report = commands.add_parser("report", help="write the referral summary of answers")
    for command in (assess, report):
        command.add_argument("file", metavar="FILE", type=Path, help="an answers file, or a summary (PDF)")
    report.add_argument("-o", "--output", metavar="OUT", type=Path, help="the file to write")
    report.add_argument("--text", action="store_true", help="plain text instead of PDF, to the screen without -o")
    report.add_argument("--length", choices=("page", "full", "answers"), default="full", help=LENGTH)
    other = report.add_mutually_exclusive_group()
    other.add_argument("--blank", action="store_true", help="print the form FILE (id or folder) to fill in by hand")
    other.add_argument("--leaflet", metavar="ID", help="print a leaflet of the form FILE (id or folder)")
    sizes = ("A4", "Letter")
    report.add_argument("--paper", type=str.capitalize, choices=sizes, default="A4", help="the size of the pages")

    commands.add_parser("schema", help="print the JSON Schema of the form files, for editors")
    for command in (check, describe, assess, report):
        command.add_argument(OPTION, choices=tuple(LANGUAGES), default=ENGLISH, help="the language to speak")
        command.add_argument("--forms", metavar="DIR", type=Path, help="a folder of your own forms; they win")
    return top
