"""A rule file or a lintnews.yaml with the cursor in it in, what may stand there out, by the JSON schemas of docs/."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

Schema = dict[str, Any]
#: Gives the names that a key of lintnews.yaml may hold: rules and packs, or profiles.
Names = Callable[[str], Iterable[str]]

_KEY = re.compile(r"^(?P<lead>\s*(?:- +)*)(?P<key>\"[^\"]*\"|'[^']*'|[^\s:#\"'][^:#]*):(?P<value>.*)$")
_NAMED = ("select", "ignore", "on", "off", "profile")


class Offer(NamedTuple):
    """What may stand at the cursor: a key (with a colon) or a value, and what it is for."""

    text: str
    about: str = ""
    is_key: bool = False


class Cursor(NamedTuple):
    """Where in a YAML file one is: the keys above, and the key in the same line when its value is being written."""

    path: tuple[str, ...]
    key: str = ""
    in_list: bool = False


@cache
def schema(name: str) -> Schema:
    """A schema by its name, `rule` or `config`: beside the package in a checkout, inside it when installed."""
    package = Path(__file__).parent.parent
    inside = package / "schemas"
    folder = inside if inside.is_dir() else package.parent / "docs"
    made: Schema = json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))
    return made


def offers(name: str, lines: Sequence[str], line: int, column: int, names: Names) -> list[Offer]:
    """What may stand at a place, counted from nought."""
    where = cursor(lines, line, column)
    here = _at(name, where.path, lines)
    if where.key or where.in_list:
        key = where.key or (where.path[-1] if where.path else "")
        below = _property(name, here, where.key) if where.key else here
        return [*map(Offer, dict.fromkeys(_values(name, below))), *(Offer(each) for each in (names(key) if key in _NAMED else ()))]
    if where.path[-1:] == ("levels",):
        return [Offer(each, is_key=True) for each in names("levels")]
    there = _siblings(lines, line)
    properties = _properties(name, here)
    return [Offer(key, _about(name, made), True) for key, made in properties.items() if key not in there]


def about(name: str, lines: Sequence[str], line: int) -> str:
    """What the key in a line is for."""
    found = _KEY.match(lines[line]) if line < len(lines) else None
    if not found:
        return ""
    where = cursor(lines, line, len(found["lead"]))
    return _about(name, _property(name, _at(name, where.path, lines), _bare(found["key"])))


def cursor(lines: Sequence[str], line: int, column: int) -> Cursor:
    """Where a place is: the keys that it stands under, by their indentation."""
    before = lines[line][:column] if line < len(lines) else ""
    found = _KEY.match(before)
    item = re.match(r"^(\s*)- ?", before)
    indent = len(before) - len(before.lstrip()) if before.strip() else column
    if item and not found:
        indent = len(item[1]) + 1  # an item may stand as far left as its key
    path: list[str] = []
    for above in reversed(lines[:line]):
        key = _KEY.match(above)
        if key and len(key["lead"]) < indent and not above.lstrip().startswith("#"):
            path.insert(0, _bare(key["key"]))
            indent = len(key["lead"])
        if indent == 0:
            break
    in_list = (bool(item) and not found) or bool(re.match(r"^\s*[\w-]+:\s*\[[^\]]*$", before))
    return Cursor(tuple(path), _bare(found["key"]) if found else "", in_list and not found)


def _bare(key: str) -> str:
    return key.strip().strip("\"'")


def _siblings(lines: Sequence[str], line: int) -> set[str]:
    """The keys that stand at the same depth already."""
    text = lines[line] if line < len(lines) else ""
    depth = len(text) - len(text.lstrip())
    keys = ((i, found) for i, each in enumerate(lines) if i != line and (found := _KEY.match(each)))
    return {_bare(found["key"]) for _, found in keys if len(found["lead"]) == depth} if depth == 0 else set()


def _at(name: str, path: Sequence[str], lines: Sequence[str]) -> list[Schema]:
    """The schemas that hold below a path: more than one where there is a choice."""
    here = [schema(name)]
    if name == "rule":
        kind = next((_bare(found["value"]) for each in lines if (found := _KEY.match(each)) and found["key"] == "extends"), "")
        here += [made] if (made := schema(name)["definitions"].get(kind)) else []
    for key in path:
        here = _property(name, here, key)
    return here


def _property(name: str, here: Iterable[Schema], key: str) -> list[Schema]:
    out = []
    for each in _flat(name, here):
        found = each.get("properties", {}).get(key, each.get("additionalProperties"))
        out += [found] if isinstance(found, dict) else []
    return out


def _properties(name: str, here: Iterable[Schema]) -> dict[str, list[Schema]]:
    out: dict[str, list[Schema]] = {}
    for each in _flat(name, here):
        for key, made in each.get("properties", {}).items():
            out.setdefault(key, []).extend([made] if isinstance(made, dict) else [])
    return out


def _values(name: str, here: Iterable[Schema]) -> Iterator[str]:
    for each in _flat(name, here):
        yield from ("true" if value is True else "false" if value is False else str(value) for value in each.get("enum", ()))
        if isinstance(each.get("items"), dict):
            yield from _values(name, [each["items"]])


def _about(name: str, here: Iterable[Schema]) -> str:
    return next((str(each["description"]) for each in _flat(name, here) if "description" in each), "")


def _flat(name: str, here: Iterable[Schema]) -> Iterator[Schema]:
    """The schemas, those that they refer to, and those that they leave the choice of."""
    for each in here:
        yield each
        if "$ref" in each:
            yield from _flat(name, [schema(name)["definitions"][each["$ref"].rpartition("/")[2]]])
        yield from _flat(name, each.get("anyOf", ()))
