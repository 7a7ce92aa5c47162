"""A file inside a PDF, as readers of PDF show and save it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def attach(canvas: Canvas, name: str, content: bytes) -> None:
    """Put a JSON file into the document; its bytes depend on name and content alone."""
    document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001  # reportlab has no call for attachments
    check = PDFString(hashlib.md5(content, usedforsecurity=False).digest(), enc="raw")
    stream = PDFStream(
        PDFDictionary({
            "Type": PDFName("EmbeddedFile"),
            "Params": PDFDictionary({"Size": len(content), "CheckSum": check}),
        }),
        content,
        [PDFZCompress],
    )  # fmt: skip
    file = PDFDictionary({
        "Type": PDFName("Filespec"), "F": PDFString(name), "UF": PDFString(name),
        "EF": PDFDictionary({"F": document.Reference(stream)}),
    })  # fmt: skip
    names = PDFDictionary({"Names": PDFArray([PDFString(name), document.Reference(file)])})
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": names})
