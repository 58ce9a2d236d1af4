"""A rule in, plain values out, and the way back: how rules are kept between runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from lintnews import checks
from lintnews.model import LintNewsError, Part, Severity
from lintnews.rule import Check, Later, Quotes, Rule


def plain(rule: Rule) -> dict[str, Any]:
    """A rule as plain values, the larger ones as JSON that is read when wanted; examples are read from their file."""
    values = {field.name: getattr(rule, field.name) for field in fields(rule) if field.name not in ("check", "examples")}
    values |= {"keys": rule.keys, "lasting": rule.lasting}
    check = {field.name: getattr(rule.check, field.name) for field in fields(rule.check)}  # type: ignore[arg-type]
    return {**values, "check": json.dumps(check), "options": json.dumps(rule.options)}


def made(values: dict[str, Any]) -> Rule:
    """The rule of such values, its check made when it is asked for; raises KeyError, TypeError or ValueError where they are none."""
    if not checks.ours(values["kind"]) and checks.kind(values["kind"]) is None:
        raise KeyError(values["kind"])
    check, options = values.pop("check"), values.pop("options")
    known = {**values, "examples": (), "severity": Severity(values["severity"]), "quotes": Quotes(values["quotes"])}
    known |= {"scope": tuple(map(Part, values["scope"])), "selectors": tuple(values["selectors"])}
    return Later.of(known, lambda: _check(values["kind"], json.loads(check)), lambda: json.loads(options))


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
