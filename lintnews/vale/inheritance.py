"""A rule that extends another rule in, its keys laid over the other's out: `key` replaces, `key+` adds, `key-` takes away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lintnews.model import OptionError


def merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of a rule over those of the rule it extends; raises OptionError where they cannot be laid over them."""
    out = dict(base)
    for written, value in own.items():
        key, sign = (written[:-1], written[-1]) if written[-1:] in ("+", "-") else (written, "")
        if sign and key in own:
            raise OptionError(f"`{key}` and `{written}` cannot both stand; keep one", written)
        if written != "extends":
            out[key] = _combined(out.get(key), value, sign, written) if sign else value
    return out


def _combined(old: Any, new: Any, sign: str, written: str) -> Any:
    if isinstance(old, dict) or isinstance(new, dict):
        return _mapping(dict(old or {}), new, sign, written)
    items, more = list(_listed(old)), _listed(new)
    if sign == "+":
        return items + more
    for item in more:
        if item not in items:
            raise _absent(item, written)
        items.remove(item)
    return items


def _mapping(old: dict[str, Any], new: Any, sign: str, written: str) -> dict[str, Any]:
    if sign == "+" and isinstance(new, dict):
        return {**old, **new}
    for key in new if isinstance(new, dict) else _listed(new):
        if sign == "+" or key not in old:
            raise _absent(key, written)
        del old[key]
    return old


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _absent(item: Any, written: str) -> OptionError:
    return OptionError(f"`{written}` names `{item}`, which the rule it extends does not have", written)
