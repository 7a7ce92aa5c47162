"""Draws what `script` lays out, in fonts of the document's own whose every character is a cluster of outlines.

So each says which characters it stands for, also where several glyphs say some together: readers copy, search and read
aloud what was typed.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from reportlab.lib.enums import TA_RIGHT
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress

from screener.report.pdf_words import Lines
from screener.report.script.faces import UNITS
from screener.report.script.lines import Run, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainterPath
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas

    from screener.report.script.lines import Cluster, Line

MOST = 256  # glyphs that one font of a PDF can number
CURVE = 6  # numbers of its points


class Typeset(Lines["Line"]):
    """A paragraph in any script, its pieces each with their own look."""

    def draw(self) -> None:
        """Draw all lines; those from right to left end at the right edge where there are several."""
        top = self.height
        for line in self._lines:
            height = self._height(line)
            is_right = self._look.alignment == TA_RIGHT or (line.is_leftward and len(self._lines) > 1)
            x = self.width - line.width if is_right else 0.0
            spare = height - self._look.leading
            draw_line(self.canv, line, x, top - self._look.fontSize - spare / 2, [own for _, own in self._parts])
            top -= height

    def _made(self, width: float) -> list[Line]:
        runs = [Run(text, own.fontSize, own.fontName.endswith("Bold")) for text, own in self._parts]
        return lay_out(runs, width)

    def _height(self, line: Line) -> float:
        return max(line.height, float(self._look.leading))


def draw_line(canvas: Canvas, line: Line, x: float, y: float, looks: list[ParagraphStyle]) -> None:
    """Draw a line with its baseline at a height, each cluster in the colour of its look."""
    code: list[str] = canvas._code  # type: ignore[attr-defined]  # noqa: SLF001  # reportlab shows characters, not glyphs
    fonts = _fonts(canvas)
    for (run, size), group in groupby(line.clusters, key=lambda each: (each.run, each.size)):
        canvas.setFillColor(looks[run].textColor)
        code.append("BT")
        chosen = ""
        for placed in group:
            name, number = fonts.code(placed.cluster)
            if name != chosen:
                code.append(f"/{name} {size:g} Tf")
                chosen = name
            code.append(f"1 0 0 1 {x + placed.x:.2f} {y:.2f} Tm <{number:02X}> Tj")
        code.append("ET")


def _fonts(canvas: Canvas) -> ClusterFonts:
    """Return the fonts of the document that is drawn."""
    document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001  # where its fonts are kept
    if not hasattr(document, "cluster_fonts"):
        document.cluster_fonts = ClusterFonts(document)
    fonts: ClusterFonts = document.cluster_fonts
    return fonts


class ClusterFonts:
    """The clusters that a document uses, as fonts (Type 3) that hold their outlines, at most 256 in each."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401  # reportlab's, which says no type
        self._document = document
        self._codes: dict[Cluster, int] = {}
        self._names: list[str] = []
        document.delayedFonts.append(self)

    def code(self, cluster: Cluster) -> tuple[str, int]:
        """Return the font that has a cluster, and its number there."""
        place = self._codes.setdefault(cluster, len(self._codes))
        if place // MOST == len(self._names):
            mapping = self._document.fontMapping
            name = f"F{len(mapping) + 1}"
            mapping[f"clusters {place // MOST}"] = f"/{name}"
            self._names.append(name)
        return self._names[place // MOST], place % MOST

    def addObjects(self, document: Any) -> None:  # noqa: ANN401, N802 - reportlab's name
        """Put the fonts into the document; reportlab asks at the end."""
        clusters = list(self._codes)
        fonts = document.idToObject["BasicFonts"].dict
        for place, name in enumerate(self._names):
            fonts[name] = document.Reference(self._font(clusters[place * MOST : (place + 1) * MOST]), name)

    def _font(self, clusters: list[Cluster]) -> PDFDictionary:
        names = [f"g{chr(97 + code // 26)}{chr(97 + code % 26)}" for code in range(len(clusters))]
        drawings = {name: self._kept(_drawing(cluster)) for name, cluster in zip(names, clusters, strict=True)}
        return PDFDictionary({
            "Type": PDFName("Font"), "Subtype": PDFName("Type3"),
            "FontBBox": PDFArray([0, 0, 0, 0]),  # zeros: as large as its characters are
            "FontMatrix": PDFArray([1 / UNITS, 0, 0, 1 / UNITS, 0, 0]),
            "FirstChar": 0, "LastChar": len(clusters) - 1,
            "Widths": PDFArray([_advance(cluster) for cluster in clusters]),
            "Encoding": PDFDictionary({
                "Type": PDFName("Encoding"), "Differences": PDFArray([0, *map(PDFName, names)]),
            }),
            "CharProcs": PDFDictionary(drawings), "Resources": PDFDictionary({}),
            "ToUnicode": self._kept(_meanings([cluster.text for cluster in clusters])),
        })  # fmt: skip

    def _kept(self, content: str) -> object:
        return self._document.Reference(PDFStream(content=content, filters=[PDFZCompress]))


def _advance(cluster: Cluster) -> int:
    return sum(cluster.face.advance(number) for number, _, _ in cluster.glyphs)


def _drawing(cluster: Cluster) -> str:
    """Return the operators that draw a cluster in whatever colour is set."""
    face = cluster.face
    steps = [step for number, x, y in cluster.glyphs for step in _steps(face.outline(number), x, y)]
    across, up = ([value for _, points in steps for value in points[at::2]] or [0] for at in (0, 1))
    box = (min(across), min(up), max(across), max(up))
    parts = [f"{_advance(cluster)} 0 {' '.join(map(str, box))} d1"]
    if face.stroke:
        parts.append(f"{face.stroke} w 1 j")
    parts += [f"{' '.join(map(str, points))} {letter}" for letter, points in steps]
    if steps:
        parts.append("b" if face.stroke else "f")
    return "\n".join(parts)


def _steps(path: QPainterPath, x: int, y: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the operators of an outline with their points, moved and turned upwards."""
    curve: tuple[int, ...] = ()
    for number in range(path.elementCount()):
        element = path.elementAt(number)
        point = (x + round(element.x), y - round(element.y))
        match element.type.name:
            case "MoveToElement":
                yield "m", point
            case "LineToElement":
                yield "l", point
            case _:  # a curve comes as its two handles and its end
                curve += point
                if len(curve) == CURVE:
                    yield "c", curve
                    curve = ()


def _meanings(texts: list[str]) -> str:
    """Return what each number of a font says, as PDF writes it."""
    said = [f"<{code:02X}> <{_hex(text)}>" for code, text in enumerate(texts)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Glyphs def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    for at in range(0, len(said), 100):
        block = said[at : at + 100]  # as many as one block may have
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap CMapName currentdict /CMap defineresource pop end end"])


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
