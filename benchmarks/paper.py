"""The full summary of vignette V01 against a bare reportlab canvas that draws the same words, lines and curves.

Warm: composed and drawn again and again in one process. Cold: the first summary of a running program against a canvas
loaded for the first time; the program loads what paper needs while its review page is read, and that it comes at once
is what a user sees. The figure without that is told too. And how many bytes a summary has.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from rounds import milliseconds, ratio

ROUNDS, COLD_ROUNDS = 15, 9
WARM, COLD, MOST_BYTES = 2.5, 1.65, 60_000
FONTS = ROOT / "resources" / "fonts"
CALLS = {
    "q": "saveState", "Q": "restoreState", "cm": "transform", "w": "setLineWidth",
    "rg": "setFillColorRGB", "RG": "setStrokeColorRGB", "g": "setFillGray", "G": "setStrokeGray",
}  # fmt: skip
PATHS = {"m": "moveTo", "l": "lineTo", "c": "curveTo", "h": "close", "re": "rect"}
PAINTED = {
    "S": (1, 0),
    "f": (0, 1),
    "f*": (0, 1),
    "B": (1, 1),
    "b": (1, 1),
    "B*": (1, 1),
    "b*": (1, 1),
    "s": (1, 0),
}  # stroke, fill
Steps = list[list[Any]]  # what is drawn on a page


def main() -> int:
    """Print the figures; 1 when one exceeds its limit."""
    if len(sys.argv) > 1:
        print(first_paper(sys.argv[1], json.load(sys.stdin)))
        return 0
    from screener.report.compose import compose_report
    from screener.report.pdf import render_pdf
    from tests.report import vignettes

    assessment = vignettes.assessment("v01")
    report = compose_report(assessment)
    given = recorded(render_pdf(report)) | {"answers": report.answers}
    draw(given)
    rounds = [
        (milliseconds(lambda: render_pdf(compose_report(assessment))), milliseconds(lambda: draw(given)))
        for _ in range(ROUNDS)
    ]
    is_good = told("warm", rounds, WARM)
    text = json.dumps(given)
    with TemporaryDirectory() as compiled:
        kinds = ("reviewed", "unreviewed", "canvas")
        first = [tuple(cold(kind, text, compiled) for kind in kinds) for _ in range(COLD_ROUNDS + 1)][1:]
    is_good &= told("cold", [(reviewed, canvas) for reviewed, _, canvas in first], COLD)
    told("cold, never having seen the review", [(unreviewed, canvas) for _, unreviewed, canvas in first])
    largest = max(len(render_pdf(vignettes.report(name))) for name in vignettes.NAMES)
    print(f"size of the largest of {len(vignettes.NAMES)} vignettes: {largest} bytes (limit {MOST_BYTES})")
    return int(not is_good or largest > MOST_BYTES)


def told(name: str, rounds: list[tuple[float, float]], limit: float | None = None) -> bool:
    """Print a comparison; whether it is within its limit, if it has one."""
    ours, bare, quotient = ratio(*zip(*rounds, strict=True))
    allowed = f"limit {limit}" if limit is not None else "no limit"
    print(f"{name}: summary {ours:.1f} ms, bare canvas {bare:.1f} ms: {quotient:.2f} times ({allowed})")
    return limit is None or quotient <= limit


def cold(which: str, given: str, compiled: str) -> float:
    """Return how long the first paper takes in a process of its own."""
    surroundings = os.environ | {"PYTHONPYCACHEPREFIX": compiled}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, __file__, which]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True, cwd=ROOT, env=surroundings)
    return float(done.stdout)


def first_paper(which: str, given: dict[str, Any]) -> float:
    """Return the milliseconds of the first paper of a program that is running and has printed nothing yet."""
    import PySide6.QtWidgets  # noqa: F401  # as in a program that is running

    from screener.assess.answers_file import read_answers
    from screener.assess.assess import assess
    from screener.form.load import load_form
    from screener.gui.ahead import load_paper
    from screener.paths import FORMS

    form = load_form(FORMS / "neuropathy")
    assessment = assess(form, read_answers(given["answers"].encode(), "v01.json", form))
    if which == "reviewed":
        load_paper().join()
    start = perf_counter()
    if which == "canvas":
        draw(given)
    else:
        from screener.report.compose import compose_report
        from screener.report.pdf import render_pdf

        render_pdf(compose_report(assessment))
    return (perf_counter() - start) * 1000


def draw(given: dict[str, Any]) -> bytes:
    """Draw what was recorded on a bare canvas, with the same fonts; what all pages share once as well."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name in ("NotoSans-Regular", "NotoSans-Bold"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    target = BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1)
    for name, steps in given["forms"].items():
        canvas.beginForm(name)
        draw_steps(canvas, steps)
        canvas.endForm()
    for steps in given["pages"]:
        draw_steps(canvas, steps)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def draw_steps(canvas: Any, steps: Steps) -> None:  # noqa: ANN401  # what pypdf and reportlab give says no type
    """Draw what was recorded of one page, or of what all pages share."""
    for call, numbers in steps:
        if call == "path":
            draw_path(canvas, *numbers)
        else:
            getattr(canvas, call)(*numbers)


def draw_path(canvas: Any, operator: str, parts: Steps) -> None:  # noqa: ANN401  # what pypdf and reportlab give says no type
    """Draw a recorded path."""
    path = canvas.beginPath()
    for call, numbers in parts:
        getattr(path, call)(*numbers)
    stroke, fill = PAINTED[operator]
    canvas.drawPath(path, stroke=stroke, fill=fill)


def recorded(pdf: bytes) -> dict[str, Any]:
    """Return what each page of a PDF draws, and each form that pages share, as calls of a canvas."""
    from pypdf import PdfReader
    from pypdf.generic import ContentStream

    reader = PdfReader(BytesIO(pdf))
    forms = {name: form for page in reader.pages for name, form in page["/Resources"].get("/XObject", {}).items()}
    return {
        "forms": {name: [*steps_of(ContentStream(form, reader), faces_of(form))] for name, form in forms.items()},
        "pages": [[*steps_of(ContentStream(page.get_contents(), reader), faces_of(page))] for page in reader.pages],
    }


def faces_of(page: Any) -> dict[str, tuple[str, dict[int, str]]]:  # noqa: ANN401  # what pypdf and reportlab give says no type
    """Return each font of a page: its name, and the character of each of its codes."""
    faces = {}
    for name, font in page["/Resources"]["/Font"].items():
        if "/ToUnicode" not in font:
            continue
        pairs = re.findall(rb"<(\w\w)> <(\w{4})>", font["/ToUnicode"].get_data())
        faces[name] = font["/BaseFont"].partition("+")[2], {int(code, 16): chr(int(to, 16)) for code, to in pairs}
    return faces


def steps_of(content: Any, faces: dict[str, tuple[str, dict[int, str]]]) -> Iterator[list[Any]]:  # noqa: ANN401  # what pypdf and reportlab give says no type
    """Yield the calls that draw a page again: each text at its place, each path, colour and width of line."""
    parts: Steps = []
    pen = Pen(faces)
    for operands, name in content.operations:
        sign = name.decode()
        if sign in PATHS:
            parts.append([PATHS[sign], [float(each) for each in operands]])
        elif sign in PAINTED:
            yield ["path", [sign, list(parts)]]
            parts.clear()
        elif sign == "n":
            parts.clear()
        elif sign == "Do":
            yield ["doForm", [operands[0]]]
        elif sign in CALLS:
            yield [CALLS[sign], [float(each) for each in operands]]
        elif call := pen.wrote(sign, operands):
            yield call


class Pen:
    """Follows where the texts of a page stand, and in which font."""

    def __init__(self, faces: dict[str, tuple[str, dict[int, str]]]) -> None:
        self._faces = faces
        self._font, self._codes = "", dict[int, str]()
        self._size = self._x = self._y = self._start = self._leading = 0.0

    def wrote(self, sign: str, operands: list[Any]) -> list[Any] | None:
        """Return the call that an operator of text stands for, if it draws or sets something."""
        match sign:
            case "Tf":
                self._font, self._codes = self._faces[operands[0]]
                self._size = float(operands[1])
                return ["setFont", [self._font, self._size]]
            case "Tj":
                return ["drawString", self._line("".join(self._codes[code] for code in operands[0].original_bytes))]
            case "TL":
                self._leading = float(operands[0])
            case "Tm":
                self._to(float(operands[4]), float(operands[5]))
            case "Td":
                self._to(self._start + float(operands[0]), self._y + float(operands[1]))
            case "T*":
                self._to(self._start, self._y - self._leading)
        return None

    def _to(self, x: float, y: float) -> None:
        self._start, self._x, self._y = x, x, y

    def _line(self, text: str) -> list[Any]:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        x, self._x = self._x, self._x + stringWidth(text, self._font, self._size)
        return [x, self._y, text]


if __name__ == "__main__":
    sys.exit(main())
