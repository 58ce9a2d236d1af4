"""What a style's YAML says of a kind's options in, values of the types the kind asks for out: as loosely as Vale decodes.

A text may stand for a truth or a number and the other way round, one value for a list of one, a list of one-key mappings
for a mapping; the names of keys have no case.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any

from lintnews.model import OptionError

_TRUE = frozenset({"1", "t", "true", "yes", "on", "y"})
_FALSE = frozenset({"0", "f", "false", "no", "off", "n", ""})


def fitted(check: type, values: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a kind with every value of the field's type; raises OptionError for one that cannot be."""
    hints = typing.get_type_hints(check)
    fields = [field.name for field in dataclasses.fields(check)]
    return {name: _fit(values[name], hints[name], name) for name in fields if values.get(name) is not None}


def _fit(value: Any, hint: Any, name: str) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if isinstance(hint, types.UnionType):
        return _fit(value, next(arg for arg in args if arg is not types.NoneType), name)
    if origin is tuple:
        return [_fit(item, args[0], name) for item in _listed(value) if item is not None]
    if origin is not None and issubclass(origin, Mapping):
        return {str(key): _fit(item, args[1], name) for key, item in _mapped(value, name).items()}
    if hint is bool:
        return truth(value, name)
    if hint in (int, float):
        return _number(value, hint, name)
    if hint is str and isinstance(value, list) and len(value) == 1:
        return str(value[0])
    return str(value).lower() if isinstance(value, bool) else str(value) if hint is str and not isinstance(value, dict | list) else value


def _listed(value: Any) -> list[Any]:
    if value in ({}, ""):
        return []
    return value if isinstance(value, list) else [value]


def _mapped(value: Any, name: str) -> Mapping[str, Any]:
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return {key: inner for item in value for key, inner in item.items()}
    if not isinstance(value, dict):
        raise OptionError(f"`{name}` must be a mapping of `key: value` lines", name)
    return {key: "" if inner is None else inner for key, inner in value.items()}


def truth(value: Any, name: str) -> bool:
    """A truth from what stands for one; raises OptionError."""
    if isinstance(value, bool):
        return value
    if (text := str(value).strip().lower()) in _TRUE or text in _FALSE:
        return text in _TRUE
    raise OptionError(f"`{name}` must be true or false, not `{value}`", name)


def _number(value: Any, hint: type, name: str) -> int | float:
    words = "a whole number" if hint is int else "a number"
    try:
        number = value if isinstance(value, int) else float(str(value))
        return int(number) if hint is int else float(number)
    except (ValueError, OverflowError):
        raise OptionError(f"`{name}` must be {words}, not `{value}`", name) from None
