"""A check's class and plain values in, a check out: every option is there, known, and of the type its field says."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Mapping, Sequence
from typing import Any

import regex

from lintnews import lazily, record
from lintnews.actions import QUOTED, with_files
from lintnews.beside import Beside
from lintnews.model import OptionError

_SLOT = lazily.pattern(r"\{(\w+)\}")


def names(check: type) -> tuple[str, ...]:
    """The names of a kind's options, as YAML writes them."""
    return tuple(record.names(check))


def build(check: type, values: Mapping[str, Any], files: Beside | None = None) -> Any:
    """Fill in a check; one that names files gets them from `files`. Raises OptionError."""
    import dataclasses

    hints = typing.get_type_hints(check)
    ready = {}
    for field in dataclasses.fields(check):
        if field.name in values:
            ready[field.name] = fit(values[field.name], hints[field.name], field.name)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise OptionError(f"this kind needs `{field.name}`")
    made = check(**ready)
    if files and getattr(made, "action", None):
        made = record.replace(made, action=with_files(made.action, files))
    if files and hasattr(made, "with_files"):
        made = made.with_files(files)
    if hasattr(made, "validate"):
        made.validate()
    return made


def fit(value: Any, hint: Any, *path: Any) -> Any:
    """A plain value as the type of a field: text, one of a few words, whole number, truth, list, mapping."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    key = path[0]
    if origin is tuple:
        items = value if isinstance(value, list) else [value]
        return tuple(fit(item, args[0], *path, i) for i, item in enumerate(items))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        if not isinstance(value, dict):
            raise OptionError(f"`{key}` must be a mapping of `key: value` lines", *path)
        return {str(k): fit(v, args[1], *path, k) for k, v in value.items()}
    if isinstance(hint, types.UnionType):
        return fit(value, next(arg for arg in args if arg is not types.NoneType), *path)
    if origin is typing.Literal:
        return one_of(str(value), args, *path)
    if hint is str and isinstance(value, str | int):
        return str(value).lower() if isinstance(value, bool) else str(value)
    if hint is bool:
        return truth(value, *path)
    if hint is int and type(value) is int:
        return value
    if hint is float and _DECIMAL.fullmatch(str(value)):
        return float(value)
    raise OptionError(f"`{key}` must be {_WORDS.get(hint, 'a text')}, not `{shown(value)}`", *path)


def one_of(value: str, words: Sequence[str], *path: Any) -> str:
    """One of a few words; raises OptionError."""
    if value in words:
        return value
    raise OptionError(f"`{path[0]}` must be one of {', '.join(words)}, not `{shown(value)}`", *path)


def truth(value: Any, *path: Any) -> bool:
    """True or false from YAML; raises OptionError."""
    if isinstance(value, bool):
        return value
    if str(value).lower() in _TRUTHS:
        return _TRUTHS[str(value).lower()]
    raise OptionError(f"`{path[0]}` must be true or false, not `{shown(value)}`", *path)


def shown(value: Any) -> str:
    """A value as an error names it, on one short line."""
    words = "nothing" if value is None else " ".join(str(value).split())
    return words if len(words) <= 60 else words[:59] + "…"


#: A number with or without a point; YAML gives the one with a point as a text.
_DECIMAL = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?")
_TRUTHS = {"yes": True, "on": True, "no": False, "off": False}
_WORDS = {str: "a text", int: "a whole number", float: "a number"}


def slots_in(message: str) -> list[str]:
    """The named slots of a message: `{wrong}`."""
    return _SLOT.findall(message)


def fill(message: str, slots: tuple[str, ...], words: Mapping[str, str]) -> str:
    """A message with its slots filled: `{name}` by name, `%s` in the kind's order, `%[2]s` by number, `%%` a percent sign.

    What stands for `%s` may differ from what stands for the name: Vale puts several fixes in quotes of their own, for
    which a pair of quotes about the first of two `%s` gives way. Such words are under `name + QUOTED`.
    """
    message = _SLOT.sub(lambda m: words.get(m[1], "").replace("%", "%%"), message)
    if "%" not in message:
        return message
    values = [words.get(slot + QUOTED, words.get(slot, "")) for slot in slots]
    if slots and slots[0] + QUOTED in words and len(_QUOTED_PLACE.findall(message)) == 2:
        message = _QUOTED_PLACE.sub("%s", message, count=1)
    return _positional(message, values)


def _positional(message: str, values: list[str]) -> str:
    left = iter(values)

    def place(match: regex.Match[str]) -> str:
        if match[0] == "%%":
            return "%"
        if match[1]:
            return values[int(match[1]) - 1] if 0 < int(match[1]) <= len(values) else ""
        return next(left, "")

    return _PLACE.sub(place, message)


_PLACE = lazily.pattern(r"%%|%(?:\[(\d+)\])?[sd]")
_QUOTED_PLACE = lazily.pattern(r"'%s'|\"%s\"")
