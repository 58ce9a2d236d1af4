"""The key `external` of lintnews.yaml in, the programs that it names out.

A program is named there and nowhere else: a pack of rules comes from strangers, and nothing of theirs may run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lintnews.model import OptionError, Severity, did_you_mean
from lintnews.record import record

#: How programs print what they find; each has its reader in `forms`.
FORMS = ("json", "lsp", "proselint", "rdjson", "sarif", "typos", "vale")
UNITS = ("characters", "utf-16", "bytes")
#: What can be told of a finding by `fields`.
FIELDS = ("items", "rule", "message", "level", "line", "column", "end-line", "end-column", "offset", "length", "end", "fix", "link")
_KEYS = ("command", "format", "level", "quotes", "timeout", "fields", "columns", "first")
_NAME = re.compile(r"[a-z][a-z0-9-]*")


@record
class Program:
    """Another linter: how it is called, run in which folder, how it prints, and the gravest severity its findings get.

    `fields` say where each part of a finding stands in the form `json`, `columns` in what its columns and offsets are counted,
    and `first` whether from 0 or 1.
    """

    name: str
    command: tuple[str, ...]
    form: str
    folder: str = ""
    level: Severity = Severity.WARNING
    quotes: str = "skip"
    timeout: int = 60
    fields: tuple[tuple[str, str], ...] = ()
    columns: str = "characters"
    first: int = 1


def read(value: Any, folder: str, *path: Any) -> tuple[Program, ...]:
    """What stands under the key: a name and a section for each program. Raises OptionError."""
    return tuple(_programs(value, folder, path))


def _programs(value: Any, folder: str, path: tuple[Any, ...]) -> Iterator[Program]:
    for name, keys in _mapping(value, *path).items():
        if not _NAME.fullmatch(str(name)):
            raise OptionError(f"`{name}` cannot name a program's findings; use small letters, digits and hyphens", *path, name)
        yield _program(str(name), _mapping(keys, *path, name), folder, (*path, name))


def _mapping(value: Any, *path: Any) -> Mapping[Any, Any]:
    if isinstance(value, dict):
        return value
    raise OptionError(f"`{path[-1]}` holds `key: value` lines", *path)


def _program(name: str, keys: Mapping[Any, Any], folder: str, path: tuple[Any, ...]) -> Program:
    for key in keys:
        if key not in _KEYS:
            raise OptionError(f"unknown key `{key}`{did_you_mean(str(key), _KEYS)}", *path, key)
    for key in ("command", "format"):
        if key not in keys:
            raise OptionError(f"`{name}` needs `{key}`", *path)
    return Program(
        name,
        _command(keys["command"], *path, "command"),
        _choice(keys, "format", FORMS, "", path),
        folder,
        Severity(_choice(keys, "level", tuple(Severity), Severity.WARNING, path)),
        _choice(keys, "quotes", ("skip", "any", "only"), "skip", path),
        _seconds(keys.get("timeout", Program.timeout), *path, "timeout"),
        _fields(keys, path),
        _choice(keys, "columns", UNITS, "characters", path),
        _choice(keys, "first", (0, 1), 1, path),
    )


def _command(value: Any, *path: Any) -> tuple[str, ...]:
    words = value if isinstance(value, list) else None
    if not words or not all(isinstance(word, str) and word and "\0" not in word for word in words):
        raise OptionError("`command` must be a list of the program and its arguments, such as [typos, --format, json, -]", *path)
    return tuple(words)


def _choice(keys: Mapping[Any, Any], key: str, known: tuple[Any, ...], usual: Any, path: tuple[Any, ...]) -> Any:
    value = keys.get(key, usual)
    if isinstance(value, bool) or value not in known:
        raise OptionError(f"`{key}` must be one of {', '.join(map(str, known))}, not `{value}`", *path, key)
    return value


def _seconds(value: Any, *path: Any) -> int:
    if type(value) is int and value >= 1:
        return value
    raise OptionError(f"`timeout` must be a whole number of seconds, not `{value}`", *path)


def _fields(keys: Mapping[Any, Any], path: tuple[Any, ...]) -> tuple[tuple[str, str], ...]:
    """The places of the parts of a finding, each a path with points; only the form `json` has them."""
    if "fields" not in keys:
        if keys["format"] == "json":
            raise OptionError(f"the format `json` needs `fields`: where {', '.join(FIELDS[1:3])} and the place stand", *path)
        return ()
    fields = _mapping(keys["fields"], *path, "fields")
    for key, value in fields.items():
        if key not in FIELDS:
            raise OptionError(f"unknown field `{key}`{did_you_mean(str(key), FIELDS)}", *path, "fields", key)
        if not isinstance(value, str):
            raise OptionError(f"`{key}` must be where it stands, such as location.line", *path, "fields", key)
    if "message" not in fields or not {"line", "offset"} & fields.keys():
        raise OptionError("`fields` must say where `message` stands, and `line` or `offset`", *path, "fields")
    return tuple(fields.items())
