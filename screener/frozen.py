"""The standard library's `dataclass`, for frozen classes that the first page needs: made in a tenth of the time.

The standard one writes and compiles half a dozen functions for every class when its module is imported, half a
millisecond each; ninety classes are in the way of the first page. Here equality, hash, order and text are shared
functions over the fields, and `__init__` is compiled when the first instance is made. To everybody else the classes are
dataclasses: to `replace`, `fields`, patterns and type checkers. `tests/test_frozen.py` holds both against each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from dataclasses import _FIELD, MISSING, Field, FrozenInstanceError, field
    from operator import attrgetter

    def dataclass(*, frozen, slots=False, eq=True, order=False, repr=True):  # noqa: A002
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
        made.name, made.type, made._field_type, made.kw_only = name, annotation, _FIELD, False  # noqa: SLF001
        return made

    def _init_when_first_used(fields):
        def __init__(self, *args, **names) -> None:  # noqa: N807
            for cls in type(self).__mro__:
                if cls.__dict__.get("__init__") is __init__:
                    cls.__init__ = _compiled_init(fields)
                    break
            type(self).__init__(self, *args, **names)

        return __init__

    def _compiled_init(fields):
        names = {"_set": object.__setattr__, "_MISSING": MISSING}
        parameters, lines = [], ["pass"]
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
            lines.append(f"_set(self, {name!r}, {value})")
        exec(f"def __init__({', '.join(('self', *parameters))}):\n " + "\n ".join(lines), names)  # noqa: S102
        return names["__init__"]

    def _values_of(fields):
        """Return a function that gives the values of the fields, always as a tuple."""
        if not fields:
            return lambda _: ()
        if len(fields) == 1:
            only = attrgetter(fields[0])
            return lambda instance: (only(instance),)
        return attrgetter(*fields)

    def _comparisons(values, *, order):
        def __eq__(self, other):  # noqa: N807
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def __lt__(self, other):  # noqa: N807
            return values(self) < values(other) if other.__class__ is self.__class__ else NotImplemented

        def __le__(self, other):  # noqa: N807
            return values(self) <= values(other) if other.__class__ is self.__class__ else NotImplemented

        def __gt__(self, other):  # noqa: N807
            return values(self) > values(other) if other.__class__ is self.__class__ else NotImplemented

        def __ge__(self, other):  # noqa: N807
            return values(self) >= values(other) if other.__class__ is self.__class__ else NotImplemented

        found = {"__eq__": __eq__, "__hash__": lambda self: hash(values(self))}
        return found | ({"__lt__": __lt__, "__le__": __le__, "__gt__": __gt__, "__ge__": __ge__} if order else {})

    def _text(self) -> str:
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
        return f"{type(self).__qualname__}({parts})"

    def _refuse_to_set(self, name, value) -> None:  # noqa: ARG001
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def _refuse_to_delete(self, name) -> None:  # noqa: ARG001
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def _state(self):
        return [getattr(self, name) for name in self.__dataclass_fields__]

    def _set_state(self, state) -> None:
        cls = type(self)
        cls.__setstate__ = _filler(tuple(getattr(cls, name).__set__ for name in cls.__dataclass_fields__))
        cls.__setstate__(self, state)  # from now on this one

    def _filler(puts):
        """Return what fills the slots of a class: by name it takes three times as long, and a form has thousands."""
        if len(puts) == 3:  # noqa: PLR2004  # as most have: places, options, cases, comparisons
            put_first, put_second, put_third = puts

            def fill(self, state) -> None:
                first, second, third = state
                put_first(self, first)
                put_second(self, second)
                put_third(self, third)
        else:

            def fill(self, state) -> None:
                for put, value in zip(puts, state, strict=True):
                    put(self, value)

        return fill
