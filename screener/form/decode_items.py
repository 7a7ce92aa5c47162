"""Sections and items: nodes -> model, their conditions left for later, when every name is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from screener.form import keys as k
from screener.form.decode_numbers import quantity, whole
from screener.form.model import BODY_REGIONS, NO, YES, Block, Item, ItemType, Option, Section
from screener.form.nodes import Mapping, Scalar, Sequence
from screener.form.problem import Problem, closest, nearest
from screener.form.scope import RESERVED
from screener.form.shapes import listed, table_in, wrong_kind
from screener.form.shapes_text import ID, is_id
from screener.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from screener.form.decode_cutoffs import SiteLimits
    from screener.form.nodes import Node
    from screener.form.scope import Lost
    from screener.form.shapes import Entry, Key, Problems

TEXTS = (k.SHORT, k.HELP, k.SOURCE, k.REQUEST)
YES_NO_OPTIONS = (Option(YES, tr("Yes")), Option(NO, tr("No")))
WORDS_OF_LANGUAGE = frozenset(("and", "or", "not", "in", "is", "if", "else", "for", "lambda", "True", "False", "None"))
OF_ONE_TYPE = frozenset(("columns", "limits", "options", "units"))  # keys that say what can be answered
TYPES = {type_.value: type_ for type_ in ItemType}


class Condition(NamedTuple):
    """The `ask_if` of an item or column, not yet understood."""

    item: Item
    table: str  # of a column
    source: Scalar


class ItemReader:
    """Reads the sections of a form; keeps the conditions and the cut-offs that the clinic's own file replaces."""

    def __init__(self, problems: Problems, site: SiteLimits, lost: Lost) -> None:
        self.problems = problems
        self.lost = lost
        self.conditions: list[Condition] = []
        self.site = site

    def section(self, mapping: Mapping) -> Section | None:
        """Return a page with its items, or None when it has no id."""
        entry = k.SECTION.open(mapping, self.problems)
        id_, items = entry.get(k.SECTION_ID), entry.get(k.ITEMS)
        if id_ is None or not isinstance(items, Sequence):
            self.lost.take(mapping)
        if id_ is None:
            return None
        blocks = self._blocks(listed(items, self.problems, "items"))
        return Section(id_, entry.text(k.TITLE), mapping.at, blocks, entry.text(k.INTRO))

    def _blocks(self, nodes: tuple[Node, ...]) -> tuple[Block, ...]:
        blocks: list[Block] = []
        title, items = "", list[Item]()
        for node in nodes:
            if isinstance(node, Mapping) and not ("item" in node.fields or "heading" in node.fields):
                self._mend(node, "item", "heading")
            if isinstance(node, Mapping) and "heading" in node.fields:
                entry = k.HEADING.open(self._without_item(node), self.problems)
                if items or title:
                    blocks.append(Block(title, tuple(items)))
                title, items = entry.text(k.HEADING_TEXT), []
                continue
            item = self.item(node)
            if item is not None:
                items.append(item)
        return (*blocks, Block(title, tuple(items)))

    def _without_item(self, heading: Mapping) -> Mapping:
        """Return a heading without the question that stands in its keys, which is reported; its name is lost."""
        if not {"item", "text", "type"} & heading.fields.keys():
            return heading
        first = next(key for key, _ in heading.entries if key.text in k.ITEM_KEYS)
        hint = "begin the question with '- item:' on a line of its own"
        self.problems.append(Problem(first.at, "F216", "a heading and a question in one", hint))
        self.lost.take(heading)
        self.lost.is_any |= "item" not in heading.fields
        return Mapping(tuple(entry for entry in heading.entries if entry[0].text == "heading"), heading.at)

    def item(self, node: Node, table: str = "") -> Item | None:
        """Return an item, or a column of a table; None, its name lost, where it isn't sure what is asked."""
        name = "column" if table else "item"
        if not isinstance(node, Mapping):
            self.problems.append(wrong_kind(node, "the keys of an item"))
            return None
        if table and name not in node.fields:
            self._mend(node, name)
        if name not in node.fields:
            self.lost.is_any = True
            return None
        item = None if self.problems and self._are_two(node) else self._item(node, node.fields[name], table)
        if item is None:
            self.lost.take(node.fields[name])
        return item

    def _are_two(self, node: Mapping) -> bool:
        """Whether two things run together here, which is reported; the name of the second is lost."""
        self.lost.is_any |= len(node.entries) > len(node.fields) + 1
        return node.runs_together

    def _item(self, node: Mapping, named: Node, table: str) -> Item | None:
        type_ = self._type(node)
        if type_ is None:
            return None
        keys, before = (k.COLUMN_OF_TYPE if table else k.ITEM_OF_TYPE)[type_], len(self.problems)
        entry = keys.open(node, self.problems)
        if len(self.problems) > before and not OF_ONE_TYPE.isdisjoint(node.fields.keys() - keys.known):
            return None  # it may be of the type that has this key
        id_ = ID.read(named, self.problems)
        if id_ in RESERVED:
            message = f"'{id_}' is a word of the expression language"
            self.problems.append(Problem(named.at, "F211", message, "take another id"))
        if id_ is None or id_ in RESERVED:
            self.lost.is_any = True
            return None
        item = self._of_type(type_, id_, entry, table)
        condition = entry.get(k.ASK_IF)
        if item is not None and condition is not None:
            self.conditions.append(Condition(item, table, condition))
        return item

    def _mend(self, mapping: Mapping, *names: str) -> None:
        """Report that the first key says none of these names; take one that is misspelt for the nearest."""
        first = mapping.entries[0][0] if mapping.entries else None
        hint = "begin with " + " or ".join(f"'- {name}:'" for name in names)
        problem = Problem(first.at if first else mapping.at, "F216", f"this is no {names[0]}", hint)
        self.problems.append(problem)
        if first is not None and first.text not in k.ITEM_KEYS:
            mapping.rename(first, closest(first.text, names) or names[0])

    def _type(self, mapping: Mapping) -> ItemType | None:
        """Return the type, without which no other key can be understood; None where it can't be read."""
        if "type" not in mapping.fields:
            k.OF_ANY_TYPE.open(mapping, self.problems)  # says what is missing, or is misspelt
        node = mapping.fields.get("type")
        text = None if node is None else k.TYPE.shape.read(node, self.problems)
        if text == "table" and node is not None and "column" in mapping.fields:
            self.problems.append(Problem(node.at, "F212", "a table inside a table", "make it an item of its own"))
            return None
        return None if text is None else TYPES[text]

    def _of_type(self, type_: ItemType, id_: str, entry: Entry, table: str) -> Item | None:
        fields, options = entry.mapping.fields, self._options(type_, entry)
        is_on_page_1 = not table and entry.get(k.PAGE_1) is not None
        given: dict[str, Any] = {"text": entry.text(k.TEXT), "is_on_page_1": is_on_page_1}
        for key in TEXTS:
            if key.name in fields:
                given[key.name] = entry.text(key)
        of_type = self._read_of_type[type_](self, id_, entry) if type_ in self._read_of_type else {}
        if options is None or of_type is None:
            return None
        given |= of_type
        if options:
            given["options"] = options
            given["normal"] = normal = self._option_named(k.NORMAL_OPTION, entry, options)
            is_singly = "unremarkable" in fields and not table
            given["unremarkable"] = self._unremarkable(entry, options) if is_singly else normal
        if type_ is ItemType.CHOICE:
            given["not_done"] = self._option_named(k.NOT_DONE_OPTION, entry, options)
        if "sides" in fields and not table:
            entry.get(k.SIDES)
            given["has_sides"] = True
        if "draw" in fields:
            given["draw"] = self._draw(entry, type_, options)
        return Item(id=id_, type=type_, at=entry.mapping.at, **given)

    def _options(self, type_: ItemType, entry: Entry) -> tuple[Option, ...] | None:
        """Return the options, none where the type has none; None where one can't be read."""
        if type_ is ItemType.YES_NO:
            return YES_NO_OPTIONS
        if type_ not in (ItemType.CHOICE, ItemType.SEVERAL):
            return ()
        written = table_in(entry.get(k.OPTIONS), self.problems, "options")
        if written is None:
            return None
        options = tuple(
            [self._option(type_, id_, node) for id_, node in written.fields.items() if self._is_fit(id_, written)]
        )
        exclusive = [option.id for option in options if option.exclusive]
        if len(exclusive) > 1:
            message = f"{' and '.join(exclusive)} exclude each other"
            self.problems.append(Problem(written.at, "F217", message, "only one option excludes the others"))
        return options if options and len(options) == len(written.fields) else None

    def _is_fit(self, id_: str, options: Mapping) -> bool:
        if is_id(id_) and id_ not in WORDS_OF_LANGUAGE:
            return True
        if id_ in WORDS_OF_LANGUAGE:
            message = f"'{id_}' is a word of the language"
            self.problems.append(Problem(options.key(id_).at, "F211", message, "take another id"))
            return False
        return ID.read(options.key(id_), self.problems) is not None

    def _option(self, type_: ItemType, id_: str, node: Node) -> Option:
        if not isinstance(node, Mapping):
            return Option(id_, k.OPTION_WORDS.shape.read(node, self.problems) or "")
        entry = k.LONG_OPTION.open(node, self.problems)
        exclusive = entry.get(k.EXCLUSIVE) is not None
        if exclusive and type_ is ItemType.CHOICE:
            at = node.key("exclusive").at
            self.problems.append(
                Problem(at, "F217", "the options of a choice always exclude each other", "take it out")
            )
        return Option(id_, entry.text(k.OPTION_WORDS), exclusive)

    def _option_named(self, key: Key[str], entry: Entry, options: tuple[Option, ...]) -> str | None:
        named = entry.get(key) if options else None
        if named is None:
            return None
        ids = [option.id for option in options]
        if named in ids:
            return named
        at = entry.mapping.fields[key.name].at
        self.problems.append(Problem(at, "F305", f"there is no option '{named}'", nearest(named, ids)))
        return None

    def _unremarkable(self, entry: Entry, options: tuple[Option, ...]) -> str | None:
        """Return the option that leaves nothing to act on, of an item that no block may answer."""
        at = entry.mapping.key("unremarkable").at
        if "sides" not in entry.mapping.fields:
            message = "only an item with sides has an unremarkable option"
            self.problems.append(Problem(at, "F217", message, "take it out: paper judges left and right only"))
        if "normal" in entry.mapping.fields:
            self.problems.append(Problem(at, "F217", "what is normal is unremarkable", "take one of the two out"))
        return self._option_named(k.UNREMARKABLE, entry, options)

    def _draw(self, entry: Entry, type_: ItemType, options: tuple[Option, ...]) -> str:
        at = entry.mapping.key("draw").at
        if "sides" not in entry.mapping.fields:
            self.problems.append(Problem(at, "F217", "only an item with sides is drawn", "add 'sides: both'"))
        if type_ is not ItemType.SEVERAL:
            return entry.text(k.DRAW)
        drawn = entry.text(k.DRAW_REGIONS)
        for option in options if drawn else ():
            if not option.exclusive and option.id not in BODY_REGIONS:
                at = entry.mapping.fields["options"].key(option.id).at  # type: ignore[union-attr]  # it has options
                message = f"'{option.id}' is no region of the drawing of the body"
                self.problems.append(Problem(at, "F321", message, nearest(option.id, BODY_REGIONS)))
        return drawn

    def _table(self, id_: str, entry: Entry) -> dict[str, Any] | None:
        nodes = listed(entry.get(k.COLUMNS), self.problems, "columns")
        columns: dict[str, Item] = {}
        for column in [self.item(node, id_) for node in nodes]:
            if column is not None and columns.setdefault(column.id, column) is not column:
                message = f"there is a column '{column.id}' already, in line {columns[column.id].at.line}"
                self.problems.append(Problem(column.at, "F301", message, "take another id"))
                self.lost.is_any = True
        return {"columns": tuple(columns.values())} if 0 < len(columns) == len(nodes) else None

    _read_of_type: ClassVar[
        dict[ItemType, Callable[[ItemReader, str, Entry], dict[str, Any] | None]]
    ] = {  # its own keys
        ItemType.WHOLE: lambda reader, id_, entry: whole(id_, entry, reader.site, reader.problems),
        ItemType.QUANTITY: lambda reader, id_, entry: quantity(id_, entry, reader.site, reader.problems),
        ItemType.DATE: lambda _reader, _id, entry: {"future": entry.get(k.FUTURE) is not None},
        ItemType.TEXT: lambda _reader, _id, entry: {"lines": entry.get(k.LINES) or 1},
        ItemType.TABLE: _table,
    }
