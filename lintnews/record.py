"""A class whose fields are written as annotations in, the same class as a value out: made once, compared and shown by its fields.

`dataclass(frozen=True)` writes and compiles six functions for each class, and what it imports takes as long again, which is a quarter
of what a short run costs. Here `__init__` is a copy of one that was compiled for as many fields, and what else a dataclass has is made
when it is asked for; the others are the same few functions for all. That fields are not written again is left to the type checker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class", bound=type)


if TYPE_CHECKING:
    from dataclasses import field as field
    from dataclasses import replace as replace
else:

    def field(*, default_factory: Callable[[], Any], **more: bool) -> Any:
        """`dataclasses.field`, for a record: what is made anew for each value; `compare`, `hash` and `repr` as there."""
        return _Fresh(default_factory, more)

    def replace(value: Any, /, **changes: Any) -> Any:
        """`dataclasses.replace`."""
        if vars(type(value)).get("__plain__") is None:
            from dataclasses import replace

            return replace(value, **changes)
        return type(value)(**{name: getattr(value, name) for name in value.__match_args__} | changes)


@dataclass_transform(frozen_default=True)
def record(cls: _Class) -> _Class:
    """The class as a dataclass; `dataclasses.fields` and `replace` know it."""
    return _made(cls, __eq__=_equal, __hash__=_hash, __repr__=_shown)


@dataclass_transform(frozen_default=True, eq_default=False)
def entity(cls: _Class) -> _Class:
    """The same, but equal to itself alone."""
    return _made(cls, __repr__=_shown)


class _Fresh:
    """Stands for a field's value where that is made anew for each."""

    def __init__(self, make: Callable[[], Any], more: Mapping[str, bool]) -> None:
        self.make, self.more = make, more
        self.compare, self.hash = more.get("compare", True), more.get("hash")


_USUAL = _Fresh(tuple, {})


def known(cls: type) -> bool:
    """Whether a class is a record or a dataclass."""
    return hasattr(cls, "__plain__") or hasattr(cls, "__dataclass_fields__")


def names(cls: Any) -> Sequence[str]:
    """The names of the fields of a record."""
    if vars(cls).get("__plain__") is not None:
        return cls.__match_args__  # type: ignore[no-any-return]
    from dataclasses import fields

    return [field.name for field in fields(cls)]


def compared(cls: Any) -> Sequence[str]:
    """The names of the fields by which a record is compared."""
    return _named(cls, lambda field: field.compare)


def _made(cls: _Class, **functions: Any) -> _Class:
    cls.__plain__ = _plainly(cls)  # type: ignore[attr-defined]
    if cls.__plain__ is None:  # type: ignore[attr-defined]
        _as_dataclass(cls)
    for name, function in functions.items():
        if name not in cls.__dict__:
            setattr(cls, name, function)
    return cls


def _plainly(cls: Any) -> dict[str, Any] | None:
    """Give a class its `__init__`, and no more until somebody asks for its fields: what is given for them. None where it takes more."""
    written = vars(cls).get("__annotations__") or {}
    own = [name for name, kind in written.items() if not str(kind).startswith("ClassVar")]
    bases = [base for base in cls.__mro__[1:] if "__plain__" in vars(base) or "__dataclass_fields__" in vars(base)]
    if len(bases) > 1 or not all(vars(base).get("__plain__") is not None for base in bases):
        return None
    names = tuple(dict.fromkeys((*(name for base in bases for name in base.__match_args__), *own)))
    given = {name: value for base in bases for name, value in base.__plain__.items()}
    given |= {name: vars(cls)[name] for name in own if name in vars(cls)}
    if not _is_plain(cls, names, written.values(), given):
        return None
    for name in own:
        if isinstance(vars(cls).get(name), _Fresh):
            delattr(cls, name)  # as `dataclasses` does: an object that has none yet has none at all
    cls.__init__ = _init(cls, names, given)
    setattr(cls, "__match_args__", names)  # noqa: B010  (mypy takes it for final)
    cls.__dataclass_fields__ = _Fields(cls)
    return given


def _is_plain(cls: type, names: Sequence[str], kinds: Iterable[object], given: Mapping[str, object]) -> bool:
    """Whether a class has nothing of its own to say about its fields."""
    in_order = "__init__" not in vars(cls) and [name in given for name in names] == sorted(name in given for name in names)
    strange = any(type(value).__module__ == "dataclasses" for value in given.values())
    return in_order and not strange and all(isinstance(kind, str) and "KW_ONLY" not in kind for kind in kinds)


def _init(cls: type, names: tuple[str, ...], given: Mapping[str, Any]) -> FunctionType:
    """What sets these fields: compiled for so many, and then called by their names."""
    fresh = {name: value for name, value in given.items() if isinstance(value, _Fresh)}
    code = _template(len(names), bool(fresh), hasattr(cls, "__post_init__"))
    known = {f"_{i}": name for i, name in enumerate(names)}
    made = code.replace(
        co_names=tuple(known.get(name, name) for name in code.co_names),
        co_varnames=tuple(known.get(name, name) for name in code.co_varnames),
        co_qualname=f"{cls.__qualname__}.__init__",
    )
    return FunctionType(made, {"_FRESH": fresh}, "__init__", tuple(given[name] for name in names if name in given))


@cache
def _template(size: int, fresh: bool, more: bool) -> CodeType:
    names = [f"_{i}" for i in range(size)]
    lines = [f" self.{name} = {name}" for name in names]
    if fresh:
        lines += [" for _name in _FRESH:", "  if getattr(self, _name) is _FRESH[_name]:", "   setattr(self, _name, _FRESH[_name].make())"]
    lines += [" self.__post_init__()"] * more
    made: dict[str, Any] = {}
    exec("\n".join((f"def __init__(self, {', '.join(names)}):", *(lines or [" pass"]))), made)
    code: CodeType = made["__init__"].__code__
    return code


class _Fields:
    """Stands for the fields of a class until somebody asks for them."""

    def __init__(self, cls: type) -> None:
        self._cls = cls

    def __get__(self, instance: object, owner: type) -> Any:
        _as_dataclass(self._cls, init=False)
        return self._cls.__dict__["__dataclass_fields__"]


def _as_dataclass(cls: Any, *, init: bool = True) -> None:
    from dataclasses import dataclass
    from dataclasses import field as written

    written_here = vars(cls).get("__annotations__") or {}
    for name, value in ((vars(cls).get("__plain__") or {}) | dict(vars(cls))).items():
        if isinstance(value, _Fresh) and name in written_here:
            setattr(cls, name, written(default_factory=value.make, **value.more))  # type: ignore[call-overload]
    dataclass(eq=False, repr=False, init=init)(cls)


def _named(cls: Any, wanted: Callable[[Any], Any]) -> Sequence[str]:
    if vars(cls).get("__plain__") is not None:
        fresh = {name: value for name, value in cls.__plain__.items() if isinstance(value, _Fresh)}
        return [name for name in names(cls) if wanted(fresh.get(name, _USUAL))]
    from dataclasses import fields

    return [field.name for field in fields(cls) if wanted(field)]


@cache
def _compared(cls: Any) -> Callable[[Any], Any]:
    return _getter(compared(cls))


@cache
def _hashed(cls: Any) -> Callable[[Any], Any]:
    return _getter(_named(cls, lambda field: field.compare if field.hash is None else field.hash))


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
    from dataclasses import fields

    return f"{type(self).__name__}({', '.join(f'{field.name}={getattr(self, field.name)!r}' for field in fields(self) if field.repr)})"
