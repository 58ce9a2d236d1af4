"""The names of rules and profiles in, the OpenAPI document of the service out: `openapi.json` with those names in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lintnews.version import __version__


def document(known: Mapping[str, Any]) -> dict[str, Any]:
    """The description, with the version of this program and, of what the crew says of its rules, the names that may be asked for."""
    text = (Path(__file__).parent / "openapi.json").read_text(encoding="utf-8")
    described: dict[str, Any] = json.loads(text)
    described["info"]["version"] = __version__
    schemas = described["components"]["schemas"]
    schemas["Profile"]["enum"] = ["", *known["profiles"]]
    rules = [rule["id"] for rule in known["rules"]]
    schemas["RuleName"]["enum"] = sorted({*rules, *(rule.partition(".")[0] for rule in rules)})
    return described
