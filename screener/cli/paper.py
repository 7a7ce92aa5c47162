"""The command `report`: the summary that the wizard prints, from an answers file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.cli.opened import opened
from screener.form.problem import FormError, Problem, Span
from screener.report.compose import compose_report

if TYPE_CHECKING:
    from pathlib import Path


def pdf_of(path: Path, own: Path | None, paper: str) -> bytes:
    """Return the summary as a PDF; the same answers give the same bytes."""
    from screener.report.fonts import UnprintableText  # noqa: PLC0415  # text needs no drawing
    from screener.report.pdf import render_pdf  # noqa: PLC0415

    try:
        return render_pdf(compose_report(opened(path, own).assessment), paper)
    except UnprintableText as error:
        hint = "take these characters out, or use --text"
        raise FormError([Problem(Span(str(path), 1, 1), "A301", str(error), hint)]) from error


def text_of(path: Path, own: Path | None) -> str:
    """Return the summary as plain text."""
    from screener.report.text import render_text  # noqa: PLC0415  # a PDF needs none

    return render_text(compose_report(opened(path, own).assessment))
