"""Classes made quickly are the classes that the standard library would have made."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import pprint
import re
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from screener import frozen

ROOT = Path(__file__).resolve().parents[1] / "screener"


def classes(dataclass):
    """Make the same classes with one decorator or the other."""

    @dataclass(frozen=True, slots=True)
    class Nothing:
        pass

    @dataclass(frozen=True, slots=True)
    class One:
        """A single field."""

        number: Decimal

    @dataclass(frozen=True, slots=True, order=True)
    class Several:
        line: int
        column: int = 0
        name: str = ""

        @property
        def place(self) -> str:
            return f"{self.line}:{self.column}"

    @dataclass(frozen=True)
    class Open:
        first: int
        rest: dict[str, int] = dataclasses.field(default_factory=dict)
        apart: int = dataclasses.field(default=0, compare=False)

    @dataclass(frozen=True, slots=True, eq=False)
    class Itself:
        number: int

    @dataclass(frozen=True, slots=True)
    class Hashed:
        numbers: dict[str, int]

        def __hash__(self) -> int:
            return len(self.numbers)

    @dataclass(frozen=True, repr=False)
    class Quiet:
        secret: str

    @dataclass(frozen=True, slots=True)
    class Large:
        first: int
        second: int = 2
        third: str = ""
        fourth: tuple[int, ...] = ()
        fifth: dict[str, int] = dataclasses.field(default_factory=dict)
        sixth: Decimal | None = None

    @dataclass(frozen=True, slots=True)
    class Larger(Large):
        seventh: int = 7

    made = (Nothing, One, Several, Open, Itself, Hashed, Quiet, Large, Larger)
    return SimpleNamespace(**{each.__name__: each for each in made})


QUICK, STANDARD = classes(frozen.dataclass), classes(dataclasses.dataclass)
BOTH = pytest.mark.parametrize("made", [QUICK, STANDARD], ids=["quick", "standard"])


@BOTH
def test_that_equal_fields_make_equal_values_of_one_class_only(made):
    assert made.Several(1, 2) == made.Several(1, column=2, name="")
    assert made.Several(1, 2) != made.Several(1, 3)
    assert made.Several(1) != (1, 0, "")
    assert made.Nothing() == made.Nothing()
    assert made.Nothing() != made.Open(1)
    assert made.One(Decimal("1.0")) == made.One(Decimal(1))
    assert made.Itself(1) != made.Itself(1)
    assert made.Open(1, apart=1) == made.Open(1, apart=2)
    assert made.Several(1).__eq__(3) is NotImplemented


@BOTH
def test_that_equal_values_have_equal_hashes(made):
    assert hash(made.Several(1, 2)) == hash(made.Several(1, 2)) == hash((1, 2, ""))
    assert hash(made.One(Decimal("1.0"))) == hash(made.One(Decimal(1)))
    assert hash(made.Nothing()) == hash(())
    assert hash(made.Hashed({"a": 1})) == 1
    assert len({made.Several(1), made.Several(1), made.Several(2)}) == 2


@BOTH
def test_that_values_too_wide_for_a_line_are_printed_by_pprint(made):
    assert "Large(first=1," in pprint.pformat(made.Large(1, third="wide " * 30))


@BOTH
def test_that_values_are_ordered_by_their_fields(made):
    low, high = made.Several(1, 9), made.Several(2, 0)
    assert (low < high, low <= high, high > low, high >= low, high < low) == (True, True, True, True, False)
    assert sorted([high, low]) == [low, high]
    with pytest.raises(TypeError):
        _ = made.One(Decimal(1)) < made.One(Decimal(2))


@BOTH
def test_that_nothing_can_be_changed_added_or_taken_away(made):
    value = made.Several(1)
    for change in (
        lambda: setattr(value, "line", 2),
        lambda: setattr(value, "other", 2),
        lambda: delattr(value, "line"),
    ):
        with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
            change()
    assert not hasattr(value, "__dict__")
    assert hasattr(made.Open(1), "__dict__")


@BOTH
def test_that_a_call_takes_what_the_fields_say(made):
    assert made.Several(line=1, name="a").place == "1:0"
    assert made.Open(1).rest is not made.Open(1).rest
    for words in ((), (1, 2, "a", 4)):
        with pytest.raises(TypeError):
            made.Several(*words)
    with pytest.raises(TypeError):
        made.Several(1, lines=2)


@BOTH
def test_that_the_thousandth_instance_is_made_as_the_first(made):
    for number in range(1000):
        assert made.Several(number, name="a") == made.Several(number, 0, "a")
        assert made.Open(number).rest == {}
    for words in ((), (1, 2, "a", 4)):
        with pytest.raises(TypeError, match="argument"):
            made.Several(*words)
    with pytest.raises(TypeError, match="lines"):
        made.Several(1, lines=2)
    assert made.Nothing() == made.Nothing()


@BOTH
@pytest.mark.parametrize("name", ["Large", "Larger"])
def test_that_the_thousandth_of_many_fields_is_filled_of_its_class_and_frozen(made, name):
    cls = getattr(made, name)
    values = [cls(number, third="a", fifth={"b": number}) for number in range(1000)]
    assert values[999] == cls(999, 2, "a", (), {"b": 999}, None)
    assert [type(value) for value in (values[0], values[999])] == [cls, cls]
    assert dataclasses.asdict(values[999]) | {"seventh": 7} == {
        "first": 999, "second": 2, "third": "a", "fourth": (), "fifth": {"b": 999}, "sixth": None, "seventh": 7,
    }  # fmt: skip
    assert cls(1).fifth is not cls(1).fifth
    with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
        values[999].first = 1
    assert not hasattr(values[999], "__dict__")


@BOTH
def test_that_the_library_knows_them_as_dataclasses(made):
    value = made.Several(1, 2, "a")
    assert dataclasses.is_dataclass(value)
    assert [field.name for field in dataclasses.fields(value)] == ["line", "column", "name"]
    assert dataclasses.replace(value, column=5) == made.Several(1, 5, "a")
    assert dataclasses.asdict(value) == {"line": 1, "column": 2, "name": "a"}
    match value:
        case made.Several(line, column):
            assert (line, column) == (1, 2)
        case _:
            pytest.fail("no match")


@BOTH
def test_that_copies_are_equal(made):
    assert copy.copy(made.Several(1)) == copy.deepcopy(made.Several(1)) == made.Several(1)


def test_that_a_value_survives_being_pickled():
    from screener.form.problem import Problem, Span

    problem = Problem(Span("a.yaml", 1, 2), "F101", "wrong")
    assert pickle.loads(pickle.dumps(problem)) == problem  # noqa: S301  # our own bytes


def test_that_texts_name_the_fields():
    for name, words in (("Nothing", ()), ("One", (Decimal(1),)), ("Several", (1, 2, "a")), ("Open", (1,))):
        quick, standard = (repr(getattr(made, name)(*words)) for made in (QUICK, STANDARD))
        assert quick == standard
    assert "zebra" not in repr(QUICK.Quiet("zebra"))


def test_that_a_class_that_can_change_is_left_to_the_library():
    with pytest.raises(TypeError, match="only frozen"):
        frozen.dataclass(frozen=False, slots=True)


def test_that_the_modules_use_nothing_of_it_that_it_does_not_know():
    uses = re.compile(r"@dataclass\(([^)]*)\)")
    known = {"frozen=True", "slots=True", "eq=False", "order=True", "repr=False"}
    for path in ROOT.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "from screener.frozen import dataclass" in text:
            assert {word for each in uses.findall(text) for word in each.split(", ")} <= known, path
