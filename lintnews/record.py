"""A class whose fields are written as annotations in, the same class as a value out: made once, compared and shown by its fields.

`dataclass(frozen=True)` writes and compiles six functions for each class, which is a quarter of what a short run costs. Here only
`__init__` is; the others are the same few functions for all. That fields are not written again is left to the type checker.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
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
    dataclass(eq=False, repr=False)(cls)
    for name, function in functions.items():
        if name not in cls.__dict__:
            setattr(cls, name, function)
    return cls


@cache
def _compared(cls: Any) -> Callable[[Any], Any]:
    return _getter([field.name for field in fields(cls) if field.compare])


@cache
def _hashed(cls: Any) -> Callable[[Any], Any]:
    return _getter([field.name for field in fields(cls) if (field.compare if field.hash is None else field.hash)])


def _class(self: Any) -> Any:
    return type(self)


def _getter(names: list[str]) -> Callable[[Any], Any]:
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
