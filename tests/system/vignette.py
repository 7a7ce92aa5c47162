"""The two ends of the journey that another process makes through the accessibility interface.

python -m tests.system.vignette steps v01 STEPS.json    what has to be chosen and typed, by the names a screen reader says
python -m tests.system.vignette compare v01 SAVED.json  whether what was saved means what the vignette means
python -m tests.system.vignette printed SAVED.json PRINTED  whether the printer got the pages of that screening
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from screener.assess.answers import Chosen, ChosenSeveral, Measured, NotDone, PartialDate, Rows, Whole, Written
from screener.assess.answers_file import read_answers
from screener.assess.assess import assess
from screener.form.model import ItemType
from screener.progress import label_of
from screener.report.compose import compose_report
from screener.report.pdf import render_pdf
from tests.report import vignettes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtPdf import QPdfDocument

    from screener.assess.answers import Answer, Answers
    from screener.form.model import Form, Item

PATIENCE = 60.0  # seconds until a printer that has got nothing has failed
NEAR = 0.6  # of the distance to the page most like it
SMALL = 100  # dots a side
GENDERS = {"female": "Female", "male": "Male", "other": "Other", "unknown": "Not known"}


def steps(form: Form, answers: Answers) -> Iterator[dict[str, str]]:
    """Yield one act after the other: a page to show, a button of a group to press, a text to type."""
    patient = answers.patient
    yield {"page": "Patient"}
    typed = {
        "Family name": patient.family,
        "Given name": patient.given,
        "Date of birth": str(patient.born or ""),
        "Identifier": patient.identifier,
    }
    yield from ({"type": name, "text": text} for name, text in typed.items() if text)
    if patient.gender:
        yield {"press": "Gender", "option": GENDERS[patient.gender]}
    for section in form.sections:
        yield {"page": section.title}
        for item in section.items:
            for cell in item.cells:
                if cell in answers.cells:
                    yield from given(item, label_of(form, cell), answers.cells[cell])


def given(item: Item, name: str, answer: Answer) -> Iterator[dict[str, str]]:
    """Yield the acts that give one answer to a control of that name."""
    match answer:
        case Chosen(option):
            yield {"press": name, "option": words(item, option)}
        case ChosenSeveral(options):
            yield from ({"press": name, "option": words(item, option)} for option in options)
        case Whole(value):
            yield {"number": name, "text": str(value)}
        case Measured():
            yield from measured(item, name, answer)
        case NotDone():
            yield {"press": f"{name}: not done, or no value", "option": "Not done"}
        case PartialDate() | Written():
            yield {"type": name, "text": answer.text if isinstance(answer, Written) else str(answer)}
        case Rows():
            yield from rows(item, name, answer)
        case _:
            raise SystemExit(f"{name}: the journey gives no reasons")


def measured(item: Item, name: str, answer: Measured) -> Iterator[dict[str, str]]:
    """Yield the acts that give a number with its unit and date."""
    yield {"type": name, "text": f"{answer.comparator}{answer.value:f}"}
    if len(item.units) > 1:
        yield {"press": f"{name}: unit", "option": answer.unit}
    if answer.date is not None:
        yield {"type": f"{name}: date", "text": str(answer.date)}


def rows(table: Item, name: str, answer: Rows) -> Iterator[dict[str, str]]:
    """Yield the acts that fill a table."""
    for number, row in enumerate(answer.rows, start=1):
        for column in table.columns:
            match row.get(column.id):
                case None:
                    continue
                case Chosen(option):
                    yield {"pick": f"{name}, row {number}, {column.label}", "option": words(column, option)}
                case part:
                    yield from given(column, f"{name}, row {number}, {column.label}", part)
    if answer.complete:
        yield {"press": f"{name}: is that all?", "option": "That is all" if answer.rows else "None"}


def words(item: Item, option: str) -> str:
    """Return what stands on the button."""
    return option.capitalize() if item.type is ItemType.YES_NO else item.option(option).text


def compare(form: Form, answers: Answers, saved: Path) -> None:
    """End with what differs, if anything does."""
    found = read_answers(saved.read_bytes(), saved.name, form)
    wanted = replace(answers, assessed=found.assessed, summary=found.summary)
    cells = {name for name in {*found.cells, *wanted.cells} if found.cells.get(name) != wanted.cells.get(name)}
    if cells or not assess(form, found).same_as(assess(form, wanted)):
        raise SystemExit(f"what was saved differs: {', '.join(sorted(cells)) or 'in what it means'}")
    if found.patient != wanted.patient:
        raise SystemExit("what was saved is somebody else's")


def printed(form: Form, saved: Path, spooled: Path) -> None:
    """End unless the printer got, page by page, what the summary of the saved answers looks like."""
    wanted = pages(render_pdf(compose_report(assess(form, read_answers(saved.read_bytes(), saved.name, form)))))
    end = time.monotonic() + PATIENCE
    while b"%%EOF" not in spooled.read_bytes():
        if time.monotonic() > end:
            raise SystemExit("the printer got nothing")
        time.sleep(0.1)
    got = pages(spooled.read_bytes())
    if len(got) != len(wanted):
        raise SystemExit(f"the printer got {len(got)} pages of {len(wanted)}")
    for number, page in enumerate(got):
        unlike = [difference(page, other) for other in wanted]
        if unlike[number] > NEAR * min(unlike[:number] + unlike[number + 1 :]):
            raise SystemExit(f"page {number + 1} from the printer is not the page of the summary: {unlike}")


def pages(pdf: bytes) -> list[bytes]:
    """Return the grey dots of what is printed on each page, small, whatever the size of the sheet."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtPdf import QPdfDocument

    QGuiApplication.instance() or QGuiApplication([])
    data = QByteArray(pdf[pdf.index(b"%PDF") :])
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return [dots(document, number) for number in range(document.pageCount())]


def dots(document: QPdfDocument, number: int) -> bytes:
    """Return the grey dots of a page from its uppermost line to its lowest."""
    from PySide6.QtCore import QPoint, QSize, Qt
    from PySide6.QtGui import QBitmap, QImage, QPainter, QRegion

    drawn = document.render(number, (document.pagePointSize(number) * 2).toSize())
    sheet = QImage(drawn.size(), QImage.Format.Format_RGB32)
    sheet.fill(0xFFFFFFFF)
    with QPainter(sheet) as painter:
        painter.drawImage(QPoint(), drawn)
    white = sheet.createMaskFromColor(0xFFFFFFFF, Qt.MaskMode.MaskOutColor)
    inked = QRegion(QBitmap.fromImage(white)).boundingRect()
    small = sheet.copy(inked).scaled(QSize(SMALL, SMALL), mode=Qt.TransformationMode.SmoothTransformation)
    return bytes(small.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def difference(one: bytes, other: bytes) -> float:
    """Return how far two pages are from each other, in shades a dot."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def asked(form: Form, answers: Answers) -> Answers:
    """Return the answers to what is on screen in the end; what the vignette says besides is never asked."""
    on_screen = assess(form, answers).on_screen
    return replace(answers, cells={cell: answer for cell, answer in answers.cells.items() if cell in on_screen})


if __name__ == "__main__":
    act, name, file = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    if act == "printed":
        printed(vignettes.form(), Path(name), file)
    elif act == "steps":
        acts = steps(vignettes.form(), asked(vignettes.form(), vignettes.answers(name)))
        file.write_text(json.dumps([*acts], indent=1), "utf-8")
    else:
        compare(vignettes.form(), asked(vignettes.form(), vignettes.answers(name)), file)
