"""What the service answers, out, as an OpenAPI document: `openapi.json` beside the page."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from lintnews.version import __version__


@cache
def document() -> dict[str, Any]:
    """The description, with the version of this program."""
    text = (Path(__file__).parent / "openapi.json").read_text(encoding="utf-8")
    described: dict[str, Any] = json.loads(text)
    described["info"]["version"] = __version__
    return described
