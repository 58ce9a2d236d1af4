"""What a process of the crew says to a request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Said(NamedTuple):
    """Plain values for JSON, and counts for the records; `lasting` where the same request would be told the same all day."""

    values: Any
    counts: Mapping[str, int] = {}
    lasting: bool = False
