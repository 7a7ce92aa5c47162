"""Runs of text -> lines of placed glyphs, in any script and direction.

Lines break where the rules below say, not where a dictionary of the machine would (Qt asks one for Thai).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption

from screener.report.script.faces import UNITS, Face, face_of, faces_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QGlyphRun, QTextLine

FINE = 16  # pixels a point while lines are laid out
TALL = 1.6  # lines of a script with marks above and below, in sizes of the type
EVERYTHING = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll
OPEN, CLOSE = "\u2068", "\u2069"  # around a piece of text whose direction is its own affair
JOINERS = "\u200c\u200d"
ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_CJK = (
    "\u2e80-\u2fdf\u3001-\u3007\u300b\u300d\u300f\u3011-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_NOT_FIRST = "、。，．：；？！）」』】〉》〕ー々…ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_BREAK = re.compile(rf"[ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+|(?<=\w)[-‐–—](?=\w)|[{_CJK}](?![{_NOT_FIRST}])")
_INNERMOST = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")


class Run(NamedTuple):
    """A piece of text in one size (points) and weight."""

    text: str
    size: float
    is_bold: bool


class Cluster(NamedTuple):
    """Glyphs that say some characters together, a letter with its marks: each with its place in units of the em.

    The characters stand as they are seen, from left to right: that is how programs that read a PDF expect them.
    """

    face: Face
    text: str
    glyphs: tuple[tuple[int, int, int], ...]


class Placed(NamedTuple):
    """A cluster in points from where its line begins, from one of the runs that were given."""

    x: float
    cluster: Cluster
    size: float
    run: int


class Line:
    """A line of a paragraph: how much room it takes, and, once it is drawn, its clusters from left to right."""

    def __init__(self, paragraph: TypedLine, number: int) -> None:
        self._paragraph, self._number = paragraph, number
        line = paragraph.layout.lineAt(number)
        self.width = line.naturalTextWidth() / FINE
        self.is_leftward = paragraph.is_leftward
        first, last = line.textStart(), line.textStart() + line.textLength()
        self._spans = [span for span in paragraph.spans if span.start < last and span.end > first]
        self.height = max((span.size * TALL for span in self._spans if span.face.is_tall), default=0.0)

    @cached_property
    def clusters(self) -> tuple[Placed, ...]:
        """What the line draws."""
        line = self._paragraph.layout.lineAt(self._number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        drawn: list[tuple[_Span, QGlyphRun]] = []
        for span in self._spans:
            begin, end = max(span.start, first), min(span.end, last)
            drawn += [(span, each) for each in line.glyphRuns(begin, end - begin, EVERYTHING)]
        starts = {index for _, run in drawn for index in run.stringIndexes()}
        said = _said(self._paragraph.units, sorted(starts), last)
        clusters = [placed for span, run in drawn for placed in _placed(run, line, span, said)]
        return tuple(sorted(clusters, key=lambda each: each.x))


def lay_out(runs: Sequence[Run], width: float) -> list[Line]:
    """Return the lines of a text in pieces, no wider than `width` points; typed line ends stay."""
    return [line for typed in _typed_lines(runs) for line in TypedLine(typed, width).lines()]


def _typed_lines(runs: Sequence[Run]) -> Iterator[list[tuple[int, Run]]]:
    """Yield the numbered runs of each typed line."""
    current: list[tuple[int, Run]] = []
    for number, run in enumerate(runs):
        first, *others = run.text.split("\n")
        current.append((number, run._replace(text=first)))
        for text in others:
            yield current
            current = [(number, run._replace(text=text))]
    yield current


class _Span(NamedTuple):
    """A stretch of text in one face and size; places are units of UTF-16, as Qt counts."""

    start: int
    end: int
    face: Face
    size: float
    run: int


class TypedLine:
    """One typed line, laid out in as many lines as it needs."""

    def __init__(self, runs: list[tuple[int, Run]], width: float) -> None:
        text = "".join(run.text for _, run in runs)
        self.units = text.encode("utf-16-le")
        self.spans = list(_spans(runs, text))
        self.is_leftward = _is_leftward(text)
        self.layout = QTextLayout(text)
        self.layout.setFormats([_format(span) for span in self.spans])
        self.layout.setTextOption(_option(is_leftward=self.is_leftward))
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width * FINE)
            _break_well(self.layout, line, self.units)
        self.layout.endLayout()

    def lines(self) -> list[Line]:
        """Return the lines from the top."""
        return [Line(self, number) for number in range(self.layout.lineCount())]


def _option(*, is_leftward: bool) -> QTextOption:
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_leftward else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    option.setUseDesignMetrics(True)
    return option


def _spans(runs: list[tuple[int, Run]], text: str) -> Iterator[_Span]:
    """Yield the stretches of one face and size."""
    start = 0
    for number, run in runs:
        faces = faces_for(text, is_bold=run.is_bold)
        face = faces[0]
        known: dict[tuple[str, Face], Face] = {}
        chosen: list[tuple[str, Face]] = []
        for character in run.text:
            before = character, face
            if before not in known:
                known[before] = face_of(character, face, faces)
            face = known[before]
            chosen.append((character, face))
        for each, group in groupby(chosen, key=lambda pair: pair[1]):
            end = start + len("".join(character for character, _ in group).encode("utf-16-le")) // 2
            yield _Span(start, end, each, run.size, number)
            start = end


def _format(span: _Span) -> QTextLayout.FormatRange:
    form, place = QTextCharFormat(), QTextLayout.FormatRange()
    form.setFont(span.face.font(round(span.size * FINE)))
    place.start, place.length, place.format = span.start, span.end - span.start, form
    return place


def _is_leftward(text: str) -> bool:
    """Return whether a paragraph runs from right to left: its first letter outside isolates says it, else any."""
    outside, shorter = text, ""
    while outside != shorter:
        shorter, outside = outside, _INNERMOST.sub("", outside)
    strong = [each for each in map(unicodedata.bidirectional, outside + text) if each in ("L", "R", "AL")]
    return bool(strong) and strong[0] != "L"


def _break_well(layout: QTextLayout, line: QTextLine, units: bytes) -> None:
    """Shorten a line that is full to the last place in it where it may break."""
    start, end = line.textStart(), line.textStart() + line.textLength()
    if end * 2 >= len(units):
        return
    taken, after = (units[2 * first : 2 * last].decode("utf-16-le") for first, last in ((start, end), (end, end + 2)))
    kept = max((found.end() for found in _BREAK.finditer(taken + after) if found.end() <= len(taken)), default=0)
    if 0 < kept < len(taken):
        last = start + len(taken[:kept].encode("utf-16-le")) // 2
        line.setNumColumns(sum(layout.isValidCursorPosition(place) for place in range(start + 1, last + 1)))


def _said(units: bytes, starts: list[int], end: int) -> dict[int, str]:
    """Return what the cluster that begins at a place says; joiners belong to the letter before them."""
    said: dict[int, str] = {}
    for start, stop in pairwise([*starts, end]):
        text = units[2 * start : 2 * stop].decode("utf-16-le").translate(ISOLATES)
        if said and not text.strip(JOINERS):
            said[next(reversed(said))] += text
        else:
            said[start] = text
    while said and said[next(reversed(said))].isspace():  # what hangs over the end of a line
        said.popitem()
    return said


def _placed(run: QGlyphRun, line: QTextLine, span: _Span, said: Mapping[int, str]) -> Iterator[Placed]:
    """Yield the clusters of a run that say something."""
    origin, baseline, unit = line.x(), line.y() + line.ascent(), span.size * FINE / UNITS
    is_leftward = run.isRightToLeft()
    points = [point.toTuple() for point in run.positions()]
    glyphs = zip(run.stringIndexes(), run.glyphIndexes(), points, strict=True)
    for start, group in groupby(glyphs, key=itemgetter(0)):
        if start not in said:
            continue
        parts = [(number, x, y) for _, number, (x, y) in group]
        left = next((x for number, x, _ in parts if span.face.advance(number)), parts[0][1])
        drawn = tuple((number, round((x - left) / unit), round((baseline - y) / unit)) for number, x, y in parts)
        text = said[start][::-1] if is_leftward else said[start]
        yield Placed((left - origin) / FINE, Cluster(span.face, text, drawn), span.size, span.run)
