"""A rule in, plain values out, and the way back: how rules are kept between runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from lintnews import checks, record
from lintnews.model import LintNewsError, Part, Severity
from lintnews.rule import Check, Later, Quotes, Rule

#: What a run asks of few rules.
_LARGER = ("check", "options")

# asking an enumeration for a member by its value takes five times as long
_SEVERITIES, _QUOTES, _PARTS = ({str(each.value): each for each in kind} for kind in (Severity, Quotes, Part))


def written(rules: Iterable[Rule], more: Mapping[str, Any]) -> str:
    """Rules and some more values, on one line; behind it the larger values of the rules, which a run reads when it wants them."""
    values, larger, at = [plain(rule) for rule in rules], list[str](), 0
    for each in values:
        for name in _LARGER:
            larger.append(each[name])
            each[name] = at, (at := at + len(each[name]))
    return json.dumps({**more, "rules": values}) + "\n" + "".join(larger)


def read(data: bytes) -> tuple[tuple[Rule, ...], dict[str, Any]]:
    """The rules and the other values; raises KeyError, TypeError or ValueError where they are none."""
    head, _, larger = data.partition(b"\n")
    kept = json.loads(head)
    values = kept.pop("rules") if isinstance(kept, dict) else ()
    if not isinstance(values, list) or len(larger) != max((each[name][1] for each in values for name in _LARGER), default=0):
        raise ValueError("the file is cut short")
    return tuple(made(each, larger) for each in values), kept


def plain(rule: Rule) -> dict[str, Any]:
    """A rule as plain values, the larger ones as JSON that is read when wanted; examples are read from their file."""
    values = {name: getattr(rule, name) for name in record.names(Rule) if name not in ("check", "examples")}
    values |= {"keys": rule.keys, "lasting": rule.lasting, "asks": rule.asks}
    check = {name: getattr(rule.check, name) for name in record.names(type(rule.check))}
    return {**values, "check": json.dumps(check), "options": json.dumps(rule.options)}


def made(values: dict[str, Any], larger: bytes = b"") -> Rule:
    """The rule of such values, its check made when it is asked for; raises KeyError, TypeError or ValueError where they are none.

    The larger values are JSON, or where that stands in `larger`.
    """
    if not checks.ours(values["kind"]) and not _is_there(values["kind"]):
        raise KeyError(values["kind"])
    check, options = values.pop("check"), values.pop("options")
    known = {**values, "examples": (), "severity": _SEVERITIES[values["severity"]], "quotes": _QUOTES[values["quotes"]]}
    known |= {"scope": tuple(map(_PARTS.__getitem__, values["scope"])), "selectors": tuple(values["selectors"])}
    known["languages"] = tuple(values["languages"])

    def read(value: Any) -> Any:
        return json.loads(larger[slice(*value)] if larger else value)

    return Later.of(known, lambda: _check(values["kind"], read(check)), lambda: read(options))


def _is_there(kind: str) -> bool:
    """Whether a plug-in has the kind and can be used."""
    try:
        return checks.kind(kind) is not None
    except LintNewsError:
        return False


def _check(kind: str, options: Mapping[str, Any]) -> Check:
    known = checks.kind(kind)
    if known is None:
        raise LintNewsError(f"there is no kind `{kind}`; its package is gone")
    return known(**{name: _frozen(value) for name, value in options.items()})


def _frozen(value: Any) -> Any:
    """Lists as the tuples they were."""
    if isinstance(value, dict):
        return {key: _frozen(inner) for key, inner in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
