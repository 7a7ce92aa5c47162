# ruff: noqa: INP001 - a script
r"""Make the fonts that the paper is printed with: static faces, regular and bold, from variable fonts of packages.

Run it in an environment of its own, never at start; the results are kept in the repository:

    python -m venv .fonts
    .fonts/bin/pip install fonttools fontpkg-noto-sans==2.15 fontpkg-open-sans==3.3 fontpkg-noto-sans-arabic==2.12 \
        fontpkg-noto-sans-devanagari==2.7 fontpkg-noto-sans-thai==2.2 pylopdf-fonts-he==0.1.1
    .fonts/bin/python tools/make_fonts.py

Noto Sans has Latin, Greek and Cyrillic, but no `≥`; the few mathematical signs that clinical text needs come from Open
Sans, the design that Noto Sans grew from, at the same weight. Four arrows are drawn here. Other scripts have faces of
their own, which keep the rules by which letters join and marks find their place. The licence (SIL OFL 1.1) and the
names go with the files; no family reserves its name.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.misc.transform import Identity
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = {"Regular": 400, "Bold": 700}
LETTERS, SIGNS = "fontpkg-noto-sans", "fontpkg-open-sans"
EUROPEAN = (
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x0250, 0x036F), (0x0370, 0x03FF), (0x0400, 0x052F), (0x1E00, 0x1EFF),
    (0x1F00, 0x1FFF), (0x2000, 0x200A), (0x2010, 0x2029), (0x202F, 0x205F), (0x2070, 0x209F), (0x20A0, 0x20CF),
    (0x2100, 0x218F), (0x2212, 0x2212),
)  # fmt: skip
SPACE, JOINERS, RING = (0x20, 0x20), (0x200B, 0x200D), (0x25CC, 0x25CC)  # the ring carries a mark without letter


@dataclass(frozen=True)
class Family:
    """Letters of one package, and the rules of theirs that are kept ("*" for all)."""

    name: str
    package: str
    blocks: tuple[tuple[int, int], ...]
    features: tuple[str, ...] = ("*",)
    file: str = "NotoSans"  # what its name begins with


LATIN = Family("Noto Sans", LETTERS, EUROPEAN, ("ccmp", "mark", "mkmk"))
FAMILIES = (
    LATIN,
    Family(
        "Noto Sans Arabic", "fontpkg-noto-sans-arabic",
        (
            SPACE, (0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), JOINERS, RING, (0xFB50, 0xFDFF),
            (0xFE70, 0xFEFC),
        ),
    ),
    Family("Noto Sans Hebrew", "pylopdf-fonts-he", (SPACE, (0x0590, 0x05FF), JOINERS, RING, (0xFB1D, 0xFB4F))),
    Family(
        "Noto Sans Devanagari", "fontpkg-noto-sans-devanagari",
        (SPACE, (0x0900, 0x097F), (0x1CD0, 0x1CFF), JOINERS, RING, (0x20B9, 0x20B9), (0xA8E0, 0xA8FF)),
    ),
    Family("Noto Sans Thai", "fontpkg-noto-sans-thai", (SPACE, (0x0E00, 0x0E7F), JOINERS, RING)),
)  # fmt: skip
BORROWED = "≤≥≠≈∞√∑∫∂◊"
FIXED_TIME = 3_786_912_000  # 2024-01-01 in the calendar of font files, so that the bytes depend on the sources alone


def main() -> None:
    """Write all faces, the licence and the list of hashes."""
    TARGET.mkdir(parents=True, exist_ok=True)
    files = {}
    for family in FAMILIES:
        for weight_name, weight in WEIGHTS.items():
            font = make_face(family, weight_name)
            path = TARGET / f"{family.name.replace(' ', '')}-{weight_name}.ttf"
            font.save(path, reorderTables=True)
            files[path.name] = {"weight": weight, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    (TARGET / "OFL.txt").write_text(licence_text(), encoding="utf-8")
    letters = [source(family.package, f"letters of {family.name}") for family in FAMILIES]
    record = {
        "licence": "OFL-1.1 (OFL.txt)",
        "made_by": "tools/make_fonts.py",
        "sources": [*letters, source(SIGNS, "signs " + BORROWED)],
        "files": files,
    }
    (TARGET / "fonts.json").write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def make_face(family: Family, weight_name: str) -> TTFont:
    """Return one static face with outlines, widths and names, and nothing that paper doesn't use."""
    weight = WEIGHTS[weight_name]
    font = instance(family.package, weight)
    with tempfile.TemporaryDirectory() as folder:
        # Saved and read again: the instancer leaves tables half-loaded that the subsetter needs whole.
        path = Path(folder) / "face.ttf"
        font.save(path)
        font = subset(TTFont(path), family)
    if family is LATIN:
        borrow(font, instance(SIGNS, weight))
        draw_arrows(font)
    set_names(font, family, weight_name)
    font["head"].created = font["head"].modified = FIXED_TIME
    font.recalcTimestamp = False
    return font


def instance(package: str, weight: int) -> TTFont:
    """Return the upright variable font of a package, fixed at a weight and normal width."""
    font = TTFont(variable_file(package))
    return instantiateVariableFont(font, {"wght": weight, "wdth": 100}, inplace=True)


def variable_file(package: str) -> Path:
    """Return the upright variable font file, without serifs, of an installed package."""
    for entry in importlib.metadata.files(package) or ():
        if entry.suffix == ".ttf" and "Sans" in entry.name and "Italic" not in entry.name:
            return Path(str(entry.locate()))
    raise SystemExit(f"{package} is not installed: see the first lines of this file")


def subset(font: TTFont, family: Family) -> TTFont:
    """Return the font with only the characters of a family, without hints."""
    options = Options(
        hinting=False, layout_features=list(family.features), name_IDs=["*"], notdef_outline=True, recalc_bounds=True
    )
    options.drop_tables += ["STAT", "gasp", "prep", "HVAR", "MVAR", "avar"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in family.blocks for code in range(first, last + 1)])
    subsetter.subset(font)
    return font


def borrow(font: TTFont, donor: TTFont) -> None:
    """Copy the borrowed signs, scaled to the same em."""
    scale = font["head"].unitsPerEm / donor["head"].unitsPerEm
    glyphs, names = donor.getGlyphSet(), donor.getBestCmap()
    for sign in BORROWED:
        outline = DecomposingRecordingPen(glyphs)
        glyphs[names[ord(sign)]].draw(outline)
        pen = TTGlyphPen(None)
        outline.replay(TransformPen(pen, Identity.scale(scale)))
        add_glyph(font, sign, pen, round(donor["hmtx"][names[ord(sign)]][0] * scale))


def draw_arrows(font: TTFont) -> None:
    """Draw four arrows as thick as the minus sign, on its height."""
    bounds = font["glyf"][font.getBestCmap()[0x2212]]
    thick, middle = bounds.yMax - bounds.yMin, (bounds.yMax + bounds.yMin) // 2
    reach, wing, half = 380, 170, thick // 2
    tip = ((reach - wing - thick, wing + half), (reach - wing, wing + half), (reach, 0), (reach - wing, -wing - half))
    tip += ((reach - wing - thick, -wing - half), (reach - thick - half, -half), (-reach, -half), (-reach, half))
    tip += ((reach - thick - half, half),)
    turns = {"→": (1, 0, 0, 1), "←": (-1, 0, 0, 1), "↑": (0, 1, 1, 0), "↓": (0, -1, 1, 0)}
    for arrow, (xx, xy, yx, yy) in turns.items():
        points = [(500 + xx * x + yx * y, middle + xy * x + yy * y) for x, y in tip]
        clockwise = xx * yy - xy * yx > 0
        pen = TTGlyphPen(None)
        first, *rest = points if clockwise else reversed(points)
        pen.moveTo(first)
        for point in rest:
            pen.lineTo(point)
        pen.closePath()
        add_glyph(font, arrow, pen, 1000)


def add_glyph(font: TTFont, sign: str, pen: TTGlyphPen, width: int) -> None:
    """Add one drawn character to a font."""
    name = f"uni{ord(sign):04X}"
    glyph = pen.glyph()
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    font.setGlyphOrder(list(dict.fromkeys([*font.getGlyphOrder(), name])))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(sign)] = name


def set_names(font: TTFont, family: Family, weight_name: str) -> None:
    """Name the face, and say what was changed, as the licence asks."""
    names = font["name"]
    for record in (1, 16):
        names.setName(family.name, record, 3, 1, 0x409)
    for record in (2, 17):
        names.setName(weight_name, record, 3, 1, 0x409)
    names.setName(f"{family.name} {weight_name}", 4, 3, 1, 0x409)
    names.setName(f"{family.name.replace(' ', '')}-{weight_name}", 6, 3, 1, 0x409)
    changed = f"Static {weight_name} made from the variable font, without hints"
    names.setName(f"{changed}; signs {BORROWED} from Open Sans." if family is LATIN else f"{changed}.", 10, 3, 1, 0x409)
    names.names = [record for record in names.names if record.nameID not in (3, 25) and record.platformID == 3]  # noqa: PLR2004  # numbers of the font format
    bold = weight_name == "Bold"
    font["OS/2"].usWeightClass = WEIGHTS[weight_name]
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["head"].macStyle = 1 if bold else 0


def licence_text() -> str:
    """Return the licence of the letters, with the other copyright lines in front."""
    signs = f"{licence_of(SIGNS).splitlines()[0]} ({BORROWED})"
    others = [licence_of(family.package).splitlines()[0] for family in FAMILIES if family is not LATIN]
    return "\n".join([signs, *others, licence_of(LETTERS)])


def licence_of(package: str) -> str:
    """Return the licence text that a package carries."""
    for entry in importlib.metadata.files(package) or ():
        if entry.name == "LICENSE":
            return Path(str(entry.locate())).read_text(encoding="utf-8")
    raise SystemExit(f"{package} carries no licence text")


def source(package: str, what: str) -> dict[str, str]:
    """Return where some of the glyphs are from."""
    path = variable_file(package)
    return {
        "package": package,
        "version": importlib.metadata.version(package),
        "file": path.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "gives": what,
    }


if __name__ == "__main__":
    main()
