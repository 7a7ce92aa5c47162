"""Report -> PDF: the same bytes for the same report, identity and page number on every page."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageTemplate

from screener.assess.answers_json import FILE_NAME
from screener.language import spoken
from screener.report import wording
from screener.report.fonts import REGULAR, check_printable
from screener.report.identity import form_words, standing_words
from screener.report.pdf_attachment import attach
from screener.report.pdf_blocks import flowables
from screener.report.pdf_drawings import draw_across
from screener.report.pdf_fit import LARGE, SCALES, first_page
from screener.report.pdf_style import (
    BODY,
    BOTTOM,
    GRID,
    HAIR,
    HAIRLINE,
    INK,
    NAME,
    PAPERS,
    RULE,
    SIDE,
    SMALL,
    TOP,
    paragraph,
    runs,
    style,
)
from screener.report.texts import texts

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from screener.report.document import Report


def render_pdf(report: Report, paper: str = "A4") -> bytes:
    """Return the summary on A4 or Letter; UnprintableText where a character is in no carried face."""
    check_printable(texts(report))
    document = _laid_out(report, paper, 1.0)
    if document.pages > 1 and document.last_page < LITTLE:
        tighter = (_laid_out(report, paper, scale) for scale in (TIGHTER if report.on_page_1 else TIGHTER_BY_HAND))
        document = next((each for each in tighter if each.pages < document.pages), document)
    return document.data


TIGHTER, TIGHTER_BY_HAND = (1.04,), (1.04, 1.08)  # how much smaller the print is where that spares a page
LITTLE = 0.65  # of a page: more on the last one is more than that spares


class LaidOut(NamedTuple):
    """A document, and how much of its last page is taken."""

    data: bytes
    pages: int
    last_page: float


def _laid_out(report: Report, paper: str, scale: float) -> LaidOut:
    """Return the document, the pages after the first laid out larger by a factor and drawn smaller."""
    target = BytesIO()
    size = PAPERS[paper]
    furniture = Furniture(report, size)
    document = BaseDocTemplate(
        target,
        pagesize=size,
        title=f"{report.meta.title} {report.meta.document_id}".rstrip(),
        author=report.meta.clinic or report.meta.software,
        creator=report.meta.software,
        producer=report.meta.software,
        lang=spoken(),
        invariant=1,
        initialFontName=REGULAR,
        initialFontSize=BODY,
    )
    width, height = furniture.frame[2:]
    others = Pages("others", furniture, scale)
    document.addPageTemplates([Pages("first", furniture, 1.0), others] if report.on_page_1 else [others])
    scales = LARGE if report.is_large else SCALES
    first = first_page(report.parts[: report.on_page_1], width, height, scales, report.shorter)
    rest: list[Flowable] = [
        each for part in report.parts[report.on_page_1 :] for each in flowables(part, width * scale, height * scale)
    ]
    document.build(
        [*first, NextPageTemplate("others"), *rest],
        canvasmaker=_numbered(report, size[0] - SIDE),
    )
    return LaidOut(target.getvalue(), document.page, others.taken)


class Pages(PageTemplate):
    """Pages that are laid out larger by a factor and drawn smaller by it; knows how much of the last one is taken."""

    def __init__(self, name: str, furniture: Furniture, scale: float) -> None:
        x, y, width, height = (each * scale for each in furniture.frame)
        self._furniture, self._scale, self._column = furniture, scale, Column(x, y, width, height, 0, 0, 0, 0)
        super().__init__(name, [self._column], onPage=self._begin, onPageEnd=self._end)

    @property
    def taken(self) -> float:
        """How much of the height is taken."""
        return self._column.taken

    def _begin(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        self._furniture.draw(canvas, document)
        canvas.saveState()
        canvas.scale(1 / self._scale, 1 / self._scale)

    @staticmethod
    def _end(canvas: Canvas, _: object) -> None:
        canvas.restoreState()


class Column(Frame):
    """Where what is printed stands, one thing below the other."""

    _y: float  # reportlab's names: how far down it is filled
    _y1p: float  # and where it ends

    @property
    def taken(self) -> float:
        """How much of the height is taken."""
        return 1 - (self._y - self._y1p) / self.height


FOOT_SHARE = 0.68  # of the width, for what stands left of the page number
WIDE_SPACE = "\u00a0\u00a0\u00a0 "  # an em space would be folded to one thin one
DOT = "\u00a0 · \u00a0"


class NumberedCanvas(Canvas):
    """Keeps its pages back until their number is known, then writes "Page x of y" on each."""

    label = ""  # what stands before it
    right = 0.0  # where it ends
    answers = ""  # the answers file that goes into the document

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Keep the page."""
        self.__dict__.setdefault("kept_pages", []).append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]  # not in its stubs

    def save(self) -> None:
        """Write the pages, each with its number, and the answers."""
        kept = self.__dict__.pop("kept_pages", [])
        for number, page in enumerate(kept, start=1):
            self.__dict__.update(page)
            self.setFont(REGULAR, SMALL)
            place = wording.PAGE_OF.format(number=number, count=len(kept))
            self.drawRightString(self.right, BOTTOM, f"{self.label}{place}")
            super().showPage()
        if self.answers:
            attach(self, FILE_NAME, self.answers.encode())
        super().save()


def _numbered(report: Report, right: float) -> type[NumberedCanvas]:
    """Return the canvas of one document, which reportlab makes itself."""
    document_id = report.meta.document_id
    label = f"{wording.DOCUMENT.format(id=document_id)}{DOT}" if document_id else ""
    return type("NumberedCanvas", (NumberedCanvas,), {"label": label, "right": right, "answers": report.answers})


FURNITURE = "furniture"


class Furniture:
    """What stands at the head and foot of every page; it wraps, and the page makes room for it."""

    def __init__(self, report: Report, size: tuple[float, float]) -> None:
        self._size, self._width = size, size[0] - 2 * SIDE
        self._is_draft = report.meta.is_draft
        self._head = _heads(report)
        self._foot = _foot(report)
        self._heights = [float(each.wrap(self._width, size[1])[1]) for each in self._head]
        head = sum(self._heights) + 2.5 * GRID
        self._foot_height = self._foot.wrap(self._width * FOOT_SHARE, size[1])[1]
        bottom = BOTTOM + max(self._foot_height, SMALL) + 3 * GRID
        self.frame = (SIDE, bottom, self._width, size[1] - TOP - head - bottom)

    def draw(self, canvas: Canvas, _: object) -> None:
        """Draw what is the same on every page; it is written into the file once."""
        if not canvas.hasForm(FURNITURE):
            canvas.beginForm(FURNITURE)
            self._write(canvas)
            canvas.endForm()
        canvas.doForm(FURNITURE)

    def _write(self, canvas: Canvas) -> None:
        """Draw head and foot, and on a draft, below them, that it is one."""
        if self._is_draft:
            draw_across(canvas, wording.DRAFT, self._size)
        y = self._size[1] - TOP
        banner, about = self._head
        y -= self._heights[0]
        banner.drawOn(canvas, SIDE, y)
        y -= GRID
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(RULE)
        canvas.line(SIDE, y, SIDE + self._width, y)
        y -= self._heights[1] + GRID / 2
        about.drawOn(canvas, SIDE, y)
        top = BOTTOM - 2 + self._foot_height
        self._foot.drawOn(canvas, SIDE, BOTTOM - 2)
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(HAIRLINE)
        canvas.line(SIDE, top + GRID, SIDE + self._width, top + GRID)


def _heads(report: Report) -> tuple[Flowable, Flowable]:
    """Return the banner (name, birth, gender, identifier in this order) and the line about the document."""
    label, value = style(SMALL, soft=True), style()
    parts = [(report.banner.name, style(NAME, bold=True))]
    for fact in report.banner.facts:
        parts += [(f"{WIDE_SPACE}{fact.label}\u00a0\u00a0", label), (fact.text, value)]
    words = standing_words(report.meta)
    line = [(words[0], style(SMALL, bold=True)), (DOT.join(["", *words[1:]]), label)]
    return runs(tuple(parts), style(NAME)), runs(tuple(line), label)


def _foot(report: Report) -> Flowable:
    return paragraph(DOT.join(form_words(report.meta)), style(SMALL, soft=True))
