"""`lintnews.yaml` in, settings out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lintnews.model import Severity


@dataclass(frozen=True)
class Settings:
    """What a run is asked for. `select` and `ignore` name packs or rules; `levels` map either to a severity."""

    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Severity] = field(default_factory=dict)
    profile: str = ""
    vocabulary: tuple[str, ...] = ()
    min_level: Severity = Severity.SUGGESTION
    fail_on: Severity = Severity.ERROR
    day: date | None = None
    exclude: tuple[str, ...] = ()
    cache: bool = True
