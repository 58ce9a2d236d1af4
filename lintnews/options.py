"""A check's class and plain values in, a check out: every option is there, known, and of the type its field says."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any

import regex

from lintnews.model import LintNewsError

_SLOT = regex.compile(r"\{(\w+)\}")


class OptionError(LintNewsError):
    """An option that is missing or of the wrong type; `path` is the keys that lead to it."""

    def __init__(self, words: str, *path: Any) -> None:
        super().__init__(words)
        self.path = path


def names(check: type) -> tuple[str, ...]:
    """The names of a kind's options, as YAML writes them."""
    return tuple(field.name for field in dataclasses.fields(check))  # type: ignore[arg-type]


def build(check: type, values: Mapping[str, Any]) -> Any:
    """Fill in a check; raises OptionError."""
    hints = typing.get_type_hints(check)
    ready = {}
    for field in dataclasses.fields(check):  # type: ignore[arg-type]
        if field.name in values:
            ready[field.name] = fit(values[field.name], hints[field.name], field.name)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise OptionError(f"this kind needs `{field.name}`")
    return check(**ready)


def fit(value: Any, hint: Any, *path: Any) -> Any:
    """A plain value as the type of a field: text, whole number, truth, list, mapping."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    key = path[0]
    if origin is tuple:
        items = value if isinstance(value, list) else [value]
        return tuple(fit(item, args[0], *path, i) for i, item in enumerate(items))
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(value, dict):
            raise OptionError(f"`{key}` must be a mapping of `key: value` lines", *path)
        return {str(k): fit(v, args[1], *path, k) for k, v in value.items()}
    if isinstance(hint, types.UnionType):
        return fit(value, next(arg for arg in args if arg is not types.NoneType), *path)
    if hint is str and isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    if hint in (bool, int) and type(value) is hint:
        return value
    raise OptionError(f"`{key}` must be {_WORDS.get(hint, 'a text')}, not `{value}`", *path)


_WORDS = {str: "a text", bool: "true or false", int: "a whole number"}


def slots_in(message: str) -> list[str]:
    """The named slots of a message: `{wrong}`."""
    return _SLOT.findall(message)


def fill(message: str, slots: tuple[str, ...], words: Mapping[str, str]) -> str:
    """A message with its slots filled: `{name}` by name, `%s` in the kind's order."""
    out = _SLOT.sub(lambda m: words.get(m[1], ""), message)
    for slot in slots:
        if "%s" not in out:
            break
        out = out.replace("%s", words.get(slot, ""), 1)
    return out.replace("%s", "").replace("%%", "%")
