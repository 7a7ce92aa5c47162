"""The standard library's `dataclass`, for frozen classes that the first page needs: made in a tenth of the time.

The standard one writes and compiles half a dozen functions for every class when its module is imported, half a
millisecond each; ninety classes are in the way of the first page. Here equality, hash, order and text are shared
functions over the fields, and `__init__` is compiled only for classes of many instances. To everybody else the classes
are dataclasses: to `replace`, `fields`, patterns, type checkers. `tests/test_frozen.py` holds both against each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from dataclasses import _FIELD, MISSING, Field, FrozenInstanceError, field
    from operator import attrgetter

    OFTEN = 30  # instances of a class; compiling takes as long
    LARGE = 6  # fields; from here on turning an instance into another class and back is quicker than its descriptors

    class _Params:
        """What Python's own `pprint` and `dataclass` ask about a class."""

        frozen, repr = True, False

    def dataclass(*, frozen, slots=False, eq=True, order=False, repr=True):  # noqa: A002  # the standard one's name
        """Return a decorator that makes a frozen class of the annotated fields, as the standard one does."""
        if not frozen:
            raise TypeError("only frozen classes; use the standard library's for others")

        def made(cls):
            return _made(cls, slots=slots, eq=eq, order=order, has_text=repr)

        return made

    def _made(cls, *, slots, eq, order, has_text):
        fields = {}
        for base in cls.__mro__[-1:0:-1]:
            fields |= getattr(base, "__dataclass_fields__", {})
        inherited = frozenset(fields)
        for name, annotation in cls.__annotations__.items():  # its own, never those of a base
            fields[name] = _field(cls, name, annotation)
        content = {
            "__dataclass_fields__": fields,
            "__dataclass_params__": _Params,
            "__match_args__": tuple(fields),
            "__init__": _init_when_first_used(fields),
            "__setattr__": _refuse_to_set,
            "__delattr__": _refuse_to_delete,
        }
        if has_text and "__repr__" not in cls.__dict__:
            content["__repr__"] = _text
        if eq:
            values = _values_of(tuple(name for name, each in fields.items() if each.compare))
            content |= _comparisons(values, order=order)
            if cls.__dict__.get("__hash__") is not None:
                del content["__hash__"]
        return _with_slots(cls, fields, inherited, content) if slots else _with_dict(cls, fields, content)

    def _with_slots(cls, fields, inherited, content):
        """Return the class anew: slots can't be added to one that is there."""
        own = tuple(name for name in fields if name not in inherited)
        kept = {name: each for name, each in cls.__dict__.items() if name not in {*own, "__dict__", "__weakref__"}}
        content |= {"__slots__": own, "__getstate__": _state, "__setstate__": _set_state}
        made = type(cls)(cls.__name__, cls.__bases__, kept | content)
        made.__qualname__ = cls.__qualname__
        return made

    def _with_dict(cls, fields, content):
        for name, each in content.items():
            setattr(cls, name, each)
        for name, each in fields.items():
            if each.default is MISSING and name in cls.__dict__:
                delattr(cls, name)
        return cls

    def _field(cls, name, annotation) -> Field:
        default = cls.__dict__.get(name, MISSING)
        made = default if isinstance(default, Field) else field(default=default)
        made.name, made.type, made._field_type, made.kw_only = name, annotation, _FIELD, False  # noqa: SLF001  # as the standard one fills it
        return made

    def _init_when_first_used(fields):
        def __init__(self, *args, **named) -> None:
            cls = next(cls for cls in type(self).__mro__ if cls.__dict__.get("__init__") is __init__)
            cls.__init__ = _init_until_made_often(cls, fields)
            cls.__init__(self, *args, **named)

        return __init__

    def _init_until_made_often(cls, fields):
        """Return an `__init__` that needs no compiling, and after a few dozen instances gives way to one that does."""
        names, fill, calls = tuple(fields), _filler(cls), iter(range(OFTEN))
        defaults = {name: each.default for name, each in fields.items() if each.default is not MISSING}
        factories = {name: each.default_factory for name, each in fields.items() if each.default_factory is not MISSING}

        def __init__(self, *args, **named) -> None:
            given = dict(zip(names, args, strict=False)) | named
            made = {name: make() for name, make in factories.items() if name not in given}
            values = defaults | made | given
            is_right = len(given) == len(args) + len(named) and values.keys() == fields.keys()
            if not is_right or next(calls, None) is None:
                cls.__init__ = _compiled_init(cls, fields)  # it says, as Python does, what is wrong
                cls.__init__(self, *args, **named)
            else:
                fill(self, [values[name] for name in names])

        return __init__

    def _compiled_init(cls, fields):
        names = {"_set": object.__setattr__, "_MISSING": MISSING}
        parameters, lines = [], ["pass"]
        has_slots = "__slots__" in cls.__dict__
        is_turned = has_slots and len(fields) >= LARGE  # filled as an instance of a class that is not frozen
        if is_turned:
            names |= {"_turn": object.__dict__["__class__"].__set__, "_frozen": cls, "_open": _open_twin(cls)}
            lines.append("_turn(self, _open)")
        for name, each in fields.items():
            value = name
            if each.default is not MISSING:
                names[f"_default_{name}"] = each.default
                parameters.append(f"{name}=_default_{name}")
            elif each.default_factory is not MISSING:
                names[f"_factory_{name}"] = each.default_factory
                parameters.append(f"{name}=_MISSING")
                value = f"_factory_{name}() if {name} is _MISSING else {name}"
            else:
                parameters.append(name)
            if is_turned:
                lines.append(f"self.{name} = {value}")
            elif has_slots:
                names[f"_put_{name}"] = getattr(cls, name).__set__
                lines.append(f"_put_{name}(self, {value})")
            else:
                lines.append(f"_set(self, {name!r}, {value})")
        if is_turned:
            lines.append("_turn(self, _frozen)")
        exec(f"def __init__({', '.join(('self', *parameters))}):\n " + "\n ".join(lines), names)  # noqa: S102  # of the names of fields only; so does the standard one
        return names["__init__"]

    def _open_twin(cls):
        """Return a class of the same slots whose instances may be changed."""
        return type(cls)("_Open", cls.__bases__, {"__slots__": cls.__slots__, "__setattr__": object.__setattr__})

    def _values_of(fields):
        """Return a function that gives the values of the fields, always as a tuple."""
        if not fields:
            return lambda _: ()
        if len(fields) == 1:
            only = attrgetter(fields[0])
            return lambda instance: (only(instance),)
        return attrgetter(*fields)

    def _comparisons(values, *, order):
        def __eq__(self, other):
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def __lt__(self, other):
            return values(self) < values(other) if other.__class__ is self.__class__ else NotImplemented

        def __le__(self, other):
            return values(self) <= values(other) if other.__class__ is self.__class__ else NotImplemented

        def __gt__(self, other):
            return values(self) > values(other) if other.__class__ is self.__class__ else NotImplemented

        def __ge__(self, other):
            return values(self) >= values(other) if other.__class__ is self.__class__ else NotImplemented

        found = {"__eq__": __eq__, "__hash__": lambda self: hash(values(self))}
        return found | ({"__lt__": __lt__, "__le__": __le__, "__gt__": __gt__, "__ge__": __ge__} if order else {})

    def _text(self) -> str:
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
        return f"{type(self).__qualname__}({parts})"

    def _refuse_to_set(self, name, value) -> None:  # noqa: ARG001  # Python gives it
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def _refuse_to_delete(self, name) -> None:  # noqa: ARG001  # Python gives it
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def _state(self):
        return [getattr(self, name) for name in self.__dataclass_fields__]

    def _set_state(self, state) -> None:
        type(self).__setstate__ = _filler(type(self))
        self.__setstate__(state)  # from now on this one

    def _filler(cls):
        """Return what fills the fields of an instance; a loop takes three times as long, and a form has thousands."""
        names = tuple(cls.__dataclass_fields__)
        if "__slots__" not in cls.__dict__:
            return lambda self, values: self.__dict__.update(zip(names, values, strict=True))
        puts = tuple(getattr(cls, name).__set__ for name in names)
        return {1: _fill_one, 2: _fill_two, 3: _fill_three}.get(len(puts), _fill_many)(*puts)

    def _fill_one(put):
        def fill(self, values) -> None:
            (value,) = values
            put(self, value)

        return fill

    def _fill_two(put_first, put_second):
        def fill(self, values) -> None:
            first, second = values
            put_first(self, first)
            put_second(self, second)

        return fill

    def _fill_three(put_first, put_second, put_third):
        def fill(self, values) -> None:
            first, second, third = values
            put_first(self, first)
            put_second(self, second)
            put_third(self, third)

        return fill

    def _fill_many(*puts):
        def fill(self, values) -> None:
            for put, value in zip(puts, values, strict=True):
                put(self, value)

        return fill
