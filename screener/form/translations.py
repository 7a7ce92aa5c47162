"""Translations: the files of `languages/CODE/` -> a form whose texts are in that language.

A file names texts by kind and id, as the form does, and nothing else: ids, rules and numbers are those of the form. A
text that isn't there, or was made for an earlier English text, is said as it was written, behind a mark. What a clinic
wrote itself (`actions` of its site.yaml) stays as it is.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from screener.form import keys as k
from screener.form.confirmed import checksums_in, is_earlier
from screener.form.folder import is_shipped
from screener.form.guard import unseen_in
from screener.form.keys_languages import CONFIRMATION, CONFIRMED, CONFIRMED_TEXTS, REVIEW, REVIEWED_BY
from screener.form.model import Approval, Translation
from screener.form.nodes import Mapping, Scalar
from screener.form.problem import MOST_NAMES, Problem, closest, nearest
from screener.form.retell import Original, dotted, originals, retell
from screener.form.shapes import entries, listed
from screener.form.shapes_text import OPTION_TEXT, WORD
from screener.form.source import collect_yaml
from screener.form.unchanged import compare
from screener.language import ENGLISH, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from collections.abc import Mapping as Table

    from screener.form.folder import SourceFile
    from screener.form.model import Form
    from screener.form.nodes import Node
    from screener.form.problem import Span
    from screener.form.retell import Address
    from screener.form.shapes import Problems

    Tree = dict[str | int, "Tree | Original"]

TRANSLATION = "translation"  # the first key of its files
MARK = "[{language}] {text}"  # what is not translated
GLOSSARY = ("form", "glossary")
UNKNOWN = "F701"  # the code of a text that the form doesn't have
EARLIER = "F721"


class Given(NamedTuple):
    """A text of a translation, and where it stands."""

    text: str
    node: Scalar

    @property
    def file(self) -> str:
        """The file that it stands in."""
        return self.node.source.file


class Translated(NamedTuple):
    """A form in another language: what is missing there, what is of earlier English texts, and all texts in both.

    `recorded`: the checksums of the English texts that the translations in files of this folder were made for.
    """

    form: Form
    translation: Translation
    missing: tuple[Problem, ...]
    earlier: tuple[Problem, ...]
    texts: Table[Address, Original]
    given: Table[Address, Given]
    recorded: Table[str, str]


def translated(
    form: Form, code: str, files: Iterable[SourceFile], untouched: Collection[Address], problems: Problems
) -> Translated:
    """Return the form in a language, after reporting what is wrong in its files; `untouched` texts stay as they are."""
    texts = originals(form)
    for address in texts.keys() & untouched:  # nothing to translate, and nothing to compare with
        texts[address] = texts[address]._replace(text="")
    reader = _Reader(code, texts, problems)
    for file in files:
        reader.read(file)
    given = reader.given
    glossary = {str(address[-1]): address for address in given if address[:-1] == GLOSSARY}
    if glossary:  # a language has abbreviations of its own: they take the place of all others
        texts = {address: text for address, text in texts.items() if address[:-1] != GLOSSARY or address in given}
    missing = {address: text for address, text in texts.items() if text.text and address not in given}
    names = {address: dotted(address) for address in texts.keys() | given.keys()}
    earlier = {
        address: text for address, text in texts.items()
        if text.text and address in given and reader.is_earlier(given[address], names[address], text.text)
    }  # fmt: skip
    for address in given.keys() & texts.keys() - earlier.keys():
        if texts[address].text and address[:-1] != GLOSSARY:
            compare(given[address].node, given[address].text, texts[address].text, problems)
    said = sum(bool(texts[address].text) for address in given if address in texts) - len(earlier)
    translation = Translation(code, said, len(missing) + len(earlier), _hash(texts, given, names), reader.review)

    def say(address: Address, text: str, _: Span) -> str:
        if address in missing or address in earlier:
            return MARK.format(language=ENGLISH, text=text)
        return given[address].text if address in given and address not in untouched else text

    told = retell(form, say) if given else form
    abbreviations = {
        word: say(address, form.glossary.get(word, ""), given[address].node.at) for word, address in glossary.items()
    }
    told = replace(told, glossary=abbreviations or told.glossary, translation=translation)
    gaps = (Problem(text.at, "F720", f"no {code} text for '{dotted(address)}'") for address, text in missing.items())
    changed = (_of_earlier(code, address, text, given[address]) for address, text in earlier.items())
    return Translated(told, translation, tuple(gaps), tuple(changed), texts, given, reader.recorded[False])


def _of_earlier(code: str, address: Address, original: Original, given: Given) -> Problem:
    message = f"'{dotted(address)}' was made for an earlier English text; it is now: {' '.join(original.text.split())}"
    hint = f"write what that says here, then: python run.py confirm FOLDER {code} {dotted(address)}"
    return Problem(given.node.at, EARLIER, message, hint)


def _hash(texts: dict[Address, Original], given: dict[Address, Given], names: dict[Address, str]) -> str:
    """Return the hash of all texts in both languages, in no order of files."""
    hashed = hashlib.sha256()
    for address in sorted(names, key=names.__getitem__):
        written = texts[address].text if address in texts else ""
        said = given[address].text if address in given else ""
        for part in (names[address], written, said):
            hashed.update(f"{len(part)}\n{part}".encode())
    return hashed.hexdigest()


def _tree(texts: Iterable[tuple[Address, Original]]) -> Tree:
    """Return the texts by the parts of their addresses."""
    tree: Tree = {}
    for (*above, last), text in texts:
        branch = tree
        for part in above:
            below = branch.setdefault(part, {})
            if isinstance(below, dict):
                branch = below
        branch[last] = text
    return tree


class _Reader:
    """Reads the files of one language against the texts of the form."""

    def __init__(self, code: str, texts: dict[Address, Original], problems: Problems) -> None:
        self.code = code
        self.given: dict[Address, Given] = {}
        self.review: Approval | None = None
        self.recorded: dict[bool, dict[str, str]] = {False: {}, True: {}}  # in shipped files; checksums by address
        self._tree = _tree(texts.items())
        self._problems = problems

    def read(self, file: SourceFile) -> None:
        """Take in a file; what is wrong goes to the problems."""
        node = collect_yaml(file.raw, file.name, self._problems)
        if node is None:
            return
        if b"\\" in file.raw:
            self._problems.extend(unseen_in(node))
        first = node.entries[0][0].text if isinstance(node, Mapping) and node.entries else ""
        if isinstance(node, Mapping) and first == TRANSLATION:
            self._check_language(node.fields[first])
            self._texts(Mapping(node.entries[1:], node.at, node.in_flow), self._tree, ())
        elif isinstance(node, Mapping) and first == "review":
            self._review(node)
        elif isinstance(node, Mapping) and first == CONFIRMED.name:
            self._check_language(node.fields[first])
            self._confirmation(node)
        else:
            hint = f"begin with '{TRANSLATION}: {self.code}', or with 'review:'"
            self._problems.append(Problem(node.at, "F216", "this is no translation", hint))

    def is_earlier(self, given: Given, name: str, original: str) -> bool:
        """Whether a translation was made for another English text than there is now."""
        return is_earlier(self.recorded[is_shipped(given.file)].get(name, ""), original)

    def _check_language(self, written: Node) -> None:
        text = WORD.read(written, self._problems)
        if text not in (None, self.code):
            hint = f"write '{self.code}'" + ("" if self.code in LANGUAGES else f", or name the folder '{text}'")
            message = f"'{text}' in the folder of '{self.code}'"
            self._problems.append(Problem(written.at, "F702", message, hint))

    def _review(self, node: Mapping) -> None:
        entry = REVIEW.open(node, self._problems)
        on = entry.get(k.APPROVED_ON)
        if on is not None:
            self.review = Approval(entry.text(REVIEWED_BY), entry.text(k.ROLE), on, entry.text(k.SHA256))

    def _confirmation(self, node: Mapping) -> None:
        texts = CONFIRMATION.open(node, self._problems).text(CONFIRMED_TEXTS)
        self.recorded[is_shipped(node.at.file)] |= checksums_in(texts)

    def _texts(self, node: Node, known: Tree | Original, address: Address) -> None:
        """Take in what stands under an address."""
        if isinstance(known, Original):
            self._text(node, address)
        elif 1 in known:
            self._list(node, known, address)
        else:
            for key, below in entries(node, self._problems, "texts"):
                if address == GLOSSARY:
                    self._text(below, (*address, key.text))
                elif key.text in known:
                    self._texts(below, known[key.text], (*address, key.text))
                elif not (isinstance(node, Mapping) and node.runs_together):  # which is reported
                    where = f"'{dotted(address)}'" if address else "the form"
                    message = f"{where} has no text '{key.text}'"
                    names, hint = [*map(str, known)], "take it out, if the form had it once"
                    if len(names) <= MOST_NAMES or closest(key.text, names):
                        hint = f"{nearest(key.text, names)}; or {hint}"
                    self._problems.append(Problem(key.at, UNKNOWN, message, hint))

    def _list(self, node: Node, known: Tree, address: Address) -> None:
        nodes = listed(node, self._problems, "texts")
        if nodes and len(nodes) != len(known):
            message = f"'{dotted(address)}' has {len(known)} in the form, {len(nodes)} here"
            self._problems.append(Problem(node.at, "F706", message, "the same number, in the same order"))
            return
        for number, below in enumerate(nodes, start=1):
            self._texts(below, known[number], (*address, number))

    def _text(self, node: Node, address: Address) -> None:
        text = OPTION_TEXT.read(node, self._problems)
        if text is None or not isinstance(node, Scalar):
            return
        before = self.given.get(address)
        if before is not None and _is_twin(before.file, node.at.file):
            message = f"'{dotted(address)}' is translated twice"
            self._problems.append(Problem(node.at, "F703", message, f"first in {before.node.at}; keep one of them"))
        if before is None or is_shipped(before.file):  # a clinic's own wins
            self.given[address] = Given(text, node)


def _is_twin(one: str, other: str) -> bool:
    """Whether a text of two files is told of here: in one file its key stands twice, and a clinic's own file wins."""
    return one != other and is_shipped(one) == is_shipped(other)
