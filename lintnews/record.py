"""A class whose fields are written as annotations in, the same class as a value out: made once, compared and shown by its fields.

`dataclass(frozen=True)` writes and compiles six functions for each class, which is a quarter of what a short run costs. Here only
`__init__` is, and what else a dataclass has is made when it is asked for; the others are the same few functions for all. That fields
are not written again is left to the type checker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import Field, dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class", bound=type)


@dataclass_transform(frozen_default=True)
def record(cls: _Class) -> _Class:
    """The class as a dataclass; `dataclasses.fields` and `replace` know it."""
    return _made(cls, __eq__=_equal, __hash__=_hash, __repr__=_shown)


@dataclass_transform(frozen_default=True, eq_default=False)
def entity(cls: _Class) -> _Class:
    """The same, but equal to itself alone."""
    return _made(cls, __repr__=_shown)


def _made(cls: _Class, **functions: Any) -> _Class:
    if not _plainly(cls):
        dataclass(eq=False, repr=False)(cls)
    for name, function in functions.items():
        if name not in cls.__dict__:
            setattr(cls, name, function)
    return cls


def _plainly(cls: Any) -> bool:
    """Give a class its `__init__`, and no more until somebody asks for its fields: a quarter of the time. False where it takes more."""
    written = vars(cls).get("__annotations__") or {}
    names = [name for name, kind in written.items() if not str(kind).startswith("ClassVar")]
    given = {f"_{name}": vars(cls)[name] for name in names if name in vars(cls)}
    if not names or not _is_plain(cls, written.values(), given.values()):
        return False
    asked = ", ".join(f"{name}=_{name}" if f"_{name}" in given else name for name in names)
    made: dict[str, Any] = {}
    exec(f"def __init__(self, {asked}):\n " + "\n ".join(f"self.{name} = {name}" for name in names), given, made)
    for name, value in {"__init__": made["__init__"], "__match_args__": tuple(names), "__dataclass_fields__": _Fields(cls)}.items():
        setattr(cls, name, value)
    return True


def _is_plain(cls: type, kinds: Iterable[object], given: Iterable[object]) -> bool:
    """Whether a class has nothing of its own to say about its fields, and inherits none."""
    if not {"__init__", "__post_init__"}.isdisjoint(vars(cls)) or any(hasattr(base, "__dataclass_fields__") for base in cls.__mro__[1:]):
        return False
    return not any(isinstance(value, Field) for value in given) and all(isinstance(kind, str) and "KW_ONLY" not in kind for kind in kinds)


class _Fields:
    """Stands for the fields of a class until somebody asks for them."""

    def __init__(self, cls: type) -> None:
        self._cls = cls

    def __get__(self, instance: object, owner: type) -> Any:
        dataclass(eq=False, repr=False, init=False)(self._cls)
        return self._cls.__dict__["__dataclass_fields__"]


@cache
def _compared(cls: Any) -> Callable[[Any], Any]:
    return _getter(_lazily(cls) or [field.name for field in fields(cls) if field.compare])


@cache
def _hashed(cls: Any) -> Callable[[Any], Any]:
    return _getter(_lazily(cls) or [field.name for field in fields(cls) if (field.compare if field.hash is None else field.hash)])


def _lazily(cls: Any) -> Sequence[str]:
    """The fields of a class for which nobody has asked yet: all of them count."""
    return cls.__match_args__ if isinstance(vars(cls).get("__dataclass_fields__"), _Fields) else ()


def _class(self: Any) -> Any:
    return type(self)


def _getter(names: Sequence[str]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda self: ()


def _equal(self: Any, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    values = _compared(_class(self))
    return values(self) == values(other)


def _hash(self: Any) -> int:
    return hash(_hashed(_class(self))(self))


def _shown(self: Any) -> str:
    return f"{type(self).__name__}({', '.join(f'{field.name}={getattr(self, field.name)!r}' for field in fields(self) if field.repr)})"
