"""Which English texts a translation was made for, so that it isn't shown for others: the file `confirmed.yaml`.

It holds the checksum of each English text, by the address of the text, a line each in one text, which is read in a
fifth of the time of as many keys. A translation that it doesn't name is taken for one of the English text as it is; one
that it names with another checksum was made for an earlier English text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from screener.form.folder import is_shipped
from screener.form.retell import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from screener.form.nodes import Scalar
    from screener.form.translations import Translated

CONFIRMED_FILE = "confirmed.yaml"
HEAD = """\
# Written by `python run.py confirm`: the checksums of the English texts that this language was last compared with.
confirmed: {language}
texts: |
"""


class Pair(NamedTuple):
    """A text in both languages; `recorded`: the checksum of the English one that it was made for, "" unless known."""

    address: str
    original: str
    said: str
    node: Scalar  # that says it
    recorded: str

    @property
    def is_confirmed(self) -> bool:
        """Whether somebody said that the two say the same."""
        return self.recorded == checksum(self.original)


def checksum(text: str) -> str:
    """Return what tells a text from an earlier one."""
    return f"{crc32(text.encode()):08x}"


def is_earlier(recorded: str, original: str) -> bool:
    """Whether a checksum was recorded, of another text than the original is now."""
    return bool(recorded) and recorded != checksum(original)


def checksums_in(text: str) -> dict[str, str]:
    """Return the checksums of the file by the addresses of the texts."""
    return dict(line.partition(": ")[::2] for line in text.splitlines())


def pairs(told: Translated) -> Iterator[Pair]:
    """Yield the texts that are translated in files of this folder, not in shipped ones, by their addresses."""
    for address in sorted(told.texts.keys() & told.given.keys(), key=dotted):
        original, given = told.texts[address].text, told.given[address]
        if original and not is_shipped(given.file):
            yield Pair(dotted(address), original, given.text, given.node, told.recorded.get(dotted(address), ""))


def confirmation(language: str, checksums: Mapping[str, str]) -> str:
    """Return the file that holds these checksums of English texts, by the addresses of the texts."""
    lines = (f"  {address}: {each}\n" for address, each in sorted(checksums.items()))
    return HEAD.format(language=language) + "".join(lines)
