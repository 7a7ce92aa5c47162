"""The answers that travel inside a summary: a PDF opens like the answers file it carries."""

from __future__ import annotations

import logging
from hashlib import md5
from io import BytesIO

from screener.assess.answers_json import FILE_NAME
from screener.form.problem import FormError, Problem, Span
from screener.language import tr

MARK, WITHIN = b"%PDF-", 1024  # what a PDF says of itself near its beginning
MOST_BYTES = 50 * 1024 * 1024  # of a PDF that is looked into
SUMMARY = tr("open a summary that this program made, or an answers file")


def answers_file(content: bytes, file: str) -> tuple[bytes, str]:
    """Return an answers file and its name for messages: the file itself, or what it carries inside if it is a PDF.

    FormError where a PDF is damaged or carries no answers.
    """
    return (answers_in(content, file), f"{file} ({FILE_NAME})") if MARK in content[:WITHIN] else (content, file)


def answers_in(pdf: bytes, file: str) -> bytes:
    """Return the answers file that a PDF carries; FormError where there is none that can be read."""
    from pypdf import PdfReader  # noqa: PLC0415  # for PDFs only
    from pypdf.errors import FileNotDecryptedError  # noqa: PLC0415  # for PDFs only

    if len(pdf) > MOST_BYTES:
        raise _refused(file, tr("The PDF is too large to be a summary."), SUMMARY)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends in silence is not the reader's concern
    try:
        reader = PdfReader(BytesIO(pdf))
        carried = [
            (bytes(each.content), getattr(each.checksum, "original_bytes", b""))
            for each in reader.attachment_list
            if each.name == FILE_NAME
        ]
    except FileNotDecryptedError as error:
        raise _refused(file, tr("The PDF is protected by a password."), SUMMARY) from error
    except Exception as error:  # a damaged file makes it stumble in many ways
        raise _damaged(file) from error
    if len(carried) != 1:
        found = tr("The PDF carries answers more than once.") if carried else tr("The PDF carries no answers.")
        raise _refused(file, found, SUMMARY)
    ((content, check),) = carried
    if check != md5(content, usedforsecurity=False).digest():  # pypdf makes of damaged bytes what it can
        raise _damaged(file)
    return content


def _damaged(file: str) -> FormError:
    return _refused(file, tr("The PDF is damaged."), tr("ask for it again, or open an answers file"))


def _refused(file: str, message: str, hint: str) -> FormError:
    return FormError([Problem(Span(file, 1, 1), "A006", message, hint)])
