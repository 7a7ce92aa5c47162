"""The command `report`: the summary that the wizard prints, a blank form, or a leaflet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.cli.loaded import loaded
from screener.cli.opened import opened
from screener.form.problem import FormError, Problem, Span, nearest
from screener.language import tr
from screener.report.compose import compose_report
from screener.report.document import Length
from screener.shelf import form_folder

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from screener.report.document import Report


class NoSuchLeafletError(Exception):
    """The form has no leaflet of that id; the text says which it has."""


def composed(chosen: argparse.Namespace) -> Report:
    """Return the document that the command asks for."""
    if chosen.blank:
        from screener.report.compose_blank import compose_blank  # noqa: PLC0415  # a summary needs none

        return compose_blank(loaded(form_folder(str(chosen.file), chosen.forms)))
    if chosen.leaflet is not None:
        return _leaflet(str(chosen.file), chosen.leaflet, chosen.forms)
    return compose_report(opened(chosen.file, chosen.forms).assessment, Length(chosen.length))


def pdf_of(report: Report, file: str, paper: str) -> bytes:
    """Return a document as a PDF; the same answers give the same bytes."""
    from screener.report.fonts import UnprintableText  # noqa: PLC0415  # text needs no drawing
    from screener.report.pdf import render_pdf  # noqa: PLC0415  # text needs no drawing

    try:
        return render_pdf(report, paper)
    except UnprintableText as error:
        raise FormError([Problem(Span(file, 1, 1), "A301", str(error), error.remedy)]) from error


def text_of(report: Report) -> str:
    """Return a document as plain text."""
    from screener.report.text import render_text  # noqa: PLC0415  # a PDF needs none

    return render_text(report)


def _leaflet(reference: str, id_: str, own: Path | None) -> Report:
    from screener.report.compose_leaflet import compose_leaflet  # noqa: PLC0415  # a summary needs none

    form = loaded(form_folder(reference, own))
    leaflets = {leaflet.id: leaflet for leaflet in form.leaflets}
    if id_ not in leaflets:
        remedy = nearest(id_, leaflets)
        raise NoSuchLeafletError(
            tr("The form '{form}' has no leaflet '{name}' ({remedy}).", form=form.id, name=id_, remedy=remedy)
        )
    return compose_leaflet(leaflets[id_], form)
