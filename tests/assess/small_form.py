"""A form of every kind of question, made by hand."""

from __future__ import annotations

from decimal import Decimal

from screener.form.model import Block, Form, Item, ItemType, Option, Range, Section, Unit
from screener.form.problem import Span

AT = Span("small.yaml", 1, 1)


def options(*ids: str) -> tuple[Option, ...]:
    return tuple(Option(each, each.title()) for each in ids)


def between(lowest: str, highest: str) -> Range:
    return Range(Decimal(lowest), Decimal(highest))


ITEMS = (
    Item("numbness", ItemType.YES_NO, "Numbness", AT, options=options("yes", "no")),
    Item(
        "reflex", ItemType.CHOICE, "Reflex", AT, has_sides=True, options=options("present", "absent"), normal="present"
    ),
    Item(
        "complications",
        ItemType.SEVERAL,
        "Complications",
        AT,
        options=(*options("retinopathy", "nephropathy"), Option("none", "None of these", exclusive=True)),
    ),
    Item("pain", ItemType.WHOLE, "Pain", AT, limits=between("0", "10"), usual=between("0", "8"), unit="of 10"),
    Item(
        "hba1c",
        ItemType.QUANTITY,
        "HbA1c",
        AT,
        units=(Unit("%", between("3.0", "20.0"), between("4.5", "14.0")), Unit("mmol/mol", between("9", "195"))),
        is_dated=True,
        fresh_for=90,
    ),
    Item(
        "abi",
        ItemType.QUANTITY,
        "ABI",
        AT,
        has_sides=True,
        units=(Unit("ratio", between("0", "3")),),
        has_not_done=True,
        is_dated=True,
    ),
    Item("onset", ItemType.DATE, "Onset", AT),
    Item("review", ItemType.DATE, "Next review", AT, future=True),
    Item("remarks", ItemType.TEXT, "Remarks", AT, lines=4),
    Item(
        "medicines",
        ItemType.TABLE,
        "Medicines tried",
        AT,
        columns=(
            Item("drug", ItemType.CHOICE, "Drug", AT, options=options("duloxetine", "pregabalin")),
            Item("mg_day", ItemType.WHOLE, "Dose", AT, limits=between("1", "5000"), usual=between("10", "600")),
            Item("remark", ItemType.TEXT, "Remark", AT),
        ),
    ),
)
FORM = Form("small", "1.0.0", "Small", "0" * 64, (), (Section("one", "One", AT, (Block("", ITEMS),)),))
